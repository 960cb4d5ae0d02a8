package no.forankring.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forankring.search.SearchResult.Segment;
import org.jspecify.annotations.Nullable;

/// What made a passage a hit, and how that is shown: the passage's words cut into marked and unmarked pieces.
///
/// The passage is read again with the same [Tokenizer] and [WordForms] as when it was indexed, so whatever matched is
/// marked; for the few passages on a page that is cheaper than storing positions for all. For one thread.
final class Marks {

    /// Longer passages are shown as a stretch around the hits.
    static final int LONGEST_SHOWN = 500;

    private static final int LEAD = 120;

    /// Of a longer text only the piece is read that is shown.
    private static final int READ_WHOLE = 8_000;

    private static final int READ_AT_ONCE = 4_000;

    private final Wanted words;
    private final List<List<Wanted>> phrases;
    private final List<Near> nears;
    private final List<String> beginnings;

    /// The words that answer to something sought.
    ///
    /// @param words as written
    /// @param forms parts and numbers as they are written beside the word
    /// @param parts the parts among the forms, without their sign
    record Wanted(Set<String> words, Set<String> forms, Set<String> parts) {

        static Wanted nothing() {
            return new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        void add(Wanted more) {
            words.addAll(more.words);
            forms.addAll(more.forms);
            parts.addAll(more.parts);
        }

        static Wanted of(Collection<Vocabulary.Held> held) {
            var terms = new ArrayList<String>(held.size());
            held.forEach(one -> terms.add(one.term()));
            return ofTerms(terms);
        }

        /// @param terms of [PassageIndexing#TEXT]
        static Wanted ofTerms(Collection<String> terms) {
            Wanted wanted = nothing();
            for (String term : terms) {
                if (term.charAt(0) == WordForms.EXACT) {
                    wanted.words.add(term.substring(1));
                } else {
                    wanted.forms.add(term);
                    if (term.charAt(0) == WordForms.PART) {
                        wanted.parts.add(term.substring(1));
                    }
                }
            }
            return wanted;
        }

        private boolean holds(Words text, int at) {
            Token token = text.tokens.get(at);
            if (words.contains(token.exact())) {
                return true;
            }
            if (token.hyphenated()
                    && at + 1 < text.tokens.size()
                    && words.contains(token.exact() + text.tokens.get(at + 1).exact())) {
                return true;
            }
            if (forms.isEmpty() || (token.kind() == Token.Kind.WORD && !text.mayHave(parts, token))) {
                return false;
            }
            return holdsForm(text.written(at));
        }

        private boolean holdsForm(List<String> written) {
            // The first is the word itself.
            for (int i = 1; i < written.size(); i++) {
                if (forms.contains(written.get(i))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// The tokens of a text, with what is written of them.
    private static final class Words {
        private final List<Token> tokens;
        private final WordForms forms;
        private @Nullable List<List<String>> all;

        Words(String text, WordForms forms) {
            this.tokens = Tokenizer.tokens(text);
            this.forms = forms;
        }

        boolean mayHave(Set<String> parts, Token token) {
            return !parts.isEmpty()
                    && token.exact().length() >= Lexicon.SHORTEST_COMPOUND
                    && forms.mayHave(parts, token.exact());
        }

        List<String> written(int at) {
            Token token = tokens.get(at);
            if (token.kind() == Token.Kind.WORD) {
                return forms.written(token);
            }
            // What is written of a number may hang on the words before it.
            if (all == null) {
                all = forms.written(tokens);
            }
            return all.get(at);
        }
    }

    /// Parts that stand near one another, in any order.
    private record Near(List<Wanted> parts, int most) {}

    private Marks(Wanted words, List<List<Wanted>> phrases, List<Near> nears, List<String> beginnings) {
        this.words = words;
        this.phrases = List.copyOf(phrases);
        this.nears = List.copyOf(nears);
        this.beginnings = List.copyOf(beginnings);
    }

    static final class Builder {
        private final Wanted words = Wanted.nothing();
        private final List<List<Wanted>> phrases = new ArrayList<>();
        private final List<Near> nears = new ArrayList<>();
        private final List<String> beginnings = new ArrayList<>();

        void word(Wanted wanted) {
            words.add(wanted);
        }

        /// One after the other.
        void phrase(List<Wanted> wanted) {
            phrases.add(wanted);
        }

        /// One of each, with at most so many words between them.
        void near(List<Wanted> parts, int most) {
            nears.add(new Near(parts, most));
        }

        void beginning(String prefix) {
            beginnings.add(prefix);
        }

        Marks build() {
            return new Marks(words, phrases, nears, beginnings);
        }
    }

    /// A stretch of a text to mark.
    private record Stretch(int start, int end) {}

    /// The passage's text in pieces; put together again they are what is shown: the whole text, or of a long one a
    /// stretch around the hits with `…` where it was cut.
    List<Segment> segments(String text, WordForms forms) {
        List<Stretch> stretches =
                text.length() > READ_WHOLE ? firstStretches(text, forms) : stretches(text, 0, text.length(), forms);
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

    /// The marked stretches of the first piece of a long text that has any.
    private List<Stretch> firstStretches(String text, WordForms forms) {
        int likely = gap(text, Math.max(0, firstWord(text) - LEAD));
        List<Stretch> found = stretches(text, likely, gap(text, likely + READ_AT_ONCE), forms);
        for (int from = 0; from < text.length() && found.isEmpty(); ) {
            int to = gap(text, from + READ_AT_ONCE);
            found = stretches(text, from, to, forms);
            from = to;
        }
        return found;
    }

    /// Where the first of the wanted words, or something that holds its letters, stands; 0 when none does.
    private int firstWord(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = text.length();
        for (String word : words.words) {
            int at = lower.indexOf(word);
            first = at >= 0 ? Math.min(first, at) : first;
        }
        return first < text.length() ? first : 0;
    }

    private static int gap(String text, int from) {
        int at = from;
        while (at < text.length() && !isGap(text, at)) {
            at++;
        }
        return Math.min(at, text.length());
    }

    /// The marked stretches of a piece in order, none touching another's characters.
    private List<Stretch> stretches(String text, int from, int to, WordForms forms) {
        var read = new Words(text.substring(from, to), forms);
        List<Token> tokens = read.tokens;
        var marked = new BitSet(tokens.size());
        var joined = new BitSet(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (words.holds(read, i)) {
                marked.set(i);
            }
            for (String beginning : beginnings) {
                if (token.exact().startsWith(beginning)) {
                    marked.set(i);
                }
            }
            for (List<Wanted> phrase : phrases) {
                if (stands(phrase, read, i)) {
                    marked.set(i, i + phrase.size());
                    joined.set(i, i + phrase.size() - 1);
                }
            }
            for (Near near : nears) {
                int end = nearEnd(
                        near.parts.size(),
                        near.most,
                        tokens.size(),
                        i,
                        (part, at) -> near.parts.get(part).holds(read, at));
                for (int j = i; j < end; j++) {
                    for (Wanted part : near.parts) {
                        if (part.holds(read, j)) {
                            marked.set(j);
                        }
                    }
                }
            }
        }
        var stretches = new ArrayList<Stretch>();
        for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1)) {
            int last = i;
            while (joined.get(last)) {
                last++;
            }
            stretches.add(new Stretch(
                    from + tokens.get(i).start(), from + tokens.get(last).end()));
            i = last;
        }
        return stretches;
    }

    private static boolean stands(List<Wanted> phrase, Words read, int at) {
        if (at + phrase.size() > read.tokens.size()) {
            return false;
        }
        for (int i = 0; i < phrase.size(); i++) {
            if (!phrase.get(i).holds(read, at + i)) {
                return false;
            }
        }
        return true;
    }

    /// Where the nearest stretch ends that begins at `at` with one of the parts and holds all of them, each in a word
    /// of
    /// its own, with at most `most` words between them; `at` when there is none.
    ///
    /// @param words how many words the text has
    static int nearEnd(int parts, int most, int words, int at, Holds holds) {
        long missing = (1L << parts) - 1;
        int end = at;
        for (int i = at; i < Math.min(words, at + parts + most) && missing != 0; i++) {
            for (int part = 0; part < parts; part++) {
                if ((missing & 1L << part) != 0 && holds.test(part, i)) {
                    missing &= ~(1L << part);
                    end = i + 1;
                    break;
                }
            }
            if (end == at) {
                return at;
            }
        }
        return missing == 0 ? end : at;
    }

    /// Whether the word at a place answers to a part.
    interface Holds {
        boolean test(int part, int at);
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
