package no.forankring.citation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// Ties "reformen", "meldingen", "samme lov" to the document of the kind named before.
final class BackReferences {

    static final int LOOK_BACK = 60;
    /// Everybody has plans; only one just named is meant by "planen".
    private static final int LOOK_BACK_FOR_PLANS = 80;

    private final Reading reading;
    private final Tokens tokens;
    private final LegalText legal;

    BackReferences(Reading reading, LegalText legal) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.legal = legal;
    }

    /// "reformen", "loven": the nearest document of the kind named before.
    boolean tie(Finding finding, List<Finding> before, @Nullable Finding next) {
        Cue cue = finding.cue;
        if (cue == null) {
            return false;
        }
        boolean act = cue == Cue.LAW || cue == Cue.REGULATION;
        boolean withSection = next != null
                && next.kind == Finding.Kind.SECTION
                && next.from == finding.to
                && tokens.gapWithin(next.from, Tokens.WHITE | Tokens.OPEN);
        if (act && legal.is() && !finding.same) {
            // In a law or regulation these words speak of the text itself, or of the law that it rests on.
            return withSection && inLegalText(finding, cue);
        }
        boolean plan = cue == Cue.PLAN || cue == Cue.ACTION_PLAN || cue == Cue.ESCALATION_PLAN || cue == Cue.STRATEGY;
        int reach = act ? withSection || finding.same ? 400 : 120 : plan ? LOOK_BACK_FOR_PLANS : 320;
        if (plan && (tokens.is(finding.from - 1, Cue.OLD) || tokens.is(finding.from - 1, Cue.NEW))) {
            return false;
        }
        Set<DocumentType> types = backTypes(cue);
        Finding found = null;
        int looked = 0;
        for (int i = before.size() - 1; i >= 0 && looked < LOOK_BACK; i--, looked++) {
            Finding earlier = before.get(i);
            tokens.looked(1);
            if (finding.from - earlier.to > reach) {
                break;
            }
            Decision decision = earlier.decision;
            if (decision == null || earlier.kind == Finding.Kind.SECTION && !act) {
                continue;
            }
            if (cue == Cue.STANDARD && !saysStandard(earlier)) {
                // "standarden" is the one that is called so, not any norm.
                continue;
            }
            if (earlier.kind == Finding.Kind.LOCAL && (cue == Cue.PLAN || cue == Cue.STRATEGY)) {
                break;
            }
            boolean fits = decision.chosen() != null
                    ? types.contains(typeOf(decision.chosen()))
                    : decision.type().equals(cue.citeType());
            if (!fits) {
                continue;
            }
            if (found == null) {
                found = earlier;
                if (finding.same || act && withSection) {
                    break;
                }
            } else if (!sameTarget(found, earlier)
                    && finding.from - earlier.to < 100
                    && (parted(found.to, finding.from) || !parted(earlier.to, found.from))) {
                // Two of the kind have just been named; the word may mean either.
                return false;
            }
        }
        if (found == null || found.decision == null) {
            if (act && withSection && !legal.is()) {
                finding.decision = Decision.unresolved(finding.type, List.of(Reason.of("nothing-named-before")));
                return true;
            }
            return false;
        }
        Option chosen = found.decision.chosen();
        String said = reading.document.text().substring(finding.start, finding.end);
        if (chosen == null) {
            if (!withSection) {
                return false;
            }
            // Not what was said of another provision of the act: a chain of them would grow without end.
            finding.decision = found.followed == null ? found.decision : found.followed;
            return true;
        }
        chosen = act ? ofAge(finding, chosen) : chosen;
        if (chosen == null) {
            return false;
        }
        finding.rule = Rule.BACK_REFERENCE;
        finding.decision = Decision.resolved(
                chosen,
                Rule.BACK_REFERENCE,
                withSection || finding.same ? 0.8 : 0.7,
                List.of(Reason.of("back-reference", said, chosen.label())));
        return true;
    }

    /// A new paragraph begins between the tokens.
    private boolean parted(int from, int to) {
        for (int i = from; i <= to; i++) {
            if ((tokens.gap(i) & (Tokens.BARRIER | Tokens.BLANK)) != 0) {
                return true;
            }
        }
        return false;
    }

    /// "den forrige loven" is the one that the named act replaced, "den nye loven" the one that replaced it; empty when
    /// the register knows none, or several.
    @Nullable
    Option ofAge(Finding finding, Option named) {
        boolean old = tokens.is(finding.from - 1, Cue.OLD);
        boolean young = tokens.is(finding.from - 1, Cue.NEW);
        Row row = named.row();
        if (row == null || !old && !young) {
            return old ? null : named;
        }
        List<Option> others = (old ? row.document().replaces() : row.document().replacedBy())
                .stream()
                        .map(id -> reading.option(id.value()))
                        .filter(option -> typeOf(option) == row.type())
                        .toList();
        if (others.size() == 1) {
            return others.getFirst();
        }
        boolean isOld = old && !row.document().replacedBy().isEmpty();
        return young || isOld ? named : null;
    }

    private boolean inLegalText(Finding finding, Cue cue) {
        Option own = legal.own();
        boolean ownKind = own != null && own.id().value().startsWith(cue == Cue.LAW ? "lov-" : "for-");
        Option chosen = ownKind ? own : cue == Cue.LAW ? legal.basis(reading.findings) : null;
        if (chosen == null) {
            return false;
        }
        finding.decision = Decision.resolved(
                chosen,
                Rule.CONTEXT,
                0.85,
                List.of(Reason.of(ownKind ? "section-of-text" : "basis-of-text", chosen.label())));
        return true;
    }

    private boolean saysStandard(Finding finding) {
        for (int i = finding.from; i < finding.to; i++) {
            if (tokens.isWord(i) && NameForm.kindAt(tokens, i) == Cue.STANDARD) {
                return true;
            }
        }
        return false;
    }

    private static Set<DocumentType> backTypes(Cue cue) {
        return cue == Cue.PLAN || cue == Cue.ACTION_PLAN || cue == Cue.ESCALATION_PLAN
                ? EnumSet.of(DocumentType.PLAN, DocumentType.PROGRAM, DocumentType.PROPOSITION)
                : cue == Cue.STRATEGY ? EnumSet.of(DocumentType.STRATEGY) : cue.types();
    }

    static DocumentType typeOf(Option option) {
        if (option.row() != null) {
            return option.row().type();
        }
        String id = option.id().value();
        return id.startsWith("lov-")
                ? DocumentType.LAW
                : id.startsWith("for-")
                        ? DocumentType.REGULATION
                        : id.startsWith("meldst-")
                                ? DocumentType.WHITE_PAPER
                                : id.startsWith("stmeld-")
                                        ? DocumentType.WHITE_PAPER_OLD
                                        : id.startsWith("nou-")
                                                ? DocumentType.OFFICIAL_REPORT
                                                : id.startsWith("prop-")
                                                        ? DocumentType.PROPOSITION
                                                        : DocumentType.BOOKLET;
    }

    static boolean sameTarget(Finding one, Finding other) {
        Option a = one.decision == null ? null : one.decision.chosen();
        Option b = other.decision == null ? null : other.decision.chosen();
        return a != null && b != null && a.id().equals(b.id());
    }
}
