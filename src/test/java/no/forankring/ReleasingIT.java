package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import no.forankring.access.Accounts;
import no.forankring.cli.OpenHome;
import no.forankring.document.Veiled;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.testing.ChromiumOnPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A person releases what is withheld and withholds it again, in a browser without script, on the service as it ships.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasingIT {

    private static final String COLLEAGUE = "kollega";
    private static final String PASSWORD = "et langt passord til en test";
    private static final String MANDATE = """
            Mandat for nettverk i demens, ved Kari Eksempel

            Nettverket er forankret i Demensplan 2025.

            Kontaktperson: Kari Eksempel, kari.eksempel@fjordvik.example
            """;

    private final Path folder;
    private ConfigurableApplicationContext service;
    private OpenHome home;
    private String address;
    private String document;
    private Playwright playwright;
    private Browser browser;

    ReleasingIT() throws IOException {
        folder = Files.createTempDirectory("forankring-releasing");
    }

    @BeforeAll
    void start() throws Exception {
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"));
        home = service.getBean(OpenHome.class);
        address = "http://localhost:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        Accounts accounts = service.getBean(Accounts.class);
        accounts.setPassword(Accounts.FIRST_ACCOUNT, PASSWORD);
        accounts.add(COLLEAGUE, PASSWORD);
        String job = home.ingest()
                .submit(
                        "test",
                        "test",
                        List.of(new Source(
                                "mandat.txt",
                                () -> new ByteArrayInputStream(MANDATE.getBytes(StandardCharsets.UTF_8)))));
        document = switch (finished(job)) {
            case FileOutcome.Ingested ingested -> ingested.document().value();
            case FileOutcome other -> throw new AssertionError(other);
        };
        playwright = ChromiumOnPath.playwright();
        browser = ChromiumOnPath.launch(playwright);
    }

    @AfterAll
    void stop() throws IOException {
        playwright.close();
        service.close();
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void whatIsReleasedIsReadByEverybodyUntilItIsWithheldAgain() throws Exception {
        try (var owner = context();
                var stranger = context()) {
            Page desk = loggedIn(owner, "/personopplysninger", Accounts.FIRST_ACCOUNT, PASSWORD);
            desk.getByText("Mandat for nettverk i demens").click();
            desk.getByLabel("Hvorfor kan det vises?").fill("har samtykket");
            desk.getByLabel("Frigi navn K••• E•••••••").click();

            assertThat(desk.locator("[role=status]").textContent()).contains("1 opplysning er frigitt");
            assertThat(desk.locator("main").textContent())
                    .contains("Frigitt av " + Accounts.FIRST_ACCOUNT)
                    .contains("har samtykket");
            lastJob();
            assertThat(textAt(stranger, "/dokumenter/" + document))
                    .contains("Kontaktperson: Kari Eksempel, [e-post holdt tilbake]")
                    .contains("Mandat for nettverk i demens, ved Kari Eksempel");

            desk.getByLabel("Hold tilbake igjen navn K••• E•••••••").click();

            assertThat(desk.locator("[role=status]").textContent()).contains("1 opplysning er holdt tilbake igjen");
            lastJob();
            assertThat(textAt(stranger, "/dokumenter/" + document))
                    .contains("Kontaktperson: [navn holdt tilbake], [e-post holdt tilbake]")
                    .doesNotContain("Kari");
        }
    }

    /// Titles and names of things come from the same texts.
    @Test
    void saysWhatIsWithheldInsteadOfDrawingIt() {
        try (var stranger = context()) {
            for (String path : List.of(
                    "/dokumenter",
                    "/dokumenter/" + document,
                    "/nettverk",
                    "/aktiviteter",
                    "/sok?q=demens",
                    "/gjennomgang",
                    "/styrende-dokumenter/plan-demensplan-2025",
                    "/sporing?id=" + document,
                    "/sporing?id=plan-demensplan-2025&forslag=true")) {
                assertThat(textAt(stranger, path)).as(path).doesNotContain(String.valueOf(Veiled.MASK));
            }
            assertThat(textAt(stranger, "/dokumenter")).contains("Mandat for nettverk i demens, ved [holdt tilbake]");
        }
    }

    @Test
    void tellsOneWithoutTheRightWhyThePageIsShut() {
        try (var colleague = context()) {
            Page page = loggedIn(colleague, "/personopplysninger", COLLEAGUE, PASSWORD);

            assertThat(page.locator("h1").textContent()).isEqualTo("Du har ikke rett til dette");
            assertThat(page.locator("main").textContent()).doesNotContain("skjema");
        }
    }

    @Test
    void tellsOneWhoseFormIsTooOldToSendItAgain() {
        try (var owner = context()) {
            Page page = loggedIn(owner, "/konto", Accounts.FIRST_ACCOUNT, PASSWORD);
            page.navigate(address + "/personopplysninger/" + document);
            owner.clearCookies();
            page.locator("button[name=frigi]").first().click();

            assertThat(page.locator("h1").textContent()).isEqualTo("Skjemaet ble ikke tatt imot");
        }
    }

    private BrowserContext context() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private Page loggedIn(BrowserContext context, String path, String account, String password) {
        Page page = context.newPage();
        page.navigate(address + path);
        page.fill("[name=navn]", account);
        page.fill("[name=passord]", password);
        page.locator("main button[type=submit]").click();
        return page;
    }

    private String textAt(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(address + path);
        String text = page.title() + "\n" + page.locator("body").textContent().replaceAll("\\s+", " ");
        page.close();
        return text;
    }

    private void lastJob() throws InterruptedException {
        finished(home.ingest().jobs().getFirst().id());
    }

    private FileOutcome finished(String id) throws InterruptedException {
        Job job = home.ingest().job(id).orElseThrow();
        while (job.finished().isEmpty()) {
            Thread.sleep(50);
            job = home.ingest().job(id).orElseThrow();
        }
        return job.files().getFirst().outcome().orElseThrow();
    }
}
