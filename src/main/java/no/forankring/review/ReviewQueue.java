package no.forankring.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.LearnedAlias;
import no.forankring.citation.Mention;
import no.forankring.document.DocumentId;
import no.forankring.document.Documents;
import no.forankring.document.Owner;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.trace.DocumentView;
import no.forankring.trace.MentionView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Traces;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

/// Which suggestions await a person, what was decided, and what was learned from it.
///
/// A decision is kept apart from what documents say, so it survives every re-reading: the link's address depends
/// only on document, subject, predicate and object. Safe for many threads.
public final class ReviewQueue implements ReviewDesk {

    private static final String CITES = "cites";

    private final GraphStore graph;
    private final Traces traces;
    private final Register register;
    private final Recognizers recognizers;
    private final Clock clock;
    private final WaitingList list;
    private final Lessons lessons;
    private final Meant meant;
    private final ReviewCases cases;

    public ReviewQueue(
            GraphStore graph,
            Traces traces,
            Documents documents,
            Register register,
            Recognizers recognizers,
            Clock clock) {
        this.graph = graph;
        this.traces = traces;
        this.register = register;
        this.recognizers = recognizers;
        this.clock = clock;
        this.list = new WaitingList(graph);
        this.lessons = new Lessons(traces, documents, recognizers);
        this.meant = new Meant(register, recognizers);
        this.cases = new ReviewCases(graph, traces, documents, register, recognizers, lessons);
    }

    WaitingList list() {
        return list;
    }

    ReviewCases cases() {
        return cases;
    }

    /// What a person thinks of a suggestion.
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        UNSURE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A person's answer to a question.
    ///
    /// @param links of an acceptance the one that is right, else all that the question is about
    /// @param scope where the accepted words shall count from now on
    /// @param why in the person's own words; may be empty
    public record Answer(List<String> links, Verdict verdict, AliasScope scope, String why) {

        public Answer {
            links = List.copyOf(links);
        }

        public Answer(List<String> links, Verdict verdict, AliasScope scope) {
            this(links, verdict, scope, "");
        }
    }

    /// What came of an answer, or of taking one back.
    ///
    /// @param learned the aliases that it added
    /// @param forgotten the aliases that it removed
    /// @param together names the answer, to take it back by; empty when one was taken back
    /// @param items how many items of the queue it was about
    public record Outcome(List<LearnedAlias> learned, List<LearnedAlias> forgotten, String together, int items) {

        public Outcome(List<LearnedAlias> learned, List<LearnedAlias> forgotten) {
            this(learned, forgotten, "", 1);
        }

        public Outcome {
            learned = List.copyOf(learned);
            forgotten = List.copyOf(forgotten);
        }
    }

    /// One answer as it was given: its judgments were noted together.
    ///
    /// @param links the addresses of what was judged: links, or unresolved mentions
    /// @param steps the links, as far as the graph still knows them
    /// @param words of the mentions, as far as the graph still knows them
    /// @param together names the answer, to take it back by; empty of judgments from before answers had names
    /// @param why in the person's own words
    public record Answered(
            Verdict verdict,
            String who,
            Instant when,
            List<String> links,
            List<Step> steps,
            List<String> words,
            String together,
            String why) {}

    // ---- the queue ----

    @Override
    public Queue queue(QueueFilter filter) {
        return list.queue(filter);
    }

    @Override
    public Optional<ReviewCase> look(String key) {
        return open(list.open(), key).flatMap(item -> cases.of(item, equal(item, Reach.EVERYWHERE), false));
    }

    @Override
    public List<Thing> others(String key) {
        return open(list.open(), key).map(cases::others).orElse(List.of());
    }

    @Override
    public List<GoverningDocument> find(String words, int limit) {
        return meant.find(words, limit);
    }

    private static Optional<QueueItem> open(List<QueueItem> items, String key) {
        return items.stream().filter(item -> item.key().equals(key)).findFirst();
    }

