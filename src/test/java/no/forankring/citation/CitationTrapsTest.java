package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not be linked, and what only context may link.
class CitationTrapsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vi følger nasjonale føringer og lovverket.",
                "Nasjonale faglige råd og veiledere skal være kjent.",
                "Kommunen har planer, strategier og retningslinjer.",
                "Demensplanarbeidet startet i høst, og demensplangruppa møtes.",
                "Det er tett på jul, og alle vil leve hele livet og bo trygt hjemme.",
                "Han har diabetes og får god oversikt.",
                "Veilederne hjalp studentene, og vi veileder hverandre.",
                "Kvalitet i tjenester til personer med utviklingshemming er et satsingsområde.",
                "Loven her gjelder for alle, og denne loven er ny.",
                "Det gis tilskudd for 2022-2023, og nr. 24 er trukket ut.",
                "Vi møtes 12. mai 2022 nr. 4 på planen."
            })
    void ordinaryWordsAreNoMention(String text) {
        assertThat(CitationExamples.read(text)).isEmpty();
    }

    @Test
    void neverDecidesASharedNumberOnTheNumberAlone() {
        assertThat(CitationExamples.read("Vi viser til stortingsmelding 24."))
                .containsExactly("meldst-24-2019-2020|meldst-24-2022-2023");
    }

    @Test
    void aTitleWordBesideTheNumberDecidesAndIsNamedAsTheReason() {
        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(
                CitationExamples.document("Lindrende behandling stortingsmelding 24"));

        assertThat(CitationExamples.outcomes(resolutions)).containsExactly("meldst-24-2019-2020");
        assertThat(resolutions.getFirst().reasons())
                .extracting(reason -> reason.text(Locale.forLanguageTag("nb")))
                .anyMatch(words -> words.startsWith("tittelordet «"));
        assertThat(resolutions.getFirst().mention().text()).isEqualTo("Lindrende behandling stortingsmelding 24");
    }

    @Test
    void aTitleWordAfterTheNumberDecidesToo() {
        assertThat(CitationExamples.read("Stortingsmelding 24 – lindrende behandling"))
                .containsExactly("meldst-24-2019-2020");
        assertThat(CitationExamples.read("stortingsmelding 24 om meistring og fellesskap"))
                .containsExactly("meldst-24-2022-2023");
    }

    @Test
    void aTitleWordInTheNextListItemDecidesNothing() {
        assertThat(CitationExamples.read("• Stortingsmelding 24\n• Lindrende behandling hos oss"))
                .containsExactly("meldst-24-2019-2020|meldst-24-2022-2023");
    }

    @Test
    void aFullCitationElsewhereDecides() {
        assertThat(CitationExamples.read("Meld. St. 24 er viktig. Se Meld. St. 24 (2019–2020)."))
                .containsExactly("meldst-24-2019-2020", "meldst-24-2019-2020");
        assertThat(CitationExamples.read("Folkehelsemeldingen er viktig. Se Meld. St. 19 (2018–2019)."))
                .containsExactly("meldst-19-2018-2019", "meldst-19-2018-2019");
    }

    @Test
    void aNameThatSeveralDocumentsBearIsLeftToAPerson() {
        assertThat(CitationExamples.read("Folkehelsemeldingen er viktig."))
                .containsExactly("meldst-15-2022-2023|meldst-19-2018-2019");
    }

    @Test
    void aReusedNameIsJudgedByTheDocumentsDate() {
        assertThat(CitationExamples.read("Etter kommuneloven § 25-1", 2022))
                .containsExactly("lov-2018-06-22-83 § 25-1");
        assertThat(CitationExamples.read("Etter kommuneloven § 39", 2010)).containsExactly("lov-1992-09-25-107 § 39");
        assertThat(CitationExamples.read("kvalitetsforskriften § 3", 2012)).containsExactly("for-2003-06-27-792 § 3");
        assertThat(CitationExamples.read("kvalitetsforskriften § 3", 2019)).containsExactly("for-2016-10-28-1250 § 3");
        assertThat(CitationExamples.read("forvaltningsloven § 11", 2019)).containsExactly("lov-1967-02-10 § 11");
    }

    @Test
    void saysOnWhichDateAReusedNameWasJudged() {
        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(
                CitationExamples.document("kvalitetsforskriften § 3", java.time.LocalDate.of(2019, 3, 1)));

        assertThat(resolutions.getFirst().reasons().getFirst().text(Locale.forLanguageTag("nb")))
                .isEqualTo("dokumentet er fra 2019, og dette gjaldt fra 2017");
    }

    @Test
    void aSectionIsNeverTiedAcrossTwoActsOnOneLine() {
        assertThat(CitationExamples.read(
                        "Helsepersonelloven § 4 om krav til kvalitet i helse- og omsorgstjenesteloven"))
                .containsExactly("lov-1999-07-02-64 § 4", "lov-2011-06-24-30");
        assertThat(CitationExamples.read("Helsepersonelloven og folkehelseloven er viktige, se også § 5 der."))
                .containsExactly("lov-1999-07-02-64", "lov-2011-06-24-29", "?law");
    }

    @Test
    void aPeriodIsNotTheYearOfAPlan() {
        assertThat(CitationExamples.read("Demensplan 2020-2025")).containsExactly("plan-demensplan-2025");
        assertThat(CitationExamples.read("Demensplan 2020-2030 er vedtatt")).doesNotContain("plan-demensplan-2020");
        assertThat(CitationExamples.read("Opptrappingsplan for psykisk helse 1999–2008"))
                .containsExactly("?white_paper");
    }

    @Test
    void repairsTheSeriesTheSessionAndTheYearsThatAreNoSession() {
        assertThat(rule("St.meld. nr. 29 (2012–2013)")).isEqualTo("REPAIR meldst-29-2012-2013");
        assertThat(rule("Meld. St. 47 (2008–2009)")).isEqualTo("REPAIR stmeld-47-2008-2009");
        assertThat(rule("Meld. St. 15 (2018-2019) Leve hele livet")).isEqualTo("REPAIR meldst-15-2017-2018");
        assertThat(rule("Meld. St. 29 (2012–2031)")).isEqualTo("REPAIR meldst-29-2012-2013");
        assertThat(rule("Demensplan 2020–2025")).isEqualTo("REPAIR plan-demensplan-2025");
    }

    @Test
    void mendsTypingErrorsInLongNamesOnly() {
        assertThat(rule("helsepersonelloveen")).isEqualTo("FUZZY_NAME lov-1999-07-02-64");
        assertThat(rule("spesialisthelsetjenestelven")).isEqualTo("FUZZY_NAME lov-1999-07-02-61");
        assertThat(rule("Forskrift om ledelse og kvalitetsforbedrng i helse- og omsorgstjenesten"))
                .isEqualTo("FUZZY_NAME for-2016-10-28-1250");
        assertThat(CitationExamples.read("folkehelsemeldinger")).isEmpty();
    }

    @Test
    void anotherTitleThatBeginsTheSameIsNotLinked() {
        assertThat(CitationExamples.read("forskrift om individuell plan etter helselovgivningen"))
                .containsExactly("?regulation");
        assertThat(CitationExamples.read("straffeloven 1902 § 192")).containsExactly("?law");
        assertThat(CitationExamples.read("kommuneloven 1921 § 3")).containsExactly("?law");
    }

    @Test
    void inTheTextOfALawABareSectionIsTheLawItself() {
        String text = """
                Lov om prøving

                § 1. Formål
                Lovens formål er prøving, jf. § 2 og helsepersonelloven § 4.

                § 2. Virkeområde
                Loven gjelder her, jf. § 1.

                § 3. Ikrafttredelse
                Loven trer i kraft straks.
                """;

        assertThat(CitationExamples.read(text)).containsExactly("lov-1999-07-02-64 § 4");
    }

    @Test
    void aDocumentMadeLaterIsNotWhatAnOlderTextMeans() {
        assertThat(CitationExamples.read("Trygghetsstandarden er innført.", 2012))
                .containsExactly("?standard");
    }

    private static String rule(String text) {
        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text));
        assertThat(resolutions).hasSize(1);
        return resolutions.getFirst() instanceof Resolution.Resolved resolved
                ? resolved.rule() + " " + resolved.target().document()
                : "unresolved";
    }
}
