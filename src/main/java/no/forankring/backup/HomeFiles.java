package no.forankring.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of a home folder that go into a backup, as they are at one moment.
///
/// Small files are held as they are; of others the length is held, since they only grow or are never changed, and they
/// are kept open, so that they can be read although the folder loses them meanwhile.
final class HomeFiles implements AutoCloseable {

    static final String ORIGINALS = "files/";

    private static final Set<String> DERIVED = Set.of("graph", "index", "texts", "history", "lock");
    private static final long SMALL = 1 << 20;

    private final Path home;
    private final List<Part> parts = new ArrayList<>();

    private HomeFiles(Path home) {
        this.home = home;
    }

    /// @param name within the home folder, with slashes
    /// @param held its bytes, of a small file
    /// @param file of others, with the length that counts
    record Part(String name, byte[] held, @Nullable FileChannel file, long length) {

        InputStream open() throws IOException {
            return file == null ? new java.io.ByteArrayInputStream(held) : new Beginning(file, length);
        }
    }

    /// All but the originals.
    static HomeFiles now(Path home) throws IOException {
        var files = new HomeFiles(home);
        try {
            for (Path file : walk(home)) {
                String name = files.name(file);
                if (!isLeftOut(name) && !name.startsWith(ORIGINALS)) {
                    files.add(name, file);
                }
            }
            return files;
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    /// The originals that are there now.
    List<Path> originals() throws IOException {
        return walk(home.resolve("files")).stream()
                .filter(file -> !isLeftOut(name(file)))
                .toList();
    }

    String name(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private void add(String name, Path file) throws IOException {
        try {
            if (Files.size(file) <= SMALL && !name.startsWith("journal/")) {
                byte[] held = Files.readAllBytes(file);
                parts.add(new Part(name, held, null, held.length));
            } else {
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                parts.add(new Part(name, new byte[0], channel, channel.size()));
            }
        } catch (NoSuchFileException gone) {
            // Replaced or removed since the folder was listed: a temporary file, or a snapshot that a newer one
            // follows.
            return;
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, new java.nio.file.SimpleFileVisitor<>() {
            @Override
            public java.nio.file.FileVisitResult preVisitDirectory(
                    Path directory, java.nio.file.attribute.BasicFileAttributes attributes) {
                return isLeftOut(folder.relativize(directory).toString().replace('\\', '/'))
                        ? java.nio.file.FileVisitResult.SKIP_SUBTREE
                        : java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult visitFile(
                    Path file, java.nio.file.attribute.BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    found.add(file);
                }
                return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return java.nio.file.FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        found.sort(Comparator.naturalOrder());
        return found;
    }

    /// What is derived, half written, or moved aside because it was damaged.
    private static boolean isLeftOut(String name) {
        String first = name.split("/", 2)[0];
        String last = name.substring(name.lastIndexOf('/') + 1);
        return DERIVED.contains(first)
                || first.contains(".damaged-")
                || name.startsWith("files/incoming")
                || last.endsWith(".tmp")
                || (last.startsWith(".") && last.endsWith(".new"));
    }

    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            if (part.file != null) {
                part.file.close();
            }
        }
    }

    /// The beginning of a file that may be growing.
    private static final class Beginning extends InputStream {

        private final InputStream in;
        private long left;

        Beginning(FileChannel file, long length) throws IOException {
            this.in = Channels.newInputStream(file.position(0));
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            if (read < 0) {
                throw new IOException("En fil ble kortere mens den ble kopiert. Ta sikkerhetskopien på nytt.");
            }
            left -= read;
            return read;
        }
    }
}
