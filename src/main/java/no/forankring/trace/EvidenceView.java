package no.forankring.trace;

/// The words that prove a statement, and where they stand.
///
/// @param document id of the document; empty for what a person entered without one, whose words `text` then is
/// @param passage id of the passage within it
/// @param text the whole passage
/// @param start first UTF-16 unit of the proving words within `text`
/// @param end the unit after the last
/// @param page from 1; 0 where the format has none
/// @param section the headings above, joined by ` › `
/// @param rule how it was recognized; empty for statements that are no citations
/// @param reason the explanation, in bokmål
/// @param provision as in `§ 4-1 tredje ledd`; empty for a whole document
public record EvidenceView(
        String document,
        String documentTitle,
        String passage,
        String text,
        int start,
        int end,
        int page,
        String section,
        String rule,
        String reason,
        String provision) {

    public String before() {
        return text.substring(0, start);
    }

    public String quote() {
        return text.substring(start, end);
    }

    public String after() {
        return text.substring(end);
    }
}
