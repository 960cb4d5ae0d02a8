/// What is stated, and who says so: the graph, its journal and its shapes.
///
/// The door is [GraphStore]. A write is an operation on a dataset, and goes through these steps on one thread:
///
/// 1. [GraphWriter] takes what waits and runs each operation on a [BufferedView], so that nothing is touched yet;
/// 2. the net difference is checked by [ShapesCheck]: an objection refuses that operation alone;
/// 3. what was accepted is appended to the [Journal] as RDF Patches ([Patch]), with one sync for all;
/// 4. [Tdb2] applies it in one transaction, with the default graph and the number of the change;
/// 5. the futures end, and listeners hear of it.
///
/// We promise that a change that was acknowledged is in the journal, whole, and that TDB2 can be thrown away at any
/// time: it is built again from the newest of the [Snapshots] and the changes after it. A write transaction of TDB2
/// that
/// has written is never aborted and gone on from (apache/jena#3877).
///
/// A new rule for what may be stored is a shape in `ontology/shapes.ttl`; no code changes.
@org.jspecify.annotations.NullMarked
package no.forankring.graph;
