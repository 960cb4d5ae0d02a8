package no.forankring.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import no.forankring.trace.EvidenceView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundTest {

    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void hasEverySentenceWithTheSamePlacesInEachLanguage(String language) throws IOException {
        Properties bokmal = bundle("");
        Properties other = bundle(language);

        assertThat(other.stringPropertyNames()).isEqualTo(bokmal.stringPropertyNames());
        for (String key : bokmal.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(bokmal.getProperty(key)));
        }
    }

    @Test
    void speaksTheReadersLanguage() {
        var ground = Ground.of("session-said", "2019–2020");

        assertThat(ground.text(Locale.of("nb"))).isEqualTo("teksten sier 2019–2020");
        assertThat(ground.text(Locale.of("nn"))).isEqualTo("teksten seier 2019–2020");
        assertThat(ground.text(Locale.of("en"))).isEqualTo("the text says 2019–2020");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Før. Arbeidet følger Meld. St. 24 i år. Etter. | Meld. St. 24 | Arbeidet følger Meld. St. 24 i år.
                    Bare én setning uten slutt                     | én           | Bare én setning uten slutt
                    Se jf. Lov om noe. Ny setning her.             | Lov          | Se jf. Lov om noe.
                    """)
    void cutsOutTheSentenceInWhichTheWordsStand(String text, String words, String sentence) {
        int start = text.indexOf(words);
        var proof = new EvidenceView("d", "D", "p", text, start, start + words.length(), 0, "", "rule", "reason", "");

        assertThat(Grounds.sentence(proof)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0.95, VERY_SURE", "0.9, VERY_SURE", "0.89, SURE", "0.75, SURE", "0.6, FAIRLY_SURE", "0.1, UNSURE"})
    void saysCertaintyInFourWords(double confidence, Certainty certainty) {
        assertThat(Certainty.of(confidence)).isEqualTo(certainty);
        assertThat(Certainty.parse(certainty.word())).contains(certainty);
        assertThat(Certainty.of(List.of(confidence, 0.1))).isEqualTo(Certainty.UNSURE);
    }

    private static List<String> places(String text) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .sorted()
                .toList();
    }

    private static Properties bundle(String language) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                GroundTest.class.getResourceAsStream("/no/forankring/review/grounds" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
