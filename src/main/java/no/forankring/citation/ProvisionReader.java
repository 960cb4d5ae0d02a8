package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads one provision after its § sign: the number of the section, then ledd, nummer, bokstav and punktum.
///
/// `3-1 tredje ledd`, `10 a`, `4A-3`, `3-1 (3)`, `3-2 første ledd nr. 6 bokstav c`, `3.1.3`. Where a level lists
/// several, each is a part of its own: `8-1 annet og tredje ledd`, `4 bokstav a, c og d`, `6-4 nr. 1 og 3`.
final class ProvisionReader {

    private static final int NEAR = Tokens.SPACE | Tokens.LINE;
    private static final int AROUND = NEAR | Tokens.COMMA | Tokens.OPEN | Tokens.CLOSE | Tokens.DOT;
    private static final int LONGEST_SECTION = 4;
    private static final int MOST_PARTS = 40;

    /// One of the provisions read, as tokens `[from, to)`; the first begins with the number of the section.
    record Part(Pinpoint pinpoint, int from, int to) {}

    /// One value of a level, with the token after it.
    private record Value(String text, int from, int to) {}

    private final Tokens tokens;
    private final boolean plural;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder section = new StringBuilder();
    private int from;
    private int at;
    private int subsection;
    private String letter = "";
    private String number = "";
    private int sentence;
    private boolean dotted;

    private ProvisionReader(Tokens tokens, int token, boolean plural) {
        this.tokens = tokens;
        this.plural = plural;
        this.from = token;
        this.at = token;
    }

    /// Reads at the number of the section; a reader without parts when none stands there.
    ///
    /// @param plural the number stands under §§, where a hyphen may part two sections
    static ProvisionReader read(Tokens tokens, int token, boolean plural) {
        var reader = new ProvisionReader(tokens, token, plural);
        if (reader.readSection()) {
            reader.readLevels();
            reader.close(reader.at);
            reader.readFurther();
        }
        return reader;
    }

