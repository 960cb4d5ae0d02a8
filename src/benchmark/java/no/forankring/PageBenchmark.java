package no.forankring;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.testing.ChromiumOnPath;
import no.forankring.testing.SamplePages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// How long the service takes for each page over the sample documents: from the request to the last byte, in
/// milliseconds, one request at a time, to one who is logged in.
public final class PageBenchmark {

    private static final int WARM_UP = 30;
    private static final int MEASURED = 50;
    private static final String PASSWORD = "et passord til maalingen";

    private PageBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("forankring-pages");
        try (ConfigurableApplicationContext service = new SpringApplication(Wiring.class)
                        .run("--server.port=0", "--forankring.home=" + home, "--forankring.sample=corpus");
                Playwright playwright = ChromiumOnPath.playwright();
                HttpClient client = HttpClient.newHttpClient()) {
            service.getBean(Accounts.class).setPassword(Accounts.FIRST_ACCOUNT, PASSWORD);
            String origin = "http://127.0.0.1:"
                    + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                            .getPort();
            Browser browser = ChromiumOnPath.launch(playwright);
            BrowserContext context = browser.newContext(
                    new Browser.NewContextOptions().setBaseURL(origin).setLocale("nb-NO"));
            Page page = context.newPage();
            page.navigate("/logg-inn");
            ChromiumOnPath.logIn(page, new FirstLogin(Accounts.FIRST_ACCOUNT, PASSWORD, home));
            var pages = new SamplePages(service, page);
            String cookies = context.cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            browser.close();
            System.out.printf("%-90s %8s %8s %8s%n", "page", "p50", "p95", "kB");
            for (String address : pages.all()) {
                measure(client, origin, address, cookies);
            }
        }
    }

    private static void measure(HttpClient client, String origin, String address, String cookies) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + encoded(address)))
                .header("Cookie", cookies)
                .header("Accept", "text/html")
                .build();
        long[] nanos = new long[MEASURED];
        int bytes = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
            bytes = answer.body().length;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-90s %8.1f %8.1f %8.1f%n",
                address, nanos[MEASURED / 2] / 1e6, nanos[MEASURED * 95 / 100] / 1e6, bytes / 1000.0);
    }

    /// Addresses are written as people read them.
    private static String encoded(String address) {
        return address.codePoints()
                .mapToObj(c -> c < 128
                        ? Character.toString(c)
                        : java.net.URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8))
                .collect(Collectors.joining())
                .replace(" ", "%20");
    }
}
