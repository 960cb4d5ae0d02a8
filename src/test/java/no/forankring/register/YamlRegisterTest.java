package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlRegisterTest {

    private static final String WHOLE = """
            - id: plan-leseplan
              type: plan
              title: Leseplan for alle
              language: nob
              certainty: verified
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryFileOfAFolderInTheOrderOfTheirNames() throws IOException {
        write("b.yaml", WHOLE);
        write("a.yaml", WHOLE.replace("leseplan", "skriveplan").replace("Leseplan", "Skriveplan"));
        write("README.md", "no register");

        var register = Register.read(folder);

        assertThat(register.all())
                .extracting(document -> document.id().value())
                .containsExactly("plan-skriveplan", "plan-leseplan");
    }

    @Test
    void listsInTheIndexEveryFileOfTheBuiltInRegister() throws IOException {
        List<String> index = Files.readAllLines(Path.of("ontology/register/files.txt"));

        try (var files = Files.list(Path.of("ontology/register"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml"))
                            .sorted())
                    .containsExactlyElementsOf(index);
        }
        assertThat(Register.read(Path.of("ontology/register")).all())
                .isEqualTo(Register.builtIn().all());
    }

    @Test
    void readsDatesAndNumbersWithoutQuotesAsText() throws IOException {
        write("a.yaml", WHOLE + """
                  number: 010
                  date: 2021-05-06
                  in-force-from: 2021
                """);

        var document = Register.read(folder).all().getFirst();

        assertThat(document.number()).isEqualTo("010");
        assertThat(document.date()).contains(new PartialDate("2021-05-06"));
        assertThat(document.inForceFrom()).contains(new PartialDate("2021"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRows")
    void stopsAtABrokenRowWithItsFileIdAndRemedy(String problem, String yaml) throws IOException {
        write("broken.yaml", yaml);

        assertThatThrownBy(() -> Register.read(folder))
                .isInstanceOf(RegisterException.class)
                .hasMessageMatching("(?s).*broken\\.yaml line \\d+, (plan-|meldst-15-|whole file).*: .+\\. [A-Z].+\\.")
                .hasMessageContaining(problem);
    }

    static List<Arguments> brokenRows() {
        return List.of(
                broken("the field subtitle is unknown", WHOLE + "  subtitle: For alle\n"),
                broken("the field type stands twice", WHOLE + "  type: plan\n"),
                broken("the field issuer holds a list", WHOLE + "  issuer: [HOD]\n"),
                broken("the field aliases holds one value", WHOLE + "  aliases: lesing\n"),
                broken("the field aliases holds an empty value", WHOLE + "  aliases: ['']\n"),
                broken("the type \"planer\" is unknown", WHOLE.replace("type: plan", "type: planer")),
                broken("the certainty \"sikker\" is unknown", WHOLE.replace("verified", "sikker")),
                broken("the language of the title is \"norsk\"", WHOLE.replace("nob", "norsk")),
                broken("it has no title", WHOLE.replace("  title: Leseplan for alle\n", "")),
                broken("the id \"plan-Å\" is not an id", WHOLE.replace("plan-leseplan", "plan-Å")),
                broken("the field date holds \"2021-02-30\", which is no date", WHOLE + "  date: 2021-02-30\n"),
                broken("the field date holds \"6. mai 2021\", which is no date", WHOLE + "  date: 6. mai 2021\n"),
                broken("it ends 2020, before it begins 2021", WHOLE + "  in-force-from: 2021\n  in-force-to: 2020\n"),
                broken("the official address regjeringen.no is not one", WHOLE + "  official: regjeringen.no\n"),
                broken("the checked field tittel is unknown", WHOLE + "  checked: [tittel]\n"),
                broken("the id is used by broken.yaml line 1 too", WHOLE + WHOLE),
                broken("points to plan-ukjent, which is neither", WHOLE + "  replaced-by: [plan-ukjent]\n"),
                broken("points to the entry itself", WHOLE + "  replaces: [plan-leseplan]\n"),
                broken("the short title equals the title", WHOLE + "  short-title: leseplan for alle\n"),
                broken("the name \"leseplanen\" stands twice", WHOLE + "  aliases: [Leseplanen, leseplanen]\n"),
                broken(
                        "the name \"leseplanen\" stands twice",
                        WHOLE + "  aliases: [Leseplanen]\n  ambiguous-aliases: [leseplanen]\n"),
                broken(
                        "the name \"leseplanen\" is said to mean this document alone, but plan-b has it too",
                        WHOLE + "  aliases: [leseplanen]\n" + other("  aliases: [Leseplanen]\n")),
                broken(
                        "the name \"leseplanen\" is said to mean this document alone, but plan-b has it too",
                        WHOLE + "  aliases: [leseplanen]\n" + other("  ambiguous-aliases: [leseplanen]\n")),
                broken(
                        "the short title \"Planen\" is that of plan-b too",
                        WHOLE + "  short-title: Planen\n" + other("  short-title: Planen\n")),
                broken(
                        "the id says session \"2017–2018\", the field says \"2018–2019\"",
                        whitePaper("15", "2018–2019", "2018-05-04")),
                broken("the id says number \"15\", the field says \"16\"", whitePaper("16", "2017–2018", "2018-05-04")),
                broken("it is dated 2018-11, outside its session", whitePaper("15", "2017–2018", "2018-11")),
                broken(
                        "the id belongs to the type meldst, but the type is plan",
                        whitePaper("15", "2017–2018", "2018-05").replace("type: meldst", "type: plan")),
                broken("it is not YAML", WHOLE + "  title: a: b\n"));
    }

    @Test
    void tellsOfEveryProblemAtOnce() throws IOException {
        write("a.yaml", WHOLE.replace("verified", "sikker").replace("type: plan\n", "type: planer\n"));
        write("b.yaml", WHOLE + "  subtitle: For alle\n");

        assertThatThrownBy(() -> Register.read(folder))
                .hasMessageContaining("3 of its rules")
                .hasMessageContaining("a.yaml line 1, plan-leseplan: the certainty \"sikker\"")
                .hasMessageContaining("a.yaml line 1, plan-leseplan: the type \"planer\"")
                .hasMessageContaining("b.yaml line 6, plan-leseplan: the field subtitle");
    }

    @Test
    void allowsARelationToANumberedDocumentThatIsNoRow() throws IOException {
        write("a.yaml", WHOLE + "  follows-up: [nou-2010-1, lov-1967-02-10]\n");

        assertThat(Register.read(folder).all().getFirst().followsUp()).hasSize(2);
    }

    @Test
    void saysWhichFolderCannotBeRead() {
        assertThatThrownBy(() -> Register.read(folder.resolve("none")))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("Check that the file is there");
    }

    @Test
    void neverMakesAnObjectThatATagNames() throws IOException {
        write("a.yaml", WHOLE + "  issuer: !!java.net.URL [\"http://localhost/\"]\n");

        assertThatThrownBy(() -> Register.read(folder)).hasMessageContaining("Global tag is not allowed");
    }

    private static Arguments broken(String problem, String yaml) {
        return Arguments.of(problem, yaml);
    }

    private static String other(String fields) {
        return WHOLE.replace("plan-leseplan", "plan-b").replace("Leseplan for alle", "En annen plan") + fields;
    }

    private static String whitePaper(String number, String session, String date) {
        return """
                - id: meldst-15-2017-2018
                  type: meldst
                  number: %s
                  session: %s
                  title: Noe annet
                  language: nob
                  date: %s
                  certainty: verified
                """.formatted(number, session, date);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
