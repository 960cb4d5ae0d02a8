package no.forankring.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.review.SecondReader;

/// One reading of the examples, and one disagreement about them.
public final class FakeSecondReader implements SecondReader {

    public static final String READING = "l1";

    private static final Instant WHEN = Instant.parse("2025-03-03T09:00:00Z");

    private final FakeReview review;
    private final List<String> told = new ArrayList<>();

    public FakeSecondReader(FakeReview review) {
        this.review = review;
    }

    /// What was asked and said, in order.
    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized String ask(QueueFilter filter, String scope, String who) {
        told.add("ask " + scope + " " + who);
        return READING;
    }

    @Override
    public synchronized String ask(String link, String who) {
        told.add("ask " + link + " " + who);
        return READING;
    }

    @Override
    public List<Reading> readings() {
        return List.of(new Reading(READING, "kari", WHEN, "dokument=" + EdgeExamples.DOCUMENT, 3, 2));
    }

    @Override
    public List<QueueItem> items(String reading, String who) {
        if (!reading.equals(READING)) {
            throw new IllegalArgumentException(reading);
        }
        return review.queue(QueueFilter.ALL).items();
    }

    @Override
    public Optional<ReviewCase> look(String reading, String item, String who) {
        return review.look(item);
    }

    @Override
    public synchronized void say(String reading, String item, Verdict verdict, String chosen, String why, String who) {
        told.add("say " + item + " " + verdict + " " + why + " " + who);
    }

    @Override
    public List<Disagreement> disagreements() {
        return review.queue(QueueFilter.ALL).items().stream()
                .limit(1)
                .map(item -> new Disagreement(
                        "u1",
                        item,
                        new Said(Verdict.ACCEPTED, "Bu trygt heime", "kari", WHEN, "fordi"),
                        new Said(Verdict.REJECTED, "", "ola", WHEN, "nei")))
                .toList();
    }

    @Override
    public synchronized void settle(String disagreement, Side side, String why, String who) {
        if (!disagreement.equals("u1")) {
            throw new IllegalArgumentException(disagreement);
        }
        told.add("settle " + side + " " + why + " " + who);
    }

    @Override
    public Agreement agreement() {
        return new Agreement(12, 9, OptionalDouble.of(0.5));
    }
}
