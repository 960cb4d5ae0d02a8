package no.forankring.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/// Writes a report as a text document in landscape, with one table whose heading is repeated on each page.
final class PoiDocxReport {

    // Text documents with very long tables take minutes to open; the rest is said to be left out.
    private static final int MOST_ROWS = 2_000;

    private PoiDocxReport() {}

    static void write(ReportTable table, OutputStream out) throws IOException {
        try (var document = new XWPFDocument()) {
            landscape(document);
            paragraph(document, table.title(), true, 18);
            paragraph(document, table.report().description().in(table.language()), false, 11);
            for (String chosen : table.chosen()) {
                paragraph(document, chosen, false, 11);
            }
            paragraph(document, table.count(), false, 11);
            List<List<ReportTable.Cell>> shown =
                    table.rows().subList(0, Math.min(MOST_ROWS, table.rows().size()));
            rows(document, table, shown);
            if (shown.size() < table.rows().size()) {
                paragraph(document, leftOut(table, shown.size()), true, 11);
            }
            paragraph(document, table.source(), false, 9);
            document.write(out);
        }
    }

    private static String leftOut(ReportTable table, int shown) {
        return switch (table.language()) {
            case "nn" ->
                "Berre dei første %d av %d radene er med her. Hent rapporten som xlsx eller csv for å få alle."
                        .formatted(shown, table.rows().size());
            case "en" ->
                "Only the first %d of %d rows are shown here. Get the report as xlsx or csv for all of them."
                        .formatted(shown, table.rows().size());
            default ->
                "Bare de første %d av %d radene er med her. Hent rapporten som xlsx eller csv for å få alle."
                        .formatted(shown, table.rows().size());
        };
    }

    // A4, in twentieths of a point.
    private static void landscape(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(16_838));
        size.setH(BigInteger.valueOf(11_906));
    }

    private static void paragraph(XWPFDocument document, String text, boolean bold, int size) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setBold(bold);
        run.setFontSize(size);
    }

    private static void rows(XWPFDocument document, ReportTable table, List<List<ReportTable.Cell>> shown) {
        List<Report.Column> columns = table.report().columns();
        XWPFTable into = document.createTable(shown.size() + 1, columns.size());
        into.setWidth("100%");
        XWPFTableRow heading = into.getRow(0);
        heading.setRepeatHeader(true);
        for (int i = 0; i < columns.size(); i++) {
            fill(heading.getCell(i), columns.get(i).label().in(table.language()), true);
        }
        for (int r = 0; r < shown.size(); r++) {
            XWPFTableRow row = into.getRow(r + 1);
            for (int i = 0; i < columns.size(); i++) {
                fill(row.getCell(i), shown.get(r).get(i).text(), false);
            }
        }
    }

    private static void fill(XWPFTableCell cell, String text, boolean bold) {
        XWPFRun run = cell.getParagraphArray(0).createRun();
        // Control characters are not allowed in XML.
        run.setText(text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", ""));
        run.setBold(bold);
        run.setFontSize(9);
    }
}
