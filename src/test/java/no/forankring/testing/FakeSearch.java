package no.forankring.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.search.IndexedDocument;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Hit;
import no.forankring.search.SearchResult.PassageHit;
import no.forankring.search.SearchResult.Segment;

/// Finds the one example document by words that begin with `mål`, and by no words at all.
public final class FakeSearch implements PassageSearch {

    @Override
    public SearchResult search(SearchQuery query) {
        if (!query.text().isEmpty() && !query.text().startsWith("mål")) {
            return new SearchResult(0, List.of(), Map.of(), query.text());
        }
        var hit = new Hit(
                new DocumentId(EdgeExamples.DOCUMENT),
                "Mandat for nettverk om mat og måltider i Fjordvik",
                "mandat trygg måltid.pdf",
                "mandat",
                "2025",
                2.5f,
                List.of(new PassageHit(
                        new PassageId("p-0000000007"),
                        2,
                        List.of("Mandat", "Mål og planer"),
                        List.of(
                                new Segment("Målet er at alle over 80 år får tilbud om et ", false),
                                new Segment("måltid", true),
                                new Segment(" sammen med andre <hver> dag.", false)))));
        return new SearchResult(
                1,
                List.of(hit),
                Map.of(
                        "type", List.of(new FacetValue("mandat", 1)),
                        "year", List.of(new FacetValue("2025", 1)),
                        "language", List.of(new FacetValue("nb", 1)),
                        "cites", List.of(new FacetValue("meldst-15-2017-2018", 1))),
                "måltid, måltider, måltidet");
    }

    @Override
    public Map<DocumentId, String> stamps() {
        return Map.of();
    }

    @Override
    public List<String> suggestTitles(String prefix, int limit) {
        return List.of();
    }

    @Override
    public long size() {
        return 12;
    }

    @Override
    public void put(IndexedDocument document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(DocumentId document) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refresh() {}

    @Override
    public void commit(long appliedChange) {}

    @Override
    public Optional<Long> appliedChange() {
        return Optional.empty();
    }

    @Override
    public List<String> check() {
        return List.of();
    }

    @Override
    public void close() {}
}
