package no.forankring.ingest;

import java.util.List;
import no.forankring.citation.Resolution;
import no.forankring.document.DocumentKind;
import no.forankring.document.DocumentText;
import no.forankring.document.Sha256;
import no.forankring.extraction.Extraction;

/// Everything that was found in one file, before it is stored.
///
/// @param source the path under which it was taken in
/// @param text as it may be shown
/// @param disclosure under which rules and releases
record ReadDocument(
        Sha256 sha256,
        String source,
        String fileName,
        String mediaType,
        DocumentText text,
        String disclosure,
        List<Resolution> citations,
        Extraction extraction) {

    DocumentKind kind() {
        return DocumentKind.of(text.title(), fileName);
    }
}
