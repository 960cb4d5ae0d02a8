package no.forankring.curation;

import java.util.EnumMap;
import java.util.Map;

/// A thing as a person wants it to be, in the words that were typed.
///
/// @param kind as in addresses
/// @param values what each field shall say; an empty text for nothing, a field left out stays as it is
public record ThingDraft(String kind, Map<Field, String> values) {

    public ThingDraft {
        var copy = new EnumMap<Field, String>(Field.class);
        values.forEach((field, value) -> copy.put(field, value.strip()));
        values = java.util.Collections.unmodifiableMap(copy);
    }
}
