package no.forankring.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.search.SearchQuery.Sort;

/// How searches stand in JSON and in addresses.
final class SearchJson {

    private SearchJson() {}

    /// As in `most-used`.
    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Sort sort(String name) {
        return Arrays.stream(Sort.values())
                .filter(sort -> name(sort).equals(name))
                .findFirst()
                .orElseThrow(() -> ApiProblem.invalid("sort er en av %s, men var %s."
                        .formatted(
                                Arrays.stream(Sort.values())
                                        .map(SearchJson::name)
                                        .collect(Collectors.joining(", ")),
                                name)));
    }

    /// Empty for no text.
    static Optional<Instant> instant(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException e) {
            throw ApiProblem.invalid("since er et tidspunkt som 2025-03-03T09:20:00Z, men var %s.".formatted(text));
        }
    }
}
