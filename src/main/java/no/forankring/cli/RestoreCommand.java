package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// Makes a home folder from a backup and checks it.
@CommandLine.Command(name = "restore", description = "Gjenopprett en hjemmemappe fra en sikkerhetskopi.")
final class RestoreCommand extends Command.OnHome {

    @Parameters(paramLabel = "FILE", description = "Sikkerhetskopien.")
    Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
        int files = Backup.restore(file, home);
        try (OpenHome open = openHome()) {
            open.ingest().catchUp();
            out().println("Gjenopprettet %d filer til %s, til og med endring %d."
                    .formatted(files, home, open.graph().lastChange()));
            out().flush();
        }
        return OK;
    }
}
