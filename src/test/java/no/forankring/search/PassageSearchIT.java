package no.forankring.search;

import static no.forankring.search.SearchExamples.document;
import static no.forankring.search.SearchExamples.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.forankring.document.DocumentId;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Hit;
import no.forankring.search.SearchResult.PassageHit;
import no.forankring.search.SearchResult.Segment;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PassageSearchIT {

    @TempDir
    private Path home;

    private Path directory;
    private PassageSearch search;

    @BeforeEach
    void open() {
        directory = home.resolve("index");
        search = PassageSearch.open(directory);
    }

    @AfterEach
    void close() {
        search.close();
    }

    // What is found

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#fewSeeds")
    void findsWhatAPlainScanFinds(long seed) {
        var random = new Random(seed);
        List<IndexedDocument> documents = SearchExamples.documents(seed, 60);
        put(documents);
        var forms = new WordForms(Lexicon.load());

        for (int i = 0; i < 40; i++) {
            // A single word is looked for even when it is a small one; together small ones are left out.
            List<String> words = IntStream.range(0, 1 + random.nextInt(3))
                    .mapToObj(n -> SearchExamples.word(random))
                    .filter(word -> !Set.of("for", "og", "i", "det").contains(word))
                    .toList();
            Set<String> scanned = documents.stream()
                    .filter(document -> words.stream().allMatch(word -> holds(document, word, forms)))
                    .map(document -> document.id().value())
                    .collect(Collectors.toSet());

            SearchResult result = search.search(query(String.join(" ", words)));

            if (!scanned.isEmpty()) {
                assertThat(ids(result)).as("%s", words).containsExactlyInAnyOrderElementsOf(scanned);
                assertThat(result.total()).isEqualTo(scanned.size());
            }
        }
    }

    private static boolean holds(IndexedDocument document, String typed, WordForms forms) {
        var texts =
                new ArrayList<>(document.passages().stream().map(p -> p.text()).toList());
        texts.add(document.title());
        return texts.stream().anyMatch(text -> holds(text, typed, forms));
    }

    private static boolean holds(String text, String typed, WordForms forms) {
        List<Token> tokens = Tokenizer.tokens(text);
        List<Token> sought = Tokenizer.tokens(typed);
        if (sought.size() > 1) {
            List<String> exact = tokens.stream().map(Token::exact).toList();
            return java.util.Collections.indexOfSubList(
                            exact, sought.stream().map(Token::exact).toList())
                    >= 0;
        }
        Set<String> terms = forms.sought(sought.getFirst()).stream()
                .map(WordForms.Sought::term)
                .collect(Collectors.toSet());
        List<List<String>> indexed = forms.indexed(tokens);
        return indexed.stream().anyMatch(words -> words.stream().anyMatch(terms::contains))
                || holdsPartsNearby(indexed, forms.parts(sought.getFirst()), 0, Integer.MAX_VALUE, Integer.MIN_VALUE);
    }

    /// Whether the parts of a compound stand so near that moving each into its place takes six steps at most.
    private static boolean holdsPartsNearby(
            List<List<String>> indexed, List<String> parts, int part, int lowest, int highest) {
        if (parts.size() < 2) {
            return false;
        }
        if (part == parts.size()) {
            return highest - lowest <= 6;
        }
        String stem = parts.get(part);
        return IntStream.range(0, indexed.size())
                .filter(i -> indexed.get(i).contains(stem) || indexed.get(i).contains(WordForms.PART + stem))
                .anyMatch(i -> holdsPartsNearby(
                        indexed, parts, part + 1, Math.min(lowest, i - part), Math.max(highest, i - part)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sykehjem; Beboerne på sjukeheimen fekk besøk",
                "sjukeheim; Sykehjemmet i kommunen",
                "pårørande; Samtaler med pårørende",
                "parorende; Samtaler med pårørende",
                "helsetenester; Helsetjenesten tok imot",
                "demensplan 2025; Demensplan-2025 ligger til grunn",
                "hol 4-2; Plikten følger av hol. § 4-2 første ledd",
                "§ 4-2; Plikten følger av hol. §4–2",
                "2018; Vedtatt for perioden 2017–2018",
                "Meld. St. 15; I Meld. St. 15 (2017–2018) står mer",
                "FOR-2016-10-28-1250; Se FOR-2016-10-28-1250 om dette",
                "for-2016-10-28-1250; Se FOR-2016-10-28-1250 om dette",
                "demens; Kurs i demensomsorg for ansatte",
                "elæring; Et e-læringskurs i e-læring",
                "NAV; Arbeidet skjer sammen med NAV",
                "leve heile livet; Reformen Leve hele livet",
                "kommunehelsetenesta; Kommunehelsetjenesten har ansvaret",
                "demnsplan; Kommunens demensplan"
            })
    void findsNorwegianAsItIsWrittenAndTyped(String typed, String passage) {
        put(document("riktig", "Et dokument", passage), document("annet", "Noe annet", "Helt uten slike ord"));

        assertThat(ids(search.search(query(typed)))).containsExactly("riktig");
    }

    @Test
    void findsWordsSpreadOverTheDocument() {
        put(
                document("spredt", "Mandat", "Om demens.", "Om kurs."),
                document("halvt", "Mandat", "Om demens.", "Om reiser."));

        SearchResult result = search.search(query("mandat demens kurs"));

        assertThat(ids(result)).containsExactly("spredt");
    }

    @Test
    void keepsPhrasesExact() {
        put(
                document("slik", "A", "Lindrende behandling gis hjemme"),
                document("boyd", "B", "Lindrende behandlinger gis hjemme"),
                document("snudd", "C", "Behandling som er lindrende"));

        assertThat(ids(search.search(query("\"lindrende behandling\"")))).containsExactly("slik");
        assertThat(ids(search.search(query("lindrende behandling"))))
                .startsWith("slik")
                .hasSize(3);
    }

    @Test
    void putsNorwegianLettersBeforeFoldedOnes() {
        put(document("folded", "A", "En får i flokken"), document("plain", "B", "En far i flokken"));

        assertThat(ids(search.search(query("far")))).containsExactly("plain", "folded");
        assertThat(ids(search.search(query("får")))).containsExactly("folded");
    }

    @Test
    void putsTheTitleBeforeThePassage() {
        put(
                document("passasje", "Referat", "Vi snakket om ernæring i dag"),
                document("tittel", "Ernæring", "Her står noe annet i dag"));

        assertThat(ids(search.search(query("ernæring")))).containsExactly("tittel", "passasje");
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        put(document("a", "A", "demens", "kreft"), document("b", "B", "demens"), document("c", "C", "reiser"));

        assertThat(ids(search.search(query("demens -kreft")))).containsExactly("b");
        assertThat(ids(search.search(query("-kreft")))).containsExactly("b", "c");
        assertThat(ids(search.search(query("kreft OR reiser")))).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void showsDocumentsWithMostOfTheWordsWhenNoneHasAll() {
        put(document("to", "A", "demens og kreft"), document("en", "B", "demens"));

        SearchResult result = search.search(query("demens kreft raketter"));

        assertThat(ids(result)).containsExactly("to");
        assertThat(result.understood()).contains("Ingen dokumenter har alle 3");
    }

    @Test
    void takesTypedFieldsAsFilters() {
        put(SearchExamples.documents(3, 50));

        SearchResult result = search.search(query("type:Arsrapport år:2019"));

        assertThat(result.hits()).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.kind()).isEqualTo("årsrapport");
            assertThat(hit.year()).isEqualTo("2019");
        });
        assertThat(result.understood()).contains("type Arsrapport").contains("år 2019");
    }

    @Test
    void browsesAllByTitleInNorwegianOrder() {
        put(
                document("1", "Ås kommune"),
                document("2", "Ørland kommune", "# Innledning", "Første avsnitt."),
                document("3", "«Asker» kommune"),
                document("4", "Ærlig talt"),
                document("5", "zoologi"));

        SearchResult result = search.search(query("  "));

        assertThat(ids(result)).containsExactly("3", "5", "4", "2", "1");
        assertThat(result.hits().get(3).passages())
                .singleElement()
                .satisfies(passage -> assertThat(shown(passage)).isEqualTo("Første avsnitt."));
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        put(SearchExamples.documents(5, 90));

        var seen = new ArrayList<String>();
        for (int page = 1; page <= 10; page++) {
            seen.addAll(ids(search.search(new SearchQuery("kommune", Map.of(), page, 7))));
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
                .isEqualTo(
                        ids(search.search(query("kommune"))).stream().limit(70).toList());
        assertThat(search.search(new SearchQuery("kommune", Map.of(), Integer.MAX_VALUE, 100))
                        .hits())
                .isEmpty();
    }

    @Test
    void answersWhateverIsTyped() {
        put(SearchExamples.documents(1, 20));

        SearchExamples.seeds().forEach(seed -> {
            SearchResult result = search.search(query(SearchExamples.noise(seed)));

            assertThat(result.understood()).as("seed %d", seed).endsWith(".");
        });
    }

    @Test
    void answersWhenEmpty() {
        assertThat(search.search(query("demens")).total()).isZero();
        assertThat(search.search(query("")).hits()).isEmpty();
        assertThat(search.size()).isZero();
    }

    // What is shown

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#fewSeeds")
    void showsThePassageWholeWithItsWordsMarked(long seed) {
        List<IndexedDocument> documents = SearchExamples.documents(seed, 40);
        put(documents);
        Set<String> texts = documents.stream()
                .flatMap(document -> document.passages().stream().map(p -> p.text()))
                .collect(Collectors.toSet());

        for (String typed : List.of("sykehjem", "pårørende kommune", "\"lindrende behandling\"", "dem*", "§ 4-2")) {
            for (Hit hit : search.search(query(typed)).hits()) {
                assertThat(hit.passages()).hasSizeLessThanOrEqualTo(3);
                for (PassageHit passage : hit.passages()) {
                    assertThat(texts).contains(shown(passage));
                    assertThat(passage.segments()).as(typed).anyMatch(Segment::marked);
                }
            }
        }
    }

    @Test
    void showsAStretchOfALongPassageCutBetweenWords() {
        String filler = "ganske vanlige ord uten innhold ".repeat(60);
        String text = filler + "her nevnes demensplanen en gang " + filler;
        put(document("lang", "A", text));

        PassageHit passage =
                search.search(query("demensplan")).hits().getFirst().passages().getFirst();

        String shown = shown(passage);
        assertThat(shown).startsWith("…").endsWith("…").hasSizeBetween(300, 502);
        assertThat(text).contains(" " + shown.substring(1, shown.length() - 1) + " ");
        assertThat(passage.segments()).filteredOn(Segment::marked).containsExactly(new Segment("demensplanen", true));
    }

    @Test
    void showsPageAndHeadings() {
        put(document("a", "A", "# Tiltak", "Innledende ord", "Mer om det", "Kurs i ernæring"));

        PassageHit passage =
                search.search(query("ernæring")).hits().getFirst().passages().getFirst();

        assertThat(passage.page()).isEqualTo(2);
        assertThat(passage.sectionPath()).containsExactly("Tiltak");
    }

    @Test
    void prefersTheParagraphToItsHeading() {
        put(document("a", "A", "# Ernæring", "Kurs i ernæring for de ansatte på alle avdelinger"));

        assertThat(search.search(query("ernæring")).hits().getFirst().passages())
                .extracting(PassageSearchIT::shown)
                .containsExactly("Kurs i ernæring for de ansatte på alle avdelinger", "Ernæring");
    }

    // Facets

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#fewSeeds")
    void countsDocumentsExactlyAndKeepsAFacetsOwnChoicesOpen(long seed) {
        List<IndexedDocument> documents = SearchExamples.documents(seed, 80);
        // In several segments, with some replaced and some gone.
        put(documents.subList(0, 30));
        put(SearchExamples.documents(seed + 1000, 10));
        put(documents.subList(20, 80));
        put(documents.subList(0, 10));
        search.remove(new DocumentId("dok-5"));
        search.refresh();
        List<IndexedDocument> held = documents.stream()
                .filter(document -> !document.id().value().equals("dok-5"))
                .toList();
        var random = new Random(seed);
        List<String> all = List.of("type", "year", "language", "cites");

        for (int i = 0; i < 20; i++) {
            var filters = new HashMap<String, List<String>>();
            if (random.nextBoolean()) {
                filters.put("type", List.of("mandat", "referat"));
            }
            if (random.nextBoolean()) {
                filters.put("year", List.of("2019"));
            }
            if (random.nextBoolean()) {
                filters.put("cites", List.of("lov-1", "lov-2", "finnes-ikke"));
            }

            SearchResult result = search.search(new SearchQuery("", filters, 1, 10));

            assertThat(result.total())
                    .isEqualTo(held.stream()
                            .filter(document -> passes(document, filters, ""))
                            .count());
            for (String facet : all) {
                var expected = new HashMap<String, Long>();
                held.stream()
                        .filter(document -> passes(document, filters, facet))
                        .flatMap(document -> values(document, facet).stream())
                        .forEach(value -> expected.merge(value, 1L, Long::sum));
                assertThat(result.facets().get(facet))
                        .as("%s under %s", facet, filters)
                        .containsExactlyElementsOf(expected.entrySet().stream()
                                .map(entry -> new FacetValue(entry.getKey(), entry.getValue()))
                                .sorted(Comparator.comparingLong((FacetValue value) -> -value.documents())
                                        .thenComparing(FacetValue::value))
                                .toList());
            }
        }
    }

    private static boolean passes(IndexedDocument document, Map<String, List<String>> filters, String except) {
        return filters.entrySet().stream()
                .filter(filter -> !filter.getKey().equals(except))
                .allMatch(filter -> values(document, filter.getKey()).stream().anyMatch(filter.getValue()::contains));
    }

    private static List<String> values(IndexedDocument document, String facet) {
        return switch (facet) {
            case "type" -> List.of(document.kind());
            case "year" ->
                document.year().isPresent()
                        ? List.of(Integer.toString(document.year().getAsInt()))
                        : List.of();
            case "language" -> List.of(document.language().tag());
            default -> document.cites();
        };
    }

    // What is kept

    @Test
    void leavesNothingOfAReplacedDocument() {
        put(document("a", "Gammel tittel", "gamle ord", "flere gamle"));
        put(document("a", "Ny tittel", "nye ord"));

        assertThat(search.search(query("gammel")).total()).isZero();
        assertThat(search.search(query("gamle")).total()).isZero();
        assertThat(ids(search.search(query("nye")))).containsExactly("a");
        assertThat(search.size()).isEqualTo(1);
    }

    @Test
    void findsNothingAfterClearingAndRemoving() {
        put(document("a", "A", "demens"), document("b", "B", "demens"));

        search.remove(new DocumentId("a"));
        search.refresh();
        assertThat(ids(search.search(query("demens")))).containsExactly("b");

        search.clear();
        search.refresh();
        assertThat(search.size()).isZero();
    }

    @Test
    void keepsWhatWasCommittedWithItsNumberAndGivesUpTheRest() {
        put(document("a", "A", "demens"));
        search.commit(41);
        search.commit(42);
        put(document("b", "B", "demens"));

        reopen();

        assertThat(search.appliedChange()).contains(42L);
        assertThat(ids(search.search(query("demens")))).containsExactly("a");
    }

    @Test
    void beginsEmptyWithoutANumberWhenItsFolderWasDeleted() throws IOException {
        put(document("a", "A", "demens"));
        search.commit(7);
        search.close();
        deleteAll(directory);

        search = PassageSearch.open(directory);

        assertThat(search.appliedChange()).isEmpty();
        assertThat(search.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"segments_, true", "segments_, false", "_, true", "_, false"})
    void movesAsideWhatCannotBeRead(String prefix, boolean cutShort) throws IOException {
        put(SearchExamples.documents(1, 30));
        search.commit(7);
        search.close();
        for (Path file : files(directory)) {
            if (file.getFileName().toString().startsWith(prefix)) {
                if (cutShort) {
                    try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
                        opened.setLength(opened.length() / 2);
                    }
                } else {
                    Files.write(file, new byte[200]);
                }
            }
        }

        search = PassageSearch.open(directory);

        assertThat(search.appliedChange()).isEmpty();
        assertThat(search.size()).isZero();
        assertThat(files(home)).anyMatch(path -> path.getFileName().toString().startsWith("index.damaged-"));
        put(document("a", "A", "demens"));
        assertThat(ids(search.search(query("demens")))).containsExactly("a");
    }

    @Test
    void movesAsideAnIndexOfAnotherFormat() throws IOException {
        search.close();
        var configuration = new org.apache.lucene.index.IndexWriterConfig();
        try (var lucene = FSDirectory.open(directory);
                var writer = new org.apache.lucene.index.IndexWriter(lucene, configuration)) {
            writer.setLiveCommitData(
                    Map.of("forankring.format", "0", "forankring.applied", "9").entrySet());
            writer.commit();
        }

        search = PassageSearch.open(directory);

        assertThat(search.appliedChange()).isEmpty();
        assertThat(files(home)).hasSize(2);
    }

    @Test
    void saysWhoHoldsTheFolder() {
        assertThatThrownBy(() -> PassageSearch.open(directory))
                .isInstanceOf(SearchIndexException.class)
                .hasMessageContaining("another process is writing to it")
                .hasMessageContaining(directory.toString());
    }

    @Test
    void findsASingleBadByte() throws IOException {
        put(SearchExamples.documents(1, 200));
        search.commit(7);
        assertThat(search.check()).isEmpty();
        search.close();
        Path largest = files(directory).stream()
                .filter(file -> file.getFileName().toString().startsWith("_"))
                .max(Comparator.comparingLong(file -> file.toFile().length()))
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 0x40;
        Files.write(largest, bytes);

        search = PassageSearch.open(directory);

        assertThat(search.check())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("Search index"));
    }

    @Test
    void answersManyReadersWhileDocumentsAreReplaced() throws Exception {
        List<IndexedDocument> documents = SearchExamples.documents(2, 40);
        put(documents);
        long expected = search.search(query("kommune")).total();
        var wrong = new HashSet<String>();

        try (var readers = Executors.newFixedThreadPool(3)) {
            var writing = readers.submit(() -> {
                for (int round = 0; round < 30; round++) {
                    put(documents);
                    search.commit(round);
                }
            });
            var reading = IntStream.range(0, 2)
                    .mapToObj(n -> readers.submit(() -> {
                        while (!writing.isDone()) {
                            SearchResult result = search.search(query("kommune"));
                            if (result.total() != expected) {
                                synchronized (wrong) {
                                    wrong.add("found " + result.total());
                                }
                            }
                        }
                    }))
                    .toList();
            writing.get();
            for (var reader : reading) {
                reader.get();
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(search.check()).isEmpty();
    }

    private void put(IndexedDocument... documents) {
        put(List.of(documents));
    }

    private void put(List<IndexedDocument> documents) {
        documents.forEach(search::put);
        search.refresh();
    }

    private void reopen() {
        search.close();
        search = PassageSearch.open(directory);
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.document().value()).toList();
    }

    private static String shown(PassageHit passage) {
        return passage.segments().stream().map(Segment::text).collect(Collectors.joining());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
