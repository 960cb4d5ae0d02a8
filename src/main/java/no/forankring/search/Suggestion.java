package no.forankring.search;

/// What a person may have begun to type.
///
/// @param kind `document`, `phrase`, or the kind of a [NamedThing]
/// @param id of a document or thing; empty for a phrase
/// @param text to show and, for a phrase, to search for
/// @param detail a line of help; may be empty
public record Suggestion(String kind, String id, String text, String detail) {

    public static final String DOCUMENT = "document";
    public static final String PHRASE = "phrase";
}
