package no.forankring.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/// Writes a report as a workbook: one sheet with the rows, one that says where they are from. Texts are stored as
/// texts, so
/// none is run as a formula.
final class PoiXlsxReport {

    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_IN_MEMORY = 200;

    private PoiXlsxReport() {}

    static void write(ReportTable table, OutputStream out) throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            SXSSFSheet sheet = workbook.createSheet("Rapport");
            CellStyle heading = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            heading.setFont(bold);
            CellStyle wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);

            List<Report.Column> columns = table.report().columns();
            Row first = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                sheet.setColumnWidth(i, width(table, i) * 256);
                Cell cell = first.createCell(i);
                cell.setCellValue(columns.get(i).label().in(table.language()));
                cell.setCellStyle(heading);
            }
            sheet.createFreezePane(0, 1);
            for (int r = 0; r < table.rows().size(); r++) {
                Row row = sheet.createRow(r + 1);
                List<ReportTable.Cell> cells = table.rows().get(r);
                for (int i = 0; i < cells.size(); i++) {
                    fill(row.createCell(i), cells.get(i), wrapped);
                }
            }
            sheet.setAutoFilter(new CellRangeAddress(0, table.rows().size(), 0, columns.size() - 1));

            SXSSFSheet about = workbook.createSheet("Kilde");
            about.setColumnWidth(0, 100 * 256);
            int line = 0;
            about.createRow(line++).createCell(0).setCellValue(table.title());
            about.createRow(line++)
                    .createCell(0)
                    .setCellValue(table.report().description().in(table.language()));
            for (String chosen : table.chosen()) {
                about.createRow(line++).createCell(0).setCellValue(chosen);
            }
            about.createRow(line++).createCell(0).setCellValue(table.count());
            about.createRow(line).createCell(0).setCellValue(table.source());
            workbook.write(out);
        }
    }

    private static void fill(Cell into, ReportTable.Cell cell, CellStyle style) {
        into.setCellStyle(style);
        if (cell.number() && cell.text().length() <= 15) {
            into.setCellValue(Double.parseDouble(cell.text()));
        } else {
            String text = cell.text();
            into.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
        }
    }

    private static int width(ReportTable table, int column) {
        int longest = table.report()
                        .columns()
                        .get(column)
                        .label()
                        .in(table.language())
                        .length()
                + 4;
        for (List<ReportTable.Cell> row :
                table.rows().subList(0, Math.min(1_000, table.rows().size()))) {
            longest = Math.max(longest, row.get(column).text().length());
        }
        return Math.clamp(longest + 2, 8, 60);
    }
}
