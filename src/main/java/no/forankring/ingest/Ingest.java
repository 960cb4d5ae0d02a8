package no.forankring.ingest;

import java.util.List;
import java.util.Optional;

/// Takes files in. One job at a time is worked on, its files side by side; jobs wait in order.
///
/// Safe for many threads.
public final class Ingest {

    /// Queues files and returns at once with the job's id. An unreadable file is an outcome of its own.
    public String submit(String who, String title, List<Source> sources) {
        throw new UnsupportedOperationException();
    }

    public Optional<Job> job(String id) {
        throw new UnsupportedOperationException();
    }

    /// The newest first; kept while the process runs.
    public List<Job> jobs() {
        throw new UnsupportedOperationException();
    }
}
