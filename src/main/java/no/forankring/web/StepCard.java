package no.forankring.web;

import java.util.List;
import java.util.Locale;
import no.forankring.ingest.LinkPolicy;
import no.forankring.trace.Step;

/// One statement about the thing at hand: the other thing, how they are tied, how strongly, and the proof.
///
/// @param relation as a sentence reads it, «er forankret i»
/// @param heading for a group of statements of this kind
/// @param strength a word of the ladder; empty for relations that have none
/// @param rung 1 to 6, 0 when there is no strength
/// @param suggested true when no person or tested rule has confirmed it
/// @param measured how often such links were right, and what follows; empty for citations and for what people decided
/// @param provisions the §§ that the evidence cites, joined; empty for a whole document
record StepCard(
        ThingLink thing,
        String relation,
        String heading,
        String strength,
        int rung,
        String status,
        boolean suggested,
        String measured,
        String provisions,
        List<EvidenceCard> evidence) {

    static final int RUNGS = 6;

    private static final List<String> LADDER =
            List.of("Named", "Anchored", "Planned", "CarriedOut", "Evaluated", "EffectMeasured");

    /// The card of another thing that points to the one at hand.
    static StepCard incoming(Step step, Words words) {
        return of(step, ThingLink.of(step.subject(), words), words.incoming(step.predicate()), words);
    }

    /// The card of another thing that the one at hand points to.
    static StepCard outgoing(Step step, Words words) {
        return of(step, ThingLink.object(step, words), words.outgoing(step.predicate()), words);
    }

    private static StepCard of(Step step, ThingLink other, String heading, Words words) {
        String provisions = String.join(
                ", ",
                step.evidence().stream()
                        .map(evidence -> evidence.provision())
                        .filter(provision -> !provision.isEmpty())
                        .distinct()
                        .toList());
        return new StepCard(
                other,
                words.relation(step.predicate()),
                heading,
                step.strength().isEmpty() ? "" : words.strength(step.strength()),
                LADDER.indexOf(step.strength()) + 1,
                words.status(step.status()),
                step.status().equals("Suggested"),
                measured(step, words),
                provisions,
                step.evidence().stream()
                        .map(evidence -> EvidenceCard.of(evidence, words))
                        .toList());
    }

    private static String measured(Step step, Words words) {
        if (step.evidence().isEmpty() || step.status().equals("Confirmed")) {
            return "";
        }
        String object = step.object().iri();
        return LinkPolicy.PUBLISHED
                .explain(
                        step.predicate(),
                        object.substring(object.indexOf('#') + 1),
                        step.evidence().getFirst().rule(),
                        step.status().equals("Automatic"))
                .map(reason -> reason.text(Locale.of(words.language())))
                .orElse("");
    }

    /// One entry for each rung of the ladder, true up to this one; for drawing.
    public List<Boolean> pips() {
        return java.util.stream.IntStream.rangeClosed(1, RUNGS)
                .mapToObj(step -> step <= rung)
                .toList();
    }
}
