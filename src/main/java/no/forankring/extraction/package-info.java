/// Finds the networks, activities and goals that a document speaks of, and ties them to what it cites.
///
/// The door is [ActivityExtractor]. Pure and deterministic: it works from structure (titles, headings,
/// lists, tables) and cue words, and every statement carries the span that says so. `Reading` goes through
/// the passages in order and remembers under which heading it is:
///
/// 1. `NameFinder` and `OrganizationFinder` read names;
/// 2. headings and lead-in sentences tell whether the list below holds goals, target groups or grounds;
/// 3. `Cues` in a sentence, or the columns of a table, tie a name to a citation and tell how far it came;
/// 4. `Collector` keeps one entity for each key and one relation for each statement.
///
/// Few and right comes before many: where the words do not say whom a citation belongs to, nothing is stated. A new cue
/// is
/// a word in `Cues` and a row in the tests.
@org.jspecify.annotations.NullMarked
package no.forankring.extraction;
