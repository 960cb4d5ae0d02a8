package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocument;
import org.jspecify.annotations.Nullable;

/// Documents by name: titles, short titles, aliases, with the kind word beside them.
///
/// `helse- og omsorgstjenesteloven`, `Vi – de pårørende`, `reformen «Leve hele livet»`, `Leve hele livet-reformen`,
/// `nasjonal faglig retningslinje «Forebygging og behandling av underernæring»`, `Demensplanen 2025`
final class NameForm {

    private static final int BESIDE = Tokens.WHITE | Tokens.QUOTE | Tokens.DASH | Tokens.HYPHEN | Tokens.COLON;

    private NameForm() {}

    static int read(Reading reading, int token) {
        NameIndex.Match match = reading.names.match(reading.tokens, token);
        return match == null ? token : add(reading, token, match);
    }

    /// Adds what was matched, with the kind words and years around it; returns the token after it.
    static int add(Reading reading, int token, NameIndex.Match match) {
        Tokens tokens = reading.tokens;
        int to = match.to();
        var finding = new Finding(Finding.Kind.NAME, "name", token, to, tokens);
        finding.options = match.options();
        finding.strength = match.strength();
        finding.prefix = match.prefix();
        finding.fuzzy = match.fuzzy();
        finding.definite = match.definite();
        finding.form = form(finding);
        if (isModifier(tokens, to)) {
            // In "Demensplan 2025-nettverket" the plan is still named; in "Leve hele livet-reformen" the kind word
            // belongs.
            Cue suffix = kindAt(tokens, to);
            if (suffix != null) {
                finding.cue = suffix;
                to++;
            } else {
                finding.modifier = true;
            }
        } else if (tokens.gapWithin(to, Tokens.SPACE | Tokens.LINE)
                && kindAt(tokens, to) == Cue.REFORM
                && tokens.form(to) == Lexicon.DEFINITE
                && finding.hasType(DocumentType.REFORM)) {
            // "Leve hele livet reformen": the hyphen was lost.
            finding.cue = Cue.REFORM;
            to++;
        }
        if (to != finding.to) {
            reading.extend(finding, to);
        } else if (finding.mayBeAct()) {
            reading.extend(finding, to);
        }
        Finding changing = finding.mayBeAct() ? changingAct(reading, token) : null;
        if (changing != null) {
            // "lov 20. juni 2025 nr. 69 om endringer i folkehelseloven m.m." is one act.
            reading.extend(changing, finding.to);
            return changing.to;
        }
        if (finding.mayBeAct() && changes(tokens, token)) {
            // "lov om endringer i tannhelsetjenesteloven" is another act than the one it changes.
            finding.type = "law";
            finding.decision = Decision.unresolved("law", List.of(Reason.of("changing-act")));
            reading.add(finding);
            return finding.to;
        }
        boolean known = readYear(reading, finding);
        if (!known) {
            reading.add(finding);
            return finding.to;
        }
        readKindBefore(reading, finding);
        readEllipsis(reading, finding);
        finding.quoted = isQuoted(tokens, token);
        coverTitle(reading, finding);
        finding.local = isLocal(tokens, finding.from);
        reading.add(finding);
        return PartForm.goalsAfter(reading, finding);
    }

    private static @Nullable Finding changingAct(Reading reading, int token) {
        Tokens tokens = reading.tokens;
        Finding last = reading.last();
        return isAfterChangesIn(tokens, token)
                        && last != null
                        && last.kind == Finding.Kind.EXACT
                        && last.to == token - 3
                ? last
                : null;
    }

    private static boolean changes(Tokens tokens, int token) {
        return isAfterChangesIn(tokens, token)
                && (tokens.is(token - 4, Cue.LAW) || tokens.is(token - 4, Cue.REGULATION));
    }

    /// "om endringer i" before the token.
    private static boolean isAfterChangesIn(Tokens tokens, int token) {
        return tokens.is(token - 1, Cue.I)
                && tokens.foldedStartsWith(token - 2, "endring")
                && tokens.is(token - 3, Cue.OM);
    }

    private static String form(Finding finding) {
        DocumentType type = finding.options.getFirst().row() == null
                ? DocumentType.LAW
                : finding.options.getFirst().row().type();
        return switch (type) {
            case LAW, AMENDING_LAW -> "law-name";
            case REGULATION -> "regulation-name";
            case EU_ACT, UN -> "international-name";
            default -> "document-name";
        };
    }

    /// True where a hyphen ties the name to another word: "Demensplan 2025-arbeidet".
    private static boolean isModifier(Tokens tokens, int to) {
        int gap = tokens.gap(to);
        boolean tied = gap == Tokens.HYPHEN
                || (gap & Tokens.HYPHEN) != 0 && (gap & ~(Tokens.HYPHEN | Tokens.LINE | Tokens.BLANK)) == 0;
        return tied
                && tokens.isWord(to)
                && !tokens.capital(to)
                && !tokens.is(to, Cue.OG)
                && !tokens.is(to, Cue.ELLER)
                && !tokens.is(to, Cue.SAMT);
    }

