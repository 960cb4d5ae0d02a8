package no.forankring.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import no.forankring.graph.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeIndexTest {

    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");

    @TempDir
    Path folder;

    @Test
    void readsBackWhatItWroteAndGoesOn() {
        var index = new ChangeIndex(folder);
        index.add(List.of(line(1, "fordi\tdet\\er slik", "a", "b"), line(2, "", "b")));

        var again = new ChangeIndex(folder);
        again.add(List.of(line(3, "mer", "a")));

        assertThat(again.of("a")).extracting(line -> line.change().number()).containsExactly(3L, 1L);
        assertThat(again.of("b")).extracting(line -> line.change().number()).containsExactly(2L, 1L);
        assertThat(again.all().getLast()).isEqualTo(line(1, "fordi\tdet\\er slik", "a", "b"));
        assertThat(new ChangeIndex(folder).all()).isEqualTo(again.all());
    }

    @Test
    void cutsALineThatIsTorn() throws IOException {
        new ChangeIndex(folder).add(List.of(line(1, "en", "a"), line(2, "to", "a")));
        Files.writeString(folder.resolve("changes.tsv"), "3\t2026-03-12T11:00", StandardOpenOption.APPEND);

        var index = new ChangeIndex(folder);
        index.add(List.of(line(3, "tre", "a")));

        assertThat(index.last()).isEqualTo(3);
        assertThat(new ChangeIndex(folder).of("a")).hasSize(3);
    }

    private static ChangeIndex.Line line(long number, String why, String... things) {
        return new ChangeIndex.Line(new Change(number, NOON, "kari", why, 2, 1), List.of(things));
    }
}
