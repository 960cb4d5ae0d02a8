package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.search.About.Value;
import no.forankring.search.SearchQuery.Sort;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What leads to documents beside their words: facets, order, things, typing help, likeness.
class FindingIT {

    @TempDir
    Path folder;

    private PassageSearch search;

    @BeforeEach
    void open() {
        search = PassageSearch.open(folder);
    }

    @AfterEach
    void close() {
        search.close();
    }

    // Facets

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#fewSeeds")
    void countsEveryFacetExactlyOverSegmentsAndDeletions(long seed) {
        var random = new Random(seed);
        List<IndexedDocument> documents = described(random, 70);
        put(documents.subList(0, 40));
        put(documents.subList(25, 70));
        search.remove(documents.get(3).id());
        search.refresh();
        List<IndexedDocument> held = documents.stream()
                .filter(document -> !document.id().equals(documents.get(3).id()))
                .toList();

        for (int i = 0; i < 12; i++) {
            var filters = new HashMap<String, List<String>>();
            for (String facet :
                    List.of("issuer", "status", "network", "municipality", "theme", "anchored", "relation")) {
                if (random.nextInt(4) == 0) {
                    filters.put(facet, List.of("verdi-" + random.nextInt(3), "verdi-" + random.nextInt(3)));
                }
            }

            SearchResult result = search.search(new SearchQuery("", filters, 1, 10));

            assertThat(result.total())
                    .isEqualTo(held.stream()
                            .filter(document -> passes(document, filters, ""))
                            .count());
            for (String facet :
                    List.of("issuer", "status", "network", "municipality", "theme", "anchored", "relation")) {
                Map<String, Long> expected = held.stream()
                        .filter(document -> passes(document, filters, facet))
                        .flatMap(document -> document.about().values(facet).stream()
                                .map(Value::id)
                                .distinct())
                        .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
                assertThat(result.facets().getOrDefault(facet, List.of()).stream()
                                .collect(Collectors.toMap(FacetValue::value, FacetValue::documents)))
                        .as("%s under %s", facet, filters)
                        .isEqualTo(expected);
            }
        }
    }

    private static boolean passes(IndexedDocument document, Map<String, List<String>> filters, String except) {
        return filters.entrySet().stream()
                .filter(filter -> !filter.getKey().equals(except))
                .allMatch(filter -> document.about().values(filter.getKey()).stream()
                        .anyMatch(value -> filter.getValue().contains(value.id())));
    }

    private static List<IndexedDocument> described(Random random, int count) {
        var documents = new ArrayList<IndexedDocument>();
        for (int d = 0; d < count; d++) {
            var facets = new HashMap<String, List<Value>>();
            for (String facet :
                    List.of("issuer", "status", "network", "municipality", "theme", "anchored", "relation")) {
                // Some twice: no document counts twice.
                facets.put(
                        facet,
                        random.ints(random.nextInt(4), 0, 4)
                                .mapToObj(i -> new Value("verdi-" + i, "Verdi " + i))
                                .toList());
            }
            documents.add(document("dok-" + d, "Tittel " + d, facets, "Et avsnitt om omsorg."));
        }
        return documents;
    }

    @Test
    void readsLabelsAndTakesThemAsTyped() {
        put(List.of(
                document(
                        "a",
                        "Mandat",
                        Map.of(
                                "network",
                                List.of(new Value("demensnettverket-i-fjordvik", "Demensnettverket i Fjordvik"))),
                        "Om demens."),
                document("b", "Referat", Map.of(), "Om demens.")));

        SearchResult result = search.search(SearchExamples.query("demens"));

        assertThat(result.facets().get("network"))
                .containsExactly(new FacetValue("demensnettverket-i-fjordvik", "Demensnettverket i Fjordvik", 1));
        for (String typed : List.of("demensnettverket i fjordvik", "Fjordvik", "demensnettverket-i-fjordvik")) {
            assertThat(ids(search.search(new SearchQuery("", Map.of("network", List.of(typed)), 1, 10))))
                    .as(typed)
                    .containsExactly("a");
        }
    }

