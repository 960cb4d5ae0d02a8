package no.forankring.extraction;

import java.math.BigDecimal;
import java.util.Optional;
import no.forankring.document.Span;

/// A number that the document gives of a thing, with the words that give it.
///
/// @param value the number as written, or the lower end of a range: 75 of "75–150 deltakere"; a share in per cent
/// @param upTo the upper end of a range
/// @param approximate the text says "nærmere", "rundt", "over" …
/// @param evidence the sentence or row
public record Figure(Kind kind, BigDecimal value, Optional<BigDecimal> upTo, boolean approximate, Span evidence) {

    /// What is counted. The term is a property in the vocabulary, the column name the key in `extract`'s table.
    public enum Kind {
        PARTICIPANTS("participants", "deltakere"),
        MUNICIPALITIES("municipalities", "kommuner"),
        TEAMS("teams", "team"),
        GATHERINGS("gatherings", "samlinger"),
        GATHERINGS_PER_YEAR("gatheringsPerYear", "samlinger_per_aar"),
        PARTICIPANTS_PER_GATHERING("participantsPerGathering", "deltakere_per_samling"),
        WEBINARS("webinars", "webinarer"),
        WEBINARS_PER_YEAR("webinarsPerYear", "webinarer_per_aar"),
        COURSES("courses", "kurs"),
        MEETINGS("meetings", "moter"),
        MEETINGS_PER_YEAR("meetingsPerYear", "moter_per_aar"),
        MEETINGS_PER_SEMESTER("meetingsPerSemester", "moter_per_semester"),
        REGISTERED("registered", "pameldte"),
        INVITED("invited", "inviterte"),
        RESPONDENTS("respondents", "respondenter"),
        RESPONSE_SHARE("responseShare", "svarprosent"),
        SCORE("score", "snitt");

        private final String term;
        private final String column;

        Kind(String term, String column) {
            this.term = term;
            this.column = column;
        }

        public String term() {
            return term;
        }

        public String column() {
            return column;
        }
    }

    /// As in `29`, `4,6`, `75-150`; a decimal comma as Norwegian has it.
    public String text() {
        return written(value) + upTo.map(end -> "-" + written(end)).orElse("");
    }

    private static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
