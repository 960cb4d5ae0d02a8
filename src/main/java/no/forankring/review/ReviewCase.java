package no.forankring.review;

import java.util.List;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;

/// Everything that a person needs to decide about one item.
///
/// @param reason why the machine left it open, in bokmål
/// @param evidence the places where the document says so, the first to be shown
/// @param before the passages just before the first place, in text order
/// @param after those just after
/// @param candidates what may be accepted, best first; none of words that name no document
/// @param lesson what accepting the first could teach
/// @param precedents how equal cases were decided
/// @param here how many places one answer would cover in this document, this item's own included
/// @param everywhere how many in all documents
/// @param documents in how many documents these stand
public record ReviewCase(
        QueueItem item,
        String reason,
        List<EvidenceView> evidence,
        List<String> before,
        List<String> after,
        List<Candidate> candidates,
        Lesson lesson,
        Precedents precedents,
        int here,
        int everywhere,
        int documents) {

    public ReviewCase {
        evidence = List.copyOf(evidence);
        before = List.copyOf(before);
        after = List.copyOf(after);
        candidates = List.copyOf(candidates);
    }

    /// @param grounds what speaks for it
    /// @param objections what speaks against it
    public record Candidate(Step step, Certainty certainty, List<Ground> grounds, List<Ground> objections) {

        public Candidate {
            grounds = List.copyOf(grounds);
            objections = List.copyOf(objections);
        }
    }
}
