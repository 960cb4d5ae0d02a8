package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.CLOCK;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.SMALL;
import static no.forankring.graph.GraphExamples.TYPE;
import static no.forankring.graph.GraphExamples.defaultGraph;
import static no.forankring.graph.GraphExamples.document;
import static no.forankring.graph.GraphExamples.exported;
import static no.forankring.graph.GraphExamples.named;
import static no.forankring.graph.GraphExamples.store;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static no.forankring.graph.GraphExamples.unionOfFacts;
import static no.forankring.graph.GraphExamples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphStoreIT {

    private static final Node FACTS = ADDRESSES.documentGraph("a");

    @TempDir(factory = QuickFolder.class)
    Path home;

    // ---- Writing and reading

    @Test
    void keepsWhatWasAcknowledged() {
        Change change;
        try (var store = store(home)) {
            change = store.write("kari", "la inn et nettverk", d -> d.add(FACTS, thing("x"), LABEL, text("navn")))
                    .join();
        }

        assertThat(change).isEqualTo(new Change(1, CLOCK.instant(), "kari", "la inn et nettverk", 1, 0));
        try (var store = store(home)) {
            assertThat(store.lastChange()).isEqualTo(1);
            assertThat(store.changesAfter(0, 10)).containsExactly(change);
            assertThat(store.change(1)).contains(change);
            assertThat(store.change(2)).isEmpty();
            assertThat(exported(store)).isEqualTo("""
                            <http://localhost:8080/id/network/x> <http://www.w3.org/2000/01/rdf-schema#label> "navn" <http://localhost:8080/graph/document/a> .
                            """);
        }
    }

    @Test
    void writesNothingForAnOperationWithoutEffect() {
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("navn")));

            Change change = write(store, d -> {
                d.add(FACTS, thing("x"), LABEL, text("navn"));
                d.add(FACTS, thing("y"), LABEL, text("kommer og går"));
                d.delete(FACTS, thing("y"), LABEL, text("kommer og går"));
            });

            assertThat(change.number()).isEqualTo(1);
            assertThat(change.added() + change.deleted()).isZero();
            assertThat(store.changesAfter(0, 10)).hasSize(1);
        }
    }

    @Test
    void leavesNoTraceOfAnOperationThatFails() {
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("navn")));
            String before = exported(store);

            assertThatThrownBy(() -> write(store, d -> {
                        d.add(FACTS, thing("y"), LABEL, text("halvveis"));
                        throw new IllegalStateException("filen tok slutt");
                    }))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("filen tok slutt");

            assertThat(exported(store)).isEqualTo(before);
            assertThat(store.lastChange()).isEqualTo(1);
        }
    }

    @Test
    void leavesNoTraceOfWhatTheShapesRefuse() throws Exception {
        var shapes = GraphExamples.shapes("""
                fa:NetworkShape a sh:NodeShape ; sh:targetClass fa:Network ;
                    sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:message "Et nettverk har et navn."@nb ] .
                """);
        try (var store = store(home, shapes)) {
            write(store, d -> {
                d.add(FACTS, thing("x"), TYPE, Fa.Network);
                d.add(FACTS, thing("x"), LABEL, text("Lærende nettverk"));
            });
            String before = exported(store);
            long journal = Files.size(home.resolve("journal/changes-000000000001.log"));

            assertThatThrownBy(() -> write(store, d -> d.delete(FACTS, thing("x"), LABEL, text("Lærende nettverk"))))
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.violations()).hasSize(1))
                    .hasMessageContaining("Et nettverk har et navn.");

            assertThat(exported(store)).isEqualTo(before);
            assertThat(Files.size(home.resolve("journal/changes-000000000001.log")))
                    .isEqualTo(journal);
            assertThat(store.check(false)).isEmpty();
        }
    }

    @Test
    void refusesBlankNodesAndTheDefaultGraph() {
        try (var store = store(home)) {
            assertThatThrownBy(() -> write(store, d -> d.add(FACTS, NodeFactory.createBlankNode(), LABEL, text("x"))))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("blank node");
            assertThatThrownBy(() -> write(store, d -> d.add(Quad.defaultGraphIRI, thing("x"), LABEL, text("x"))))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining("default graph");
            assertThat(store.lastChange()).isZero();
        }
    }

    @Test
    void runsQueriesAndUpdates() {
        try (var store = store(home)) {
            write(store, d -> UpdateExec.dataset(d).update("""
                            PREFIX : <http://localhost:8080/graph/>
                            INSERT DATA { GRAPH :register { :a :b :c . :c :b :d } } ;
                            INSERT { GRAPH :confirmed { ?x :reaches ?y } } WHERE { ?x :b+ ?y }
                            """).execute());

            long reached = store.read(d -> {
                try (var query = QueryExec.dataset(d)
                        .query("SELECT * { ?x <http://localhost:8080/graph/reaches> ?y }")
                        .build()) {
                    return query.select().materialize().stream().count();
                }
            });
            assertThat(reached).isEqualTo(3);
        }
    }

    @Test
    void givesReadersAViewThatTheyCannotWriteOrEnd() {
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("navn")));

            store.read(d -> {
                assertThatThrownBy(() -> d.add(FACTS, thing("y"), LABEL, text("y")))
                        .hasMessageContaining("GraphStore.write");
                assertThatThrownBy(d::clear).isInstanceOf(GraphException.class);
                assertThatThrownBy(() -> d.getDefaultGraph().add(thing("y"), LABEL, text("y")))
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> d.getGraph(FACTS).add(thing("y"), LABEL, text("y")))
                        .isInstanceOf(RuntimeException.class);
                assertThatThrownBy(() -> d.begin(ReadWrite.WRITE)).hasMessageContaining("transaction");
                assertThatThrownBy(d::end).hasMessageContaining("transaction");
                assertThatThrownBy(
                                () -> UpdateExec.dataset(d).update("CLEAR ALL").execute())
                        .isInstanceOf(RuntimeException.class);
                // A reader within a reader sees the same state.
                assertThat(store.<Boolean>read(inner -> inner.contains(FACTS, thing("x"), LABEL, text("navn"))))
                        .isTrue();
                return d.contains(FACTS, thing("x"), LABEL, text("navn"));
            });
            assertThat(store.check(false)).isEmpty();
        }
    }

    @Test
    void letsAReaderKeepItsStateWhileOthersWrite() {
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("før")));

            store.read(d -> {
                var during = CompletableFuture.supplyAsync(
                        () -> write(store, inner -> inner.add(FACTS, thing("x"), LABEL, text("etter"))));
                assertThat(during.join().number()).isEqualTo(2);
                assertThat(named(d)).hasSize(1);
                return null;
            });
            assertThat(store.<Integer>read(d -> named(d).size())).isEqualTo(2);
        }
    }

    @Test
    void refusesAWriteThatWouldWaitForItself() {
        try (var store = store(home)) {
            assertThatThrownBy(() ->
                            write(store, d -> write(store, inner -> inner.add(FACTS, thing("x"), LABEL, text("x")))))
                    .hasMessageContaining("another write");
        }
    }

    @Test
    void doesWaitingOperationsTogetherAndInOrder() throws Exception {
        try (var store = store(home)) {
            var started = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var first = store.write("test", "holder plassen", d -> {
                started.countDown();
                await(go);
                d.add(FACTS, thing("x"), LABEL, text("0"));
            });
            started.await();
            List<CompletableFuture<Change>> rest = IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> store.write("test", "nr. " + i, d -> {
                        if (i == 5) {
                            throw new IllegalStateException("nummer fem feiler");
                        }
                        // Each sees the one before it.
                        assertThat(d.contains(FACTS, thing("x"), LABEL, text(Integer.toString(i == 6 ? 4 : i - 1))))
                                .isTrue();
                        d.deleteAny(FACTS, thing("x"), LABEL, Node.ANY);
                        d.add(FACTS, thing("x"), LABEL, text(Integer.toString(i)));
                    }))
                    .toList();
            go.countDown();

            assertThat(first.join().number()).isEqualTo(1);
            assertThatThrownBy(rest.get(4)::join).hasMessageContaining("nummer fem feiler");
            assertThat(rest.stream()
                            .filter(f -> !f.isCompletedExceptionally())
                            .map(f -> f.join().number()))
                    .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(batches(home.resolve("journal/changes-000000000001.log")))
                    .containsOnly(1L);
            assertThat(exported(store)).contains("\"9\"").hasLineCount(1);
            assertThat(store.check(false)).isEmpty();
        }
    }

    @Test
    void saysThatItIsBusyWhenTooManyWait() throws Exception {
        var limits = new StoreLimits(1 << 20, 1 << 30, 2, Duration.ofMillis(20), 1, 0);
        try (var store = store(home, limits)) {
            var started = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var first = store.write("test", "holder plassen", d -> {
                started.countDown();
                await(go);
            });
            started.await();
            var second = store.write("test", "venter", d -> {});
            var third = store.write("test", "venter", d -> {});
            var fourth = store.write("test", "får ikke plass", d -> {});

            assertThatThrownBy(fourth::join).hasMessageContaining("busy");
            go.countDown();
            CompletableFuture.allOf(first, second, third).join();
        }
    }

    @Test
    void refusesToWriteWhenTheDiskIsNearlyFullAndStillReads() {
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("navn")));
        }
        try (var store = store(home, new StoreLimits(1 << 20, 1 << 30, 8, Duration.ofSeconds(1), 8, Long.MAX_VALUE))) {
            assertThatThrownBy(() -> write(store, d -> d.add(FACTS, thing("y"), LABEL, text("y"))))
                    .hasMessageContaining("Free some space");
            assertThat(exported(store)).hasLineCount(1);
        }
    }

    @Test
    void finishesWhatIsQueuedWhenItIsClosedAndRefusesWhatComesLater() {
        var store = store(home);
        List<CompletableFuture<Change>> queued = IntStream.range(0, 20)
                .mapToObj(i -> store.write("test", "nr. " + i, d -> d.add(FACTS, thing("x" + i), LABEL, text("navn"))))
                .toList();

        store.close();
        store.close();

        assertThat(queued).allSatisfy(f -> assertThat(f.join().added()).isEqualTo(1));
        assertThatThrownBy(() -> write(store, d -> {})).hasMessageContaining("closed");
        assertThatThrownBy(() -> store.read(d -> 1)).hasMessageContaining("closed");
        try (var again = store(home)) {
            assertThat(again.lastChange()).isEqualTo(20);
        }
    }

    @Test
    void tellsListenersInOrderUntilTheyLeave() throws Exception {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        try (var store = store(home)) {
            store.onChange(change -> {
                throw new IllegalStateException("en lytter som feiler");
            });
            AutoCloseable listening = store.onChange(change -> {
                assertThat(store.lastChange()).isGreaterThanOrEqualTo(change.number());
                heard.add(change.number());
            });
            for (int i = 0; i < 10; i++) {
                int turn = i;
                write(store, d -> d.add(FACTS, thing("x" + turn), LABEL, text("navn")));
            }
            var last = new CompletableFuture<Long>();
            store.onChange(change -> last.complete(change.number()));
            write(store, d -> d.add(FACTS, thing("y"), LABEL, text("navn")));
            last.join();
            listening.close();
            write(store, d -> d.add(FACTS, thing("z"), LABEL, text("navn")));
        }

        assertThat(heard)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 11).boxed().toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.graph.GraphExamples#seeds")
    void keepsTheDefaultGraphTheUnionOfTheFactsThroughAnyChanges(long seed) {
        var random = new Random(seed);
        DatasetGraph plain = DatasetGraphFactory.create();
        try (var store = store(home.resolve("s" + seed))) {
            for (int i = 0; i < 25; i++) {
                // Waiting together, so that they cancel out within a batch too.
                List<CompletableFuture<Change>> batch = new ArrayList<>();
                for (int n = random.nextInt(4); n >= 0; n--) {
                    long step = random.nextLong();
                    GraphExamples.operation(new Random(step)).accept(new StoredForm(plain));
                    batch.add(store.write("test", "a step", GraphExamples.operation(new Random(step))));
                }
                batch.forEach(CompletableFuture::join);
                store.read(d -> {
                    assertThat(named(d)).isEqualTo(named(plain));
                    assertThat(defaultGraph(d)).isEqualTo(unionOfFacts(plain));
                    return null;
                });
            }
            assertThat(store.check(false)).isEmpty();
        }
    }

    // ---- Export

    @Test
    void exportsTheSameBytesAfterBeingBuiltAgainInAnyFormat() throws Exception {
        String quads;
        String trig;
        try (var store = store(home)) {
            for (int i = 0; i < 60; i++) {
                write(store, GraphExamples.operation(new Random(i)));
            }
            write(store, document("d", 500, 1));
            quads = exported(store);
            trig = trig(store);
        }
        DurableFiles.deleteTree(home.resolve("graph"));

        try (var store = store(home)) {
            assertThat(exported(store)).isEqualTo(quads);
            assertThat(trig(store)).isEqualTo(trig);
            assertThat(parsed(trig, Lang.TRIG))
                    .isEqualTo(parsed(quads, Lang.NQUADS))
                    .hasSizeGreaterThan(500);
            assertThatThrownBy(() -> store.export("rdfxml", new ByteArrayOutputStream()))
                    .hasMessageContaining("nq or trig");
        }
    }

    private static String trig(GraphStore store) {
        var out = new ByteArrayOutputStream();
        store.export("trig", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static java.util.Set<String> parsed(String text, Lang lang) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(text, lang).parse(dataset);
        return named(dataset);
    }

    // ---- Opening

    @Test
    void keepsASecondStoreOutAndSaysWhatToDo() {
        try (var store = store(home)) {
            assertThatThrownBy(() -> store(home))
                    .isInstanceOf(GraphException.class)
                    .hasMessageContaining(home.toString())
                    .hasMessageContaining("--server")
                    .hasMessageContaining("--home");
            assertThat(store.lastChange()).isZero();
        }
        store(home).close();
    }

    @Test
    void keepsToTheAddressThatItWasMadeFor() {
        store(home).close();

        assertThatThrownBy(() -> JournalledGraphStore.open(
                        home, new Addresses("https://example.org"), CLOCK, GraphExamples.NO_SHAPES, SMALL))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("http://localhost:8080")
                .hasMessageContaining("https://example.org");
        store(home).close();
    }

    @Test
    void refusesAHomeFolderThatANewerVersionMadeAndTakesOverAnOlderOne() throws Exception {
        String before = filled();
        Path format = home.resolve("format");
        assertThat(format).hasContent("1");
        Files.writeString(format, "2\n");

        assertThatThrownBy(() -> store(home))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("restore a backup");

        // From before folders told what they are.
        Files.delete(format);
        assertWhole(before);
        assertThat(format).hasContent("1");
    }

    @Test
    void losesNothingWhenTheClockIsSetBackAndFindsTheStateOfADayAllTheSame() {
        Instant noon = CLOCK.instant();
        java.util.function.LongFunction<JournalledGraphStore> at = minutes -> JournalledGraphStore.open(
                home,
                ADDRESSES,
                java.time.Clock.fixed(noon.plusSeconds(60 * minutes), java.time.ZoneOffset.UTC),
                GraphExamples.NO_SHAPES,
                SMALL);
        try (var store = at.apply(0)) {
            write(store, d -> d.add(FACTS, thing("a"), LABEL, text("først")));
        }
        try (var store = at.apply(600)) {
            write(store, d -> d.add(FACTS, thing("b"), LABEL, text("klokka gikk for fort")));
        }
        try (var store = at.apply(5)) {
            write(store, d -> d.add(FACTS, thing("c"), LABEL, text("klokka er stilt")));

            assertThat(store.lastChange()).isEqualTo(3);
            assertThat(store.changesAfter(0, 10)).extracting(Change::number).containsExactly(1L, 2L, 3L);
            assertThat(store.check(false)).isEmpty();
            assertThat(store.changeAt(noon)).isEqualTo(1);
            assertThat(store.changeAt(noon.plusSeconds(600))).isEqualTo(3);
        }
    }

    @Test
    void buildsTheDatabaseAgainWhenItIsGone() {
        String before = filled();
        DurableFiles.deleteTree(home.resolve("graph"));

        assertWhole(before);
    }

    @Test
    void buildsTheDatabaseAgainWhenItDoesNotOpen() throws Exception {
        String before = filled();
        int spoiled = 0;
        for (Path file : databaseFiles()) {
            if (file.getFileName().toString().matches(".*\\.(bpt|jrnl|obj|data|dat|idn)")) {
                Files.write(file, "tull".repeat(300).getBytes(StandardCharsets.UTF_8));
                spoiled++;
            }
        }
        assertThat(spoiled).isGreaterThan(5);

        assertWhole(before);
        assertThat(movedAside()).hasSize(1);
    }

    @Test
    void buildsTheDatabaseAgainWhenItsOwnJournalIsTorn() throws Exception {
        String before = filled();
        for (Path file : databaseFiles()) {
            if (file.getFileName().toString().equals("journal.jrnl")) {
                Files.write(file, new byte[] {0, 0, 0, 16, 1, 2, 3, 4, 0, 0});
            }
        }

        assertWhole(before);
    }

    @Test
    void buildsTheDatabaseAgainWhenItIsAheadOfTheJournal() throws Exception {
        filled();
        String older;
        Path other = home.resolveSibling("other-" + home.getFileName());
        copy(home.resolve("journal"), other.resolve("journal"));
        try (var store = store(other)) {
            older = exported(store);
        }
        try (var store = store(home)) {
            write(store, d -> d.add(FACTS, thing("senere"), LABEL, text("senere")));
        }
        DurableFiles.deleteTree(home.resolve("journal"));
        copy(other.resolve("journal"), home.resolve("journal"));

        assertWhole(older);
        assertThat(movedAside()).hasSize(1);
        DurableFiles.deleteTree(other);
    }

    @Test
    void catchesUpWhenTheDatabaseIsBehind() throws Exception {
        filled();
        Path other = home.resolveSibling("behind-" + home.getFileName());
        copy(home.resolve("graph"), other.resolve("graph"));
        String after;
        try (var store = store(home)) {
            write(store, document("d", 100, 7));
            write(store, d -> d.add(FACTS, thing("senere"), LABEL, text("senere")));
            after = exported(store);
        }
        DurableFiles.deleteTree(home.resolve("graph"));
        copy(other.resolve("graph"), home.resolve("graph"));

        assertWhole(after);
        assertThat(movedAside()).isEmpty();
        DurableFiles.deleteTree(other);
    }

    @Test
    void buildsOnTheNewestGoodSnapshotAndManagesWithoutAny() throws Exception {
        Path newest;
        String before;
        try (var store = store(home)) {
            write(store, document("d", 300, 1));
            store.snapshot();
            write(store, document("d", 300, 2));
            newest = store.snapshot();
            write(store, document("e", 50, 1));
            before = exported(store);
            assertThat(store.snapshot().getFileName()).hasToString("snapshot-000000000003.nq.gz");
        }

        DurableFiles.deleteTree(home.resolve("graph"));
        assertWhole(before);

        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(newest, bytes);
        DurableFiles.deleteTree(home.resolve("graph"));
        assertWholeDespite(before, newest.getFileName().toString());

        for (Path snapshot : snapshots()) {
            Files.delete(snapshot);
        }
        DurableFiles.deleteTree(home.resolve("graph"));
        assertWhole(before);
    }

    @Test
    void standsOnASnapshotAloneWhenTheRestOfTheJournalIsGone() throws Exception {
        String before;
        try (var store = store(home)) {
            write(store, document("d", 300, 1));
            before = exported(store);
            store.snapshot();
        }
        Files.delete(home.resolve("journal/changes-000000000001.log"));
        DurableFiles.deleteTree(home.resolve("graph"));

        assertWhole(before);
        try (var store = store(home)) {
            assertThat(write(store, d -> d.add(FACTS, thing("x"), LABEL, text("x")))
                            .number())
                    .isEqualTo(2);
            assertThat(store.changesAfter(0, 10)).extracting(Change::number).containsExactly(2L);
        }
    }

    @Test
    void writesSnapshotsByItselfAsTheJournalGrows() throws Exception {
        var limits = new StoreLimits(20_000, 40_000, 64, Duration.ofSeconds(5), 4, 0);
        try (var store = store(home, limits)) {
            for (int i = 0; i < 40; i++) {
                write(store, document("d" + i % 3, 200, i));
            }
        }

        assertThat(snapshots()).hasSizeBetween(1, 2);
        try (var store = store(home, limits)) {
            assertThat(store.check(false)).isEmpty();
            assertThat(store.changesAfter(0, 100)).hasSize(40);
        }
    }

    @Test
    void mendsADamagedJournalWhereTheDatabaseStandsForWhatIsLost() throws Exception {
        String before = filled();
        Path file = home.resolve("journal/changes-000000000001.log");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file, bytes);
        assertThatThrownBy(() -> store(home)).isInstanceOf(GraphException.class).hasMessageContaining("damaged");

        assertThat(JournalledGraphStore.repair(home, ADDRESSES, CLOCK, GraphExamples.NO_SHAPES, SMALL))
                .singleElement()
                .asString()
                .contains("Took the damaged changes");

        assertWhole(before);
        DurableFiles.deleteTree(home.resolve("graph"));
        assertWhole(before);
    }

    // ---- Checking

    @Test
    void findsAndMendsStatementsThatDriftedFromTheJournal() {
        String before = filled();
        plant(d -> {
            d.add(ADDRESSES.registerGraph(), thing("smuglet"), LABEL, text("inn"));
            d.deleteAny(ADDRESSES.documentGraph("d"), Node.ANY, Fa.ordinal, GraphExamples.integer(1));
        });

        try (var store = store(home)) {
            assertThat(store.check(false))
                    .anySatisfy(p -> assertThat(p).contains("graph/register"))
                    .anySatisfy(p -> assertThat(p).contains("graph/document/d"));
            assertThat(store.check(true)).anySatisfy(p -> assertThat(p).contains("Built"));
            assertThat(store.check(false)).isEmpty();
            assertThat(exported(store)).isEqualTo(before);
            assertThat(write(store, d -> d.add(FACTS, thing("x"), LABEL, text("etter")))
                            .added())
                    .isEqualTo(1);
        }
        assertThat(movedAside()).hasSize(1);
    }

    @Test
    void findsAndMendsADefaultGraphThatIsNotTheUnion() {
        filled();
        plant(d -> d.add(Quad.defaultGraphIRI, thing("smuglet"), LABEL, text("inn")));

        try (var store = store(home)) {
            assertThat(store.check(false)).singleElement().asString().contains("1 statements that are no facts");
            store.check(true);
            assertThat(store.check(false)).isEmpty();
        }
    }

    @Test
    void findsDamageInTheJournalAndInSnapshotsWhileOpenAndMendsIt() throws Exception {
        try (var store = store(home)) {
            for (int i = 0; i < 5; i++) {
                write(store, document("d", 100, i));
            }
            Path snapshot = store.snapshot();
            String before = exported(store);
            byte[] bytes = Files.readAllBytes(snapshot);
            bytes[bytes.length - 20] ^= 1;
            Files.write(snapshot, bytes);
            Path file = home.resolve("journal/changes-000000000001.log");
            bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThat(store.check(false)).hasSize(2);
            assertThat(store.check(true)).anySatisfy(p -> assertThat(p).contains("Took the damaged changes"));

            assertThat(store.check(false)).isEmpty();
            write(store, d -> d.add(FACTS, thing("x"), LABEL, text("etter")));
            assertThat(exported(store)).isNotEqualTo(before);
        }
        DurableFiles.deleteTree(home.resolve("graph"));
        try (var store = store(home)) {
            assertThat(store.check(false)).isEmpty();
            assertThat(exported(store)).contains("etter");
        }
    }

    // ---- Support

    /// A store with some changes; what it exports.
    private String filled() {
        try (var store = store(home)) {
            write(store, document("d", 300, 1));
            for (int i = 0; i < 20; i++) {
                write(store, GraphExamples.operation(new Random(i)));
            }
            write(store, document("d", 300, 2));
            return exported(store);
        }
    }

    private void assertWhole(String before) {
        assertWholeDespite(before, null);
    }

    private void assertWholeDespite(String before, @org.jspecify.annotations.Nullable String problem) {
        try (var store = store(home)) {
            assertThat(exported(store)).isEqualTo(before);
            if (problem == null) {
                assertThat(store.check(false)).isEmpty();
            } else {
                assertThat(store.check(false)).singleElement().asString().contains(problem);
            }
        }
    }

    /// Changes the database behind the store's back.
    private void plant(java.util.function.Consumer<DatasetGraph> change) {
        var tdb2 = java.util.Objects.requireNonNull(Tdb2.openCurrent(home.resolve("graph"), ADDRESSES));
        tdb2.tamper(change);
        tdb2.close();
    }

    private List<Path> databaseFiles() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("graph"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private List<Path> movedAside() {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(f -> f.getFileName().toString().startsWith("graph.damaged-"))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Path> snapshots() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return files.filter(f -> f.getFileName().toString().startsWith("snapshot-"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static List<Long> batches(Path segment) throws Exception {
        var batches = new ArrayList<Long>();
        var bytes = java.nio.ByteBuffer.wrap(Files.readAllBytes(segment));
        int position = 0;
        while (position < bytes.limit()) {
            var header = java.util.Objects.requireNonNull(
                    JournalRecord.header(position, bytes.slice(position, bytes.limit() - position)));
            batches.add(header.batch());
            position = (int) header.end();
        }
        return batches;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
