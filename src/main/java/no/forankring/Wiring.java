package no.forankring;

import java.time.Clock;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.Units;
import no.forankring.backup.Backup;
import no.forankring.backup.BackupDesk;
import no.forankring.cli.OpenHome;
import no.forankring.curation.Curation;
import no.forankring.curation.History;
import no.forankring.curation.PlanImport;
import no.forankring.document.Documents;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.findings.Findings;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Identities;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.Ingest;
import no.forankring.privacy.PersonalDataDesk;
import no.forankring.register.Register;
import no.forankring.report.Reports;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.review.SecondReadings;
import no.forankring.saved.SavedSearches;
import no.forankring.search.PassageSearch;
import no.forankring.sparql.SparqlQueries;
import no.forankring.trace.Coverages;
import no.forankring.trace.Currency;
import no.forankring.trace.Paths;
import no.forankring.trace.SuspectLinks;
import no.forankring.trace.Traces;
import no.forankring.web.QueryRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/// Opens the home folder and hands each door to the edges.
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(ForankringSettings.class)
@Import(Operations.class)
@ComponentScan(basePackages = {"no.forankring.web", "no.forankring.api", "no.forankring.sparql"})
class Wiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OpenHome openHome(ForankringSettings settings, Clock clock) {
        return OpenHome.open(settings.homeFolder(), settings.baseAddress(), settings.limits(), clock);
    }

    // The home closes its doors itself, in order; so Spring must not close them one by one.

    @Bean(destroyMethod = "")
    GraphStore graphStore(OpenHome home) {
        return home.shown();
    }

    @Bean
    Addresses addresses(OpenHome home) {
        return home.graph().addresses();
    }

    @Bean
    Register register(OpenHome home) {
        return home.register();
    }

    @Bean(destroyMethod = "")
    Documents documents(OpenHome home) {
        return home.documents();
    }

    @Bean(destroyMethod = "")
    PassageSearch passageSearch(OpenHome home) {
        return home.index();
    }

    @Bean
    Recognizers recognizers(OpenHome home) {
        return home.recognizers();
    }

    @Bean
    ActivityExtractor activityExtractor(OpenHome home) {
        return home.extractor();
    }

    @Bean
    Identities identities(OpenHome home) {
        return home.identities();
    }

    @Bean
    Findings findings(OpenHome home) {
        return home.findings();
    }

    @Bean(destroyMethod = "")
    Ingest ingest(OpenHome home) {
        return home.ingest();
    }

    @Bean
    Explanations explanations(OpenHome home) {
        return home.explanations();
    }

    @Bean
    Traces traces(OpenHome home) {
        return home.traces();
    }

    @Bean
    ReviewQueue reviewQueue(OpenHome home) {
        return home.reviews();
    }

    @Bean
    PersonalDataDesk personalData(OpenHome home) {
        return home.personalData();
    }

    @Bean
    SecondReadings secondReadings(OpenHome home) {
        return home.secondReadings();
    }

    @Bean
    Curation curation(OpenHome home) {
        return home.curation();
    }

    @Bean
    PlanImport planImport(OpenHome home) {
        return home.planImport();
    }

    @Bean(destroyMethod = "")
    History history(OpenHome home) {
        return home.history();
    }

    // Opened after the home, whose lock keeps a second process out.
    @Bean
    Accounts accounts(OpenHome home, ForankringSettings settings, Clock clock) {
        return Accounts.open(settings.homeFolder(), clock);
    }

    @Bean
    AuditLog auditLog(OpenHome home, ForankringSettings settings, Clock clock) {
        return AuditLog.open(settings.homeFolder(), clock);
    }

    @Bean
    Units units(OpenHome home) {
        return home.ingest()::unitOf;
    }

    @Bean
    Reports reports(OpenHome home, Clock clock) {
        return Reports.open(home.shown(), home.register(), clock);
    }

    @Bean
    Currency currency(OpenHome home, Clock clock) {
        return new Currency(home.graph(), home.register(), clock);
    }

    @Bean
    Paths paths(OpenHome home) {
        return new Paths(home.graph());
    }

    @Bean
    SuspectLinks suspectLinks(OpenHome home) {
        return new SuspectLinks(home.graph());
    }

    @Bean
    Coverages coverages(OpenHome home, Clock clock) {
        return new Coverages(home.graph(), home.register(), clock);
    }

    @Bean
    SavedSearches savedSearches(OpenHome home, ForankringSettings settings, Clock clock) {
        return SavedSearches.open(settings.homeFolder(), home.index(), clock);
    }

    @Bean
    BackupDesk backups(OpenHome home, ForankringSettings settings, Clock clock) {
        return out -> Backup.write(settings.homeFolder(), home.graph(), clock, out);
    }

    @Bean
    QueryRunner queryRunner(SparqlQueries queries) {
        return new EditorQueries(queries);
    }

    @Bean
    Starter starter(OpenHome home, ForankringSettings settings, Accounts accounts) {
        return new Starter(home, settings, accounts);
    }
}
