package no.forankring.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.forankring.register.Geography;
import no.forankring.register.Register;
import no.forankring.sparql.FakeGraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The computed reports over small graphs of which one sees by eye what they must say.
class AnswerReportsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-17T10:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> ALL = Map.of("suggestions", "ja");
    private static final String NONE = "";
    private static final Register REGISTER = Register.builtIn();

    private static List<List<String>> rows(FakeGraphStore store, String report, Map<String, String> parameters) {
        return Reports.open(store, REGISTER, CLOCK).run(report, parameters, "nb").rows().stream()
                .map(row -> row.stream().map(ReportTable.Cell::text).toList())
                .toList();
    }

    // ---- goal attainment ----

    private static SaidGraph network() {
        return new SaidGraph()
                .document("mandat", "Mandat for ernæringsnettverket", "mandat", "2022-01-10")
                .document("evaluering", "Evaluering av ernæringsnettverket", "evaluering", "2024-02-01")
                .document("plan", "Aktivitetsplan 2024", "aktivitetsplan", "2024-01-05")
                .thing("mandat", "network/ernaering", "Network", "Ernæringsnettverket")
                .thing("plan", "activity/kurs", "Course", "Kurs om mat")
                .goal("mandat", "goal/g1", "Alle sykehjem kartlegger vekt", "goal")
                .goal("mandat", "goal/g2", "Kokkene møtes", "goal")
                .fact(
                        "mandat",
                        "network/ernaering",
                        "hasGoal",
                        "goal/g1",
                        "Alle sykehjem kartlegger vekt",
                        "Mandat › Mål")
                .fact("mandat", "network/ernaering", "hasGoal", "goal/g2", "Kokkene møtes", "Mandat › Mål");
    }

    @Test
    void aGoalThatNobodyJudgedIsUnknownAndNotMissed() {
        assertThat(rows(network().store(), "maloppnaelse-per-nettverk", Map.of()))
                .extracting(row -> row.get(1) + ": " + row.get(2) + "; " + row.get(4))
                .containsExactly(
                        "Alle sykehjem kartlegger vekt: ukjent: ingen evaluering er lest inn; ingen aktivitet funnet",
                        "Kokkene møtes: ukjent: ingen evaluering er lest inn; ingen aktivitet funnet");
    }

    @Test
    void theEvaluationsWordsAndFiguresAreSetAgainstEachGoal() {
        SaidGraph graph = network()
                .thing("evaluering", "activity/evaluering", "Activity", "Evaluering 2024")
                .goal("evaluering", "goal/g1b", "Alle sjukeheimar kartlegg vekt", "goal")
                .fact(
                        "evaluering",
                        "activity/evaluering",
                        "evaluates",
                        "network/ernaering",
                        "Evaluering av ernæringsnettverket",
                        "Evaluering")
                .fact(
                        "evaluering",
                        "activity/evaluering",
                        "respondents",
                        "\"58\"",
                        "58 av 74 svarte",
                        "Evaluering › Metode")
                .fact(
                        "evaluering",
                        "activity/evaluering",
                        "invited",
                        "\"74\"",
                        "58 av 74 svarte",
                        "Evaluering › Metode")
                .fact(
                        "evaluering",
                        "network/ernaering",
                        "hasGoal",
                        "goal/g1b",
                        "Alle sjukeheimar kartlegg vekt\tDei fleste er i gang\tDelvis nådd",
                        "Evaluering › Måloppnåelse")
                .fact(
                        "plan",
                        "activity/kurs",
                        "hasGoal",
                        "goal/g1",
                        "Kurs om mat\tAlle sykehjem kartlegger vekt\tGjennomført",
                        "Aktivitetsplan 2024")
                .fact(
                        "plan",
                        "activity/kurs",
                        "progress",
                        "\"carriedOut\"",
                        "Kurs om mat\tGjennomført",
                        "Aktivitetsplan 2024");

        List<List<String>> rows = rows(graph.store(), "maloppnaelse-per-nettverk", Map.of());

        // One goal in two written forms is one goal.
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsExactly(
                        "Ernæringsnettverket",
                        "Alle sykehjem kartlegger vekt",
                        "delvis nådd",
                        "2024",
                        "Kurs om mat (gjennomført)",
                        "«Alle sykehjem kartlegger vekt» (Mandat for ernæringsnettverket)",
                        "«Alle sjukeheimar kartlegg vekt Dei fleste er i gang Delvis nådd» (Evaluering av "
                                + "ernæringsnettverket)",
                        "fakta",
                        "74",
                        "58",
                        "ukjent",
                        "ukjent");
        assertThat(rows.get(1).get(2)).isEqualTo("ukjent: evalueringen vurderer ikke målet");
    }

    @Test
    void aVerdictThatIsOnlySuggestedIsToldAsThatAlone() {
        SaidGraph graph = network()
                .suggestion(
                        "evaluering",
                        "network/ernaering",
                        "hasGoal",
                        "goal/g1",
                        "Alle sykehjem kartlegger vekt\tNådd",
                        "Evaluering");

        assertThat(rows(graph.store(), "maloppnaelse-per-nettverk", Map.of()))
                .extracting(row -> row.get(2))
                .containsExactly("ukjent: vurderingen er bare et forslag", "ukjent: ingen evaluering er lest inn");
        assertThat(rows(graph.store(), "maloppnaelse-per-nettverk", ALL))
                .extracting(row -> row.get(2) + ", " + row.get(7))
                .containsExactly("nådd, forslag", "ukjent: ingen evaluering er lest inn, fakta");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Kokkene møtes / Ikke nådd                                   | ikke nådd
            Kokkene møtes / Målet er ikkje heilt oppnådd                | ikke nådd
            Kokkene møtes / Nesten nådd                                 | delvis nådd
            Kokkene møtes / Målet er innfridd                           | nådd
            Kokkene møtes og er nådd, men alle er ikke nådd             | ukjent: ingen evaluering er lest inn
            Kokkene møtes / Godt i gang                                 | ukjent: ingen evaluering er lest inn
            """)
    void readsAVerdictOnlyWhereOneIsSaid(String passage, String verdict) {
        SaidGraph graph = network()
                .fact(
                        "evaluering",
                        "network/ernaering",
                        "hasGoal",
                        "goal/g2",
                        passage.replace(" / ", "\t"),
                        "Evaluering");

        assertThat(rows(graph.store(), "maloppnaelse-per-nettverk", Map.of()))
                .filteredOn(row -> row.get(1).equals("Kokkene møtes"))
                .extracting(row -> row.get(2))
                .containsExactly(verdict);
    }

    // ---- plan chain ----

    private static SaidGraph plans() {
        return new SaidGraph()
                .document("samfunnsdel", "Kommuneplanens samfunnsdel 2023–2035 for Granly", "annet", "2023-06-01")
                .document("helseplan", "Plan for helse og omsorg, Granly kommune", "annet", "2024-03-01")
                .document(
                        "handling",
                        "Handlings- og økonomiplan 2025–2028 – Granly kommune",
                        "aktivitetsplan",
                        "2024-12-10")
                .document("annen", "Planstrategi for Nordlia kommune 2024–2027", "strategi", "2024-05-05")
                .document("senter", "Aktivitetsplan 2024 for USHT Granly", "aktivitetsplan", "2024-01-15")
                .thing("samfunnsdel", "plan/samfunnsdel", "LocalPlan", "Kommuneplanens samfunnsdel")
                .thing("helseplan", "plan/helse", "LocalPlan", "Plan for helse og omsorg")
                .thing("handling", "activity/kjokken", "Project", "Nytt felleskjøkken")
                .goal("samfunnsdel", "goal/s1", "Trygg alderdom", "focus-area")
                .goal("samfunnsdel", "goal/s2", "Levende bygder", "focus-area")
                .goal("helseplan", "goal/h1", "Eldre bor hjemme lenger", "goal")
                .goal("helseplan", "goal/h2", "Gode måltider og fellesskap", "goal")
                .goal("handling", "goal/t1", "Gode måltider for eldre", "goal")
                .fact(
                        "samfunnsdel",
                        "plan/samfunnsdel",
                        "hasGoal",
                        "goal/s1",
                        "Trygg alderdom",
                        "Kommuneplanens samfunnsdel")
                .fact(
                        "samfunnsdel",
                        "plan/samfunnsdel",
                        "hasGoal",
                        "goal/s2",
                        "Levende bygder",
                        "Kommuneplanens samfunnsdel")
                .fact(
                        "helseplan",
                        "plan/helse",
                        "hasGoal",
                        "goal/h1",
                        "Eldre bor hjemme lenger",
                        "Plan for helse og omsorg › 2 Satsingsområder › 2.1 Trygg alderdom")
                .fact(
                        "helseplan",
                        "plan/helse",
                        "hasGoal",
                        "goal/h2",
                        "Gode måltider og fellesskap",
                        "Plan for helse og omsorg › 3 Mål")
                .fact(
                        "handling",
                        "activity/kjokken",
                        "hasGoal",
                        "goal/t1",
                        "Nytt felleskjøkken\tGode måltider for eldre",
                        "Handlings- og økonomiplan › Tiltak");
    }

    @Test
    void theChainTellsWhatIsFoundMissingAndNeverRead() {
        List<List<String>> rows = rows(plans().store(), "plankjede", Map.of("municipality", "Granly kommune"));

        assertThat(rows)
                .containsExactly(
                        List.of(
                                "Trygg alderdom",
                                "ikke lest inn",
                                "«Trygg alderdom» (Kommuneplanens samfunnsdel 2023–2035 for Granly)",
                                "«Eldre bor hjemme lenger» (Plan for helse og omsorg, Granly kommune)",
                                "ikke funnet (lest i 1)",
                                "ikke lest inn",
                                "handlingsplan eller økonomiplan",
                                "planstrategi, virksomhetsplan"),
                        List.of(
                                "Levende bygder",
                                "ikke lest inn",
                                "«Levende bygder» (Kommuneplanens samfunnsdel 2023–2035 for Granly)",
                                "ikke funnet (lest i 1)",
                                "ikke funnet (lest i 1)",
                                "ikke lest inn",
                                "sektorplan eller temaplan, handlingsplan eller økonomiplan",
                                "planstrategi, virksomhetsplan"),
                        List.of(
                                "Gode måltider og fellesskap",
                                "ikke lest inn",
                                "ikke funnet (lest i 1)",
                                "«Gode måltider og fellesskap» (Plan for helse og omsorg, Granly kommune)",
                                "Må vurderes, ligner: «Nytt felleskjøkken Gode måltider for eldre» "
                                        + "(Handlings- og økonomiplan 2025–2028 – Granly kommune)",
                                "ikke lest inn",
                                "samfunnsdel",
                                "planstrategi, virksomhetsplan"),
                        List.of(
                                "Gode måltider for eldre",
                                "ikke lest inn",
                                "ikke funnet (lest i 1)",
                                "Må vurderes, ligner: «Gode måltider og fellesskap» (Plan for helse og omsorg, Granly "
                                        + "kommune)",
                                "«Nytt felleskjøkken Gode måltider for eldre» (Handlings- og økonomiplan 2025–2028 – "
                                        + "Granly kommune)",
                                "ikke lest inn",
                                "samfunnsdel",
                                "planstrategi, virksomhetsplan"));
    }

    @Test
    void aMunicipalityWithoutPlansHasNoHolesButNothingRead() {
        assertThat(rows(plans().store(), "plankjede", Map.of("municipality", "Storvann")))
                .containsExactly(List.of(
                        "Ingen planer for Storvann er lest inn (lette i 5 dokumenter)",
                        "ikke lest inn",
                        "ikke lest inn",
                        "ikke lest inn",
                        "ikke lest inn",
                        "ikke lest inn",
                        NONE,
                        "planstrategi, samfunnsdel, sektorplan eller temaplan, handlingsplan eller økonomiplan, "
                                + "virksomhetsplan"));
    }

    @Test
    void anAreaThatIsOnlySuggestedAtALevelIsNoHoleThere() {
        SaidGraph graph = new SaidGraph()
                .document("a", "Samfunnsdel for Granly kommune", "annet", "2023-06-01")
                .document("b", "Virksomhetsplan for Granly kommune", "annet", "2024-06-01")
                .thing("a", "plan/a", "LocalPlan", "Samfunnsdel")
                .goal("a", "goal/g", "Trygg alderdom", "goal")
                .fact("a", "plan/a", "hasGoal", "goal/g", "Trygg alderdom", "Samfunnsdel")
                .suggestion("b", "plan/b", "hasGoal", "goal/g", "Trygg alderdom er målet", "Virksomhetsplan");

        assertThat(rows(graph.store(), "plankjede", Map.of("municipality", "Granly")))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(5)).isEqualTo("bare forslag");
                    assertThat(row.get(6)).isEmpty();
                });
        assertThat(rows(graph.store(), "plankjede", Map.of("municipality", "Granly", "suggestions", "ja")))
                .singleElement()
                .satisfies(row -> assertThat(row.get(5)).startsWith("Forslag: «Trygg alderdom er målet»"));
    }

    // ---- the assignment year by year ----

    private static SaidGraph assignments() {
        return new SaidGraph()
                .document("oppdrag-2023", "Samfunnsoppdraget 2023", "annet", "2022-12-20")
                .document("oppdrag-2024", "Samfunnsoppdraget 2024", "annet", "2023-12-19")
                .document("mandat", "Mandat for demensnettverket", "mandat", "2022-03-01")
                .thing("oppdrag-2023", "organization/hdir", "Organisation", "Helsedirektoratet")
                .thing("mandat", "network/demens", "Network", "Demensnettverket")
                .goal("oppdrag-2023", "goal/a", "Spre kunnskap om demens", "goal")
                .goal("oppdrag-2023", "goal/b", "Støtte læringsnettverk", "goal")
                .goal("oppdrag-2023", "goal/c", "Utvikle e-læring for nyansatte", "goal")
                .goal("oppdrag-2023", "goal/d", "Rapportere kvart halvår", "goal")
                .goal("oppdrag-2024", "goal/e", "Rettleie kommunane om velferdsteknologi", "goal")
                .goal("oppdrag-2024", "goal/f", "Utvikle e-læring for alle ansatte", "goal")
                .fact(
                        "oppdrag-2023",
                        "organization/hdir",
                        "hasGoal",
                        "goal/a",
                        "Spre kunnskap om demens",
                        "Samfunnsoppdraget 2023 › 1 Innsatsområder › 1.1 Kunnskap")
                .fact(
                        "oppdrag-2023",
                        "organization/hdir",
                        "hasGoal",
                        "goal/b",
                        "Støtte læringsnettverk",
                        "Samfunnsoppdraget 2023 › 1 Innsatsområder › 1.1 Kunnskap")
                .fact(
                        "oppdrag-2023",
                        "organization/hdir",
                        "hasGoal",
                        "goal/c",
                        "Utvikle e-læring for nyansatte",
                        "Samfunnsoppdraget 2023 › 1 Innsatsområder › 1.1 Kunnskap")
                .fact(
                        "oppdrag-2023",
                        "organization/hdir",
                        "hasGoal",
                        "goal/d",
                        "Rapportere kvart halvår",
                        "Samfunnsoppdraget 2023 › 2 Krav")
                .fact(
                        "oppdrag-2024",
                        "organization/hdir",
                        "hasGoal",
                        "goal/a",
                        "Spre kunnskap om demens",
                        "Samfunnsoppdraget 2024 › 1 Innsatsområder › 1.1 Kunnskap")
                .fact(
                        "oppdrag-2024",
                        "organization/hdir",
                        "hasGoal",
                        "goal/b",
                        "Støtte læringsnettverk",
                        "Samfunnsoppdraget 2024 › 1 Innsatsområder › 1.2 Samarbeid")
                .fact(
                        "oppdrag-2024",
                        "organization/hdir",
                        "hasGoal",
                        "goal/e",
                        "Rettleie kommunane om velferdsteknologi",
                        "Samfunnsoppdraget 2024 › 1 Innsatsområder › 1.2 Samarbeid")
                .fact(
                        "oppdrag-2024",
                        "organization/hdir",
                        "hasGoal",
                        "goal/f",
                        "Utvikle e-læring for alle ansatte",
                        "Samfunnsoppdraget 2024 › 1 Innsatsområder › 1.1 Kunnskap")
                .fact(
                        "oppdrag-2023",
                        "document/oppdrag-2023",
                        "cites",
                        "governing-document/plan-demensplan-2020",
                        "Demensplan 2020",
                        "Samfunnsoppdraget 2023")
                .fact(
                        "oppdrag-2024",
                        "document/oppdrag-2024",
                        "cites",
                        "governing-document/plan-demensplan-2025",
                        "Demensplan 2025",
                        "Samfunnsoppdraget 2024")
                .fact("mandat", "network/demens", "hasGoal", "goal/a", "Spre kunnskap om demens", "Mandat")
                .fact(
                        "mandat",
                        "network/demens",
                        "anchoredIn",
                        "governing-document/plan-demensplan-2020",
                        "Demensplan 2020",
                        "Mandat");
    }

    @Test
    void twoYearsOfTheAssignmentAreHeldBesideEachOther() {
        List<List<String>> rows = rows(
                assignments().store(),
                "oppdraget-ar-for-ar",
                Map.of("series", "samfunnsoppdraget", "from", "2023", "to", "2024"));

        assertThat(rows)
                .extracting(row -> String.join(" | ", row.subList(0, 5)))
                .containsExactly(
                        "den samme | innsatsområde | Kunnskap |  | ",
                        "ny | innsatsområde | Samarbeid |  | ",
                        "den samme | mål | Spre kunnskap om demens | Kunnskap | Kunnskap",
                        "flyttet | mål | Støtte læringsnettverk | Kunnskap | Samarbeid",
                        "må vurderes: lignende ord | mål | Utvikle e-læring for alle ansatte | Kunnskap | Kunnskap",
                        "borte | mål | Rapportere kvart halvår | Krav | ",
                        "ny | mål | Rettleie kommunane om velferdsteknologi |  | Samarbeid",
                        "borte | styrende dokument | plan-demensplan-2020 |  | ",
                        "ny | styrende dokument | plan-demensplan-2025 |  | ");
        // Both passages, and whom it touches.
        assertThat(rows.get(3).subList(5, 9))
                .containsExactly(
                        "«Støtte læringsnettverk» (Samfunnsoppdraget 2023)",
                        "«Støtte læringsnettverk» (Samfunnsoppdraget 2024)",
                        "fakta",
                        "ingen funnet");
        assertThat(rows.get(2).getLast()).isEqualTo("Demensnettverket (Mandat for demensnettverket)");
        assertThat(rows.get(7).getLast()).isEqualTo("Demensnettverket (Mandat for demensnettverket)");
        assertThat(rows(
                        assignments().store(),
                        "oppdraget-ar-for-ar",
                        Map.of("from", "oppdrag-2023", "to", "oppdrag-2024", "changed", "ja")))
                .extracting(List::getFirst)
                .doesNotContain("den samme")
                .hasSize(7);
    }

    @Test
    void whatIsOnlySuggestedInTheNewerIsNotGone() {
        SaidGraph graph = assignments()
                .suggestion(
                        "oppdrag-2024",
                        "organization/hdir",
                        "hasGoal",
                        "goal/d",
                        "Rapportere kvart halvår",
                        "Samfunnsoppdraget 2024 › 2 Krav");

        assertThat(rows(graph.store(), "oppdraget-ar-for-ar", Map.of("from", "oppdrag-2023", "to", "oppdrag-2024")))
                .filteredOn(row -> row.get(2).equals("Rapportere kvart halvår"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.getFirst()).isEqualTo("må vurderes: lignende ord");
                    assertThat(row.get(7)).isEqualTo("forslag");
                });
    }

    @Test
    void aYearOfWhichNothingWasReadDropsNothing() {
        assertThat(rows(
                        assignments().store(),
                        "oppdraget-ar-for-ar",
                        Map.of("series", "samfunnsoppdraget", "from", "2023", "to", "2025")))
                .containsExactly(List.of(
                        "ikke lest inn",
                        NONE,
                        "Fant ikke noe dokument for: 2025",
                        NONE,
                        NONE,
                        "Samfunnsoppdraget 2023",
                        NONE,
                        NONE,
                        NONE));
    }

    // ---- from old to new ----

    private static SaidGraph directives() {
        return new SaidGraph()
                .document("gammel", "Demensplan 2020", "annet", "2015-12-17")
                .document("ny", "Demensplan 2025", "annet", "2020-12-02")
                .goal("gammel", "goal/a", "Forebygging", "focus-area")
                .goal("gammel", "goal/b", "Aktivitet, mestring og avlastning", "focus-area")
                .goal("gammel", "goal/c", "Diagnose til rett tid", "focus-area")
                .goal("ny", "goal/d", "Medbestemmelse", "focus-area")
                .goal("ny", "goal/e", "Forebygging", "focus-area")
                .goal("ny", "goal/f", "Aktivitet og mestring", "focus-area")
                .fact("gammel", "plan/gammel", "hasGoal", "goal/a", "1 Forebygging", "Demensplan 2020")
                .fact(
                        "gammel",
                        "plan/gammel",
                        "hasGoal",
                        "goal/b",
                        "2 Aktivitet, mestring og avlastning",
                        "Demensplan 2020")
                .fact("gammel", "plan/gammel", "hasGoal", "goal/c", "3 Diagnose til rett tid", "Demensplan 2020")
                .fact("ny", "plan/ny", "hasGoal", "goal/d", "Medbestemmelse", "Demensplan 2025")
                .fact("ny", "plan/ny", "hasGoal", "goal/e", "Forebygging", "Demensplan 2025")
                .fact("ny", "plan/ny", "hasGoal", "goal/f", "Aktivitet og mestring", "Demensplan 2025");
    }

    @Test
    void equalAreasAreSureAndLikeOnesWaitForAPerson() {
        List<List<String>> rows =
                rows(directives().store(), "overgang-fra-gammel-til-ny", Map.of("about", "plan-demensplan-2020"));

        assertThat(rows)
                .extracting(row -> String.join(" | ", row.subList(0, 6)))
                .containsExactly(
                        "Demensplan 2020 | Forebygging | samme ord | Demensplan 2025 | Forebygging | erstattet",
                        "Demensplan 2020 | Aktivitet, mestring og avlastning | må vurderes: lignende ord | "
                                + "Demensplan 2025 | Aktivitet og mestring | erstattet",
                        "Demensplan 2020 | Diagnose til rett tid | ingen motstykke funnet | Demensplan 2025 |  | erstattet",
                        "Demensplan 2020 |  | nytt | Demensplan 2025 | Medbestemmelse | erstattet");
        assertThat(rows.getFirst().subList(7, 10))
                .containsExactly("fakta", "«1 Forebygging» (Demensplan 2020)", "«Forebygging» (Demensplan 2025)");
        assertThat(rows(directives().store(), "overgang-fra-gammel-til-ny", Map.of()))
                .hasSizeGreaterThanOrEqualTo(4)
                .containsAll(rows);
    }

    @Test
    void areasThatWereNeverReadAreUnknown() {
        assertThat(rows(new SaidGraph().store(), "overgang-fra-gammel-til-ny", Map.of("about", "plan-demensplan-2020")))
                .extracting(row -> row.get(2))
                .containsExactly("områdene i det gamle er ikke lest inn", "områdene i det nye er ikke lest inn");
        assertThat(rows(new SaidGraph().store(), "overgang-fra-gammel-til-ny", Map.of()))
                .isEmpty();
    }

    // ---- joint activities ----

    @Test
    void aJointActivityStandsUnderEachUnitAndCountsOnce() {
        SaidGraph graph = new SaidGraph()
                .document("r", "Årsrapport 2024", "årsrapport", "2025-02-01")
                .thing("r", "activity/konferanse", "Conference", "Konferanse om frivillighet")
                .thing("r", "activity/kurs", "Course", "Kurs om mat")
                .thing("r", "activity/webinar", "Activity", "Webinar")
                .thing("r", "organization/nord", "Organisation", "USHT Nord")
                .thing("r", "organization/sor", "Organisation", "USHT Sør")
                .fact(
                        "r",
                        "activity/konferanse",
                        "organisedBy",
                        "organization/nord",
                        "USHT Nord og USHT Sør holdt konferansen",
                        "Årsrapport")
                .fact(
                        "r",
                        "activity/konferanse",
                        "organisedBy",
                        "organization/sor",
                        "USHT Nord og USHT Sør holdt konferansen",
                        "Årsrapport")
                .fact("r", "activity/kurs", "organisedBy", "organization/sor", "USHT Sør holdt kurset", "Årsrapport");

        List<List<String>> rows = rows(graph.store(), "aktiviteter-per-enhet", Map.of());

        assertThat(rows)
                .extracting(row -> String.join(" | ", row.get(0), row.get(1), row.get(4), row.get(5)))
                .containsExactly(
                        "USHT Nord | Konferanse om frivillighet | USHT Sør | 1/2",
                        "USHT Sør | Konferanse om frivillighet | USHT Nord | 1/2",
                        "USHT Sør | Kurs om mat |  | 1",
                        "Ukjent arrangør | Webinar |  | 1",
                        "Alle enheter | hver aktivitet regnet én gang; 1 arrangert av flere |  | 3");
        assertThat(rows(new SaidGraph().store(), "aktiviteter-per-enhet", Map.of()))
                .isEmpty();
    }

    // ---- all of them ----

    static Stream<String> computed() {
        return AnswerReports.all(new SaidGraph().store(), REGISTER, Geography.builtIn(), CLOCK).stream()
                .map(ComputedReport::name);
    }

    @ParameterizedTest
    @MethodSource("computed")
    void everyRowHasACellForEveryColumnInAllLanguages(String name) {
        FakeGraphStore store = directives().store();
        var reports = Reports.open(store, REGISTER, CLOCK);
        Report report = reports.find(name).orElseThrow();
        var needed = new HashMap<String, String>(ALL);
        report.parameters().stream()
                .filter(parameter -> !parameter.optional())
                .forEach(parameter -> needed.put(parameter.name(), "2024"));
        needed.keySet().removeIf(key -> report.parameter(key).isEmpty());

        for (String language : List.of("nb", "nn", "en")) {
            assertThat(reports.run(name, needed, language).rows())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(report.columns()));
        }
    }
}
