package no.forankring.corpus;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import no.forankring.corpus.CorpusSource.Block;
import no.forankring.corpus.CorpusSource.Cell;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// PDF files as a word processor prints them: headings in a larger font, lines broken at the margin (and inside words
/// where the source allows it), tables with filled cells, and the same header and a numbered footer on every page.
final class PdfBoxWriter {

    private static final float LEFT = 62;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 62;
    private static final float TOP = PDRectangle.A4.getHeight() - 80;
    private static final float BOTTOM = 75;
    private static final float SIZE = 10.5f;

    private final PDDocument document;
    private final PDFont regular = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final List<PDPage> pages = new ArrayList<>();
    private Optional<PDPageContentStream> canvas = Optional.empty();
    private float y;

    private PdfBoxWriter(PDDocument document) {
        this.document = document;
    }

    static byte[] write(CorpusSource source) throws IOException {
        try (var document = new PDDocument()) {
            var writer = new PdfBoxWriter(document);
            writer.describe(source);
            writer.startPage();
            for (Block block : source.blocks()) {
                writer.add(block);
            }
            writer.canvas().close();
            writer.addHeaderAndFooter(source);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void describe(CorpusSource source) {
        var written = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        written.clear();
        written.set(
                source.date().getYear(),
                source.date().getMonthValue() - 1,
                source.date().getDayOfMonth(),
                12,
                0);
        var information = new PDDocumentInformation();
        information.setTitle(source.get("title"));
        information.setAuthor(source.get("author"));
        information.setCreationDate(written);
        information.setModificationDate(written);
        document.setDocumentInformation(information);
        // The file's identifier is drawn from this number instead of the clock.
        document.setDocumentId(source.date().toEpochDay());
        document.getDocumentCatalog().setLanguage(source.get("language") + "-NO");
    }

    private PDPageContentStream canvas() {
        return canvas.orElseThrow();
    }

    private void startPage() throws IOException {
        if (canvas.isPresent()) {
            canvas().close();
        }
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        canvas = Optional.of(new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, false));
        y = TOP;
    }

    private void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            startPage();
        }
    }

    private void add(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> {
                float size = 21 - 3.5f * heading.level();
                y -= size * 0.7f;
                need(size * 4);
                lines(heading.text(), bold, size, LEFT, RIGHT, "");
                y -= size * 0.3f;
            }
            case Block.Paragraph paragraph -> {
                lines(paragraph.text(), regular, SIZE, LEFT, RIGHT, "");
                y -= SIZE * 0.6f;
            }
            case Block.Items items -> {
                int number = 1;
                for (String item : items.items()) {
                    lines(item, regular, SIZE, LEFT + 18, RIGHT, items.ordered() ? number++ + "." : "•");
                }
                y -= SIZE * 0.6f;
            }
            case Block.Table table -> add(table);
            case Block.PageBreak pageBreak -> startPage();
        }
    }

    private void lines(String text, PDFont font, float size, float left, float right, String mark) throws IOException {
        String before = mark;
        for (String line : wrap(text, font, size, right - left)) {
            need(size * 1.35f);
            y -= size * 1.35f;
            if (!before.isEmpty()) {
                show(before, font, size, left - 14, y);
                before = "";
            }
            show(line, font, size, left, y);
        }
    }

    private void add(Block.Table table) throws IOException {
        float[] edges = edges(table);
        if (!table.columns().isEmpty()) {
            row(
                    table.columns().stream()
                            .map(column -> new Cell(column, Optional.of("D9E2F3")))
                            .toList(),
                    edges,
                    bold);
        }
        for (var row : table.rows()) {
            row(row, edges, regular);
        }
        y -= SIZE;
    }

    /// The columns share the width by their longest words and by how much they hold.
    private float[] edges(Block.Table table) throws IOException {
        int count = table.rows().getFirst().size();
        var weights = new double[count];
        double sum = 0;
        for (int c = 0; c < count; c++) {
            int characters =
                    table.columns().isEmpty() ? 0 : table.columns().get(c).length();
            double longest = 0;
            for (var row : table.rows()) {
                characters = Math.max(characters, row.get(c).text().length());
                for (String word : row.get(c).text().split("\\s+")) {
                    longest = Math.max(longest, word.length());
                }
            }
            weights[c] = Math.max(longest * 1.6, Math.sqrt(characters) * 4) + 4;
            sum += weights[c];
        }
        var edges = new float[count + 1];
        edges[0] = LEFT;
        for (int c = 0; c < count; c++) {
            edges[c + 1] = edges[c] + (float) ((RIGHT - LEFT) * weights[c] / sum);
        }
        return edges;
    }

    private void row(List<Cell> cells, float[] edges, PDFont font) throws IOException {
        float size = 9;
        var texts = new ArrayList<List<String>>();
        int height = 1;
        for (int c = 0; c < cells.size(); c++) {
            List<String> lines = wrap(cells.get(c).text(), font, size, edges[c + 1] - edges[c] - 8);
            texts.add(lines);
            height = Math.max(height, lines.size());
        }
        float rowHeight = height * size * 1.3f + 7;
        need(rowHeight);
        for (int c = 0; c < cells.size(); c++) {
            float width = edges[c + 1] - edges[c];
            if (cells.get(c).color().isPresent()) {
                canvas().setNonStrokingColor(
                                Color.decode("#" + cells.get(c).color().get()));
                canvas().addRect(edges[c], y - rowHeight, width, rowHeight);
                canvas().fill();
                canvas().setNonStrokingColor(Color.BLACK);
            }
            canvas().setLineWidth(0.5f);
            canvas().addRect(edges[c], y - rowHeight, width, rowHeight);
            canvas().stroke();
            float line = y - 3;
            for (String text : texts.get(c)) {
                line -= size * 1.3f;
                show(text, font, size, edges[c] + 4, line + 1.5f);
            }
        }
        y -= rowHeight;
    }

    private void show(String text, PDFont font, float size, float x, float baseline) throws IOException {
        canvas().beginText();
        canvas().setFont(font, size);
        canvas().newLineAtOffset(x, baseline);
        canvas().showText(text);
        canvas().endText();
    }

    private static List<String> wrap(String text, PDFont font, float size, float width) throws IOException {
        var lines = new ArrayList<String>();
        for (String part : text.split("\n", -1)) {
            String line = "";
            for (String word : part.split(" ", -1)) {
                String rest = word;
                while (true) {
                    String start = line.isEmpty() ? "" : line + " ";
                    if (width(start + CorpusSource.plain(rest), font, size) <= width) {
                        line = start + CorpusSource.plain(rest);
                        break;
                    }
                    int hyphen = lastFitting(start, rest, font, size, width);
                    if (hyphen > 0) {
                        lines.add(start + CorpusSource.plain(rest.substring(0, hyphen)) + "-");
                        rest = rest.substring(hyphen + 1);
                        line = "";
                    } else if (line.isEmpty()) {
                        line = CorpusSource.plain(rest);
                        break;
                    } else {
                        lines.add(line);
                        line = "";
                    }
                }
            }
            lines.add(line);
        }
        return lines;
    }

    /// The last place where the word may be parted so that its beginning still fits the line; 0 when none.
    private static int lastFitting(String start, String word, PDFont font, float size, float width) throws IOException {
        int fitting = 0;
        for (int at = word.indexOf('\u00AD'); at >= 0; at = word.indexOf('\u00AD', at + 1)) {
            if (width(start + CorpusSource.plain(word.substring(0, at)) + "-", font, size) <= width) {
                fitting = at;
            }
        }
        return fitting;
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void addHeaderAndFooter(CorpusSource source) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            canvas = Optional.of(
                    new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, false));
            show(source.getOr("header", source.get("author")), regular, 8, LEFT, PDRectangle.A4.getHeight() - 45);
            show("Side %d av %d".formatted(i + 1, pages.size()), regular, 8, RIGHT - 50, 40);
            canvas().close();
        }
    }
}
