package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import no.forankring.access.Accounts;
import no.forankring.backup.Backup;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.ingest.Source;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup that is taken while others write, restored elsewhere.
class BackupIT {

    @TempDir
    Path folder;

    @Test
    void isOnePointInTimeOfEverythingWhileWritingGoesOn() throws Exception {
        Path at = folder.resolve("home");
        Path during = folder.resolve("underveis.zip");
        Path after = folder.resolve("etter.zip");
        try (OpenHome home = open(at)) {
            String token = Accounts.open(at, Clock.systemUTC()).issueToken(Accounts.FIRST_ACCOUNT, "test");
            Files.writeString(at.resolve("forankring.properties"), "forankring.parse.workers=1\n");
            var stop = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; !stop.get(); i++) {
                    take(home, "d%d.txt".formatted(i), 6);
                }
            });
            while (home.graph().lastChange() < 8) {
                LockSupport.parkNanos(1_000_000);
            }

            Backup.Written written = Backup.write(at, home.graph(), Clock.systemUTC(), during);

            long later = written.change() + 4;
            while (home.graph().lastChange() < later) {
                LockSupport.parkNanos(1_000_000);
            }
            stop.set(true);
            writer.join();
            assertThat(written.damaged()).isEmpty();
            Backup.restore(during, folder.resolve("underveis"));
            try (OpenHome copy = open(folder.resolve("underveis"))) {
                assertThat(copy.graph().lastChange()).isEqualTo(written.change());
                assertThat(quads(copy.graph(), written.change())).isEqualTo(quads(home.graph(), written.change()));
                copy.ingest().catchUp();
                assertThat(copy.graph().check(false)).isEmpty();
                assertThat(copy.ingest().check()).isEmpty();
                assertThat(copy.ingest().checkOriginals(false)).isEmpty();
            }
            assertThat(Accounts.open(folder.resolve("underveis"), Clock.systemUTC())
                            .byToken(token))
                    .isPresent();
            assertThat(folder.resolve("underveis/forankring.properties")).hasContent("forankring.parse.workers=1");

            // With nobody writing the two are the same in every respect.
            Backup.write(at, home.graph(), Clock.systemUTC(), after);
            assertThat(restore(after, folder.resolve("etter"))).contains("Alt stemmer");
            try (OpenHome copy = open(folder.resolve("etter"))) {
                assertThat(HomeContent.of(copy, folder.resolve("etter")).differences(HomeContent.of(home, at)))
                        .isEmpty();
            }
        }
    }

    private static OpenHome open(Path at) {
        return OpenHome.open(at, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
    }

    private static void take(OpenHome home, String name, int copies) {
        var sources = new ArrayList<Source>();
        for (int i = 0; i < copies; i++) {
            byte[] text = "Mandat %d for %s\n\nNettverket er forankret i Meld. St. 15 (2017–2018) Leve hele livet.\n"
                    .formatted(i, name)
                    .getBytes(StandardCharsets.UTF_8);
            sources.add(new Source(i + name, () -> new ByteArrayInputStream(text)));
        }
        String id = home.ingest().submit("test", "test", sources);
        while (home.ingest().job(id).orElseThrow().finished().isEmpty()) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Set<Quad> quads(GraphStore graph, long change) {
        return graph.readAt(change, state -> {
            var quads = new HashSet<Quad>();
            state.findNG(null, null, null, null).forEachRemaining(quad -> {
                if (!quad.getPredicate().equals(Fa.lastChange)) {
                    quads.add(quad);
                }
            });
            return quads;
        });
    }

    private static String restore(Path file, Path to) {
        var out = new StringWriter();
        Commands.run(
                List.of("restore", file.toString(), "--home", to.toString()).toArray(String[]::new),
                new PrintWriter(out),
                new PrintWriter(out));
        return out.toString();
    }
}
