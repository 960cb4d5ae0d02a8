package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.ingest.Ingest;
import no.forankring.testing.ChromiumOnPath;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// From last year's report and the mandate to the table that is handed in, in a browser without script.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviserPathIT {

    private static final String NETWORK = "nettverk for hukommelsesteam og demenskoordinatorer";

    private Path folder;
    private ConfigurableApplicationContext service;
    private Playwright playwright;
    private Page page;

    @BeforeAll
    void start() throws IOException {
        folder = Files.createTempDirectory("forankring-adviser");
        service = new SpringApplication(Wiring.class)
                .run("--server.port=0", "--forankring.home=" + folder.resolve("home"), "--forankring.sample=");
        int port = Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                .getPort();
        playwright = ChromiumOnPath.playwright();
        Browser browser = ChromiumOnPath.launch(playwright);
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("nb-NO")
                .setAcceptDownloads(true)
                .setJavaScriptEnabled(false));
        page = context.newPage();
        FirstLogin login = ChromiumOnPath.ownLogin(service.getBean(Accounts.class));
        page.navigate("/logg-inn");
        ChromiumOnPath.logIn(page, login);
    }

    @AfterAll
    void stop() throws IOException {
        playwright.close();
        service.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void uploadsTheReportAndTheMandateMendsAnAnchorAndHandsInTheTable() throws Exception {
        page.navigate("/last-opp");
        page.locator("#files").setInputFiles(new Path[] {
            Path.of("corpus", "arsrapport-usht-fjordvik-2022.docx"),
            Path.of("corpus", "mandat-nettverk-demens-2019.docx")
        });
        page.locator("main button:has-text('Last opp')").click();
        assertThat(page.url()).contains("/jobber/");
        waitUntilRead(page.url().replaceFirst(".*/jobber/([^?#]+).*", "$1"));

        page.navigate("/sporing?id=plan-demensplan-2020&forslag=true");
        assertThat(text()).contains(NETWORK, "Demensplan 2020");

        page.navigate("/gyldighet?forslag=true");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(NETWORK))
                .filter(new Locator.FilterOptions().setHasText("Leve hele livet"));
        assertThat(row.count()).isEqualTo(1);
        assertThat(row.textContent()).contains("14. mars 2019: Gjelder", "Videreført", "Meld. St. 24 (2022–2023)");
        row.locator("a:has-text('Bytt forankring')").click();
        assertThat(page.locator("#f-object").inputValue()).isEqualTo("Bo trygt hjemme-meldingen (meldst-24-2022-2023)");
        page.locator("#f-relation").selectOption("anchoredIn");
        page.locator("#f-why").fill("nytt mandat vedtatt i samarbeidsrådet");
        page.locator("main form button:has-text('Lagre')").click();
        assertThat(text()).contains("Koblingen er lagret", "Bo trygt hjemme-meldingen");

        page.navigate("/rapporter/rapportering-per-satsingsomrade");
        page.locator("#p-year").fill("2022");
        page.locator("#p-suggestions").check();
        page.locator("main form button:has-text('Vis')").click();
        assertThat(text()).contains("Åpen fagdag i lindrende behandling", "gjennomført", "NLOD");
        Download download = page.waitForDownload(
                () -> page.locator("main a:has-text('DOCX')").click());

        try (InputStream in = Files.newInputStream(download.path());
                var document = new XWPFDocument(in)) {
            XWPFTable table = document.getTables().getFirst();
            assertThat(table.getRow(0).getCell(0).getText()).isEqualTo("Satsingsområde");
            assertThat(table.getText()).contains("Demensplan 2025", "34", "41", "planlagt, ikke gjennomført");
            String about = String.join(
                    "\n",
                    document.getParagraphs().stream()
                            .map(paragraph -> paragraph.getText())
                            .toList());
            assertThat(about).contains("År: 2022", "NLOD", "Opplysningene er slik de var etter siste endring");
        }
    }

    private void waitUntilRead(String job) throws InterruptedException {
        var ingest = service.getBean(Ingest.class);
        for (int i = 0; i < 1_200; i++) {
            if (ingest.job(job).orElseThrow().finished().isPresent()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The documents were not read within a minute");
    }

    private String text() {
        return page.locator("main").textContent();
    }
}
