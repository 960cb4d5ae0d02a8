package no.forankring.citation;

import java.util.List;
import no.forankring.citation.Pinpoint.Unit;
import org.jspecify.annotations.Nullable;

/// Parts of documents that have no §: `artikkel 6 nr. 1 bokstav e`, `barnekonvensjonen artikkel 3 og 12`,
/// `Prop. 91 L (2010–2011) punkt 7.6.2`, `Ot.prp. nr. 13 (1998–99) s. 228`, `NOU 2011: 11 side 64–65`,
/// `bærekraftsmål 3, 10 og 11`, `delmål 3.4`, `vedlegg XI`
///
/// Articles may stand away from the document they belong to; points and pages are read only right after one.
final class PartForm implements CitationForm {

    static final String FORM = "part";
    private static final String GOALS = "fn-agenda-2030";
    private static final int LONGEST_LIST = 17;
    private static final int LAST_GOAL = 17;
    private static final int NEAR = Tokens.SPACE | Tokens.LINE;

    @Override
    public List<Cue> cues() {
        return List.of(Cue.ARTICLE, Cue.POINT, Cue.PAGE, Cue.GOAL, Cue.TARGET, Cue.SUSTAINABLE_GOAL, Cue.ANNEX);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Cue cue = Cue.of(tokens.word(token));
        if (cue == null) {
            return token;
        }
        return switch (cue) {
            case ARTICLE -> list(reading, token, token, Unit.ARTICLE);
            case ANNEX -> afterDocument(reading, token) ? list(reading, token, token, Unit.ANNEX) : token;
            case POINT -> afterDocument(reading, token) ? list(reading, token, token, Unit.POINT) : token;
            case PAGE -> afterDocument(reading, token) ? list(reading, token, token, Unit.PAGE) : token;
            case SUSTAINABLE_GOAL -> goals(reading, token);
            case GOAL -> atGoals(reading, token) ? ofGoals(reading, token, token, Unit.GOAL) : token;
            case TARGET -> atGoals(reading, token) ? ofGoals(reading, token, token, Unit.TARGET) : token;
            default -> token;
        };
    }

    /// "bærekraftsmål 3": the word names the document, the number the part.
    private static int goals(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        boolean ours = tokens.foldedIs(token - 1, "fns") || tokens.foldedIs(token - 1, "fn");
        return goals(reading, token, ours ? token - 1 : token);
    }

    private static int goals(Reading reading, int token, int from) {
        Tokens tokens = reading.tokens;
        int number = tokens.is(token + 1, Cue.NR) ? token + 2 : token + 1;
        if (reading.names.row(GOALS) == null || part(tokens, number, Unit.GOAL) == null) {
            return token;
        }
        return ofGoals(reading, from, token, Unit.GOAL);
    }

    private static int ofGoals(Reading reading, int from, int cue, Unit unit) {
        int to = list(reading, from, cue, unit);
        if (to > cue) {
            for (int i = reading.findings.size() - 1; i >= 0; i--) {
                Finding finding = reading.findings.get(i);
                if (finding.from < from) {
                    break;
                }
                finding.options = List.of(reading.option(GOALS));
            }
        }
        return to;
    }

    /// "FNs bærekraftsmål 13 og 15": the numbers right after the name.
    static int goalsAfter(Reading reading, Finding name) {
        Tokens tokens = reading.tokens;
        boolean goals = name.options.size() == 1
                && name.options.getFirst().id().value().equals(GOALS)
                && Cue.of(tokens.word(name.to - 1)) == Cue.SUSTAINABLE_GOAL;
        if (!goals) {
            return name.to;
        }
        int to = goals(reading, name.to - 1, name.from);
        return Math.max(to, name.to);
    }

    private static boolean atGoals(Reading reading, int token) {
        return afterGoals(reading, token) || beforeGoals(reading, token);
    }

    /// "mål 3 i Agenda 2030", "delmål 3.5 av FNs bærekraftsmål"
    private static boolean beforeGoals(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Part part = part(tokens, tokens.is(token + 1, Cue.NR) ? token + 2 : token + 1, Unit.TARGET);
        if (part == null
                || reading.names.row(GOALS) == null
                || !tokens.is(part.to, Cue.I) && !tokens.is(part.to, Cue.AV)
                || !tokens.gapWithin(part.to, NEAR)) {
            return false;
        }
        int name = part.to + 1;
        if (tokens.foldedIs(name, "fns") || tokens.foldedIs(name, "fn")) {
            name++;
        }
        boolean agenda = tokens.foldedIs(name, "agenda") && tokens.isNumber(name + 1) && tokens.value(name + 1) == 2030;
        return agenda || tokens.is(name, Cue.SUSTAINABLE_GOAL);
    }

    private static boolean afterGoals(Reading reading, int token) {
        Finding last = reading.last();
        return last != null
                && token - last.to < 30
                && !last.options.isEmpty()
                && last.options.getFirst().id().value().equals(GOALS)
                && (reading.tokens.gap(token) & (Tokens.BLANK | Tokens.BARRIER)) == 0;
    }