    /// Reads the number of the section alone, as at the end of a range.
    static ProvisionReader readNumber(Tokens tokens, int token) {
        var reader = new ProvisionReader(tokens, token, false);
        if (reader.readSection()) {
            reader.close(reader.at);
        }
        return reader;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /// In text order, the first with its section's number.
    List<Part> parts() {
        return parts;
    }

    /// The token after all that was read.
    int to() {
        return at;
    }

    /// Written `3.1.3`, with a dot for the hyphen.
    boolean dotted() {
        return dotted;
    }

    private void close(int to) {
        parts.add(new Part(new Pinpoint("", section.toString(), subsection, letter, number, sentence, ""), from, to));
    }

    // ---- the section ----

    private boolean readSection() {
        if (!tokens.isNumber(at)
                || tokens.length(at) > LONGEST_SECTION
                || !tokens.gapWithin(
                        at,
                        tokens.dollarBefore(at) ? ~Tokens.BLANK : NEAR | Tokens.COMMA | Tokens.DASH | Tokens.HYPHEN)) {
            return false;
        }
        int first = tokens.value(at);
        section.append(first);
        at++;
        if (isGluedLetter(at)) {
            boolean chapter = tokens.isNumber(at + 1) && tokens.gapWithin(at + 1, Tokens.HYPHEN | Tokens.DASH);
            section.append(chapter ? upper(at) : tokens.foldedText(at));
            at++;
        }
        if (tokens.isNumber(at) && isChapterHyphen(at, first)) {
            section.append('-').append(tokens.value(at));
            at++;
            if (tokens.isNumber(at) && tokens.gap(at) == Tokens.HYPHEN && tokens.length(at) <= 2) {
                // "§ 5-13-8"
                section.append('-').append(tokens.value(at));
                at++;
            }
            if (isGluedLetter(at)) {
                section.append(tokens.foldedText(at));
                at++;
            }
        } else {
            readDotted();
        }
        readSpacedLetter();
        return true;
    }

    private String upper(int token) {
        return tokens.foldedText(token).toUpperCase(Locale.ROOT);
    }

    /// "§ 3.1", "§ 3.1.3"
    private void readDotted() {
        if (!isDotted(at)) {
            return;
        }
        section.append('-').append(tokens.value(at));
        dotted = true;
        at++;
        if (isDotted(at)) {
            subsection = tokens.value(at);
            at++;
        }
    }

    private boolean isDotted(int token) {
        return tokens.isNumber(token) && tokens.gap(token) == Tokens.DOT && tokens.length(token) <= 2;
    }

    /// "§ 10 a", "§ 9 A", "§ 9 A-4", "§ 13 a-5"
    private void readSpacedLetter() {
        if (!isSpacedLetter(at) && !isSpacedCapital(at)) {
            return;
        }
        boolean chapter = tokens.isNumber(at + 1) && tokens.gap(at + 1) == Tokens.HYPHEN && tokens.length(at + 1) <= 2;
        section.append(chapter || tokens.capital(at) ? upper(at) : tokens.foldedText(at));
        at++;
        if (chapter) {
            section.append('-').append(tokens.value(at));
            at++;
        }
    }

    /// "§ 3-1", "§ 3–1", "§ 3 - 1"; under §§ only a hyphen without spaces, and not where it must be a range.
    private boolean isChapterHyphen(int token, int first) {
        int gap = tokens.gap(token);
        if ((gap & (Tokens.HYPHEN | Tokens.DASH)) == 0
                || (gap & ~(Tokens.HYPHEN | Tokens.DASH | Tokens.SPACE)) != 0
                || tokens.length(token) > 3) {
            return false;
        }
        if (!plural) {
            return true;
        }
        if (gap != Tokens.HYPHEN) {
            return false;
        }
        // "§§ 5-7" alone is a range, "§§ 3-1 og 3-2" and "§§ 12-7 til 12-9" are not.
        int next = token + 1;
        boolean goesOn = isListWord(next)
                || tokens.is(next, Cue.TIL)
                || (tokens.gap(next) & (Tokens.COMMA | Tokens.DASH | Tokens.HYPHEN)) != 0 && tokens.isNumber(next)
                || Cue.ordinal(tokens.word(next)) != 0
                || tokens.isWord(next) && tokens.foldedLength(next) == 1;
        int before = token - 2;
        boolean precededByItem = before >= 0
                && ((tokens.gap(token - 1) & Tokens.COMMA) != 0
                        || isListWord(before)
                        || tokens.is(before, Cue.TIL)
                        || tokens.isNumber(before));
        return goesOn || precededByItem || first >= tokens.value(token);
    }

    private boolean isListWord(int token) {
        return tokens.is(token, Cue.OG) || tokens.is(token, Cue.ELLER) || tokens.is(token, Cue.SAMT);
    }

    private boolean isGluedLetter(int token) {
        return isLetter(token) && tokens.gap(token) == 0;
    }

    private boolean isLetter(int token) {
        return tokens.isWord(token) && tokens.foldedLength(token) == 1;
    }

    private boolean isSpacedCapital(int token) {
        if (!isLetter(token) || !tokens.gapWithin(token, Tokens.SPACE) || !tokens.capital(token)) {
            return false;
        }
        char capital = tokens.foldedChar(token, 0);
        return capital >= 'a' && capital <= 'h';
    }

    private boolean isSpacedLetter(int token) {
        if (!isLetter(token) || !tokens.gapWithin(token, Tokens.SPACE) || tokens.capital(token)) {
            return false;
        }
        char small = tokens.foldedChar(token, 0);
        // "§ 5 i loven", "§ 5 å …", "§ 4 s. 12"
        return small >= 'a'
                && small <= 'z'
                && small != 'i'
                && !(small == 's' && tokens.isNumber(token + 1))
                && !(small == 'f' && (tokens.gap(token + 1) & Tokens.DOT) != 0);
    }

    // ---- the levels ----

    private void readLevels() {
        while ((tokens.gap(at) & ~AROUND) == 0 && (readLevel() || readNew())) {
            if (parts.size() > MOST_PARTS) {
                return;
            }
        }
    }

    /// "§ 3-2 nytt annet ledd", "§ 13 nåværende femte ledd", "§ 10 første ledd ny bokstav d"
    private boolean readNew() {
        if (!isNew(at) || !tokens.gapWithin(at, NEAR) || !tokens.gapWithin(at + 1, NEAR)) {
            return false;
        }
        at++;
        boolean read = readLevel();
        at -= read ? 0 : 1;
        return read;
    }

    private boolean isNew(int token) {
        return tokens.is(token, Cue.NEW)
                || tokens.foldedIs(token, "nåværende")
                || tokens.foldedIs(token, "noverande")
                || tokens.foldedIs(token, "tidligere")
                || tokens.foldedIs(token, "tidlegare");
    }

    private boolean readLevel() {
        return readOrdinals() || readBracketed() || readLetters() || readNumbers();
    }

    /// "tredje ledd", "3. ledd", "siste ledd", "annet og tredje ledd", "annet til fjerde ledd", "første punktum"
    private boolean readOrdinals() {
        if (!tokens.gapWithin(at, NEAR | Tokens.COMMA)) {
            return false;
        }
        List<Value> values = ordinals(at);
        if (values.isEmpty()) {
            return false;
        }
        int unit = values.getLast().to();
        boolean ledd = tokens.is(unit, Cue.SUBSECTION);
        if (ledd ? subsection != 0 : sentence != 0 || !tokens.is(unit, Cue.SENTENCE)) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            int value = Integer.parseInt(values.get(i).text());
            if (ledd) {
                subsection = value;
            } else {
                sentence = value;
            }
            if (i + 1 < values.size()) {
                close(values.get(i).to());
                from = values.get(i + 1).from();
            }
        }
        at = unit + 1;
        return true;
    }

