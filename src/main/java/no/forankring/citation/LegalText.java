package no.forankring.citation;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.forankring.document.DocumentKind;
import org.jspecify.annotations.Nullable;

/// What a text is when it is itself a law or a regulation: there "loven" and a bare § speak of the text, and in one
/// that changes others of the act being changed.
final class LegalText {

    /// How far into the text its own id or title is looked for, in tokens.
    private static final int HEAD = 150;

    /// A head that lists every act that the text changes pushes its title far down.
    private static final int LONGEST_HEAD = 1500;

    private static final int LONGEST_ORDER = 80;

    /// A regulation that rests on more than this rests on many acts.
    private static final int MOST_IN_BASIS = 200;

    private static final int UNKNOWN = -2;
    private static final int EDGE = Tokens.LINE | Tokens.BLANK | Tokens.BARRIER;

    private final Reading reading;
    private final Tokens tokens;
    private final Set<String> ownSections = new HashSet<>();
    private final Set<String> ownChapters = new HashSet<>();
    private final boolean legal;
    private final boolean amending;
    private final @Nullable Option own;
    private int looked;
    private @Nullable Option changed;

    /// The paragraph in which a regulation names its legal basis: its tokens, both ends within, and its first finding.
    private int basisFrom = UNKNOWN;

    private int basisEnd;
    private int basisFinding;

    LegalText(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens;
        int headings = 0;
        for (Finding finding : reading.findings) {
            if (finding.kind == Finding.Kind.SECTION && (tokens.gap(finding.from) & EDGE) != 0) {
                headings += finding.form.equals("chapter") ? 0 : 1;
                if (!isHeading(finding)) {
                    continue;
                }
                if (finding.form.equals("chapter")) {
                    ownChapters.add(finding.pinpoint.chapter());
                } else {
                    ownSections.add(finding.pinpoint.section().toLowerCase(Locale.ROOT));
                }
            }
        }
        Option id = ownId();
        legal = isLegalText(headings, id != null);
        own = legal ? (id != null ? id : ownTitle()) : null;
        amending = legal && hasAmendingTitle();
    }

    /// True for the text of a law or regulation.
    boolean is() {
        return legal;
    }

    boolean isRegulation() {
        return own != null && own.id().value().startsWith("for-");
    }

    /// False for a chapter of something else: of an annex to a treaty, of an act that the text reproduces.
    boolean hasChapter(Finding chapter) {
        return changed != null || amending || ownChapters.contains(chapter.pinpoint.chapter());
    }

    boolean isOwn(Decision decision) {
        Option chosen = decision.chosen();
        return own != null && chosen != null && own.id().equals(chosen.id());
    }

    /// True for a text that only changes others.
    boolean isAmending() {
        return amending;
    }

    /// The text's own act, where its head says so.
    @Nullable
    Option own() {
        return own;
    }

    private boolean isLegalText(int headings, boolean identified) {
        String title = reading.document.title();
        if (!title.isBlank() && headings >= (identified ? 1 : 2)) {
            DocumentKind kind = DocumentKind.of(title, "");
            if (kind == DocumentKind.LAW || kind == DocumentKind.REGULATION) {
                return true;
            }
        }
        return headings >= (identified ? 1 : 3) && (beginsAsAct() || headings >= 5) || identified && hasAmendingTitle();
    }

    private boolean beginsAsAct() {
        return titleToken() >= 0;
    }

    /// The word with which the title begins, "Lov om", or -1.
    private int titleToken() {
        int limit = Math.min(tokens.count(), LONGEST_HEAD);
        for (int i = 0; i < limit; i++) {
            boolean word = tokens.is(i, Cue.LAW) || tokens.is(i, Cue.REGULATION);
            if (word
                    && tokens.capital(i)
                    && (i == 0 || tokens.beginsSentence(i) || (tokens.gap(i) & EDGE) != 0)
                    && (tokens.is(i + 1, Cue.OM) || tokens.is(i + 1, Cue.TIL) || tokens.is(i + 1, Cue.FOR))) {
                return i;
            }
        }
        return -1;
    }

