package no.forankring.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.forankring.document.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs of kept originals that are not done, one file each under `queue/`, so that a service that stops or is
/// killed goes on with them when it starts again. A line with who, one with the title, one
/// with how often it was begun again, then one for each original.
final class QueueFolder {

    private static final Logger LOG = LoggerFactory.getLogger(QueueFolder.class);
    private static final String ENDING = ".job";
    private static final String GIVEN_UP = ".given-up";
    private static final int MOST_BEGUN = 10;
    /// Lines before those of the originals.
    private static final int HEADER = 3;

    private final Path folder;

    QueueFolder(Path folder) {
        this.folder = folder;
    }

    /// A job that was accepted.
    ///
    /// @param begun how many starts of the service went on with it
    record Accepted(String id, String who, String title, int begun, List<Kept> files) {

        Accepted {
            files = List.copyOf(files);
        }
    }

    /// Durable when it returns.
    ///
    /// @throws UncheckedIOException when the disk refuses
    synchronized void put(Accepted job) {
        var text = new StringBuilder(line(job.who)).append(line(job.title)).append(line(Integer.toString(job.begun)));
        job.files.forEach(file -> text.append(line(file.sha256() + " " + file.name())));
        try {
            Files.createDirectories(folder);
            write(file(job.id), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The job cannot be kept in %s: %s. Free space on the disk or check that the folder may be written to, and try again."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private void write(Path file, String text) throws IOException {
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ") + "\n";
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException windowsHasNoSuchThing) {
            LOG.debug("A folder cannot be synced here", windowsHasNoSuchThing);
        }
    }

    /// Those that are to be gone on with now. One that was begun too often may be what stops the service: it is put
    /// aside
    /// and told of.
    List<Accepted> goingOn() {
        var goingOn = new ArrayList<Accepted>();
        for (Accepted job : waiting()) {
            if (job.begun < MOST_BEGUN) {
                var again = new Accepted(job.id, job.who, job.title, job.begun + 1, job.files);
                put(again);
                goingOn.add(again);
            } else {
                giveUp(job);
            }
        }
        return goingOn;
    }

    private void giveUp(Accepted job) {
        LOG.error(
                "The service stopped {} times while it did the job {}, so that is put aside as {}. Upload its files one by one.",
                job.begun,
                job.id,
                folder.resolve(job.id + GIVEN_UP));
        try {
            Files.move(file(job.id), folder.resolve(job.id + GIVEN_UP), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("It could not be put aside: {}", e.toString());
        }
    }

    synchronized void remove(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            LOG.warn("The job {} is done, but stays in {}: {}. It is done once more at the next start.", id, folder, e);
        }
    }

    /// Takes originals out of all jobs, also of those put aside, since they hold the names of files. A job without any
    /// is removed.
    ///
    /// @throws IOException when the disk refuses
    synchronized void forget(Set<Sha256> originals) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> jobs;
        try (Stream<Path> files = Files.list(folder)) {
            jobs = files.filter(path ->
                            path.toString().endsWith(ENDING) || path.toString().endsWith(GIVEN_UP))
                    .toList();
        }
        for (Path file : jobs) {
            List<String> lines = Files.readAllLines(file);
            List<String> kept = lines.stream()
                    .filter(line -> originals.stream().noneMatch(original -> line.startsWith(original.hex() + " ")))
                    .toList();
            if (kept.size() < lines.size() && kept.size() <= HEADER) {
                Files.delete(file);
                sync();
            } else if (kept.size() < lines.size()) {
                write(file, String.join("\n", kept) + "\n");
            }
        }
    }

    /// Those that are not done. A file that cannot be read is left alone and told of.
    List<Accepted> waiting() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var waiting = new ArrayList<Accepted>();
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                try {
                    waiting.add(read(file));
                } catch (IOException | RuntimeException e) {
                    LOG.warn(
                            "The job in {} cannot be read: {}. Upload its files again, and delete it.",
                            file,
                            e.toString());
                }
            }
            return waiting;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Accepted read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String name = file.getFileName().toString();
        return new Accepted(
                name.substring(0, name.length() - ENDING.length()),
                lines.get(0),
                lines.get(1),
                Integer.parseInt(lines.get(2)),
                lines.stream()
                        .skip(HEADER)
                        .map(line -> new Kept(line.substring(65), new Sha256(line.substring(0, 64))))
                        .toList());
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }
}
