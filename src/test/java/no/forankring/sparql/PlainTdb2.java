package no.forankring.sparql;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;

/// A TDB2 database as it is, in memory and with a default graph of its own, to compare the engine with others.
final class PlainTdb2 {

    // Made anew for each test: TDB2 finds "456."^^xsd:decimal as 456.0 and then deletes nothing of that name.
    private volatile DatasetGraph dataset = DatabaseMgr.createDatasetGraph();

    /// Holds these data and nothing else afterwards.
    void fill(DatasetGraph data) {
        dataset = DatabaseMgr.createDatasetGraph();
        write(state -> data.find().forEachRemaining(quad -> state.add(quad.isDefaultGraph() ? inDefault(quad) : quad)));
    }

    private static Quad inDefault(Quad quad) {
        return Quad.create(Quad.defaultGraphIRI, quad.asTriple());
    }

    <T> T read(Function<DatasetGraph, T> reader) {
        dataset.begin(ReadWrite.READ);
        try {
            return reader.apply(dataset);
        } finally {
            dataset.end();
        }
    }

    void write(Consumer<DatasetGraph> operation) {
        dataset.begin(ReadWrite.WRITE);
        try {
            operation.accept(dataset);
            dataset.commit();
        } catch (RuntimeException | Error failure) {
            dataset.abort();
            throw failure;
        } finally {
            dataset.end();
        }
    }

    void close() {
        dataset.close();
    }
}
