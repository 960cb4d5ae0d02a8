package no.forankring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.forankring.access.Accounts;
import no.forankring.cli.FolderSources;
import no.forankring.cli.OpenHome;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;

/// What happens once pages are answered: the index catches up, the sample folder is taken in, and the log says where to
/// go.
final class Starter {

    private static final Logger LOG = LoggerFactory.getLogger(Starter.class);
    private static final long PROGRESS_MILLISECONDS = 2_000;

    private final OpenHome home;
    private final ForankringSettings settings;
    private final Accounts accounts;

    Starter(OpenHome home, ForankringSettings settings, Accounts accounts) {
        this.home = home;
        this.settings = settings;
        this.accounts = accounts;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        String address =
                event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? "http://localhost:" + web.getWebServer().getPort()
                        : settings.baseAddress();
        Thread.ofPlatform().name("start").daemon().start(() -> fill(address));
        accounts.firstLogin()
                .ifPresent(login -> LOG.info(
                        "To upload and review, log in as {} with the password {} (also in {}; it is told only once)",
                        login.account(),
                        login.password(),
                        login.file()));
        LOG.info("Forankring is ready. Open {}", address);
    }

    private void fill(String address) {
        home.ingest().catchUp();
        Path sample = settings.sample();
        if (sample == null) {
            return;
        }
        List<Source> sources;
        try {
            sources = FolderSources.ofCorpus(sample);
        } catch (IOException e) {
            LOG.warn(
                    "The sample folder {} cannot be read ({}); set forankring.sample to another", sample, e.toString());
            return;
        }
        String id = home.ingest().submit("forankring", sample.toString(), sources);
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                tell(job, address);
                return;
            }
            LOG.info("Taking in {}: {} of {} files", sample, job.done(), job.total());
            try {
                Thread.sleep(PROGRESS_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void tell(Job job, String address) {
        for (Job.FileProgress file : job.files()) {
            if (file.outcome().orElseThrow() instanceof FileOutcome.Failed failed) {
                LOG.warn("{} was not read: {}", file.name(), failed.message());
            }
        }
        LOG.info("All {} sample documents are in. Open {}", job.total(), address);
    }
}