    @Test
    void refusesAFacetThatThereIsNoneOf() {
        assertThatThrownBy(() -> document("a", "A", Map.of("farge", List.of(new Value("rød", "rød"))), "Tekst."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("farge")
                .hasMessageContaining("network");
    }

    // Order

    @Test
    void ordersByDateByUseAndByWhenTakenIn() {
        put(List.of(
                dated("gammel", "2019-03-01", 2, "2026-01-03T00:00:00Z"),
                dated("ny", "2025-10-01", 0, "2026-01-01T00:00:00Z"),
                dated("midt", "2021-05-05", 9, "2026-01-02T00:00:00Z"),
                dated("udatert", "", 1, "2026-01-04T00:00:00Z")));

        assertThat(ids(sorted(Sort.NEWEST))).containsExactly("ny", "midt", "gammel", "udatert");
        assertThat(ids(sorted(Sort.OLDEST))).containsExactly("gammel", "midt", "ny", "udatert");
        assertThat(ids(sorted(Sort.MOST_USED))).containsExactly("midt", "gammel", "udatert", "ny");
        assertThat(ids(sorted(Sort.LAST_TAKEN_IN))).containsExactly("udatert", "gammel", "midt", "ny");
        assertThat(sorted(Sort.MOST_USED).hits().getFirst().uses()).isEqualTo(9);
        assertThat(sorted(Sort.NEWEST).hits().getFirst().date()).isEqualTo("2025-10-01");
    }

    @Test
    void keepsTheOrderOverPages() {
        var documents = new ArrayList<IndexedDocument>();
        for (int i = 0; i < 60; i++) {
            documents.add(dated("d" + i, "20%02d-01-01".formatted(10 + i % 15), i % 7, "2026-01-01T00:00:00Z"));
        }
        put(documents.subList(0, 30));
        put(documents.subList(30, 60));

        var all = new ArrayList<String>();
        for (int page = 1; page <= 7; page++) {
            all.addAll(ids(search.search(new SearchQuery("omsorg", Map.of(), page, 9, Sort.NEWEST, Optional.empty()))));
        }

        assertThat(all).hasSize(60).doesNotHaveDuplicates();
        assertThat(all)
                .isEqualTo(
                        ids(search.search(new SearchQuery("omsorg", Map.of(), 1, 100, Sort.NEWEST, Optional.empty()))));
    }

    @Test
    void findsOnlyWhatWasTakenInSince() {
        put(List.of(
                dated("gammel", "2025-01-01", 0, "2026-02-01T10:00:00Z"),
                dated("ny", "2020-01-01", 0, "2026-02-01T10:00:01Z")));

        SearchResult result = search.search(new SearchQuery(
                "omsorg", Map.of(), 1, 10, Sort.LAST_TAKEN_IN, Optional.of(Instant.parse("2026-02-01T10:00:00Z"))));

        assertThat(ids(result)).containsExactly("ny");
        assertThat(result.total()).isEqualTo(1);
        assertThat(result.facets().get("year")).containsExactly(new FacetValue("2020", 1));
    }

    private SearchResult sorted(Sort sort) {
        return search.search(new SearchQuery("omsorg", Map.of(), 1, 10, sort, Optional.empty()));
    }

    // Things

    @ParameterizedTest
    @CsvSource({
        "demensnettverk, network",
        "nettverk for demens, network",
        "nettverket demens, network",
        "sjukeheim, goal",
        "sykehjemmet, goal",
        "demensplanen, governing-document",
        "D2025, governing-document",
        "\"nettverk for demens\", network"
    })
    void findsThingsByTheirNamesInAnyForm(String typed, String kind) {
        nameExamples();

        assertThat(search.things(typed, 5)).extracting(NamedThing::kind).contains(kind);
    }

    @Test
    void putsTheThingNamedJustSoFirstAndLeavesOutTheUnwanted() {
        nameExamples();

        assertThat(search.things("demensplan 2025", 5).getFirst().id()).isEqualTo("plan-demensplan-2025");
        assertThat(search.things("demens -nettverk", 5))
                .extracting(NamedThing::kind)
                .doesNotContain("network");
        assertThat(search.things("kreft", 5)).isEmpty();
        assertThat(search.things("", 5)).isEmpty();
    }

    @Test
    void knowsOnlyTheThingsNamedLast() {
        nameExamples();
        search.nameThings(List.of());

        assertThat(search.things("demens", 5)).isEmpty();
        assertThat(search.suggest("dem", 5)).isEmpty();
    }

    private void nameExamples() {
        search.nameThings(List.of(
                new NamedThing("network", "demens", "Nettverk for demens", List.of("Demensnettverket"), "USHT", 12),
                new NamedThing("goal", "sykehjem", "Trygge overganger på sykehjem", List.of(), "", 1),
                new NamedThing(
                        "governing-document",
                        "plan-demensplan-2025",
                        "Demensplan 2025",
                        List.of("Et mer demensvennlig samfunn", "D2025"),
                        "Regjeringen, 2020",
                        40),
                new NamedThing("governing-document", "plan-demensplan-2020", "Demensplan 2020", List.of(), "", 8),
                new NamedThing(
                        "provision",
                        "lov-2011-06-24-30/para-3-2",
                        "helse- og omsorgstjenesteloven § 3-2",
                        List.of("hol. § 3-2"),
                        "",
                        3),
                new NamedThing("municipality", "9901", "Fjordvik kommune", List.of(), "", 0)));
    }

    // Typing help

    @Test
    void suggestsThingsDocumentsAndPhrases() {
        nameExamples();
        put(List.of(
                document("a", "Mandat for demensnettverket", Map.of(), "# Demens og ernæring", "Om demensomsorgen."),
                document("b", "Demens i Fjordvik", Map.of(), "# Demens og ernæring", "# Demens i heimen", "Tekst.")));

        assertThat(search.suggest("dem", 2))
                .extracting(Suggestion::kind, Suggestion::text)
                .contains(
                        org.assertj.core.api.Assertions.tuple("governing-document", "Demensplan 2025"),
                        org.assertj.core.api.Assertions.tuple("network", "Nettverk for demens"),
                        org.assertj.core.api.Assertions.tuple("document", "Demens i Fjordvik"),
                        org.assertj.core.api.Assertions.tuple("document", "Mandat for demensnettverket"),
                        org.assertj.core.api.Assertions.tuple("phrase", "Demens og ernæring"));
        assertThat(search.suggest("demens og", 5)).extracting(Suggestion::text).contains("Demens og ernæring");
        assertThat(search.suggest("Kurs om demensoms", 5))
                .extracting(Suggestion::text)
                .containsExactly("Kurs om demensomsorgen");
    }

    @ParameterizedTest
    @CsvSource({"hol. § 3, provision", "§ 3-2, provision", "helse- og oms, provision", "fjord, municipality"})
    void suggestsProvisionsAndMunicipalities(String typed, String kind) {
        nameExamples();

        assertThat(search.suggest(typed, 3)).extracting(Suggestion::kind).contains(kind);
    }

    @Test
    void suggestsNothingOfDocumentsThatAreGone() {
        put(List.of(
                document(
                        "a", "Referat fra samling", Map.of(), "# Samling om skjermede tema", "Ordet hemmelighetsfull."),
                document("b", "Referat fra møte", Map.of(), "# Møte om åpne tema", "Andre ord.")));
        search.remove(new DocumentId("a"));
        put(List.of(document("b", "Nytt navn", Map.of(), "Andre ord.")));

        for (String typed : List.of("ref", "referat", "samling", "møte", "hemmelig", "hemmelighets")) {
            assertThat(search.suggest(typed, 5)).as(typed).isEmpty();
        }
        assertThat(search.search(SearchExamples.query("hemmelighetsfulk"))
                        .help()
                        .spellings())
                .isEmpty();
    }

    @Test
    void answersTypingWhateverIsTyped() {
        nameExamples();
        put(SearchExamples.documents(4, 30));

        SearchExamples.seeds().forEach(seed -> {
            String typed = SearchExamples.noise(seed);
            assertThat(search.suggest(typed, 3)).as("seed %d", seed).hasSizeLessThan(40);
            assertThat(search.things(typed, 3)).as("seed %d", seed).hasSizeLessThanOrEqualTo(3);
        });
    }

    // When little is found

    @Test
    void offersSpellingsOfItsOwnVocabulary() {
        put(List.of(document("a", "Mandat", Map.of(), "Kommunens velferdsteknologi", "Om ernæring.")));

        assertThat(search.search(SearchExamples.query("velferdstekonlogi kommunen"))
                        .help()
                        .spellings())
                .containsExactly("velferdsteknologi kommunen");
        assertThat(search.search(SearchExamples.query("Ernæring")).help().spellings())
                .isEmpty();
        assertThat(search.search(SearchExamples.query("romfart")).help().spellings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sjukeheim, sykehjem",
        "sykehjem, sjukeheim",
        "rettleiar, veileder",
        "veiledere, rettleiar",
        "korleis, hvordan",
        "tenesteutvikling, tjenesteutvikling"
    })
    void tellsTheOtherWrittenFormWhenNothingIsFound(String typed, String other) {
        put(List.of(document("a", "Mandat", Map.of(), "Helt andre ord.")));

        assertThat(search.search(SearchExamples.query(typed)).help().otherForms())
                .contains(other);
    }

    @Test
    void tellsWhatItLooksThrough() {
        assertThat(search.coverage())
                .isEqualTo(new PassageSearch.Coverage(0, OptionalInt.empty(), OptionalInt.empty()));
        put(List.of(
                dated("a", "2019-03-01", 0, "2026-01-03T00:00:00Z"),
                dated("b", "2025-10-01", 0, "2026-01-01T00:00:00Z"),
                dated("c", "", 0, "2026-01-01T00:00:00Z"),
                dated("d", "1998-01-01", 0, "2026-01-01T00:00:00Z")));
        search.remove(new DocumentId("d"));
        search.refresh();

        assertThat(search.coverage())
                .isEqualTo(new PassageSearch.Coverage(3, OptionalInt.of(2019), OptionalInt.of(2025)));
    }

    // Like this

    @Test
    void findsWhatSharesWordsAndWhatSharesDirectives() {
        put(List.of(
                cited("original", "Tiltak for trygg utskriving til sykehjem i nattevakten", "lov-2011-06-24-30"),
                cited("ordlik", "Utskriving om natten til sykehjemmet skal være trygg", ""),
                cited("hjemmellik", "Andre formuleringer om plikten", "lov-2011-06-24-30"),
                cited("ulik", "Helt andre saker", "lov-1999-07-02-63"),
                cited("fyll", "Natten var trygg, med tiltak", "")));
        String passage = passageId("original");

        Alike alike = search.like(new DocumentId("original"), Optional.of(new PassageId(passage)), 10);

        assertThat(alike.passages())
                .extracting(found -> found.document().value())
                .contains("ordlik", "hjemmellik")
                .doesNotContain("original", "ulik");
        assertThat(alike.passages())
                .filteredOn(found -> found.document().value().equals("hjemmellik"))
                .singleElement()
                .satisfies(found -> assertThat(found.directives())
                        .extracting(Value::label)
                        .containsExactly("Navn på lov-2011-06-24-30"));
        assertThat(alike.passages())
                .filteredOn(found -> found.document().value().equals("ordlik"))
                .singleElement()
                .satisfies(found -> assertThat(found.passage().segments())
                        .filteredOn(Segment::marked)
                        .extracting(Segment::text)
                        .contains("Utskriving", "sykehjemmet"));
        assertThat(search.like(new DocumentId("original"), Optional.empty(), 10).documents())
                .extracting(found -> found.document().value())
                .contains("ordlik", "hjemmellik")
                .doesNotContain("original");
    }

    @Test
    void findsNothingLikeWhatItDoesNotHoldAndNothingThatIsGone() {
        put(List.of(
                cited("a", "Trygg utskriving til sykehjem", "lov-1"),
                cited("b", "Trygg utskriving til sykehjem", "lov-1"),
                cited("c", "Utskriving til sykehjem", "lov-1")));
        search.remove(new DocumentId("b"));
        search.refresh();

        assertThat(search.like(new DocumentId("finnes-ikke"), Optional.empty(), 5))
                .isEqualTo(Alike.NOTHING);
        assertThat(search.like(new DocumentId("b"), Optional.empty(), 5)).isEqualTo(Alike.NOTHING);
        assertThat(search.like(new DocumentId("a"), Optional.of(new PassageId("p-ffffffffff")), 5))
                .isEqualTo(Alike.NOTHING);
        assertThat(search.like(new DocumentId("a"), Optional.empty(), 5).documents())
                .extracting(found -> found.document().value())
                .containsExactly("c");
    }

    // What is kept

    @Test
    void keepsWhatIsKnownOfADocumentOverAReopening() {
        put(List.of(document(
                "a",
                "Mandat",
                Map.of("theme", List.of(new Value("demens", "demens")), "status", List.of(new Value("held", "held"))),
                "Om demens.")));
        search.commit(7);
        search.close();
        open();

        SearchResult result = search.search(SearchExamples.query("demens"));

        assertThat(result.facets().get("theme")).containsExactly(new FacetValue("demens", 1));
        assertThat(result.hits().getFirst().status()).isEqualTo("held");
    }

    @Test
    void leavesNoWordOfWhatIsGoneInTheFilesOnceItIsPurged() throws Exception {
        put(SearchExamples.documents(2, 200));
        put(List.of(document("a", "Brev", Map.of(), "Et ord som Xyzzymann skal bort.")));
        search.commit(1);
        assertThat(filesHold("xyzzymann")).isTrue();

        put(List.of(document("a", "Brev", Map.of(), "Et ord som er borte.")));
        search.purge();
        search.commit(2);

        assertThat(filesHold("xyzzymann")).isFalse();
        assertThat(search.search(SearchExamples.query("kommune")).total()).isPositive();
    }

    private boolean filesHold(String word) throws Exception {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String raw = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .toLowerCase(java.util.Locale.ROOT);
                // Terms share their beginnings with those before them, so the whole word need not stand there.
                if (raw.contains(word) || raw.contains(word.substring(1)) || raw.contains(word.substring(2))) {
                    return true;
                }
            }
        }
        return false;
    }

