/// Which numbers of a document do not agree with each other?
///
/// [NumberSense] is pure: it reads a document's text and tells of shares that the number of answers cannot give, totals
/// that differ from their parts, numbers that differ from lists, from what the text goes on to tell of, and from
/// tables.
/// A [Finding] has both places. Each kind is one `…Check`; a new one is a class, a line in [NumberSense], a sentence in
/// `findings.properties` and rows in the tests, of wordings that alarm and of wordings that must not.
///
/// The door is [Findings]: what was found lies in the suggestions graphs, never among the facts, and what a person has
/// put away stays away for as long as the words stand.
@org.jspecify.annotations.NullMarked
package no.forankring.findings;
