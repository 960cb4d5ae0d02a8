package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every file of an index is lost, cut short and changed in turn. It may be unneeded, or opening notices, or the check
/// does; a search never answers with less as if it were all.
class DamagedIndexIT {

    private static final long CHANGE = 42;

    @TempDir
    Path folder;

    @Test
    void noticesWhateverHappensToAnyOfItsFiles() throws IOException {
        Path whole = folder.resolve("hel");
        try (PassageSearch index = PassageSearch.open(whole)) {
            for (int i = 0; i < 3; i++) {
                index.put(SearchExamples.document("d" + i, "Mandat nr. " + i, "Læringsnettverk om demens"));
                index.commit(CHANGE);
            }
        }
        for (Path file : files(whole)) {
            for (Damage damage : Damage.values()) {
                Path damaged = folder.resolve(file.getFileName() + "-" + damage);
                copy(whole, damaged);
                damage.befall(damaged.resolve(file.getFileName().toString()));

                assertThat(outcome(damaged))
                        .as("%s %s", file.getFileName(), damage)
                        .isNotEqualTo("less, silently");
            }
        }
    }

    private enum Damage {
        LOST,
        CUT,
        CHANGED;

        void befall(Path file) throws IOException {
            switch (this) {
                case LOST -> Files.delete(file);
                case CUT -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(channel.size() / 2);
                    }
                }
                case CHANGED -> {
                    byte[] bytes = Files.readAllBytes(file);
                    if (bytes.length > 0) {
                        bytes[bytes.length / 2] ^= 0x21;
                    }
                    Files.write(file, bytes);
                }
            }
        }
    }

    private static String outcome(Path damaged) {
        try (PassageSearch index = PassageSearch.open(damaged)) {
            if (index.appliedChange().isEmpty()) {
                return "moved aside and filled again by the caller";
            }
            if (!index.check().isEmpty()) {
                return "told by the check";
            }
            long found =
                    index.search(new SearchQuery("demens", Map.of(), 1, 10)).total();
            return found == 3 && index.appliedChange().equals(Optional.of(CHANGE)) ? "unharmed" : "less, silently";
        } catch (SearchIndexException told) {
            return "told at once: " + told.getMessage();
        }
    }

    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return new ArrayList<>(
                    files.filter(file -> !file.endsWith("write.lock")).sorted().toList());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }
}
