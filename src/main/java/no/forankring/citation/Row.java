package no.forankring.citation;

import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import org.jspecify.annotations.Nullable;

/// A row of the register with what recognition needs to know of it.
///
/// @param topics the content words of its names, as numbers of the lexicon
record Row(int index, GoverningDocument document, WordSet topics) {

    // The topics grow while the index is built, so a row is its place in the register.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && row.index == index;
    }

    @Override
    public int hashCode() {
        return index;
    }

    DocumentType type() {
        return document.type();
    }

    /// True when the word of the lexicon is a content word of a name of the document; false for words of forms.
    boolean hasTopic(int word) {
        return word >= Cue.ALL.length && topics.get(word);
    }

    /// Has numbered provisions.
    boolean isAct() {
        return switch (type()) {
            case LAW, AMENDING_LAW, REGULATION, EU_ACT -> true;
            default -> false;
        };
    }
}
