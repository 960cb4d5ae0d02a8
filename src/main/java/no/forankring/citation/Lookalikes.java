package no.forankring.citation;

import java.util.Arrays;

/// Puts right what scanning and careless typing have done to words and numbers.
///
/// `helsepersonell0ven`, `NOU 2O11: 11`, `St.me1d. nr. l3`, `milj�`, `Smitte-⏎vemloven`; and names that a space has cut
/// in two, `demens planen`. Only what the [Lexicon] knows as a whole is joined or read anew, and a number only where a
/// number must stand; the rest stays as it is. Texts without a trace of such noise cost one look at each token.
final class Lookalikes {

    private static final int SHORTEST_GUESS = 5;
    private static final int SHORTEST_REPLACED = 3;
    private static final int SHORTEST_JOINED = 10;
    private static final int SHORTEST_ACT = 6;
    private static final int SHORTEST_HALF = 4;
    private static final int LONGEST_RUN = 12;
    private static final char[] IS = {'i', 's'};

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Tokens.Rewriter rewriter;
    /// Something in the text was misread, so that unknown words deserve a second look.
    private boolean noisy;

    private Lookalikes(Tokens tokens, boolean noisy) {
        this.tokens = tokens;
        this.lexicon = tokens.lexicon;
        this.rewriter = tokens.rewriter();
        this.noisy = noisy;
    }

    static void repair(Tokens tokens) {
        if (tokens.lexicon.isBuilding()) {
            return;
        }
        boolean noisy = tokens.hasReplacements();
        boolean suspect = false;
        for (int i = 1; i < tokens.count() && !noisy; i++) {
            if (tokens.gap(i) == 0 && mixed(tokens, i)) {
                suspect = true;
                noisy = misread(tokens, i);
            } else if (!suspect && (cutBySpace(tokens, i) || tokens.dollarBefore(i) || isMisreadWord(tokens, i))) {
                suspect = true;
                noisy |= isMisreadWord(tokens, i);
            }
        }
        if (noisy || suspect) {
            new Lookalikes(tokens, noisy).rewrite();
        }
    }

    private static boolean isMisreadWord(Tokens tokens, int token) {
        return tokens.startsWithMisreadCapital(token) || tokens.hasMisreadSmall(token);
    }

    private static boolean mixed(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.isNumber(token - 1) || tokens.isNumber(token) && tokens.isWord(token - 1);
    }

    /// A digit within a word (`forvaltningsl0ven`) or a letter within a year (`2O11`); `Demensplan2025` and `4A-3` are
    /// neither.
    private static boolean misread(Tokens tokens, int token) {
        boolean within =
                tokens.isNumber(token - 1) && token > 1 && tokens.gap(token - 1) == 0 && tokens.isWord(token - 2);
        if (within && tokens.foldedLength(token) > 1 && tokens.foldedLength(token - 2) > 1) {
            return true;
        }
        return tokens.isWord(token)
                ? isDigits(tokens, token) && tokens.length(token - 1) > 1
                : isDigits(tokens, token - 1);
    }

    private void rewrite() {
        int count = tokens.count();
        int i = 0;
        while (i < count) {
            int to = read(i);
            if (to > i) {
                i = to;
            } else {
                rewriter.keep(i);
                i++;
            }
        }
        rewriter.finish();
    }

    /// Reads one token anew from `[token, result)`, or returns `token`.
    private int read(int token) {
        int end = token + 1;
        boolean mixed = false;
        while (end < tokens.count() && tokens.gap(end) == 0 && end - token < LONGEST_RUN && (mixed(tokens, end))) {
            mixed = true;
            end++;
        }
        if (mixed) {
            for (int to = end; to > token + 1; to--) {
                if (number(token, to) || word(token, to)) {
                    return to;
                }
            }
        }
        if (tokens.isWord(token)) {
            if (token + 1 < tokens.count() && cutBySpace(tokens, token + 1)) {
                rewriter.merge(token, token + 2, tokens.joinedEntry(token, token + 2));
                return token + 2;
            }
            if (letterNumber(token)) {
                return token + 1;
            }
            if (noisy && isMisreadSeries(token)) {
                rewriter.merge(token, token + 1, lexicon.entry(IS, 0, 2));
                return token + 1;
            }
            if (noisy && tokens.word(token) == Tokens.UNKNOWN) {
                return guess(token);
            }
            if (noisy && token + 1 < tokens.count() && tokens.cutByLine(token + 1) && !isHalfOfPair(token)) {
                return joinLines(token);
            }
        }
        return token;
    }

    // ---- numbers ----

