package no.forankring.citation;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// One step of an explanation, in words that a person can check against the text.
///
/// @param key names the sentence in the message bundle `no/forankring/citation/reasons`
/// @param arguments what fills its places, in order
public record Reason(String key, List<String> arguments) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Reason {
        arguments = List.copyOf(arguments);
    }

    public static Reason of(String key, String... arguments) {
        return new Reason(key, List.of(arguments));
    }

    /// True when there is a sentence of this name.
    static boolean isKnown(String key) {
        return ResourceBundle.getBundle("no.forankring.citation.reasons", Locale.ROOT, NO_FALLBACK)
                .containsKey(key);
    }

    /// The sentence in bokmål (`nb`), nynorsk (`nn`) or English (`en`); bokmål for any other language.
    public String text(Locale locale) {
        String pattern = ResourceBundle.getBundle("no.forankring.citation.reasons", locale, NO_FALLBACK)
                .getString(key);
        for (int i = 0; i < arguments.size(); i++) {
            pattern = pattern.replace("{" + i + "}", arguments.get(i));
        }
        return pattern;
    }
}
