/// Finds the networks, activities, goals and figures that a document speaks of, and ties them to what it cites.
///
/// The door is [ActivityExtractor]. Pure and deterministic: it works from structure (titles, headings,
/// lists, tables) and cue words, and every statement carries the span that says so. `Reading` goes through
/// the passages in order, as `Layout` sets them right; what it knows while reading stands in `Scene` (whose document it
/// is, under which heading it reads, what the paragraph tells of, what was spoken of last):
///
/// 1. `NameFinder`, `OrganizationFinder` and `PlaceFinder` read names; `Namer` makes things of them and
///    recognizes them again under shorter names;
/// 2. `Outline` tells what a heading says of what stands below: kinds of things, goals, target groups, grounds;
/// 3. `GoverningRule`, `AgentRule`, `PurposeRule`, `EvaluationRule` and `FigureRule` read a sentence by the cues in
///    `Cues`: what rests on what, who runs it and takes part, what it is for, who evaluates it, what was counted;
/// 4. `TableReader` does the same by the columns of a table, also of one whose cells came out parted by gaps
///    (`FlatTable`) or one a line (`StackedTable`); `MemberMatrix` reads ticks;
/// 5. `FieldRule` reads what stands behind a label (`LabeledField`), `FormRule` the fields of a form (`FormField`),
///    `CalendarRule` the lines of a calendar;
/// 6. `Collector` keeps one thing for each key and one relation for each statement.
///
/// Few and right comes before many: where the words do not say whom a citation belongs to, nothing is stated. A new
/// cue is a word in `Cues`, a row in the tests, and a measuring anew: `ExtractionEvaluation` compares with marked
/// texts, and tells how often each rule is right.
@org.jspecify.annotations.NullMarked
package no.forankring.extraction;
