package no.forankring.document;

import java.text.Normalizer;
import java.util.Arrays;

/// A cleaned view of words as read, for recognizing, searching and showing, that knows where each character came from.
///
/// Line breaks and other white space become one space; a word hyphenated over a line end is joined, unless the hyphen
/// belongs there (`helse- og`, `FG-koordinator`, `Midt-Buskerud`, `2017-2018`); soft hyphens and zero-width characters
/// go; no-break and narrow spaces become spaces; ligatures are spelled out; letters are composed (NFC). All other
/// characters stay, dashes and quotes too.
public final class CleanText {

    private final String raw;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private CleanText(String raw, String text, int[] starts, int[] ends) {
        this.raw = raw;
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /// Cleans words as read; in linear time. Words that are clean already are given back as they are.
    public static CleanText of(String raw) {
        return isClean(raw) ? new CleanText(raw, raw, new int[0], new int[0]) : new Cleaner(raw).clean();
    }

    public String text() {
        return text;
    }

    public String raw() {
        return raw;
    }

    /// The place in the words as read of the cleaned character at `offset`; the end of them for the end.
    public int rawOffset(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException(
                    "An offset in the cleaned text lies within 0 and %d, but got %d".formatted(text.length(), offset));
        }
        if (text == raw) {
            return offset;
        }
        return offset == text.length() ? (offset == 0 ? 0 : ends[offset - 1]) : starts[offset];
    }

    /// The words as read behind a range of cleaned ones: the smallest range that holds all their characters.
    public Span rawSpan(Span cleaned) {
        if (cleaned.end() > text.length()) {
            throw new IndexOutOfBoundsException(
                    "The cleaned text has %d characters, but got %s".formatted(text.length(), cleaned));
        }
        if (text == raw) {
            return cleaned;
        }
        if (cleaned.length() == 0) {
            int at = rawOffset(cleaned.start());
            return new Span(at, at);
        }
        return new Span(starts[cleaned.start()], ends[cleaned.end() - 1]);
    }

    /// The first place in the cleaned words that stands at or after `rawOffset` in the words as read.
    public int cleanedOffset(int rawOffset) {
        if (text == raw) {
            return Math.clamp(rawOffset, 0, text.length());
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < rawOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean isClean(String raw) {
        boolean space = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ' ') {
                if (space) {
                    return false;
                }
                space = true;
            } else {
                space = false;
                // Everything else in Latin and punctuation that needs no work.
                boolean plain = (c > ' ' && c < '\u007f')
                        || (c > '\u00a0' && c < '\u0300' && c != '\u00ad')
                        || (c >= '\u2010' && c <= '\u2027')
                        || (c >= '\u2030' && c < '\u205f');
                if (!plain) {
                    return false;
                }
            }
        }
        return !space || raw.isEmpty();
    }

    private static final class Cleaner {
        private final String raw;
        private final StringBuilder out;
        private int[] starts;
        private int[] ends;

        Cleaner(String raw) {
            this.raw = raw;
            this.out = new StringBuilder(raw.length());
            this.starts = new int[raw.length() + 16];
            this.ends = new int[raw.length() + 16];
        }

        CleanText clean() {
            int i = 0;
            while (i < raw.length()) {
                char c = raw.charAt(i);
                if (isBlank(c)) {
                    int end = i + 1;
                    while (end < raw.length() && (isBlank(raw.charAt(end)) || isInvisible(raw.charAt(end)))) {
                        end++;
                    }
                    if (!out.isEmpty() && end < raw.length()) {
                        if (out.charAt(out.length() - 1) == ' ') {
                            // What stood between two spaces was invisible.
                            ends[out.length() - 1] = end;
                        } else {
                            put(' ', i, end);
                        }
                    }
                    i = end;
                } else if (isHyphen(c)) {
                    i = hyphen(c, i);
                } else if (isInvisible(c)) {
                    i++;
                } else if (c >= '\ufb00' && c <= '\ufb06') {
                    String letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                    for (int k = 0; k < letters.length(); k++) {
                        put(letters.charAt(k), i, i + 1);
                    }
                    i++;
                } else if (c == '\u2011') {
                    put('-', i, i + 1);
                    i++;
                } else if (i + 1 < raw.length() && isMark(raw.charAt(i + 1)) && !isMark(c)) {
                    i = composed(i);
                } else {
                    put(c, i, i + 1);
                    i++;
                }
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            return new CleanText(
                    raw, out.toString(), Arrays.copyOf(starts, out.length()), Arrays.copyOf(ends, out.length()));
        }

        private int composed(int start) {
            int end = start + 1;
            // A longer run of marks than any script needs is left as it is.
            while (end < raw.length() && isMark(raw.charAt(end)) && end - start < 16) {
                end++;
            }
            String letters = Normalizer.normalize(raw.substring(start, end), Normalizer.Form.NFC);
            for (int k = 0; k < letters.length(); k++) {
                put(letters.charAt(k), start, end);
            }
            return end;
        }

        /// A hyphen: at a line end it may be the typesetter's, else it stays.
        private int hyphen(char c, int at) {
            int next = at + 1;
            boolean lineEnd = false;
            while (next < raw.length() && (isBlank(raw.charAt(next)) || isInvisible(raw.charAt(next)))) {
                lineEnd |= raw.charAt(next) == '\n' || raw.charAt(next) == '\r';
                next++;
            }
            boolean soft = c == '\u00ad';
            if (!lineEnd || next >= raw.length() || out.isEmpty()) {
                if (!soft) {
                    put(c == '\u2010' ? '-' : c, at, at + 1);
                }
                return at + 1;
            }
            char before = out.charAt(out.length() - 1);
            char after = raw.charAt(next);
            if (soft && Character.isLetter(after)) {
                return next;
            }
            if (Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after)) {
                if (Character.isLowerCase(after) && coordinates(next)) {
                    put('-', at, at + 1);
                    return at + 1;
                }
                if (Character.isLowerCase(after) && Character.isLowerCase(before) && letterBefore()) {
                    return next;
                }
                // An abbreviation, a name or a number: the hyphen is the word's own, the line break is not.
                put('-', at, next);
                return next;
            }
            if (!soft) {
                put(c == '\u2010' ? '-' : c, at, at + 1);
            }
            return at + 1;
        }

        /// Whether the word before the hyphen has two letters at least: `e-læring` keeps its hyphen.
        private boolean letterBefore() {
            return out.length() >= 2 && Character.isLetter(out.charAt(out.length() - 2));
        }

        private boolean coordinates(int at) {
            for (String word : new String[] {"og", "eller", "samt", "til", "men", "som", "and", "or", "kontra"}) {
                if (raw.startsWith(word, at)
                        && (at + word.length() == raw.length()
                                || !Character.isLetter(raw.charAt(at + word.length())))) {
                    return true;
                }
            }
            return false;
        }

        private void put(char c, int start, int end) {
            int at = out.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            out.append(c);
            starts[at] = start;
            ends[at] = end;
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
        }

        private static boolean isHyphen(char c) {
            return c == '-' || c == '\u2010' || c == '\u00ad';
        }

        private static boolean isInvisible(char c) {
            return c == '\u200b'
                    || c == '\u200c'
                    || c == '\u200d'
                    || c == '\u2060'
                    || c == '\ufeff'
                    || c == '\u200e'
                    || c == '\u200f'
                    || c == '\u0000';
        }

        private static boolean isMark(char c) {
            return c >= '\u0300' && c <= '\u036f';
        }
    }
}
