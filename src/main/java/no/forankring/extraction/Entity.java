package no.forankring.extraction;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import no.forankring.document.Span;

/// A thing that the document speaks of.
///
/// @param key names it within this extraction and, normalised, across documents: `nettverk-ledelse-og-fagutvikling-…`
/// @param name the words that name it, cleaned of line breaks
/// @param span where it is named best
/// @param parent the key of what it belongs to (a goal to its network); empty when nothing is said
/// @param year the year it concerns, where one is said
/// @param numbers figures by name, as in `participants`, `gatheringsPerYear`
public record Entity(
        String key,
        EntityType type,
        String name,
        Span span,
        String parent,
        OptionalInt year,
        Map<String, Integer> numbers) {

    /// The figures that an entity may have, each a property of that name in the vocabulary.
    public static final Set<String> FIGURES =
            Set.of("participants", "municipalities", "teams", "gatherings", "gatheringsPerYear");

    public Entity {
        numbers = Map.copyOf(numbers);
        if (!FIGURES.containsAll(numbers.keySet())) {
            throw new IllegalArgumentException("An entity has the figures %s, but got %s".formatted(FIGURES, numbers));
        }
    }
}
