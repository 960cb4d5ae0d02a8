package no.forankring.graph;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// One state of a graph as a store, so that whoever reads a store can be asked what was known then.
///
/// For use within the function that was given the state, by its thread. Nobody can write to it, and nothing comes after
/// its last change.
public final class OneState implements GraphStore {

    private final GraphStore store;
    private final DatasetGraph state;
    private final long number;

    /// @param state as [GraphStore#readAt] gives it
    /// @param number of the last change that the state knows
    public OneState(GraphStore store, DatasetGraph state, long number) {
        this.store = store;
        this.state = state;
        this.number = number;
    }

    @Override
    public Addresses addresses() {
        return store.addresses();
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return reader.apply(state);
    }

    @Override
    public CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        return CompletableFuture.failedFuture(GraphException.readOnlyView());
    }

    @Override
    public long lastChange() {
        return number;
    }

    @Override
    public List<Change> changesAfter(long after, int limit) {
        return store.changesAfter(after, limit).stream()
                .filter(change -> change.number() <= number)
                .toList();
    }

    @Override
    public Optional<Change> change(long wanted) {
        return wanted > number ? Optional.empty() : store.change(wanted);
    }

    @Override
    public List<Patch> patchesAfter(long after, int limit) {
        return store.patchesAfter(after, limit).stream()
                .filter(patch -> patch.change().number() <= number)
                .toList();
    }

    @Override
    public long forEachPatchOf(Node graph, long after, Consumer<Patch> reader) {
        store.forEachPatchOf(graph, after, patch -> {
            if (patch.change().number() <= number) {
                reader.accept(patch);
            }
        });
        return number;
    }

    @Override
    public List<Violation> rehearse(Consumer<DatasetGraph> operation) {
        throw GraphException.readOnlyView();
    }

    @Override
    public AutoCloseable onChange(Consumer<Change> listener) {
        return () -> {};
    }

    @Override
    public Path snapshot() {
        throw GraphException.readOnlyView();
    }

    @Override
    public void compact() {
        throw GraphException.readOnlyView();
    }

    @Override
    public <T> T between(Supplier<T> action) {
        throw GraphException.readOnlyView();
    }

    @Override
    public List<String> check(boolean repair) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void export(String format, OutputStream out) {
        throw GraphException.readOnlyView();
    }

    @Override
    public void close() {}
}
