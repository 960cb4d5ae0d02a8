package no.forankring.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import no.forankring.privacy.Deletions;

/// Everything of a home folder that is truth (originals, journal, accounts) in one zip file with checksums.
///
/// What is derived (graph, index, texts) is left out: it is made again on the first start after a restore.
final class Backup {

    private static final String MANIFEST = "SHA256SUMS";
    private static final List<String> DERIVED = List.of("graph", "index", "texts", "history", "lock");

    private Backup() {}

    /// @return the number of files written
    static int write(Path home, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        Map<String, String> sums = new TreeMap<>();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)));
                Stream<Path> walk = Files.walk(home)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                if (isDerived(name)) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(name));
                MessageDigest digest = sha256();
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                sums.put(name, HexFormat.of().formatHex(digest.digest()));
            }
            zip.putNextEntry(new ZipEntry(MANIFEST));
            var manifest = new StringBuilder();
            sums.forEach((name, sum) ->
                    manifest.append(sum).append("  ").append(name).append('\n'));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return sums.size();
    }

    /// Keeps beside the backups of a folder what was deleted until now, so that none of them brings it back.
    static void noteDeletions(Path home, Path target) throws IOException {
        List<Deletions.Deletion> deletions = Deletions.read(home.resolve(Deletions.FILE));
        if (!deletions.isEmpty()) {
            Deletions.open(target.toAbsolutePath().resolveSibling(".").normalize())
                    .add(deletions);
        }
    }

    /// Brings what was deleted since into a restored folder; the documents go when it is opened and catches up.
    ///
    /// @param lists files of deletions; those that are not there are passed over
    static void applyDeletions(Path home, List<Path> lists) throws IOException {
        for (Path list : lists) {
            Deletions.open(home).add(Deletions.read(list));
        }
    }

    private static boolean isDerived(String name) {
        String first = name.split("/", 2)[0];
        return DERIVED.contains(first) || first.contains(".damaged-");
    }

    /// Unpacks into an empty or missing folder and compares every file with its checksum; on any difference the
    /// folder is left as it was.
    ///
    /// @return the number of files restored
    /// @throws IOException when the file is no backup, is damaged, or the folder is not empty
    static int restore(Path source, Path home) throws IOException {
        if (Files.exists(home) && !isEmpty(home)) {
            throw new IOException(
                    "Mappen %s er ikke tom. Gi en tom mappe med --home, så går ingenting tapt.".formatted(home));
        }
        Path unfinished = home.toAbsolutePath().resolveSibling(home.getFileName() + ".restoring");
        deleteTree(unfinished);
        Files.createDirectories(unfinished);
        Map<String, String> found = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(source)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MANIFEST)) {
                    for (String line : new String(zip.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                        if (line.length() > 66) {
                            expected.put(line.substring(66), line.substring(0, 64));
                        }
                    }
                    continue;
                }
                Path file = unfinished.resolve(entry.getName()).normalize();
                if (!file.startsWith(unfinished)) {
                    throw new IOException(
                            "%s er ingen sikkerhetskopi herfra: den har en fil utenfor mappen.".formatted(source));
                }
                Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
                MessageDigest digest = sha256();
                try (OutputStream out = Files.newOutputStream(file)) {
                    new DigestInputStream(zip, digest).transferTo(out);
                }
                found.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
            }
            if (expected.isEmpty() || !expected.equals(found)) {
                throw new IOException(
                        "%s er skadet eller ufullstendig: innholdet stemmer ikke med kontrollsummene. Bruk en annen kopi."
                                .formatted(source));
            }
            Files.deleteIfExists(home);
            Files.move(unfinished, home);
        } finally {
            deleteTree(unfinished);
        }
        return found.size();
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
