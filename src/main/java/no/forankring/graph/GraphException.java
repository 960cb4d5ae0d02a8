package no.forankring.graph;

import java.util.List;

/// The graph could not be opened, read or written. The message says what failed and what to do.
public final class GraphException extends RuntimeException {

    private final List<String> violations;

    GraphException(
            String message, List<String> violations, java.lang.@org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.violations = List.copyOf(violations);
    }

    /// What the shapes objected to, one sentence each; empty for other failures.
    public List<String> violations() {
        return violations;
    }
}
