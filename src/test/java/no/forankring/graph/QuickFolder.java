package no.forankring.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// Puts test folders in memory where the system has room there: a commit of TDB2 syncs some forty files, and on a slow
/// disk that is most of what a test would do.
public final class QuickFolder implements TempDirFactory {

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension) throws IOException {
        Path memory = Path.of("/dev/shm");
        return Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > 1L << 30
                ? Files.createTempDirectory(memory, "forankring-test-")
                : Files.createTempDirectory("forankring-test-");
    }
}
