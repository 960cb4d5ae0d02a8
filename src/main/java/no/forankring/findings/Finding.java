package no.forankring.findings;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import no.forankring.document.Span;

/// Numbers of one document that do not agree. Never a fact about what is spoken of: a person looks at both places.
///
/// @param claim the sentence or row that says the one number, in the document's text
/// @param counters where the other number stands, or what gives it; at least one, and the claim itself where one
///     sentence holds both
/// @param arguments what fills the places of the sentence that tells, in order
/// @param confidence how sure it is that something is wrong, from 0 to 1
public record Finding(Kind kind, Span claim, List<Span> counters, List<String> arguments, double confidence) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /// What does not agree with what.
    public enum Kind {
        /// A share that so many respondents cannot give.
        SHARE("share"),
        /// A share that the two numbers beside it do not give.
        SHARE_OF("share-of"),
        /// A total and its parts in one sentence.
        SUM("sum"),
        /// A number and the names listed beside it.
        LIST("list"),
        /// A number and the items of the list below it.
        ITEMS("items"),
        /// A number of gatherings and those that the text goes on to tell of.
        GATHERINGS("gatherings"),
        /// A number in the text and the column of a table.
        COLUMN("column"),
        /// Shares of one whole that do not make a whole.
        DISTRIBUTION("distribution"),
        /// The last row of a table and those above it.
        TOTAL("total");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Finding {
        counters = List.copyOf(counters);
        arguments = List.copyOf(arguments);
        if (counters.isEmpty()) {
            throw new IllegalArgumentException("A finding needs a place that says otherwise");
        }
    }

    /// What does not agree, in bokmål (`nb`), nynorsk (`nn`) or English (`en`); bokmål for any other language.
    public String text(Locale locale) {
        String pattern = ResourceBundle.getBundle("no.forankring.findings.findings", locale, NO_FALLBACK)
                .getString(kind.code());
        for (int i = 0; i < arguments.size(); i++) {
            pattern = pattern.replace("{" + i + "}", arguments.get(i));
        }
        return pattern;
    }
}