    /// The id that stands first in the head, alone on its line or after a label: "Datokode", "refid:".
    private @Nullable Option ownId() {
        for (Finding finding : reading.findings) {
            if (finding.from > HEAD) {
                return null;
            }
            if (finding.form.equals("act-id") && finding.options.size() == 1 && endsLine(finding.to)) {
                return finding.options.getFirst();
            }
        }
        return null;
    }

    private boolean endsLine(int token) {
        int gap = tokens.gap(token);
        return (gap & EDGE) != 0 && (gap & Tokens.COMMA) == 0;
    }

    /// The title of the text, where it is the name of an act: "Lov om folkehelsearbeid (folkehelseloven)".
    private @Nullable Option ownTitle() {
        int title = titleToken();
        for (Finding finding : reading.findings) {
            if (title < 0 || finding.from > title) {
                return null;
            }
            boolean name = finding.kind == Finding.Kind.NAME || finding.kind == Finding.Kind.EXACT;
            if (finding.from == title && name && finding.options.size() == 1 && !finding.prefix) {
                return finding.options.getFirst();
            }
        }
        return null;
    }

    /// "Lov om endringer i karanteneloven" has no provisions of its own to speak of.
    private boolean hasAmendingTitle() {
        int title = titleToken();
        for (int i = Math.max(title, 0); title >= 0 && i < title + 4; i++) {
            if (tokens.isWord(i) && tokens.foldedStartsWith(i, "endring")) {
                return true;
            }
        }
        return false;
    }

    /// "§ 4. Formål" on a line of its own names a provision of the text; "§ 4 skal lyde" cites one.
    boolean isHeading(Finding section) {
        if (section.from > 0 && (tokens.gap(section.from) & EDGE) == 0 || section.pinpoint.subsection() != 0) {
            return false;
        }
        int next = section.to;
        int gap = tokens.gap(next);
        if ((gap & (Tokens.COMMA | Tokens.OPEN)) == Tokens.COMMA) {
            return false;
        }
        if ((gap & (Tokens.DOT | EDGE)) != 0) {
            return true;
        }
        return tokens.isWord(next) && tokens.capital(next) && !ordersWording(next);
    }

    private boolean ordersWording(int from) {
        for (int i = from; i < from + LONGEST_ORDER && i < tokens.count(); i++) {
            if (i > from && (tokens.gap(i) & (Tokens.BLANK | Tokens.BARRIER)) != 0) {
                return false;
            }
            if (tokens.foldedIs(i, "lyde") || tokens.foldedIs(i, "lyda")) {
                return true;
            }
        }
        return false;
    }

    /// The act that a bare § at the finding belongs to: the one being changed there, else the text itself.
    ///
    /// Asked in text order.
    @Nullable
    Option actAt(Finding section, List<Finding> all, int index) {
        while (looked < index) {
            Finding finding = all.get(looked++);
            if (opens(finding) && finding.decision != null && finding.decision.chosen() != null) {
                changed = finding.decision.chosen();
            }
        }
        if (changed != null) {
            return changed;
        }
        return amending || !mayBeOwn(section.pinpoint) ? null : own;
    }

    /// "§ 18 b" is bokstav b where the text has a § 18 and no § 18 b.
    Pinpoint known(Finding finding) {
        Pinpoint pinpoint = finding.pinpoint;
        String section = pinpoint.section().toLowerCase(Locale.ROOT);
        int last = section.length() - 1;
        boolean lettered = last > 0
                && Character.isLetter(section.charAt(last))
                && pinpoint.letter().isEmpty();
        if (changed != null || !lettered || ownSections.contains(section) || isGlued(finding, section.charAt(last))) {
            return pinpoint;
        }
        String bare = section.substring(0, last);
        return ownSections.contains(bare)
                ? new Pinpoint("", bare, 0, section.substring(last), "", pinpoint.sentence(), "")
                : pinpoint;
    }

    /// "§ 18b" has its letter for a part of the number.
    private boolean isGlued(Finding finding, char letter) {
        for (int i = finding.from + 1; i < finding.to; i++) {
            if (tokens.isWord(i) && tokens.foldedLength(i) == 1 && tokens.foldedChar(i, 0) == letter) {
                return tokens.gap(i) == 0;
            }
        }
        return false;
    }

