package no.forankring;

import java.util.Optional;
import no.forankring.graph.GraphStore;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Down when the graph cannot be read; out of service when it takes no changes.
final class GraphHealth extends AbstractHealthIndicator {

    private final GraphStore graph;

    GraphHealth(GraphStore graph) {
        super("The graph cannot be read");
        this.graph = graph;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean read = graph.read(state -> !state.isEmpty());
        Optional<String> refusal = graph.refusal();
        if (!read) {
            builder.down().withDetail("empty", true);
        } else if (refusal.isPresent()) {
            builder.outOfService().withDetail("refuses changes", refusal.get());
        } else {
            builder.up();
        }
        builder.withDetail("change", graph.lastChange());
    }
}
