package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.forankring.backup.Backup;
import no.forankring.privacy.Deletions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a backup of a home folder, or fetches one from a running service.
@CommandLine.Command(name = "backup", description = "Skriv en sikkerhetskopi av hjemmemappen til en zip-fil.")
final class BackupCommand extends Command.LongOnHome {

    @Parameters(paramLabel = "FILE", description = "Filen det skrives til.")
    Path file = Path.of("");

    @Option(names = "--server", paramLabel = "URL", description = "Hent kopien fra en tjeneste som kjører.")
    @Nullable
    String server;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:FORANKRING_TOKEN}",
            description = "Nøkkel for --server (standard: miljøvariabelen FORANKRING_TOKEN).")
    @Nullable
    String token;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (server != null) {
            Backup.Restored fetched = RemoteBackup.fetch(server, token, file);
            tell(fetched.files(), fetched.change());
            return OK;
        }
        try (Progress progress = progress(2)) {
            progress.step("Åpner hjemmemappen");
            return here(progress);
        }
    }

    private int here(Progress progress) throws IOException {
        // Open, so that nobody else writes meanwhile.
        try (OpenHome open = openHome()) {
            Backup.Written written =
                    Backup.write(home, open.graph(), Clock.systemUTC(), file, progress.step("Skriver kopien", "filer"));
            progress.close();
            keepDeletions();
            tell(written.files(), written.change());
            for (String damaged : written.damaged()) {
                out().println(
                                "Originalen %s er skadet og ligger slik den er i kopien. Kjør check for å se hvem den tilhører."
                                        .formatted(damaged));
            }
            out().flush();
            return written.damaged().isEmpty() ? OK : FINDINGS;
        }
    }

    private void tell(int files, long change) {
        out().println("Skrev %d filer til %s, til og med endring %d.".formatted(files, file, change));
        out().flush();
    }

    /// Keeps beside the backups of a folder what was deleted until now, so that none of them brings it back.
    private void keepDeletions() throws IOException {
        List<Deletions.Deletion> deletions = Deletions.read(home.resolve(Deletions.FILE));
        if (!deletions.isEmpty()) {
            Deletions.open(file.toAbsolutePath().resolveSibling(".").normalize())
                    .add(deletions);
        }
    }
}
