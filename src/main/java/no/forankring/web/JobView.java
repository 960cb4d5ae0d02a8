package no.forankring.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;

/// An ingest under way or ended, in words.
///
/// @param summary how far it has come, or how it ended
record JobView(
        String id,
        String href,
        String title,
        String who,
        String started,
        boolean running,
        int total,
        int done,
        String summary,
        int failed,
        List<FileRow> files) {

    private static final String FAILED = "danger";

    /// @param colour of the tag, as the design system names it
    /// @param href of the document; empty where there is none
    record FileRow(String name, String state, String colour, String message, String href) {

        boolean failed() {
            return colour.equals(FAILED);
        }
    }

    public List<FileRow> failedFiles() {
        return files.stream().filter(FileRow::failed).toList();
    }

    static JobView of(Job job, Words words) {
        var rows = new ArrayList<FileRow>();
        int failed = 0;
        for (Job.FileProgress file : job.files()) {
            rows.add(row(file, words));
            if (file.outcome().orElse(null) instanceof FileOutcome.Failed) {
                failed++;
            }
        }
        boolean running = job.finished().isEmpty();
        if (!running) {
            // What one has to do something about stands first.
            rows.sort(Comparator.comparing(row -> !row.failed()));
        }
        String summary = running
                ? words.of("job.progress", words.number(job.done()), words.number(job.total()))
                : failed == 0
                        ? words.count("job.ended", job.total())
                        : words.of("job.ended.failed", words.number(job.total()), words.number(failed));
        return new JobView(
                job.id(),
                "/jobber/" + job.id(),
                job.title(),
                job.who(),
                words.time(job.started()),
                running,
                job.total(),
                job.done(),
                summary,
                failed,
                rows);
    }

    private static FileRow row(Job.FileProgress file, Words words) {
        FileOutcome outcome = file.outcome().orElse(null);
        return switch (outcome) {
            case null ->
                new FileRow(file.name(), words.of("job.stage." + file.stage().name()), "neutral", "", "");
            case FileOutcome.Ingested ingested ->
                new FileRow(
                        file.name(),
                        words.of(ingested.version() == 1 ? "job.outcome.read" : "job.outcome.newVersion"),
                        "success",
                        words.of(
                                "job.outcome.found",
                                words.number(ingested.mentions()),
                                words.number(ingested.links()),
                                words.number(ingested.suggestions())),
                        Paths.document(ingested.document().value()));
            case FileOutcome.LinkedAgain again ->
                new FileRow(
                        file.name(),
                        words.of("job.outcome.linkedAgain"),
                        "success",
                        words.of(
                                "job.outcome.found",
                                words.number(again.mentions()),
                                words.number(again.links()),
                                words.number(again.suggestions())),
                        Paths.document(again.document().value()));
            case FileOutcome.Unchanged unchanged ->
                new FileRow(
                        file.name(),
                        words.of("job.outcome.unchanged"),
                        "info",
                        words.of("job.outcome.unchanged.help"),
                        Paths.document(unchanged.document().value()));
            case FileOutcome.Failed refused ->
                new FileRow(file.name(), words.of("job.outcome.failed"), FAILED, refused.message(), "");
        };
    }
}
