package no.forankring.search;

import java.util.List;

/// What governing documents are called, so that a search by one name also finds the others.
///
/// @param things one for each document
public record KnownNames(List<Thing> things) {

    public static final KnownNames NONE = new KnownNames(List.of());

    public KnownNames {
        things = List.copyOf(things);
    }

    /// @param id as in the facets `cites` and `anchored`
    /// @param names looked for in texts, and understood when typed
    /// @param onlyTyped understood when typed, but never looked for: wrong names
    /// @param abbreviations understood and looked for only before a section, as in `hol. § 4-2`
    public record Thing(String id, List<String> names, List<String> onlyTyped, List<String> abbreviations) {
        public Thing {
            names = List.copyOf(names);
            onlyTyped = List.copyOf(onlyTyped);
            abbreviations = List.copyOf(abbreviations);
        }
    }
}
