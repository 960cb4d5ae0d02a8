package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.CLOCK;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class JournalIT {

    @TempDir(factory = QuickFolder.class)
    Path folder;

    /// The tests cut thousands of ends, and each is a line in the log.
    @BeforeAll
    static void silenceTheLog() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Journal.class))
                .setLevel(ch.qos.logback.classic.Level.ERROR);
    }

    @Test
    void givesBackWhatWasAppended() throws Exception {
        Patch patch = new Patch(
                new Change(1, Instant.parse("2026-01-05T10:00:00Z"), "kari", "la inn \"mandatet\"", 2, 1),
                List.of(quad("gammel")),
                List.of(quad("ny\n\t\\\u0000\uD83D\uDE00"), quad("x".repeat(5000))));

        try (Journal journal = open(0)) {
            journal.append(List.of(patch));
        }

        try (Journal journal = open(0)) {
            assertThat(patches(journal)).containsExactly(patch);
            assertThat(journal.changesAfter(0, 10)).containsExactly(patch.change());
        }
    }

    @Test
    void goesOnInANewFileWhenOneIsFull() throws Exception {
        try (Journal journal = Journal.open(folder, 0, CLOCK, 500)) {
            for (int i = 1; i <= 20; i++) {
                journal.append(List.of(patch(i)));
            }

            assertThat(Journal.segmentsIn(folder)).hasSizeGreaterThan(3);
            assertThat(journal.changesAfter(7, 5)).extracting(Change::number).containsExactly(8L, 9L, 10L, 11L, 12L);
        }
        try (Journal journal = Journal.open(folder, 0, CLOCK, 500)) {
            assertThat(journal.last()).isEqualTo(20);
            assertThat(numbers(journal))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
            assertThat(journal.check()).isEmpty();
        }
    }

    @Test
    void losesOnlyTheLastRecordWhereverItIsCut() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());

        for (int cut = (int) ends[1]; cut < ends[2]; cut++) {
            Files.write(file(), Arrays.copyOf(whole, cut));
            try (Journal journal = open(0)) {
                assertThat(journal.last()).as("cut at %d", cut).isEqualTo(2);
                journal.append(List.of(patch(3)));
            }
            try (Journal journal = open(0)) {
                assertThat(numbers(journal)).as("cut at %d", cut).containsExactly(1L, 2L, 3L);
            }
        }
    }

    @Test
    void losesOnlyTheLastRecordWhicheverOfItsBytesIsWrong() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());

        for (int at = (int) ends[1]; at < ends[2]; at++) {
            byte[] wrong = whole.clone();
            wrong[at] ^= 0x20;
            Files.write(file(), wrong);
            try (Journal journal = open(0)) {
                assertThat(numbers(journal)).as("wrong at %d", at).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void losesOnlyTheLastRecordWhenItIsFilledWithZeros() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());

        for (int from = (int) ends[1]; from < ends[2]; from++) {
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, from), whole.length + 4096);
            Files.write(file(), zeros);
            try (Journal journal = open(0)) {
                assertThat(numbers(journal)).as("zeros from %d", from).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void keepsTheBytesThatItCuts() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, (int) ends[1] + 50));

        open(0).close();

        try (var files = Files.list(folder)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("cut-")))
                    .singleElement()
                    .satisfies(f -> assertThat(Files.readAllBytes(f))
                            .isEqualTo(Arrays.copyOfRange(whole, (int) ends[1], (int) ends[1] + 50)));
        }
    }

    @Test
    void saysWhereItIsDamagedBeforeItsEnd() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());
        whole[(int) ends[0] + 60] ^= 1;
        Files.write(file(), whole);

        assertThatThrownBy(() -> open(0))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("byte " + ends[0])
                .hasMessageContaining("change 2")
                .hasMessageContaining("restore");
    }

    @Test
    void pointsToRepairWhenASnapshotStandsForWhatIsDamaged() throws Exception {
        long[] ends = written(3);
        byte[] whole = Files.readAllBytes(file());
        whole[(int) ends[0] + 60] ^= 1;
        Files.write(file(), whole);

        assertThatThrownBy(() -> open(2)).hasMessageContaining("check --repair");

        assertThat(Journal.takeOutDamage(folder, 2, CLOCK))
                .singleElement()
                .asString()
                .contains("changes 2 to 2");
        try (Journal journal = open(2)) {
            assertThat(journal.last()).isEqualTo(3);
            assertThat(numbers(journal)).containsExactly(1L, 3L);
            assertThat(journal.holdsAllAfter(1)).isFalse();
            assertThat(journal.holdsAllAfter(2)).isTrue();
            assertThat(journal.check()).isEmpty();
        }
    }

    @Test
    void cutsATornBatchAlsoWhenItsSecondRecordReachedTheDiskAndItsFirstDidNot() throws Exception {
        long end;
        try (Journal journal = open(0)) {
            journal.append(List.of(patch(1)));
            end = Files.size(file());
            journal.append(List.of(patch(2), patch(3)));
        }
        byte[] whole = Files.readAllBytes(file());
        Arrays.fill(whole, (int) end, (int) end + 60, (byte) 0);
        Files.write(file(), whole);

        try (Journal journal = open(0)) {
            assertThat(numbers(journal)).containsExactly(1L);
        }
    }

    @Test
    void goesOnAfterASnapshotWhenTheFilesOfTheJournalAreGone() throws Exception {
        try (Journal journal = open(41)) {
            assertThat(journal.last()).isEqualTo(41);
            journal.append(List.of(patch(42)));
        }
        try (Journal journal = open(41)) {
            assertThat(numbers(journal)).containsExactly(42L);
            assertThat(journal.holdsAllAfter(0)).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.graph.GraphExamples#seeds")
    void readsBackEveryTermThatMayBeStored(long seed) throws Exception {
        var random = new Random(seed);
        var quads = new ArrayList<Quad>();
        for (int i = 0; i < 50; i++) {
            var letters = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                int c = random.nextInt(4) == 0 ? random.nextInt(0x11000) : random.nextInt(0x180);
                letters.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? '?' : c);
            }
            quads.add(quad(letters.toString()));
        }
        Patch patch = new Patch(
                new Change(1, CLOCK.instant(), "a", "b", quads.size(), 0),
                List.of(),
                quads.stream().distinct().toList());

        assertThat(Patch.decoded(patch.encoded())).isEqualTo(patch);
    }

    private Journal open(long snapshot) {
        return Journal.open(folder, snapshot, CLOCK, Journal.SEGMENT_BYTES);
    }

    private Path file() {
        return folder.resolve("changes-000000000001.log");
    }

    /// Where each of so many records ends.
    private long[] written(int records) throws IOException, Journal.WriteFailed {
        long[] ends = new long[records];
        try (Journal journal = open(0)) {
            for (int i = 1; i <= records; i++) {
                journal.append(List.of(patch(i)));
                ends[i - 1] = Files.size(file());
            }
        }
        return ends;
    }

    private static Quad quad(String text) {
        return Quad.create(ADDRESSES.documentGraph("a"), thing("x"), LABEL, text(text));
    }

    private static Patch patch(long number) {
        return new Patch(
                new Change(number, CLOCK.instant(), "test", "nr. " + number, 1, 0),
                List.of(),
                List.of(quad("n" + number)));
    }

    private static List<Patch> patches(Journal journal) {
        var patches = new ArrayList<Patch>();
        journal.forEachAfter(0, patches::add);
        return patches;
    }

    private static List<Long> numbers(Journal journal) {
        return patches(journal).stream().map(p -> p.change().number()).toList();
    }
}
