package no.forankring.extraction;

import java.util.Map;
import java.util.OptionalInt;
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

    public Entity {
        numbers = Map.copyOf(numbers);
    }
}
