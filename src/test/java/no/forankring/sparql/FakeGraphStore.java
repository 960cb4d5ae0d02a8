package no.forankring.sparql;

import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/// A store in memory that keeps the promises that the endpoints rely on: changes are all or nothing, and the default
/// graph
/// is the union of the graphs of facts.
public final class FakeGraphStore implements GraphStore {

    private final Addresses addresses;
    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final AtomicLong number = new AtomicLong();
    private final List<String> writers = new ArrayList<>();

    public FakeGraphStore(String base) {
        this.addresses = new Addresses(base);
    }

    /// Adds TriG, where `b:` is the base address and the common prefixes are known.
    public FakeGraphStore with(String trig) {
        String text = """
                PREFIX b: <%1$s/>
                PREFIX g: <%1$s/graph/>
                PREFIX id: <%1$s/id/>
                PREFIX fa: <https://w3id.org/forankring/ns#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX oa: <http://www.w3.org/ns/oa#>
                PREFIX prov: <http://www.w3.org/ns/prov#>
                """.formatted(addresses.base()) + trig.replace("{base}", addresses.base());
        write("test", "data", view -> RDFParser.fromString(text, Lang.TRIG).parse(view))
                .join();
        return this;
    }

    public void clear() {
        write(
                        "test",
                        "clear",
                        view -> List.copyOf(Iter.toList(view.listGraphNodes())).forEach(view::removeGraph))
                .join();
        writers.clear();
    }

    /// Who asked for changes, oldest first.
    public List<String> writers() {
        return List.copyOf(writers);
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        dataset.begin(ReadWrite.READ);
        try {
            return reader.apply(dataset);
        } finally {
            dataset.end();
        }
    }

    @Override
    public synchronized CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        dataset.begin(ReadWrite.WRITE);
        try {
            operation.accept(dataset);
            refreshFacts();
            dataset.commit();
            writers.add(who);
            return CompletableFuture.completedFuture(
                    new Change(number.incrementAndGet(), Instant.EPOCH, who, why, 0, 0));
        } catch (RuntimeException | Error failure) {
            dataset.abort();
            return CompletableFuture.failedFuture(failure);
        } finally {
            dataset.end();
        }
    }

    private void refreshFacts() {
        Set<Triple> facts = new LinkedHashSet<>();
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (addresses.holdsFacts(quad.getGraph())) {
                facts.add(quad.asTriple());
            }
        });
        dataset.deleteAny(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
        facts.forEach(dataset.getDefaultGraph()::add);
    }

    @Override
    public long lastChange() {
        return number.get();
    }

    @Override
    public List<Change> changesAfter(long after, int limit) {
        return List.of();
    }

    @Override
    public void compact() {
        // Nothing lies on disk.
    }

    @Override
    public <T> T between(java.util.function.Supplier<T> action) {
        return action.get();
    }

    @Override
    public List<String> check(boolean repair) {
        return List.of();
    }

    @Override
    public void export(String format, OutputStream out) {
        throw new UnsupportedOperationException("Not needed by these tests.");
    }

    @Override
    public java.util.Optional<Change> change(long number) {
        return java.util.Optional.empty();
    }

    @Override
    public List<no.forankring.graph.Patch> patchesAfter(long number, int limit) {
        return List.of();
    }

    @Override
    public List<no.forankring.graph.Violation> rehearse(Consumer<DatasetGraph> operation) {
        return List.of();
    }

    @Override
    public AutoCloseable onChange(Consumer<Change> listener) {
        throw new UnsupportedOperationException("Not needed by these tests.");
    }

    @Override
    public java.nio.file.Path snapshot() {
        throw new UnsupportedOperationException("Not needed by these tests.");
    }

    @Override
    public void close() {}
}
