package no.forankring.citation;

import java.util.List;

/// What linking made of one mention. Every mention has exactly one, also when nothing fits.
public sealed interface Resolution {

    Mention mention();

    /// Why it ended so, from the words to the target; never empty.
    List<Reason> reasons();

    /// One target fits.
    ///
    /// @param confidence between 0 and 1
    /// @param alternatives what else was weighed, best first
    record Resolved(
            Mention mention,
            Target target,
            Rule rule,
            double confidence,
            List<Reason> reasons,
            List<Candidate> alternatives)
            implements Resolution {
        public Resolved {
            reasons = List.copyOf(reasons);
            alternatives = List.copyOf(alternatives);
        }
    }

    /// Several fit and the text does not say which; a person decides.
    ///
    /// @param candidates at least two, best first
    record Ambiguous(Mention mention, List<Candidate> candidates, List<Reason> reasons) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
            reasons = List.copyOf(reasons);
        }
    }

    /// The words are a citation, but nothing known fits.
    ///
    /// @param type the kind of document it speaks of, as in `law`, `local_plan`, `white_paper`
    record Unresolved(Mention mention, String type, List<Reason> reasons) implements Resolution {
        public Unresolved {
            reasons = List.copyOf(reasons);
        }
    }
}
