package no.forankring.identity;

import java.util.List;

/// Whether two things are one, with what speaks for it and against it.
public record Comparison(Outcome outcome, List<Ground> forIt, List<Ground> against) {

    /// How far the names and what is known beside them go.
    public enum Outcome {
        /// The names are equal, and owner, place or document agree.
        SAME,
        /// The names are equal and tell much, nothing speaks against it, and the documents are from the same parts.
        OPEN,
        /// A person must say.
        DOUBTFUL,
        DIFFERENT
    }

    public Comparison {
        forIt = List.copyOf(forIt);
        against = List.copyOf(against);
    }
}
