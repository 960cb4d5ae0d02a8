package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Which texts we hold: originals by SHA-256, write-once, and the text as read beside each.
///
/// Safe for many threads.
public final class Documents implements AutoCloseable {

    /// Opens the holdings in a home folder. Parse processes start when first needed.
    public static Documents open(Path home, ParseLimits limits) {
        throw new UnsupportedOperationException("replaced when the fenced reader lands");
    }

    /// Stores an original and returns its SHA-256; durable when this returns. Storing the same bytes again costs
    /// nothing.
    ///
    /// @throws IOException when the disk refuses, with what to do in the message
    public Sha256 keep(InputStream bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Opens an original; empty when we do not hold it.
    public Optional<InputStream> original(Sha256 sha256) throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Reads a kept original in the fenced process and keeps the text as read. Never throws for a bad file.
    public ReadOutcome read(Sha256 sha256, String fileName) {
        throw new UnsupportedOperationException();
    }

    /// The text as read earlier; read again from the original where it is lost. Empty when we do not hold the original.
    public Optional<DocumentText> text(Sha256 sha256, String fileName) {
        throw new UnsupportedOperationException();
    }

    /// Cuts plain text into passages without changing a character: offsets are those of `text`.
    public static DocumentText plainText(String text) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
