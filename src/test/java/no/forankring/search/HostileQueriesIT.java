package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import no.forankring.search.KnownNames.Thing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ten thousand queries that no sane person types: each gives a result and says how it was read, and none costs more
/// than
/// its bounds allow.
class HostileQueriesIT {

    private static final int SEEDS = 20;
    private static final int EACH = 500;

    /// Terms and phrases that one query may look for, whatever is typed: [ForgivingParser#MOST_CLAUSES] words in their
    /// forms, and a dozen of them in more ways.
    private static final int MOST_LEGS = 1_000;

    @TempDir
    static Path home = Path.of("");

    private static PassageSearch search;

    @BeforeAll
    static void fill() {
        search = PassageSearch.open(
                home.resolve("index"),
                new KnownNames(List.of(new Thing(
                        "lov-0",
                        List.of("helse- og omsorgstjenesteloven", "demens", "sykehjem demens"),
                        List.of("kreft"),
                        List.of("hol.", "før")))));
        SearchExamples.documents(1, 120).forEach(search::put);
        search.refresh();
    }

    @AfterAll
    static void close() {
        search.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void answersWhateverIsTyped(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            String typed = HostileQueries.any(random);

            SearchResult result = search.search(query(typed));

            assertThat(result.understood())
                    .as("seed %d, query %d: %s", seed, i, typed)
                    .endsWith(".");
            assertThat(result.hits()).hasSizeLessThanOrEqualTo(10);
            assertThat(result.total()).isBetween(0L, 120L);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void explainsWhateverIsTyped(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < EACH / 10; i++) {
            String typed = HostileQueries.any(random);

            for (SearchResult.Hit hit : search.search(query(typed)).hits()) {
                assertThat(search.explain(query(typed), hit.document()))
                        .as("seed %d, query %d: %s", seed, i, typed)
                        .allSatisfy(
                                note -> assertThat(note.text(Locale.of("nn"))).isNotBlank());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void looksForNoMoreThanItsBounds(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < EACH; i++) {
            String typed = HostileQueries.any(random);

            ParsedQuery parsed = ForgivingParser.parse(typed);

            assertThat(parsed.clauses()).hasSizeLessThanOrEqualTo(ForgivingParser.MOST_CLAUSES);
            assertThat(parsed.clauses().stream()
                            .mapToInt(clause -> clause.items().size())
                            .sum())
                    .as("seed %d, query %d: %s", seed, i, typed)
                    .isLessThanOrEqualTo(2 * ForgivingParser.MOST_CLAUSES);
        }
    }

    @Test
    void countsTheWorkOfTheHeaviestQueries() {
        for (String typed : HostileQueries.heaviest()) {
            int legs = ((LucenePassageSearch) search).legs(typed);

            assertThat(legs)
                    .as(typed.substring(0, Math.min(60, typed.length())))
                    .isLessThanOrEqualTo(MOST_LEGS);
        }
    }

    private static SearchQuery query(String typed) {
        return new SearchQuery(typed, Map.of(), 1, 10);
    }
}
