package no.forankring.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.Labels;
import no.forankring.graph.StandardTerms;
import no.forankring.ingest.StoredDocuments.Stored;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.search.About;
import no.forankring.search.About.Value;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What the facts of a document say that it can be found by: the networks and municipalities it speaks of, what is
/// anchored in what, and whether what it cites still held when it was written. Suggestions do not count.
///
/// Reads a state given by the store; keeps nothing.
final class AboutRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Register register;
    private final LocalDate today;

    AboutRdf(DatasetGraph state, Addresses addresses, Register register, LocalDate today) {
        this.state = state;
        this.addresses = addresses;
        this.register = register;
        this.today = today;
    }

    About of(Stored stored) {
        var networks = new TreeMap<String, Value>();
        var municipalities = new TreeMap<String, Value>();
        var anchored = new TreeMap<String, Value>();
        var citedIn = new HashMap<PassageId, Set<String>>();
        Map<Node, Node> links = links(stored.id());
        links.forEach((link, graph) -> {
            for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
                one(graph, link, end).flatMap(this::parts).ifPresent(thing -> {
                    switch (thing.kind()) {
                        case Addresses.NETWORK -> put(networks, thing, Fa.Network, Fa.LearningNetwork);
                        case Addresses.MUNICIPALITY -> put(municipalities, thing, Fa.Municipality);
                        default -> {}
                    }
                });
            }
            Optional<String> governing = one(graph, link, RDF.object.asNode())
                    .flatMap(this::parts)
                    .filter(thing -> thing.kind().equals(Addresses.GOVERNING_DOCUMENT))
                    .map(Addresses.Parts::id);
            Node predicate = one(graph, link, RDF.predicate.asNode()).orElse(RDF.nil.asNode());
            if (governing.isPresent() && predicate.equals(Fa.anchoredIn)) {
                anchored.put(governing.get(), new Value(governing.get(), label(governing.get())));
            }
            if (governing.isPresent() && predicate.equals(Fa.cites)) {
                passages(graph, link)
                        .forEach(passage -> citedIn.computeIfAbsent(passage, none -> new LinkedHashSet<>())
                                .add(governing.get()));
            }
        });
        List<GoverningDocument> known = stored.cites().stream()
                .distinct()
                .sorted()
                .map(id -> register.find(new GoverningDocumentId(id)))
                .flatMap(Optional::stream)
                .toList();
        var facets = new LinkedHashMap<String, List<Value>>();
        facets.put("network", List.copyOf(networks.values()));
        facets.put("municipality", List.copyOf(municipalities.values()));
        facets.put("anchored", List.copyOf(anchored.values()));
        facets.put(
                "cites",
                stored.cites().stream()
                        .distinct()
                        .sorted()
                        .map(id -> new Value(id, label(id)))
                        .toList());
        facets.put("status", plain(status(known, stored.date())));
        facets.put("relation", relations(known, !anchored.isEmpty()));
        var cited = new HashMap<PassageId, List<String>>();
        citedIn.forEach((passage, ids) -> cited.put(passage, List.copyOf(ids)));
        return new About(facets, stored.date(), stored.arrived(), links.size(), cited);
    }

    /// The facts that rest on the document's words, with the graph that states each. One that a person has confirmed is
    /// counted once.
    private Map<Node, Node> links(DocumentId id) {
        var links = new LinkedHashMap<Node, Node>();
        Node facts = addresses.documentGraph(id.value());
        state.find(facts, Node.ANY, RDF.type.asNode(), Fa.Link)
                .forEachRemaining(quad -> links.put(quad.getSubject(), facts));
        Node confirmed = addresses.confirmedGraph();
        Node document = addresses.of(Addresses.DOCUMENT, id.value());
        state.find(confirmed, Node.ANY, StandardTerms.PROV_WAS_DERIVED_FROM, document)
                .forEachRemaining(quad -> links.putIfAbsent(quad.getSubject(), confirmed));
        return links;
    }

    private List<PassageId> passages(Node graph, Node link) {
        var passages = new ArrayList<PassageId>();
        state.find(graph, link, Fa.evidence, Node.ANY)
                .forEachRemaining(quad -> one(graph, quad.getObject(), StandardTerms.OA_HAS_SOURCE)
                        .flatMap(this::parts)
                        .filter(thing -> thing.kind().equals(Addresses.PASSAGE))
                        .map(thing -> thing.id().substring(thing.id().lastIndexOf('/') + 1))
                        .ifPresent(passage -> passages.add(new PassageId(passage))));
        return passages;
    }

    /// Adds a thing when it is a fact that it is one of these.
    private void put(Map<String, Value> things, Addresses.Parts thing, Node... types) {
        Node node = addresses.of(thing.kind(), thing.id());
        for (Node type : types) {
            if (state.contains(Quad.defaultGraphNodeGenerated, node, RDF.type.asNode(), type)) {
                things.put(
                        thing.id(), new Value(thing.id(), Labels.of(state, node).orElse(thing.id())));
            }
        }
    }

    private List<String> labels(Node node) {
        var labels = new ArrayList<String>();
        Iterator<Quad> found = state.find(Quad.defaultGraphNodeGenerated, node, RDFS.label.asNode(), Node.ANY);
        found.forEachRemaining(quad -> {
            String language = quad.getObject().getLiteralLanguage();
            if (language.isEmpty() || language.equals("nb") || language.equals("nn")) {
                labels.add(quad.getObject().getLiteralLexicalForm());
            }
        });
        return labels;
    }

    private String label(String governing) {
        return register.findNamed(new GoverningDocumentId(governing))
                .map(GoverningDocument::label)
                .orElseGet(() -> labels(addresses.of(Addresses.GOVERNING_DOCUMENT, governing)).stream()
                        .min(Comparator.naturalOrder())
                        .orElse(governing));
    }

    /// How what a document cites stood on the document's own date: `outdated` when some of it had ended or been
    /// replaced by then, `since-replaced` when that came later, `in-force` when neither; `undated` when some has ended
    /// and the document does not say when it was written. Empty when the register knows nothing that it cites.
    private String status(List<GoverningDocument> cited, Optional<LocalDate> date) {
        if (cited.isEmpty()) {
            return "";
        }
        boolean overNow = cited.stream().anyMatch(document -> isOver(document, today));
        if (date.isEmpty()) {
            return overNow ? "undated" : "in-force";
        }
        if (cited.stream().anyMatch(document -> isOver(document, date.get()))) {
            return "outdated";
        }
        return overNow ? "since-replaced" : "in-force";
    }

    private List<Value> relations(List<GoverningDocument> cited, boolean anchors) {
        var relations = new ArrayList<Value>();
        if (cited.stream().anyMatch(document -> isReplaced(document, today))) {
            relations.add(new Value("cites-replaced", "cites-replaced"));
        }
        if (cited.stream().anyMatch(document -> isEnded(document, today))) {
            relations.add(new Value("cites-ended", "cites-ended"));
        }
        if (anchors) {
            relations.add(new Value("anchors", "anchors"));
        }
        return relations;
    }

    private boolean isOver(GoverningDocument document, LocalDate day) {
        return isEnded(document, day) || isReplaced(document, day);
    }

    private static boolean isEnded(GoverningDocument document, LocalDate day) {
        return document.inForceTo().map(last -> day.isAfter(last.latest())).orElse(false);
    }

    /// Whether what replaced it had come by a day; one of which the register knows no date has come.
    private boolean isReplaced(GoverningDocument document, LocalDate day) {
        return document.replacedBy().stream()
                .anyMatch(next -> register.find(next)
                        .flatMap(other -> other.inForceFrom().or(other::date))
                        .map(from -> !day.isBefore(from.earliest()))
                        .orElse(true));
    }

    private static List<Value> plain(String value) {
        return value.isEmpty() ? List.of() : List.of(new Value(value, value));
    }

    private Optional<Node> one(Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private Optional<Addresses.Parts> parts(Node node) {
        return node.isURI() ? addresses.parse(node.getURI()) : Optional.empty();
    }
}
