package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import no.forankring.graph.HowFar;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter told = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    @Test
    void tellsALogOfEachStepAndOfEveryTenthOfIt() {
        try (Progress progress = progress(Progress.Shape.LINES, 2)) {
            progress.step("Åpner hjemmemappen");
            HowFar heard = progress.step("Skriver kopien", "filer");
            for (int file = 1; file <= 25; file++) {
                heard.at(file, 25);
            }
        }

        assertThat(told.toString().lines())
                .containsExactly(
                        "[1/2] Åpner hjemmemappen",
                        "[2/2] Skriver kopien",
                        "[2/2] Skriver kopien: 3 av 25 filer",
                        "[2/2] Skriver kopien: 5 av 25 filer",
                        "[2/2] Skriver kopien: 8 av 25 filer",
                        "[2/2] Skriver kopien: 10 av 25 filer",
                        "[2/2] Skriver kopien: 13 av 25 filer",
                        "[2/2] Skriver kopien: 15 av 25 filer",
                        "[2/2] Skriver kopien: 18 av 25 filer",
                        "[2/2] Skriver kopien: 20 av 25 filer",
                        "[2/2] Skriver kopien: 23 av 25 filer",
                        "[2/2] Skriver kopien: 25 av 25 filer");
    }

    @Test
    void movesOneLineOfATerminalForEachStepAndCountsTheSeconds() {
        try (Progress progress = progress(Progress.Shape.MOVING, 2)) {
            HowFar heard = progress.step("Pakker ut kopien", "filer");
            now.set(3_200);
            heard.at(41, 0);
            progress.step("Leser originalene");
            now.set(5_300);
        }

        // What is painted last of each line is what stays.
        assertThat(Stream.of(told.toString().split("\n", -1))
                        .map(line -> line.substring(line.lastIndexOf('\r') + 1).strip()))
                .containsExactly("[1/2] Pakker ut kopien: 41 filer, 3 s", "[2/2] Leser originalene, 2 s", "");
    }

    @Test
    void saysNothingWhereNobodyAskedAndNobodyLooks() {
        try (Progress progress = progress(Progress.Shape.NONE, 1)) {
            progress.step("Skriver grafen", "kB").at(12, 0);
        }

        assertThat(told.toString()).isEmpty();
    }

    private Progress progress(Progress.Shape shape, int steps) {
        return new Progress(new PrintWriter(told, true), shape, steps, now::get);
    }
}
