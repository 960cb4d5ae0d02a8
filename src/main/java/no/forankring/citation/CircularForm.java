package no.forankring.citation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Circulars and numbered publications of the directorate.
///
/// `Rundskriv I-9/2015`, `H-8/18`, `rundskriv nr. I-1083/1974`, `IS-2442`, `IS 1253`, `IS-9/2012`, `IK-1983/85`
final class CircularForm implements CitationForm {

    private static final String MINISTRIES = "ihqtgauwvpd";

    @Override
    public List<Cue> cues() {
        return List.of(Cue.IS, Cue.IK, Cue.CIRCULAR, Cue.I);
    }

    @Override
    public int read(Reading reading, int token) {
        Numbers.Read read = readNumber(reading.tokens, token);
        if (read == null) {
            return token;
        }
        reading.addNumber(read, "circular-number");
        return read.to();
    }

    /// Asked also at single capital letters, which are no cues.
    static boolean mayStart(Tokens tokens, int token) {
        return tokens.foldedLength(token) == 1
                && tokens.allCaps(token)
                && MINISTRIES.indexOf(tokens.foldedChar(token, 0)) >= 0
                && tokens.isNumber(token + 1);
    }

    static Numbers.@Nullable Read readNumber(Tokens tokens, int token) {
        if (tokens.is(token, Cue.IS) || tokens.is(token, Cue.IK)) {
            return directorate(tokens, token, token);
        }
        if (tokens.is(token, Cue.CIRCULAR)) {
            int i = token + 1;
            if (tokens.is(i, Cue.NR) && tokens.gapWithin(i, Tokens.WHITE)) {
                i++;
            }
            if (!tokens.gapWithin(i, Tokens.WHITE | Tokens.DOT)) {
                return null;
            }
            if (tokens.is(i, Cue.IS) || tokens.is(i, Cue.IK)) {
                return directorate(tokens, token, i);
            }
            // "rundskriv 1-20/2000": a capital I that was misread
            boolean misread = tokens.isNumber(i) && tokens.value(i) == 1 && tokens.gap(i + 1) == Tokens.HYPHEN;
            boolean letters = tokens.isWord(i) && isLettered(tokens, i);
            return letters || misread ? ministry(tokens, token, i, Tokens.SPACE) : null;
        }
        return tokens.isWord(token) && mayStart(tokens, token) ? ministry(tokens, token, token, 0) : null;
    }

    private static boolean isLettered(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        if (length > 2) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char letter = tokens.foldedChar(token, i);
            if (letter < 'a' || letter > 'z') {
                return false;
            }
        }
        return true;
    }

    private static Numbers.@Nullable Read directorate(Tokens tokens, int from, int token) {
        int number = token + 1;
        if (!tokens.allCaps(token)
                || !tokens.isNumber(number)
                || tokens.value(number) < 0
                || !tokens.gapWithin(number, Tokens.HYPHEN | Tokens.SPACE | Tokens.DASH)) {
            return null;
        }
        String letters = tokens.foldedText(token);
        int year = number + 1;
        if (tokens.isNumber(year)
                && (tokens.gap(year) & Tokens.SLASH) != 0
                && tokens.gapWithin(year, Tokens.SLASH | Tokens.SPACE)) {
            int full = fullYear(tokens, year);
            return full == 0
                    ? null
                    : new Numbers.Read(
                            Designation.of(Series.DIRECTORATE, Integer.toString(tokens.value(number)), letters, full),
                            from,
                            year + 1);
        }
        if (tokens.length(number) < 3 || tokens.length(number) > 4) {
            return null;
        }
        return new Numbers.Read(
                Designation.of(Series.DIRECTORATE, Integer.toString(tokens.value(number)), letters, 0),
                from,
                number + 1);
    }

    private static Numbers.@Nullable Read ministry(Tokens tokens, int from, int token, int extra) {
        int number = token + 1;
        int year = token + 2;
        if (!tokens.isNumber(number)
                || !tokens.isNumber(year)
                || tokens.value(number) < 0
                || !tokens.gapWithin(number, Tokens.HYPHEN | Tokens.DASH | extra)
                || tokens.gap(number) == 0
                || tokens.gap(year) != Tokens.SLASH) {
            return null;
        }
        int full = fullYear(tokens, year);
        if (full == 0) {
            return null;
        }
        // No ministry writes a small l; it is a capital I that was misread.
        boolean misread =
                tokens.isNumber(token) || tokens.length(token) == 1 && tokens.text.charAt(tokens.start(token)) == 'l';
        return new Numbers.Read(
                Designation.of(
                        Series.CIRCULAR,
                        Integer.toString(tokens.value(number)),
                        misread ? "i" : tokens.foldedText(token).toLowerCase(Locale.ROOT),
                        full),
                from,
                year + 1);
    }

    private static int fullYear(Tokens tokens, int token) {
        int value = tokens.value(token);
        if (tokens.length(token) == 4) {
            return value >= 1900 && value < 2200 ? value : 0;
        }
        return tokens.length(token) == 2 ? value + (value < 50 ? 2000 : 1900) : 0;
    }
}
