package no.forankring.document;

import static no.forankring.testing.ColoredPlans.cell;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import no.forankring.testing.ColoredPlans;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The colors of cells, read in the parse process from files of each format.
class CellColorsIT {

    private static final ParseLimits LIMITS = new ParseLimits(256, Duration.ofSeconds(30), 2_000_000, 50_000_000L, 1);

    private static final ColoredPlans PLAN = new ColoredPlans(
            "Aktivitetsplan 2025",
            List.of(),
            List.of(
                    List.of(cell("Aktivitet", "D9E2F3"), cell("Tid", "D9E2F3"), cell("Status", "D9E2F3")),
                    List.of(cell("Kurs for ledere"), cell("Mai 2025"), cell("Klart", "C6EFCE")),
                    List.of(cell("Fagdag om mat"), cell("Juni 2025"), cell("", "FFC7CE")),
                    List.of(cell("Fagdag om fall"), cell("Juli 2025"), cell("Uten farge"))),
            List.of());

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

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html"})
    void keepsTheColorOfEachCellBesideTheWords(String format) throws IOException {
        DocumentText document = read("plan." + format, bytes(PLAN, format));

        assertThat(shadings(document, "Kurs for ledere")).containsExactly("GREEN C6EFCE Klart");
        assertThat(shadings(document, "Fagdag om mat")).containsExactly("RED FFC7CE ");
        assertThat(shadings(document, "Fagdag om fall")).isEmpty();
        assertThat(document.passages().stream()
                        .flatMap(passage -> passage.shadings().stream())
                        .filter(shading -> shading.color().name() == CellColor.Name.BLUE))
                .isNotEmpty();
        assertThat(document.keepsColors()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "pdf", "html"})
    void changesNoWordAndNoPassage(String format) throws IOException {
        DocumentText colored = read("a." + format, bytes(PLAN, format));
        DocumentText plain = read("b." + format, bytes(PLAN.plain(), format));

        assertThat(colored.text()).isEqualTo(plain.text());
        assertThat(colored.passages().stream()
                        .map(passage -> new Passage(
                                passage.id(),
                                passage.kind(),
                                passage.span(),
                                passage.text(),
                                passage.ordinal(),
                                passage.sectionPath(),
                                passage.level(),
                                passage.page(),
                                passage.language(),
                                passage.cells(),
                                passage.columns()))
                        .toList())
                .isEqualTo(plain.passages());
        assertThat(plain.passages()).allMatch(passage -> passage.shadings().isEmpty());
    }

    @Test
    void readsTheColorsOfAnOdtFile() throws IOException {
        byte[] odt = Files.readAllBytes(Path.of("corpus/mandat-nettverk-leiing-skogheim-2023.odt"));

        DocumentText document = read("mandat.odt", odt);

        assertThat(shadings(document, "Oppstartssamling")).containsExactly("GREEN 92D050 Gjennomført");
        assertThat(document.keepsColors()).isTrue();
    }

    @Test
    void readsEveryWayOfFillingACellInHtml() throws IOException {
        String html = """
                <!doctype html><html><head><style>
                /* .x { background: red } */ td.ok, .bra { color: black; background: #00b050 } .ok p { background: red }
                </style></head><body><table>
                <tr><td>En</td><td bgcolor="#FFFF00">bgcolor</td></tr>
                <tr><td>To</td><td style="border:1px; background:rgb(255, 0, 0) none">stil</td></tr>
                <tr><td>Tre</td><td class="stor bra">klasse</td></tr>
                <tr bgcolor="yellow"><td>Fire</td><td style="background-color:white">rad</td></tr>
                <tr><td>Fem</td><td class="x ukjent">ingen</td></tr>
                <tr><td>Seks</td><td style="background-image:url(red.png);color:green">heller ingen</td></tr>
                </table></body></html>
                """;

        DocumentText document = read("side.html", html.getBytes(StandardCharsets.UTF_8));

        assertThat(shadings(document, "En\t")).containsExactly("YELLOW FFFF00 bgcolor");
        assertThat(shadings(document, "To\t")).containsExactly("RED FF0000 stil");
        assertThat(shadings(document, "Tre\t")).containsExactly("GREEN 00B050 klasse");
        assertThat(shadings(document, "Fire\t")).containsExactly("YELLOW FFFF00 Fire");
        assertThat(shadings(document, "Fem\t")).isEmpty();
        assertThat(shadings(document, "Seks\t")).isEmpty();
    }

