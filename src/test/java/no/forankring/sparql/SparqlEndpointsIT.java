package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Identities;
import no.forankring.identity.IdentityDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The protocols as a client meets them, over a store in memory.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = SparqlEndpointsIT.App.class,
        properties = {
            "forankring.sparql.query-timeout=20s",
            "forankring.sparql.update-timeout=2s",
            "forankring.sparql.max-rows=5000",
            "forankring.sparql.max-graph=100KB",
            "spring.main.banner-mode=off"
        })
class SparqlEndpointsIT {

    private static final String BASE = "http://forankring.test";

    // No @Configuration: the service's own scan of this package must not find it.
    @EnableAutoConfiguration
    @Import({
        SparqlConfiguration.class,
        SparqlController.class,
        UpdateController.class,
        GraphsController.class,
        LinkedDataController.class,
        CatalogController.class,
        SparqlProblems.class,
        KariMayWrite.class
    })
    static class App {
        @Bean
        FakeGraphStore store() {
            return new FakeGraphStore(BASE);
        }

        @Bean
        IdentityDesk identities(FakeGraphStore store) {
            return new Identities(store, (state, thing) -> {}, Clock.systemUTC());
        }
    }

    @Autowired
    private GraphStore wired;

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        store().clear();
        store().with("""
                g:register { <{base}/id/governing-document/lov-2011-06-24-30> a fa:Law, fa:GoverningDocument ; rdfs:label "Helse- og omsorgstjenesteloven"@nb . }
                g:ontology { fa:Law rdfs:label "Lov"@nb . }
                <{base}/graph/document/d1> {
                  <{base}/id/document/d1> a fa:Document ; dcterms:title "Mandat"@nb .
                  <{base}/id/network/n1> a fa:Network ; rdfs:label "Nettverk for velferdsteknologi"@nb ;
                      fa:anchoredIn <{base}/id/governing-document/lov-2011-06-24-30> .
                  <{base}/id/link/d1/l1> a fa:Link ; rdf:subject <{base}/id/network/n1> ; rdf:predicate fa:anchoredIn ;
                      rdf:object <{base}/id/governing-document/lov-2011-06-24-30> ; fa:evidence <{base}/id/evidence/d1/0-4> .
                  <{base}/id/evidence/d1/0-4> a fa:Evidence ; oa:hasSource <{base}/id/passage/d1/p7> ; oa:hasSelector <{base}/id/selector/d1/s1> .
                  <{base}/id/selector/d1/s1> oa:exact "loven" .
                  <{base}/id/passage/d1/p7> a fa:Passage ; fa:text "Etter loven skal nettverket …"@nb ; dcterms:isPartOf <{base}/id/document/d1> .
                }
                <{base}/graph/document/d1/suggestions> {
                  <{base}/id/mention/d1/9-12> a fa:AmbiguousMention .
                }
                """);
    }

    private FakeGraphStore store() {
        return (FakeGraphStore) wired;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpRequest.Builder asKari(HttpRequest.Builder request) {
        return request.header(
                "Authorization",
                "Basic " + java.util.Base64.getEncoder().encodeToString("kari:test".getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> query(String query, String... headers) throws IOException, InterruptedException {
        var request = to("/sparql?query=" + encoded(query));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private HttpResponse<String> update(String update) throws IOException, InterruptedException {
        return send(asKari(to("/update"))
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    // ---- Queries

    @Test
    void answersTheThreeWaysOfAsking() throws Exception {
        String ask = "ASK { ?s a <https://w3id.org/forankring/ns#Network> }";

        var get = query(ask);
        var form = send(to("/sparql")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=" + encoded(ask))));
        var direct = send(
                to("/sparql").header("Content-Type", "application/sparql-query").POST(BodyPublishers.ofString(ask)));

        assertThat(List.of(get, form, direct)).allSatisfy(response -> {
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).containsPattern("\"boolean\"\\s*:\\s*true");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/sparql-results+json",
        "*/*, application/sparql-results+json",
        "application/json, application/json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "'text/csv;q=0.4, text/tab-separated-values;q=0.9', text/tab-separated-values;charset=UTF-8",
        "'text/html, application/xml;q=0.9, */*;q=0.1', application/xml",
        "'application/sparql-results+json;q=0, text/csv', text/csv;charset=UTF-8",
    })
    void choosesTheFormatOfATableByAccept(String accept, String expected) throws Exception {
        var response =
                accept.isEmpty() ? query("SELECT * { ?s ?p ?o }") : query("SELECT * { ?s ?p ?o }", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualToIgnoringCase(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, text/turtle;charset=UTF-8",
        "application/n-triples, application/n-triples",
        "application/ld+json, application/ld+json",
        "application/rdf+xml, application/rdf+xml",
        "application/trig, application/trig",
        "application/n-quads, application/n-quads",
    })
    void choosesTheFormatOfAGraphByAccept(String accept, String expected) throws Exception {
        var construct = query("CONSTRUCT WHERE { ?s a ?o }", "Accept", accept);
        var describe = query("DESCRIBE <" + BASE + "/id/network/n1>", "Accept", accept);

        assertThat(type(construct)).isEqualToIgnoringCase(expected);
        assertThat(construct.body()).contains("Network");
        assertThat(describe.body()).contains("velferdsteknologi");
    }

    @Test
    void saysWhichFormatsThereAreWhenNoneFits() throws Exception {
        var response = query("SELECT * { ?s ?p ?o }", "Accept", "image/png");

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).contains("image/png", "text/csv");
    }

    @Test
    void letsTheFormatBeNamedInTheAddress() throws Exception {
        var response = send(to("/sparql?format=csv&query=" + encoded("SELECT (1 AS ?x) {}")));

        assertThat(response.body()).isEqualTo("x\r\n1\r\n");
    }

    @Test
    void passesOnWhatTheParserSays() throws Exception {
        var json = query("SELECT * { ?s ?p }");
        var text = query("SELECT * { ?s ?p }", "Accept", "text/plain");

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(type(json)).isEqualTo("application/problem+json");
        assertThat(json.body()).contains("#parse-error", "line 1");
        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(type(text)).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(text.body()).contains("line 1");
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-update, ASK {}, 415",
        "text/plain, ASK {}, 415",
        "application/x-www-form-urlencoded, nothing=1, 400",
        "application/x-www-form-urlencoded, query=ASK%20%7B%7D&query=ASK%20%7B%7D, 400",
        "application/sparql-query;charset=utf-16, ASK {}, 415",
    })
    void refusesWhatIsNotAQuery(String contentType, String body, int status) throws Exception {
        var response = send(to("/sparql").header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void doesNotTakePut() throws Exception {
        assertThat(send(to("/sparql").PUT(BodyPublishers.ofString("ASK {}"))).statusCode())
                .isEqualTo(405);
    }

    @Test
    void seesFactsOnlyUntilSuggestionsAreAskedForByName() throws Exception {
        String ask = "ASK { ?m a <https://w3id.org/forankring/ns#AmbiguousMention> }";
        String graph = BASE + "/graph/document/d1/suggestions";

        assertThat(query(ask).body()).containsPattern(":\\s*false");
        assertThat(send(to("/sparql?query=" + encoded(ask) + "&default-graph-uri=" + encoded(graph)))
                        .body())
                .containsPattern(":\\s*true");
        assertThat(query(ask.replace("ASK", "ASK FROM <" + graph + ">")).body()).containsPattern(":\\s*true");
        assertThat(send(to("/sparql?query="
                                + encoded("ASK { GRAPH ?g { ?m a <https://w3id.org/forankring/ns#AmbiguousMention> } }")
                                + "&named-graph-uri=" + encoded(BASE + "/graph/register")))
                        .body())
                .containsPattern(":\\s*false");
    }

    @Test
    void describesItselfWhenThereIsNoQuery() throws Exception {
        var response = send(to("/sparql").header("Accept", "application/n-triples"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("sparql-service-description#endpoint> <" + BASE + "/sparql>")
                .contains("sparql-service-description#defaultGraph>")
                .contains(BASE + "/graph/decisions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
                "SELECT * { { SELECT * { FILTER EXISTS { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } } } }",
                "SELECT (<java:java.lang.Runtime>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(8000) AS ?x) {}",
                "SELECT (SUM(<http://jena.apache.org/ARQ/function#context>(\"x\")) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o FILTER(<http://jena.apache.org/ARQ/function#sprintf>(\"%500000000d\", 1) = \"\") }"
            })
    void refusesWhatReachesOutsideTheGraph(String query) throws Exception {
        var response = query(query);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("#refused-by-policy");
    }

    @Test
    void keepsTheFunctionsOfTheStandards() throws Exception {
        var response = query("""
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
                SELECT (xsd:integer("7") + fn:abs(-1) AS ?x) (REPLACE("abcabc"@nb, "b(c)", "[$1]") AS ?y) (REGEX("Åse", "^å", "i") AS ?z) {}
                """, "Accept", "text/csv");

        assertThat(response.body()).isEqualTo("x,y,z\r\n8,a[c]a[c],true\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r . ?s ?t ?u }",
                "SELECT * { BIND(REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^((a+)+)+$\") AS ?x) }",
            })
    void stopsWhatTakesTooLong(String query) throws Exception {
        var response = send(to("/sparql?timeout=1&query=" + encoded(query)));

        assertThat(response.statusCode()).isIn(400, 503);
        assertThat(response.body()).containsAnyOf("#timeout", "#too-complex");
    }

    @Test
    void letsTheClientAskForLessTime() throws Exception {
        var response = send(
                to(
                        "/sparql?timeout=0.2&query="
                                + encoded(
                                        "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r }")));

        assertThat(response.statusCode()).isEqualTo(503);
    }

    @Test
    void stopsTextsThatGrowWithoutBound() throws Exception {
        var query = new StringBuilder("SELECT (STRLEN(?x40) AS ?n) { BIND(\"xxxxxxxxxx\" AS ?x0) ");
        for (int i = 1; i <= 40; i++) {
            query.append("BIND(CONCAT(?x%d, ?x%d) AS ?x%d) ".formatted(i - 1, i - 1, i));
        }

        var response = query(query.append("}").toString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("#too-complex");
    }

    @Test
    void refusesDeepNestingWithAReason() throws Exception {
        var response = send(to("/sparql")
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(
                        "SELECT * { FILTER(" + "(".repeat(3000) + "1" + ")".repeat(3000) + ") }")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("200");
    }

    @Test
    void doesNotCountBracketsInTexts() throws Exception {
        var response = query("ASK { FILTER(\"" + "(".repeat(500) + "\" != '''" + "{".repeat(500) + "''') }");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void breaksTheConnectionRatherThanCutAnAnswerInSilence() {
        many(3000);

        assertThatThrownBy(() -> query("SELECT * { ?s <http://x/p> ?o . ?s2 <http://x/p> ?o2 }"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void cutsWhereTheClientWantsItAndSaysSo() throws Exception {
        many(10);

        var cut = send(to("/sparql?max-rows=3&format=csv&query=" + encoded("SELECT ?o { ?s <http://x/p> ?o }")));
        var whole = send(to("/sparql?max-rows=30&format=csv&query=" + encoded("SELECT ?o { ?s <http://x/p> ?o }")));

        assertThat(cut.body().lines()).hasSize(4);
        assertThat(cut.headers().firstValue("X-Forankring-Truncated")).hasValue("true");
        assertThat(whole.body().lines()).hasSize(11);
        assertThat(whole.headers().firstValue("X-Forankring-Truncated")).hasValue("false");
    }

    private void many(int count) {
        var trig = new StringBuilder("g:register {");
        for (int i = 0; i < count; i++) {
            trig.append("<http://x/")
                    .append(i)
                    .append("> <http://x/p> ")
                    .append(i)
                    .append(" . ");
        }
        store().with(trig.append("}").toString());
    }

    @Test
    void walksLongChainsAndNestedClosures() throws Exception {
        var trig = new StringBuilder("g:register {");
        for (int i = 0; i < 10_000; i++) {
            trig.append("<http://x/%d> <http://x/next> <http://x/%d> .\n".formatted(i, i + 1));
        }
        store().with(trig.append("}").toString());

        var plus = query("SELECT (COUNT(*) AS ?n) { <http://x/0> <http://x/next>+ ?o }", "Accept", "text/csv");
        var nested = query("SELECT (COUNT(*) AS ?n) { <http://x/0> ((<http://x/next>*)*)* ?o }", "Accept", "text/csv");
        var back = query(
                "SELECT (COUNT(*) AS ?n) { ?s (^<http://x/other>|<http://x/next>)+ <http://x/9> }",
                "Accept",
                "text/csv");

        assertThat(plus.body()).isEqualTo("n\r\n10000\r\n");
        assertThat(nested.body()).isEqualTo("n\r\n10001\r\n");
        assertThat(back.body()).isEqualTo("n\r\n9\r\n");
    }

    // ---- Updates

    @Test
    void changesAGraphAtItsOwnAddress() throws Exception {
        String address = "/graph/prøve/en".replace("ø", "%C3%B8");
        String triple = "<http://x/a> <http://x/b> %d .";

        var made = send(asKari(to(address))
                .header("Content-Type", "text/turtle")
                .PUT(BodyPublishers.ofString(triple.formatted(1))));
        var added = send(asKari(to(address))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(BodyPublishers.ofString(
                        "--xyz\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.ttl\"\r\nContent-Type: text/turtle\r\n\r\n"
                                + triple.formatted(2) + "\r\n--xyz--\r\n")));
        var held = send(to(address).header("Accept", "application/n-triples"));
        var stranger = send(to(address).DELETE());
        var gone = send(asKari(to(address)).DELETE());

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(added.statusCode()).isEqualTo(204);
        assertThat(held.body().lines()).hasSize(2);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(send(to(address)).statusCode()).isEqualTo(404);
    }

    @Test
    void fetchesNothingWhenALoadIsSilent() throws Exception {
        var response = update("LOAD SILENT <http://127.0.0.1:9/x> INTO GRAPH <http://x/g>");
        var file = update("LOAD SILENT <file:pom.xml> INTO GRAPH <http://x/g>");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(file.statusCode()).isEqualTo(204);
        assertThat(query("ASK { GRAPH <http://x/g> { ?s ?p ?o } }").body()).containsPattern(":\\s*false");
    }

    @Test
    void keepsUpdatesFromStrangers() throws Exception {
        var response = send(to("/update")
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString("INSERT DATA { <http://x/a> <http://x/b> 1 }")));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(query("ASK { <http://x/a> ?p ?o }").body()).containsPattern(":\\s*false");
    }

    @Test
    void writesWhatIsOutsideAGraphToTheConfirmedFacts() throws Exception {
        var response = update("INSERT DATA { <http://x/a> <http://x/b> 1 }");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("X-Forankring-Change")).isPresent();
        assertThat(query("ASK { GRAPH <" + BASE + "/graph/confirmed> { <http://x/a> ?p ?o } }")
                        .body())
                .containsPattern(":\\s*true");
        assertThat(query("ASK { <http://x/a> ?p ?o }").body()).containsPattern(":\\s*true");
        assertThat(store().writers()).last().isEqualTo("kari");
    }

    @Test
    void letsLaterOperationsSeeWhatEarlierOnesDid() throws Exception {
        update("""
                INSERT DATA { <http://x/a> <http://x/n> 1 } ;
                DELETE { ?s <http://x/n> ?n } INSERT { ?s <http://x/m> ?n } WHERE { ?s <http://x/n> ?n } ;
                INSERT { ?s <http://x/seen> ?n } WHERE { ?s <http://x/m> ?n FILTER NOT EXISTS { ?s <http://x/n> ?x } }
                """);

        assertThat(query("SELECT ?p { <http://x/a> ?p ?o } ORDER BY ?p", "Accept", "text/csv")
                        .body())
                .isEqualTo("p\r\nhttp://x/m\r\nhttp://x/seen\r\n");
    }

    @Test
    void takesBackOnlyConfirmedFactsThroughTheDefaultGraph() throws Exception {
        update("DELETE WHERE { <" + BASE + "/id/network/n1> ?p ?o }");

        assertThat(query("ASK { <" + BASE + "/id/network/n1> ?p ?o }").body()).containsPattern(":\\s*true");
    }

    @Test
    void givesBlankNodesAddresses() throws Exception {
        update("INSERT DATA { GRAPH <" + BASE + "/graph/confirmed> { _:a <http://x/p> _:b . _:b <http://x/q> 1 } }");

        var response = query("SELECT ?a ?b { ?a <http://x/p> ?b . ?b <http://x/q> 1 }", "Accept", "text/csv");
        assertThat(response.body().lines().skip(1))
                .singleElement()
                .asString()
                .matches(BASE + "/id/skolem/[0-9a-f-]{36}," + BASE + "/id/skolem/[0-9a-f-]{36}");
    }

    @Test
    void changesNothingWhenTheLaterPartOfAnUpdateFails() throws Exception {
        var response = update("INSERT DATA { <http://x/a> <http://x/b> 1 } ; CLEAR GRAPH <http://x/none>");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(query("ASK { <http://x/a> ?p ?o }").body()).containsPattern(":\\s*false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOAD <file:///etc/hostname>",
                "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"
            })
    void refusesUpdatesThatFetch(String update) throws Exception {
        var response = update(update);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("#refused-by-policy");
    }

    @Test
    void stopsUpdatesThatTakeTooLong() throws Exception {
        many(300);

        var response = update(
                "INSERT { <http://x/a> <http://x/b> ?n } WHERE { SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } }");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(query("ASK { <http://x/a> ?p ?o }").body()).containsPattern(":\\s*false");
    }

    @Test
    void usesTheGraphsThatTheProtocolNames() throws Exception {
        String update =
                "INSERT { <http://x/found> <http://x/p> ?m } WHERE { ?m a <https://w3id.org/forankring/ns#AmbiguousMention> }";

        var response = send(asKari(to("/update?using-graph-uri=" + encoded(BASE + "/graph/document/d1/suggestions")))
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update)));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(query("ASK { <http://x/found> ?p ?o }").body()).containsPattern(":\\s*true");
    }

    // ---- Graphs

    @Test
    void keepsChangesAndForgetsAGraph() throws Exception {
        String graph = "/graphs?graph=" + encoded("http://x/g");

        var created = send(
                asKari(to(graph)).header("Content-Type", "text/turtle").PUT(BodyPublishers.ofString("<a> <b> 1 .")));
        var replaced = send(asKari(to(graph))
                .header("Content-Type", "application/n-triples")
                .PUT(BodyPublishers.ofString("<http://x/c> <http://x/d> <http://x/e> .")));
        var added = send(asKari(to(graph))
                .header("Content-Type", "application/ld+json")
                .POST(BodyPublishers.ofString("{\"@id\":\"http://x/f\",\"http://x/g\":1}")));
        var read = send(to(graph).header("Accept", "application/n-triples"));
        var head = send(to(graph).HEAD());
        var deleted = send(asKari(to(graph)).DELETE());
        var gone = send(to(graph));
        var again = send(asKari(to(graph)).DELETE());

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(replaced.statusCode()).isEqualTo(204);
        assertThat(added.statusCode()).isEqualTo(204);
        assertThat(read.body()).contains("<http://x/c>", "<http://x/f>").doesNotContain("<http://x/a>");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(again.statusCode()).isEqualTo(404);
    }

    @Test
    void readsAllFactsAndWritesConfirmedOnesThroughTheDefaultGraph() throws Exception {
        var put = send(asKari(to("/graphs?default"))
                .header("Content-Type", "text/turtle")
                .PUT(BodyPublishers.ofString("<http://x/a> <http://x/b> <http://x/c> .")));
        var facts = send(to("/graphs?default").header("Accept", "application/n-triples"));

        assertThat(put.statusCode()).isEqualTo(204);
        assertThat(facts.body()).contains("<http://x/a>", "/id/network/n1>").doesNotContain("AmbiguousMention");
    }

    @Test
    void namesANewGraphWhenAskedToKeepOne() throws Exception {
        var response = send(asKari(to("/graphs"))
                .header("Content-Type", "text/turtle")
                .POST(BodyPublishers.ofString("<http://x/a> <http://x/b> 1 .")));

        assertThat(response.statusCode()).isEqualTo(201);
        String name = response.headers().firstValue("Location").orElseThrow();
        assertThat(send(to("/graphs?graph=" + encoded(name))).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, '<a> <b>', 400",
        "application/x-unknown, 'x', 415",
        "application/trig, '<http://x/g> { <http://x/a> <http://x/b> 1 }', 400",
        "application/ld+json, '{\"@context\":\"http://127.0.0.1:9/c\",\"@id\":\"http://x/a\",\"b\":1}', 400",
    })
    void refusesBodiesThatAreNotOneGraph(String contentType, String body, int status) throws Exception {
        var response = send(asKari(to("/graphs?graph=" + encoded("http://x/g")))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofString(body)));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(send(to("/graphs?graph=" + encoded("http://x/g"))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesBodiesAboveTheCap() throws Exception {
        var response = send(asKari(to("/graphs?graph=" + encoded("http://x/g")))
                .header("Content-Type", "text/turtle")
                .PUT(BodyPublishers.ofString("# " + "x".repeat(200_000))));

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphs", "/graphs?graph=relative", "/graphs?default&graph=http://x/g"})
    void needsToKnowWhichGraph(String path) throws Exception {
        assertThat(send(to(path)).statusCode()).isEqualTo(400);
    }

    // ---- Linked data

    @ParameterizedTest
    @CsvSource({
        "/id/governing-document/lov-2011-06-24-30, text/html, /styrende-dokumenter/lov-2011-06-24-30",
        "/id/network/n1, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', /nettverk/n1",
        "/id/document/d1, text/html, /dokumenter/d1",
        "/id/passage/d1/p7, text/html, /dokumenter/d1#p7",
        "/id/evidence/d1/0-4, text/html, /dokumenter/d1#p7",
        "/id/link/d1/l1, text/html, /ting/link/d1/l1",
        "/id/mention/d1/9-12, text/html, /ting/mention/d1/9-12",
        "/id/network/n1, text/turtle, /data/network/n1",
        "/id/network/n1, */*, /data/network/n1",
    })
    void leadsToThePageOrTheData(String path, String accept, String location) throws Exception {
        var response = send(to(path).header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(location);
        assertThat(response.headers().allValues("Vary")).contains("Accept");
    }

    @ParameterizedTest
    @CsvSource({
        "/id/network/n0, text/html, /id/network/n1",
        "/id/network/n0, text/turtle, /id/network/n1",
        "/data/network/n0, text/turtle, /data/network/n1",
        "/data/network/n0.ttl, */*, /data/network/n1.ttl",
    })
    void leadsAnAddressThatWasMergedToTheOneThatStands(String path, String accept, String location) throws Exception {
        store().with("""
                g:decisions {
                  <{base}/id/identity/1> a fa:IdentityDecision ; fa:verdict "same" ;
                      fa:kept <{base}/id/network/n1> ; fa:other <{base}/id/network/n0> ;
                      prov:wasAssociatedWith <{base}/id/agent/kari> ;
                      prov:endedAtTime "2025-03-03T09:00:00Z"^^xsd:dateTime .
                }
                """);

        var response = send(to(path).header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).hasValue(location);
    }

    @Test
    void saysWhatTheFactsSayOfAThingDownToTheWords() throws Exception {
        var response = send(to("/data/network/n1").header("Accept", "application/n-triples"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("/id/link/d1/l1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object>")
                .contains("\"loven\"")
                .contains("Etter loven skal nettverket");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle;charset=UTF-8",
        "jsonld, application/ld+json",
        "nt, application/n-triples",
        "rdf, application/rdf+xml"
    })
    void givesTheFormatOfTheSuffix(String suffix, String type) throws Exception {
        var response = send(to("/data/governing-document/lov-2011-06-24-30." + suffix));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(type(response)).isEqualToIgnoringCase(type);
    }

    @Test
    void saysWhereAThingIsThatIsNoFact() throws Exception {
        var suggestion = send(to("/data/mention/d1/9-12"));
        var unknown = send(to("/id/network/none").header("Accept", "text/html"));

        assertThat(suggestion.statusCode()).isEqualTo(404);
        assertThat(suggestion.body()).contains("/graph/document/d1/suggestions");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("/id/network/none");
    }

    @Test
    void givesNamedGraphsAndTheVocabulary() throws Exception {
        var suggestions = send(to("/graph/document/d1/suggestions").header("Accept", "application/n-triples"));
        var vocabulary = send(to("/ns"));

        assertThat(suggestions.body()).contains("AmbiguousMention");
        assertThat(vocabulary.body()).contains("Lov");
        assertThat(send(to("/graph/none")).statusCode()).isEqualTo(404);
        assertThat(send(to("/katalog").header("Accept", "text/turtle")).body()).contains("dcat:Catalog");
        assertThat(send(to("/katalog.jsonld")).headers().firstValue("Content-Type"))
                .hasValue("application/ld+json");
    }
}
