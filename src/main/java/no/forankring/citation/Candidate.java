package no.forankring.citation;

import java.util.List;

/// One document that a mention may mean, with how well it fits and why.
///
/// @param score between 0 and 1; only good for ranking within one mention
public record Candidate(Target target, double score, List<Reason> reasons) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }
}
