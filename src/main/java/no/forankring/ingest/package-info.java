/// How does a file become linked passages? The only conductor: it calls every other feature in order.
///
/// The door is [Ingest]: keep the original, read it, recognize citations, extract entities, write one change to
/// the graph, put it into the index. A file that cannot be read is an outcome, never an exception.
@org.jspecify.annotations.NullMarked
package no.forankring.ingest;
