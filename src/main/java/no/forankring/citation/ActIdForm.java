package no.forankring.citation;

import java.util.List;

/// Lovdata's ids: `LOV-2011-06-24-30`, `LOV 1814-05-17`, `FOR-2016-10-28-1250`, `FOR2016-10-28-1250`,
/// `lov/2011-06-24-30`.
final class ActIdForm implements CitationForm {

    private static final int BETWEEN = Tokens.HYPHEN | Tokens.DASH | Tokens.SLASH;

    @Override
    public List<Cue> cues() {
        return List.of(Cue.LAW, Cue.FOR, Cue.REGULATION);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int year = token + 1;
        if (!tokens.isNumber(year)
                || tokens.length(year) != 4
                || !tokens.gapWithin(year, BETWEEN | Tokens.SPACE | Tokens.LINE)
                || !part(tokens, year + 1)
                || !part(tokens, year + 2)) {
            return token;
        }
        int month = tokens.value(year + 1);
        int day = tokens.value(year + 2);
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return token;
        }
        String prefix = tokens.is(token, Cue.LAW) ? "lov-" : "for-";
        String id = prefix + Numbers.date(tokens.value(year), month, day);
        int to = year + 3;
        if (tokens.isNumber(to) && tied(tokens, to)) {
            if (tokens.value(to) < 0) {
                return token;
            }
            id += "-" + tokens.value(to);
            to++;
        } else if (prefix.equals("for-") && tokens.is(token, Cue.FOR) && !tokens.allCaps(token)) {
            return token;
        }
        var finding = new Finding(Finding.Kind.EXACT, "act-id", token, to, tokens);
        finding.options = List.of(reading.option(id));
        finding.rule = Rule.ADDRESS;
        finding.evidence.add(Reason.of("act-id"));
        finding.cue = prefix.equals("lov-") ? Cue.LAW : Cue.REGULATION;
        reading.add(finding);
        return to;
    }

    private static boolean part(Tokens tokens, int token) {
        return tokens.isNumber(token) && tokens.length(token) <= 2 && tied(tokens, token);
    }

    /// A hyphen, dash or slash, after which the line may break.
    private static boolean tied(Tokens tokens, int token) {
        int gap = tokens.gap(token);
        int breaks = (gap & Tokens.LINE) != 0 ? Tokens.LINE | Tokens.SPACE : 0;
        return (gap & BETWEEN) != 0 && (gap & ~(BETWEEN | breaks)) == 0;
    }
}
