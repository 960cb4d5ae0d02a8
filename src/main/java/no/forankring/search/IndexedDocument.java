package no.forankring.search;

import java.util.List;
import java.util.OptionalInt;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.Passage;

/// A document as the index takes it.
///
/// @param stamp tells one version from another; [PassageSearch#stamps] gives it back
/// @param kind mandat, årsrapport …: the facet `type`
/// @param year of the document's own date
/// @param cites ids of the governing documents that it cites as facts
public record IndexedDocument(
        DocumentId id,
        String stamp,
        String title,
        String fileName,
        String kind,
        OptionalInt year,
        Language language,
        List<String> cites,
        List<Passage> passages) {

    public IndexedDocument {
        cites = List.copyOf(cites);
        passages = List.copyOf(passages);
    }
}
