package no.forankring.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text into [Token]s. One and the same for indexing, for queries and for marking hits, so they never disagree.
///
/// Keeps together what readers of governing documents take as one: `§ 4-2`, `FOR-2016-10-28-1250`, `2017–2018`,
/// `NOU 2023: 4` (its number). Words with hyphens come apart: `demensplan-2025` and `demensplan 2025` are the same.
final class Tokenizer {

    /// Longer tokens are cut here; no word is that long, but broken files hold such things.
    static final int LONGEST_TOKEN = 100;

    private static final Set<String> IDENTIFIER_PREFIXES = Set.of("lov", "for", "forskrift", "nl", "sf", "lf", "del");

    private static final Set<String> SERIES_WITH_LETTER = Set.of("prop", "innst");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    /// All tokens in text order; empty for a text of signs only.
    static List<Token> tokens(String text) {
        var tokenizer = new Tokenizer(text);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == '§') {
                section();
            } else if (isDigit(c)) {
                number();
            } else if (Character.isLetterOrDigit(c)) {
                word();
            } else {
                at += Character.charCount(c);
            }
        }
    }

    private void section() {
        int start = at;
        int i = at;
        while (i < text.length() && text.charAt(i) == '§') {
            i++;
        }
        int number = afterSpaces(i, 3);
        if (!isDigitAt(number)) {
            at = i;
            return;
        }
        int end = sectionNumberEnd(number);
        add("§" + text.substring(number, end), start, end, Token.Kind.SECTION, false);
        at = end;
    }

    /// `4`, `4a`, `3-1`, `12-3b`.
    private int sectionNumberEnd(int from) {
        int end = digitsEnd(from);
        end = letterEnd(end);
        while (end < text.length() && isDash(text.charAt(end)) && isDigitAt(end + 1)) {
            end = letterEnd(digitsEnd(end + 1));
        }
        return end;
    }

    /// One letter right after a number belongs to it when no further letter follows.
    private int letterEnd(int end) {
        boolean one = end < text.length()
                && Character.isLetter(text.charAt(end))
                && !(end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1)));
        return one ? end + 1 : end;
    }

    private void number() {
        int start = at;
        int end = digitsEnd(start);
        while (end < text.length()) {
            char c = text.charAt(end);
            if ((isDash(c) || c == '.' || c == ',' || c == ':' || c == '/') && isDigitAt(end + 1)) {
                end = digitsEnd(end + 1);
            } else if (c == ':' && followsOfficialReport() && isDigitAt(afterSpaces(end + 1, 2))) {
                end = digitsEnd(afterSpaces(end + 1, 2));
            } else {
                break;
            }
        }
        if (end < text.length() && Character.isLetter(text.charAt(end)) && !isSeriesLetter(end)) {
            // 4a, 3D, 1250kg: digits and letters without a gap are one word.
            end = wordEnd(end);
        }
        add(text.substring(start, end), start, end, Token.Kind.NUMBER, false);
        at = end;
    }

    /// Whether the `L`, `S` or `LS` at `at` is that of `Prop.100L`, which is written with a space as well.
    private boolean isSeriesLetter(int at) {
        if (tokens.isEmpty() || !SERIES_WITH_LETTER.contains(tokens.getLast().exact())) {
            return false;
        }
        String letters = text.substring(at, wordEnd(at));
        return letters.equals("L") || letters.equals("S") || letters.equals("LS");
    }

    private boolean followsOfficialReport() {
        return !tokens.isEmpty() && tokens.getLast().exact().equals("nou");
    }

    private void word() {
        int start = at;
        int end = wordEnd(start);
        String lower = exact(text.substring(start, end));
        if (IDENTIFIER_PREFIXES.contains(lower)) {
            int identifierEnd = identifierEnd(end);
            if (identifierEnd > end) {
                add(text.substring(start, identifierEnd), start, identifierEnd, Token.Kind.IDENTIFIER, false);
                at = identifierEnd;
                return;
            }
        }
        if (lower.equals("paragraf")) {
            int number = afterSpaces(end, 2);
            if (number > end && isDigitAt(number)) {
                int numberEnd = sectionNumberEnd(number);
                add("§" + text.substring(number, numberEnd), start, numberEnd, Token.Kind.SECTION, false);
                at = numberEnd;
                return;
            }
        }
        boolean hyphenated =
                end + 1 < text.length() && isHyphen(text.charAt(end)) && Character.isLetter(text.codePointAt(end + 1));
        if (!lower.isEmpty()) {
            tokens.add(new Token(shortened(lower), start, end, Token.Kind.WORD, hyphenated));
        }
        at = end;
    }

    /// Where `-2016-10-28-1250` or `-1967-02-10` ends; `from` itself when no such thing follows.
    private int identifierEnd(int from) {
        int i = from;
        for (int digits : new int[] {4, 2, 2}) {
            if (i >= text.length() || !isDash(text.charAt(i)) || digitsEnd(i + 1) != i + 1 + digits) {
                return from;
            }
            i += 1 + digits;
        }
        if (i < text.length() && isDash(text.charAt(i)) && isDigitAt(i + 1)) {
            i = digitsEnd(i + 1);
        }
        return i;
    }

    private void add(String raw, int start, int end, Token.Kind kind, boolean hyphenated) {
        tokens.add(new Token(shortened(exact(raw)), start, end, kind, hyphenated));
    }

    /// Lower case, composed, without invisible signs and inner spaces, every dash as `-`.
    private static String exact(String raw) {
        boolean lower = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (!isPlain(c)) {
                return composed(raw);
            }
            lower &= !isUpper(c);
        }
        if (lower) {
            return raw;
        }
        char[] letters = raw.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (isUpper(letters[i])) {
                letters[i] += 'a' - 'A';
            }
        }
        return new String(letters);
    }

    /// A letter of the Norwegian alphabet or a digit, which nearly all words consist of.
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || isUpper(c) || c == 'æ' || c == 'ø' || c == 'å';
    }

    /// Of those that are plain; small letters come as far after all of them.
    private static boolean isUpper(char c) {
        return (c >= 'A' && c <= 'Z') || c == 'Æ' || c == 'Ø' || c == 'Å';
    }

    private static String composed(String raw) {
        String composed = Normalizer.isNormalized(raw, Normalizer.Form.NFC)
                ? raw
                : Normalizer.normalize(raw, Normalizer.Form.NFC);
        var exact = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (isDash(c)) {
                exact.append('-');
            } else if (!isInvisible(c) && !isSpace(c)) {
                exact.appendCodePoint(Character.toLowerCase(c));
            }
        }
        return exact.toString();
    }

    private static String shortened(String exact) {
        if (exact.length() <= LONGEST_TOKEN) {
            return exact;
        }
        int end = Character.isHighSurrogate(exact.charAt(LONGEST_TOKEN - 1)) ? LONGEST_TOKEN - 1 : LONGEST_TOKEN;
        return exact.substring(0, end);
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isPlain(text.charAt(end))) {
            end++;
        }
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean inside = Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || (isInvisible(c) && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1)));
            if (!inside) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private int digitsEnd(int from) {
        int end = from;
        while (isDigitAt(end)) {
            end++;
        }
        return end;
    }

    private int afterSpaces(int from, int most) {
        int i = from;
        while (i < text.length() && i - from < most && isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isDigitAt(int i) {
        return i < text.length() && isDigit(text.charAt(i));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t' || c == '\n' || c == '\r';
    }

    /// Soft hyphens, zero-width signs and the byte order mark.
    private static boolean isInvisible(int c) {
        return c == '\u00ad' || (c >= '\u200b' && c <= '\u200d') || c == '\ufeff' || c == '\u2060';
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isDash(int c) {
        return isHyphen(c) || (c >= '\u2012' && c <= '\u2015') || c == '\u2212';
    }
}
