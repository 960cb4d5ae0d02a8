/// Which passages speak of this? Full-text search over everything taken in.
///
/// The door is [PassageSearch]. The index is derived: it follows the graph's changes, carries the number of
/// the last one in its commit data, and can be thrown away. Results are documents with their best passages.
@org.jspecify.annotations.NullMarked
package no.forankring.search;
