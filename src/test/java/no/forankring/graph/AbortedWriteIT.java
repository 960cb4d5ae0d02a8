package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.exported;
import static no.forankring.graph.GraphExamples.store;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static no.forankring.graph.GraphExamples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// apache/jena#3877: after a write transaction that wrote new nodes and was aborted, TDB2 up to 6.0.0 writes the next
/// nodes behind a hole of zeros in its node file, and the database cannot be read any more.
class AbortedWriteIT {

    private static final Node GRAPH = ADDRESSES.documentGraph("a");

    @TempDir(factory = QuickFolder.class)
    Path home;

    /// The sequence of the report at our door: commit; reopen; a failed write of 400 long texts; read what is not
    /// cached; write; reopen; read everything.
    @Test
    void gh3877LeavesEverythingReadableAfterAFailedWrite() throws Exception {
        try (var store = store(home)) {
            write(store, dataset -> texts(dataset, "først", 100));
        }
        String before;
        try (var store = store(home)) {
            long nodes = nodeFile();
            assertThatThrownBy(() -> write(store, dataset -> {
                        texts(dataset, "aldri", 400);
                        throw new IllegalStateException("avbrutt");
                    }))
                    .hasMessageContaining("avbrutt");
            // Nothing of it ever reached TDB2, so that there was nothing to abort.
            assertThat(nodeFile()).isEqualTo(nodes);
            assertThat(store.<Boolean>read(dataset -> dataset.contains(GRAPH, thing("først7"), LABEL, Node.ANY)))
                    .isTrue();
            write(store, dataset -> texts(dataset, "siden", 50));
            before = exported(store);
        }

        try (var store = store(home)) {
            assertThat(exported(store)).isEqualTo(before).contains("siden 49").doesNotContain("aldri");
            assertThat(store.check(false)).isEmpty();
        }
        assertNothingMovedAside();
    }

    @Test
    void gh3877DoesNotComeBackThroughRefusedChangesInOneBatchWithGoodOnes() throws Exception {
        var shapes = GraphExamples.shapes("""
                fa:NetworkShape a sh:NodeShape ; sh:targetClass fa:Network ;
                    sh:property [ sh:path rdfs:label ; sh:maxCount 0 ] .
                """);
        String before;
        try (var store = store(home, shapes)) {
            for (int i = 0; i < 10; i++) {
                int turn = i;
                var refused = store.write("test", "refused", dataset -> {
                    texts(dataset, "aldri" + turn + "-", 60);
                    dataset.add(GRAPH, thing("aldri" + turn + "-0"), GraphExamples.TYPE, Fa.Network);
                });
                var good = store.write("test", "good", dataset -> texts(dataset, "siden" + turn + "-", 10));
                assertThatThrownBy(refused::join).hasRootCauseInstanceOf(GraphException.class);
                good.join();
            }
            before = exported(store);
        }

        try (var store = store(home, shapes)) {
            assertThat(exported(store)).isEqualTo(before).hasLineCount(100).doesNotContain("aldri");
        }
        assertNothingMovedAside();
    }

    /// When TDB2 itself fails in the middle of a transaction, it is not aborted and gone on from, but built again.
    @Test
    void gh3877GivesTheDatabaseUpWhenApplyingFails() throws Exception {
        String before;
        try (var store = store(home)) {
            write(store, dataset -> texts(dataset, "først", 100));

            store.failNextApply();
            Change change = write(store, dataset -> texts(dataset, "midt i", 400));

            assertThat(change.number()).isEqualTo(2);
            write(store, dataset -> texts(dataset, "siden", 50));
            before = exported(store);
            assertThat(before).hasLineCount(550);
            assertThat(store.check(false)).isEmpty();
        }

        try (var store = store(home)) {
            assertThat(exported(store)).isEqualTo(before);
        }
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("graph.damaged-")))
                    .hasSize(1);
        }
    }

    private static void texts(org.apache.jena.sparql.core.DatasetGraph dataset, String name, int count) {
        for (int i = 0; i < count; i++) {
            dataset.add(GRAPH, thing((name + i).replace(' ', '-')), LABEL, text("tekst ".repeat(500) + name + " " + i));
        }
    }

    private long nodeFile() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("graph"))) {
            return files.filter(f -> f.getFileName().toString().equals("nodes-data.obj"))
                    .mapToLong(f -> f.toFile().length())
                    .sum();
        }
    }

    private void assertNothingMovedAside() throws Exception {
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("graph.damaged-")))
                    .isEmpty();
        }
    }
}
