package no.forankring.citation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a finding was resolved to, before pinpoints are added.
///
/// @param chosen empty when ambiguous or unresolved
/// @param others the rest that was weighed, best first; of an ambiguous one all of them
record Decision(
        @Nullable Option chosen, Rule rule, double confidence, List<Ranked> others, String type, List<Reason> reasons) {

    record Ranked(Option option, double score, List<Reason> reasons) {}

    Decision {
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
    }

    static Decision resolved(Option option, Rule rule, double confidence, List<Reason> reasons) {
        return new Decision(option, rule, confidence, List.of(), "", reasons);
    }

    static Decision resolved(Option option, Rule rule, double confidence, List<Ranked> others, List<Reason> reasons) {
        return new Decision(option, rule, confidence, others, "", reasons);
    }

    static Decision ambiguous(List<Ranked> candidates, List<Reason> reasons) {
        return new Decision(null, Rule.CONTEXT, 0, candidates, "", reasons);
    }

    static Decision unresolved(String type, List<Reason> reasons) {
        return new Decision(null, Rule.CONTEXT, 0, List.of(), type, reasons);
    }

    /// The same with one reason more.
    Decision because(Reason reason) {
        if (reasons.contains(reason)) {
            return this;
        }
        var more = new ArrayList<>(reasons);
        more.add(reason);
        return new Decision(chosen, rule, confidence, others, type, more);
    }

    boolean isResolved() {
        return chosen != null;
    }

    boolean isAmbiguous() {
        return chosen == null && others.size() > 1;
    }
}
