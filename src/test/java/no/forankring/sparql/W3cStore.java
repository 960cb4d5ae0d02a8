package no.forankring.sparql;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import no.forankring.graph.Violation;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Two stores behind one door: the product's own, and TDB2 as it is. One of them at a time.
final class W3cStore implements GraphStore {

    static final String BASE = "http://w3c.test";

    private final Addresses addresses = new Addresses(BASE);
    private final GraphStore product;
    private final PlainTdb2 plain;
    private volatile boolean isPlain;

    W3cStore(Path folder) {
        product = GraphStore.open(folder.resolve("home"), addresses, Clock.systemUTC());
        plain = new PlainTdb2();
    }

    /// From here on the plain one answers.
    PlainTdb2 plain() {
        isPlain = true;
        return plain;
    }

    /// From here on the product's store answers, emptied.
    void product() {
        isPlain = false;
        product.write("test", "empty", view -> {
                    var graphs = new java.util.ArrayList<Node>();
                    view.listGraphNodes().forEachRemaining(graphs::add);
                    graphs.forEach(graph -> view.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY));
                })
                .join();
    }

    StoreView view(DatasetGraph dataset) {
        return isPlain
                ? new StoreView(dataset, BASE, graph -> false, Quad.defaultGraphIRI)
                : new StoreView(dataset, addresses);
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return isPlain ? plain.read(reader) : product.read(reader);
    }

    @Override
    public CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        if (!isPlain) {
            return product.write(who, why, operation);
        }
        try {
            plain.write(operation);
            return CompletableFuture.completedFuture(new Change(1, Instant.EPOCH, who, why, 0, 0));
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public long lastChange() {
        return isPlain ? 0 : product.lastChange();
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return product.changesAfter(number, limit);
    }

    @Override
    public Optional<Change> change(long number) {
        return product.change(number);
    }

    @Override
    public List<Patch> patchesAfter(long number, int limit) {
        return product.patchesAfter(number, limit);
    }

    @Override
    public List<Violation> rehearse(Consumer<DatasetGraph> operation) {
        return product.rehearse(operation);
    }

    @Override
    public AutoCloseable onChange(Consumer<Change> listener) {
        return product.onChange(listener);
    }

    @Override
    public Path snapshot() {
        return product.snapshot();
    }

    @Override
    public void compact() {
        product.compact();
    }

    @Override
    public <T> T between(java.util.function.Supplier<T> action) {
        return action.get();
    }

    @Override
    public List<String> check(boolean repair) {
        return product.check(repair);
    }

    @Override
    public void export(String format, OutputStream out) {
        product.export(format, out);
    }

    @Override
    public void close() {
        product.close();
        plain.close();
    }
}
