package no.forankring.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.Passage.Kind;

/// Feeds a [StructureBuilder] from the elements of HTML or XHTML, whoever parsed them.
final class MarkupEvents {

    static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "iframe",
            "object",
            "select",
            "button",
            "textarea",
            "nav",
            "head",
            "input",
            "canvas",
            "audio",
            "video",
            "map",
            "applet",
            "datalist");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "article",
            "section",
            "main",
            "address",
            "figure",
            "figcaption",
            "blockquote",
            "dl",
            "dd",
            "dt",
            "form",
            "fieldset",
            "legend",
            "details",
            "summary",
            "center",
            "caption",
            "hr",
            "aside",
            "footer",
            "header",
            "pre",
            "body",
            "html",
            "tbody",
            "tfoot",
            "hgroup",
            "option");

    private final StructureBuilder builder;
    private final boolean keepLineBreaks;
    private final boolean pagesByDiv;
    private int pages;
    private int preformatted;

    MarkupEvents(StructureBuilder builder, boolean keepLineBreaks, boolean pagesByDiv) {
        this.builder = builder;
        this.keepLineBreaks = keepLineBreaks;
        this.pagesByDiv = pagesByDiv;
    }

    int pages() {
        return pages;
    }

    /// @param styleClass the element's class attribute, empty when it has none
    void start(String name, String styleClass, int columnSpan, int rowSpan) {
        start(name, styleClass, columnSpan, rowSpan, Optional.empty());
    }

    /// @param color that a cell is filled with
    void start(String name, String styleClass, int columnSpan, int rowSpan, Optional<CellColor> color) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> builder.open(Kind.HEADING, name.charAt(1) - '0');
            case "ul", "ol", "menu" -> builder.startList();
            case "li" -> builder.startItem();
            case "table" -> builder.startTable();
            case "thead" -> builder.startHead();
            case "tr" -> builder.startRow();
            case "td" -> builder.startCell(false, columnSpan, rowSpan, color);
            case "th" -> builder.startCell(true, columnSpan, rowSpan, color);
            case "br" -> builder.lineBreak();
            case "pre" -> {
                builder.close();
                preformatted++;
            }
            default -> {
                if (name.equals("div")
                        && pagesByDiv
                        && (styleClass.equals("page") || styleClass.equals("slide-content"))) {
                    builder.page(++pages);
                } else if (name.equals("div") && (styleClass.equals("header") || styleClass.equals("footer"))) {
                    builder.mute();
                } else if (BLOCKS.contains(name)) {
                    builder.close();
                }
            }
        }
    }

    void end(String name, String styleClass) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> builder.close();
            case "ul", "ol", "menu" -> builder.endList();
            case "li" -> builder.endItem();
            case "table" -> builder.endTable();
            case "thead" -> {
                builder.endRow();
                builder.endHead();
            }
            case "tr" -> builder.endRow();
            case "td", "th" -> builder.endCell();
            case "pre" -> {
                builder.close();
                preformatted--;
            }
            default -> {
                if (name.equals("div") && (styleClass.equals("header") || styleClass.equals("footer"))) {
                    builder.unmute();
                } else if (BLOCKS.contains(name)) {
                    builder.close();
                }
            }
        }
    }

    void text(CharSequence text) {
        builder.text(text, keepLineBreaks || preformatted > 0);
    }

    static int number(String value) {
        String digits = value.strip().toLowerCase(Locale.ROOT);
        if (digits.isEmpty() || digits.length() > 5) {
            return 1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return 1;
            }
            number = number * 10 + digits.charAt(i) - '0';
        }
        return Math.max(1, number);
    }
}
