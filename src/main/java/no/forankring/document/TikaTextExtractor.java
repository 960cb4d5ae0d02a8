package no.forankring.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import no.forankring.document.Passage.Kind;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.microsoft.POIFSContainerDetector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.csv.TextAndCSVParser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.OldExcelParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.xwpf.ml2006.Word2006MLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.FlatOpenDocumentParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.wordperfect.WordPerfectParser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Detects formats and reads word-processor files, spreadsheets, slides and mail by way of Tika.
///
/// Only the parsers listed here exist: none that starts a program, recognizes pictures or unpacks archives. Files
/// within files are not read, save the parts that a mail's own words stand in.
final class TikaTextExtractor {

    private static final int DEEPEST = 2_000;
    private static final long MOST_UNPACKED = 600_000_000L;
    private static final long SUSPICIOUS_ENTRY = 30_000_000L;
    private static final long SUSPICIOUS_RATIO = 150;
    private static final int MOST_ENTRIES = 20_000;
    private static final int MOST_MAIL_PARTS = 50;

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();
    private final Detector detector = new CompositeDetector(
            types.getMediaTypeRegistry(),
            List.of(new DefaultZipContainerDetector(), new POIFSContainerDetector(), types));
    private final CompositeParser parser = new CompositeParser(types.getMediaTypeRegistry(), parsers());

    private static List<Parser> parsers() {
        return List.of(
                new OOXMLParser(),
                new OfficeParser(),
                new OldExcelParser(),
                new OpenDocumentParser(),
                new FlatOpenDocumentParser(),
                new RTFParser(),
                new Word2006MLParser(),
                new WordMLParser(),
                new SpreadsheetMLParser(),
                new RFC822Parser(),
                new EpubParser(),
                new TextAndCSVParser(),
                new JSoupParser(),
                new WordPerfectParser());
    }

