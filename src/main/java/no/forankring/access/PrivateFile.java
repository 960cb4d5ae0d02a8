package no.forankring.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Writes files that only their owner may read, whole or not at all.
public final class PrivateFile {

    private PrivateFile() {}

    public static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "." + file.getFileName(), ".new", ownerOnly(folder));
        try {
            try (FileChannel channel = FileChannel.open(next, Set.of(StandardOpenOption.WRITE))) {
                var buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
