package no.forankring.document;

/// How reading a file ended.
public sealed interface ReadOutcome {

    /// @param mediaType as detected from the bytes, as in `application/pdf`
    record Read(DocumentText text, String mediaType) implements ReadOutcome {}

    /// @param reason stable name of the reason, as in `empty`, `encrypted`, `no-text`, `time-limit`, `too-large`,
    /// `damaged`
    /// @param message what failed and what to do, in bokmål
    record Unreadable(String reason, String message) implements ReadOutcome {}
}
