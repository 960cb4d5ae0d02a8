package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    @ParameterizedTest
    @ValueSource(strings = {"_nn", "_en"})
    void saysTheSameInEveryLanguage(String language) throws IOException {
        Properties bokmal = bundle("");
        Properties other = bundle(language);

        assertThat(other.stringPropertyNames()).isEqualTo(bokmal.stringPropertyNames());
        for (String key : bokmal.stringPropertyNames()) {
            assertThat(places(other.getProperty(key))).as(key).isEqualTo(places(bokmal.getProperty(key)));
        }
    }

    @Test
    void hasASentenceForEveryWayOfAnswering() throws IOException {
        Properties bokmal = bundle("");

        for (Found.How how : Found.How.values()) {
            assertThat(bokmal).containsKey(how.note("ord").key());
        }
        for (String facet : Facets.NAMES) {
            assertThat(bokmal).containsKey("field-" + facet);
        }
    }

    @Test
    void neverReadsWhatWasTypedAsAPlace() {
        assertThat(Note.of("respelled", "{1} {0} {9}", "demens").text(Locale.of("nb")))
                .isEqualTo("Fant ikke «{1} {0} {9}», men lignende ord som «demens»");
    }

    @Test
    void answersInBokmalInLanguagesThatItDoesNotSpeak() {
        assertThat(Note.of("all-documents").text(Locale.of("se"))).isEqualTo("Alle dokumenter");
    }

    private static TreeSet<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Properties bundle(String language) throws IOException {
        var bundle = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Note.class.getResourceAsStream("notes" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }
}
