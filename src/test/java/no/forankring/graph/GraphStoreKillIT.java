package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.integer;
import static no.forankring.graph.GraphExamples.store;
import static no.forankring.graph.GraphExamples.thing;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that writes, again and again, and looks at what it left.
class GraphStoreKillIT {

    private static final int KILLS = 6;
    private static final StoreLimits LIMITS = new StoreLimits(60_000, 100_000, 64, Duration.ofSeconds(30), 16, 0);

    @TempDir(factory = QuickFolder.class)
    Path home;

    @Test
    void losesNothingAcknowledgedWhenTheProcessIsKilled() throws Exception {
        var random = new Random(7);
        long acknowledged = 0;
        for (int round = 0; round < KILLS; round++) {
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWriter.class.getName(),
                            home.toString(),
                            Long.toString(random.nextLong()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long before = acknowledged;
            int enough = 5 + random.nextInt(60);
            try (var lines =
                    new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                int read = 0;
                while (line != null) {
                    if (line.matches("acknowledged \\d+ \\.")) {
                        acknowledged = Math.max(acknowledged, Long.parseLong(line.split(" ")[1]));
                        if (++read == enough) {
                            // The child goes on writing meanwhile; what it still says is read below.
                            Thread.sleep(random.nextInt(40));
                            // By its handle, which leaves the stream open to be read to its end.
                            child.toHandle().destroyForcibly();
                        }
                    }
                    line = lines.readLine();
                }
            }
            child.waitFor();
            assertThat(acknowledged).as("the child of round %d wrote", round).isGreaterThan(before);

            try (var store = store(home, LIMITS)) {
                assertThat(store.lastChange()).isGreaterThanOrEqualTo(acknowledged);
                assertThat(store.check(false)).isEmpty();
                long last = store.lastChange();
                // Each change wrote its own number in two graphs; both are there or neither.
                store.read(dataset -> {
                    for (Node graph : new Node[] {ADDRESSES.confirmedGraph(), ADDRESSES.decisionsGraph()}) {
                        assertThat(dataset.contains(graph, thing("counter"), LABEL, integer(last)))
                                .isTrue();
                    }
                    return null;
                });
                assertThat(store.changesAfter(0, Integer.MAX_VALUE)).hasSize((int) last);
            }
        }
    }

    /// Writes until it is killed, several changes at a time, and says what was acknowledged.
    static final class KilledWriter {

        private KilledWriter() {}

        public static void main(String[] args) {
            var random = new Random(Long.parseLong(args[1]));
            try (var store = store(Path.of(args[0]), LIMITS)) {
                Queue<CompletableFuture<Change>> waiting = new ArrayDeque<>();
                while (true) {
                    String document = "d" + random.nextInt(5);
                    int turn = random.nextInt();
                    waiting.add(store.write("child", "a document and the counter", dataset -> {
                        GraphExamples.document(document, 60, turn).accept(dataset);
                        for (Node graph : new Node[] {ADDRESSES.confirmedGraph(), ADDRESSES.decisionsGraph()}) {
                            long next = dataset.find(graph, thing("counter"), LABEL, Node.ANY)
                                            .hasNext()
                                    ? 1
                                            + ((Number) dataset.find(graph, thing("counter"), LABEL, Node.ANY)
                                                            .next()
                                                            .getObject()
                                                            .getLiteralValue())
                                                    .longValue()
                                    : 1;
                            dataset.deleteAny(graph, thing("counter"), LABEL, Node.ANY);
                            dataset.add(graph, thing("counter"), LABEL, integer(next));
                        }
                    }));
                    if (waiting.size() > random.nextInt(6)) {
                        System.out.println(
                                "acknowledged " + waiting.remove().join().number() + " .");
                        System.out.flush();
                    }
                }
            }
        }
    }
}
