package no.forankring.trace;

import java.util.List;
import java.util.Optional;

/// One way between two things.
///
/// @param steps in order from the first thing to the last; never empty
/// @param weakest the place of the step that carries least, from 0
public record Path(List<Part> steps, int weakest) {

    public Path {
        steps = List.copyOf(steps);
    }

    /// One step of the way.
    ///
    /// @param step the statement that says most of the two things
    /// @param forward true when the way goes from its subject to its object
    /// @param best the words that prove it best
    /// @param date of the document that holds them, ISO; empty when it has none
    /// @param confirmation the person who said that it is right; empty when nobody has
    public record Part(
            Step step, boolean forward, EvidenceView best, String date, Optional<Confirmation> confirmation) {

        public Thing from() {
            return forward ? step.subject() : step.object();
        }

        public Thing to() {
            return forward ? step.object() : step.subject();
        }
    }
}