    /// False for the number of a § that the text plainly does not have.
    private boolean mayBeOwn(Pinpoint pinpoint) {
        return ownSections.size() < 3
                || pinpoint.section().isEmpty()
                || ownSections.contains(pinpoint.section().toLowerCase(Locale.ROOT));
    }

    /// "I lov 19. juni 2015 nr. 70 om … gjøres følgende endringer", "Forskrift … endres slik"
    private boolean opens(Finding act) {
        if (!act.mayBeAct() || act.kind == Finding.Kind.UNKNOWN || !act.pinpoint.isWhole()) {
            return false;
        }
        int before = act.from - 1;
        boolean led = tokens.is(before, Cue.I)
                && tokens.capital(before)
                && tokens.gapWithin(act.from, Tokens.SPACE | Tokens.LINE);
        boolean begins = (tokens.gap(act.from) & EDGE) != 0;
        return (led || begins) && orders(act.to, led) || isOrdered(act);
    }

    /// "… gjøres følgende endringer i lov 26. juni 1992 nr. 86 om tvangsfullbyrdelse:"
    private boolean isOrdered(Finding act) {
        boolean changes = false;
        for (int i = act.from - 1; i > 0 && i > act.from - 6; i--) {
            changes |= tokens.isWord(i) && tokens.foldedStartsWith(i, "endring");
        }
        if (!changes || !tokens.is(act.from - 1, Cue.I)) {
            return false;
        }
        for (int i = act.to; i < act.to + LONGEST_ORDER && i <= tokens.count(); i++) {
            if ((tokens.gap(i) & (Tokens.BLANK | Tokens.BARRIER)) != 0) {
                return (tokens.gap(i) & Tokens.COLON) != 0;
            }
        }
        return false;
    }

    private boolean orders(int from, boolean led) {
        for (int i = from; i < from + LONGEST_ORDER && i < tokens.count(); i++) {
            if (i > from && (tokens.gap(i) & (Tokens.BLANK | Tokens.BARRIER)) != 0) {
                return led && (tokens.gap(i) & Tokens.COLON) != 0;
            }
            if (tokens.isSection(i)) {
                return false;
            }
            if (led
                    ? tokens.foldedStartsWith(i, "endring")
                            || tokens.foldedIs(i, "oppheves")
                            || tokens.foldedIs(i, "skal")
                    : tokens.foldedIs(i, "endres") || tokens.foldedIs(i, "endrast")) {
                return true;
            }
        }
        return false;
    }

    /// The only act that a regulation names as its legal basis: "med hjemmel i lov …"; empty when it names several.
    @Nullable
    Option basis(List<Finding> all) {
        if (basisFrom == UNKNOWN) {
            findBasis(all);
        }
        Option found = null;
        int limit = Math.min(all.size(), basisFinding + MOST_IN_BASIS);
        for (int i = basisFinding; basisFrom >= 0 && i < limit; i++) {
            Finding finding = all.get(i);
            tokens.looked(1);
            if (finding.from > basisEnd) {
                break;
            }
            if (finding.decision == null) {
                continue;
            }
            Option chosen = finding.decision.chosen();
            if (chosen != null && chosen.id().value().startsWith("lov-")) {
                if (found != null && !found.id().equals(chosen.id())) {
                    return null;
                }
                found = chosen;
            }
        }
        return found;
    }

    /// Looks once for the paragraph that says "med hjemmel i …", or else begins with the title.
    private void findBasis(List<Finding> all) {
        int from = -1;
        for (int i = 0; i < tokens.count() && from < 0; i++) {
            boolean word = tokens.foldedIs(i, "hjemmel") || tokens.foldedIs(i, "heimel");
            from = word && (tokens.is(i + 1, Cue.I) || tokens.foldedIs(i - 1, "med")) ? i : -1;
        }
        basisFrom = from < 0 ? titleToken() : from;
        basisEnd = Math.max(basisFrom, 0);
        while (basisEnd + 1 < tokens.count() && (tokens.gap(basisEnd + 1) & (Tokens.BLANK | Tokens.BARRIER)) == 0) {
            basisEnd++;
        }
        while (basisFinding < all.size() && all.get(basisFinding).from < basisFrom) {
            basisFinding++;
        }
        tokens.looked(tokens.count() + basisFinding);
    }
}
