package no.forankring.citation;

import java.util.List;
import java.util.Set;

/// What shows that words of the register are a name where they stand: a capital inside a sentence, a list of their own,
/// a kind word after them, a verb that only documents have; and what shows that they name another thing.
final class NameSigns {

    private static final Set<String> DOCUMENT_VERBS = Set.of(
            "sier",
            "seier",
            "peker",
            "peikar",
            "omtaler",
            "omtalar",
            "beskriver",
            "understreker",
            "understrekar",
            "fremhever",
            "framhever",
            "framhevar",
            "inneholder",
            "inneheld",
            "anbefaler",
            "tilrår",
            "foreslår",
            "gjorde",
            "satte",
            "gjelder",
            "gjeld",
            "deles",
            "sette",
            "lanserte",
            "varslet",
            "varsla",
            "slår",
            "definerer",
            "definerar",
            "vektlegger");

    /// Other things that bear names: "kurset «Normen»", "teamet «Tett på»".
    private static final Set<String> OTHER_THINGS = Set.of(
            "kurs",
            "kurset",
            "team",
            "teamet",
            "rom",
            "rommet",
            "gruppe",
            "gruppen",
            "gruppa",
            "navn",
            "navnet",
            "namn",
            "namnet",
            "kafe",
            "kafeen",
            "møte",
            "møtet",
            "fagdag",
            "fagdagen",
            "konferansen",
            "konferanse",
            "film",
            "filmen",
            "boken",
            "boka",
            "foredrag",
            "foredraget",
            "utstilling",
            "utstillingen",
            "seminar",
            "seminaret",
            "verksted",
            "verkstedet",
            "bilde",
            "bildet",
            "skiltet",
            "tema",
            "temaet",
            "slagord",
            "slagordet",
            "mottoet",
            "parolen",
            "visjonen",
            "overskriften");

    private static final List<String> THING_ENDINGS =
            List.of("kurset", "teamet", "rommet", "gruppen", "gruppa", "møtet", "kafeen", "konferansen", "seminaret");

    private static final Set<String> CALLED =
            Set.of("heter", "heiter", "het", "heitte", "kalles", "kallast", "kalt", "kalla");

    private static final int LONGEST_THING = 16;

    private final Reading reading;
    private final Tokens tokens;
    private final NamedDocuments named;

