package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellColorTest {

    /// The standard colors of Word and Excel, and their pale ones.
    @ParameterizedTest
    @CsvSource({
        "00B050, GREEN",
        "92D050, GREEN",
        "C6EFCE, GREEN",
        "E2EFDA, GREEN",
        "EAF1DD, GREEN",
        "FFFF00, YELLOW",
        "FFC000, YELLOW",
        "FFEB9C, YELLOW",
        "FFF2CC, YELLOW",
        "ED7D31, ORANGE",
        "F8CBAD, ORANGE",
        "FFA500, ORANGE",
        "FF0000, RED",
        "C00000, RED",
        "FFC7CE, RED",
        "F4796B, RED",
        "0070C0, BLUE",
        "D9E2F3, BLUE",
        "7030A0, PURPLE",
        "BFBFBF, GREY",
        "F2F2F2, GREY"
    })
    void callsAColorWhatPeopleDo(String hex, CellColor.Name name) {
        assertThat(CellColor.ofHex(hex)).contains(new CellColor(name, hex));
        assertThat(CellColor.ofHex("#" + hex.toLowerCase(java.util.Locale.ROOT)))
                .contains(new CellColor(name, hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFF", "FEFEFE", "000000", "101010", "auto", "", "FFF", "GG0000", "#"})
    void takesWhiteAndBlackAndWhatIsNoColorForNone(String hex) {
        assertThat(CellColor.ofHex(hex)).isEmpty();
    }
}
