package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which texts we hold: originals by SHA-256, write-once, and the text as read beside each.
///
/// Safe for many threads.
public final class Documents implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

    private final OriginalFiles originals;
    private final TextCache texts;
    private final ParsePool pool;

    private Documents(Path home, ParseLimits limits) {
        this.originals = new OriginalFiles(home.resolve("files"), limits.fileBytes());
        this.texts = new TextCache(home.resolve("texts"));
        this.pool = new ParsePool(limits);
    }

    /// Opens the holdings in a home folder. Parse processes start when first needed.
    public static Documents open(Path home, ParseLimits limits) {
        var documents = new Documents(home, limits);
        try {
            documents.originals.clean();
        } catch (IOException e) {
            LOG.warn("Half-written files of an earlier run could not be removed from {}; they do no harm", home, e);
        }
        return documents;
    }

    /// Stores an original and returns its SHA-256; durable when this returns. Storing the same bytes again costs
    /// nothing.
    ///
    /// @throws FileTooLargeException when it is larger than the limits allow; nothing of it is stored
    /// @throws IOException when the disk refuses, with what to do in the message
    public Sha256 keep(InputStream bytes) throws IOException {
        return originals.keep(bytes);
    }

    /// Opens an original; empty when we do not hold it.
    public Optional<InputStream> original(Sha256 sha256) throws IOException {
        return originals.open(sha256);
    }

    /// Reads a kept original in the fenced process and keeps the text as read. Never throws for a bad file.
    public ReadOutcome read(Sha256 sha256, String fileName) {
        Path file = originals.path(sha256);
        if (!Files.exists(file)) {
            return UnreadableFile.notHeld().outcome();
        }
        ReadOutcome outcome = pool.read(file.toAbsolutePath(), fileName);
        if (outcome instanceof ReadOutcome.Read read) {
            try {
                texts.keep(sha256, ending(fileName), TextCodec.encode(read));
            } catch (RuntimeException e) {
                LOG.warn("The text of {} could not be kept; it will be read again when asked for", fileName, e);
            }
        }
        return outcome;
    }

    /// The text as read earlier; read again from the original where it is lost. Empty when we do not hold the original
    /// or it cannot be read any more.
    public Optional<DocumentText> text(Sha256 sha256, String fileName) {
        Optional<ReadOutcome.Read> kept = texts.find(sha256, ending(fileName));
        if (kept.isPresent()) {
            return kept.map(ReadOutcome.Read::text);
        }
        return read(sha256, fileName) instanceof ReadOutcome.Read read ? Optional.of(read.text()) : Optional.empty();
    }

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// Cuts plain text into passages without changing a character: offsets are those of `text`.
    public static DocumentText plainText(String text) {
        return DocumentReader.read(PlainText.draft(text));
    }

    @Override
    public void close() {
        pool.close();
    }
}
