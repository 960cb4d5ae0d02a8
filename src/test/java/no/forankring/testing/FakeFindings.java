package no.forankring.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.findings.FindingsDesk;

/// Shows one finding of the examples and remembers whether it was put away.
public final class FakeFindings implements FindingsDesk {

    public static final String FINDING =
            "http://localhost:8080/id/finding/" + EdgeExamples.DOCUMENT + "/0123456789abcdef";

    private Optional<Dismissal> dismissal = Optional.empty();

    @Override
    public synchronized List<Stored> all() {
        return List.of(new Stored(
                FINDING,
                EdgeExamples.DOCUMENT,
                "sum",
                Map.of(
                        "nb", "Delene er 6 + 7, til sammen 13, men summen er oppgitt til 14.",
                        "en", "The parts are 6 + 7, together 13, but the total is given as 14."),
                0.8,
                new Place("p-0000000007", "Deltakere", 2, "6 team fra A, 7 team fra B, totalt 14 team"),
                List.of(new Place("p-0000000003", "", 0, "Tretten team deltok.")),
                dismissal));
    }

    @Override
    public List<Stored> of(String document) {
        return document.equals(EdgeExamples.DOCUMENT) ? all() : List.of();
    }

    @Override
    public synchronized boolean dismiss(String address, String why, String who) {
        boolean known = address.equals(FINDING);
        if (known) {
            dismissal = Optional.of(new Dismissal(who, Instant.parse("2025-03-03T09:00:00Z"), why));
        }
        return known;
    }

    @Override
    public synchronized boolean restore(String address, String who) {
        boolean away = dismissal.isPresent();
        dismissal = Optional.empty();
        return away;
    }
}
