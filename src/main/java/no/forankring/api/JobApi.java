package no.forankring.api;

import java.time.Instant;
import java.util.List;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// How does an ingest go?
@RestController
class JobApi {

    private final ApiSources sources;

    JobApi(ApiSources sources) {
        this.sources = sources;
    }

    @GetMapping("/api/jobs/{id}")
    JobJson job(@PathVariable String id) {
        return sources.job(id)
                .map(JobJson::of)
                .orElseThrow(() -> ApiProblem.unknown(
                        "Innlesing", id, "Innlesinger huskes til tjenesten starter på nytt; se /api/documents."));
    }

    /// @param state running or finished
    /// @param progress between 0 and 1
    record JobJson(
            String id,
            String title,
            String who,
            String state,
            double progress,
            int total,
            int done,
            Instant started,
            @Nullable Instant finished,
            List<FileJson> files) {

        static JobJson of(Job job) {
            return new JobJson(
                    job.id(),
                    job.title(),
                    job.who(),
                    job.finished().isPresent() ? "finished" : "running",
                    job.total() == 0 ? 1 : (double) job.done() / job.total(),
                    job.total(),
                    job.done(),
                    job.started(),
                    job.finished().orElse(null),
                    job.files().stream().map(FileJson::of).toList());
        }
    }

    /// @param stage waiting, keeping, reading, linking, storing or done
    /// @param outcome read, linked-again, unchanged, failed, or empty while it goes on
    /// @param reason stable name of why it failed, as in `encrypted`; else empty
    record FileJson(
            String name,
            String stage,
            String outcome,
            String document,
            int version,
            int passages,
            int mentions,
            int links,
            int suggestions,
            String reason,
            String message) {

        static FileJson of(Job.FileProgress file) {
            String stage = file.stage().name().toLowerCase(java.util.Locale.ROOT);
            FileOutcome outcome = file.outcome().orElse(null);
            return switch (outcome) {
                case null -> new FileJson(file.name(), stage, "", "", 0, 0, 0, 0, 0, "", "");
                case FileOutcome.Ingested read ->
                    new FileJson(
                            file.name(),
                            stage,
                            "read",
                            read.document().value(),
                            read.version(),
                            read.passages(),
                            read.mentions(),
                            read.links(),
                            read.suggestions(),
                            "",
                            "");
                case FileOutcome.LinkedAgain again ->
                    new FileJson(
                            file.name(),
                            stage,
                            "linked-again",
                            again.document().value(),
                            0,
                            0,
                            again.mentions(),
                            again.links(),
                            again.suggestions(),
                            "",
                            "");
                case FileOutcome.Unchanged unchanged ->
                    new FileJson(
                            file.name(),
                            stage,
                            "unchanged",
                            unchanged.document().value(),
                            0,
                            0,
                            0,
                            0,
                            0,
                            "",
                            "");
                case FileOutcome.Failed failed ->
                    new FileJson(file.name(), stage, "failed", "", 0, 0, 0, 0, 0, failed.reason(), failed.message());
            };
        }
    }
}