    private List<QueueItem> equal(QueueItem item, Reach reach) {
        return switch (reach) {
            case ITEM -> List.of(item);
            case DOCUMENT ->
                list.open().stream()
                        .filter(other -> other.document().equals(item.document()) && other.equalTo(item))
                        .toList();
            case EVERYWHERE ->
                list.open().stream().filter(other -> other.equalTo(item)).toList();
        };
    }

    @Override
    public Outcome decide(Decision decision, String who) {
        QueueItem item = open(list.open(), decision.item()).orElseThrow(ReviewException::noLongerWaits);
        boolean accepted = decision.verdict() == Verdict.ACCEPTED;
        int chosen = accepted ? chosen(item, decision.chosen()) : 0;
        List<QueueItem> items = equal(item, decision.reach());
        Instant now = clock.instant();
        String together = Judge.newId();
        String first = Judge.newId();
        String firstLink = item.links().get(chosen);
        List<LearnedAlias> learned = accepted && decision.scope() != AliasScope.NONE
                ? lessons.learn(
                        new Answer(List.of(firstLink), decision.verdict(), decision.scope()),
                        new Judgment(
                                first,
                                firstLink,
                                decision.verdict(),
                                who,
                                now,
                                decision.why(),
                                together,
                                Judgment.About.UNKNOWN))
                : List.of();
        List<LearnedAlias> before = aliases();
        int[] done = {0};
        String why = "review %s %s".formatted(item.key(), decision.verdict().code());
        await(graph.write(who, why, state -> {
            done[0] = 0;
            var judge = new Judge(state, graph.addresses(), who, now, decision.why(), together);
            var rdf = new JudgmentRdf(state, graph.addresses());
            for (QueueItem each : items) {
                List<String> links = accepted
                        ? List.of(each.links()
                                .get(each.objects().indexOf(item.objects().get(chosen))))
                        : each.links();
                if (each.links().stream().anyMatch(link -> rdf.isJudged(NodeFactory.createURI(link)))) {
                    if (each.key().equals(item.key())) {
                        throw ReviewException.noLongerWaits();
                    }
                    continue;
                }
                for (String link : links) {
                    judge.judge(link, decision.verdict(), link.equals(firstLink) ? first : Judge.newId());
                }
                done[0]++;
            }
            var aliases = new AliasRdf(state, graph.addresses());
            learned.forEach(aliases::add);
            decision.place().ifPresent(place -> new PlaceRdf(state, graph.addresses()).keep(who, place));
        }));
        return new Outcome(learned, gone(before), together, done[0]);
    }

    private static int chosen(QueueItem item, String link) {
        if (item.isOpenMention() || link.isEmpty() && item.links().size() > 1) {
            throw ReviewException.notOneChosen();
        }
        int chosen = link.isEmpty() ? 0 : item.links().indexOf(link);
        if (chosen < 0) {
            throw ReviewException.unknownLink(link);
        }
        return chosen;
    }

    @Override
    public Outcome choose(Decision decision, String words, String who) {
        QueueItem item = open(list.open(), decision.item()).orElseThrow(ReviewException::noLongerWaits);
        Addresses addresses = graph.addresses();
        boolean address =
                others(item.key()).stream().anyMatch(thing -> thing.iri().equals(words));
        Node object = address
                ? NodeFactory.createURI(words)
                : addresses.of(
                        Addresses.GOVERNING_DOCUMENT, meant.governing(words).value());
        int known = item.objects().indexOf(object.getURI());
        if (known >= 0) {
            return decide(
                    new Decision(
                            decision.item(),
                            Verdict.ACCEPTED,
                            item.links().get(known),
                            decision.reach(),
                            decision.scope(),
                            decision.why(),
                            decision.place()),
                    who);
        }
        List<QueueItem> items = equal(item, decision.reach());
        Instant now = clock.instant();
        String together = Judge.newId();
        int[] done = {0};
        await(graph.write(who, "review " + item.key() + " as " + object.getURI(), state -> {
            done[0] = 0;
            for (QueueItem each : items) {
                var judge = new Judge(state, addresses, who, now, decision.why(), together);
                var rdf = new JudgmentRdf(state, addresses);
                if (each.links().stream().anyMatch(link -> rdf.isJudged(NodeFactory.createURI(link)))) {
                    if (each.key().equals(item.key())) {
                        throw ReviewException.noLongerWaits();
                    }
                    continue;
                }
                choose(state, judge, each, object, reason(who, now));
                done[0]++;
            }
            decision.place().ifPresent(place -> new PlaceRdf(state, addresses).keep(who, place));
        }));
        return new Outcome(List.of(), List.of(), together, done[0]);
    }

