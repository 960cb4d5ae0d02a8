package no.forankring.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.identity.Comparison.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameMatcherTest {

    private static final NameMatcher MATCHER = new NameMatcher(Organizations.builtIn());

    /// Each side: family, name, owner, years, document, surroundings; a dash for nothing.
    @ParameterizedTest(name = "{2}: {0} – {1}")
    @CsvSource(delimiter = '|', textBlock = """
            NETWORK; Fagnettverk for ernæring; usht-fjordvik; -; a; -                | NETWORK; Ernæringsnettverket; usht-fjordvik; -; b; -                   | SAME
            NETWORK; Fagnettverk for ernæring; -; -; a; -                            | NETWORK; Ernæringsnettverket; -; -; a; -                               | SAME
            NETWORK; Nettverk for demens i Viken (Akershus); -; -; a; -              | NETWORK; Nettverk for demens; usht-akershus; -; b; -                   | SAME
            NETWORK; Nettverk i ledelse og fagutvikling; usht-fjordvik; -; a; usht-fjordvik | NETWORK; nettverket i ledelse og fagutvikling; -; -; b; usht-fjordvik | OPEN
            NETWORK; Nettverk i ledelse og fagutvikling; -; -; a; -                  | NETWORK; Nettverk i ledelse og fagutvikling; -; -; b; -                | DOUBTFUL
            NETWORK; Fagnettverk for ernæring; -; -; a; fjordvik-kommune             | NETWORK; Ernæringsnettverket; -; -; b; fjordvik-kommune                | DOUBTFUL
            NETWORK; Fagnettverk for ernæring; -; -; a; fjordvik-kommune             | NETWORK; Ernæringsnettverket; -; -; b; strandvik-kommune               | DIFFERENT
            NETWORK; Fagnettverk i ledelse og kvalitet; usht-fjordvik; -; a; -       | NETWORK; Nettverk i ledelse og fagutvikling; usht-fjordvik; -; b; -    | DOUBTFUL
            NETWORK; Fagnettverk i ledelse og kvalitet; -; -; a; -                   | NETWORK; Nettverk i ledelse og fagutvikling; -; -; b; -                | DIFFERENT
            NETWORK; Nettverk for velferdsteknologi; usht-fjordvik; -; a; -          | NETWORK; Nettverk for velferdsteknologi; usht-akershus; -; b; -        | DIFFERENT
            NETWORK; Kompetansenettverk i palliasjon i Fjordvik kommune; -; -; a; -  | NETWORK; Kompetansenettverk i palliasjon i Strandvik kommune; -; -; a; - | DIFFERENT
            NETWORK; Nasjonalt nettverk for simulering og ferdigheter; -; -; a; -    | NETWORK; Nettverk for simulering og ferdigheter; usht-agder; -; a; -   | DIFFERENT
            NETWORK; Nettverk «Trygg start»; usht-fjordvik; -; a; -                  | NETWORK; Nettverk «Trygg start»; usht-akershus; -; b; -                | DOUBTFUL
            LEARNING_NETWORK; Læringsnettverk «Trygg start»; -; -; a; -              | PROJECT; Prosjektet «Trygg start»; -; -; b; -                          | DOUBTFUL
            NETWORK; Nettverk for demens og kultur; usht-fjordvik; -; a; -           | PROJECT; Prosjekt for demens og kultur; usht-fjordvik; -; a; -         | DIFFERENT
            HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2022; a; -        | HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2023; b; -      | DIFFERENT
            HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2022; a; -        | HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2022; b; -      | SAME
            HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2022; a; -        | HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; -; b; -         | DOUBTFUL
            ORGANIZATION; USHT Viken (Akershus); -; -; a; -                          | ORGANIZATION; USHT Akershus; -; -; b; -                                | SAME
            ORGANIZATION; USHT Viken (Akershus); -; -; a; -                          | ORGANIZATION; USHT Viken (Buskerud); -; -; b; -                        | DIFFERENT
            ORGANIZATION; Statsforvalteren i Vestland; -; -; a; -                    | ORGANIZATION; Statsforvalteren i Agder; -; -; b; -                     | DIFFERENT
            NETWORK; Nettverk for helse; usht-fjordvik; -; a; -                      | NETWORK; Nettverk for helse og omsorg i skole; usht-fjordvik; -; a; -  | DIFFERENT
            """)
    void comparesNamesWithWhatIsKnownBesideThem(String one, String other, Outcome outcome) {
        assertThat(MATCHER.compare(thing("x", one), thing("y", other)).outcome())
                .isEqualTo(outcome);
        assertThat(MATCHER.compare(thing("y", other), thing("x", one)).outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{2}: {0} – {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GOAL; Øke kompetansen om ernæring hos eldre; usht-fjordvik; -; a; -      | GOAL; Økt kompetanse om ernæring hos eldre; usht-fjordvik; -; b; -     | DOUBTFUL
            GOAL; Øke kompetansen om ernæring hos eldre; usht-fjordvik; -; a; -      | GOAL; Øke kompetansen om ernæring hos eldre; usht-akershus; -; b; -    | DIFFERENT
            GOAL; Styrke samarbeidet om ernæring og mat; usht-fjordvik; -; a; -      | GOAL; Styrke samarbeidet om ernæring og måltider; usht-fjordvik; -; a; - | DIFFERENT
            GOAL; Styrke samarbeidet om ernæring og mat; usht-fjordvik; -; a; -      | GOAL; Styrke samarbeidet om ernæring og måltider; usht-fjordvik; -; b; - | DOUBTFUL
            GOAL; Styrke samarbeidet om ernæring; usht-fjordvik; -; a; -             | GOAL; Styrke samarbeidet om demens og kultur; usht-fjordvik; -; b; -   | DIFFERENT
            TARGET_GROUP; pårørende; usht-fjordvik; -; a; -                          | TARGET_GROUP; de pårørende; usht-akershus; -; b; -                     | DOUBTFUL
            TARGET_GROUP; ledere; -; -; a; -                                         | TARGET_GROUP; ledere, leger og sykepleiere; -; -; b; -                 | DIFFERENT
            TARGET_GROUP; leger og sykepleiere i sykehjem; -; -; a; -                | TARGET_GROUP; sykepleiere og leger i sykehjemmene; -; -; a; -          | DOUBTFUL
            TARGET_GROUP; sykepleiere; -; -; a; -                                    | TARGET_GROUP; sykepleiere i hjemmetjenesten; -; -; b; -                | DIFFERENT
            TARGET_GROUP; pårørende; -; -; a; -                                      | GOAL; pårørende; -; -; a; -                                            | DIFFERENT
            """)
    void asksAboutGoalsAndTargetGroupsButNeverMakesThemOne(String one, String other, Outcome outcome) {
        assertThat(MATCHER.propose(thing("x", one), thing("y", other)).outcome())
                .isEqualTo(outcome);
        assertThat(MATCHER.propose(thing("y", other), thing("x", one)).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void givesTheGroundsInWords() {
        Comparison comparison = MATCHER.compare(
                thing("x", "NETWORK; Fagnettverk i ledelse og kvalitet; usht-akershus; -; a; -"),
                thing("y", "NETWORK; Nettverk i ledelse og fagutvikling; usht-akershus; -; b; -"));

        assertThat(comparison.forIt())
                .extracting(ground -> ground.text(Locale.of("nb")))
                .containsExactly(
                        "«Fagnettverk i ledelse og kvalitet» og «Nettverk i ledelse og fagutvikling» har felles ord: ledelse",
                        "begge hører til USHT Akershus");
        assertThat(comparison.forIt().getFirst().text(Locale.ENGLISH)).contains("share words: ledelse");
    }

    @Test
    void saysWhatSpeaksAgainst() {
        Comparison comparison = MATCHER.compare(
                thing("x", "HAPPENING; Fagdag om ernæring og helse; usht-fjordvik; 2022; a; -"),
                thing("y", "HAPPENING; Fagdag om ernæring og helse; usht-strandvik; 2023; b; -"));

        assertThat(comparison.against())
                .extracting(ground -> ground.text(Locale.of("nn")))
                .containsExactly(
                        "dei er frå ulike år: 2022 og 2023",
                        "dei høyrer til ulike verksemder: USHT Fjordvik og USHT Strandvik");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nn", "_en"})
    void hasASentenceForEveryGroundWithTheSamePlaces(String language) throws IOException {
        var sentences = new Properties();
        try (var file = NameMatcher.class.getResourceAsStream("grounds%s.properties".formatted(language))) {
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(new TreeSet<>(sentences.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(NameMatcher.GROUNDS.keySet()));
        NameMatcher.GROUNDS.forEach((key, places) -> {
            for (int place = 0; place < 4; place++) {
                boolean has = sentences.getProperty(key).contains("{" + place + "}");
                if (place >= places) {
                    assertThat(has).as(key).isFalse();
                }
            }
        });
    }

    private static Described thing(String address, String row) {
        String[] parts = row.split(";");
        return new Described(
                address,
                Family.valueOf(parts[0].strip()),
                Set.of("own-" + address),
                List.of(parts[1].strip()),
                set(parts[2]),
                parts[3].strip().equals("-") ? Set.of() : Set.of(Integer.valueOf(parts[3].strip())),
                set(parts[4]),
                set(parts[5]),
                Set.of(),
                Set.of());
    }

    private static Set<String> set(String words) {
        return words.strip().equals("-")
                ? Set.of()
                : Set.copyOf(Arrays.asList(words.strip().split(",")));
    }
}
