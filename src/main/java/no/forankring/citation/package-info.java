/// Recognizes citations in running text and links each to the governing document it names.
///
/// The door is [CitationRecognizer]. Give it a document and it answers with one [Resolution] for
/// every mention, in text order: find, resolve, explain. Pure: no I/O, no Spring; same text and same
/// register, same answer.
@org.jspecify.annotations.NullMarked
package no.forankring.citation;
