package no.forankring.privacy;

import no.forankring.document.DocumentId;
import no.forankring.graph.Addresses;
import org.apache.jena.sparql.core.DatasetGraph;

/// Takes a document out of the graph, under a reason by which what is shown of the past knows it.
public final class Erasure {

    private Erasure() {}

    /// Why the change is made; [ShownPast] reads it.
    public static String why(DocumentId id) {
        return ShownPast.DELETED + id;
    }

    /// Removes all that a state holds because of a document.
    public static void of(DatasetGraph state, Addresses addresses, DocumentId id) {
        new DocumentTraces(addresses, id).erase(state);
    }
}
