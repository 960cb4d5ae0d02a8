package no.forankring.citation;

import java.util.Arrays;
import java.util.List;
import no.forankring.document.Passage;

/// A text as a row of words, numbers and § signs, each knowing where it stands in the text as read.
///
/// This is the normalised view: case and dash forms are folded, soft hyphens dropped, decomposed letters, ligatures and
/// the usual wrongly decoded letters put right, words that a line break has cut in two joined again where the whole
/// is a known word. What stands between two tokens is a set of flags. One pass, no look back beyond one token.
final class Tokens {

    static final int UNKNOWN = -1;
    static final int NUMBER = -2;
    static final int SECTION = -3;

    // What may stand between a token and the one before it.
    static final int SPACE = 1;
    static final int LINE = 1 << 1;
    /// An empty line, or several line breaks.
    static final int BLANK = 1 << 2;
    static final int HYPHEN = 1 << 3;
    static final int DASH = 1 << 4;
    static final int DOT = 1 << 5;
    static final int COMMA = 1 << 6;
    static final int COLON = 1 << 7;
    static final int SEMICOLON = 1 << 8;
    static final int OPEN = 1 << 9;
    static final int CLOSE = 1 << 10;
    static final int QUOTE = 1 << 11;
    static final int SLASH = 1 << 12;
    static final int BANG = 1 << 13;
    /// A bullet or any other sign.
    static final int SIGN = 1 << 14;
    /// Another passage begins.
    static final int BARRIER = 1 << 15;
    static final int DOLLAR = 1 << 16;

    static final int WHITE = SPACE | LINE | BLANK;

    private static final int CAPITAL = 1;
    private static final int ALL_CAPS = 2;
    private static final int FORM = 2;
    /// A capital within the word: `helsepersoneIloven`.
    private static final int ODD = 1 << 4;

    private static final char[] LETTERS = letters();
    private static final int CAPITAL_LETTER = 1 << 15;
    /// Ordinary letters, folded, capitals marked; 0 for all that needs a closer look or ends a word.
    private static final char[] PLAIN = plain();

    private static final int[] GAPS = gaps();

    final String text;
    final Lexicon lexicon;
    private long looks;
    private int count;
    private int[] start;
    private int[] end;
    private int[] word;
    private int[] value;
    private int[] gap;
    private int[] fold;
    /// Capitals in the lowest two bits, the form from [#FORM] on.
    private byte[] marks;

    private char[] folded;
    private int foldedLength;
    private boolean noisy;

    Tokens(String text, Lexicon lexicon, List<Passage> passages) {
        this.text = text;
        this.lexicon = lexicon;
        int capacity = text.length() / 5 + 16;
        start = new int[capacity];
        end = new int[capacity];
        word = new int[capacity];
        value = new int[capacity];
        gap = new int[capacity];
        fold = new int[capacity + 1];
        marks = new byte[capacity];
        folded = new char[text.length() + 16];
        read(text.toCharArray(), passages);
        Lookalikes.repair(this);
    }

    /// How often a token was looked at so far: the measure of work, for tests of how it grows.
    long looks() {
        return looks;
    }

    /// Notes work that goes beyond one look at a token.
    void looked(int times) {
        looks += times;
    }

    int count() {
        return count;
    }

    int start(int token) {
        return start[token];
    }

    int end(int token) {
        return end[token];
    }

    /// The word's number in the lexicon, or [#UNKNOWN], [#NUMBER] or [#SECTION]; [#UNKNOWN] outside the text.
    int word(int token) {
        looks++;
        return token >= 0 && token < count ? word[token] : UNKNOWN;
    }

    /// The word of a token of the text, not noted as a look: for the loop over all of them.
    int wordAt(int token) {
        return word[token];
    }

    boolean dollarBefore(int token) {
        return (gap[token] & DOLLAR) != 0;
    }

    boolean is(int token, Cue cue) {
        return token >= 0 && token < count && word[token] == cue.ordinal();
    }

    boolean isNumber(int token) {
        return token >= 0 && token < count && word[token] == NUMBER;
    }

    boolean isSection(int token) {
        return token >= 0 && token < count && word[token] == SECTION;
    }

