package no.forankring.api;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.saved.SavedSearch;
import no.forankring.saved.SavedSearchException;
import no.forankring.saved.SavedSearches;
import no.forankring.saved.SavedSearches.Watched;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchQuery.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The searches that the account behind the token keeps, and what is new in them.
@RestController
class SavedSearchApi {

    private final SavedSearches saved;
    private final PassageSearch search;

    SavedSearchApi(SavedSearches saved, PassageSearch search) {
        this.saved = saved;
        this.search = search;
    }

    /// Those saved last first.
    @GetMapping("/api/saved-searches")
    List<SavedJson> list(Principal who) {
        return saved.of(who.getName()).stream().map(SavedJson::of).toList();
    }

    @GetMapping("/api/saved-searches/{id}")
    SavedJson one(@PathVariable String id, Principal who) {
        return SavedJson.of(find(id, who));
    }

    /// The documents that are new in a search, taken in last first.
    @GetMapping("/api/saved-searches/{id}/new")
    News news(
            @PathVariable String id,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(defaultValue = "1") int page,
            Principal who) {
        var limits = new PageLimits(page, size);
        SavedSearch kept = find(id, who).saved();
        var found = search.search(new SearchQuery(
                kept.text(),
                kept.filters(),
                limits.page(),
                limits.size(),
                Sort.LAST_TAKEN_IN,
                Optional.of(kept.seen())));
        return new News(
                found.total(),
                kept.seen(),
                found.hits().stream().map(SearchApi.Hit::of).toList());
    }

    @PostMapping("/api/saved-searches")
    @ResponseStatus(HttpStatus.CREATED)
    SavedJson save(@RequestBody Request request, Principal who) {
        try {
            SavedSearch kept = saved.save(
                    who.getName(),
                    orEmpty(request.name()),
                    orEmpty(request.q()),
                    request.filters() == null ? Map.of() : request.filters(),
                    request.sort() == null ? Sort.RELEVANCE : SearchJson.sort(request.sort()));
            return SavedJson.of(find(kept.id(), who));
        } catch (SavedSearchException refused) {
            throw ApiProblem.refused(refused);
        }
    }

    @PostMapping("/api/saved-searches/{id}/seen")
    SavedJson seen(@PathVariable String id, Principal who) {
        if (!saved.seen(who.getName(), id)) {
            throw unknown(id);
        }
        return SavedJson.of(find(id, who));
    }

    @DeleteMapping("/api/saved-searches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Principal who) {
        if (!saved.delete(who.getName(), id)) {
            throw unknown(id);
        }
    }

    private Watched find(String id, Principal who) {
        return saved.find(who.getName(), id).orElseThrow(() -> unknown(id));
    }

    private static ApiProblem unknown(String id) {
        return ApiProblem.unknown("Det lagrede søket", id, "Se /api/saved-searches for dine egne.");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// @param name what to call it; its words where there is none
    /// @param filters facet name to values
    record Request(
            @Nullable String name,
            @Nullable String q,
            @Nullable Map<String, List<String>> filters,
            @Nullable String sort) {}

    /// @param total documents that match now
    /// @param fresh those of them that were taken in, or came in a new version, since `seen`
    record SavedJson(
            String id,
            String name,
            String q,
            Map<String, List<String>> filters,
            String sort,
            Instant created,
            Instant seen,
            long total,
            long fresh) {

        static SavedJson of(Watched watched) {
            SavedSearch saved = watched.saved();
            return new SavedJson(
                    saved.id(),
                    saved.name(),
                    saved.text(),
                    saved.filters(),
                    SearchJson.name(saved.sort()),
                    saved.created(),
                    saved.seen(),
                    watched.total(),
                    watched.fresh());
        }
    }

    record News(long total, Instant since, List<SearchApi.Hit> hits) {}
}
