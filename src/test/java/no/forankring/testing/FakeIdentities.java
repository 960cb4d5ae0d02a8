package no.forankring.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.forankring.identity.Comparison;
import no.forankring.identity.Comparison.Outcome;
import no.forankring.identity.Ground;
import no.forankring.identity.IdentityDecision;
import no.forankring.identity.IdentityDecision.Verdict;
import no.forankring.identity.IdentityDesk;
import no.forankring.identity.IdentityException;
import no.forankring.identity.Naming;
import no.forankring.identity.Sighting;

/// Asks about one pair of the examples and remembers what was answered.
public final class FakeIdentities implements IdentityDesk {

    public static final String ONE = "http://localhost:8080/id/network/mat-og-maltider-i-fjordvik";
    public static final String OTHER = "http://localhost:8080/id/activity/varsamling-2025";

    private final List<IdentityDecision> decisions = new ArrayList<>();

    @Override
    public synchronized List<Pair> pairs() {
        return decisions.isEmpty()
                ? List.of(new Pair(
                        ONE,
                        OTHER,
                        new Comparison(
                                Outcome.DOUBTFUL,
                                List.of(new Ground("names-share", List.of("Mat og måltider", "Måltider", "måltider"))),
                                List.of(new Ground("other-kind", List.of())))))
                : List.of();
    }

    @Override
    public synchronized Decided decide(String kept, String other, Verdict verdict, String why, String who) {
        if (kept.equals(other)) {
            throw IdentityException.unknown(other);
        }
        return noted(new IdentityDecision(
                "i" + decisions.size(), verdict, kept, other, "", "", why, who, Instant.parse("2025-03-03T09:00:00Z")));
    }

    private Decided noted(IdentityDecision decision) {
        decisions.addFirst(decision);
        return new Decided(List.of(decision), List.of(EdgeExamples.DOCUMENT));
    }

    @Override
    public synchronized Decided split(String thing, List<String> namings, String why, String who) {
        return noted(new IdentityDecision(
                "i" + decisions.size(),
                Verdict.SPLIT,
                thing,
                OTHER,
                EdgeExamples.DOCUMENT,
                thing,
                why,
                who,
                Instant.parse("2025-03-03T09:00:00Z")));
    }

    @Override
    public synchronized Decided takeBack(String id, String who) {
        List<IdentityDecision> taken =
                decisions.stream().filter(decision -> decision.id().equals(id)).toList();
        decisions.removeAll(taken);
        return new Decided(taken, List.of());
    }

    @Override
    public synchronized List<IdentityDecision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public List<Naming> names(String thing) {
        return thing.equals(ONE)
                ? List.of(naming("1", "Nettverk for mat og måltider"), naming("2", "Matnettverket"))
                : List.of();
    }

    private static Naming naming(String id, String name) {
        return new Naming(
                EdgeExamples.DOCUMENT + "/" + id,
                EdgeExamples.DOCUMENT,
                ONE,
                ONE,
                new Sighting(ONE, "Network", name, Optional.empty(), "", OptionalInt.empty(), Set.of(), ""));
    }

    @Override
    public Optional<String> forward(String address) {
        return address.endsWith("/gammelt-navn") ? Optional.of(ONE) : Optional.empty();
    }

    public synchronized void reset() {
        decisions.clear();
    }
}
