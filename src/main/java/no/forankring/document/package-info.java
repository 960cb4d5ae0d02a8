/// Reads a file into text that can be cited: a section tree cut into passages with stable ids.
///
/// The door is [Documents]. The steps, in order:
///
/// 1. [OriginalFiles] keeps each original by its SHA-256, write-once;
/// 2. a [ParsePool] hands the file to a [ParseWorker], a process of its own that may hang or die without harm; there
///    [FileExtractor] looks at the bytes and asks the extractor that knows them: [PdfBoxTextExtractor] for PDF,
///    [JsoupTextExtractor] for HTML and XML, [TikaTextExtractor] for office files and mail. Plain text and Markdown
///    need no library and no process;
/// 3. each extractor answers with a [Draft], the text as read and its blocks, and [DocumentReader] turns that into a
///    [DocumentText]: [passages][Passage] with stable id, page, section path and language;
/// 4. [TextCache] keeps the text as read beside the original; it is derived, and read again when lost.
///
/// What cannot be read is a [ReadOutcome.Unreadable] with a reason from [UnreadableFile], where all of them stand.
/// A new format is one more extractor and one branch in [FileExtractor].
///
/// Every offset in the product counts UTF-16 units of [DocumentText#text()]. Cleaning (hyphenation,
/// line breaks, odd dashes) happens on [CleanText], a view that maps back, so the words a reader sees can always be cut
/// out.
@org.jspecify.annotations.NullMarked
package no.forankring.document;