    /// The media type by content, with the name as a hint only.
    String detect(Path file, String fileName) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        try (TikaInputStream in = TikaInputStream.get(file, metadata)) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
            return detector.detect(in, metadata).getBaseType().toString();
        }
    }

    boolean reads(String mediaType) {
        MediaType type = MediaType.parse(mediaType);
        var all = parser.getParsers();
        var registry = types.getMediaTypeRegistry();
        while (type != null) {
            if (all.containsKey(type)) {
                return true;
            }
            MediaType above = registry.getSupertype(type);
            // All text is plain text at heart, and that is read elsewhere.
            if (above == null
                    || above.equals(MediaType.TEXT_PLAIN)
                    || above.equals(MediaType.OCTET_STREAM)
                    || above.equals(MediaType.APPLICATION_XML)
                    || above.equals(MediaType.APPLICATION_ZIP)) {
                return false;
            }
            type = above;
        }
        return false;
    }

    Draft extract(Path file, String fileName, String mediaType, int limit) throws IOException {
        checkZip(file);
        boolean mail = mediaType.equals("message/rfc822") || mediaType.equals("application/vnd.ms-outlook");
        var builder = new StructureBuilder(limit);
        boolean slides = mediaType.contains("presentation") || mediaType.contains("powerpoint");
        var events = new MarkupEvents(builder, true, slides);
        Optional<List<Optional<CellColor>>> colors = OfficeCellColors.of(file, mediaType);
        var cells = new Events(events, mail, colors.orElse(List.of()));
        Metadata metadata = new Metadata();
        metadata.set(Metadata.CONTENT_TYPE, mediaType);
        var context = new ParseContext();
        var office = new OfficeParserConfig();
        office.setExtractMacros(false);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        office.setIncludeSlideMasterContent(false);
        context.set(OfficeParserConfig.class, office);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
            context.set(Parser.class, parser);
            context.set(EmbeddedDocumentExtractor.class, mail ? new MailParts(parser, context) : new NoParts());
            var guard = new SecureContentHandler(cells, in);
            guard.setMaximumDepth(DEEPEST);
            guard.setMaximumPackageEntryDepth(50);
            try {
                parser.parse(in, guard, metadata, context);
            } catch (SAXException tooDeepOrOurs) {
                guard.throwIfCauseOf(tooDeepOrOurs);
                throw tooDeepOrOurs;
            }
        } catch (TikaException | SAXException | RuntimeException | IOException failed) {
            throw reason(failed);
        } catch (StackOverflowError deep) {
            throw UnreadableFile.tooDeep();
        }
        // Where the cells were counted otherwise, none can be told which color is its own.
        boolean keepsColors = colors.isPresent() && cells.seen == colors.get().size();
        List<Block> blocks = items(
                builder.soFar(),
                keepsColors
                        ? builder.blocks()
                        : builder.blocks().stream()
                                .map(block -> block.with(List.of()))
                                .toList());
        String text = builder.soFar();
        if (mail) {
            blocks = mailLines(text, blocks);
        }
        String title = Optional.ofNullable(metadata.get(mail ? TikaCoreProperties.SUBJECT : TikaCoreProperties.TITLE))
                .or(() -> Optional.ofNullable(metadata.get(TikaCoreProperties.TITLE)))
                .orElse("");
        String language =
                Optional.ofNullable(metadata.get(TikaCoreProperties.LANGUAGE)).orElse("");
        Optional<LocalDate> created = day(metadata.getDate(TikaCoreProperties.CREATED));
        return new Draft(
                text,
                blocks,
                title,
                language,
                mail ? created : Optional.empty(),
                created,
                Math.max(0, events.pages()),
                keepsColors);
    }

    private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable Date date) {
        return date == null
                ? Optional.empty()
                : Optional.of(date.toInstant().atZone(ZoneId.of("Europe/Oslo")).toLocalDate());
    }

    /// Word processors' list items come as paragraphs that begin with a bullet or a number.
    private static List<Block> items(String text, List<Block> blocks) {
        List<Block> result = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block.kind() == Kind.PARAGRAPH || block.kind() == Kind.LIST_ITEM) {
                int bullet = LineStructure.bulletLength(text, block.start(), block.end());
                int level = Math.max(1, block.level());
                if (bullet > 0) {
                    result.add(new Block(Kind.LIST_ITEM, block.start() + bullet, block.end(), level, block.page())
                            .with(block.shadings()));
                    continue;
                }
                if (LineStructure.markerLength(text, block.start(), block.end()) > 0) {
                    result.add(new Block(Kind.LIST_ITEM, block.start(), block.end(), level, block.page())
                            .with(block.shadings()));
                    continue;
                }
            }
            result.add(block);
        }
        return result;
    }

    /// A plain mail is one long paragraph with line breaks: cut it as plain text is cut.
    private static List<Block> mailLines(String text, List<Block> blocks) {
        List<Block> result = new ArrayList<>();
        for (Block block : blocks) {
            if (block.kind() == Kind.PARAGRAPH
                    && text.indexOf('\n', block.start()) >= 0
                    && text.indexOf('\n', block.start()) < block.end()) {
                String part = text.substring(block.start(), block.end());
                for (Block inner : PlainText.draft(part).blocks()) {
                    List<Span> cells = new ArrayList<>();
                    for (Span cell : inner.cells()) {
                        cells.add(new Span(cell.start() + block.start(), cell.end() + block.start()));
                    }
                    result.add(new Block(
                            inner.kind(),
                            inner.start() + block.start(),
                            inner.end() + block.start(),
                            inner.level(),
                            block.page(),
                            cells,
                            inner.columns()));
                }
            } else {
                result.add(block);
            }
        }
        return result;
    }

    /// Refuses zip-based files that unpack to more than any document holds, before anything unpacks them.
    private static void checkZip(Path file) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            if (in.readNBytes(head, 0, 4) < 4 || head[0] != 'P' || head[1] != 'K') {
                return;
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long unpacked = 0;
            int entries = 0;
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                long size = Math.max(0, entry.getSize());
                long packed = Math.max(1, entry.getCompressedSize());
                unpacked += size;
                if (unpacked > MOST_UNPACKED
                        || ++entries > MOST_ENTRIES
                        || (size > SUSPICIOUS_ENTRY && size / packed > SUSPICIOUS_RATIO)) {
                    throw UnreadableFile.bomb();
                }
            }
        } catch (ZipException broken) {
            throw UnreadableFile.damaged();
        }
    }

    private static UnreadableFile reason(Throwable failed) {
        int depth = 0;
        for (Throwable cause = failed; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof UnreadableFile known) {
                return known;
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return UnreadableFile.encrypted();
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("levels of XML element nesting") || message.contains("has a depth of")) {
                return UnreadableFile.tooDeep();
            }
            if (message.contains("Zip bomb") || message.contains("zip bomb")) {
                return UnreadableFile.bomb();
            }
        }
        return UnreadableFile.damaged();
    }

    /// Hands the SAX events on. A mail's own headers are metadata, not text.
    private static final class Events extends DefaultHandler {
        private final MarkupEvents events;
        private final boolean mail;
        private final List<Optional<CellColor>> colors;
        private final Deque<String> classes = new ArrayDeque<>();
        private int dropped;
        /// How many cells have begun.
        private int seen;

        /// @param colors of the cells in the order in which they begin
        Events(MarkupEvents events, boolean mail, List<Optional<CellColor>> colors) {
            this.events = events;
            this.mail = mail;
            this.colors = colors;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes) {
            String name = localName.isEmpty() ? qName : localName;
            String styleClass =
                    Optional.ofNullable(attributes.getValue("class")).orElse("");
            classes.push(styleClass);
            Optional<CellColor> color = Optional.empty();
            if (name.equals("td") || name.equals("th")) {
                color = seen < colors.size() ? colors.get(seen) : Optional.empty();
                seen++;
            }
            if (dropped > 0
                    || MarkupEvents.DROPPED.contains(name)
                    || (mail && name.equals("dl"))
                    || styleClass.equals("embedded") && name.equals("div")) {
                dropped++;
                return;
            }
            events.start(
                    name,
                    styleClass,
                    MarkupEvents.number(
                            Optional.ofNullable(attributes.getValue("colspan")).orElse("")),
                    MarkupEvents.number(
                            Optional.ofNullable(attributes.getValue("rowspan")).orElse("")),
                    color);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            String styleClass = classes.isEmpty() ? "" : classes.pop();
            if (dropped > 0) {
                dropped--;
                return;
            }
            events.end(localName.isEmpty() ? qName : localName, styleClass);
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            if (dropped == 0) {
                events.text(java.nio.CharBuffer.wrap(characters, start, length));
            }
        }
    }

    private static final class NoParts implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {}
    }

    /// Reads the parts of a mail that are its own text, not what is attached.
    private static final class MailParts implements EmbeddedDocumentExtractor {
        private final Parser parser;
        private final ParseContext context;
        private int parts;

        MailParts(Parser parser, ParseContext context) {
            this.parser = parser;
            this.context = context;
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            String type =
                    Optional.ofNullable(metadata.get(Metadata.CONTENT_TYPE)).orElse("");
            boolean attached = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY) != null
                    || "ATTACHMENT".equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
                    || metadata.get(Message.MESSAGE_RAW_HEADER_PREFIX + "Content-Disposition") != null;
            return !attached && type.startsWith("text/") && parts++ < MOST_MAIL_PARTS;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
                throws SAXException, IOException {
            try (TikaInputStream in = TikaInputStream.get(stream)) {
                parser.parse(
                        in,
                        new org.apache.tika.sax.EmbeddedContentHandler(
                                new org.apache.tika.sax.BodyContentHandler(handler)),
                        metadata,
                        context);
            } catch (TikaException unreadablePart) {
                throw new SAXException(unreadablePart);
            }
        }
    }
}
