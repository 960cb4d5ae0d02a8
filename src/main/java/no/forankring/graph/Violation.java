package no.forankring.graph;

import java.util.Map;

/// What the shapes object to in one thing.
///
/// @param focus the address of the thing
/// @param path the address of the property; empty when the thing itself is wrong
/// @param value what stands there; empty when it is that something is missing
/// @param messages the rule in words, by language tag: `nb`, `nn`, `en`
/// @param shape the address of the rule
public record Violation(String focus, String path, String value, Map<String, String> messages, String shape) {

    public Violation {
        messages = Map.copyOf(messages);
    }

    /// The rule in a language; in bokmål where it has no words in that.
    public String message(String language) {
        String fallback = messages.getOrDefault("nb", "violates " + shape);
        return messages.getOrDefault(language, fallback);
    }

    /// In one line, in bokmål.
    public String sentence() {
        return focus + ": " + message("nb") + (value.isEmpty() ? "" : " (" + value + ")");
    }
}
