package no.forankring.document;

/// Words of a text that are not shown.
///
/// @param span where they stand in the document's text; [Veiled#MASK] stands there instead of each character
/// @param kind what they are, as in `e-mail`
public record Withheld(Span span, String kind) {}
