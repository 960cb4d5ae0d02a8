package no.forankring.citation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads and writes tab-separated values with a line of column names; newline, tab and backslash are written `\n`,
/// `\t`, `\\`.
public final class TabSeparated {

    private TabSeparated() {}

    /// The rows by column; lines that begin with `#!` are left out.
    public static List<Map<String, String>> rows(String tsv) {
        List<String> lines = tsv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#!"))
                .toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        String[] header = lines.getFirst().split("\t", -1);
        var rows = new ArrayList<Map<String, String>>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            var row = new HashMap<String, String>();
            for (int i = 0; i < header.length && i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /// What stands in a column as written; empty where the row has no such column.
    public static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /// The last part of a path, whichever way its slashes lean.
    public static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    public static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    public static String escape(String field) {
        return CiteTable.escape(field);
    }

    public static String unescape(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        var text = new StringBuilder();
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\' || i + 1 == field.length()) {
                text.append(c);
                continue;
            }
            i++;
            switch (field.charAt(i)) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                default -> text.append(field.charAt(i));
            }
        }
        return text.toString();
    }
}
