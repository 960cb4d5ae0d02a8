package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// A table of a plan whose cells are told apart only by wide gaps on the line, as plain text and copied PDF have them.
///
/// A row begins at the left edge of the heading line. Lines set in belong to the row above: their first part tells more
/// of it, their other parts go on with the cells of their columns.
///
/// @param span from the heading line to the end of the last row
record FlatTable(Span span, List<String> columns, List<Row> rows) {

    FlatTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param cells the words of each column, empty where there are none
    /// @param spans where each cell begins on its first line; empty spans where there are none
    /// @param details lines below that tell more of the row
    /// @param span the whole row
    record Row(List<String> cells, List<Span> spans, List<Span> details, Span span) {

        Row {
            cells = List.copyOf(cells);
            spans = List.copyOf(spans);
            details = List.copyOf(details);
        }
    }

    static final Pattern NAMING_HEAD = Cues.pattern(
            "(?:aktivitet(?:er|ar)?|tiltak|fagnettverk|namn|navn|samling(?:er)?|arrangement|kurs|prosjekt|nettverk|læringsnettverk|hva|kva|mål|delmål|innsats|tema|virksomhet|verksemd|kommune|organisasjon|medlem|deltaker|deltakar|institusjon|aktivitet\\s*/\\s*tiltak|tiltak\\s*/\\s*aktivitet|tiltak\\s+og\\s+aktivitet(?:er|ar)|beskrivelse|navn\\s+på\\s+\\p{L}+|namn\\s+på\\s+\\p{L}+|emne|kurs\\s*/\\s*\\p{L}+|arena|møteplass)");
    static final Pattern OTHER_HEAD = Cues.pattern(
            "(?:nr\\.?|#|med|møtt|for\\s+(?:hvem|kven)|hører\\s+til(?:\\s+.{2,20})?|høyrer\\s+til(?:\\s+.{2,20})?|oppfølging\\s+av|følg(?:er|jer)\\s+opp|fag(?:lig|leg)\\s+grunnlag|plasser|plassar|funksjon|rolle|skår|score|snitt|skildring|omtale|type|form|grunngitt\\s+i|grunngjeve\\s+i|føring(?:er|ar)?|nasjonal(?:e)?\\s+føring(?:er|ar)?|samarbeid\\p{L}*|innhald|innhold|svarprosent|oppmøte|besøkende|antall|antal|ansvar\\p{L}*|arrangør|eier|eigar|hvem|kven|(?:hvem|kven)\\s+[\\p{L} ]{3,24}|dri(?:ves|ft|v|vast|vne|ftes)\\p{L}*(?:\\s+av)?|led(?:er|es\\s+av)|lei(?:ar|er|a\\s+av)|koordinator|sekretariat|vert\\p{L}*|kontakt\\p{L}*|samling(?:er|ar)(?:\\s+[\\p{L}\\d ]{2,20})?|led(?:es|et)\\s+av|lei(?:a|dd|ast)\\s+av|fag(?:lig|leg)\\s+leiar|møte\\p{L}*(?:\\s+[\\p{L} ]{2,20})?|hyppighet|frekvens|start\\p{L}*|oppretta|opprettet|medlem\\p{L}*|bygg(?:er|jer)\\s+på|grunnlag|formål|føremål|status.*|stode|fremdrift|framdrift|tid\\p{L}*|dato|når|frist|år|oppstart|periode|kostnad|bidrar\\s+til|antall\\s+[\\p{L} ]+|antal\\s+[\\p{L} ]+|sammen\\s+med|sted|stad|hvor|kvar|møtested|møtestad|målgruppe\\p{L}*|deltak\\p{L}+|deltag\\p{L}+|påmeld\\p{L}*|møtt|kommun(?:er?|ar)|merknad\\p{L}*|kommentar\\p{L}*|resultat|vurdering|måloppnåelse|gjennomført|forankring|hjemmel|mål|formål|effekt|tiltak|ressurs\\p{L}*|kostnad|budsjett|indikator)");
    // "A1  Kurs for pårørande": the mark of a row and what it marks are one cell.
    private static final Pattern CODE = Pattern.compile("(?:\\p{Lu}\\d{1,2}|\\p{Lu}?\\d{1,2}\\.\\d{1,2})[.):]?");
    static final Pattern NUMBER_HEAD = Cues.pattern("(?:nr\\.?|#|id|kode)");
    static final Pattern MEMBER_HEAD =
            Cues.pattern("(?:kommune|virksomhet|verksemd|medlem|deltak(?:er|ar))(?:r|ar|er)?");
    private static final int LONGEST_HEAD = 32;
    private static final int LONGEST_PROSE = 95;
    private static final int FEWEST_HEADS = 3;
    private static final int GOES_ON_WITHIN = 5;
    private static final int SET_IN = 12;
    private static final Pattern COUNT_HEAD = Cues.pattern(
            "(?:antall\\s+|antal\\s+)?(?:samling(?:er|ar)|møte(?:r)?|delta[kg](?:ere|arar)|kommun(?:er|ar)|team|påmeld(?:te|e)|webinar(?:er)?)(?:\\s+(?:i\\s+alt|totalt|til\\s+sammen|per\\s+samling))?");
    /// Columns parted by tabs stand this far from each other, so that each part falls in its own.
    private static final int TAB = 1000;

