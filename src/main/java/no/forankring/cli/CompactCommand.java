package no.forankring.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Gives the room back that changes have left behind in the graph's database.
@CommandLine.Command(
        name = "compact",
        description = "Bygg grafens database på nytt uten plassen etter det som er endret.")
final class CompactCommand extends Command.LongOnHome {

    @Override
    public Integer call() throws IOException {
        try (Progress progress = progress(2)) {
            progress.step("Åpner hjemmemappen");
            return compact(progress);
        }
    }

    private int compact(Progress progress) throws IOException {
        try (OpenHome home = openHome()) {
            long before = megabytes();
            progress.step("Bygger grafens database på nytt (%d MB nå)".formatted(before));
            home.graph().compact();
            progress.close();
            out().println("Grafens database: %d MB → %d MB (endring %d)."
                    .formatted(before, megabytes(), home.graph().lastChange()));
            return OK;
        }
    }

    private long megabytes() throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.walk(home.resolve("graph"))) {
            files = inside.filter(Files::isRegularFile).toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes >> 20;
    }
}
