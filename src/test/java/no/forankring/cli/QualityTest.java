package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.citation.Evaluation;
import no.forankring.citation.EvaluationReport;
import no.forankring.citation.LinkedTable;
import no.forankring.citation.MarkedText;
import no.forankring.register.Register;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Recognition of the open gold set must not get worse than the committed figures.
///
/// `-Dgolden=update` renews `corpus/quality/linked.tsv` and the figures in `docs/quality.md`.
class QualityTest {

    private static final GoldFolder FOLDER = new GoldFolder(Path.of("corpus", "quality"));
    private static final MeasuredSection PUBLISHED =
            new MeasuredSection(Path.of("docs", "quality.md"), EvaluateCommand.SECTION);
    private static final String RENEW =
            "renew the figures with mvn -Dfast test -Dtest=QualityTest -Dgolden=update and look at what was lost";

    private static List<MarkedText> texts = List.of();
    private static LinkedTable now = new LinkedTable(java.util.Map.of(), List.of());

    @BeforeAll
    static void recognize() throws IOException {
        Register register = Register.builtIn();
        texts = FOLDER.texts(register);
        EvaluationReport report = new Evaluation(texts, false).report(register);
        now = LinkedTable.of(report);
        if ("update".equals(System.getProperty("golden"))) {
            EvaluateCommand.publish(FOLDER, report, Optional.empty(), PUBLISHED);
        }
    }

    @Test
    void noFigureIsWorseThanTheCommittedOne() throws IOException {
        LinkedTable committed = committed();
        var worse = new ArrayList<>(now.worseThan(committed));
        if (!worse.isEmpty()) {
            now.since(committed).stream()
                    .filter(difference -> !difference.gained())
                    .map(difference -> "lost: " + difference.mention())
                    .forEach(worse::add);
        }

        assertThat(worse).as("if this is meant, %s", RENEW).isEmpty();
    }

    @Test
    void theCommittedFiguresSpeakOfTheseTexts() throws IOException {
        assertThat(now.hasSameMentions(committed()))
                .as("texts or marks have changed; %s", RENEW)
                .isTrue();
    }

    @Test
    void theTextsAreManyAndOfEverySort() {
        assertThat(texts).hasSizeGreaterThanOrEqualTo(40);
        assertThat(texts.stream().mapToInt(text -> text.mentions().size()).sum())
                .isGreaterThanOrEqualTo(800);
        assertThat(values("language")).contains(Optional.of("nob"), Optional.of("nno"));
        assertThat(values("noise")).contains(Optional.of("clean"), Optional.of("light"), Optional.of("heavy"));
        assertThat(values("set")).containsExactlyInAnyOrder(Optional.of("develop"), Optional.of("held-out"));
    }

    private static java.util.Set<Optional<String>> values(String property) {
        return texts.stream()
                .map(text -> Optional.ofNullable(text.properties().get(property)))
                .collect(Collectors.toSet());
    }

    private static LinkedTable committed() throws IOException {
        return FOLDER.linked().orElseThrow(() -> new AssertionError("corpus/quality/linked.tsv is missing; " + RENEW));
    }
}
