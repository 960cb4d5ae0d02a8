package no.forankring.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.forankring.graph.GraphStore;
import no.forankring.graph.HowFar;
import org.jspecify.annotations.Nullable;

/// Writes everything of a home folder that is truth into one zip file with checksums, and makes a home folder of it
/// again.
public final class Backup {

    private static final String SUMS = "SHA256SUMS";

    private Backup() {}

    /// What was written.
    ///
    /// @param files how many
    /// @param change the last change in it; -1 where nobody was asked
    /// @param damaged originals whose bytes are not those that their name tells; they are in the backup as they are
    public record Written(int files, long change, List<String> damaged) {

        public Written {
            damaged = List.copyOf(damaged);
        }
    }

    /// What was restored.
    ///
    /// @param change the last change, as the backup says; -1 where it does not
    public record Restored(int files, long change) {}

    /// What the files and the number of one moment are.
    private record Moment(HomeFiles files, long change) {}

    /// Writes a backup of an open home folder to a stream, as it stands between two changes. Others may write
    /// meanwhile.
    public static Written write(Path home, GraphStore graph, Clock clock, OutputStream out) throws IOException {
        return write(home, graph, clock, out, HowFar.UNHEARD);
    }

    private static Written write(Path home, GraphStore graph, Clock clock, OutputStream out, HowFar heard)
            throws IOException {
        Moment moment;
        try {
            moment = graph.between(() -> {
                try {
                    return new Moment(HomeFiles.now(home), graph.lastChange());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
        try (HomeFiles files = moment.files()) {
            return write(files, new BackupNote(BackupNote.FORMAT, moment.change(), clock.instant()), out, heard);
        }
    }

    /// The same into a file, whole or not at all.
    public static Written write(Path home, GraphStore graph, Clock clock, Path target) throws IOException {
        return write(home, graph, clock, target, HowFar.UNHEARD);
    }

    /// Like [#write(Path, GraphStore, Clock, Path)].
    ///
    /// @param heard told of each file
    public static Written write(Path home, GraphStore graph, Clock clock, Path target, HowFar heard)
            throws IOException {
        return whole(target, out -> write(home, graph, clock, out, heard));
    }

    /// Writes a backup of a home folder that nobody has open.
    public static Written write(Path home, Path target) throws IOException {
        return whole(target, out -> {
            try (HomeFiles files = HomeFiles.now(home)) {
                return write(
                        files,
                        new BackupNote(BackupNote.FORMAT, -1, Clock.systemUTC().instant()),
                        out,
                        HowFar.UNHEARD);
            }
        });
    }

    private interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    private static <T> T whole(Path target, Writing<T> writing) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        T written;
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            written = writing.to(out);
            out.flush();
            channel.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }

    private static Written write(HomeFiles files, BackupNote note, OutputStream out, HowFar heard) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        var damaged = new ArrayList<String>();
        var zip = new ZipOutputStream(out);
        // First, so that a newer kind is known before anything of it is unpacked.
        entry(zip, BackupNote.NAME, new java.io.ByteArrayInputStream(note.bytes()), sums);
        List<Path> originals = files.originals();
        int all = files.parts().size() + originals.size();
        int begun = 0;
        for (HomeFiles.Part part : files.parts()) {
            heard.at(++begun, all);
            try (InputStream in = part.open()) {
                entry(zip, part.name(), in, sums);
            }
        }
        for (Path original : originals) {
            heard.at(++begun, all);
            String name = files.name(original);
            try (InputStream in = Files.newInputStream(original)) {
                String sum = entry(zip, name, in, sums);
                String named = name.substring(HomeFiles.ORIGINALS.length()).replace("/", "");
                if (named.length() == sum.length() && !named.equals(sum)) {
                    damaged.add(name);
                }
            } catch (NoSuchFileException deleted) {
                // Deleted on purpose since they were listed; no change up to the moment needs it any more.
                continue;
            }
        }
        var manifest = new StringBuilder();
        sums.forEach(
                (name, sum) -> manifest.append(sum).append("  ").append(name).append('\n'));
        zip.putNextEntry(new ZipEntry(SUMS));
        zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
        return new Written(sums.size() - 1, note.change(), damaged);
    }

    private static String entry(ZipOutputStream zip, String name, InputStream in, Map<String, String> sums)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        MessageDigest digest = sha256();
        new DigestInputStream(in, digest).transferTo(zip);
        zip.closeEntry();
        String sum = HexFormat.of().formatHex(digest.digest());
        sums.put(name, sum);
        return sum;
    }

    /// Unpacks into an empty or missing folder and compares every file with its checksum; on any difference the
    /// folder is left as it was.
    ///
    /// @throws IOException when the file is no backup, is damaged or newer than this program, or the folder is not
    ///     empty
    public static Restored restore(Path source, Path home) throws IOException {
        return restore(source, home, HowFar.UNHEARD);
    }

    /// Like [#restore(Path, Path)].
    ///
    /// @param heard told of each file
    public static Restored restore(Path source, Path home, HowFar heard) throws IOException {
        if (Files.exists(home) && !isEmpty(home)) {
            throw new IOException(
                    "Mappen %s er ikke tom. Gi en tom mappe med --home, så går ingenting tapt.".formatted(home));
        }
        Path unfinished = home.toAbsolutePath().resolveSibling(home.getFileName() + ".restoring");
        deleteTree(unfinished);
        Files.createDirectories(unfinished);
        try {
            Restored restored = unpack(source, unfinished, heard);
            Files.deleteIfExists(home);
            Files.move(unfinished, home);
            return restored;
        } finally {
            deleteTree(unfinished);
        }
    }

    /// Reads a backup to its end and compares every file with its checksum; writes nothing.
    ///
    /// @throws IOException when it is none, or is damaged
    public static Restored verify(Path source) throws IOException {
        return unpack(source, null, HowFar.UNHEARD);
    }

    private static Restored unpack(Path source, @Nullable Path folder, HowFar heard) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        BackupNote note = BackupNote.UNSAID;
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(source), 1 << 16))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                heard.at(found.size() + 1, 0);
                MessageDigest digest = sha256();
                if (name.equals(SUMS)) {
                    expected.putAll(sums(zip.readAllBytes()));
                } else if (name.equals(BackupNote.NAME)) {
                    byte[] bytes = new DigestInputStream(zip, digest).readAllBytes();
                    note = note(bytes, source);
                    found.put(name, HexFormat.of().formatHex(digest.digest()));
                } else {
                    put(new DigestInputStream(zip, digest), name, source, folder);
                    found.put(name, HexFormat.of().formatHex(digest.digest()));
                }
            }
        } catch (NoSuchFileException e) {
            throw new IOException("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(source), e);
        } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
            throw damaged(source, e);
        }
        if (expected.isEmpty() || !expected.equals(found)) {
            throw damaged(source, null);
        }
        int own = found.containsKey(BackupNote.NAME) ? 1 : 0;
        return new Restored(found.size() - own, note.change());
    }

    private static Map<String, String> sums(byte[] manifest) {
        var sums = new TreeMap<String, String>();
        new String(manifest, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.length() > 66)
                .forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
        return sums;
    }

    private static BackupNote note(byte[] bytes, Path source) throws IOException {
        BackupNote note = BackupNote.parse(bytes);
        if (note.format() > BackupNote.FORMAT) {
            throw new IOException(
                    "%s er laget av en nyere versjon av Forankring (format %d, denne leser %d). Bruk den versjonen til å gjenopprette."
                            .formatted(source, note.format(), BackupNote.FORMAT));
        }
        return note;
    }

    private static void put(InputStream in, String name, Path source, @Nullable Path folder) throws IOException {
        if (folder == null) {
            in.transferTo(OutputStream.nullOutputStream());
            return;
        }
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw new IOException(
                    "%s er ingen sikkerhetskopi herfra: den har en fil utenfor mappen.".formatted(source));
        }
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        if (!name.startsWith(HomeFiles.ORIGINALS) && !name.startsWith("journal/")) {
            ownerOnly(file);
        }
    }

    /// Accounts and keys are for their owner alone, as they were.
    private static void ownerOnly(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static IOException damaged(Path source, @Nullable Exception cause) {
        return new IOException(
                "%s er skadet eller ufullstendig: innholdet stemmer ikke med kontrollsummene. Bruk en annen kopi."
                        .formatted(source),
                cause);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.findAny().isEmpty();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
