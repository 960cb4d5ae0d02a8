package no.forankring.citation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Papers of the government and the Storting by series and number.
///
/// `Meld. St. 24 (2022–2023)`, `Meld.St.10 (2011-2012)`, `St.meld. nr. 47 (2008–2009)`, `St meld nr 23 (1996-97)`,
/// `stortingsmelding nr. 34 (2006-2007)`, `Stortingsmelding 24`, `Prop. 91 L (2010–2011)`, `Prop. L 91`,
/// `Ot.prp. nr. 13 (1998–99)`, `St.prp. nr. 1`, `Innst. 255 S (2014–2015)`, `Innst. O. nr. 84 (2004-2005)`,
/// `Lovvedtak 81 (2024–2025)`, `Dokument 8:111 S (2018–2019)`, `Dok. 3:3 (2024–2025)`
final class ParliamentPaperForm implements CitationForm {

    private static final int NEAR = Tokens.WHITE | Tokens.DOT;

    @Override
    public List<Cue> cues() {
        return List.of(
                Cue.MELD,
                Cue.ST,
                Cue.WHITE_PAPER,
                Cue.PAPER,
                Cue.PROP,
                Cue.PROPOSITION,
                Cue.OT,
                Cue.INNST,
                Cue.LOVVEDTAK,
                Cue.BESL,
                Cue.DOK,
                Cue.REPRESENTANTFORSLAG);
    }

    private static final int LONGEST_LIST = 20;

    @Override
    public int read(Reading reading, int token) {
        Numbers.Read read = readNumber(reading.tokens, token);
        if (read == null) {
            return token;
        }
        String form = form(read.designation().series());
        reading.addNumber(read, form);
        int to = read.to();
        for (int item = 0; item < LONGEST_LIST; item++) {
            Numbers.Read next = nextInList(reading, read, to);
            if (next == null) {
                break;
            }
            reading.addNumber(next, form);
            to = next.to();
        }
        return to;
    }

    /// `Ot.prp. nr. 10 (1998–99), nr. 12 (1998–99) og 13 (1998–99)`: the series is said once, the session each time.
    private static Numbers.@Nullable Read nextInList(Reading reading, Numbers.Read first, int to) {
        Tokens tokens = reading.tokens;
        int i = to;
        if (reading.isAnd(i) && tokens.gapWithin(i, NEAR | Tokens.CLOSE | Tokens.COMMA)) {
            i++;
        } else if ((tokens.gap(i) & Tokens.COMMA) == 0 || !tokens.gapWithin(i, NEAR | Tokens.CLOSE | Tokens.COMMA)) {
            return null;
        }
        int from = i;
        if (tokens.is(i, Cue.NR) && tokens.gapWithin(i, NEAR | Tokens.CLOSE | Tokens.COMMA)) {
            i++;
        }
        if (!tokens.isNumber(i) || tokens.length(i) > 3) {
            return null;
        }
        String number = number(tokens, i);
        String letter = first.designation().letter();
        int after = i + 1;
        if (isLetter(tokens, after) && tokens.gapWithin(after, Tokens.SPACE) && tokens.allCaps(after)) {
            letter = tokens.foldedText(after);
            after++;
        }
        Numbers.Session session = Numbers.session(tokens, after);
        boolean bracketed = (tokens.gap(after) & Tokens.OPEN) != 0;
        return session.to() < 0 || !bracketed || session.yearOnly() || session.period()
                ? null
                : withSession(tokens, from, after, first.designation().series(), number, letter, false);
    }

    private static String form(Series series) {
        return switch (series) {
            case WHITE_PAPER, WHITE_PAPER_OLD -> "white-paper-number";
            case PROPOSITION, PROPOSITION_OLD, BUDGET_PROPOSITION_OLD -> "proposition-number";
            case RECOMMENDATION, LEGISLATIVE_DECISION, DECISION_OLD -> "recommendation-number";
            default -> "parliament-document-number";
        };
    }

    /// "stortingsmelding 24"; of "stortingsmeldingene nr. 15 (2017–2018) og 29 (2012–2013)" only numbers with a
    /// session.
    private static Numbers.@Nullable Read whitePaper(Tokens tokens, int token) {
        Numbers.Read read = spoken(tokens, token);
        boolean loose = read == null || !read.designation().complete();
        return loose && tokens.form(token) == Lexicon.PLURAL ? null : read;
    }

    static Numbers.@Nullable Read readNumber(Tokens tokens, int token) {
        Cue cue = Cue.of(tokens.word(token));
        if (cue == null) {
            return null;
        }
        return switch (cue) {
            case MELD -> afterWords(tokens, token, Series.WHITE_PAPER, false, Cue.ST);
            case PAPER ->
                tokens.form(token) == Lexicon.BASE
                                && tokens.isNumber(token + 1)
                                && tokens.gap(token + 1) == Tokens.SPACE
                        ? number(tokens, token, token + 1, Series.WHITE_PAPER, true)
                        : null;
            case WHITE_PAPER -> whitePaper(tokens, token);
            case ST -> {
                if (tokens.is(token + 1, Cue.MELD) || tokens.is(token + 1, Cue.PAPER)) {
                    yield tokens.gapWithin(token + 1, NEAR)
                            ? number(tokens, token, token + 2, Series.WHITE_PAPER_OLD, false)
                            : null;
                }
                yield tokens.is(token + 1, Cue.PRP) && tokens.gapWithin(token + 1, NEAR)
                        ? number(tokens, token, token + 2, Series.BUDGET_PROPOSITION_OLD, false)
                        : null;
            }
            case OT ->
                tokens.is(token + 1, Cue.PRP) && tokens.gapWithin(token + 1, NEAR)
                        ? number(tokens, token, token + 2, Series.PROPOSITION_OLD, false)
                        : null;
            case PROP, PROPOSITION -> lettered(tokens, token, Series.PROPOSITION);
            case INNST -> lettered(tokens, token, Series.RECOMMENDATION);
            case LOVVEDTAK -> number(tokens, token, token + 1, Series.LEGISLATIVE_DECISION, false);
            case BESL -> lettered(tokens, token, Series.DECISION_OLD);
            case DOK -> document(tokens, token);
            case REPRESENTANTFORSLAG -> {
                Numbers.Read read = lettered(tokens, token, Series.PARLIAMENT_DOCUMENT);
                if (read == null) {
                    yield null;
                }
                Designation d = read.designation();
                String number = d.number().startsWith("8-") ? d.number() : "8-" + d.number();
                yield new Numbers.Read(
                        new Designation(d.series(), number, d.letter(), d.session(), d.yearOnly(), d.period(), false),
                        token,
                        read.to());
            }
            default -> null;
        };
    }

