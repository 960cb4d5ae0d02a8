package no.forankring.trace;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.StandardTerms;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// Follows statements through the graph, with the evidence of each.
///
/// Safe for many threads.
public final class Traces {

    /// Of a law that everything cites one shows so many citing documents; the number of all is told beside.
    static final int CITATIONS_SHOWN = 200;

    private static final List<String> ORDER = List.of(
            "anchoredIn",
            "fulfils",
            "contributesTo",
            "hasGoal",
            "organisedBy",
            "partOf",
            "targetGroup",
            "participant",
            "takesPlaceAt",
            "evaluates",
            "type",
            "cites");

    private final GraphStore graph;
    private final Register register;
    private final Map<String, Listed> lists = new ConcurrentHashMap<>();

    /// @param change the last change when it was counted
    private record Listed(long change, List<Listing> things) {}

    public Traces(GraphStore graph, Register register) {
        this.graph = graph;
        this.register = register;
    }

    /// What rests on a thing and what it rests on. `id` is an address or the id of a governing document, network,
    /// activity, goal, organization or document. Empty when nothing has that id.
    public Optional<Trace> trace(String id, boolean withSuggestions) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            return rdf.find(id.strip()).map(node -> {
                var incoming = steps(rdf, RDF.object.asNode(), node, withSuggestions);
                var outgoing = steps(rdf, RDF.subject.asNode(), node, withSuggestions);
                return new Trace(
                        rdf.thing(node),
                        incoming.steps(),
                        outgoing.steps(),
                        rdf.documents(),
                        incoming.leftOut() + outgoing.leftOut());
            });
        });
    }

    private record Steps(List<Step> steps, long leftOut) {}

    private static Steps steps(TraceRdf rdf, Node end, Node thing, boolean withSuggestions) {
        var steps = new ArrayList<Step>();
        int citations = 0;
        for (Node link : rdf.links(end, thing, withSuggestions)) {
            Optional<Step> step = rdf.step(link);
            if (step.isEmpty() || step.get().evidence().isEmpty()) {
                continue;
            }
            if (step.get().predicate().equals("cites") && ++citations > CITATIONS_SHOWN) {
                continue;
            }
            steps.add(step.get());
        }
        steps.sort(Comparator.comparingInt((Step step) -> rank(step.predicate()))
                .thenComparing(step -> step.subject().label())
                .thenComparing(step -> step.object().label())
                .thenComparing(Step::link));
        return new Steps(steps, Math.max(0, citations - CITATIONS_SHOWN));
    }

    private static int rank(String predicate) {
        int rank = ORDER.indexOf(predicate);
        return rank < 0 ? ORDER.size() : rank;
    }

    /// A document that we hold, with its mentions; empty when we do not.
    public Optional<DocumentView> document(String id) {
        return graph.read(state -> {
            Node node = graph.addresses().of(Addresses.DOCUMENT, id);
            Node facts = graph.addresses().documentGraph(id);
            if (!state.contains(facts, node, RDF.type.asNode(), Fa.Document)) {
                return Optional.empty();
            }
            var rdf = new TraceRdf(state, graph.addresses());
            return Optional.of(new DocumentView(
                    id,
                    rdf.value(facts, node, DCTerms.title.asNode()),
                    rdf.value(facts, node, Fa.fileName),
                    rdf.value(facts, node, Fa.source),
                    rdf.value(facts, node, Fa.documentKind),
                    rdf.value(facts, node, DCTerms.language.asNode()),
                    rdf.value(facts, node, DCTerms.date.asNode()),
                    rdf.value(facts, node, Fa.sha256),
                    rdf.value(facts, node, DCTerms.format.asNode()),
                    rdf.number(facts, node, Fa.version),
                    rdf.number(facts, node, Fa.pages),
                    mentions(state, rdf, id, node)));
        });
    }

    private List<MentionView> mentions(DatasetGraph state, TraceRdf rdf, String id, Node document) {
        var mentions = new ArrayList<MentionView>();
        Set<String> ambiguous = new HashSet<>();
        Node suggestions = graph.addresses().suggestionsGraph(id);
        for (Node graphName : List.of(graph.addresses().documentGraph(id), suggestions)) {
            for (Node link : subjects(state.find(graphName, Node.ANY, RDF.subject.asNode(), document))) {
                if (!state.contains(graphName, link, RDF.predicate.asNode(), Fa.cites)
                        || state.contains(graphName, link, Fa.mention, Node.ANY)) {
                    continue;
                }
                Thing target = rdf.thing(
                        rdf.object(graphName, link, RDF.object.asNode()).orElseThrow());
                String status = status(state, rdf, graphName, link);
                for (EvidenceView proof : rdf.evidence(graphName, link)) {
                    mentions.add(new MentionView(
                            proof.passage(),
                            proof.start(),
                            proof.end(),
                            "resolved",
                            List.of(target),
                            List.of(link.getURI()),
                            proof.provision(),
                            status,
                            proof.rule(),
                            proof.reason()));
                }
            }
        }
        for (Node type : List.of(Fa.AmbiguousMention, Fa.UnresolvedMention)) {
            boolean several = type.equals(Fa.AmbiguousMention);
            for (Node mention : subjects(state.find(suggestions, Node.ANY, RDF.type.asNode(), type))) {
                List<Candidate> candidates = several
                        ? candidates(state, rdf, suggestions, mention)
                        : pointedOut(state, rdf, suggestions, mention);
                boolean chosen = candidates.stream().anyMatch(Candidate::confirmed);
                for (EvidenceView proof : rdf.evidence(suggestions, mention)) {
                    if (ambiguous.add(proof.passage() + ":" + proof.start() + ":" + proof.end())) {
                        mentions.add(new MentionView(
                                proof.passage(),
                                proof.start(),
                                proof.end(),
                                chosen ? "resolved" : several ? "ambiguous" : "unresolved",
                                candidates.stream().map(Candidate::thing).toList(),
                                candidates.stream().map(Candidate::link).toList(),
                                proof.provision(),
                                candidates.isEmpty()
                                        ? ""
                                        : candidates.getFirst().status(),
                                proof.rule(),
                                proof.reason()));
                    }
                }
            }
        }
        Map<String, Integer> ordinals = new HashMap<>();
        Node facts = graph.addresses().documentGraph(id);
        mentions.sort(Comparator.comparingInt((MentionView mention) -> ordinals.computeIfAbsent(
                        mention.passage(),
                        passage -> Math.max(rdf.ordinal(facts, id, passage), rdf.ordinal(suggestions, id, passage))))
                .thenComparing(MentionView::start)
                .thenComparing(MentionView::end));
        return mentions;
    }

    private record Candidate(Thing thing, String link, double confidence, String status) {
        boolean confirmed() {
            return status.equals("Confirmed");
        }
    }

    /// Best first; where a person has chosen, what was chosen alone; without those that a person has rejected, unless
    /// that is all of them.
    private List<Candidate> candidates(DatasetGraph state, TraceRdf rdf, Node suggestions, Node mention) {
        List<Candidate> all = subjects(state.find(suggestions, Node.ANY, Fa.mention, mention)).stream()
                .map(link -> new Candidate(
                        rdf.thing(rdf.object(suggestions, link, RDF.object.asNode())
                                .orElseThrow()),
                        link.getURI(),
                        Double.parseDouble(rdf.value(suggestions, link, Fa.confidence)),
                        status(state, rdf, suggestions, link)))
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .toList();
        for (String status : List.of("Confirmed", "Suggested")) {
            List<Candidate> left = all.stream()
                    .filter(candidate -> candidate.status().equals(status))
                    .toList();
            if (!left.isEmpty()) {
                return left;
            }
        }
        return all;
    }

    /// What a person has said that an unresolved mention means: the confirmed links that rest on the same words of the
    /// same passage, wherever a new version has moved it.
    private List<Candidate> pointedOut(DatasetGraph state, TraceRdf rdf, Node suggestions, Node mention) {
        Node confirmed = graph.addresses().confirmedGraph();
        Optional<Node> evidence = rdf.object(suggestions, mention, Fa.evidence);
        String words = evidence.map(proof -> exact(rdf, suggestions, proof)).orElse("");
        return evidence.flatMap(proof -> rdf.object(suggestions, proof, StandardTerms.OA_HAS_SOURCE)).stream()
                .flatMap(passage ->
                        subjects(state.find(confirmed, Node.ANY, StandardTerms.OA_HAS_SOURCE, passage)).stream())
                .filter(proof -> exact(rdf, confirmed, proof).equals(words))
                .flatMap(proof -> subjects(state.find(confirmed, Node.ANY, Fa.evidence, proof)).stream())
                .distinct()
                .map(link -> new Candidate(
                        rdf.thing(
                                rdf.object(confirmed, link, RDF.object.asNode()).orElseThrow()),
                        link.getURI(),
                        1,
                        status(state, rdf, confirmed, link)))
                .toList();
    }

    private static String exact(TraceRdf rdf, Node graphName, Node evidence) {
        return rdf.object(graphName, evidence, StandardTerms.OA_HAS_SELECTOR)
                .map(selector -> rdf.value(graphName, selector, StandardTerms.OA_EXACT))
                .orElse("");
    }

    /// The unresolved mentions of a document of which nobody has said what they mean, in text order.
    public List<OpenMention> openMentions(String document) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            Node suggestions = graph.addresses().suggestionsGraph(document);
            return subjects(state.find(suggestions, Node.ANY, RDF.type.asNode(), Fa.UnresolvedMention)).stream()
                    .filter(mention ->
                            pointedOut(state, rdf, suggestions, mention).isEmpty())
                    .flatMap(mention -> rdf.evidence(suggestions, mention).stream()
                            .limit(1)
                            .map(evidence -> new OpenMention(mention.getURI(), evidence)))
                    .sorted(Comparator.comparingInt((OpenMention open) -> rdf.ordinal(
                                    suggestions, document, open.evidence().passage()))
                            .thenComparing(open -> open.evidence().start()))
                    .toList();
        });
    }

    /// The unresolved mention with this address; empty when no document has it.
    public Optional<OpenMention> mention(String address) {
        return graph.read(state -> {
            Node mention = NodeFactory.createURI(address);
            var rdf = new TraceRdf(state, graph.addresses());
            Iterator<Quad> found = state.findNG(Node.ANY, mention, RDF.type.asNode(), Fa.UnresolvedMention);
            return found.hasNext()
                    ? rdf.evidence(found.next().getGraph(), mention).stream()
                            .findFirst()
                            .map(evidence -> new OpenMention(address, evidence))
                    : Optional.empty();
        });
    }

    /// What a person decided of a link comes before what its graph says.
    private String status(DatasetGraph state, TraceRdf rdf, Node graphName, Node link) {
        if (state.contains(graph.addresses().confirmedGraph(), link, Fa.status, Fa.Confirmed)) {
            return "Confirmed";
        }
        Node decisions = graph.addresses().decisionsGraph();
        boolean rejected = subjects(state.find(decisions, Node.ANY, Fa.judges, link)).stream()
                .anyMatch(judgment -> rdf.value(decisions, judgment, Fa.verdict).equals("rejected"));
        return rejected
                ? "Rejected"
                : rdf.object(graphName, link, Fa.status)
                        .map(TraceRdf::localName)
                        .orElse("");
    }

    /// The statements that a document may make and that no graph of facts holds, each with its proof; judged or not.
    public List<Step> suggestions(String document) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            Node suggestions = graph.addresses().suggestionsGraph(document);
            return subjects(state.find(suggestions, Node.ANY, Fa.status, Fa.Suggested)).stream()
                    .map(rdf::step)
                    .flatMap(Optional::stream)
                    .filter(step -> !step.evidence().isEmpty())
                    .sorted(Comparator.comparing(
                                    (Step step) -> step.evidence().getFirst().passage())
                            .thenComparing(Step::link))
                    .toList();
        });
    }

    /// One statement by the address of its link; empty when nobody states or suggests it.
    public Optional<Step> step(String link) {
        return graph.read(state -> new TraceRdf(state, graph.addresses()).step(NodeFactory.createURI(link)));
    }

    private static List<Node> subjects(Iterator<Quad> quads) {
        var subjects = new ArrayList<Node>();
        quads.forEachRemaining(quad -> subjects.add(quad.getSubject()));
        return subjects;
    }

    /// All things of a kind (see [no.forankring.graph.Addresses]) with counts, by label. Counted once for each change
    /// of
    /// the graph.
    public List<Listing> list(String kind) {
        long change = graph.lastChange();
        Listed last = lists.get(kind);
        if (last == null || last.change != change) {
            last = new Listed(change, List.copyOf(counted(kind)));
            lists.put(kind, last);
        }
        return last.things;
    }

    private List<Listing> counted(String kind) {
        List<Listing> listings = graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            String prefix = graph.addresses().of(kind, "").getURI();
            Set<Node> nodes = new HashSet<>();
            for (Node type : typesOf(kind)) {
                for (Node node :
                        subjects(state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), type))) {
                    if (node.isURI() && node.getURI().startsWith(prefix)) {
                        nodes.add(node);
                    }
                }
            }
            var list = new ArrayList<Listing>();
            for (Node node : nodes) {
                list.add(new Listing(
                        rdf.thing(node),
                        detail(state, rdf, kind, node),
                        TraceRdf.count(state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.object.asNode(), node)),
                        TraceRdf.count(
                                state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.subject.asNode(), node))));
            }
            return list;
        });
        Collator collator = Collator.getInstance(Locale.of("nb", "NO"));
        listings.sort(Comparator.comparing((Listing listing) -> listing.thing().label(), collator)
                .thenComparing(listing -> listing.thing().id()));
        return listings;
    }

    static List<Node> typesOf(String kind) {
        return switch (kind) {
            case Addresses.GOVERNING_DOCUMENT -> List.of(Fa.GoverningDocument);
            case Addresses.NETWORK -> List.of(Fa.Network, Fa.LearningNetwork);
            case Addresses.ACTIVITY ->
                List.of(
                        Fa.Activity,
                        Fa.Gathering,
                        Fa.Course,
                        Fa.Conference,
                        Fa.ELearning,
                        Fa.Project,
                        Fa.ResearchProject);
            case Addresses.GOAL -> List.of(Fa.Goal);
            case Addresses.TARGET_GROUP -> List.of(Fa.TargetGroup);
            case Addresses.DOCUMENT -> List.of(Fa.Document);
            case Addresses.ORGANIZATION -> List.of(Fa.Body, Fa.Organisation);
            case Addresses.MUNICIPALITY -> List.of(Fa.Municipality);
            case Addresses.COUNTY -> List.of(Fa.County);
            default -> List.of();
        };
    }

    private String detail(DatasetGraph state, TraceRdf rdf, String kind, Node node) {
        return switch (kind) {
            case Addresses.GOVERNING_DOCUMENT ->
                graph.addresses()
                        .parse(node.getURI())
                        .flatMap(parts -> register.find(new GoverningDocumentId(parts.id())))
                        .map(Traces::describe)
                        .orElse("");
            case Addresses.DOCUMENT ->
                rdf.object(Quad.defaultGraphNodeGenerated, node, Fa.fileName)
                        .map(Node::getLiteralLexicalForm)
                        .orElse("");
            default -> organiser(state, rdf, node);
        };
    }

    private static String describe(GoverningDocument document) {
        String year = document.date().map(date -> String.valueOf(date.year())).orElse(document.session());
        return year.isEmpty() ? document.issuer() : document.issuer() + ", " + year;
    }

    private static String organiser(DatasetGraph state, TraceRdf rdf, Node node) {
        for (Node property : List.of(Fa.organisedBy, Fa.partOf)) {
            Iterator<Quad> found = state.find(Quad.defaultGraphNodeGenerated, node, property, Node.ANY);
            if (found.hasNext()) {
                return rdf.thing(found.next().getObject()).label();
            }
        }
        Iterator<Quad> owners = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, Fa.hasGoal, node);
        return owners.hasNext() ? rdf.thing(owners.next().getSubject()).label() : "";
    }
}
