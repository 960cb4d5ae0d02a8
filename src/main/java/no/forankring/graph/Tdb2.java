package no.forankring.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The graph as TDB2 holds it, derived from snapshots and journal: named graphs, their union of facts in the default
/// graph, and the number of the last change applied.
///
/// A write transaction that has written is never aborted and then gone on from, because TDB2 up to 6.0.0 corrupts its
/// node file then (apache/jena#3877). When one fails, the whole database is given up and built again.
///
/// The folder has one database in a subfolder and a file `current` that names it. A database made in place of another
/// gets a new name, since Jena keeps state by path for as long as the process lives.
final class Tdb2 implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tdb2.class);
    private static final String CURRENT = "current";
    private static final AtomicLong MADE = new AtomicLong();

    private final Path folder;
    private final Addresses addresses;
    private final DatasetGraph dataset;
    private final DatasetGraph readers;
    private long number;
    private boolean failing;

    private Tdb2(Path folder, Addresses addresses, DatasetGraph dataset) {
        this.folder = folder;
        this.addresses = addresses;
        this.dataset = dataset;
        this.readers = new ReadOnlyView(dataset);
        BreadthFirstPaths.useInTdb2(dataset.getContext());
    }

    /// The database that the folder names as current; null when there is none.
    ///
    /// @throws RuntimeException when it does not open or does not know its number
    static @Nullable Tdb2 openCurrent(Path folder, Addresses addresses) {
        Path database = current(folder);
        if (database == null) {
            return null;
        }
        var tdb2 = connect(database, addresses);
        try {
            tdb2.number = tdb2.inRead(tdb2.dataset, tdb2::storedNumber);
            return tdb2;
        } catch (Throwable e) {
            tdb2.close();
            throw e;
        }
    }

    /// A new, empty database beside others; [#makeCurrent] puts it in their place.
    static Tdb2 create(Path folder, Addresses addresses) {
        try {
            Path database;
            do {
                database = folder.resolve(
                        "tdb2-%s-%d".formatted(Long.toString(System.currentTimeMillis(), 36), MADE.incrementAndGet()));
            } while (Files.exists(database));
            Files.createDirectories(database);
            return connect(database, addresses);
        } catch (IOException e) {
            throw GraphException.unusableHome(folder, e);
        }
    }

    private static Tdb2 connect(Path database, Addresses addresses) {
        Location location = Location.create(database.toString());
        try {
            return new Tdb2(database, addresses, DatabaseMgr.connectDatasetGraph(location));
        } catch (Throwable e) {
            ProcessFileLock.release(DatabaseConnection.lockForLocation(location));
            throw e;
        }
    }

    private static @Nullable Path current(Path folder) {
        try {
            Path file = folder.resolve(CURRENT);
            if (!Files.exists(file)) {
                return null;
            }
            String name = Files.readString(file).strip();
            Path database = folder.resolve(name);
            return name.startsWith("tdb2-") && Files.isDirectory(database) ? database : null;
        } catch (IOException e) {
            LOG.warn("Cannot read which database in {} is the current one: {}", folder, e.toString());
            return null;
        }
    }

    void makeCurrent() throws IOException {
        DurableFiles.write(
                folder.resolveSibling(CURRENT),
                out -> out.write(folder.getFileName().toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Removes databases that are not the current one: a rebuilding that was cut short leaves such.
    static void removeLeftovers(Path folder) {
        Path current = current(folder);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(path -> path.getFileName().toString().startsWith("tdb2-") && !path.equals(current))
                    .forEach(DurableFiles::deleteTree);
        } catch (IOException e) {
            throw GraphException.notReadable(folder, e);
        }
    }

    /// Moves the current database out of the way, to `graph.damaged-<time>` beside the folder. It must be closed.
    static void moveAside(Path folder, Clock clock) {
        Path database = current(folder);
        if (database == null) {
            return;
        }
        try {
            Path aside = folder.resolveSibling(folder.getFileName() + ".damaged-" + clock.millis());
            for (int i = 2; Files.exists(aside); i++) {
                aside = folder.resolveSibling(folder.getFileName() + ".damaged-" + clock.millis() + "-" + i);
            }
            Files.move(database, aside);
            Files.deleteIfExists(folder.resolve(CURRENT));
            LOG.warn("Moved the graph's database aside to {}; it can be deleted when the cause is known.", aside);
        } catch (IOException e) {
            throw GraphException.unusableHome(folder, e);
        }
    }

    /// The number of the last change applied.
    long number() {
        return number;
    }

    /// Runs a reader on one consistent state that it cannot write.
    <T> T read(Function<DatasetGraph, T> reader) {
        return inRead(readers, reader);
    }

    private <T> T inRead(DatasetGraph view, Function<DatasetGraph, T> reader) {
        if (dataset.isInTransaction()) {
            return reader.apply(view);
        }
        dataset.begin(ReadWrite.READ);
        try {
            return reader.apply(view);
        } finally {
            dataset.end();
        }
    }

    /// The number as the transaction sees it; to be called in a reader.
    long storedNumber(DatasetGraph view) {
        Node graph = addresses.provenanceGraph();
        Iterator<Quad> found = view.findNG(graph, graph, Fa.lastChange, Node.ANY);
        if (found.hasNext()) {
            return Long.parseLong(found.next().getObject().getLiteralLexicalForm());
        }
        if (view.isEmpty()) {
            return 0;
        }
        throw new IllegalStateException("the database does not know its last change");
    }

    /// Applies a difference in one transaction.
    ///
    /// @throws Broken when it fails; the database must not be used any more
    void apply(List<Quad> deleted, List<Quad> added, long number) throws Broken {
        try {
            dataset.begin(ReadWrite.WRITE);
            change(deleted, added);
            if (failing) {
                throw new IllegalStateException("failing as the test asked");
            }
            putNumber(number);
            dataset.commit();
            dataset.end();
        } catch (Throwable e) {
            giveUp();
            throw new Broken(e);
        }
        this.number = number;
    }

    static final class Broken extends Exception {
        Broken(Throwable cause) {
            super(cause);
        }
    }

    /// Changes the database without journal or number, for tests of what notices that.
    void tamper(Consumer<DatasetGraph> change) {
        dataset.begin(ReadWrite.WRITE);
        change.accept(dataset);
        dataset.commit();
        dataset.end();
    }

    /// Lets the next [#apply] fail after it has written, for tests of what comes of that.
    void failNextApply() {
        failing = true;
    }

    private void giveUp() {
        try {
            if (dataset.isInTransaction()) {
                dataset.abort();
                dataset.end();
            }
        } catch (Throwable e) {
            LOG.warn("Leaving the failed transaction failed too: {}", e.toString());
        }
    }

    private void change(List<Quad> deleted, List<Quad> added) {
        for (Quad quad : deleted) {
            dataset.delete(quad);
        }
        Set<Triple> facts = new HashSet<>();
        for (Quad quad : added) {
            dataset.add(quad);
            if (addresses.holdsFacts(quad.getGraph())) {
                Triple triple = quad.asTriple();
                if (facts.add(triple)) {
                    dataset.add(Quad.defaultGraphIRI, triple.getSubject(), triple.getPredicate(), triple.getObject());
                }
            }
        }
        for (Quad quad : deleted) {
            Triple triple = quad.asTriple();
            if (addresses.holdsFacts(quad.getGraph()) && !facts.contains(triple) && !isFact(dataset, triple)) {
                dataset.delete(Quad.defaultGraphIRI, triple.getSubject(), triple.getPredicate(), triple.getObject());
            }
        }
    }

    /// True when a graph of facts holds the triple.
    boolean isFact(DatasetGraph view, Triple triple) {
        Iterator<Quad> found = view.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
        return Iter.anyMatch(found, quad -> addresses.holdsFacts(quad.getGraph()));
    }

    private void putNumber(long number) {
        Node graph = addresses.provenanceGraph();
        dataset.deleteAny(graph, graph, Fa.lastChange, Node.ANY);
        dataset.add(
                graph, graph, Fa.lastChange, NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDlong));
    }

    /// Fills a new database in transactions of bounded size. The number is put in the last one, so a database that was
    /// not filled to the end is never taken for a good one.
    final class Filling {

        private static final int QUADS_PER_TRANSACTION = 500_000;
        private long written;

        Filling() {
            dataset.begin(ReadWrite.WRITE);
        }

        void add(Quad quad) {
            dataset.add(quad);
            if (addresses.holdsFacts(quad.getGraph())) {
                dataset.add(Quad.defaultGraphIRI, quad.getSubject(), quad.getPredicate(), quad.getObject());
            }
            count(2);
        }

        void apply(Patch patch) {
            change(patch.deleted(), patch.added());
            count(patch.deleted().size() + patch.added().size());
        }

        private void count(long quads) {
            written += quads;
            if (written > QUADS_PER_TRANSACTION) {
                written = 0;
                dataset.commit();
                dataset.end();
                dataset.begin(ReadWrite.WRITE);
            }
        }

        void finish(long last) {
            putNumber(last);
            dataset.commit();
            dataset.end();
            number = last;
        }

        void giveUp() {
            Tdb2.this.giveUp();
        }
    }

    /// Closes the files. There must be no reader.
    @Override
    public void close() {
        TDBInternal.expel(dataset, true);
    }
}
