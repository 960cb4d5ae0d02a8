package no.forankring.citation;

import java.util.List;

/// Official abbreviations of acts, accepted only beside a § or a chapter: `hol. § 3-2`, `pbl § 11-1`, `hol. kap. 9`,
/// `§ 12 hol.`; never the municipality Hol.
final class AbbreviationForm {

    private AbbreviationForm() {}

    static int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        if (tokens.capital(token)
                && !tokens.allCaps(token)
                && tokens.foldedLength(token) <= 3
                && !reading.names.isCapitalAbbreviation(tokens.word(token))) {
            return token;
        }
        if (tokens.gap(token) == Tokens.DOT && tokens.isWord(token - 1) && tokens.foldedLength(token - 1) == 1) {
            // "m.fl. § 4"
            return token;
        }
        int next = token + 1;
        boolean dot = (tokens.gap(next) & Tokens.DOT) != 0;
        boolean before = (tokens.isSection(next)
                        || tokens.is(next, Cue.CHAPTER) && tokens.isNumber(next + 1)
                        || (tokens.gap(next) & Tokens.DOLLAR) != 0 && tokens.isNumber(next)
                        || tokens.foldedLength(token) > 2 && MisreadSection.isLetter(tokens, next))
                && tokens.gapWithin(next, Tokens.DOT | Tokens.SPACE | Tokens.LINE | Tokens.DOLLAR);
        Finding last = reading.last();
        boolean afterSection = last != null
                && last.kind == Finding.Kind.SECTION
                && last.to == token
                && tokens.gapWithin(token, Tokens.SPACE | Tokens.LINE);
        if (tokens.foldedLength(token) <= 2 && (afterSection || !dot && !before)) {
            // "§ 3 el. § 4" means or.
            return token;
        }
        if (!before && !(afterSection && dot)) {
            return token;
        }
        var finding = new Finding(Finding.Kind.NAME, "abbreviation", token, token + 1, tokens);
        // The § beside it is the context that an abbreviation such as "hol." needs.
        List<Option> options = reading.names.abbreviation(tokens.word(token));
        finding.options = options.size() == 1 ? List.of(unique(options.getFirst())) : options;
        finding.strength = NameIndex.Strength.STRONG;
        if (dot) {
            finding.end++;
        }
        finding.evidence.add(Reason.of("abbreviation"));
        reading.add(finding);
        return token + 1;
    }

    private static Option unique(Option option) {
        return new Option(option.id(), option.row(), Option.Source.UNIQUE);
    }
}
