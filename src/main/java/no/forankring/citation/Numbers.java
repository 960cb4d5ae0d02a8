package no.forankring.citation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What all numbered series share: sessions, and reading a whole alias as a number.
final class Numbers {

    /// A number read from the text: tokens up to `to`.
    record Read(Designation designation, int from, int to) {}

    /// A session or year after a number.
    record Session(int year, boolean yearOnly, boolean period, int to) {
        static final Session NONE = new Session(0, false, false, -1);
    }

    private static final int AROUND = Tokens.WHITE | Tokens.OPEN | Tokens.COMMA | Tokens.DOT;
    private static final int RANGE = Tokens.WHITE | Tokens.DASH | Tokens.HYPHEN | Tokens.SLASH;

    private Numbers() {}

    /// `(2017–2018)`, `(1998-99)`, `2014 - 2015`, `(2010/2011)`, `2020`, `fra 2020`; [Session#NONE] for all else.
    static Session session(Tokens tokens, int token) {
        int i = token;
        boolean from = false;
        if (tokens.is(i, Cue.FRA) && tokens.gapWithin(i, Tokens.WHITE)) {
            i++;
            from = true;
        }
        int around = (tokens.gap(i) & Tokens.OPEN) != 0 ? AROUND | Tokens.BARRIER : AROUND;
        if (!tokens.isNumber(i) || tokens.length(i) != 4 || !tokens.gapWithin(i, around)) {
            return Session.NONE;
        }
        int first = tokens.value(i);
        if (first < 1800 || first > 2200) {
            return Session.NONE;
        }
        int next = i + 1;
        boolean dash = tokens.isNumber(next)
                && tokens.gapWithin(next, RANGE)
                && (tokens.gap(next) & (Tokens.DASH | Tokens.HYPHEN | Tokens.SLASH)) != 0;
        if (dash && (tokens.length(next) == 4 || tokens.length(next) == 2)) {
            int second = tokens.value(next);
            boolean follows = tokens.length(next) == 4 ? second == first + 1 : second == (first + 1) % 100;
            return new Session(first, false, !follows, next + 1);
        }
        boolean bracketed = (tokens.gap(i) & Tokens.OPEN) != 0;
        if (dash && !bracketed || first < 1900) {
            return Session.NONE;
        }
        if ((tokens.gap(i) & Tokens.DOT) != 0 || (tokens.gap(i) & Tokens.COMMA) != 0 && !bracketed && !from) {
            return Session.NONE;
        }
        return new Session(first, true, false, next);
    }

    /// An alias that is a number and nothing else.
    static Optional<Designation> readWhole(String alias, Lexicon lexicon) {
        if (alias.length() > 40 || alias.isBlank()) {
            return Optional.empty();
        }
        var tokens = new Tokens(alias, lexicon, List.of());
        if (tokens.count() < 2) {
            return Optional.empty();
        }
        Read read = read(tokens, 0);
        return read != null && read.to() == tokens.count() ? Optional.of(read.designation()) : Optional.empty();
    }

    private static @Nullable Read read(Tokens tokens, int token) {
        Read read = ParliamentPaperForm.readNumber(tokens, token);
        if (read == null) {
            read = OfficialReportForm.readNumber(tokens, token);
        }
        if (read == null) {
            read = CircularForm.readNumber(tokens, token);
        }
        return read;
    }

    /// A day as ids write it: `2011-06-24`.
    static String date(int year, int month, int day) {
        char[] date = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
        digits(date, 4, year);
        digits(date, 7, month);
        digits(date, 10, day);
        return new String(date);
    }

    /// Writes the number so that its last digit stands before `end`.
    private static void digits(char[] into, int end, int number) {
        int i = end;
        for (int rest = number; rest > 0; rest /= 10) {
            into[--i] = (char) ('0' + rest % 10);
        }
    }

    /// The end of a finding in the text, with the bracket that closes its session.
    static int endOf(Tokens tokens, int from, int to) {
        int end = tokens.end(to - 1);
        boolean open = false;
        for (int i = Math.max(from + 1, to - 3); i < to; i++) {
            open |= (tokens.gap(i) & Tokens.OPEN) != 0;
        }
        if (open && (tokens.gap(to) & Tokens.CLOSE) != 0) {
            int i = end;
            while (i < tokens.text.length() && i < end + 3) {
                char c = tokens.text.charAt(i);
                if (c == ')' || c == ']') {
                    return i + 1;
                }
                i++;
            }
        }
        return end;
    }
}