    /// The kind that a word stands for: the kind word itself, or a compound that ends in it.
    static @Nullable Cue kindAt(Tokens tokens, int token) {
        if (!tokens.isWord(token)) {
            return null;
        }
        Cue cue = Cue.of(tokens.word(token));
        if (cue != null) {
            return cue.isKind() ? cue : null;
        }
        return Inflection.kindOf(tokens, token);
    }

    /// Lets the mention cover the rest of a title that the matched alias leaves out.
    private static void coverTitle(Reading reading, Finding finding) {
        if (finding.options.size() != 1 || finding.strength != NameIndex.Strength.STRONG || finding.mayBeAct()) {
            return;
        }
        Row row = finding.options.getFirst().row();
        Tokens tokens = reading.tokens;
        if (row == null || row.type() == DocumentType.LOCAL || tokens.isNumber(finding.to - 1)) {
            // The owner in the title of a local plan may stand in another part of the sentence.
            return;
        }
        int hits = 0;
        int to = finding.to;
        int skipped = 0;
        for (int i = finding.to;
                i < tokens.count() && tokens.gapWithin(i, Tokens.WHITE | Tokens.DASH | Tokens.COMMA) && skipped < 3;
                i++) {
            int word = tokens.word(i);
            if (word >= Cue.ALL.length && row.topics().get(word)) {
                hits++;
                skipped = 0;
                to = i + 1;
            } else if (reading.names.isStop(word)) {
                skipped++;
            } else {
                break;
            }
        }
        if (hits >= 2) {
            reading.extend(finding, to);
        }
    }

    /// "helse- og omsorgstjeneste- og spesialisthelsetjenesteloven" names two acts.
    private static void readEllipsis(Reading reading, Finding finding) {
        Tokens tokens = reading.tokens;
        int and = finding.from - 1;
        if (!finding.mayBeAct()
                || and < 1
                || !reading.isAnd(and)
                || (tokens.gap(and) & Tokens.HYPHEN) == 0
                || !tokens.gapWithin(and, Tokens.HYPHEN | Tokens.WHITE)
                || !tokens.isWord(and - 1)
                || tokens.foldedLength(and - 1) > 60) {
            return;
        }
        String[] endings = finding.options.getFirst().id().value().startsWith("for-")
                ? new String[] {"forskriften", "forskrifta"}
                : new String[] {"loven", "lova"};
        for (String ending : endings) {
            for (int from = Math.max(0, and - 5); from < and; from++) {
                NameIndex.Match match = reading.names.completed(tokens, from, and, ending);
                if (match != null) {
                    var other = new Finding(Finding.Kind.NAME, finding.form, from, and, tokens);
                    other.options = match.options();
                    other.evidence.add(Reason.of("ellipsis", ending));
                    other.end++;
                    reading.add(other);
                    return;
                }
            }
        }
    }

    private static void readKindBefore(Reading reading, Finding finding) {
        Tokens tokens = reading.tokens;
        int before = finding.from - 1;
        Cue own = kindAt(tokens, finding.from);
        int national = firstOfKind(tokens, finding.from);
        if (own != null && national < finding.from && fits(finding, own)) {
            // "nasjonal faglig retningslinje demens", where "Retningslinje demens" is the name
            finding.cue = own;
            finding.from = national;
            finding.start = tokens.start(national);
            return;
        }
        if (finding.cue != null || !tokens.gapWithin(finding.from, BESIDE) || before < 0) {
            return;
        }
        if ((tokens.gap(finding.from) & Tokens.BLANK) != 0 && (tokens.gap(finding.from) & Tokens.QUOTE) == 0) {
            return;
        }
        Cue led = Cue.of(tokens.word(before));
        if (led != null && led.isPreposition() && tokens.gapWithin(before, Tokens.WHITE) && before > 0) {
            // "veileder i rehabilitering …", "retningslinje for demens"
            before--;
        }
        Cue kind = kindAt(tokens, before);
        boolean otherAct = (kind == Cue.LAW || kind == Cue.REGULATION) && Cue.of(tokens.word(before)) != kind;
        if (kind == null || otherAct || tokens.form(before) == Lexicon.PLURAL || !fits(finding, kind)) {
            return;
        }
        finding.cue = kind;
        finding.from = firstOfKind(tokens, before);
        finding.start = tokens.start(finding.from);
        String text = reading.document.text();
        if (finding.end < text.length() && "»”“\"".indexOf(text.charAt(finding.end)) >= 0) {
            finding.end++;
        }
    }

    /// "den nasjonale faglige retningslinjen": the adjectives belong to the mention, the article does not.
    static int firstOfKind(Tokens tokens, int kind) {
        int from = kind;
        while (from > 0
                && (tokens.gapWithin(from, Tokens.WHITE)
                        || tokens.gapWithin(from, Tokens.WHITE | Tokens.DOT) && tokens.foldedIs(from - 1, "nasj"))
                && (tokens.is(from - 1, Cue.NATIONAL)
                        || tokens.is(from - 1, Cue.PROFESSIONAL)
                        || tokens.is(from - 1, Cue.GOVERNMENTS))) {
            from--;
            tokens.looked(1);
        }
        return from;
    }

