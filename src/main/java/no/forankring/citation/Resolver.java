package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.document.Owner;
import org.jspecify.annotations.Nullable;

/// Decides what each finding means, with the reason in words.
///
/// First what stands by itself; then what needs to know which documents the text names elsewhere; last, in text order,
/// what hangs on something named before: provisions and "reformen", "loven".
final class Resolver {

    private final Reading reading;
    private final Tokens tokens;
    private final NamedDocuments named = new NamedDocuments();
    private final TextTime time;
    private final TopicWords topics;
    private final NumberResolver numbers;
    private final NameResolver names;
    private final LocalNames localNames;
    private final BackReferences backReferences;
    private final SectionResolver sections;

    private final Optional<Owner> owner;

    /// @param owner whom the document comes from; empty when nobody knows
    Resolver(Reading reading, Optional<Owner> owner) {
        this.reading = reading;
        this.owner = owner;
        this.tokens = reading.tokens;
        var legal = new LegalText(reading);
        time = new TextTime(reading, legal);
        localNames = new LocalNames(reading);
        topics = new TopicWords(reading);
        numbers = new NumberResolver(reading, time, topics, named);
        names = new NameResolver(reading, time, topics, named);
        backReferences = new BackReferences(reading, legal);
        sections = new SectionResolver(reading, legal, localNames, backReferences);
    }

    List<Finding> resolve() {
        List<Finding> open = new ArrayList<>();
        for (int i = 0; i < reading.findings.size(); i++) {
            Finding finding = reading.findings.get(i);
            tokens.looked(1 + finding.evidence.size() + finding.options.size());
            topics.room(
                    i == 0 ? 0 : reading.findings.get(i - 1).to,
                    i + 1 < reading.findings.size() ? reading.findings.get(i + 1).from : tokens.count());
            if (finding.kind == Finding.Kind.SECTION || finding.kind == Finding.Kind.BACK) {
                continue;
            }
            if (finding.decision == null) {
                finding.decision = localNames.define(finding, i == 0 ? null : reading.findings.get(i - 1));
            }
            if (finding.decision == null) {
                finding.decision = decide(finding, false);
            }
            if (finding.decision == null) {
                open.add(finding);
                continue;
            }
            Decision decision = LearnedNames.settle(finding, finding.decision);
            finding.decision = decision;
            if (decision != null && decision.chosen() != null) {
                named.add(decision.chosen().id());
                localNames.note(finding);
            }
        }
        for (Finding finding : open) {
            finding.decision = LearnedNames.settle(finding, decide(finding, true));
            if (finding.decision == null) {
                finding.dropped = true;
            }
        }
        tieLocalPlans();
        if (!open.isEmpty()) {
            reading.findings.removeIf(finding -> finding.dropped);
        }
        followUp();
        return reading.findings;
    }

    private void tieLocalPlans() {
        if (reading.names.localPlans.isEmpty()) {
            return;
        }
        for (Finding finding : reading.findings) {
            Decision decision = finding.decision;
            if (decision != null && LocalPlans.isOpen(decision)) {
                finding.decision = reading.names.localPlans.linkNamed(finding, decision, reading, time, named);
            }
        }
    }

    // ---- what stands by itself ----

    private @Nullable Decision decide(Finding finding, boolean last) {
        Decision decision = byItself(finding, last);
        return decision == null ? null : reading.names.localPlans.link(finding, decision, reading, time, owner);
    }

    private @Nullable Decision byItself(Finding finding, boolean last) {
        return switch (finding.kind) {
            case EXACT -> names.exact(finding);
            case NUMBER -> numbers.decide(finding, last);
            case NAME -> finding.designation == null ? names.decide(finding, last) : numbers.decide(finding, last);
            case TOPIC -> topic(finding);
            case LOCAL -> Decision.unresolved("local_plan", List.of(Reason.of("local-plan")));
            case UNKNOWN -> unknown(finding);
            case SECTION, BACK -> null;
        };
    }

    private Decision unknown(Finding finding) {
        Decision local = localNames.recall(finding);
        return local != null ? local : Decision.unresolved(finding.type, List.of(Reason.of("not-in-register")));
    }

    private @Nullable Decision topic(Finding finding) {
        Option option = finding.options.getFirst();
        if (option.row() != null && time.isLater(option.row().document())) {
            return null;
        }
        return Decision.resolved(option, Rule.CONTEXT, 0.7, finding.evidence);
    }

    private void followUp() {
        List<Finding> all = reading.findings;
        var kept = new ArrayList<Finding>(all.size());
        for (int i = 0; i < all.size(); i++) {
            Finding finding = all.get(i);
            tokens.looked(1);
            boolean keep = switch (finding.kind) {
                case BACK -> backReferences.tie(finding, kept, i + 1 < all.size() ? all.get(i + 1) : null);
                case SECTION -> sections.tie(finding, kept, all, i);
                default -> true;
            };
            if (keep) {
                kept.add(finding);
            }
        }
        reading.findings.clear();
        for (Finding finding : kept) {
            if (!finding.dropped) {
                reading.findings.add(finding);
            }
        }
    }
}