    NameSigns(Reading reading, NamedDocuments named) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.named = named;
    }

    boolean standsAlone(Finding finding, boolean kind, List<Option> options, boolean last) {
        if (kind || finding.quoted || finding.year != 0) {
            return true;
        }
        boolean known = last && options.stream().anyMatch(option -> named.has(option.id()));
        boolean capital = tokens.isNumber(finding.from) || tokens.capital(finding.from) && !shouted(finding);
        boolean inside = capital && !tokens.beginsSentence(finding.from);
        return switch (finding.strength) {
            case STRONG -> true;
            case MEDIUM ->
                capital
                        && (known
                                || inside && !finding.modifier
                                || ownLine(finding)
                                || reading.beginsAnchor(finding.from)
                                || listItem(finding)
                                || inReferenceList(finding)
                                || speaks(finding));
            case WEAK ->
                options.size() == 1
                                && options.getFirst().row() != null
                                && capital
                                && finding.to - finding.from > 1
                                && kindFollows(finding, options.getFirst().row())
                        || inside && (finding.definite || known && finding.to - finding.from > 1)
                        || capital
                                && finding.to - finding.from > 1
                                && (inReferenceList(finding)
                                        || reading.beginsAnchor(finding.from) && endsItem(finding));
        };
    }

    /// "Fallforebygging hos eldre. Nasjonale faglige råd"
    boolean kindFollows(Finding finding, Row row) {
        int ends = Tokens.DOT | Tokens.COLON | Tokens.COMMA | Tokens.DASH | Tokens.OPEN;
        int i = finding.to;
        if ((tokens.gap(i) & ends) == 0 || (tokens.gap(i) & Tokens.BLANK) != 0) {
            return false;
        }
        while (tokens.is(i, Cue.NATIONAL) || tokens.is(i, Cue.PROFESSIONAL) || tokens.is(i, Cue.GOVERNMENTS)) {
            i++;
        }
        Cue kind = NameForm.kindAt(tokens, i);
        return kind != null && kind.types().contains(row.type());
    }

    /// "kurset «Normen»", "møterommet «Diabetes»"
    boolean namesOtherThing(int before) {
        if (!tokens.isWord(before) || tokens.foldedLength(before) >= LONGEST_THING) {
            return false;
        }
        return OTHER_THINGS.contains(tokens.foldedText(before))
                || THING_ENDINGS.stream().anyMatch(ending -> tokens.foldedEndsWith(before, ending));
    }

    /// "rommet heter «Diabetes»"
    boolean isCalled(int token) {
        return tokens.isWord(token)
                && tokens.foldedLength(token) < LONGEST_THING
                && CALLED.contains(tokens.foldedText(token));
    }

    /// Words in capitals only, as headings are set, are no sign of a name.
    private boolean shouted(Finding finding) {
        return finding.to - finding.from > 1 && tokens.allCaps(finding.from) && tokens.allCaps(finding.to - 1);
    }

    boolean endsItem(Finding finding) {
        int edge = Tokens.LINE
                | Tokens.BLANK
                | Tokens.BARRIER
                | Tokens.OPEN
                | Tokens.COMMA
                | Tokens.DASH
                | Tokens.DOT
                | Tokens.BANG;
        return (tokens.gap(finding.to) & edge) != 0;
    }

    /// "• Leve hele livet (gjelder fra 2019)": the name begins an item, and what follows only adds to it.
    private boolean listItem(Finding finding) {
        int added = Tokens.OPEN | Tokens.COMMA | Tokens.COLON | Tokens.DASH | Tokens.SEMICOLON | Tokens.SLASH;
        return (tokens.gap(finding.from) & Tokens.SIGN) != 0 && (tokens.gap(finding.to) & added) != 0;
    }

    /// "Helsedirektoratet. (2021). Styringsinformasjon til helsefellesskapene."
    boolean inReferenceList(Finding finding) {
        int before = finding.from - 1;
        int edge = Tokens.DOT | Tokens.LINE | Tokens.BLANK | Tokens.BARRIER | Tokens.OPEN;
        boolean year = before > 0
                && tokens.isNumber(before)
                && tokens.length(before) == 4
                && (tokens.gap(before) & Tokens.OPEN) != 0;
        boolean undated = before > 1
                && tokens.foldedIs(before, "å")
                && tokens.foldedIs(before - 1, "u")
                && (tokens.gap(before - 1) & Tokens.OPEN) != 0;
        return (year || undated)
                && (tokens.gap(finding.from) & Tokens.CLOSE) != 0
                && (tokens.gap(finding.to) & edge) != 0;
    }

    /// "Mestring og muligheter satte …": what only a document does.
    private boolean speaks(Finding finding) {
        return tokens.isWord(finding.to)
                && tokens.gapWithin(finding.to, Tokens.WHITE)
                && tokens.foldedLength(finding.to) < 16
                && (DOCUMENT_VERBS.contains(tokens.foldedText(finding.to)) || isDefined(finding.to));
    }

    /// "Fremtidens digitale Norge er den overordnede strategien": said to be a document.
    private boolean isDefined(int verb) {
        if (!tokens.foldedIs(verb, "er") || Cue.of(tokens.word(verb + 1)) != Cue.DEN) {
            return false;
        }
        for (int i = verb + 2; i < verb + 5 && tokens.gapWithin(i, Tokens.WHITE); i++) {
            Cue kind = NameForm.kindAt(tokens, i);
            if (kind != null && kind.isKind()) {
                return true;
            }
        }
        return false;
    }

    /// The name fills its line or list item.
    private boolean ownLine(Finding finding) {
        int before = tokens.gap(finding.from);
        int after = tokens.gap(finding.to);
        int edge = Tokens.LINE | Tokens.BLANK | Tokens.BARRIER;
        return (finding.from == 0 || (before & (edge | Tokens.SIGN)) != 0)
                && ((after & edge) != 0 || (after & Tokens.DASH) != 0 && (before & edge) != 0);
    }
}
