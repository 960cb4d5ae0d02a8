package no.forankring.citation;

import java.util.List;
import no.forankring.register.DocumentType;
import org.jspecify.annotations.Nullable;

/// Ties an article, a point, a page or a goal to its document: the one beside it, the one after "i", or, for articles,
/// the convention or EU act named last.
final class PartResolver {

    private static final int REACH = 200;

    private final Tokens tokens;

    PartResolver(Reading reading) {
        this.tokens = reading.tokens;
    }

    /// @return false when the part belongs to nothing and is no citation
    boolean tie(Finding part, List<Finding> kept, List<Finding> all, int index) {
        if (!part.options.isEmpty()) {
            Option goals = part.options.getFirst();
            part.decision =
                    Decision.resolved(goals, Rule.UNIQUE_NAME, 0.9, List.of(Reason.of("unique-name", goals.label())));
            return true;
        }
        Finding previous = kept.isEmpty() ? null : kept.getLast();
        if (previous != null
                && previous.decision != null
                && previous.kind == Finding.Kind.SECTION
                && (previous.group == part.group || touches(previous, part) && previous.form.equals(PartForm.FORM))) {
            follow(part, previous.decision, Reason.of("section-in-list"));
            return true;
        }
        if (previous != null
                && previous.kind != Finding.Kind.SECTION
                && touches(previous, part)
                && owns(previous, part)) {
            attach(part, previous);
            return true;
        }
        Finding after = after(part, all, index);
        if (after != null && after.decision != null) {
            follow(part, after.decision, Reason.of("section-before-act"));
            return true;
        }
        return isArticle(part) && fromBefore(part, kept);
    }

    /// The part or § belongs to what another finding was decided to be.
    void follow(Finding part, Decision decision, Reason reason) {
        tokens.looked(1 + decision.reasons().size() + decision.others().size());
        part.followed = decision;
        part.decision = decision.because(reason);
    }

    private static boolean isArticle(Finding part) {
        return part.pinpoint.unit() == Pinpoint.Unit.ARTICLE;
    }

    private boolean touches(Finding previous, Finding part) {
        return part.from == previous.to
                && tokens.gapWithin(
                        part.from,
                        Tokens.SPACE
                                | Tokens.LINE
                                | Tokens.COMMA
                                | Tokens.OPEN
                                | Tokens.CLOSE
                                | Tokens.QUOTE
                                | (isArticle(part) ? 0 : Tokens.DOT));
    }

    /// Conventions and EU acts have articles, the others may have points and pages; all may have annexes.
    private static boolean owns(Finding document, Finding part) {
        if (document.decision == null) {
            return false;
        }
        Option chosen = document.decision.chosen();
        if (chosen == null) {
            return !document.mayBeAct();
        }
        return part.pinpoint.unit() == Pinpoint.Unit.ANNEX || isArticle(part) == hasArticles(chosen);
    }

    private static boolean hasArticles(Option option) {
        DocumentType type = BackReferences.typeOf(option);
        return type == DocumentType.EU_ACT
                || type == DocumentType.UN
                || option.id().value().startsWith("eu-");
    }

    private void attach(Finding part, Finding document) {
        Decision decision = document.decision;
        if (decision == null) {
            return;
        }
        follow(part, decision, Reason.of("section-of-act", part.pinpoint.text()));
        if ((tokens.gap(part.from) & (Tokens.OPEN | Tokens.COMMA)) == 0) {
            part.form = document.form;
            part.from = document.from;
            part.start = document.start;
            document.dropped = true;
        }
    }

    /// "artikkel 6 i personvernforordningen"
    private @Nullable Finding after(Finding part, List<Finding> all, int index) {
        int to = part.to;
        for (int i = index + 1; i < all.size() && i < index + 20; i++) {
            Finding next = all.get(i);
            if (next.group == part.group && next.group >= 0) {
                to = next.to;
                continue;
            }
            boolean within = next.from == to + 1
                    && (tokens.is(to, Cue.I) || tokens.is(to, Cue.AV))
                    && tokens.gapWithin(to, Tokens.WHITE)
                    && tokens.gapWithin(next.from, Tokens.WHITE | Tokens.QUOTE);
            return within && owns(next, part) ? next : null;
        }
        return null;
    }

    private boolean fromBefore(Finding part, List<Finding> kept) {
        Option found = null;
        for (int i = kept.size() - 1, looked = 0; i >= 0 && looked < BackReferences.LOOK_BACK; i--, looked++) {
            Finding earlier = kept.get(i);
            if (part.from - earlier.to > REACH) {
                break;
            }
            Option chosen = earlier.decision == null ? null : earlier.decision.chosen();
            if (chosen == null || !hasArticles(chosen)) {
                continue;
            }
            if (found != null && !found.id().equals(chosen.id())) {
                return false;
            }
            found = chosen;
        }
        if (found == null) {
            return false;
        }
        part.decision = Decision.resolved(
                found, Rule.BACK_REFERENCE, 0.7, List.of(Reason.of("section-inferred", found.label())));
        return true;
    }
}
