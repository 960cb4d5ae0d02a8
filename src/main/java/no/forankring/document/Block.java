package no.forankring.document;

import java.util.List;

/// A piece of a [Draft]: what a passage will be, before it has an id, a language and headings above it.
///
/// @param start where its words begin in the draft's text, inclusive
/// @param end where they end, exclusive
/// @param cells for a table row the span of each cell; else empty
/// @param columns as many column headings as cells, or none
/// @param shadings what of it stands in filled cells, in text order
record Block(
        Passage.Kind kind,
        int start,
        int end,
        int level,
        int page,
        List<Span> cells,
        List<String> columns,
        List<Shading> shadings) {

    Block(Passage.Kind kind, int start, int end, int level, int page, List<Span> cells, List<String> columns) {
        this(kind, start, end, level, page, cells, columns, List.of());
    }

    Block(Passage.Kind kind, int start, int end, int level, int page) {
        this(kind, start, end, level, page, List.of(), List.of());
    }

    /// The same with the filled cells that lie within it.
    Block with(List<Shading> shadings) {
        return new Block(
                kind,
                start,
                end,
                level,
                page,
                cells,
                columns,
                shadings.stream()
                        .filter(shading -> shading.span().start() >= start
                                && shading.span().end() <= end)
                        .toList());
    }
}
