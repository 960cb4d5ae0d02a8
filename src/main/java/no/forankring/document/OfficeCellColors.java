package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads from word-processor files which color each cell of their tables is filled with, which Tika does not tell: in
/// DOCX from `w:shd` of the cell, in ODT from the style of the cell.
///
/// What a table's style fills (headings, every second row) is decoration and not read.
final class OfficeCellColors {

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

    private static final Set<String> DOCX = Set.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12");
    private static final Set<String> ODT =
            Set.of("application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template");

    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_STYLES = 100_000;

    private OfficeCellColors() {}

    /// The color of each cell of the document, in the order in which the cells begin; empty where the format does not
    /// tell, or the file is not as expected.
    static Optional<List<Optional<CellColor>>> of(Path file, String mediaType) {
        boolean word = DOCX.contains(mediaType);
        if (!word && !ODT.contains(mediaType)) {
            return Optional.empty();
        }
        try (var zip = new ZipFile(file.toFile())) {
            ZipEntry part = zip.getEntry(word ? "word/document.xml" : "content.xml");
            if (part == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(part)) {
                XMLStreamReader xml = factory().createXMLStreamReader(in);
                return Optional.of(word ? word(xml) : text(xml));
            }
        } catch (IOException | XMLStreamException | RuntimeException notAsExpected) {
            // Colors only help: the words are read without them.
            return Optional.empty();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static List<Optional<CellColor>> word(XMLStreamReader xml) throws XMLStreamException {
        var colors = new ArrayList<Optional<CellColor>>();
        // The cell whose properties are being read.
        int ofCell = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tc" -> add(colors, Optional.empty());
                    case "tcPr" -> ofCell = colors.size() - 1;
                    case "shd" -> {
                        if (ofCell >= 0) {
                            colors.set(ofCell, fill(xml));
                        }
                    }
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("tcPr")) {
                ofCell = -1;
            }
        }
        return colors;
    }

    private static Optional<CellColor> fill(XMLStreamReader xml) {
        boolean solid = "solid".equals(xml.getAttributeValue(WORD, "val"));
        return hex(xml.getAttributeValue(WORD, solid ? "color" : "fill"));
    }

    private static List<Optional<CellColor>> text(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Optional<CellColor>> styles = new HashMap<>();
        var colors = new ArrayList<Optional<CellColor>>();
        String style = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> style = plain(xml.getAttributeValue(STYLE, "name"));
                case "table-cell-properties" -> {
                    if (styles.size() < MOST_STYLES) {
                        styles.put(style, hex(xml.getAttributeValue(FO, "background-color")));
                    }
                }
                case "table-cell" ->
                    add(
                            colors,
                            styles.getOrDefault(plain(xml.getAttributeValue(TABLE, "style-name")), Optional.empty()));
                default -> {}
            }
        }
        return colors;
    }

    private static void add(List<Optional<CellColor>> colors, Optional<CellColor> color) throws XMLStreamException {
        if (colors.size() == MOST_CELLS) {
            throw new XMLStreamException("More than %d cells".formatted(MOST_CELLS));
        }
        colors.add(color);
    }

    private static Optional<CellColor> hex(@Nullable String value) {
        return Optional.ofNullable(value).flatMap(CellColor::ofHex);
    }

    private static String plain(@Nullable String value) {
        return value == null ? "" : value;
    }
}
