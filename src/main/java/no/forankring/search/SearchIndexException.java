package no.forankring.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The search index could not be opened, read or written. The message says what failed and what to do.
public final class SearchIndexException extends RuntimeException {

    private SearchIndexException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static SearchIndexException locked(Path directory, Throwable cause) {
        return new SearchIndexException(
                "Cannot open the search index in %s: another process is writing to it. Stop that process, or choose another home folder."
                        .formatted(directory),
                cause);
    }

    static SearchIndexException cannotOpen(Path directory, Throwable cause) {
        return new SearchIndexException(
                "Cannot open the search index in %s (%s). Check that it is a folder, that this user may write to it and that the disk has room."
                        .formatted(directory, cause),
                cause);
    }

    static SearchIndexException cannotWrite(Path directory, Throwable cause) {
        return new SearchIndexException(
                "Cannot write to the search index in %s (%s). Check that the disk has room and start again; the index then catches up."
                        .formatted(directory, cause),
                cause);
    }

    static SearchIndexException cannotRead(Path directory, Throwable cause) {
        return new SearchIndexException(
                "Cannot read the search index in %s (%s). Stop the service and delete that folder: it is rebuilt at the next start."
                        .formatted(directory, cause),
                cause);
    }
}
