package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Articles, points, pages, goals and annexes, and the document that each belongs to.
class PartFormTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"articles", "pointsAndPages", "goals", "annexes"})
    void readsThePartAndItsDocument(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> articles() {
        return WordingExamples.table("""
                Grunnlaget er personvernforordningen artikkel 6 nr. 1 bokstav e. => eu-2016-679 artikkel 6 nr. 1 bokstav e
                Grunnlaget er GDPR art. 6 nr. 1 bokstav c og art. 9 nr. 2 bokstav h. => eu-2016-679 artikkel 6 nr. 1 bokstav c; eu-2016-679 artikkel 9 nr. 2 bokstav h
                Kravet følger av artikkel 32 i personvernforordningen. => eu-2016-679 artikkel 32; eu-2016-679
                Retten til innsyn står i personvernforordningen artikkel 13, 14 og 15. => eu-2016-679 artikkel 13; eu-2016-679 artikkel 14; eu-2016-679 artikkel 15
                Forordning (EU) 2016/679 artikkel 35 krev ei vurdering. => eu-2016-679 artikkel 35
                Direktiv 2011/24/EU artikkel 4 gjelder pasienter som reiser. => eu-2011-24 artikkel 4
                Barnekonvensjonen artikkel 3 og 12 skal vere kjende. => fn-barnekonvensjonen artikkel 3; fn-barnekonvensjonen artikkel 12
                Etter barnekonvensjonen artikkel 12 skal barn bli hørt, og artikkel 31 gir dem rett til lek. => fn-barnekonvensjonen artikkel 12; fn-barnekonvensjonen artikkel 31
                Vi løftar fram FNs barnekonvensjon (artikkel 24). => fn-barnekonvensjonen; fn-barnekonvensjonen artikkel 24
                CRPD artikkel 19 handler om å velge bosted. => fn-crpd artikkel 19
                Artiklene 5–7 i barnekonvensjonen gjelder familien. => fn-barnekonvensjonen artikkel 5–7; fn-barnekonvensjonen
                """);
    }

    static Stream<Arguments> pointsAndPages() {
        return WordingExamples.table("""
                Det er omtalt i Prop. 91 L (2010–2011) punkt 7.6.2. => prop-91-l-2010-2011 punkt 7.6.2
                Jf. Prop. 91 L (2010–2011) pkt. 7.6 og 8.2. => prop-91-l-2010-2011 punkt 7.6; prop-91-l-2010-2011 punkt 8.2
                Merknadene står i Ot.prp. nr. 13 (1998–99) s. 228. => otprp-13-1998-1999 side 228
                Tala er frå NOU 2023: 4 side 64–65. => nou-2023-4 side 64–65
                Utvalet drøftar dette (NOU 2023: 4, s. 12). => nou-2023-4; nou-2023-4 side 12
                Meld. St. 29 (2012–2013) side 48 viser til frivillige. => meldst-29-2012-2013 side 48
                Meld. St. 24 (2019–2020) punkt 4 => meldst-24-2019-2020 punkt 4
                """);
    }

    static Stream<Arguments> goals() {
        return WordingExamples.table("""
                Prosjektet støtter bærekraftsmål 3. => fn-agenda-2030 mål 3
                Tiltaka svarar på berekraftsmål 3, 10 og 11. => fn-agenda-2030 mål 3; fn-agenda-2030 mål 10; fn-agenda-2030 mål 11
                FNs bærekraftsmål nr. 17 handler om samarbeid. => fn-agenda-2030 mål 17
                FNs bærekraftsmål 13 og 15 er valgt. => fn-agenda-2030 mål 13; fn-agenda-2030 mål 15
                Bærekraftsmålene gjelder alle, og delmål 3.4 gjelder psykisk helse. => fn-agenda-2030; fn-agenda-2030 delmål 3.4
                Agenda 2030 peikar på ulikskap i mål 10. => fn-agenda-2030; fn-agenda-2030 mål 10
                """);
    }

    static Stream<Arguments> annexes() {
        return WordingExamples.table("""
                Forordning (EU) 2016/679 vedlegg II følger med. => eu-2016-679 vedlegg II
                Krava står i direktiv 2011/24/EU vedlegg 1. => eu-2011-24 vedlegg 1
                """);
    }

    /// The parts of the text itself, and the goals of its own plan.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tabellen på side 12 viser utviklingen.",
                "Se s. 4 og 5 for detaljer.",
                "Dette er beskrevet i punkt 3 ovenfor.",
                "Jf. pkt. 3.2 i denne planen.",
                "Mål 3 i planen er færre fall.",
                "Vi har tre delmål, og delmål 2 er nådd.",
                "Mål 3: Flere skal kunne bo hjemme.",
                "Kapittel 3 beskriver organiseringen.",
                "Målet er nådd 3 ganger.",
                "Vedlegg 2 viser budsjettet.",
                "I artikkel 3 i lokalavisa stod det om turlaget.",
                "Artikkelen på side 8 handler om nettverket.",
                "Vi fikk 3 artikler på trykk."
            })
    void thePartsOfTheTextItselfAreNoCitation(String text) {
        assertThat(WordingExamples.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bærekraftsmål 18 finnes ikke.", "Bærekraftsmål 0 er en spøk.", "Bærekraftsmål 170 finst ikkje."
            })
    void thereAreSeventeenGoals(String text) {
        assertThat(WordingExamples.read(text)).noneMatch(read -> read.contains("mål"));
    }

    @Test
    void anArticleIsNotGuessedBetweenTwoConventions() {
        assertThat(WordingExamples.read("Barnekonvensjonen og CRPD gjelder begge. Også artikkel 7 er viktig."))
                .containsExactly("fn-barnekonvensjonen", "fn-crpd");
    }

    @Test
    void aPointInTheNextSentenceIsNotThatOfThePaper() {
        assertThat(WordingExamples.read("Vi bygger på Prop. 91 L (2010–2011). Punkt 4 gjelder frivillige."))
                .containsExactly("prop-91-l-2010-2011");
    }

    @Test
    void aNumberOfAPartMustFitItsDocument() {
        assertThat(WordingExamples.read("Folkehelseloven artikkel 3 finnes ikke."))
                .containsExactly("lov-2011-06-24-29");
    }

    @Test
    void theMentionHoldsTheDocumentAndThePart() {
        assertThat(WordingExamples.mentions("Se personvernforordningen artikkel 6 nr. 1 bokstav e her."))
                .containsExactly("personvernforordningen artikkel 6 nr. 1 bokstav e");
        assertThat(WordingExamples.mentions("Se NOU 2023: 4 side 64–65 her."))
                .containsExactly("NOU 2023: 4 side 64–65");
        assertThat(WordingExamples.mentions("Vi velger FNs bærekraftsmål 3 og 10."))
                .containsExactly("FNs bærekraftsmål 3", "10");
    }
}
