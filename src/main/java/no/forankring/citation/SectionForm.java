package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Provisions: `§ 3-1 tredje ledd`, `§§ 3-1 og 3-2`, `§§ 5–7`, `§ 6 – § 9`, `§ 8-1 annet og tredje ledd`, `§ 5 flg.`,
/// `kapittel 29 eller 30`, `kap. III`.
///
/// A § sign with its list is one group: one finding per provision, one for a range. Which act they belong to is
/// settled by the [SectionResolver].
final class SectionForm {

    private static final int NEAR = Tokens.SPACE | Tokens.LINE;
    private static final int LONGEST_LIST = 200;

    private SectionForm() {}

    /// Reads from the § sign.
    static int read(Reading reading, int token) {
        return read(reading, token, token + 1, reading.tokens.value(token) > 1);
    }

    /// Reads from the number on, where the sign before it was misread.
    static int read(Reading reading, int number, boolean plural) {
        return read(reading, number, number, plural);
    }

    private static int read(Reading reading, int token, int number, boolean plural) {
        Tokens tokens = reading.tokens;
        int group = -1;
        int at = number;
        int from = token;
        for (int item = 0; item < LONGEST_LIST; item++) {
            ProvisionReader provision = ProvisionReader.read(tokens, at, plural);
            if (provision.isEmpty()) {
                break;
            }
            if (group < 0) {
                group = reading.newGroup();
            }
            at = add(reading, provision, from, plural, group);
            int next = plural ? nextInList(reading, at) : oneMore(reading, at);
            if (next < 0) {
                break;
            }
            at = next;
            from = next;
        }
        return group < 0 ? token : Math.max(token + 1, at);
    }

    /// Adds a finding for each part of the provision, or one for the range that it begins; returns the token after.
    private static int add(Reading reading, ProvisionReader provision, int from, boolean plural, int group) {
        Tokens tokens = reading.tokens;
        List<ProvisionReader.Part> parts = new ArrayList<>(provision.parts());
        int to = provision.to();
        if (parts.size() == 1) {
            Pinpoint first = parts.getFirst().pinpoint();
            int rangeTo = rangeEnd(tokens, to, plural, first.section());
            ProvisionReader end = rangeTo > 0 ? ProvisionReader.readNumber(tokens, rangeTo) : null;
            if (end != null && !end.isEmpty()) {
                String last = end.parts().getFirst().pinpoint().section();
                if (!last.equals(first.section())) {
                    to = end.to();
                    var range = new Pinpoint("", first.section(), 0, "", "", 0, last);
                    parts.set(0, new ProvisionReader.Part(range, from, to));
                }
            }
        }
        if (tokens.is(to, Cue.FLG) && tokens.gapWithin(to, NEAR)) {
            to++;
        }
        for (int i = 0; i < parts.size(); i++) {
            ProvisionReader.Part part = parts.get(i);
            boolean last = i + 1 == parts.size();
            var finding = new Finding(
                    Finding.Kind.SECTION, "section", i == 0 ? from : part.from(), last ? to : part.to(), tokens);
            finding.pinpoint = part.pinpoint();
            finding.group = group;
            finding.dotted = provision.dotted();
            if (endsWithBracket(tokens, finding.to)) {
                finding.end = tokens.text.indexOf(')', finding.end) + 1;
            }
            reading.add(finding);
        }
        return to;
    }

    private static boolean endsWithBracket(Tokens tokens, int to) {
        // "§ 3-1 (3)": the bracket that closes the number of the ledd.
        return tokens.isNumber(to - 1)
                && (tokens.gap(to - 1) & Tokens.OPEN) != 0
                && tokens.text.startsWith(")", tokens.end(to - 1));
    }

    /// "§ 4 og 16.", "§ 10 a og 10 b)": a second number under one §, where no word follows that it could count.
    private static int oneMore(Reading reading, int to) {
        Tokens tokens = reading.tokens;
        int next = to + 1;
        if (!reading.isAnd(to)
                || !tokens.isNumber(next)
                || !tokens.gapWithin(to, NEAR)
                || !tokens.gapWithin(next, NEAR)
                || tokens.length(next) > 3) {
            return -1;
        }
        int after = next + 1;
        while (after < next + 4
                && (tokens.isNumber(after) && tokens.gap(after) == Tokens.HYPHEN
                        || isLetter(tokens, after)
                                && !tokens.is(after, Cue.I)
                                && tokens.gapWithin(after, Tokens.SPACE))) {
            after++;
        }
        int ends = Tokens.DOT
                | Tokens.COMMA
                | Tokens.CLOSE
                | Tokens.LINE
                | Tokens.BLANK
                | Tokens.BARRIER
                | Tokens.SEMICOLON
                | Tokens.SIGN;
        boolean act = tokens.is(after, Cue.I) || tokens.is(after, Cue.JF);
        return ((tokens.gap(after) & ends) != 0 || act) && Cue.month(tokens.word(after)) == 0 ? next : -1;
    }

