package no.forankring.saved;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.forankring.search.SearchQuery.Sort;

/// A search that an account keeps.
///
/// @param id 16 letters and digits, the same as long as it is kept
/// @param name what its owner calls it
/// @param text the words searched for; may be empty where there are filters
/// @param filters facet name to values
/// @param seen what was taken in later is new
public record SavedSearch(
        String id,
        String name,
        String text,
        Map<String, List<String>> filters,
        Sort sort,
        Instant created,
        Instant seen) {

    public SavedSearch {
        var copy = new TreeMap<String, List<String>>();
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = java.util.Collections.unmodifiableMap(copy);
    }

    SavedSearch seenAt(Instant now) {
        return new SavedSearch(id, name, text, filters, sort, created, now);
    }

    SavedSearch named(String other) {
        return new SavedSearch(id, other, text, filters, sort, created, seen);
    }

    boolean isFor(String otherText, Map<String, List<String>> otherFilters, Sort otherSort) {
        return text.equals(otherText) && filters.equals(otherFilters) && sort == otherSort;
    }
}
