package no.forankring.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.citation.Explanation;
import no.forankring.citation.LearnedAlias;
import no.forankring.citation.Reason;
import no.forankring.ingest.Explanations;
import no.forankring.register.GoverningDocumentId;
import no.forankring.review.AliasScope;
import no.forankring.review.Question;
import no.forankring.review.ReviewDesk;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.trace.OpenMention;

/// Asks the questions of the examples and remembers what was answered.
public final class FakeReview implements ReviewDesk {

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> pointedOut = new HashMap<>();
    private final List<LearnedAlias> aliases = new ArrayList<>(List.of(EdgeExamples.alias()));

    @Override
    public synchronized List<Question> questions(String document) {
        return EdgeExamples.questions(document).stream()
                .filter(question -> answers.stream()
                        .noneMatch(answer -> answer.links().stream().anyMatch(question.links()::contains)))
                .toList();
    }

    @Override
    public synchronized List<OpenMention> openMentions(String document) {
        return EdgeExamples.openMentions(document).stream()
                .filter(open -> !pointedOut.containsKey(open.address())
                        && answers.stream().noneMatch(answer -> answer.links().contains(open.address())))
                .toList();
    }

    /// Knows one document, by its id.
    @Override
    public synchronized PointedOut pointOut(String mention, String words, String who) {
        var known = new GoverningDocumentId("meldst-15-2017-2018");
        if (!words.equals(known.value())) {
            throw ReviewException.noDocument(words);
        }
        pointedOut.put(mention, words);
        return new PointedOut(EdgeExamples.link("pointed-out"), known, "Leve hele livet");
    }

    public synchronized Map<String, String> pointedOut() {
        return Map.copyOf(pointedOut);
    }

    @Override
    public synchronized Outcome answer(Answer answer, String who) {
        answers.add(answer);
        return new Outcome(answer.scope() == AliasScope.NONE ? List.of() : List.of(EdgeExamples.alias()), List.of());
    }

    @Override
    public synchronized Outcome takeBack(List<String> links, String who) {
        answers.removeIf(answer -> answer.links().equals(links));
        return new Outcome(List.of(), List.of());
    }

    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    @Override
    public synchronized List<Answered> answered(int limit) {
        return answers.reversed().stream()
                .map(answer -> new Answered(
                        answer.verdict(),
                        "admin",
                        Instant.parse("2025-03-03T09:00:00Z"),
                        answer.links(),
                        EdgeExamples.questions(EdgeExamples.DOCUMENT).stream()
                                .flatMap(question -> question.choices().stream())
                                .filter(step -> answer.links().contains(step.link()))
                                .toList(),
                        List.of()))
                .toList();
    }

    @Override
    public synchronized List<LearnedAlias> aliases() {
        return List.copyOf(aliases);
    }

    @Override
    public synchronized Optional<LearnedAlias> forget(String id, String who) {
        Optional<LearnedAlias> alias =
                aliases.stream().filter(known -> known.id().equals(id)).findFirst();
        alias.ifPresent(aliases::remove);
        return alias;
    }

    /// Begins anew.
    public synchronized void reset() {
        answers.clear();
        pointedOut.clear();
        aliases.clear();
        aliases.add(EdgeExamples.alias());
    }

    public static List<Explanation> explain(List<Explanations.Stored> mentions) {
        return mentions.stream()
                .map(mention -> new Explanation(
                        Reason.of("explain-ambiguous", "Meld. St. 24"),
                        List.of(
                                Explanation.of(Reason.of("form-white-paper-number")),
                                Explanation.of(Reason.of("number-shared", "24", "2")))))
                .toList();
    }
}
