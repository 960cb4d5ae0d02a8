package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.document.Owner;
import no.forankring.register.GoverningDocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedAliasTest {

    private static final Owner FJORDVIK = new Owner("usht-fjordvik", "USHT Fjordvik");
    private static final Owner OTHER = new Owner("fjordvik-kommune", "Fjordvik kommune");
    private static final String PAPER = "meldst-19-2018-2019";
    private static final String REFORM = "reform-samhandlingsreformen";

    @Test
    void linksASpellingThatNoRegisterKnows() {
        assertThat(read("Arbeidet bygger på Trygg Samhandling.", Optional.empty()))
                .isEmpty();

        assertThat(read("Arbeidet bygger på Trygg Samhandling.", Optional.empty(), all("Trygg Samhandling", REFORM)))
                .containsExactly(REFORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vi følger samhandlingsrefen nå.              | samhandlingsrefen      | 1
                    Vi følger Samhandlingsrefen nå.              | samhandlingsrefen      | 1
                    Vi følger samhandlingsrefens mål.            | samhandlingsrefen      | 0
                    Vi bygger på trygg samhandling i hverdagen.  | Trygg samhandling      | 0
                    Trygg samhandling er viktig for alle.        | Trygg samhandling      | 0
                    Planen heter «Trygg samhandling».            | Trygg samhandling      | 1
                    Se Trygg, samhandling.                       | Trygg samhandling      | 0
                    Vi bruker SHR i arbeidet.                    | SHR                    | 1
                    Vi bruker shr i arbeidet.                    | SHR                    | 0
                    """)
    void readsTheWordsAsAcceptedAndNoOthers(String text, String words, int links) {
        assertThat(read(text, Optional.empty(), all(words, REFORM))).hasSize(links);
    }

    @Test
    void readsTheWordsAlsoOverALineBreak() {
        assertThat(read("Se Trygg\nsamhandling her.", Optional.empty(), all("Trygg samhandling", REFORM)))
                .containsExactly(REFORM);
    }

    @Test
    void countsOnlyInTheDocumentsOfItsOwner() {
        LearnedAlias alias = of("folkehelsemeldingen", PAPER, Optional.of(FJORDVIK));

        assertThat(read("Se folkehelsemeldingen.", Optional.of(FJORDVIK), alias))
                .containsExactly(PAPER);
        assertThat(read("Se folkehelsemeldingen.", Optional.of(OTHER), alias))
                .containsExactly("meldst-15-2022-2023|" + PAPER);
        assertThat(read("Se folkehelsemeldingen.", Optional.empty(), alias))
                .containsExactly("meldst-15-2022-2023|" + PAPER);
    }

    @Test
    void prefersWhatTheOwnerMeansToWhatAllMean() {
        LearnedAlias own = of("Trygg samhandling", PAPER, Optional.of(FJORDVIK));
        LearnedAlias all = all("Trygg samhandling", REFORM);

        assertThat(read("Se Trygg samhandling.", Optional.of(FJORDVIK), own, all))
                .containsExactly(PAPER);
        assertThat(read("Se Trygg samhandling.", Optional.of(OTHER), own, all)).containsExactly(REFORM);
    }

    @Test
    void choosesNeitherOfTwoDocumentsForTheSameWords() {
        assertThat(read(
                        "Se Trygg samhandling.",
                        Optional.empty(),
                        all("Trygg samhandling", REFORM),
                        all("trygg samhandling", PAPER)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Vi følger helsepersonelloven.   | helsepersonelloven   | lov-1999-07-02-64
                    Se Meld. St. 15 (2022–2023).    | Meld. St. 15 (2022–2023) | meldst-15-2022-2023
                    Se Demensplan 2025 her.         | Demensplan 2025      | plan-demensplan-2025
                    """)
    void neverOverrulesWhatTheRegisterSettles(String text, String words, String target) {
        assertThat(read(text, Optional.empty(), all(words, REFORM))).containsExactly(target);
    }

    @Test
    void leavesTheChoiceToTheTextWhereTheTextMakesIt() {
        var recognizer = CitationExamples.RECOGNIZER.taught(
                List.of(of("demensplanen", "plan-demensplan-2020", Optional.of(FJORDVIK))));
        var text = CitationExamples.document("Demensplan 2025 gjelder. Demensplanen er vår.", LocalDate.of(2022, 5, 1));

        assertThat(CitationExamples.outcomes(recognizer.recognize(text, Optional.of(FJORDVIK))))
                .containsExactly("plan-demensplan-2025", "plan-demensplan-2025");
    }

    @Test
    void neverLinksToWhatWasMadeLaterThanTheText() {
        var recognizer = CitationExamples.RECOGNIZER.taught(List.of(all("Trygg samhandling", PAPER)));

        assertThat(recognizer.recognize(CitationExamples.document("Se Trygg samhandling.", LocalDate.of(2015, 5, 1))))
                .isEmpty();
    }

    @Test
    void tiesAProvisionToAnActThatIsWrittenAsAccepted() {
        assertThat(read("Se HPLOV § 4.", Optional.empty(), all("HPLOV", "lov-1999-07-02-64")))
                .containsExactly("lov-1999-07-02-64 § 4");
    }

    @Test
    void saysWhoAcceptedItAndWhen() {
        var recognizer =
                CitationExamples.RECOGNIZER.taught(List.of(of("Trygg samhandling", REFORM, Optional.of(FJORDVIK))));

        var resolved = (Resolution.Resolved) recognizer
                .recognize(CitationExamples.document("Se Trygg samhandling."), Optional.of(FJORDVIK))
                .getFirst();

        assertThat(resolved.rule()).isEqualTo(Rule.LEARNED);
        assertThat(resolved.reasons().getFirst().text(Locale.of("nb")))
                .isEqualTo("godkjent skrivemåte av Samhandlingsreformen i dokumenter fra USHT Fjordvik, "
                        + "fra vurdering av kari 2026-11-27");
    }

    @Test
    void forgetsWhatWasTakenBack() {
        var taught = CitationExamples.RECOGNIZER.taught(List.of(all("Trygg samhandling", REFORM)));

        assertThat(taught.taught(List.of()).recognize(CitationExamples.document("Se Trygg samhandling.")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    24                       | alias-number
                    §                        | alias-number
                    planen                   | alias-kind-word
                    meldingen                | alias-kind-word
                    reformen                 | alias-kind-word
                    stortingsmeldingen       | alias-kind-word
                    handlingsplanen          | alias-kind-word
                    kommuneplanen            | alias-kind-word
                    nasjonal retningslinje   | alias-kind-word
                    Mestring                 | alias-everyday
                    trygg samhandling        | alias-everyday
                    plan for eldre           | alias-everyday
                    den nye hverdagen        | alias-everyday
                    Stortingsmelding 15      | alias-number-reused
                    Meld. St. 15             | alias-number-reused
                    nr. 15                   | alias-kind-word
                    folkehelsemeldingen      | alias-shared
                    helsepersonelloven       | alias-taken
                    Samhandlingsreformen     | alias-known
                    Trygg samhandling        |
                    SHR                      |
                    samhandlingsrefen        |
                    veilederen «Mestring»    |
                    Helsepersonellutvalget   |
                    """)
    void refusesWordsThatWouldLinkTooMuch(String words, String objection) {
        assertThat(objection(words, Optional.empty())).isEqualTo(Optional.ofNullable(objection));
    }

    @ParameterizedTest
    @CsvSource({"folkehelsemeldingen", "Stortingsmelding 15", "Meld. St. 15"})
    void letsAnOwnerSayWhatASharedNameMeansInItsDocuments(String words) {
        assertThat(objection(words, Optional.of(FJORDVIK))).isEmpty();
    }

    @Test
    void refusesASecondMeaningOfTheSameWordsForTheSameDocuments() {
        var taught = CitationExamples.RECOGNIZER.taught(List.of(all("Trygg samhandling", REFORM)));
        var paper = new GoverningDocumentId(PAPER);

        assertThat(taught.objection("Trygg Samhandling", paper, Optional.empty()))
                .map(Reason::key)
                .contains("alias-learned-for-other");
        assertThat(taught.objection("Trygg samhandling", paper, Optional.of(FJORDVIK)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    HPLOV § 4                    | HPLOV
                    helsepersonell-loven kap. 3  | helsepersonell-loven
                    «Trygg samhandling»          | Trygg samhandling
                    reformen «Trygg samhandling» | reformen «Trygg samhandling
                    Eldreplan (2023–2027)        | Eldreplan (2023–2027)
                    § 4                          | ''
                    """)
    void takesTheNameOutOfAMention(String mention, String name) {
        assertThat(LearnedAlias.nameIn(mention)).isEqualTo(name);
    }

    private static Optional<String> objection(String words, Optional<Owner> owner) {
        return CitationExamples.RECOGNIZER
                .objection(words, new GoverningDocumentId(REFORM), owner)
                .map(Reason::key);
    }

    private static List<String> read(String text, Optional<Owner> owner, LearnedAlias... aliases) {
        return CitationExamples.outcomes(
                CitationExamples.RECOGNIZER.taught(List.of(aliases)).recognize(CitationExamples.document(text), owner));
    }

    private static LearnedAlias all(String words, String document) {
        return of(words, document, Optional.empty());
    }

    private static LearnedAlias of(String words, String document, Optional<Owner> owner) {
        return new LearnedAlias(
                "a1",
                words,
                new GoverningDocumentId(document),
                owner,
                new LearnedAlias.Provenance("j1", "kari", Instant.parse("2026-11-27T10:00:00Z"), "mandat-1a2b3c4d"));
    }
}
