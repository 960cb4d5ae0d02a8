package no.forankring.trace;

import java.util.OptionalInt;

/// Which ways count.
///
/// @param year of every step: of what it is about, else of the document that says it; empty for all
/// @param place words of the name of a municipality or a unit that arranges, takes part in or houses something on the
/// way; empty for all
/// @param rung the lowest step of the ladder for statements that have one, from 1; 0 for all
public record PathFilter(OptionalInt year, String place, int rung, boolean withSuggestions) {

    public static final PathFilter FACTS = new PathFilter(OptionalInt.empty(), "", 0, false);
}
