package no.forankring.sparql;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// The few threads that run queries, so that heavy queries take turns and the rest of the service stays quick.
///
/// They are platform threads, because a virtual thread is never made to yield by a query that only computes, and have
/// big stacks, because ARQ recurses over deep expressions.
final class QueryThreads {

    // A query that is told to stop needs a moment to notice.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ThreadPoolExecutor executor;

    QueryThreads(SparqlSettings settings) {
        var number = new AtomicInteger();
        long stack = settings.threadStack().toBytes();
        executor = new ThreadPoolExecutor(
                settings.concurrent(),
                settings.concurrent(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                task -> {
                    var thread = new Thread(null, task, "query-" + number.incrementAndGet(), stack);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /// Runs the work and waits for it.
    ///
    /// @param abandon called when the work has not ended in time; afterwards it must not touch what the caller owns
    /// @throws SparqlException when all threads and places in the queue are taken, or the time is up
    <T> T call(Duration timeout, Runnable abandon, Callable<T> work) {
        var task = new FutureTask<>(work);
        try {
            executor.execute(task);
        } catch (RejectedExecutionException full) {
            throw SparqlException.busy();
        }
        try {
            return task.get(timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } catch (TimeoutException late) {
            // Never interrupt: an interrupted read closes the files of the store.
            task.cancel(false);
            abandon.run();
            throw SparqlException.timeout(timeout.toSeconds());
        } catch (InterruptedException interrupted) {
            task.cancel(false);
            abandon.run();
            Thread.currentThread().interrupt();
            throw SparqlException.busy();
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException known -> known;
            case StackOverflowError tooDeep -> SparqlException.tooComplex();
            case OutOfMemoryError full -> SparqlException.failed("Tjenesten har ikke minne nok til spørringen", full);
            case Error error -> throw error;
            case Throwable other -> SparqlException.failed("Spørringen feilet", other);
            case null -> SparqlException.failed("Spørringen feilet", failure);
        };
    }
}
