package no.forankring.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import no.forankring.corpus.CorpusSource.Block;
import no.forankring.corpus.CorpusSource.Cell;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/// Word documents with heading styles, real lists, shaded cells, and header and footer with page numbers.
final class PoiDocxWriter {

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final XWPFDocument document;
    private final String language;
    private final XWPFAbstractNum bullets;
    private final XWPFAbstractNum numbers;

    private PoiDocxWriter(XWPFDocument document, String language) throws XmlException {
        this.document = document;
        this.language = language;
        CTNumbering lists = NumberingDocument.Factory.parse("<w:numbering " + W + ">" + list(0, "bullet", "•")
                        + list(1, "decimal", "%1.") + "</w:numbering>")
                .getNumbering();
        bullets = new XWPFAbstractNum(lists.getAbstractNumArray(0));
        numbers = new XWPFAbstractNum(lists.getAbstractNumArray(1));
    }

    static byte[] write(CorpusSource source) throws IOException {
        try (var document = new XWPFDocument()) {
            var writer = new PoiDocxWriter(document, source.get("language") + "-NO");
            writer.describe(source);
            writer.addStyles();
            source.blocks().forEach(writer::add);
            writer.addHeaderAndFooter(source);
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StoredZip.repack(bytes.toByteArray());
        } catch (XmlException | InvalidFormatException e) {
            throw new IOException("Cannot write " + source.fileName(), e);
        }
    }

    private void describe(CorpusSource source) throws InvalidFormatException {
        var properties = document.getProperties().getCoreProperties();
        Optional<Date> written =
                Optional.of(Date.from(source.date().atTime(12, 0).toInstant(ZoneOffset.UTC)));
        properties.setTitle(source.get("title"));
        properties.setCreator(source.get("author"));
        properties.setLastModifiedByUser(source.get("author"));
        properties.getUnderlyingProperties().setLanguageProperty(language);
        properties.setCreated(written);
        properties.setModified(written);
    }

    private void addStyles() throws XmlException {
        var xml = new StringBuilder(
                "<w:styles " + W + ">"
                        + "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/><w:lang w:val=\"" + language
                        + "\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                        + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"Listeavsnitt\"><w:name w:val=\"List Paragraph\"/></w:style>");
        for (int level = 1; level <= 3; level++) {
            xml.append("<w:style w:type=\"paragraph\" w:styleId=\"Overskrift%d\"><w:name w:val=\"heading %d\"/>"
                    .formatted(level, level));
            xml.append("<w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"%d\"/></w:pPr>".formatted(level - 1));
            xml.append("<w:rPr><w:b/><w:sz w:val=\"%d\"/></w:rPr></w:style>".formatted(40 - 6 * level));
        }
        document.createStyles()
                .setStyles(
                        StylesDocument.Factory.parse(xml.append("</w:styles>").toString())
                                .getStyles());
    }

    private static String list(int id, String format, String text) {
        return ("<w:abstractNum w:abstractNumId=\"%d\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                        + "<w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/>"
                        + "<w:pPr><w:ind w:left=\"720\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum>")
                .formatted(id, format, text);
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setStyle("Overskrift" + heading.level());
                write(paragraph, heading.text(), false);
            }
            case Block.Paragraph paragraph -> write(document.createParagraph(), paragraph.text(), false);
            case Block.Items items -> {
                BigInteger number = numbering(items.ordered() ? numbers : bullets);
                for (String item : items.items()) {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.setStyle("Listeavsnitt");
                    paragraph.setNumID(number);
                    paragraph.setNumILvl(BigInteger.ZERO);
                    write(paragraph, item, false);
                }
            }
            case Block.Table table -> add(table);
            case Block.PageBreak pageBreak ->
                document.createParagraph().createRun().addBreak(BreakType.PAGE);
        }
    }

    /// Every list counts from 1, so each has a numbering of its own.
    private BigInteger numbering(XWPFAbstractNum form) {
        var numbering = Optional.ofNullable(document.getNumbering()).orElseGet(document::createNumbering);
        var id = form.getCTAbstractNum().getAbstractNumId();
        if (numbering.getAbstractNum(id) == null) {
            numbering.addAbstractNum(form);
        }
        return numbering.addNum(id);
    }

    private void add(Block.Table table) {
        int headed = table.columns().isEmpty() ? 0 : 1;
        var xml = document.createTable(
                headed + table.rows().size(), table.rows().getFirst().size());
        if (headed == 1) {
            xml.getRow(0).setRepeatHeader(true);
            for (int i = 0; i < table.columns().size(); i++) {
                XWPFTableCell cell = xml.getRow(0).getCell(i);
                cell.setColor("D9E2F3");
                write(cell.getParagraphArray(0), table.columns().get(i), true);
            }
        }
        for (int r = 0; r < table.rows().size(); r++) {
            var row = table.rows().get(r);
            for (int c = 0; c < row.size(); c++) {
                Cell source = row.get(c);
                XWPFTableCell cell = xml.getRow(headed + r).getCell(c);
                source.color().ifPresent(cell::setColor);
                write(cell.getParagraphArray(0), source.text(), false);
            }
        }
    }

    private static void write(XWPFParagraph paragraph, String text, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setBold(bold);
        String[] lines = CorpusSource.plain(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i]);
        }
    }

    private void addHeaderAndFooter(CorpusSource source) {
        write(
                document.createHeader(HeaderFooterType.DEFAULT).createParagraph(),
                source.getOr("header", source.get("author")),
                false);
        XWPFParagraph footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        write(footer, "Side ", false);
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
    }
}
