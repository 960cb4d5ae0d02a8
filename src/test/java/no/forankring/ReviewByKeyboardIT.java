package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.cli.OpenHome;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.testing.ChromiumOnPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole service in a browser: a mandate with fifteen anchors, reviewed without the mouse.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewByKeyboardIT {

    private static final String MANDATE = """
            USHT Fjordvik

            Mandat for fagnettverk i Fjordvik

            Fagnettverket er forankret i følgende styrende dokumenter:

            - Stortingsmelding 24
            - veilederen for rehabilitering og habilitering
            - retningslinjen for underernæring
            - retningslinjen om demens
            - Veileder om legemiddelgjennomganger
            - Frivillighetsmeldingen
            - Innst. 43 S
            - Innst. 581 L
            - Rundskriv kap 9
            - BPA-rundskrivet
            - Fallforebygging hos eldre
            - Det gjelder livet
            - Pårørende i helse- og omsorgstjenesten
            - kommunens egen plan for de eldste
            - kommunens egen plan for de yngste

            Nettverket følger opp veilederen for rehabilitering og habilitering og retningslinjen om demens. Arbeidet
            bygger på retningslinjen for underernæring, Innst. 581 L og meldingen om morgendagens omsorg.
            """;

    private Path folder;
    private ConfigurableApplicationContext service;
    private OpenHome home;
    private FirstLogin login;
    private Playwright playwright;
    private Browser browser;
    private String address;
    private String document;

    @BeforeAll
    void start() throws IOException {
        folder = Files.createTempDirectory("forankring-review");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        service = new SpringApplication(Wiring.class)
                .run(
                        "--server.port=0",
                        "--forankring.home=" + folder.resolve("home"),
                        "--forankring.sample=" + nothing);
        home = service.getBean(OpenHome.class);
        login = ChromiumOnPath.ownLogin(service.getBean(Accounts.class));
        address = "http://127.0.0.1:"
                + Objects.requireNonNull(((WebServerApplicationContext) service).getWebServer())
                        .getPort();
        playwright = ChromiumOnPath.playwright();
        browser = ChromiumOnPath.launch(playwright);
        document = take(MANDATE);
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

    @BeforeEach
    void undoAll() {
        home.reviews().decisions(DecisionFilter.ALL).stream()
                .filter(entry -> entry.inForce())
                .map(entry -> entry.judgment().together())
                .distinct()
                .forEach(answer -> home.reviews().undo(answer, "test"));
        home.reviews().singleKeys(true, login.account());
    }

    @Test
    void takesOneKeyPerDecisionForAMandateWithFifteenAnchors() {
        List<QueueItem> items = waiting();
        assertThat(items).hasSizeGreaterThanOrEqualTo(12);
        try (BrowserContext context = context(true)) {
            Page page = open(context);
            int keys = 0;
            int decisions = 0;

            while (!waiting().isEmpty()) {
                QueueItem item =
                        home.reviews().queue(QueueFilter.ALL).find(shown(page)).orElseThrow();
                String key =
                        item.isOpenMention() ? "a" : item.links().size() > 1 ? "1" : decisions % 4 == 3 ? "a" : "g";
                press(page, key);
                keys++;
                decisions++;
            }

            assertThat(keys).isEqualTo(decisions).isEqualTo(items.size());
            assertThat(page.locator("#review-heading").textContent()).contains("Ingenting venter");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("review-heading");
            assertThat(home.reviews().decisions(DecisionFilter.ALL)).isNotEmpty();
        }
    }

    @Test
    void movesSkipsUndoesAndAnnouncesByKeyboard() {
        List<QueueItem> items = waiting();
        try (BrowserContext context = context(true)) {
            Page page = open(context);

            press(page, "j");
            assertThat(shown(page)).isEqualTo(items.get(1).key());
            press(page, "k");
            assertThat(shown(page)).isEqualTo(items.get(0).key());
            press(page, "h");
            assertThat(shown(page)).isEqualTo(items.get(1).key());
            assertThat(home.reviews().place(login.account()).orElseThrow().item())
                    .isEqualTo(items.get(1).key());
            press(page, "u");
            assertThat(waiting()).hasSize(items.size() - 1);
            page.waitForFunction("() => document.querySelector('#review-live').textContent.includes('usikkert')");
            press(page, "z");

            assertThat(waiting()).hasSize(items.size());
            assertThat(shown(page)).isEqualTo(items.get(1).key());
        }
    }

    @Test
    void hearsNoSingleKeysWhereTheyAreSwitchedOffNorInAField() {
        try (BrowserContext context = context(true)) {
            Page page = open(context);
            String first = shown(page);

            page.locator("#hvorfor").focus();
            page.keyboard().type("gau");
            assertThat(page.locator("#hvorfor").inputValue()).isEqualTo("gau");
            page.locator("#taster summary").click();
            page.locator("#taster button").click();
            page.waitForSelector("[data-keys=off]");
            page.keyboard().press("g");
            page.keyboard().press("j");

            assertThat(shown(page)).isEqualTo(first);
            assertThat(home.reviews().singleKeys(login.account())).isFalse();
            assertThat(page.locator("kbd:visible").count()).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void decidesChoosesAnotherUndoesAndResumesWithoutScript() {
        List<QueueItem> items = waiting();
        QueueItem single = items.stream()
                .filter(item -> item.kind().equals("cites") && item.links().size() == 1)
                .findFirst()
                .orElseThrow();
        try (BrowserContext context = context(false)) {
            Page page = open(context);
            page.navigate("/gjennomgang?dokument=" + document + "&sak=" + single.key());

            page.locator("#velg-annen summary").click();
            page.locator("#mal").fill("demensplan");
            page.locator("#velg-annen form:has(#mal) button").click();
            assertThat(page.locator("[role=alert]").textContent()).contains("demensplan");
            page.locator("#velg-annen .rows button").first().click();
            assertThat(page.locator(".told").textContent()).contains("Ordene viser nå til det du valgte");
            assertThat(waiting()).noneMatch(item -> item.key().equals(single.key()));

            page.navigate("/gjennomgang");
            assertThat(page.getByText("Fortsett der du slapp").getAttribute("href"))
                    .contains("dokument=", "sak=");
            page.locator("section:has(#answered) button:has-text('Angre')")
                    .first()
                    .click();
            assertThat(waiting()).hasSize(items.size());
        }
    }

    @Test
    void asksForAStatusWhoseColorIsGoneByKeyAndWithoutScript() {
        String plan = take("plan.txt", """
                Aktivitetsplan 2025 for USHT Fjordvik

                Grønn: gjennomført, gul: pågår, rød: avlyst

                Aktivitet\tTid\tStatus
                Kurs i observasjon\tMai 2025
                Fagdag om fall\tJuni 2025
                """);
        String address = "/gjennomgang?dokument=%s&type=progress".formatted(plan);
        try (BrowserContext context = context(true)) {
            Page page = open(context);
            page.navigate(address);
            assertThat(page.locator("#asked").textContent()).isEqualTo("Fargen er borte: hva er status?");
            assertThat(page.locator(".quote").textContent()).contains("Kurs i observasjon");
            assertThat(page.locator(".candidates strong").allTextContents())
                    .containsExactly("gjennomført", "pågår", "avlyst", "planlagt", "utsatt");
            assertThat(page.locator("#velg-annen").count()).isZero();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

            press(page, "3");

            assertThat(page.locator(".quote").textContent()).contains("Fagdag om fall");
        }
        try (BrowserContext context = context(false)) {
            Page page = open(context);
            page.navigate(address);
            page.getByLabel("pågår").check();
            page.locator("#svar button[value=ACCEPTED]").click();
        }

        assertThat(home.reviews()
                        .queue(new QueueFilter(plan, "progress", Optional.empty()))
                        .items())
                .isEmpty();
        assertThat(home.reviews().decisions(DecisionFilter.ALL))
                .extracting(DecisionEntry::statement)
                .containsExactlyInAnyOrder(
                        "Kurs i observasjon – progress – cancelled", "Fagdag om fall – progress – ongoing");
    }

    @Test
    void isAccessibleToOneWhoReviews() {
        try (BrowserContext context = context(true)) {
            Page page = open(context);
            press(page, "u");
            page.locator("#velg-annen summary").click();

            var violations = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations();
            page.setViewportSize(320, 640);

            assertThat(violations)
                    .extracting(rule -> rule.getId() + rule.getNodes())
                    .isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(320);
        }
    }

    // ---- in short ----

    private List<QueueItem> waiting() {
        return home.reviews().queue(QueueFilter.ofDocument(document)).items();
    }

    private static String shown(Page page) {
        return page.locator("#svar input[name=sak]").inputValue();
    }

    /// Presses a key and waits until the page has changed.
    private static void press(Page page, String key) {
        page.evaluate("() => { document.querySelector('[data-review]').dataset.before = 'yes'; }");
        page.keyboard().press(key);
        page.waitForSelector("[data-review]:not([data-before])");
    }

    private BrowserContext context(boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setLocale("nb-NO")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(script));
    }

    /// Logged in, at the first item of the mandate.
    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate("/konto");
        ChromiumOnPath.logIn(page, login);
        page.navigate("/gjennomgang?dokument=" + document);
        return page;
    }

    private String take(String text) {
        return take("mandat.txt", text);
    }

    private String take(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String id =
                home.ingest().submit("test", "test", List.of(new Source(name, () -> new ByteArrayInputStream(bytes))));
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                var outcomes = new ArrayList<FileOutcome>();
                job.files().forEach(file -> file.outcome().ifPresent(outcomes::add));
                return switch (outcomes.getFirst()) {
                    case FileOutcome.Ingested ingested -> ingested.document().value();
                    case FileOutcome other -> throw new AssertionError(other);
                };
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
