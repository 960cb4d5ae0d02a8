package no.forankring.review;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.Reason;
import no.forankring.document.Owner;

/// What accepting a link could teach: which of its words may become a name of the document, and where.
///
/// @param owner whom the document comes from; empty when nobody knows
/// @param forOwner words that may count in the owner's documents; none when the owner is not known
/// @param forAll words that may count in all documents
/// @param objections why other words may not, each once
public record Lesson(Optional<Owner> owner, List<String> forOwner, List<String> forAll, List<Reason> objections) {

    /// Nothing to learn: the link is no citation.
    static final Lesson NOTHING = new Lesson(Optional.empty(), List.of(), List.of(), List.of());

    public Lesson {
        forOwner = List.copyOf(forOwner);
        forAll = List.copyOf(forAll);
        objections = List.copyOf(objections);
    }

    List<String> words(AliasScope scope) {
        return switch (scope) {
            case NONE -> List.of();
            case OWNER -> forOwner;
            case ALL -> forAll;
        };
    }
}
