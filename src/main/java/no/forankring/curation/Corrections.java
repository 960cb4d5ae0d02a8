package no.forankring.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Meanings;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Lets what people corrected and retired win over what documents state.
///
/// What a graph states against a correction is moved beside it, to [Addresses#setAsideGraph(Node)]. Works on a state
/// given by the store; keeps nothing. Applying it twice is the same as once. What was said of an address that has been
/// merged with another counts for that other, as far as nothing was said of it itself.
public final class Corrections {

    private static final Node TYPE = RDF.type.asNode();
    private static final Node SUBJECT = RDF.subject.asNode();
    private static final Node PREDICATE = RDF.predicate.asNode();
    private static final Node OBJECT = RDF.object.asNode();

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;
    private final Meanings meanings;

    public Corrections(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
        this.meanings = Meanings.of(state, addresses);
    }

    /// To be called with every document that was just written: forgets what earlier readings of it had set aside, and
    /// sets aside what the new one states against what people said.
    public void written(String documentId) {
        for (Node graph : graphsOf(documentId)) {
            state.deleteAny(addresses.setAsideGraph(graph), Node.ANY, Node.ANY, Node.ANY);
            apply(graph, things(graph));
        }
    }

    /// To be called when what people say of a thing has changed: takes back what was set aside for it, in every
    /// document and in what people entered, and applies what counts now. So also when things became one.
    public void settle(Node thing) {
        Set<Node> graphs = new LinkedHashSet<>();
        graphs.add(addresses.confirmedGraph());
        state.findNG(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> addHolder(graphs, quad.getGraph()));
        state.findNG(Node.ANY, Node.ANY, Node.ANY, thing).forEachRemaining(quad -> addHolder(graphs, quad.getGraph()));
        Set<Node> withoutObject = new LinkedHashSet<>(Set.of(thing));
        for (Node address : meanings.addresses(thing)) {
            all(decisions, Node.ANY, OBJECT, address).stream()
                    .filter(said -> state.contains(decisions, said.getSubject(), TYPE, Fa.Retirement))
                    .flatMap(said -> all(decisions, said.getSubject(), SUBJECT, Node.ANY).stream())
                    .forEach(said -> withoutObject.add(meanings.now(said.getObject())));
        }
        for (Node graph : graphs) {
            Set<Node> concerned = new LinkedHashSet<>(withoutObject);
            for (Quad quad : takeBack(graph, thing)) {
                concerned.add(quad.getSubject());
                concerned.add(quad.getObject());
            }
            concerned.removeIf(node -> !CurationRdf.isCurated(addresses, node));
            apply(graph, concerned);
        }
    }

    private void addHolder(Set<Node> graphs, Node graph) {
        String iri = graph.getURI();
        if (iri.startsWith(addresses.base() + "/graph/document/")) {
            int document = (addresses.base() + "/graph/document/").length();
            int slash = iri.indexOf('/', document);
            graphs.addAll(graphsOf(iri.substring(document, slash < 0 ? iri.length() : slash)));
        }
    }

    private List<Node> graphsOf(String documentId) {
        return List.of(addresses.documentGraph(documentId), addresses.suggestionsGraph(documentId));
    }

    private Set<Quad> takeBack(Node graph, Node thing) {
        Node aside = addresses.setAsideGraph(graph);
        Set<Quad> back = new HashSet<>(all(aside, thing, Node.ANY, Node.ANY));
        back.addAll(all(aside, Node.ANY, Node.ANY, thing));
        for (Node end : List.of(SUBJECT, OBJECT)) {
            for (Quad link : all(aside, Node.ANY, end, thing)) {
                back.addAll(all(aside, link.getSubject(), Node.ANY, Node.ANY));
            }
        }
        move(back, graph);
        return back;
    }

    private void apply(Node graph, Set<Node> things) {
        for (Node thing : things) {
            Set<Node> corrected = new HashSet<>();
            for (Node address : meanings.addresses(thing)) {
                for (Quad said : all(decisions, Node.ANY, SUBJECT, address)) {
                    Node rule = said.getSubject();
                    if (state.contains(decisions, rule, TYPE, Fa.Correction)) {
                        all(decisions, rule, PREDICATE, Node.ANY).stream()
                                .map(Quad::getObject)
                                .filter(property ->
                                        speaking(meanings, thing, property).contains(address))
                                .filter(corrected::add)
                                .forEach(property -> applyCorrection(graph, thing, property, rule));
                    } else if (state.contains(decisions, rule, TYPE, Fa.Retirement)) {
                        applyRetirement(graph, thing, rule);
                    }
                }
            }
        }
    }

