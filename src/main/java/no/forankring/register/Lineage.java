package no.forankring.register;

import java.util.List;
import java.util.Map;

/// How a governing document came in the place of older ones. Growing old in different ways must not be mixed up.
///
/// @param revises of which older editions it is a new edition
/// @param continues what it carries on, whole or in part, in another form
/// @param renames which document it is the same as, under a new name
/// @param formerNames what the document itself was called before, each with the last day of the name
/// @param sources the official page that says how it stands to an older document, by that document's id
public record Lineage(
        List<GoverningDocumentId> revises,
        List<GoverningDocumentId> continues,
        List<GoverningDocumentId> renames,
        List<FormerName> formerNames,
        Map<GoverningDocumentId, String> sources) {

    public static final Lineage NONE = new Lineage(List.of(), List.of(), List.of(), List.of(), Map.of());

    public Lineage {
        revises = List.copyOf(revises);
        continues = List.copyOf(continues);
        renames = List.copyOf(renames);
        formerNames = List.copyOf(formerNames);
        sources = Map.copyOf(sources);
    }

    /// A name that the document has laid off.
    ///
    /// @param until the last day on which it was so called
    public record FormerName(String name, PartialDate until) {}
}