    @Test
    void takesOfAPdfWhatIsDrawnBeforeTheWordsAndLastOfAll() throws IOException {
        byte[] pdf = pdf(content -> {
            content.setNonStrokingColor(Color.RED);
            content.addRect(100, 500, 200, 20);
            content.fill();
            content.setNonStrokingColor(Color.GREEN);
            content.addRect(100, 500, 200, 20);
            content.fill();
            content.setNonStrokingColor(Color.YELLOW);
            content.addRect(100, 450, 200, 20);
            content.fill();
            content.setNonStrokingColor(Color.WHITE);
            content.addRect(100, 450, 200, 20);
            content.fill();
            words(content, "Overmalt med grønt", 105, 505);
            words(content, "Overmalt med hvitt", 105, 455);
            words(content, "Malt over etterpå", 105, 405);
            content.setNonStrokingColor(Color.RED);
            content.moveTo(100, 400);
            content.lineTo(300, 400);
            content.lineTo(300, 420);
            content.lineTo(100, 420);
            content.fill();
        });

        DocumentText document = read("lag.pdf", pdf);

        assertThat(shadings(document, "Overmalt med grønt")).containsExactly("GREEN 00FF00 Overmalt med grønt");
        assertThat(shadings(document, "Overmalt med hvitt")).isEmpty();
        assertThat(shadings(document, "Malt over")).isEmpty();
    }

    @Test
    void tellsAPageWithoutDrawingsFromOneThatHasThem() throws IOException {
        assertThat(read("ord.pdf", pdf(content -> words(content, "Bare ord på en side", 100, 500)))
                        .keepsColors())
                .isFalse();
        assertThat(read("plan.txt", PLAN.text()).keepsColors()).isFalse();
        assertThat(read("plan.eml", PLAN.mail()).keepsColors()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 300_000})
    void readsTheWordsOfAPageWithAHeapOfRectanglesAndGivesItsColorsUp(int rectangles) throws IOException {
        byte[] pdf = pdf(content -> {
            for (int i = 0; i < rectangles; i++) {
                content.setNonStrokingColor(new Color(i % 256, 255 - i % 256, 7 * i % 256));
                content.addRect(i % 500, 13 * i % 700, 10 + i % 90, 10 + i % 40);
                content.fill();
            }
            words(content, "Det som står her, leses som vanlig", 100, 500);
        });

        DocumentText document = read("haug.pdf", pdf);

        assertThat(document.text()).isEqualTo("Det som står her, leses som vanlig");
        assertThat(document.passages()).allMatch(passage -> passage.shadings().isEmpty());
        assertThat(document.keepsColors()).isFalse();
    }

    @Test
    void readsAPdfWhoseColorsAreBroken() throws IOException {
        byte[] pdf = pdf(content -> {
            content.setNonStrokingColor(Color.GREEN);
            content.addRect(100, 500, 200, 20);
            content.fill();
            content.appendRawCommands("/Finnesikke cs\n0.5 0.5 scn\n(x) rg\n1 re\n100 450 200 20 re f\n");
            words(content, "Ordene er hele", 105, 505);
        });

        assertThat(shadings(read("feil.pdf", pdf), "Ordene er hele")).containsExactly("GREEN 00FF00 Ordene er hele");
    }

    @Test
    void keepsAllThroughTheBytesOfTheCache() throws IOException {
        byte[] docx = PLAN.docx();
        DocumentText first = read("lagret.docx", docx);

        try (var again = Documents.open(home, LIMITS)) {
            Sha256 sha256 = again.keep(new ByteArrayInputStream(docx));
            assertThat(again.text(sha256, "lagret.docx")).contains(first);
        }
    }

    // ---- in short ----

    private static byte[] bytes(ColoredPlans plan, String format) throws IOException {
        return switch (format) {
            case "docx" -> plan.docx();
            case "pdf" -> plan.pdf();
            case "html" -> plan.html();
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static DocumentText read(String name, byte[] bytes) throws IOException {
        return switch (documents.read(documents.keep(new ByteArrayInputStream(bytes)), name)) {
            case ReadOutcome.Read read -> read.text();
            case ReadOutcome.Unreadable unreadable -> throw new AssertionError(unreadable);
        };
    }

    /// The filled words of the passages that hold these words.
    private static List<String> shadings(DocumentText document, String words) {
        List<Passage> holders = document.passages().stream()
                .filter(passage -> passage.text().contains(words))
                .toList();
        assertThat(holders).as(words).isNotEmpty();
        return holders.stream()
                .flatMap(passage -> passage.shadings().stream())
                .flatMap(shading -> Stream.of("%s %s %s"
                        .formatted(
                                shading.color().name(),
                                shading.color().hex(),
                                shading.span().cut(document.text()))))
                .toList();
    }

    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private static byte[] pdf(Drawing drawing) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                drawing.on(content);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void words(PDPageContentStream content, String words, float x, float y) throws IOException {
        content.setNonStrokingColor(Color.BLACK);
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }
}
