package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import org.jspecify.annotations.Nullable;

/// A table whose cells came out one a line: first the headings of its columns, then the cells row by row.
///
/// Which line is which cell is told by what best fits the columns: a number under a heading that counts, a date under
/// one that tells time, a line that goes on in lower case with the cell above. Cells that came out empty may be left
/// out. Linear in the text.
final class StackedTable {

    private static final Pattern NUMBER =
            Pattern.compile("(?:ca\\.?\\s*)?\\d{1,4}(?:\\s*[–/-]\\s*\\d{1,4})?(?:\\s*(?:%|prosent))?|[–-]");
    private static final Pattern TIME = Cues.pattern(
            "(?:\\d{1,2}\\.|vår|høst|haust|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan\\b|feb\\b|mar\\b|apr\\b|jun\\b|jul\\b|aug\\b|sept?\\b|okt\\b|nov\\b|des\\b|uke|veke|hele|heile|løpende|løpande|månedlig|månadleg|årlig|årleg|hver|kvar|20\\d\\d|q[1-4]|ikke\\s|innen|innan|[–-]$|\\d+\\s+gang)");
    private static final Pattern STATUS = Cues.pattern(
            "(?:gjennomført|ferdig|pågår|i\\s+(?:gang|rute)|ikk(?:e|je)\\s|planlagt|utsatt|utsett|avlyst|utgår|delvis|startet|starta|påbegynt|grønn|gul|rød|ja$|nei$|fullført|avsluttet|avslutta|[–-]$)");
    private static final Pattern COUNT_HEAD =
            Cues.pattern("^(?:antall|antal|nr|påmeldt|møtt|kostnad|budsjett|skår|snitt)");
    /// Names or a number may stand below these.
    private static final Pattern NAMES_OR_COUNT_HEAD =
            Cues.pattern("^(?:delta[kg](?:ere|arar)|kommun(?:er|ar)|samling(?:er|ar)|møter?|team|medlemm?(?:er|ar))");
    private static final Pattern TIME_HEAD = Cues.pattern("^(?:tid|dato|når|frist|år|oppstart|periode|start)");
    private static final Pattern STATUS_HEAD = Cues.pattern("^(?:status|stode|fremdrift|framdrift)");
    private static final Pattern SECTION = Pattern.compile("\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}.*");
    private static final Pattern CAPITALS = Pattern.compile("[\\p{Lu}\\d :.,–-]{3,}\\p{Lu}{5}[\\p{Lu}\\d :.,–-]*");
    private static final Pattern ROW_NUMBER =
            Pattern.compile("\\p{Lu}?\\d{1,2}(?:\\.\\d{1,2})?[.)]?(?:\\s+\\p{Lu}.*)?");
    private static final Pattern PAGE =
            Pattern.compile("(?iu)(?:.{0,90}\\s)?side\\s+\\d{1,3}(?:\\s*(?:av|/)\\s*\\d{1,3})?");
    private static final Pattern HEAD_WORDS = Pattern.compile("\\p{Lu}[\\p{L} /-]{2,28}");

    private static final int FEWEST_COLUMNS = 3;
    private static final int MOST_TICKED = 14;
    private static final int MOST_UNKNOWN = 2;
    private static final int MOST_COLUMNS = 8;
    private static final int LONGEST_CELL_LINE = 110;
    private static final int LONGEST_TELLING = 55;
    private static final int MOST_LINES = 400;
    private static final int FULL_LINE = 28;

    /// What a row must not cost on the average, so that the lines are taken for a table.
    private static final double WORTH = 2.6;

    private static final double IMPOSSIBLE = 1e9;

    private record Line(int start, int end, boolean afterBlank) {
        String words(String text) {
            return text.substring(start, end);
        }
    }

    private final String text;
    private final List<Line> head;
    private final List<Line> body;
    private final boolean partedByBlanks;
    private final boolean numbered;
    /// For each number of lines and column of the last of them, the column of the line before it; -1 where a row
    /// begins.
    private final int[][] from;
    /// For each number of lines, what it costs to part them into whole rows, and the column of the last.
    private final double[] done;

    private final int[] lastColumn;
    private int fitted;

