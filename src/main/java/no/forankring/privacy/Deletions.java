package no.forankring.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.forankring.document.DocumentId;

/// Which documents were deleted when, in `deletions.txt` of the home folder: one line each, only added to. A backup
/// that
/// is older has them still, so whoever restores one applies the list. Safe for many threads.
public final class Deletions {

    /// Its name in a home folder, and beside a backup.
    public static final String FILE = "deletions.txt";

    private final Path file;

    private Deletions(Path file) {
        this.file = file;
    }

    public static Deletions open(Path home) {
        return new Deletions(home.resolve(FILE));
    }

    /// That a document was deleted. What is taken in under the same id later is another matter.
    public record Deletion(DocumentId document, Instant at) {

        private String line() {
            return at + " " + document + "\n";
        }
    }

    /// Those of a file, the oldest first; none when there is no such file. A line that a crash cut short is passed
    /// over.
    public static List<Deletion> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        var deletions = new ArrayList<Deletion>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.strip().split(" ", 2);
            if (parts.length == 2) {
                try {
                    deletions.add(new Deletion(new DocumentId(parts[1]), Instant.parse(parts[0])));
                } catch (DateTimeParseException | IllegalArgumentException torn) {
                    continue;
                }
            }
        }
        return deletions;
    }

    public synchronized List<Deletion> all() {
        try {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the deletions in " + file, e);
        }
    }

    /// On the disk when this returns.
    public void add(Deletion deletion) {
        add(List.of(deletion));
    }

    /// Adds those that are not there yet.
    public synchronized void add(List<Deletion> deletions) {
        Set<Deletion> added = new LinkedHashSet<>(deletions);
        all().forEach(added::remove);
        try {
            append(added);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write to %s, so nothing is deleted. See that the disk has room.".formatted(file), e);
        }
    }

    private void append(Set<Deletion> deletions) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (Deletion deletion : deletions) {
                var bytes = ByteBuffer.wrap(deletion.line().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
    }
}
