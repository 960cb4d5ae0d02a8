package no.forankring.curation;

import java.util.List;
import java.util.Optional;
import no.forankring.citation.Target;
import org.apache.jena.graph.Node;

/// What words mean that name the end of a link.
sealed interface Match {

    /// @param target for a governing document, with the part of it that is meant
    record One(Node node, Optional<Target> target) implements Match {}

    record Several(List<Option> options) implements Match {
        public Several {
            options = List.copyOf(options);
        }
    }

    record None() implements Match {}
}
