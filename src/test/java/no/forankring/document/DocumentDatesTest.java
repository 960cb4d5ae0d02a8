package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which date in a text is its own.
class DocumentDatesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mandat for nettverket\\n\\nMars 2014\\n\\nVi samarbeider.|2014-03-15",
                "Notat\\n\\nOslo, november 2019\\n\\nVi samarbeider.|2019-11-15",
                "Notat\\n\\nsept. 2021\\n\\nVi samarbeider.|2021-09-15",
                "Notat\\n\\nBergen, 3. sept. 2021\\n\\nVi samarbeider.|2021-09-03",
                "Notat\\n\\nHøsten 2013\\n\\nVi samarbeider.|2013-10-01",
                "Notat\\n\\nHausten 2013\\n\\nVi samarbeider.|2013-10-01",
                "Notat\\n\\nVåren 2016\\n\\nVi samarbeider.|2016-04-01",
                "Notat\\n\\nSommaren 2016\\n\\nVi samarbeider.|2016-07-01",
                "Notat\\n\\nVinteren 2017\\n\\nVi samarbeider.|2017-01-01"
            })
    void aMonthOrASeasonWithItsYearIsEnough(String text, LocalDate date) {
        assertThat(dateOf(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nytt fra nettverket nr. 4/2018\\n\\nVi samarbeider.|2018-12-31",
                "Nytt frå nettverket\\n\\nNr. 12/2020\\n\\nVi samarbeider.|2020-12-31",
                "Referat\\n\\nMøtedato: 12.03.2022 kl. 10\\n\\nVi samarbeider.|2022-03-12",
                "Referat\\n\\nSamling 4.–5. mai 2022\\n\\nVi samarbeider.|2022-05-05",
                "Referat\\n\\nSamling 4. og 5. mai 2022\\n\\nVi samarbeider.|2022-05-05",
                "Rutine\\n\\nGyldig fra 01.02.2020\\n\\nVi samarbeider.|2020-02-01",
                "Rutine\\n\\nGjelder fra 1. februar 2020\\n\\nVi samarbeider.|2020-02-01",
                "Rutine\\n\\nGjeld frå 1. februar 2020\\n\\nVi samarbeider.|2020-02-01",
                "Brev\\n\\nVår dato 2021-06-07\\n\\nVi samarbeider.|2021-06-07",
                "Brev\\n\\nDato: 7/6-2021\\n\\nVi samarbeider.|2021-06-07"
            })
    void issuesDaysAndRangesOfDaysAreRead(String text, LocalDate date) {
        assertThat(dateOf(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Brev\\n\\nOslo, l5. mars 2O15\\n\\nVi samarbeider.|2015-03-15",
                "Brev\\n\\nDato: I2.03.2022\\n\\nVi samarbeider.|2022-03-12",
                "Notat\\n\\nMars 2Ol4\\n\\nVi samarbeider.|2014-03-15"
            })
    void digitsThatWereReadAsLettersAreDigits(String text, LocalDate date) {
        assertThat(dateOf(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Årsmelding 2019\\n\\nVi samarbeider.|2019-12-31",
                "Verksemdsplan 2020\\n\\nVi samarbeider.|2020-01-01",
                "Rapport 2018–2020\\n\\nVi samarbeider.|2020-12-31",
                "Årsrapport 2021\\n\\nOslo, 14. februar 2022\\n\\nVi samarbeider.|2022-02-14",
                "Årsrapport 2021\\n\\nOslo, 14. februar 2012\\n\\nVi samarbeider.|2012-02-14"
            })
    void theTitleDatesReportsAndPlansUnlessALineKnowsBetter(String text, LocalDate date) {
        assertThat(dateOf(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Notat\\n\\nLov av 2. juli 1999 nr. 64\\n\\nVi samarbeider.",
                "Notat\\n\\nForskrift 28. oktober 2016 nr. 1250\\n\\nVi samarbeider.",
                "Notat\\n\\nForskrifta trer i kraft 1. januar 2023\\n\\nVi samarbeider.",
                "Notat\\n\\nFrist: 15.04.2021\\n\\nVi samarbeider.",
                "Notat\\n\\nSvar innan 15. april 2021\\n\\nVi samarbeider.",
                "Notat\\n\\nTiltaket varer til mai 2024\\n\\nVi samarbeider.",
                "Notat\\n\\nVi samarbeider om Demensplan 2025.",
                "Notat\\n\\n31. februar 2021\\n\\nVi samarbeider.",
                "Notat\\n\\nTelefon 12 34 56 78, sak 2021/455\\n\\nVi samarbeider."
            })
    void datesOfOtherThingsAreNotTheTexts(String text) {
        assertThat(dateOf(text)).isNull();
    }

    private static @Nullable LocalDate dateOf(String text) {
        return Documents.plainText(text.replace("\\n", "\n")).date().orElse(null);
    }
}
