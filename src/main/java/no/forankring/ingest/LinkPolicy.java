package no.forankring.ingest;

import no.forankring.citation.Explanation;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.extraction.Relation;

/// Decides which links a machine may state as facts; all others wait for a person.
///
/// @param citation the least confidence of a resolved citation that becomes a fact, between 0 and 1
/// @param relation the least confidence of an extracted relation that becomes a fact, between 0 and 1
public record LinkPolicy(double citation, double relation) {

    /// The thresholds that `docs/quality.md` publishes figures for.
    public static final LinkPolicy PUBLISHED = new LinkPolicy(0.80, 0.80);

    boolean isFact(Resolution.Resolved resolved) {
        return resolved.confidence() >= citation;
    }

    /// What the threshold makes of a citation.
    Explanation explain(Resolution.Resolved resolved) {
        String key = isFact(resolved) ? "link-fact" : "link-suggestion";
        return Explanation.of(Reason.of(key, Explanation.percent(citation)));
    }

    boolean isFact(Relation relation) {
        boolean certainObject = switch (relation.object()) {
            case Relation.ObjectRef.Governing governing -> governing.certain();
            case Relation.ObjectRef.Other other -> true;
        };
        return certainObject && relation.confidence() >= this.relation;
    }
}
