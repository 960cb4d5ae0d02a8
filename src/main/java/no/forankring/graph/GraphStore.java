package no.forankring.graph;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;

/// What is stated, and who says so.
///
/// Stored quads lie in named graphs (see [Addresses]); the default graph holds the union of the graphs of facts
/// and is kept by the store itself, so writers never touch it. No blank nodes are stored. Numbers and times are stored
/// in
/// canonical form: `"01"` as an integer reads back as `1`.
/// Safe for many threads; readers never wait for writers.
public interface GraphStore extends AutoCloseable {

    /// Opens the store in a home folder: checks the lock, the journal and TDB2, and lets what is behind catch up.
    ///
    /// @throws GraphException when another process holds the folder, or the journal is damaged before its end
    static GraphStore open(Path home, Addresses addresses, Clock clock) {
        // Jena's vocabularies break when they are touched before the system is up.
        JenaSystem.init();
        return JournalledGraphStore.open(home, addresses, clock, ShapesCheck.fromClassPath(), StoreLimits.DEFAULT);
    }

    /// Mends a home folder, also one that does not open because its journal is damaged: damaged changes are taken out
    /// where a snapshot or TDB2 holds what came of them, and what is derived is built again. What was done and what
    /// remains, one sentence each; empty when all was well. For a store that is not open.
    static List<String> repair(Path home, Addresses addresses, Clock clock) {
        JenaSystem.init();
        return JournalledGraphStore.repair(home, addresses, clock, ShapesCheck.fromClassPath(), StoreLimits.DEFAULT);
    }

    Addresses addresses();

    /// Runs a function on one consistent state. The dataset must not be used after the function returns.
    <T> T read(Function<DatasetGraph, T> reader);

    /// Queues an operation for the one writer. It runs on a buffered view of the newest state and may read and
    /// change any named graph there; what differs afterwards is checked by the shapes, journalled, applied.
    ///
    /// The future ends when the change is durable and visible. It fails with a [GraphException] when the
    /// operation throws, or when the shapes object (the message lists what and why); nothing is written then.
    /// An operation that changes nothing ends with counts of 0 and the newest number.
    CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation);

    /// Runs a function on the state as it was after a change: the present one with what came later taken back, in
    /// memory.
    ///
    /// @throws GraphException when more quads have changed since than [#MOST_TAKEN_BACK], when the journal no longer
    ///     tells of them one by one, or when this store keeps no history
    default <T> T readAt(long number, Function<DatasetGraph, T> reader) {
        if (number >= lastChange()) {
            return read(reader);
        }
        throw GraphException.noHistory(number);
    }

    /// Quads that [#readAt] takes back in memory, some 300 bytes each.
    long MOST_TAKEN_BACK = 500_000;

    /// The newest change that was made at the moment or before it; 0 when there was none.
    default long changeAt(Instant moment) {
        long found = 0;
        long read = 0;
        while (true) {
            List<Change> some = changesAfter(read, 1_000);
            for (Change change : some) {
                // To the end: a clock that was wrong for a while leaves times that are not in order.
                if (!change.at().isAfter(moment)) {
                    found = change.number();
                }
                read = change.number();
            }
            if (some.isEmpty()) {
                return found;
            }
        }
    }

    /// The number of the newest change that readers see; 0 in an empty store.
    long lastChange();

    /// The changes after a number, oldest first, at most `limit`.
    List<Change> changesAfter(long number, int limit);

    /// One change; empty when there is none of that number, or a snapshot stands for it.
    Optional<Change> change(long number);

    /// Changes after a number with their quads, oldest first, at most `limit`; without those of which only a snapshot
    /// is left.
    List<Patch> patchesAfter(long number, int limit);

    /// One change with its quads; empty when there is none of that number, or only a snapshot is left of it.
    default Optional<Patch> patch(long number) {
        return number < 1
                ? Optional.empty()
                : patchesAfter(number - 1, 1).stream()
                        .filter(patch -> patch.change().number() == number)
                        .findFirst();
    }

    /// Gives each change after a number that touched a graph to a reader, oldest first; without those of which only a
    /// snapshot is left. Ends at the newest change that readers saw when it began; its number.
    default long forEachPatchOf(Node graph, long after, Consumer<Patch> reader) {
        long newest = lastChange();
        long read = after;
        while (read < newest) {
            List<Patch> patches = patchesAfter(read, 100);
            if (patches.isEmpty()) {
                break;
            }
            patches.stream()
                    .filter(patch -> patch.change().number() <= newest && patch.touches(graph))
                    .forEach(reader);
            read = patches.getLast().change().number();
        }
        return newest;
    }

    /// What the shapes would object to if an operation were written now; empty when nothing. Writes nothing.
    List<Violation> rehearse(Consumer<DatasetGraph> operation);

    /// Calls the listener after each change from now on, when readers see it, in order, on a thread of its own.
    /// Closing the result ends that.
    AutoCloseable onChange(Consumer<Change> listener);

    /// Writes a snapshot of the newest state into the journal's folder, so that a backup of that folder is quick to
    /// restore. The file; one that is already there is left alone.
    Path snapshot();

    /// Builds the database again without the room that changes have left behind in it. Readers go on meanwhile; the
    /// folder holds both databases until it is done.
    void compact();

    /// Why no changes are taken now, with what to do; empty when they are.
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /// Runs an action between two changes: while it runs nothing is written to the journal, and readers go on. For a
    /// look at the files of the home folder as they are at one moment; writers wait meanwhile, so it is to be short.
    <T> T between(Supplier<T> action);

    /// Compares journal, snapshots, TDB2 and shapes; with `repair` mends what can be mended. Empty when all is well.
    List<String> check(boolean repair);

    /// Writes every named graph in byte-comparable order: `nq` or `trig`. The store's own `fa:lastChange` is left out.
    void export(String format, OutputStream out);

    /// Waits for the changes that are queued, then lets go of the folder.
    @Override
    void close();
}
