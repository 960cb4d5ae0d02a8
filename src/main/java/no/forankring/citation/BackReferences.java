package no.forankring.citation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.register.DocumentType;
import no.forankring.register.GoverningDocumentId;
import org.jspecify.annotations.Nullable;

/// Ties "reformen", "meldingen", "samme lov" to the document of the kind named before.
final class BackReferences {

    static final int LOOK_BACK = 60;
    private static final int NEAR = 25;
    private static final int APART = 15;
    private static final int BESIDE = 3;
    /// Everybody has plans; only one just named is meant by "planen".
    private static final int LOOK_BACK_FOR_PLANS = 80;

    private final Reading reading;
    private final Tokens tokens;
    private final LegalText legal;
    /// The text is a plan or strategy itself, so that "planen" is its own.
    private final boolean ownPlan;

    // "Nye planer og strategier" is about plans, and is none.
    private static final Pattern PLANS = Pattern.compile(
            "plan(?!er|ar|ene|ane)|strategi(?!er|ar|ene|ane)|program", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    BackReferences(Reading reading, LegalText legal) {
        this.reading = reading;
        this.tokens = reading.tokens;
        this.legal = legal;
        this.ownPlan = PLANS.matcher(reading.document.title()).find();
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
        boolean aged = tokens.is(finding.from - 1, Cue.OLD) || tokens.is(finding.from - 1, Cue.NEW);
        if (aged && !act || plan && cue != Cue.ESCALATION_PLAN && ownPlan) {
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
            if (cue == Cue.ESCALATION_PLAN && !isEscalation(decision)) {
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
                if (finding.same) {
                    break;
                }
            } else if (coordinated(earlier, found)) {
                if (tokens.is(finding.from - 1, Cue.LAST)) {
                    // "A og B …, og den siste meldingen"
                    break;
                }
                return false;
            } else if (act && withSection) {
                break;
            } else if (!sameTarget(found, earlier)
                    && finding.from - earlier.to < 100
                    && finding.from - found.to > BESIDE
                    && !isNearer(finding, found, earlier)
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
        int year = act ? yearAfter(finding) : 0;
        chosen = year > 0 ? ofYear(finding, chosen, year) : act ? ofAge(finding, chosen) : chosen;
        if (chosen == null) {
            return false;
        }
        finding.rule = Rule.BACK_REFERENCE;
        finding.decision = Decision.resolved(
                chosen,
                Rule.BACK_REFERENCE,
                finding.same ? 0.8 : withSection ? 0.75 : 0.7,
                List.of(Reason.of("back-reference", said, chosen.label())));
        return true;
    }

    /// "loven av 1967", "forskriften fra 2012"; 0 where no such year stands.
    private int yearAfter(Finding finding) {
        int year = finding.to + 1;
        boolean said = (tokens.is(finding.to, Cue.AV) || tokens.is(finding.to, Cue.FRA))
                && tokens.isNumber(year)
                && tokens.length(year) == 4
                && tokens.gapWithin(finding.to, Tokens.WHITE)
                && tokens.gapWithin(year, Tokens.WHITE)
                && Cue.month(tokens.word(year + 1)) == 0;
        return said ? tokens.value(year) : 0;
    }

    /// The act of that year among the one named, those it replaced and those that replaced it.
    private @Nullable Option ofYear(Finding finding, Option named, int year) {
        Row row = named.row();
        if (row == null) {
            return null;
        }
        var family = new ArrayList<Option>(List.of(named));
        for (GoverningDocumentId id : row.document().replaces()) {
            family.add(reading.option(id.value()));
        }
        for (GoverningDocumentId id : row.document().replacedBy()) {
            family.add(reading.option(id.value()));
        }
        for (Row kin : reading.names.kin(row)) {
            family.add(Option.of(kin, Option.Source.AMBIGUOUS));
        }
        for (Option option : family) {
            if (option.row() != null && NameForm.fitsYear(option.row().document(), year)) {
                reading.extend(finding, finding.to + 2);
                return option;
            }
        }
        return null;
    }

    /// "helsepersonelloven og folkehelseloven": named in one breath, neither is meant more than the other.
    boolean coordinated(Finding one, Finding other) {
        return other.from == one.to + 1
                && reading.isAnd(one.to)
                && one.decision != null
                && other.decision != null
                && one.decision.chosen() != null
                && other.decision.chosen() != null
                && !sameTarget(one, other);
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

    private static boolean isEscalation(Decision decision) {
        Row row = decision.chosen() == null ? null : decision.chosen().row();
        return row != null
                && (row.document().title() + row.document().shortTitle())
                        .toLowerCase(Locale.ROOT)
                        .contains("opptrapping");
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
        return cue == Cue.ESCALATION_PLAN
                ? cue.types()
                : cue == Cue.PLAN || cue == Cue.ACTION_PLAN
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

    /// True when `found` was named a line before `at`, and `earlier` well before that: then the later one is meant.
    static boolean isNearer(Finding at, Finding found, Finding earlier) {
        return at.from - found.to < NEAR && found.from - earlier.to >= APART;
    }
}
