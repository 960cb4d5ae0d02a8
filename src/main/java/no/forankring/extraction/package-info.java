/// Finds the networks, activities and goals that a document speaks of, and ties them to what it cites.
///
/// The door is [ActivityExtractor]. Pure and deterministic: it works from structure (titles, headings,
/// lists, tables) and cue words, and every statement carries the span that says so.
@org.jspecify.annotations.NullMarked
package no.forankring.extraction;
