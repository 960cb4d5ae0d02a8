package no.forankring.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A document as read: its text, which never changes afterwards, and the passages it is cut into.
///
/// @param text all words as read; every offset of the product counts its UTF-16 units
/// @param title what the document calls itself; empty when neither metadata nor text says
/// @param language the language most of it is written in
/// @param date the document's own date where text or metadata gives one, for judging what was in force
/// @param pages the number of pages; 0 where the format has none
/// @param passages in text order, not overlapping; text between passages is
/// white space, list bullets, Markdown's marks and front matter, or repeated page furniture
/// @param withheld which words are masked, and so not there; none in a text as read
/// @param keepsColors whether the file told the colors of cells, so that one without a color had none; false for plain
/// text, mail, scanned pages and formats of which we do not read them
public record DocumentText(
        String text,
        String title,
        Language language,
        Optional<LocalDate> date,
        int pages,
        List<Passage> passages,
        List<Withheld> withheld,
        boolean keepsColors) {

    public DocumentText {
        passages = List.copyOf(passages);
        withheld = List.copyOf(withheld);
    }

    /// A text of which nothing is withheld.
    public DocumentText(
            String text, String title, Language language, Optional<LocalDate> date, int pages, List<Passage> passages) {
        this(text, title, language, date, pages, passages, List.of(), false);
    }

    /// The passage that holds the character at `offset`, or the nearest one before it; empty when there is none.
    public Optional<Passage> passageAt(int offset) {
        int low = 0;
        int high = passages.size() - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (passages.get(middle).span().start() <= offset) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(passages.get(found));
    }
}
