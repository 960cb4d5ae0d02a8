package no.forankring.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Keeps texts as read under `texts/`, packed and with a checksum. Derived: what is lost, torn or of an older reader
/// is simply not found, and read again.
final class TextCache {

    private static final int MAGIC = 0x464b5458;
    private static final int MOST_BYTES = 400_000_000;

    private final Path folder;

    TextCache(Path folder) {
        this.folder = folder;
    }

    /// @param ending of the file name, which decides how a text is read
    Optional<ReadOutcome.Read> find(Sha256 sha256, String ending) {
        Path file = file(sha256);
        try {
            byte[] bytes = Files.readAllBytes(file);
            var in = new DataInputStream(new ByteArrayInputStream(bytes));
            if (in.readInt() != MAGIC
                    || in.readInt() != TextCodec.VERSION
                    || !in.readUTF().equals(ending)) {
                return Optional.empty();
            }
            int length = in.readInt();
            long checksum = in.readLong();
            if (length < 0 || length > MOST_BYTES) {
                return Optional.empty();
            }
            byte[] packed = in.readAllBytes();
            var crc = new CRC32();
            crc.update(packed);
            if (crc.getValue() != checksum) {
                return Optional.empty();
            }
            byte[] plain = new byte[length];
            try (var inflater = new Inflater()) {
                inflater.setInput(packed);
                int at = 0;
                while (at < length) {
                    int more = inflater.inflate(plain, at, length - at);
                    if (more == 0) {
                        return Optional.empty();
                    }
                    at += more;
                }
            }
            return Optional.of(TextCodec.decode(plain));
        } catch (IOException | DataFormatException lost) {
            return Optional.empty();
        }
    }

    /// Best effort: a text that cannot be kept is read again when it is asked for.
    void keep(Sha256 sha256, String ending, byte[] encoded) {
        Path file = file(sha256);
        Path temporary = null;
        try {
            byte[] packed = pack(encoded);
            var crc = new CRC32();
            crc.update(packed);
            var bytes = new ByteArrayOutputStream(packed.length + 64);
            var out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            out.writeInt(TextCodec.VERSION);
            out.writeUTF(ending);
            out.writeInt(encoded.length);
            out.writeLong(crc.getValue());
            out.write(packed);
            Path parent = folder.resolve(sha256.hex().substring(0, 2));
            Files.createDirectories(parent);
            temporary = Files.createTempFile(parent, "new-", ".tmp");
            Files.write(temporary, bytes.toByteArray());
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            if (temporary != null) {
                try {
                    Files.deleteIfExists(temporary);
                } catch (IOException leftBehind) {
                    notKept.addSuppressed(leftBehind);
                }
            }
        }
    }

    void forget(Sha256 sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    private static byte[] pack(byte[] encoded) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(encoded);
            deflater.finish();
            var bytes = new ByteArrayOutputStream(encoded.length / 3 + 64);
            byte[] buffer = new byte[16_384];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        }
    }

    private Path file(Sha256 sha256) {
        return folder.resolve(sha256.hex().substring(0, 2)).resolve(sha256.hex().substring(2));
    }
}
