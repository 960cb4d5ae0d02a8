package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.forankring.access.FirstLogin;
import no.forankring.testing.Axe;
import no.forankring.testing.ChromiumOnPath;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the sample documents do not show of a page, in a real browser: light and dark, narrow, and without script.
///
/// `EveryPageIT` visits every route.
@SpringBootTest(
        classes = FakeService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.servlet.multipart.max-file-size=3MB")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private static final List<String> OPEN = List.of(
            "/sok?q=mål&type=mandat&cites=meldst-15-2017-2018&sort=newest&siden=2025-01-01T00:00:00Z",
            "/lignende?dokument=" + EdgeExamples.DOCUMENT + "&avsnitt=p-0000000007",
            "/styrende-dokumenter/meldst-15-2017-2018?sok=Meld. St. 15 (2017–2018)",
            "/nettverk/mat-og-maltider-i-fjordvik?forslag=true",
            "/ting/goal/maltid-sammen",
            "/dokumenter/" + EdgeExamples.DOCUMENT,
            "/jobber/k7q2",
            "/jobber/a1b2",
            "/gjennomgang?type=partOf",
            "/gjennomgang/andre-lesning/l1",
            "/gjennomgang/sammenslaing",
            "/gjennomgang/uenighet",
            "/funn?dokument=" + EdgeExamples.DOCUMENT,
            "/sparql-editor?query=SELECT",
            "/sparql-editor?query=SELECT ?tema",
            "/sparql-editor?query=SELECT ?year",
            "/sparql-editor?query=tull",
            "/forankringssjekk?dato=tull",
            "/dekning?vis=alle&fra=2021&til=2025&forslag=true",
            "/sporing?fra=finnes-ikke&til=plan-demensplan-2025&ar=tull&styrke=tull",
            "/rapporter/hull-med-grunn?suggestions=ja",
            "/rapporter/kommuner-over-tid?county=Viken",
            "/rapporter/aktiviteter-per-styringsdokument?vis=ja&year=tull",
            "/historikk?ting=http://localhost:8080/id/network/matnettverket-i-fjordvik");
    private static final List<String> BEHIND_LOGIN =
            List.of("/konto", "/last-opp", "/last-opp?igjen=a1b2", "/personopplysninger/" + EdgeExamples.DOCUMENT);

    @LocalServerPort
    int port;

    @Autowired
    FirstLogin login;

    @Autowired
    FakePageSources sources;

    private Playwright playwright;
    private Browser browser;
    private BrowserContext shared;

    @BeforeAll
    void start() {
        playwright = ChromiumOnPath.playwright();
        browser = ChromiumOnPath.launch(playwright);
        shared = context(new Browser.NewContextOptions());
    }

    @AfterAll
    void stop() {
        playwright.close();
    }

    static Stream<String> everyPage() {
        return Stream.concat(OPEN.stream(), BEHIND_LOGIN.stream());
    }

    /// One visit for all of it: opening a page costs more than looking at it.
    @ParameterizedTest
    @MethodSource("everyPage")
    void isAccessibleLightAndDarkFitsANarrowScreenAndBreaksNoRuleOfItsOwn(String path) {
        var console = new ArrayList<String>();
        Page page = page(shared, path, console);

        List<String> light = Axe.violations(Axe.of(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
        // Darkness changes colours, nothing else.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> dark = Axe.violations(Axe.of(page).withRules(List.of("color-contrast")));
        page.setViewportSize(320, 640);
        Object tooWide = page.evaluate("""
                () => document.documentElement.scrollWidth <= 320 ? "" :
                    [...document.querySelectorAll("main *, header *, footer *")]
                        .filter(e => e.getBoundingClientRect().right > 321 && !e.closest(".scroll"))
                        .map(e => e.tagName + "." + e.className + " " + e.getBoundingClientRect().right)
                        .slice(0, 5).join("; ") || "something else"
                """);
        int headings = page.locator("h1").count();
        page.close();

        assertThat(light).as("light").isEmpty();
        assertThat(dark).as("dark").isEmpty();
        assertThat(tooWide).as("320 pixels").isEqualTo("");
        assertThat(headings).isEqualTo(1);
        assertThat(console).as("console").isEmpty();
    }

    @Test
    void searchesReadsAndComesBackWithoutScript() {
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = page(context, "/", new ArrayList<>());

            page.getByLabel("Ord, uttrykk eller paragraf").fill("mål");
            page.locator("main button:has-text('Søk')").click();
            page.getByText("Åpne avsnittet på s. 2").click();

            assertThat(page.url()).endsWith("/dokumenter/" + EdgeExamples.DOCUMENT + "#p-0000000007");
            page.locator(".mention.resolved").first().click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Leve hele livet");
            page.getByText("Se sporingen").click();
            assertThat(page.locator(".root-card h2").textContent()).contains("Leve hele livet");
        }
    }

    @Test
    void suggestsWhileTypingByKeyboardAlone() {
        try (var context = context(new Browser.NewContextOptions())) {
            var console = new ArrayList<String>();
            Page page = page(context, "/sok", console);
            var box = page.getByLabel("Ord, uttrykk eller paragraf");

            box.pressSequentially("mål");
            page.locator("[role=option]").first().waitFor();
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
            assertThat(page.locator("[role=group]").first().textContent())
                    .contains("styrende dokument", "Leve hele livet");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            String active = box.getAttribute("aria-activedescendant");
            assertThat(page.locator("#" + active).textContent()).contains("Mandat for nettverk om mat");
            assertThat(page.locator("[role=option][aria-selected=true]").count())
                    .isEqualTo(1);
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
            assertThat(Axe.violations(
                            Axe.of(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))))
                    .isEmpty();

            page.keyboard().press("Escape");
            assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(box.inputValue()).isEqualTo("mål");
            page.keyboard().press("ArrowDown");
            page.locator("[role=option]").first().waitFor();
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            page.waitForURL("**/sok?q=m%C3%A5l*planer*");

            assertThat(page.locator(".hit").count()).isEqualTo(1);
            assertThat(console).isEmpty();
        }
    }

    @Test
    void writesAQueryWithCompletionRunsItByKeyboardAndLeavesTheEditorByTab() {
        try (var context = context(new Browser.NewContextOptions())) {
            var console = new ArrayList<String>();
            Page page = page(context, "/sparql-editor", console);
            var editor = page.getByLabel("Spørring i SPARQL");
            assertThat(page.locator("#query").isHidden()).isTrue();
            assertThat(page.locator(".query-editor .cm-keyword").first().textContent())
                    .isEqualTo("PREFIX");

            editor.focus();
            page.keyboard().press("Control+a");
            page.keyboard().type("SELECT ?tema { ?tema a fa:Net");
            // The prefix that was used stands above, and the class is found by its beginning.
            page.locator(".CodeMirror-hint:has-text('fa:Network')").waitFor();
            assertThat(page.locator(".CodeMirror-code").textContent())
                    .contains("PREFIX fa: <https://w3id.org/forankring/ns#>");
            page.keyboard().press("Enter");
            page.keyboard().type(" }");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("query-plain");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/sparql-editor?query=*");

            assertThat(page.url()).contains("PREFIX+fa", "fa%3ANetwork");
            assertThat(page.locator("svg[role=img] title").allTextContents())
                    .containsExactly("demens: 12", "ernæring: 6");
            assertThat(page.locator("table td").allTextContents()).containsExactly("demens", "12", "ernæring", "6");
            page.getByLabel("Vis som vanlig tekstfelt").check();
            page.locator("#query").fill("ASK { ?s ?p ?o }");
            page.locator("button:has-text('Kjør spørringen')").click();
            assertThat(page.locator("[role=status]").first().textContent()).contains("Ja");
            assertThat(console).isEmpty();
        }
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = page(context, "/sparql-editor", new ArrayList<>());
            page.getByLabel("Spørring i SPARQL").fill("SELECT ?year { ?year ?a ?b }");
            page.locator("button:has-text('Kjør spørringen')").click();
            assertThat(page.locator("svg[role=img] title").allTextContents())
                    .containsExactly("2021: 3", "2022: 5", "2024: 4");
        }
    }

    @Test
    void choosesSeveralFiltersSortsKeepsAndForgetsASearchWithoutScript() {
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = page(context, "/konto", new ArrayList<>());
            page.navigate("/sok?q=mål");

            page.getByLabel("Leve hele livet").first().check();
            page.getByLabel("ernæring").check();
            page.locator("button:has-text('Bruk filtre')").click();
            page.locator("a:has-text('nyeste dato')").click();
            assertThat(page.url()).contains("cites=meldst-15-2017-2018", "theme=ernaering", "sort=newest");
            page.locator("summary:has-text('Lagre eller følg søket')").click();
            page.getByLabel("Navn på søket").fill("Måltider i Fjordvik");
            page.locator("button:has-text('Lagre søket')").click();

            assertThat(page.locator("[role=status]").allTextContents().toString())
                    .contains("Måltider i Fjordvik");
            page.locator("h2 a:has-text('Måltider i Fjordvik')").click();
            assertThat(page.url()).contains("cites=meldst-15-2017-2018", "theme=ernaering", "sort=newest");
            page.goBack();
            page.getByLabel("Slett «Måltider i Fjordvik»").click();
            assertThat(page.locator("main").textContent()).contains("Du har ingen lagrede søk.");
        }
    }

    @Test
    void uploadsAfterLogInWithoutScriptAndShowsHowItGoes() {
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = page(context, "/last-opp", new ArrayList<>());

            page.getByLabel("Filer").setInputFiles(new FilePayload[] {
                new FilePayload("mandat.pdf", "application/pdf", new byte[2_000_000]),
                new FilePayload("referat æøå.txt", "text/plain", new byte[] {65})
            });
            page.locator("main button:has-text('Last opp')").click();

            assertThat(page.url()).endsWith("/jobber/k7q2");
            assertThat(page.locator("main").textContent()).contains("1 av 3 filer er ferdige");
            assertThat(sources.uploaded).isEqualTo("admin mandat.pdf=2000000 referat æøå.txt=1");
        }
    }

    @Test
    void decidesLearnsAndUndoesWithoutScript() {
        sources.review.reset();
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page(context, "/konto", new ArrayList<>());
            Page page = page(context, "/gjennomgang", new ArrayList<>());

            page.locator("input[name=kobling]").nth(1).check();
            page.getByLabel("«Meld. St. 24» i alle dokumenter fra USHT Fjordvik")
                    .check();
            page.locator("button:has-text('Godta')").first().click();

            assertThat(page.locator("[role=status]").allTextContents().toString())
                    .contains("Koblingen er godtatt", "dokument som er lest før, har ordene");
            page.locator(".told button:has-text('Angre')").click();
            assertThat(page.locator("[role=status]").allTextContents().toString())
                    .contains("Forslaget venter igjen");
            assertThat(sources.review.answers()).isEmpty();
        }
    }

    @Test
    void readsAgainWithoutScriptAndWithoutTheFirstAnswer() {
        sources.review.reset();
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page(context, "/konto", new ArrayList<>());
            Page page = page(context, "/gjennomgang/andre-lesning/l1", new ArrayList<>());
            assertThat(page.locator("main").textContent()).doesNotContain("Siste avgjørelser");

            page.locator("#hvorfor").fill("uklart");
            page.locator("button:has-text('Usikker')").click();

            assertThat(page.locator("[role=status]").allTextContents().toString())
                    .contains("Svaret er notert");
            assertThat(sources.secondReader.told())
                    .anyMatch(said -> said.startsWith("say ") && said.endsWith(" UNSURE uklart admin"));
        }
    }

    @Test
    void decidesWhetherTwoAreOneAndPutsAFindingAwayWithoutScript() {
        sources.identities.reset();
        try (var context = context(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            page(context, "/konto", new ArrayList<>());
            Page page = page(context, "/gjennomgang/sammenslaing", new ArrayList<>());
            page.getByLabel("Begrunnelse").fill("samme gruppe");
            page.locator("button:has-text('Det er den samme')").click();

            assertThat(page.locator(".told [role=status]").textContent()).contains("De er nå én");
            assertThat(sources.identities.decisions().getFirst().why()).isEqualTo("samme gruppe");
            page.locator("button:has-text('Angre')").click();
            assertThat(sources.identities.decisions()).isEmpty();

            page.navigate("/gjennomgang/navn?id=mat-og-maltider-i-fjordvik");
            page.getByLabel("«Matnettverket»").check();
            page.locator("button:has-text('Skill ut')").click();
            assertThat(page.locator(".told [role=status]").textContent()).contains("egen ting");

            page.navigate("/funn");
            page.locator("button:has-text('Legg bort')").click();
            assertThat(page.locator(".told [role=status]").textContent()).contains("lagt bort");
            page.locator("button:has-text('Ta fram igjen')").click();
            assertThat(page.locator("article.step").count()).isEqualTo(1);
        } finally {
            sources.identities.reset();
        }
    }

    /// As one who may decide sees it.
    @Test
    void isAccessibleWithItsFormsAndFitsANarrowScreen() {
        sources.review.reset();
        try (var context = context(new Browser.NewContextOptions())) {
            page(context, "/konto", new ArrayList<>());
            Page page = page(context, "/gjennomgang", new ArrayList<>());
            page.locator("button:has-text('Usikker')").first().click();

            List<String> light = Axe.violations(Axe.of(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
            page.setViewportSize(320, 640);

            assertThat(light).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        } finally {
            sources.review.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gjennomgang/sammenslaing", "/gjennomgang/navn?id=mat-og-maltider-i-fjordvik", "/funn"})
    void formsAboutNamesAndFindingsAreAccessibleAndFitANarrowScreen(String path) {
        sources.identities.reset();
        try (var context = context(new Browser.NewContextOptions())) {
            page(context, "/konto", new ArrayList<>());
            Page page = page(context, path, new ArrayList<>());

            List<String> light = Axe.violations(Axe.of(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")));
            page.setViewportSize(320, 640);

            assertThat(light).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    @Test
    void saysWhatToDoWhenAFileIsTooLarge() {
        Page page = page(shared, "/last-opp", new ArrayList<>());

        page.getByLabel("Filer").setInputFiles(new FilePayload("stor.pdf", "application/pdf", new byte[4_000_000]));
        page.locator("main button:has-text('Last opp')").click();

        Locator told = page.locator("#sending [role=status]");
        told.filter(new Locator.FilterOptions().setHasText("Filene er for store"))
                .waitFor();
        assertThat(page.locator("main button:has-text('Last opp')").isEnabled()).isTrue();
        page.close();
    }

    @Test
    void keepsAskingForTheProgressOfARunningJob() {
        try (var context = context(new Browser.NewContextOptions())) {
            Page page = page(context, "/jobber/k7q2", new ArrayList<>());

            var answer = page.waitForResponse(response -> response.url().endsWith("/jobber/k7q2"), () -> {});

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.request().headers()).containsEntry("hx-request", "true");
        }
    }

    @Test
    void drawsALineToEveryStatementOfATrace() {
        try (var context = context(new Browser.NewContextOptions())) {
            Page page = page(context, "/sporing?id=mat-og-maltider-i-fjordvik", new ArrayList<>());

            assertThat(page.locator(".trace-lines path[d]").count())
                    .isEqualTo(page.locator(".trace-side .step").count())
                    .isPositive();
        }
    }

    @Test
    void skipsToTheContentByKeyboard() {
        try (var context = context(new Browser.NewContextOptions())) {
            Page page = page(context, "/hjelp", new ArrayList<>());

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("innhold");
        }
    }

    private BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(options.setBaseURL("http://127.0.0.1:" + port)
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Opens a page, after logging in where it needs that.
    private Page page(BrowserContext context, String path, List<String> console) {
        Page page = context.newPage();
        boolean missing = path.equals("/finnes-ikke");
        page.onConsoleMessage(message -> {
            // The browser itself reports the 404 that is asked for.
            if (message.type().equals("error") && !missing) {
                console.add(message.text());
            }
        });
        page.navigate(path);
        if (BEHIND_LOGIN.contains(path) && page.url().contains("/logg-inn")) {
            ChromiumOnPath.logIn(page, login);
            assertThat(page.url()).contains(path);
        }
        return page;
    }
}
