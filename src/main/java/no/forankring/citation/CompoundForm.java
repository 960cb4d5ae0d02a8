package no.forankring.citation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compounds that end in a kind word and are no name of the register.
///
/// A long one with a typing error is a name after all (`helsepersonelloven` with a letter too many); `…loven` and
/// `…forskriften` cite an act that nobody knows; `handlingsplanen`, `kommuneplanens samfunnsdel` and their like are
/// local plans.
final class CompoundForm {

    private static final Set<String> LOCAL_STEMS = Set.of(
            "handlings",
            "aktivitets",
            "kommune",
            "kommunedel",
            "økonomi",
            "virksomhets",
            "verksemds",
            "kompetanse",
            "kommunikasjons",
            "evaluerings",
            "tema",
            "omsorgs",
            "samfunns",
            "strategi",
            "tiltaks",
            "folkehelse",
            "velferds",
            "implementerings",
            "utviklings",
            "opplærings",
            "rekrutterings",
            "teknologi",
            "samhandlings",
            "rus",
            "pårørende",
            "demens",
            "ernærings",
            "frivillighets",
            "digitaliserings",
            "eldre",
            "fag",
            "program",
            "års",
            "beredskaps",
            "boligsosial",
            "plan",
            "regional",
            "areal",
            "klima",
            "heltids",
            "helse",
            "innovasjons",
            "oppvekst",
            "habiliterings",
            "rehabiliterings",
            "velferdsteknologi",
            "kultur",
            "næring",
            "levekårs",
            "integrerings",
            "lokalsamfunns",
            "kvalitets",
            "organisasjons",
            "delings",
            "smittevern");

    private static final Set<String> NO_ACTS = Set.of(
            "naturloven",
            "tyngdeloven",
            "janteloven",
            "særloven",
            "særlova",
            "fullmaktsloven",
            "endringsloven",
            "endringslova",
            "rammeloven",
            "moderloven",
            "hovedloven",
            "prosesslovens",
            "lokalforskriften",
            "endringsforskriften",
            "endringsforskrifta");

    /// Letters that a misspelled name has at least.
    private static final int LONG = 12;

    private CompoundForm() {}

    /// Looks only at the last letters, so that ordinary words cost next to nothing.
    static boolean mayStart(Tokens tokens, int token) {
        int length = tokens.foldedLength(token);
        if (length < 7 || length > 60) {
            return false;
        }
        if (tokens.foldedChar(token, length - 1) == 'l') {
            return tokens.wordAt(token) == Tokens.UNKNOWN && (tokens.gap(token + 1) & Tokens.DOT) != 0;
        }
        if (!Inflection.mayBeKind(tokens, token) && (length < LONG || tokens.wordAt(token) != Tokens.UNKNOWN)) {
            return false;
        }
        char last = tokens.foldedChar(token, length - 1);
        return last == 'n'
                || last == 'a'
                || last == 's'
                || last == 'v'
                || last == 'i'
                || last == 't'
                || last == 'm'
                || last == 'd'
                || last == 'g'
                || last == 'r'
                || last == 'e';
    }

    static int read(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Cue kind = Inflection.kindOf(tokens, token);
        boolean unknown = tokens.word(token) == Tokens.UNKNOWN;
        if (kind == null) {
            NameIndex.Match act = unknown ? shortened(reading, token) : null;
            if (act != null) {
                int to = NameForm.add(reading, token, act);
                Finding finding = reading.last();
                if (finding != null && finding.to == token + 1) {
                    finding.end++;
                }
                return to;
            }
            if (!unknown || tokens.foldedLength(token) < LONG) {
                return token;
            }
            if (isStutter(tokens, token)) {
                return new KindForm().read(reading, token);
            }
            NameIndex.Match near = reading.names.nearWord(tokens, token);
            return near == null ? token : NameForm.add(reading, token, near);
        }
        if (kind == Cue.GUIDELINE && unknown && isStutter(tokens, token)) {
            return new KindForm().read(reading, token);
        }
        String word = tokens.foldedText(token);
        boolean modifier =
                tokens.gap(token + 1) == Tokens.HYPHEN && tokens.isWord(token + 1) && !reading.isAnd(token + 1);
        if (modifier) {
            return token;
        }
        if (unknown) {
            NameIndex.Match near = reading.names.nearWord(tokens, token);
            if (near != null) {
                return NameForm.add(reading, token, near);
            }
        }
        return switch (kind) {
            case LAW -> act(reading, token, word, "law");
            case REGULATION -> act(reading, token, word, "regulation");
            case REFORM ->
                word.endsWith("reformen") || word.endsWith("reforma")
                        ? unknown(reading, token, "reform", "unknown-name")
                        : token;
            case PLAN, STRATEGY -> local(reading, token, word, kind);
            case FORORDNING, DIREKTIV -> new EuActForm().read(reading, token);
            default -> token;
        };
    }

