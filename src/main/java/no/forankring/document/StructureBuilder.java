package no.forankring.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.forankring.document.Passage.Kind;
import org.jspecify.annotations.Nullable;

/// Builds text and blocks from a stream of marked-up text: headings, paragraphs, lists and tables, however deep.
///
/// White space is folded to one space, as a reader of the rendered text sees it; other characters stay. Blocks are
/// parted by line breaks, the cells of a row by tabs. A table that only serves layout (tables or headings within its
/// cells, one cell a row, or cells as long as pages) leaves its blocks as they are.
final class StructureBuilder {

    private static final int LONGEST_CELL = 6_000;
    private static final int LONGEST_COLUMN_HEADING = 80;
    private static final int MOST_COLUMNS = 400;

    private final int limit;
    private final StringBuilder text = new StringBuilder(4096);
    private final List<Block> blocks = new ArrayList<>();
    private int page;

    private int blockStart = -1;
    private Kind kind = Kind.PARAGRAPH;
    private int level;
    private boolean space;
    private int listDepth;
    private int pendingItem;
    private String pendingPrefix = "";
    private int mute;
    private @Nullable Table table;
    private boolean cellOpen;

    StructureBuilder(int limit) {
        this.limit = limit;
    }

    void page(int number) {
        close();
        page = number;
    }

    /// Begins a block of this kind; text before any block begins a paragraph by itself.
    void open(Kind kind, int level) {
        close();
        this.kind = kind;
        this.level = level;
        Table inside = table;
        if (kind == Kind.HEADING && inside != null) {
            inside.layout = true;
        }
    }

    void close() {
        if (blockStart >= 0) {
            int end = text.length();
            while (end > blockStart && isSpace(text.charAt(end - 1))) {
                end--;
            }
            int start = blockStart;
            while (start < end && isSpace(text.charAt(start))) {
                start++;
            }
            if (start == end) {
                text.setLength(blockStart);
            } else {
                text.setLength(end);
                if (mute == 0) {
                    blocks.add(new Block(kind, start, end, level, page));
                }
            }
            blockStart = -1;
        }
        kind = Kind.PARAGRAPH;
        level = 0;
        space = false;
    }

