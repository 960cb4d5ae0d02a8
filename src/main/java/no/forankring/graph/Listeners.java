package no.forankring.graph;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells listeners of changes, in order, on one thread of its own.
final class Listeners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final CopyOnWriteArrayList<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("graph-listeners").factory());

    AutoCloseable add(Consumer<Change> listener) {
        // Wrapped, so that the same listener given twice is taken away once at a time.
        Consumer<Change> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    void tell(List<Change> changes) {
        // Who comes later does not hear of these.
        List<Consumer<Change>> now = List.copyOf(listeners);
        if (!now.isEmpty()) {
            thread.execute(() -> changes.forEach(change -> tell(now, change)));
        }
    }

    private void tell(List<Consumer<Change>> some, Change change) {
        for (Consumer<Change> listener : some) {
            if (!listeners.contains(listener)) {
                continue;
            }
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on change {} of the graph; going on", change.number(), e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Listeners to the graph were still busy 10 seconds after it closed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
