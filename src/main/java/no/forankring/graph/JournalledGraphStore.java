package no.forankring.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store over a journal, snapshots and TDB2.
///
/// The journal is the truth. A change is appended and synced there first and applied to TDB2 after, so TDB2 is never
/// ahead; whatever is wrong with it, it is moved aside and built again from the newest snapshot and what follows.
final class JournalledGraphStore implements GraphStore {

    private static final Logger LOG = LoggerFactory.getLogger(JournalledGraphStore.class);

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Path home;
    private final Addresses addresses;
    private final Clock clock;
    private final StoreLimits limits;
    private final HomeLock lock;
    private final Snapshots snapshots;
    private final ShapesCheck shapes;
    private final Shapes parsedShapes;
    private final Listeners listeners = new Listeners();
    private final ExecutorService snapshotThread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("graph-snapshots").factory());

    /// Readers hold the read side; whoever puts another TDB2 in place, or closes, the write side.
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

    private final GraphWriter writer;
    private volatile Journal journal;
    private @Nullable Tdb2 tdb2;
    private volatile long lastChange;
    private volatile long bytesAtSnapshot;
    private volatile boolean snapshotRunning;
    private volatile boolean closing;

    private JournalledGraphStore(
            Path home,
            Addresses addresses,
            Clock clock,
            StoreLimits limits,
            Shapes shapes,
            HomeLock lock,
            Snapshots snapshots,
            Journal journal) {
        this.home = home;
        this.addresses = addresses;
        this.clock = clock;
        this.limits = limits;
        this.parsedShapes = shapes;
        this.shapes = new ShapesCheck(shapes, addresses);
        this.lock = lock;
        this.snapshots = snapshots;
        this.journal = journal;
        this.writer = new GraphWriter(this, limits);
    }

    static JournalledGraphStore open(Path home, Addresses addresses, Clock clock, Shapes shapes, StoreLimits limits) {
        HomeLock lock = HomeLock.take(home);
        try {
            return open(lock, home, addresses, clock, shapes, limits);
        } catch (Throwable e) {
            lock.close();
            throw e;
        }
    }

    private static JournalledGraphStore open(
            HomeLock lock, Path home, Addresses addresses, Clock clock, Shapes shapes, StoreLimits limits) {
        Path journalFolder = home.resolve("journal");
        HomeFormat.check(home);
        checkBase(home, journalFolder, addresses);
        removeUnfinished(journalFolder);
        var snapshots = new Snapshots(journalFolder, addresses);
        long snapshot = snapshots.good(1).stream()
                .mapToLong(Snapshots.Snapshot::number)
                .findFirst()
                .orElse(0);
        Journal journal = Journal.open(journalFolder, snapshot, clock, limits.segmentBytes());
        try {
            var store = new JournalledGraphStore(home, addresses, clock, limits, shapes, lock, snapshots, journal);
            store.bytesAtSnapshot = -journal.bytesAfter(snapshot);
            store.catchUp();
            store.tellOfTheClock();
            store.writer.start();
            return store;
        } catch (Throwable e) {
            journal.close();
            throw e;
        }
    }

    /// Times are for people; the order of changes rests on their numbers alone.
    private void tellOfTheClock() {
        Instant now = clock.instant();
        journal.changesAfter(journal.last() - 1, 1).stream()
                .filter(change -> change.at().isAfter(now.plus(CLOCK_TOLERANCE)))
                .forEach(change -> LOG.warn(
                        "The clock says {}, but the last change was made at {}. Nothing is lost; set the clock right, or the history shows times that are not in order.",
                        now,
                        change.at()));
    }

    private static void checkBase(Path home, Path journalFolder, Addresses addresses) {
        Path file = journalFolder.resolve("base");
        try {
            Files.createDirectories(journalFolder);
            if (Files.exists(file)) {
                String recorded = Files.readString(file).strip();
                if (!recorded.equals(addresses.base())) {
                    throw GraphException.otherBase(home, recorded, addresses.base());
                }
            } else {
                byte[] base = (addresses.base() + "\n").getBytes(StandardCharsets.UTF_8);
                DurableFiles.write(file, out -> out.write(base));
                DurableFiles.syncFolder(home);
            }
        } catch (IOException e) {
            throw GraphException.unusableHome(home, e);
        }
    }

    private static void removeUnfinished(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().endsWith(DurableFiles.UNFINISHED)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw GraphException.unusableHome(folder, e);
        }
    }

    private Path databases() {
        return home.resolve("graph");
    }

    // ---- Opening and rebuilding

    /// Brings TDB2 to the journal's last change.
    private void catchUp() {
        Tdb2.removeLeftovers(databases());
        Tdb2 found = null;
        try {
            found = Tdb2.openCurrent(databases(), addresses);
        } catch (Throwable e) {
            LOG.warn("The graph's database does not open, so it is built again from the journal: {}", e.toString());
            Tdb2.moveAside(databases(), clock);
        }
        if (found != null && found.number() > journal.last()) {
            LOG.warn(
                    "The graph's database is at change {}, ahead of the journal at {}, so it is built again.",
                    found.number(),
                    journal.last());
            found.close();
            Tdb2.moveAside(databases(), clock);
            found = null;
        }
        if (found != null && found.number() < journal.last()) {
            found = caughtUp(found);
        }
        use(found == null ? built() : found);
    }

    private @Nullable Tdb2 caughtUp(Tdb2 behind) {
        if (!journal.holdsAllAfter(behind.number())) {
            behind.close();
            Tdb2.moveAside(databases(), clock);
            return null;
        }
        LOG.info("Applying changes {} to {} to the graph.", behind.number() + 1, journal.last());
        try {
            applyRest(behind);
            return behind;
        } catch (Tdb2.Broken e) {
            LOG.warn("Applying the changes failed, so the database is built again from the journal", e);
            behind.close();
            Tdb2.moveAside(databases(), clock);
            return null;
        }
    }

    private void applyRest(Tdb2 behind) throws Tdb2.Broken {
        var failure = new ArrayList<Tdb2.Broken>();
        journal.forEachAfter(behind.number(), patch -> {
            if (failure.isEmpty()) {
                try {
                    behind.apply(patch.deleted(), patch.added(), patch.change().number());
                } catch (Tdb2.Broken e) {
                    failure.add(e);
                }
            }
        });
        if (!failure.isEmpty()) {
            throw failure.getFirst();
        }
    }

    /// A new database from the newest good snapshot that the journal goes on from.
    private Tdb2 built() {
        Optional<Snapshots.Snapshot> snapshot = startingPoint();
        long from = snapshot.map(Snapshots.Snapshot::number).orElse(0L);
        if (journal.last() > 0) {
            LOG.info(
                    "Building the graph's database from {} and the journal up to change {}.",
                    snapshot.map(s -> "the snapshot of change " + s.number()).orElse("nothing"),
                    journal.last());
        }
        Tdb2 fresh = Tdb2.create(databases(), addresses);
        var filling = fresh.new Filling();
        try {
            snapshot.ifPresent(s -> snapshots.read(s, filling::add));
            journal.forEachAfter(from, filling::apply);
            filling.finish(journal.last());
            fresh.makeCurrent();
            return fresh;
        } catch (IOException e) {
            fresh.close();
            throw GraphException.unusableHome(databases(), e);
        } catch (Throwable e) {
            filling.giveUp();
            fresh.close();
            throw e;
        }
    }

    private Optional<Snapshots.Snapshot> startingPoint() {
        for (Snapshots.Snapshot snapshot : snapshots.good(Integer.MAX_VALUE)) {
            if (journal.holdsAllAfter(snapshot.number())) {
                return Optional.of(snapshot);
            }
        }
        if (!journal.holdsAllAfter(0)) {
            throw GraphException.missingChanges(home.resolve("journal"), 1, journal.last());
        }
        return Optional.empty();
    }

    private void use(Tdb2 current) {
        tdb2 = current;
        lastChange = current.number();
    }

    private Tdb2 inUse() {
        Tdb2 current = tdb2;
        if (current == null) {
            throw GraphException.closed();
        }
        return current;
    }

    /// Gives the database up and puts a new one in its place. Waits for readers.
    private void rebuild() {
        inUse.writeLock().lock();
        try {
            Tdb2 old = tdb2;
            tdb2 = null;
            if (old != null) {
                old.close();
                Tdb2.moveAside(databases(), clock);
            }
            use(built());
        } finally {
            inUse.writeLock().unlock();
        }
    }

    // ---- Reading and writing

    @Override
    public Addresses addresses() {
        return addresses;
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return withTdb2(current -> current.read(reader));
    }

    @Override
    public <T> T readAt(long number, Function<DatasetGraph, T> reader) {
        return withTdb2(current -> current.read(dataset -> {
            long now = current.storedNumber(dataset);
            if (number >= now) {
                return reader.apply(dataset);
            }
            var view = new BufferedView(dataset, addresses);
            takeBack(view, Math.max(0, number), now);
            return reader.apply(view);
        }));
    }

    private void takeBack(BufferedView view, long number, long now) {
        if (!journal.holdsAllAfter(number)) {
            throw GraphException.noHistory(number);
        }
        long quads = journal.changesAfter(number, Integer.MAX_VALUE).stream()
                .filter(change -> change.number() <= now)
                .mapToLong(change -> change.added() + change.deleted())
                .sum();
        if (quads > MOST_TAKEN_BACK) {
            throw GraphException.tooFarBack(number, quads, MOST_TAKEN_BACK);
        }
        List<Patch> later = journal.patchesAfter(number, Integer.MAX_VALUE);
        for (Patch patch : later.reversed()) {
            if (patch.change().number() <= now) {
                view.absorb(new BufferedView.Difference(patch.added(), patch.deleted()));
            }
        }
    }

    private <T> T withTdb2(Function<Tdb2, T> action) {
        inUse.readLock().lock();
        try {
            return action.apply(inUse());
        } finally {
            inUse.readLock().unlock();
        }
    }

    @Override
    public CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        return writer.write(who, why, operation);
    }

    @Override
    public long lastChange() {
        return lastChange;
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return journal.changesAfter(Math.max(0, number), limit).stream()
                .filter(change -> change.number() <= lastChange)
                .toList();
    }

    @Override
    public Optional<Change> change(long number) {
        return number < 1
                ? Optional.empty()
                : changesAfter(number - 1, 1).stream()
                        .filter(change -> change.number() == number)
                        .findFirst();
    }

    @Override
    public List<Patch> patchesAfter(long number, int limit) {
        return journal.patchesAfter(Math.max(0, number), limit).stream()
                .filter(patch -> patch.change().number() <= lastChange)
                .toList();
    }

    @Override
    public long forEachPatchOf(Node graph, long after, Consumer<Patch> reader) {
        long newest = lastChange;
        journal.forEachOf(graph, Math.max(0, after), newest, reader);
        return newest;
    }

    @Override
    public List<Violation> rehearse(Consumer<DatasetGraph> operation) {
        return read(state -> {
            var view = new BufferedView(state, addresses);
            operation.accept(view);
            // The writer's own check is for its thread alone.
            return new ShapesCheck(parsedShapes, addresses).violations(view, view.difference());
        });
    }

    @Override
    public AutoCloseable onChange(Consumer<Change> listener) {
        return listeners.add(listener);
    }

    @Override
    public void export(String format, OutputStream out) {
        if (!format.equals("nq") && !format.equals("trig")) {
            throw GraphException.unknownFormat(format);
        }
        read(dataset -> {
            try {
                var quads = new SortedQuads(dataset, addresses, () -> false);
                if (format.equals("nq")) {
                    quads.nquads(out);
                } else {
                    quads.trig(out);
                }
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    // ---- What the writer uses, on its thread

    ShapesCheck shapes() {
        return shapes;
    }

    Clock clock() {
        return clock;
    }

    Path home() {
        return home;
    }

    Journal journal() {
        return journal;
    }

    /// Applies what is journalled already; when TDB2 fails, builds it again.
    void apply(List<Quad> deleted, List<Quad> added, long number) {
        Tdb2 current = inUse();
        try {
            current.apply(deleted, added, number);
            lastChange = number;
        } catch (Tdb2.Broken e) {
            LOG.error(
                    "Applying change {} to the graph's database failed, so it is built again from the journal",
                    number,
                    e);
            rebuild();
        }
    }

    /// For tests of a database that fails in the middle of a transaction.
    void failNextApply() {
        inUse().failNextApply();
    }

    void published(List<Change> changes) {
        listeners.tell(changes);
        if (!snapshotRunning && !closing && journal.bytesAppended() - bytesAtSnapshot > snapshotEvery()) {
            snapshotRunning = true;
            snapshotThread.execute(() -> {
                try {
                    snapshot();
                } catch (SortedQuads.Stopped e) {
                    LOG.info("Closing; the snapshot is left for another time.");
                } catch (RuntimeException e) {
                    LOG.error("Writing a snapshot failed; the journal holds everything, so nothing is lost", e);
                } finally {
                    snapshotRunning = false;
                }
            });
        }
    }

    private long snapshotEvery() {
        long lastSize = snapshots.all().stream()
                .mapToLong(snapshot -> snapshot.file().toFile().length())
                .findFirst()
                .orElse(0);
        return Math.max(limits.snapshotBytes(), lastSize);
    }

    @Override
    public synchronized Path snapshot() {
        long bytes = journal.bytesAppended();
        return withTdb2(current -> current.read(dataset -> {
            long number = current.storedNumber(dataset);
            for (Snapshots.Snapshot snapshot : snapshots.all()) {
                if (snapshot.number() == number && snapshots.problem(snapshot).isEmpty()) {
                    return snapshot.file();
                }
            }
            Path file = snapshots.write(dataset, number, () -> closing);
            bytesAtSnapshot = bytes;
            return file;
        }));
    }

    @Override
    public void compact() {
        awaitOnWriter(this::compactNow);
    }

    /// Readers go on with the old database until the new one is whole.
    private void compactNow() {
        // So that little is read from the journal.
        snapshot();
        Tdb2 fresh = built();
        inUse.writeLock().lock();
        try {
            Tdb2 old = tdb2;
            use(fresh);
            if (old != null) {
                old.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
        Tdb2.removeLeftovers(databases());
    }

    // ---- Checking

    static List<String> repair(Path home, Addresses addresses, Clock clock, Shapes shapes, StoreLimits limits) {
        var report = new ArrayList<String>();
        Path journalFolder = home.resolve("journal");
        HomeLock lock = HomeLock.take(home);
        try {
            HomeFormat.check(home);
            checkBase(home, journalFolder, addresses);
            var snapshots = new Snapshots(journalFolder, addresses);
            report.addAll(Journal.takeOutDamage(journalFolder, newestState(home, addresses, snapshots), clock));
        } finally {
            lock.close();
        }
        try (var store = open(home, addresses, clock, shapes, limits)) {
            report.addAll(store.check(true));
        }
        return report;
    }

    /// The newest change whose outcome a snapshot holds; what TDB2 knows is written to one first.
    private static long newestState(Path home, Addresses addresses, Snapshots snapshots) {
        try (@Nullable Tdb2 current = Tdb2.openCurrent(home.resolve("graph"), addresses)) {
            if (current != null && current.number() > 0) {
                long number = current.number();
                if (snapshots.good(1).stream().noneMatch(snapshot -> snapshot.number() >= number)) {
                    current.read(dataset -> snapshots.write(dataset, number, () -> false));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The graph's database cannot help: {}", e.toString());
        }
        return snapshots.good(1).stream()
                .mapToLong(Snapshots.Snapshot::number)
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<String> check(boolean repair) {
        var problems = new ArrayList<String>();
        List<String> damage = journal.check();
        problems.addAll(damage);
        for (Snapshots.Snapshot snapshot : snapshots.all()) {
            snapshots.problem(snapshot).ifPresent(problem -> {
                problems.add(repair ? problem + " Removed it." : problem);
                if (repair) {
                    snapshots.remove(snapshot);
                }
            });
        }
        List<String> drift = damage.isEmpty() ? drift() : List.of();
        problems.addAll(drift);
        if (repair && !drift.isEmpty()) {
            awaitOnWriter(this::rebuild);
            List<String> left = drift();
            problems.addAll(left.isEmpty() ? List.of("Built the graph's database again from the journal.") : left);
        }
        if (repair && !damage.isEmpty()) {
            awaitOnWriter(() -> problems.addAll(takeOutDamage()));
        }
        problems.addAll(read(dataset -> new ShapesCheck(parsedShapes, addresses).checkAll(dataset)));
        return problems;
    }

    private List<String> takeOutDamage() {
        snapshot();
        Path folder = home.resolve("journal");
        long number = snapshots.good(1).stream()
                .mapToLong(Snapshots.Snapshot::number)
                .findFirst()
                .orElse(0);
        journal.close();
        try {
            return Journal.takeOutDamage(folder, number, clock);
        } finally {
            journal = Journal.open(folder, number, clock, limits.segmentBytes());
            bytesAtSnapshot = 0;
        }
    }

    @Override
    public Optional<String> refusal() {
        return writer.refusalNow().map(Throwable::getMessage);
    }

    @Override
    public <T> T between(Supplier<T> action) {
        var result = new AtomicReference<@Nullable T>();
        awaitOnWriter(() -> result.set(action.get()));
        return java.util.Objects.requireNonNull(result.get());
    }

    private void awaitOnWriter(Runnable action) {
        try {
            writer.run(action).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GraphException.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// How TDB2 differs from snapshot and journal, and its default graph from the union of its facts.
    private List<String> drift() {
        return withTdb2(current -> current.read(dataset -> {
            var problems = new ArrayList<String>();
            try {
                var held = new GraphHashes();
                dataset.findNG(null, null, null, null).forEachRemaining(quad -> {
                    if (!quad.getPredicate().equals(Fa.lastChange)) {
                        held.add(quad);
                    }
                });
                GraphHashes journalled = journalled(current.storedNumber(dataset));
                for (String graph : held.differing(journalled)) {
                    var node = org.apache.jena.graph.NodeFactory.createURI(graph);
                    problems.add(
                            "The graph <%s> holds %d statements in the database and %d by the journal; they are not the same."
                                    .formatted(graph, held.quads(node), journalled.quads(node)));
                }
                problems.addAll(defaultGraphDrift(current, dataset));
            } catch (GraphException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("Reading the graph's database failed", e);
                problems.add("The graph's database cannot be read to its end: " + e);
            }
            return problems;
        }));
    }

    private GraphHashes journalled(long number) {
        var hashes = new GraphHashes();
        Optional<Snapshots.Snapshot> start = startingPoint();
        start.ifPresent(snapshot -> snapshots.read(snapshot, hashes::add));
        journal.forEachAfter(start.map(Snapshots.Snapshot::number).orElse(0L), patch -> {
            if (patch.change().number() <= number) {
                patch.deleted().forEach(hashes::delete);
                patch.added().forEach(hashes::add);
            }
        });
        return hashes;
    }

    private List<String> defaultGraphDrift(Tdb2 current, DatasetGraph dataset) {
        long[] counts = new long[2];
        Set<Triple> examples = new HashSet<>();
        dataset.find(Quad.defaultGraphIRI, null, null, null).forEachRemaining(quad -> {
            if (!current.isFact(dataset, quad.asTriple())) {
                counts[0]++;
                remember(examples, quad.asTriple());
            }
        });
        dataset.findNG(null, null, null, null).forEachRemaining(quad -> {
            if (addresses.holdsFacts(quad.getGraph())
                    && !dataset.contains(
                            Quad.defaultGraphIRI, quad.getSubject(), quad.getPredicate(), quad.getObject())) {
                counts[1]++;
                remember(examples, quad.asTriple());
            }
        });
        return counts[0] + counts[1] == 0
                ? List.of()
                : List.of(
                        "The default graph holds %d statements that are no facts and lacks %d that are, for example %s."
                                .formatted(
                                        counts[0],
                                        counts[1],
                                        examples.iterator().next()));
    }

    private static void remember(Set<Triple> examples, Triple triple) {
        if (examples.isEmpty()) {
            examples.add(triple);
        }
    }

    // ---- Closing

    @Override
    public void close() {
        synchronized (listeners) {
            if (closing) {
                return;
            }
            closing = true;
        }
        writer.close();
        listeners.close();
        snapshotThread.shutdown();
        try {
            if (!snapshotThread.awaitTermination(60, TimeUnit.SECONDS)) {
                LOG.warn("A snapshot of the graph was still being written when it closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inUse.writeLock().lock();
        try {
            Tdb2 current = tdb2;
            tdb2 = null;
            if (current != null) {
                current.close();
            }
            journal.close();
            lock.close();
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
