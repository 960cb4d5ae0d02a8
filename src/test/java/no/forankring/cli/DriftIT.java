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
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Kept;
import no.forankring.ingest.Source;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plants what may drift apart in a home folder and looks whether `check` tells of it and `--repair` mends it. What
/// drifts within the graph's own files stands in `GraphStoreIT`.
class DriftIT {

    private static final Addresses ADDRESSES = new Addresses(OpenHome.DEFAULT_BASE);

    private static final Quad OF_AN_OLDER_REGISTER = Quad.create(
            ADDRESSES.registerGraph(),
            ADDRESSES.of(Addresses.GOVERNING_DOCUMENT, "plan-demensplan-2025"),
            SKOS.note.asNode(),
            NodeFactory.createLiteralString("fra et eldre register"));

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void findsAndMendsWhatDriftedApartAndTellsWhatAPersonMustMend() throws Exception {
        Path at = folder.resolve("home");
        List<DocumentId> taken;
        try (OpenHome home = open(at)) {
            taken = take(home, "a.txt", "b.txt", "c.txt", "d.txt");
        }
        assertThat(check(at)).isEqualTo(Command.OK);
        plant(at, taken);

        assertThat(check(at)).isEqualTo(Command.FINDINGS);
        assertThat(said)
                .anySatisfy(line -> assertThat(line).contains(taken.get(0).value(), "mangler i søkeindeksen"))
                .anySatisfy(line -> assertThat(line).contains(taken.get(3).value(), "ikke står i grafen"))
                .anySatisfy(line -> assertThat(line).contains(taken.get(1).value(), "Originalen", "mangler"))
                .anySatisfy(line -> assertThat(line).contains(taken.get(2).value(), "Originalen", "endret"))
                .anySatisfy(line -> assertThat(line).contains("notat.txt", "ingen original"))
                .anySatisfy(line -> assertThat(line).contains("saved-searches.json"))
                .hasSize(7);

        assertThat(check(at, "--repair")).isEqualTo(Command.FINDINGS);
        assertThat(said.getLast()).contains("saved-searches.json");
        // The program brings its own graphs up to date whenever it opens a home folder.
        try (OpenHome home = open(at)) {
            assertThat(home.graph().<Boolean>read(state -> state.contains(OF_AN_OLDER_REGISTER)))
                    .isFalse();
            assertThat(home.index()
                            .search(new SearchQuery("demensplan", Map.of(), 1, 10))
                            .total())
                    .isEqualTo(3);
            // The same files once more, and their originals are whole again.
            take(home, "b.txt", "c.txt");
        }
        Files.delete(at.resolve("files/notat.txt"));
        Files.delete(at.resolve("saved-searches.json"));

        assertThat(check(at)).as("%s", said).isEqualTo(Command.OK);
    }

    private void plant(Path at, List<DocumentId> taken) throws Exception {
        long last;
        try (GraphStore graph = GraphStore.open(at, ADDRESSES, Clock.systemUTC())) {
            Node gone = ADDRESSES.documentGraph(taken.get(3).value());
            last = graph.write("test", "behind the back of the index", state -> {
                        state.deleteAny(gone, Node.ANY, Node.ANY, Node.ANY);
                        state.add(OF_AN_OLDER_REGISTER);
                    })
                    .join()
                    .number();
        }
        try (PassageSearch index = PassageSearch.open(at.resolve("index"))) {
            index.remove(taken.get(0));
            // As if it had followed, once the register is put right again.
            index.commit(last + 1);
        }
        Files.delete(original(at, "b.txt"));
        byte[] bytes = Files.readAllBytes(original(at, "c.txt"));
        bytes[10] ^= 1;
        Files.write(original(at, "c.txt"), bytes);
        Files.writeString(at.resolve("files/notat.txt"), "husk å rydde");
        Files.writeString(at.resolve("saved-searches.json"), "{\"accounts\": {");
    }

