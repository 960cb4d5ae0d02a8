package no.forankring.extraction;

import no.forankring.citation.Target;
import no.forankring.document.Span;

/// A statement that the document makes, with the words that make it.
///
/// @param subject the key of an [Entity]
/// @param evidence the sentence, item or row that says so
/// @param explicit said of this subject and this object; otherwise it was read from structure or coreference
/// @param rule the cue that gave it, by the short stable name under which its precision is measured: `anchor-list`
/// @param confidence how sure the rule is of itself, between 0 and 1
public record Relation(
        String subject,
        Type type,
        ObjectRef object,
        Span evidence,
        Strength strength,
        boolean explicit,
        String rule,
        double confidence) {

    /// The relations, named as in the vocabulary.
    public enum Type {
        ANCHORED_IN("anchoredIn"),
        FULFILS("fulfils"),
        HAS_GOAL("hasGoal"),
        CONTRIBUTES_TO("contributesTo"),
        ORGANISED_BY("organisedBy"),
        PART_OF("partOf"),
        PARTICIPANT("participant"),
        TARGET_GROUP("targetGroup"),
        TAKES_PLACE_AT("takesPlaceAt"),
        EVALUATES("evaluates");

        private final String term;

        Type(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    /// The step of the ladder that the evidence proves.
    public enum Strength {
        NAMED("named"),
        ANCHORED("anchored"),
        PLANNED("planned"),
        CARRIED_OUT("carriedOut"),
        EVALUATED("evaluated"),
        EFFECT_MEASURED("effectMeasured");

        private final String term;

        Strength(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    /// What the statement is about: a governing document, or another entity of the same document.
    public sealed interface ObjectRef {
        /// `certain` is false when the citation behind it is no fact yet.
        record Governing(Target target, boolean certain) implements ObjectRef {}

        record Other(String key) implements ObjectRef {}
    }
}
