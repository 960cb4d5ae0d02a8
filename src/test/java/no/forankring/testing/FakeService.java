package no.forankring.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.FirstLogin;
import no.forankring.access.Units;
import no.forankring.api.FakeApiSources;
import no.forankring.backup.Backup;
import no.forankring.backup.BackupDesk;
import no.forankring.curation.Basis;
import no.forankring.curation.Curation;
import no.forankring.curation.Field;
import no.forankring.curation.History;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.PlanImport;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.document.Documents;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.report.Reports;
import no.forankring.review.Recognizers;
import no.forankring.saved.SavedSearches;
import no.forankring.search.PassageSearch;
import no.forankring.trace.Coverages;
import no.forankring.trace.Currency;
import no.forankring.trace.Paths;
import no.forankring.trace.SuspectLinks;
import no.forankring.trace.Traces;
import no.forankring.web.FakePageSources;
import org.apache.jena.sparql.core.Quad;
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

    // What people enter is told of by the real doors: they are small, and half of what the pages promise is theirs.

    @Bean(destroyMethod = "close")
    GraphStore graphStore(Register register, Clock clock) {
        GraphStore graph = GraphStore.open(home.resolve("graph"), EdgeExamples.ADDRESSES, clock);
        var triples = new RegisterRdf(register).triples(EdgeExamples.ADDRESSES);
        graph.write(
                        "forankring",
                        "bring the register up to this version",
                        state -> triples.find()
                                .forEachRemaining(
                                        triple -> state.add(new Quad(EdgeExamples.ADDRESSES.registerGraph(), triple))))
                .join();
        return graph;
    }

    @Bean
    BackupDesk backups(GraphStore graph, Clock clock) {
        return out -> Backup.write(home.resolve("graph"), graph, clock, out);
    }

    @Bean
    Currency currency(GraphStore graph, Register register, Clock clock) {
        return new Currency(graph, register, clock);
    }

    @Bean
    Paths paths(GraphStore graph) {
        return new Paths(graph);
    }

    @Bean
    SuspectLinks suspectLinks(GraphStore graph) {
        return new SuspectLinks(graph);
    }

    @Bean
    Coverages coverages(GraphStore graph, Register register, Clock clock) {
        return new Coverages(graph, register, clock);
    }

    @Bean
    Reports reports(GraphStore graph, Register register, Clock clock) {
        return Reports.open(graph, register, clock);
    }

    @Bean
    Addresses addresses() {
        return EdgeExamples.ADDRESSES;
    }

    @Bean(destroyMethod = "close")
    Documents documents() {
        return Documents.open(home, ParseLimits.DEFAULT);
    }

    @Bean
    Curation curation(GraphStore graph, Documents documents, Register register, Clock clock) {
        var curation = new Curation(
                graph,
                new Traces(graph, register),
                documents,
                register,
                new Recognizers(graph, register)::current,
                clock);
        StoredThing network = curation.create(
                        new ThingDraft(
                                Addresses.NETWORK, Map.of(Field.NAME, "Matnettverket i Fjordvik", Field.YEAR, "2024")),
                        Basis.of("vedtatt i styringsgruppa"),
                        false,
                        "kari")
                .thing();
        curation.link(
                new LinkDraft(network.iri(), LinkType.ANCHORED_IN, "Demensplan 2025", "Planned", false),
                Basis.of("står i invitasjonen"),
                "kari");
        return curation;
    }

    @Bean
    PlanImport planImport(Curation curation, Clock clock) {
        return new PlanImport(curation, clock);
    }

    @Bean(destroyMethod = "close")
    History history(GraphStore graph, Register register, Curation curation) {
        return History.open(graph, register, home.resolve("history"));
    }

    @Bean
    FakePersonalData personalData() {
        return new FakePersonalData();
    }

    @Bean
    SavedSearches savedSearches(PassageSearch search, Clock clock) {
        return SavedSearches.open(home, search, clock);
    }

    @Bean
    Accounts accounts() {
        return accounts;
    }

    @Bean
    AuditLog auditLog(Clock clock) {
        return AuditLog.open(home, clock);
    }

    @Bean
    Units units() {
        return document -> Optional.of("usht-fjordvik");
    }

    /// The made-up account that tests log in with.
    @Bean
    FirstLogin firstLogin() {
        return ChromiumOnPath.ownLogin(accounts);
    }

    @jakarta.annotation.PreDestroy
    void clean() throws IOException {
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
