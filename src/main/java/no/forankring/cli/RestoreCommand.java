package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.forankring.backup.Backup;
import no.forankring.privacy.Deletions;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a home folder from a backup and checks it.
@CommandLine.Command(name = "restore", description = "Gjenopprett en hjemmemappe fra en sikkerhetskopi.")
final class RestoreCommand extends Command.LongOnHome {

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
        try (Progress progress = progress(6)) {
            return restore(progress);
        }
    }

    private int restore(Progress progress) throws IOException {
        Backup.Restored restored = Backup.restore(file, home, progress.step("Pakker ut kopien", "filer"));
        progress.step("Åpner hjemmemappen");
        var lists = new ArrayList<>(deletions);
        lists.add(file.toAbsolutePath().resolveSibling(Deletions.FILE));
        for (Path list : lists) {
            Deletions.open(home).add(Deletions.read(list));
        }
        try (OpenHome open = openHome()) {
            open.ingest().catchUp(progress.step("Bygger søkeindeksen", "dokumenter"));
            List<String> findings = new ArrayList<>();
            if (restored.change() > open.graph().lastChange()) {
                findings.add("Kopien går til endring %d, men grafen bare til %d."
                        .formatted(restored.change(), open.graph().lastChange()));
            }
            progress.step("Prøver journal og graf mot hverandre");
            findings.addAll(open.graph().check(false));
            progress.step("Prøver søkeindeksen mot grafen");
            findings.addAll(open.ingest().check());
            progress.step("Leser originalene");
            findings.addAll(open.ingest().checkOriginals(false));
            progress.close();
            findings.forEach(out()::println);
            out().println("Gjenopprettet %d filer til %s, til og med endring %d. %s"
                    .formatted(
                            restored.files(),
                            home,
                            open.graph().lastChange(),
                            findings.isEmpty()
                                    ? "Alt stemmer."
                                    : "%d avvik. Kjør check --repair for å rette dem.".formatted(findings.size())));
            out().flush();
            return findings.isEmpty() ? OK : FINDINGS;
        }
    }
}
