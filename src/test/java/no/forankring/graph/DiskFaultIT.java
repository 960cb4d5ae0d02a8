package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.SMALL;
import static no.forankring.graph.GraphExamples.exported;
import static no.forankring.graph.GraphExamples.store;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static no.forankring.graph.GraphExamples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full, and one that nobody may write to. Needs the right to mount one; where that is missing, the
/// limit that keeps the disk from getting full is what `GraphStoreIT` tests.
class DiskFaultIT {

    private static final Node GRAPH = ADDRESSES.documentGraph("a");
    private static final int BALLAST = 40 << 20;

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=160m", "forankring-test", disk.toString()),
                "A small disk cannot be mounted here, so this is tested where it can");
    }

    @AfterEach
    void unmount() throws Exception {
        // Lazily: a database that failed stays mapped until the process ends.
        run("umount", "-l", disk.toString());
    }

    @Test
    void losesNothingWhenTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        Path home = disk.resolve("home");
        Files.write(disk.resolve("ballast"), new byte[BALLAST]);
        int acknowledged = 0;
        String refusal = "";
        try (var store = store(home)) {
            for (int i = 0; i < 400 && refusal.isEmpty(); i++) {
                int turn = i;
                try {
                    write(store, d -> {
                        for (int j = 0; j < 100; j++) {
                            d.add(GRAPH, thing(turn + "-" + j), GraphExamples.LABEL, noise(turn, j));
                        }
                    });
                    acknowledged++;
                } catch (GraphException full) {
                    refusal = String.valueOf(full.getMessage());
                }
            }
        }
        assertThat(refusal).matches("(?s).*(disk|room|restart|space).*");
        assertThat(acknowledged).isPositive();
        Files.delete(disk.resolve("ballast"));

        try (var store = store(home)) {
            String now = exported(store);
            for (int i = 0; i < acknowledged; i++) {
                assertThat(now).contains("/network/" + i + "-0>", "/network/" + i + "-99>");
            }
            assertThat(store.check(false)).isEmpty();
            write(store, d -> d.add(GRAPH, thing("siden"), GraphExamples.LABEL, text("siden")));
        }
    }

    @Test
    void readsOnAndTellsWhatToDoWhenTheDiskMayNotBeWritten() throws Exception {
        Path home = disk.resolve("home");
        String before;
        try (var store = store(home)) {
            write(store, d -> d.add(GRAPH, thing("x"), GraphExamples.LABEL, text("navn")));
            before = exported(store);
        }
        assumeTrue(run("mount", "-o", "remount,ro", disk.toString()), "The disk cannot be made read-only here");

        assertThatThrownBy(() -> store(home))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("Cannot use the home folder")
                .hasMessageContaining("you may write to it");

        run("mount", "-o", "remount,rw", disk.toString());
        try (var store =
                JournalledGraphStore.open(home, ADDRESSES, GraphExamples.CLOCK, GraphExamples.NO_SHAPES, SMALL)) {
            assertThat(exported(store)).isEqualTo(before);
            assertThat(store.check(false)).isEmpty();
        }
    }

    /// Text that no packing makes short.
    private static Node noise(int turn, int row) {
        var letters = new StringBuilder();
        new java.util.Random(turn * 1000L + row).ints(2_000, 'a', 'z').forEach(c -> letters.append((char) c));
        return text(letters.toString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
