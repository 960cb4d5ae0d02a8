package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an adviser asks of the sample documents is answered in full, and with nothing else.
///
/// The answers in `questions.tsv` are read out of the documents, not out of the program. A row with a reason under
/// `open`
/// is not answered yet; when it is, the test fails until the reason is taken away.
class QuestionsIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "questions.tsv");

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable Questions questions;

    @BeforeAll
    static void takeIn() throws IOException, InterruptedException {
        questions = Questions.of(Path.of("corpus"), folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        if (questions != null) {
            questions.close();
        }
    }

    static List<QuestionRow> rows() throws IOException {
        return QuestionRow.read(Files.readString(TABLE));
    }

    @Test
    void asksAtLeastThirty() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThanOrEqualTo(30)
                .extracting(QuestionRow::id)
                .doesNotHaveDuplicates();
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.expected()).as("%s", row).isNotEmpty();
            assertThat(row.evidence()).as("%s", row).isNotEmpty();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersTheWholeQuestion(QuestionRow row) {
        expect(Objects.requireNonNull(questions), row);
    }

    /// Passes when the answer is right, or wrong as the row says.
    static void expect(Questions questions, QuestionRow row) {
        if (row.open().isEmpty()) {
            questions.check(row);
            return;
        }
        Throwable failure = catchThrowable(() -> questions.check(row));
        assertThat(failure)
                .as("%s is answered now: take away its reason under open", row)
                .isInstanceOf(AssertionError.class);
    }
}
