package no.forankring.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Makes a home folder with a large graph out of a small one: the statements of an export, again and again with changed
/// addresses, as the snapshot that the store builds its database from.
///
/// What documents and people stated gets new addresses in every copy. The register is shared by a number of copies, so
/// a governing document has that many times the activities it had, and no more however large the graph becomes.
public final class GrownHome {

    private static final Pattern ADDRESS = Pattern.compile("(<[^>]*/(?:id/[a-z-]+|graph/document)/)([^/>]+)([^>]*>)");
    private static final Pattern GRAPH = Pattern.compile("<[^>]*/graph/([^>]*)> \\.$");
    private static final Pattern SUBJECT = Pattern.compile("^<[^>]*>");
    private static final Set<String> REGISTER = Set.of("register", "geography");

    private final List<String> ontology = new ArrayList<>();
    private final List<String> register = new ArrayList<>();
    private final List<String> stated = new ArrayList<>();
    private final Set<String> shared = new HashSet<>();

    private GrownHome() {}

    /// Arguments: an export as N-Quads (`.nq` or `.nq.gz`), the folder to make, the least number of statements, and how
    /// many copies share a register (40 without).
    public static void main(String[] args) throws Exception {
        var grown = new GrownHome();
        grown.read(Path.of(args[0]));
        long wanted = Long.parseLong(args[2]);
        int sharing = args.length > 3 ? Integer.parseInt(args[3]) : 40;
        System.out.printf("%,d statements%n", grown.write(Path.of(args[1]), wanted, sharing));
    }

    private void read(Path export) throws IOException {
        try (var in = new BufferedReader(new InputStreamReader(
                export.toString().endsWith(".gz")
                        ? new GZIPInputStream(Files.newInputStream(export))
                        : Files.newInputStream(export),
                StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher graph = GRAPH.matcher(line);
                String name = graph.find() ? graph.group(1) : "";
                if (name.equals("ontology")) {
                    ontology.add(line);
                } else if (REGISTER.contains(name)) {
                    register.add(line);
                    Matcher subject = SUBJECT.matcher(line);
                    if (subject.find()) {
                        shared.add(subject.group());
                    }
                } else if (!name.isEmpty() && !line.contains(Fa.lastChange.getURI())) {
                    stated.add(line);
                }
            }
        }
    }

    private long write(Path home, long wanted, int sharing) throws Exception {
        Path journal = Files.createDirectories(home.resolve("journal"));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long written = 0;
        try (OutputStream file = Files.newOutputStream(journal.resolve("snapshot-000000000001.nq.gz"));
                var packed = new GZIPOutputStream(file, 1 << 16)) {
            var out = new DigestOutputStream(packed, digest);
            written += lines(ontology, "", "", out);
            for (int copy = 0; written < wanted; copy++) {
                String batch = copy < sharing ? "" : "-b" + copy / sharing;
                if (copy % sharing == 0) {
                    written += lines(register, batch, batch, out);
                }
                written += lines(stated, batch, copy == 0 ? "" : "-c" + copy, out);
            }
            String seal = "# change 1 quads %d sha256 %s\n"
                    .formatted(written, HexFormat.of().formatHex(digest.digest()));
            packed.write(seal.getBytes(StandardCharsets.UTF_8));
        }
        return written;
    }

    private long lines(List<String> lines, String batch, String copy, OutputStream out) throws IOException {
        for (String line : lines) {
            String changed = ADDRESS.matcher(line)
                    .replaceAll(at -> Matcher.quoteReplacement(
                            at.group(1) + at.group(2) + (shared.contains(at.group()) ? batch : copy) + at.group(3)));
            out.write((changed + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines.size();
    }
}
