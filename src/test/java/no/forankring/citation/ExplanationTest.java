package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

    @Test
    void leadsFromTheWordsToTheTarget() {
        Explanation explanation = explain("Se helsepersonelloven § 4.");

        assertThat(sentences(explanation))
                .containsExactly(
                        "«helsepersonelloven § 4» er koblet til Helsepersonelloven § 4",
                        "lest som: navn på en lov",
                        "regel: navn som bare ett dokument har; sikkerhet 95 %",
                        "navnet passer bare på Helsepersonelloven",
                        "§ 4 står ved loven eller forskriften");
    }

    @Test
    void showsEachCandidateWhereTheTextDoesNotDecide() {
        Explanation explanation = explain("Se folkehelsemeldingen.");

        assertThat(sentences(explanation))
                .first()
                .isEqualTo("«folkehelsemeldingen» kan bety flere dokumenter, og et menneske må avgjøre");
        assertThat(sentences(explanation))
                .filteredOn(sentence -> sentence.startsWith("mulighet"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    helse-\\npersonelloven      | delt med bindestrek
                    Meld. St.\\n15 (2017–2018)  | skrevet over flere linjer
                    helseperson~elloven   | delt med bindestrek
                    """)
    void saysHowTheWordsHadToBeRead(String words, String reading) {
        Explanation explanation = explain("Se " + words.translateEscapes().replace('~', '\u00AD') + " her.");

        assertThat(sentences(explanation)).anyMatch(sentence -> sentence.startsWith(reading));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hasWordsForWhateverIsRecognized(long seed) {
        var text = CitationExamples.document(CitationExamples.random(new Random(seed)));

        for (Resolution resolution : CitationExamples.RECOGNIZER.recognize(text)) {
            Explanation explanation = Explanation.of(resolution, CitationExamples.register());
            for (String language : List.of("nb", "nn", "en")) {
                assertThat(sentences(explanation, Locale.of(language)))
                        .hasSizeGreaterThan(1)
                        .doesNotContain("");
            }
            assertThat(explanation.because().getFirst().sentence().key()).isNotEqualTo("form-other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceForEveryRule(Rule rule) {
        var reason = Reason.of("rule-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'), "95");

        assertThat(reason.text(Locale.of("nb"))).contains("95 %");
    }

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60);
    }

    private static Explanation explain(String text) {
        return Explanation.of(
                CitationExamples.RECOGNIZER
                        .recognize(CitationExamples.document(text))
                        .getFirst(),
                CitationExamples.register());
    }

    private static List<String> sentences(Explanation explanation) {
        return sentences(explanation, Locale.of("nb"));
    }

    private static List<String> sentences(Explanation explanation, Locale locale) {
        return Stream.concat(
                        Stream.of(explanation.text(locale)),
                        explanation.because().stream().flatMap(child -> sentences(child, locale).stream()))
                .toList();
    }
}
