package no.forankring.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import no.forankring.corpus.CorpusSource.Block;
import no.forankring.corpus.CorpusSource.Cell;

/// A page as a public website gives it: the document in `main`, with navigation and footer around it.
final class HtmlWriter {

    private HtmlWriter() {}

    static byte[] write(CorpusSource source) {
        var body = new StringBuilder();
        for (Block block : source.blocks()) {
            body.append(html(block));
        }
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <meta name="dcterms.date" content="%s">
                <meta name="author" content="%s">
                </head>
                <body>
                <header><p>%s</p></header>
                <nav><ul><li><a href="/">Forside</a></li><li><a href="/aktuelt">Aktuelt</a></li></ul></nav>
                <main>
                %s</main>
                <footer><p>%s</p></footer>
                </body>
                </html>
                """.formatted(
                        source.get("language"),
                        escaped(source.get("title")),
                        source.date(),
                        escaped(source.get("author")),
                        escaped(source.get("author")),
                        body,
                        escaped(source.getOr("footer", source.get("author"))))
                .getBytes(UTF_8);
    }

    private static String html(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                "<h%d>%s</h%d>\n".formatted(heading.level(), escaped(heading.text()), heading.level());
            case Block.Paragraph paragraph -> "<p>" + escaped(paragraph.text()) + "</p>\n";
            case Block.Items items -> {
                String tag = items.ordered() ? "ol" : "ul";
                var list = new StringBuilder("<" + tag + ">\n");
                for (String item : items.items()) {
                    list.append("<li>").append(escaped(item)).append("</li>\n");
                }
                yield list + "</" + tag + ">\n";
            }
            case Block.Table table -> {
                var rows = new StringBuilder("<table>\n");
                if (!table.columns().isEmpty()) {
                    rows.append("<thead><tr>");
                    for (String column : table.columns()) {
                        rows.append("<th scope=\"col\">")
                                .append(escaped(column))
                                .append("</th>");
                    }
                    rows.append("</tr></thead>\n");
                }
                rows.append("<tbody>\n");
                for (var row : table.rows()) {
                    rows.append("<tr>");
                    for (Cell cell : row) {
                        rows.append(cell.color()
                                        .map(color -> "<td style=\"background-color: #" + color + "\">")
                                        .orElse("<td>"))
                                .append(escaped(cell.text()))
                                .append("</td>");
                    }
                    rows.append("</tr>\n");
                }
                yield rows + "</tbody>\n</table>\n";
            }
            case Block.PageBreak pageBreak -> "";
        };
    }

    private static String escaped(String text) {
        return CorpusSource.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<br>");
    }
}
