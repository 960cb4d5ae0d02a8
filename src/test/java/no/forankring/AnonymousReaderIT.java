package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.access.Accounts;
import no.forankring.cli.OpenHome;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.trace.Listing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Whoever reads without logging in reaches no personal data: not by a page, search, SPARQL, API, export or the log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnonymousReaderIT {

    private static final int MOST_PAGES = 330;
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    /// The register speaks of no private person, and has hundreds of pages; a language is another form of the same
    /// page.
    private static final Pattern NOT_FOLLOWED = Pattern.compile(
            "/styrende-dokumenter.*|.*[?&](?:amp;)?lang=.*|/webjars/.*|/assets/.*|.*\\.(?:css|js|svg)|/openapi.*|/logg-inn.*");

    private static final Map<String, String> INVENTED = new LinkedHashMap<>();
    private static final List<String> SECRETS = List.of(
            "kari.eksempel@fjordvik.example",
            "kari eksempel",
            "ola@fjordvik.example",
            "ola prøvesen",
            "vilfrida",
            "solstrand",
            "412 34 567",
            "41234567",
            "alzheimer",
            "fredrik nyvik",
            "010170 12345",
            "hemmelig emne");

    static {
        INVENTED.put("mandat Kari Eksempel kari.eksempel@fjordvik.example.txt", """
                Mandat for nettverk i demens

                Nettverket er forankret i Demensplan 2025, se Kari Eksempel (kari.eksempel@fjordvik.example).
                Det bygger også på Stortingsmelding 24, sier Kari Eksempel på telefon 412 34 567.

                Vilfrida Solstrand har Alzheimer og fortalte om Demensplan 2025.

                Saksbehandler: Fredrik Nyvik, f.nr. 010170 12345
                """);
        INVENTED.put("brev.eml", """
                From: Ola Prøvesen <ola@fjordvik.example>
                To: Kari Eksempel <kari.eksempel@fjordvik.example>
                Subject: Samling, ring Kari Eksempel 412 34 567
                Date: Mon, 3 Mar 2025 10:00:00 +0100
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Hei

                Samlingen følger opp Demensplan 2025 og Meld. St. 15 (2017–2018) Leve hele livet.

                Med vennlig hilsen

                Ola Prøvesen
                Rådgiver, USHT Fjordvik
                412 34 567
                """);
        INVENTED.put("side.html", """
                <!doctype html><html lang="nb"><head><title>Kontakt Kari Eksempel, 412 34 567</title></head><body>
                <h1>Kontakt Kari Eksempel, 412 34 567</h1>
                <p>Tilbudet er forankret i Demensplan 2025.</p>
                <table><tr><th>Navn</th><th>E-post</th></tr>
                <tr><td>Kari Eksempel</td><td><a href="mailto:kari.eksempel@fjordvik.example">skriv til
                kari.eksempel@fjordvik.example</a></td></tr>
                <tr><td>Ola Prøvesen</td><td>ola@fjordvik.example</td></tr></table></body></html>
                """);
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final Map<String, String> seen = new LinkedHashMap<>();
    private Path folder;
    private ConfigurableApplicationContext service;
    private OpenHome home;
    private String address;

    @BeforeAll
    void start() throws Exception {
        folder = Files.createTempDirectory("forankring-anonymous");
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"));
        // After the start, which sets the log up anew.
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                log.add(event.getFormattedMessage() + " " + event.getThrowableProxy());
            }
        };
        appender.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(appender);
        home = service.getBean(OpenHome.class);
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        var sources = new ArrayList<Source>();
        INVENTED.forEach((name, text) ->
                sources.add(new Source(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        for (Path shared : shared()) {
            sources.add(new Source(Objects.toString(shared.getFileName()), () -> Files.newInputStream(shared)));
        }
        finished(home.ingest().submit("test", "Kari Eksempel, 412 34 567", sources));
        readEverything();
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

    @Test
    void readsTheDocumentsOtherwise() {
        assertThat(home.traces().list(Addresses.DOCUMENT)).hasSize(INVENTED.size() + shared().size());
        assertThat(seen.values()).anyMatch(page -> page.contains("[navn holdt tilbake]"));
        assertThat(seen.values()).anyMatch(page -> page.contains("[e-post holdt tilbake]"));
        assertThat(home.traces()
                        .trace("plan-demensplan-2025", false)
                        .orElseThrow()
                        .incoming())
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void reachesNoInventedPerson() throws Exception {
        assertUnreachable(new TreeSet<>(SECRETS));
    }

    @Test
    void reachesNoAddressAndNoNameBesideOneOfTheSharedTexts() throws Exception {
        Assumptions.assumeFalse(
                shared().isEmpty(), "The shared texts are not beside the repository, in ../shared/corpus");
        var addresses = new TreeSet<String>();
        var names = new TreeSet<String>();
        for (Path shared : shared()) {
            collect(Files.readString(shared), addresses, names);
        }

        assertThat(addresses).as("addresses collected").hasSizeGreaterThanOrEqualTo(27);
        assertThat(names).as("names collected").hasSizeGreaterThanOrEqualTo(20);
        assertUnreachable(addresses);
        assertUnreachable(names);
    }

    @Test
    void isGivenNoOriginal() throws Exception {
        for (Listing document : home.traces().list(Addresses.DOCUMENT)) {
            assertThat(get("/dokumenter/" + document.thing().id() + "/fil").statusCode())
                    .isEqualTo(302);
            assertThat(get("/personopplysninger/" + document.thing().id()).statusCode())
                    .isEqualTo(302);
        }
        assertThat(get("/api/personal-data").statusCode()).isEqualTo(401);
    }

    @Test
    void isShownItByOneWithTheRight() throws Exception {
        String token = service.getBean(Accounts.class).issueToken(Accounts.FIRST_ACCOUNT, "test");
        String id = home.traces().list(Addresses.DOCUMENT).stream()
                .map(listing -> listing.thing().id())
                .filter(document -> document.startsWith("brev"))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> found = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/personal-data/" + id))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(found.body()).contains("Ola Prøvesen", "412 34 567");
        assertThat(String.join("\n", log)).doesNotContain("Ola Prøvesen");
    }

    // ---- what there is to reach ----

    private void assertUnreachable(Set<String> secrets) throws Exception {
        for (String secret : secrets) {
            HttpResponse<String> answer =
                    get("/api/search?q=" + URLEncoder.encode("\"" + secret + "\"", StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            // The answer repeats what was asked.
            assertThat(holds(flat(answer.body().replaceAll("\"understood\":\"[^\"]*\"", "")), secret))
                    .as("something personal of %d letters found by search", secret.length())
                    .isFalse();
        }
        for (var page : seen.entrySet()) {
            for (String secret : secrets) {
                assertThat(holds(page.getValue(), secret))
                        .as("something personal of %d letters at %s", secret.length(), page.getKey())
                        .isFalse();
            }
        }
    }

    private static boolean holds(String text, String secret) {
        return text.contains(secret)
                || text.contains(secret.replace(' ', '-'))
                || text.contains(secret.replace(" ", "%20"));
    }

    private void readEverything() throws Exception {
        var waiting = new ArrayDeque<String>(List.of(
                "/",
                "/dokumenter",
                "/nettverk",
                "/aktiviteter",
                "/gjennomgang",
                "/gjennomgang/skrivemater",
                "/sok?q=demens",
                "/sok?q=kontaktperson",
                "/sok?q=r%C3%A5dgiver",
                "/sok?q=e-post",
                "/sok?q=USHT",
                "/sporing?id=plan-demensplan-2025",
                "/sporing?id=plan-demensplan-2025&forslag=true",
                "/api/documents?size=100",
                "/api/review?size=100",
                "/api/aliases",
                "/api/search?q=demens",
                "/api/search?q=USHT&size=50",
                "/api/search?q=kontakt&size=50",
                "/api/search?q=r%C3%A5dgiver",
                "/api/trace/plan-demensplan-2025?suggestions=true",
                "/sok/atom?q=",
                "/sok/atom?q=USHT",
                "/actuator/health"));
        for (Listing document : home.traces().list(Addresses.DOCUMENT)) {
            String id = document.thing().id();
            waiting.add("/api/documents/" + id);
            waiting.add("/api/alike?document=" + id);
            waiting.add("/lignende?dokument=" + id);
            waiting.add("/api/trace/" + id);
            waiting.add("/data/document/" + id);
        }
        // Whoever types sees what is suggested at every letter.
        for (String typed : List.of(
                "k", "ka", "kari", "kari e", "o", "ola", "p", "prø", "v", "vil", "so", "sol", "4", "412", "412 34", "a",
                "alz", "f", "fre", "ny", "nyvik", "010170", "hem", "kontakt", "mandat", "samling")) {
            String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
            waiting.addFirst("/api/suggest?size=20&q=" + encoded);
            waiting.addFirst("/sok/forslag?q=" + encoded);
            waiting.addFirst("/api/search?q=" + encoded + "x");
        }
        for (Job job : home.ingest().jobs()) {
            waiting.add("/jobber/" + job.id());
            waiting.add("/api/jobs/" + job.id());
        }
        var found = new TreeSet<>(waiting);
        while (!waiting.isEmpty() && seen.size() < MOST_PAGES) {
            String path = waiting.poll();
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            seen.put(path, flat(answer.body()));
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&");
                if (!NOT_FOLLOWED.matcher(next).matches() && found.add(next)) {
                    waiting.add(next);
                }
            }
        }
        for (String query : List.of(
                "SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(!STRSTARTS(STR(?p), 'http://www.w3.org/2004/02/skos')) } LIMIT 100000",
                "PREFIX fa: <https://w3id.org/forankring/ns#> SELECT ?g ?s ?o WHERE { GRAPH ?g { ?s fa:text|fa:section|fa:fileName|fa:source|fa:reason ?o } }",
                "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?g ?s ?o WHERE { GRAPH ?g { ?s oa:exact ?o } }",
                "SELECT ?g ?s ?o WHERE { GRAPH ?g { ?s <http://purl.org/dc/terms/title> ?o } }")) {
            HttpResponse<String> answer = get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(query).isEqualTo(200);
            seen.put("/sparql " + query, flat(answer.body()));
        }
        var export = new ByteArrayOutputStream();
        home.graph().export("nq", export);
        seen.put("the export", flat(export.toString(StandardCharsets.UTF_8)));
        seen.put("the changes", flat(home.graph().changesAfter(0, 1000).toString()));
        seen.put("the log", flat(String.join("\n", log)));
    }

    private static String flat(String text) {
        return text.replace("&#64;", "@").replaceAll("\\s+|\\\\n", " ").toLowerCase(Locale.ROOT);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private void finished(String id) throws InterruptedException {
        while (home.ingest().job(id).orElseThrow().finished().isEmpty()) {
            Thread.sleep(50);
        }
        assertThat(home.ingest().job(id).orElseThrow().files())
                .allSatisfy(file -> assertThat(file.outcome()).get().isInstanceOf(FileOutcome.Ingested.class));
    }

    // ---- what the shared texts hold, collected by other means than the product's ----

    private static List<Path> shared() {
        Path beside = Path.of("..", "shared", "corpus");
        Path folder = Files.isDirectory(beside) ? beside : Path.of("..", "..", "shared", "corpus");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final Pattern ADDRESS =
            Pattern.compile("([\\p{L}\\p{N}._%+-]+)@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{Ll}-]+(?:-\\p{Lu}\\p{Ll}+)?");

    /// Names are pairs of capital words near an address whose local part is made of their beginnings, in order, or
    /// which
    /// begin the line that ends with the address.
    private static void collect(String text, Set<String> addresses, Set<String> names) {
        Matcher found = ADDRESS.matcher(text);
        while (found.find()) {
            addresses.add(found.group().toLowerCase(Locale.ROOT));
            String local = plain(found.group(1)).replaceAll("[^a-z]", "");
            int from = Math.max(0, found.start() - 700);
            var words = new ArrayList<String>();
            var ends = new ArrayList<Integer>();
            Matcher word = CAPITAL.matcher(text).region(from, found.start());
            while (word.find()) {
                words.add(word.group());
                ends.add(word.end());
            }
            for (int i = 0; i < words.size(); i++) {
                for (int j = i + 1; j < Math.min(words.size(), i + 4); j++) {
                    String between = text.substring(
                            ends.get(i), ends.get(j) - words.get(j).length());
                    if (between.length() < 40
                            && between.matches("[\\s\\p{L}.-]*")
                            && made(local, plain(words.get(i)), plain(words.get(j)))) {
                        names.add(flat(text.substring(ends.get(i) - words.get(i).length(), ends.get(j))));
                    }
                }
            }
            int line = text.lastIndexOf('\n', found.start()) + 1;
            Matcher first = Pattern.compile("^\\s*(\\p{Lu}[\\p{Ll}]+ \\p{Lu}[\\p{Ll}]+),")
                    .matcher(text.substring(line, found.start()));
            if (first.find()) {
                names.add(flat(first.group(1)));
            }
        }
    }

    /// Whether something is a beginning of one word, then something between, then a beginning of the other.
    private static boolean made(String local, String first, String last) {
        int head = 0;
        while (head < Math.min(first.length(), local.length()) && first.charAt(head) == local.charAt(head)) {
            head++;
        }
        for (int cut = head; cut >= 2; cut--) {
            String rest = local.substring(cut);
            for (int skip = 0; skip < rest.length() - 1; skip++) {
                if (last.startsWith(rest.substring(skip)) && (skip == 0 || rest.length() - skip == last.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String word) {
        return Normalizer.normalize(
                        word.toLowerCase(Locale.ROOT)
                                .replace('ø', 'o')
                                .replace("æ", "ae")
                                .replace("å", "a"),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
