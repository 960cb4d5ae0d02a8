package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.testing.Axe;
import no.forankring.testing.ChromiumOnPath;
import no.forankring.testing.SamplePages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page that the service has, over the sample documents, in a real browser: light, dark and in forced colours, on
/// a narrow screen, and without script. Nothing jumps while a page comes, nothing comes from elsewhere, and the browser
/// has nothing to complain about.
@OverSampleDocuments
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int LARGEST_SCRIPT = 60_000;
    private static final int LARGEST_PAGE = 200_000;

    /// What a browser must not find missing when scripts are off: the words, and what can be acted on. What only a
    /// script can do is marked so in the page.
    private static final String SEEN = """
            () => [...document.querySelectorAll("main :is(h1, h2, h3, th, td, dt, label, button, a, li)")]
                .filter(e => e.checkVisibility() && !e.closest("[data-scripted]"))
                .map(e => e.tagName + " " + e.textContent.trim().replace(/\\s+/g, " "))
            """;

    private static final double MOST_SHIFT = 0.1;

    /// How far things jumped while the page came, as browsers score it, and what jumped.
    private static final String SHIFTS = """
            async () => {
                await document.fonts.ready;
                const told = [];
                const observer = new PerformanceObserver(list => told.push(...list.getEntries()));
                observer.observe({ type: "layout-shift", buffered: true });
                await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                told.push(...observer.takeRecords());
                observer.disconnect();
                const shifts = told.filter(shift => !shift.hadRecentInput);
                return {
                    score: shifts.reduce((sum, shift) => sum + shift.value, 0),
                    moved: shifts.flatMap(shift => shift.sources)
                        .map(source => source.node?.outerHTML?.slice(0, 80) ?? source.node?.nodeName ?? "?").join("; ")
                };
            }
            """;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext service;

    @Autowired
    Accounts accounts;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Playwright playwright;
    private Browser browser;
    private SamplePages pages;
    private BrowserContext scripted;
    private BrowserContext plain;

    @BeforeAll
    void start() throws InterruptedException {
        playwright = ChromiumOnPath.playwright();
        browser = ChromiumOnPath.launch(playwright);
        scripted = context(true);
        plain = context(false);
        FirstLogin login = ChromiumOnPath.ownLogin(accounts);
        loggedIn(plain, login).close();
        Page page = loggedIn(scripted, login);
        pages = new SamplePages(service, page);
        page.close();
    }

    private static Page loggedIn(BrowserContext context, FirstLogin login) {
        Page page = context.newPage();
        page.navigate("/logg-inn");
        ChromiumOnPath.logIn(page, login);
        return page;
    }

    @AfterAll
    void stop() {
        playwright.close();
    }

    @Test
    void everyRouteHasASamplePage() {
        assertThat(pages.sampled()).isEqualTo(SamplePages.routes(mappings));
    }

    /// One visit for all of it: opening a page costs more than looking at it.
    @TestFactory
    List<DynamicTest> holdsForEveryPage() {
        return pages.all().stream()
                .map(address -> DynamicTest.dynamicTest(address, () -> look(address)))
                .toList();
    }

    private void look(String address) {
        var console = new ArrayList<String>();
        var outside = new ArrayList<String>();
        boolean missing = address.equals(SamplePages.MISSING);
        Page page = scripted.newPage();
        page.onConsoleMessage(message -> {
            // The browser itself reports the 404 that is asked for.
            if (message.type().equals("error") && !missing) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(origin() + "/") && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        page.navigate(address);
        Map<?, ?> shifts = (Map<?, ?>) page.evaluate(SHIFTS);
        Object seen = page.evaluate(SEEN);

        List<String> light = Axe.violations(Axe.of(page).withTags(RULES));
        // Colours change, nothing else.
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> dark = Axe.violations(Axe.of(page).withRules(List.of("color-contrast", "link-in-text-block")));
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.ACTIVE));
        List<String> forced = Axe.violations(Axe.of(page).withRules(List.of("color-contrast")));
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
        Page without = plain.newPage();
        without.navigate(address);
        Object seenWithout = without.evaluate(SEEN);
        without.close();

        assertThat(light).as("light").isEmpty();
        assertThat(dark).as("dark").isEmpty();
        assertThat(forced).as("forced colours").isEmpty();
        assertThat(tooWide).as("320 pixels").isEqualTo("");
        assertThat(((Number) Objects.requireNonNull(shifts.get("score"))).doubleValue())
                .as("layout shift of %s", shifts.get("moved"))
                .isLessThan(MOST_SHIFT);
        assertThat(headings).as("headings of the first level").isEqualTo(1);
        assertThat((List<?>) seenWithout).as("without script").isNotEmpty();
        assertThat(texts(seenWithout)).as("without script").containsAll(texts(seen));
        assertThat(console).as("console").isEmpty();
        assertThat(outside).as("from elsewhere").isEmpty();
    }

    /// As sent, that is compressed, with an empty cache.
    @Test
    void isLightEnoughForASlowLine() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        try (BrowserContext fresh = context(true)) {
            Page page = fresh.newPage();
            page.onRequestFinished(
                    request -> sizes.merge(request.resourceType(), request.sizes().responseBodySize, Integer::sum));
            page.navigate("/");
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        int all = sizes.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("First page, bytes as sent: " + sizes + ", in all " + all);

        assertThat(sizes.get("script")).as("script").isPositive().isLessThanOrEqualTo(LARGEST_SCRIPT);
        assertThat(all).as("all of %s", sizes).isLessThanOrEqualTo(LARGEST_PAGE);
    }

    private BrowserContext context(boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin())
                .setLocale("nb-NO")
                .setTimezoneId("Europe/Oslo")
                .setJavaScriptEnabled(script)
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    private static List<String> texts(Object seen) {
        return ((List<?>) seen).stream().map(Object::toString).distinct().toList();
    }
}
