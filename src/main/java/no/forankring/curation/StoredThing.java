package no.forankring.curation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A thing as it stands now.
///
/// @param iri its address
/// @param type the local name of its class
/// @param values the fields that say something
/// @param links what it is the subject of, without its type
/// @param retired who took it out of use and why; empty while it is in use
/// @param seen changes whenever a field does; given back when saving, so that nobody overwrites what they have not seen
public record StoredThing(
        String iri,
        String kind,
        String id,
        String label,
        String type,
        Map<Field, Said> values,
        List<StoredLink> links,
        Optional<Retired> retired,
        String seen) {

    public StoredThing {
        values = Map.copyOf(values);
        links = List.copyOf(links);
    }

    /// What a field says; empty when nothing.
    public String value(Field field) {
        Said said = values.get(field);
        return said == null ? "" : said.value();
    }

    /// What is said of one field.
    ///
    /// @param value what counts
    /// @param entered true when a person gave it
    /// @param documents what documents say, where that differs
    public record Said(String value, boolean entered, List<String> documents) {
        public Said {
            documents = List.copyOf(documents);
        }
    }

    /// @param who the account
    /// @param when ISO date and time
    public record Retired(String who, String when, String why) {}
}