    private record Part(int column, int start, int end) {}

    private record Line(int start, int end, List<Part> parts) {
        boolean blank() {
            return parts.isEmpty();
        }
    }

    /// The tables of a text whose cells are parted by gaps, and those whose cells stand one a line, in its order.
    static List<FlatTable> all(String text) {
        var tables = new ArrayList<>(find(text));
        for (FlatTable stacked : StackedTable.find(text)) {
            if (tables.stream().noneMatch(table -> table.span().overlaps(stacked.span()))) {
                tables.add(stacked);
            }
        }
        tables.sort(Comparator.comparing(FlatTable::span));
        return tables;
    }

    /// The tables parted by gaps. Linear in the text.
    private static List<FlatTable> find(String text) {
        var lines = lines(text);
        var tables = new ArrayList<FlatTable>();
        List<Part> last = List.of();
        int lastEnd = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (isHead(text, line)) {
                last = line.parts();
                int next = read(text, lines, i, last, i + 1, tables);
                i = Math.max(i, next - 1);
                lastEnd = i;
            } else if (!last.isEmpty() && i - lastEnd <= GOES_ON_WITHIN && isAligned(line, last)) {
                int next = read(text, lines, i, last, i, tables);
                i = Math.max(i, next - 1);
                lastEnd = i;
            } else if (isHeadOfNumbers(text, lines, i)) {
                int edge = nextFilled(lines, i).parts().getFirst().column();
                var heads = new ArrayList<Part>();
                heads.add(new Part(edge, line.start(), line.start()));
                heads.addAll(line.parts());
                int next = read(text, lines, i, heads, i + 1, tables);
                i = Math.max(i, next - 1);
            }
        }
        return tables;
    }

    /// After a heading in between, rows go on in the columns of the table above.
    private static boolean isAligned(Line line, List<Part> heads) {
        if (line.parts().size() < 2
                || line.parts().size() > heads.size()
                || heads.getLast().column() >= TAB
                || heads.size() < FEWEST_HEADS
                || line.parts().size() < heads.size() - 1) {
            return false;
        }
        return line.parts().stream()
                .allMatch(part -> heads.stream().anyMatch(head -> Math.abs(head.column() - part.column()) <= 1));
    }

    private static Line nextFilled(List<Line> lines, int from) {
        for (int i = from + 1; i < Math.min(from + 4, lines.size()); i++) {
            if (!lines.get(i).blank()) {
                return lines.get(i);
            }
        }
        return lines.get(from);
    }

    /// "Samlinger   Deltakere" set in above rows of a name and numbers: the names have no heading.
    private static boolean isHeadOfNumbers(String text, List<Line> lines, int at) {
        Line line = lines.get(at);
        if (line.blank() || line.parts().getFirst().column() < SET_IN) {
            return false;
        }
        boolean counts = line.parts().stream()
                .allMatch(part -> COUNT_HEAD
                        .matcher(text.substring(part.start(), part.end()))
                        .matches());
        Line row = nextFilled(lines, at);
        return counts
                && row.parts().size() == line.parts().size() + 1
                && row.parts().stream()
                        .skip(1)
                        .allMatch(
                                part -> text.substring(part.start(), part.end()).matches("[\\d .,–-]{1,8}"));
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            var parts = text.substring(at, stop).indexOf('\t') < 0 ? spaced(text, at, stop) : tabbed(text, at, stop);
            lines.add(new Line(at, stop, parts));
            if (end < 0) {
                break;
            }
            at = end + 1;
        }
        return lines;
    }

    private static List<Part> spaced(String text, int start, int end) {
        var parts = new ArrayList<Part>();
        int from = -1;
        for (int at = start; at <= end; at++) {
            boolean inside = at < end
                    && (!Character.isWhitespace(text.charAt(at))
                            || from >= 0
                                    && text.charAt(at) == ' '
                                    && at + 1 < end
                                    && !Character.isWhitespace(text.charAt(at + 1)));
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                parts.add(new Part(from - start, from, at));
                from = -1;
            }
        }
        return parts;
    }

    /// Cells between tabs stand in the columns that the tabs count.
    private static List<Part> tabbed(String text, int start, int end) {
        var parts = new ArrayList<Part>();
        int column = 0;
        int from = start;
        for (int at = start; at <= end; at++) {
            if (at == end || text.charAt(at) == '\t') {
                Span cell = Sentences.trim(text, from, at);
                if (cell.length() > 0) {
                    parts.add(new Part(TAB * column, cell.start(), cell.end()));
                }
                column++;
                from = at + 1;
            }
        }
        return parts;
    }

    private static boolean isHead(String text, Line line) {
        if (line.parts().size() < FEWEST_HEADS) {
            return false;
        }
        if (isMemberHead(text, line)) {
            return true;
        }
        boolean numbered = NUMBER_HEAD
                .matcher(text.substring(
                        line.parts().getFirst().start(), line.parts().getFirst().end()))
                .matches();
        int naming = 0;
        int other = 0;
        for (Part part : line.parts()) {
            String words = text.substring(part.start(), part.end());
            if (words.length() > LONGEST_HEAD) {
                return false;
            }
            if (NAMING_HEAD.matcher(words).matches()) {
                naming++;
            } else if (OTHER_HEAD.matcher(words).matches()) {
                other++;
            }
        }
        return (naming >= 1 || numbered && other == line.parts().size())
                && naming + other >= Math.max(2, line.parts().size() - 1);
    }

    /// "Kommune   Ved start   Ved slutt": whatever is told of those who belong.
    private static boolean isMemberHead(String text, Line line) {
        return line.parts().stream().allMatch(part -> part.end() - part.start() < 20)
                && MEMBER_HEAD
                        .matcher(text.substring(
                                line.parts().getFirst().start(),
                                line.parts().getFirst().end()))
                        .matches();
    }

    /// @return the line after the table
    private static int read(
            String text, List<Line> lines, int head, List<Part> heads, int from, List<FlatTable> tables) {
        int edge = heads.getFirst().column();
        int width = heads.size();
        var rows = new ArrayList<Row>();
        Building row = null;
        int blanks = 0;
        int i = from;
        for (; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                blanks++;
                if (blanks > 1 && row != null) {
                    break;
                }
                continue;
            }
            Part first = line.parts().getFirst();
            boolean atEdge = first.column() <= edge + 1;
            boolean filled = line.parts().size() > 1;
            boolean prose = !filled && first.end() - first.start() > LONGEST_PROSE;
            if (prose
                    || isHead(text, line)
                    || atEdge && !filled && blanks > 0 && row != null
                    || first.column() < edge - 1) {
                break;
            }
            boolean goesOn = !atEdge || row != null && blanks == 0 && Character.isLowerCase(text.charAt(first.start()));
            if (row == null || !goesOn) {
                if (atEdge && !filled && !followed(text, lines, i, edge)) {
                    break;
                }
                if (row != null) {
                    rows.add(row.row(text));
                }
                row = new Building(width);
                row.begin(text, split(text, marked(text, line, heads), heads), heads);
            } else {
                row.goOn(text, line, heads, atEdge);
            }
            blanks = 0;
        }
        if (row != null) {
            rows.add(row.row(text));
        }
        if (!rows.isEmpty()) {
            tables.add(new FlatTable(
                    new Span(lines.get(head).start(), rows.getLast().span().end()),
                    heads.stream()
                            .map(part -> text.substring(part.start(), part.end()))
                            .toList(),
                    rows));
        }
        return i;
    }

    /// A mark that no column of its own stands above goes with the words behind it.
    private static Line marked(String text, Line line, List<Part> heads) {
        if (line.parts().size() < 2 || heads.size() < 2 || heads.getLast().column() >= TAB) {
            return line;
        }
        Part mark = line.parts().getFirst();
        Part words = line.parts().get(1);
        if (!CODE.matcher(text.substring(mark.start(), mark.end())).matches()
                || words.column() + 3 > heads.get(1).column()) {
            return line;
        }
        var parts = new ArrayList<>(line.parts().subList(1, line.parts().size()));
        parts.set(0, new Part(mark.column(), mark.start(), words.end()));
        return new Line(line.start(), line.end(), parts);
    }

    /// Where a cell fills its column, one space parts it from the next: "16. februar Webinar om …".
    private static Line split(String text, Line line, List<Part> heads) {
        if (line.parts().size() >= heads.size() || heads.getLast().column() >= TAB) {
            return line;
        }
        var parts = new ArrayList<Part>();
        for (Part part : line.parts()) {
            Part rest = part;
            for (Part head : heads) {
                int into = head.column() - rest.column();
                int length = rest.end() - rest.start();
                boolean first = head.equals(heads.getFirst());
                for (int shift = 0; !first && shift <= 3 && into + shift > 2 && into + shift < length - 2; shift++) {
                    int at = rest.start() + into + shift;
                    if (text.charAt(at - 1) == ' ' && Character.isUpperCase(text.charAt(at))) {
                        parts.add(new Part(rest.column(), rest.start(), at - 1));
                        rest = new Part(rest.column() + into + shift, at, rest.end());
                        break;
                    }
                }
            }
            parts.add(rest);
        }
        return new Line(line.start(), line.end(), parts);
    }

    /// A line of one part at the edge begins a row when what is set in below it, or goes on with it, has more parts.
    private static boolean followed(String text, List<Line> lines, int at, int edge) {
        for (int i = at + 1; i < Math.min(at + 4, lines.size()); i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                return false;
            }
            Part first = line.parts().getFirst();
            boolean setIn = first.column() > edge + 1;
            if (setIn || Character.isLowerCase(text.charAt(first.start()))) {
                return true;
            }
            return false;
        }
        return false;
    }

    /// A row while its lines are read.
    private static final class Building {
        private final StringBuilder[] cells;
        private final Span[] spans;
        private final List<Span> details = new ArrayList<>();
        private int start = -1;
        private int end;

        Building(int width) {
            cells = new StringBuilder[width];
            spans = new Span[width];
            for (int i = 0; i < width; i++) {
                cells[i] = new StringBuilder();
                spans[i] = new Span(0, 0);
            }
        }

        void begin(String text, Line line, List<Part> heads) {
            start = line.parts().getFirst().start();
            boolean inOrder = line.parts().size() == heads.size();
            for (int i = 0; i < line.parts().size(); i++) {
                put(text, line.parts().get(i), inOrder ? i : column(line.parts().get(i), heads, i));
            }
        }

        void goOn(String text, Line line, List<Part> heads, boolean atEdge) {
            for (int i = 0; i < line.parts().size(); i++) {
                Part part = line.parts().get(i);
                if (i == 0 && !atEdge && column(part, heads, 0) <= 1) {
                    detail(text, part, line.parts().size() == 1);
                    end = Math.max(end, part.end());
                } else {
                    put(text, part, column(part, heads, i));
                }
            }
        }

        /// A detail that goes on from the line above, with nothing but it on the line, is one with it.
        private void detail(String text, Part part, boolean alone) {
            boolean goesOn = alone
                    && !details.isEmpty()
                    && !text.substring(details.getLast().end(), part.start()).contains("\n\n")
                    && details.getLast().end() == end
                    && (Character.isLowerCase(text.charAt(part.start()))
                            || ",;:-".indexOf(text.charAt(details.getLast().end() - 1)) >= 0
                            || !Character.isLetterOrDigit(text.charAt(part.start())));
            Span span = new Span(goesOn ? details.removeLast().start() : part.start(), part.end());
            details.add(span);
        }

        private void put(String text, Part part, int column) {
            cells[column].append(cells[column].isEmpty() ? "" : " ").append(text, part.start(), part.end());
            if (spans[column].length() == 0) {
                spans[column] = new Span(part.start(), part.end());
            }
            end = Math.max(end, part.end());
        }

        /// The column that begins nearest before the part, never before the column of an earlier part.
        private static int column(Part part, List<Part> heads, int least) {
            int column = 0;
            for (int i = 0; i < heads.size(); i++) {
                if (heads.get(i).column() <= part.column() + 4) {
                    column = i;
                }
            }
            return Math.clamp(Math.max(column, least), 0, heads.size() - 1);
        }

        Row row(String text) {
            var words = new ArrayList<String>();
            for (StringBuilder cell : cells) {
                words.add(cell.toString());
            }
            return new Row(words, List.of(spans), details, new Span(start, end));
        }
    }
}
