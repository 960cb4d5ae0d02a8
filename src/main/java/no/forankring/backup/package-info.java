/// How do we keep a copy of everything, and make a home folder of it again?
///
/// The door is [Backup]. A backup is one zip file: originals, journal with snapshots, accounts, saved searches, keys
/// and
/// settings of a home folder, as they stood between two changes, with a checksum of each file. What is derived is left
/// out and made again.
///
/// Writing goes on while a backup is made: [no.forankring.graph.GraphStore#between] gives the moment, in which small
/// files are read and the lengths of those that only grow are noted. Originals are never changed, so they are copied
/// after it.
@org.jspecify.annotations.NullMarked
package no.forankring.backup;