    // Made in one line

    private static IndexedDocument document(
            String id, String title, Map<String, List<Value>> facets, String... passages) {
        return made(
                id, title, "", new About(facets, Optional.empty(), Instant.EPOCH, 0, Map.of()), List.of(), passages);
    }

    private static IndexedDocument dated(String id, String date, int uses, String arrived) {
        return made(
                id,
                "Tittel " + id,
                date,
                new About(
                        Map.of(),
                        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                        Instant.parse(arrived),
                        uses,
                        Map.of()),
                List.of(),
                "Et avsnitt om omsorg.");
    }

    /// A document of one passage, which cites a directive unless that is empty.
    private static IndexedDocument cited(String id, String text, String directive) {
        List<String> cites = directive.isEmpty() ? List.of() : List.of(directive);
        Passage passage = SearchExamples.passages(List.of(text)).getFirst();
        return made(
                id,
                "Tittel " + id,
                "",
                new About(
                        Map.of(
                                "cites",
                                cites.stream()
                                        .map(one -> new Value(one, "Navn på " + one))
                                        .toList()),
                        Optional.empty(),
                        Instant.EPOCH,
                        0,
                        Map.of(passage.id(), cites)),
                cites,
                text);
    }

    private static IndexedDocument made(
            String id, String title, String date, About about, List<String> cites, String... passages) {
        return new IndexedDocument(
                new DocumentId(id),
                "stempel",
                title,
                id + ".docx",
                "annet",
                date.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(date.substring(0, 4))),
                Language.NOB,
                cites,
                SearchExamples.passages(List.of(passages)),
                about);
    }

    private String passageId(String document) {
        return search.search(SearchExamples.query("nattevakten")).hits().stream()
                .filter(hit -> hit.document().value().equals(document))
                .flatMap(hit -> hit.passages().stream())
                .map(passage -> passage.passage().value())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void put(List<IndexedDocument> documents) {
        documents.forEach(search::put);
        search.refresh();
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.document().value()).toList();
    }
}
