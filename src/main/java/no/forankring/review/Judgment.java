package no.forankring.review;

import java.time.Instant;
import java.util.Locale;

/// What a person decided about a link.
///
/// @param id the last part of its address
/// @param link the address of the link
/// @param why in the person's own words; may be empty
/// @param together names the answer: judgments of one answer are taken back together
/// @param about what was judged, as it stood then
public record Judgment(
        String id,
        String link,
        ReviewQueue.Verdict verdict,
        String who,
        Instant when,
        String why,
        String together,
        About about) {

    /// What was judged, kept with the judgment so that it can be read when the document says something else.
    ///
    /// @param subject the address of what the link is about; as predicate and object empty for a mention
    /// @param words the words in the text, in lower case with single spaces
    /// @param passage the address of the passage in which they stand
    /// @param rule that found the words
    public record About(String subject, String predicate, String object, String words, String passage, String rule) {

        static final About UNKNOWN = new About("", "", "", "", "", "");
    }

    static String normal(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
