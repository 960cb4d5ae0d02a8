package no.forankring.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// @param text what the person typed; nothing is an error
/// @param filters facet name (`type`, `year`, `cites` …, all of [PassageSearch#facets]) to the values of which one must
/// hold
/// @param page from 1
/// @param size documents per page, 1 to 100
/// @param arrivedAfter only documents of which the present version was taken in later than this
public record SearchQuery(
        String text, Map<String, List<String>> filters, int page, int size, Sort sort, Optional<Instant> arrivedAfter) {

    /// In which order documents come; equal ones by title.
    public enum Sort {
        /// The best first; where no words were given, by title.
        RELEVANCE,
        /// By the documents' own dates, the newest first and those without a date last.
        NEWEST,
        /// The same from the oldest on.
        OLDEST,
        /// Those first on which most facts rest.
        MOST_USED,
        /// By when they were taken in, the last first.
        LAST_TAKEN_IN
    }

    public SearchQuery {
        filters = Map.copyOf(filters);
        if (page < 1 || size < 1 || size > 100) {
            throw new IllegalArgumentException(
                    "A search page counts from 1 and holds 1 to 100 documents, but got page %d of size %d"
                            .formatted(page, size));
        }
    }

    /// The best first, whenever taken in.
    public SearchQuery(String text, Map<String, List<String>> filters, int page, int size) {
        this(text, filters, page, size, Sort.RELEVANCE, Optional.empty());
    }
}