    private List<Value> ordinals(int token) {
        var values = new ArrayList<Value>();
        int i = token;
        while (values.size() < MOST_PARTS) {
            int value = ordinal(i);
            if (value == 0) {
                return values.isEmpty() ? values : List.of();
            }
            int to = isBeforeLast(i) ? i + 2 : i + 1;
            if (tokens.is(to, Cue.TIL) && ordinal(to + 1) != 0) {
                // A range is named by its first.
                to += 2;
            }
            values.add(new Value(Integer.toString(value), i, to));
            int item = isNew(to + 1) ? to + 2 : to + 1;
            if (isListWord(to) && ordinal(item) != 0) {
                i = item;
            } else if ((tokens.gap(to) & Tokens.COMMA) != 0 && Cue.ordinal(tokens.word(to)) != 0) {
                i = to;
            } else {
                return values;
            }
        }
        return List.of();
    }

    /// The number that an ordinal or "3." stands for, -1 for the last, -2 for the last but one, or 0.
    private int ordinal(int token) {
        if (isBeforeLast(token)) {
            return -2;
        }
        int value = Cue.ordinal(tokens.word(token));
        if (value == 0 && tokens.isNumber(token) && tokens.length(token) <= 2) {
            boolean unit = tokens.is(token + 1, Cue.SUBSECTION) || tokens.is(token + 1, Cue.SENTENCE);
            boolean dot = (tokens.gap(token + 1) & Tokens.DOT) != 0 && tokens.gapWithin(token + 1, Tokens.DOT | NEAR);
            return unit && tokens.gapWithin(token + 1, Tokens.DOT | NEAR) || dot && listOfUnits(token + 1)
                    ? tokens.value(token)
                    : 0;
        }
        return value;
    }

    /// "1. og 2. ledd"
    private boolean listOfUnits(int token) {
        return (isListWord(token) || tokens.is(token, Cue.TIL))
                && tokens.isNumber(token + 1)
                && tokens.is(token + 2, Cue.SUBSECTION);
    }

    private boolean isBeforeLast(int token) {
        return (tokens.foldedIs(token, "nest") || tokens.foldedIs(token, "neste")) && tokens.is(token + 1, Cue.LAST);
    }

    /// "(3)", "(1) og (2)"
    private boolean readBracketed() {
        if (subsection != 0 || !isBracketed(at)) {
            return false;
        }
        subsection = tokens.value(at);
        at++;
        while (isListWord(at) && isBracketed(at + 1) || (tokens.gap(at) & Tokens.COMMA) != 0 && isBracketed(at)) {
            close(at);
            at += isListWord(at) ? 1 : 0;
            from = at;
            subsection = tokens.value(at);
            at++;
        }
        return true;
    }

    private boolean isBracketed(int token) {
        return tokens.isNumber(token)
                && tokens.length(token) <= 2
                && (tokens.gap(token) & Tokens.OPEN) != 0
                && tokens.gapWithin(token, NEAR | Tokens.OPEN | Tokens.COMMA | Tokens.CLOSE)
                && (tokens.gap(token + 1) & Tokens.CLOSE) != 0;
    }

    /// "bokstav a", "litra c", "bokstavene a til c", "bokstav a, c og d"
    private boolean readLetters() {
        if (!letter.isEmpty()
                || !tokens.is(at, Cue.LETTER)
                || !tokens.gapWithin(at, NEAR | Tokens.COMMA)
                || !isLetter(at + 1)
                || !tokens.gapWithin(at + 1, NEAR | Tokens.DOT)) {
            return false;
        }
        at++;
        readLetter();
        while (true) {
            int next = isListWord(at) ? at + 1 : (tokens.gap(at) & Tokens.COMMA) != 0 ? at : -1;
            if (next < 0 || !isLetterAfter(next)) {
                return true;
            }
            close(at);
            from = next;
            at = next;
            readLetter();
        }
    }

