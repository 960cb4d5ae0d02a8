package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.forankring.document.Passage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfAndWordIT {

    @TempDir
    Path folder;

    @Test
    void findsHeadingsParagraphsAndItemsInAPdf() throws IOException {
        var document = read(
                "plan.pdf",
                BrokenInputs.pdf(List.of(
                        "Plan for kommunen",
                        "Kommunen skal samle ledere om felles innsats, og de skal dele erfaringer med",
                        "alle som arbeider med dette i tjenestene.",
                        "- Kurs for alle ledere",
                        "- Samling for ansatte")));

        assertThat(document.passages().stream()
                        .map(p -> p.kind() + " " + CleanText.of(p.text()).text())
                        .toList())
                .containsExactly(
                        "HEADING Plan for kommunen",
                        "PARAGRAPH Kommunen skal samle ledere om felles innsats, og de skal dele erfaringer med alle som arbeider med dette i tjenestene.",
                        "LIST_ITEM Kurs for alle ledere",
                        "LIST_ITEM Samling for ansatte");
        assertThat(document.passages()).allMatch(p -> p.page() == 1);
        assertThat(document.title()).isEqualTo("Plan for kommunen");
        assertThat(document.pages()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatStandsAtTheFootOfEveryPage() throws IOException {
        List<List<String>> pages = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            List<String> lines = new ArrayList<>(
                    List.of("Kapittel " + page, "Innhold nummer " + page + " som ingen annen side har."));
            while (lines.size() < 43) {
                lines.add(" ");
            }
            lines.add("Kommunens plan, side " + page);
            pages.add(lines);
        }

        var document = read("sider.pdf", BrokenInputs.pages(pages));

        assertThat(document.pages()).isEqualTo(4);
        assertThat(document.passages()).noneMatch(p -> p.text().contains("Kommunens plan"));
        assertThat(document.passages().stream()
                        .filter(p -> p.kind() == Kind.HEADING)
                        .map(Passage::page)
                        .toList())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void readsHeadingsAndTablesOfAWordFile() throws IOException {
        var document = read(
                "plan.docx",
                BrokenInputs.docx(BrokenInputs.heading(1, "Plan") + BrokenInputs.heading(2, "Tiltak")
                        + BrokenInputs.paragraph("· Et punkt") + "<w:tbl>" + BrokenInputs.row("Tiltak", "Ansvar")
                        + BrokenInputs.row("Kurs", "Skolen") + "</w:tbl>" + BrokenInputs.paragraph("Til slutt.")));

        assertThat(document.passages().stream()
                        .map(p -> p.kind() + " " + p.text())
                        .toList())
                .containsExactly(
                        "HEADING Plan",
                        "HEADING Tiltak",
                        "LIST_ITEM Et punkt",
                        "TABLE_ROW Tiltak\tAnsvar",
                        "TABLE_ROW Kurs\tSkolen",
                        "PARAGRAPH Til slutt.");
        assertThat(document.passages().get(4).columns()).containsExactly("Tiltak", "Ansvar");
        assertThat(document.passages().get(4).sectionPath()).containsExactly("Plan", "Tiltak");
    }

    private DocumentText read(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return new FileExtractor().read(file, name, 1_000_000).text();
    }
}
