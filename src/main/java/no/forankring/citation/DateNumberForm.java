package no.forankring.citation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Laws and regulations by date and number, found at the name of the month.
///
/// `lov 24. juni 2011 nr. 30`, `lov av 13. juni 1997 nr. 43`, `lov 13 juni 1975 nr. 38`, `lov 10. februar 1967`,
/// `forskrift 28. oktober 2016 nr. 1250`, `lover 4 mars 1983 nr. 7 og 23 mai 1997 nr. 31`, `res. 14 des 2001 nr. 1416`,
/// `delegeringsvedtak 19. desember 2003 nr. 1790`,
/// `lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m.`
final class DateNumberForm implements CitationForm {

    /// Acts before 1969 often have no number of their own.
    private static final int LONGEST_TITLE = 20;
    private static final int NUMBERED_SINCE = 1969;

    private static final int LONGEST_BRACKET = 120;

    @Override
    public List<Cue> cues() {
        return List.of(
                Cue.JANUARY,
                Cue.FEBRUARY,
                Cue.MARCH,
                Cue.APRIL,
                Cue.MAY,
                Cue.JUNE,
                Cue.JULY,
                Cue.AUGUST,
                Cue.SEPTEMBER,
                Cue.OCTOBER,
                Cue.NOVEMBER,
                Cue.DECEMBER);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int day = token - 1;
        int year = token + 1;
        if (!tokens.isNumber(day)
                || !tokens.isNumber(year)
                || tokens.length(year) != 4
                || tokens.value(day) < 1
                || tokens.value(day) > 31
                || !tokens.gapWithin(token, Tokens.WHITE | Tokens.DOT)
                || !tokens.gapWithin(year, Tokens.WHITE | Tokens.DOT)) {
            return token;
        }
        int month = Cue.month(tokens.word(token));
        int to = year + 1;
        int number = 0;
        if (tokens.is(to, Cue.NR)
                && tokens.isNumber(to + 1)
                && tokens.gapWithin(to, Tokens.WHITE | Tokens.COMMA)
                && tokens.gapWithin(to + 1, Tokens.WHITE | Tokens.DOT)) {
            number = tokens.value(to + 1);
            to += 2;
        }
        Leader leader = leader(reading, day, number > 0);
        if (leader == null || number < 0) {
            return token;
        }
        Cue kind = leader.kind();
        boolean list = leader.list();
        int from = leader.from();
        String series = kind == Cue.LAW ? "lov-" : "for-";
        String dated = series + Numbers.date(tokens.value(year), month, tokens.value(day));
        var finding = new Finding(Finding.Kind.EXACT, "date-number", from, to, tokens);
        finding.cue = kind;
        finding.list = list;
        finding.rule = Rule.DATE_NUMBER;
        finding.evidence.add(Reason.of("date-number"));
        if (number > 0) {
            finding.options = List.of(reading.option(dated + "-" + number));
        } else {
            List<Row> rows = reading.names.dated(dated);
            if (!rows.isEmpty()) {
                finding.options = rows.stream()
                        .map(row -> Option.of(row, Option.Source.EXACT))
                        .toList();
            } else if (tokens.value(year) < NUMBERED_SINCE && kind == Cue.LAW) {
                finding.options = List.of(reading.option(dated));
            }
            if (finding.options.isEmpty()) {
                finding.type = kind.citeType();
            }
        }
        reading.add(finding);
        // "… om kommunale helse- og omsorgstjenester m.m." continues the name.
        if (tokens.is(to, Cue.OM) && tokens.gapWithin(to, Tokens.WHITE)) {
            NameIndex.Match name = reading.names.matchAfter(kind, tokens, to);
            if (name != null) {
                reading.titleAfterNumber(finding, name);
                return name.to();
            }
        }
        return to;
    }

    /// What says that a date is that of an act: where the mention begins, and whether more dates may follow as a list.
    private record Leader(Cue kind, int from, boolean list) {}