    /// `2O11`, `l998`, `5O`, `3l` as a number, where a number must stand.
    private boolean number(int from, int to) {
        int digits = 0;
        int letters = 0;
        boolean round = false;
        int value = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i)) {
                digits += tokens.length(i);
                value = tokens.length(i) > 4 ? -1 : value;
            } else if (isDigits(tokens, i)) {
                letters += tokens.foldedLength(i);
                round |= tokens.text.substring(tokens.start(i), tokens.end(i)).indexOf('O') >= 0;
            } else {
                return false;
            }
        }
        if (digits + letters > 4 || value < 0 || letters == 0) {
            return false;
        }
        for (int i = tokens.start(from); i < tokens.end(to - 1); i++) {
            value = value * 10 + digit(tokens.text.charAt(i));
        }
        boolean year = digits + letters == 4 && value >= 1800 && value < 2200;
        if (!year && !round && !awaitsNumber(from) && !noisy) {
            return false;
        }
        if (!year && !round && isProvisionLetter(from, to)) {
            return false;
        }
        noisy = true;
        rewriter.number(from, to, value);
        return true;
    }

    /// `§ 10 l` written `§ 10l`, `4I`: with one letter after the digits and no digit after it, only noise makes it 101.
    private boolean isProvisionLetter(int from, int to) {
        return !noisy && to - from == 2 && tokens.isNumber(from);
    }

    /// `Ot.prp. nr. lO`: letters alone, right after what a number must follow.
    private boolean letterNumber(int token) {
        if (tokens.length(token) > 2 || !isDigits(tokens, token) || !awaitsNumber(token)) {
            return false;
        }
        String written = tokens.text.substring(tokens.start(token), tokens.end(token));
        boolean plain = written.equals("I") || written.equals("II") || written.equals("i");
        if (plain || tokens.gapWithin(token + 1, Tokens.HYPHEN) && !tokens.dollarBefore(token)) {
            return false;
        }
        int value = 0;
        for (int i = 0; i < written.length(); i++) {
            value = value * 10 + digit(written.charAt(i));
        }
        rewriter.number(token, token + 1, value);
        return true;
    }

    private boolean awaitsNumber(int token) {
        int gap = tokens.gap(token);
        if (token > 0
                && (gap & (Tokens.HYPHEN | Tokens.SLASH | Tokens.COLON)) != 0
                && (gap & ~(Tokens.HYPHEN | Tokens.SLASH | Tokens.COLON | Tokens.SPACE)) == 0
                && tokens.isNumber(token - 1)) {
            return true;
        }
        if (tokens.isSection(token - 1) || tokens.dollarBefore(token)) {
            return true;
        }
        Cue before = token == 0 ? null : Cue.of(tokens.word(token - 1));
        return before == Cue.NR
                || before == Cue.ST
                || before == Cue.PRP
                || before == Cue.PROP
                || before == Cue.MELD
                || before == Cue.NOU;
    }

    /// All letters of the word are often read for digits.
    private static boolean isDigits(Tokens tokens, int token) {
        if (tokens.length(token) > 3) {
            return false;
        }
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            if (digit(tokens.text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int digit(char c) {
        return switch (c) {
            case 'O', 'o' -> 0;
            case 'l', 'I', 'i' -> 1;
            default -> c >= '0' && c <= '9' ? c - '0' : -1;
        };
    }

    // ---- words ----

    /// Letters and digits that are a word when the digits are read as letters.
    private boolean word(int from, int to) {
        if (tokens.isNumber(from) && awaitsNumber(from)) {
            // "§ 1a" is no word.
            return false;
        }
        int length = tokens.end(to - 1) - tokens.start(from);
        if (length > 60) {
            return false;
        }
        int room = 0;
        for (int i = from; i < to; i++) {
            room += Math.max(tokens.length(i), tokens.foldedLength(i));
        }
        var letters = new char[room];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (tokens.isNumber(i)) {
                for (int at = tokens.start(i); at < tokens.end(i); at++) {
                    char letter = switch (tokens.text.charAt(at)) {
                        case '0' -> 'o';
                        case '1' -> 'l';
                        case '5' -> 's';
                        default -> 0;
                    };
                    if (letter == 0) {
                        return false;
                    }
                    letters[size++] = letter;
                }
            } else {
                for (int at = 0; at < tokens.foldedLength(i); at++) {
                    letters[size++] = tokens.foldedChar(i, at);
                }
            }
        }
        int entry = lexicon.entry(letters, 0, size);
        if (entry < 0 && size >= SHORTEST_GUESS) {
            entry = lexicon.lookalike(letters, 0, size);
        }
        if (entry < 0) {
            return false;
        }
        noisy = true;
        rewriter.merge(from, to, entry);
        return true;
    }

    /// An unknown word of a noisy text, and the half before it that a line break has cut off.
    private int guess(int token) {
        if (token + 1 < tokens.count() && tokens.cutByLine(token + 1)) {
            int to = joinLines(token);
            if (to > token) {
                return to;
            }
        }
        if (tokens.foldedLength(token) < SHORTEST_GUESS
                && !tokens.startsWithMisreadCapital(token)
                && !(tokens.foldedLength(token) >= SHORTEST_REPLACED
                        && tokens.text.charAt(tokens.start(token)) == 'I'
                        && !tokens.allCaps(token))
                && !(tokens.foldedLength(token) >= SHORTEST_REPLACED && hasReplaced(token))) {
            return token;
        }
        if (token + 1 < tokens.count() && tokens.gap(token + 1) == Tokens.SPACE && tokens.isWord(token + 1)) {
            int joined = tokens.foldedLength(token) + tokens.foldedLength(token + 1) < SHORTEST_JOINED
                    ? -1
                    : tokens.joinedEntry(token, token + 2);
            if (joined >= 0) {
                rewriter.merge(token, token + 2, joined);
                return token + 2;
            }
        }
        int entry = lookalike(token, token + 1);
        if (entry < 0) {
            return token;
        }
        rewriter.merge(token, token + 1, entry);
        return token + 1;
    }

    /// `lS-1972`
    private boolean isMisreadSeries(int token) {
        return tokens.length(token) == 2
                && tokens.text.startsWith("lS", tokens.start(token))
                && tokens.isNumber(token + 1)
                && tokens.gapWithin(token + 1, Tokens.HYPHEN | Tokens.DASH | Tokens.SPACE);
    }

    private int joinLines(int token) {
        int entry = lookalike(token, token + 2);
        if (entry < 0) {
            return token;
        }
        rewriter.merge(token, token + 2, entry);
        return token + 2;
    }

    /// "helse-⏎og omsorgstjenester"
    private boolean isHalfOfPair(int token) {
        Cue next = Cue.of(tokens.word(token + 1));
        return next == Cue.OG || next == Cue.ELLER || next == Cue.SAMT;
    }

    private boolean hasReplaced(int token) {
        for (int i = 0; i < tokens.foldedLength(token); i++) {
            if (tokens.foldedChar(token, i) == Lexicon.REPLACED) {
                return true;
            }
        }
        return false;
    }

    private int lookalike(int from, int to) {
        var letters = new char[tokens.foldedLength(from) + (to - from > 1 ? tokens.foldedLength(to - 1) : 0)];
        int size = 0;
        for (int i = from; i < to; i++) {
            for (int at = 0; at < tokens.foldedLength(i); at++) {
                letters[size++] = tokens.foldedChar(i, at);
            }
        }
        int entry = lexicon.lookalike(letters, 0, size);
        if (entry < 0 && size > 1 && letters[size - 1] == Lexicon.REPLACED) {
            // A quotation mark or dash after the word was lost.
            entry = lexicon.entry(letters, 0, size - 1);
        }
        if (entry < 0 && size > 1 && letters[0] == Lexicon.REPLACED) {
            entry = lexicon.entry(Arrays.copyOfRange(letters, 1, size), 0, size - 1);
        }
        return entry;
    }

    /// `demens planen`, `pårørende strategien`: two words that are one name when joined.
    private static boolean cutBySpace(Tokens tokens, int token) {
        int last = tokens.wordAt(token);
        if (last < 0 || !mayEndName(tokens, token, last)) {
            return false;
        }
        if (tokens.gap(token) != Tokens.SPACE || tokens.capital(token) && !tokens.allCaps(token)) {
            return false;
        }
        Cue kind = Cue.of(last);
        boolean kindWord = kind != null && kind.isKind() && tokens.form(token) == Lexicon.DEFINITE;
        // "omsorgs tjenesteloven" is not the tjenesteloven.
        boolean act = kind == null && tokens.foldedLength(token) > SHORTEST_ACT && isAct(tokens, token);
        if (!kindWord && !act) {
            return false;
        }
        int before = token - 1;
        int word = tokens.word(before);
        if (!tokens.isWord(before)
                || tokens.foldedLength(before) < SHORTEST_HALF
                || word >= 0 && word < Cue.ALL.length) {
            return false;
        }
        int entry = tokens.joinedEntry(before, token + 1);
        return entry >= 0 && tokens.lexicon.word(entry) >= Cue.ALL.length;
    }

    /// A definite kind word, or an ending that acts have; looks at one letter only.
    private static boolean mayEndName(Tokens tokens, int token, int word) {
        if (word < Cue.ALL.length) {
            return word <= Cue.ASSIGNMENT.ordinal();
        }
        int length = tokens.foldedLength(token);
        if (length <= SHORTEST_ACT) {
            return false;
        }
        char end = tokens.foldedChar(token, length - 1);
        char before = tokens.foldedChar(token, length - 2);
        return end == 'n' && before == 'e' || end == 'a' && (before == 'v' || before == 't');
    }

    private static boolean isAct(Tokens tokens, int token) {
        if (!tokens.foldedEndsWith(token, "loven")
                && !tokens.foldedEndsWith(token, "lova")
                && !tokens.foldedEndsWith(token, "forskriften")
                && !tokens.foldedEndsWith(token, "forskrifta")) {
            return false;
        }
        return tokens.isWord(token - 1) && tokens.foldedEndsWith(token - 1, "s");
    }
}
