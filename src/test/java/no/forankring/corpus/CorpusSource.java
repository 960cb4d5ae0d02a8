package no.forankring.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// One document as written by hand: what it is called, and its headings, paragraphs, lists and tables.
///
/// The markup is described in `corpus/source/README.md`.
record CorpusSource(Map<String, String> head, List<Block> blocks) {

    /// A piece of a document. Text may hold `\n`, a line break that the author wants, and soft hyphens, places where a
    /// word may be parted.
    sealed interface Block {
        record Heading(int level, String text) implements Block {}

        record Paragraph(String text) implements Block {}

        /// Items that follow each other; numbered from 1 when `ordered`.
        record Items(boolean ordered, List<String> items) implements Block {
            public Items {
                items = List.copyOf(items);
            }
        }

        /// @param columns the column headings; empty when the table has none
        record Table(List<String> columns, List<List<Cell>> rows) implements Block {
            public Table {
                columns = List.copyOf(columns);
                rows = List.copyOf(rows);
            }
        }

        record PageBreak() implements Block {}
    }

    /// @param color the fill as six hexadecimal digits, where the cell has one
    record Cell(String text, Optional<String> color) {}

    private static final Map<String, String> COLORS =
            Map.of("grønn", "92D050", "gul", "FFD966", "rød", "F4796B", "grå", "BFBFBF");
    private static final Pattern ITEM = Pattern.compile("(-|\\d+\\.) (.*)");
    private static final Pattern COLORED = Pattern.compile("\\{(\\p{L}+)\\} *(.*)");

    CorpusSource {
        blocks = List.copyOf(blocks);
    }

    String fileName() {
        return get("file");
    }

    String format() {
        return fileName().substring(fileName().lastIndexOf('.') + 1);
    }

    LocalDate date() {
        return LocalDate.parse(get("date"));
    }

    String get(String name) {
        String value = head.get(name);
        if (value == null) {
            throw new IllegalArgumentException("A source needs the line '%s:' in its head, but %s has only %s"
                    .formatted(name, head.get("file"), head.keySet()));
        }
        return value;
    }

    String getOr(String name, String otherwise) {
        return head.getOrDefault(name, otherwise);
    }

    static CorpusSource parse(String source) {
        List<String> lines = source.lines().toList();
        int end = lines.subList(1, lines.size()).indexOf("---") + 1;
        if (!lines.getFirst().equals("---") || end == 0) {
            throw new IllegalArgumentException(
                    "A source begins with a head between two lines of ---, but this one with " + lines.getFirst());
        }
        var head = new LinkedHashMap<String, String>();
        for (String line : lines.subList(1, end)) {
            int colon = line.indexOf(':');
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return new CorpusSource(head, blocks(lines.subList(end + 1, lines.size())));
    }

    private static List<Block> blocks(List<String> lines) {
        var blocks = new ArrayList<Block>();
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i);
            if (line.isBlank()) {
                i++;
            } else if (line.equals("===")) {
                blocks.add(new Block.PageBreak());
                i++;
            } else if (line.startsWith("#")) {
                int level = line.indexOf(' ');
                blocks.add(new Block.Heading(level, text(line.substring(level + 1))));
                i++;
            } else {
                int end = i;
                while (end < lines.size()
                        && !lines.get(end).isBlank()
                        && !lines.get(end).startsWith("#")) {
                    end++;
                }
                blocks.add(block(lines.subList(i, end)));
                i = end;
            }
        }
        return blocks;
    }

    private static Block block(List<String> lines) {
        if (lines.getFirst().startsWith("|")) {
            return table(lines);
        }
        var first = ITEM.matcher(lines.getFirst());
        return first.matches() ? items(lines, !first.group(1).equals("-")) : new Block.Paragraph(text(join(lines)));
    }

    private static Block items(List<String> lines, boolean ordered) {
        var items = new ArrayList<List<String>>();
        for (String line : lines) {
            var item = ITEM.matcher(line);
            if (item.matches()) {
                items.add(new ArrayList<>(List.of(item.group(2))));
            } else {
                items.getLast().add(line.strip());
            }
        }
        return new Block.Items(
                ordered, items.stream().map(item -> text(join(item))).toList());
    }

    private static Block table(List<String> lines) {
        boolean headed = lines.size() > 1 && lines.get(1).matches("[|\\- ]+");
        var rows = new ArrayList<List<Cell>>();
        for (String line : headed ? lines.subList(2, lines.size()) : lines) {
            rows.add(cells(line).stream().map(CorpusSource::cell).toList());
        }
        return new Block.Table(headed ? cells(lines.getFirst()) : List.of(), rows);
    }

    private static List<String> cells(String line) {
        String inner = line.strip();
        return Pattern.compile("\\|")
                .splitAsStream(inner.substring(1, inner.length() - 1))
                .map(cell -> text(cell.strip().replace("<br>", "\n")))
                .toList();
    }

    private static Cell cell(String text) {
        var colored = COLORED.matcher(text);
        if (!colored.matches()) {
            return new Cell(text, Optional.empty());
        }
        String color = COLORS.get(colored.group(1));
        if (color == null) {
            throw new IllegalArgumentException(
                    "A cell's color is one of %s, but got %s".formatted(COLORS.keySet(), colored.group(1)));
        }
        return new Cell(colored.group(2), Optional.of(color));
    }

    /// Lines become one, except after a line that ends with a backslash.
    private static String join(List<String> lines) {
        var joined = new StringBuilder();
        for (String line : lines) {
            if (!joined.isEmpty()) {
                boolean broken = joined.charAt(joined.length() - 1) == '\\';
                joined.setLength(broken ? joined.length() - 1 : joined.length());
                joined.append(broken ? '\n' : ' ');
            }
            joined.append(line.strip());
        }
        return joined.toString();
    }

    private static String text(String raw) {
        return raw.replace("\\-", "\u00AD");
    }

    /// The text without the places where a word may be parted.
    static String plain(String text) {
        return text.replace("\u00AD", "");
    }
}