    /// `forvaltningsl. § 24`: the name of an act cut after its l.
    private static NameIndex.@Nullable Match shortened(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int next = token + 1;
        int length = tokens.foldedLength(token);
        boolean cut = length >= 6
                && tokens.foldedChar(token, length - 1) == 'l'
                && (tokens.gap(next) & Tokens.DOT) != 0
                && tokens.gapWithin(next, Tokens.DOT | Tokens.SPACE | Tokens.LINE | Tokens.DOLLAR)
                && (tokens.isSection(next)
                        || tokens.is(next, Cue.CHAPTER)
                        || tokens.isNumber(next)
                        || MisreadSection.isLetter(tokens, next));
        return cut ? reading.names.completed(tokens, token, next, "oven") : null;
    }

    /// "retningslingslinjer": a kind word with a part written twice.
    static boolean isStutter(Tokens tokens, int token) {
        return tokens.foldedLength(token) >= 15
                && tokens.foldedStartsWith(token, "retningslin")
                && (tokens.foldedEndsWith(token, "linjer")
                        || tokens.foldedEndsWith(token, "linje")
                        || tokens.foldedEndsWith(token, "linjene")
                        || tokens.foldedEndsWith(token, "linjen"));
    }

    private static int act(Reading reading, int token, String word, String type) {
        boolean definite = word.endsWith("loven")
                || word.endsWith("lova")
                || word.endsWith("lovens")
                || word.endsWith("lovas")
                || word.endsWith("forskriften")
                || word.endsWith("forskrifta")
                || word.endsWith("forskriftens");
        if (!definite || word.length() < 9 || NO_ACTS.contains(word)) {
            return token;
        }
        int to = unknown(reading, token, type, "unknown-name");
        Tokens tokens = reading.tokens;
        Finding finding = reading.last();
        if (finding != null && tokens.isNumber(to) && tokens.length(to) == 4 && tokens.gapWithin(to, Tokens.SPACE)) {
            // "straffeloven 1902"
            to++;
            reading.extend(finding, to);
        }
        return to;
    }

    private static int unknown(Reading reading, int token, String type, String form) {
        var finding = new Finding(Finding.Kind.UNKNOWN, form, token, token + 1, reading.tokens);
        finding.type = type;
        reading.add(finding);
        return token + 1;
    }

    /// Also asked for the words handlingsplan and plan kinds that the lexicon knows.
    static int local(Reading reading, int token, String word, Cue kind) {
        return isCommon(word, kind) ? addLocal(reading, token) : token;
    }

    /// True for compounds that every municipality has one of: "kommuneplanen", "pårørendestrategi".
    static boolean isCommon(String word, Cue kind) {
        if (kind != Cue.PLAN && kind != Cue.STRATEGY) {
            return false;
        }
        int at = word.lastIndexOf(kind == Cue.STRATEGY ? "strategi" : "plan");
        return at > 0 && LOCAL_STEMS.contains(word.substring(0, at));
    }

    static int addLocal(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        int to = token + 1;
        // "kommuneplanens samfunnsdel", "kommuneplanens arealdel"
        if (tokens.foldedIs(token, "kommuneplanens")
                && (tokens.foldedIs(to, "samfunnsdel")
                        || tokens.foldedIs(to, "arealdel")
                        || tokens.foldedIs(to, "handlingsdel"))) {
            to++;
        }
        if (tokens.isNumber(to) && tokens.length(to) == 4 && tokens.gapWithin(to, Tokens.SPACE)) {
            to++;
            if (tokens.isNumber(to)
                    && tokens.length(to) == 4
                    && tokens.gapWithin(to, Tokens.SPACE | Tokens.DASH | Tokens.HYPHEN)
                    && (tokens.gap(to) & (Tokens.DASH | Tokens.HYPHEN)) != 0) {
                to++;
            }
        }
        var finding = new Finding(Finding.Kind.LOCAL, "local-plan", token, to, tokens);
        finding.type = "local_plan";
        reading.add(finding);
        return to;
    }
}
