package no.forankring.document;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Reads HTML, XHTML and other XML. Nothing is fetched, no entity of the file's own is expanded, scripts are dropped.
///
/// The law gazette's files get special care: the key facts at their top become rows of two cells, and the identifiers
/// of list items (`a)`, `1.`) become part of the items' words.
final class JsoupTextExtractor {

    private static final int DEEPEST = 1_000;

    /// Elements that HTML never closes by themselves.
    private static final Set<String> CLOSING = Set.of(
            "article", "section", "p", "div", "span", "td", "th", "li", "a", "dd", "dt", "i", "b", "em", "strong");

    private JsoupTextExtractor() {}

    static Draft html(String markup, int limit) {
        return extract(Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(markup, ""), limit);
    }

    /// XHTML, or XML of whatever kind: there every element is a block.
    static Draft xml(String markup, int limit) {
        if (definesEntities(markup)) {
            throw UnreadableFile.entities();
        }
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(markup, "");
        Element root = document.firstElementChild();
        if (root == null) {
            throw UnreadableFile.damaged();
        }
        return extract(document, limit);
    }

    static boolean isHtmlRoot(String markup) {
        String head = markup.substring(0, Math.min(markup.length(), 4_000));
        return head.contains("<html");
    }

    /// Whether an element other than those that HTML closes by itself ends with `/>`: then this is XHTML, whatever its
    /// name says.
    static boolean closesByItself(String markup) {
        int at = markup.indexOf("/>");
        while (at >= 0) {
            int open = markup.lastIndexOf('<', at);
            if (open < 0) {
                return false;
            }
            int end = open + 1;
            while (end < at && Character.isLetterOrDigit(markup.charAt(end))) {
                end++;
            }
            if (CLOSING.contains(markup.substring(open + 1, end).toLowerCase(Locale.ROOT))) {
                return true;
            }
            at = markup.indexOf("/>", at + 2);
        }
        return false;
    }

    private static boolean definesEntities(String markup) {
        int doctype = markup.indexOf("<!DOCTYPE");
        return doctype >= 0 && doctype < 4_000 && markup.indexOf("<!ENTITY", doctype) >= 0;
    }

    private static Draft extract(Document document, int limit) {
        var builder = new StructureBuilder(limit);
        var events = new MarkupEvents(builder, false, false);
        Element root = document.firstElementChild();
        boolean known = root != null && root.normalName().equals("html");
        NodeTraversor.filter(new Walk(builder, events, known, CssColors.of(document)), document);
        var blocks = builder.blocks();
        String title = first(document, "title");
        String heading = document.selectFirst("main.documentBody") != null ? first(document, "dd.title") : "";
        return new Draft(
                builder.soFar(),
                blocks,
                heading.isEmpty() ? title : heading,
                root == null ? "" : root.attr("lang").isEmpty() ? root.attr("xml:lang") : root.attr("lang"),
                date(document),
                Optional.empty(),
                0,
                known);
    }

    private static Optional<LocalDate> date(Document document) {
        String identifier = first(document, "dd.legacyID");
        if (!identifier.isEmpty()) {
            return DocumentDates.inIdentifier(identifier);
        }
        for (Element meta : document.select("meta[content]")) {
            String name = (meta.attr("name") + meta.attr("property")).toLowerCase(Locale.ROOT);
            switch (name) {
                case "dc.date",
                        "dcterms.date",
                        "dcterms.issued",
                        "dc.date.issued",
                        "article:published_time",
                        "date",
                        "publication_date" -> {
                    Optional<LocalDate> date = DocumentDates.parse(meta.attr("content"));
                    if (date.isPresent()) {
                        return date;
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static String first(Document document, String selector) {
        Element element = document.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    private record Walk(StructureBuilder builder, MarkupEvents events, boolean known, CssColors colors)
            implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                events.text(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return node instanceof Document ? FilterResult.CONTINUE : FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if (known) {
                if (MarkupEvents.DROPPED.contains(name) || element.hasAttr("hidden")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (name.equals("dl") && element.hasClass("data-document-key-info")) {
                    keyFacts(element);
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (name.equals("span") && element.hasClass("futureLegalArticleHeader")) {
                    builder.open(Passage.Kind.HEADING, 4);
                    return FilterResult.CONTINUE;
                }
            } else {
                builder.close();
            }
            events.start(
                    name,
                    element.attr("class"),
                    MarkupEvents.number(element.attr("colspan")),
                    MarkupEvents.number(element.attr("rowspan")),
                    name.equals("td") || name.equals("th") ? colors.of(element) : Optional.empty());
            if (name.equals("li") && element.hasAttr("data-li-identifier")) {
                builder.itemPrefix(element.attr("data-li-identifier"));
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                if (!known || (name.equals("span") && element.hasClass("futureLegalArticleHeader"))) {
                    builder.close();
                } else if (name.equals("span") && element.hasClass("data-marginOriginalId")) {
                    events.text(" ");
                }
                if (!(node instanceof Document)) {
                    events.end(name, element.attr("class"));
                }
            }
            return FilterResult.CONTINUE;
        }

        /// The facts about a law that its own words do not repeat, as rows of a name and a value.
        private void keyFacts(Element list) {
            builder.startTable();
            builder.firstRowIsPlain();
            String name = "";
            for (Element child : list.children()) {
                if (child.normalName().equals("dt")) {
                    name = child.text();
                } else if (isFact(child)) {
                    builder.startRow();
                    builder.startCell(false, 1, 1);
                    events.text(name);
                    builder.endCell();
                    builder.startCell(false, 1, 1);
                    boolean first = true;
                    for (Element value : child.select("li").isEmpty() ? java.util.List.of(child) : child.select("li")) {
                        events.text(first ? value.text() : "; " + value.text());
                        first = false;
                    }
                    builder.endCell();
                    builder.endRow();
                }
            }
            builder.endTable();
        }

        private static boolean isFact(Element value) {
            for (String name : new String[] {
                "table-of-contents", "a11yStatus", "title", "dokid", "refid", "journalNumber", "lastupdated"
            }) {
                if (value.hasClass(name)) {
                    return false;
                }
            }
            return true;
        }
    }
}
