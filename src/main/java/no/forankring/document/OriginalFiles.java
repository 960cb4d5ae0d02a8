package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps originals under `files/ab/cdef…`, named by their SHA-256 and written once.
final class OriginalFiles {

    private static final String DAMAGED = ".damaged";

    private final Path folder;
    private final Path incoming;
    private final long limit;

    OriginalFiles(Path folder, long limit) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        this.limit = limit;
    }

    Sha256 keep(InputStream bytes) throws IOException {
        Path temporary;
        try {
            Files.createDirectories(incoming);
            temporary = Files.createTempFile(incoming, "new-", ".tmp");
        } catch (IOException refused) {
            throw cannotStore(refused);
        }
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            MessageDigest digest = digest();
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[65_536];
            long size = 0;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new FileTooLargeException(limit);
                }
                digest.update(buffer, 0, read);
                try {
                    out.write(buffer, 0, read);
                } catch (IOException refused) {
                    throw cannotStore(refused);
                }
            }
            var sha256 = new Sha256(HexFormat.of().formatHex(digest.digest()));
            Path file = path(sha256);
            if (Files.isRegularFile(file) && Files.size(file) == size) {
                return sha256;
            }
            try {
                channel.force(true);
                Path parent = file.getParent();
                boolean newFolder = parent != null && !Files.isDirectory(parent);
                if (parent != null) {
                    Files.createDirectories(parent);
                    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    syncFolder(parent);
                }
                if (newFolder) {
                    syncFolder(folder);
                }
            } catch (IOException refused) {
                throw cannotStore(refused);
            }
            return sha256;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /// Where an original lies, or would lie.
    Path path(Sha256 sha256) {
        return folder.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex().substring(2));
    }

    Optional<InputStream> open(Sha256 sha256) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(sha256)));
        } catch (NoSuchFileException notHeld) {
            return Optional.empty();
        }
    }

    void forget(Sha256 sha256) throws IOException {
        Path file = path(sha256);
        Path parent = file.getParent();
        if (Files.deleteIfExists(file) && parent != null) {
            syncFolder(parent);
        }
    }

    /// Throws away what a stopped process left half written.
    void clean() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (var left = Files.newDirectoryStream(incoming, "new-*.tmp")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    Documents.Holdings holdings(boolean aside) throws IOException {
        var whole = new HashSet<Sha256>();
        var changed = new HashSet<Sha256>();
        var strange = new ArrayList<String>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> Files.isRegularFile(file) && !file.startsWith(incoming))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (name.matches("[0-9a-f]{2}/[0-9a-f]{62}")) {
                var sha256 = new Sha256(name.replace("/", ""));
                if (hash(file).equals(sha256)) {
                    whole.add(sha256);
                } else {
                    changed.add(sha256);
                    if (aside) {
                        Files.move(
                                file,
                                file.resolveSibling(file.getFileName() + DAMAGED),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            } else if (!name.endsWith(DAMAGED)) {
                strange.add(name);
            }
        }
        return new Documents.Holdings(whole, changed, strange);
    }

    private static Sha256 hash(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException windowsHasNoSuchThing) {
            // A folder cannot be opened there; the file system writes its entries in order.
        }
    }

    private IOException cannotStore(IOException cause) {
        return new IOException("""
                Cannot store a file in %s: %s. Free space on the disk or check that the folder may be written to, \
                and try again.\
                """.formatted(folder, cause.getMessage()), cause);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
