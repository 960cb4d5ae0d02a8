package no.forankring.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// Releases as triples in the graph of decisions, and what the graph says was withheld. Reads and writes a state given
/// by
/// the store; keeps nothing.
final class ReleaseRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;

    ReleaseRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
    }

    /// The document whose newest version is this file; empty for one that is not taken in.
    Optional<DocumentId> holding(Sha256 sha256) {
        Iterator<Quad> found =
                state.findNG(Node.ANY, Node.ANY, Fa.sha256, NodeFactory.createLiteralString(sha256.hex()));
        while (found.hasNext()) {
            Optional<DocumentId> id = document(found.next().getSubject());
            if (id.isPresent()) {
                return id;
            }
        }
        return Optional.empty();
    }

    List<Release> of(DocumentId document) {
        var releases = new ArrayList<Release>();
        for (Node release : nodes(document)) {
            releases.add(new Release(
                    document,
                    value(release, Fa.fingerprint),
                    value(release, Fa.dataKind),
                    agent(release),
                    Instant.parse(value(release, StandardTerms.PROV_ENDED_AT_TIME)),
                    value(release, Fa.reason)));
        }
        return releases;
    }

    void add(Release release) {
        Node node = node(release.document(), release.fingerprint());
        state.deleteAny(decisions, node, Node.ANY, Node.ANY);
        add(node, RDF.type.asNode(), Fa.Release);
        add(
                node,
                Fa.releasedIn,
                addresses.of(Addresses.DOCUMENT, release.document().value()));
        add(node, Fa.fingerprint, NodeFactory.createLiteralString(release.fingerprint()));
        add(node, Fa.dataKind, NodeFactory.createLiteralString(release.kind()));
        add(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(release.who()));
        add(
                node,
                StandardTerms.PROV_ENDED_AT_TIME,
                NodeFactory.createLiteralDT(release.when().toString(), XSDDatatype.XSDdateTime));
        if (!release.why().isBlank()) {
            add(node, Fa.reason, NodeFactory.createLiteralLang(release.why(), "nb"));
        }
    }

    void remove(DocumentId document, String fingerprint) {
        state.deleteAny(decisions, node(document, fingerprint), Node.ANY, Node.ANY);
    }

    /// The documents of which something is withheld or released, by address.
    List<Node> documents() {
        var documents = new java.util.TreeMap<String, Node>();
        state.findNG(Node.ANY, Node.ANY, Fa.withheld, Node.ANY)
                .forEachRemaining(quad -> documents.put(quad.getSubject().getURI(), quad.getSubject()));
        state.find(decisions, Node.ANY, Fa.releasedIn, Node.ANY)
                .forEachRemaining(quad -> documents.put(quad.getObject().getURI(), quad.getObject()));
        return List.copyOf(documents.values());
    }

    /// What the graph knows of one document; empty when it is not there any more.
    Optional<Described> describe(Node document) {
        Optional<DocumentId> id = document(document);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Node graph = addresses.documentGraph(id.get().value());
        if (!state.contains(graph, document, RDF.type.asNode(), Fa.Document)) {
            return Optional.empty();
        }
        int withheld = 0;
        Iterator<Quad> counts = state.find(graph, document, Fa.withheld, Node.ANY);
        while (counts.hasNext()) {
            withheld += Integer.parseInt(value(graph, counts.next().getObject(), Fa.count));
        }
        return Optional.of(new Described(
                id.get(),
                value(graph, document, DCTerms.title.asNode()),
                new Sha256(value(graph, document, Fa.sha256)),
                value(graph, document, Fa.fileName),
                withheld,
                nodes(id.get()).size()));
    }

    /// @param withheld how many findings the last reading withheld
    /// @param released how many releases there are
    record Described(DocumentId id, String title, Sha256 sha256, String fileName, int withheld, int released) {}

    private List<Node> nodes(DocumentId document) {
        var nodes = new ArrayList<Node>();
        Node address = addresses.of(Addresses.DOCUMENT, document.value());
        state.find(decisions, Node.ANY, Fa.releasedIn, address).forEachRemaining(quad -> nodes.add(quad.getSubject()));
        return nodes;
    }

    private Node node(DocumentId document, String fingerprint) {
        return addresses.of(Addresses.RELEASE, document.value() + "/" + fingerprint.substring(0, 16));
    }

    private Optional<DocumentId> document(Node node) {
        return addresses
                .parse(node.getURI())
                .filter(parts -> parts.kind().equals(Addresses.DOCUMENT))
                .map(parts -> new DocumentId(parts.id()));
    }

    private String agent(Node release) {
        Iterator<Quad> found = state.find(decisions, release, StandardTerms.PROV_WAS_ASSOCIATED_WITH, Node.ANY);
        return found.hasNext()
                ? addresses
                        .parse(found.next().getObject().getURI())
                        .map(Addresses.Parts::id)
                        .orElse("?")
                : "?";
    }

    private String value(Node subject, Node property) {
        return value(decisions, subject, property);
    }

    private String value(Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
    }

    private void add(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }
}
