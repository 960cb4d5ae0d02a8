package no.forankring.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.document.Passage.Kind;

/// Finds headings, paragraphs and list items in lines that a page has wrapped.
///
/// Two lines are one paragraph when the first ends in the middle of a sentence, or when it is so full that the first
/// word of the second did not fit on it. Blank lines part paragraphs, save where the page is set with a blank line
/// after every line. A short line that ends like no sentence and stands before running text is a heading. One pass
/// and no look-back beyond a few lines.
final class LineStructure {

    private static final int LONGEST_HEADING = 120;
    private static final int MOST_HEADINGS_IN_A_ROW = 3;
    private static final int WINDOW = 8;

    private static final Set<String> NEVER_LAST = Set.of(
            "og", "i", "på", "av", "til", "for", "med", "fra", "frå", "om", "ved", "som", "at", "å", "en", "et", "ei",
            "ein", "eit", "den", "det", "de", "dei", "eller", "samt", "mot", "hos", "mellom", "under", "over", "etter",
            "innen", "innan", "gjennom", "ifølge", "blant", "både", "men", "når", "hvis", "dersom", "har", "er", "vil",
            "skal", "kan", "må", "bør", "ble", "vart", "blir", "sin", "sitt", "sine", "vår", "vårt", "våre", "deres",
            "hver", "hvert", "alle", "andre", "nye", "the", "of", "and", "to", "in", "by", "with", "or", "a", "an");

    private static final List<String> AWAITS_NUMBER =
            List.of("og", "eller", "samt", "jf.", "jf", "jfr.", "nr.", "§", "§§", "kap.", "art.", "etter", "til");