    /// A service that stops between answering an upload and reading it goes on with it, but not for ever: whatever a
    /// job does to the process, the service starts at last.
    @Test
    void goesOnWithWhatWasAcceptedWhenItStartsUntilThatWasTriedTooOften() throws Exception {
        Path at = folder.resolve("home");
        try (OpenHome home = open(at)) {
            var kept = new Kept("a.txt", home.documents().keep(bytes("a.txt")));
            finished(home, home.ingest().submitKept("kari", "a.txt", List.of(kept)));
            assertThat(at.resolve("queue")).isEmptyDirectory();
            home.documents().keep(bytes("b.txt"));
        }
        // As it stands when the process is killed before the file is read.
        String file = "%s b.txt\n".formatted(MixedWork.sha256(bytes("b.txt").readAllBytes()));
        Files.writeString(at.resolve("queue/0a1b2c3d.job"), "kari\nb.txt\n0\n" + file);
        Files.writeString(at.resolve("queue/ffffffff.job"), "kari\nb.txt\n10\n" + file);

        try (OpenHome home = open(at)) {
            home.ingest().catchUp();
            Job done = finished(home, "0a1b2c3d");

            assertThat(done.who()).isEqualTo("kari");
            assertThat(done.files())
                    .singleElement()
                    .satisfies(one -> assertThat(one.outcome()).get().isInstanceOf(FileOutcome.Ingested.class));
            assertThat(home.ingest().job("ffffffff")).isEmpty();
        }
        try (var left = Files.list(at.resolve("queue"))) {
            assertThat(left).containsExactly(at.resolve("queue/ffffffff.given-up"));
        }
    }

    /// What is being read ends, what waits is gone on with, and the index is none the worse.
    @Test
    void stopsInTheMiddleOfAJob() throws Exception {
        Path at = folder.resolve("home");
        String job;
        try (OpenHome home = open(at)) {
            var kept = new ArrayList<Kept>();
            for (int i = 0; i < 60; i++) {
                String name = "m%d.txt".formatted(i);
                kept.add(new Kept(name, home.documents().keep(bytes(name))));
            }
            job = home.ingest().submitKept("kari", "mange", kept);
            while (home.ingest().job(job).orElseThrow().done() == 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        try (OpenHome home = open(at)) {
            home.ingest().catchUp();

            assertThat(finished(home, job).done()).isEqualTo(60);
            assertThat(home.index().size()).isEqualTo(60);
            assertThat(home.index().check()).isEmpty();
            assertThat(home.ingest().check()).isEmpty();
        }
    }

    private static OpenHome open(Path at) {
        return OpenHome.open(at, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
    }

    private static ByteArrayInputStream bytes(String name) {
        return new ByteArrayInputStream("Referat %s\n\nDemensplan 2025 ble drøftet i nettverket.\n"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Path original(Path at, String name) throws Exception {
        String hash = MixedWork.sha256(bytes(name).readAllBytes());
        return at.resolve("files").resolve(hash.substring(0, 2)).resolve(hash.substring(2));
    }

    private static List<DocumentId> take(OpenHome home, String... names) {
        var sources = new ArrayList<Source>();
        for (String name : names) {
            sources.add(new Source(name, () -> bytes(name)));
        }
        return finished(home, home.ingest().submit("test", "test", sources)).files().stream()
                .map(file -> switch (file.outcome().orElseThrow()) {
                    case FileOutcome.Ingested ingested -> ingested.document();
                    case FileOutcome.Unchanged same -> same.document();
                    default -> throw new AssertionError(file);
                })
                .toList();
    }

    private static Job finished(OpenHome home, String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job;
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private int check(Path at, String... more) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of("check", "--home", at.toString()));
        arguments.addAll(List.of(more));
        int status = Commands.run(
                arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(new StringWriter()));
        said.clear();
        said.addAll(out.toString().lines().toList());
        return status;
    }
}
