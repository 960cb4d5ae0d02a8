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
import no.forankring.graph.Fa;
import no.forankring.ingest.Explanations;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.review.AliasScope;
import no.forankring.review.Certainty;
import no.forankring.review.Decision;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import no.forankring.review.Ground;
import no.forankring.review.Judgment;
import no.forankring.review.Lesson;
import no.forankring.review.Precedents;
import no.forankring.review.Question;
import no.forankring.review.Queue;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewDesk;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewPlace;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Answered;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Thing;

/// Asks the questions of the examples and remembers what was answered.
public final class FakeReview implements ReviewDesk {

    private final List<Answer> answers = new ArrayList<>();
    private final Map<String, String> pointedOut = new HashMap<>();
    private final Map<String, ReviewPlace> places = new HashMap<>();
    private boolean singleKeys = true;
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
    public synchronized Queue queue(QueueFilter filter) {
        List<QueueItem> items = items();
        return new Queue(
                items.stream()
                        .filter(item -> (filter.document().isEmpty()
                                        || filter.document().equals(item.document()))
                                && (filter.kind().isEmpty() || filter.kind().equals(item.kind())))
                        .toList(),
                items.size(),
                List.of(new Queue.Count(EdgeExamples.DOCUMENT, "Mandat", items.size())),
                items.stream()
                        .map(item -> new Queue.Count(item.kind(), item.kind(), 1))
                        .toList(),
                List.of(new Queue.Count("usikker", "usikker", items.size())));
    }

    private List<QueueItem> items() {
        var items = new ArrayList<QueueItem>();
        for (Question question : questions(EdgeExamples.DOCUMENT)) {
            EvidenceView proof = question.choices().getFirst().evidence().getFirst();
            items.add(item(
                    question.choices().getFirst().predicate(),
                    question.links(),
                    question.choices().stream().map(step -> step.object().iri()).toList(),
                    proof));
        }
        for (OpenMention open : openMentions(EdgeExamples.DOCUMENT)) {
            items.add(item(QueueItem.OPEN_MENTION, List.of(open.address()), List.of(), open.evidence()));
        }
        return items;
    }

    private static QueueItem item(String kind, List<String> links, List<String> objects, EvidenceView proof) {
        return new QueueItem(
                "q" + Integer.toHexString(links.hashCode()),
                proof.document(),
                proof.documentTitle(),
                kind,
                Certainty.UNSURE,
                links,
                objects,
                proof.quote(),
                proof.passage(),
                1,
                proof.start(),
                2,
                proof.rule());
    }

    @Override
    public synchronized Optional<ReviewCase> look(String key) {
        return items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .map(this::look);
    }

    private ReviewCase look(QueueItem item) {
        Optional<Question> question = questions(item.document()).stream()
                .filter(asked -> asked.links().equals(item.links()))
                .findFirst();
        return new ReviewCase(
                item,
                question.map(Question::reason).orElse("ordene nevner ikke noe kjent dokument"),
                question.map(asked -> asked.choices().getFirst().evidence())
                        .orElseGet(() -> EdgeExamples.openMentions(item.document()).stream()
                                .map(OpenMention::evidence)
                                .toList()),
                List.of("Avsnittet før."),
                List.of("Avsnittet etter."),
                question.map(Question::choices).orElse(List.of()).stream()
                        .map(step -> new ReviewCase.Candidate(
                                step,
                                Certainty.SURE,
                                List.of(new Ground("name-said", List.of("Bu trygt heime"))),
                                List.of(new Ground("no-title", List.of()))))
                        .toList(),
                question.map(Question::lesson).orElse(new Lesson(Optional.empty(), List.of(), List.of(), List.of())),
                new Precedents(true, item.sameWords(), 4, 1, 0),
                2,
                7,
                3);
    }

    @Override
    public synchronized Outcome decide(Decision decision, String who) {
        QueueItem item = items().stream()
                .filter(waiting -> waiting.key().equals(decision.item()))
                .findFirst()
                .orElseThrow();
        boolean accepted = decision.verdict() == Verdict.ACCEPTED;
        decision.place().ifPresent(place -> places.put(who, place));
        Outcome outcome = answer(
                new Answer(
                        accepted && !decision.chosen().isEmpty() ? List.of(decision.chosen()) : item.links(),
                        decision.verdict(),
                        decision.scope(),
                        decision.why()),
                who);
        return new Outcome(
                outcome.learned(),
                outcome.forgotten(),
                "svar-" + answers.size(),
                decision.reach() == Reach.EVERYWHERE ? 3 : 1);
    }

    @Override
    public synchronized Outcome choose(Decision decision, String words, String who) {
        QueueItem item = items().stream()
                .filter(waiting -> waiting.key().equals(decision.item()))
                .findFirst()
                .orElseThrow();
        pointOut(item.links().getFirst(), words, who);
        return new Outcome(List.of(), List.of(), "valgt-1", 1);
    }

    @Override
    public List<Thing> others(String key) {
        return List.of();
    }

    @Override
    public List<GoverningDocument> find(String words, int limit) {
        return EdgeExamples.register().all().stream()
                .filter(document ->
                        document.title().contains(words) || document.label().contains(words))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Outcome undo(String together, String who) {
        if (together.startsWith("svar-")) {
            answers.removeLast();
        }
        return new Outcome(List.of(), List.of());
    }

    @Override
    public synchronized List<DecisionEntry> decisions(DecisionFilter filter) {
        Instant when = Instant.parse("2025-03-03T09:00:00Z");
        var about = new Judgment.About("", Fa.NS + "cites", "", "meld. st. 24", "", "candidate");
        var judgment = new Judgment(
                "j2", EdgeExamples.link("x"), Verdict.REJECTED, "admin", when, "=feil tall", "svar-1", about);
        return List.of(
                new DecisionEntry(
                        judgment, "A – cites – B", EdgeExamples.DOCUMENT, "Mandat", Optional.empty(), "", true),
                new DecisionEntry(
                        judgment, "A – cites – B", EdgeExamples.DOCUMENT, "Mandat", Optional.of(when), "kari", false));
    }

    @Override
    public synchronized Optional<ReviewPlace> place(String who) {
        return Optional.ofNullable(places.get(who));
    }

    @Override
    public synchronized void keep(ReviewPlace place, String who) {
        places.put(who, place);
    }

    @Override
    public synchronized boolean singleKeys(String who) {
        return singleKeys;
    }

    @Override
    public synchronized void singleKeys(boolean on, String who) {
        singleKeys = on;
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
                        List.of(),
                        "svar-1",
                        answer.why()))
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
        places.clear();
        singleKeys = true;
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
