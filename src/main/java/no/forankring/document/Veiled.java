package no.forankring.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Makes the view of a text in which some words are masked. Every offset and every passage stays where it was.
///
/// A passage with masked words gets an id from what is left of them: the id is a hash of the words, and a short one
/// such as a telephone number could be guessed from it. Linear in the text.
public final class Veiled {

    /// Stands in place of each masked character; spaces and line breaks stay.
    public static final char MASK = '\u2588';

    private Veiled() {}

    /// @param spans in any order; they may overlap
    /// @param elsewhere masks what is derived from the words: the title and the column headings of tables
    public static DocumentText of(DocumentText text, List<Withheld> spans, UnaryOperator<String> elsewhere) {
        String title = elsewhere.apply(text.title());
        if (spans.isEmpty() && title.equals(text.title())) {
            return text;
        }
        String masked = mask(text.text(), spans);
        var ids = new DocumentReader.Ids();
        var seen = new HashMap<String, Integer>();
        var columns = new HashMap<List<String>, List<String>>();
        var names = new ArrayList<String>();
        var levels = new ArrayList<Integer>();
        List<String> path = List.of();
        var passages = new ArrayList<Passage>(text.passages().size());
        for (Passage passage : text.passages()) {
            if (passage.kind() == Passage.Kind.HEADING) {
                while (!levels.isEmpty() && levels.getLast() >= passage.level()) {
                    levels.removeLast();
                    names.removeLast();
                }
                path = List.copyOf(names);
            }
            String words = passage.span().cut(masked);
            passages.add(new Passage(
                    id(passage, words, ids, seen),
                    passage.kind(),
                    passage.span(),
                    words,
                    passage.ordinal(),
                    path,
                    passage.level(),
                    passage.page(),
                    passage.language(),
                    passage.cells(),
                    columns.computeIfAbsent(
                            passage.columns(),
                            plain -> plain.stream().map(elsewhere).toList()),
                    passage.shadings()));
            if (passage.kind() == Passage.Kind.HEADING) {
                names.add(DocumentReader.nameInPath(words));
                levels.add(passage.level());
                path = List.copyOf(names);
            }
        }
        return new DocumentText(
                masked,
                title,
                text.language(),
                text.date(),
                text.pages(),
                passages,
                List.copyOf(spans),
                text.keepsColors());
    }

    /// The words with the spans masked, of equal length.
    public static String mask(String text, List<Withheld> spans) {
        char[] letters = text.toCharArray();
        for (Withheld withheld : spans) {
            for (int i = withheld.span().start(); i < withheld.span().end(); i++) {
                if (!StructureBuilder.isSpace(letters[i])) {
                    letters[i] = MASK;
                }
            }
        }
        return new String(letters);
    }

    private static PassageId id(Passage passage, String words, DocumentReader.Ids ids, Map<String, Integer> seen) {
        if (words.equals(passage.text())) {
            return passage.id();
        }
        // Marked, so that it cannot be the id of a passage that stands unmasked in the same document.
        String hash = ids.hash("withheld " + words);
        int count = seen.merge(hash, 1, Integer::sum);
        return new PassageId(count == 1 ? hash : hash + "-" + count);
    }
}
