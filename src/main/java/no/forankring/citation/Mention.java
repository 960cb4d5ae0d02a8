package no.forankring.citation;

import no.forankring.document.Span;

/// The words that cite, before we know what.
///
/// @param span where they stand in the document's text as read
/// @param text the words as read
/// @param form which way of citing it is, as in `law-name`, `white-paper-number`; stable, used in reports
public record Mention(Span span, String text, String form) {

    /// The form of an item in a list of governing documents that names none: a question to a person.
    public static final String ANCHOR_ITEM = "anchor-item";
}
