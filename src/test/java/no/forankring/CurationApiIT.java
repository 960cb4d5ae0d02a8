package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import no.forankring.access.Accounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs enter, correct, import and undo, over the service as it ships.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurationApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private ConfigurableApplicationContext service;
    private String address;
    private String token;

    @BeforeAll
    void start() throws IOException {
        folder = Files.createTempDirectory("forankring-curation-api");
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"), "--forankring.sample=");
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        Accounts accounts = service.getBean(Accounts.class);
        token = accounts.issueToken(accounts.firstLogin().orElseThrow().account(), "test");
    }

    @AfterAll
    void stop() throws IOException {
        service.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void makesCorrectsLinksAndUndoes() throws Exception {
        JsonNode made = send("POST", "/api/things", """
                {"kind": "network", "values": {"name": "Programnettverket", "year": "2024"}, "source": {"why": "plan"}}
                """, 201);
        String iri = made.at("/thing/thing/iri").asString();
        String seen = made.at("/thing/seen").asString();
        JsonNode corrected = send("PATCH", "/api/things?iri=" + encoded(iri), """
                {"values": {"year": "2025"}, "seen": "%s", "source": {"why": "plan"}}
                """.formatted(seen), 200);
        JsonNode conflict = send("PATCH", "/api/things?iri=" + encoded(iri), """
                {"values": {"year": "2026"}, "seen": "%s", "source": {"why": "plan"}}
                """.formatted(seen), 409);
        JsonNode linked = send("POST", "/api/links", """
                {"subject": "%s", "predicate": "anchoredIn", "object": "Demensplan 2025", "strength": "Planned",
                 "source": {"why": "plan"}}
                """.formatted(iri), 201);

        assertThat(corrected.at("/thing/values/year/value").asString()).isEqualTo("2025");
        assertThat(conflict.at("/current/values/year/value").asString()).isEqualTo("2025");
        assertThat(linked.at("/thing/links/0/object/id").asString()).isEqualTo("plan-demensplan-2025");
        JsonNode history = send("GET", "/api/history?thing=" + encoded(iri), "", 200);
        assertThat(history.at("/total").asInt()).isEqualTo(3);
        assertThat(history.at("/changes/1/differences/0/before").asString()).isEqualTo("2024");
        send(
                "POST",
                "/api/history/undo",
                "{\"number\": %d}".formatted(made.at("/change").asLong()),
                422);
        send(
                "POST",
                "/api/history/undo",
                "{\"number\": %d}".formatted(linked.at("/change").asLong()),
                200);
        assertThat(send("GET", "/api/things?iri=" + encoded(iri), "", 200)
                        .at("/links")
                        .size())
                .isZero();
        send("DELETE", "/api/things?iri=" + encoded(iri) + "&why=slutt", "", 200);
        assertThat(send("GET", "/api/things?iri=" + encoded(iri), "", 200)
                        .at("/retired")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void saysFieldByFieldWhatIsWrong() throws Exception {
        JsonNode problem = send("POST", "/api/things", """
                {"kind": "activity", "values": {"name": "Kurs", "year": "snart", "participants": "-3"}}
                """, 422);

        assertThat(problem.at("/problems").findValuesAsString("field"))
                .containsExactlyInAnyOrder("why", "year", "participants");
        send("POST", "/api/things", "{\"kind\": \"tull\"}", 400);
        send("GET", "/api/things?iri=http://x.example/y", "", 404);
    }

    @Test
    void importsAPlanAndTellsEveryRow() throws Exception {
        String plan = "Navn;Type;Styrende dokumenter\nProgramkurs;kurs;Meld. St. 15 (2017–2018)\n;kurs;\n";
        JsonNode dry = upload("/api/import?dryRun=true", plan);
        JsonNode done = upload("/api/import", plan);
        JsonNode again = upload("/api/import", plan);

        assertThat(dry.at("/imported").asBoolean()).isFalse();
        assertThat(dry.at("/rows").findValuesAsString("outcome")).containsExactly("new", "error");
        assertThat(done.at("/rows/0/governing/0/meaning").asString()).isEqualTo("linked");
        assertThat(done.at("/change").asLong()).isPositive();
        assertThat(again.at("/rows/0/outcome").asString()).isEqualTo("unchanged");
        assertThat(again.at("/change").asLong()).isZero();
    }

    @Test
    void letsNobodyUnknownWriteAndDescribesItself() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/things"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode description = send("GET", "/openapi", "", 200);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(description.at("/paths").propertyNames())
                .contains("/api/things", "/api/links", "/api/import", "/api/history", "/api/history/undo");
    }

    private JsonNode upload(String path, String csv) throws Exception {
        String body = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--xx--\r\n";
        return answer(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=xx")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                200);
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        return answer(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                status);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode answer(HttpRequest request, int status) throws Exception {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
