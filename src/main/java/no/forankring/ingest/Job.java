package no.forankring.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A snapshot of an ingest under way or ended.
///
/// @param id short and random
/// @param title what it takes in, as in `corpus`
/// @param finished empty while it runs
/// @param total number of files
/// @param done number of files that have an outcome
/// @param files one for each file that was begun, in order of beginning
public record Job(
        String id,
        String title,
        String who,
        Instant started,
        Optional<Instant> finished,
        int total,
        int done,
        List<FileProgress> files) {

    public Job {
        files = List.copyOf(files);
    }

    /// @param stage what happens to it now
    /// @param outcome empty until it ended
    public record FileProgress(String name, Stage stage, Optional<FileOutcome> outcome) {}

    public enum Stage {
        WAITING,
        KEEPING,
        READING,
        LINKING,
        STORING,
        DONE
    }
}
