package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CiteCommandTest {

    private static final String CITED = "helsepersonelloven § 4";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void countsOffsetsInTheFileAsItStands() throws IOException {
        String text = "\uFEFFTittel\r\n\r\nVi følger " + CITED + ".\r\n";
        Path file = file("mandat.txt", text);

        assertThat(run("cite", file.toString())).isZero();

        String[] row = out.toString().split("\n")[1].split("\t", -1);
        assertThat(row[0]).isEqualTo(file.toString());
        assertThat(text.substring(Integer.parseInt(row[1]), Integer.parseInt(row[2])))
                .isEqualTo(CITED);
        assertThat(row[3]).isEqualTo(CITED);
        assertThat(row[5]).isEqualTo("lov-1999-07-02-64");
        assertThat(row[7]).isEqualTo("resolved");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesOneJsonArrayForSeveralFiles() throws IOException {
        Path one = file("en.txt", "Se " + CITED + ".");
        Path none = file("ingen.txt", "Møtet er flyttet til torsdag.");
        Path two = file("to.txt", "Etter " + CITED + " gjelder dette.");

        assertThat(run("cite", "--format", "json", one.toString(), none.toString(), two.toString()))
                .isZero();

        JsonNode rows = JsonMapper.builder().build().readTree(out.toString());
        assertThat(rows.valueStream().map(row -> row.path("file").asString()))
                .containsExactly(one.toString(), two.toString());
    }

    @Test
    void writesAnEmptyArrayWhenNothingIsCited() {
        assertThat(CiteCommand.oneArray(List.of("[]\n", "[]\n"))).isEqualTo("[]\n");
    }

    @Test
    void goesOnAfterAFileThatIsNoUtf8AndExitsWithThree() throws IOException {
        Path latin = folder.resolve("gammel.txt");
        Files.write(latin, "Vi følger loven.".getBytes(StandardCharsets.ISO_8859_1));
        Path good = file("ny.txt", "Se " + CITED + ".");

        assertThat(run("cite", latin.toString(), good.toString())).isEqualTo(3);

        assertThat(err.toString()).contains("gammel.txt").contains("UTF-8");
        assertThat(out.toString()).contains("lov-1999-07-02-64").doesNotContain("gammel.txt");
    }

    @Test
    void exitsWithOneWhenNoFileCanBeRead() {
        assertThat(run("cite", "finnes-ikke.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("finnes-ikke.txt");
    }

    @Test
    void extractsFromTextWithoutAHomeFolder() throws IOException {
        Path file = file("plan.txt", "Læringsnettverk demens\n\nNettverket er forankret i " + CITED + ".\n");

        assertThat(run("extract", file.toString(), "finnes-ikke.docx")).isEqualTo(3);

        assertThat(out.toString().lines())
                .contains(
                        "entity\tfile\tclass\tname\tstart\tend\tyear\tnumbers",
                        "relation\tfile\tsubject\tpredicate\tobject\tstart\tend\tconfidence\tstatus");
        assertThat(err.toString()).contains("finnes-ikke.docx");
    }

    @Test
    void namesTheQueryFileThatIsMissing() {
        assertThat(run("query", "finnes-ikke.rq", "--home", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("finnes-ikke.rq");
        assertThat(folder).isEmptyDirectory();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... args) {
        return Commands.run(args, new PrintWriter(out), new PrintWriter(err));
    }
}