    private void choose(DatasetGraph state, Judge judge, QueueItem item, Node object, String reason) {
        Addresses addresses = graph.addresses();
        Node suggestions = addresses.suggestionsGraph(item.document());
        Node first = NodeFactory.createURI(item.links().getFirst());
        var proofs = new ArrayList<Node>();
        state.find(suggestions, first, Fa.evidence, Node.ANY).forEachRemaining(quad -> proofs.add(quad.getObject()));
        proofs.sort(Comparator.comparing(Node::getURI));
        if (proofs.isEmpty()) {
            throw ReviewException.noLongerWaits();
        }
        Node subject = addresses.of(Addresses.DOCUMENT, item.document());
        Node predicate = Fa.cites;
        if (!item.isOpenMention()) {
            subject = state.find(suggestions, first, RDF.subject.asNode(), Node.ANY)
                    .next()
                    .getObject();
            predicate = state.find(suggestions, first, RDF.predicate.asNode(), Node.ANY)
                    .next()
                    .getObject();
            item.links().forEach(link -> judge.judge(link, Verdict.REJECTED));
        }
        judge.pointOut(item.document(), subject, predicate, object, suggestions, proofs, reason, register);
    }

    private static String reason(String who, Instant now) {
        return "pekt ut av %s %s".formatted(who, LocalDate.ofInstant(now, ZoneId.of("Europe/Oslo")));
    }