    void text(CharSequence more, boolean keepLineBreaks) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (c == '\n' && keepLineBreaks) {
                lineBreak();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u000b') {
                space = true;
            } else {
                append(c);
            }
        }
    }

    private void append(char c) {
        if (blockStart < 0) {
            begin();
        } else if (space && text.length() > blockStart && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
        space = false;
        text.append(c);
        if (text.length() > limit) {
            throw UnreadableFile.tooLong(limit);
        }
    }

    private void begin() {
        if (text.length() > 0) {
            char last = text.charAt(text.length() - 1);
            if (last != '\n' && last != '\t') {
                text.append('\n');
            }
        }
        blockStart = text.length();
        space = false;
        if (pendingItem > 0 && kind == Kind.PARAGRAPH) {
            kind = Kind.LIST_ITEM;
            level = pendingItem;
            if (!pendingPrefix.isEmpty()) {
                text.append(pendingPrefix).append(' ');
            }
        }
        pendingItem = 0;
        pendingPrefix = "";
    }

    void lineBreak() {
        if (blockStart >= 0 && text.length() > blockStart) {
            text.append('\n');
        }
        space = false;
    }

    void startList() {
        close();
        listDepth++;
    }

    void endList() {
        close();
        listDepth = Math.max(0, listDepth - 1);
        pendingItem = 0;
    }

    void startItem() {
        close();
        pendingItem = Math.max(1, listDepth);
        pendingPrefix = "";
    }

    /// What the item just begun is called, as `a)`: becomes the first of its words when more follow.
    void itemPrefix(String prefix) {
        pendingPrefix = prefix;
    }

    void endItem() {
        close();
        pendingItem = 0;
    }

    /// Words from here to the matching [#unmute] are text but no passage: headers and footers of pages.
    void mute() {
        close();
        mute++;
    }

    void unmute() {
        close();
        mute--;
    }

    // Tables

    void startTable() {
        close();
        Table outer = table;
        if (outer != null) {
            outer.layout = true;
        }
        table = new Table(outer, listDepth);
        listDepth = 0;
        pendingItem = 0;
        cellOpen = false;
    }

    /// The first row of the table just begun is a row like the others, and names no columns.
    void firstRowIsPlain() {
        if (table != null) {
            table.rows = 1;
        }
    }

    void endTable() {
        close();
        Table ended = table;
        if (ended != null) {
            endRow();
            listDepth = ended.listDepth;
            table = ended.outer;
            cellOpen = table != null;
        }
    }

    void startHead() {
        if (table != null) {
            table.head = true;
        }
    }

    void endHead() {
        if (table != null) {
            table.head = false;
        }
    }

    void startRow() {
        close();
        Table current = table;
        if (current == null) {
            return;
        }
        endRow();
        current.rowOpen = true;
        current.layout = false;
        current.rowBlocks = blocks.size();
        current.cells.clear();
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        current.rowStart = text.length();
    }

    void startCell(boolean heading, int columnSpan, int rowSpan) {
        startCell(heading, columnSpan, rowSpan, Optional.empty());
    }

    /// @param color that the cell is filled with
    void startCell(boolean heading, int columnSpan, int rowSpan, Optional<CellColor> color) {
        close();
        Table current = table;
        if (current == null || !current.rowOpen) {
            return;
        }
        endCell();
        if (!current.cells.isEmpty()) {
            text.append('\t');
        }
        current.cellStart = text.length();
        current.cellHeading = heading;
        current.columnSpan = Math.clamp(columnSpan, 1, MOST_COLUMNS);
        current.rowSpan = Math.clamp(rowSpan, 1, 10_000);
        current.color = color;
        cellOpen = true;
    }

    void endCell() {
        close();
        Table current = table;
        if (current == null || !current.rowOpen || !cellOpen) {
            return;
        }
        cellOpen = false;
        pendingItem = 0;
        int start = Math.min(current.cellStart, text.length());
        current.cells.add(new Cell(
                new Span(start, text.length()),
                current.cellHeading,
                current.columnSpan,
                current.rowSpan,
                current.color));
    }

    void endRow() {
        close();
        Table current = table;
        if (current == null || !current.rowOpen) {
            return;
        }
        if (cellOpen) {
            endCell();
        }
        current.rowOpen = false;
        List<Cell> cells = current.cells;
        boolean blank = true;
        boolean tooLong = false;
        for (Cell cell : cells) {
            blank &= cell.span.length() == 0;
            tooLong |= cell.span.length() > LONGEST_CELL;
        }
        int[] places = current.place(cells);
        if (blank && blocks.size() == current.rowBlocks) {
            text.setLength(Math.min(text.length(), current.rowStart));
            return;
        }
        if (current.layout || tooLong || cells.size() < 2 || mute > 0) {
            shadeAlone(current);
            return;
        }
        boolean heading = current.head || allHeadings(cells) || (current.rows == 0 && looksLikeHeadings(cells));
        List<String> columns = List.of();
        if (heading) {
            current.addHeadings(cells, places, text);
        } else if (current.headings != null) {
            columns = current.columnsFor(cells, places);
        }
        current.rows++;
        int rowPage = blocks.size() > current.rowBlocks
                ? blocks.get(current.rowBlocks).page()
                : page;
        blocks.subList(current.rowBlocks, blocks.size()).clear();
        List<Span> spans = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            spans.add(cell.span);
        }
        blocks.add(new Block(
                        Kind.TABLE_ROW,
                        spans.getFirst().start(),
                        spans.getLast().end(),
                        0,
                        rowPage,
                        List.copyOf(spans),
                        columns)
                .with(shadings(cells)));
    }

    private static List<Shading> shadings(List<Cell> cells) {
        List<Shading> shadings = new ArrayList<>();
        for (Cell cell : cells) {
            cell.color.ifPresent(color -> shadings.add(new Shading(cell.span, color)));
        }
        return shadings;
    }

    /// A row of one filled cell is no row, but its words are filled.
    private void shadeAlone(Table ended) {
        if (ended.layout
                || ended.cells.size() != 1
                || ended.cells.getFirst().color.isEmpty()) {
            return;
        }
        CellColor color = ended.cells.getFirst().color.get();
        blocks.subList(Math.min(ended.rowBlocks, blocks.size()), blocks.size())
                .replaceAll(block -> block.with(List.of(new Shading(new Span(block.start(), block.end()), color))));
    }

    private static boolean allHeadings(List<Cell> cells) {
        for (Cell cell : cells) {
            if (!cell.heading) {
                return false;
            }
        }
        return true;
    }

    /// A first row whose cells are all filled, short, different and without figures names the columns.
    private boolean looksLikeHeadings(List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Span span = cells.get(i).span;
            if (span.length() == 0 || span.length() > LONGEST_COLUMN_HEADING) {
                return false;
            }
            char last = text.charAt(span.end() - 1);
            if (last == '.' || last == ';' || Character.isDigit(text.charAt(span.start()))) {
                return false;
            }
            boolean letter = false;
            for (int at = span.start(); at < span.end() && !letter; at++) {
                letter = Character.isLetter(text.charAt(at));
            }
            if (!letter) {
                return false;
            }
        }
        return true;
    }

    String soFar() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    List<Block> blocks() {
        close();
        while (table != null) {
            endTable();
        }
        return blocks;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private record Cell(Span span, boolean heading, int columnSpan, int rowSpan, Optional<CellColor> color) {}

    private static final class Table {
        private final @Nullable Table outer;
        private final int listDepth;
        private final List<Cell> cells = new ArrayList<>();
        private boolean head;
        private boolean rowOpen;
        private boolean layout;
        private int rowBlocks;
        private int rowStart;
        private int cellStart;
        private boolean cellHeading;
        private int columnSpan = 1;
        private int rowSpan = 1;
        private Optional<CellColor> color = Optional.empty();
        private int rows;
        private boolean lastWasHeading;
        private String @Nullable [] headings;
        private @Nullable List<String> plainColumns;
        private int[] occupied = new int[8];

        Table(@Nullable Table outer, int listDepth) {
            this.outer = outer;
            this.listDepth = listDepth;
        }

        /// The grid column of each cell, past the cells that reach down from rows above.
        int[] place(List<Cell> cells) {
            int[] places = new int[cells.size()];
            int column = 0;
            int[] next = occupied.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] = Math.max(0, next[i] - 1);
            }
            for (int i = 0; i < cells.size(); i++) {
                while (column < occupied.length && occupied[column] > 0) {
                    column++;
                }
                places[i] = column;
                Cell cell = cells.get(i);
                int end = Math.min(MOST_COLUMNS, column + cell.columnSpan);
                if (end > next.length) {
                    next = Arrays.copyOf(next, end * 2);
                    occupied = Arrays.copyOf(occupied, end * 2);
                }
                for (int at = column; at < end; at++) {
                    next[at] = Math.max(next[at], cell.rowSpan - 1);
                }
                column = Math.max(column, end);
            }
            occupied = next;
            return places;
        }

        void addHeadings(List<Cell> cells, int[] places, CharSequence text) {
            String[] named = lastWasHeading && headings != null ? headings : new String[0];
            for (int i = 0; i < cells.size(); i++) {
                String words = CleanText.of(text.subSequence(
                                        cells.get(i).span.start(),
                                        cells.get(i).span.end())
                                .toString())
                        .text();
                int end = Math.min(MOST_COLUMNS, places[i] + cells.get(i).columnSpan);
                if (end > named.length) {
                    int from = named.length;
                    named = Arrays.copyOf(named, end);
                    Arrays.fill(named, from, end, "");
                }
                for (int at = places[i]; at < end; at++) {
                    if (!words.isEmpty() && !words.equals(named[at])) {
                        named[at] = named[at].isEmpty() ? words : named[at] + " " + words;
                    }
                }
            }
            headings = named;
            plainColumns = null;
            lastWasHeading = true;
        }

        List<String> columnsFor(List<Cell> cells, int[] places) {
            lastWasHeading = false;
            String[] named = headings;
            if (named == null) {
                return List.of();
            }
            boolean plain = cells.size() == named.length;
            for (int i = 0; i < places.length && plain; i++) {
                plain = places[i] == i;
            }
            List<String> known = plainColumns;
            if (plain && known != null) {
                return known;
            }
            List<String> columns = new ArrayList<>(cells.size());
            for (int place : places) {
                columns.add(place < named.length ? named[place] : "");
            }
            List<String> fixed = List.copyOf(columns);
            if (plain) {
                plainColumns = fixed;
            }
            return fixed;
        }
    }
}
