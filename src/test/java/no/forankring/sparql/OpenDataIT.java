package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;
import no.forankring.document.PassageId;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Identities;
import no.forankring.identity.IdentityDesk;
import no.forankring.search.IndexedDocument;
import no.forankring.search.PassageSearch;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// What analysts and machines build on, over the product's own store and index: earlier states, differences, dumps,
/// text
/// search within queries, other sites, tags.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = OpenDataIT.App.class,
        properties = {"spring.main.banner-mode=off", "forankring.sparql.allowed-origins=https://analyse.example"})
class OpenDataIT {

    private static final String BASE = "http://forankring.test";
    private static final String KARI =
            "Basic " + java.util.Base64.getEncoder().encodeToString("kari:test".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path home;

    private static GraphStore store;
    private static PassageSearch index;
    private static final MovedClock CLOCK = new MovedClock();

    /// Stands still until it is moved.
    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-01-10T12:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    // No @Configuration: the service's own scan of this package must not find it.
    @EnableAutoConfiguration
    @Import({
        SparqlConfiguration.class,
        SparqlController.class,
        UpdateController.class,
        GraphsController.class,
        LinkedDataController.class,
        CatalogController.class,
        DumpsController.class,
        ChangesController.class,
        SparqlProblems.class,
        KariMayWrite.class
    })
    static class App {
        @Bean(destroyMethod = "")
        GraphStore store() {
            return store;
        }

        @Bean(destroyMethod = "")
        PassageSearch index() {
            return index;
        }

        @Bean
        IdentityDesk identities() {
            return new Identities(store, (state, thing) -> {}, Clock.systemUTC());
        }
    }

    @BeforeAll
    static void open() {
        store = GraphStore.open(home.resolve("home"), new Addresses(BASE), CLOCK);
        write("<%1$s/id/goal/g1> a fa:Goal ; rdfs:label \"Første\"@nb .");
        CLOCK.now = Instant.parse("2026-02-10T12:00:00Z");
        write("<%1$s/id/goal/g2> a fa:Goal ; rdfs:label \"Andre\"@nb .");
        CLOCK.now = Instant.parse("2026-03-10T12:00:00Z");
        store.write("ola", "rettelse", view -> {
                    view.deleteAny(
                            store.addresses().confirmedGraph(),
                            org.apache.jena.graph.NodeFactory.createURI(BASE + "/id/goal/g1"),
                            org.apache.jena.graph.Node.ANY,
                            org.apache.jena.graph.Node.ANY);
                })
                .join();
        CLOCK.now = Instant.parse("2026-04-10T12:00:00Z");

        index = PassageSearch.open(home.resolve("index"));
        index.put(document("d1", "Mandat", "Nettverket følger opp lindrende behandling i kommunene.", 3));
        index.put(document("d2", "Plan", "Planen nevner lindrende behandling og ernæring.", 1));
        index.put(document("d3", "Referat", "Møtet handlet om noe helt annet.", 1));
        index.refresh();
    }

    private static void write(String statements) {
        String text =
                "PREFIX fa: <https://w3id.org/forankring/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                        + statements.formatted(BASE);
        store.write("ola", "prøve", view -> {
                    var graph = view.getGraph(store.addresses().confirmedGraph());
                    org.apache.jena.riot.RDFParser.fromString(text, Lang.TURTLE).parse(graph);
                })
                .join();
    }

    private static IndexedDocument document(String id, String title, String text, int page) {
        var passage = new Passage(
                new PassageId("p-000000000" + page),
                Passage.Kind.PARAGRAPH,
                new Span(0, text.length()),
                text,
                0,
                List.of(),
                0,
                page,
                Language.NOB,
                List.of(),
                List.of(),
                List.of());
        return new IndexedDocument(
                new DocumentId(id),
                "1",
                title,
                id + ".txt",
                "mandat",
                OptionalInt.empty(),
                Language.NOB,
                List.of(),
                List.of(passage));
    }

    @AfterAll
    static void close() {
        index.close();
        store.close();
    }

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = to(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private List<String> rows(String query, String more) throws IOException, InterruptedException {
        var response = get("/sparql?format=csv" + more + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().lines().skip(1).toList();
    }

    // ---- Earlier states

    @ParameterizedTest
    @CsvSource({
        "2026-01-09, ''",
        "2026-01-10, Første",
        "2026-02-10T11:00:00Z, Første",
        "2026-02-10, Andre Første",
        "2026-03-10, Andre",
        "1, Første",
        "2030-01-01, Andre"
    })
    void answersWhatWasKnownOnADay(String day, String expected) throws Exception {
        var found = rows(
                "SELECT ?l { ?g a <https://w3id.org/forankring/ns#Goal> ; <http://www.w3.org/2000/01/rdf-schema#label> ?l } ORDER BY ?l",
                "&known-on=" + day);

        assertThat(String.join(" ", found)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"i går, 400", "999999, 404"})
    void saysWhatADayLooksLike(String day, int status) throws Exception {
        var response = get("/sparql?query=ASK%20%7B%7D&known-on=" + URLEncoder.encode(day, StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("detail");
    }

    @Test
    void leavesThePresentAloneAfterLookingBack() throws Exception {
        String all = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }";
        var before = rows(all, "");

        rows(all, "&known-on=1");

        assertThat(rows(all, "")).isEqualTo(before);
    }

    @Test
    void tellsWhatTwoDaysDifferIn() throws Exception {
        var patch = get("/historikk/forskjell?fra=2026-01-10&til=2026-03-10&format=rdf-patch");
        var json = get("/historikk/forskjell?fra=2026-01-10&til=2026-03-10");
        var nothing = get("/historikk/forskjell?fra=2026-01-09&til=2026-03-10&format=rdf-patch");

        assertThat(patch.body())
                .startsWith("TX .")
                .contains("D <" + BASE + "/id/goal/g1>", "A <" + BASE + "/id/goal/g2>")
                .endsWith("TC .\n");
        assertThat(json.body()).contains("\"deleted\"", "Første", "\"added\"", "Andre");
        // What came and went in between is no difference.
        assertThat(nothing.body()).doesNotContain("goal/g1>");
        assertThat(get("/historikk/forskjell?fra=2026-03-10&til=2026-01-10").statusCode())
                .isEqualTo(400);
    }

    @Test
    void feedsTheNewestChanges() throws Exception {
        var feed = get("/historikk/atom");

        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        var entries = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("entry");
        assertThat(entries.getLength()).isGreaterThanOrEqualTo(3);
    }

    // ---- Dumps

    @Test
    void givesFactsToAnybodyAndEverythingToThoseLoggedIn() throws Exception {
        assertThat(get("/dump/fakta.nq").body()).contains("goal/g2").doesNotContain("/graph/provenance>");
        assertThat(get("/dump/fakta-2026-01-10.nq").body()).contains("goal/g1").doesNotContain("goal/g2");
        assertThat(get("/dump/fakta.trig").body()).contains("<" + BASE + "/graph/confirmed>");
        assertThat(get("/dump/alt.nq").statusCode()).isEqualTo(401);
        assertThat(get("/dump/alt.nq", "Authorization", KARI).body()).contains("goal/g2");
        assertThat(get("/dump/annet.nq").statusCode()).isEqualTo(404);
        assertThat(get("/katalog.ttl").body()).contains("/dump/fakta.nq.gz");
        var packed = client.send(to("/dump/fakta.nq.gz").build(), BodyHandlers.ofByteArray());
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("goal/g2");
        }
    }

    @ParameterizedTest
    @CsvSource({"nq", "trig", "nq.gz"})
    void fillsAFreshHomeFromADump(String form, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("alt." + form);
        var dump = client.send(
                to("/dump/alt." + form).header("Authorization", KARI).build(), BodyHandlers.ofByteArray());
        Files.write(file, dump.body());

        try (var fresh = GraphStore.open(folder.resolve("home"), new Addresses(BASE), Clock.systemUTC())) {
            new DataSets(fresh).load("test", "fill", file, form.startsWith("nq") ? Lang.NQUADS : Lang.TRIG, true);

            assertThat(exported(fresh)).isEqualTo(exported(store));
            assertThat(fresh.check(false)).isEmpty();
        }
    }

    private static String exported(GraphStore store) {
        var out = new ByteArrayOutputStream();
        store.export("nq", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void loadsADataSetOverHttpInOneChange() throws Exception {
        String quad =
                "<%1$s/id/goal/g9> <http://www.w3.org/2000/01/rdf-schema#label> \"Niende\"@nb <%1$s/graph/confirmed> .\n"
                        .formatted(BASE);
        long before = store.lastChange();

        var stranger = client.send(
                to("/dump/alt")
                        .header("Content-Type", "application/n-quads")
                        .POST(BodyPublishers.ofString(quad))
                        .build(),
                BodyHandlers.ofString());
        var broken = client.send(
                to("/dump/alt")
                        .header("Authorization", KARI)
                        .header("Content-Type", "application/n-quads")
                        .POST(BodyPublishers.ofString(quad + "<oops"))
                        .build(),
                BodyHandlers.ofString());
        var added = client.send(
                to("/dump/alt")
                        .header("Authorization", KARI)
                        .header("Content-Type", "application/n-quads")
                        .POST(BodyPublishers.ofString(quad))
                        .build(),
                BodyHandlers.ofString());

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(added.statusCode()).isEqualTo(204);
        assertThat(store.lastChange()).isEqualTo(before + 1);
        assertThat(store.change(before + 1))
                .hasValueSatisfying(change -> assertThat(change.who()).isEqualTo("kari"));
        store.write(
                        "test",
                        "as before",
                        view -> view.deleteAny(
                                store.addresses().confirmedGraph(),
                                org.apache.jena.graph.NodeFactory.createURI(BASE + "/id/goal/g9"),
                                org.apache.jena.graph.Node.ANY,
                                org.apache.jena.graph.Node.ANY))
                .join();
    }

    // ---- Text search within queries

    private static final String TEXT = "PREFIX text: <https://w3id.org/forankring/text#> ";

    @Test
    void findsPassagesByWords() throws Exception {
        var found = rows(
                TEXT
                        + "SELECT ?d ?page ?snippet { (?p ?score ?snippet ?page ?d) text:search \"lindrende behandling\" FILTER(?score > 0) } ORDER BY ?d",
                "");

        assertThat(found)
                .containsExactly(
                        BASE + "/id/document/d1,3,Nettverket følger opp lindrende behandling i kommunene.",
                        BASE + "/id/document/d2,1,Planen nevner lindrende behandling og ernæring.");
    }

    @Test
    void findsNoMoreThanAskedForTheBestFirst() throws Exception {
        assertThat(rows(TEXT + "SELECT ?p { ?p text:search (\"lindrende behandling\" 1) }", ""))
                .hasSize(1);
        assertThat(rows(TEXT + "SELECT ?p { ?p text:search \"xylofon\" }", "")).isEmpty();
    }

    @Test
    void looksUpWhatIsBoundAmongTheHits() throws Exception {
        String bound = TEXT + "SELECT ?page { VALUES ?d { <" + BASE + "/id/document/d2> <" + BASE
                + "/id/document/d3> } (?p ?score ?snippet ?page ?d) text:search \"behandling\" }";
        String named = TEXT + "SELECT ?d { <" + BASE
                + "/id/passage/d1/p-0000000003> text:search \"behandling\" . BIND(1 AS ?d) }";

        assertThat(rows(bound, "")).containsExactly("1");
        assertThat(rows(named, "")).containsExactly("1");
    }

    @Test
    void searchesBeforeItReadsTheGraph() {
        var query = new SparqlText(BASE + "/", 100)
                .query(
                        TEXT + "SELECT * { ?p ?x ?y . ?y ?z ?w . (?p ?s) text:search (\"behandling\" 5) . ?w ?v ?u }",
                        100_000);

        String plan = org.apache.jena.sparql.algebra.Algebra.optimize(
                        org.apache.jena.sparql.algebra.Algebra.compile(query))
                .toString();

        assertThat(plan.indexOf("propfunc")).isPositive();
        assertThat(plan.indexOf("?y ?z ?w")).isGreaterThan(plan.indexOf("(\"behandling\" 5)"));
    }

    @ParameterizedTest
    @CsvSource({
        "?p text:search ?words",
        "?p text:search ('behandling' 'mange')",
        "(?a ?b ?c ?d ?e ?f) text:search 'behandling'"
    })
    void saysWhatASearchNeeds(String pattern) throws Exception {
        var response = get(
                "/sparql?query=" + URLEncoder.encode(TEXT + "SELECT * { " + pattern + " }", StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("text:search");
    }

    // ---- Other sites, tags

    @Test
    void letsOnlyConfiguredSitesRead() throws Exception {
        var known = get("/sparql?query=ASK%20%7B%7D", "Origin", "https://analyse.example");
        var unknown = get("/sparql?query=ASK%20%7B%7D", "Origin", "https://annet.example");
        var asked = client.send(
                to("/sparql")
                        .header("Origin", "https://analyse.example")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type")
                        .method("OPTIONS", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(known.headers().map())
                .containsEntry("access-control-allow-origin", List.of("https://analyse.example"))
                .doesNotContainKey("access-control-allow-credentials");
        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(asked.statusCode()).isEqualTo(200);
    }

    @Test
    void sendsAThingAgainOnlyWhenItHasChanged() throws Exception {
        var first = get("/data/goal/g2.ttl");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        var again = get("/data/goal/g2.ttl", "If-None-Match", tag);
        var other = get("/data/goal/g2.jsonld", "If-None-Match", tag);

        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void servesJenasOwnClients() {
        String address = "http://localhost:" + port;
        try (var ask = org.apache.jena.sparql.exec.http.QueryExecHTTP.newBuilder()
                .endpoint(address + "/sparql")
                .query("ASK { ?g a <https://w3id.org/forankring/ns#Goal> }")
                .build()) {
            assertThat(ask.ask()).isTrue();
        }
        assertThat(org.apache
                        .jena
                        .sparql
                        .exec
                        .http
                        .GSP
                        .service(address + "/graphs")
                        .graphName(BASE + "/graph/confirmed")
                        .GET()
                        .size())
                .isPositive();
    }

    @Test
    void servesAClientWithNothingButStandardParameters() throws Exception {
        var response = client.send(
                to("/sparql")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/sparql-results+json,application/json,text/javascript")
                        .header("User-Agent", "sparqlwrapper-style")
                        .POST(BodyPublishers.ofString(
                                "query=" + URLEncoder.encode("SELECT ?s { ?s ?p ?o } LIMIT 1", StandardCharsets.UTF_8)
                                        + "&format=json&output=json&results=json"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map()).containsKey("content-type");
        assertThat(Map.of("body", response.body()).get("body")).contains("\"bindings\"");
    }
}
