package no.forankring.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.function.LongSupplier;
import no.forankring.graph.HowFar;
import org.jspecify.annotations.Nullable;

/// Tells on standard error how far a command has come: which step of how many, how much of it, and for how long.
///
/// A terminal has one line for each step, which moves; else a line tells of each step and of every tenth of it.
final class Progress implements AutoCloseable {

    enum Shape {
        NONE,
        LINES,
        MOVING
    }

    private static final long TICK_MILLISECONDS = 500;
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private final Shape shape;
    private final LongSupplier milliseconds;
    private final @Nullable Thread ticking;

    private int steps;
    private int step;
    private String what = "";
    private String unit = "";
    private long began;
    private long done;
    private long total;
    private long tenth;
    private long painted;
    private boolean closed;

    Progress(PrintWriter err, Shape shape, int steps, LongSupplier milliseconds) {
        this.err = err;
        this.shape = shape;
        this.steps = steps;
        this.milliseconds = milliseconds;
        // Some steps do not say how far they are; the seconds show that they go on.
        this.ticking = shape == Shape.MOVING ? Thread.ofVirtual().start(this::tick) : null;
    }

    /// @param asked whether it is to be told also where nobody looks at a terminal
    static Progress of(PrintWriter err, boolean asked, int steps) {
        Console console = System.console();
        Shape shape = console != null && console.isTerminal() ? Shape.MOVING : asked ? Shape.LINES : Shape.NONE;
        return new Progress(err, shape, steps, () -> System.nanoTime() / 1_000_000);
    }

    /// There is more to do than was known.
    synchronized void more(int further) {
        steps += further;
    }

    /// The next step begins.
    void step(String name) {
        step(name, "");
    }

    /// @param unitName what is counted, as in `filer`
    synchronized HowFar step(String name, String unitName) {
        endLine();
        step++;
        what = name;
        unit = unitName;
        began = milliseconds.getAsLong();
        done = 0;
        total = 0;
        tenth = 0;
        if (shape == Shape.LINES) {
            err.println(line());
        }
        paint();
        return this::at;
    }

    private synchronized void at(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
        if (shape == Shape.LINES && total > 0 && done * 10 / total > tenth) {
            tenth = done * 10 / total;
            err.println(line());
        }
        if (milliseconds.getAsLong() - painted >= TICK_MILLISECONDS) {
            paint();
        }
    }

    private String line() {
        String much = unit.isEmpty() || (done == 0 && total == 0)
                ? ""
                : total == 0 ? ": %d %s".formatted(done, unit) : ": %d av %d %s".formatted(done, total, unit);
        return "[%d/%d] %s%s".formatted(step, steps, what, much);
    }

    private synchronized void paint() {
        if (shape == Shape.MOVING && step > 0) {
            painted = milliseconds.getAsLong();
            String told = "%s, %d s".formatted(line(), (painted - began) / 1000);
            err.print("\r" + told + " ".repeat(Math.max(0, WIDTH - told.length())));
            err.flush();
        }
    }

    private void endLine() {
        if (shape == Shape.MOVING && step > 0) {
            paint();
            err.println();
        }
    }

    private void tick() {
        try {
            while (!isClosed()) {
                Thread.sleep(TICK_MILLISECONDS);
                if (!isClosed()) {
                    paint();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            endLine();
            closed = true;
            step = 0;
            if (ticking != null) {
                ticking.interrupt();
            }
        }
    }
}
