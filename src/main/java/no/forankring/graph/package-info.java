/// What is stated, and who says so: the graph, its journal and its shapes.
///
/// The door is [GraphStore]. A write runs on a buffered view, is checked by the shapes, is appended to the
/// journal and fsynced, is then applied to TDB2 in one short transaction, and only then acknowledged. The
/// journal and its snapshots are the truth; TDB2 can be thrown away and is rebuilt from them.
///
/// RDF is our own language, so this package shows Jena's node and dataset types; nobody else sees TDB2.
@org.jspecify.annotations.NullMarked
package no.forankring.graph;
