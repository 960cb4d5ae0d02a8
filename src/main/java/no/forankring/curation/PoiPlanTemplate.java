package no.forankring.curation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// An empty plan with the right headings, lists to choose from, and a sheet that explains the columns.
final class PoiPlanTemplate {

    private PoiPlanTemplate() {}

    static void write(OutputStream out) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            CellStyle heading = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            heading.setFont(bold);
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            Sheet plan = workbook.createSheet("Aktivitetsplan");
            Row head = plan.createRow(0);
            for (Column column : Column.values()) {
                int at = column.ordinal();
                head.createCell(at).setCellValue(column.heading());
                head.getCell(at).setCellStyle(heading);
                plan.setColumnWidth(at, (column == Column.NAME || column == Column.GOVERNING ? 42 : 20) * 256);
                // As text, so that the spreadsheet does not make a date of "15-2017".
                plan.setDefaultColumnStyle(at, text);
            }
            plan.createFreezePane(1, 1);
            choose(plan, Column.TYPE, PlanWords.TYPES.keySet().stream().toList());
            choose(plan, Column.PROGRESS, PlanWords.PROGRESS.keySet().stream().toList());
            Sheet guide = workbook.createSheet("Veiledning");
            guide.setColumnWidth(0, 24 * 256);
            guide.setColumnWidth(1, 100 * 256);
            int line = 0;
            for (Column column : Column.values()) {
                Row row = guide.createRow(line++);
                row.createCell(0).setCellValue(column.heading());
                row.getCell(0).setCellStyle(heading);
                row.createCell(1).setCellValue(column.help());
            }
            Row types = guide.createRow(++line);
            types.createCell(0).setCellValue("Verdier for Type");
            types.createCell(1).setCellValue(String.join(", ", PlanWords.TYPES.keySet()));
            Row progress = guide.createRow(++line);
            progress.createCell(0).setCellValue("Verdier for Status");
            progress.createCell(1).setCellValue(String.join(", ", PlanWords.PROGRESS.keySet()));
            workbook.write(out);
        }
    }

    private static void choose(Sheet sheet, Column column, List<String> values) {
        var helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(values.stream().limit(20).toArray(String[]::new)),
                new CellRangeAddressList(1, PlanTable.MOST_ROWS, column.ordinal(), column.ordinal()));
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }
}
