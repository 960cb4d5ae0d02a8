package no.forankring.extraction;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.Resolution;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.Strength;

/// One sentence with all that is spoken of in it.
///
/// @param things networks, activities, projects and bodies, in the sentence's order
/// @param agents organizations, municipalities, the owner as "vi", in the sentence's order
/// @param citations those that lie in it
/// @param strength the step of the ladder that its words prove; named when they say nothing
record Utterance(
        String words,
        Span span,
        List<Spoken> things,
        List<Spoken> agents,
        List<Resolution> citations,
        Strength strength) {

    Utterance {
        things = List.copyOf(things);
        agents = List.copyOf(agents);
        citations = List.copyOf(citations);
    }

    /// Where something begins, counted from the sentence's beginning.
    int start(Spoken spoken) {
        return spoken.span().start() - span.start();
    }

    int end(Spoken spoken) {
        return spoken.span().end() - span.start();
    }

    int start(Resolution citation) {
        return citation.mention().span().start() - span.start();
    }

    int end(Resolution citation) {
        return citation.mention().span().end() - span.start();
    }

    Optional<Spoken> lastThingBefore(int offset) {
        return things.stream().filter(thing -> start(thing) < offset).reduce((first, second) -> second);
    }

    Optional<Spoken> firstThing() {
        return things.stream().findFirst();
    }

    boolean speaksOf(String key) {
        return things.stream().anyMatch(thing -> thing.key().equals(key));
    }

    /// The words between two offsets of the sentence, empty when they overlap.
    String between(int from, int to) {
        return from < to ? words.substring(from, to) : "";
    }
}
