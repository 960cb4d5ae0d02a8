package no.forankring.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.document.PassageId;

/// What is known of a document beside its text.
///
/// @param facets by name (`issuer`, `status`, `network`, `municipality`, `theme`, `anchored`, `relation`; `cites` only
/// to give labels); a document may have several values of one
/// @param date the document's own
/// @param arrived when this version of it was taken in
/// @param uses how many facts rest on its words
/// @param citedIn passage to the ids of the governing documents that its words cite
public record About(
        Map<String, List<Value>> facets,
        Optional<LocalDate> date,
        Instant arrived,
        int uses,
        Map<PassageId, List<String>> citedIn) {

    public static final About NOTHING = new About(Map.of(), Optional.empty(), Instant.EPOCH, 0, Map.of());

    public About {
        var copy = new HashMap<String, List<Value>>();
        facets.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        facets = Map.copyOf(copy);
        citedIn = Map.copyOf(citedIn);
    }

    /// A value of a facet.
    ///
    /// @param id as in addresses
    /// @param label as one reads it
    public record Value(String id, String label) {}

    List<Value> values(String facet) {
        return facets.getOrDefault(facet, List.of());
    }
}