    private static Numbers.@Nullable Read afterWords(
            Tokens tokens, int token, Series series, boolean spoken, Cue second) {
        return tokens.is(token + 1, second) && tokens.gapWithin(token + 1, NEAR)
                ? number(tokens, token, token + 2, series, spoken)
                : null;
    }

    private static Numbers.@Nullable Read spoken(Tokens tokens, int token) {
        int next = token + 1;
        if (tokens.is(next, Cue.ST) && tokens.gapWithin(next, NEAR)) {
            next++;
        }
        return number(tokens, token, next, Series.WHITE_PAPER, true);
    }

    /// `[nr.] 24 [(2022–2023)]` from the token on.
    private static Numbers.@Nullable Read number(Tokens tokens, int from, int token, Series series, boolean spoken) {
        int i = token;
        if (tokens.is(i, Cue.NR) && tokens.gapWithin(i, NEAR)) {
            i++;
        }
        if (!tokens.isNumber(i) || !tokens.gapWithin(i, NEAR | Tokens.COLON) || tokens.length(i) > 3) {
            return null;
        }
        // "§ 5 i Meld. St. 24.12" and dates are no numbers of papers.
        return withSession(tokens, from, i + 1, series, number(tokens, i), "", spoken);
    }

    private static String number(Tokens tokens, int token) {
        return Integer.toString(tokens.value(token));
    }

    private static Numbers.Read withSession(
            Tokens tokens, int from, int token, Series series, String number, String letter, boolean spoken) {
        Numbers.Session session = Numbers.session(tokens, token);
        int to = session.to() < 0 ? token : session.to();
        return new Numbers.Read(
                new Designation(series, number, letter, session.year(), session.yearOnly(), session.period(), spoken),
                from,
                to);
    }

    private static Numbers.@Nullable Read lettered(Tokens tokens, int token, Series series) {
        int i = token + 1;
        String letter = "";
        // "Innst. O. nr. 84", "Prop. L 91"
        if (isLetter(tokens, i) && tokens.gapWithin(i, NEAR)) {
            letter = tokens.foldedText(i);
            i++;
        }
        if (tokens.is(i, Cue.NR) && tokens.gapWithin(i, NEAR)) {
            i++;
        }
        if (!tokens.isNumber(i) || !tokens.gapWithin(i, NEAR | Tokens.HYPHEN) || tokens.length(i) > 3) {
            return null;
        }
        String number = number(tokens, i);
        i++;
        if (series == Series.PARLIAMENT_DOCUMENT
                && tokens.isNumber(i)
                && tokens.value(i) >= 0
                && tokens.gapWithin(i, Tokens.COLON)) {
            number = number + "-" + number(tokens, i);
            i++;
        }
        if (letter.isEmpty()
                && isLetter(tokens, i)
                && tokens.gapWithin(i, Tokens.SPACE | Tokens.LINE)
                && (tokens.allCaps(i) || tokens.gap(i) == 0)) {
            letter = tokens.foldedText(i);
            i++;
        }
        if (letter.isEmpty() && tokens.is(token, Cue.PROPOSITION)) {
            return null;
        }
        return withSession(tokens, token, i, series, number, letter, false);
    }

    private static Numbers.@Nullable Read document(Tokens tokens, int token) {
        int i = token + 1;
        if (tokens.is(i, Cue.NR) && tokens.gapWithin(i, NEAR)) {
            i++;
        }
        if (!tokens.isNumber(i) || tokens.length(i) > 2 || !tokens.gapWithin(i, NEAR)) {
            return null;
        }
        if (!tokens.isNumber(i + 1)
                || tokens.value(i + 1) < 0
                || !tokens.gapWithin(i + 1, Tokens.COLON | Tokens.SPACE)
                || (tokens.gap(i + 1) & Tokens.COLON) == 0) {
            return null;
        }
        String number = number(tokens, i) + "-" + number(tokens, i + 1);
        i += 2;
        String letter = "";
        if (isLetter(tokens, i) && tokens.gapWithin(i, Tokens.SPACE | Tokens.LINE) && tokens.allCaps(i)) {
            letter = tokens.foldedText(i);
            i++;
        }
        return withSession(tokens, token, i, Series.PARLIAMENT_DOCUMENT, number, letter, false);
    }

    private static boolean isLetter(Tokens tokens, int token) {
        return tokens.foldedIs(token, "l")
                || tokens.foldedIs(token, "s")
                || tokens.foldedIs(token, "ls")
                || tokens.foldedIs(token, "o");
    }
}
