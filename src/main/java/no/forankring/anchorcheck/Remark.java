package no.forankring.anchorcheck;

import java.util.List;
import no.forankring.register.GoverningDocumentId;

/// What is to be said of an item of the list, or of one document that it names.
///
/// @param documents what the remark speaks of besides: the candidates, the successors; else empty
/// @param detail a number, session or date that belongs to the sentence; else empty
public record Remark(Kind kind, List<GoverningDocumentId> documents, String detail) {

    /// How far the item is from right.
    public enum Weight {
        /// As it should be.
        RIGHT,
        /// Worth knowing; nothing has to be changed.
        NOTE,
        /// To be changed.
        MEND,
        /// Only a person can say what is meant.
        ASK
    }

    public enum Kind {
        /// One document, in force on the day, named rightly.
        RIGHT(Weight.RIGHT),
        /// In force on the day, and a later document carries it on.
        CARRIED_ON(Weight.NOTE),
        /// The register itself is not sure of the document.
        REGISTER_UNSURE(Weight.NOTE),
        /// A law or local plan that the register knows by number or owner alone.
        NOT_IN_REGISTER(Weight.NOTE),
        /// Several documents in one item.
        SEVERAL_IN_ONE(Weight.MEND),
        /// The number without the Storting's session.
        SESSION_MISSING(Weight.MEND),
        /// A session that the document does not have; the detail is the right one.
        SESSION_WRONG(Weight.MEND),
        /// A name that is not the document's: misspelt or wrong.
        MISNAMED(Weight.MEND),
        /// Replaced by others.
        REPLACED(Weight.MEND),
        /// Its period is over; the detail is the last day.
        ENDED(Weight.MEND),
        /// In force from a later day, which the detail gives.
        NOT_YET(Weight.MEND),
        /// The words fit several documents.
        AMBIGUOUS(Weight.ASK),
        /// The words cite something that is not known.
        UNKNOWN(Weight.ASK),
        /// Nothing in the item was recognized.
        NOTHING(Weight.ASK);

        private final Weight weight;

        Kind(Weight weight) {
            this.weight = weight;
        }

        public Weight weight() {
            return weight;
        }
    }

    public Remark {
        documents = List.copyOf(documents);
    }

    static Remark of(Kind kind) {
        return new Remark(kind, List.of(), "");
    }

    static Remark of(Kind kind, List<GoverningDocumentId> documents) {
        return new Remark(kind, documents, "");
    }

    static Remark of(Kind kind, String detail) {
        return new Remark(kind, List.of(), detail);
    }
}
