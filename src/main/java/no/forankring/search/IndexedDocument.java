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
/// @param about what else is known of it
public record IndexedDocument(
        DocumentId id,
        String stamp,
        String title,
        String fileName,
        String kind,
        OptionalInt year,
        Language language,
        List<String> cites,
        List<Passage> passages,
        About about) {

    public IndexedDocument {
        cites = List.copyOf(cites);
        passages = List.copyOf(passages);
        about.facets().keySet().forEach(name -> Facets.check(id, name));
    }

    /// A document of which nothing else is known.
    public IndexedDocument(
            DocumentId id,
            String stamp,
            String title,
            String fileName,
            String kind,
            OptionalInt year,
            Language language,
            List<String> cites,
            List<Passage> passages) {
        this(id, stamp, title, fileName, kind, year, language, cites, passages, About.NOTHING);
    }
}
