package no.forankring.sparql;

import java.io.IOException;
import java.io.OutputStream;

/// The way out of an answer: opened at the first byte, so that what fails before it can still be told properly; counts
/// bytes; and can be shut by the one who waits, after which the query's thread cannot touch the response any more.
final class CappedOutput extends OutputStream {

    /// Opens the real output.
    interface Opening {
        OutputStream open() throws IOException;
    }

    private final Opening opening;
    private final long maxBytes;
    private final Object lock = new Object();
    private @org.jspecify.annotations.Nullable OutputStream out;
    private long written;
    private boolean abandoned;

    CappedOutput(Opening opening, long maxBytes) {
        this.opening = opening;
        this.maxBytes = maxBytes;
    }

    /// Waits for a write under way, then lets none through.
    void abandon() {
        synchronized (lock) {
            abandoned = true;
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (lock) {
            if (abandoned) {
                throw new IOException("Nobody waits for this answer any more.");
            }
            written += length;
            if (written > maxBytes) {
                throw SparqlException.tooManyBytes(maxBytes);
            }
            opened().write(bytes, offset, length);
        }
    }

    private OutputStream opened() throws IOException {
        OutputStream open = out;
        if (open == null) {
            open = opening.open();
            out = open;
        }
        return open;
    }

    // Jena's writers flush often; the response decides itself when to send.
    @Override
    public void flush() {}

    /// Sends what is written, also when that is nothing.
    void finish() throws IOException {
        synchronized (lock) {
            if (!abandoned) {
                opened().flush();
            }
        }
    }

    @Override
    public void close() {}
}
