package no.forankring.access;

import static org.assertj.core.api.Assertions.assertThat;

import no.forankring.access.PasswordRules.Weakness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @CsvSource({
        "elleve teg1, SHORT",
        "Passord12345, COMMON",
        "P@ssord!2025, COMMON",
        "Sommerferie2025!, COMMON",
        "velkommenvelkommen, COMMON",
        "Forankring2026, COMMON",
        "kari-solveig-1987, COMMON",
        "Tromsø kommune 24, COMMON",
        "123456789012, PATTERN",
        "qwertyuiopå1, PATTERN",
        "abcabcabcabcabc, PATTERN",
        "aaaaaaaaaaaaaaaaaa, PATTERN",
        "98765432198765, PATTERN"
    })
    void refusesWhatIsTriedFirst(String password, Weakness weakness) {
        assertThat(PasswordRules.weakness("kari.solveig", password)).hasValue(weakness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en lang nok setning",
                "et langt passord til en test",
                "blå sykkel ved bekken",
                "vårsamling på Hadeland",
                "x7Qf-29vLp_kW",
                "kari liker lange turer",
                "🚲 sykkel over fjellet"
            })
    void takesWhatNobodyTriesFirst(String password) {
        assertThat(PasswordRules.weakness("kari.solveig", password)).isEmpty();
    }
}
