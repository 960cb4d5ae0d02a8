package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import no.forankring.access.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs ask which names mean the same, merge, part and take back, over the service as it ships; and read which
/// numbers do not agree.
class IdentityApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MANDATE = """
            # Mandat for nettverk i ledelse og fagutvikling

            USHT Fjordvik har ansvar for nettverket.

            Nettverket er forankret i følgende styrende dokumenter

            - Meld. St. 15 (2017–2018) Leve hele livet
            """;
    private static final String PLAN = """
            # Aktivitetsplan 2023 USHT Fjordvik

            ## Fagnettverk i ledelse og kvalitet

            Nettverket bygger på Kompetanseløft 2025.

            Undersøkelsen fikk 12 svar. 45 % er fornøyd med samlingene.
            """;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext service;
    private String address;
    private String token;

    @BeforeEach
    void start() {
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"), "--forankring.sample=");
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        Accounts accounts = service.getBean(Accounts.class);
        token = accounts.issueToken(accounts.firstLogin().orElseThrow().account(), "test");
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        try (var files = Files.walk(folder.resolve("home"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void mergesWhatWaitsLeadsTheOldAddressOnAndTakesItBack() throws Exception {
        take("mandat.md", MANDATE);
        take("plan.md", PLAN);

        JsonNode waiting = send("GET", "/api/identity", "", 200).at("/waiting");
        assertThat(waiting.size()).isEqualTo(1);
        assertThat(waiting.at("/0/certainty").asString()).isEqualTo("doubtful");
        assertThat(waiting.at("/0/grounds").toString()).contains("felles ord: ledelse");
        String kept = waiting.at("/0/one").asString();
        String other = waiting.at("/0/other").asString();
        assertThat(page(other).statusCode()).isEqualTo(303);
        assertThat(location(page(other))).startsWith("/nettverk/");

        JsonNode decided = send("POST", "/api/identity", """
                {"kept": "%s", "other": "%s", "verdict": "same", "why": "samme gruppe"}
                """.formatted(kept, other), 200);

        HttpResponse<String> old = page(other);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(location(old)).isEqualTo(URI.create(kept).getPath());
        HttpResponse<String> data = request(
                HttpRequest.newBuilder(URI.create(address + URI.create(other).getPath()))
                        .header("Accept", "text/turtle"));
        assertThat(data.statusCode()).isEqualTo(303);
        assertThat(location(data)).isEqualTo(URI.create(kept).getPath());
        HttpResponse<String> page = request(HttpRequest.newBuilder(
                URI.create(address + URI.create(other).getPath().replace("/id/network/", "/nettverk/"))));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(location(page)).endsWith(URI.create(kept).getPath().replace("/id/network/", "/nettverk/"));
        JsonNode names = send("GET", "/api/identity/names?thing=" + encoded(other), "", 200);
        assertThat(send("GET", "/api/trace/" + id(other), "", 200).toString()).contains(id(kept));
        assertThat(names.at("/names").findValuesAsString("name"))
                .containsExactlyInAnyOrder("nettverk i ledelse og fagutvikling", "Fagnettverk i ledelse og kvalitet");
        JsonNode after = send("GET", "/api/identity", "", 200);
        assertThat(after.at("/waiting").size()).isZero();
        assertThat(after.at("/decisions/0/why").asString()).isEqualTo("samme gruppe");

        JsonNode undone =
                send("DELETE", "/api/identity/" + decided.at("/decisions/0/id").asString(), "", 200);

        finished(undone.at("/job").asString());
        assertThat(location(page(other))).startsWith("/nettverk/");
        assertThat(send("GET", "/api/identity", "", 200).at("/waiting").size()).isEqualTo(1);
    }

    @Test
    void partsANameThatMeansSomethingElse() throws Exception {
        take("mandat.md", MANDATE);
        take("plan.md", PLAN.replace("Fagnettverk i ledelse og kvalitet", "Fagnettverk innen leiing og fagutvikling"));
        String thing = named("nettverk i ledelse og fagutvikling");
        JsonNode names = send("GET", "/api/identity/names?thing=" + encoded(thing), "", 200);
        assertThat(names.at("/names").size()).as(names.toString()).isEqualTo(2);
        JsonNode parted = names.at("/names/1");

        JsonNode decided = send(
                "POST",
                "/api/identity/split",
                """
                {"thing": "%s", "names": ["%s"], "why": "et annet"}
                """.formatted(thing, parted.at("/id").asString()),
                200);

        assertThat(decided.at("/linkAgain/0").asString())
                .isEqualTo(parted.at("/document").asString());
        finished(decided.at("/job").asString());
        assertThat(send("GET", "/api/identity/names?thing=" + encoded(thing), "", 200)
                        .at("/names")
                        .size())
                .isEqualTo(1);
        send(
                "POST",
                "/api/identity/split",
                """
                {"thing": "%s", "names": ["%s"]}
                """.formatted(thing, names.at("/names/0/id").asString()),
                422);
    }

    @Test
    void saysWhatIsWrongWithADecisionAndLetsNobodyUnknownTakeOne() throws Exception {
        String body =
                "{\"kept\": \"http://localhost:8080/id/network/a\", \"other\": \"http://localhost:8080/id/network/b\","
                        + " \"verdict\": \"%s\"}";

        send("POST", "/api/identity", "{}", 400);
        send("POST", "/api/identity", body.formatted("perhaps"), 400);
        assertThat(send("POST", "/api/identity", body.formatted("same"), 422).toString())
                .contains("Ingenting har adressen");
        send("POST", "/api/identity/split", "{}", 400);
        send("DELETE", "/api/identity/none", "", 422);
        assertThat(request(HttpRequest.newBuilder(URI.create(address + "/api/identity"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.formatted("same"))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/openapi", "", 200).at("/paths").propertyNames())
                .contains("/api/identity", "/api/identity/names", "/api/identity/split", "/api/findings");
    }

    @Test
    void tellsOfNumbersThatDoNotAgreeAndPutsThemAwayUntilTheyAreTakenForward() throws Exception {
        take("plan.md", PLAN);
        JsonNode finding = send("GET", "/api/findings", "", 200).at("/findings/0");
        String body = "{\"finding\": \"%s\", \"why\": \"avrundet\"}"
                .formatted(finding.at("/finding").asString());

        assertThat(finding.at("/kind").asString()).isEqualTo("share");
        assertThat(finding.at("/claim/words").asString()).contains("45 %");
        assertThat(finding.at("/counters/0/words").asString()).contains("12 svar");
        send("POST", "/api/findings/dismissed", body, 200);
        take("plan.md", PLAN + "\nNytt.\n");
        assertThat(send("GET", "/api/findings", "", 200)
                        .at("/findings/0/dismissed")
                        .asBoolean())
                .isTrue();
        send(
                "DELETE",
                "/api/findings/dismissed?finding="
                        + encoded(finding.at("/finding").asString()),
                "",
                200);
        assertThat(send("GET", "/api/findings", "", 200)
                        .at("/findings/0/dismissed")
                        .asBoolean())
                .isFalse();
        send("POST", "/api/findings/dismissed", "{\"finding\": \"http://x.example/y\"}", 404);
    }

    private void take(String name, String text) throws Exception {
        String body =
                "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/markdown\r\n\r\n%s\r\n--xx--\r\n"
                        .formatted(name, text);
        HttpResponse<String> answer = request(HttpRequest.newBuilder(URI.create(address + "/api/documents"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=xx")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        finished(location(answer));
    }

    private void finished(String job) throws Exception {
        while (send("GET", job, "", 200).at("/finished").asString("").isEmpty()) {
            Thread.sleep(20);
        }
    }

    /// The address of what documents call so.
    private String named(String name) throws Exception {
        String query =
                "PREFIX fa: <https://w3id.org/forankring/ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                        + " SELECT DISTINCT ?thing WHERE { ?naming fa:names ?thing ; rdfs:label \"%s\"@nb }"
                                .formatted(name);
        HttpResponse<String> answer =
                request(HttpRequest.newBuilder(URI.create(address + "/sparql?query=" + encoded(query)))
                        .header("Accept", "application/sparql-results+json"));
        JsonNode found = JSON.readTree(answer.body()).at("/results/bindings");
        assertThat(found.size()).as(answer.body()).isEqualTo(1);
        return found.at("/0/thing/value").asString();
    }

    /// What a browser meets at the address of a thing, which has the base of the settings.
    private HttpResponse<String> page(String thing) throws Exception {
        return request(
                HttpRequest.newBuilder(URI.create(address + URI.create(thing).getPath()))
                        .header("Accept", "text/html"));
    }

    private static String id(String thing) {
        return thing.substring(thing.lastIndexOf('/') + 1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = request(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> request(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
