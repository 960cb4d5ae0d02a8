package no.forankring.citation;

import java.util.List;

/// EU acts by number: `forordning (EU) 2016/679`, `forordning (EU) nr. 886/2013`, `direktiv 2011/24/EU`,
/// `rådsdirektiv 95/46/EF`, `(EF) nr. 883/2004`.
///
/// Until 2014 the year of a regulation stood second, of a directive first; since 2015 it stands first.
final class EuActForm implements CitationForm {

    @Override
    public List<Cue> cues() {
        return List.of(Cue.FORORDNING, Cue.DIREKTIV, Cue.EU, Cue.EF, Cue.EOEF);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int i = token;
        if (!isUnion(tokens, i)) {
            i++;
        }
        boolean union = false;
        if (isUnion(tokens, i) && (i == token || tokens.gapWithin(i, Tokens.WHITE | Tokens.OPEN))) {
            union = true;
            i++;
        }
        boolean nr = tokens.is(i, Cue.NR);
        if (nr) {
            i++;
        }
        if (!tokens.isNumber(i)
                || !tokens.isNumber(i + 1)
                || tokens.gap(i + 1) != Tokens.SLASH
                || !tokens.gapWithin(i, Tokens.WHITE | Tokens.CLOSE | Tokens.DOT)) {
            return token;
        }
        int first = tokens.value(i);
        int second = tokens.value(i + 1);
        if (first < 0 || second < 0) {
            return token;
        }
        int to = i + 2;
        boolean suffix = isUnion(tokens, to) && tokens.gap(to) == Tokens.SLASH;
        if (suffix) {
            to++;
        }
        if (!union && !suffix) {
            return token;
        }
        int year;
        int number;
        boolean firstIsYear = isYear(first, tokens.length(i));
        boolean secondIsYear = isYear(second, tokens.length(i + 1));
        if (firstIsYear && (suffix || !secondIsYear || !nr)) {
            year = first;
            number = second;
        } else if (secondIsYear) {
            year = second;
            number = first;
        } else {
            return token;
        }
        year = year < 100 ? 1900 + year : year;
        var finding = new Finding(Finding.Kind.NUMBER, "eu-act-number", token, to, tokens);
        finding.designation = Designation.of(Series.EU_ACT, Integer.toString(number), "", year);
        finding.rule = Rule.SERIES_NUMBER;
        reading.add(finding);
        return to;
    }

    private static boolean isYear(int value, int digits) {
        return digits == 4 ? value >= 1952 && value < 2100 : digits == 2 && value >= 52;
    }

    private static boolean isUnion(Tokens tokens, int token) {
        return tokens.is(token, Cue.EU)
                || tokens.is(token, Cue.EF)
                || tokens.is(token, Cue.EOEF)
                || tokens.is(token, Cue.EURATOM);
    }
}
