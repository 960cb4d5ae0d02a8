package no.forankring.trace;

import java.util.List;

/// One statement of a trace with its proof.
///
/// @param link the address of the link
/// @param predicate the local name of the relation, as in `anchoredIn`
/// @param status Automatic, Confirmed or Suggested
/// @param strength the step of the ladder, as in `Anchored`; empty for relations that have none
/// @param evidence at least one
public record Step(
        String link,
        Thing subject,
        String predicate,
        Thing object,
        String status,
        String strength,
        double confidence,
        List<EvidenceView> evidence) {

    public Step {
        evidence = List.copyOf(evidence);
    }
}
