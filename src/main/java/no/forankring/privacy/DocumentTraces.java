package no.forankring.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import no.forankring.document.DocumentId;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// All that a graph holds because of one document: what it states and may state, what was confirmed of it, decided
/// about
/// it and learned from it. Not what people entered about things that it names too.
final class DocumentTraces {

    /// Kinds whose ids begin with the document's.
    private static final Set<String> PARTS = Set.of(
            Addresses.PASSAGE,
            Addresses.EVIDENCE,
            Addresses.SELECTOR,
            Addresses.LINK,
            Addresses.MENTION,
            Addresses.WITHHELD,
            Addresses.RELEASE,
            Addresses.FINDING,
            Addresses.NAMING);

    /// Kinds that are nothing without what they are about.
    private static final Set<String> ABOUT = Set.of(
            Addresses.JUDGMENT,
            Addresses.SECOND_OPINION,
            Addresses.ALIAS,
            Addresses.DISMISSAL,
            Addresses.RELEASE,
            Addresses.IDENTITY);

    private final Addresses addresses;
    private final Node document;
    private final String prefix;
    private final Set<Node> graphs = new HashSet<>();

    DocumentTraces(Addresses addresses, DocumentId id) {
        this.addresses = addresses;
        this.document = addresses.of(Addresses.DOCUMENT, id.value());
        this.prefix = id.value() + "/";
        for (Node graph : List.of(addresses.documentGraph(id.value()), addresses.suggestionsGraph(id.value()))) {
            graphs.add(graph);
            graphs.add(addresses.setAsideGraph(graph));
        }
    }

    /// Removes all of it from a state.
    void erase(DatasetGraph state) {
        graphs.forEach(graph -> state.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY));
        Node confirmed = addresses.confirmedGraph();
        for (Node graph : List.of(
                confirmed,
                addresses.setAsideGraph(confirmed),
                addresses.decisionsGraph(),
                addresses.reviewersGraph(),
                addresses.provenanceGraph())) {
            erase(state, graph);
        }
    }

    private void erase(DatasetGraph state, Node graph) {
        Set<Node> gone = new HashSet<>();
        List<Quad> quads = all(state, graph);
        boolean more = true;
        while (more) {
            more = false;
            for (Quad quad : quads) {
                boolean mine = isMine(quad.getSubject())
                        || (isMine(quad.getObject()) || gone.contains(quad.getObject())) && isAbout(quad.getSubject());
                more |= mine && gone.add(quad.getSubject());
            }
        }
        for (Quad quad : quads) {
            if (quad.getPredicate().equals(RDF.subject.asNode()) && gone.contains(quad.getSubject())) {
                withdraw(state, graph, quad.getSubject(), gone);
            }
        }
        for (Quad quad : quads) {
            if (gone.contains(quad.getSubject()) || gone.contains(quad.getObject()) || isMine(quad.getObject())) {
                state.delete(quad);
            }
        }
    }

    /// Takes out what a link states, unless another that stays states it too.
    private static void withdraw(DatasetGraph state, Node graph, Node link, Set<Node> gone) {
        Node subject = only(state, graph, link, RDF.subject.asNode());
        Node predicate = only(state, graph, link, RDF.predicate.asNode());
        Node object = only(state, graph, link, RDF.object.asNode());
        Iterator<Quad> others = state.find(graph, Node.ANY, RDF.subject.asNode(), subject);
        boolean stated = false;
        while (others.hasNext()) {
            Node other = others.next().getSubject();
            stated |= !gone.contains(other)
                    && state.contains(graph, other, Fa.status, Node.ANY)
                    && state.contains(graph, other, RDF.predicate.asNode(), predicate)
                    && state.contains(graph, other, RDF.object.asNode(), object);
        }
        if (!stated) {
            state.deleteAny(graph, subject, predicate, object);
        }
    }

    private static Node only(DatasetGraph state, Node graph, Node subject, Node predicate) {
        Iterator<Quad> found = state.find(graph, subject, predicate, Node.ANY);
        return found.hasNext() ? found.next().getObject() : Node.ANY;
    }

    private static List<Quad> all(DatasetGraph state, Node graph) {
        var quads = new ArrayList<Quad>();
        state.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    /// Whether a statement is there because of the document, as far as it tells by itself.
    boolean concern(Quad quad) {
        return graphs.contains(quad.getGraph()) || isMine(quad.getSubject()) || isMine(quad.getObject());
    }

    /// Whether a statement says something of the document's text.
    boolean isOfText(Quad quad) {
        return graphs.contains(quad.getGraph()) || isMine(quad.getSubject());
    }

    private boolean isMine(Node node) {
        return node.equals(document)
                || graphs.contains(node)
                || node.isURI()
                        && addresses
                                .parse(node.getURI())
                                .filter(parts -> PARTS.contains(parts.kind())
                                        && parts.id().startsWith(prefix))
                                .isPresent();
    }

    private boolean isAbout(Node node) {
        return node.isURI()
                && addresses
                        .parse(node.getURI())
                        .filter(parts -> ABOUT.contains(parts.kind()))
                        .isPresent();
    }
}
