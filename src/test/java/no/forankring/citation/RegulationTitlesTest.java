package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Regulations of which only the official names are known.
class RegulationTitlesTest {

    private static final CitationRecognizer RECOGNIZER = new CitationRecognizer(new Register(
            List.of(),
            List.of(
                    act("for-2001-01-01-1", "Forskrift om tåkelurer", ""),
                    act("for-2002-02-02-2", "Forskrift om tilsyn med bølgebrytere i havn m.m. (bølgeforskriften)", ""),
                    act("for-2003-03-03-3", "Forskrift om rammeplan for fjordskolens innhold", ""),
                    act("for-2004-04-04-4", "Statlige planretningslinjer for fjord og fjell", ""),
                    act("for-2005-05-05-5", "Forskrift om måling av tidevann", "Forskrift om vannstand og tidevann"),
                    act("for-2006-06-06-6", "Forskrift om skilting av fyr", ""),
                    act("for-2007-07-07-7", "Forskrift om skilting av fyr", ""),
                    act("for-2008-08-08-8", "Forskrift om utkikk fra tårn mv.", ""))));

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeTitles")
    void aWholeTitleNamesTheRegulation(String text, List<String> expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> wholeTitles() {
        return CitationExamples.table("""
                Se forskrift om tåkelurer. => for-2001-01-01-1
                Se forskrift om tåkelurer § 3. => for-2001-01-01-1 § 3
                Etter forskr. om tåkelurer er det slik. => for-2001-01-01-1
                Se Forskrift om tilsyn med bølgebrytere i havn. => for-2002-02-02-2
                Se Forskrift om tilsyn med bølgebrytere i havn m.m. (bølgeforskriften). => for-2002-02-02-2
                Se forskrift 8. august 2008 nr. 8 om utkikk fra tårn mv. § 4. => for-2008-08-08-8 § 4
                Vi følger rammeplan for fjordskolens innhold. => for-2003-03-03-3
                Vi følger Statlige planretningslinjer for fjord og fjell. => for-2004-04-04-4
                Se forskrift om vannstand og tidevann. => for-2005-05-05-5
                Se forskrift om måling av tidevann. => for-2005-05-05-5
                Se forskrift 5. mai 2005 nr. 5 om måling av tidevann. => for-2005-05-05-5
                Se forskrift om skilting av fyr. => for-2006-06-06-6|for-2007-07-07-7
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherWords")
    void wordsThatOnlyResembleATitleNameNone(String text, List<String> expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> otherWords() {
        return CitationExamples.table("""
                Departementet kan gi forskrift om tåkelurer. =>
                Det er forskrifter om tåkelurer i mange land. =>
                Kommunen har en lokal forskrift om tåkelurer. => ?regulation
                Se Fjordvik kommunes forskrift om tåkelurer. => ?regulation
                Se Forskrift om tåkelurer, Nordre Fjordvik kommune. => ?regulation
                Se forskrift om tåkelurer ved innseiling. => ?regulation
                Se forskrift om tåkelurer i Fjordvik. => ?regulation
                Vi hørte tåkelurer i natt. =>
                Se bølgeforskriften. => ?regulation
                Vi måler tidevann. =>
                """);
    }

    @Test
    void theBeginningOfATitleIsNotTheTitle() {
        assertThat(read("Se Forskrift om tilsyn med bølgebrytere ved kai.")).doesNotContain("for-2002-02-02-2");
    }

    private static List<String> read(String text) {
        return CitationExamples.outcomes(RECOGNIZER.recognize(CitationExamples.document(text)));
    }

    private static GoverningDocument act(String id, String title, String shortTitle) {
        return CitationExamples.row(
                id,
                DocumentType.REGULATION,
                "",
                id.substring(4, 8),
                title,
                shortTitle,
                "",
                "",
                "",
                id.substring(4, 14),
                "",
                "");
    }
}
