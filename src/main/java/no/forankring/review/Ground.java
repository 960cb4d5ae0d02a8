package no.forankring.review;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// One reason for or against a candidate, in words that a person can check against the text and the register.
///
/// @param key names the sentence in the message bundle `no/forankring/review/grounds`; [#AS_STORED] has one place,
/// which
///     is the whole sentence, in bokmål
/// @param arguments what fills its places, in order
public record Ground(String key, List<String> arguments) {

    static final String AS_STORED = "as-stored";

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
        String pattern = ResourceBundle.getBundle("no.forankring.review.grounds", locale, NO_FALLBACK)
                .getString(key);
        for (int i = 0; i < arguments.size(); i++) {
            pattern = pattern.replace("{" + i + "}", arguments.get(i));
        }
        return pattern;
    }
}
