package no.forankring.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.document.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFolderTest {

    private static final Kept LETTER = new Kept("brev om Torgny Prøvesen.txt", new Sha256("a".repeat(64)));
    private static final Kept PLAN = new Kept("årsplan.docx", new Sha256("b".repeat(64)));

    @TempDir
    Path folder;

    private QueueFolder queue;

    @BeforeEach
    void fill() {
        queue = new QueueFolder(folder);
        queue.put(new QueueFolder.Accepted("k1", "kari", "corpus", 0, List.of(LETTER, PLAN)));
        queue.put(new QueueFolder.Accepted("k2", "kari", "ett brev", 0, List.of(LETTER)));
        queue.put(new QueueFolder.Accepted("k3", "kari", "en plan", 0, List.of(PLAN)));
    }

    @Test
    void takesAnOriginalOutOfEveryJobAndKeepsTheRest() throws Exception {
        queue.forget(Set.of(LETTER.sha256()));

        assertThat(queue.waiting())
                .containsExactly(
                        new QueueFolder.Accepted("k1", "kari", "corpus", 0, List.of(PLAN)),
                        new QueueFolder.Accepted("k3", "kari", "en plan", 0, List.of(PLAN)));
        assertThat(written()).doesNotContain("Torgny").contains("årsplan.docx");
    }

    @Test
    void takesItOutOfJobsThatWereGivenUpToo() throws Exception {
        for (int start = 0; start <= 10; start++) {
            queue.goingOn();
        }
        assertThat(queue.waiting()).isEmpty();
        assertThat(written()).contains("Torgny");

        queue.forget(Set.of(LETTER.sha256()));

        assertThat(written()).doesNotContain("Torgny").contains("årsplan.docx");
    }

    private String written() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return file.getFileName() + "\n" + Files.readString(file);
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining("\n"));
        }
    }
}
