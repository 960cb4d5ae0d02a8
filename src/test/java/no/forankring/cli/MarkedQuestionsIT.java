package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.citation.TabSeparated;
import no.forankring.extraction.GoldThing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is asked of a folder of annotated texts, in its `gold/questions.tsv`, is answered in full, and with nothing
/// else.
///
/// The folder is not in the repository. It is looked for in `../shared`, `../../shared` and where `-Dforankring.marked`
/// says; where it is not, the tests say so and are skipped. `shared-questions.tsv` says how each question is asked,
/// with
/// (in several rows where it asks for several things) with `@slug` for a thing of its `entities.tsv` and `*` for all
/// that it expects.
class MarkedQuestionsIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "shared-questions.tsv");
    private static final Pattern SLUG = Pattern.compile("@([a-z0-9-]+)");

    @TempDir
    static Path folder = Path.of("");

    private static @Nullable Questions questions;

    private static Optional<Path> marked() {
        return Stream.of(System.getProperty("forankring.marked", ""), "../shared", "../../shared")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(path -> Files.exists(path.resolve("gold").resolve("questions.tsv"))
                        && Files.isDirectory(path.resolve("corpus")))
                .findFirst();
    }

    @BeforeAll
    static void takeIn() throws IOException, InterruptedException {
        assumeTrue(
                marked().isPresent(),
                "no annotated texts with questions in ../shared or ../../shared, so they are not asked; say where with -Dforankring.marked=DIR");
        questions = Questions.of(marked().orElseThrow().resolve("corpus"), folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        if (questions != null) {
            questions.close();
        }
    }

    static List<QuestionRow> rows() throws IOException {
        if (marked().isEmpty()) {
            return List.of(new QuestionRow("none", "nothing is marked here", "", Map.of(), List.of(), List.of(), ""));
        }
        Path gold = marked().get().resolve("gold");
        Map<String, List<String>> names = GoldThing.read(Files.readString(gold.resolve("entities.tsv"))).stream()
                .collect(Collectors.groupingBy(
                        GoldThing::slug,
                        TreeMap::new,
                        Collectors.mapping(thing -> "≈" + TabSeparated.oneLine(thing.name()), Collectors.toList())));
        Map<String, List<Map<String, String>>> asked = TabSeparated.rows(Files.readString(TABLE)).stream()
                .collect(Collectors.groupingBy(row -> TabSeparated.cell(row, "id")));
        var rows = new ArrayList<QuestionRow>();
        for (Map<String, String> marked : TabSeparated.rows(Files.readString(gold.resolve("questions.tsv")))) {
            String id = TabSeparated.cell(marked, "id");
            assertThat(asked).as("how it is asked, in %s", TABLE).containsKey(id);
            for (Map<String, String> how : asked.getOrDefault(id, List.of())) {
                rows.add(row(marked, how, names));
            }
        }
        return rows;
    }

    private static QuestionRow row(
            Map<String, String> marked, Map<String, String> how, Map<String, List<String>> names) {
        String expected = TabSeparated.cell(how, "expected");
        if (expected.equals("*")) {
            expected = Arrays.stream(TabSeparated.cell(marked, "expected_slugs").split(";", -1))
                    .map(slug -> names.containsKey(slug) ? "@" + slug : slug)
                    .collect(Collectors.joining(" ; "));
        }
        String header = "id\tquestion\tway\tparameters\texpected\tevidence\topen\n";
        return QuestionRow.read(header
                        + String.join(
                                "\t",
                                TabSeparated.cell(how, "id"),
                                TabSeparated.cell(marked, "question"),
                                TabSeparated.cell(how, "way"),
                                named(TabSeparated.cell(how, "parameters"), names),
                                named(expected, names),
                                "",
                                TabSeparated.cell(how, "open"))
                        + "\n")
                .getFirst();
    }

    /// Each slug by the names that the texts give it.
    private static String named(String written, Map<String, List<String>> names) {
        return SLUG.matcher(written)
                .replaceAll(slug -> Matcher.quoteReplacement(alternatives(
                        Objects.requireNonNull(names.get(slug.group(1)), slug.group(1)),
                        written.substring(slug.end()))));
    }

    /// With the figures after a name at each of its alternatives but the last, where they stand already.
    private static String alternatives(List<String> names, String rest) {
        Matcher figures = Pattern.compile("^ / \\d+").matcher(rest);
        return String.join(
                figures.find() ? figures.group() + " | " : " | ",
                names.stream().distinct().toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void answersTheWholeQuestion(QuestionRow row) {
        QuestionsIT.expect(Objects.requireNonNull(questions), row);
    }
}
