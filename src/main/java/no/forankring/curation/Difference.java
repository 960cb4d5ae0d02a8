package no.forankring.curation;

/// One thing that a change made different, in names rather than addresses.
///
/// @param thing the address of the thing
/// @param label its name
/// @param property the code of a [Field], the local name of a relation, `retired` or `judgment`
/// @param before empty when nothing stood there
/// @param after empty when nothing stands there any more
public record Difference(String thing, String label, String property, String before, String after) {}
