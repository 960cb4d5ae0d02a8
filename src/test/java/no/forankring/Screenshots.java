package no.forankring;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.testing.ChromiumOnPath;
import no.forankring.testing.SamplePages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// Takes a picture of every page over the sample documents, light, dark and narrow, into `target/screenshots`.
///
/// An argument is a part of the addresses to take; none takes them all. `docs` takes those that stand in `docs/`.
public final class Screenshots {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String PASSWORD = "et passord til bildene";

    private static final Map<String, String> DOCS = Map.of(
            "start", "/",
            "search", "/sok?q=demens",
            "trace", "/sporing?id=plan-demensplan-2025&forslag=true",
            "coverage", "/dekning?fra=2019&til=2025&forslag=true",
            "review", "/gjennomgang?type=anchoredIn",
            "document", "/dokumenter/mandat-nettverk-demens-2019-f4622a60");

    private Screenshots() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("forankring-screenshots");
        try (ConfigurableApplicationContext service = new SpringApplication(Wiring.class)
                        .run("--server.port=0", "--forankring.home=" + home, "--forankring.sample=corpus");
                Playwright playwright = ChromiumOnPath.playwright()) {
            // Otherwise every page would ask for a new one.
            service.getBean(Accounts.class).setPassword(Accounts.FIRST_ACCOUNT, PASSWORD);
            int port = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                    .getPort();
            BrowserContext context = ChromiumOnPath.launch(playwright)
                    .newContext(new Browser.NewContextOptions()
                            .setBaseURL("http://127.0.0.1:" + port)
                            .setLocale("nb-NO")
                            .setTimezoneId("Europe/Oslo")
                            .setReducedMotion(ReducedMotion.REDUCE));
            Page page = context.newPage();
            page.navigate("/logg-inn");
            ChromiumOnPath.logIn(page, new FirstLogin(Accounts.FIRST_ACCOUNT, PASSWORD, home));
            Files.createDirectories(PICTURES);
            var pages = new SamplePages(service, page);
            if (arguments.length > 0 && arguments[0].equals("docs")) {
                for (Map.Entry<String, String> picture : DOCS.entrySet()) {
                    page.navigate(picture.getValue());
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("docs", "pictures", picture.getKey() + ".png")));
                }
                return;
            }
            for (String address : pages.all()) {
                if (arguments.length == 0 || address.contains(arguments[0])) {
                    take(page, address);
                }
            }
        } finally {
            delete(home);
        }
    }

    private static void take(Page page, String address) {
        String name = address.replaceAll("[^a-zæøå0-9]+", "-").replaceAll("^-|-$", "");
        page.navigate(address);
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            shoot(page, (name.isEmpty() ? "start" : name) + "-" + (scheme == ColorScheme.DARK ? "mork" : "lys"));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(320, 640);
        shoot(page, (name.isEmpty() ? "start" : name) + "-smal");
        page.setViewportSize(1280, 800);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
