package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.cli.OpenHome;
import no.forankring.ingest.Ingest;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import no.forankring.testing.ChromiumOnPath;
import no.forankring.testing.SamplePages;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Twelve whole tasks of an adviser, over the sample documents.
///
/// | task | test |
/// | --- | --- |
/// | find a passage | [#findsAPassage] |
/// | judge ten suggestions by key | [#judgesTenSuggestionsByKey] |
/// | mend an outdated anchor | `AdviserPathIT` |
/// | make the reporting table | `AdviserPathIT` |
/// | find a hole and its reason | [#findsAHoleAndItsReason] |
/// | compare two years | [#comparesTwoYears] |
/// | upload forty files, two of them broken | [#uploadsFortyFilesOfWhichTwoAreBroken] |
/// | undo a mistake | [#undoesAMistake] |
/// | share a link | [#sharesALink] |
/// | use it in nynorsk | [#worksInNynorsk] |
/// | use it by keyboard alone | [#readsByKeyboardAlone] |
/// | print | [#prints] |
@OverSampleDocuments
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdviserTasksIT {

    private static final String MANDATE = "/dokumenter/mandat-nettverk-demens-2019-f4622a60";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Ingest ingest;

    @Autowired
    OpenHome home;

    private FirstLogin login;
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void start() throws InterruptedException {
        login = ChromiumOnPath.ownLogin(accounts);
        playwright = ChromiumOnPath.playwright();
        browser = ChromiumOnPath.launch(playwright);
        SamplePages.waitForSample(ingest);
    }

    @AfterAll
    void stop() {
        playwright.close();
    }

    @Test
    void findsAPassage() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate("/dokumenter");

            page.keyboard().press("/");
            page.keyboard().type("årlige samlinger pårørende");
            page.keyboard().press("Enter");
            page.waitForURL("**/sok?q=*");
            assertThat(page.locator(".hit").count()).isPositive();
            Locator passage = page.locator(".hit a[href*='#p-']").first();
            String place = passage.getAttribute("href").replaceFirst(".*#", "");
            passage.click();

            page.waitForURL("**#" + place);
            Locator shown = page.locator("#" + place);
            assertThat(shown.isVisible()).isTrue();
            assertThat(shown.textContent().toLowerCase(Locale.ROOT)).containsAnyOf("samling", "pårørende", "årlig");
            page.goBack();
            assertThat(page.locator("#q").inputValue()).isEqualTo("årlige samlinger pårørende");
        }
    }

    @Test
    void judgesTenSuggestionsByKey() {
        try (BrowserContext context = context()) {
            Page page = loggedIn(context, "/gjennomgang");
            int waiting = number(page.locator(".total strong").first().textContent());
            List<DecisionEntry> before = decisions();
            var told = new ArrayList<String>();

            for (int i = 0; i < 10; i++) {
                boolean several = page.locator("[data-candidate]").count() > 1;
                boolean open = page.locator("button[data-key=g]").count() == 0;
                press(page, open ? "a" : several ? "1" : "g");
                told.add(page.locator(".told [role=status]").textContent().strip());
            }

            assertThat(told).hasSize(10).noneMatch(String::isEmpty);
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("review-heading");
            assertThat(number(page.locator(".total strong").first().textContent()))
                    .isLessThanOrEqualTo(waiting - 10);
            List<String> answers = answersSince(before);
            assertThat(answers).hasSize(10);
            answers.forEach(answer -> home.reviews().undo(answer, "test"));
        }
    }

    @Test
    void findsAHoleAndItsReason() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate("/");
            page.locator(".menu a:has-text('Dekning')").click();
            page.getByLabel("Vis", new Page.GetByLabelOptions().setExact(true)).selectOption("hull");
            page.getByLabel("Fra år").fill("2019");
            page.getByLabel("Til år").fill("2025");
            page.locator("main form button").first().click();

            Locator hole =
                    page.locator(".matrix tbody tr", new Page.LocatorOptions().setHasText("Ernæringsstrategien"));
            assertThat(hole.locator(".ds-tag").textContent()).isEqualTo("Bare nevnt");
            assertThat(page.locator(".matrix thead").textContent()).contains("2020", "Ikke lest inn");
            assertThat(hole.locator(".cell-unread").first().textContent()).contains("Ikke lest inn");
            assertThat(hole.locator(".cell-silent").first().textContent()).contains("Ingenting funnet i");
            page.getByLabel("Ta med forslag").check();
            page.getByLabel("Vis", new Page.GetByLabelOptions().setExact(true)).selectOption("alle");
            page.locator("main form button").first().click();
            hole.locator(".cell-found a").first().click();

            assertThat(page.url()).contains("/belegg?styrende=", "&ar=");
            assertThat(page.locator(".evidence mark").count()).isPositive();
        }
    }

    @Test
    void comparesTwoYears() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate("/rapporter");
            page.locator("main a:has-text('mellom to år')").first().click();
            Locator years = page.locator("main form input[inputmode=numeric]");
            assertThat(years.count()).isEqualTo(2);
            years.nth(0).fill("2022");
            years.nth(1).fill("2024");
            page.locator("main form button").first().click();

            assertThat(page.locator("main").textContent()).contains("rader", "2022", "2024");
            assertThat(page.url()).contains("2022", "2024");
        }
    }

    @Test
    void uploadsFortyFilesOfWhichTwoAreBroken() {
        var files = new ArrayList<FilePayload>();
        for (int i = 1; i <= 38; i++) {
            String text =
                    "Referat nr. %d fra nettverksmøte i Elvestrand\n\nMøtet tok opp Demensplan 2025.\n".formatted(i);
            files.add(new FilePayload(
                    "referat %02d.txt".formatted(i), "text/plain", text.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] broken = "%PDF-1.7 og så var det slutt".getBytes(StandardCharsets.UTF_8);
        files.add(20, new FilePayload("årsplan.pdf", "application/pdf", broken));
        files.add(30, new FilePayload("mandat.docx", "application/octet-stream", new byte[] {'P', 'K', 3, 4, 9, 9, 9}));
        try (BrowserContext context = context()) {
            Page page = loggedIn(context, "/last-opp");

            page.locator("#files").setInputFiles(files.toArray(FilePayload[]::new));
            assertThat(page.locator("#sending tbody tr").count()).isEqualTo(40);
            page.locator("main button:has-text('Last opp')").click();
            page.waitForURL("**/jobber/*");
            page.waitForSelector(
                    "text=40 filer er behandlet, 2 av dem kunne ikke leses",
                    new Page.WaitForSelectorOptions().setTimeout(240_000));

            Locator rows = page.locator("main tbody tr");
            assertThat(rows.count()).isEqualTo(40);
            assertThat(rows.nth(0).textContent()).contains("kunne ikke leses");
            assertThat(rows.nth(1).textContent()).contains("kunne ikke leses");
            assertThat(rows.nth(2).textContent()).contains("referat", "1 henvisninger");
            page.locator("main a:has-text('Prøv de mislykkede på nytt')").click();
            assertThat(page.locator(".ds-alert li").allTextContents())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("årsplan.pdf"))
                    .anyMatch(line -> line.contains("mandat.docx"));
            page.navigate("/");
            assertThat(page.locator("main .ds-alert").allTextContents().toString())
                    .contains("2 av dem kunne ikke leses");
        }
    }

    @Test
    void undoesAMistake() {
        try (BrowserContext context = context()) {
            Page page = loggedIn(context, "/gjennomgang?type=anchoredIn");
            String item = page.locator("#svar input[name=sak]").inputValue();
            String waiting = page.locator(".total strong").first().textContent();

            press(page, "a");
            assertThat(page.locator("#svar input[name=sak]").inputValue()).isNotEqualTo(item);
            press(page, "z");

            assertThat(page.locator("#svar input[name=sak]").inputValue()).isEqualTo(item);
            assertThat(page.locator(".total strong").first().textContent()).isEqualTo(waiting);
            assertThat(page.locator(".told").textContent()).contains("venter igjen");
        }
    }

    @Test
    void sharesALink() {
        String address;
        List<String> rows;
        try (BrowserContext context = context()) {
            Page page = loggedIn(context, "/sok?q=demens");
            page.locator("label:has-text('mandat')").first().click();
            page.locator("button:has-text('Bruk filtre')").click();
            page.locator("a:has-text('eldste dato')").click();
            address = page.url();
            rows = page.locator(".hit-title").allTextContents();
        }

        try (BrowserContext other = context()) {
            Page page = other.newPage();
            page.navigate(address);

            assertThat(rows).isNotEmpty();
            assertThat(page.locator(".hit-title").allTextContents()).isEqualTo(rows);
            assertThat(page.locator("#q").inputValue()).isEqualTo("demens");
        }
    }

    @Test
    void worksInNynorsk() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate("/innstillinger");
            page.getByLabel("Nynorsk", new Page.GetByLabelOptions().setExact(true))
                    .check();
            page.getByLabel("Mørkt").check();
            page.locator("button:has-text('Lagre innstillingene')").click();

            assertThat(page.locator("[role=status]").textContent()).contains("Innstillingane er lagra.");
            assertThat(page.getAttribute("html", "lang")).isEqualTo("nn");
            assertThat(page.getAttribute("html", "data-color-scheme")).isEqualTo("dark");
            assertThat(page.locator(".menu").textContent()).contains("Styrande dokument", "Nettverk");
            page.navigate("/styrende-dokumenter/plan-demensplan-2025?forslag=true");
            assertThat(page.locator("main").innerText())
                    .contains("Frå registeret", "Nettverk og aktivitetar år for år", "Vis tala som tabell");
            page.navigate("/dekning");
            assertThat(page.locator("h1").textContent()).isEqualTo("Dekning");
            assertThat(page.locator("main").innerText()).doesNotContain("Styrende", "ikke ", "noen ");
        }
    }

    @Test
    void readsByKeyboardAlone() {
        try (BrowserContext context = context()) {
            Page page = context.newPage();
            page.navigate("/");

            page.keyboard().press("?");
            assertThat(page.locator("#tastene").isVisible()).isTrue();
            page.keyboard().press("Escape");
            assertThat(page.locator("#tastene").isVisible()).isFalse();
            page.keyboard().press("Control+k");
            page.keyboard().type("mandat demens");
            page.keyboard().press("Enter");
            page.waitForURL("**/sok?q=mandat*");
            page.keyboard().press("Tab");
            page.evaluate("() => document.activeElement.blur()");
            page.keyboard().press("j");
            assertThat(focused(page)).contains("dokumenter/");
            page.keyboard().press("Enter");
            page.waitForURL("**/dokumenter/**");
            page.navigate(MANDATE);
            page.keyboard().press("n");
            page.keyboard().press("n");
            page.keyboard().press("p");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("mention resolved");
            assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
            page.keyboard().press("Enter");

            page.waitForURL("**/styrende-dokumenter/**");
            assertThat(page.locator("h1").textContent()).isEqualTo("Helse- og omsorgstjenesteloven");
        }
    }

    @Test
    void prints() throws IOException {
        try (BrowserContext context = context()) {
            Page page = loggedIn(context, "/sporing?id=plan-demensplan-2025&forslag=true");
            String trace = printed(page);
            page.navigate(MANDATE);
            String document = printed(page);
            page.navigate("/dekning?fra=2019&til=2025&forslag=true");
            String coverage = printed(page);

            assertThat(trace)
                    .contains("Demensplan 2025", "Mandatet skal være i tråd med", "Referat fra samarbeidsrådet")
                    .doesNotContain("Last opp", "Innstillinger", "Vis bare fakta");
            assertThat(document)
                    .contains("Gjøre nasjonale råd om demens kjent", "Henvisninger", "koblet")
                    .doesNotContain("Last ned originalen");
            assertThat(coverage).contains("Alle år", "Ikke lest inn", "Pårørendestrategien");
        }
    }

    // ---- in short ----

    private static String printed(Page page) throws IOException {
        try (var pdf = Loader.loadPDF(page.pdf(new Page.PdfOptions().setFormat("A4")))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private static String focused(Page page) {
        return page.evaluate("() => document.activeElement.href ?? ''").toString();
    }

    private List<DecisionEntry> decisions() {
        return home.reviews().decisions(DecisionFilter.ALL);
    }

    private List<String> answersSince(List<DecisionEntry> before) {
        return decisions().stream()
                .filter(entry -> entry.inForce() && !before.contains(entry))
                .map(entry -> entry.judgment().together())
                .distinct()
                .toList();
    }

    private static int number(String words) {
        return Integer.parseInt(words.replaceAll("\\D", ""));
    }

    /// Presses a key and waits until the page has changed.
    private static void press(Page page, String key) {
        page.evaluate("() => { document.querySelector('[data-review]').dataset.before = 'yes'; }");
        page.keyboard().press(key);
        page.waitForSelector("[data-review]:not([data-before])");
    }

    private BrowserContext context() {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private Page loggedIn(BrowserContext context, String address) {
        Page page = context.newPage();
        page.navigate("/logg-inn");
        ChromiumOnPath.logIn(page, login);
        page.navigate(address);
        return page;
    }
}
