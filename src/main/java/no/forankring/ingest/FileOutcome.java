package no.forankring.ingest;

import no.forankring.document.DocumentId;

/// How one file ended. Every file has exactly one.
public sealed interface FileOutcome {

    /// Read, linked, stored and acknowledged.
    ///
    /// @param version 1 for a new document, more when it replaced an earlier version under the same name
    /// @param mentions all mentions found; of these some are links (facts), some suggestions, the rest unresolved
    record Ingested(DocumentId document, int version, int passages, int mentions, int links, int suggestions)
            implements FileOutcome {}

    /// Linked again from the text as read, and stored in place of what stood there.
    record LinkedAgain(DocumentId document, int mentions, int links, int suggestions) implements FileOutcome {}

    /// We hold exactly these bytes already.
    record Unchanged(DocumentId document) implements FileOutcome {}

    /// @param reason stable name, as in `encrypted`
    /// @param message what failed and what to do, in bokmål
    record Failed(String reason, String message) implements FileOutcome {}
}
