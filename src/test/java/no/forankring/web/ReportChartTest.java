package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.forankring.report.Report;
import no.forankring.report.ReportTable;
import no.forankring.report.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReportChartTest {

    private static final Supplier<Map<Integer, Long>> NOT_ASKED = () -> {
        throw new AssertionError("nobody needs the years that were read");
    };

    @Test
    void drawsAYearWheelForEachYearWithItsEmptyMonthsAndWhatIsNotHeldApart() {
        ReportChart chart = ReportChart.of(
                        table(
                                "arshjul",
                                "year month progress",
                                "2024|mai|gjennomført",
                                "2025|mars|gjennomført",
                                "2025|mars|planlagt",
                                "2025|mars|gjennomført",
                                "2025|ukjent måned|ukjent"),
                        NOT_ASKED,
                        words())
                .orElseThrow();

        assertThat(chart.wheels())
                .extracting(ReportChart.Wheel::title)
                .containsExactly("2025, måned for måned", "2024, måned for måned");
        ReportChart.Wheel newest = chart.wheels().getFirst();
        assertThat(newest.rows()).hasSize(13);
        assertThat(newest.rows().subList(1, 4))
                .extracting(ReportChart.Row::name, ReportChart.Row::said)
                .containsExactly(
                        tuple("februar", "ingenting funnet"),
                        tuple("mars", "3 aktiviteter (2 gjennomført, 1 planlagt)"),
                        tuple("april", "ingenting funnet"));
        assertThat(newest.rows().getLast().said()).isEqualTo("1 aktivitet (1 ukjent)");
        // The longest bar is 370 wide: two of three are held.
        assertThat(newest.chart().marks())
                .filteredOn(mark -> mark.x() > newest.chart().from())
                .extracting(
                        QueryChart.Mark::name,
                        QueryChart.Mark::number,
                        mark -> mark.firm() - newest.chart().from(),
                        mark -> mark.x() - newest.chart().from())
                .containsExactly(tuple("mars", "3", 247, 370), tuple("ukjent måned", "1", 0, 123));
        assertThat(newest.chart().marks().getFirst().number()).isEqualTo("–");
        assertThat(chart.byYear().drawn()).isFalse();
        assertThat(chart.note()).startsWith("Hele søyler er gjennomført.");
    }

    @Test
    void countsEachMunicipalityOnceAYearAndTellsAYearWithoutDocumentsApart() {
        ReportChart chart = ReportChart.of(
                        table(
                                "kommuner-over-tid",
                                "municipality year status",
                                "Fjordvik|2021|bekreftet",
                                "Fjordvik|2021|forslag",
                                "Nordli|2021|forslag",
                                "Fjordvik|2024|automatisk",
                                "Sollia||ikke funnet i 12 dokumenter",
                                "Nordli|ukjent år|automatisk"),
                        () -> Map.of(2021, 3L, 2023, 4L),
                        words())
                .orElseThrow();

        assertThat(chart.wheels()).isEmpty();
        assertThat(chart.byYear().years())
                .extracting(YearChart.Year::year, YearChart.Year::state)
                .containsExactly(
                        tuple(2021, "2 kommuner, 1 av dem bare foreslått"),
                        tuple(2022, "Ikke lest inn"),
                        tuple(2023, "ingenting funnet"),
                        tuple(2024, "1 kommune"));
        assertThat(chart.note()).isEqualTo("Stiplede søyler er forslag som ingen har avgjort.");
    }

    @Test
    void drawsNothingOfOneYearOfNothingAndOfOtherReports() {
        assertThat(ReportChart.of(
                        table("kommuner-over-tid", "municipality year status", "Nordli|2021|forslag"),
                        NOT_ASKED,
                        words()))
                .isEmpty();
        assertThat(ReportChart.of(table("arshjul", "year month progress"), NOT_ASKED, words()))
                .isEmpty();
        assertThat(ReportChart.of(table("plankjede", "plan", "Plan|x"), NOT_ASKED, words()))
                .isEmpty();
    }

    /// The months and the states are found again by their words.
    @Test
    void speaksTheWordsOfTheReport() throws IOException {
        var report = new String(
                ReportChart.class
                        .getResourceAsStream("/ontology/reports/arshjul.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<Words> all = List.of(words("nb"), words("nn"), words("en"));

        assertThat(report).contains("#+ word carriedOut: " + inAll(all, words -> words.of("progress.carriedOut")));
        for (int month = 1; month <= 12; month++) {
            int at = month;
            assertThat(report).contains("#+ word month-" + month + ": " + inAll(all, words -> words.month(at)));
        }
        String municipalities = new String(
                ReportChart.class
                        .getResourceAsStream("/ontology/reports/kommuner-over-tid.txt")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        assertThat(municipalities).contains("#+ word Suggested: " + inAll(all, words -> words.status("Suggested")));
    }

    private static String inAll(List<Words> all, Function<Words, String> word) {
        return all.stream().map(word).collect(Collectors.joining(" | "));
    }

    private static Words words() {
        return words("nb");
    }

    private static Words words(String language) {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return new Words(source, Locale.of(language));
    }

    private static ReportTable table(String name, String columns, String... rows) {
        var title = new Texts(name, name, name);
        return new ReportTable(
                new Report(
                        name,
                        title,
                        title,
                        List.of(),
                        Arrays.stream(columns.split(" "))
                                .map(column -> new Report.Column(column, false, title))
                                .toList()),
                "nb",
                List.of(),
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.split("\\|", -1))
                                .map(text -> new ReportTable.Cell(text, false, Optional.empty()))
                                .toList())
                        .toList(),
                LocalDate.of(2026, 3, 2),
                7,
                "http://localhost:8080");
    }
}
