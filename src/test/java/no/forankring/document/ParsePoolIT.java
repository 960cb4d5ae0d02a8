package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the parent does when a parse process hangs, fills its heap, ends or talks nonsense.
class ParsePoolIT {

    private static final List<String> HOOK = List.of("-Dforankring.parse-worker.crash-test=true");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"memory,memory", "exit,crashed", "garbage,crashed"})
    void givesUpOnAFileThatEndsItsProcessTwiceAndReadsTheNextOne(String how, String reason) throws IOException {
        try (var documents =
                Documents.open(home, new ParseLimits(64, Duration.ofSeconds(60), 10_000, 10_000, 1), HOOK)) {
            ReadOutcome outcome = read(documents, "crash-test-" + how + ".html", "<p>Ulykke</p>");

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            ReadOutcome.Unreadable.class,
                            u -> assertThat(u.reason()).isEqualTo(reason));
            assertThat(read(documents, "god.html", "<p>Neste</p>")).isInstanceOf(ReadOutcome.Read.class);
        }
    }

    @Test
    void stopsAFileThatTakesTooLongAndReadsTheNextOne() throws IOException {
        try (var documents =
                Documents.open(home, new ParseLimits(64, Duration.ofSeconds(2), 10_000, 10_000, 1), HOOK)) {
            ReadOutcome outcome = read(documents, "crash-test-hang.html", "<p>Evig</p>");

            assertThat(outcome).isEqualTo(UnreadableFile.timeLimit(2).outcome());
        }
        try (var documents =
                Documents.open(home, new ParseLimits(64, Duration.ofSeconds(60), 10_000, 10_000, 1), HOOK)) {
            assertThat(read(documents, "god.html", "<p>Neste</p>")).isInstanceOf(ReadOutcome.Read.class);
        }
    }

    @Test
    void letsTheProcessOpenNoConnections() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var documents =
                        Documents.open(home, new ParseLimits(64, Duration.ofSeconds(60), 10_000, 10_000, 1), HOOK)) {
            server.setSoTimeout(1);
            String name = "crash-test-network-%d.html".formatted(server.getLocalPort());

            assertThat(read(documents, name, "<p>Ord</p>")).isInstanceOf(ReadOutcome.Read.class);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void isNotDisturbedByWhatLibrariesPrint() throws IOException {
        try (var documents =
                Documents.open(home, new ParseLimits(64, Duration.ofSeconds(60), 10_000, 10_000, 1), HOOK)) {
            assertThat(read(documents, "crash-test-noise.html", "<p>Ord</p>"))
                    .isInstanceOfSatisfying(
                            ReadOutcome.Read.class,
                            r -> assertThat(r.text().text()).isEqualTo("Ord"));
        }
    }

    @Test
    void storesTheSameBytesOnceAndFindsTheTextAgainWithoutReading() throws IOException {
        Sha256 sha256;
        try (var documents = Documents.open(home, ParseLimits.DEFAULT)) {
            sha256 = keep(documents, "<p>Ord</p>");
            Path file = home.resolve("files")
                    .resolve(sha256.hex().substring(0, 2))
                    .resolve(sha256.hex().substring(2));
            var written = Files.getLastModifiedTime(file);

            assertThat(keep(documents, "<p>Ord</p>")).isEqualTo(sha256);
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
            assertThat(documents.read(sha256, "a.html")).isInstanceOf(ReadOutcome.Read.class);
        }
        // No process can start with such a heap: the text must come from the cache.
        try (var documents = Documents.open(
                home, new ParseLimits(0, Duration.ofSeconds(9), 10_000, 10_000, 1), List.of("-XX:Nonsense"))) {
            assertThat(documents.text(sha256, "a.html")).map(DocumentText::text).contains("Ord");
        }
    }

    @Test
    void readsAgainWhenTheCachedTextIsTorn() throws IOException {
        try (var documents = Documents.open(home, ParseLimits.DEFAULT)) {
            Sha256 sha256 = keep(documents, "<p>Ord</p>");
            var first = documents.read(sha256, "a.html");
            Path cached = home.resolve("texts")
                    .resolve(sha256.hex().substring(0, 2))
                    .resolve(sha256.hex().substring(2));
            byte[] bytes = Files.readAllBytes(cached);
            bytes[bytes.length - 3] ^= 1;
            Files.write(cached, bytes);

            assertThat(documents.read(sha256, "a.html")).isEqualTo(first);
            assertThat(documents.original(sha256)).isPresent();
        }
    }

    private static Sha256 keep(Documents documents, String html) throws IOException {
        return documents.keep(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static ReadOutcome read(Documents documents, String fileName, String html) throws IOException {
        return documents.read(keep(documents, html + "<!-- " + fileName + " -->"), fileName);
    }
}
