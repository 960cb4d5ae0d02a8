package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final String HEAD = "#! kind=plan language=nob noise=clean set=develop\n";
    private static final String LAW = "⟦folkehelseloven § 5¦lov-2011-06-24-29¦§ 5⟧";
    private static final String UNKNOWN = "⟦planen ingen kjenner¦lov-2011-06-24-29⟧";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path page = Path.of("");

    @BeforeEach
    void writePage() throws IOException {
        page = Files.writeString(
                folder.resolve("page.md"),
                "Foran\n<!-- measured open-gold -->\ngammelt\n<!-- /measured -->\nMellom\n"
                        + "<!-- measured andre -->\n<!-- /measured -->\nEtter\n");
    }

    @Test
    void measuresMarkedTexts() throws IOException {
        text("a.txt", "Vi følger " + LAW + " og " + UNKNOWN + ".");

        assertThat(run("evaluate", folder.toString())).isZero();

        assertThat(out.toString()).containsPattern("develop +2 +1 +1 +0\\.500").contains("unique name");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesTheFiguresBetweenTheMarksAndTheSameThingTwice() throws IOException {
        text("a.txt", "Vi følger " + LAW + " og " + UNKNOWN + ".");

        assertThat(publish()).isZero();
        assertThat(Files.readString(page)).doesNotContain("gained");
        assertThat(publish()).isZero();
        String first = Files.readString(page);
        String linked = Files.readString(folder.resolve("linked.tsv"));
        assertThat(publish()).isZero();

        assertThat(first)
                .startsWith("Foran\n<!-- measured open-gold -->\n\n| texts | mentions |")
                .contains("| law | 2 | 1 | 1 | 0.500 |")
                .endsWith("<!-- /measured -->\nMellom\n<!-- measured andre -->\n<!-- /measured -->\nEtter\n")
                .doesNotContain("gammelt");
        assertThat(Files.readString(page)).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("linked.tsv"))).isEqualTo(linked);
        assertThat(linked.lines().skip(1))
                .containsExactly(
                        "file\tstart\ttext\tid\tlinked",
                        "a.txt\t10\tfolkehelseloven § 5\tlov-2011-06-24-29\tyes",
                        "a.txt\t33\tplanen ingen kjenner\tlov-2011-06-24-29\tno");
    }

    @Test
    void listsWhatWasGainedAndLostSinceTheLastTime() throws IOException {
        text("a.txt", "Vi følger " + LAW + " og " + UNKNOWN + ".");
        publish();
        Path linked = folder.resolve("linked.tsv");
        Files.writeString(
                linked, Files.readString(linked).replace("yes\n", "maybe\n").replace("no\n", "yes\n"));

        assertThat(run("evaluate", folder.toString(), "--against", linked.toString()))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains("gained\ta.txt\t10\tfolkehelseloven § 5")
                .contains("lost\ta.txt\t33\tplanen ingen kjenner")
                .contains("gained 1, lost 1");

        publish();
        assertThat(Files.readString(page))
                .contains("1 gained, 1 lost")
                .contains("- gained: `folkehelseloven § 5` (lov-2011-06-24-29, a.txt)")
                .contains("- lost: `planen ingen kjenner`");
    }

    @Test
    void writesNothingWhenThePageHasNoPlaceForIt() throws IOException {
        text("a.txt", "Vi følger " + LAW + ".");
        String before = Files.readString(page);

        int status = run("evaluate", folder.toString(), "--report", page.toString(), "--section", "ukjent");

        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("<!-- measured ukjent -->");
        assertThat(Files.readString(page)).isEqualTo(before);
        assertThat(folder.resolve("linked.tsv")).doesNotExist();
    }

    @Test
    void measuresATableOfMentionsAndWritesNothingBesideIt() throws IOException {
        Files.writeString(folder.resolve("b.txt"), "Vi følger folkehelseloven.");
        Files.writeString(
                folder.resolve("mentions.tsv"),
                "file\tstart\tend\ttext\tkind\tid\talt\tpinpoint\tcertainty\tscope\tanaphora\n"
                        + "b.txt\t10\t25\tfolkehelseloven\tlaw\tlov-2011-06-24-29\t\t\tsure\tnational\tno\n");

        assertThat(publish()).isZero();

        assertThat(Files.readString(page)).contains("| law | 1 | 1 | 1 | 1.000 | 1 |");
        assertThat(folder.resolve("linked.tsv")).doesNotExist();
    }

    @Test
    void comparesWithAnEarlierAnswerOfCite() throws IOException {
        text("a.txt", "Vi følger " + LAW + ".");
        Path earlier = Files.writeString(
                folder.resolve("earlier.tsv"),
                "file\tstart\tend\ttext\ttype\tid\tpinpoint\tstatus\tcandidates\tconfidence\treason\n");

        assertThat(run("evaluate", folder.toString(), "--against", earlier.toString()))
                .isZero();
        assertThat(out.toString()).contains("gained 1, lost 0");
    }

    @Test
    void namesFileAndLineOfABrokenMark() throws IOException {
        text("a.txt", "Vi følger\n⟦folkehelseloven.");

        assertThat(run("evaluate", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("a.txt, linje 3");
    }

    @Test
    void saysWhatIsMissingInAFolderWithoutTexts() {
        assertThat(run("evaluate", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("mentions.tsv");
        assertThat(run("evaluate", folder.toString(), "--local", "--report", page.toString()))
                .isEqualTo(2);
    }

    @Test
    void measuresWhatIsTakenOutWhereOnlyThingsAreMarked() throws IOException {
        things();

        assertThat(run("evaluate", folder.toString(), "--errors")).isZero();

        assertThat(out.toString())
                .containsPattern("Network +1 +1 +1\\.000 +1 +1 +1\\.000")
                .contains("missed\tentity\tm.txt\t0\t6\tOrganisation\tukjent\tMandat")
                .doesNotContain("Look-alikes");
    }

    @Test
    void writesTheFiguresOnThingsAndTellsWhatIsLostLater() throws IOException {
        things();
        Path sets = Files.writeString(
                folder.resolve("sets.tsv"), "file\tset\tkind\tlanguage\nm.txt\tdevelop\tmandate\tnb\n");

        assertThat(run("evaluate", folder.toString(), "--report", page.toString(), "--section", "mine"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("<!-- measured mine-extraction -->");
        Files.writeString(page, Files.readString(page).replace("measured andre", "measured open-gold-extraction"));
        assertThat(publish()).isZero();
        String first = Files.readString(page);
        assertThat(publish()).isZero();

        Path extracted = folder.resolve("extracted.tsv");
        assertThat(first).contains("| Network | 1 | 1 | 1.000 |").contains("| develop |");
        assertThat(Files.readString(page)).contains("0 gained, 0 lost");
        assertThat(extracted).content().contains("entity\tm.txt\tOrganisation\tukjent\t\tmissed");
        Files.writeString(extracted, Files.readString(extracted).replace("missed", "found"));
        assertThat(run("evaluate", folder.toString(), "--against", extracted.toString()))
                .isEqualTo(3);
        assertThat(out.toString()).contains("lost\tentity\tm.txt\tOrganisation\tukjent");
        Files.delete(sets);
    }

    private void things() throws IOException {
        Files.writeString(
                folder.resolve("m.txt"),
                "Mandat for fagnettverk i ernæring\n\nNettverket er forankret i folkehelseloven.\n");
        Files.writeString(
                folder.resolve("entities.tsv"),
                "slug\tclass\tname\tfile\tstart\tend\tparent\tyear\tnumbers\n"
                        + "ern\tNetwork\tfagnettverk i ernæring\tm.txt\t11\t33\t\t\t\n"
                        + "ukjent\tOrganisation\tMandat\tm.txt\t0\t6\t\t\t\n");
        Files.writeString(
                folder.resolve("relations.tsv"),
                "subject\trelation\tobject\tfile\tstart\tend\tcertainty\tevidence\n"
                        + "ern\tanchoredIn\tlov-2011-06-24-29\tm.txt\t35\t78\texplicit\tNettverket\n");
    }

    private int publish() {
        return run("evaluate", folder.toString(), "--report", page.toString());
    }

    private void text(String name, String marked) throws IOException {
        Files.writeString(folder.resolve(name), HEAD + marked);
    }

    private int run(String... args) {
        return Commands.run(args, new PrintWriter(out), new PrintWriter(err));
    }
}
