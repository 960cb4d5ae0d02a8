package no.forankring.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path folder;

    private Path home;
    private Path zip;

    @BeforeEach
    void fill() throws IOException {
        home = folder.resolve("home");
        zip = folder.resolve("kopi.zip");
        write("files/ab/cd", "et dokument");
        write("journal/1", "en endring");
        write("index/_0.cfs", "avledet");
        write("graph/Data/x", "avledet");
    }

    @Test
    void givesBackTheTruthAndLeavesOutWhatIsDerived() throws IOException {
        int written = Backup.write(home, zip).files();
        int restored = Backup.restore(zip, folder.resolve("ny")).files();

        assertThat(written).isEqualTo(2);
        assertThat(restored).isEqualTo(2);
        assertThat(folder.resolve("ny/files/ab/cd")).hasContent("et dokument");
        assertThat(folder.resolve("ny/journal/1")).hasContent("en endring");
        assertThat(folder.resolve("ny/index")).doesNotExist();
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        Backup.write(home, zip);

        assertThatThrownBy(() -> Backup.restore(zip, home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ikke tom");
        assertThat(home.resolve("files/ab/cd")).hasContent("et dokument");
    }

    @Test
    void refusesACopyWhoseContentDoesNotMatchItsChecksums() throws IOException {
        Path damaged = folder.resolve("skadet.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(damaged))) {
            out.putNextEntry(new ZipEntry("journal/1"));
            out.write('x');
            out.closeEntry();
            out.putNextEntry(new ZipEntry("SHA256SUMS"));
            out.write(("0".repeat(64) + "  journal/1\n").getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }

        assertThatThrownBy(() -> Backup.restore(damaged, folder.resolve("ny")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kontrollsummene");
        assertThat(folder.resolve("ny")).doesNotExist();
        assertThat(folder.resolve("ny.restoring")).doesNotExist();
    }

    @Test
    void refusesACopyThatWouldWriteOutsideTheFolder() throws IOException {
        Path foreign = folder.resolve("fremmed.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(foreign))) {
            out.putNextEntry(new ZipEntry("../utenfor"));
            out.write('x');
            out.closeEntry();
        }

        assertThatThrownBy(() -> Backup.restore(foreign, folder.resolve("ny"))).isInstanceOf(IOException.class);
        assertThat(folder.resolve("utenfor")).doesNotExist();
        assertThat(folder.resolve("ny")).doesNotExist();
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
