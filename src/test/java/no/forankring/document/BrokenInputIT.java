package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenInputIT {

    private static final ParseLimits LIMITS = new ParseLimits(256, Duration.ofSeconds(60), 2_000_000, 50_000_000L, 1);

    @TempDir
    static Path home;

    private static Documents documents;

    @BeforeAll
    static void open() {
        documents = Documents.open(home, LIMITS);
    }

    @AfterAll
    static void close() {
        documents.close();
    }

    static Stream<BrokenInputs.Broken> inputs() {
        return BrokenInputs.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void endsAsPromisedAndLeavesTheNextFileReadable(BrokenInputs.Broken input) throws IOException {
        ReadOutcome outcome = read(input.fileName(), input.bytes());

        switch (outcome) {
            case ReadOutcome.Read read -> {
                assertThat(input.reason()).as("reason expected").isEmpty();
                assertThat(String.join(
                                " ",
                                read.text().passages().stream()
                                        .map(p -> CleanText.of(p.text()).text())
                                        .toList()))
                        .contains(input.words())
                        .doesNotContain("hemmelig")
                        .doesNotContain("skjult");
            }
            case ReadOutcome.Unreadable unreadable -> {
                assertThat(unreadable.reason()).isEqualTo(input.reason());
                assertThat(unreadable.message()).contains(".").hasSizeGreaterThan(40);
            }
        }
        String next = "Fila etter " + input.kind() + " leses som vanlig.";
        assertThat(read("neste.html", ("<p>" + next + "</p>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ReadOutcome.Read.class,
                        read -> assertThat(read.text().text()).isEqualTo(next));
    }

    @Test
    void keepsPlainTextAsItIsDownToTheLastCharacter() throws IOException {
        String text = "  Ã…rsplan\r\n\r\nhel-\nse \u00a0\u00ad \ufb01 \ufffd\n\t\u2011 slutt \n\n";

        ReadOutcome outcome = read("rar.txt", text.getBytes(StandardCharsets.UTF_8));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReadOutcome.Read.class,
                        read -> assertThat(read.text().text()).isEqualTo(text));
    }

    @Test
    void refusesATextBeyondTheLimitWithoutReadingAllOfIt() throws IOException {
        byte[] line = new byte[45_000_000];
        java.util.Arrays.fill(line, (byte) 'a');

        assertThat(read("lang.txt", line))
                .isEqualTo(UnreadableFile.tooLong(2_000_000).outcome());
        assertThat(read("lang.html", line))
                .isEqualTo(UnreadableFile.tooLong(2_000_000).outcome());
    }

    @Test
    void refusesAFileBeyondTheLimitWithAMessageThatSaysWhatToDo(@TempDir Path other) {
        try (var strict = Documents.open(other, new ParseLimits(256, Duration.ofSeconds(9), 1000, 10L, 1))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> strict.keep(new ByteArrayInputStream(new byte[11])))
                    .isInstanceOf(FileTooLargeException.class)
                    .hasMessageContaining("Del dokumentet");
            assertThat(other.resolve("files/incoming")).isEmptyDirectory();
        }
    }

    @Test
    void saysWhatIsMissingWhenItDoesNotHoldTheOriginal() {
        var unknown = new Sha256("0".repeat(64));

        assertThat(documents.read(unknown, "borte.pdf"))
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        u -> assertThat(u.reason()).isEqualTo("missing"));
        assertThat(documents.text(unknown, "borte.pdf")).isEmpty();
    }

    @Test
    void hasAtLeastTwentyKindsOfBrokenFiles() {
        assertThat(BrokenInputs.all()).hasSizeGreaterThan(20);
        assertThat(BrokenInputs.all().stream().map(BrokenInputs.Broken::kind).toList())
                .doesNotHaveDuplicates();
        assertThat(List.copyOf(BrokenInputs.all())).anyMatch(BrokenInputs.Broken::readable);
    }

    private static ReadOutcome read(String fileName, byte[] bytes) throws IOException {
        return documents.read(documents.keep(new ByteArrayInputStream(bytes)), fileName);
    }
}
