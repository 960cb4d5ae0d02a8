/// What do people state themselves, and what did a thing look like before?
///
/// The door is [Curation]: it creates, edits and retires things and the links between them, always with a [Basis] that
/// says where it is from. What people enter lies among the confirmed facts, so traces, search, queries and reports see
/// it as any fact. The shapes decide what may be stored; a [CurationException] says per field what they object to.
///
/// What a person corrects of what a document states is kept apart, as corrections and retirements among the decisions.
/// [Corrections] applies them whenever a document is written: what the document says against them is set aside, not
/// deleted, and comes back when the correction is taken back. What was said of a thing that people merged with another
/// counts for that other.
///
/// [PlanImport] reads an activity plan from a workbook or CSV, shows what would change row by row, and writes all of it
/// as one change. [History] tells what changed, in words, and undoes a change by another one.
@org.jspecify.annotations.NullMarked
package no.forankring.curation;
