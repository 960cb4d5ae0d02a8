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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.citation.CitationRecognizer;
import no.forankring.citation.LearnedAlias;
import no.forankring.citation.Mention;
import no.forankring.citation.Reason;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentId;
import no.forankring.document.Documents;
import no.forankring.document.Owner;
import no.forankring.document.Sha256;
import no.forankring.extraction.DocumentOwner;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.trace.DocumentView;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.MentionView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import no.forankring.trace.Traces;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Which suggestions await a person, what was decided, and what was learned from it.
///
/// A decision is kept apart from what documents say, so it survives every re-reading: the link's address depends
/// only on document, subject, predicate and object. Safe for many threads.
public final class ReviewQueue implements ReviewDesk {

    private static final String CITES = "cites";

    private final GraphStore graph;
    private final Traces traces;
    private final Documents documents;
    private final Register register;
    private final Recognizers recognizers;
    private final Clock clock;

    public ReviewQueue(
            GraphStore graph,
            Traces traces,
            Documents documents,
            Register register,
            Recognizers recognizers,
            Clock clock) {
        this.graph = graph;
        this.traces = traces;
        this.documents = documents;
        this.register = register;
        this.recognizers = recognizers;
        this.clock = clock;
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
    public record Answer(List<String> links, Verdict verdict, AliasScope scope) {

        public Answer {
            links = List.copyOf(links);
        }
    }

    /// What came of an answer, or of taking one back.
    ///
    /// @param learned the aliases that it added
    /// @param forgotten the aliases that it removed
    public record Outcome(List<LearnedAlias> learned, List<LearnedAlias> forgotten) {

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
    public record Answered(
            Verdict verdict, String who, Instant when, List<String> links, List<Step> steps, List<String> words) {}

    // ---- what waits ----

    /// The addresses of suggested links without a decision, in order of address.
    public List<String> waiting() {
        return graph.read(state -> {
            var judgments = new JudgmentRdf(state, graph.addresses());
            var waiting = new ArrayList<String>();
            state.findNG(Node.ANY, Node.ANY, Fa.status, Fa.Suggested).forEachRemaining(quad -> {
                if (!judgments.isJudged(quad.getSubject())) {
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
        Optional<Owner> owner = owner(document);
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
                        lesson(choices, owner, recognizer)));
            }
        }
        open.values().stream()
                .filter(step -> asked.add(step.link()))
                .forEach(step -> questions.add(new Question(
                        document.id(),
                        document.title(),
                        step.evidence().getFirst().reason(),
                        List.of(step),
                        lesson(List.of(step), owner, recognizer))));
        return questions;
    }

    @Override
    public List<OpenMention> openMentions(String documentId) {
        List<OpenMention> open = traces.openMentions(documentId).stream()
                .filter(mention -> mention.evidence().rule().equals(Mention.ANCHOR_ITEM))
                .toList();
        return graph.read(state -> {
            var judgments = new JudgmentRdf(state, graph.addresses());
            return open.stream()
                    .filter(mention -> !judgments.isJudged(NodeFactory.createURI(mention.address())))
                    .toList();
        });
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
            var judgments = new JudgmentRdf(state, graph.addresses());
            var chosen = new HashSet<Node>();
            var readings = new HashMap<String, Set<Node>>();
            state.find(suggestions, Node.ANY, Fa.mention, Node.ANY).forEachRemaining(quad -> {
                readings.computeIfAbsent(quad.getSubject().getURI(), link -> new HashSet<>())
                        .add(quad.getObject());
                if (judgments.isConfirmed(quad.getSubject())) {
                    chosen.add(quad.getObject());
                }
            });
            return readings.entrySet().stream()
                    .filter(entry -> chosen.containsAll(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        });
    }

    private Optional<Owner> owner(DocumentView document) {
        return documents
                .text(new Sha256(document.sha256()), document.fileName())
                .flatMap(DocumentOwner::of)
                .map(DocumentOwner::owner);
    }

    private static Lesson lesson(List<Step> choices, Optional<Owner> owner, CitationRecognizer recognizer) {
        Step step = choices.getFirst();
        if (!step.predicate().equals(CITES)) {
            return Lesson.NOTHING;
        }
        var document = new GoverningDocumentId(step.object().id());
        var forOwner = new ArrayList<String>();
        var forAll = new ArrayList<String>();
        var objections = new ArrayList<Reason>();
        for (String words : names(step.evidence())) {
            Optional<Reason> toAll = recognizer.objection(words, document, Optional.empty());
            toAll.filter(objection -> !objections.contains(objection)).ifPresent(objections::add);
            if (toAll.isEmpty()) {
                forAll.add(words);
            }
            if (owner.isPresent()
                    && recognizer.objection(words, document, owner).isEmpty()) {
                forOwner.add(words);
            }
        }
        return new Lesson(owner, forOwner, forAll, objections);
    }

    /// The names in the quoted words, each once.
    private static List<String> names(List<EvidenceView> evidence) {
        return evidence.stream()
                .map(proof -> LearnedAlias.nameIn(proof.quote()))
                .filter(words -> !words.isBlank())
                .collect(Collectors.toMap(
                        words -> words.toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (first, second) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    // ---- decisions ----

    /// Notes what a person decided about a suggested link. Accepting makes it a fact, with its evidence; rejecting
    /// or being unsure takes back an earlier acceptance. Fails with [ReviewException] as its cause when no suggestion
    /// and no earlier decision has that address.
    public CompletableFuture<Change> decide(String linkAddress, Verdict verdict, String who) {
        var judgment = new Judgment(newId(), linkAddress, verdict, who, clock.instant());
        return graph.write(who, "judge " + linkAddress + " " + verdict.code(), state -> decide(state, judgment));
    }

    private void decide(DatasetGraph state, Judgment judgment) {
        var rdf = new JudgmentRdf(state, graph.addresses());
        Node link = NodeFactory.createURI(judgment.link());
        Optional<Node> from = rdf.suggestionGraph(link);
        boolean dismissed = judgment.verdict() != Verdict.ACCEPTED && rdf.isUnresolved(link);
        if (!dismissed && from.isEmpty() && (!rdf.isConfirmed(link) || judgment.verdict() == Verdict.ACCEPTED)) {
            throw ReviewException.unknownLink(judgment.link());
        }
        rdf.takeBack(link);
        if (judgment.verdict() == Verdict.ACCEPTED) {
            rdf.confirm(from.orElseThrow(), link);
        }
        rdf.note(judgment);
    }

    @Override
    public Outcome answer(Answer answer, String who) {
        if (answer.links().isEmpty()
                || answer.verdict() == Verdict.ACCEPTED && answer.links().size() > 1) {
            throw ReviewException.notOneChosen();
        }
        Instant now = clock.instant();
        List<Judgment> judgments = answer.links().stream()
                .map(link -> new Judgment(newId(), link, answer.verdict(), who, now))
                .toList();
        List<LearnedAlias> learned =
                answer.scope() == AliasScope.NONE ? List.of() : learn(answer, judgments.getFirst());
        List<LearnedAlias> before = aliases();
        String why = "judge %s %s"
                .formatted(String.join(" ", answer.links()), answer.verdict().code());
        await(graph.write(who, why, state -> {
            judgments.forEach(judgment -> decide(state, judgment));
            var aliases = new AliasRdf(state, graph.addresses());
            learned.forEach(aliases::add);
        }));
        return new Outcome(learned, gone(before));
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
        GoverningDocumentId governing = governing(words);
        Addresses addresses = graph.addresses();
        Node object = addresses.of(Addresses.GOVERNING_DOCUMENT, governing.value());
        Node link = addresses.link(document, addresses.of(Addresses.DOCUMENT, document), Fa.cites, object);
        Instant now = clock.instant();
        var judgment = new Judgment(newId(), link.getURI(), Verdict.ACCEPTED, who, now);
        String why = "pekt ut av %s %s".formatted(who, LocalDate.ofInstant(now, ZoneId.of("Europe/Oslo")));
        await(graph.write(who, "point out " + mention + " as " + governing.value(), state -> {
            var rdf = new JudgmentRdf(state, addresses);
            Node item = NodeFactory.createURI(mention);
            if (!rdf.isUnresolved(item)) {
                throw ReviewException.unknownMention(mention);
            }
            rdf.takeBack(item);
            boolean told = rdf.isConfirmed(link);
            if (!told) {
                rdf.takeBack(link);
            }
            rdf.pointOut(document, item, link, object, why);
            if (register.find(governing).isEmpty()) {
                Graph description = GraphFactory.createGraphMem();
                RegisterRdf.describeUnlisted(governing, register, addresses, description);
                description.find().forEachRemaining(triple -> state.add(new Quad(addresses.confirmedGraph(), triple)));
            }
            if (!told) {
                rdf.note(judgment);
            }
        }));
        return new PointedOut(link.getURI(), governing, RegisterRdf.labelOfUnlisted(governing, register));
    }

    private GoverningDocumentId governing(String words) {
        String asked = words.strip();
        String id = asked.endsWith(")") ? asked.substring(asked.lastIndexOf('(') + 1, asked.length() - 1) : asked;
        List<GoverningDocumentId> listed = register.all().stream()
                .filter(document ->
                        document.id().value().equals(id) || document.label().equalsIgnoreCase(asked))
                .map(GoverningDocument::id)
                .toList();
        List<GoverningDocumentId> meant = listed.isEmpty() ? cited(asked) : listed;
        return switch (meant.size()) {
            case 0 -> throw ReviewException.noDocument(asked);
            case 1 -> meant.getFirst();
            default ->
                throw ReviewException.severalDocuments(
                        asked,
                        meant.stream()
                                .map(document -> "%s (%s)"
                                        .formatted(RegisterRdf.labelOfUnlisted(document, register), document.value()))
                                .toList());
        };
    }

    /// What the words cite, or may cite, each once.
    private List<GoverningDocumentId> cited(String words) {
        return recognizers.current().recognize(Documents.plainText(words)).stream()
                .flatMap(resolution -> switch (resolution) {
                    case Resolution.Resolved resolved ->
                        Stream.of(resolved.target().document());
                    case Resolution.Ambiguous ambiguous ->
                        ambiguous.candidates().stream()
                                .map(candidate -> candidate.target().document());
                    case Resolution.Unresolved unresolved -> Stream.empty();
                })
                .distinct()
                .toList();
    }

    private List<LearnedAlias> learn(Answer answer, Judgment judgment) {
        Step step = traces.step(judgment.link()).orElseThrow(() -> ReviewException.unknownLink(judgment.link()));
        if (answer.verdict() != Verdict.ACCEPTED || !step.predicate().equals(CITES)) {
            throw ReviewException.nothingToLearn();
        }
        String document = step.evidence().getFirst().document();
        Optional<Owner> owner = traces.document(document).flatMap(this::owner);
        if (answer.scope() == AliasScope.OWNER && owner.isEmpty()) {
            throw ReviewException.ownerUnknown();
        }
        CitationRecognizer recognizer = recognizers.current();
        Optional<Owner> scope = answer.scope() == AliasScope.OWNER ? owner : Optional.empty();
        List<String> words = lesson(List.of(step), owner, recognizer).words(answer.scope());
        var governing = new GoverningDocumentId(step.object().id());
        if (words.isEmpty()) {
            throw ReviewException.refused(names(step.evidence()).stream()
                    .flatMap(name -> recognizer.objection(name, governing, scope).stream())
                    .toList());
        }
        var provenance = new LearnedAlias.Provenance(judgment.id(), judgment.who(), judgment.when(), document);
        return words.stream()
                .map(name -> new LearnedAlias(newId(), name, governing, scope, provenance))
                .toList();
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
                rdf.takeBack(NodeFactory.createURI(link));
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

    /// The addresses of a document's links that a person has rejected: no machine may state them as facts.
    public Set<String> rejected(DocumentId document) {
        String prefix = graph.addresses().of(Addresses.LINK, document + "/").getURI();
        return graph.read(state -> new JudgmentRdf(state, graph.addresses()).links(Verdict.REJECTED, prefix));
    }

    @Override
    public List<Answered> answered(int limit) {
        record Together(Verdict verdict, String who, Instant when) {}
        List<Judgment> judgments = graph.read(state -> new JudgmentRdf(state, graph.addresses()).all());
        return judgments.stream()
                .collect(Collectors.groupingBy(
                        judgment -> new Together(judgment.verdict(), judgment.who(), judgment.when())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().when(), Comparator.reverseOrder()))
                .limit(limit)
                .map(entry -> {
                    List<String> links = entry.getValue().stream()
                            .map(Judgment::link)
                            .sorted()
                            .toList();
                    Together together = entry.getKey();
                    return new Answered(
                            together.verdict(),
                            together.who(),
                            together.when(),
                            links,
                            links.stream()
                                    .flatMap(link -> traces.step(link).stream())
                                    .toList(),
                            links.stream()
                                    .flatMap(link -> traces.mention(link).stream())
                                    .map(mention -> mention.evidence().quote())
                                    .toList());
                })
                .toList();
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

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static void await(CompletableFuture<Change> change) {
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
