package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.forankring.citation.LawTextEvaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LawFileTest {

    private static final String LAW = """
            <!DOCTYPE html><html lang="nb"><head><title>Lov om merking av sau</title></head><body>
            <header class="documentHeader"><dl class="data-document-key-info">
            <dt class="legacyID">Datokode</dt><dd class="legacyID">LOV-2001-03-02-5</dd>
            <dt class="basedOn">Hjemmel</dt><dd class="basedOn"><ul><li>lov/2011-06-24-29/§7</li></ul></dd>
            <dt class="miscInformation">Annet</dt><dd class="miscInformation"><strong>Hjemmel:</strong> Fastsatt med
            hjemmel i lov 24. juni 2011 nr. 29 om folkehelsearbeid § 7. <strong>Rettelser:</strong> § 99.</dd>
            <dt class="refid">RefID</dt><dd class="refid">lov/2001-03-02-5</dd>
            <dt class="table-of-contents">Innhold</dt><dd class="table-of-contents"><a href="#p1">§ 1.</a></dd>
            </dl></header>
            <main class="documentBody"><h1>Lov om merking av sau</h1>
            <article class="legalArticle"><h3><span class="legalArticleValue">§ 1</span>. Formål</h3>
            <article class="legalP">Etter <a href="lov/1999-07-02-64/§4">helsepersonelloven § 4</a> gjelder<ul>
            <li data-li-identifier="a."><article class="legalP"><a href="lov/2001-03-02-5/§2">§ 2</a> og &lt;merket&gt;
            </article></li></ul></article></article>
            <article class="legalArticle"><h3><span class="legalArticleValue">§ 2</span>. Unntak</h3>
            <article class="legalP">Loven gjelder alle.</article></article>
            <article class="document-change" data-document="lov/2011-06-24-29"><article class="defaultP">I lov 24. juni
            2011 nr. 29 om folkehelsearbeid gjøres følgende endringer:</article>
            <article class="change" data-change-part="lov/2011-06-24-29/§5/ledd/2">
            <article class="defaultP">§ 5 annet ledd skal lyde:</article><article class="legalP">Ny ordlyd.</article>
            </article></article></main></body></html>
            """;

    @TempDir
    Path folder;

    @Test
    void readsWhatTheFileMarksApartFromItsText() throws IOException {
        LawTextEvaluation.Law law = LawFile.read(Files.writeString(folder.resolve("nl-20010302-005.xml"), LAW));

        assertThat(law.own()).isEqualTo("lov-2001-03-02-5");
        assertThat(law.text())
                .contains("Datokode\nLOV-2001-03-02-5\n")
                .contains("\n\n§ 1. Formål\n\nEtter helsepersonelloven § 4 gjelder\n\na. § 2 og <merket>")
                .doesNotContain("Innhold");
        assertThat(law.links())
                .extracting(LawTextEvaluation.Mark::address)
                .containsExactly("lov/1999-07-02-64/§4", "lov/2001-03-02-5/§2");
        assertThat(law.links())
                .extracting(link -> link.span().cut(law.text()))
                .containsExactly("helsepersonelloven § 4", "§ 2");
        assertThat(law.basis()).singleElement().satisfies(basis -> {
            assertThat(basis.addresses()).containsExactly("lov/2011-06-24-29/§7");
            assertThat(basis.span().cut(law.text()))
                    .startsWith("Hjemmel: Fastsatt")
                    .doesNotContain("§ 99");
        });
        assertThat(law.changes())
                .extracting(change -> change.span().cut(law.text()))
                .satisfiesExactlyInAnyOrder(
                        order -> assertThat(order).isEqualTo("§ 5 annet ledd skal lyde:"),
                        whole -> assertThat(whole).startsWith("I lov 24. juni 2011 nr. 29"));
    }

    @Test
    void namesAFileThatIsNoXml() throws IOException {
        Path broken = Files.writeString(folder.resolve("feil.xml"), "<html><body>");

        assertThatThrownBy(() -> LawFile.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("feil.xml");
    }

    @Test
    void evaluatesAFolderOfLaws() throws IOException {
        Files.writeString(folder.resolve("nl-20010302-005.xml"), LAW);
        var out = new StringWriter();
        var err = new StringWriter();

        int exit = Commands.run(
                new String[] {"evaluate", "--law", "--errors", folder.toString()},
                new PrintWriter(out),
                new PrintWriter(err));

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("all links +2 +2 +2 +2 +2 +2 +0 .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("legal basis +1 +1 +1 +1 +1 +1 +0 .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("change address +1 +1 +1 +1 +1 +1 +0 .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("outside\t"));
    }

    @Test
    void saysWhatToPutInAnEmptyFolder() {
        var err = new StringWriter();

        int exit = Commands.run(
                new String[] {"evaluate", "--law", folder.toString()},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains(".xml").contains(folder.toString());
    }
}