    @Override
    public Outcome undo(String together, String who) {
        List<LearnedAlias> before = aliases();
        int[] done = {0};
        await(graph.write(who, "take back the answer " + together, state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            List<Judgment> judgments = rdf.together(together);
            if (judgments.isEmpty()) {
                throw ReviewException.unknownAnswer(together);
            }
            judgments.forEach(judgment -> takeBack(rdf, judgment.link(), who));
            done[0] = judgments.size();
        }));
        return new Outcome(List.of(), gone(before), "", done[0]);
    }

    private void takeBack(JudgmentRdf rdf, String link, String who) {
        Node node = NodeFactory.createURI(link);
        if (rdf.isDisputed(node)) {
            throw ReviewException.disputed(link);
        }
        rdf.takeBack(node, who, clock.instant());
    }

    @Override
    public List<DecisionEntry> decisions(DecisionFilter filter) {
        return new DecisionList(graph, traces).entries(filter);
    }

    // ---- where people are ----

    @Override
    public Optional<ReviewPlace> place(String who) {
        return graph.read(state -> new PlaceRdf(state, graph.addresses()).of(who));
    }

    @Override
    public void keep(ReviewPlace place, String who) {
        await(graph.write(
                who, "keep the place in the review", state -> new PlaceRdf(state, graph.addresses()).keep(who, place)));
    }

    @Override
    public boolean singleKeys(String who) {
        return graph.read(state -> new PlaceRdf(state, graph.addresses()).singleKeys(who));
    }

    @Override
    public void singleKeys(boolean on, String who) {
        await(graph.write(
                who,
                "switch single keys " + (on ? "on" : "off"),
                state -> new PlaceRdf(state, graph.addresses()).singleKeys(who, on)));
    }

    // ---- decisions by link ----

    /// Notes what a person decided about a suggested link. Accepting makes it a fact, with its evidence; rejecting
    /// or being unsure takes back an earlier acceptance. Fails with [ReviewException] as its cause when no suggestion
    /// and no earlier decision has that address.
    public CompletableFuture<Change> decide(String linkAddress, Verdict verdict, String who) {
        Instant now = clock.instant();
        String together = Judge.newId();
        return graph.write(
                who,
                "judge " + linkAddress + " " + verdict.code(),
                state -> new Judge(state, graph.addresses(), who, now, "", together).judge(linkAddress, verdict));
    }

    @Override
    public Outcome answer(Answer answer, String who) {
        if (answer.links().isEmpty()
                || answer.verdict() == Verdict.ACCEPTED && answer.links().size() > 1) {
            throw ReviewException.notOneChosen();
        }
        Instant now = clock.instant();
        String together = Judge.newId();
        String first = Judge.newId();
        List<LearnedAlias> learned = answer.scope() == AliasScope.NONE
                ? List.of()
                : lessons.learn(
                        answer,
                        new Judgment(
                                first,
                                answer.links().getFirst(),
                                answer.verdict(),
                                who,
                                now,
                                answer.why(),
                                together,
                                Judgment.About.UNKNOWN));
        List<LearnedAlias> before = aliases();
        String why = "judge %s %s"
                .formatted(String.join(" ", answer.links()), answer.verdict().code());
        await(graph.write(who, why, state -> {
            var judge = new Judge(state, graph.addresses(), who, now, answer.why(), together);
            for (int i = 0; i < answer.links().size(); i++) {
                judge.judge(answer.links().get(i), answer.verdict(), i == 0 ? first : Judge.newId());
            }
            var aliases = new AliasRdf(state, graph.addresses());
            learned.forEach(aliases::add);
        }));
        return new Outcome(learned, gone(before), together, 1);
    }

    /// What a person pointed out for an unresolved mention.
    ///
    /// @param link the address of the link that is a fact from now on, to take back by
    /// @param label of the governing document that it leads to
    public record PointedOut(String link, GoverningDocumentId document, String label) {}

    @Override
    public PointedOut pointOut(String mention, String words, String who) {
        OpenMention open = traces.mention(mention).orElseThrow(() -> ReviewException.unknownMention(mention));
        String document = open.evidence().document();
        GoverningDocumentId governing = meant.governing(words);
        Addresses addresses = graph.addresses();
        Node subject = addresses.of(Addresses.DOCUMENT, document);
        Node object = addresses.of(Addresses.GOVERNING_DOCUMENT, governing.value());
        Node suggestions = addresses.suggestionsGraph(document);
        Instant now = clock.instant();
        String together = Judge.newId();
        await(graph.write(who, "point out " + mention + " as " + governing.value(), state -> {
            Node item = NodeFactory.createURI(mention);
            var proofs = new ArrayList<Node>();
            state.find(suggestions, item, Fa.evidence, Node.ANY).forEachRemaining(quad -> proofs.add(quad.getObject()));
            if (proofs.isEmpty() || !new ConfirmedRdf(state, addresses).isUnresolved(item)) {
                throw ReviewException.unknownMention(mention);
            }
            new JudgmentRdf(state, addresses).takeBack(item, who, now);
            new Judge(state, addresses, who, now, "", together)
                    .pointOut(document, subject, Fa.cites, object, suggestions, proofs, reason(who, now), register);
        }));
        return new PointedOut(
                addresses.link(document, subject, Fa.cites, object).getURI(),
                governing,
                RegisterRdf.labelOfUnlisted(governing, register));
    }

    @Override
    public Outcome takeBack(List<String> links, String who) {
        List<LearnedAlias> before = aliases();
        await(graph.write(who, "take back the judgment of " + String.join(" ", links), state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            for (String link : links) {
                if (!rdf.isJudged(NodeFactory.createURI(link))) {
                    throw ReviewException.unknownLink(link);
                }
                takeBack(rdf, link, who);
            }
        }));
        return new Outcome(List.of(), gone(before));
    }

    /// What was decided about these links, by address; those that nobody has judged are left out.
    public Map<String, Judgment> judgments(Collection<String> links) {
        return graph.read(state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            return links.stream()
                    .distinct()
                    .flatMap(link -> rdf.of(NodeFactory.createURI(link)).stream())
                    .collect(Collectors.toMap(Judgment::link, Function.identity()));
        });
    }

    /// The addresses of a document's links that a person has rejected, or about which two people disagree: no machine
    /// may state them as facts.
    public Set<String> rejected(DocumentId document) {
        String prefix = graph.addresses().of(Addresses.LINK, document + "/").getURI();
        return graph.read(state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            Set<String> links = rdf.links(Verdict.REJECTED, prefix);
            links.addAll(rdf.disputed(prefix));
            return links;
        });
    }

    @Override
    public List<Answered> answered(int limit) {
        record Together(String answer, String who, Instant when) {}
        List<Judgment> judgments = graph.read(state -> new JudgmentRdf(state, graph.addresses()).all());
        return judgments.stream()
                .collect(Collectors.groupingBy(judgment -> new Together(
                        judgment.together().isEmpty() ? judgment.verdict().code() : judgment.together(),
                        judgment.who(),
                        judgment.when())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().when(), Comparator.reverseOrder()))
                .limit(limit)
                .map(entry -> answered(entry.getValue()))
                .toList();
    }

    /// What was accepted tells what the answer was, also where something else was rejected for it.
    private Answered answered(List<Judgment> together) {
        List<Judgment> sorted = together.stream()
                .sorted(Comparator.comparing(Judgment::verdict).thenComparing(Judgment::link))
                .toList();
        Judgment first = sorted.getFirst();
        List<String> links = sorted.stream().map(Judgment::link).toList();
        return new Answered(
                first.verdict(),
                first.who(),
                first.when(),
                links,
                links.stream().flatMap(link -> traces.step(link).stream()).toList(),
                links.stream()
                        .flatMap(link -> traces.mention(link).stream())
                        .map(mention -> mention.evidence().quote())
                        .toList(),
                first.together(),
                first.why());
    }

    // ---- what waits, by document ----

    /// The addresses of suggested links without a decision, in order of address.
    public List<String> waiting() {
        return graph.read(state -> {
            var judgments = new JudgmentRdf(state, graph.addresses());
            var waiting = new ArrayList<String>();
            state.findNG(Node.ANY, Node.ANY, Fa.status, Fa.Suggested).forEachRemaining(quad -> {
                if (!Addresses.isSetAside(quad.getGraph()) && !judgments.isJudged(quad.getSubject())) {
                    waiting.add(quad.getSubject().getURI());
                }
            });
            waiting.sort(String::compareTo);
            return waiting;
        });
    }

    @Override
    public List<Question> questions(String documentId) {
        Map<String, Step> open = open(documentId);
        Optional<DocumentView> document = open.isEmpty() ? Optional.empty() : traces.document(documentId);
        return document.map(view -> questions(view, open)).orElse(List.of());
    }

    private List<Question> questions(DocumentView document, Map<String, Step> open) {
        Optional<Owner> owner = lessons.owner(document);
        CitationRecognizer recognizer = recognizers.current();
        var questions = new ArrayList<Question>();
        var asked = new HashSet<String>();
        for (MentionView mention : document.mentions()) {
            List<Step> choices = mention.links().stream()
                    .filter(open::containsKey)
                    .map(open::get)
                    .toList();
            boolean fresh = choices.stream().map(Step::link).anyMatch(asked::add);
            if (fresh) {
                choices.forEach(step -> asked.add(step.link()));
                questions.add(new Question(
                        document.id(),
                        document.title(),
                        mention.reason(),
                        choices,
                        Lessons.of(choices, owner, recognizer)));
            }
        }
        // The steps that a row of a plan may have come to are one question.
        for (QueueItem item : list.open()) {
            if (item.document().equals(document.id()) && item.links().size() > 1 && !item.isOpenMention()) {
                List<Step> choices = item.links().stream()
                        .filter(link -> open.containsKey(link) && asked.add(link))
                        .map(open::get)
                        .toList();
                if (!choices.isEmpty()) {
                    questions.add(new Question(
                            document.id(),
                            document.title(),
                            choices.getFirst().evidence().getFirst().reason(),
                            choices,
                            Lessons.of(choices, owner, recognizer)));
                }
            }
        }
        open.values().stream()
                .filter(step -> asked.add(step.link()))
                .forEach(step -> questions.add(new Question(
                        document.id(),
                        document.title(),
                        step.evidence().getFirst().reason(),
                        List.of(step),
                        Lessons.of(List.of(step), owner, recognizer))));
        return questions;
    }

    @Override
    public List<OpenMention> openMentions(String documentId) {
        List<OpenMention> open = traces.openMentions(documentId).stream()
                .filter(mention -> mention.evidence().rule().equals(Mention.ANCHOR_ITEM))
                .toList();
        Set<String> waiting = list.open().stream()
                .filter(item -> item.isOpenMention() && item.document().equals(documentId))
                .flatMap(item -> item.links().stream())
                .collect(Collectors.toSet());
        return open.stream()
                .filter(mention -> waiting.contains(mention.address()))
                .toList();
    }

    /// The suggestions that wait, by link.
    private Map<String, Step> open(String document) {
        Set<String> settled = settled(document);
        List<Step> suggestions = traces.suggestions(document);
        return graph.read(state -> {
            var judgments = new JudgmentRdf(state, graph.addresses());
            return suggestions.stream()
                    .filter(step ->
                            !settled.contains(step.link()) && !judgments.isJudged(NodeFactory.createURI(step.link())))
                    .collect(Collectors.toMap(
                            Step::link, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        });
    }

    /// The candidates of mentions of which a person has accepted one: what is left no longer waits.
    private Set<String> settled(String document) {
        Node suggestions = graph.addresses().suggestionsGraph(document);
        return graph.read(state -> {
            var facts = new ConfirmedRdf(state, graph.addresses());
            var chosen = new HashSet<Node>();
            var readings = new HashMap<String, Set<Node>>();
            state.find(suggestions, Node.ANY, Fa.mention, Node.ANY).forEachRemaining(quad -> {
                readings.computeIfAbsent(quad.getSubject().getURI(), link -> new HashSet<>())
                        .add(quad.getObject());
                if (facts.isConfirmed(quad.getSubject())) {
                    chosen.add(quad.getObject());
                }
            });
            return readings.entrySet().stream()
                    .filter(entry -> chosen.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        });
    }

    // ---- what was learned ----

    @Override
    public List<LearnedAlias> aliases() {
        return graph.read(state -> new AliasRdf(state, graph.addresses()).all());
    }

    @Override
    public Optional<LearnedAlias> forget(String aliasId, String who) {
        Optional<LearnedAlias> alias = graph.read(state -> new AliasRdf(state, graph.addresses()).find(aliasId));
        if (alias.isPresent()) {
            await(graph.write(
                    who,
                    "take back the alias " + aliasId,
                    state -> new AliasRdf(state, graph.addresses()).remove(aliasId)));
        }
        return alias;
    }

    private List<LearnedAlias> gone(List<LearnedAlias> before) {
        List<LearnedAlias> after = aliases();
        return before.stream().filter(alias -> !after.contains(alias)).toList();
    }

    static void await(CompletableFuture<Change> change) {
        try {
            change.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            while (cause != null) {
                if (cause instanceof ReviewException refused) {
                    throw refused;
                }
                cause = cause.getCause();
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }
}
