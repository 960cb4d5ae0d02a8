package no.forankring.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a report for spreadsheets (RFC 4180 with semicolons). The last lines, after an empty one, say where it is
/// from.
final class CsvReport {

    private CsvReport() {}

    static void write(ReportTable table, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        line(
                writer,
                table.report().columns().stream()
                        .map(column -> guarded(column.label().in(table.language())))
                        .toList());
        for (List<ReportTable.Cell> row : table.rows()) {
            line(
                    writer,
                    row.stream()
                            .map(cell -> cell.number() ? cell.text() : guarded(cell.text()))
                            .toList());
        }
        writer.write("\r\n");
        for (String chosen : table.chosen()) {
            line(writer, List.of(guarded(chosen)));
        }
        line(writer, List.of(guarded(table.source())));
        writer.flush();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            writer.write(i == 0 ? "" : ";");
            writer.write(quoted(cells.get(i)));
        }
        writer.write("\r\n");
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /// A text that a spreadsheet would run as a formula gets an apostrophe in front.
    static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r\n\0".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
