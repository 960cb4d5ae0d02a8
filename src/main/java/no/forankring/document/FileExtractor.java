package no.forankring.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one file of whatever format: looks at the bytes, then asks the extractor that knows them.
///
/// Plain text needs no library and is read where it is asked for; all else is read in a parse process.
final class FileExtractor {

    private static final Set<String> TEXT_ENDINGS = Set.of("txt", "text", "md", "markdown");
    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-gzip",
            "application/x-bzip2",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-xz",
            "application/zlib",
            "application/x-gtar",
            "application/java-archive",
            "application/x-bzip",
            "application/x-compress",
            "application/x-archive",
            "application/x-cpio",
            "application/zstd",
            "application/x-lzma",
            "application/vnd.ms-cab-compressed",
            "application/x-tika-java-enterprise-archive",
            "application/x-iso9660-image",
            "application/x-lz4");

    private @Nullable TikaTextExtractor tika;

    /// Reads a plain-text file without any library; empty when it is none by name or by content.
    ///
    /// @throws UnreadableFile when it is one, but cannot be taken in
    static Optional<ReadOutcome.Read> readText(Path file, String fileName, int limit) throws IOException {
        String ending = ending(fileName);
        if (!TEXT_ENDINGS.contains(ending)) {
            return Optional.empty();
        }
        byte[] head = head(file);
        if (hasOtherSignature(head)) {
            return Optional.empty();
        }
        return text(file, ending, limit);
    }

    static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.length() > 12 ? "" : ending;
    }

    private static Optional<ReadOutcome.Read> text(Path file, String ending, int limit) throws IOException {
        if (Files.size(file) > 4L * limit) {
            throw UnreadableFile.tooLong(limit);
        }
        Optional<String> decoded = TextDecoder.decode(Files.readAllBytes(file));
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        String text = decoded.get();
        if (text.length() > limit) {
            throw UnreadableFile.tooLong(limit);
        }
        boolean markdown = ending.equals("md") || ending.equals("markdown");
        Draft draft = markdown ? Markdown.draft(text) : PlainText.draft(text);
        return Optional.of(finish(draft, markdown ? "text/markdown" : "text/plain"));
    }

    /// Reads any file. The caller stands in a parse process.
    ReadOutcome.Read read(Path file, String fileName, int limit) throws IOException {
        byte[] head = head(file);
        // The commonest cases are told by their first bytes, without asking every detector.
        if (startsWithin(head, "%PDF-", 1024)) {
            return finish(PdfBoxTextExtractor.extract(file, limit), "application/pdf");
        }
        if (beginsAsHtml(head)) {
            return markup(file, "text/html", limit);
        }
        TikaTextExtractor extractor = tika;
        if (extractor == null) {
            extractor = new TikaTextExtractor();
            tika = extractor;
        }
        String ending = ending(fileName);
        String type = extractor.detect(file, fileName);
        if (type.equals("text/html") || type.equals("application/xhtml+xml") || (isMarkup(head) && isHtml(ending))) {
            return markup(file, type.startsWith("application/") ? type : "text/html", limit);
        }
        if (extractor.reads(type) && !type.equals("text/plain")) {
            return finish(extractor.extract(file, fileName, type, limit), type);
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return markup(file, type, limit);
        }
        if (type.startsWith("image/")) {
            throw UnreadableFile.image();
        }
        if (type.contains("protected")) {
            throw UnreadableFile.encrypted();
        }
        if (ARCHIVES.contains(type)) {
            throw isDocumentName(ending) ? UnreadableFile.damaged() : UnreadableFile.archive();
        }
        if (type.startsWith("text/") || type.equals("application/octet-stream") || isTextual(type)) {
            Optional<ReadOutcome.Read> text = text(file, ending, limit);
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw UnreadableFile.unknownFormat(type);
    }

    private static ReadOutcome.Read markup(Path file, String type, int limit) throws IOException {
        if (Files.size(file) > 8L * limit) {
            throw UnreadableFile.tooLong(limit);
        }
        String markup = TextDecoder.decodeMarkup(Files.readAllBytes(file));
        if (JsoupTextExtractor.isHtmlRoot(markup)) {
            // XHTML may close any element by itself, <p/>, which HTML reads as an opening tag.
            boolean xhtml = JsoupTextExtractor.closesByItself(markup);
            return finish(
                    xhtml ? JsoupTextExtractor.xml(markup, limit) : JsoupTextExtractor.html(markup, limit),
                    xhtml ? "application/xhtml+xml" : "text/html");
        }
        return finish(
                type.equals("text/html")
                        ? JsoupTextExtractor.html(markup, limit)
                        : JsoupTextExtractor.xml(markup, limit),
                type);
    }

    private static ReadOutcome.Read finish(Draft draft, String mediaType) {
        DocumentText text = DocumentReader.readFile(draft);
        if (text.passages().isEmpty()) {
            throw mediaType.equals("application/pdf") ? UnreadableFile.noTextLayer() : UnreadableFile.blank();
        }
        return new ReadOutcome.Read(text, mediaType);
    }

    private static boolean isTextual(String type) {
        return type.endsWith("json")
                || type.endsWith("javascript")
                || type.endsWith("x-sh")
                || type.endsWith("yaml")
                || type.endsWith("sql")
                || type.endsWith("x-tex")
                || type.endsWith("mbox");
    }

    private static boolean isHtml(String ending) {
        return ending.equals("html") || ending.equals("htm") || ending.equals("xhtml");
    }

    private static boolean isDocumentName(String ending) {
        return Set.of("docx", "docm", "xlsx", "pptx", "odt", "ods", "odp", "epub")
                .contains(ending);
    }

    private static boolean isMarkup(byte[] head) {
        for (byte b : head) {
            if (b > ' ') {
                return b == '<';
            }
        }
        return false;
    }

    private static boolean beginsAsHtml(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return start.regionMatches(true, 0, "<!doctype html", 0, 14) || start.regionMatches(true, 0, "<html", 0, 5);
    }

    private static boolean hasOtherSignature(byte[] head) {
        return startsWithin(head, "%PDF-", 64)
                || starts(head, "PK\u0003\u0004")
                || starts(head, "{\\rtf")
                || starts(head, "\u00d0\u00cf\u0011\u00e0")
                || starts(head, "\u0089PNG")
                || starts(head, "\u00ff\u00d8\u00ff")
                || starts(head, "GIF8")
                || starts(head, "\u001f\u008b")
                || starts(head, "BZh")
                || starts(head, "7z\u00bc\u00af")
                || starts(head, "Rar!");
    }

    private static boolean starts(byte[] head, String signature) {
        return startsAt(head, 0, signature);
    }

    private static boolean startsWithin(byte[] head, String signature, int most) {
        for (int at = 0; at < Math.min(most, head.length); at++) {
            if (startsAt(head, at, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsAt(byte[] head, int at, String signature) {
        if (at + signature.length() > head.length) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if ((head[at + i] & 0xFF) != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(1100);
        }
    }
}
