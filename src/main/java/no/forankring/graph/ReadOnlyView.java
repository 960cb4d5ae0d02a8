package no.forankring.graph;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.Quad;

/// What readers get: it cannot be written, and its transaction is the store's to end.
final class ReadOnlyView extends DatasetGraphReadOnly {

    ReadOnlyView(DatasetGraph dataset) {
        super(dataset);
    }

    @Override
    public void add(Quad quad) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void add(Node g, Node s, Node p, Node o) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void delete(Quad quad) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void delete(Node g, Node s, Node p, Node o) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void deleteAny(Node g, Node s, Node p, Node o) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void clear() {
        throw GraphException.readOnlyView();
    }

    @Override
    public void addGraph(Node graphName, Graph graph) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void removeGraph(Node graphName) {
        throw GraphException.readOnlyView();
    }

    @Override
    public boolean isInTransaction() {
        return true;
    }

    @Override
    public void begin() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void begin(TxnType type) {
        throw GraphException.ownTransaction();
    }

    @Override
    public void begin(ReadWrite readWrite) {
        throw GraphException.ownTransaction();
    }

    @Override
    public boolean promote() {
        return false;
    }

    @Override
    public boolean promote(Promote type) {
        return false;
    }

    @Override
    public void commit() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void abort() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void end() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void close() {}
}
