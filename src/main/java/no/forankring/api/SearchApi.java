package no.forankring.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.search.About;
import no.forankring.search.Alike;
import no.forankring.search.NamedThing;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which passages speak of this?
@RestController
class SearchApi {

    private static final int LONGEST = 2_000;

    private final PassageSearch search;
    private final ApiSources sources;

    SearchApi(PassageSearch search, ApiSources sources) {
        this.search = search;
        this.sources = sources;
    }

    /// @param sort `relevance`, `newest`, `oldest`, `most-used` or `last-taken-in`
    /// @param since an instant: only what was taken in later
    @GetMapping("/api/search")
    Result search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) List<String> type,
            @RequestParam(required = false) List<String> issuer,
            @RequestParam(required = false) List<String> year,
            @RequestParam(required = false) List<String> language,
            @RequestParam(required = false) List<String> status,
            @RequestParam(required = false) List<String> network,
            @RequestParam(required = false) List<String> municipality,
            @RequestParam(required = false) List<String> cites,
            @RequestParam(required = false) List<String> theme,
            @RequestParam(required = false) List<String> anchored,
            @RequestParam(required = false) List<String> relation,
            @RequestParam(defaultValue = "relevance") String sort,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "1") int page,
            Locale locale) {
        var limits = new PageLimits(page, size);
        var filters = new LinkedHashMap<String, List<String>>();
        put(filters, "type", type);
        put(filters, "issuer", issuer);
        put(filters, "year", year);
        put(filters, "language", language);
        put(filters, "status", status);
        put(filters, "network", network);
        put(filters, "municipality", municipality);
        put(filters, "cites", cites);
        put(filters, "theme", theme);
        put(filters, "anchored", anchored);
        put(filters, "relation", relation);
        var query = new SearchQuery(
                q.strip(), filters, limits.page(), limits.size(), SearchJson.sort(sort), SearchJson.instant(since));
        return result(query, limits, locale);
    }

    private Result result(SearchQuery query, PageLimits limits, Locale locale) {
        SearchResult found = search.search(query, locale);
        List<NamedThing> things =
                query.page() == 1 && query.filters().isEmpty() ? search.things(query.text(), 6) : List.of();
        return Result.of(found, things, search.coverage(), sources.unread(), limits);
    }

    /// Which of the words a document holds, where and in which form.
    @GetMapping("/api/search/explain")
    Reasons explain(@RequestParam String q, @RequestParam String document, Locale locale) {
        return new Reasons(search.explain(new SearchQuery(q.strip(), Map.of(), 1, 1), new DocumentId(document)).stream()
                .map(note -> note.text(locale))
                .toList());
    }

    /// @param reasons one sentence each; none when the document is not there or no words were given
    record Reasons(List<String> reasons) {}

    private static void put(
            Map<String, List<String>> filters, String name, @org.jspecify.annotations.Nullable List<String> values) {
        if (values != null && !values.isEmpty()) {
            filters.put(name, values);
        }
    }

    /// What may be meant by what was typed so far.
    @GetMapping("/api/suggest")
    List<SuggestionJson> suggest(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "4") int size) {
        if (size < 1 || size > 20) {
            throw ApiProblem.invalid("size er fra 1 til 20 av hvert slag, men var %d.".formatted(size));
        }
        return q.length() > LONGEST
                ? List.of()
                : search.suggest(q, size).stream()
                        .map(one -> new SuggestionJson(one.kind(), one.id(), one.text(), one.detail()))
                        .toList();
    }

    /// What is like a passage, or like a document where no passage is given.
    @GetMapping("/api/alike")
    AlikeJson alike(
            @RequestParam String document,
            @RequestParam(defaultValue = "") String passage,
            @RequestParam(defaultValue = "20") int size) {
        var limits = new PageLimits(1, size);
        try {
            Optional<PassageId> wanted = passage.isEmpty() ? Optional.empty() : Optional.of(new PassageId(passage));
            return AlikeJson.of(search.like(new DocumentId(document), wanted, limits.size()));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.unknown(
                    "Dokumentet eller avsnittet", document + " " + passage, "Se /api/documents for dem vi har.");
        }
    }

    /// @param kind `document`, `phrase`, or as in the address of a thing: `network`, `governing-document` …
    record SuggestionJson(String kind, String id, String text, String detail) {}

    record AlikeJson(List<AlikePassageJson> passages, List<AlikeDocumentJson> documents) {

        static AlikeJson of(Alike alike) {
            return new AlikeJson(
                    alike.passages().stream()
                            .map(one -> new AlikePassageJson(
                                    one.document().value(),
                                    one.title(),
                                    PassageJson.of(one.passage()),
                                    directives(one.directives())))
                            .toList(),
                    alike.documents().stream()
                            .map(one -> new AlikeDocumentJson(
                                    one.document().value(),
                                    one.title(),
                                    one.kind(),
                                    one.year(),
                                    directives(one.directives())))
                            .toList());
        }

        private static List<Named> directives(List<About.Value> values) {
            return values.stream()
                    .map(value -> new Named(value.id(), value.label()))
                    .toList();
        }
    }

    /// @param directives what both cite
    record AlikePassageJson(String document, String title, PassageJson passage, List<Named> directives) {}

    record AlikeDocumentJson(String document, String title, String type, String year, List<Named> directives) {}

    record Named(String id, String label) {}

    /// @param total documents that match
    /// @param understood how the query was read, in words
    /// @param spellings the query with known words in place of unknown ones; only where little was found
    /// @param otherForms words in the other written form of Norwegian that were looked for too; only where little was
    /// found
    /// @param searched what was looked through
    record Result(
            long total,
            int page,
            int size,
            String understood,
            List<String> spellings,
            List<String> otherForms,
            Searched searched,
            Map<String, List<Facet>> facets,
            List<Thing> things,
            List<Hit> hits) {

        static Result of(
                SearchResult found,
                List<NamedThing> things,
                PassageSearch.Coverage coverage,
                long unread,
                PageLimits limits) {
            var facets = new LinkedHashMap<String, List<Facet>>();
            for (String name : PassageSearch.facets()) {
                facets.put(
                        name,
                        found.facets().getOrDefault(name, List.of()).stream()
                                .map(value -> new Facet(value.value(), value.label(), value.documents()))
                                .toList());
            }
            return new Result(
                    found.total(),
                    limits.page(),
                    limits.size(),
                    found.understood(),
                    found.help().spellings(),
                    found.help().otherForms(),
                    new Searched(
                            coverage.documents(),
                            coverage.firstYear().isPresent()
                                    ? coverage.firstYear().getAsInt()
                                    : null,
                            coverage.lastYear().isPresent()
                                    ? coverage.lastYear().getAsInt()
                                    : null,
                            unread),
                    facets,
                    things.stream()
                            .map(thing ->
                                    new Thing(thing.kind(), thing.id(), thing.label(), thing.detail(), thing.uses()))
                            .toList(),
                    found.hits().stream().map(Hit::of).toList());
        }
    }

    /// @param unread files that could not be read
    record Searched(
            long documents,
            @org.jspecify.annotations.Nullable Integer firstYear,
            @org.jspecify.annotations.Nullable Integer lastYear,
            long unread) {}

    /// @param uses how many statements speak of it
    record Thing(String kind, String id, String label, String detail, long uses) {}

    record Facet(String value, String label, long count) {}

    /// @param date the document's own, ISO; empty where it has none
    /// @param takenIn when this version was
    /// @param uses how many facts rest on its words
    /// @param status of what it cites, as in the facet `status`
    record Hit(
            String document,
            String title,
            String fileName,
            String type,
            String year,
            String date,
            Instant takenIn,
            long uses,
            String status,
            float score,
            List<PassageJson> passages) {

        static Hit of(SearchResult.Hit hit) {
            return new Hit(
                    hit.document().value(),
                    hit.title(),
                    hit.fileName(),
                    hit.kind(),
                    hit.year(),
                    hit.date(),
                    hit.arrived(),
                    hit.uses(),
                    hit.status(),
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
