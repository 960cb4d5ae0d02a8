package no.forankring.document;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads PDF files page by page into lines with their type size, weight and place, and finds in these what a PDF does
/// not say: headings, paragraphs, list items, page headers and footers.
///
/// A heading is a line set larger than running text, a bold line of its own, or a line that the bookmarks name.
/// Page headers and footers that stand on most pages are kept once, at the top of the text, and are no passages.
final class PdfBoxTextExtractor {

    private static final int TAIL = 32_768;
    private static final int DEEPEST_BOOKMARK = 6;
    private static final int MOST_BOOKMARKS = 5_000;
    private static final int LONGEST_HEADING = 200;

    private PdfBoxTextExtractor() {}

    static Draft extract(Path file, int limit) throws IOException {
        checkEnd(file);
        try (PDDocument document =
                Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw UnreadableFile.damaged();
            }
            var pages = new Pages(limit);
            pages.writeText(document, Writer.nullWriter());
            addFormFields(document, pages);
            return draft(document, pages, limit);
        } catch (InvalidPasswordException locked) {
            throw UnreadableFile.encrypted();
        } catch (StackOverflowError deep) {
            throw UnreadableFile.tooDeep();
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof UnreadableFile known) {
                throw known;
            }
            throw UnreadableFile.damaged();
        }
    }

    /// A PDF ends with `%%EOF`. Without it the end is missing, and PDFBox would mend it by leaving pages out.
    private static void checkEnd(Path file) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - TAIL);
            byte[] tail = new byte[(int) (in.length() - start)];
            in.seek(start);
            in.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw UnreadableFile.truncated();
            }
        }
    }

    private static Draft draft(PDDocument document, Pages pages, int limit) {
        List<Raw> raw = pages.lines;
        Map<Integer, Integer> sizes = new HashMap<>();
        for (Raw line : raw) {
            sizes.merge(line.size, line.text.length(), Integer::sum);
        }
        int body = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        long boldLetters = 0;
        long letters = 0;
        for (Raw line : raw) {
            letters += line.text.length();
            boldLetters += line.bold ? line.text.length() : 0;
        }
        boolean boldIsRare = boldLetters * 4 < letters;
        Set<Raw> furniture = furniture(raw, document.getNumberOfPages());
        Map<String, Integer> bookmarks = bookmarks(document);
        Map<Integer, Integer> levels = levels(raw, furniture, body);
        int boldLevel =
                Math.min(6, levels.values().stream().mapToInt(i -> i).max().orElse(0) + 1);

        var text = new StringBuilder();
        List<Line> lines = new ArrayList<>();
        List<Shading> shadings = new ArrayList<>();
        Set<String> once = new HashSet<>();
        for (Raw line : raw) {
            if (furniture.contains(line) && once.add(shape(line.text)) && !isNumber(line.text)) {
                lines.add(new Line(text.length(), text.length() + line.text.length(), 3, line.page, 0, 0, true));
                text.append(line.text).append('\n');
            }
        }
        Raw before = null;
        float pitch = 0;
        for (Raw line : raw) {
            if (furniture.contains(line)) {
                continue;
            }
            int heading = 0;
            boolean short_ = line.text.length() <= LONGEST_HEADING && hasLetter(line.text) && !endsSentence(line.text);
            Integer named = bookmarks.get(key(line.text));
            if (short_ && line.size > body && levels.containsKey(line.size)) {
                heading = levels.get(line.size);
            } else if (named != null && short_) {
                heading = named;
            } else if (short_
                    && line.bold
                    && boldIsRare
                    && line.size >= body
                    && line.text.length() <= 120
                    && !line.text.endsWith(":")
                    && line.text.indexOf('\t') < 0) {
                heading = boldLevel;
            }
            if (heading > 0 && LineStructure.bulletLength(line.text, 0, line.text.length()) > 0) {
                heading = 0;
            }
            int blanks = 3;
            if (before != null) {
                if (before.page != line.page) {
                    blanks = 1;
                } else {
                    float gap = line.y - before.y;
                    float usual = Math.max(line.size, before.size) / 10f * 1.2f;
                    if (gap > 0 && gap < usual * 2 && before.size == line.size) {
                        pitch = pitch == 0
                                ? gap
                                : Math.min(pitch * 1.02f, Math.max(usual * 0.8f, pitch * 0.8f + gap * 0.2f));
                    }
                    float expected = pitch > 0 ? Math.max(pitch, usual * 0.9f) : usual * 1.25f;
                    blanks = gap < -2 ? 2 : gap > expected * 2.2f ? 3 : gap > expected * 1.3f ? 2 : 0;
                }
                text.append(blanks == 0 || before.page != line.page ? "\n" : "\n\n");
            }
            int style = (line.size << 1) + (line.bold ? 1 : 0);
            // Bold words within a paragraph may fill a line; only in headings is weight a difference.
            int joinStyle = heading > 0 ? style : line.size << 1;
            lines.add(new Line(
                    text.length(), text.length() + line.text.length(), blanks, line.page, heading, joinStyle, false));
            for (Shading shading : line.shadings) {
                shadings.add(new Shading(
                        new Span(
                                text.length() + shading.span().start(),
                                text.length() + shading.span().end()),
                        shading.color()));
            }
            text.append(line.text);
            before = line;
            if (text.length() > limit) {
                throw UnreadableFile.tooLong(limit);
            }
        }
        String whole = text.toString();
        var information = document.getDocumentInformation();
        return new Draft(
                whole,
                shaded(LineStructure.blocks(whole, lines), shadings),
                Optional.ofNullable(information.getTitle()).orElse(""),
                Optional.ofNullable(document.getDocumentCatalog().getLanguage()).orElse(""),
                Optional.empty(),
                created(document),
                document.getNumberOfPages(),
                pages.areas.isKept());
    }

    /// @param shadings in text order
    private static List<Block> shaded(List<Block> blocks, List<Shading> shadings) {
        List<Block> result = new ArrayList<>(blocks.size());
        int from = 0;
        for (Block block : blocks) {
            while (from < shadings.size() && shadings.get(from).span().start() < block.start()) {
                from++;
            }
            int to = from;
            while (to < shadings.size() && shadings.get(to).span().start() <= block.end()) {
                to++;
            }
            result.add(to > from ? block.with(shadings.subList(from, to)) : block);
        }
        return result;
    }

    private static Optional<LocalDate> created(PDDocument document) {
        Calendar date = document.getDocumentInformation().getCreationDate();
        if (date == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    date.get(Calendar.YEAR), date.get(Calendar.MONTH) + 1, date.get(Calendar.DAY_OF_MONTH)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /// Sizes above running text as heading levels, the largest first; a size for many words is no heading's.
    private static Map<Integer, Integer> levels(List<Raw> lines, Set<Raw> furniture, int body) {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (Raw line : lines) {
            if (line.size * 10 >= body * 11
                    && line.size > body + 5
                    && !furniture.contains(line)
                    && line.text.length() <= LONGEST_HEADING
                    && hasLetter(line.text)) {
                sizes.merge(line.size, 1, Integer::sum);
            }
        }
        Map<Integer, Integer> levels = new HashMap<>();
        int level = 0;
        int last = Integer.MAX_VALUE;
        for (int size : sizes.descendingKeySet()) {
            if (last - size > 5 && level < 5) {
                level++;
            }
            last = size;
            levels.put(size, level);
        }
        return levels;
    }

    /// Lines at the top or bottom that stand, but for numbers, on most pages; and lone page numbers there.
    private static Set<Raw> furniture(List<Raw> lines, int pages) {
        Set<Raw> result = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (Raw line : lines) {
            if (line.atEdge) {
                seen.computeIfAbsent(shape(line.text), s -> new HashSet<>()).add(line.page);
            }
        }
        for (Raw line : lines) {
            if (!line.atEdge) {
                continue;
            }
            int on = seen.getOrDefault(shape(line.text), Set.of()).size();
            boolean repeated = on >= 3 && on * 2 >= pages || (pages == 2 && on == 2 && !line.text.endsWith("."));
            if (repeated || isNumber(line.text)) {
                result.add(line);
            }
        }
        return result;
    }

    private static boolean isNumber(String text) {
        String shape = shape(text);
        return shape.equals("#")
                || shape.equals("- # -")
                || shape.equals("side #")
                || shape.equals("side # av #")
                || shape.equals("# av #")
                || shape.equals("#/#")
                || shape.equals("# / #")
                || shape.equals("– # –")
                || shape.equals("page #")
                || shape.equals("page # of #")
                || shape.equals("| #");
    }

    /// Words with every number written as one sign.
    private static String shape(String text) {
        var shape = new StringBuilder(text.length());
        boolean number = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isDigit(c)) {
                if (!number) {
                    shape.append('#');
                }
                number = true;
            } else {
                number = false;
                shape.append(c);
            }
        }
        return shape.toString().strip();
    }

    private static Map<String, Integer> bookmarks(PDDocument document) {
        Map<String, Integer> result = new HashMap<>();
        try {
            PDOutlineNode outline = document.getDocumentCatalog().getDocumentOutline();
            if (outline != null) {
                collect(outline, 1, result);
            }
        } catch (RuntimeException broken) {
            // Bookmarks only help; a document without them is read as well.
            return result;
        }
        return result;
    }

    private static void collect(PDOutlineNode node, int depth, Map<String, Integer> result) {
        Set<Object> seen = new HashSet<>();
        for (PDOutlineItem item = node.getFirstChild(); item != null; item = item.getNextSibling()) {
            if (result.size() > MOST_BOOKMARKS || !seen.add(item.getCOSObject())) {
                return;
            }
            String title = item.getTitle();
            if (title != null && !title.isBlank()) {
                result.putIfAbsent(key(title), depth);
            }
            if (depth < DEEPEST_BOOKMARK) {
                collect(item, depth + 1, result);
            }
        }
    }

    private static String key(String title) {
        var key = new StringBuilder(title.length());
        for (int i = 0; i < title.length(); i++) {
            if (Character.isLetterOrDigit(title.charAt(i))) {
                key.append(title.charAt(i));
            }
        }
        return key.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean hasLetter(String text) {
        return text.chars().anyMatch(Character::isLetter);
    }

    private static boolean endsSentence(String text) {
        char last = text.charAt(text.length() - 1);
        return last == ',' || last == ';' || (last == '.' && text.length() > 60);
    }

    private static void addFormFields(PDDocument document, Pages pages) {
        try {
            PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
            if (form == null) {
                return;
            }
            float y = 0;
            int count = 0;
            for (PDField field : form.getFieldTree()) {
                if (field instanceof PDTerminalField && count++ < 2_000) {
                    String value = field.getValueAsString();
                    String name =
                            Optional.ofNullable(field.getAlternateFieldName()).orElse(field.getPartialName());
                    if (value != null && !value.isBlank() && name != null && value.length() < 20_000) {
                        y += 100;
                        pages.lines.add(new Raw(
                                name + ": " + value.strip().replace('\r', ' ').replace('\n', ' '),
                                document.getNumberOfPages(),
                                100,
                                false,
                                y,
                                false,
                                List.of()));
                    }
                }
            }
        } catch (RuntimeException broken) {
            // The pages are read; fields that cannot be are left out, as a printed page leaves them out.
            return;
        }
    }

    /// A line as it stands on the page.
    ///
    /// @param size of type in tenths of a point
    /// @param y from the top of the page
    /// @param atEdge in the top or bottom part of the page, where headers and footers stand
    /// @param shadings what of it stands on filled rectangles; known when the page has ended
    private record Raw(
            String text, int page, int size, boolean bold, float y, boolean atEdge, List<Shading> shadings) {}

    private static final class Pages extends PDFTextStripper {
        private final int limit;
        private final List<Raw> lines = new ArrayList<>();
        private final Map<PDFont, Boolean> bold = new IdentityHashMap<>();
        private final StringBuilder line = new StringBuilder();
        private final Map<Integer, Integer> sizes = new HashMap<>();
        private int letters;
        private int boldLetters;
        private float y;
        private float lastEnd;
        private boolean separator;
        private long total;
        private final PdfBoxFilledAreas areas = new PdfBoxFilledAreas(this);
        private final PdfBoxCellColors colors = new PdfBoxCellColors(areas);

        Pages(int limit) {
            this.limit = limit;
            setLineSeparator("\n");
        }

        @Override
        protected void startPage(PDPage page) {
            areas.startPage(page);
            colors.startPage();
        }

        @Override
        protected void processTextPosition(TextPosition letter) {
            colors.letter(letter);
            super.processTextPosition(letter);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            if (text.isEmpty() || positions.isEmpty()) {
                return;
            }
            TextPosition first = positions.getFirst();
            if (separator && !line.isEmpty()) {
                float gap = first.getXDirAdj() - lastEnd;
                // So wide a gap parts columns of a table, not words.
                boolean wide = gap > 2.2f * Math.max(6f, first.getFontSizeInPt());
                char last = line.charAt(line.length() - 1);
                if (wide && line.length() > 2) {
                    line.append('\t');
                } else if (last != ' ' && last != '\t') {
                    line.append(' ');
                }
            }
            separator = false;
            if (line.isEmpty()) {
                y = first.getYDirAdj();
            }
            colors.words(line.length(), line.length() + text.length(), first);
            line.append(text);
            total += text.length();
            if (total > limit) {
                throw UnreadableFile.tooLong(limit);
            }
            for (TextPosition position : positions) {
                int size = Math.round(position.getFontSizeInPt() * 10);
                sizes.merge(size, 1, Integer::sum);
                letters++;
                if (isBold(position.getFont())) {
                    boldLetters++;
                }
            }
            TextPosition end = positions.getLast();
            lastEnd = end.getXDirAdj() + end.getWidthDirAdj();
        }

        @Override
        protected void writeWordSeparator() {
            separator = true;
        }

        @Override
        protected void writeLineSeparator() {
            endLine();
        }

        @Override
        protected void writeParagraphSeparator() {
            endLine();
        }

        @Override
        protected void writeParagraphStart() {}

        @Override
        protected void writeParagraphEnd() {}

        @Override
        protected void endPage(PDPage page) {
            endLine();
            colors.endPage();
        }

        private void endLine() {
            String text = line.toString().strip();
            if (!text.isEmpty() && !text.chars().allMatch(c -> StructureBuilder.isSpace((char) c))) {
                int size = sizes.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(0);
                float height = getCurrentPage() == null
                        ? 842
                        : getCurrentPage().getCropBox().getHeight();
                boolean atEdge = y < height * 0.11f || y > height * 0.89f;
                int dropped = line.length() - line.toString().stripLeading().length();
                lines.add(new Raw(
                        text,
                        getCurrentPageNo(),
                        size,
                        boldLetters * 10 >= letters * 9,
                        y,
                        atEdge,
                        colors.endLine(dropped, text.length())));
            } else {
                colors.dropLine();
            }
            line.setLength(0);
            sizes.clear();
            letters = 0;
            boldLetters = 0;
            separator = false;
        }

        private boolean isBold(PDFont font) {
            return bold.computeIfAbsent(font, f -> {
                String name = String.valueOf(f.getName()).toLowerCase(Locale.ROOT);
                if (name.contains("bold")
                        || name.contains("black")
                        || name.contains("heavy")
                        || name.contains("semibd")) {
                    return true;
                }
                PDFontDescriptor descriptor = f.getFontDescriptor();
                return descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600);
            });
        }
    }
}
