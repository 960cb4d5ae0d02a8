package no.forankring.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/// Writes rows in aligned columns, for people at a terminal. Control characters are shown as spaces.
final class TextTable {

    private static final int WIDEST = 80;

    private TextTable() {}

    static void write(OutputStream out, RowSet rows) {
        List<Var> variables = rows.getResultVars();
        var lines = new ArrayList<List<String>>();
        lines.add(variables.stream().map(Var::getVarName).toList());
        while (rows.hasNext()) {
            Binding row = rows.next();
            lines.add(
                    variables.stream().map(variable -> text(row.get(variable))).toList());
        }
        int[] widths = new int[variables.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.min(WIDEST, Math.max(widths[column], length(line.get(column))));
            }
        }
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            for (int number = 0; number < lines.size(); number++) {
                writer.write(line(lines.get(number), widths));
                if (number == 0) {
                    var rule = new ArrayList<String>();
                    for (int width : widths) {
                        rule.add("─".repeat(width));
                    }
                    writer.write(line(rule, widths));
                }
            }
            writer.write("(%d %s)%n".formatted(lines.size() - 1, lines.size() == 2 ? "rad" : "rader"));
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (column > 0) {
                line.append("  ");
            }
            line.append(cell);
            if (column < cells.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths[column] - length(cell))));
            }
        }
        return line.append(System.lineSeparator()).toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String text(@org.jspecify.annotations.Nullable Node node) {
        if (node == null) {
            return "";
        }
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.isBlank() ? "_:" + node : node.toString();
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
