package no.forankring.citation;

import java.util.List;

/// Laws and regulations by date and number, found at the name of the month.
///
/// `lov 24. juni 2011 nr. 30`, `lov av 13. juni 1997 nr. 43`, `lov 13 juni 1975 nr. 38`, `lov 10. februar 1967`,
/// `forskrift 28. oktober 2016 nr. 1250`, `lover 4 mars 1983 nr. 7 og 23 mai 1997 nr. 31`,
/// `lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m.`
final class DateNumberForm implements CitationForm {

    /// Acts before 1969 often have no number of their own.
    private static final int NUMBERED_SINCE = 1969;

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
        int before = day - 1;
        if (tokens.is(before, Cue.AV) && tokens.gapWithin(day, Tokens.WHITE)) {
            before--;
        }
        Cue kind = null;
        int from = day;
        Finding last = reading.last();
        if ((tokens.is(before, Cue.LAW) || tokens.is(before, Cue.REGULATION))
                && tokens.gapWithin(before + 1, Tokens.WHITE)) {
            kind = Cue.of(tokens.word(before));
            from = before;
        } else if (last != null && last.form.equals("date-number") && number > 0 && reading.continuesList(last, day)) {
            kind = last.cue;
        } else if (last != null && last.kind == Finding.Kind.NAME && last.mayBeAct() && last.to == before + 1) {
            kind = last.options.getFirst().id().value().startsWith("for-") ? Cue.REGULATION : Cue.LAW;
            from = before + 1;
        }
        if (kind == null || number < 0) {
            return token;
        }
        String series = kind == Cue.LAW ? "lov-" : "for-";
        String dated = series + Numbers.date(tokens.value(year), month, tokens.value(day));
        var finding = new Finding(Finding.Kind.EXACT, "date-number", from, to, tokens);
        finding.cue = kind;
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
}
