package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import no.forankring.extraction.ExtractedTable;
import no.forankring.register.Register;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is taken out of the open set of networks and activities must not get worse than the committed figures.
///
/// `-Dgolden=update` renews `corpus/activities/extracted.tsv` and the figures in `docs/quality.md`.
class ExtractionQualityTest {

    private static final Path ACTIVITIES = Path.of("corpus", "activities");
    private static final GoldFolder FOLDER = new GoldFolder(ACTIVITIES);
    private static final MeasuredSection PUBLISHED =
            new MeasuredSection(Path.of("docs", "quality.md"), EvaluateCommand.SECTION + ThingsMeasured.SECTION);
    private static final String RENEW =
            "renew the figures with mvn -Dfast test -Dtest=ExtractionQualityTest -Dgolden=update and look at what was lost";

    private static ExtractedTable now = new ExtractedTable(java.util.List.of());

    @BeforeAll
    static void measure() throws IOException {
        assumeTrue(Files.isDirectory(ACTIVITIES), ACTIVITIES + " is not here, so nothing is measured");
        var measured = ThingsMeasured.of(FOLDER, Register.builtIn());
        now = ExtractedTable.of(measured.perFile());
        if ("update".equals(System.getProperty("golden"))) {
            measured.publish(FOLDER, PUBLISHED, Optional.empty());
        }
    }

    @Test
    void noFigureIsWorseThanTheCommittedOne() throws IOException {
        ExtractedTable committed = committed();
        var worse = new ArrayList<>(now.worseThan(committed));
        if (!worse.isEmpty()) {
            now.since(committed).stream()
                    .filter(difference -> !difference.gained())
                    .map(difference -> "lost: " + difference.line())
                    .forEach(worse::add);
        }

        assertThat(worse).as("if this is meant, %s", RENEW).isEmpty();
    }

    @Test
    void theCommittedFiguresSpeakOfTheseTexts() throws IOException {
        assertThat(now.hasSameMarks(committed()))
                .as("texts or marks have changed; %s", RENEW)
                .isTrue();
    }

    private static ExtractedTable committed() throws IOException {
        return FOLDER.extracted()
                .orElseThrow(() -> new AssertionError("corpus/activities/extracted.tsv is missing; " + RENEW));
    }
}
