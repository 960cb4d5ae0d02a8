package no.forankring.citation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// Ties a provision to its act: the one before it, the one after "i", that of the list, or the nearest in the
/// paragraph.
final class SectionResolver {

    private static final int LONGEST_TITLE = 20;

    private static final int LONGEST_WITHIN_SENTENCE = 30;
    private static final int WITHIN_ONE_BREATH = 3;

    private final Reading reading;
    private final Tokens tokens;
    private final LegalText legal;
    private final LocalNames localNames;
    private final BackReferences backReferences;
    private final PartResolver parts;
    /// By chapter the act that the text cites provisions of it from; empty where several acts have one of that number.
    private final Map<String, Optional<Option>> chapters = new HashMap<>();

    SectionResolver(Reading reading, LegalText legal, LocalNames localNames, BackReferences backReferences) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.legal = legal;
        this.localNames = localNames;
        this.backReferences = backReferences;
        this.parts = new PartResolver(reading);
    }

    /// Ties a provision to its act, and remembers which act has a chapter of that number.
    boolean tie(Finding finding, List<Finding> kept, List<Finding> all, int index) {
        if (finding.form.equals(PartForm.FORM)) {
            return parts.tie(finding, kept, all, index);
        }
        boolean tied = find(finding, kept, all, index);
        Option chosen = finding.decision == null ? null : finding.decision.chosen();
        String chapter = chapterOf(finding.pinpoint);
        if (tied && chosen != null && isLettered(chapter)) {
            chapters.merge(
                    chapter,
                    Optional.of(chosen),
                    (one, other) -> one.map(Option::id).equals(other.map(Option::id)) ? one : Optional.empty());
        }
        return tied;
    }

    /// `4A` of § 4A-3 and of kap. 4A; empty where the sections of the act run through.
    private static String chapterOf(Pinpoint pinpoint) {
        if (!pinpoint.chapter().isEmpty()) {
            return pinpoint.chapter();
        }
        int hyphen = pinpoint.section().indexOf('-');
        return hyphen < 0 ? "" : pinpoint.section().substring(0, hyphen).replace(" ", "");
    }

    /// `4A`: few acts have a chapter of such a number.
    private static boolean isLettered(String chapter) {
        return chapter.length() > 1
                && Character.isDigit(chapter.charAt(0))
                && Character.isLetter(chapter.charAt(chapter.length() - 1));
    }

    /// A provision with no act beside it: of the act named last in the paragraph, else of the only one of the text
    /// whose
    /// chapter of that number has been cited.
    private @Nullable Decision inferred(Finding finding, List<Finding> kept) {
        Finding nearest = nearestAct(finding, kept);
        Option chosen = nearest == null || nearest.decision == null ? null : nearest.decision.chosen();
        if (chosen != null && tokens.is(finding.from - 1, Cue.OLD)) {
            // "opplæringslova § 24-3, ikkje den gamle § 15-3"
            chosen = backReferences.ofAge(finding, chosen);
        }
        if (chosen != null) {
            return Decision.resolved(
                    chosen, Rule.BACK_REFERENCE, 0.65, List.of(Reason.of("section-inferred", chosen.label())));
        }
        Option cited = chapters.getOrDefault(chapterOf(finding.pinpoint), Optional.empty())
                .orElse(null);
        return cited == null
                ? null
                : Decision.resolved(
                        cited,
                        Rule.BACK_REFERENCE,
                        0.6,
                        List.of(Reason.of("section-of-chapter", chapterOf(finding.pinpoint), cited.label())));
    }

    /// "Prop. 91 L (2010–2011) kap. 29", "primærhelsemeldingen, kap. 9"
    private boolean ofPaper(Finding chapter, @Nullable Finding previous) {
        if (previous == null
                || previous.decision == null
                || previous.to != chapter.from
                || previous.kind == Finding.Kind.LOCAL
                || !tokens.gapWithin(
                        chapter.from, Tokens.SPACE | Tokens.LINE | Tokens.COMMA | Tokens.OPEN | Tokens.CLOSE)) {
            return false;
        }
        attach(chapter, previous);
        return chapter.decision != null;
    }

    /// "kapittel 4 A": with a letter no other text has such chapters; without one only in the sentence that names the
    /// act.
    private boolean inferredChapter(Finding finding, List<Finding> kept) {
        boolean lettered = isLettered(finding.pinpoint.chapter());
        if (tokens.capital(finding.from)) {
            return false;
        }
        Finding previous = kept.isEmpty() ? null : kept.getLast();
        if (!lettered && (previous == null || !isAct(previous) || !sameSentence(previous.to, finding.from))) {
            return false;
        }
        Decision inferred = inferred(finding, kept);
        if (inferred == null
                || inferred.chosen() == null
                || BackReferences.typeOf(inferred.chosen()) != DocumentType.LAW) {
            return false;
        }
        finding.decision = inferred;
        return true;
    }

    private boolean sameSentence(int from, int to) {
        if (to - from > LONGEST_WITHIN_SENTENCE) {
            return false;
        }
        for (int i = from; i <= to; i++) {
            if ((tokens.gap(i) & (Tokens.DOT | Tokens.BANG | Tokens.BLANK | Tokens.BARRIER)) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Ties a provision to its act.
    private boolean find(Finding finding, List<Finding> kept, List<Finding> all, int index) {
        Finding previous = kept.isEmpty() ? null : kept.getLast();
        if (legal.is() && legal.isHeading(finding)) {
            return false;
        }
        // Another provision of the same list: same act.
        if (previous != null
                && previous.kind == Finding.Kind.SECTION
                && previous.group == finding.group
                && finding.group >= 0
                && previous.decision != null) {
            parts.follow(finding, previous.decision, Reason.of("section-in-list"));
            return true;
        }
        if (previous != null
                && isAct(previous)
                && previous.kind != Finding.Kind.SECTION
                && previous.pinpoint.isWhole()
                && (touches(previous, finding) || follows(previous, finding))) {
            Finding titled = titled(kept);
            attach(finding, titled == null ? previous : titled);
            return true;
        }
        Finding after = actAfter(finding, all, index);
        if (after != null && after.decision != null) {
            parts.follow(finding, after.decision, Reason.of("section-before-act"));
            if (after.kind == Finding.Kind.BACK) {
                return true;
            }
            if (after.from - finding.to <= 1 && lastOfGroup(all, index)) {
                finding.to = after.to;
                finding.end = after.end;
                after.dropped = true;
            }
            return true;
        }
        if (finding.form.equals("chapter") && !legal.is()) {
            return ofPaper(finding, previous) || inferredChapter(finding, kept);
        }
        if (previous != null
                && previous.decision != null
                && (previous.kind == Finding.Kind.SECTION || !previous.pinpoint.isWhole())
                && isAct(previous)
                && listed(previous, finding)) {
            if (legal.isOwn(previous.decision)) {
                finding.pinpoint = legal.known(finding);
            }
            parts.follow(finding, previous.decision, Reason.of("section-in-list"));
            return true;
        }
        String other = otherAct(finding);
        if (!other.isEmpty()) {
            Decision local = null;
            if ((tokens.gap(finding.from) & Tokens.DOT) != 0) {
                finding.from--;
                finding.start = tokens.start(finding.from);
                local = localNames.recallShortForm(finding.from);
            }
            finding.decision =
                    local != null ? local : Decision.unresolved(other, List.of(Reason.of("section-without-act")));
            if (local != null) {
                return true;
            }
            return !finding.form.equals("chapter");
        }
        if (legal.is()) {
            return inLegalText(finding, kept, all, index);
        }
        Decision inferred = inferred(finding, kept);
        finding.decision =
                inferred != null ? inferred : Decision.unresolved("law", List.of(Reason.of("section-without-act")));
        return true;
    }

    /// The kind of an act that stands before the § but that nobody knows: "uhl. § 4", "forskrift om studier § 5"; empty
    /// where none does.
    private String otherAct(Finding section) {
        int before = section.from - 1;
        if ((tokens.gap(section.from) & (Tokens.BLANK | Tokens.BARRIER | Tokens.COLON)) != 0
                || !tokens.isWord(before)) {
            return "";
        }
        if ((tokens.gap(section.from) & Tokens.DOT) != 0) {
            return localNames.isShortForm(before) ? "law" : "";
        }
        if (reading.names.isStop(tokens.word(before)) || tokens.is(before, Cue.JF)) {
            // "gi forskrift om unntak fra § 5"
            return "";
        }
        for (int i = before; i >= 0 && section.from - i < LONGEST_TITLE; i--) {
            boolean law = tokens.is(i, Cue.LAW);
            if ((law || tokens.is(i, Cue.REGULATION)) && tokens.form(i) == Lexicon.BASE) {
                return localNames.isTitleBetween(i + 1, section.from) ? law ? "law" : "regulation" : "";
            }
            if ((tokens.gap(i) & (Tokens.BLANK | Tokens.BARRIER | Tokens.SEMICOLON)) != 0) {
                return "";
            }
        }
        return "";
    }

    /// The act by date and number whose title holds the name before the §: "forskrift 5. august 1977 nr. 2 til lov om
    /// kontroll med produkter § 5".
    private @Nullable Finding titled(List<Finding> kept) {
        if (kept.size() < 2 || kept.getLast().kind != Finding.Kind.NAME) {
            return null;
        }
        Finding name = kept.getLast();
        Finding act = kept.get(kept.size() - 2);
        boolean parted = reading.isAnd(name.from - 1)
                || (tokens.gap(name.from) & (Tokens.OPEN | Tokens.CLOSE | Tokens.COMMA)) != 0;
        return !parted
                        && act.kind == Finding.Kind.EXACT
                        && act.form.equals("date-number")
                        && act.pinpoint.isWhole()
                        && localNames.isTitleBetween(act.to, name.from)
                ? act
                : null;
    }

    /// In a law a bare § is one of the act being changed, else of the law itself; where that cannot be, of the act
    /// named last in the paragraph.
    private boolean inLegalText(Finding finding, List<Finding> kept, List<Finding> all, int index) {
        if (tokens.is(finding.from - 1, Cue.LAW)
                && tokens.gapWithin(finding.from, Tokens.WHITE)
                && legal.isRegulation()) {
            // "loven § 5" of a law that cannot be told
            finding.decision = Decision.unresolved("law", List.of(Reason.of("section-without-act")));
            return true;
        }
        if (finding.form.equals("chapter") && !legal.hasChapter(finding)) {
            return false;
        }
        finding.pinpoint = legal.known(finding);
        boolean dens = tokens.foldedIs(finding.from - 1, "dens") || tokens.foldedIs(finding.from - 1, "dets");
        Option act = dens ? null : legal.actAt(finding, all, index);
        if (act != null) {
            finding.decision =
                    Decision.resolved(act, Rule.CONTEXT, 0.9, List.of(Reason.of("section-of-text", act.label())));
            return true;
        }
        Finding nearest = legal.own() == null ? null : nearestAct(finding, kept);
        Option chosen = nearest == null || nearest.decision == null ? null : nearest.decision.chosen();
        if (chosen == null && legal.own() != null && !legal.isAmending()) {
            // A provision that was repealed or has got another number.
            finding.decision = Decision.resolved(
                    legal.own(),
                    Rule.CONTEXT,
                    0.7,
                    List.of(Reason.of("section-of-text", legal.own().label())));
            return true;
        }
        if (chosen == null) {
            return false;
        }
        finding.decision = Decision.resolved(
                chosen, Rule.BACK_REFERENCE, 0.65, List.of(Reason.of("section-inferred", chosen.label())));
        return true;
    }

    /// "lov 13. juni 1980 nr. 35 om fri rettshjelp § 3": the title stands between.
    private boolean follows(Finding act, Finding section) {
        return act.form.equals("date-number")
                && act.kind == Finding.Kind.EXACT
                && section.from > act.to
                && (localNames.isTitleBetween(act.to, section.from) || isBracketBetween(act.to, section.from))
                && (tokens.gap(section.from) & (Tokens.BLANK | Tokens.BARRIER | Tokens.SEMICOLON)) == 0;
    }

    /// "27 feb 1930 nr. 2 (Jan Mayen) § 3"
    private boolean isBracketBetween(int from, int to) {
        if (to - from > 12 || (tokens.gap(from) & Tokens.OPEN) == 0 || (tokens.gap(to) & Tokens.CLOSE) == 0) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if ((tokens.gap(i) & (Tokens.OPEN | Tokens.CLOSE)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAct(Finding finding) {
        return finding.mayBeAct()
                || finding.kind == Finding.Kind.SECTION
                || isEuAct(finding)
                || finding.kind == Finding.Kind.BACK && (finding.cue == Cue.LAW || finding.cue == Cue.REGULATION);
    }

    private static boolean isEuAct(Finding finding) {
        return finding.designation != null && finding.designation.series() == Series.EU_ACT;
    }

    /// Only a space, a bracket or a comma, or "sin", "jf." stands between the act and its §.
    private boolean touches(Finding act, Finding section) {
        int words = section.from - act.to;
        if (words > 1 || section.start - act.end > 24) {
            return false;
        }
        int allowed = Tokens.SPACE
                | Tokens.LINE
                | Tokens.OPEN
                | Tokens.CLOSE
                | Tokens.COMMA
                | Tokens.DOLLAR
                | Tokens.HYPHEN
                | Tokens.DASH
                | Tokens.QUOTE;
        if (words == 1 || reading.document.text().charAt(act.end - 1) == '.') {
            // "hol. § 3-2", "… m.m. § 3", "helsepersonelloven jf. § 4"; else a full stop ends what the act can reach.
            allowed |= Tokens.DOT;
        }
        if (!tokens.gapWithin(section.from, allowed)) {
            return false;
        }
        if (words == 0) {
            return true;
        }
        return tokens.is(act.to, Cue.JF) || tokens.foldedIs(act.to, "sin") || tokens.foldedIs(act.to, "sine");
    }

    private void attach(Finding section, Finding act) {
        Decision decision = act.decision;
        if (decision == null) {
            return;
        }
        int gap = tokens.gap(section.from);
        boolean direct = section.from == act.to && (gap & (Tokens.OPEN | Tokens.CLOSE | Tokens.COMMA)) == 0;
        Reason reason = Reason.of(section.dotted ? "section-dotted" : "section-of-act", section.pinpoint.text());
        parts.follow(section, decision, reason);
        section.form = act.kind == Finding.Kind.BACK ? "back-reference" : act.form;
        section.cue = act.cue;
        if (act.kind == Finding.Kind.BACK) {
            section.same = true;
        }
        section.options = act.options;
        if (direct) {
            section.from = act.from;
            section.start = act.start;
            act.dropped = true;
        }
    }

    /// `§ 15 i forvaltningslova`, `§ 12 hol.`, `§ 4 og § 5 i helsepersonelloven`
    private @Nullable Finding actAfter(Finding section, List<Finding> all, int index) {
        int to = section.to;
        for (int i = index + 1; i < all.size() && i < index + BackReferences.LOOK_BACK; i++) {
            Finding next = all.get(i);
            tokens.looked(1);
            if (next.kind == Finding.Kind.SECTION) {
                boolean linked = next.group >= 0 && next.group == section.group
                        || next.from == to && (tokens.gap(to) & Tokens.COMMA) != 0
                        || next.from == to + 1 && reading.isAnd(to);
                if (!linked || next.from - to > 2) {
                    return null;
                }
                to = next.to;
                continue;
            }
            int joint = to;
            if (next.kind == Finding.Kind.BACK && tokens.is(to, Cue.I)) {
                // "§ 12 i den nye loven"
                joint += tokens.is(joint + 1, Cue.DEN) ? 1 : 0;
                joint += tokens.is(joint + 1, Cue.NEW) || tokens.is(joint + 1, Cue.OLD) ? 1 : 0;
            }
            boolean within = next.from == joint + 1
                    && (tokens.is(to, Cue.I) || tokens.is(to, Cue.AV))
                    && tokens.gapWithin(to, Tokens.WHITE)
                    && tokens.gapWithin(next.from, Tokens.WHITE);
            boolean abbreviated = next.from == to
                    && next.form.equals("abbreviation")
                    && tokens.gapWithin(to, Tokens.WHITE)
                    && !tokens.isSection(next.to);
            if ((within || abbreviated) && isAct(next)) {
                if (next.decision == null && next.kind == Finding.Kind.BACK) {
                    List<Finding> before = all.subList(Math.max(0, index - BackReferences.LOOK_BACK), index);
                    if (!backReferences.tie(next, before, section)) {
                        return null;
                    }
                }
                return next;
            }
            return null;
        }
        return null;
    }

    private static boolean lastOfGroup(List<Finding> all, int index) {
        return index + 1 >= all.size() || all.get(index + 1).kind != Finding.Kind.SECTION;
    }

    /// "… § 4-1, jf. § 3-10", "§ 4 og § 5"
    private boolean listed(Finding previous, Finding section) {
        int words = section.from - previous.to;
        if (words > 2 || (tokens.gap(section.from) & Tokens.BARRIER) != 0) {
            return false;
        }
        for (int i = previous.to; i < section.from; i++) {
            if (!tokens.is(i, Cue.JF) && !reading.isAnd(i)) {
                return false;
            }
        }
        int gap = tokens.gap(section.from);
        return (gap & Tokens.BLANK) == 0 && (words > 0 || (gap & Tokens.COMMA) != 0);
    }

    /// The act named last in the paragraph, unless two stand equally near.
    private @Nullable Finding nearestAct(Finding section, List<Finding> kept) {
        int looked = 0;
        int seen = section.from + 1;
        Finding found = null;
        for (int i = kept.size() - 1; i >= 0 && looked < 12; i--, looked++) {
            Finding earlier = kept.get(i);
            if (section.from - earlier.to > 80 || paragraphBetween(earlier.to, seen)) {
                break;
            }
            seen = Math.min(seen, earlier.to);
            if (!isAct(earlier) || earlier.decision == null || earlier.dropped) {
                continue;
            }
            if (found == null) {
                found = earlier;
            } else if (!BackReferences.sameTarget(found, earlier)) {
                // The one of the sentence is meant, or the one named a line ago when the other was named well before
                // it.
                boolean within = sameSentence(found.to, section.from) && !inOneBreath(earlier, found);
                boolean nearer = BackReferences.isNearer(section, found, earlier);
                return within || nearer ? found : null;
            }
        }
        return found;
    }

    /// "helsepersonelloven og folkehelseloven", "helsepersonelloven sammen med folkehelseloven": a § after them
    /// may be of either.
    private boolean inOneBreath(Finding act, Finding next) {
        boolean whole = act.pinpoint.isWhole() && next.pinpoint.isWhole();
        return backReferences.coordinated(act, next)
                || whole
                        && next.from > act.to
                        && next.from - act.to <= WITHIN_ONE_BREATH
                        && sameSentence(act.to, next.from);
    }

    /// True when a paragraph begins at one of the tokens `[from, to)`.
    private boolean paragraphBetween(int from, int to) {
        for (int i = from; i < to && i < tokens.count(); i++) {
            int gap = tokens.gap(i);
            boolean begins = tokens.isSection(i) || tokens.isWord(i) && tokens.capital(i);
            if ((gap & Tokens.BARRIER) != 0 || (gap & Tokens.BLANK) != 0 && begins) {
                return true;
            }
        }
        return false;
    }
}
