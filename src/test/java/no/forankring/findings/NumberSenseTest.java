package no.forankring.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.findings.Finding.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSenseTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SHARE    | Undersøkelsen fikk 12 svar. 45 % er fornøyd med samlingene.        | 45 % av 12 svar er ikke mulig: nærmest er 41,7 % (5) og 50 % (6).
            SHARE    | Av 7 respondenter oppgir 33,3 prosent at de bruker verktøyet.      |
            SHARE    | I alt 20 deltakere svarte, og 52 % mener at nettverket er nyttig.  |
            SHARE    | 14 av 30 svarte. Av dem var 30 % svært nøgde, 30 % meiner det er bra. |
            SHARE_OF | 38 av 42 (85 %) fortsatte etter prøveperioden.                     | 38 av 42 er 90,5 %, ikke 85 %.
            SHARE_OF | Hele 85 % (38 av 42) fortsatte.                                    |
            SHARE_OF | 58 av 74 svarte, noe som gir en svarprosent på 87.                 |
            SUM      | Vi fikk med 6 team fra Fjordvik, 7 team fra Strandvik, totalt 14 team. | Delene er 6 + 7, til sammen 13, men summen er oppgitt til 14.
            SUM      | Det deltok 14 team (6 fra Fjordvik og 7 fra Strandvik).            |
            SUM      | Nettverket holdt fem samlinger: tre webinarer og én fysisk samling. |
            SUM      | Nettverket hadde fem åpne samlinger; tre webinarer og en fysisk samling. |
            SUM      | Senteret arrangerte 3 kurs i mars, 4 kurs i mai og 2 kurs i juni, til sammen 10 kurs. |
            LIST     | Fire kommuner deltok: Solbakken, Nordlia og Storvann.              | Tallet er 4, men 3 er nevnt ved navn.
            LIST     | Tre kommuner (Solbakken, Nordlia, Storvann og Granly) er med.      |
            """)
    void tellsOfNumbersThatDoNotAgree(Kind kind, String sentence, String told) {
        List<Finding> findings = NumberSense.findings(Documents.plainText(sentence));

        assertThat(findings).first().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            if (told != null) {
                assertThat(finding.text(Locale.of("nb"))).isEqualTo(told);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // possible shares, rounded in every way
                "Undersøkelsen fikk 12 svar. 42 % er fornøyd, 33 % er misfornøyd og 25 % er usikre.",
                "Undersøkelsen fikk 12 svar. 41 % er fornøyd.",
                "Av 7 respondenter oppgir 28,6 prosent at de bruker verktøyet.",
                "74 svarte. 81 % er fornøyd.",
                // no number of answers, or another whole
                "45 % er fornøyd med samlingene.",
                "Undersøkelsen fikk 12 svar. 45 % av lederne er fornøyd.",
                "Undersøkelsen fikk 12 svar fra ansatte og 17 svar fra ledere. 45 % er fornøyd.",
                "Vi fikk 12 svar. Stillingen er på 45 %, og alle er fornøyd.",
                "Vi fikk 12 svar. Andelen økte med 45 % og mange er fornøyd.",
                "Vi fikk 12 svar. Målet er 45 % fornøyde.",
                "Nettverket hadde 49 deltakere i 2019, og 81 % var fornøyd.",
                "Vi fikk 12 svar, og svarprosenten var 45 %.",
                // about
                "Undersøkelsen fikk 12 svar. Omtrent 45 % er fornøyd.",
                "Undersøkelsen fikk 12 svar. Ca. 45 % er fornøyd.",
                "Undersøkelsen fikk 12 svar. 45–50 % er fornøyd.",
                "Undersøkelsen fikk 12 svar. Mellom 45 og 55 % er fornøyd.",
                "Undersøkelsen fikk rundt 12 svar. 45 % er fornøyd.",
                "Undersøkelsen fikk 12 svar. Over 45 % er fornøyd.",
                "Nesten 38 av 42 (85 %) fortsatte.",
                "38 av 42 (90 %) fortsatte.",
                "38 av 42 (90,5 %) fortsatte.",
                "38 av 42 (91 %) fortsatte.",
                // sums that are right, or are no sums
                "Vi fikk med 6 team fra Fjordvik (Solbakken, Nordlia og Ås), 7 team fra Strandvik, totalt 13 team.",
                "Det deltok 14 team, hvorav 6 fra Fjordvik og 7 fra Strandvik.",
                "Det deltok 6 team fra Fjordvik og 7 team fra Strandvik i tillegg til andre, totalt 20 team.",
                "Tre kommuner (48 deltakere fra Fjordvik og 10 fra Strandvik) var med.",
                "Ti team (48 deltakere og 3 veiledere) møttes.",
                "Fire samlinger, tre webinarer og en konferanse ble holdt.",
                "Nettverket hadde fire åpne samlinger; tre webinarer og en fysisk samling.",
                "Vi holdt to samlinger: én i mars og én i oktober.",
                "Vi har hatt to samlinger i 2022, en digital og en fysisk.",
                "I fjor holdt vi 3 samlinger, i år 4 samlinger, totalt 9 samlinger siden oppstarten.",
                "Det var syv møter. To av møtene har vært fysiske og de andre har vært på Teams.",
                "To av samlingene var for faste deltagere, og en av samlingene var en fagdag.",
                "Målet er tre webinarer årlig og en fysisk samling.",
                "Totalt fem lokale grupper (tre i vårt område) har årlig fire samlinger á tre timer.",
                "Kurset har 4 moduler (2 timer hver og 1 oppgave).",
                "Møtet er tirsdag 3. mai kl. 12 (rom 4 og 5).",
                // lists that need not be whole
                "Seks kommuner deltok, blant annet Solbakken, Nordlia og Storvann.",
                "Fem kommuner (for eksempel Solbakken, Nordlia og Storvann) er med.",
                "Tre kommuner deltok: Solbakken, Nordlia og Storvann.",
                "Tre fylker er med: Oslo, Agder og Møre og Romsdal.",
                "Fem kommuner i Fjordland (Solbakken, Nordlia og Storvann deltok fysisk) er med.",
                "Minst fire kommuner deltok: Solbakken, Nordlia og Storvann.",
                "Fire kommuner deltok: 2 fra Fjordland, Oslo og Bergen.",
                // other numbers
                "Etter helse- og omsorgstjenesteloven §§ 3-1, 4-1 og 4-2 har 12 kommuner plikt.",
                "Meld. St. 15 (2017–2018) Leve hele livet og Meld. St. 24 (2019–2020) følges opp.",
                "Samlingen hadde 34 deltakere fra ni kommuner, og høstens samling hadde 41 deltakere fra ti kommuner.",
            })
    void leavesAloneWhatTheWordsLeaveOpen(String sentence) {
        assertThat(NumberSense.findings(Documents.plainText(sentence))).isEmpty();
    }

    @Test
    void countsTheItemsBelowANumber() {
        assertThat(kinds("Nettverket har fem mål:\n\n- ett\n- to\n- tre\n- fire\n"))
                .containsExactly(Kind.ITEMS);
        assertThat(kinds("Nettverket har fire mål:\n\n- ett\n- to\n- tre\n- fire\n"))
                .isEmpty();
        assertThat(kinds("Nettverket har minst fem mål:\n\n- ett\n- to\n- tre\n"))
                .isEmpty();
        assertThat(kinds("Vi holdt to samlinger med følgende tema:\n\n- ett\n- to\n- tre\n"))
                .isEmpty();
        assertThat(kinds("Nettverket har disse målene:\n\n- ett\n- to\n")).isEmpty();
    }

    private static final String REPORT = """
            # Årsrapport

            ## Nettverk

            Vi har selv eller vært med på å arrangere %s samlinger, både digitale og fysiske.

            ### Nettverk i ledelse

            Det har vært arrangert to samlinger i 2022, ett digitalt og ett fysisk.

            ### Nettverk for demens

            Nettverket har avholdt tre nettverkssamlinger. To av samlingene var for faste deltakere.

            ### Observasjonskompetanse

            I 2022 hadde nettverket sin første samling etter pandemien.

            ### Nasjonalt nettverk

            Nettverket har mål om tre samlinger årlig.

            ## Økonomi

            Vi planlegger ti samlinger neste år.
            """;

    @Test
    void countsTheGatheringsThatTheTextGoesOnToTellOf() {
        Finding finding = NumberSense.findings(document(REPORT.formatted("11"))).getFirst();

        assertThat(finding.kind()).isEqualTo(Kind.GATHERINGS);
        assertThat(finding.text(Locale.of("nb")))
                .isEqualTo("Teksten sier 11 samlinger, men 6 kan telles i det som følger (2 + 3 + 1).");
        assertThat(finding.counters()).hasSize(3);
        assertThat(NumberSense.findings(document(REPORT.formatted("6")))).isEmpty();
        assertThat(NumberSense.findings(document(REPORT.formatted("over 11")))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void readsTables(String name, String table, List<Kind> kinds) {
        assertThat(kinds(table)).isEqualTo(kinds);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> tables() {
        return Stream.of(
                table("a total that is right", "| Sted | Deltakere |\n|---|---|\n| A | 3 |\n| B | 4 |\n| Sum | 7 |\n"),
                table(
                        "a total that is wrong",
                        "| Sted | Kroner |\n|---|---|\n| A | 1 200 |\n| B | 400 |\n| Totalt | 1 700 |\n",
                        Kind.TOTAL),
                table("shares are not added", "| Sted | Andel |\n|---|---|\n| A | 3 |\n| B | 4 |\n| Totalt | 90 |\n"),
                table("words in a cell", "| Sted | Antall |\n|---|---|\n| A | ca. 3 |\n| B | 4 |\n| Totalt | 9 |\n"),
                table(
                        "a subtotal",
                        "| Sted | Antall |\n|---|---|\n| A | 3 |\n| Sum A | 3 |\n| B | 4 |\n| Totalt | 7 |\n"),
                table(
                        "a distribution",
                        "| Svar | Andel |\n|---|---|\n| Ja | 60 % |\n| Nei | 25 % |\n| Vet ikke | 10 % |\n",
                        Kind.DISTRIBUTION),
                table("a whole", "| Svar | Andel |\n|---|---|\n| Ja | 60 % |\n| Nei | 25 % |\n| Vet ikke | 15 % |\n"),
                table(
                        "a whole but for rounding",
                        "| Svar | Andel |\n|---|---|\n| Ja | 33 % |\n| Nei | 33 % |\n| Vet ikke | 33 % |\n"),
                table(
                        "shares of different wholes",
                        "| År | Andel fornøyd |\n|---|---|\n| 2019 | 33 % |\n| 2020 | 30 % |\n| 2021 | 31 % |\n"),
                table(
                        "a column that agrees",
                        "Nettverket har holdt sju samlinger siden oppstarten.\n\n| År | Samlinger |\n|---|---|\n| 2019 | 2 |\n| 2020 | 1 |\n| 2021 | 4 |\n"),
                table(
                        "a column that does not",
                        "Nettverket har holdt åtte samlinger siden oppstarten.\n\n| År | Samlinger |\n|---|---|\n| 2019 | 2 |\n| 2020 | 1 |\n| 2021 | 4 |\n",
                        Kind.COLUMN));
    }

    private static org.junit.jupiter.params.provider.Arguments table(String name, String table, Kind... kinds) {
        return org.junit.jupiter.params.provider.Arguments.of(name, table, List.of(kinds));
    }

    @Test
    void findsNothingInTheSampleDocuments() throws IOException {
        try (Stream<Path> samples = Files.list(Path.of("corpus/source"))) {
            for (Path sample : samples.filter(file -> file.toString().endsWith(".md"))
                    // It says 19 gatherings and tells of eleven.
                    .filter(file ->
                            !file.getFileName().toString().matches("README.md|arsrapport-usht-fjordvik-2023.md"))
                    .toList()) {
                assertThat(NumberSense.findings(document(Files.readString(sample))))
                        .as(sample.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void doubtsNothingInTheMarkedTextsButWhatIsWrong() throws IOException {
        try (Stream<Path> texts = Files.list(Path.of("corpus/quality"))) {
            for (Path file :
                    texts.filter(file -> file.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file);
                if (text.contains("set=held-out")) {
                    continue;
                }
                assertThat(NumberSense.findings(Documents.plainText(text)))
                        .as(file.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void findsTwentyThreeAgainstFourteenInTheSharedReport() throws IOException {
        Path shared = Path.of("..", "shared", "corpus");
        assumeThat(shared)
                .as("The shared texts are not beside the repository, in ../shared/corpus")
                .isDirectory();
        try (Stream<Path> files = Files.list(shared)) {
            List<Finding> findings = files.sorted()
                    .map(NumberSenseTest::read)
                    .map(Documents::plainText)
                    .flatMap(text -> NumberSense.findings(text).stream())
                    .toList();

            assertThat(findings)
                    .extracting(finding -> finding.text(Locale.ENGLISH))
                    .containsExactly(
                            "The text says 23 gatherings, but 14 can be counted in what follows (2 + 1 + 3 + 2 + 4 + 2).");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void hasASentenceForEveryKindInThreeLanguages() throws IOException {
        for (String language : List.of("", "_nn", "_en")) {
            var sentences = new Properties();
            try (var file = Finding.class.getResourceAsStream("findings%s.properties".formatted(language))) {
                sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            assertThat(sentences.stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Kind.values()).map(Kind::code).toList());
        }
    }

    private static List<Kind> kinds(String text) {
        return NumberSense.findings(document(text)).stream().map(Finding::kind).toList();
    }

    private static DocumentText document(String text) {
        return Texts.of(text);
    }
}
