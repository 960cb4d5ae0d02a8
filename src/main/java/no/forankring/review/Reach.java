package no.forankring.review;

/// How far an answer goes.
public enum Reach {
    /// The item alone.
    ITEM,
    /// All items of the document that ask the same of the same words.
    DOCUMENT,
    /// All such items of all documents.
    EVERYWHERE
}
