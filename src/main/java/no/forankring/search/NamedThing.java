package no.forankring.search;

import java.util.List;

/// Something with a name that is no document: a governing document, provision, network, activity, goal, municipality.
///
/// @param kind as in its address: `network`, `governing-document` …
/// @param id the rest of the address
/// @param label the name to show
/// @param otherNames what else it is called
/// @param detail a line of help, such as who organises it; may be empty
/// @param uses how many statements speak of it
public record NamedThing(String kind, String id, String label, List<String> otherNames, String detail, long uses) {

    public NamedThing {
        otherNames = List.copyOf(otherNames);
    }
}
