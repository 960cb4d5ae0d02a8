package no.forankring.document;

import java.util.List;

/// The smallest piece that we cite and search: a heading, paragraph, list item or table row.
///
/// @param span where it stands in the document's text as read
/// @param text the words as read, which is `span.cut(document.text())`
/// @param ordinal its place in the document, from 0
/// @param sectionPath the headings above it, outermost first; for a heading, those above itself
/// @param level for a heading its depth from 1, for a list item its depth from 1, else 0
/// @param page the page it begins on, from 1; 0 where the format has no pages
/// @param cells for a table row the span of each cell in the document's text, in order; else empty
/// @param columns for a table row the column headings where the table has them, as many as cells; else empty
/// @param shadings what of it stands in filled cells, in text order; colors are no part of the words
public record Passage(
        PassageId id,
        Kind kind,
        Span span,
        String text,
        int ordinal,
        List<String> sectionPath,
        int level,
        int page,
        Language language,
        List<Span> cells,
        List<String> columns,
        List<Shading> shadings) {

    /// What the passage is in its document.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE_ROW
    }

    public Passage {
        if (text.length() != span.length()) {
            throw new IllegalArgumentException(
                    "A passage's text is its span cut out, but %s holds %d characters".formatted(span, text.length()));
        }
        sectionPath = List.copyOf(sectionPath);
        cells = List.copyOf(cells);
        columns = List.copyOf(columns);
        shadings = List.copyOf(shadings);
    }

    /// A passage without filled cells.
    public Passage(
            PassageId id,
            Kind kind,
            Span span,
            String text,
            int ordinal,
            List<String> sectionPath,
            int level,
            int page,
            Language language,
            List<Span> cells,
            List<String> columns) {
        this(id, kind, span, text, ordinal, sectionPath, level, page, language, cells, columns, List.of());
    }
}
