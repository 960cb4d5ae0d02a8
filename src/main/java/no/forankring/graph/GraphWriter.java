package no.forankring.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. It takes what is waiting, runs each operation on a view over those before it, and makes
/// the accepted ones durable with one sync and visible with one transaction.
final class GraphWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraphWriter.class);

    /// A batch takes no more operations once its differences are this big.
    private static final int BATCH_QUADS = 200_000;

    private final JournalledGraphStore store;
    private final StoreLimits limits;
    private final BlockingQueue<Task> queue;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable String readOnly;

    GraphWriter(JournalledGraphStore store, StoreLimits limits) {
        this.store = store;
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queued());
        this.thread = Thread.ofPlatform().name("graph-writer").unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    private sealed interface Task {

        CompletableFuture<?> done();

        record Write(String who, String why, Consumer<DatasetGraph> operation, CompletableFuture<Change> done)
                implements Task {}

        /// Something of the store's own that must not happen while a batch is written.
        record Run(Runnable action, CompletableFuture<@Nullable Void> done) implements Task {}

        /// Ends the thread.
        record Stop(CompletableFuture<@Nullable Void> done) implements Task {}
    }

    CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        return queued(new CompletableFuture<>(), done -> new Task.Write(oneLine(who), oneLine(why), operation, done));
    }

    CompletableFuture<@Nullable Void> run(Runnable action) {
        return queued(new CompletableFuture<>(), done -> new Task.Run(action, done));
    }

    private <T extends @Nullable Object> CompletableFuture<T> queued(
            CompletableFuture<T> done, java.util.function.Function<CompletableFuture<T>, Task> task) {
        if (Thread.currentThread() == thread) {
            done.completeExceptionally(GraphException.nestedWrite());
            return done;
        }
        if (closed) {
            done.completeExceptionally(GraphException.closed());
            return done;
        }
        try {
            if (!queue.offer(task.apply(done), limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                done.completeExceptionally(GraphException.busy(queue.size()));
            } else if (closed && !thread.isAlive()) {
                refuseWaiting();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(GraphException.interrupted());
        }
        return done;
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\R", " ");
        return Terms.unpairedSurrogate(line) ? line.replaceAll("\\p{Cs}", "?") : line;
    }

    private void work() {
        try {
            boolean going = true;
            @Nullable Task first = null;
            while (going) {
                Task task = first != null ? first : queue.take();
                first = null;
                switch (task) {
                    case Task.Write write -> first = writeBatchFrom(write);
                    case Task.Run run -> run(run);
                    case Task.Stop stop -> going = false;
                }
            }
        } catch (InterruptedException e) {
            LOG.error("The writer of the graph was interrupted and stops");
        } finally {
            closed = true;
            refuseWaiting();
        }
    }

    private static void run(Task.Run run) {
        try {
            run.action.run();
            run.done.complete(null);
        } catch (Throwable e) {
            run.done.completeExceptionally(e);
        }
    }

    private void refuseWaiting() {
        @Nullable Task left = queue.poll();
        while (left != null) {
            left.done().completeExceptionally(GraphException.closed());
            left = queue.poll();
        }
    }

    private static final class Batch {
        final List<Patch> patches = new ArrayList<>();
        final List<Task.Write> accepted = new ArrayList<>();
        final List<Task.Write> withoutEffect = new ArrayList<>();
        final List<Change> withoutEffectAt = new ArrayList<>();
        int count;
        int quads;

        @Nullable
        Task next;

        void fail(GraphException reason) {
            accepted.forEach(write -> write.done.completeExceptionally(reason));
            withoutEffect.forEach(write -> write.done.completeExceptionally(reason));
        }
    }

    /// Writes this one and those that wait behind it. The task that comes next, when it was taken but not done.
    private @Nullable Task writeBatchFrom(Task.Write first) {
        var batch = new Batch();
        GraphException refused = refusal();
        if (refused != null) {
            first.done.completeExceptionally(refused);
            return null;
        }
        try {
            BufferedView.Difference net = store.<BufferedView.Difference>read(state -> {
                var view = new BufferedView(state, store.addresses());
                @Nullable Task task = first;
                while (task instanceof Task.Write write) {
                    evaluate(write, view, batch);
                    boolean full = ++batch.count >= limits.batch() || batch.quads >= BATCH_QUADS;
                    task = full ? null : queue.poll();
                }
                batch.next = task;
                return view.difference();
            });
            commit(batch, net);
        } catch (Throwable e) {
            LOG.error("Writing to the graph failed", e);
            batch.fail(e instanceof GraphException known ? known : GraphException.failedOperation("the batch", e));
            if (!first.done.isDone()) {
                first.done.completeExceptionally(e);
            }
        }
        return batch.next;
    }

    Optional<GraphException> refusalNow() {
        return closed ? Optional.of(GraphException.closed()) : Optional.ofNullable(refusal());
    }

    private @Nullable GraphException refusal() {
        String reason = readOnly;
        if (reason != null) {
            return GraphException.readOnly(reason);
        }
        try {
            long free = Files.getFileStore(store.home()).getUsableSpace();
            return free < limits.freeBytes() ? GraphException.diskNearlyFull(store.home(), free) : null;
        } catch (IOException e) {
            return GraphException.unusableHome(store.home(), e);
        }
    }

    private void evaluate(Task.Write write, BufferedView batchView, Batch batch) {
        long last = store.journal().last() + batch.patches.size();
        try {
            var view = new BufferedView(batchView, store.addresses());
            write.operation.accept(view);
            BufferedView.Difference difference = view.difference();
            if (difference.isEmpty()) {
                batch.withoutEffect.add(write);
                batch.withoutEffectAt.add(new Change(last, store.clock().instant(), write.who, write.why, 0, 0));
                return;
            }
            store.shapes().check(view, difference);
            var change = new Change(
                    last + 1,
                    store.clock().instant(),
                    write.who,
                    write.why,
                    difference.added().size(),
                    difference.deleted().size());
            var patch = new Patch(change, difference.deleted(), difference.added());
            batchView.absorb(difference);
            batch.patches.add(patch);
            batch.accepted.add(write);
            batch.quads += difference.size();
        } catch (GraphException e) {
            write.done.completeExceptionally(e);
        } catch (Throwable e) {
            write.done.completeExceptionally(GraphException.failedOperation(write.why, e));
        }
    }

    private void commit(Batch batch, BufferedView.Difference net) {
        if (!batch.patches.isEmpty()) {
            try {
                store.journal().append(batch.patches);
            } catch (Journal.WriteFailed e) {
                if (e.fatal) {
                    readOnly = "writing to the journal failed (" + e.getCause() + ")";
                }
                store.shapes().forget();
                batch.fail(GraphException.notWritten(store.home().resolve("journal"), e));
                return;
            }
            long number = store.journal().last();
            try {
                store.apply(net.deleted(), net.added(), number);
            } catch (Throwable e) {
                LOG.error("Change {} is in the journal but could not be shown", number, e);
                readOnly = "its database could not be built again (" + e + ")";
                batch.fail(GraphException.notVisible(number, e));
                return;
            }
        }
        List<Change> changes = batch.patches.stream().map(Patch::change).toList();
        if (!changes.isEmpty()) {
            store.published(changes);
        }
        for (int i = 0; i < changes.size(); i++) {
            batch.accepted.get(i).done.complete(changes.get(i));
        }
        for (int i = 0; i < batch.withoutEffect.size(); i++) {
            batch.withoutEffect.get(i).done.complete(batch.withoutEffectAt.get(i));
        }
    }

    /// Takes no more, and waits until what is queued is done.
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        try {
            while (thread.isAlive()) {
                try {
                    if (queue.offer(new Task.Stop(new CompletableFuture<>()), 100, TimeUnit.MILLISECONDS)) {
                        thread.join();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        refuseWaiting();
    }
}
