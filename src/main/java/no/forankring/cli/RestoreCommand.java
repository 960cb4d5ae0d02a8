package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.forankring.privacy.Deletions;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a home folder from a backup and checks it.
@CommandLine.Command(name = "restore", description = "Gjenopprett en hjemmemappe fra en sikkerhetskopi.")
final class RestoreCommand extends Command.OnHome {

    @Parameters(paramLabel = "FILE", description = "Sikkerhetskopien.")
    Path file = Path.of("");

    @Option(
            names = "--deletions",
            paramLabel = "FILE",
            description = "Slettinger som er nyere enn kopien: deletions.txt fra hjemmemappen den erstatter."
                    + " deletions.txt ved siden av kopien tas alltid med.")
    List<Path> deletions = List.of();

    @Override
    public Integer call() throws IOException {
        for (Path list : deletions) {
            if (!Files.isRegularFile(list)) {
                err().println("Finner ikke %s. Se etter at stien er riktig skrevet.".formatted(list));
                return FAILED;
            }
        }
        int files = Backup.restore(file, home);
        var lists = new ArrayList<>(deletions);
        lists.add(file.toAbsolutePath().resolveSibling(Deletions.FILE));
        Backup.applyDeletions(home, lists);
        try (OpenHome open = openHome()) {
            open.ingest().catchUp();
            out().println("Gjenopprettet %d filer til %s, til og med endring %d."
                    .formatted(files, home, open.graph().lastChange()));
            out().flush();
        }
        return OK;
    }
}