    /// The addresses of which a correction of a property counts for a thing, the first before the others. A name that a
    /// person gave what was merged is a name beside the thing's own.
    static List<Node> speaking(Meanings meanings, Node thing, Node property) {
        return property.equals(RDFS.label.asNode()) ? List.of(thing) : meanings.addresses(thing);
    }

    /// What the graph speaks of and people may have corrected.
    private Set<Node> things(Node graph) {
        Set<Node> things = new LinkedHashSet<>();
        state.find(graph, Node.ANY, RDFS.label.asNode(), Node.ANY)
                .forEachRemaining(quad -> things.add(quad.getSubject()));
        for (Node end : List.of(SUBJECT, OBJECT)) {
            state.find(graph, Node.ANY, end, Node.ANY).forEachRemaining(quad -> things.add(quad.getObject()));
        }
        things.removeIf(thing -> !CurationRdf.isCurated(addresses, thing));
        return things;
    }

    private void applyCorrection(Node graph, Node thing, Node property, Node correction) {
        Set<Quad> against = new HashSet<>();
        for (Quad quad : all(graph, thing, property, Node.ANY)) {
            if (!state.contains(decisions, correction, OBJECT, quad.getObject())) {
                against.add(quad);
            }
        }
        // Types and figures are links too.
        for (Quad link : all(graph, Node.ANY, SUBJECT, thing)) {
            boolean ofProperty = state.contains(graph, link.getSubject(), PREDICATE, property);
            boolean agrees = all(graph, link.getSubject(), OBJECT, Node.ANY).stream()
                    .anyMatch(value -> state.contains(decisions, correction, OBJECT, value.getObject()));
            if (ofProperty && !agrees) {
                against.addAll(all(graph, link.getSubject(), Node.ANY, Node.ANY));
            }
        }
        move(against, addresses.setAsideGraph(graph));
    }

    private void applyRetirement(Node graph, Node thing, Node retirement) {
        Set<Quad> gone = new HashSet<>();
        List<Quad> predicates = all(decisions, retirement, PREDICATE, Node.ANY);
        if (predicates.isEmpty()) {
            gone.addAll(all(graph, thing, Node.ANY, Node.ANY));
            gone.addAll(all(graph, Node.ANY, Node.ANY, thing));
            // That a document names it so stays: the next reading must find the same thing again to keep it out.
            gone.removeIf(quad -> isNaming(quad.getSubject()));
            for (Node end : List.of(SUBJECT, OBJECT)) {
                for (Quad link : all(graph, Node.ANY, end, thing)) {
                    gone.addAll(all(graph, link.getSubject(), Node.ANY, Node.ANY));
                }
            }
        } else {
            Node predicate = predicates.getFirst().getObject();
            for (Quad said : all(decisions, retirement, OBJECT, Node.ANY)) {
                Node object = meanings.now(said.getObject());
                for (Quad link : all(graph, Node.ANY, SUBJECT, thing)) {
                    if (state.contains(graph, link.getSubject(), PREDICATE, predicate)
                            && state.contains(graph, link.getSubject(), OBJECT, object)) {
                        gone.addAll(all(graph, link.getSubject(), Node.ANY, Node.ANY));
                    }
                }
                for (Quad plain : all(graph, thing, predicate, Node.ANY)) {
                    boolean part = plain.getObject().isURI()
                            && state.contains(graph, plain.getObject(), StandardTerms.ELI_IS_PART_OF, object);
                    if (part || plain.getObject().equals(object)) {
                        gone.add(plain);
                    }
                }
            }
        }
        move(gone, addresses.setAsideGraph(graph));
    }

    private boolean isNaming(Node node) {
        return addresses
                .parse(node.getURI())
                .filter(parts -> parts.kind().equals(Addresses.NAMING))
                .isPresent();
    }

    private void move(Set<Quad> quads, Node to) {
        for (Quad quad : quads) {
            state.delete(quad);
            state.add(new Quad(to, quad.asTriple()));
        }
    }

    private List<Quad> all(Node graph, Node subject, Node predicate, Node object) {
        var quads = new ArrayList<Quad>();
        state.find(graph, subject, predicate, object).forEachRemaining(quads::add);
        return quads;
    }
}
