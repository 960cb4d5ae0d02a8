package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.Labels;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Meanings;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Reads links, evidence and things out of one state of the graph. Keeps nothing beyond that state.
final class TraceRdf {

    private static final Set<String> GENERAL = Set.of("GoverningDocument", "Activity", "Network");

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Map<Node, Thing> things = new HashMap<>();
    private final Map<Node, String> titles = new HashMap<>();

    TraceRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
    }

    /// The links with this node as `rdf:subject` or `rdf:object`: facts, and suggestions when asked for.
    List<Node> links(Node end, Node thing, boolean withSuggestions) {
        Set<Node> links = new HashSet<>();
        var ordered = new ArrayList<Node>();
        Iterator<Quad> found = withSuggestions
                ? state.findNG(Node.ANY, Node.ANY, end, thing)
                : state.find(Quad.defaultGraphNodeGenerated, Node.ANY, end, thing);
        while (found.hasNext()) {
            Quad quad = found.next();
            Node link = quad.getSubject();
            if (!Addresses.isSetAside(quad.getGraph()) && links.add(link)) {
                ordered.add(link);
            }
        }
        return ordered;
    }

    Optional<Step> step(Node link) {
        return graphOf(link).flatMap(graph -> {
            Optional<Node> subject = object(graph, link, RDF.subject.asNode());
            Optional<Node> predicate = object(graph, link, RDF.predicate.asNode());
            Optional<Node> object = object(graph, link, RDF.object.asNode());
            if (subject.isEmpty() || predicate.isEmpty() || object.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Step(
                    link.getURI(),
                    thing(subject.get()),
                    localName(predicate.get()),
                    thing(object.get()),
                    object(graph, link, Fa.status).map(TraceRdf::localName).orElse(""),
                    object(graph, link, Fa.strength).map(TraceRdf::localName).orElse(""),
                    object(graph, link, Fa.confidence)
                            .map(node -> Double.parseDouble(node.getLiteralLexicalForm()))
                            .orElse(0.0),
                    evidence(graph, link)));
        });
    }

    /// A confirmed link stands in two graphs; what a person confirmed is told first.
    private Optional<Node> graphOf(Node link) {
        Node best = null;
        Iterator<Quad> found = state.findNG(Node.ANY, link, Fa.status, Node.ANY);
        while (found.hasNext()) {
            Node graph = found.next().getGraph();
            if (graph.equals(addresses.confirmedGraph())) {
                return Optional.of(graph);
            }
            if (!Addresses.isSetAside(graph) && (best == null || addresses.holdsFacts(graph))) {
                best = graph;
            }
        }
        return Optional.ofNullable(best);
    }

    List<EvidenceView> evidence(Node graph, Node link) {
        var views = new ArrayList<EvidenceView>();
        Iterator<Quad> found = state.find(graph, link, Fa.evidence, Node.ANY);
        while (found.hasNext()) {
            evidenceView(graph, found.next().getObject()).ifPresent(views::add);
        }
        views.sort(Comparator.comparing(EvidenceView::document)
                .thenComparing(EvidenceView::page)
                .thenComparing(EvidenceView::passage)
                .thenComparing(EvidenceView::start));
        return views;
    }

    /// The place of a passage in its document.
    int ordinal(Node graph, String document, String passage) {
        return number(graph, addresses.of(Addresses.PASSAGE, document + "/" + passage), Fa.ordinal);
    }

    Optional<EvidenceView> evidenceView(Node graph, Node evidence) {
        Optional<Node> passage = object(graph, evidence, StandardTerms.OA_HAS_SOURCE);
        Optional<Node> selector = object(graph, evidence, StandardTerms.OA_HAS_SELECTOR);
        if (passage.isEmpty() || selector.isEmpty()) {
            return Optional.empty();
        }
        if (state.contains(graph, passage.get(), RDF.type.asNode(), Fa.Entry)) {
            return Optional.of(entered(graph, passage.get(), evidence));
        }
        Optional<Node> document = object(graph, passage.get(), DCTerms.isPartOf.asNode());
        String text = value(graph, passage.get(), Fa.text);
        int points = text.codePointCount(0, text.length());
        int start = text.offsetByCodePoints(
                0, Math.clamp(number(graph, selector.get(), StandardTerms.OA_START), 0, points));
        int end =
                text.offsetByCodePoints(0, Math.clamp(number(graph, selector.get(), StandardTerms.OA_END), 0, points));
        String passageId = addresses
                .parse(passage.get().getURI())
                .map(parts -> parts.id().substring(parts.id().indexOf('/') + 1))
                .orElse("");
        return document.map(holder -> new EvidenceView(
                addresses.parse(holder.getURI()).map(Addresses.Parts::id).orElse(holder.getURI()),
                titles.computeIfAbsent(holder, absent -> {
                    String title = anyValue(absent, DCTerms.title.asNode());
                    return title.isEmpty() ? absent.getURI() : title;
                }),
                passageId,
                text,
                start,
                Math.max(start, end),
                number(graph, passage.get(), Fa.page),
                value(graph, passage.get(), Fa.section),
                value(graph, evidence, Fa.rule),
                value(graph, evidence, Fa.reason),
                object(graph, evidence, Fa.provision)
                        .map(provision -> value(graph, provision, Fa.pinpoint))
                        .orElse("")));
    }

    /// What a person entered has no passage: its words are that person's own.
    private EvidenceView entered(Node graph, Node entry, Node evidence) {
        String text = value(graph, entry, Fa.text);
        return new EvidenceView(
                "",
                value(graph, entry, RDFS.label.asNode()),
                "",
                text,
                0,
                text.length(),
                0,
                "",
                value(graph, evidence, Fa.rule),
                "",
                "");
    }

    Thing thing(Node node) {
        Thing known = things.get(node);
        if (known != null) {
            return known;
        }
        Thing thing = read(node);
        things.put(node, thing);
        return thing;
    }

    private Thing read(Node node) {
        if (!node.isURI()) {
            return new Thing("", "", "", node.isLiteral() ? node.getLiteralLexicalForm() : node.toString(), "");
        }
        Optional<Addresses.Parts> parts = addresses.parse(node.getURI());
        String label = label(node);
        String type = "";
        // A governing document has its general class beside the telling one, and a law ELI's beside ours.
        Iterator<Quad> types = state.find(Quad.defaultGraphNodeGenerated, node, RDF.type.asNode(), Node.ANY);
        while (types.hasNext()) {
            Node found = types.next().getObject();
            String name = localName(found);
            boolean telling = found.isURI() && found.getURI().startsWith(Fa.NS) && !GENERAL.contains(name);
            if (telling || type.isEmpty()) {
                type = name;
            }
        }
        if (type.isEmpty()) {
            type = suggestedType(node);
        }
        return new Thing(
                node.getURI(),
                parts.map(Addresses.Parts::kind).orElse(""),
                parts.map(Addresses.Parts::id).orElse(node.getURI()),
                label,
                type);
    }

    /// The class of a thing of which nobody has confirmed what it is.
    private String suggestedType(Node node) {
        Iterator<Quad> links = state.find(Node.ANY, Node.ANY, RDF.subject.asNode(), node);
        while (links.hasNext()) {
            Quad quad = links.next();
            if (state.contains(quad.getGraph(), quad.getSubject(), RDF.predicate.asNode(), RDF.type.asNode())) {
                return object(quad.getGraph(), quad.getSubject(), RDF.object.asNode())
                        .map(TraceRdf::localName)
                        .orElse("");
            }
        }
        return "";
    }

    private String label(Node node) {
        String best = Labels.of(state, node).orElseGet(() -> anyValue(node, RDFS.label.asNode()));
        if (best.isEmpty()) {
            best = anyValue(node, DCTerms.title.asNode());
        }
        return best.isEmpty() ? localName(node) : best;
    }

    /// The node that an id names: an address, or the id of a thing of any kind that the graph knows. What was merged
    /// with
    /// another is that other.
    Optional<Node> find(String id) {
        var meanings = Meanings.of(state, addresses);
        if (id.startsWith("http://") || id.startsWith("https://")) {
            Node node = meanings.now(NodeFactory.createURI(id));
            return isKnown(node) ? Optional.of(node) : Optional.empty();
        }
        for (String kind : List.of(
                Addresses.GOVERNING_DOCUMENT,
                Addresses.NETWORK,
                Addresses.ACTIVITY,
                Addresses.GOAL,
                Addresses.ORGANIZATION,
                Addresses.DOCUMENT,
                Addresses.TARGET_GROUP,
                Addresses.PROVISION)) {
            String bare = id.startsWith(kind + "/") ? id.substring(kind.length() + 1) : id;
            if (bare.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
                return Optional.empty();
            }
            Node node = meanings.now(addresses.of(kind, bare));
            if (isKnown(node)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(Node node) {
        return state.find(Node.ANY, node, Node.ANY, Node.ANY).hasNext()
                || state.find(Node.ANY, Node.ANY, RDF.object.asNode(), node).hasNext();
    }

    long documents() {
        return count(state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), Fa.Document));
    }

    static long count(Iterator<Quad> quads) {
        long count = 0;
        while (quads.hasNext()) {
            quads.next();
            count++;
        }
        return count;
    }

    Optional<Node> object(Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    String value(Node graph, Node subject, Node property) {
        return object(graph, subject, property)
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .orElse("");
    }

    int number(Node graph, Node subject, Node property) {
        String value = value(graph, subject, property);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private String anyValue(Node subject, Node property) {
        Iterator<Quad> found = state.find(Node.ANY, subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
    }

    static String localName(Node node) {
        String iri = node.isURI() ? node.getURI() : node.toString();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