    /// True for words, known or not.
    boolean isWord(int token) {
        return token >= 0 && token < count && word[token] >= UNKNOWN;
    }

    /// The number's value, or -1 where it has more than nine digits; the count of signs for §.
    int value(int token) {
        return value[token];
    }

    int length(int token) {
        return end[token] - start[token];
    }

    /// What stands before the token; at the end of the text, what stands after the last one.
    int gap(int token) {
        looks++;
        if (token <= 0) {
            return BARRIER | BLANK | (token < 0 || count == 0 ? 0 : gap[0]);
        }
        return token < gap.length && token <= count ? gap[token] : BARRIER;
    }

    /// True when nothing but signs of `allowed` stands before the token.
    boolean gapWithin(int token, int allowed) {
        return token > 0 && token < count && (gap[token] & ~allowed) == 0;
    }

    /// True at the start of the text, a line item, or after a full stop or colon.
    boolean beginsSentence(int token) {
        int gap = gap(token);
        return token == 0 || (gap & (DOT | BANG | COLON | BLANK | BARRIER | SIGN)) != 0;
    }

    boolean capital(int token) {
        return (marks[token] & CAPITAL) != 0;
    }

    boolean allCaps(int token) {
        return (marks[token] & ALL_CAPS) != 0;
    }

    byte form(int token) {
        return (byte) (marks[token] >> FORM & 3);
    }

    String foldedText(int token) {
        looks += foldedLength(token);
        return new String(folded, fold[token], fold[token + 1] - fold[token]);
    }

    int foldedLength(int token) {
        return fold[token + 1] - fold[token];
    }

    char foldedChar(int token, int index) {
        return folded[fold[token] + index];
    }

    boolean foldedIs(int token, String expected) {
        if (token < 0 || token >= count || foldedLength(token) != expected.length()) {
            return false;
        }
        return foldedEndsWith(token, expected);
    }

