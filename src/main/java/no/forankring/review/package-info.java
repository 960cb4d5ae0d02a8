/// Which suggestions await a person, what was decided, and what was learned from it?
///
/// The door is [ReviewQueue]. It asks one [Question] for each mention or statement that the machine left open; an
/// answer is noted as a [Judgment] of each link, and an acceptance becomes a fact with its evidence.
///
/// Accepting a citation can also teach: its words become a [learned alias][no.forankring.citation.LearnedAlias], for
/// the
/// documents of one organisation or for all. Nothing is trained. The alias is a statement in the graph with the
/// judgment
/// it stems from; taking it back takes back all that it does. [Recognizers] hands out the recognizer that knows the
/// aliases of this moment.
@org.jspecify.annotations.NullMarked
package no.forankring.review;
