package no.forankring.extraction;

import java.util.List;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentText;

/// Finds networks, activities and goals in a document and how they are tied to what it cites.
///
/// Same document and same citations, same answer. Safe for many threads.
public final class ActivityExtractor {

    /// What the document says; empty lists when it speaks of none.
    public Extraction extract(DocumentText document, List<Resolution> citations) {
        return new Reading(document, citations).read();
    }
}
