package no.forankring.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Writes a report as one page that needs nothing else, and prints well.
final class HtmlReport {

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:2rem;color:#1e2b3c;background:#fff}
            h1{font-size:1.6rem;margin:0 0 .5rem}
            .w{overflow-x:auto}
            table{border-collapse:collapse;width:100%}
            caption{text-align:left;font-weight:600;padding:.5rem 0}
            th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #b9c0c9}
            th{border-bottom:2px solid #1e2b3c}
            .n{text-align:right}
            footer{margin-top:1.5rem;font-size:.9rem}
            @media print{body{margin:0}a{color:inherit;text-decoration:none}tr{break-inside:avoid}}
            """;

    private HtmlReport() {}

    static void write(ReportTable table, OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write("<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                .formatted(escaped(table.language())));
        page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.write("<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n"
                .formatted(escaped(table.title()), STYLE));
        page.write("<h1>%s</h1>\n<p>%s</p>\n"
                .formatted(
                        escaped(table.title()),
                        escaped(table.report().description().in(table.language()))));
        for (String chosen : table.chosen()) {
            page.write("<p>%s</p>\n".formatted(escaped(chosen)));
        }
        page.write(
                "<div class=\"w\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table>\n<caption>%s</caption>\n<thead><tr>"
                        .formatted(escaped(table.title()), escaped(table.count())));
        for (Report.Column column : table.report().columns()) {
            page.write(
                    "<th scope=\"col\">%s</th>".formatted(escaped(column.label().in(table.language()))));
        }
        page.write("</tr></thead>\n<tbody>\n");
        for (List<ReportTable.Cell> row : table.rows()) {
            page.write("<tr>");
            for (ReportTable.Cell cell : row) {
                page.write(cell.number() ? "<td class=\"n\">" : "<td>");
                page.write(content(cell));
                page.write("</td>");
            }
            page.write("</tr>\n");
        }
        page.write("</tbody>\n</table>\n</div>\n</main>\n<footer>%s</footer>\n</body>\n</html>\n"
                .formatted(escaped(table.source())));
        page.flush();
    }

    private static String content(ReportTable.Cell cell) {
        Optional<String> link =
                cell.link().filter(address -> address.startsWith("http://") || address.startsWith("https://"));
        return link.isPresent()
                ? "<a href=\"%s\">%s</a>".formatted(escaped(link.get()), escaped(cell.text()))
                : escaped(cell.text());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
