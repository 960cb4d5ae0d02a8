package no.forankring.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Keeps parse processes warm, as many as the limits say, and hands each file to one that is free.
///
/// A process that hangs is killed; one that ends is replaced, and its file tried once more in the new one.
final class ParsePool implements AutoCloseable {

    /// Libraries hoard; after so many files a process makes room for a fresh one.
    private static final int MOST_SERVED = 2_000;

    private final ParseLimits limits;
    private final Path temporary;
    private final List<String> more;
    private final Semaphore free;
    private final Deque<Slot> idle = new ArrayDeque<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("parse-clock").daemon().factory());
    private boolean closed;

    private record Slot(ParseProcess process, Path temporary) {}

    /// @param more arguments for the processes' Java, for tests
    ParsePool(ParseLimits limits, Path temporary, List<String> more) {
        this.limits = limits;
        this.temporary = temporary;
        this.more = List.copyOf(more);
        this.free = new Semaphore(limits.workers(), true);
    }

    ReadOutcome read(Path file, String fileName) {
        free.acquireUninterruptibly();
        try {
            boolean memory = false;
            for (int attempt = 1; attempt <= 2; attempt++) {
                Slot slot = take();
                if (slot == null) {
                    return UnreadableFile.reader().outcome();
                }
                boolean whole = false;
                try {
                    ReadOutcome outcome = slot.process.read(file, fileName, limits);
                    whole = slot.process.isAlive();
                    return outcome;
                } catch (ParseProcess.TimeLimitException tooSlow) {
                    return UnreadableFile.timeLimit(limits.time().toSeconds()).outcome();
                } catch (IOException ended) {
                    memory = slot.process.ranOutOfMemory();
                } finally {
                    give(slot, whole && slot.process.served() < MOST_SERVED);
                }
            }
            return (memory ? UnreadableFile.memory(limits.heapMegabytes()) : UnreadableFile.crashed()).outcome();
        } finally {
            free.release();
        }
    }

    private @Nullable Slot take() {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                Slot slot = idle.pop();
                if (slot.process.isAlive()) {
                    return slot;
                }
                remove(slot);
            }
            if (closed) {
                return null;
            }
        }
        Path own = temporary.resolve("worker-" + numbers.incrementAndGet());
        try {
            return new Slot(ParseProcess.start(limits, own, more, clock), own);
        } catch (IOException notStarted) {
            delete(own);
            return null;
        }
    }

    private void give(Slot slot, boolean whole) {
        synchronized (idle) {
            if (whole && !closed) {
                idle.push(slot);
                return;
            }
        }
        remove(slot);
    }

    private static void remove(Slot slot) {
        slot.process.close();
        delete(slot.temporary);
    }

    /// Ends all processes; files being read end as unreadable.
    @Override
    public void close() {
        List<Slot> all;
        synchronized (idle) {
            closed = true;
            all = List.copyOf(idle);
            idle.clear();
        }
        all.forEach(ParsePool::remove);
        clock.shutdown();
        delete(temporary);
    }

    /// Best effort: what a killed process still held open goes with the next start.
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
                        throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException leftForNextStart) {
            return;
        }
    }
}
