package no.forankring.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;

/// Starts the Chromium and the Node that are installed; nothing is downloaded.
public final class ChromiumOnPath {

    private ChromiumOnPath() {}

    public static Playwright playwright() {
        Path node = onPath("node")
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Node.js 20 or newer on the path; install it, or run bin/test"));
        var environment = new HashMap<String, String>();
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        System.setProperty("playwright.nodejs.path", node.toString());
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.copyOf(environment)));
    }

    public static Browser launch(Playwright playwright) {
        Path chromium = Optional.ofNullable(System.getenv("CHROMIUM"))
                .map(Path::of)
                .or(() -> onPath("chromium"))
                .filter(Files::isExecutable)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: install the package chromium, or set CHROMIUM to its file"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// The first login, its password now held for one's own, so that nothing asks to change it.
    public static FirstLogin ownLogin(Accounts accounts) {
        FirstLogin login = accounts.firstLogin().orElseThrow();
        accounts.setPassword(login.account(), login.password());
        return login;
    }

    /// Fills in the login page, which the window must show.
    public static void logIn(Page page, FirstLogin login) {
        page.getByLabel("Konto").fill(login.account());
        page.getByLabel("Passord").fill(login.password());
        page.locator("main button:has-text('Logg inn')").click();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
