package no.forankring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import no.forankring.cli.OpenHome;
import no.forankring.ingest.FileOutcome;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/// What those who run the service see: health, metrics, and the number of each request in the log.
@Configuration(proxyBeanMethods = false)
class Operations {

    private static final DataSize LEAST_FREE = DataSize.ofMegabytes(256);

    @Bean
    HealthIndicator graphHealthIndicator(OpenHome home) {
        return new GraphHealth(home.graph());
    }

    @Bean
    HealthIndicator indexHealthIndicator(OpenHome home, Clock clock) {
        return new IndexHealth(home.graph(), home.index(), clock);
    }

    @Bean
    HealthIndicator queueHealthIndicator(OpenHome home, Clock clock) {
        return new QueueHealth(home.ingest(), clock);
    }

    /// In place of the framework's own, which looks at the folder that the program was started in.
    @Bean
    DiskSpaceHealthIndicator diskSpaceHealthIndicator(OpenHome home, ForankringSettings settings) {
        return new DiskSpaceHealthIndicator(settings.homeFolder().toFile(), LEAST_FREE);
    }

    @Bean
    FilterRegistrationBean<RequestNumbers> requestNumbers() {
        var filter = new FilterRegistrationBean<>(new RequestNumbers());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    MeterBinder forankringMeters(OpenHome home) {
        return registry -> {
            gauge(
                    registry,
                    "forankring.queue.files",
                    "Files that wait or are worked on",
                    () -> home.ingest().jobs().stream()
                            .filter(job -> job.finished().isEmpty())
                            .mapToInt(job -> job.total() - job.done())
                            .sum());
            gauge(
                    registry,
                    "forankring.queue.jobs",
                    "Jobs that are not done",
                    () -> home.ingest().jobs().stream()
                            .filter(job -> job.finished().isEmpty())
                            .count());
            gauge(
                    registry,
                    "forankring.index.documents",
                    "Documents in the search index",
                    () -> home.index().size());
            gauge(
                    registry,
                    "forankring.graph.change",
                    "Number of the last change",
                    () -> home.graph().lastChange());
            gauge(
                    registry,
                    "forankring.index.behind",
                    "Changes that the search index has not noted yet",
                    () -> home.graph().lastChange()
                            - home.index().appliedChange().orElse(0L));
            gauge(
                    registry,
                    "forankring.graph.writable",
                    "1 while changes are taken, else 0",
                    () -> home.graph().refusal().isEmpty() ? 1 : 0);
            home.ingest()
                    .onOutcome((outcome, took) -> Timer.builder("forankring.ingest")
                            .description("Files taken in, by how they ended")
                            .tag("outcome", name(outcome))
                            .tag("reason", outcome instanceof FileOutcome.Failed failed ? failed.reason() : "none")
                            .register(registry)
                            .record(took));
        };
    }

    private static String name(FileOutcome outcome) {
        return switch (outcome) {
            case FileOutcome.Ingested ingested -> "read";
            case FileOutcome.LinkedAgain again -> "linked-again";
            case FileOutcome.Unchanged same -> "unchanged";
            case FileOutcome.Failed failed -> "failed";
        };
    }

    private interface Measure {
        double now();
    }

    private static void gauge(MeterRegistry registry, String name, String description, Measure measure) {
        Gauge.builder(name, measure, Measure::now)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
