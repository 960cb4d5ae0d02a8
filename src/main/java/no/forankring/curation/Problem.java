package no.forankring.curation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import no.forankring.graph.Violation;

/// What is wrong with what was entered, and what to do.
///
/// @param field the code of the field; empty when it is about the whole
/// @param key names the sentence in the message bundle `no/forankring/curation/problems`; empty for one of a shape's
/// @param arguments what fills its places, in order
/// @param rule the sentence of the shape by language tag; empty for one of the bundle's
public record Problem(String field, String key, List<String> arguments, Map<String, String> rule) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Problem {
        arguments = List.copyOf(arguments);
        rule = Map.copyOf(rule);
    }

    static Problem of(String field, String key, String... arguments) {
        return new Problem(field, key, List.of(arguments), Map.of());
    }

    /// What a shape objects to.
    static Problem of(Violation violation) {
        String field = Field.ofProperty(violation.path()).map(Field::code).orElse("");
        return new Problem(field, "", List.of(), violation.messages());
    }

    /// The sentence in bokmål (`nb`), nynorsk (`nn`) or English (`en`); bokmål for any other language.
    public String text(Locale locale) {
        if (key.isEmpty()) {
            return rule.getOrDefault(locale.getLanguage(), rule.getOrDefault("nb", ""));
        }
        return sentence(key, locale, arguments);
    }

    static String sentence(String key, Locale locale, List<String> arguments) {
        String pattern = ResourceBundle.getBundle("no.forankring.curation.problems", locale, NO_FALLBACK)
                .getString(key);
        for (int i = 0; i < arguments.size(); i++) {
            pattern = pattern.replace("{" + i + "}", arguments.get(i));
        }
        return pattern;
    }
}
