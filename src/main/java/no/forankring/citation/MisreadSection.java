package no.forankring.citation;

import org.jspecify.annotations.Nullable;

/// A § sign that scanning has read as something else: `loven $ 3-1`, `forvaltningsloven $$ 16 og 17`,
/// `hlspl. S 39 og S 40`, `SS 3-1 og 4-1`, `offentleglova 5 3`.
///
/// Such a sign is believed only where a § must stand: right after an act, in a list of provisions, or, for the dollar
/// sign, before a number of two parts.
final class MisreadSection {

    private static final int NEAR = Tokens.SPACE | Tokens.LINE;

    private MisreadSection() {}

    /// A capital S or SS with a number after it.
    static boolean isLetter(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        return (length == 1 || length == 2)
                && tokens.foldedChar(token, 0) == 's'
                && tokens.foldedChar(token, length - 1) == 's'
                && tokens.allCaps(token)
                && tokens.isNumber(token + 1)
                && tokens.gapWithin(token + 1, NEAR);
    }

    /// The number 5 with another number after it, in a text that has been misread elsewhere too.
    static boolean isFive(Tokens tokens, int token) {
        return tokens.isNoisy()
                && tokens.length(token) == 1
                && tokens.value(token) == 5
                && tokens.isNumber(token + 1)
                && tokens.gap(token + 1) == Tokens.SPACE;
    }

    /// Reads the provision after the misread sign; asked at a number with a dollar sign before it, at an S or at a 5.
    static int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        boolean dollar = tokens.isNumber(token) && tokens.dollarBefore(token);
        boolean expected = afterAct(reading, token) || inList(reading, token);
        boolean lone = !dollar && tokens.isNoisy() && tokens.isWord(token) && hasTwoParts(tokens, token + 1);
        if (!expected && !lone && !(dollar && (hasTwoParts(tokens, token) || isDouble(tokens, token)))) {
            return token;
        }
        int number = dollar ? token : token + 1;
        boolean plural = dollar ? isDouble(tokens, token) : tokens.foldedLength(token) == 2;
        int findings = reading.findings.size();
        int to = SectionForm.read(reading, number, plural);
        if (reading.findings.size() == findings) {
            return token;
        }
        Finding first = reading.findings.get(findings);
        first.from = token;
        first.start =
                dollar ? tokens.text.lastIndexOf('$', tokens.start(token)) - (plural ? 1 : 0) : tokens.start(token);
        return to;
    }

    private static boolean afterAct(Reading reading, int token) {
        Finding last = reading.last();
        return last != null
                && last.to == token
                && (last.mayBeAct() || last.kind == Finding.Kind.BACK)
                && reading.tokens.gapWithin(token, NEAR | Tokens.DOLLAR | Tokens.DOT | Tokens.OPEN);
    }

    /// "… $ 3-1, S 3-3 og S 4-2", "§ 1-1 jf. S 1-3"
    private static boolean inList(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Finding last = reading.last();
        if (last == null || !isProvision(last)) {
            return false;
        }
        int words = token - last.to;
        int bracketEnd = reading.isAnd(token - 1) ? token - 1 : token;
        boolean linked = words == 0 && (tokens.gap(token) & (Tokens.COMMA | Tokens.CLOSE)) != 0
                || words == 1 && (reading.isAnd(last.to) || tokens.is(last.to, Cue.JF))
                || bracketEnd - last.to <= MOST_BETWEEN && bracketed(tokens, last.to, bracketEnd);
        return linked && (tokens.gap(token) & Tokens.BLANK) == 0;
    }

    private static final int MOST_BETWEEN = 4;

    /// "Folkehelselova S5 (oversikt), S6 (mål i plan) og S7": only a bracket stands between.
    private static boolean bracketed(Tokens tokens, int from, int token) {
        return token > from
                && (tokens.gap(from) & Tokens.OPEN) != 0
                && (tokens.gap(token) & Tokens.CLOSE) != 0
                && (tokens.gap(token) & Tokens.DOT) == 0;
    }

    private static boolean isProvision(@Nullable Finding finding) {
        return finding != null && (finding.kind == Finding.Kind.SECTION || !finding.pinpoint.isWhole());
    }

    private static boolean hasTwoParts(Tokens tokens, int token) {
        int next = token + 1;
        if (tokens.isWord(next) && tokens.gap(next) == 0 && tokens.foldedLength(next) == 1) {
            // "4A-5"
            next++;
        }
        return tokens.isNumber(next) && tokens.gapWithin(next, Tokens.HYPHEN | Tokens.DASH) && tokens.gap(next) != 0;
    }

    private static boolean isDouble(Tokens tokens, int token) {
        int sign = tokens.text.lastIndexOf('$', tokens.start(token));
        return sign > 0 && tokens.text.charAt(sign - 1) == '$';
    }
}
