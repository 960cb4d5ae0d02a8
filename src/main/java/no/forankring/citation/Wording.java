package no.forankring.citation;

import java.util.List;

/// A learned spelling as a row of tokens, with how far it can be trusted when it stands alone.
final class Wording {

    private static final int LONG_WORD = 13;
    private static final int MANY_WORDS = 4;
    private static final int LONGEST_ABBREVIATION = 8;
    /// What may differ between the spelling as accepted and the words of a text: how they are parted by white space.
    private static final int FREE = Tokens.SPACE | Tokens.LINE;

    final Tokens tokens;
    /// Words that carry meaning: no small words, no kind words.
    int content;
    /// Content words that say something of the topic.
    int telling;
    int letters;
    boolean digits;
    boolean kind;
    /// Names a series, as in Meld. St. or NOU.
    private boolean series;
    /// Ends in a kind word and says which, as in samhandlingsreforma; not so handlingsplanen.
    boolean compound;
    boolean capitals = true;
    boolean quoted;
    private int longest;

    Wording(String words, NameIndex names) {
        tokens = new Tokens(words, names.lexicon, List.of());
        for (int i = 0; i < tokens.count(); i++) {
            quoted |= i > 0 && (tokens.gap(i) & Tokens.QUOTE) != 0;
            if (tokens.isNumber(i)) {
                digits = true;
            } else if (tokens.isWord(i)) {
                count(i, names);
            }
        }
    }

    private void count(int token, NameIndex names) {
        int length = tokens.foldedLength(token);
        int word = tokens.word(token);
        letters += length;
        capitals &= tokens.allCaps(token);
        Cue cue = Cue.of(word);
        Cue ending = cue == null ? Inflection.kindOf(tokens, token) : null;
        if (cue != null) {
            kind |= cue.isKind();
            series |= cue.isSeries();
        } else if (ending != null && CompoundForm.isCommon(tokens.foldedText(token), ending)) {
            kind = true;
        } else if (!names.isStop(word) && length > 2) {
            content++;
            longest = Math.max(longest, length);
            telling += names.isPale(word) ? 0 : 1;
            compound |= ending != null;
        }
    }

    int count() {
        return tokens.count();
    }

    /// A number in a series without its session, as in Stortingsmelding 24.
    boolean isNumber() {
        return content == 0 && digits && (kind || series);
    }

    boolean isAbbreviation() {
        return capitals && letters > 2 && letters <= LONGEST_ABBREVIATION;
    }

    /// Names its document wherever it stands; else it must look like a name there.
    boolean isStrong() {
        return compound
                || isAbbreviation()
                || kind
                || content >= MANY_WORDS
                || digits && letters > 3
                || content == 1 && longest >= LONG_WORD;
    }

    /// Several words, of which the first has a capital, as in Trygg aldring.
    boolean looksLikeName() {
        return content > 1 && telling > 0 && tokens.isWord(0) && tokens.capital(0);
    }

    int firstKey() {
        return key(tokens, 0);
    }

    /// Equal for equal tokens, mostly different for others, and quick to find.
    static int key(Tokens text, int token) {
        int length = text.foldedLength(token);
        if (length == 0) {
            return text.isNumber(token) ? -text.value(token) - 1 : 0;
        }
        int ends = text.foldedChar(token, 0) << 16 | text.foldedChar(token, length - 1);
        return (ends * 31 + text.foldedChar(token, length / 2)) * 31 + length;
    }

    boolean equalTo(Wording other) {
        return count() == other.count() && standsAt(other.tokens, 0);
    }

    /// True when the tokens from `at` on are these words, letter by letter but for case, and look like a name where
    /// the words need to.
    boolean isNamedAt(Tokens text, int at) {
        if (!standsAt(text, at) || isAbbreviation() && !allCaps(text, at)) {
            return false;
        }
        return isStrong()
                || text.capital(at) && (!text.beginsSentence(at) || NameForm.isQuoted(text, at) || fillsLine(text, at));
    }

    private boolean standsAt(Tokens text, int at) {
        if (at + count() > text.count()) {
            return false;
        }
        for (int i = 0; i < count(); i++) {
            boolean same = sameToken(text, at + i, i) && (i == 0 || sameGap(text, at + i, i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean sameToken(Tokens text, int there, int here) {
        if (tokens.isNumber(here)) {
            return text.isNumber(there)
                    && text.value(there) == tokens.value(here)
                    && text.length(there) == tokens.length(here);
        }
        return tokens.isWord(here)
                ? text.isWord(there) && text.foldedIs(there, tokens.foldedText(here))
                : text.word(there) == tokens.word(here);
    }

    private boolean sameGap(Tokens text, int there, int here) {
        return (text.gap(there) & ~FREE) == (tokens.gap(here) & ~FREE);
    }

    private boolean allCaps(Tokens text, int at) {
        for (int i = at; i < at + count(); i++) {
            if (text.isWord(i) && !text.allCaps(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean fillsLine(Tokens text, int at) {
        int edge = Tokens.LINE | Tokens.BLANK | Tokens.BARRIER;
        return (at == 0 || (text.gap(at) & (edge | Tokens.SIGN)) != 0) && (text.gap(at + count()) & edge) != 0;
    }
}
