package no.forankring.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is known of a thing when its names are compared with those of another.
///
/// @param address as in `http://localhost:8080/id/network/nettverk-ernaering`
/// @param own the addresses that documents would give it by its name alone
/// @param names as documents write them
/// @param owners ids of the organisations that it belongs to, or the address of what it is a part of; empty when nobody
///     says
/// @param years in which it happens, for what happens in a year
/// @param documents ids of the documents that name it
/// @param surroundings ids of the municipalities, centres and county governors that those documents name
/// @param goals addresses of its goals
/// @param anchors addresses of what it is anchored in or carries out
public record Described(
        String address,
        Family family,
        Set<String> own,
        List<String> names,
        Set<String> owners,
        Set<Integer> years,
        Set<String> documents,
        Set<String> surroundings,
        Set<String> goals,
        Set<String> anchors) {

    public Described {
        own = new TreeSet<>(own);
        names = List.copyOf(names);
        owners = new TreeSet<>(owners);
        years = new TreeSet<>(years);
        documents = new TreeSet<>(documents);
        surroundings = new TreeSet<>(surroundings);
        goals = new TreeSet<>(goals);
        anchors = new TreeSet<>(anchors);
    }

    List<NameKey> keys() {
        return names.stream().map(NameKey::of).toList();
    }

    Set<String> places() {
        var places = new TreeSet<String>();
        keys().forEach(key -> places.addAll(key.places()));
        return places;
    }
}