    private static boolean fits(Finding finding, Cue kind) {
        Set<DocumentType> types = kind.types();
        for (Option option : finding.options) {
            if (option.row() != null && types.contains(option.row().type())) {
                return true;
            }
        }
        return false;
    }

    /// A year or period after the name belongs to it and must fit the document.
    ///
    /// @return false when it contradicts every document that the name can mean
    private static boolean readYear(Reading reading, Finding finding) {
        Tokens tokens = reading.tokens;
        int token = finding.to;
        boolean said = (tokens.is(token, Cue.AV) || tokens.is(token, Cue.FRA))
                && tokens.gapWithin(token, Tokens.SPACE | Tokens.LINE);
        if (said) {
            // "kommuneloven av 1992"
            token++;
        }
        if (tokens.isNumber(token - 1)
                || !tokens.isNumber(token)
                || tokens.length(token) != 4
                || !tokens.gapWithin(token, Tokens.SPACE | Tokens.LINE | Tokens.OPEN)) {
            return true;
        }
        int year = tokens.value(token);
        if (year < 1800 || year > 2100) {
            return true;
        }
        boolean period = tokens.isNumber(token + 1)
                && (tokens.gap(token + 1) & (Tokens.DASH | Tokens.HYPHEN | Tokens.SLASH)) != 0
                && tokens.gapWithin(token + 1, Tokens.DASH | Tokens.HYPHEN | Tokens.SLASH | Tokens.WHITE);
        var fitting = new ArrayList<Option>();
        for (Option option : finding.options) {
            if (option.row() != null && fitsYear(option.row().document(), year)) {
                fitting.add(option);
            }
        }
        if (!fitting.isEmpty()) {
            finding.options = fitting;
            finding.year = year;
            finding.evidence.add(Reason.of("year-fits", Integer.toString(year)));
            int to = token + (period ? 2 : 1);
            finding.to = to;
            finding.end = Numbers.endOf(tokens, token - 1, to);
            return true;
        }
        boolean act = finding.mayBeAct();
        if (act
                ? period || year > 2099 || tokens.is(token - 1, Cue.FRA)
                : said || (tokens.gap(token) & Tokens.OPEN) != 0 && !period) {
            return true;
        }
        // "straffeloven 1902" is another act than the one of 2005.
        boolean dated = act
                || finding.options.stream()
                        .anyMatch(option -> option.row() != null
                                && switch (option.row().type()) {
                                    case PLAN,
                                            STRATEGY,
                                            PROGRAM,
                                            WHITE_PAPER,
                                            WHITE_PAPER_OLD,
                                            PROPOSITION,
                                            EXPECTATIONS -> true;
                                    default -> false;
                                });
        if (!dated) {
            return true;
        }
        // "Opptrappingsplan for psykisk helse 1999–2008" is another plan than the one of 2023.
        finding.year = year;
        finding.type = finding.options.getFirst().row() == null
                ? "plan"
                : finding.options.getFirst().row().type().citeType();
        finding.to = token + (period ? 2 : 1);
        finding.end = Numbers.endOf(tokens, token - 1, finding.to);
        finding.decision = Decision.unresolved(
                finding.type,
                List.of(Reason.of(
                        "year-contradicts",
                        Integer.toString(year),
                        finding.options.getFirst().label())));
        return false;
    }

    static boolean fitsYear(GoverningDocument document, int year) {
        String digits = Integer.toString(year);
        return document.title().contains(digits)
                || document.shortTitle().contains(digits)
                || document.date().map(date -> date.year() == year).orElse(false)
                || document.inForceFrom().map(date -> date.year() == year).orElse(false)
                || document.inForceTo().map(date -> date.year() == year).orElse(false);
    }

    static boolean isQuoted(Tokens tokens, int token) {
        int before = tokens.start(token) - 1;
        return before >= 0 && "«“\"„‘'".indexOf(tokens.text.charAt(before)) >= 0;
    }

    /// "kommunens pårørendestrategi", "egen handlingsplan", "en strategi".
    static boolean isLocal(Tokens tokens, int from) {
        int before = from - 1;
        if (before < 0 || !tokens.isWord(before) || !tokens.gapWithin(from, Tokens.WHITE)) {
            return false;
        }
        int length = tokens.foldedLength(before);
        if (length > 24) {
            return false;
        }
        String word = tokens.foldedText(before);
        return switch (word) {
            case "kommunens",
                    "kommunes",
                    "kommunane",
                    "egen",
                    "eigen",
                    "egne",
                    "lokal",
                    "lokale",
                    "vår",
                    "deres",
                    "kommunal",
                    "sin",
                    "bydelens",
                    "fylkeskommunens",
                    "virksomhetens",
                    "enhetens",
                    "ei",
                    "en",
                    "ein" -> true;
            default -> word.endsWith("kommunes");
        };
    }
}
