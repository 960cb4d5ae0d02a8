package no.forankring.ingest;

import java.time.Instant;
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

/// The files that could not be read, so that a search that finds nothing can tell what it did not look through. They
/// are
/// no facts, and stand with the provenance. Reads and writes a state given by the store; keeps nothing.
final class UnreadRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node provenance;

    UnreadRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.provenance = addresses.provenanceGraph();
    }

    /// Notes that a file could not be read; once, however often it is tried.
    ///
    /// @param source the path under which it was taken in, as it may be shown
    void note(String source, String reason, Instant now) {
        Node file = node(source);
        if (state.contains(provenance, file, DCTerms.description.asNode(), NodeFactory.createLiteralString(reason))) {
            return;
        }
        forget(source);
        add(file, RDF.type.asNode(), Fa.UnreadFile);
        add(file, DCTerms.source.asNode(), NodeFactory.createLiteralString(source));
        add(file, DCTerms.description.asNode(), NodeFactory.createLiteralString(reason));
        add(
                file,
                StandardTerms.PROV_GENERATED_AT_TIME,
                NodeFactory.createLiteralDT(now.toString(), XSDDatatype.XSDdateTime));
    }

    /// To be called when the file could be read after all.
    void forget(String source) {
        state.deleteAny(provenance, node(source), Node.ANY, Node.ANY);
    }

    long count() {
        long count = 0;
        var found = state.find(provenance, Node.ANY, RDF.type.asNode(), Fa.UnreadFile);
        while (found.hasNext()) {
            found.next();
            count++;
        }
        return count;
    }

    private Node node(String source) {
        return addresses.of(Addresses.UNREAD_FILE, Addresses.fingerprint(source).substring(0, 16));
    }

    private void add(Node file, Node property, Node value) {
        state.add(new Quad(provenance, file, property, value));
    }
}
