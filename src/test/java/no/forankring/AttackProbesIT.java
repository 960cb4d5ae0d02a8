package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import no.forankring.access.Accounts;
import no.forankring.web.RouteNeeds;
import no.forankring.web.RouteNeeds.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Attacks of every class on every route that the application has: each refused with a status that fits, nothing told
/// of the insides, nothing changed. Prints how many of each class there were.
class AttackProbesIT {

    private static final Pattern INSIDES = Pattern.compile(
            "\\tat [a-z]+\\.|Exception\\b|java\\.lang|org\\.springframework|org\\.apache\\.(catalina|jena\\.[a-z]+\\.)|Apache Tomcat|Whitelabel|root:x:0");
    private static final String SCRIPT = "\"><script>alert(1)</script>";

    private final SharedService service = SharedService.get();
    private final Map<String, Integer> probes = new TreeMap<>();
    private long before;

    @BeforeEach
    void remember() {
        before = service.home.graph().lastChange();
    }

    @AfterEach
    void changedNothing() {
        assertThat(service.home.graph().lastChange()).isEqualTo(before);
        System.out.println("Attack probes: " + probes);
    }

    @Test
    void refusesAttacksOnEveryRoute() throws Exception {
        List<Route> routes = RouteNeeds.of(service.context);
        var reader = service.anonymous();
        var program = service.token(service.accounts.issueToken(Accounts.FIRST_ACCOUNT, "test"));
        var admin = service.loggedIn(Accounts.FIRST_ACCOUNT);
        for (Route route : routes) {
            String path = route.path("x");
            if (route.pattern().contains("{")) {
                for (String walk :
                        List.of("..%2f..%2f..%2fetc%2fpasswd", "%2e%2e%2fetc%2fpasswd", "x%00.txt", "x;y=z")) {
                    refused("traversal", route, program.send(route.method(), route.path(walk), "text/plain", ""));
                }
            }
            if (!route.reads()) {
                if (!needsNoLogin(path)) {
                    HttpResponse<String> unknown = reader.send(route.method(), path, "text/plain", "");
                    harmless(route, unknown);
                    assertThat(unknown.statusCode())
                            .as("without a login %s", route)
                            .isIn(302, 401, 403, 405);
                    count("no login");
                    HttpResponse<String> forged =
                            admin.send(route.method(), path, "application/x-www-form-urlencoded", "navn=x&id=x");
                    harmless(route, forged);
                    assertThat(forged.statusCode()).as("forged %s", route).isEqualTo(403);
                    count("forged form");
                }
                for (Map.Entry<String, String> body : Map.of(
                                "application/xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                                "application/x-java-serialized-object",
                                "\u00ac\u00ed\u0000\u0005",
                                "application/json",
                                "[".repeat(50_000))
                        .entrySet()) {
                    refused("body", route, program.send(route.method(), path, body.getKey(), body.getValue()));
                }
            } else {
                for (String parameter : route.parameters()) {
                    HttpResponse<String> answer = reader.get(
                            path + "?" + parameter + "=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8));
                    harmless(route, answer);
                    String type = answer.headers().firstValue("Content-Type").orElse("");
                    if (type.startsWith("text/html")) {
                        assertThat(answer.body())
                                .as("reflected by %s %s", route, parameter)
                                .doesNotContain("<script>alert");
                    }
                    count("script");
                    HttpResponse<String> split = reader.get(path + "?" + parameter + "=x%0d%0aX-Injected:%201");
                    harmless(route, split);
                    assertThat(split.headers().firstValue("X-Injected")).isEmpty();
                    count("header injection");
                    HttpResponse<String> away = reader.get(path + "?" + parameter + "=%2F%2Fevil.example%2F");
                    harmless(route, away);
                    stays(route, away);
                    count("open redirect");
                }
                if (!route.parameters().isEmpty()) {
                    harmless(route, reader.get(path + "?" + route.parameters().getFirst() + "=" + "a".repeat(7_000)));
                    count("long parameter");
                }
                HttpResponse<String> tampered =
                        reader.send(reader.request(path).header("X-HTTP-Method-Override", "DELETE"));
                harmless(route, tampered);
                count("method override");
            }
            HttpResponse<String> odd = reader.send("PROPFIND", path, "text/plain", "");
            harmless(route, odd);
            assertThat(odd.statusCode()).as("PROPFIND %s", path).isBetween(400, 499);
            count("odd method");
            HttpResponse<String> trace = reader.send("TRACE", path, "text/plain", "");
            assertThat(trace.statusCode()).as("TRACE %s", path).isBetween(400, 501);
            count("odd method");
        }
        assertThat(probes.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(150);
    }

    @Test
    void asksNobodyElseWhateverAddressItIsGiven() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new java.net.ServerSocket()) {
            server.bind(new InetSocketAddress("127.0.0.1", 0));
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        server.accept().close();
                        asked.incrementAndGet();
                    }
                } catch (IOException closed) {
                    return;
                }
            });
            String there = "http://127.0.0.1:" + server.getLocalPort() + "/x";
            var program = service.token(service.accounts.issueToken(Accounts.FIRST_ACCOUNT, "test"));
            for (String query : List.of(
                    "SELECT * WHERE { SERVICE <" + there + "> { ?s ?p ?o } }",
                    "SELECT * WHERE { SERVICE SILENT <" + there + "> { ?s ?p ?o } }",
                    "SELECT * FROM <" + there + "> WHERE { ?s ?p ?o }",
                    "SELECT * FROM NAMED <" + there + "> WHERE { GRAPH ?g { ?s ?p ?o } }",
                    "DESCRIBE <" + there + ">")) {
                HttpResponse<String> answer =
                        program.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).isLessThan(500);
                count("server-side request");
            }
            refused(
                    "server-side request",
                    program.send("POST", "/update", "application/sparql-update", "LOAD <" + there + ">"));
            // By the standard it changes nothing and says nothing.
            assertThat(program.send("POST", "/update", "application/sparql-update", "LOAD SILENT <" + there + ">")
                            .statusCode())
                    .isEqualTo(204);
            count("server-side request");
            refused(
                    "server-side request",
                    program.send(
                            "PUT",
                            "/graphs?graph=" + URLEncoder.encode("file:///etc/passwd", StandardCharsets.UTF_8),
                            "text/turtle",
                            "<!"));
            String page = "<html><body><img src=\"" + there + "\"><iframe src=\"" + there
                    + "\"></iframe><link rel=stylesheet href=\"" + there + "\"></body></html>";
            assertThat(program.send("POST", "/api/anchor-check", "text/plain", page)
                            .statusCode())
                    .isEqualTo(200);
            count("server-side request");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void givesANewSessionAtLoginAndTrustsNoHostHeader() throws Exception {
        var someone = service.anonymous();
        String csrf = someone.csrf("/logg-inn");
        String first = cookie(someone);
        someone.post(
                "/logg-inn", Map.of("navn", Accounts.FIRST_ACCOUNT, "passord", SharedService.PASSWORD, "_csrf", csrf));
        assertThat(cookie(someone)).isNotEqualTo(first);
        count("session fixation");
        var fixed = service.anonymous();
        fixed.send(fixed.request("/konto").header("Cookie", "forankring=0123456789ABCDEF0123456789ABCDEF"));
        assertThat(fixed.send(fixed.request("/konto").header("Cookie", "forankring=0123456789ABCDEF0123456789ABCDEF"))
                        .statusCode())
                .isEqualTo(302);
        count("session fixation");

        for (String path : List.of(
                "/", "/konto", "/sok?q=demens", "/id/document/x", "/katalog", "/historikk/atom", "/finnes-ikke")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "Connection: close\r\n\r\n");
            assertThat(answer.lines().filter(line -> line.startsWith("Location:")))
                    .as(path)
                    .noneMatch(line -> line.contains("//evil.example") && path.startsWith("/id/"));
            assertThat(answer.substring(Math.max(0, answer.indexOf("\r\n\r\n"))))
                    .as(path)
                    .doesNotContain("evil.example");
            count("host header");
        }
        for (String odd : List.of(
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "POST /api/cite HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /konto HTTP/1.1\r\n\r\n",
                "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(100_000) + "\r\n\r\n")) {
            String answer = raw(odd);
            assertThat(answer.isEmpty() ? "400" : answer.substring(9, 12))
                    .as(odd.lines().findFirst().orElse(""))
                    .startsWith("4");
            assertThat(INSIDES.matcher(answer).find()).as(answer).isFalse();
            count("malformed request");
        }
    }

    private static boolean needsNoLogin(String path) {
        return List.of("/sparql", "/api/cite", "/api/anchor-check", "/forankringssjekk", "/forankringssjekk/liste")
                .contains(path);
    }

    private void refused(String kind, Route route, HttpResponse<String> answer) {
        harmless(route, answer);
        boolean open = answer.statusCode() == 200 && (route.reads() || needsNoLogin(route.pattern()));
        if (!open) {
            assertThat(answer.statusCode())
                    .as("%s on %s: %s", kind, route, answer.uri())
                    .isBetween(300, 499);
        }
        count(kind);
    }

    private void refused(String kind, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isBetween(400, 499);
        assertThat(INSIDES.matcher(answer.body()).find()).as(answer.body()).isFalse();
        count(kind);
    }

    private void harmless(Route route, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", route, answer.uri()).isLessThan(500);
        assertThat(INSIDES.matcher(answer.body()).find())
                .as("%s tells of its insides: %s", route, around(answer.body()))
                .isFalse();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
            // What the container refuses by itself never reaches our pages; it says nothing but the status.
            assertThat(answer.statusCode()).as(route.toString()).isEqualTo(400);
        }
        stays(route, answer);
    }

    private static String around(String body) {
        var found = INSIDES.matcher(body);
        return found.find()
                ? body.substring(Math.max(0, found.start() - 80), Math.min(body.length(), found.end() + 80))
                : "";
    }

    private void stays(Route route, HttpResponse<String> answer) {
        Optional<String> location = answer.headers().firstValue("Location");
        location.map(where -> URI.create(service.address).resolve(where.replace(" ", "%20")))
                .ifPresent(where -> assertThat(where.getHost())
                        .as("%s leads to %s", route, where)
                        .isEqualTo("localhost"));
    }

    private static String cookie(SharedService.Client client) {
        return ((java.net.CookieManager) client.http.cookieHandler().orElseThrow())
                .getCookieStore().getCookies().stream()
                        .filter(cookie -> cookie.getName().equals("forankring"))
                        .map(java.net.HttpCookie::getValue)
                        .findFirst()
                        .orElse("");
    }

    private String raw(String request) throws IOException {
        URI to = URI.create(service.address);
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] buffer = new byte[8192];
            var text = new StringBuilder();
            int read = socket.getInputStream().read(buffer);
            while (read >= 0 && text.length() < 1_000_000) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                read = socket.getInputStream().read(buffer);
            }
            return text.toString();
        } catch (java.net.SocketException closed) {
            return "";
        }
    }

    private void count(String kind) {
        probes.merge(kind, 1, Integer::sum);
    }
}
