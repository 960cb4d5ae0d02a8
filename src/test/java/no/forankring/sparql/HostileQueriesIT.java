package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import no.forankring.graph.GraphStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Queries that would bring a server down, fifty at once: every one ends with a reason, and what else the service does
/// goes on. Prints how each kind ended and how long others waited.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = SparqlEndpointsIT.App.class,
        properties = {
            "forankring.sparql.query-timeout=1500ms",
            "forankring.sparql.waiting=60",
            "forankring.sparql.max-answer=2MB",
            "spring.main.banner-mode=off"
        })
class HostileQueriesIT {

    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private GraphStore store;

    @LocalServerPort
    private int port;

    @BeforeEach
    void fill() {
        var trig = new StringBuilder("g:register {");
        for (int i = 0; i < 2_000; i++) {
            trig.append("<http://x/%d> <http://x/next> <http://x/%d>, <http://x/%d> ; <http://x/text> \"%s!\" .\n"
                    .formatted(i, (i + 1) % 2_000, (i * 7 + 3) % 2_000, "a".repeat(40)));
        }
        ((FakeGraphStore) store).with(trig.append("}").toString());
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("cross product", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");
        kinds.put("sorted cross product", "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i");
        kinds.put(
                "path bomb",
                "SELECT (COUNT(*) AS ?n) { ?a ((<http://x/next>|^<http://x/next>)*/<http://x/next>*)* ?b . ?b <http://x/next>* ?c }");
        kinds.put("regex bomb", "SELECT * { ?s <http://x/text> ?t FILTER REGEX(?t, \"^((a+)+)+$\") }");
        kinds.put(
                "replace bomb",
                "SELECT (REPLACE(REPLACE(REPLACE(?t, \"a\", ?t), \"a\", ?t), \"a\", ?t) AS ?x) { ?s <http://x/text> ?t }");
        kinds.put(
                "many values",
                "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + "1 ".repeat(60_000) + "} VALUES ?y { " + "2 ".repeat(60_000)
                        + "} }");
        kinds.put("deep nesting", "SELECT * { " + "{".repeat(5_000) + "?s ?p ?o" + "}".repeat(5_000) + " }");
        kinds.put("long union", "SELECT * { " + "{ ?s ?p ?o } UNION ".repeat(8_000) + "{ ?s ?p ?o } }");
        kinds.put("huge answer", "SELECT * { ?s <http://x/text> ?t . ?s2 <http://x/text> ?t2 }");
        kinds.put(
                "group concat",
                "SELECT (GROUP_CONCAT(?t) AS ?all) { ?s <http://x/text> ?t . ?s2 <http://x/text> ?t2 . ?s3 <http://x/text> ?t3 }");
        return kinds;
    }

    @Test
    void endsEachOfFiftyAtOnceWithAReason() throws Exception {
        var ended = new TreeMap<String, Map<String, Integer>>();
        var waits = new ArrayList<Long>();
        var list = List.copyOf(kinds().entrySet());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE + 1)) {
            var running = new ArrayList<CompletableFuture<Map.Entry<String, String>>>();
            for (int i = 0; i < AT_ONCE; i++) {
                Map.Entry<String, String> kind = list.get(i % list.size());
                running.add(CompletableFuture.supplyAsync(
                        () -> Map.entry(kind.getKey(), outcome(kind.getValue())), threads));
            }
            var all = CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
            while (!all.isDone()) {
                long start = System.nanoTime();
                // A page that asks nothing of the query threads.
                assertThat(status("/katalog.ttl")).isEqualTo(200);
                waits.add((System.nanoTime() - start) / 1_000_000);
                Thread.sleep(50);
            }
            all.get();
            for (var one : running) {
                ended.computeIfAbsent(one.get().getKey(), none -> new TreeMap<>())
                        .merge(one.get().getValue(), 1, Integer::sum);
            }
        }

        ended.forEach((kind, outcomes) -> System.out.println("Hostile " + kind + ": " + outcomes));
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "Others waited p50 %d ms, p99 %d ms (%d requests)%n",
                sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], sorted.length);
        assertThat(ended).hasSize(list.size());
        ended.values()
                .forEach(outcomes -> assertThat(outcomes.keySet())
                        .isSubsetOf(
                                "timeout",
                                "too-complex",
                                "busy",
                                "too-large",
                                "result-too-large",
                                "parse-error",
                                "broken off"));
        Thread.sleep(500);
        assertThat(busyQueryThreads()).isEmpty();
        assertThat(status("/sparql?query=ASK%20%7B%7D")).isEqualTo(200);
    }

    private int status(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .timeout(Duration.ofSeconds(60))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    // The problem type of the answer; an answer that was cut must not look whole.
    private String outcome(String query) {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sparql"))
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/sparql-query")
                            .POST(BodyPublishers.ofString(query))
                            .build(),
                    BodyHandlers.ofString());
            int type = response.body().indexOf(SparqlProblems.TYPES);
            return type < 0
                    ? "answered " + response.statusCode()
                    : response.body()
                            .substring(type + SparqlProblems.TYPES.length())
                            .split("\"", 2)[0];
        } catch (java.net.http.HttpTimeoutException silent) {
            return "no answer";
        } catch (IOException brokenOff) {
            return "broken off";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static List<String> busyQueryThreads() throws InterruptedException {
        List<String> busy = List.of();
        for (int i = 0; i < 40; i++) {
            busy = Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getName().startsWith("query-"))
                    .filter(thread -> Arrays.stream(thread.getValue())
                            .anyMatch(frame -> frame.getClassName().startsWith("org.apache.jena")))
                    .map(thread -> thread.getKey().getName())
                    .toList();
            if (busy.isEmpty()) {
                break;
            }
            Thread.sleep(100);
        }
        return busy;
    }

    @Test
    void letsGoOfAReaderThatDoesNotRead() throws Exception {
        String query = URLEncoder.encode(
                "SELECT * { ?s <http://x/text> ?t . ?s2 <http://x/text> ?t2 }", StandardCharsets.UTF_8);
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 4; i++) {
                var socket = new Socket("localhost", port);
                socket.setReceiveBufferSize(1024);
                socket.getOutputStream()
                        .write(("GET /sparql?query=" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                sockets.add(socket);
            }
            Thread.sleep(4_500);

            assertThat(status("/sparql?query=ASK%20%7B%7D")).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
