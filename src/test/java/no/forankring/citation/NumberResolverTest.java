package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Numbers of papers: in lists, over line ends, with a slip in the session, without one.
class NumberResolverTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lists", "overLines", "slips", "withoutSession", "looseMessages"})
    void readsTheNumberAsItWasMeant(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> lists() {
        return WordingExamples.table("""
                Meld. St. 15 (2017–2018), 24 (2019–2020) og 24 (2022–2023) => meldst-15-2017-2018; meldst-24-2019-2020; meldst-24-2022-2023
                Stortingsmeldingene nr. 15 (2017–2018) og nr. 29 (2012–2013) er lest. => meldst-15-2017-2018; meldst-29-2012-2013
                Sjå Meld. St. 29 (2012–2013) og 26 (2014–2015). => meldst-29-2012-2013; meldst-26-2014-2015
                Se Meld. St. 15 (2017–2018) og 24 kommuner. => meldst-15-2017-2018
                """);
    }

    static Stream<Arguments> overLines() {
        return WordingExamples.table("""
                Vi bygger på Meld. St. 24\\n(2019–2020). => meldst-24-2019-2020
                Vi bygger på Meld.\\nSt. 24 (2019–2020). => meldst-24-2019-2020
                Vi bygger på Meld. St. 24 (2019–\\n2020). => meldst-24-2019-2020
                """);
    }

    static Stream<Arguments> slips() {
        return WordingExamples.table("""
                Leve hele livet-reformen er omtalt i Meld. St. 15 (2018–2019). => reform-leve-hele-livet; meldst-15-2017-2018
                Meld. St. 15 (2018–2019) er lest. => meldst-15-2018-2019
                Leve hele livet-reformen er omtalt i Meld. St. 15 (2014–2015). => reform-leve-hele-livet; meldst-15-2014-2015
                """);
    }

    static Stream<Arguments> withoutSession() {
        return WordingExamples.table("""
                Komiteen skrev Innst. 581 L om saken. => innst-581-l-2020-2021
                Komiteen skrev Innst. 8 L om saken. => ?recommendation
                Se stortingsmelding 24 fra 2020. => meldst-24-2019-2020
                Se stortingsmelding 24 frå 2023. => meldst-24-2022-2023
                """);
    }

    static Stream<Arguments> looseMessages() {
        return WordingExamples.table("""
                Meld. St. 45 (2012–2013) er viktig. I melding 45 står det mye. => meldst-45-2012-2013; meldst-45-2012-2013
                I melding 45 står det mye. =>
                Send melding 3 til alle. =>
                """);
    }

    @Test
    void aPaperLaterThanTheTextIsNotMeantByItsBareNumber() {
        assertThat(WordingExamples.read("Komiteen skrev Innst. 581 L om saken.", 2015))
                .containsExactly("?recommendation");
    }
}