    private static @Nullable Leader leader(Reading reading, int day, boolean numbered) {
        Tokens tokens = reading.tokens;
        int before = day - 1;
        if (tokens.is(before, Cue.AV) && tokens.gapWithin(day, Tokens.WHITE)) {
            before--;
        }
        boolean close = tokens.gapWithin(before + 1, Tokens.WHITE | Tokens.DOT);
        if (close && (tokens.is(before, Cue.LAW) || tokens.is(before, Cue.REGULATION))) {
            return new Leader(
                    Objects.requireNonNull(Cue.of(tokens.word(before))), before, tokens.form(before) == Lexicon.PLURAL);
        }
        if (close && numbered && tokens.isWord(before)) {
            // "endringslov 20. juni 2025 nr. 67"
            Cue compound = Inflection.kindOf(tokens, before);
            if (compound == Cue.LAW || compound == Cue.REGULATION) {
                boolean named = reading.last() != null && reading.last().to == before + 1;
                // A name before the date, "skatteloven av 26. mars 1999 nr. 14", is read below.
                if (!named) {
                    return new Leader(compound, before, false);
                }
            }
        }
        if (numbered && before == day - 2) {
            int title = titleBefore(reading, before);
            if (title >= 0) {
                return new Leader(Objects.requireNonNull(Cue.of(tokens.word(title))), title, false);
            }
        }
        // Royal resolutions and decisions that delegate power are numbered with the regulations.
        if (close && numbered && tokens.is(before, Cue.RES)) {
            boolean royal = tokens.is(before - 1, Cue.KGL) && tokens.gapWithin(before, Tokens.WHITE | Tokens.DOT);
            return new Leader(Cue.REGULATION, royal ? before - 1 : before, false);
        }
        if (close && numbered && isDecision(tokens, before)) {
            return new Leader(Cue.REGULATION, before, false);
        }
        Finding last = reading.last();
        if (last != null && last.kind == Finding.Kind.NAME && last.mayBeAct() && last.to == before + 1) {
            Cue kind = last.options.getFirst().id().value().startsWith("for-") ? Cue.REGULATION : Cue.LAW;
            return new Leader(kind, before + 1, false);
        }
        Finding item = itemBefore(reading, day);
        if (item != null && item.cue != null && (numbered || item.list)) {
            return new Leader(item.cue, day, item.list);
        }
        return null;
    }

    /// Where a title begins that the date ends: "‸lov om pasientrettigheter av 2. juli 1999 nr. 63"; -1 when none does.
    private static int titleBefore(Reading reading, int last) {
        Tokens tokens = reading.tokens;
        Finding found = reading.last();
        int ends = Tokens.BLANK | Tokens.BARRIER | Tokens.DOT | Tokens.SEMICOLON | Tokens.BANG | Tokens.SIGN;
        for (int i = last; i > 0 && last - i < LONGEST_TITLE && (found == null || found.to <= i); i--) {
            boolean act = tokens.is(i, Cue.LAW) || tokens.is(i, Cue.REGULATION);
            if (act && tokens.form(i) == Lexicon.BASE) {
                boolean titled = tokens.is(i + 1, Cue.OM) || tokens.is(i + 1, Cue.FOR) || tokens.is(i + 1, Cue.TIL);
                return titled ? i : -1;
            }
            if ((tokens.gap(i) & ends) != 0) {
                return -1;
            }
        }
        return -1;
    }

    /// "delegeringsvedtak", "omorganiseringsvedtak", "Stortingets vedtak"; not the decision of anyone.
    private static boolean isDecision(Tokens tokens, int token) {
        return tokens.isWord(token)
                && tokens.foldedEndsWith(token, "vedtak")
                && (tokens.foldedLength(token) > 10 || tokens.foldedIs(token - 1, "stortingets"));
    }

    /// The item before a further one of a list: "lover 4 mars 1983 nr. 7 og ‸23 mai 1997 nr. 31". What stands in
    /// brackets after an item, and its provisions, do not part the list.
    private static @Nullable Finding itemBefore(Reading reading, int day) {
        Tokens tokens = reading.tokens;
        int end = day;
        if (reading.isAnd(day - 1) && tokens.gapWithin(day, Tokens.WHITE)) {
            end = day - 1;
        } else if ((tokens.gap(day) & Tokens.COMMA) == 0) {
            return null;
        }
        for (int i = reading.findings.size() - 1, looked = 0; i >= 0 && looked < LONGEST_BRACKET; i--, looked++) {
            end = bracketBefore(tokens, end);
            Finding finding = reading.findings.get(i);
            while (i > 0 && finding.from >= end) {
                i--;
                finding = reading.findings.get(i);
            }
            if (finding.to != end) {
                return null;
            }
            if (finding.form.equals("date-number")) {
                return finding;
            }
            if (finding.kind != Finding.Kind.SECTION) {
                return null;
            }
            end = finding.from;
            boolean and = reading.isAnd(end - 1);
            end = and ? end - 1 : end;
        }
        return null;
    }

    /// The token at which a bracket that closes before the token opens; the token itself where none closes.
    private static int bracketBefore(Tokens tokens, int token) {
        if ((tokens.gap(token) & (Tokens.CLOSE | Tokens.OPEN)) != Tokens.CLOSE) {
            return token;
        }
        int depth = 1;
        for (int i = token - 1; i > 0 && token - i < LONGEST_BRACKET; i--) {
            int gap = tokens.gap(i);
            if ((gap & (Tokens.BLANK | Tokens.BARRIER)) != 0) {
                return token;
            }
            depth += (gap & Tokens.CLOSE) != 0 ? 1 : 0;
            depth -= (gap & Tokens.OPEN) != 0 ? 1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return token;
    }
}