    private StackedTable(String text, List<Line> head, List<Line> body) {
        this.text = text;
        this.head = head;
        this.body = body;
        boolean compact = head.stream().skip(1).noneMatch(Line::afterBlank);
        this.partedByBlanks = compact && body.stream().skip(1).anyMatch(Line::afterBlank);
        this.from = new int[body.size() + 1][head.size()];
        this.done = new double[body.size() + 1];
        this.lastColumn = new int[body.size() + 1];
        this.numbered = !body.isEmpty()
                && ROW_NUMBER.matcher(body.getFirst().words(text)).matches();
    }

    /// The tables of a text, in its order.
    static List<FlatTable> find(String text) {
        List<Line> lines = lines(text);
        var tables = new ArrayList<FlatTable>();
        for (int i = 0; i < lines.size(); i++) {
            FlatTable table = best(text, lines, i);
            if (table != null) {
                tables.add(table);
                while (i + 1 < lines.size()
                        && lines.get(i + 1).start() < table.span().end()) {
                    i++;
                }
            }
        }
        return tables;
    }

    /// Of as many columns as the lines from here on may head, those that fit the lines below best; null when none do.
    private static @Nullable FlatTable best(String text, List<Line> lines, int from) {
        int most = columns(text, lines, from);
        if (countsMembers(text, lines, from)) {
            return new StackedTable(text, lines.subList(from, from + 2), body(text, lines, from + 2)).read();
        }
        int ticked = ticked(text, lines, from);
        if (ticked > 0) {
            return new StackedTable(text, lines.subList(from, from + ticked), body(text, lines, from + ticked)).read();
        }
        StackedTable best = null;
        int least = Math.max(FEWEST_COLUMNS, lastKnown(text, lines, from, most) + 1);
        for (int width = most; width >= least; width--) {
            if (known(text, lines, from, width) < Math.max(2, width - MOST_UNKNOWN)) {
                continue;
            }
            var table = new StackedTable(text, lines.subList(from, from + width), body(text, lines, from + width));
            table.fit();
            if (best == null || table.strain() < best.strain() - 0.01) {
                best = table;
            }
        }
        return best == null ? null : best.read();
    }

