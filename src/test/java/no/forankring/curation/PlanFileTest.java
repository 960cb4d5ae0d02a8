package no.forankring.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void readsCsvInTheCharactersThatSpreadsheetsWrite(String charset) {
        byte[] bytes = "Navn;Målgruppe\r\nSamling på Hønefoss;pårørende\r\n".getBytes(Charset.forName(charset));

        PlanTable table = PlanFile.read("plan.csv", bytes);

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cell(Column.NAME)).isEqualTo("Samling på Hønefoss");
            assertThat(row.cell(Column.TARGET_GROUP)).isEqualTo("pårørende");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void seesWhatPartsTheCells(String delimiter) {
        String csv = String.join(delimiter, "Plan for 2026", "", "") + "\n"
                + String.join(delimiter, "Tittel", "År", "Farge") + "\n"
                + String.join(delimiter, "\"Kurs" + delimiter + " del 1\"", "2026", "blå") + "\n";

        PlanTable table = PlanFile.read("plan.csv", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(table.unknown()).containsExactly("Farge");
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.cell(Column.NAME)).isEqualTo("Kurs" + delimiter.replace('\t', ' ') + " del 1");
        });
    }

    @Test
    void readsAWorkbookWithItsDatesAndNumbersAsTheyAre() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            var head = sheet.createRow(2);
            head.createCell(0).setCellValue("Navn");
            head.createCell(2).setCellValue("Dato");
            head.createCell(3).setCellValue("Deltakere");
            var row = sheet.createRow(4);
            row.createCell(0).setCellValue("Vårsamling");
            var date = row.createCell(2);
            date.setCellValue(LocalDate.of(2026, 3, 12));
            var american = workbook.createCellStyle();
            american.setDataFormat((short) 14);
            date.setCellStyle(american);
            row.createCell(3).setCellValue(1240);
            workbook.write(bytes);
        }

        PlanTable table = PlanFile.read("plan.xlsx", bytes.toByteArray());

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(5);
            assertThat(row.cell(Column.DATE)).isEqualTo("2026-03-12");
            assertThat(row.cell(Column.PARTICIPANTS)).isEqualTo("1240");
        });
    }

    @Test
    void takesBackBothOfItsTemplatesOnceTheyHaveARow() throws IOException {
        var csv = new ByteArrayOutputStream();
        PlanImport.writeCsvTemplate(csv);
        String filled = csv.toString(StandardCharsets.UTF_8) + "Samling\r\n";
        var workbook = new ByteArrayOutputStream();
        PlanImport.writeXlsxTemplate(workbook);

        assertThat(PlanFile.read("mal.csv", filled.getBytes(StandardCharsets.UTF_8))
                        .unknown())
                .isEmpty();
        assertThatThrownBy(() -> PlanFile.read("mal.xlsx", workbook.toByteArray()))
                .hasMessageContaining("ingen rader under overskriftene");
    }

    @Test
    void refusesAFileThatUnpacksToMoreThanThereIsRoomFor() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 120; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertThat(bytes.size()).isLessThan(PlanFile.MOST_BYTES);
        assertThatThrownBy(() -> PlanFile.read("bombe.xlsx", bytes.toByteArray()))
                .isInstanceOf(CurationException.class)
                .hasMessageContaining("pakkes ut til mer enn 100 MB");
    }

    @Test
    void refusesMoreRowsThanAPersonCanLookThrough() {
        String csv = "Navn\n" + "Kurs\n".repeat(100_000);

        assertThatThrownBy(() -> PlanFile.read("lang.csv", csv.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("flere enn 5000 rader");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plan.pdf  | %PDF-1.7                | verken et regneark
            plan.csv  | uten;overskrift         | overskriften «Navn»
            plan.csv  | Navn;År                 | ingen rader
            plan.csv  | "Navn;"År               | kan ikke leses
            plan.xlsx | PK\u0003\u0004 og så tull | verken et regneark
            """)
    void saysWhatToDoWithWhatIsNoPlan(String name, String text, String message) {
        assertThatThrownBy(() -> PlanFile.read(name, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(CurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void writesNoCellThatASpreadsheetWouldRun() {
        assertThat(PlanFile.line(List.of("=1+1", "-2", "@x", "a;b", "a \"b\"", "ren")))
                .isEqualTo("'=1+1;'-2;'@x;\"a;b\";\"a \"\"b\"\"\";ren\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-12              | 2026-03-12 | 2026-03-12
            12.03.2026              | 2026-03-12 | 2026-03-12
            12.3.26                 | 2026-03-12 | 2026-03-12
            12. mars 2026           | 2026-03-12 | 2026-03-12
            12.–13. mars 2026       | 2026-03-12 | 2026-03-13
            12.-13.03.2026          | 2026-03-12 | 2026-03-13
            12.03.2026 – 14.04.2026 | 2026-03-12 | 2026-04-14
            """)
    void readsDatesAsAdvisersWriteThem(String text, LocalDate first, LocalDate last) {
        assertThat(Dates.range(text)).contains(new Dates.Range(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31.02.2026", "våren 2026", "13/2026", "0.0.0000", "12. måned 2026"})
    void guessesNoDate(String text) {
        assertThat(Dates.range(text)).isEmpty();
    }
}
