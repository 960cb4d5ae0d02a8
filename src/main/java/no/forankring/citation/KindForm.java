package no.forankring.citation;

import java.util.List;
import java.util.Set;

/// What a kind word alone can mean: a document named before, a topic that follows, or a title in quotation marks.
///
/// `reformen`, `meldingen`, `loven § 5`, `samme lov`, `veileder for tjenester til …`,
/// `nasjonale faglige retningslinjer for …`, `strategien «Ukjent tittel»`
final class KindForm implements CitationForm {

    private static final int LONGEST_TITLE = 18;
    private static final Set<String> AFTER_PHRASES = Set.of(
            "som", "er", "har", "skal", "etter", "ble", "blei", "vart", "vil", "kan", "må", "gjelder", "gjeld", "sier",
            "seier", "gir", "gjev", "var", "hadde", "står", "viser", "jf", "vært", "vore", "blitt", "fått", "gitt",
            "brukt", "vist", "gjort", "kommet", "når", "fordi", "slik", "samt", "blir", "vert");
    private static final int ENDS_TOPIC = Tokens.DOT
            | Tokens.COMMA
            | Tokens.SEMICOLON
            | Tokens.OPEN
            | Tokens.CLOSE
            | Tokens.QUOTE
            | Tokens.BANG
            | Tokens.SIGN
            | Tokens.BARRIER
            | Tokens.COLON;

    @Override
    public List<Cue> cues() {
        return List.of(
                Cue.LAW,
                Cue.REGULATION,
                Cue.REFORM,
                Cue.PAPER,
                Cue.WHITE_PAPER,
                Cue.PROPOSITION,
                Cue.PLAN,
                Cue.ACTION_PLAN,
                Cue.ESCALATION_PLAN,
                Cue.STRATEGY,
                Cue.GUIDANCE,
                Cue.GUIDELINE,
                Cue.ADVICE,
                Cue.PATHWAY,
                Cue.STANDARD,
                Cue.CIRCULAR,
                Cue.REPORT,
                Cue.FORORDNING,
                Cue.CONVENTION);
    }

