package no.forankring.extraction;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import no.forankring.document.Span;

/// A thing that the document speaks of.
///
/// @param key names it within this extraction and, normalized, across documents: `nettverk-ledelse-og-fagutvikling-…`;
/// for a municipality or county whose number is known, the number that was valid when the document was written
/// @param name the words that name it, cleaned of line breaks
/// @param span where it is named best
/// @param parent the key of what it belongs to (a goal to its network); empty when nothing is said
/// @param year the year it concerns, where one is said
/// @param kind what sort of goal it is (`goal`, `sub-goal`, `purpose`, `learning-outcome`, `focus-area`); empty else
/// @param figures in the order of the text, at most one of each kind
public record Entity(
        String key,
        EntityType type,
        String name,
        Span span,
        String parent,
        OptionalInt year,
        String kind,
        List<Figure> figures) {

    public Entity {
        figures = List.copyOf(figures);
    }

    /// The figures as whole numbers by their term, as in `participants`; the lower end of a range.
    public Map<String, Integer> numbers() {
        var numbers = new TreeMap<String, Integer>();
        figures.forEach(figure ->
                numbers.putIfAbsent(figure.kind().term(), figure.value().intValue()));
        return numbers;
    }

    /// Whether the key is an official number of a municipality or county.
    public boolean isOfficialArea() {
        return (type == EntityType.MUNICIPALITY || type == EntityType.COUNTY)
                && key.chars().allMatch(Character::isDigit);
    }
}
