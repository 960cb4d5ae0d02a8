package no.forankring.testing;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// An activity plan in the formats that advisers have them in, with the colors they give to its cells.
///
/// @param before lines of their own between title and table
/// @param rows the first names the columns
/// @param after lines of their own below the table
public record ColoredPlans(String title, List<String> before, List<List<Cell>> rows, List<String> after) {

    /// @param fill six hexadecimal digits; empty for none
    public record Cell(String words, String fill) {}

    public static Cell cell(String words) {
        return new Cell(words, "");
    }

    public static Cell cell(String words, String fill) {
        return new Cell(words, fill);
    }

    /// The same plan with no cell filled.
    public ColoredPlans plain() {
        return new ColoredPlans(
                title,
                before,
                rows.stream()
                        .map(row -> row.stream().map(cell -> cell(cell.words)).toList())
                        .toList(),
                after);
    }

    public byte[] docx() throws IOException {
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(title);
            before.forEach(line -> document.createParagraph().createRun().setText(line));
            var table = document.createTable(rows.size(), rows.getFirst().size());
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    XWPFTableCell cell = table.getRow(r).getCell(c);
                    cell.setText(rows.get(r).get(c).words);
                    if (!rows.get(r).get(c).fill.isEmpty()) {
                        cell.setColor(rows.get(r).get(c).fill);
                    }
                }
            }
            after.forEach(line -> document.createParagraph().createRun().setText(line));
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    public byte[] html() {
        var html = new StringBuilder("<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\"><title>")
                .append(title)
                .append("</title></head><body><h1>")
                .append(title)
                .append("</h1>");
        before.forEach(line -> html.append("<p>").append(line).append("</p>"));
        html.append("<table>");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            for (Cell cell : row) {
                html.append(cell.fill.isEmpty() ? "<td>" : "<td style=\"background-color: #" + cell.fill + "\">")
                        .append(cell.words)
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</table>");
        after.forEach(line -> html.append("<p>").append(line).append("</p>"));
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The cells are filled first, the words stand on them; each row is one line.
    public byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                float y = 700;
                line(content, title, 60, y, 16);
                y -= 40;
                for (String words : before) {
                    line(content, words, 60, y, 10);
                    y -= 24;
                }
                for (List<Cell> row : rows) {
                    for (int c = 0; c < row.size(); c++) {
                        if (!row.get(c).fill.isEmpty()) {
                            content.setNonStrokingColor(Color.decode("#" + row.get(c).fill));
                            content.addRect(60 + 170 * c, y - 5, 165, 16);
                            content.fill();
                        }
                        content.setNonStrokingColor(Color.BLACK);
                        content.addRect(60 + 170 * c, y - 5, 165, 16);
                        content.stroke();
                    }
                    for (int c = 0; c < row.size(); c++) {
                        if (!row.get(c).words.isEmpty()) {
                            line(content, row.get(c).words, 62 + 170 * c, y, 10);
                        }
                    }
                    y -= 16;
                }
                for (String words : after) {
                    y -= 24;
                    line(content, words, 60, y, 10);
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void line(PDPageContentStream content, String words, float x, float y, float size)
            throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }

    /// What is left when the table is copied to a plain text: tabs between the cells, and no color.
    public byte[] text() {
        var text = new StringBuilder(title).append("\n\n");
        before.forEach(line -> text.append(line).append("\n\n"));
        for (List<Cell> row : rows) {
            text.append(String.join("\t", row.stream().map(Cell::words).toList())
                            .stripTrailing())
                    .append('\n');
        }
        after.forEach(line -> text.append('\n').append(line).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The page as the only part of a mail.
    public byte[] mail() {
        return ("From: Kari Eksempel <kari@fjordvik.example>\r\nTo: ola@fjordvik.example\r\nSubject: " + "Planen"
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\n\r\n"
                        + new String(html(), StandardCharsets.UTF_8) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
