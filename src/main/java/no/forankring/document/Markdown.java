package no.forankring.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.forankring.document.Passage.Kind;

/// Cuts Markdown into blocks without changing a character: headings, lists, pipe tables, quotes, fenced code. Front
/// matter between `---` lines gives title and date and is no passage.
final class Markdown {

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private String title = "";
    private Optional<LocalDate> date = Optional.empty();
    private int openStart = -1;
    private int openEnd;
    private Kind openKind = Kind.PARAGRAPH;
    private int openLevel;
    private List<String> columns = List.of();
    private boolean inTable;

    private Markdown(String text) {
        this.text = text;
    }

    static Draft draft(String text) {
        var markdown = new Markdown(text);
        markdown.read();
        return new Draft(text, markdown.blocks, markdown.title, "", markdown.date, Optional.empty(), 0, false);
    }

    private void read() {
        int at = frontMatter();
        boolean fenced = false;
        while (at < text.length()) {
            int end = lineEnd(at);
            int start = at;
            while (start < end && StructureBuilder.isSpace(text.charAt(start))) {
                start++;
            }
            int stop = end;
            while (stop > start && StructureBuilder.isSpace(text.charAt(stop - 1))) {
                stop--;
            }
            if (text.startsWith("```", start) || text.startsWith("~~~", start)) {
                close();
                fenced = !fenced;
            } else if (fenced) {
                if (start < stop) {
                    goOn(start, stop);
                }
            } else {
                line(start, stop, start - at);
            }
            at = end + 1;
        }
        close();
    }

    private void line(int first, int stop, int indent) {
        int start = first;
        while (start < stop && text.charAt(start) == '>') {
            start++;
            while (start < stop && text.charAt(start) == ' ') {
                start++;
            }
        }
        if (start == stop) {
            close();
            inTable = false;
            columns = List.of();
            return;
        }
        char c = text.charAt(start);
        if (c == '#') {
            int level = 0;
            while (start + level < stop && text.charAt(start + level) == '#') {
                level++;
            }
            if (level <= 6 && start + level < stop && text.charAt(start + level) == ' ') {
                close();
                int from = start + level;
                int to = stop;
                while (from < to && text.charAt(from) == ' ') {
                    from++;
                }
                while (to > from && (text.charAt(to - 1) == '#' || text.charAt(to - 1) == ' ')) {
                    to--;
                }
                if (from < to) {
                    blocks.add(new Block(Kind.HEADING, from, to, level, 0));
                }
                return;
            }
        }
        if (c == '|') {
            close();
            row(start, stop);
            return;
        }
        if (isRule(start, stop)) {
            // Under a line of text it makes that a heading, else it only parts paragraphs.
            if (openStart >= 0
                    && openKind == Kind.PARAGRAPH
                    && (c == '=' || c == '-')
                    && text.indexOf('\n', openStart) >= openEnd) {
                openKind = Kind.HEADING;
                openLevel = c == '=' ? 1 : 2;
            }
            close();
            return;
        }
        int bullet = c == '-' || c == '*' || c == '+' || c == '•' ? LineStructure.bulletLength(text, start, stop) : 0;
        int marker = bullet > 0 ? 0 : LineStructure.markerLength(text, start, stop);
        if (bullet > 0 || marker > 0) {
            close();
            openStart = start + bullet;
            openEnd = stop;
            openKind = Kind.LIST_ITEM;
            openLevel = Math.min(9, 1 + indent / 2);
            return;
        }
        goOn(start, stop);
    }

    private void goOn(int start, int stop) {
        if (openStart < 0) {
            openStart = start;
            openKind = Kind.PARAGRAPH;
            openLevel = 0;
        }
        openEnd = stop;
    }

    private void close() {
        if (openStart >= 0) {
            blocks.add(new Block(openKind, openStart, openEnd, openLevel, 0));
            openStart = -1;
        }
    }

    private boolean isRule(int start, int stop) {
        char c = text.charAt(start);
        if (c != '-' && c != '*' && c != '_' && c != '=') {
            return false;
        }
        int count = 0;
        for (int i = start; i < stop; i++) {
            char at = text.charAt(i);
            if (at == c) {
                count++;
            } else if (at != ' ') {
                return false;
            }
        }
        return count >= 3;
    }

    private void row(int start, int stop) {
        List<Span> cells = new ArrayList<>();
        boolean rule = true;
        int cell = start + 1;
        for (int i = start + 1; i <= stop; i++) {
            if (i == stop || (text.charAt(i) == '|' && text.charAt(i - 1) != '\\')) {
                if (i == stop && cell >= stop) {
                    break;
                }
                int from = cell;
                int to = i;
                while (from < to && StructureBuilder.isSpace(text.charAt(from))) {
                    from++;
                }
                while (to > from && StructureBuilder.isSpace(text.charAt(to - 1))) {
                    to--;
                }
                for (int at = from; at < to; at++) {
                    rule &= text.charAt(at) == '-' || text.charAt(at) == ':';
                }
                cells.add(new Span(from, to));
                cell = i + 1;
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        if (rule) {
            if (inTable && columns.isEmpty() && !blocks.isEmpty()) {
                List<String> named = new ArrayList<>();
                for (Span heading : blocks.getLast().cells()) {
                    named.add(CleanText.of(heading.cut(text)).text());
                }
                columns = List.copyOf(named);
            }
            return;
        }
        inTable = true;
        blocks.add(new Block(
                Kind.TABLE_ROW,
                cells.getFirst().start(),
                cells.getLast().end(),
                0,
                0,
                cells,
                columns.size() == cells.size() ? columns : List.of()));
    }

    private int frontMatter() {
        if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
            return 0;
        }
        int at = lineEnd(0) + 1;
        int lines = 0;
        while (at < text.length() && lines++ < 200) {
            int end = lineEnd(at);
            String line = text.substring(at, Math.min(end, at + 2_000)).strip();
            if (line.equals("---") || line.equals("...")) {
                return Math.min(text.length(), end + 1);
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                String value = unquoted(line.substring(colon + 1).strip());
                switch (line.substring(0, colon)) {
                    case "title", "tittel" -> title = value;
                    case "date", "dato" -> date = DocumentDates.parse(value).or(() -> date);
                    // forskrift/2025-09-25-1933 is dated by its name.
                    case "refid" -> date = date.or(() -> DocumentDates.inIdentifier(value));
                    default -> {}
                }
            }
            at = end + 1;
        }
        title = "";
        date = Optional.empty();
        return 0;
    }

    private static String unquoted(String value) {
        return value.length() >= 2
                        && (value.startsWith("\"") || value.startsWith("'"))
                        && value.charAt(value.length() - 1) == value.charAt(0)
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
