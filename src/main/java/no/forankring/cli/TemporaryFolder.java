package no.forankring.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for one run of a command, gone with everything in it when closed.
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("forankring-"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Kan ikke lage en midlertidig mappe (%s). Gi en annen med miljøvariabelen TMPDIR."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path inside : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(inside);
            }
        }
    }
}
