package no.forankring.search;

import java.util.List;
import java.util.Map;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;

/// @param total documents that match, exact
/// @param hits this page of them, best first
/// @param facets name to values with the number of documents, most first
/// @param understood how the query was read, in words
public record SearchResult(long total, List<Hit> hits, Map<String, List<FacetValue>> facets, String understood) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    public record FacetValue(String value, long documents) {}

    public record Hit(
            DocumentId document,
            String title,
            String fileName,
            String kind,
            String year,
            float score,
            List<PassageHit> passages) {
        public Hit {
            passages = List.copyOf(passages);
        }
    }

    /// @param segments the passage's text in order, the matching words marked; never HTML
    public record PassageHit(PassageId passage, int page, List<String> sectionPath, List<Segment> segments) {
        public PassageHit {
            sectionPath = List.copyOf(sectionPath);
            segments = List.copyOf(segments);
        }
    }

    public record Segment(String text, boolean marked) {}
}
