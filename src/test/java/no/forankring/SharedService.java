package no.forankring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.Role;
import no.forankring.cli.OpenHome;
import no.forankring.document.DocumentId;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.testing.FakeIssuer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The service as it ships, started once for all tests of access and privacy, which take in documents and make accounts
/// under names of their own.
final class SharedService {

    static final String PASSWORD = "et langt passord til en test";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final class Holder {
        static final SharedService SERVICE = new SharedService();
    }

    final ConfigurableApplicationContext context;
    final OpenHome home;
    final Accounts accounts;
    final AuditLog audit;
    final Path folder;
    final String address;
    /// The login service that it is told of; nothing asks it unless a test logs in by it.
    final FakeIssuer issuer;

    private SharedService() {
        try {
            folder = Files.createTempDirectory("forankring-shared");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = FakeIssuer.start();
        context = new SpringApplication(Wiring.class)
                .run(
                        "--server.port=0",
                        "--forankring.home=" + folder.resolve("home"),
                        "--forankring.oidc.issuer=" + issuer.address(),
                        "--forankring.oidc.client-id=" + FakeIssuer.CLIENT,
                        "--forankring.oidc.client-secret=" + FakeIssuer.SECRET,
                        "--forankring.oidc.name=Fjordvik",
                        "--forankring.oidc.roles-claim=tilgang.grupper",
                        "--forankring.oidc.parameters.acr_values=high",
                        "--forankring.oidc.roles[0].value=alle ansatte",
                        "--forankring.oidc.roles[0].role=reader",
                        "--forankring.oidc.roles[1].value=rådgivere",
                        "--forankring.oidc.roles[1].role=adviser",
                        "--forankring.oidc.roles[2].value=leder-usht",
                        "--forankring.oidc.roles[2].role=owner",
                        "--forankring.oidc.roles[2].unit=usht-fjordvik");
        home = context.getBean(OpenHome.class);
        accounts = context.getBean(Accounts.class);
        audit = context.getBean(AuditLog.class);
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                        .getPort();
        accounts.setPassword(Accounts.FIRST_ACCOUNT, PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            issuer.close();
            try (var walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException left) {
                System.err.println("Left " + folder + ": " + left);
            }
        }));
    }

    static SharedService get() {
        return Holder.SERVICE;
    }

    /// An account of this role, made when it is not there yet.
    void account(String name, Role role, String unit) {
        if (accounts.account(name).isEmpty()) {
            accounts.add(name, PASSWORD);
        }
        accounts.setRole(name, role, unit);
    }

    DocumentId take(String name, String text) throws InterruptedException {
        String job = home.ingest()
                .submit(
                        "test",
                        "test",
                        List.of(new Source(
                                name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        return switch (finished(job).files().getFirst().outcome().orElseThrow()) {
            case FileOutcome.Ingested ingested -> ingested.document();
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    Job finished(String id) throws InterruptedException {
        Job job = home.ingest().job(id).orElseThrow();
        while (job.finished().isEmpty()) {
            Thread.sleep(20);
            job = home.ingest().job(id).orElseThrow();
        }
        return job;
    }

    Client anonymous() {
        return new Client(Optional.empty());
    }

    Client token(String secret) {
        return new Client(Optional.of(secret));
    }

    /// Logged in as a person, with a cookie.
    Client loggedIn(String name) throws Exception {
        Client client = new Client(Optional.empty());
        HttpResponse<String> answer =
                client.post("/logg-inn", Map.of("navn", name, "passord", PASSWORD, "_csrf", client.csrf("/logg-inn")));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("feil")) {
            throw new AssertionError("could not log in as " + name + ": " + answer);
        }
        return client;
    }

    final class Client {
        final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final Optional<String> token;

        private Client(Optional<String> token) {
            this.token = token;
        }

        HttpRequest.Builder request(String path) {
            var builder = HttpRequest.newBuilder(URI.create(address + path));
            token.ifPresent(secret -> builder.header("Authorization", "Bearer " + secret));
            return builder;
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws Exception {
            return send(request(path));
        }

        HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
            return send(request(path)
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
        }

        HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send("POST", path, "application/x-www-form-urlencoded", body);
        }

        /// The token of a page's forms.
        String csrf(String page) throws Exception {
            Matcher found = CSRF.matcher(get(page).body());
            if (!found.find()) {
                throw new AssertionError("no form on " + page);
            }
            return found.group(1);
        }
    }
}
