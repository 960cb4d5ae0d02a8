package no.forankring.citation;

import org.jspecify.annotations.Nullable;

/// Provisions: `§ 3-1 tredje ledd`, `§§ 3-1 og 3-2`, `§§ 5–7`, `§ 6 – § 9`, `§ 10 a`, `§ 4A-3`, `§ 3-1 (3)`,
/// `§ 3-2 første ledd nr. 6 bokstav c`, `§3.1.3`, `§ 5 flg.`
///
/// A § sign with its list is one group: one finding per provision, one for a range. Which act they belong to is
/// settled by the [Resolver].
final class SectionForm {

    private static final int NEAR = Tokens.SPACE | Tokens.LINE;
    private static final int LONGEST_LIST = 200;

    /// A provision read: where it ends and what it points to.
    private record Part(Pinpoint pinpoint, int to, boolean dotted) {}

    private SectionForm() {}

    /// Reads from the § sign, or from the number where the sign was read as `$`.
    static int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        boolean sign = tokens.isSection(token);
        boolean plural = sign && tokens.value(token) > 1;
        int first = sign ? token + 1 : token;
        int group = -1;
        int at = first;
        int from = token;
        for (int item = 0; item < LONGEST_LIST; item++) {
            Part part = provision(tokens, at, plural);
            if (part == null) {
                break;
            }
            int to = part.to();
            Pinpoint pinpoint = part.pinpoint();
            int rangeTo = rangeEnd(tokens, to, plural);
            if (rangeTo > 0) {
                Part last = provision(tokens, rangeTo, false);
                if (last != null && !last.pinpoint().section().equals(pinpoint.section())) {
                    pinpoint = new Pinpoint(
                            "",
                            pinpoint.section(),
                            0,
                            "",
                            "",
                            0,
                            last.pinpoint().section());
                    to = last.to();
                }
            }
            if (tokens.is(to, Cue.FLG) && tokens.gapWithin(to, NEAR)) {
                to++;
            }
            if (group < 0) {
                group = reading.newGroup();
            }
            var finding = new Finding(Finding.Kind.SECTION, "section", from, to, tokens);
            finding.pinpoint = pinpoint;
            finding.group = group;
            finding.dotted = part.dotted();
            if (to > from && tokens.gapWithin(to, ~0) && endsWithBracket(tokens, to)) {
                finding.end = tokens.end(to - 1) + 1;
            }
            reading.add(finding);
            at = to;
            int next = plural ? nextInList(reading, to) : -1;
            if (next < 0) {
                break;
            }
            at = next;
            from = next;
        }
        return group < 0 ? token : Math.max(token + 1, reading.findings.getLast().to);
    }

    private static boolean endsWithBracket(Tokens tokens, int to) {
        // "§ 3-1 (3)": the bracket that closes the number of the ledd.
        return tokens.isNumber(to - 1)
                && (tokens.gap(to - 1) & Tokens.OPEN) != 0
                && tokens.text.startsWith(")", tokens.end(to - 1));
    }

    private static int nextInList(Reading reading, int to) {
        Tokens tokens = reading.tokens;
        if (tokens.isNumber(to) && tokens.gapWithin(to, Tokens.COMMA | NEAR) && (tokens.gap(to) & Tokens.COMMA) != 0) {
            return to;
        }
        if (reading.isAnd(to) && tokens.isNumber(to + 1) && tokens.gapWithin(to, Tokens.COMMA | NEAR)) {
            return to + 1;
        }
        return -1;
    }

    /// The token at which the end of a range stands, or -1.
    private static int rangeEnd(Tokens tokens, int to, boolean plural) {
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
            if (plural && tokens.isNumber(to + 1)) {
                return to + 1;
            }
        }
        return -1;
    }

    private static @Nullable Part provision(Tokens tokens, int token, boolean plural) {
        if (!tokens.isNumber(token)
                || tokens.length(token) > 4
                || !tokens.gapWithin(token, NEAR | Tokens.COMMA | Tokens.DOLLAR | Tokens.DASH | Tokens.HYPHEN)) {
            return null;
        }
        var section = new StringBuilder(Integer.toString(tokens.value(token)));
        int i = token + 1;
        int subsection = 0;
        boolean dotted = false;
        if (isGluedLetter(tokens, i)) {
            section.append(tokens.foldedText(i).toUpperCase(java.util.Locale.ROOT));
            i++;
            if (!(tokens.isNumber(i) && tokens.gapWithin(i, Tokens.HYPHEN | Tokens.DASH))) {
                lowerLast(section);
            }
        }
        if (tokens.isNumber(i) && isChapterHyphen(tokens, i, plural, tokens.value(token))) {
            section.append('-').append(tokens.value(i));
            i++;
            if (isGluedLetter(tokens, i)) {
                section.append(tokens.foldedText(i));
                i++;
            }
        } else if (tokens.isNumber(i) && tokens.gap(i) == Tokens.DOT && tokens.length(i) <= 2) {
            section.append('-').append(tokens.value(i));
            dotted = true;
            i++;
            if (tokens.isNumber(i) && tokens.gap(i) == Tokens.DOT && tokens.length(i) <= 2) {
                subsection = tokens.value(i);
                i++;
            }
        }
        if (isSpacedLetter(tokens, i)) {
            section.append(tokens.foldedText(i));
            i++;
        } else if (isSpacedCapital(tokens, i)) {
            // "§ 9 A", "§ 9 A-4"
            section.append(tokens.foldedText(i).toUpperCase(java.util.Locale.ROOT));
            i++;
            if (tokens.isNumber(i) && tokens.gap(i) == Tokens.HYPHEN && tokens.length(i) <= 2) {
                section.append('-').append(tokens.value(i));
                i++;
            }
        }
        String letter = "";
        String number = "";
        int sentence = 0;
        while (true) {
            int gap = tokens.gap(i);
            if ((gap & ~(NEAR | Tokens.COMMA | Tokens.OPEN | Tokens.CLOSE | Tokens.DOT)) != 0) {
                break;
            }
            boolean plainGap = tokens.gapWithin(i, NEAR | Tokens.COMMA);
            int ordinal = Cue.ordinal(tokens.word(i));
            int unit = i + 1;
            if (ordinal != 0
                    && plainGap
                    && (tokens.is(unit, Cue.OG) || tokens.is(unit, Cue.ELLER))
                    && Cue.ordinal(tokens.word(unit + 1)) != 0) {
                unit += 2;
            }
            if (ordinal == 0
                    && tokens.isNumber(i)
                    && plainGap
                    && tokens.length(i) <= 2
                    && tokens.gapWithin(unit, Tokens.DOT | NEAR)) {
                ordinal = tokens.value(i);
            }
            if (ordinal != 0 && plainGap && subsection == 0 && tokens.is(unit, Cue.SUBSECTION)) {
                subsection = ordinal;
                i = unit + 1;
            } else if (ordinal != 0 && plainGap && sentence == 0 && tokens.is(unit, Cue.SENTENCE)) {
                sentence = ordinal;
                i = unit + 1;
            } else if (subsection == 0
                    && tokens.isNumber(i)
                    && tokens.length(i) <= 2
                    && tokens.gapWithin(i, NEAR | Tokens.OPEN)
                    && (gap & Tokens.OPEN) != 0
                    && (tokens.gap(i + 1) & Tokens.CLOSE) != 0) {
                subsection = tokens.value(i);
                i++;
            } else if (plainGap
                    && letter.isEmpty()
                    && tokens.is(i, Cue.LETTER)
                    && isLetter(tokens, unit)
                    && tokens.gapWithin(unit, NEAR | Tokens.DOT)) {
                letter = tokens.foldedText(unit);
                i = unit + 1;
                boolean range = tokens.gapWithin(i, Tokens.HYPHEN | Tokens.DASH) && isLetter(tokens, i);
                boolean spelled = (tokens.is(i, Cue.TIL) || tokens.is(i, Cue.OG))
                        && isLetter(tokens, i + 1)
                        && tokens.gapWithin(i + 1, NEAR);
                int last = range ? i : i + 1;
                if (range || spelled) {
                    String end = tokens.foldedText(last);
                    if (range || tokens.is(i, Cue.TIL) || end.charAt(0) == letter.charAt(0) + 1) {
                        letter = letter + "-" + end;
                        i = last + 1;
                    }
                }
            } else if (plainGap
                    && number.isEmpty()
                    && tokens.is(i, Cue.NR)
                    && tokens.isNumber(unit)
                    && tokens.value(unit) >= 0
                    && tokens.gapWithin(unit, NEAR | Tokens.DOT)) {
                number = Integer.toString(tokens.value(unit));
                i = unit + 1;
            } else {
                break;
            }
        }
        return new Part(new Pinpoint("", section.toString(), subsection, letter, number, sentence, ""), i, dotted);
    }

    private static void lowerLast(StringBuilder section) {
        int last = section.length() - 1;
        section.setCharAt(last, Character.toLowerCase(section.charAt(last)));
    }

    /// "§ 3-1", "§ 3–1", "§ 3 - 1"; under §§ only a hyphen without spaces, and not where it must be a range.
    private static boolean isChapterHyphen(Tokens tokens, int token, boolean plural, int first) {
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
        boolean goesOn = tokens.is(next, Cue.OG)
                || tokens.is(next, Cue.ELLER)
                || tokens.is(next, Cue.SAMT)
                || tokens.is(next, Cue.TIL)
                || (tokens.gap(next) & (Tokens.COMMA | Tokens.DASH | Tokens.HYPHEN)) != 0 && tokens.isNumber(next)
                || tokens.isWord(next) && tokens.foldedLength(next) == 1;
        boolean precededByItem = token >= 2 && (tokens.gap(token - 1) & Tokens.COMMA) != 0
                || token >= 2
                        && (tokens.is(token - 2, Cue.OG)
                                || tokens.is(token - 2, Cue.ELLER)
                                || tokens.is(token - 2, Cue.SAMT)
                                || tokens.is(token - 2, Cue.TIL)
                                || tokens.isNumber(token - 2));
        return goesOn || precededByItem || first >= tokens.value(token);
    }

    private static boolean isGluedLetter(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.gap(token) == 0 && tokens.foldedLength(token) == 1;
    }

    private static boolean isLetter(Tokens tokens, int token) {
        return tokens.isWord(token) && tokens.foldedLength(token) == 1;
    }

    private static boolean isSpacedCapital(Tokens tokens, int token) {
        if (!isLetter(tokens, token) || !tokens.gapWithin(token, Tokens.SPACE) || !tokens.capital(token)) {
            return false;
        }
        char letter = tokens.foldedChar(token, 0);
        return letter >= 'a' && letter <= 'h';
    }

    private static boolean isSpacedLetter(Tokens tokens, int token) {
        if (!isLetter(tokens, token) || !tokens.gapWithin(token, Tokens.SPACE) || tokens.capital(token)) {
            return false;
        }
        char letter = tokens.foldedChar(token, 0);
        // "§ 5 i loven", "§ 5 å …", "§ 4 s. 12"
        return letter >= 'a'
                && letter <= 'z'
                && letter != 'i'
                && !(letter == 's' && tokens.isNumber(token + 1))
                && !(letter == 'f' && (tokens.gap(token + 1) & Tokens.DOT) != 0);
    }

    /// A chapter right after an act: `kap. 4`, `kapittel 4A`, `kap. III`.
    static @Nullable Finding chapter(Tokens tokens, int token) {
        if (!tokens.is(token, Cue.CHAPTER) || !tokens.gapWithin(token + 1, NEAR | Tokens.DOT)) {
            return null;
        }
        int i = token + 1;
        String chapter;
        if (tokens.isNumber(i) && tokens.length(i) <= 2) {
            chapter = Integer.toString(tokens.value(i));
            i++;
            boolean letter = isGluedLetter(tokens, i)
                    || isLetter(tokens, i)
                            && tokens.gapWithin(i, Tokens.SPACE)
                            && tokens.capital(i)
                            && !tokens.is(i, Cue.I);
            if (letter) {
                chapter += tokens.foldedText(i).toUpperCase(java.util.Locale.ROOT);
                i++;
            }
        } else if (tokens.isWord(i)
                && tokens.allCaps(i)
                && tokens.foldedLength(i) <= 5
                && tokens.foldedText(i).chars().allMatch(c -> "ivxlc".indexOf(c) >= 0)) {
            chapter = tokens.foldedText(i).toUpperCase(java.util.Locale.ROOT);
            i++;
        } else {
            return null;
        }
        var finding = new Finding(Finding.Kind.SECTION, "chapter", token, i, tokens);
        finding.pinpoint = Pinpoint.chapter(chapter);
        return finding;
    }
}
