package no.forankring.sparql;

import java.time.Duration;

/// What one query may use before it is stopped.
///
/// @param timeout from the moment the query is handed in, waiting included
/// @param rows rows or triples in the answer
/// @param bytes bytes in the answer as written
public record Limits(Duration timeout, long rows, long bytes) {

    public Limits {
        if (timeout.isNegative() || timeout.isZero() || rows < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "Limits must be above zero, but got " + timeout + ", " + rows + " rows and " + bytes + " bytes");
        }
    }

    /// The same limits with a shorter time; a longer one is ignored.
    public Limits within(Duration shorter) {
        return shorter.compareTo(timeout) < 0 ? new Limits(shorter, rows, bytes) : this;
    }

    /// The same limits with fewer rows; more is ignored.
    public Limits upTo(long fewer) {
        return new Limits(timeout, Math.min(fewer, rows), bytes);
    }
}
