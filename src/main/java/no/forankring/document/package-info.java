/// Reads a file into text that can be cited: a section tree cut into passages with stable ids.
///
/// The steps, in order:
///
/// 1. [TextExtractor] reads the bytes (Tika, in a fenced process) into plain XHTML and metadata;
/// 2. [DocumentReader] turns that into a [DocumentText]: the text as read, never changed afterwards,
///    and its [passages][Passage] with page, section path and language;
/// 3. [Files] keeps each original by its SHA-256, write-once, and beside it the text as read.
///
/// Every offset in the product counts UTF-16 units of [DocumentText#text()]. Cleaning (hyphenation,
/// line breaks, odd dashes) happens on views that map back, so the words a reader sees can always be cut out.
@org.jspecify.annotations.NullMarked
package no.forankring.document;
