package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which texts we hold: originals by SHA-256, write-once, and the text as read beside each.
///
/// Safe for many threads.
public final class Documents implements AutoCloseable {

    private final ParseLimits limits;
    private final OriginalFiles originals;
    private final TextCache texts;
    private final ParsePool pool;
    private final Veil veil;

    private Documents(Path home, ParseLimits limits, List<String> workerArguments, Veil veil) {
        this.veil = veil;
        this.limits = limits;
        this.originals = new OriginalFiles(home.resolve("files"), limits.fileBytes());
        this.texts = new TextCache(home.resolve("texts"));
        Path temporary = home.resolve("texts")
                .resolve("work-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
        this.pool = new ParsePool(limits, temporary, workerArguments);
    }

    /// Opens the holdings in a home folder. Parse processes start when first needed.
    public static Documents open(Path home, ParseLimits limits) {
        return open(home, limits, Veil.NONE);
    }

    /// @param veil over every text that is given out, save by [#readUnveiled]
    public static Documents open(Path home, ParseLimits limits, Veil veil) {
        return open(home, limits, List.of(), veil);
    }

    /// @param workerArguments more arguments for the Java of the parse processes, for tests
    static Documents open(Path home, ParseLimits limits, List<String> workerArguments) {
        return open(home, limits, workerArguments, Veil.NONE);
    }

    private static Documents open(Path home, ParseLimits limits, List<String> workerArguments, Veil veil) {
        var documents = new Documents(home.toAbsolutePath(), limits, workerArguments, veil);
        try {
            Files.createDirectories(home.resolve("files"));
            Files.createDirectories(home.resolve("texts"));
            documents.originals.clean();
            try (var left = Files.newDirectoryStream(home.resolve("texts"), "work-*")) {
                left.forEach(ParsePool::delete);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "Cannot open the documents in %s: %s. Check that the folder may be written to, or set forankring.home to another one."
                            .formatted(home, refused.getMessage()),
                    refused);
        }
        return documents;
    }

    /// Stores an original and returns its SHA-256; durable when this returns. Storing the same bytes again costs
    /// nothing.
    ///
    /// @throws FileTooLargeException when there are more bytes than the limits allow; nothing is stored then
    /// @throws IOException when the disk refuses, with what to do in the message
    public Sha256 keep(InputStream bytes) throws IOException {
        return originals.keep(bytes);
    }

    /// Opens an original; empty when we do not hold it.
    public Optional<InputStream> original(Sha256 sha256) throws IOException {
        return originals.open(sha256);
    }

    /// Throws away an original and its text; nothing happens when we do not hold it.
    public void forget(Sha256 sha256) throws IOException {
        originals.forget(sha256);
        texts.forget(sha256);
    }

    /// Reads a kept original, and gives its text with what is withheld masked. Never throws for a bad file.
    public ReadOutcome read(Sha256 sha256, String fileName) {
        return switch (readUnveiled(sha256, fileName)) {
            case ReadOutcome.Read read -> new ReadOutcome.Read(veil.over(read.text(), sha256), read.mediaType());
            case ReadOutcome.Unreadable unreadable -> unreadable;
        };
    }

    /// Reads a kept original in the fenced process and keeps the text as read. Never throws for a bad file. Only for
    /// those who decide what is withheld: nothing is masked.
    ///
    /// Answers at once where the text was read before, by this version of the reader and under a name with the same
    /// ending. A file that could not be read is tried anew each time.
    public ReadOutcome readUnveiled(Sha256 sha256, String fileName) {
        String ending = FileExtractor.ending(fileName);
        Optional<ReadOutcome.Read> known = texts.find(sha256, ending);
        if (known.isPresent() && Files.isRegularFile(originals.path(sha256))) {
            return known.get();
        }
        ReadOutcome outcome = readAnew(originals.path(sha256), fileName);
        if (outcome instanceof ReadOutcome.Read read) {
            texts.keep(sha256, ending, TextCodec.encode(read));
        }
        return outcome;
    }

    private ReadOutcome readAnew(Path file, String fileName) {
        try {
            if (!Files.isRegularFile(file)) {
                return UnreadableFile.notHeld().outcome();
            }
            if (Files.size(file) == 0) {
                return UnreadableFile.empty().outcome();
            }
            if (Files.size(file) > limits.fileBytes()) {
                return UnreadableFile.tooLarge(limits.fileBytes()).outcome();
            }
            Optional<ReadOutcome.Read> text = FileExtractor.readText(file, fileName, limits.textCharacters());
            if (text.isPresent()) {
                return text.get();
            }
        } catch (UnreadableFile unreadable) {
            return unreadable.outcome();
        } catch (IOException disk) {
            return UnreadableFile.disk().outcome();
        }
        return pool.read(file, fileName);
    }

    /// The text as read earlier, with what is withheld masked; read again from the original where it is lost. Empty
    /// when we do not hold the original,
    /// or it cannot be read.
    public Optional<DocumentText> text(Sha256 sha256, String fileName) {
        return read(sha256, fileName) instanceof ReadOutcome.Read read ? Optional.of(read.text()) : Optional.empty();
    }

    /// Cuts plain text into passages without changing a character: offsets are those of `text`.
    public static DocumentText plainText(String text) {
        return DocumentReader.read(PlainText.draft(text));
    }

    /// What lies among the originals.
    ///
    /// @param whole those whose bytes are what their name says
    /// @param changed those whose bytes are not
    /// @param strange names of files that are none
    public record Holdings(Set<Sha256> whole, Set<Sha256> changed, List<String> strange) {

        public Holdings {
            whole = Set.copyOf(whole);
            changed = Set.copyOf(changed);
            strange = List.copyOf(strange);
        }
    }

    /// Reads every original and compares it with its name.
    ///
    /// @param aside whether those that were changed get another name, so that the same file can be kept anew
    public Holdings holdings(boolean aside) {
        try {
            return originals.holdings(aside);
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "Cannot read the originals: %s. Check that the disk works and that you may read the files."
                            .formatted(refused.getMessage()),
                    refused);
        }
    }

    /// Ends the parse processes.
    @Override
    public void close() {
        pool.close();
    }
}
