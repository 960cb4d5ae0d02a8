package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table of figures, as lines for a terminal or as Markdown.
///
/// @param name what the rows are, the heading of the first column
/// @param columns the headings of the others
/// @param rows each with the label first
public record MeasuredTable(String name, List<String> columns, List<List<String>> rows) {

    public MeasuredTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// A share with three decimals.
    public static String decimals(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    /// Columns padded to stand under each other.
    public String aligned() {
        List<List<String>> lines = lines();
        var text = new StringBuilder();
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                int place = column;
                int width = lines.stream()
                        .mapToInt(other -> other.get(place).length())
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - cell.length());
                text.append(column == 0 ? cell + padding : "  " + padding + cell);
            }
            text.append('\n');
        }
        return text.toString();
    }

    public String piped() {
        var text = new StringBuilder();
        List<List<String>> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            text.append("| ").append(String.join(" | ", lines.get(i))).append(" |\n");
            if (i == 0) {
                text.append("| ---").append(" | --:".repeat(columns.size())).append(" |\n");
            }
        }
        return text.toString();
    }

    private List<List<String>> lines() {
        var header = new ArrayList<String>();
        header.add(name);
        header.addAll(columns);
        var lines = new ArrayList<List<String>>();
        lines.add(header);
        lines.addAll(rows);
        return lines;
    }
}
