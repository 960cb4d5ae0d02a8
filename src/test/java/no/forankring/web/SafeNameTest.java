package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "mandat.pdf, mandat.pdf",
        "../../etc/passwd, passwd",
        "C:\\mappe\\årsrapport 2025.docx, årsrapport 2025.docx",
        "mappe/, uten-navn",
        ".., uten-navn",
        "'  ', uten-navn"
    })
    void keepsTheLastPartOfAPath(String given, String name) {
        assertThat(SafeName.of(given)).isEqualTo(name);
    }

    @Test
    void dropsControlCharactersAndMarksThatTurnTheReadingDirection() {
        assertThat(SafeName.of("a\r\nSet-Cookie: x\u0000\u202Efdp.exe")).isEqualTo("aSet-Cookie: xfdp.exe");
    }

    @Test
    void cutsLongNamesBetweenCharacters() {
        assertThat(SafeName.of("😀".repeat(4_000)).codePoints()).hasSize(200).containsOnly("😀".codePointAt(0));
    }
}
