package no.forankring.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which passages speak of this?
@RestController
class SearchApi {

    private final PassageSearch search;

    SearchApi(PassageSearch search) {
        this.search = search;
    }

    @GetMapping("/api/search")
    Result search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) List<String> type,
            @RequestParam(required = false) List<String> year,
            @RequestParam(required = false) List<String> language,
            @RequestParam(required = false) List<String> cites,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "1") int page) {
        var limits = new PageLimits(page, size);
        var filters = new LinkedHashMap<String, List<String>>();
        put(filters, "type", type);
        put(filters, "year", year);
        put(filters, "language", language);
        put(filters, "cites", cites);
        SearchResult found = search.search(new SearchQuery(q.strip(), filters, limits.page(), limits.size()));
        return Result.of(found, limits);
    }

    private static void put(
            Map<String, List<String>> filters, String name, @org.jspecify.annotations.Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            filters.put(name, values);
        }
    }

    /// @param total documents that match
    /// @param understood how the query was read, in words
    record Result(long total, int page, int size, String understood, Map<String, List<Facet>> facets, List<Hit> hits) {

        static Result of(SearchResult found, PageLimits limits) {
            var facets = new LinkedHashMap<String, List<Facet>>();
            found.facets()
                    .forEach((name, values) -> facets.put(
                            name,
                            values.stream()
                                    .map(value -> new Facet(value.value(), value.documents()))
                                    .toList()));
            return new Result(
                    found.total(),
                    limits.page(),
                    limits.size(),
                    found.understood(),
                    facets,
                    found.hits().stream().map(Hit::of).toList());
        }
    }

    record Facet(String value, long count) {}

    record Hit(
            String document,
            String title,
            String fileName,
            String type,
            String year,
            float score,
            List<PassageJson> passages) {

        static Hit of(SearchResult.Hit hit) {
            return new Hit(
                    hit.document().value(),
                    hit.title(),
                    hit.fileName(),
                    hit.kind(),
                    hit.year(),
                    hit.score(),
                    hit.passages().stream().map(PassageJson::of).toList());
        }
    }

    /// @param page from 1; 0 where the format has none
    /// @param highlights the whole text in order, cut where marking begins and ends
    record PassageJson(String id, int page, List<String> section, String text, List<Segment> highlights) {

        static PassageJson of(SearchResult.PassageHit passage) {
            var text = new StringBuilder();
            passage.segments().forEach(segment -> text.append(segment.text()));
            return new PassageJson(
                    passage.passage().value(),
                    passage.page(),
                    passage.sectionPath(),
                    text.toString(),
                    passage.segments().stream()
                            .map(segment -> new Segment(segment.text(), segment.marked()))
                            .toList());
        }
    }

    record Segment(String text, boolean marked) {}
}
