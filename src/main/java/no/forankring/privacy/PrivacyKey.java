package no.forankring.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key of a home folder, in `privacy.key`: without it nobody can tell from a release what it releases, not even by
/// trying every telephone number.
final class PrivacyKey {

    private static final String FILE = "privacy.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final byte[] key;

    private PrivacyKey(byte[] key) {
        this.key = key.clone();
    }

    /// The key of a home folder; made where there is none. A lost key means that everything is withheld again.
    static PrivacyKey open(Path home, SecureRandom random) {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                byte[] made = new byte[BYTES];
                random.nextBytes(made);
                write(file, HexFormat.of().formatHex(made) + "\n");
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
            if (key.length < BYTES) {
                throw new IllegalArgumentException("too short");
            }
            return new PrivacyKey(key);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the key %s: %s. Check that the folder may be read and written."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key %s is damaged. Take it from a backup, or delete it: then everything that was released is withheld again."
                            .formatted(file),
                    e);
        }
    }

    /// A key that nobody keeps, for reading without a home folder.
    static PrivacyKey passing(SecureRandom random) {
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        return new PrivacyKey(made);
    }

    private static void write(Path file, String line) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Path next = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly);
        Files.writeString(next, line);
        try {
            Files.move(next, file);
        } catch (FileAlreadyExistsException other) {
            Files.deleteIfExists(next);
        }
    }

    /// 64 hexadecimal digits, the same for the same words.
    String fingerprint(String words) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM + "; run with an unaltered JDK 25", e);
        }
    }
}
