package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A fresh home is filled from a dump by the commands alone.
class DumpIT {

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void fillsAFreshHomeThatSaysAndFindsTheSame() throws Exception {
        Path mandate = Files.writeString(folder.resolve("mandat.txt"), """
                Mandat for nettverk for demens i Fjordvik

                Nettverket er forankret i Demensplan 2020 og i Meld. St. 15 (2017–2018) Leve hele livet.
                """);
        Path minutes = Files.writeString(folder.resolve("referat.txt"), """
                Referat fra samling om ernæring

                Samlingen handlet om måltider på sykehjem.
                """);
        assertThat(run("first", "ingest", mandate.toString(), minutes.toString()))
                .isZero();
        Path dump = folder.resolve("alt.nq");
        assertThat(run("first", "export", "-o", dump.toString())).isZero();

        assertThat(run("second", "load", dump.toString(), "--replace", "--progress"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("utsagn lagt til").doesNotContain("[2/2]");
        long statements = Files.readString(dump).lines().count();
        assertThat(err.toString().lines())
                .startsWith("[1/2] Åpner hjemmemappen", "[2/2] Leser filen og prøver den mot reglene")
                .endsWith("[2/2] Leser filen og prøver den mot reglene: %d av %d utsagn"
                        .formatted(statements, statements));
        // The dump holds no files, so the words are found when those have come too.
        assertThat(run("second", "ingest", mandate.toString(), minutes.toString()))
                .isZero();
        assertThat(run("second", "compact")).isZero();
        assertThat(out.toString()).contains("Grafens database: ", " MB → ");

        Path again = folder.resolve("again.nq");
        assertThat(run("second", "export", "-o", again.toString())).isZero();
        assertThat(Files.readString(again)).isEqualTo(Files.readString(dump));
        assertThat(run("second", "search", "måltider på sykehjem")).isZero();
        assertThat(out.toString()).startsWith("1 dokument").contains("Referat fra samling om ernæring");
        try (var databases = Files.list(folder.resolve("second").resolve("graph"))) {
            assertThat(databases.filter(path -> path.getFileName().toString().startsWith("tdb2-")))
                    .hasSize(1);
        }
        assertThat(run("second", "check", "--progress")).as(out.toString()).isZero();
        assertThat(err.toString().lines())
                .contains("[1/5] Åpner hjemmemappen", "[3/5] Prøver journal og graf mot hverandre")
                .endsWith("[5/5] Leser originalene");
    }

    private int run(String home, String... args) {
        out = new StringWriter();
        err = new StringWriter();
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve(home).toString();
        return Commands.run(all, new PrintWriter(out), new PrintWriter(err));
    }
}
