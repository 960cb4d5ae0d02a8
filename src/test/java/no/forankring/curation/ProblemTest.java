package no.forankring.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void hasEverySentenceInThreeLanguagesWithTheSamePlaces(String suffix) throws IOException {
        Properties bokmal = sentences("");
        Properties other = sentences(suffix);

        assertThat(other.stringPropertyNames()).isEqualTo(bokmal.stringPropertyNames());
        for (String key : bokmal.stringPropertyNames()) {
            for (String place : new String[] {"{0}", "{1}"}) {
                assertThat(other.getProperty(key).contains(place))
                        .as(key + suffix)
                        .isEqualTo(bokmal.getProperty(key).contains(place));
            }
        }
    }

    @Test
    void saysASentenceInTheLanguageOfTheReader() {
        Problem problem = Problem.of("object", "nothingNamed", "Dette");

        assertThat(problem.text(Locale.of("nb"))).startsWith("Ingenting heter «Dette».");
        assertThat(problem.text(Locale.of("nn"))).startsWith("Ingenting heiter «Dette».");
        assertThat(problem.text(Locale.of("de"))).startsWith("Ingenting heter «Dette».");
    }

    private static Properties sentences(String suffix) throws IOException {
        var sentences = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Problem.class.getResourceAsStream("problems" + suffix + ".properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        return sentences;
    }
}