    /// Right after a paper, a report or an EU act.
    private static boolean afterDocument(Reading reading, int token) {
        Finding last = reading.last();
        if (last == null || last.to != token) {
            return last != null
                    && last.form.equals(FORM)
                    && reading.tokens.isNumber(token + 1)
                    && last.to == token - 1
                    && reading.isAnd(last.to);
        }
        boolean document = switch (last.kind) {
            case NUMBER, NAME, EXACT, TOPIC, BACK -> true;
            case SECTION -> last.form.equals(FORM) || last.form.equals("chapter");
            default -> false;
        };
        int allowed = NEAR | Tokens.COMMA | Tokens.OPEN | Tokens.CLOSE | Tokens.DOT | Tokens.QUOTE;
        boolean sentence = (reading.tokens.gap(token) & Tokens.DOT) != 0 && reading.tokens.capital(token);
        return document && !sentence && reading.tokens.gapWithin(token, allowed);
    }

    /// The parts of a list or a range, each a finding, all of one group.
    private static int list(Reading reading, int from, int cue, Unit unit) {
        Tokens tokens = reading.tokens;
        int group = -1;
        int at = tokens.is(cue + 1, Cue.NR) ? cue + 2 : cue + 1;
        int start = from;
        int to = cue;
        for (int item = 0; item < LONGEST_LIST; item++) {
            Part part = part(tokens, at, unit);
            if (part == null) {
                break;
            }
            if (group < 0) {
                group = reading.newGroup();
            }
            var finding = new Finding(Finding.Kind.SECTION, FORM, start, part.to, tokens);
            finding.pinpoint = part.pinpoint;
            finding.group = group;
            reading.add(finding);
            to = part.to;
            boolean comma = tokens.gap(to) == (Tokens.COMMA | Tokens.SPACE) && tokens.isNumber(to);
            boolean and = reading.isAnd(to) && tokens.isNumber(to + 1) && tokens.gapWithin(to + 1, NEAR);
            if (!comma && !and) {
                break;
            }
            start = and ? to + 1 : to;
            at = start;
            if (Cue.month(tokens.word(at + 1)) != 0 || tokens.length(at) > 3) {
                break;
            }
        }
        return group < 0 ? from : to;
    }

    private record Part(Pinpoint pinpoint, int to) {}

    private static @Nullable Part part(Tokens tokens, int token, Unit unit) {
        int near = NEAR | Tokens.DOT | Tokens.COMMA;
        if (!tokens.gapWithin(token, near)) {
            return null;
        }
        if (!tokens.isNumber(token)) {
            return unit == Unit.ANNEX && tokens.isWord(token) && tokens.allCaps(token) && isRoman(tokens, token)
                    ? further(tokens, token + 1, unit, tokens.text.substring(tokens.start(token), tokens.end(token)))
                    : null;
        }
        int value = tokens.value(token);
        if (value < 0 || tokens.length(token) > 4 || isGoal(unit) && (value < 1 || value > LAST_GOAL)) {
            return null;
        }
        var section = new StringBuilder(Integer.toString(value));
        int to = token + 1;
        while (unit != Unit.PAGE
                && unit != Unit.ARTICLE
                && tokens.isNumber(to)
                && tokens.gap(to) == Tokens.DOT
                && tokens.length(to) <= 2
                && section.length() < 12) {
            section.append('.').append(tokens.value(to));
            to++;
        }
        if (isGoal(unit) && section.indexOf(".") > 0) {
            return new Part(Pinpoint.of(Unit.TARGET, section.toString(), "", "", ""), to);
        }
        return further(tokens, to, unit, section.toString());
    }

    private static boolean isGoal(Unit unit) {
        return unit == Unit.GOAL || unit == Unit.TARGET;
    }

    private static boolean isRoman(Tokens tokens, int token) {
        for (int i = 0; i < tokens.foldedLength(token); i++) {
            if ("ivxlc".indexOf(tokens.foldedChar(token, i)) < 0) {
                return false;
            }
        }
        return tokens.foldedLength(token) <= 6;
    }

    /// `… nr. 1 bokstav e`, `64–65`
    private static Part further(Tokens tokens, int token, Unit unit, String section) {
        int to = token;
        String end = "";
        boolean range = tokens.isNumber(to)
                && tokens.gapWithin(to, Tokens.DASH | Tokens.HYPHEN)
                && tokens.gap(to) != 0
                && tokens.value(to) >= 0;
        if (range) {
            return new Part(Pinpoint.of(unit, section, "", "", Integer.toString(tokens.value(to))), to + 1);
        }
        String number = "";
        String letter = "";
        if (tokens.is(to, Cue.NR)
                && tokens.isNumber(to + 1)
                && tokens.value(to + 1) >= 0
                && tokens.gapWithin(to, NEAR | Tokens.COMMA)
                && tokens.gapWithin(to + 1, NEAR | Tokens.DOT)) {
            number = Integer.toString(tokens.value(to + 1));
            to += 2;
        }
        if (tokens.is(to, Cue.LETTER)
                && tokens.isWord(to + 1)
                && tokens.foldedLength(to + 1) == 1
                && tokens.gapWithin(to, NEAR | Tokens.COMMA)
                && tokens.gapWithin(to + 1, NEAR | Tokens.DOT)) {
            letter = tokens.foldedText(to + 1);
            to += 2;
        }
        return new Part(Pinpoint.of(unit, section, number, letter, end), to);
    }
}
