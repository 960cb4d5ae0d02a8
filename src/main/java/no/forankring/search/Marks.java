package no.forankring.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.forankring.search.SearchResult.Segment;

/// What made a passage a hit, and how that is shown: the passage's words cut into marked and unmarked pieces.
///
/// The passage is read again with the same [Tokenizer] and [WordForms] as when it was indexed, so whatever matched is
/// marked; for the few passages on a page that is cheaper than storing positions for all.
final class Marks {

    /// Longer passages are shown as a stretch around the hits.
    static final int LONGEST_SHOWN = 500;

    private static final int LEAD = 120;

    private final Set<String> terms;
    private final List<List<String>> phrases;
    private final List<String> beginnings;

    private Marks(Set<String> terms, List<List<String>> phrases, List<String> beginnings) {
        this.terms = Set.copyOf(terms);
        this.phrases = List.copyOf(phrases);
        this.beginnings = List.copyOf(beginnings);
    }

    static final class Builder {
        private final Set<String> terms = new HashSet<>();
        private final List<List<String>> phrases = new ArrayList<>();
        private final List<String> beginnings = new ArrayList<>();

        void term(String term) {
            terms.add(term);
        }

        void phrase(List<String> words) {
            phrases.add(words);
        }

        void beginning(String prefix) {
            beginnings.add(prefix);
        }

        Marks build() {
            return new Marks(terms, phrases, beginnings);
        }
    }

    /// A stretch of a text to mark.
    private record Stretch(int start, int end) {}

    /// The passage's text in pieces; put together again they are what is shown: the whole text, or of a long one a
    /// stretch around the hits with `…` where it was cut.
    List<Segment> segments(String text, WordForms forms) {
        List<Stretch> stretches = stretches(text, forms);
        int from = 0;
        int to = text.length();
        if (text.length() > LONGEST_SHOWN) {
            from = start(text, stretches);
            to = end(text, from);
        }
        var segments = new ArrayList<Segment>();
        var plain = new StringBuilder(from > 0 ? "…" : "");
        int at = from;
        for (Stretch stretch : stretches) {
            if (stretch.start < from || stretch.end > to) {
                continue;
            }
            plain.append(text, at, stretch.start);
            flush(plain, segments);
            segments.add(new Segment(text.substring(stretch.start, stretch.end), true));
            at = stretch.end;
        }
        plain.append(text, at, to);
        if (to < text.length()) {
            plain.append('…');
        }
        flush(plain, segments);
        return segments;
    }

    private static void flush(StringBuilder plain, List<Segment> segments) {
        if (!plain.isEmpty()) {
            segments.add(new Segment(plain.toString(), false));
            plain.setLength(0);
        }
    }

    /// The marked stretches in order, none touching another's characters.
    private List<Stretch> stretches(String text, WordForms forms) {
        List<Token> tokens = Tokenizer.tokens(text);
        var marked = new BitSet(tokens.size());
        var joined = new BitSet(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
            for (String form : forms.indexed(token, next)) {
                if (terms.contains(form)) {
                    marked.set(i);
                }
            }
            for (String beginning : beginnings) {
                if (token.exact().startsWith(beginning)) {
                    marked.set(i);
                }
            }
            for (List<String> phrase : phrases) {
                if (stands(phrase, tokens, i)) {
                    marked.set(i, i + phrase.size());
                    joined.set(i, i + phrase.size() - 1);
                }
            }
        }
        var stretches = new ArrayList<Stretch>();
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            int last = i;
            while (joined.get(last)) {
                last++;
            }
            stretches.add(new Stretch(tokens.get(i).start(), tokens.get(last).end()));
            i = last;
        }
        return stretches;
    }

    private static boolean stands(List<String> phrase, List<Token> tokens, int at) {
        if (at + phrase.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!tokens.get(at + i).exact().equals(phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Where to begin so that most hits are seen, at the start of a word.
    private static int start(String text, List<Stretch> stretches) {
        int best = 0;
        int most = 0;
        for (int i = 0; i < stretches.size(); i++) {
            int end = stretches.get(i).start + LONGEST_SHOWN - LEAD;
            int seen = 0;
            for (int j = i; j < stretches.size() && stretches.get(j).end <= end; j++) {
                seen++;
            }
            if (seen > most) {
                most = seen;
                best = stretches.get(i).start;
            }
        }
        if (best <= LEAD) {
            return 0;
        }
        int from = Math.min(best - LEAD, text.length() - LONGEST_SHOWN);
        int word = from;
        while (word < best && !isGap(text, word)) {
            word++;
        }
        while (word < best && Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        return word;
    }

    private static int end(String text, int from) {
        int end = from + LONGEST_SHOWN;
        if (end >= text.length()) {
            return text.length();
        }
        int word = end;
        while (word > from + LONGEST_SHOWN / 2 && !Character.isWhitespace(text.charAt(word))) {
            word--;
        }
        if (word == from + LONGEST_SHOWN / 2) {
            // One word without a gap: cut it, but never through a pair of surrogates.
            return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        }
        while (word > from && Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        return word;
    }

    private static boolean isGap(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1));
    }
}
