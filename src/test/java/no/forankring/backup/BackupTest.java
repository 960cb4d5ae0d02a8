package no.forankring.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.forankring.graph.Addresses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"cut", "changed", "none", "empty", "missing"})
    void refusesWhatIsDamagedInWords(String how) throws IOException {
        write("files/ef/gh", "et dokument til\n".repeat(5_000));
        Backup.write(home, zip);
        byte[] bytes = Files.readAllBytes(zip);
        switch (how) {
            case "cut" -> Files.write(zip, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            case "changed" -> {
                bytes[bytes.length / 3] ^= 0x10;
                Files.write(zip, bytes);
            }
            case "none" -> Files.writeString(zip, "dette er ingen sikkerhetskopi");
            case "empty" -> Files.write(zip, new byte[0]);
            default -> Files.delete(zip);
        }

        assertThatThrownBy(() -> Backup.restore(zip, folder.resolve("ny")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(how.equals("missing") ? "Finner ikke" : "skadet eller ufullstendig");
        assertThatThrownBy(() -> Backup.verify(zip)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("ny")).doesNotExist();
        assertThat(folder.resolve("ny.restoring")).doesNotExist();
    }

    @Test
    void restoresACopyFromBeforeTheySaidWhatTheyAreAndRefusesANewerKind() throws IOException {
        Path older = folder.resolve("eldre.zip");
        zipOf(older, Map.of("journal/1", "en endring"));
        Path newer = folder.resolve("nyere.zip");
        zipOf(newer, Map.of("BACKUP", "format=2\nchange=7\n"));

        assertThat(Backup.restore(older, folder.resolve("ny"))).isEqualTo(new Backup.Restored(1, -1));
        assertThatThrownBy(() -> Backup.restore(newer, folder.resolve("nyere")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nyere versjon");
    }

    @Test
    void saysWhichOriginalsAreNotWhatTheirNameTells() throws IOException {
        String name = "files/ab/" + "c".repeat(62);
        write(name, "et annet dokument");

        assertThat(Backup.write(home, zip).damaged()).containsExactly(name);
    }

    private static void zipOf(Path zip, Map<String, String> files) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            var sums = new StringBuilder();
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(bytes);
                out.closeEntry();
                sums.append(Addresses.fingerprint(file.getValue()))
                        .append("  ")
                        .append(file.getKey())
                        .append('\n');
            }
            out.putNextEntry(new ZipEntry("SHA256SUMS"));
            out.write(sums.toString().getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
