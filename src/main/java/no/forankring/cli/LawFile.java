package no.forankring.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.forankring.citation.LawTextEvaluation.Law;
import no.forankring.citation.LawTextEvaluation.Mark;
import no.forankring.citation.LawTextEvaluation.Marks;
import no.forankring.document.Span;

/// Reads a law or regulation in the XHTML of Lovdata's open data as plain text, and keeps apart what the file marks.
///
/// The text is what a reader of the page sees: blocks parted by empty lines, list items with their letter or number,
/// the head as lines, without the table of contents.
final class LawFile {

    private static final Set<String> LINES = Set.of("li", "dt", "dd", "tr", "br", "td", "th", "caption");
    private static final Set<String> BLOCKS = Set.of(
            "article",
            "section",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "table",
            "header",
            "main",
            "footer",
            "dl",
            "div",
            "blockquote");
    private static final Set<String> UNSEEN = Set.of("head", "table-of-contents");

    private static final XMLInputFactory XML = factory();

    /// An element that is open, with what must be said when it ends.
    private record Open(String name, String kind, int start, String address) {}

    private final String file;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> links = new ArrayList<>();
    private final List<Marks> basis = new ArrayList<>();
    private final List<Marks> changes = new ArrayList<>();
    private final List<String> basedOn = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private String own = "";
    private int unseen;
    private int basisFrom = -1;
    private boolean strong;
    /// Where the text ended after the letter of a list item; its words follow on the same line.
    private int marker = -1;

    private LawFile(String file) {
        this.file = file;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// The law files of a folder and the folders below it, in order of their paths.
    static List<Path> in(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(".xml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /// @throws IOException when it is not such a file; the message names it and says what to do
    static Law read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return new LawFile(path.getFileName().toString()).law(XML.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            throw new IOException(
                    "%s kan ikke leses som XHTML (%s). Mappen skal holde lovfiler fra Lovdatas åpne data, pakket ut."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private Law law(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return new Law(file, own, text.toString(), links, basis, changes);
    }

    private void start(XMLStreamReader xml) {
        String name = xml.getLocalName();
        String kind = value(xml, "class");
        if (unseen > 0 || UNSEEN.contains(name) || UNSEEN.contains(kind)) {
            unseen++;
            open.push(new Open(name, kind, text.length(), ""));
            return;
        }
        part(name);
        String address = name.equals("a") ? value(xml, "href") : changed(xml, kind);
        if (name.equals("li") && !value(xml, "data-li-identifier").isEmpty()) {
            text.append(value(xml, "data-li-identifier")).append(' ');
            marker = text.length();
        }
        strong = name.equals("strong");
        open.push(new Open(name, kind, text.length(), address));
    }

    /// The addresses that an element of an amending act changes, parted by spaces.
    private static String changed(XMLStreamReader xml, String kind) {
        if (kind.equals("document-change")) {
            return value(xml, "data-document");
        }
        if (!kind.equals("change")) {
            return "";
        }
        var addresses = new ArrayList<String>();
        for (String attribute :
                List.of("data-change-part", "data-add-new-part", "data-repeal-part", "data-move-part")) {
            for (String address : value(xml, attribute).split("\\s+")) {
                // "old;;new"
                addresses.add(address.split(";;", 2)[0]);
            }
        }
        return String.join(" ", addresses).strip();
    }

    private void characters(String written) {
        if (unseen > 0) {
            return;
        }
        if (strong) {
            basisBounds(written.strip().toLowerCase(Locale.ROOT));
        }
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
    }

    /// The legal basis goes from its label to the next label.
    private void basisBounds(String label) {
        if (label.startsWith("hjemmel") || label.startsWith("heimel")) {
            basisFrom = text.length();
        } else {
            endBasis();
        }
    }

    private void endBasis() {
        if (basisFrom >= 0 && !basedOn.isEmpty()) {
            basis.add(new Marks(new Span(basisFrom, text.length()), basedOn));
        }
        basisFrom = -1;
    }

    private void end() {
        Open element = open.pop();
        if (unseen > 0) {
            unseen--;
            return;
        }
        strong = false;
        if (element.kind.equals("miscInformation")) {
            endBasis();
        }
        int end = trimmedEnd(element.start);
        if (element.name.equals("a") && end > element.start) {
            links.add(new Mark(new Span(element.start, end), element.address));
        } else if (!element.address.isEmpty() && end > element.start) {
            change(element, end);
        }
        if (element.kind.equals("refid") && element.name.equals("dd")) {
            own = text.substring(element.start, end)
                    .replace("forskrift/", "for-")
                    .replace('/', '-');
        }
        if (element.name.equals("li") && isWithin("basedOn")) {
            basedOn.add(text.substring(element.start, end));
        }
        part(element.name);
    }

    private void change(Open element, int end) {
        int to = end;
        if (element.kind.equals("change")) {
            // The order stands in the first block; what follows is the new wording.
            int blank = text.indexOf("\n\n", element.start);
            to = blank < 0 || blank > end ? end : blank;
            if (text.substring(element.start, to).endsWith(":") && isOrderOfList(element.start, to)) {
                int next = text.indexOf("\n\n", to + 2);
                to = next < 0 || next > end ? end : next;
            }
        }
        changes.add(new Marks(new Span(element.start, to), List.of(element.address.split(" "))));
    }

    /// "I følgende bestemmelser skal ordet … endres:", and the provisions follow in the next block.
    private boolean isOrderOfList(int from, int to) {
        return text.substring(from, to).indexOf('§') < 0;
    }

    private boolean isWithin(String kind) {
        return open.stream().anyMatch(element -> element.kind.equals(kind));
    }

    private int trimmedEnd(int start) {
        int end = text.length();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Parts blocks by an empty line and lines by a line break.
    private void part(String name) {
        int breaks = BLOCKS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
        if (breaks == 0 || text.isEmpty() || text.length() == marker) {
            return;
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        int there = 0;
        while (there < end && text.charAt(end - 1 - there) == '\n') {
            there++;
        }
        text.append("\n".repeat(Math.max(0, breaks - there)));
    }

    private static String value(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }
}
