package no.forankring.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.TreeSet;
import no.forankring.corpus.CorpusSource.Block;
import no.forankring.corpus.CorpusSource.Cell;

/// OpenDocument text with heading elements, lists, tables with filled cells, and header and footer with page numbers.
final class OdtWriter {

    private static final String NAMESPACES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3\"""";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private OdtWriter() {}

    static byte[] write(CorpusSource source) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(UTF_8));
        entries.put("content.xml", content(source).getBytes(UTF_8));
        entries.put("styles.xml", styles(source).getBytes(UTF_8));
        entries.put("meta.xml", meta(source).getBytes(UTF_8));
        entries.put("META-INF/manifest.xml", manifest().getBytes(UTF_8));
        return StoredZip.of(entries);
    }

    private static String content(CorpusSource source) {
        var body = new StringBuilder();
        var colors = new TreeSet<String>();
        for (Block block : source.blocks()) {
            body.append(xml(block));
            if (block instanceof Block.Table table) {
                table.rows().forEach(row -> row.forEach(cell -> cell.color().ifPresent(colors::add)));
            }
        }
        var styles = new StringBuilder("""
                <style:style style:name="PB" style:family="paragraph" style:parent-style-name="Standard">\
                <style:paragraph-properties fo:break-before="page"/></style:style>
                <text:list-style style:name="LB"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>\
                </text:list-style>
                <text:list-style style:name="LN"><text:list-level-style-number text:level="1" style:num-format="1" \
                style:num-suffix="."/></text:list-style>
                """);
        for (String color : colors) {
            styles.append("""
                    <style:style style:name="C%s" style:family="table-cell">\
                    <style:table-cell-properties fo:background-color="#%s" fo:border="0.5pt solid #000000"/></style:style>
                    """.formatted(color, color));
        }
        return XML + """
                <office:document-content %s>
                <office:automatic-styles>
                %s</office:automatic-styles>
                <office:body><office:text>
                %s</office:text></office:body>
                </office:document-content>
                """.formatted(NAMESPACES, styles, body);
    }

    private static String xml(Block block) {
        return switch (block) {
            case Block.Heading heading ->
                "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">%s</text:h>\n"
                        .formatted(heading.level(), heading.level(), escaped(heading.text()));
            case Block.Paragraph paragraph -> paragraph(paragraph.text());
            case Block.Items items -> {
                var list =
                        new StringBuilder("<text:list text:style-name=\"" + (items.ordered() ? "LN" : "LB") + "\">\n");
                for (String item : items.items()) {
                    list.append("<text:list-item>")
                            .append(paragraph(item).strip())
                            .append("</text:list-item>\n");
                }
                yield list + "</text:list>\n";
            }
            case Block.Table table -> table(table);
            case Block.PageBreak pageBreak -> "<text:p text:style-name=\"PB\"/>\n";
        };
    }

    private static String table(Block.Table table) {
        int width = table.rows().getFirst().size();
        var xml = new StringBuilder(
                "<table:table><table:table-column table:number-columns-repeated=\"" + width + "\"/>\n");
        if (!table.columns().isEmpty()) {
            xml.append("<table:table-header-rows><table:table-row>");
            for (String column : table.columns()) {
                xml.append("<table:table-cell>")
                        .append(paragraph(column).strip())
                        .append("</table:table-cell>");
            }
            xml.append("</table:table-row></table:table-header-rows>\n");
        }
        for (var row : table.rows()) {
            xml.append("<table:table-row>");
            for (Cell cell : row) {
                xml.append("<table:table-cell")
                        .append(cell.color()
                                .map(color -> " table:style-name=\"C" + color + "\"")
                                .orElse(""))
                        .append('>')
                        .append(paragraph(cell.text()).strip())
                        .append("</table:table-cell>");
            }
            xml.append("</table:table-row>\n");
        }
        return xml + "</table:table>\n";
    }

    private static String paragraph(String text) {
        return "<text:p text:style-name=\"Standard\">" + escaped(text) + "</text:p>\n";
    }

    private static String styles(CorpusSource source) {
        var headings = new StringBuilder();
        for (int level = 1; level <= 3; level++) {
            headings.append("""
                    <style:style style:name="Heading_20_%d" style:display-name="Heading %d" style:family="paragraph" \
                    style:parent-style-name="Standard" style:default-outline-level="%d">\
                    <style:text-properties fo:font-size="%dpt" fo:font-weight="bold"/></style:style>
                    """.formatted(level, level, level, 20 - 3 * level));
        }
        return XML
                + """
                <office:document-styles %s>
                <office:styles>
                <style:style style:name="Standard" style:family="paragraph">\
                <style:text-properties fo:language="%s" fo:country="NO" fo:font-size="11pt"/></style:style>
                %s</office:styles>
                <office:automatic-styles><style:page-layout style:name="PL"/></office:automatic-styles>
                <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="PL">
                <style:header><text:p>%s</text:p></style:header>
                <style:footer><text:p>Side <text:page-number text:select-page="current">1</text:page-number></text:p>\
                </style:footer>
                </style:master-page></office:master-styles>
                </office:document-styles>
                """.formatted(
                                NAMESPACES,
                                source.get("language"),
                                headings,
                                escaped(source.getOr("header", source.get("author"))));
    }

    private static String meta(CorpusSource source) {
        return XML
                + """
                <office:document-meta %s><office:meta>
                <dc:title>%s</dc:title>
                <dc:creator>%s</dc:creator>
                <dc:date>%sT12:00:00</dc:date>
                <dc:language>%s-NO</dc:language>
                <meta:creation-date>%sT12:00:00</meta:creation-date>
                </office:meta></office:document-meta>
                """.formatted(
                                NAMESPACES,
                                escaped(source.get("title")),
                                escaped(source.get("author")),
                                source.date(),
                                source.get("language"),
                                source.date());
    }

    private static String manifest() {
        return XML + """
                <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
                manifest:version="1.3">
                <manifest:file-entry manifest:full-path="/" \
                manifest:media-type="application/vnd.oasis.opendocument.text"/>
                <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
                <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
                </manifest:manifest>
                """;
    }

    private static String escaped(String text) {
        return CorpusSource.plain(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "<text:line-break/>");
    }
}
