package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process while it takes files in, again and again on the same home folder, and looks what is left.
class KillDuringIngestIT {

    private static final int KILLS = 10;
    private static final int FILES = 400;

    @TempDir
    Path folder;

    @Test
    void losesNothingAcknowledgedInTenKills() throws Exception {
        Path home = folder.resolve("home");
        var random = new Random(20);
        Set<String> acknowledged = new HashSet<>();

        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(ingestUntilKilled(home, kill, 3 + random.nextInt(40)));
        }

        try (OpenHome open = OpenHome.open(home, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
            open.ingest().catchUp();
            Addresses addresses = open.graph().addresses();
            List<String> lost = acknowledged.stream()
                    .filter(id -> !open.graph()
                            .read(state -> state.contains(
                                    addresses.documentGraph(id),
                                    addresses.of(Addresses.DOCUMENT, id),
                                    RDF.type.asNode(),
                                    Fa.Document)))
                    .toList();
            assertThat(acknowledged).hasSizeGreaterThan(KILLS);
            assertThat(lost).isEmpty();
            assertThat(open.graph().check(false)).isEmpty();
            assertThat(open.index().check()).isEmpty();
            assertThat(open.ingest().check()).isEmpty();
        }
    }

    /// Kills after so many acknowledgments and returns every one that was read before the pipe broke.
    private List<String> ingestUntilKilled(Path home, int round, int acknowledgments) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dforankring.log.level=ERROR",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TakeInAndTell.class.getName(),
                        home.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var seen = new ArrayList<String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                seen.add(line);
                if (seen.size() == acknowledgments) {
                    process.destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // The pipe breaks with the process; what was read before counts.
        }
        process.destroyForcibly().waitFor();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(acknowledgments);
        return seen;
    }

    /// The process that is killed: takes many small texts in and prints the id of each acknowledged document.
    static final class TakeInAndTell {

        private TakeInAndTell() {}

        public static void main(String[] args) throws Exception {
            try (OpenHome open =
                    OpenHome.open(Path.of(args[0]), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC())) {
                open.ingest().catchUp();
                var sources = new ArrayList<Source>();
                for (int i = 0; i < FILES; i++) {
                    byte[] text =
                            "Mandat for nettverk i tema %d-%s\n\nNettverket er forankret i Meld. St. 15 (2017–2018) Leve hele livet.\n"
                                    .formatted(i, args[1])
                                    .getBytes(StandardCharsets.UTF_8);
                    sources.add(
                            new Source("mappe/%s-%d.txt".formatted(args[1], i), () -> new ByteArrayInputStream(text)));
                }
                String id = open.ingest().submit("test", "test", sources);
                Set<Integer> told = new HashSet<>();
                Job job;
                do {
                    job = open.ingest().job(id).orElseThrow();
                    for (int i = 0; i < job.files().size(); i++) {
                        var outcome = job.files().get(i).outcome();
                        if (outcome.isPresent()
                                && told.add(i)
                                && outcome.get() instanceof FileOutcome.Ingested ingested) {
                            System.out.println(ingested.document());
                            System.out.flush();
                        }
                    }
                    Thread.sleep(2);
                } while (job.finished().isEmpty());
            }
        }
    }
}
