package no.forankring.identity;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// A thing as one document names it, before it is known whether another document names it too.
///
/// @param address that its name alone gives it, as in `http://localhost:8080/id/network/nettverk-ernaering`
/// @param type the local name of its class, as in `Network`
/// @param owner the id of the organisation that it belongs to, as far as the document tells
/// @param within the address, by name alone, of what it is a part of; empty when the document does not tell
/// @param goals the addresses, by name alone, of the goals that the document gives it
/// @param evidence the address of the words that name it; empty where a person named it
public record Sighting(
        String address,
        String type,
        String name,
        Optional<String> owner,
        String within,
        OptionalInt year,
        Set<String> goals,
        String evidence) {

    public Sighting {
        goals = Set.copyOf(goals);
    }

    Family family() {
        return Family.of(type);
    }

    /// By what it can be found: things that share none of these are never compared at ingest.
    Set<String> keys() {
        var keys = new TreeSet<String>();
        keys.add("@" + address);
        Family family = family();
        if (family.hasNames() && (!family.isDated() || year.isPresent() && within.isEmpty())) {
            String dated = family.isDated() ? "|" + year.getAsInt() : "";
            NameKey.of(name).keys().forEach(key -> keys.add(family + "|" + key + dated));
        }
        return keys;
    }
}
