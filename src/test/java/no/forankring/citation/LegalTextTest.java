package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// In the text of a law or regulation a bare § speaks of the text itself, or of the act being changed.
class LegalTextTest {

    private static final String LAW = """
            LOV-2001-03-02-5

            Lov om merking av sau

            Kapittel 1. Formål

            § 1. Formål
            Loven skal gi oversikt, jf. § 3 annet ledd og helsepersonelloven § 4.

            § 2. Virkeområde
            Loven gjelder alle, jf. loven § 1 og § 3 b. Reglene i kapittel 1 gjelder, men ikke vedlegg II kapittel 9.

            § 3. Unntak
            Etter helsepersonelloven § 4 annet ledd for leger og § 46 for andre gjelder dette ikke.

            """;

    @Test
    void aBareSectionIsOfTheLawWhoseIdStandsInTheHead() {
        assertThat(CitationExamples.read(LAW))
                .containsExactly(
                        "lov-2001-03-02-5",
                        "lov-2001-03-02-5 § 3 andre ledd",
                        "lov-1999-07-02-64 § 4",
                        "lov-2001-03-02-5 § 1",
                        "lov-2001-03-02-5 § 3 bokstav b",
                        "lov-2001-03-02-5 kap. 1",
                        "lov-1999-07-02-64 § 4 andre ledd",
                        "lov-1999-07-02-64 § 46");
    }

    @Test
    void theTitleOfAKnownActIsAnIdToo() {
        String text = """
                Lov om folkehelsearbeid (folkehelseloven)

                § 1. Formål
                Formålet er god helse, jf. § 2.

                § 2. Virkeområde
                Loven gjelder kommuner.

                § 3. Ansvar
                Kommunen har ansvar.
                """;

        assertThat(CitationExamples.read(text)).containsExactly("lov-2011-06-24-29", "lov-2011-06-24-29 § 2");
    }

    @Test
    void whereTheLawIsUnknownABareSectionIsLeftOut() {
        assertThat(CitationExamples.read(LAW.replace("LOV-2001-03-02-5", ""))).doesNotContain("lov-2001-03-02-5 § 1");
    }

    @Test
    void anOrderToChangeNamesTheActOfTheSectionsThatFollow() {
        String text = """
                LOV-2020-05-08-12

                Lov om endringer i lover om helse

                I

                I lov 24. juni 2011 nr. 29 om folkehelsearbeid gjøres følgende endringer:

                § 5 annet ledd skal lyde:

                Kommunen skal ha oversikt, jf. § 7.

                II

                Fra samme tid gjøres følgende endringer i lov 2. juli 1999 nr. 64 om helsepersonell:

                § 4 oppheves.

                § 9. Internkontroll
                """;

        assertThat(CitationExamples.read(text))
                .containsExactly(
                        "lov-2020-05-08-12",
                        "lov-2011-06-24-29",
                        "lov-2011-06-24-29 § 5 andre ledd",
                        "lov-2011-06-24-29 § 7",
                        "lov-1999-07-02-64",
                        "lov-1999-07-02-64 § 4");
    }

    @Test
    void inARegulationTheLawIsTheOneItRestsOn() {
        String text = """
                FOR-2019-04-05-77

                Forskrift om oversikt

                Hjemmel: Fastsatt av departementet 5. april 2019 med hjemmel i lov 24. juni 2011 nr. 29 om folkehelsearbeid § 7.

                § 1. Formål
                Forskriften utfyller loven § 5, jf. forskriften § 2.

                § 2. Ansvar
                Kommunen har ansvar.
                """;

        assertThat(CitationExamples.read(text))
                .containsExactly(
                        "for-2019-04-05-77", "lov-2011-06-24-29 § 7", "lov-2011-06-24-29 § 5", "for-2019-04-05-77 § 2");
    }

    @Test
    void aLawSpeaksOnTheDayOfItsLatestChange() {
        String text = """
                LOV-1999-03-02-5

                Lov om merking av sau

                § 1. Formål
                Kommuneloven § 25-1 gjelder.
                Endret ved lov 20 des 2023 nr. 110.

                § 2. Virkeområde
                Loven gjelder alle.
                """;

        assertThat(CitationExamples.read(text)).contains("lov-2018-06-22-83 § 25-1");
    }

    @Test
    void aPowerToGiveRegulationsIsNoTitle() {
        String text = LAW.replace(
                "Loven gjelder alle,",
                "Departementet kan gi forskrift om unntak fra § 1 og følgende bestemmelser: § 3,");

        assertThat(CitationExamples.read(text)).contains("lov-2001-03-02-5 § 1", "lov-2001-03-02-5 § 3");
    }

    @Test
    void aShortFormThatTheTextGivesIsKnownFromThereOn() {
        assertThat(CitationExamples.read(
                        "Etter lov 8. mars 2024 nr. 9 om universiteter og høyskoler (uhl.) gjelder uhl. § 5."))
                .containsExactly("lov-2024-03-08-9", "lov-2024-03-08-9 § 5");
        assertThat(CitationExamples.read("Etter folkehelseloven (xfl.) gjelder dette, jf. xfl. § 5."))
                .containsExactly("lov-2011-06-24-29", "lov-2011-06-24-29 § 5");
    }

    @Test
    void aLetterGluedToTheNumberIsAPartOfIt() {
        assertThat(CitationExamples.read(LAW.replace("§ 3 b", "§ 3b"))).contains("lov-2001-03-02-5 § 3b");
    }

    @Test
    void anAmendingLawNeedsNoHeadings() {
        String text = """
                refid: "lov/2020-05-08-12"

                Lov om endringer i folkehelseloven

                I lov 24. juni 2011 nr. 29 om folkehelsearbeid gjøres følgende endringer: § 5 annet ledd skal lyde: Alle har ansvar, jf. § 7. Loven trer i kraft straks.
                """;

        assertThat(CitationExamples.read(text))
                .contains("lov-2011-06-24-29 § 5 andre ledd", "lov-2011-06-24-29 § 7")
                .doesNotContain("lov-2020-05-08-12 § 7");
    }
}
