package no.forankring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import no.forankring.graph.GraphStore;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Down when a search fails, or when the index has been behind the graph for long and does not move.
final class IndexHealth extends AbstractHealthIndicator {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final GraphStore graph;
    private final PassageSearch index;
    private final Clock clock;
    private long noted = -1;
    private Instant since = Instant.EPOCH;

    IndexHealth(GraphStore graph, PassageSearch index, Clock clock) {
        super("The search index cannot be searched");
        this.graph = graph;
        this.index = index;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        index.search(new SearchQuery("helse", Map.of(), 1, 1));
        long last = graph.lastChange();
        long now = index.appliedChange().orElse(0L);
        builder.status(stands(now, last) ? "DOWN" : "UP")
                .withDetail("change", now)
                .withDetail("behind", Math.max(0, last - now))
                .withDetail("documents", index.size());
    }

    private synchronized boolean stands(long now, long last) {
        if (now != noted || now >= last) {
            noted = now;
            since = clock.instant();
        }
        return now < last && Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0;
    }
}