    @Override
    public int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Cue cue = Cue.of(tokens.word(token));
        if (cue == null) {
            // Asked at a misspelled kind word.
            return tokens.word(token) == Tokens.UNKNOWN ? topic(reading, token, Cue.GUIDELINE) : token;
        }
        int next = token + 1;
        if (tokens.gap(next) == Tokens.HYPHEN && tokens.isWord(next)) {
            return token;
        }
        int to = quotedTitle(reading, token, cue);
        if (to > token) {
            return to;
        }
        to = topic(reading, token, cue);
        return to > token ? to : back(reading, token, cue);
    }

    private static int quotedTitle(Reading reading, int token, Cue cue) {
        Tokens tokens = reading.tokens;
        int next = token + 1;
        if (cue == Cue.LAW
                || cue == Cue.REGULATION
                || cue == Cue.STANDARD
                || cue == Cue.PAPER
                || cue == Cue.ADVICE
                || tokens.form(token) == Lexicon.PLURAL
                || (tokens.gap(next) & Tokens.QUOTE) == 0
                || !tokens.gapWithin(next, Tokens.QUOTE | Tokens.WHITE | Tokens.COLON)
                || !NameForm.isQuoted(tokens, next)
                || !tokens.isWord(next)
                || !tokens.capital(next)
                || reading.names.match(tokens, next) != null) {
            return token;
        }
        int limit = Math.min(tokens.count(), next + LONGEST_TITLE);
        for (int i = next + 1; i <= limit; i++) {
            int gap = tokens.gap(i);
            if ((gap & Tokens.QUOTE) != 0) {
                int from = NameForm.firstOfKind(tokens, token);
                var finding = new Finding(Finding.Kind.UNKNOWN, "quoted-title", from, i, tokens);
                finding.end = Math.min(reading.document.text().length(), finding.end + 1);
                finding.type = cue.citeType();
                finding.cue = cue;
                reading.add(finding);
                return i;
            }
            if ((gap & (Tokens.BARRIER | Tokens.SIGN)) != 0) {
                break;
            }
        }
        return token;
    }

    private static int topic(Reading reading, int token, Cue cue) {
        switch (cue) {
            case REGULATION,
                    GUIDANCE,
                    GUIDELINE,
                    ADVICE,
                    PATHWAY,
                    STRATEGY,
                    ACTION_PLAN,
                    ESCALATION_PLAN,
                    WHITE_PAPER,
                    CIRCULAR,
                    PAPER -> {}
            default -> {
                return token;
            }
        }
        Tokens tokens = reading.tokens;
        int next = token + 1;
        Cue preposition = Cue.of(tokens.word(next));
        boolean led = preposition != null && preposition.isPreposition() && tokens.gapWithin(next, Tokens.WHITE);
        boolean dashed = tokens.isWord(next)
                && (tokens.gap(next) & (Tokens.DASH | Tokens.COLON)) != 0
                && tokens.gapWithin(next, Tokens.WHITE | Tokens.DASH | Tokens.COLON)
                && tokens.capital(next);
        int from = NameForm.firstOfKind(tokens, token);
        boolean national = from < token;
        // "nasj. retningslinje underernæring"
        boolean bare = (national || reading.beginsAnchor(from))
                && tokens.form(token) == Lexicon.BASE
                && tokens.isWord(next)
                && tokens.gapWithin(next, Tokens.SPACE | Tokens.LINE)
                && !tokens.capital(next);
        if (!led && !dashed && !bare) {
            return token;
        }
        boolean begins = tokens.is(from - 1, Cue.NEW)
                || tokens.capital(from)
                || (tokens.gap(from) & (Tokens.SIGN | Tokens.BARRIER | Tokens.BLANK)) != 0;
        boolean definite = tokens.form(token) == Lexicon.DEFINITE;
        boolean plural = tokens.form(token) == Lexicon.PLURAL || cue == Cue.ADVICE;
        boolean regulation = cue == Cue.REGULATION && led;
        if (plural ? !national : !(national || begins || definite || regulation)) {
            return token;
        }
        if (NameForm.isLocal(tokens, from) || cue == Cue.PAPER && !(definite && preposition == Cue.OM)) {
            return token;
        }
        int to = led ? next + 1 : next;
        int limit = Math.min(tokens.count(), to + LONGEST_TITLE);
        while (to < limit
                && (to == next || (tokens.gap(to) & ENDS_TOPIC) == 0)
                && ((tokens.gap(to) & (Tokens.BLANK)) == 0 || !tokens.capital(to))
                && !tokens.isNumber(to)
                && (to == next || NameForm.kindAt(tokens, to) == null)
                && !endsPhrase(reading, to)) {
            to++;
        }
        if (to <= next + (led ? 1 : 0)) {
            return token;
        }
        var finding = new Finding(Finding.Kind.TOPIC, "kind-and-topic", from, to, tokens);
        finding.cue = cue;
        finding.type = cue.citeType();
        if (!TopicMatch.settle(reading, finding, next)) {
            return token;
        }
        reading.add(finding);
        return finding.to;
    }

    /// A verb, or "og" before a new phrase.
    private static boolean endsPhrase(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        if (reading.isAnd(token)) {
            Cue next = Cue.of(tokens.word(token + 1));
            return tokens.isSection(token + 1)
                    || tokens.isWord(token + 1) && tokens.capital(token + 1)
                    || next != null && !next.isPreposition() && next.isKind()
                    || tokens.isWord(token + 1)
                            && tokens.foldedLength(token + 1) < 8
                            && AFTER_PHRASES.contains(tokens.foldedText(token + 1));
        }
        return tokens.isWord(token)
                && tokens.foldedLength(token) < 8
                && AFTER_PHRASES.contains(tokens.foldedText(token));
    }

    /// "Covid-19-forskriften": a compound of its own, not the one named before.
    private static int hyphenated(Reading reading, int token, Cue cue) {
        Tokens tokens = reading.tokens;
        if (cue != Cue.LAW && cue != Cue.REGULATION && cue != Cue.REFORM) {
            return token;
        }
        int from = token;
        while (from > 0 && tokens.gap(from) == Tokens.HYPHEN && token - from < 4) {
            from--;
        }
        Finding last = reading.last();
        if (tokens.form(token) != Lexicon.DEFINITE || last != null && last.to > from) {
            return token;
        }
        var finding = new Finding(Finding.Kind.UNKNOWN, "unknown-name", from, token + 1, tokens);
        finding.type = cue.citeType();
        reading.add(finding);
        return token + 1;
    }

    private static int back(Reading reading, int token, Cue cue) {
        Tokens tokens = reading.tokens;
        int from = token;
        if (tokens.gap(token) == Tokens.HYPHEN && tokens.isWord(token)) {
            return hyphenated(reading, token, cue);
        }
        boolean same = tokens.is(token - 1, Cue.SAME) || tokens.is(token - 1, Cue.SAID);
        boolean definite = tokens.form(token) == Lexicon.DEFINITE || tokens.form(token) == Lexicon.GENITIVE;
        boolean plural = tokens.form(token) == Lexicon.PLURAL;
        if (plural || !same && !definite || cue == Cue.ADVICE) {
            return token;
        }
        if (same && tokens.gapWithin(token, Tokens.WHITE)) {
            from--;
        }
        boolean goesOn = tokens.gapWithin(token + 1, Tokens.WHITE)
                && (tokens.is(token + 1, Cue.OM)
                        || tokens.is(token + 1, Cue.FOR)
                        || tokens.is(token + 1, Cue.MOT)
                        || cue == Cue.PAPER && tokens.is(token + 1, Cue.TIL));
        // "meldingen om primærhelsetjenesten", "meldingen til Stortinget" speak of another one than was named before.
        if (goesOn || tokens.is(token + 1, Cue.HERE) || tokens.is(token - 1, Cue.THIS)) {
            return token;
        }
        var finding = new Finding(Finding.Kind.BACK, "back-reference", from, token + 1, tokens);
        finding.cue = cue;
        finding.same = same;
        finding.type = cue.citeType();
        reading.add(finding);
        return token + 1;
    }
}
