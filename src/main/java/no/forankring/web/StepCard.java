package no.forankring.web;

import java.util.List;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;

/// One statement about the thing at hand: the other thing, how they are tied, how strongly, and the proof.
///
/// @param relation as a sentence reads it, «er forankret i»
/// @param heading for a group of statements of this kind
/// @param strength a word of the ladder; empty for relations that have none
/// @param rung 1 to 6, 0 when there is no strength
/// @param suggested true when no person or tested rule has confirmed it
/// @param provisions the §§ that the evidence cites, joined; empty for a whole document
record StepCard(
        ThingLink thing,
        String relation,
        String heading,
        String strength,
        int rung,
        String status,
        boolean suggested,
        String provisions,
        List<EvidenceCard> evidence) {

    static final int RUNGS = 6;

    private static final List<String> LADDER =
            List.of("Named", "Anchored", "Planned", "CarriedOut", "Evaluated", "EffectMeasured");

    /// The card of another thing that points to the one at hand.
    static StepCard incoming(Step step, Words words) {
        return of(step, step.subject(), words.incoming(step.predicate()), words);
    }

    /// The card of another thing that the one at hand points to.
    static StepCard outgoing(Step step, Words words) {
        return of(step, step.object(), words.outgoing(step.predicate()), words);
    }

    private static StepCard of(Step step, Thing other, String heading, Words words) {
        String provisions = String.join(
                ", ",
                step.evidence().stream()
                        .map(evidence -> evidence.provision())
                        .filter(provision -> !provision.isEmpty())
                        .distinct()
                        .toList());
        return new StepCard(
                ThingLink.of(other, words),
                words.relation(step.predicate()),
                heading,
                step.strength().isEmpty() ? "" : words.strength(step.strength()),
                LADDER.indexOf(step.strength()) + 1,
                words.status(step.status()),
                step.status().equals("Suggested"),
                provisions,
                step.evidence().stream()
                        .map(evidence -> EvidenceCard.of(evidence, words))
                        .toList());
    }

    /// One entry for each rung of the ladder, true up to this one; for drawing.
    public List<Boolean> pips() {
        return java.util.stream.IntStream.rangeClosed(1, RUNGS)
                .mapToObj(step -> step <= rung)
                .toList();
    }
}
