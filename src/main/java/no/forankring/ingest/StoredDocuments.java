package no.forankring.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// What the graph says about the documents that we hold. Reads a state given by the store; keeps nothing.
final class StoredDocuments {

    private final DatasetGraph state;
    private final Addresses addresses;

    StoredDocuments(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
    }

    /// One document as stored.
    record Stored(
            DocumentId id,
            String title,
            String fileName,
            String source,
            String kind,
            Language language,
            OptionalInt year,
            Sha256 sha256,
            int version,
            List<String> cites) {}

    Optional<DocumentId> holding(Sha256 sha256) {
        return one(Fa.sha256, sha256.hex());
    }

    /// The document that was taken in under this path; for a bare file name (an upload) also the only document
    /// with that file name.
    Optional<DocumentId> under(Source source) {
        Optional<DocumentId> exact = one(Fa.source, source.name());
        if (exact.isPresent() || source.name().contains("/")) {
            return exact;
        }
        List<DocumentId> named = all(Fa.fileName, source.fileName());
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    Optional<Stored> find(DocumentId id) {
        Node node = addresses.of(Addresses.DOCUMENT, id.value());
        Node graph = addresses.documentGraph(id.value());
        if (!state.contains(graph, node, RDF.type.asNode(), Fa.Document)) {
            return Optional.empty();
        }
        String date = value(graph, node, DCTerms.date.asNode());
        var cites = new ArrayList<String>();
        Iterator<Quad> cited = state.find(graph, node, Fa.cites, Node.ANY);
        while (cited.hasNext()) {
            addresses
                    .parse(cited.next().getObject().getURI())
                    .filter(parts -> parts.kind().equals(Addresses.GOVERNING_DOCUMENT))
                    .ifPresent(parts -> cites.add(parts.id()));
        }
        return Optional.of(new Stored(
                id,
                value(graph, node, DCTerms.title.asNode()),
                value(graph, node, Fa.fileName),
                value(graph, node, Fa.source),
                value(graph, node, Fa.documentKind),
                Language.parse(value(graph, node, DCTerms.language.asNode())),
                date.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(date.substring(0, 4))),
                new Sha256(value(graph, node, Fa.sha256)),
                Integer.parseInt(value(graph, node, Fa.version)),
                cites));
    }

    List<DocumentId> ids() {
        var ids = new ArrayList<DocumentId>();
        Iterator<Quad> found = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), Fa.Document);
        while (found.hasNext()) {
            id(found.next().getSubject()).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<DocumentId> one(Node property, String value) {
        List<DocumentId> ids = all(property, value);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.getFirst());
    }

    private List<DocumentId> all(Node property, String value) {
        var ids = new ArrayList<DocumentId>();
        Iterator<Quad> found = state.findNG(Node.ANY, Node.ANY, property, NodeFactory.createLiteralString(value));
        while (found.hasNext()) {
            id(found.next().getSubject()).filter(id -> !ids.contains(id)).ifPresent(ids::add);
        }
        return ids;
    }

    private Optional<DocumentId> id(Node node) {
        return addresses
                .parse(node.getURI())
                .filter(parts -> parts.kind().equals(Addresses.DOCUMENT))
                .map(parts -> new DocumentId(parts.id()));
    }

    private String value(Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
    }
}