    /// "… etter barnevernlova⏎§ 4-4", "… pbl.⏎§ 11-13"
    private static final Pattern ACT_LAST =
            Pattern.compile("(?:lov(?:en|a)|forskrift(?:en|a)|\\b[a-zæøå]{1,5}l\\.?)$", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Line> lines;
    private final List<Block> blocks = new ArrayList<>();
    /// For every block the number of its lines, to judge headings.
    private final List<Integer> sizes = new ArrayList<>();

    private LineStructure(String text, List<Line> lines) {
        this.text = text;
        this.lines = lines;
    }

    static List<Block> blocks(String text, List<Line> lines) {
        var structure = new LineStructure(text, lines);
        structure.join();
        return structure.withHeadings();
    }

    private void join() {
        boolean[] doubleSpaced = doubleSpaced();
        int i = 0;
        while (i < lines.size()) {
            Line first = lines.get(i);
            if (first.furniture()) {
                i++;
                continue;
            }
            int tabs = tabs(first);
            if (tabs > 0 && markerLength(first) == 0) {
                int end = i;
                while (end < lines.size()
                        && !lines.get(end).furniture()
                        && tabs(lines.get(end)) == tabs
                        && (end == i || lines.get(end).blanksBefore() < 2)) {
                    end++;
                }
                if (end - i >= 2) {
                    addRows(i, end);
                    i = end;
                    continue;
                }
            }
            int last = i;
            while (last + 1 < lines.size() && joins(i, last, last + 1, doubleSpaced[last])) {
                last++;
            }
            add(first, lines.get(last), last - i + 1);
            i = last + 1;
        }
    }

    /// Lines cut by as many tabs are the rows of a table.
    private void addRows(int from, int to) {
        List<String> columns = List.of();
        for (int i = from; i < to; i++) {
            Line line = lines.get(i);
            List<Span> cells = new ArrayList<>();
            boolean figures = false;
            int start = line.start();
            for (int at = line.start(); at <= line.end(); at++) {
                if (at == line.end() || text.charAt(at) == '\t') {
                    int cellStart = start;
                    int cellEnd = at;
                    while (cellStart < cellEnd && text.charAt(cellStart) == ' ') {
                        cellStart++;
                    }
                    while (cellEnd > cellStart && text.charAt(cellEnd - 1) == ' ') {
                        cellEnd--;
                    }
                    cells.add(new Span(cellStart, cellEnd));
                    figures |= cellEnd > cellStart && Character.isDigit(text.charAt(cellStart));
                    start = at + 1;
                }
            }
            blocks.add(new Block(Kind.TABLE_ROW, line.start(), line.end(), 0, line.page(), cells, columns));
            sizes.add(1);
            if (i == from && !figures && to - from > 2) {
                List<String> named = new ArrayList<>();
                for (Span cell : cells) {
                    named.add(CleanText.of(cell.cut(text)).text());
                }
                columns = List.copyOf(named);
            }
        }
    }

    private int tabs(Line line) {
        int tabs = 0;
        for (int i = line.start(); i < line.end(); i++) {
            if (text.charAt(i) == '\t' && i > line.start() && text.charAt(i - 1) != '\t') {
                tabs++;
            } else if (text.charAt(i) == '\t') {
                return 0;
            }
        }
        return tabs;
    }

    private void add(Line first, Line last, int size) {
        int bullet = bulletLength(first);
        int marker = markerLength(first);
        if (bullet > 0 && first.start() + bullet < last.end()) {
            blocks.add(new Block(Kind.LIST_ITEM, first.start() + bullet, last.end(), 1, first.page()));
        } else if (marker > 0) {
            blocks.add(new Block(Kind.LIST_ITEM, first.start(), last.end(), 1, first.page()));
        } else if (first.heading() > 0 && last.end() - first.start() <= 300) {
            blocks.add(new Block(Kind.HEADING, first.start(), last.end(), first.heading(), first.page()));
        } else {
            blocks.add(new Block(Kind.PARAGRAPH, first.start(), last.end(), 0, first.page()));
        }
        sizes.add(size);
    }

    /// Whether the line `next` goes on with the block that began at `first` and now ends with `last`.
    private boolean joins(int first, int last, int next, boolean doubleSpaced) {
        Line a = lines.get(last);
        Line b = lines.get(next);
        if (b.furniture() || a.style() != b.style() || a.heading() != b.heading() || b.blanksBefore() > 2) {
            return false;
        }
        if (b.blanksBefore() == 0 && bulletLength(b) == 0 && beginsWithNumber(b) && awaitsNumber(a)) {
            return true;
        }
        if (bulletLength(b) > 0 || markerLength(b) > 0 || isAddress(a) || isAddress(b) || startsSection(b)) {
            return false;
        }
        char end = text.charAt(a.end() - 1);
        char begin = text.charAt(b.start());
        boolean sentenceOver = end == '.' || end == '!' || end == '?' || end == ':' || end == ';';
        boolean goesOn = Character.isLowerCase(begin) || (end == ',' && b.blanksBefore() == 0) || endsHyphenated(a);
        if (a.heading() > 0) {
            return b.blanksBefore() == 0;
        }
        if (last == first && startsSection(a) && b.blanksBefore() == 0 && !full(last, next)) {
            return false;
        }
        if (b.blanksBefore() == 0) {
            if (Character.isLowerCase(begin) && !(sentenceOver && end != '.')) {
                return true;
            }
            if (goesOn || (!sentenceOver && endsOpen(a))) {
                return true;
            }
            // Where wrapped lines are parted by blank ones, a line without one begins anew.
            return !doubleSpaced && full(last, next);
        }
        if (sentenceOver) {
            return false;
        }
        boolean figure = Character.isDigit(begin) && numberDepth(text, b.start(), b.end()) == 0;
        if (Character.isLowerCase(begin) || figure || endsOpen(a) || endsHyphenated(a)) {
            // A lone short line before a lower-case one may be a label; a wrapped line has some length.
            return a.length() >= 25 || last > first || endsOpen(a);
        }
        return doubleSpaced && b.blanksBefore() == 1 && full(last, next);
    }

    /// Whether the first word of the next line would not have fitted on this one, so that the break is the page's.
    private boolean full(int at, int next) {
        int width = 0;
        for (int i = Math.max(0, at - WINDOW); i < Math.min(lines.size(), next + WINDOW); i++) {
            Line line = lines.get(i);
            if (!line.furniture() && !isAddress(line)) {
                width = Math.max(width, line.length());
            }
        }
        Line b = lines.get(next);
        int word = b.start();
        while (word < b.end() && !StructureBuilder.isSpace(text.charAt(word))) {
            word++;
        }
        int length = lines.get(at).length();
        return width >= 40 && length >= width / 2 && length + 1 + (word - b.start()) > width - 3;
    }

    /// Where wrapped lines are parted by blank lines all over: the page is set with double spacing there.
    private boolean[] doubleSpaced() {
        boolean[] result = new boolean[lines.size()];
        int[] spaced = new int[lines.size() + 1];
        int[] single = new int[lines.size() + 1];
        for (int i = 0; i + 1 < lines.size(); i++) {
            spaced[i + 1] = spaced[i];
            single[i + 1] = single[i];
            Line a = lines.get(i);
            Line b = lines.get(i + 1);
            if (!a.furniture() && !b.furniture() && a.length() > 50 && Character.isLowerCase(text.charAt(b.start()))) {
                if (b.blanksBefore() == 1) {
                    spaced[i + 1]++;
                } else if (b.blanksBefore() == 0) {
                    single[i + 1]++;
                }
            }
        }
        if (!lines.isEmpty()) {
            spaced[lines.size()] = spaced[lines.size() - 1];
            single[lines.size()] = single[lines.size() - 1];
        }
        for (int i = 0; i < lines.size(); i++) {
            int from = Math.max(0, i - 3 * WINDOW);
            int to = Math.min(lines.size(), i + 3 * WINDOW);
            result[i] = spaced[to] - spaced[from] > single[to] - single[from];
        }
        return result;
    }

    private boolean endsOpen(Line line) {
        int end = line.end();
        char last = text.charAt(end - 1);
        if (last == ',' || last == '(' || last == '–' || last == '/' || last == '«') {
            return true;
        }
        int start = end;
        while (start > line.start() && Character.isLetter(text.charAt(start - 1)) && end - start < 12) {
            start--;
        }
        return start < end
                && start > line.start()
                && NEVER_LAST.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private boolean endsHyphenated(Line line) {
        char last = text.charAt(line.end() - 1);
        return (last == '-' || last == '\u00ad' || last == '\u2010')
                && line.length() > 2
                && Character.isLetterOrDigit(text.charAt(line.end() - 2));
    }

    private boolean isAddress(Line line) {
        if (text.startsWith("http", line.start())
                || text.startsWith("www.", line.start())
                || text.startsWith("mailto:", line.start())) {
            for (int i = line.start(); i < line.end(); i++) {
                if (text.charAt(i) == ' ') {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    // Marks at the beginning of a line

    /// The length of a bullet and the space after it; 0 when the line begins with none.
    private int bulletLength(Line line) {
        return bulletLength(text, line.start(), line.end());
    }

    static int bulletLength(String text, int start, int end) {
        char c = text.charAt(start);
        boolean glyph = c == '•'
                || c == '▪'
                || c == '●'
                || c == '○'
                || c == '◦'
                || c == '‣'
                || c == '·'
                || c == '■'
                || c == '□'
                || c == '➢'
                || c == '✓'
                || c == '➤'
                || c == '►'
                || (c >= '\ue000' && c <= '\uf8ff');
        boolean dash = c == '-' || c == '–' || c == '*' || c == 'o' || c == '+';
        if (!glyph && !dash) {
            return 0;
        }
        int at = start + 1;
        while (at < end && StructureBuilder.isSpace(text.charAt(at))) {
            at++;
        }
        if (at == start + 1 && (dash || at == end)) {
            return 0;
        }
        return at < end ? at - start : 0;
    }

    /// The length of `1.`, `2)`, `a)`, `iv)`, `(3)` or `1.1)` before a space; 0 when the line begins with none.
    private int markerLength(Line line) {
        return markerLength(text, line.start(), line.end());
    }

    static int markerLength(String text, int start, int end) {
        int at = start;
        boolean bracket = at < end && text.charAt(at) == '(';
        if (bracket) {
            at++;
        }
        int digits = at;
        while (at < end && at - digits < 3 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        boolean number = at > digits;
        if (!number) {
            int letters = at;
            while (at < end && at - letters < 4 && isRomanOrLetter(text.charAt(at), at - letters)) {
                at++;
            }
            if (at == letters) {
                return 0;
            }
        }
        if (at >= end) {
            return 0;
        }
        char close = text.charAt(at);
        boolean closes = close == ')' || (close == '.' && number && !bracket);
        if (!closes || at + 1 >= end || !StructureBuilder.isSpace(text.charAt(at + 1))) {
            return 0;
        }
        // "1. januar" begins a sentence that goes on, not a list.
        int word = at + 2;
        if (close == '.' && word < end && Character.isLowerCase(text.charAt(word)) && isMonth(text, word)) {
            return 0;
        }
        return at + 1 - start;
    }

    private static boolean isRomanOrLetter(char c, int place) {
        return place == 0 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : c == 'i' || c == 'v' || c == 'x';
    }

    private static boolean isMonth(String text, int at) {
        for (String month : Months.NAMES) {
            if (text.startsWith(month, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsWithNumber(Line line) {
        char first = text.charAt(line.start());
        // "Â§" is a § sign that was decoded as Latin-1.
        return first == '§' || first == '\u00C2' || Character.isDigit(first);
    }

    /// "… jf.⏎§ 28 e", "§§ 13 og⏎14", "nr.⏎3": the number that begins the next line is no mark of a list.
    private boolean awaitsNumber(Line line) {
        String words = text.substring(Math.max(line.start(), line.end() - 8), line.end());
        if (ACT_LAST.matcher(text.substring(Math.max(line.start(), line.end() - 14), line.end()))
                .find()) {
            return true;
        }
        for (String last : AWAITS_NUMBER) {
            int before = words.length() - last.length() - 1;
            if (words.endsWith(last) && (before < 0 || !Character.isLetterOrDigit(words.charAt(before)))) {
                return line.length() > last.length();
            }
        }
        return false;
    }

    /// `§ 4.`, `Kapittel 2`, `Artikkel 3`: a line that begins a section of its own.
    private boolean startsSection(Line line) {
        return sectionDepth(text, line.start(), line.end()) > 0 && line.length() <= LONGEST_HEADING;
    }

    private static int sectionDepth(String text, int start, int end) {
        if (end - start > 3 && text.charAt(start) == '§' && isDigitAfterSpaces(text, start + 1, end)) {
            // "§ 4 om krav" goes on with a sentence; "§ 4. Virkeområde" and "§ 4-1 Ansvar" are headings.
            int at = start + 1;
            while (at < end && StructureBuilder.isSpace(text.charAt(at))) {
                at++;
            }
            while (at < end && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
                at++;
            }
            if (at < end && text.charAt(at) == '.') {
                at++;
            }
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            return at >= end || Character.isUpperCase(text.charAt(at)) || text.charAt(at) == '(' ? 3 : 0;
        }
        for (String word :
                new String[] {"Kapittel ", "KAPITTEL ", "Kap. ", "Artikkel ", "Del ", "Vedlegg ", "Chapter "}) {
            if (text.startsWith(word, start)) {
                int at = start + word.length();
                if (at < end && (Character.isDigit(text.charAt(at)) || "IVX".indexOf(text.charAt(at)) >= 0)) {
                    return word.equals("Artikkel ") ? 2 : 1;
                }
            }
        }
        return 0;
    }

    private static boolean isDigitAfterSpaces(String text, int at, int end) {
        int i = at;
        while (i < end && StructureBuilder.isSpace(text.charAt(i))) {
            i++;
        }
        return i < end && Character.isDigit(text.charAt(i));
    }

    /// How many numbers `3.1.2 Title` begins with; 0 when the line is not numbered like a heading.
    private static int numberDepth(String text, int start, int end) {
        int at = start;
        int depth = 0;
        while (at < end) {
            int digits = at;
            while (at < end && at - digits < 3 && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at == digits) {
                break;
            }
            depth++;
            if (at < end && text.charAt(at) == '.') {
                at++;
            } else {
                break;
            }
        }
        if (depth == 0 || at >= end || !StructureBuilder.isSpace(text.charAt(at))) {
            return 0;
        }
        while (at < end && StructureBuilder.isSpace(text.charAt(at))) {
            at++;
        }
        return at < end && Character.isUpperCase(text.charAt(at)) ? depth : 0;
    }

    // Headings

    private List<Block> withHeadings() {
        int count = blocks.size();
        boolean typeset = false;
        for (Block block : blocks) {
            typeset |= block.kind() == Kind.HEADING;
        }
        boolean[] heading = new boolean[count];
        boolean capitals = false;
        for (int i = 0; i < count; i++) {
            heading[i] = looksLikeHeading(i) && !(typeset && !numberedOrSection(i));
            capitals |= heading[i] && isCapitals(blocks.get(i));
        }
        // A run of short lines is a list or a flattened table, not a run of headings.
        int run = 0;
        for (int i = 0; i <= count; i++) {
            boolean plain = i < count && heading[i] && !numberedOrSection(i);
            if (plain) {
                run++;
                continue;
            }
            boolean beforeText = i < count && isRunningText(i);
            if (run > MOST_HEADINGS_IN_A_ROW) {
                for (int at = i - run; at < i; at++) {
                    heading[at] = at == i - 1 && beforeText && !typeset;
                }
            } else if (run > 0
                    && (i == count
                            || (!beforeText
                                    && blocks.get(i).kind() == Kind.PARAGRAPH
                                    && !heading[i]
                                    && !text.regionMatches(blocks.get(i).end() - 1, ":", 0, 1)))) {
                heading[i - 1] = run > 1 ? false : i < count && sizes.get(i) > 1;
            }
            run = 0;
        }
        List<Block> result = new ArrayList<>(count);
        // Two headings at the very top are the title and the first section.
        boolean titled = count > 2 && heading[0] && heading[1] && !numberedOrSection(0);
        int inRow = 0;
        int deepestTypeset = 0;
        for (int i = 0; i < count; i++) {
            Block block = blocks.get(i);
            if (block.kind() == Kind.HEADING) {
                deepestTypeset = block.level();
            }
            if (!heading[i]) {
                inRow = 0;
                result.add(block);
                continue;
            }
            int numbers = numberDepth(text, block.start(), block.end());
            int section = sectionDepth(text, block.start(), block.end());
            int base = typeset ? deepestTypeset : capitals || (titled && i > 0) ? 1 : 0;
            int level;
            if (isCapitals(block) && numbers == 0) {
                level = 1;
            } else if (numbers > 0) {
                level = (typeset ? 0 : base) + numbers;
            } else if (section > 0) {
                level = base + section;
            } else {
                level = base + 1 + inRow;
                inRow = titled && i == 0 ? 0 : inRow + 1;
            }
            result.add(new Block(Kind.HEADING, block.start(), block.end(), Math.clamp(level, 1, 6), block.page()));
        }
        return result;
    }

    private boolean numberedOrSection(int i) {
        Block block = blocks.get(i);
        return sectionDepth(text, block.start(), block.end()) > 0 || numberDepth(text, block.start(), block.end()) > 0;
    }

    private boolean isRunningText(int i) {
        Block block = blocks.get(i);
        return block.kind() == Kind.LIST_ITEM
                || block.kind() == Kind.TABLE_ROW
                || sizes.get(i) > 1
                || block.end() - block.start() > 60
                || ".:;!?".indexOf(text.charAt(block.end() - 1)) >= 0;
    }

    private boolean looksLikeHeading(int i) {
        Block block = blocks.get(i);
        int length = block.end() - block.start();
        if (length > LONGEST_HEADING || length < 3 || i + 1 >= blocks.size() || sizes.get(i) > 2) {
            return false;
        }
        if (block.kind() == Kind.HEADING || block.kind() == Kind.TABLE_ROW) {
            return false;
        }
        Block next = blocks.get(i + 1);
        if (block.kind() == Kind.LIST_ITEM) {
            // "1. Styringsgruppe" before running text is a heading, before "2. …" an item.
            boolean numbered = numberDepth(text, block.start(), block.end()) > 0;
            if (!numbered
                    || next.kind() == Kind.LIST_ITEM && numberDepth(text, next.start(), next.end()) > 0
                    || length > 80
                    || (i > 0
                            && blocks.get(i - 1).kind() == Kind.LIST_ITEM
                            && numberDepth(
                                            text,
                                            blocks.get(i - 1).start(),
                                            blocks.get(i - 1).end())
                                    > 0)) {
                return false;
            }
        }
        char first = text.charAt(block.start());
        char last = text.charAt(block.end() - 1);
        boolean begins = Character.isUpperCase(first)
                || Character.isDigit(first)
                || first == '§'
                || first == '«'
                || first == '“'
                || first == '"';
        if (!begins || last == ',' || last == ';' || last == ':' || last == '!') {
            return false;
        }
        boolean section = sectionDepth(text, block.start(), block.end()) > 0;
        if (last == '.' && !section) {
            return false;
        }
        int words = 1;
        int letters = 0;
        for (int at = block.start(); at < block.end(); at++) {
            char c = text.charAt(at);
            if (c == '@' || c == '\t' || c == '=' || (c == '.' && at + 1 < block.end() && text.charAt(at + 1) == '.')) {
                return false;
            }
            if (c == ':' && length > 50 && !section) {
                return false;
            }
            if (c == ' ') {
                words++;
            } else if (Character.isLetter(c)) {
                letters++;
            }
        }
        if (words > 16 || letters * 2 < length) {
            return section && words <= 16;
        }
        return !text.startsWith("Fig", block.start())
                && !text.startsWith("Tabell ", block.start())
                && !text.startsWith("http", block.start());
    }

    private boolean isCapitals(Block block) {
        int upper = 0;
        for (int at = block.start(); at < block.end(); at++) {
            char c = text.charAt(at);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isUpperCase(c)) {
                upper++;
            }
        }
        return upper >= 4;
    }
}
