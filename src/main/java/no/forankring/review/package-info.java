/// Which suggestions await a person, what was decided, and what was learned from it?
///
/// The door is [ReviewQueue], as [ReviewDesk]. Its [Queue] holds one [QueueItem] for each mention or statement that the
/// machine left open, and [ReviewDesk#look] tells what speaks for and against. A [Decision] is noted as a [Judgment] of
/// each link, and an acceptance becomes a fact with its evidence. Judgments that are taken back or followed by others
/// stay as history ([DecisionEntry]).
///
/// [SecondReadings], as [SecondReader], lets another person read decisions again without seeing them. What the two
/// disagree about is no fact until somebody settles it.
///
/// Accepting a citation can also teach: its words become a [learned alias][no.forankring.citation.LearnedAlias], for
/// the documents of one organisation or for all. Nothing is trained. The alias is a statement in the graph with the
/// judgment it stems from; taking it back takes back all that it does. [Recognizers] hands out the recognizer that
/// knows
/// the aliases of this moment.
@org.jspecify.annotations.NullMarked
package no.forankring.review;
