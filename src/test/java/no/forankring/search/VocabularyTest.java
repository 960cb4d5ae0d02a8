package no.forankring.search;

import static no.forankring.search.SearchExamples.document;
import static no.forankring.search.SearchExamples.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.forankring.search.SearchResult.PassageHit;
import no.forankring.search.SearchResult.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words are found by stems that the index does not hold, and shown from pieces of neighboring paragraphs.
class VocabularyTest {

    @TempDir
    private Path folder;

    private PassageSearch search;

    @BeforeEach
    void open() {
        search = PassageSearch.open(folder);
    }

    @AfterEach
    void close() {
        search.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sykehjem, Sjukeheimane har eit nettverk.",
        "sjukeheim, Plassen i sykehjemmet er tildelt.",
        "veileder, Rettleiarane møttest i mars.",
        "rettleiing, Veiledningens tredje del.",
        "parorende, Pårørende får tilbud.",
        "pårørende, Parorende faar tilbud.",
        "planen, Planar og plan.",
        "elæring, Kurs i e-læring.",
        "e-læring, Kurs i elæring.",
        "2018, Strategien for 2017–2018.",
        "2017-2018, Strategien for 2017–2018.",
        "§ 4-2, Se § 4-2 i loven.",
        "4-2, Se § 4-2 i loven.",
        "katt, Kattene bor på sykehjemmet.",
        "demens, Demensplanen gjelder."
    })
    void findsAndMarks(String typed, String text) {
        search.put(document("d1", "Notat", text));
        search.put(document("d2", "Notat", "Noe helt annet om vannverk."));
        search.refresh();

        SearchResult found = search.search(query(typed));

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.hits().getFirst().passages())
                .flatExtracting(PassageHit::segments)
                .anyMatch(Segment::marked);
    }

    @Test
    void showsEachParagraphOfALongDocumentWithItsOwnTextAndSection() {
        List<String> texts = IntStream.range(0, 400)
                .mapToObj(i -> i % 7 == 0
                        ? "# Kapittel nummer" + i
                        : "Avsnitt avsnittsord" + i + " om samhandling, og mer tekst som fyller opp linjen.")
                .toList();
        search.put(document("d1", "Langt dokument", texts.toArray(String[]::new)));
        search.put(document("d2", "Bare overskrifter", "# Den ene", "# Den andre"));
        search.refresh();

        for (int i = 1; i < 400; i += 13) {
            String word = i % 7 == 0 ? "nummer" + i : "avsnittsord" + i;
            SearchResult found = search.search(query(word));
            assertThat(found.hits()).as(word).hasSize(1);
            assertThat(found.hits().getFirst().passages().stream()
                            .map(VocabularyTest::text)
                            .collect(Collectors.joining()))
                    .contains(word);
        }
        assertThat(search.search(query("andre")).hits()).hasSize(1);
    }

    @Test
    void marksInAVeryLongPassageThePieceThatHoldsTheWord() {
        String filler = "fyllord og enda mer fyllord som ingen leter etter ".repeat(2_000);
        search.put(document("d1", "Lang tabell", filler + "sjukeheimane " + filler));
        search.refresh();

        PassageHit passage =
                search.search(query("sykehjem")).hits().getFirst().passages().getFirst();

        assertThat(passage.segments().stream().filter(Segment::marked).map(Segment::text))
                .containsExactly("sjukeheimane");
        assertThat(text(passage)).hasSizeLessThan(600).startsWith("…").endsWith("…");
    }

    @Test
    void suggestsOnlyAFewSpellingsHoweverManyWordsAreUnknown() {
        search.put(document("d1", "Notat", "Samlingen om ernæring handlet om pårørende, kommunen og sykehjemmet."));
        search.refresh();
        String typed = "samlinghen ernærinng pårørrende kommunnen sykehjemmmet "
                .repeat(8)
                .strip();

        assertThat(search.search(query(typed)).help().spellings()).hasSizeLessThanOrEqualTo(3);
    }

    private static String text(PassageHit passage) {
        return passage.segments().stream().map(Segment::text).collect(Collectors.joining());
    }
}