    private static List<Line> lines(String text) {
        var lines = new ArrayList<Line>();
        int at = 0;
        boolean blank = true;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            Span line = Sentences.trim(text, at, stop);
            if (line.length() == 0) {
                blank = true;
            } else if (!PAGE.matcher(line.cut(text)).matches()) {
                lines.add(new Line(line.start(), line.end(), blank));
                blank = false;
            }
            at = stop + 1;
        }
        return lines;
    }

    /// How many lines from here on may head columns, the first of them being what the rows name, or their number.
    private static int columns(String text, List<Line> lines, int from) {
        String first = lines.get(from).words(text);
        boolean names = FlatTable.NAMING_HEAD.matcher(first).matches();
        boolean numbers = FlatTable.NUMBER_HEAD.matcher(first).matches()
                && from + 1 < lines.size()
                && FlatTable.NAMING_HEAD
                        .matcher(lines.get(from + 1).words(text))
                        .matches();
        boolean later = FlatTable.OTHER_HEAD.matcher(first).matches()
                && lines.subList(from, Math.min(lines.size(), from + FEWEST_COLUMNS + 1)).stream()
                        .anyMatch(line ->
                                FlatTable.NAMING_HEAD.matcher(line.words(text)).matches());
        if (!names && !numbers && !later) {
            return 0;
        }
        int at = from;
        while (at < Math.min(lines.size(), from + MOST_COLUMNS)
                && isHead(lines.get(at).words(text))) {
            at++;
        }
        return at - from;
    }

    /// "Kommune", "Demens", "Ernæring" above names with a tick for each: how many columns there are, 0 when there are
    /// none.
    private static int ticked(String text, List<Line> lines, int from) {
        if (!FlatTable.MEMBER_HEAD.matcher(lines.get(from).words(text)).matches()) {
            return 0;
        }
        int first = from + 1;
        while (first < Math.min(lines.size(), from + MOST_TICKED)
                && !MemberMatrix.isTicked(lines.get(first).words(text))) {
            first++;
        }
        int width = first - 1 - from;
        int next = from + 2 * width;
        if (width < 2 || next + width > lines.size()) {
            return 0;
        }
        for (int i = 0; i < width; i++) {
            boolean tick = MemberMatrix.isTicked(lines.get(next + i).words(text));
            if (tick != i > 0) {
                return 0;
            }
        }
        return width;
    }

    private static boolean isHead(String words) {
        return FlatTable.NAMING_HEAD.matcher(words).matches()
                || FlatTable.OTHER_HEAD.matcher(words).matches()
                || HEAD_WORDS.matcher(words).matches();
    }

    /// Where the last line stands, of those that may head columns, that is known to.
    private static int lastKnown(String text, List<Line> lines, int from, int most) {
        int last = 0;
        for (int i = 0; i < most; i++) {
            last = known(text, lines, from + i, 1) > 0 ? i : last;
        }
        return last;
    }

    private static int known(String text, List<Line> lines, int from, int width) {
        int known = 0;
        for (Line line : lines.subList(from, from + width)) {
            String words = line.words(text);
            known += FlatTable.NAMING_HEAD.matcher(words).matches()
                            || FlatTable.OTHER_HEAD.matcher(words).matches()
                    ? 1
                    : 0;
        }
        return known;
    }

    /// "Kommune", "Antall plasser" above names and numbers by turns.
    private static boolean countsMembers(String text, List<Line> lines, int from) {
        return from + 5 < lines.size()
                && FlatTable.NAMING_HEAD.matcher(lines.get(from).words(text)).matches()
                && COUNT_HEAD.matcher(lines.get(from + 1).words(text)).find()
                && NUMBER.matcher(lines.get(from + 3).words(text)).matches()
                && NUMBER.matcher(lines.get(from + 5).words(text)).matches();
    }

    /// The lines that may be cells: until running text, or a numbered heading.
    private static List<Line> body(String text, List<Line> lines, int from) {
        int to = from;
        boolean numbered = from < lines.size()
                && ROW_NUMBER.matcher(lines.get(from).words(text)).matches();
        while (to < Math.min(lines.size(), from + MOST_LINES)) {
            String words = lines.get(to).words(text);
            if (words.length() > LONGEST_CELL_LINE
                    || !numbered && SECTION.matcher(words).matches()
                    || CAPITALS.matcher(words).matches()
                    || words.length() > LONGEST_TELLING && NameFinder.isSentence(words + " ")
                    || words.indexOf('\t') >= 0
                    || words.contains("    ")) {
                break;
            }
            to++;
        }
        return lines.subList(from, to);
    }

    // ----- which line is which cell

    /// The cheapest way to part the lines into rows, by dynamic programming over lines and columns; null when no two
    /// rows are worth it.
    private @Nullable FlatTable read() {
        fit();
        List<FlatTable.Row> rows = rows(fitted);
        return rows.size() < 2 ? null : table(rows);
    }

    /// What the best way to part the lines costs for each line; much where it parts none.
    private double strain() {
        return fitted == 0 ? IMPOSSIBLE : (done[fitted] + WORTH * rows(fitted).size()) / fitted;
    }

    private void fit() {
        int width = head.size();
        int length = body.size();
        double[][] cost = new double[length + 1][width];
        for (double[] row : cost) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        Arrays.fill(done, IMPOSSIBLE);
        done[0] = 0;
        for (int i = 0; i < length; i++) {
            for (int column = 0; column < width; column++) {
                double begins = column == 0 ? done[i] + begin(i, 0) - WORTH : IMPOSSIBLE;
                int origin = -1;
                double best = begins;
                for (int before = 0; before < width; before++) {
                    double reached = cost[i][before];
                    double step = before == column
                            ? goOn(i)
                            : before < column ? begin(i, column) + skipped(before, column) : IMPOSSIBLE;
                    if (reached + step < best) {
                        best = reached + step;
                        origin = before;
                    }
                }
                cost[i + 1][column] = best;
                from[i + 1][column] = origin;
            }
            for (int column = 0; column < width; column++) {
                double ends = cost[i + 1][column] + missing(column);
                if (ends < done[i + 1]) {
                    done[i + 1] = ends;
                    lastColumn[i + 1] = column;
                }
            }
        }
        fitted = 0;
        for (int i = 1; i <= length; i++) {
            if (done[i] < done[fitted]) {
                fitted = i;
            }
        }
    }

    private List<FlatTable.Row> rows(int length) {
        var rows = new ArrayList<FlatTable.Row>();
        int end = length;
        while (end > 0) {
            int column = lastColumn[end];
            var columns = new int[length];
            int at = end;
            while (column >= 0) {
                columns[at - 1] = column;
                column = from[at][column];
                at--;
            }
            rows.addFirst(row(at, end, columns));
            end = at;
        }
        return rows;
    }

    private FlatTable.Row row(int first, int end, int[] columns) {
        var cells = new StringBuilder[head.size()];
        var spans = new Span[head.size()];
        Arrays.setAll(cells, c -> new StringBuilder());
        Arrays.fill(spans, new Span(0, 0));
        for (int i = first; i < end; i++) {
            Line line = body.get(i);
            int column = columns[i];
            boolean parted = cells[column].length() > 1
                    && cells[column].charAt(cells[column].length() - 1) == '-'
                    && Character.isLowerCase(text.charAt(line.start()));
            if (parted) {
                cells[column].setLength(cells[column].length() - 1);
            } else if (!cells[column].isEmpty()) {
                cells[column].append(' ');
            }
            cells[column].append(text, line.start(), line.end());
            spans[column] = new Span(spans[column].length() == 0 ? line.start() : spans[column].start(), line.end());
        }
        return new FlatTable.Row(
                Arrays.stream(cells).map(StringBuilder::toString).toList(),
                List.of(spans),
                List.of(),
                new Span(body.get(first).start(), body.get(end - 1).end()));
    }

    private FlatTable table(List<FlatTable.Row> rows) {
        return new FlatTable(
                new Span(head.getFirst().start(), rows.getLast().span().end()),
                head.stream().map(line -> line.words(text)).toList(),
                rows);
    }

    private static double skipped(int before, int column) {
        return 1.5 * (column - before - 1);
    }

    private double missing(int column) {
        return 1.0 * (head.size() - 1 - column) + (column == 0 ? 2 : 0);
    }

    /// What it costs to take a line for one that goes on with the cell above.
    private double goOn(int i) {
        Line line = body.get(i);
        if (i == 0) {
            return IMPOSSIBLE;
        }
        String above = body.get(i - 1).words(text);
        if (line.afterBlank()) {
            return 3;
        }
        boolean lower = Character.isLowerCase(text.charAt(line.start()));
        boolean open = above.endsWith("-") || above.endsWith(",") || above.endsWith(" og") || above.endsWith("/");
        return lower && open || lower && above.length() >= FULL_LINE ? 0 : lower || open ? 0.4 : 1.4;
    }

    /// What it costs to take a line for the beginning of a column's cell.
    private double begin(int i, int column) {
        Line line = body.get(i);
        String words = line.words(text);
        String heading = head.get(column).words(text);
        double cost = 0;
        if (partedByBlanks) {
            cost += column == 0 ? line.afterBlank() ? 0 : 1.5 : line.afterBlank() ? 2 : 0;
        }
        boolean number = NUMBER.matcher(words).matches();
        boolean time = TIME.matcher(words).lookingAt();
        boolean status = STATUS.matcher(words).lookingAt();
        boolean lower = Character.isLowerCase(words.charAt(0));
        if (numbered) {
            boolean mark = ROW_NUMBER.matcher(words).matches();
            cost += column == 0 ? mark ? 0 : 3 : mark && words.length() > 5 ? 2 : 0;
        }
        if (COUNT_HEAD.matcher(heading).find()) {
            return cost + (number ? 0 : Character.isDigit(words.charAt(0)) ? 0.5 : 2);
        }
        if (NAMES_OR_COUNT_HEAD.matcher(heading).find()) {
            return cost + (number ? 0 : lower ? 0.7 : 0.3);
        }
        if (TIME_HEAD.matcher(heading).find()) {
            return cost + (time ? 0 : number ? 0.5 : 1.4);
        }
        if (STATUS_HEAD.matcher(heading).find()) {
            return cost + (status ? 0 : lower ? 0.6 : 0.9);
        }
        boolean naming = FlatTable.NAMING_HEAD.matcher(heading).matches();
        cost += naming && number ? 3 : number && !words.matches("[–-]") ? 1.2 : 0;
        cost += lower ? naming ? 1.5 : 0.7 : 0;
        return cost + (time && !naming ? 0.8 : 0) + (status && lower ? 0.6 : 0);
    }
}
