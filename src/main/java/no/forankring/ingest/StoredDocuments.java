package no.forankring.ingest;

import java.time.Instant;
import java.time.LocalDate;
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
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
    ///
    /// @param arrived when this version was taken in
    record Stored(
            DocumentId id,
            String title,
            String fileName,
            String source,
            String kind,
            Language language,
            Optional<LocalDate> date,
            Sha256 sha256,
            int version,
            List<String> cites,
            String disclosure,
            Instant arrived) {

        OptionalInt year() {
            return date.map(day -> OptionalInt.of(day.getYear())).orElse(OptionalInt.empty());
        }
    }

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
        // What the document states, and what people have confirmed of it.
        Iterator<Quad> cited = state.find(Quad.defaultGraphNodeGenerated, node, Fa.cites, Node.ANY);
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
                date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                new Sha256(value(graph, node, Fa.sha256)),
                Integer.parseInt(value(graph, node, Fa.version)),
                cites,
                value(graph, node, Fa.disclosure),
                arrived(node, graph)));
    }

    /// Documents from before that was noted arrived when they were linked last.
    private Instant arrived(Node document, Node graph) {
        Node provenance = addresses.provenanceGraph();
        String noted = value(provenance, document, DCTerms.dateSubmitted.asNode());
        String linked = noted.isEmpty() ? value(provenance, graph, StandardTerms.PROV_GENERATED_AT_TIME) : noted;
        return linked.isEmpty() ? Instant.EPOCH : Instant.parse(linked);
    }

    /// Notes that a version was taken in now.
    void arrived(DocumentId id, Instant now) {
        Node document = addresses.of(Addresses.DOCUMENT, id.value());
        state.deleteAny(addresses.provenanceGraph(), document, DCTerms.dateSubmitted.asNode(), Node.ANY);
        state.add(new Quad(
                addresses.provenanceGraph(),
                document,
                DCTerms.dateSubmitted.asNode(),
                NodeFactory.createLiteralDT(now.toString(), XSDDatatype.XSDdateTime)));
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

    /// Empty for what is no id.
    static Optional<DocumentId> id(String text) {
        try {
            return Optional.of(new DocumentId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
