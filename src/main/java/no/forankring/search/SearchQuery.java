package no.forankring.search;

import java.util.List;
import java.util.Map;

/// @param text what the person typed; nothing is an error
/// @param filters facet name (`type`, `year`, `language`, `cites`) to the values of which one must hold
/// @param page from 1
/// @param size documents per page, 1 to 100
public record SearchQuery(String text, Map<String, List<String>> filters, int page, int size) {

    public SearchQuery {
        filters = Map.copyOf(filters);
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException(
                    "A search page counts from 1 and holds 1 to 100 documents, but got page %d of size %d"
                            .formatted(page, size));
        }
    }
}
