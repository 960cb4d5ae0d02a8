package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A § sign that scanning has read as a dollar sign, an S or a 5.
class MisreadSectionTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("signs")
    void readsTheSignThatWasMisread(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> signs() {
        return WordingExamples.table("""
                Etter folkehelseloven $ 5 skal kommunen ha oversikt. => lov-2011-06-24-29 § 5
                Vedtaket bygger på forvaltningsloven $$ 16 og 17. => lov-1967-02-10 § 16|lov-2025-06-20-81 § 16; lov-1967-02-10 § 17|lov-2025-06-20-81 § 17
                Jf. hpl. S 39 og S 40. => lov-1999-07-02-64 § 39; lov-1999-07-02-64 § 40
                Etter helse- og omsorgstjenesteloven SS 3-1 og 3-2 skal det ytes hjelp. => lov-2011-06-24-30 § 3-1; lov-2011-06-24-30 § 3-2
                helse- og omsorgstenestelova $ 3-1, S 3-3 og S 4-2 => lov-2011-06-24-30 § 3-1; lov-2011-06-24-30 § 3-3; lov-2011-06-24-30 § 4-2
                Folkehelselova S 5 (oversikt), S 6 (mål i plan) og S 7. => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 6; lov-2011-06-24-29 § 7
                pasient- og brukerrettighetsloven $ 4A-3 => lov-1999-07-02-63 § 4A-3
                he1sepersonelloven 5 4 gjelder. => lov-1999-07-02-64 § 4
                folkehe1selova 5 7 gjeld. => lov-2011-06-24-29 § 7
                helse- og omsorgstjenesteloven § 1-1 jf. S 1-3 => lov-2011-06-24-30 § 1-1; lov-2011-06-24-30 § 1-3
                Loven er helse- og omsorgstjenesteloven. Etter $ 3-2 skal det ytes hjelp. => lov-2011-06-24-30; lov-2011-06-24-30 § 3-2
                """);
    }

    /// Money, rooms, sizes, numbers: signs that are what they look like.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Billetten kostet $ 500 i fjor.",
                "Prisen er $20 for to.",
                "Støtten var $ 3 000, og resten betalte vi selv.",
                "Vi møtes i S 12 (sal 12) etter lunsj.",
                "Rom S 3 er ledig.",
                "Størrelse S 4 finnes ikke.",
                "Resultatet ble 5 3 etter pausen.",
                "Vi var 5 12 ganger i året.",
                "SS 4 er et skip på linje 3.",
                "Bane S og bane T er stengt."
            })
    void inCleanTextTheSignsAreWhatTheyLookLike(String text) {
        assertThat(WordingExamples.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Folkehelseloven koster $ 500 i trykt utgave.",
                "Folkehelseloven ble drøftet. S 5 er et rom.",
                "Kurs om folkehelseloven, 5 3 plasser igjen."
            })
    void anActNearbyMakesNoSignOfThem(String text) {
        assertThat(WordingExamples.read(text)).containsExactly("lov-2011-06-24-29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"folkehelseloven $ 5", "folkehelseloven S 5", "folkehelseloven $5"})
    void theMentionHoldsTheMisreadSign(String text) {
        assertThat(WordingExamples.mentions("Etter " + text + " er det slik.")).containsExactly(text);
    }
}
