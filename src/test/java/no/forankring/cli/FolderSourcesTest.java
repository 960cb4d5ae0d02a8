package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.forankring.ingest.Source;
import org.junit.jupiter.api.Test;

class FolderSourcesTest {

    private static final Path CORPUS = Path.of("corpus");

    @Test
    void leavesTheGoldSetAndTheSourcesOutOfTheSampleCorpus() throws IOException {
        List<Source> all = FolderSources.under(List.of(CORPUS));
        List<Source> documents = FolderSources.ofCorpus(CORPUS);

        assertThat(all).extracting(Source::name).anyMatch(name -> name.startsWith("corpus/quality/"));
        assertThat(documents)
                .isNotEmpty()
                .extracting(Source::name)
                .noneMatch(name -> name.startsWith("corpus/quality/") || name.startsWith("corpus/source/"));
    }
}
