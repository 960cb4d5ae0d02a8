package no.forankring.review;

/// In which documents an accepted spelling shall count from now on.
public enum AliasScope {
    /// The judged link alone; nothing is learned.
    NONE,
    /// Documents from the same organisation.
    OWNER,
    /// All documents.
    ALL
}
