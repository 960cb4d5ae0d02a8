package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forankring.access.Accounts;
import no.forankring.backup.Backup;
import no.forankring.cli.Commands;
import no.forankring.cli.OpenHome;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service, wired as it ships, with the sample documents taken in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceIT {

    private static final long PATIENCE_MILLISECONDS = 180_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private ConfigurableApplicationContext service;
    private OpenHome home;
    private String address;
    private Job sample;

    @BeforeAll
    void start() throws Exception {
        folder = Files.createTempDirectory("forankring-service");
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"), "--forankring.sample=corpus");
        home = service.getBean(OpenHome.class);
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        sample = finished();
    }

    private Job finished() throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
        while (System.currentTimeMillis() < deadline) {
            List<Job> jobs = home.ingest().jobs();
            if (!jobs.isEmpty() && jobs.stream().allMatch(job -> job.finished().isPresent())) {
                return jobs.getLast();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The sample documents were not in after three minutes");
    }

    @AfterAll
    void stop() throws IOException {
        service.close();
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    // Hand-checked against the texts in corpus/source.
    static java.util.stream.Stream<org.junit.jupiter.params.provider.Arguments> rowsOfReports() {
        return java.util.stream.Stream.of(
                arguments(
                        "kommuner-per-nettverk",
                        Map.of("year", "2024", "suggestions", "ja"),
                        3,
                        "Læringsnettverk «Gode overganger»|2024|Granly kommune"),
                arguments("deltakere-per-tema", Map.of("name", "demens", "suggestions", "ja"), 3, "demens"),
                arguments("mest-siterte-bestemmelser", Map.of("about", "lov-2011-06-24-30"), 0, "§ 4-1|6|5"),
                arguments(
                        "endringer-mellom-to-aar",
                        Map.of("from", "2022", "to", "2023", "kind", "årsrapport"),
                        0,
                        "borte|Demensplan 2020"),
                arguments(
                        "kilder-til-en-paastand",
                        Map.of("name", "gode overganger", "suggestions", "ja"),
                        0,
                        "Granly kommune"),
                arguments(
                        "aktiviteter-uten-belegg",
                        Map.of("suggestions", "ja"),
                        0,
                        "Åpen fagdag i lindrende behandling"),
                arguments(
                        "nettverk-per-styringsdokument",
                        Map.of("about", "for-2022-06-22-1110", "suggestions", "ja"),
                        1,
                        "2023|Læringsnettverk «Trygg hverdag hjemme»"),
                arguments("forslag-per-dokument", Map.of(), 0, "Aktivitetsplan 2024 for USHT Fjordvik"));
    }

    private static org.junit.jupiter.params.provider.Arguments arguments(
            String report, Map<String, String> parameters, int rows, String words) {
        return org.junit.jupiter.params.provider.Arguments.of(report, parameters, rows, words);
    }

    /// @param expected how many rows; 0 where that is not checked
    @org.junit.jupiter.params.ParameterizedTest(name = "{0}")
    @org.junit.jupiter.params.provider.MethodSource("rowsOfReports")
    void answersReadyQueriesOfTheSample(String report, Map<String, String> parameters, int expected, String words) {
        var rows = service.getBean(no.forankring.report.Reports.class).run(report, parameters, "nb").rows().stream()
                .map(row ->
                        String.join("|", row.stream().map(cell -> cell.text()).toList()))
                .toList();

        assertThat(rows).anyMatch(row -> row.contains(words));
        if (expected > 0) {
            assertThat(rows).hasSize(expected);
        }
    }

    @Test
    void searchesTextsFromAQueryOfTheSample() throws Exception {
        String query = "PREFIX text: <https://w3id.org/forankring/text#> PREFIX dcterms: <http://purl.org/dc/terms/> "
                + "SELECT ?t { (?p ?s ?x ?n ?d) text:search (\"lindrende behandling\" 20) . ?d dcterms:title ?t }";

        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/sparql?format=csv&query="
                                + java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Mandat for fagnettverk i lindrende behandling");
    }

    @Test
    void takesInEverySampleDocument() {
        assertThat(sample.files())
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(file -> assertThat(file.outcome()).get().isInstanceOf(FileOutcome.Ingested.class));
    }

    @Test
    void storesOnlyWhatTheShapesAllow() {
        assertThat(home.graph().check(false)).isEmpty();
        assertThat(home.ingest().check()).isEmpty();
        assertThat(home.index().check()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sok?q=demens",
                "/styrende-dokumenter",
                "/styrende-dokumenter/meldst-15-2017-2018",
                "/nettverk",
                "/aktiviteter",
                "/dokumenter",
                "/gjennomgang",
                "/hjelp",
                "/sparql-editor",
                "/sporing?id=plan-demensplan-2025",
                "/openapi",
                "/actuator/health"
            })
    void answersEveryPageAboutTheRealDoors(String path) throws Exception {
        assertThat(get(path, "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheSameFactToThePageAndToSparql() throws Exception {
        HttpResponse<String> page = get("/styrende-dokumenter/plan-demensplan-2025", "text/html");
        JsonNode answer = select("""
                PREFIX fa: <https://w3id.org/forankring/ns#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                SELECT ?name WHERE {
                  ?thing fa:cites <http://localhost:8080/id/governing-document/plan-demensplan-2025> ; dcterms:title ?name
                }""");

        JsonNode rows = answer.path("results").path("bindings");
        assertThat(rows).isNotEmpty();
        rows.forEach(row ->
                assertThat(page.body()).contains(row.path("name").path("value").asString()));
    }

    @Test
    void showsNoSuggestionToAQueryThatDidNotAskForIt() throws Exception {
        JsonNode facts =
                select("PREFIX fa: <https://w3id.org/forankring/ns#> SELECT ?l WHERE { ?l fa:status fa:Suggested }");
        JsonNode named = select(
                "PREFIX fa: <https://w3id.org/forankring/ns#> SELECT ?l WHERE { GRAPH ?g { ?l fa:status fa:Suggested } }");

        assertThat(facts.path("results").path("bindings")).isEmpty();
        assertThat(named.path("results").path("bindings")).isNotEmpty();
    }

    @Test
    void proposesBothPapersWhereANumberIsAllThereIs() {
        assertThat(home.traces()
                        .trace("meldst-24-2022-2023", true)
                        .orElseThrow()
                        .incoming())
                .anySatisfy(step -> assertThat(step.status()).isEqualTo("Suggested"));
    }

    @Test
    void asksForALoginBeforeItTakesAFile() throws Exception {
        HttpResponse<String> refused = upload("fil.txt", "Demensplan 2025", "");

        assertThat(refused.statusCode()).isIn(401, 403);
    }

    @Test
    void followsAnUploadToItsOutcomeAndSaysWhatIsWrongWithABadFile() throws Exception {
        String token = service.getBean(Accounts.class).issueToken(Accounts.FIRST_ACCOUNT, "test");

        JsonNode job = JsonMapper.shared().readTree(upload("tom.pdf", "", token).body());
        JsonNode state;
        do {
            Thread.sleep(50);
            state = JsonMapper.shared()
                    .readTree(get("/api/jobs/" + job.path("id").asString(), "application/json")
                            .body());
        } while (state.path("files").isEmpty()
                || state.path("files").path(0).path("outcome").asString("").isEmpty());

        assertThat(state.path("files").path(0).path("outcome").asString()).isEqualTo("failed");
        assertThat(state.path("files").path(0).path("message").asString()).contains("tom");
    }

    @Test
    void sendsPeopleToAPageAndProgramsToData() throws Exception {
        HttpResponse<String> person = get("/id/governing-document/meldst-15-2017-2018", "text/html");
        HttpResponse<String> program = get("/id/governing-document/meldst-15-2017-2018", "text/turtle");

        assertThat(person.statusCode()).isEqualTo(303);
        assertThat(person.headers().firstValue("Location")).get().asString().contains("/styrende-dokumenter/");
        assertThat(program.statusCode()).isEqualTo(303);
        assertThat(program.headers().firstValue("Location")).get().asString().contains("/data/");
    }

    @Test
    void tellsHowItIsToThoseWhoRunItAndOnlyTheStateToOthers() throws Exception {
        JsonNode open = JsonMapper.shared()
                .readTree(get("/actuator/health", "application/json").body());
        JsonNode full = JsonMapper.shared().readTree(asAdmin("/actuator/health").body());
        String metrics = asAdmin("/actuator/prometheus").body();

        assertThat(open.path("status").asString()).isEqualTo("UP");
        assertThat(open.path("components").isMissingNode()).isTrue();
        assertThat(get("/actuator/health/readiness", "application/json").statusCode())
                .isEqualTo(200);
        for (String part : List.of("graph", "index", "queue", "diskSpace")) {
            assertThat(full.path("components").path(part).path("status").asString())
                    .as(part)
                    .isEqualTo("UP");
        }
        assertThat(get("/actuator/prometheus", "*/*").statusCode()).isIn(302, 401);
        select("SELECT * WHERE { ?s ?p ?o } LIMIT 1");
        assertThat(metrics)
                .contains("forankring_ingest_seconds_count{outcome=\"read\",reason=\"none\"}")
                .contains("forankring_queue_files", "forankring_index_behind", "forankring_graph_writable 1");
        assertThat(asAdmin("/actuator/prometheus").body())
                .contains("forankring_sparql_seconds_count{kind=\"select\",outcome=\"answered\"}")
                .contains("logback_events_total");
    }

    @Test
    void numbersEachRequestAndKeepsAPlainNumberThatComesWithIt() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/hjelp"));
        var own = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        var given = http.send(
                request.copy().header("X-Request-Id", "proxy-17.a").build(), HttpResponse.BodyHandlers.discarding());
        var odd = http.send(
                request.copy().header("X-Request-Id", "<b>ola</b>").build(), HttpResponse.BodyHandlers.discarding());

        assertThat(own.headers().firstValue("X-Request-Id")).get().asString().hasSize(13);
        assertThat(given.headers().firstValue("X-Request-Id")).contains("proxy-17.a");
        assertThat(odd.headers().firstValue("X-Request-Id")).get().asString().hasSize(13);
    }

    @Test
    void givesABackupToThoseWhoMaySeeEverythingWhileItRuns() throws Exception {
        Path file = folder.resolve("hentet.zip");
        var out = new StringWriter();
        String token = service.getBean(Accounts.class).issueToken(Accounts.FIRST_ACCOUNT, "test");

        assertThat(get("/api/backup", "*/*").statusCode()).isEqualTo(401);
        int status = Commands.run(
                new String[] {"backup", file.toString(), "--server", address, "--token", token},
                new PrintWriter(out),
                new PrintWriter(out));

        assertThat(status).as("%s", out).isZero();
        assertThat(Backup.verify(file).change()).isPositive();
        assertThat(out.toString()).contains("til og med endring");
    }

    private HttpResponse<String> asAdmin(String path) throws Exception {
        String token = service.getBean(Accounts.class).issueToken(Accounts.FIRST_ACCOUNT, "test");
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode select(String query) throws Exception {
        String body = get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "application/json")
                .body();
        return JsonMapper.shared().readTree(body);
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> upload(String name, String text, String token) throws Exception {
        String body =
                "--grense\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n--grense--\r\n"
                        .formatted(name, text);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/documents"))
                .header("Content-Type", "multipart/form-data; boundary=grense")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
