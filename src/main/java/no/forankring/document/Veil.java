package no.forankring.document;

/// Decides what is shown of a text as read, before anybody but the decider sees it.
public interface Veil {

    /// Shows everything.
    Veil NONE = (text, sha256) -> text;

    /// The same text with what is withheld masked; of equal length, so that every offset holds.
    ///
    /// @param sha256 of the original
    DocumentText over(DocumentText text, Sha256 sha256);
}
