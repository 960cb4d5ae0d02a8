package no.forankring.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Chooses for each file the extractor that reads its format, by content first and by name second.
///
/// Runs in the fenced process only.
final class TikaFormats {

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/gzip",
            "application/x-tar",
            "application/x-gtar",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-bzip2",
            "application/x-xz",
            "application/java-archive");
    /// Bytes of one character in the widest encoding that texts come in.
    private static final long WIDEST_CHARACTER = 4;

    private final TikaTextExtractor tika = new TikaTextExtractor();

    /// Reads one file.
    ///
    /// @param limit the most UTF-16 units of text
    /// @throws UnreadableFile with the reason when it cannot be read
    ReadOutcome.Read read(Path file, String fileName, int limit) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw UnreadableFile.empty();
        }
        String mediaType = tika.detect(file, fileName);
        Draft draft = draft(file, fileName, mediaType, size, limit);
        if (draft.text().isBlank() || draft.blocks().isEmpty()) {
            throw mediaType.equals("application/pdf") ? UnreadableFile.noTextLayer() : UnreadableFile.blank();
        }
        return new ReadOutcome.Read(DocumentReader.read(draft), mediaType);
    }

    private Draft draft(Path file, String fileName, String mediaType, long size, int limit) throws IOException {
        if (mediaType.equals("application/pdf")) {
            return PdfBoxTextExtractor.extract(file, limit);
        }
        if (mediaType.startsWith("image/") || mediaType.startsWith("video/") || mediaType.startsWith("audio/")) {
            if (!mediaType.equals("image/svg+xml")) {
                throw UnreadableFile.image();
            }
        }
        if (ARCHIVES.contains(mediaType)) {
            throw UnreadableFile.archive();
        }
        boolean markup = mediaType.equals("text/html") || isXml(mediaType);
        if (tika.reads(mediaType) && !markup && !mediaType.startsWith("text/")) {
            return tika.extract(file, fileName, mediaType, limit);
        }
        if (size > WIDEST_CHARACTER * limit) {
            throw UnreadableFile.tooLong(limit);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (markup) {
            return markup(TextDecoder.decodeMarkup(bytes), mediaType, limit);
        }
        Optional<String> text = TextDecoder.decode(bytes);
        if (text.isEmpty()) {
            throw UnreadableFile.unknownFormat(mediaType);
        }
        if (text.get().length() > limit) {
            throw UnreadableFile.tooLong(limit);
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown")
                ? Markdown.draft(text.get())
                : PlainText.draft(text.get());
    }

    private static Draft markup(String text, String mediaType, int limit) {
        boolean html = mediaType.equals("text/html") || JsoupTextExtractor.isHtmlRoot(text);
        return html && !mediaType.equals("application/xhtml+xml") && !text.startsWith("<?xml")
                ? JsoupTextExtractor.html(text, limit)
                : JsoupTextExtractor.xml(text, limit);
    }

    private static boolean isXml(String mediaType) {
        return mediaType.equals("application/xml")
                || mediaType.equals("text/xml")
                || mediaType.equals("application/xhtml+xml")
                || mediaType.equals("application/rdf+xml")
                || mediaType.equals("image/svg+xml");
    }
}
