package no.forankring.identity;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// One thing that speaks for or against two names meaning the same, in words that a person can check.
///
/// @param key names the sentence in the message bundle `no/forankring/identity/grounds`
/// @param arguments what fills its places, in order
public record Ground(String key, List<String> arguments) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Ground {
        arguments = List.copyOf(arguments);
    }

    static Ground of(String key, String... arguments) {
        return new Ground(key, List.of(arguments));
    }

    /// The sentence in bokmål (`nb`), nynorsk (`nn`) or English (`en`); bokmål for any other language.
    public String text(Locale locale) {
        String pattern = ResourceBundle.getBundle("no.forankring.identity.grounds", locale, NO_FALLBACK)
                .getString(key);
        for (int i = 0; i < arguments.size(); i++) {
            pattern = pattern.replace("{" + i + "}", arguments.get(i));
        }
        return pattern;
    }
}
