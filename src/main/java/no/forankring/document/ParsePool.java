package no.forankring.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps so many parse processes warm, and starts a new one in place of each that died. Safe for many threads.
final class ParsePool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ParsePool.class);
    private static final int TRIES = 2;

    private final ParseLimits limits;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parse-watch").daemon().factory());
    /// One place for each process that may run; empty where none was started yet or the last one died.
    private final BlockingQueue<Optional<ParseProcess>> places = new LinkedBlockingQueue<>();

    ParsePool(ParseLimits limits) {
        this.limits = limits;
        for (int i = 0; i < limits.workers(); i++) {
            places.add(Optional.empty());
        }
    }

    /// Reads one file; a file that kills its process gets a second try in a fresh one.
    ReadOutcome read(Path file, String fileName) {
        Optional<ParseProcess> place;
        try {
            place = places.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UnreadableFile.reader().outcome();
        }
        ParseProcess process = place.orElse(null);
        try {
            for (int attempt = 1; ; attempt++) {
                if (process == null || !process.isAlive()) {
                    process = ParseProcess.start(limits, watch);
                }
                try {
                    return process.read(file, fileName);
                } catch (UnreadableFile unreadable) {
                    boolean crashed = unreadable.outcome().reason().equals(UnreadableFile.CRASHED);
                    if (!crashed || attempt == TRIES) {
                        return unreadable.outcome();
                    }
                }
            }
        } catch (IOException e) {
            LOG.error("A parse process could not be started; is {} a whole Java?", System.getProperty("java.home"), e);
            return UnreadableFile.reader().outcome();
        } finally {
            places.add(Optional.ofNullable(process).filter(ParseProcess::isAlive));
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        for (Optional<ParseProcess> place = places.poll(); place != null; place = places.poll()) {
            place.ifPresent(ParseProcess::close);
        }
    }
}
