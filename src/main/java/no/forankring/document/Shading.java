package no.forankring.document;

/// Words of a passage that stand in a filled cell.
///
/// @param span the words of the cell in the document's text; for a filled cell without words the empty span at its
/// place in the row
public record Shading(Span span, CellColor color) {}
