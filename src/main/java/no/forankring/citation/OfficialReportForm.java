package no.forankring.citation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Official Norwegian reports: `NOU 2016:17`, `NOU 2016: 17`, `NOU1984:18`, `NOU 2003- 32`, `NOU 1978 18`.
final class OfficialReportForm implements CitationForm {

    @Override
    public List<Cue> cues() {
        return List.of(Cue.NOU);
    }

    @Override
    public int read(Reading reading, int token) {
        Numbers.Read read = readNumber(reading.tokens, token);
        if (read == null) {
            return token;
        }
        reading.addNumber(read, "official-report-number");
        return read.to();
    }

    static Numbers.@Nullable Read readNumber(Tokens tokens, int token) {
        if (!tokens.is(token, Cue.NOU)) {
            return null;
        }
        int year = token + 1;
        if (tokens.is(year, Cue.NR)) {
            year++;
        }
        int number = year + 1;
        if (!tokens.isNumber(year)
                || !tokens.isNumber(number)
                || tokens.length(year) != 4
                || tokens.length(number) > 2
                || tokens.value(year) < 1972
                || !tokens.gapWithin(year, Tokens.WHITE)
                || !tokens.gapWithin(number, Tokens.WHITE | Tokens.COLON | Tokens.HYPHEN | Tokens.DASH | Tokens.DOT)) {
            return null;
        }
        return new Numbers.Read(
                Designation.of(Series.OFFICIAL_REPORT, Integer.toString(tokens.value(number)), "", tokens.value(year)),
                token,
                number + 1);
    }
}
