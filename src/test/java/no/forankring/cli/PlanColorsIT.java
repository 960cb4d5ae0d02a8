package no.forankring.cli;

import static no.forankring.testing.ColoredPlans.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.forankring.backup.Backup;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.review.AliasScope;
import no.forankring.review.Decision;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.testing.ColoredPlans;
import no.forankring.trace.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plans whose status stands in colors, from file to facts, suggestions and questions.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanColorsIT {

    private static final String GREEN = "92D050";
    private static final String YELLOW = "FFD966";
    private static final String RED = "F4796B";
    private static final String LEGEND = "Grønn: gjennomført, gul: pågår, rød: avlyst";

    private static final List<List<ColoredPlans.Cell>> ROWS = List.of(
            List.of(cell("Aktivitet", "D9E2F3"), cell("Tid", "D9E2F3"), cell("Status", "D9E2F3")),
            List.of(cell("Kurs i observasjon"), cell("Mai 2025"), cell("", GREEN)),
            List.of(cell("Fagdag om fall"), cell("Juni 2025"), cell("", YELLOW)),
            List.of(cell("Webinar om legemidler"), cell("Juni 2025"), cell("", RED)));

    @TempDir
    static Path folder;

    private OpenHome home;
    private Path at;
    private int taken;
    private int drafts;

    @BeforeAll
    void open() {
        at = folder.resolve("home");
        reopen();
    }

    private void reopen() {
        home = OpenHome.open(at, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        home.ingest().catchUp();
    }

    @AfterAll
    void close() {
        home.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html"})
    void statesWhatTheLegendSaysThatTheColorMeans(String format) throws IOException {
        DocumentId plan = take("plan." + format, bytes(plan(List.of(LEGEND)), format));

        assertThat(facts(plan, "Kurs i observasjon")).containsExactly("carriedOut");
        assertThat(facts(plan, "Fagdag om fall")).containsExactly("ongoing");
        assertThat(facts(plan, "Webinar om legemidler")).containsExactly("cancelled");
        assertThat(questions(plan)).isEmpty();
        assertThat(statuses(plan, "Kurs i observasjon", false).getFirst().evidence())
                .singleElement()
                .satisfies(proof -> {
                    assertThat(proof.quote()).contains("Kurs i observasjon", "Mai 2025");
                    assertThat(proof.reason())
                            .isEqualTo("lest av cellens farge (grønn, forklart i «Grønn: gjennomført»)");
                    assertThat(proof.rule()).isEqualTo("cell-color");
                });
        assertThat(home.graph().check(false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html"})
    void onlyAsksWhereNoLegendExplainsTheColor(String format) throws IOException {
        DocumentId plan = take("plan." + format, bytes(plan(List.of()), format));

        assertThat(facts(plan, "Kurs i observasjon")).isEmpty();
        assertThat(facts(plan, "Fagdag om fall")).isEmpty();
        List<QueueItem> asked = questions(plan);
        assertThat(asked).hasSize(3).allSatisfy(item -> {
            assertThat(item.rule()).isEqualTo("cell-color-usual");
            assertThat(item.links()).hasSize(5);
        });
        ReviewCase shown = home.reviews().look(asked.getFirst().key()).orElseThrow();
        assertThat(shown.candidates().getFirst().step().object().label()).isEqualTo("carriedOut");
        assertThat(shown.reason())
                .isEqualTo(
                        "lest av cellens farge (grønn); dokumentet forklarer den ikke, men den betyr vanligvis «gjennomført»");
    }

    @Test
    void obeysALegendThatMeansSomethingElseThanUsual() throws IOException {
        DocumentId plan = take(
                "plan.docx",
                plan(List.of("Fargekoder: rød = planlagt; gul = utsatt; grønn = forsinket"))
                        .docx());

        assertThat(facts(plan, "Webinar om legemidler")).containsExactly("planned");
        assertThat(facts(plan, "Fagdag om fall")).containsExactly("postponed");
        // Late is none of the steps, so a person says which it is.
        assertThat(facts(plan, "Kurs i observasjon")).isEmpty();
        assertThat(questions(plan))
                .singleElement()
                .satisfies(item -> assertThat(item.rule()).isEqualTo("cell-color-vague"));
    }

    @Test
    void readsALegendOfFilledCells() throws IOException {
        var legend = new ColoredPlans(
                "Aktivitetsplan 2025 for USHT Fjordvik",
                List.of(),
                Stream.concat(
                                ROWS.stream(),
                                Stream.of(List.of(cell("Utført", GREEN), cell("Utsatt", YELLOW), cell("Avlyst", RED))))
                        .toList(),
                List.of());
        // A row of its own, as it is in a table below the plan.
        String html = new String(legend.html(), java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("(<tr><td [^>]*>Utført)", "</table><table>$1");

        DocumentId plan = take("plan.html", html.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(facts(plan, "Kurs i observasjon")).containsExactly("carriedOut");
        assertThat(facts(plan, "Fagdag om fall")).containsExactly("postponed");
        assertThat(facts(plan, "Webinar om legemidler")).containsExactly("cancelled");
    }

    @Test
    void believesTheWordsBeforeTheColor() throws IOException {
        var rows = List.of(
                ROWS.getFirst(),
                List.of(cell("Kurs i observasjon"), cell("Mai 2025"), cell("Gjennomført i mai", RED)),
                List.of(cell("Fagdag om fall"), cell("Juni 2025"), cell("Planlagt", GREEN)),
                List.of(cell("Webinar om legemidler"), cell("Juni 2025"), cell("Ikke gjennomført", RED)));

        DocumentId plan = take("plan.docx", plan(List.of(LEGEND), rows).docx());

        assertThat(facts(plan, "Kurs i observasjon")).containsExactly("carriedOut");
        assertThat(facts(plan, "Fagdag om fall")).containsExactly("planned");
        assertThat(statuses(plan, "Fagdag om fall", false)
                        .getFirst()
                        .evidence()
                        .getFirst()
                        .reason())
                .isEqualTo("statuskolonnen sier det, her");
        assertThat(statuses(plan, "Webinar om legemidler", true)).isEmpty();
        assertThat(questions(plan)).isEmpty();
    }

    @Test
    void takesOneColorForDecorationWhereNoColumnIsForStatus() throws IOException {
        var rows = List.of(
                List.of(cell("Aktivitet"), cell("Tid")),
                List.of(cell("Kurs i observasjon", GREEN), cell("Mai 2025", GREEN)),
                List.of(cell("Fagdag om fall"), cell("Juni 2025")),
                List.of(cell("Webinar om legemidler", GREEN), cell("Juni 2025", GREEN)));

        DocumentId plan = take("plan.docx", plan(List.of(), rows).docx());

        assertThat(questions(plan)).isEmpty();
        assertThat(statuses(plan, "Kurs i observasjon", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"txt", "eml"})
    void asksWhereTheColorIsGone(String format) throws IOException {
        DocumentId plan = take("forklart." + format, bytes(plan(List.of(LEGEND)), format));

        List<QueueItem> asked = questions(plan);
        assertThat(asked).hasSize(3).allSatisfy(item -> assertThat(item.rule()).isEqualTo("cell-color-gone"));
        assertThat(asked.getFirst().words()).contains("Kurs i observasjon");
        assertThat(home.reviews().look(asked.getFirst().key()).orElseThrow().reason())
                .startsWith("fargen som viste status, fulgte ikke med filen; dokumentet forklarer fargene slik: «")
                .contains("Grønn: gjennomført", "rød: avlyst");
        assertThat(facts(plan, "Kurs i observasjon")).isEmpty();
    }

    @Test
    void asksOfAnEmptyColumnForStatusOnlyWhereColorsMayHaveBeenLost() throws IOException {
        DocumentId text = take("plan.txt", plan(List.of()).text());
        DocumentId word = take("plan.docx", plan(List.of()).plain().docx());

        assertThat(questions(text)).hasSize(3);
        assertThat(home.reviews()
                        .look(questions(text).getFirst().key())
                        .orElseThrow()
                        .reason())
                .isEqualTo("fargen som viste status, fulgte ikke med filen");
        assertThat(questions(word)).isEmpty();
    }

    @Test
    void makesAFactOfTheChosenStatusAndTakesItBack() throws IOException {
        DocumentId plan = take("plan.txt", plan(List.of()).text());
        QueueItem item = questions(plan).getFirst();

        Outcome outcome = accept(item, "postponed");

        assertThat(facts(plan, "Kurs i observasjon")).containsExactly("postponed");
        assertThat(questions(plan)).hasSize(2).doesNotContain(item);
        home.reviews().undo(outcome.together(), "kari");
        assertThat(facts(plan, "Kurs i observasjon")).isEmpty();
        assertThat(questions(plan)).hasSize(3).contains(item);
        assertThat(home.reviews().questions(plan.value()).stream()
                        .filter(question ->
                                question.choices().getFirst().predicate().equals("progress")))
                .hasSize(3)
                .allSatisfy(question -> assertThat(question.choices()).hasSize(5));
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void keepsTheAnswerThroughNewVersionsLossesAndRestoring() throws IOException {
        DocumentId plan = takeAs("varig.txt", plan(List.of("Varig.")).text());
        List<QueueItem> asked = questions(plan);
        accept(asked.get(0), "carriedOut");
        home.reviews()
                .decide(
                        new Decision(
                                asked.get(1).key(),
                                Verdict.REJECTED,
                                "",
                                Reach.ITEM,
                                AliasScope.NONE,
                                "",
                                Optional.empty()),
                        "kari");

        assertThat(takeAs(
                        "varig.txt", plan(List.of("Planen ble endret i april.")).text()))
                .isEqualTo(plan);
        isInForce(plan, asked, "a new version");
        finished(home.ingest().linkAgain("test", "test", List.of(plan)));
        isInForce(plan, asked, "linking again");
        without("texts");
        without("index");
        without("graph");
        isInForce(plan, asked, "loss of all that is derived");
        home.close();
        Path zip = folder.resolve("kopi.zip");
        Backup.write(at, zip);
        at = folder.resolve("gjenopprettet");
        Backup.restore(zip, at);
        reopen();
        isInForce(plan, asked, "restoring a backup");
    }

    private void isInForce(DocumentId plan, List<QueueItem> asked, String after) {
        assertThat(facts(plan, "Kurs i observasjon")).as(after).containsExactly("carriedOut");
        assertThat(questions(plan))
                .as(after)
                .extracting(QueueItem::key)
                .containsExactly(asked.get(2).key());
        assertThat(home.graph().check(false)).as(after).isEmpty();
        assertThat(home.ingest().check()).as(after).isEmpty();
    }

    private void without(String part) throws IOException {
        home.close();
        try (Stream<Path> walk = Files.walk(at.resolve(part))) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        reopen();
    }

    // ---- in short ----

    /// No two are the same file.
    private ColoredPlans plan(List<String> before) {
        return plan(before, ROWS);
    }

    private ColoredPlans plan(List<String> before, List<List<ColoredPlans.Cell>> rows) {
        return new ColoredPlans(
                "Aktivitetsplan 2025 for USHT Fjordvik",
                before,
                rows,
                List.of("Utkast nummer %d.".formatted(++drafts)));
    }

    private static byte[] bytes(ColoredPlans plan, String format) throws IOException {
        return switch (format) {
            case "docx" -> plan.docx();
            case "pdf" -> plan.pdf();
            case "html" -> plan.html();
            case "txt" -> plan.text();
            case "eml" -> plan.mail();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private List<QueueItem> questions(DocumentId document) {
        return home.reviews()
                .queue(new QueueFilter(document.value(), "progress", Optional.empty()))
                .items();
    }

    private Outcome accept(QueueItem item, String progress) {
        return home.reviews()
                .decide(
                        new Decision(
                                item.key(),
                                Verdict.ACCEPTED,
                                item.links().get(item.objects().indexOf(progress)),
                                Reach.ITEM,
                                AliasScope.NONE,
                                "",
                                Optional.empty()),
                        "kari");
    }

    private List<String> facts(DocumentId document, String name) {
        return statuses(document, name, false).stream()
                .map(step -> step.object().label())
                .toList();
    }

    /// What a document says of the status of the thing of that name.
    private List<Step> statuses(DocumentId document, String name, boolean withSuggestions) {
        return home.traces().list("activity").stream()
                .filter(listing -> listing.thing().label().equals(name))
                .flatMap(listing -> home.traces().trace(listing.thing().iri(), withSuggestions).stream())
                .flatMap(trace -> trace.outgoing().stream())
                .filter(step -> step.predicate().equals("progress"))
                .filter(step -> step.link().contains("/" + document + "/"))
                .toList();
    }

    /// Takes a file in under a name of its own.
    private DocumentId take(String name, byte[] bytes) {
        return takeAs(++taken + "-" + name, bytes);
    }

    private DocumentId takeAs(String name, byte[] bytes) {
        String job = home.ingest()
                .submit("test", "test", List.of(new Source("m/" + name, () -> new ByteArrayInputStream(bytes))));
        return switch (finished(job).getFirst()) {
            case FileOutcome.Ingested ingested -> ingested.document();
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    private List<FileOutcome> finished(String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job.files().stream()
                        .map(Job.FileProgress::outcome)
                        .flatMap(Optional::stream)
                        .toList();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
