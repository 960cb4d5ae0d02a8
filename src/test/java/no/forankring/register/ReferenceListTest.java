package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The same reference for three kinds of readers.
class ReferenceListTest {

    private static final GoverningDocument WHITE_PAPER = row("meldst-15-2017-2018");
    private static final GoverningDocument LAW = row("lov-2011-06-24-30");

    private static GoverningDocument row(String id) {
        return Register.builtIn().find(new GoverningDocumentId(id)).orElseThrow();
    }

    @Test
    void writesOneReferenceOnEachLine() {
        assertThat(ReferenceList.text(List.of(WHITE_PAPER, LAW)).lines())
                .containsExactly(ReferenceText.of(WHITE_PAPER), ReferenceText.of(LAW));
    }

    @Test
    void writesBibtexWithTheIdAsKeyAndTheNumberInFull() {
        assertThat(ReferenceList.bibtex(List.of(WHITE_PAPER)))
                .startsWith("@techreport{meldst-15-2017-2018,\n  title = {{Leve hele livet")
                .contains("number = {Meld. St. 15 (2017–2018)}", "year = {2018}")
                .endsWith("\n}\n");
    }

    @Test
    void writesRisThatEndsEachEntry() {
        assertThat(ReferenceList.ris(List.of(LAW, WHITE_PAPER)).split("\r\n"))
                .contains("TY  - STAT", "ID  - lov-2011-06-24-30", "PY  - 2011", "TY  - GOVDOC")
                .filteredOn(line -> line.equals("ER  - "))
                .hasSize(2);
    }
}
