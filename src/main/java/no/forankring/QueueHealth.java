package no.forankring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.forankring.ingest.Ingest;
import no.forankring.ingest.Job;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// Down when files wait and none has ended for long: one file may take no longer than its limits allow.
final class QueueHealth extends AbstractHealthIndicator {

    static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Ingest ingest;
    private final Clock clock;
    private long done = -1;
    private Instant since = Instant.EPOCH;

    QueueHealth(Ingest ingest, Clock clock) {
        super("The queue of files cannot be read");
        this.ingest = ingest;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        List<Job> jobs = ingest.jobs();
        long waiting = jobs.stream().mapToLong(job -> job.total() - job.done()).sum();
        long ended = jobs.stream().mapToLong(Job::done).sum();
        builder.status(stands(waiting, ended) ? "DOWN" : "UP").withDetail("files waiting", waiting);
    }

    private synchronized boolean stands(long waiting, long ended) {
        if (ended != done || waiting == 0) {
            done = ended;
            since = clock.instant();
        }
        return waiting > 0 && Duration.between(since, clock.instant()).compareTo(PATIENCE) > 0;
    }
}
