package no.forankring.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes in files and folders and reports each file that was not read, with the reason.
@CommandLine.Command(name = "ingest", description = "Les inn filer og mapper, og lenk det de viser til.")
final class IngestCommand extends Command.OnHome {

    private static final int BAR_WIDTH = 30;
    private static final long POLL_MILLISECONDS = 200;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Filer og mapper.")
    List<Path> paths = List.of();

    @Option(names = "--server", paramLabel = "URL", description = "Send filene til en tjeneste som alt kjører.")
    @Nullable
    String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:FORANKRING_TOKEN}",
            description = "Nøkkel for --server (standard: miljøvariabelen FORANKRING_TOKEN).")
    @Nullable
    String token;

    private int shown;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Source> sources;
        try {
            sources = FolderSources.under(paths);
        } catch (NoSuchFileException e) {
            err().println("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(e.getFile()));
            return FAILED;
        }
        if (sources.isEmpty()) {
            err().println("Det er ingen filer å lese i %s.".formatted(paths));
            return FAILED;
        }
        Job job = server == null ? here(sources) : RemoteIngest.run(server, token, sources, this::progress);
        err().println();
        report(job);
        boolean failures =
                job.files().stream().anyMatch(file -> file.outcome().orElseThrow() instanceof FileOutcome.Failed);
        return failures ? FINDINGS : OK;
    }

    private Job here(List<Source> sources) throws InterruptedException {
        try (OpenHome home = openHome()) {
            home.ingest().catchUp();
            String id = home.ingest().submit("cli", paths.toString(), sources);
            while (true) {
                Job job = home.ingest().job(id).orElseThrow();
                progress(job);
                if (job.finished().isPresent()) {
                    return job;
                }
                Thread.sleep(POLL_MILLISECONDS);
            }
        }
    }

    private void progress(Job job) {
        if (job.done() == shown) {
            return;
        }
        shown = job.done();
        // A terminal shows a bar that moves; a log gets one line for every tenth.
        if (System.console() == null) {
            if (job.done() * 10 / job.total() > (job.done() - 1) * 10 / job.total()) {
                err().println("%d av %d".formatted(job.done(), job.total()));
            }
            return;
        }
        int full = job.total() == 0 ? BAR_WIDTH : BAR_WIDTH * job.done() / job.total();
        String now = job.files().isEmpty() ? "" : job.files().getLast().name();
        String name = now.length() > 40 ? "…" + now.substring(now.length() - 39) : now;
        err().print("\r[%s%s] %d av %d  %-40s"
                .formatted("█".repeat(full), "·".repeat(BAR_WIDTH - full), job.done(), job.total(), name));
        err().flush();
    }

    private void report(Job job) {
        int read = 0;
        int unchanged = 0;
        int failed = 0;
        int mentions = 0;
        int links = 0;
        int suggestions = 0;
        for (Job.FileProgress file : job.files()) {
            switch (file.outcome().orElseThrow()) {
                case FileOutcome.Ingested ingested -> {
                    read++;
                    mentions += ingested.mentions();
                    links += ingested.links();
                    suggestions += ingested.suggestions();
                }
                case FileOutcome.LinkedAgain again -> read++;
                case FileOutcome.Unchanged same -> unchanged++;
                case FileOutcome.Failed failure -> {
                    failed++;
                    out().println("IKKE LEST  %s: %s".formatted(file.name(), failure.message()));
                }
            }
        }
        out().println("Lest: %d. Uendret: %d. Ikke lest: %d.".formatted(read, unchanged, failed));
        out().println("Omtaler: %d. Lenker: %d. Forslag: %d.".formatted(mentions, links, suggestions));
        out().flush();
    }
}