    private void readLetter() {
        letter = tokens.foldedText(at);
        at++;
        boolean dash = tokens.gapWithin(at, Tokens.HYPHEN | Tokens.DASH) && tokens.gap(at) != 0 && isLetter(at);
        boolean spelled = tokens.is(at, Cue.TIL) && isLetter(at + 1) && tokens.gapWithin(at + 1, NEAR);
        if (dash || spelled) {
            int last = dash ? at : at + 1;
            letter = letter + "-" + tokens.foldedText(last);
            at = last + 1;
        }
    }

    /// The next item of a list of letters: "a, c og d", but not "a, i …".
    private boolean isLetterAfter(int token) {
        if (!isLetter(token) || !tokens.gapWithin(token, NEAR | Tokens.COMMA)) {
            return false;
        }
        char last = letter.charAt(letter.length() - 1);
        char next = tokens.foldedChar(token, 0);
        return next > last && next <= 'z' && (next != 'i' || last == 'h');
    }

    /// "nr. 6", "nr. 1 og 3", "nr. 4 til 6"
    private boolean readNumbers() {
        if (!number.isEmpty()
                || !tokens.is(at, Cue.NR)
                || !tokens.gapWithin(at, NEAR | Tokens.COMMA)
                || !tokens.isNumber(at + 1)
                || !tokens.gapWithin(at + 1, NEAR | Tokens.DOT)) {
            return false;
        }
        at++;
        readItem();
        while (true) {
            int next = isListWord(at) ? at + 1 : (tokens.gap(at) & Tokens.COMMA) != 0 ? at : -1;
            if (next < 0 || !isItem(next)) {
                return true;
            }
            close(at);
            from = next;
            at = next;
            readItem();
        }
    }

    private void readItem() {
        number = Integer.toString(tokens.value(at));
        at++;
        boolean dash = tokens.isNumber(at)
                && tokens.gap(at) != 0
                && tokens.length(at) <= 2
                && tokens.gapWithin(at, Tokens.HYPHEN | Tokens.DASH);
        boolean spelled = tokens.is(at, Cue.TIL) && isItem(at + 1);
        if (dash || spelled) {
            int last = dash ? at : at + 1;
            number = number + "-" + tokens.value(last);
            at = last + 1;
        }
    }

    /// A number that goes on a list: not a date, not the beginning of "3. ledd".
    private boolean isItem(int token) {
        return tokens.isNumber(token)
                && tokens.length(token) <= 2
                && tokens.gapWithin(token, NEAR | Tokens.COMMA)
                && Cue.month(tokens.word(token + 1)) == 0
                && (tokens.gap(token + 1) & (Tokens.HYPHEN | Tokens.DASH)) == 0
                && !tokens.is(token + 1, Cue.SUBSECTION)
                && !tokens.is(token + 1, Cue.SENTENCE);
    }

    // ---- further parts with their own unit: "første ledd og tredje ledd første punktum" ----

    private void readFurther() {
        while (parts.size() <= MOST_PARTS) {
            int next = isListWord(at) ? at + 1 : (tokens.gap(at) & Tokens.COMMA) != 0 ? at : -1;
            next += next >= 0 && isNew(next) ? 1 : 0;
            if (next < 0 || !begins(next)) {
                return;
            }
            from = next;
            int before = at;
            at = next;
            if (!readLevel()) {
                at = before;
                return;
            }
            readLevels();
            close(at);
        }
    }

    /// Forgets the levels from the one that begins here inwards; false when none does.
    private boolean begins(int token) {
        List<Value> values = tokens.gapWithin(token, NEAR | Tokens.COMMA) ? ordinals(token) : List.of();
        boolean ordinal = !values.isEmpty();
        int unit = ordinal ? values.getLast().to() : token;
        if (ordinal && tokens.is(unit, Cue.SUBSECTION) && subsection != 0) {
            subsection = 0;
            letter = "";
            number = "";
            sentence = 0;
            return true;
        }
        if (ordinal && tokens.is(unit, Cue.SENTENCE) && sentence != 0) {
            sentence = 0;
            return true;
        }
        if (tokens.is(token, Cue.LETTER) && !letter.isEmpty()) {
            letter = "";
            sentence = 0;
            return true;
        }
        if (tokens.is(token, Cue.NR) && !number.isEmpty()) {
            number = "";
            sentence = 0;
            return true;
        }
        return false;
    }
}
