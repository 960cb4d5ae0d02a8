package no.forankring.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All named graphs as they were after one change: `snapshot-000000000042.nq.gz`, sorted, its last line a comment with
/// the checksum of all lines before.
final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Pattern NAME = Pattern.compile("snapshot-(\\d{12})\\.nq\\.gz");
    private static final Pattern SEAL = Pattern.compile("# change (\\d+) quads (\\d+) sha256 ([0-9a-f]{64})");
    private static final int KEPT = 2;

    private final Path folder;
    private final Addresses addresses;

    Snapshots(Path folder, Addresses addresses) {
        this.folder = folder;
        this.addresses = addresses;
    }

    /// @param number the last change that the file holds
    record Snapshot(Path file, long number) {}

    /// Those that are whole and unharmed, newest first, at most `limit`.
    List<Snapshot> good(int limit) {
        var good = new ArrayList<Snapshot>();
        for (Snapshot snapshot : all()) {
            if (good.size() < limit) {
                Optional<String> problem = problem(snapshot);
                if (problem.isEmpty()) {
                    good.add(snapshot);
                } else {
                    LOG.warn("{} Going back to an older one.", problem.get());
                }
            }
        }
        return good;
    }

    List<Snapshot> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> {
                        Matcher name = NAME.matcher(file.getFileName().toString());
                        return name.matches()
                                ? Stream.of(new Snapshot(file, Long.parseLong(name.group(1))))
                                : Stream.empty();
                    })
                    .sorted(Comparator.comparingLong(Snapshot::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw GraphException.notReadable(folder, e);
        }
    }

    void remove(Snapshot snapshot) {
        try {
            Files.deleteIfExists(snapshot.file);
        } catch (IOException e) {
            throw GraphException.notReadable(snapshot.file, e);
        }
    }

    /// Writes a snapshot of a consistent state, and removes those that are older than the last few.
    Path write(DatasetGraph dataset, long number, BooleanSupplier stop) {
        Path file = folder.resolve("snapshot-%012d.nq.gz".formatted(number));
        try {
            DurableFiles.write(file, out -> write(dataset, number, stop, out));
            for (Snapshot old : all().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old.file);
            }
            return file;
        } catch (IOException e) {
            throw GraphException.notWritten(folder, e);
        }
    }

    private void write(DatasetGraph dataset, long number, BooleanSupplier stop, OutputStream out) throws IOException {
        var gzip = new FastGzip(out);
        var digest = new DigestOutputStream(gzip, sha256());
        var quads = new SortedQuads(dataset, addresses, stop);
        quads.nquads(digest);
        String seal = "# change %d quads %d sha256 %s\n"
                .formatted(
                        number,
                        quads.written(),
                        HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        gzip.write(seal.getBytes(StandardCharsets.UTF_8));
        gzip.finish();
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /// What is wrong with a snapshot; empty when it is whole.
    Optional<String> problem(Snapshot snapshot) {
        MessageDigest digest = sha256();
        try (var lines = reader(snapshot)) {
            String line = lines.readLine();
            long quads = 0;
            while (line != null) {
                Matcher seal = SEAL.matcher(line);
                if (seal.matches()) {
                    boolean whole = Long.parseLong(seal.group(1)) == snapshot.number
                            && Long.parseLong(seal.group(2)) == quads
                            && seal.group(3).equals(HexFormat.of().formatHex(digest.digest()));
                    return whole
                            ? Optional.empty()
                            : Optional.of("The snapshot %s does not match its checksum.".formatted(snapshot.file));
                }
                digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                quads++;
                line = lines.readLine();
            }
            return Optional.of("The snapshot %s ends without its checksum.".formatted(snapshot.file));
        } catch (IOException e) {
            return Optional.of("The snapshot %s cannot be read: %s.".formatted(snapshot.file, e));
        }
    }

    private static BufferedReader reader(Snapshot snapshot) throws IOException {
        return new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(snapshot.file), 1 << 16), StandardCharsets.UTF_8),
                1 << 16);
    }

    void read(Snapshot snapshot, Consumer<Quad> quads) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(snapshot.file), 1 << 16)) {
            RDFParser.source(in)
                    .lang(Lang.NQUADS)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .checking(false)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void quad(Quad quad) {
                            quads.accept(quad);
                        }
                    });
        } catch (IOException e) {
            throw GraphException.notReadable(snapshot.file, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
