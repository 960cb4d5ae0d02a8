package no.forankring.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchQuery.Sort;
import org.springframework.util.MultiValueMap;

/// A search as it stands in the address of its page, so that it can be shared, kept and come back to.
///
/// @param filters facet name to values, in the order of the facets
/// @param since only what was taken in later
/// @param direct whether a citation leads straight to what it cites
record SearchAddress(
        String text, Map<String, List<String>> filters, Sort sort, Optional<Instant> since, boolean direct) {

    static final int LONGEST = 2_000;

    private static final String PATH = "/sok?";

    SearchAddress {
        var ordered = new LinkedHashMap<String, List<String>>();
        for (String facet : PassageSearch.facets()) {
            List<String> values = filters.getOrDefault(facet, List.of());
            if (!values.isEmpty()) {
                ordered.put(facet, List.copyOf(values));
            }
        }
        filters = ordered;
    }

    static SearchAddress of(String text) {
        return new SearchAddress(text.strip(), Map.of(), Sort.RELEVANCE, Optional.empty(), true);
    }

    /// Nothing in an address is an error: what cannot be read is left out.
    static SearchAddress of(String text, MultiValueMap<String, String> parameters) {
        var filters = new LinkedHashMap<String, List<String>>();
        for (String facet : PassageSearch.facets()) {
            filters.put(
                    facet,
                    parameters.getOrDefault(facet, List.of()).stream()
                            .filter(value -> !value.isBlank())
                            .distinct()
                            .toList());
        }
        return new SearchAddress(
                text.strip(),
                filters,
                sort(parameters.getFirst("sort")),
                instant(parameters.getFirst("siden")),
                !"nei".equals(parameters.getFirst("direkte")));
    }

    static Sort sort(@org.jspecify.annotations.Nullable String name) {
        for (Sort sort : Sort.values()) {
            if (name(sort).equals(name)) {
                return sort;
            }
        }
        return Sort.RELEVANCE;
    }

    /// As in the address: `newest`.
    static String name(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Instant> instant(@org.jspecify.annotations.Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(Instant.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean asks() {
        return !text.isEmpty() || !filters.isEmpty() || since.isPresent();
    }

    SearchQuery query(int page, int size) {
        return new SearchQuery(text, filters, page, size, sort, since);
    }

    SearchAddress without(String facet, String value) {
        var fewer = new LinkedHashMap<>(filters);
        fewer.computeIfPresent(
                facet,
                (name, values) ->
                        values.stream().filter(one -> !one.equals(value)).toList());
        return new SearchAddress(text, fewer, sort, since, direct);
    }

    SearchAddress withoutFilters() {
        return new SearchAddress(text, Map.of(), sort, Optional.empty(), direct);
    }

    SearchAddress sorted(Sort other) {
        return new SearchAddress(text, filters, other, since, direct);
    }

    SearchAddress since(Optional<Instant> other) {
        return new SearchAddress(text, filters, sort, other, direct);
    }

    SearchAddress direct(boolean other) {
        return new SearchAddress(text, filters, sort, since, other);
    }

    SearchAddress text(String other) {
        return new SearchAddress(other, filters, sort, since, direct);
    }

    String href() {
        return PATH + parameters();
    }

    /// Ending so that a page number can follow.
    String hrefForPages() {
        return href() + "&";
    }

    String feed() {
        return "/sok/atom?"
                + since(Optional.empty()).sorted(Sort.RELEVANCE).direct(true).parameters();
    }

    String parameters() {
        var address = new StringBuilder("q=").append(Paths.encode(text));
        filters.forEach((facet, values) -> values.forEach(
                value -> address.append('&').append(facet).append('=').append(Paths.encode(value))));
        if (sort != Sort.RELEVANCE) {
            address.append("&sort=").append(name(sort));
        }
        since.ifPresent(instant -> address.append("&siden=").append(Paths.encode(instant.toString())));
        if (!direct) {
            address.append("&direkte=nei");
        }
        return address.toString();
    }
}
