package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import no.forankring.document.ParseLimits;
import no.forankring.report.ReportTable;
import no.forankring.report.Reports;
import no.forankring.trace.PathFilter;
import no.forankring.trace.Paths;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What advisers ask for is answered from the sample documents as one reads it out of them by hand.
class AnswersIT {

    private static final Clock IN_2026 = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> ALL = Map.of("suggestions", "ja");
    private static final String DEMENTIA = "nettverk for hukommelsesteam og demenskoordinatorer";

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable OpenHome opened;
    private static @Nullable Reports made;

    @BeforeAll
    static void takeIn() throws Exception {
        OpenHome home =
                OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        opened = home;
        String id = home.ingest().submit("test", "corpus", FolderSources.ofCorpus(Path.of("corpus")));
        while (home.ingest().job(id).orElseThrow().finished().isEmpty()) {
            Thread.sleep(50);
        }
        // What the documents together say of names may have some of them linked again.
        while (home.ingest().jobs().stream().anyMatch(job -> job.finished().isEmpty())) {
            Thread.sleep(50);
        }
        made = Reports.open(home.graph(), home.register(), IN_2026);
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private static ReportTable table(String report, Map<String, String> parameters) {
        return Objects.requireNonNull(made).run(report, parameters, "nb");
    }

    /// The rows whose cells begin so.
    private static List<List<String>> rows(String report, Map<String, String> parameters, String... first) {
        return table(report, parameters).rows().stream()
                .map(row -> row.stream().map(ReportTable.Cell::text).toList())
                // Which document lends a thing its name is a matter of order.
                .filter(row -> String.join("|", row.subList(0, first.length)).equalsIgnoreCase(String.join("|", first)))
                .toList();
    }

    @Test
    void theMandateOf2019RestsOnPlansThatWereInForceThenAndAreReplacedNow() {
        List<List<String>> rows = rows("utdaterte-forankringer-med-erstatning", ALL, DEMENTIA);

        assertThat(rows)
                .filteredOn(row -> row.get(2).equals("Demensplan 2020"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.subList(3, 8))
                            .containsExactly(
                                    "gjaldt", "2019-03-14", "erstattet", "2020", "Demensplan 2025 (erstattet)");
                    assertThat(row.get(8))
                            .startsWith("https://www.regjeringen.no/")
                            .endsWith("(kontrollert)");
                    assertThat(row.getLast())
                            .isEqualTo("«Demensplan 2020» (Mandat for nettverk for hukommelsesteam og "
                                    + "demenskoordinatorer)");
                });
        assertThat(rows)
                .filteredOn(row -> row.get(2).equals("Leve hele livet"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(5)).isEqualTo("videreført");
                    assertThat(row.get(9))
                            .isEqualTo("Meld. St. 24 (2022–2023) Fellesskap og meistring – Bu trygt heime");
                });
        assertThat(rows("utdaterte-forankringer-med-erstatning", Map.of())).isEmpty();
    }

    @Test
    void theTableForTheDirectorateTellsOnlyWhatTheReportSays() {
        List<List<String>> rows =
                rows("rapportering-per-satsingsomrade", Map.of("suggestions", "ja", "year", "2022"), "Demensplan 2025");

        assertThat(rows)
                .extracting(row -> row.get(4) + " deltakere, " + row.get(6) + " kommuner, " + row.get(7))
                .containsExactlyInAnyOrder(
                        "34 deltakere, 9 kommuner, gjennomført", "41 deltakere, 10 kommuner, gjennomført");
        assertThat(rows).allSatisfy(row -> assertThat(row.get(10)).contains("Årsrapport 2022"));
        assertThat(rows("rapportering-per-satsingsomrade", Map.of("suggestions", "ja", "year", "2022")))
                .filteredOn(row -> row.get(1).equals("Konferanse om frivillighet"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(4)).isEqualTo("ukjent");
                    assertThat(row.get(7)).isEqualTo("utsatt");
                    assertThat(row.getLast()).contains("planlagt, ikke gjennomført");
                });
    }

    @Test
    void everyFigureOfTheTableOpensItsSentenceAndTheFileTellsWhatItIsMadeOf() {
        ReportTable table = table("rapportering-per-satsingsomrade", Map.of("suggestions", "ja", "year", "2022"));

        assertThat(table.rows())
                .allSatisfy(row -> assertThat(row.get(4).text().equals("ukjent")
                                || row.get(4)
                                        .link()
                                        .orElseThrow()
                                        .contains("/dokumenter/arsrapport-usht-fjordvik-2022"))
                        .as("%s", row)
                        .isTrue());
        assertThat(table.chosen())
                .contains("År: 2022", "Satsingsområde: alle", "Ta med forslag: ja")
                .anySatisfy(line -> assertThat(line).contains("NLOD"))
                .anySatisfy(line -> assertThat(line).startsWith("Opplysningene er slik de var etter siste endring"));
    }

    @Test
    void whatTheMandatePromisesIsHeldAgainstWhatTheReportsTell() {
        assertThat(rows("lofte-plan-leveranse", ALL, DEMENTIA))
                .extracting(row -> String.join(" ", row.subList(1, 6)))
                .contains(
                        "2021 2 ingen plan funnet ingen rapport funnet ukjent",
                        "2022 2 ingen plan funnet 2 holdt",
                        "2023 2 ingen plan funnet 2 holdt",
                        "2024 2 1 ingen rapport funnet ukjent");
        // Three gatherings a year, one of them an open day; the report counts the open day apart.
        assertThat(rows("lofte-plan-leveranse", ALL, "Fagnettverk i lindrende behandling", "2022"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(5)).startsWith("uklart"));
    }

    @Test
    void theYearWheelHasTheMonthThatThePlanTells() {
        assertThat(rows("arshjul", Map.of("suggestions", "ja", "year", "2024"), "2024", "april"))
                .extracting(row -> row.get(2) + ": " + row.get(3))
                .contains("Vårsamling i nettverk for hukommelsesteam og demenskoordinatorer: planlagt");
    }

    @Test
    void theEvaluationTellsHowFarEachGoalOfTheMandateIsReached() {
        List<List<String>> rows = rows("maloppnaelse-per-nettverk", ALL, DEMENTIA);

        assertThat(rows)
                .extracting(row -> row.get(1) + ": " + row.get(2) + " " + row.get(3))
                .containsExactlyInAnyOrder(
                        "Gjøre nasjonale råd om demens kjent i alle kommunene i Fjordland: nådd 2022",
                        "Gi hukommelsesteamene felles rutiner for utredning og oppfølging etter diagnose: delvis nådd 2022",
                        "Styrke samarbeidet mellom hukommelsesteam, fastlege og spesialisthelsetjeneste: delvis nådd 2022",
                        "Løfte pårørendes stemme i utviklingen av tjenestene: ikke nådd 2022");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.get(5)).contains("Mandat for nettverk for hukommelsesteam og demenskoordinatorer");
            assertThat(row.get(6)).contains("Evaluering av nettverk for hukommelsesteam og demenskoordinatorer");
        });
        // Nobody has evaluated the network for palliative care: unknown, and not missed.
        assertThat(rows("maloppnaelse-per-nettverk", ALL, "Fagnettverk i lindrende behandling"))
                .hasSize(4)
                .extracting(row -> row.get(2))
                .containsOnly("ukjent: ingen evaluering er lest inn");
        assertThat(rows("maloppnaelse-per-nettverk", Map.of("suggestions", "ja", "year", "1999")))
                .isEmpty();
    }

    @Test
    void theStrategyOfSolbakkenIsTheOneLevelThatWasRead() {
        String others = "planstrategi, samfunnsdel, handlingsplan eller økonomiplan, virksomhetsplan";

        assertThat(rows("plankjede", Map.of("suggestions", "ja", "municipality", "Solbakken kommune")))
                .extracting(row -> row.get(0) + ": " + row.get(3))
                .containsExactly(
                        "Bo godt hele livet: Forslag: «Mål: Flere bor trygt hjemme lenger.» (Sammen om gode dager – "
                                + "strategi for helse og omsorg 2021–2030, s. 1)",
                        "Mestring og aktivitet: Forslag: «Mål: Eldre som ønsker det, har en meningsfull aktivitet hver "
                                + "dag.» (Sammen om gode dager – strategi for helse og omsorg 2021–2030, s. 1)",
                        "Trygg hjelp når det trengs: Forslag: «Mål: Ansatte har kompetanse til å oppdage og handle når "
                                + "noen blir dårligere.» (Sammen om gode dager – strategi for helse og omsorg "
                                + "2021–2030, s. 2)",
                        "Samarbeid og pårørende: Forslag: «Mål: Pårørende blir sett, hørt og avlastet.» (Sammen om "
                                + "gode dager – strategi for helse og omsorg 2021–2030, s. 2)");
        assertThat(rows("plankjede", Map.of("suggestions", "ja", "municipality", "Solbakken kommune")))
                .allSatisfy(row -> {
                    assertThat(row.get(6)).isEmpty();
                    assertThat(row.getLast()).isEqualTo(others);
                });
        assertThat(rows("plankjede", Map.of("municipality", "Solbakken")))
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).startsWith("Bare forslag (4)"));
        assertThat(rows("plankjede", Map.of("suggestions", "ja", "municipality", "Skogheim")))
                .extracting(List::getFirst)
                .containsExactly(
                        "Innbyggjarane kan bu trygt heime så lenge dei ønskjer",
                        "Tenestene held på og utviklar fagfolka sine",
                        "Pårørande blir involverte tidleg");
        // The center of that name is not the municipality.
        assertThat(rows("plankjede", Map.of("suggestions", "ja", "municipality", "Fjordvik")))
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst())
                        .isEqualTo("Ingen planer for Fjordvik er lest inn (lette i 16 dokumenter)"));
    }

    @Test
    void twoAnnualReportsTellWhatTheyRestOnNoLonger() {
        List<List<String>> rows = rows(
                "oppdraget-ar-for-ar",
                Map.of("suggestions", "ja", "series", "årsrapport", "from", "2022", "to", "2023"));

        assertThat(rows)
                .filteredOn(row -> row.get(1).equals("styrende dokument"))
                .extracting(row -> row.get(2) + ": " + row.get(0))
                .contains(
                        "Demensplan 2025: den samme",
                        "Leve hele livet: den samme",
                        "Demensplan 2020: borte",
                        "Kompetanseløft 2025: borte",
                        "Bo trygt hjemme: ny",
                        "Personvernforordningen: ny");
        assertThat(rows)
                .filteredOn(row -> row.get(2).equals("Leve hele livet"))
                .singleElement()
                .satisfies(row -> assertThat(row.subList(5, 7))
                        .containsExactly(
                                "«Leve hele livet» (Årsrapport 2022 – USHT Fjordvik)",
                                "«Reformen Leve hele livet» (Årsrapport 2023 – USHT Fjordvik, s. 1)"));
        assertThat(rows)
                .filteredOn(row -> row.get(1).equals("innsatsområde"))
                .extracting(row -> row.get(2) + ": " + row.get(0))
                .containsExactly("Lindrende behandling: borte", "Ernæring hos eldre: borte");
        assertThat(rows("oppdraget-ar-for-ar", Map.of("series", "samfunnsoppdrag", "from", "2023", "to", "2024")))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo("Fant ikke noe dokument for: 2023, 2024"));
    }

    @Test
    void whatTheNationalPlansAimAtIsUnknownUntilTheyAreRead() {
        assertThat(rows("overgang-fra-gammel-til-ny", Map.of("suggestions", "ja", "about", "plan-demensplan-2020")))
                .extracting(row -> row.get(2) + " (" + row.get(3) + ")")
                .containsExactly(
                        "områdene i det gamle er ikke lest inn (Demensplan 2025)",
                        "områdene i det nye er ikke lest inn (Demensplan 2025)");
        assertThat(rows("overgang-fra-gammel-til-ny", ALL)).isEmpty();
    }

    @Test
    void eachUnitHasItsActivitiesAndTheSumCountsEachOnce() {
        List<List<String>> rows = rows("aktiviteter-per-enhet", Map.of("suggestions", "ja", "year", "2022"));

        assertThat(rows.subList(0, 2))
                .extracting(row -> row.get(0) + ": " + row.get(1) + ", " + row.get(3))
                .containsExactly(
                        "Fjordvik kommune: Konferanse om frivillighet, utsatt",
                        "Nordlia kommune: Kurs i klinisk observasjonskompetanse, pågår");
        assertThat(rows.getLast().get(0)).isEqualTo("Alle enheter");
        assertThat(rows.getLast().get(5))
                .isEqualTo(String.valueOf(rows.subList(0, rows.size() - 1).stream()
                        .map(row -> row.get(1))
                        .distinct()
                        .count()));
    }

    @Test
    void goalsWithoutActivityAreHoles() {
        assertThat(rows("hull-med-grunn", ALL))
                .filteredOn(row -> row.getFirst().equals("mål") && row.get(2).equals("mål uten aktivitet"))
                .extracting(row -> row.get(1))
                .anySatisfy(goal -> assertThat(goal).contains("Pårørendestrategien er fulgt opp"));
        assertThat(rows("hull-med-grunn", ALL))
                .filteredOn(row -> row.get(1).equals("Dialogmøter med kommunalsjefene"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo("aktivitet uten mål og forankring"));
    }

    @Test
    void municipalitiesOfVikenAreFoundUnderTheirNumbersOfTodayAndSaidToBeUnseen() {
        List<List<String>> rows = rows("kommuner-over-tid", Map.of("suggestions", "ja", "county", "Viken"));

        assertThat(rows)
                .hasSizeGreaterThan(40)
                .allSatisfy(row -> assertThat(row.get(4)).isEqualTo("ikke funnet i 16 dokumenter"));
        assertThat(rows)
                .filteredOn(row -> row.getFirst().equals("Drammen"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(1)).isEqualTo("3301");
                    assertThat(row.get(2)).contains("3005");
                });
        assertThat(rows("kommuner-over-tid", ALL, "Solbakken kommune"))
                .extracting(row -> row.get(4) + " " + row.get(5))
                .contains("Læringsnettverk «Trygg hverdag hjemme» deltar");
    }

    @Test
    void aWayBetweenTwoThingsNamesItsWeakestStepAndObeysItsFilters() {
        var paths = new Paths(Objects.requireNonNull(opened).graph());
        var all = new PathFilter(OptionalInt.empty(), "", 0, true);

        Paths.Found found =
                paths.between("nettverk-hukommelsesteam-og-demenskoordinatorer", "plan-demensplan-2020", all);

        assertThat(found.paths()).isNotEmpty();
        assertThat(found.paths().getFirst().steps()).singleElement().satisfies(part -> {
            assertThat(part.best().quote()).contains("Demensplan 2020");
            assertThat(part.date()).isNotEmpty();
            assertThat(part.confirmation()).isEmpty();
        });
        assertThat(found.paths()).allSatisfy(path -> {
            assertThat(path.steps().size()).isLessThanOrEqualTo(Paths.LONGEST);
            assertThat(path.weakest()).isBetween(0, path.steps().size() - 1);
        });
        assertThat(paths.between(
                                "nettverk-hukommelsesteam-og-demenskoordinatorer",
                                "plan-demensplan-2020",
                                PathFilter.FACTS)
                        .paths())
                .isEmpty();
        assertThat(paths.between(
                                "nettverk-hukommelsesteam-og-demenskoordinatorer",
                                "plan-demensplan-2020",
                                new PathFilter(OptionalInt.of(1999), "", 0, true))
                        .paths())
                .isEmpty();
        assertThat(paths.statements(found.paths()).size()).isPositive();
    }
}
