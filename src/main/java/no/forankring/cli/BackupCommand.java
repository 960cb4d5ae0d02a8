package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Writes a backup of a home folder that no service uses.
@CommandLine.Command(name = "backup", description = "Skriv en sikkerhetskopi av hjemmemappen til en zip-fil.")
final class BackupCommand extends Command.OnHome {

    @Parameters(paramLabel = "FILE", description = "Filen det skrives til.")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        // Open, so that nobody writes meanwhile.
        try (OpenHome open = openHome()) {
            int files = Backup.write(home, file);
            Backup.noteDeletions(home, file);
            out().println("Skrev %d filer til %s, til og med endring %d."
                    .formatted(files, file, open.graph().lastChange()));
            out().flush();
        }
        return OK;
    }
}
