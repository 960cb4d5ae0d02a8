package no.forankring.extraction;

import static no.forankring.extraction.TextExamples.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.extraction.Relation.ObjectRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityExtractorTest {

    private static final String MANDATE = """
            # Mandat for nettverk i smertelindring, sykehjem i Sørbygda
            ## Mål
            - Gjøre råd om smertelindring kjent
            - Dele erfaringer på tvers
            ## Målgruppe for nettverket
            Sykepleiere i sykehjemmene i Sørbygda.
            Deltakelse i nettverket skal forankres i kommunen.
            ## Organisering
            Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Lillevik (Nord) har driftsansvar for nettverket.
            To nettverkssamlinger hvert år.
            ## Nettverket er forankret i følgende styrende dokumenter
            - Helsepersonelloven § 4
            - Demensplan 2025
            - Meld. St. 24
            ## Kontakt
            Se Kosthåndboken.
            """;

    private static TextExamples mandate() {
        return document(MANDATE)
                .cites("Helsepersonelloven § 4", "lov-1999-07-02-64")
                .cites("Demensplan 2025", "plan-demensplan-2025")
                .cites("Kosthåndboken", "veileder-kosthandboken")
                .mayCite("Meld. St. 24", "meldst-24-2019-2020", "meldst-24-2022-2023");
    }

    @Test
    void aLawSpeaksOfNobodysActivities() {
        var extraction = document("""
                # Lov om opplæring i velferdsteknologi

                Kommunen skal arrangere kurs i velferdsteknologi og delta i nettverk for velferdsteknologi.
                """).extract();

        assertThat(extraction.entities()).isEmpty();
        assertThat(extraction.relations()).isEmpty();
    }

    @Test
    void aMandateNamesItsNetworkInTheTitle() {
        var networks = ofType(mandate().extract(), EntityType.NETWORK);

        assertThat(networks).singleElement().satisfies(network -> {
            assertThat(network.name()).isEqualTo("nettverk i smertelindring, sykehjem i Sørbygda");
            assertThat(network.key()).isEqualTo("nettverk-smertelindring");
            assertThat(network.numbers()).containsEntry("gatheringsPerYear", 2);
        });
    }

    @Test
    void everyCitationOfTheAnchorListAnchorsTheNetworkAndNoOther() {
        assertThat(statements(mandate().extract()))
                .contains(
                        "nettverk-smertelindring anchoredIn lov-1999-07-02-64 anchored",
                        "nettverk-smertelindring anchoredIn plan-demensplan-2025 anchored")
                .noneMatch(statement -> statement.contains("kosthandboken"));
    }

    @Test
    void anAmbiguousCitationGivesASuggestionForEachCandidate() {
        var suggestions = mandate().extract().relations().stream()
                .filter(relation -> relation.object() instanceof ObjectRef.Governing governing && !governing.certain())
                .toList();

        assertThat(suggestions).hasSize(2).allSatisfy(relation -> {
            assertThat(relation.explicit()).isFalse();
            assertThat(relation.confidence()).isLessThan(0.5);
        });
    }

    @Test
    void aMandateGivesGoalsTargetGroupAndOrganizer() {
        Extraction extraction = mandate().extract();

        assertThat(ofType(extraction, EntityType.GOAL))
                .extracting(Entity::name)
                .containsExactly("Gjøre råd om smertelindring kjent", "Dele erfaringer på tvers");
        assertThat(ofType(extraction, EntityType.TARGET_GROUP))
                .extracting(Entity::name)
                .containsExactly("Sykepleiere i sykehjemmene i Sørbygda");
        assertThat(statements(extraction))
                .contains(
                        "nettverk-smertelindring hasGoal mal-dele-erfaringer-tvers named",
                        "nettverk-smertelindring targetGroup malgruppe-sykepleiere-sykehjemmene-sorbygda named",
                        "nettverk-smertelindring organisedBy usht-lillevik-nord named");
    }

    @Test
    void aMandateInNynorskReadsTheSameWay() {
        var extraction = document("""
                        # Mandat for nettverk for leiing i Austbygda
                        ## Føremål
                        Nettverket skal gje leiarane trygge rammer.
                        ## Organisering
                        Austbygda kommune leier nettverket.
                        ## Nettverket er forankra i desse styrande dokumenta
                        - Helse- og omsorgstenestelova
                        """)
                .cites("Helse- og omsorgstenestelova", "lov-2011-06-24-30")
                .extract();

        assertThat(statements(extraction))
                .contains(
                        "nettverk-leiing-austbygda anchoredIn lov-2011-06-24-30 anchored",
                        "nettverk-leiing-austbygda organisedBy austbygda-kommune named");
        assertThat(ofType(extraction, EntityType.GOAL)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Nettverket for ernæring, nettverk-ernaering",
        "Nettverk for ernæring, nettverk-ernaering",
        "Fagnettverk innen ernæring, fagnettverk-ernaering",
        "Fagnettverket i ernæring, fagnettverk-ernaering",
        "Ernæringsnettverket, ernaeringsnettverk",
        "Nettverk for ernæring (2021), nettverk-ernaering",
        "Nettverk for ernæring ved USHT Lillevik, nettverk-ernaering"
    })
    void theSameNetworkHasTheSameKeyHoweverItIsWritten(String heading, String key) {
        var extraction = document("# Rapport\n## " + heading + "\nTekst.").extract();

        assertThat(ofType(extraction, EntityType.NETWORK))
                .singleElement()
                .extracting(Entity::key)
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "## Nettverk og relasjoner",
                "## Nettverk i nærmiljøet",
                "## Nettverk",
                "Gode nettverk og relasjoner er viktig for helsen.",
                "Vi bruker ulike nettverk og arenaer for ledere.",
                "Kommunen bør dele erfaringene i et nettverk for velferd dersom noen oppretter et."
            })
    void theOrdinaryWordIsNoNetwork(String line) {
        var extraction = document("# Plan for helse\n" + line).extract();

        assertThat(ofType(extraction, EntityType.NETWORK)).isEmpty();
    }

    @Test
    void aNameInRunningTextEndsBeforeTheVerb() {
        var extraction = document("""
                        # Rapport
                        Kommunen deltar i Nettverk for hukommelsesteam og koordinatorer ved USHT Lillevik.
                        Nettverket for velferdsteknologi holdt tre digitale samlinger.
                        """).extract();

        assertThat(ofType(extraction, EntityType.NETWORK))
                .extracting(Entity::name)
                .containsExactly("Nettverk for hukommelsesteam og koordinatorer", "Nettverk for velferdsteknologi");
    }

    @ParameterizedTest
    @CsvSource({
        "Læringsnettverket «Trygg hjemme» startet., LEARNING_NETWORK, laeringsnettverk-trygg-hjemme",
        "Prosjektet “Heime med tryggleik” starta., PROJECT, prosjekt-heime-med-tryggleik",
        "Konferansen «Sammen» ble holdt., CONFERENCE, konferanse-sammen",
        "E-læringskurset «Mat» er laget., E_LEARNING, e-laeringskurs-mat"
    })
    void quotationMarksGiveNames(String sentence, EntityType type, String key) {
        var extraction = document("# Rapport\n" + sentence).extract();

        assertThat(extraction.entities()).singleElement().satisfies(entity -> {
            assertThat(entity.type()).isEqualTo(type);
            assertThat(entity.key()).isEqualTo(key);
        });
    }

    @Test
    void aTableRowTiesTheActivityToWhatItCitesAsFarAsItsStatusGoes() {
        var extraction =
                document("""
                        # Aktivitetsplan 2022
                        |= Aktivitet | Styrende dokument | Målgruppe | Ansvarlig | Status |
                        | Åpen fagdag i lindring | Demensplan 2025 | Sykepleiere | USHT Lillevik | Gjennomført |
                        | Kurs i observasjon | Demensplan 2025 | Alle ansatte | Solvik kommune | Planlagt |
                        | Webinar om legemidler | Demensplan 2025 | Leger | USHT Lillevik | Ikke gjennomført |
                        | 3 | Demensplan 2025 | Leger | USHT Lillevik | Gjennomført |
                        """).cites("Demensplan 2025", "plan-demensplan-2025").extract();

        assertThat(statements(extraction))
                .contains(
                        "apen-fagdag-lindring-2022 fulfils plan-demensplan-2025 carriedOut",
                        "apen-fagdag-lindring-2022 organisedBy usht-lillevik carriedOut",
                        "kurs-observasjon-2022 fulfils plan-demensplan-2025 planned",
                        "webinar-legemidler-2022 fulfils plan-demensplan-2025 planned");
        assertThat(statements(extraction).stream().filter(it -> it.contains("fulfils")))
                .hasSize(3);
    }

    @Test
    void aColumnOnGroundsAnchorsAndAGatheringBelongsToTheNetworkItNames() {
        var extraction =
                document("""
                        # Årsrapport 2022
                        ## Nettverk for demens
                        |= Aktivitet | Forankring | Mål | Status |
                        | Vårsamling i nettverk for demens | Demensplan 2025 | Felles rutiner i alle team | {grønn} Gjennomført |
                        """).cites("Demensplan 2025", "plan-demensplan-2025").extract();

        assertThat(statements(extraction))
                .contains(
                        "varsamling-nettverk-demens-2022 anchoredIn plan-demensplan-2025 carriedOut",
                        "varsamling-nettverk-demens-2022 partOf nettverk-demens carriedOut",
                        "varsamling-nettverk-demens-2022 hasGoal mal-felles-rutiner-alle-team named");
    }

    @ParameterizedTest
    @CsvSource({
        "Nettverket følger opp Demensplan 2025., fulfils, named",
        "Nettverket har fulgt opp Demensplan 2025 og ble avsluttet., fulfils, carriedOut",
        "Nettverket skal bidra til implementering av Demensplan 2025., contributesTo, planned",
        "Nettverket følgjer opp Demensplan 2025., fulfils, named",
        "Nettverket arbeider i tråd med Demensplan 2025., anchoredIn, anchored",
        "Nettverket bidrar til å nå målene i Demensplan 2025., contributesTo, named",
        "Nettverket er vårt bidrag til Demensplan 2025., contributesTo, named",
        "Nettverket er forankret i Demensplan 2025., anchoredIn, anchored",
        "Nettverket er forankra i Demensplan 2025., anchoredIn, anchored",
        "Nettverket bygger på Demensplan 2025., anchoredIn, anchored",
        "Nettverket bygde på Demensplan 2025., anchoredIn, anchored",
        "Demensplan 2025 var tema i nettverket., fulfils, carriedOut"
    })
    void aCueInASentenceTiesTheNetworkOfTheSection(String sentence, String relation, String strength) {
        var extraction = document("# Rapport\n## Nettverk for demens\n" + sentence)
                .cites("Demensplan 2025", "plan-demensplan-2025")
                .extract();

        assertThat(statements(extraction).stream().filter(statement -> !statement.contains("hasGoal")))
                .containsExactly("nettverk-demens " + relation + " plan-demensplan-2025 " + strength);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vi har ikke kommet i gang med oppfølging av Demensplan 2025 i nettverket.",
                "Nettverket har fått spørsmål om Demensplan 2025.",
                "Demensplan 2025 er en plan fra regjeringen."
            })
    void aCitationWithoutAPositiveCueTiesNothing(String sentence) {
        var extraction = document("# Rapport\n## Nettverk for demens\n" + sentence)
                .cites("Demensplan 2025", "plan-demensplan-2025")
                .extract();

        assertThat(extraction.relations()).isEmpty();
    }

    @Test
    void whatReplacedTheGroundIsNoGround() {
        var extraction = document("""
                        # Evaluering av nettverk for demens
                        Mandatet bygger på Demensplan 2020, som er avløst av Demensplan 2025.
                        """)
                .cites("Demensplan 2020", "plan-demensplan-2020")
                .cites("Demensplan 2025", "plan-demensplan-2025")
                .extract();

        assertThat(statements(extraction))
                .containsExactlyInAnyOrder(
                        "evaluering-nettverk-demens evaluates nettverk-demens evaluated",
                        "nettverk-demens anchoredIn plan-demensplan-2020 anchored");
    }

    @Test
    void aLeadInSentenceAnchorsTheListAfterItAndNoMore() {
        var extraction = document("""
                        # Program for læringsnettverket «Gode dager»
                        Læringsnettverket er forankret i:
                        - Demensplan 2025
                        Det finnes også andre planer.
                        - Kosthåndboken
                        """)
                .cites("Demensplan 2025", "plan-demensplan-2025")
                .cites("Kosthåndboken", "veileder-kosthandboken")
                .extract();

        assertThat(statements(extraction))
                .containsExactly("laeringsnettverk-gode-dager anchoredIn plan-demensplan-2025 anchored");
    }

    @Test
    void aGoalHeadingWithoutListOrAimGivesNoGoal() {
        var extraction = document("""
                        # Mandat for nettverk for demens
                        ## Mål
                        Dette kapittelet er under arbeid.
                        ## Måloppnåelse
                        - Arbeidet går fremover i kommunene
                        """).extract();

        assertThat(ofType(extraction, EntityType.GOAL)).isEmpty();
    }

    @Test
    void goalsAreReadFromLeadsAndLinesToo() {
        var extraction = document("""
                        # Strategi for omsorg i Solvik kommune
                        Mål: Flere bor trygt hjemme.
                        Delmål:
                        - Alle har en plan
                        """).extract();

        assertThat(ofType(extraction, EntityType.GOAL))
                .extracting(Entity::name)
                .containsExactly("Flere bor trygt hjemme", "Alle har en plan");
        assertThat(extraction.relations())
                .allMatch(relation -> relation.subject().equals("lokal-strategi-omsorg-solvik-kommune"));
    }

    @Test
    void eachGatheringInASentenceHasItsOwnFigures() {
        var extraction = document("""
                        # Årsrapport 2022
                        ## Nettverk for demens
                        Nettverket gjennomførte to samlinger i 2022.
                        Vårens samling hadde 34 deltakere fra ni kommuner, og høstens samling hadde 41 deltakere.
                        """).extract();

        assertThat(find(extraction, "varsamling-nettverk-demens-2022").numbers())
                .containsEntry("participants", 34)
                .containsEntry("municipalities", 9);
        assertThat(find(extraction, "hostsamling-nettverk-demens-2022").numbers())
                .containsEntry("participants", 41)
                .hasSize(1);
        assertThat(find(extraction, "nettverk-demens").numbers()).containsEntry("gatherings", 2);
        assertThat(find(extraction, "hostsamling-nettverk-demens-2022").year()).isEqualTo(OptionalInt.of(2022));
    }

    @Test
    void figuresInTheNextSentenceBelongToTheGatheringNamedBefore() {
        var extraction = document("""
                        # Årsrapport 2022
                        ## Nettverk for demens
                        Høstens samling ble holdt på rådhuset. Det var 21 deltagere fra 11 kommuner.
                        """).extract();

        assertThat(find(extraction, "hostsamling-nettverk-demens-2022").numbers())
                .containsEntry("participants", 21)
                .containsEntry("municipalities", 11);
    }

    @Test
    void anInvitationFromANetworkIsPartOfIt() {
        var extraction = document("""
                        # Invitasjon til fagdag om ernæring 19. september 2024
                        Fagnettverk for ernæring inviterer til fagdag om ernæring.
                        """).extract();

        assertThat(statements(extraction))
                .containsExactly("fagdag-ernaering-2024 partOf fagnettverk-ernaering planned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I Solvik kommune bor det folk. | solvik-kommune",
                "Statsforvalteren i Østlandet og Vestlandet svarte. | statsforvalteren-ostlandet-og-vestlandet",
                "Statsforvaltaren i Fjellbygda svara. | statsforvalteren-fjellbygda",
                "Møtet ble holdt hos USHT Lillevik (Nord). | usht-lillevik-nord"
            })
    void organizationsAreReadByTheirPatterns(String sentence, String key) {
        var extraction = document("# Referat\n" + sentence).extract();

        assertThat(extraction.entities()).extracting(Entity::key).containsExactly(key);
    }

    @Test
    void anEmptyDocumentSpeaksOfNothing() {
        assertThat(document("").extract()).isEqualTo(new Extraction(List.of(), List.of()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everySpanLiesInOnePassageAndEveryKeyIsKnown(long seed) {
        var random = new Random(seed);
        List<String> lines = MANDATE.lines().toList();
        var markup = new StringBuilder(MANDATE);
        for (int i = 0; i < 20; i++) {
            String line = lines.get(random.nextInt(lines.size()));
            String other = lines.get(random.nextInt(lines.size()));
            markup.append(random.nextBoolean() ? line : line.substring(0, random.nextInt(line.length()) + 1))
                    .append(random.nextBoolean() ? " " + other : "")
                    .append('\n');
        }
        TextExamples example = document(markup.toString())
                .cites("Helsepersonelloven § 4", "lov-1999-07-02-64")
                .cites("Demensplan 2025", "plan-demensplan-2025");

        Extraction extraction = example.extract();

        List<Span> passages =
                example.text().passages().stream().map(Passage::span).toList();
        String text = example.text().text();
        var keys = extraction.entities().stream().map(Entity::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(extraction.entities()).allSatisfy(entity -> {
            assertThat(passages).anyMatch(passage -> passage.contains(entity.span()));
            assertThat(entity.name()).hasSizeLessThanOrEqualTo(121).doesNotContain("\n");
            String first = entity.name().split("[ «]")[0];
            assertThat(entity.span().cut(text).toLowerCase(Locale.ROOT))
                    .contains(first.toLowerCase(Locale.ROOT).replaceAll("…$", ""));
        });
        assertThat(extraction.relations()).allSatisfy(relation -> {
            assertThat(passages).anyMatch(passage -> passage.contains(relation.evidence()));
            assertThat(relation.confidence()).isBetween(0.0, 1.0);
            assertThat(keys).contains(relation.subject());
            if (relation.object() instanceof ObjectRef.Other other) {
                assertThat(keys).contains(other.key());
            }
        });
    }

    private static List<Entity> ofType(Extraction extraction, EntityType type) {
        return extraction.entities().stream()
                .filter(entity -> entity.type() == type)
                .toList();
    }

    private static Entity find(Extraction extraction, String key) {
        return extraction.entities().stream()
                .filter(entity -> entity.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among "
                        + extraction.entities().stream().map(Entity::key).toList()));
    }

    /// `subject predicate object strength`, certain ones only.
    private static List<String> statements(Extraction extraction) {
        return extraction.relations().stream()
                .filter(relation ->
                        !(relation.object() instanceof ObjectRef.Governing governing) || governing.certain())
                .map(relation -> String.join(
                        " ",
                        relation.subject(),
                        relation.type().term(),
                        switch (relation.object()) {
                            case ObjectRef.Governing governing ->
                                governing.target().document().value();
                            case ObjectRef.Other other -> other.key();
                        },
                        relation.strength().term()))
                .toList();
    }
}
