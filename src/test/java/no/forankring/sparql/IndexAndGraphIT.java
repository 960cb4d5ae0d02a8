package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import no.forankring.cli.OpenHome;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult.FacetValue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// Text search, from queries and from the page, finds what the graph says, however the graph came to say it: the cases
/// in which indexes beside a triple store are known to go wrong.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexAndGraphIT {

    private static final Principal KARI = () -> "kari";
    private static final String PREFIXES = """
            PREFIX text: <https://w3id.org/forankring/text#>
            PREFIX fa: <https://w3id.org/forankring/ns#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static final String MANDATE = """
            Mandat for nettverk for demens i Fjordvik

            Dato: 12.03.2018

            Nettverket er forankret i Demensplan 2020.

            Målet er trygge overganger for personer med demens.
            """;

    private static final String MINUTES = """
            Referat fra samling om ernæring

            Dato: 04.05.2021

            Samlingen handlet om måltider på sykehjem, og om demens i hjemmet.
            """;

    @TempDir
    private static Path folder;

    private OpenHome home;
    private MockMvc http;
    private DocumentId mandate;
    private DocumentId minutes;
    private byte[] dump;
    private Set<Quad> first;
    private long asAtFirst;

    @BeforeAll
    void open() throws Exception {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        http = http(SparqlSettings.defaults());
        mandate = take("mandat.txt", MANDATE);
        minutes = take("referat.txt", MINUTES);
        dump = answer(get("/dump/alt.nq")).getContentAsByteArray();
        first = quads();
        asAtFirst = home.graph().lastChange();
    }

    private Set<Quad> quads() {
        return home.graph()
                .read(state -> state.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                        .filter(quad ->
                                !quad.isDefaultGraph() && !quad.getPredicate().equals(Fa.lastChange))
                        .collect(Collectors.toSet()));
    }

    private MockMvc http(SparqlSettings settings) {
        var queries = new SparqlQueries(home.graph(), settings, Optional.of(home.index()));
        var updates = new SparqlUpdates(home.graph(), settings);
        return MockMvcBuilders.standaloneSetup(
                        new SparqlController(home.graph(), queries, settings),
                        new UpdateController(updates, settings),
                        new GraphsController(home.graph(), queries, updates, settings),
                        new DumpsController(home.graph(), settings))
                .setControllerAdvice(new SparqlProblems())
                .build();
    }

    private static SparqlSettings impatient() {
        var usual = SparqlSettings.defaults();
        return new SparqlSettings(
                usual.queryTimeout(),
                Duration.ofSeconds(1),
                usual.maxRows(),
                usual.maxAnswer(),
                usual.maxQuery(),
                usual.maxUpdate(),
                usual.maxGraph(),
                usual.maxLoad(),
                usual.maxNesting(),
                usual.concurrent(),
                usual.waiting(),
                usual.threadStack(),
                usual.maxDescribed(),
                usual.allowedOrigins());
    }

    @AfterAll
    void close() {
        home.close();
    }

    @BeforeEach
    void asAtFirst() throws Exception {
        if (home.graph().lastChange() == asAtFirst) {
            return;
        }
        home.graph()
                .write("test", "as at first", state -> {
                    Set<Quad> now = state.stream(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
                            .filter(quad -> !quad.isDefaultGraph())
                            .collect(Collectors.toSet());
                    first.stream().filter(quad -> !now.contains(quad)).forEach(state::add);
                    now.stream().filter(quad -> !first.contains(quad)).forEach(state::delete);
                })
                .join();
        finds(mandate, minutes);
        asAtFirst = home.graph().lastChange();
    }

    // ---- Replaced, cleared, dropped

    @Test
    void followsAGraphThatIsReplaced() throws Exception {
        String graph = graph(mandate);
        String before = answer(get("/graphs").param("graph", graph).accept("text/turtle"))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer(put("/graphs")
                                .queryParam("graph", graph)
                                .contentType("text/turtle")
                                .content(before.replace(
                                        "Mandat for nettverk for demens i Fjordvik", "Mandat for kreftnettverket")))
                        .getStatus())
                .isEqualTo(204);

        await(() -> titles().contains("Mandat for kreftnettverket"));
        finds(mandate, minutes);
        assertThat(
                        rows(
                                "SELECT DISTINCT ?t { (?p ?s ?x ?n ?d) text:search \"trygge overganger\" . ?d dcterms:title ?t }"))
                .containsExactly("Mandat for kreftnettverket");
    }

    @Test
    void forgetsTheDocumentOfAGraphThatNoLongerDescribesIt() throws Exception {
        assertThat(answer(put("/graphs")
                                .queryParam("graph", graph(mandate))
                                .contentType("text/turtle")
                                .content("<http://x/a> <http://x/b> \"noe om demens\"@nb ."))
                        .getStatus())
                .isEqualTo(204);

        finds(minutes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEAR GRAPH <%s>",
                "DROP GRAPH <%s>",
                "DELETE WHERE { GRAPH <%s> { ?s ?p ?o } }",
                "WITH <%s> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                "MOVE GRAPH <%s> TO GRAPH <http://x/other>"
            })
    void forgetsTheDocumentOfAGraphThatAnUpdateTakesAway(String update) throws Exception {
        assertThat(update(update.formatted(graph(mandate)))).isEqualTo(204);

        finds(minutes);
    }

    @Test
    void forgetsTheDocumentOfAGraphThatTheProtocolTakesAwayAndKnowsItWhenItComesBack() throws Exception {
        String graph = graph(minutes);
        String before = answer(get("/graphs").param("graph", graph).accept("text/turtle"))
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer(delete("/graphs").queryParam("graph", graph)).getStatus())
                .isEqualTo(204);
        finds(mandate);

        assertThat(answer(put("/graphs")
                                .queryParam("graph", graph)
                                .contentType("text/turtle")
                                .content(before))
                        .getStatus())
                .isEqualTo(201);
        finds(mandate, minutes);
    }

    @Test
    void followsTheDefaultGraph() throws Exception {
        String leve = home.graph()
                .addresses()
                .of(Addresses.GOVERNING_DOCUMENT, "meldst-15-2017-2018")
                .getURI();
        String cites = "<%s> <https://w3id.org/forankring/ns#cites> <%s> .".formatted(address(minutes), leve);
        assertThat(cited()).doesNotContain("Leve hele livet");

        assertThat(answer(put("/graphs")
                                .queryParam("default", "")
                                .contentType("text/turtle")
                                .content(cites))
                        .getStatus())
                .isEqualTo(204);
        await(() -> cited().contains("Leve hele livet"));
        finds(mandate, minutes);

        assertThat(update("CLEAR DEFAULT")).isEqualTo(204);
        await(() -> !cited().contains("Leve hele livet"));
        finds(mandate, minutes);
    }

    @Test
    void forgetsEverythingWithTheWholeDataSet() throws Exception {
        assertThat(update("CLEAR ALL")).isEqualTo(204);

        finds();
        assertThat(home.index().size()).isZero();
        assertThat(home.index().suggest("Mandat for nettverk for demens", 3)).isEmpty();
    }

    // ---- Refused and cut short

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | CLEAR GRAPH <{graph}> ; CLEAR GRAPH <http://x/none>",
                "422 | CLEAR GRAPH <{graph}> ; INSERT DATA { GRAPH <{graph}> { <{document}> a fa:Document } }",
                "503 | CLEAR GRAPH <{graph}> ; INSERT { <http://x/a> <http://x/b> ?n } WHERE { SELECT (COUNT(*) AS ?n)"
                        + " { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
            })
    void changesNothingWithAnUpdateThatIsRefusedOrStopped(int status, String update) throws Exception {
        long before = home.graph().lastChange();
        MockMvc patient = http;
        http = http(impatient());

        assertThat(update(update.replace("{graph}", graph(mandate)).replace("{document}", address(mandate))))
                .isEqualTo(status);

        http = patient;
        assertThat(home.graph().lastChange()).isEqualTo(before);
        finds(mandate, minutes);
        assertThat(update("DROP GRAPH <%s>".formatted(graph(mandate)))).isEqualTo(204);
        finds(minutes);
    }

    // ---- Whole data sets

    @Test
    void followsADumpThatReplacesEverythingAndOneThatAdds() throws Exception {
        String without = new String(dump, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("<" + graph(minutes) + ">"))
                .collect(Collectors.joining("\n"));

        assertThat(answer(put("/dump/alt").contentType("application/n-quads").content(without))
                        .getStatus())
                .isEqualTo(204);
        finds(mandate);

        assertThat(answer(post("/dump/alt").contentType("application/n-quads").content(dump))
                        .getStatus())
                .isEqualTo(204);
        finds(mandate, minutes);
    }

    @Test
    void keepsInStepWhenTheDatabaseIsCompacted() throws Exception {
        String all = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }";
        List<String> before = rows(all);

        home.graph().compact();

        assertThat(rows(all)).isEqualTo(before);
        assertThat(home.graph().check(false)).isEmpty();
        finds(mandate, minutes);
        assertThat(update("DROP GRAPH <%s>".formatted(graph(mandate)))).isEqualTo(204);
        finds(minutes);
    }

    // ---- The property function among other patterns

    @Test
    void standsAnywhereInAQuery() throws Exception {
        String search = "(?p ?s ?x ?n ?d) text:search \"demens\"";
        String both = address(mandate) + " " + address(minutes);

        // Both sides of a union, and what only one of them binds.
        assertThat(documents("{ " + search + " } UNION { ?d a fa:Document FILTER NOT EXISTS { " + search + " } }"))
                .isEqualTo(both);
        assertThat(documents(
                        "?d a fa:Document . OPTIONAL { (?p ?s ?x ?n ?d) text:search \"ernæring\" } FILTER(BOUND(?p))"))
                .isEqualTo(address(minutes));
        assertThat(documents(
                        "?d a fa:Document . OPTIONAL { (?p ?s ?x ?n ?d) text:search \"ernæring\" } FILTER(!BOUND(?p))"))
                .isEqualTo(address(mandate));
        assertThat(documents("?d a fa:Document FILTER NOT EXISTS { (?p ?s ?x ?n ?d) text:search \"ernæring\" }"))
                .isEqualTo(address(mandate));
        assertThat(documents("?d a fa:Document FILTER EXISTS { (?p ?s ?x ?n ?d) text:search \"ernæring\" }"))
                .isEqualTo(address(minutes));
        assertThat(documents("?d a fa:Document MINUS { (?p ?s ?x ?n ?d) text:search \"ernæring\" }"))
                .isEqualTo(address(mandate));
        assertThat(documents("{ SELECT DISTINCT ?d { " + search + " } ORDER BY ?d LIMIT 1 OFFSET 1 }"))
                .isEqualTo(address(minutes));
        assertThat(documents("GRAPH ?g { " + search + " . ?d a fa:Document }")).isEqualTo(both);
        // Twice: the same words, and other words on the same document.
        assertThat(documents(search + " . (?p2 ?s2 ?x2 ?n2 ?d) text:search \"demens\""))
                .isEqualTo(both);
        assertThat(documents(search + " . (?p2 ?s2 ?x2 ?n2 ?d) text:search \"måltider\""))
                .isEqualTo(address(minutes));
        // The words from elsewhere in the query.
        assertThat(documents("VALUES ?words { \"måltider\" \"overganger\" } (?p ?s ?x ?n ?d) text:search ?words"))
                .isEqualTo(both);
        assertThat(documents("BIND(CONCAT(\"mål\", \"tider\") AS ?words) (?p ?s ?x ?n ?d) text:search (?words 5)"))
                .isEqualTo(address(minutes));
    }

    @Test
    void looksUpWhatIsBound() throws Exception {
        String passage =
                rows("SELECT ?p { ?p text:search \"måltider på sykehjem\" }").getFirst();

        assertThat(rows("SELECT ?d { (<%s> ?s ?x ?n ?d) text:search \"måltider\" }".formatted(passage)))
                .containsExactly(address(minutes));
        assertThat(rows("SELECT ?p { (?p ?s ?x ?n <%s>) text:search \"måltider\" }".formatted(address(minutes))))
                .containsExactly(passage);
        assertThat(rows("SELECT ?p { (?p ?s ?x ?n <%s>) text:search \"måltider\" }".formatted(address(mandate))))
                .isEmpty();
        // A predicate that only a value makes the search: never a search, and nothing in the graph is called so.
        assertThat(rows("SELECT ?p { VALUES ?how { text:search } ?p ?how \"måltider\" }"))
                .isEmpty();
        // One variable twice means one value.
        assertThat(rows("SELECT ?p { (?p ?s ?x ?n ?p) text:search \"måltider\" }"))
                .isEmpty();
    }

    @Test
    void findsNothingUnderWhatIsNoPassageAndNoDocument() throws Exception {
        for (String value : List.of(
                "\"demens\"", "\"demens\"@nb", "7", "<http://x/nobody>", "<" + graph(mandate) + ">", "fa:Document")) {
            assertThat(rows("SELECT ?d { VALUES ?p { " + value + " } (?p ?s ?x ?n ?d) text:search \"demens\" }"))
                    .as(value)
                    .isEmpty();
            assertThat(rows("SELECT ?p { VALUES ?d { " + value + " } (?p ?s ?x ?n ?d) text:search \"demens\" }"))
                    .as(value)
                    .isEmpty();
        }
    }

    @Test
    void endsAtTheLimitOfTheSearchAndOfTheQuery() throws Exception {
        assertThat(rows("SELECT ?p { (?p ?s) text:search (\"demens\" 1) }")).hasSize(1);
        assertThat(rows("SELECT ?p { (?p ?s) text:search \"demens\" } LIMIT 2")).hasSize(2);
        assertThat(rows("SELECT ?p { (?p ?s) text:search \"demens\" } LIMIT 0")).isEmpty();
        assertThat(rows("SELECT ?p { (?p ?s) text:search \"demens\" } OFFSET 1000"))
                .isEmpty();
        List<String> scores = rows("SELECT ?s { (?p ?s) text:search \"demens\" }");
        assertThat(scores)
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo((a, b) -> Float.compare(Float.parseFloat(b), Float.parseFloat(a)));
    }

    // ---- Made in one line

    /// What both searches find of what all speak of, and what the graph says there is, is this and nothing else.
    private void finds(DocumentId... expected) throws Exception {
        String wanted =
                java.util.Arrays.stream(expected).map(this::address).sorted().collect(Collectors.joining(" "));
        await(() ->
                home.index().size() == expected.length && home.ingest().check().isEmpty());
        assertThat(documents("?d a fa:Document")).isEqualTo(wanted);
        assertThat(documents("(?p ?s ?x ?n ?d) text:search \"demens\"")).isEqualTo(wanted);
        assertThat(home.index().search(new SearchQuery("demens", Map.of(), 1, 20)).hits().stream()
                        .map(hit -> address(hit.document()))
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(wanted);
    }

    private List<String> titles() {
        return home.index().search(new SearchQuery("demens", Map.of(), 1, 20)).hits().stream()
                .map(hit -> hit.title())
                .toList();
    }

    private List<String> cited() {
        return home
                .index()
                .search(new SearchQuery("demens", Map.of(), 1, 20))
                .facets()
                .getOrDefault("cites", List.of())
                .stream()
                .map(FacetValue::label)
                .toList();
    }

    private String graph(DocumentId id) {
        return home.graph().addresses().documentGraph(id.value()).getURI();
    }

    private String address(DocumentId id) {
        return home.graph().addresses().of(Addresses.DOCUMENT, id.value()).getURI();
    }

    private String documents(String pattern) throws Exception {
        return String.join(" ", new TreeSet<>(rows("SELECT DISTINCT ?d { " + pattern + " }")));
    }

    private List<String> rows(String query) throws Exception {
        MockHttpServletResponse response =
                answer(get("/sparql").queryParam("format", "csv").queryParam("query", PREFIXES + query));
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList();
    }

    private int update(String update) throws Exception {
        return answer(post("/update").contentType("application/sparql-update").content(PREFIXES + update))
                .getStatus();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.principal(KARI)).andReturn().getResponse();
    }

    private DocumentId take(String name, String text) throws InterruptedException {
        String job = home.ingest()
                .submit(
                        "test",
                        name,
                        List.of(new Source(
                                name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        await(() -> home.ingest().job(job).flatMap(Job::finished).isPresent());
        return ((FileOutcome.Ingested) home.ingest()
                        .job(job)
                        .orElseThrow()
                        .files()
                        .getFirst()
                        .outcome()
                        .orElseThrow())
                .document();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(10);
        }
    }
}
