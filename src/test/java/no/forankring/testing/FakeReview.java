package no.forankring.testing;

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
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.trace.OpenMention;

/// Asks the questions of the examples and remembers what was answered.
public final class FakeReview {

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> pointedOut = new HashMap<>();
    private final List<LearnedAlias> aliases = new ArrayList<>(List.of(EdgeExamples.alias()));

    public synchronized List<Question> questions(String document) {
        return EdgeExamples.questions(document).stream()
                .filter(question -> answers.stream()
                        .noneMatch(answer -> answer.links().stream().anyMatch(question.links()::contains)))
                .toList();
    }

    public synchronized List<OpenMention> openMentions(String document) {
        return EdgeExamples.openMentions(document).stream()
                .filter(open -> !pointedOut.containsKey(open.address())
                        && answers.stream().noneMatch(answer -> answer.links().contains(open.address())))
                .toList();
    }

    /// Knows one document, by its id.
    public synchronized PointedOut pointOut(String mention, String words) {
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

    public synchronized Outcome answer(Answer answer) {
        answers.add(answer);
        return new Outcome(answer.scope() == AliasScope.NONE ? List.of() : List.of(EdgeExamples.alias()), List.of());
    }

    public synchronized Outcome takeBack(List<String> links) {
        answers.removeIf(answer -> answer.links().equals(links));
        return new Outcome(List.of(), List.of());
    }

    public synchronized List<Answer> answers() {
        return List.copyOf(answers);
    }

    public synchronized List<LearnedAlias> aliases() {
        return List.copyOf(aliases);
    }

    public synchronized Optional<LearnedAlias> forget(String id) {
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
