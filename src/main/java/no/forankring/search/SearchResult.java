package no.forankring.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;

/// @param total documents that match, exact
/// @param hits this page of them, best first
/// @param facets name to values with the number of documents, most first
/// @param understood how the query was read, in words
/// @param help what may lead on where little was found
public record SearchResult(
        long total, List<Hit> hits, Map<String, List<FacetValue>> facets, String understood, Help help) {

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    public SearchResult(long total, List<Hit> hits, Map<String, List<FacetValue>> facets, String understood) {
        this(total, hits, facets, understood, Help.NONE);
    }

    /// @param label as one reads it
    public record FacetValue(String value, String label, long documents) {

        public FacetValue(String value, long documents) {
            this(value, value, documents);
        }
    }

    /// @param spellings the query with words that the index holds in place of those that it does not, best first
    /// @param otherForms words that count as the ones typed, in the other written form of Norwegian: they were looked
    /// for too
    public record Help(List<String> spellings, List<String> otherForms) {

        public static final Help NONE = new Help(List.of(), List.of());

        public Help {
            spellings = List.copyOf(spellings);
            otherForms = List.copyOf(otherForms);
        }
    }

    /// @param date the document's own, ISO; empty where it has none
    /// @param arrived when this version was taken in
    /// @param uses how many facts rest on its words
    /// @param status of what it cites, as in the facet `status`; empty where that says nothing
    public record Hit(
            DocumentId document,
            String title,
            String fileName,
            String kind,
            String year,
            String date,
            Instant arrived,
            long uses,
            String status,
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
