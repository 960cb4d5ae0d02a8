package no.forankring.citation;

import java.util.List;
import no.forankring.document.DocumentText;
import no.forankring.register.Register;

/// Finds the citations in a document and links each to the governing document it names.
///
/// The same text and the same register give the same answer. Safe for many threads.
public final class CitationRecognizer {

    public CitationRecognizer(Register register) {}

    /// One resolution for every mention, in text order; empty when the document cites nothing.
    public List<Resolution> recognize(DocumentText document) {
        throw new UnsupportedOperationException("replaced when the recognizer lands");
    }
}