    boolean foldedEndsWith(int token, String suffix) {
        int to = fold[token + 1];
        int from = to - suffix.length();
        if (from < fold[token]) {
            return false;
        }
        for (int i = 0; i < suffix.length(); i++) {
            if (folded[from + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean foldedStartsWith(int token, String prefix) {
        if (token < 0 || token >= count || foldedLength(token) < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (folded[fold[token] + i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The first token that starts at or after the offset.
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(start, 0, count, offset);
        return found >= 0 ? found : -found - 1;
    }

    /// Some of the token's letters as one number.
    long packed(int token, int from, int to) {
        return LongWords.packed(folded, fold[token] + from, fold[token] + to);
    }

    /// True where the text holds signs that stand for letters that could not be decoded.
    boolean hasReplacements() {
        return text.indexOf(Lexicon.REPLACED) >= 0;
    }

    /// `helsepersoneIloven`, `Iedd`: an unknown word with a capital I where a small l must stand.
    boolean hasMisreadSmall(int token) {
        if (word[token] != UNKNOWN || length(token) < 3) {
            return false;
        }
        if ((marks[token] & ODD) != 0) {
            int at = text.indexOf('I', start[token] + 1);
            return at > 0 && at < end[token] && Character.isLowerCase(text.charAt(at - 1));
        }
        return false;
    }

    /// `lnnovasjon`, `lS-1972`: a small l where a capital I must stand.
    boolean startsWithMisreadCapital(int token) {
        if (word[token] != UNKNOWN || length(token) < 2 || text.charAt(start[token]) != 'l') {
            return false;
        }
        char second = text.charAt(start[token] + 1);
        return second == 'n' || second == 'S' || second == 'K';
    }

    /// A hyphen and a line break part the token from the word before.
    boolean cutByLine(int token) {
        return isWord(token)
                && isWord(token - 1)
                && (gap[token] & HYPHEN) != 0
                && (gap[token] & (LINE | BLANK)) != 0
                && (gap[token] & ~(HYPHEN | WHITE)) == 0;
    }

    /// The entry of the words `[from, to)` written together, or -1.
    int joinedEntry(int from, int to) {
        return lexicon.entry(folded, fold[from], fold[to]);
    }

    /// True where words or numbers of the text had to be read anew.
    boolean isNoisy() {
        return noisy;
    }

    Rewriter rewriter() {
        return new Rewriter();
    }

    /// Writes the tokens anew from first to last, some of them merged.
    final class Rewriter {
        private int written;
        private int size;
        /// Made when the first token changes; until then all stays where it is.
        private int[] newFold = new int[0];

        private char[] letters = new char[0];

        void keep(int token) {
            if (newFold.length == 0) {
                written++;
                return;
            }
            int from = fold[token];
            int length = fold[token + 1] - from;
            copy(token, token + 1, word[token], value[token], marks[token]);
            append(folded, from, length);
        }

        void number(int from, int to, int number) {
            noisy = true;
            copy(from, to, NUMBER, number, (byte) 0);
        }

        void merge(int from, int to, int entry) {
            noisy |= to - from == 1 || word[to - 1] < UNKNOWN || word[from] < UNKNOWN || to - from > 2;
            int flag = marks[from] & (CAPITAL | ALL_CAPS);
            char first = text.charAt(start[from]);
            if (first == '0' || first == '1' || first == 'l' && startsWithMisreadCapital(from)) {
                flag |= CAPITAL;
            }
            boolean capitals = true;
            for (int i = from; i < to; i++) {
                capitals &= word[i] == NUMBER || (marks[i] & ALL_CAPS) != 0;
            }
            if (capitals) {
                flag |= ALL_CAPS;
            } else {
                flag &= ~ALL_CAPS;
            }
            copy(from, to, lexicon.word(entry), 0, (byte) (flag | lexicon.form(entry) << FORM));
            char[] surface = lexicon.surface(entry).toCharArray();
            append(surface, 0, surface.length);
        }

        private void begin() {
            if (newFold.length > 0) {
                return;
            }
            newFold = new int[fold.length];
            letters = new char[folded.length];
            size = fold[written];
            System.arraycopy(fold, 0, newFold, 0, written);
            System.arraycopy(folded, 0, letters, 0, size);
        }

        private void copy(int from, int to, int newWord, int newValue, byte mark) {
            begin();
            int tokenStart = start[from];
            int tokenEnd = end[to - 1];
            int before = gap[from];
            start[written] = tokenStart;
            end[written] = tokenEnd;
            gap[written] = before;
            word[written] = newWord;
            value[written] = newValue;
            marks[written] = mark;
            newFold[written] = size;
            written++;
        }

        private void append(char[] from, int at, int length) {
            if (size + length > letters.length) {
                letters = Arrays.copyOf(letters, Math.max(letters.length * 2, size + length));
            }
            System.arraycopy(from, at, letters, size, length);
            size += length;
        }

        void finish() {
            if (newFold.length == 0) {
                return;
            }
            gap[written] = gap[count];
            newFold[written] = size;
            count = written;
            fold = newFold;
            folded = letters;
            foldedLength = size;
        }
    }

    private void read(char[] in, List<Passage> passages) {
        int n = in.length;
        int i = 0;
        int between = 0;
        int breaks = 0;
        int passage = 0;
        int passageStart = nextStart(passages, 0);
        while (i < n) {
            char c = in[i];
            if (c == ' ') {
                between |= SPACE;
                i++;
                continue;
            }
            char letter = c < LETTERS.length ? LETTERS[c] : wide(c);
            int kind;
            if (c == '\u00E2' && isMojibakeSign(in, i)) {
                // "â€“" is a dash, "â€œ" a quotation mark, read byte by byte.
                between |= mojibakeGap(in[i + 2]);
                i += 3;
                continue;
            }
            if (letter == DROPPED) {
                i++;
                continue;
            }
            if (letter != 0) {
                kind = UNKNOWN;
            } else if (c >= '0' && c <= '9') {
                kind = NUMBER;
            } else if (c == '§') {
                kind = SECTION;
            } else if (c == '&' && "&sect;".regionMatches(0, text, i, 6)) {
                kind = SECTION;
            } else {
                if (c == '\n' || c == '\u2028' || (c == '\r' && (i + 1 == n || in[i + 1] != '\n'))) {
                    breaks++;
                } else if (c == '\f' || c == '\u2029') {
                    breaks += 2;
                } else if (c == '\u00C2'
                        && i + 1 < n
                        && (in[i + 1] == '§'
                                || in[i + 1] == '\u00AB'
                                || in[i + 1] == '\u00BB'
                                || in[i + 1] == '\u00A0')) {
                    // "Â§" is a § sign that was decoded as Latin-1.
                    i++;
                    continue;
                }
                between |= c < GAPS.length ? GAPS[c] : wideGap(c);
                i++;
                continue;
            }
            if (breaks > 0) {
                between |= breaks > 1 ? BLANK : LINE;
                breaks = 0;
            }
            if (i >= passageStart) {
                between |= BARRIER;
                while (passage < passages.size() && passages.get(passage).span().start() <= i) {
                    passage++;
                }
                passageStart = nextStart(passages, passage);
            }
            grow();
            int token = count;
            start[token] = i;
            gap[token] = between;
            fold[token] = foldedLength;
            between = 0;
            if (kind == UNKNOWN) {
                i = readWord(in, i, token);
            } else if (kind == NUMBER) {
                i = readNumber(in, i, token);
            } else {
                int signs = 0;
                while (i < n && (in[i] == '§' || (in[i] == '&' && "&sect;".regionMatches(0, text, i, 6)))) {
                    i += in[i] == '§' ? 1 : 6;
                    signs++;
                    if (i + 1 < n && in[i] == ' ' && in[i + 1] == '§') {
                        i++;
                    }
                }
                word[token] = SECTION;
                marks[token] = 0;
                value[token] = signs;
            }
            end[token] = i;
            if (kind == UNKNOWN && in[i - 1] == '\u00AD') {
                between = HYPHEN;
            }
            count++;
            fold[count] = foldedLength;
            if (kind == UNKNOWN && token > 0 && (gap[token] & HYPHEN) != 0) {
                join(in, token);
            }
        }
        if (breaks > 0) {
            between |= breaks > 1 ? BLANK : LINE;
        }
        grow();
        gap[count] = between | BARRIER | BLANK;
        looks += n;
    }

    private static int nextStart(List<Passage> passages, int index) {
        return index < passages.size() ? passages.get(index).span().start() : Integer.MAX_VALUE;
    }

    private int readWord(char[] in, int from, int token) {
        int n = in.length;
        int i = from;
        char[] out = folded;
        int to = foldedLength;
        long hash = Lexicon.start();
        int capitals = 0;
        int plain = 0;
        while (i < n && in[i] < PLAIN.length && (plain = PLAIN[in[i]]) != 0) {
            char letter = (char) (plain & ~CAPITAL_LETTER);
            capitals += plain >>> 15;
            out[to++] = letter;
            hash = Lexicon.step(hash, letter);
            i++;
        }
        if (i < n && ((in[i] < LETTERS.length ? LETTERS[in[i]] : wide(in[i])) != 0 || oddHyphen(in, i) > 0)) {
            return readOddWord(in, from, token);
        }
        foldedLength = to;
        know(token, capitals, in[from], hash);
        return i;
    }

    /// A word with soft hyphens, ligatures, decomposed or wrongly decoded letters.
    private int readOddWord(char[] in, int from, int token) {
        int n = in.length;
        int i = from;
        int capitals = 0;
        while (i < n) {
            char c = in[i];
            char letter = c < LETTERS.length ? LETTERS[c] : wide(c);
            int hyphen = letter == 0 ? oddHyphen(in, i) : 0;
            if (hyphen > 0) {
                i += hyphen;
                continue;
            }
            if (letter == 0 || c == '\u00E2' && isMojibakeSign(in, i)) {
                break;
            }
            if (letter == DROPPED) {
                i++;
                continue;
            }
            if (letter < 0x80 || c < 0x100) {
                if (c == '\u00C3' && i + 1 < n && mojibake(in[i + 1]) != 0) {
                    letter = mojibake(in[i + 1]);
                    i++;
                } else if (c != letter && Character.isUpperCase(c)) {
                    capitals++;
                }
            } else if (c >= '\u0300' && c <= '\u036F') {
                i++;
                if (foldedLength > fold[token]) {
                    folded[foldedLength - 1] = combine(folded[foldedLength - 1], c);
                }
                continue;
            } else if (c >= '\uFB00' && c <= '\uFB06') {
                String parts = LIGATURES[c - '\uFB00'];
                i++;
                // Everywhere else a letter read is at most one letter written.
                if (foldedLength + parts.length() + n - i > folded.length) {
                    folded = Arrays.copyOf(folded, folded.length * 2);
                }
                parts.getChars(0, parts.length(), folded, foldedLength);
                foldedLength += parts.length();
                continue;
            }
            folded[foldedLength++] = letter;
            i++;
        }
        looks += i - from;
        know(token, capitals, in[from], Lexicon.hash(folded, fold[token], foldedLength));
        return i;
    }

    /// Notes what the lexicon knows of the word just folded.
    private void know(int token, int capitals, char first, long hash) {
        int flag = 0;
        if (capitals > 0) {
            if (Character.isUpperCase(first)) {
                flag |= CAPITAL;
            }
            if (capitals >= foldedLength - fold[token]) {
                flag |= ALL_CAPS;
            } else if (capitals > (flag & CAPITAL)) {
                flag |= ODD;
            }
        }
        int entry = lexicon.entry(folded, fold[token], foldedLength, hash);
        word[token] = entry < 0 ? UNKNOWN : lexicon.word(entry);
        marks[token] = (byte) (entry < 0 ? flag : flag | lexicon.form(entry) << FORM);
    }

    private int readNumber(char[] in, int from, int token) {
        int i = from;
        int number = 0;
        while (i < in.length && in[i] >= '0' && in[i] <= '9') {
            number = i - from < 9 ? number * 10 + in[i] - '0' : -1;
            i++;
        }
        word[token] = NUMBER;
        marks[token] = 0;
        value[token] = number;
        return i;
    }

    /// Joins "omsorgs-⏎tjenesteloven" and "Hagen-utvalget" where the whole is a known word. "helse- og" never joins.
    private void join(char[] in, int token) {
        int before = token - 1;
        if (word[before] < UNKNOWN
                || (gap[token] & ~(HYPHEN | WHITE)) != 0
                || !(isHyphen(in[end[before]]) || in[end[before] - 1] == '\u00AD')) {
            return;
        }
        if (gap[token] != HYPHEN && (gap[token] & (LINE | BLANK)) == 0) {
            return;
        }
        int length = foldedLength - fold[before];
        looks++;
        int entry = length > lexicon.longest() ? -1 : lexicon.entry(folded, fold[before], foldedLength);
        if (entry < 0 || lexicon.word(entry) < Cue.ASSIGNMENT.ordinal() && gap[token] == HYPHEN) {
            return;
        }
        word[before] = lexicon.word(entry);
        marks[before] = (byte) (marks[before] & (CAPITAL | ALL_CAPS) | lexicon.form(entry) << FORM);
        end[before] = end[token];
        count--;
        fold[count] = foldedLength;
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || c == '\u2212' || c == '\u00AC' || c == '\u00AD';
    }

    private void grow() {
        if (count + 1 < start.length) {
            return;
        }
        int capacity = start.length * 2;
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        word = Arrays.copyOf(word, capacity);
        value = Arrays.copyOf(value, capacity);
        gap = Arrays.copyOf(gap, capacity);
        fold = Arrays.copyOf(fold, capacity + 1);
        marks = Arrays.copyOf(marks, capacity);
    }

    private static final char DROPPED = '\uFFFF';
    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    /// How many characters a soft hyphen takes that was read byte by byte, or left as it is written in HTML; 0 for all
    /// else.
    private static int oddHyphen(char[] in, int i) {
        if (in[i] == '\u00C2' && i + 1 < in.length && in[i + 1] == '\u00AD') {
            return 2;
        }
        boolean entity = in[i] == '&'
                && i + 4 < in.length
                && in[i + 1] == 's'
                && in[i + 2] == 'h'
                && in[i + 3] == 'y'
                && in[i + 4] == ';';
        return entity ? 5 : 0;
    }

    private static boolean isMojibakeSign(char[] in, int i) {
        return i + 2 < in.length && (in[i + 1] == '\u20AC' || in[i + 1] == '\u0080');
    }

    private static int mojibakeGap(char third) {
        return switch (third) {
            case '\u201C', '\u201D', '\u0093', '\u0094' -> DASH;
            case '\u2018', '\u0091', '\u0090' -> HYPHEN;
            case '\u00A2', '\u00A6' -> SIGN;
            case '\u00AF' -> SPACE;
            default -> QUOTE;
        };
    }

    private static char mojibake(char second) {
        return switch (second) {
            case '\u00A5', '\u2026', '\u0085' -> 'å';
            case '\u00B8', '\u02DC', '\u0098' -> 'ø';
            case '\u00A6', '\u2020', '\u0086' -> 'æ';
            case '\u00A9', '\u2030' -> 'e';
            default -> 0;
        };
    }

    private static char combine(char base, char mark) {
        if (mark == '\u030A' && base == 'a') {
            return 'å';
        }
        if (mark == '\u0308' || mark == '\u0338') {
            return base == 'o' ? 'ø' : base == 'a' ? 'æ' : base;
        }
        return base;
    }

    private static char wide(char c) {
        if (c >= '\u0300' && c <= '\u036F') {
            return c;
        }
        if (c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\uFEFF') {
            return DROPPED;
        }
        if (c < '\u2E80' && c >= '\u2000') {
            return 0;
        }
        if (c >= '\uFB00' && c <= '\uFB06') {
            return c;
        }
        if (c == '\uFFFD') {
            return c;
        }
        return Character.isLetter(c) ? Character.toLowerCase(c) : 0;
    }

    private static char[] letters() {
        var table = new char[0x250];
        for (char c = 0; c < table.length; c++) {
            if (Character.isLetter(c) && c != '\u00AA' && c != '\u00BA') {
                table[c] = Character.toLowerCase(c);
            }
        }
        fold(table, "éèêëÉÈÊË", 'e');
        fold(table, "óòôõÓÒÔÕ", 'o');
        fold(table, "áàâãÁÀÂÃ", 'a');
        fold(table, "öÖ", 'ø');
        fold(table, "äÄ", 'æ');
        fold(table, "üúùûÜÚÙÛ", 'u');
        table['\u00C2'] = 0;
        table['\u00AD'] = DROPPED;
        return table;
    }

    private static char[] plain() {
        var table = new char[0x100];
        for (char c = 0; c < table.length; c++) {
            char letter = LETTERS[c];
            if (letter != 0 && letter != DROPPED && c != '\u00C3' && c != '\u00E2') {
                table[c] = (char) (c != letter && Character.isUpperCase(c) ? letter | CAPITAL_LETTER : letter);
            }
        }
        return table;
    }

    private static void fold(char[] table, String from, char to) {
        for (char c : from.toCharArray()) {
            table[c] = to;
        }
    }

    private static int[] gaps() {
        var table = new int[0x250];
        Arrays.fill(table, SIGN);
        for (char c : " \t\u00A0".toCharArray()) {
            table[c] = SPACE;
        }
        table['\n'] = 0;
        table['\r'] = 0;
        table['\f'] = 0;
        table['-'] = HYPHEN;
        table['\u00AC'] = HYPHEN;
        table['.'] = DOT;
        table[','] = COMMA;
        table[':'] = COLON;
        table[';'] = SEMICOLON;
        table['('] = OPEN;
        table['['] = OPEN;
        table[')'] = CLOSE;
        table[']'] = CLOSE;
        table['"'] = QUOTE;
        table['\''] = QUOTE;
        table['\u00AB'] = QUOTE;
        table['\u00BB'] = QUOTE;
        table['/'] = SLASH;
        table['!'] = BANG;
        table['?'] = BANG;
        table['$'] = DOLLAR;
        table['*'] = SPACE;
        table['_'] = SPACE;
        return table;
    }

    private static int wideGap(char c) {
        return switch (c) {
            case '\u2010', '\u2011', '\u2212' -> HYPHEN;
            case '\u2012', '\u2013', '\u2014', '\u2015' -> DASH;
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E', '\u201F', '\u2039', '\u203A' ->
                QUOTE;
            case '\u2028', '\u2029' -> 0;
            case '\u202F', '\u3000', '\u205F' -> SPACE;
            default -> c >= '\u2000' && c <= '\u200A' ? SPACE : SIGN;
        };
    }
}
