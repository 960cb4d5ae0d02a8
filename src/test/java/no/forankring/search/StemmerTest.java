package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StemmerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sykehjem",
                "sykehjemmet",
                "sykehjemmenes",
                "kommune",
                "kommunanes",
                "veilederen",
                "rettleiarane",
                "lindrende",
                "katter",
                "kattene",
                "plan",
                "planens",
                "demens",
                "demensen",
                "tjenestenes",
                "lova",
                "praksis",
                "deltakarane",
                "nettverka",
                "hus",
                "åpning",
                "øvelser",
                "ærend",
                "kreftene",
                "bistand"
            })
    void findsEveryWordAmongThoseThatItsStemMayStandFor(String word) {
        String stem = Stemmer.stem(word);

        assertThat(Stemmer.words(stem)).contains(word);
        assertThat(Stemmer.isEnding(stem, word.substring(stem.length()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"plan, arbeid", "plan, legging", "lov, givning", "kat, ten s", "i, i"})
    void knowsWhatIsNoEnding(String stem, String rest) {
        assertThat(Stemmer.isEnding(stem, rest)).isFalse();
    }

    @Test
    void listsNoMoreWordsThanItTakes() {
        assertThat(Stemmer.words("kommun")).hasSizeLessThan(300);
    }
}
