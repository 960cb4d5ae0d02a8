package no.forankring.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.forankring.access.Accounts;
import no.forankring.access.FirstLogin;
import no.forankring.api.FakeApiSources;
import no.forankring.register.Register;
import no.forankring.search.PassageSearch;
import no.forankring.web.FakePageSources;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The pages and the interface over the examples in place of the doors.
///
/// Carries no stereotype, so that a test of the whole application does not find it by scanning.
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"no.forankring.web", "no.forankring.api"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "no\\.forankring\\.(web\\.Page|api\\.Api)Doors"))
public class FakeService {

    private final Path home;
    private final Accounts accounts;

    public FakeService() throws IOException {
        this.home = Files.createTempDirectory("forankring-test");
        this.accounts = Accounts.open(home, Clock.systemUTC());
    }

    /// Runs it by hand, to look at the pages.
    public static void main(String[] arguments) {
        org.springframework.boot.SpringApplication.run(FakeService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2025-03-03T09:20:00Z"), ZoneOffset.UTC);
    }

    @Bean
    Register register() {
        return EdgeExamples.register();
    }

    @Bean
    PassageSearch search() {
        return new FakeSearch();
    }

    @Bean
    FakePageSources pageSources() {
        return new FakePageSources();
    }

    @Bean
    FakeApiSources apiSources() {
        return new FakeApiSources();
    }

    @Bean
    Accounts accounts() {
        return accounts;
    }

    /// The made-up account that tests log in with.
    @Bean
    FirstLogin firstLogin() {
        return accounts.firstLogin().orElseThrow();
    }

    @jakarta.annotation.PreDestroy
    void clean() throws IOException {
        Files.deleteIfExists(home.resolve("accounts.json"));
        Files.deleteIfExists(home.resolve("first-login.txt"));
        Files.deleteIfExists(home);
    }
}