    private static int nextInList(Reading reading, int to) {
        Tokens tokens = reading.tokens;
        int next = -1;
        if (tokens.isNumber(to) && tokens.gapWithin(to, Tokens.COMMA | NEAR) && (tokens.gap(to) & Tokens.COMMA) != 0) {
            next = to;
        } else if (reading.isAnd(to)
                && tokens.isNumber(to + 1)
                && tokens.gapWithin(to, Tokens.COMMA | NEAR)
                && tokens.gapWithin(to + 1, NEAR)) {
            next = to + 1;
        }
        // "§§ 5 og 6, 13. juni": a date begins.
        return next >= 0 && Cue.month(tokens.word(next + 1)) == 0 ? next : -1;
    }

    /// The token at which the end of a range stands, or -1.
    private static int rangeEnd(Tokens tokens, int to, boolean plural, String section) {
        boolean dash = (tokens.gap(to) & (Tokens.DASH | Tokens.HYPHEN)) != 0
                && tokens.gapWithin(to, Tokens.DASH | Tokens.HYPHEN | NEAR);
        if (dash && tokens.isSection(to)) {
            return to + 1;
        }
        if (plural && dash && tokens.isNumber(to)) {
            return to;
        }
        if (tokens.is(to, Cue.TIL) && tokens.gapWithin(to, NEAR)) {
            if (tokens.isSection(to + 1) && tokens.isNumber(to + 2)) {
                return to + 2;
            }
            // "§ 2-4 til 2-9"
            boolean alike = section.indexOf('-') > 0 && tokens.gap(to + 2) == Tokens.HYPHEN && tokens.isNumber(to + 2);
            if ((plural || alike) && tokens.isNumber(to + 1)) {
                return to + 1;
            }
        }
        return -1;
    }

    /// Chapters of an act or a paper: `kap. 4`, `kapittel 4A`, `kapittel 4.2`, `kap. III`, `kapittel 29 eller 30`,
    /// `kapitlene 7, 8 eller 11`.
    ///
    /// @return the token after them, or `token` when no chapter stands there
    static int chapters(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        if (!tokens.gapWithin(token + 1, NEAR | Tokens.DOT)) {
            return token;
        }
        int group = -1;
        int at = token + 1;
        int from = token;
        for (int item = 0; item < LONGEST_LIST; item++) {
            Finding chapter = chapter(tokens, from, at);
            if (chapter == null) {
                break;
            }
            if (group < 0) {
                group = reading.newGroup();
            }
            chapter.group = group;
            reading.add(chapter);
            at = chapter.to;
            boolean comma = tokens.gap(at) == (Tokens.COMMA | Tokens.SPACE);
            boolean word = reading.isAnd(at) || tokens.is(at, Cue.TIL);
            int next = word ? at + 1 : at;
            if (!word && !comma || !goesOn(tokens, next)) {
                break;
            }
            at = next;
            from = next;
        }
        return group < 0 ? token : at;
    }

    /// The next number of a list of chapters: not a date, not a section.
    private static boolean goesOn(Tokens tokens, int token) {
        return tokens.gapWithin(token, NEAR | Tokens.COMMA)
                && (tokens.isNumber(token)
                        ? Cue.month(tokens.word(token + 1)) == 0 && (tokens.gap(token + 1) & Tokens.HYPHEN) == 0
                        : tokens.isWord(token) && tokens.foldedLength(token) > 1);
    }

    private static @Nullable Finding chapter(Tokens tokens, int from, int token) {
        int i = token;
        String chapter;
        if (tokens.isNumber(i) && tokens.length(i) <= 2) {
            chapter = Integer.toString(tokens.value(i));
            i++;
            // "kapittel 4.2" of a paper
            while (tokens.isNumber(i) && tokens.gap(i) == Tokens.DOT && tokens.length(i) <= 2 && i - token < 4) {
                chapter += "." + tokens.value(i);
                i++;
            }
            boolean glued = isLetter(tokens, i) && tokens.gap(i) == 0;
            boolean spaced = isLetter(tokens, i)
                    && tokens.gapWithin(i, Tokens.SPACE)
                    && tokens.capital(i)
                    && !tokens.is(i, Cue.I);
            if (glued || spaced) {
                chapter += tokens.foldedText(i).toUpperCase(Locale.ROOT);
                i++;
            }
        } else if (isRoman(tokens, i)) {
            chapter = tokens.foldedText(i).toUpperCase(Locale.ROOT);
            i++;
        } else {
            return null;
        }
        var finding = new Finding(Finding.Kind.SECTION, "chapter", from, i, tokens);
        finding.pinpoint = Pinpoint.chapter(chapter);
        return finding;
    }

    private static boolean isLetter(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.foldedLength(token) == 1;
    }

    static boolean isRoman(Tokens tokens, int token) {
        if (!tokens.isWord(token) || !tokens.allCaps(token) || tokens.foldedLength(token) > 5) {
            return false;
        }
        for (int i = 0; i < tokens.foldedLength(token); i++) {
            if ("ivxlc".indexOf(tokens.foldedChar(token, i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
