package no.forankring.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A drawing of names and numbers, in the units of an SVG: of a table that has a column of each, or of counts.
///
/// It says nothing that the table beside it does not say.
///
/// @param names the column of names
/// @param numbers the column of numbers
/// @param from where the bars begin
/// @param line the points of a line over time; empty for bars
record QueryChart(String names, String numbers, int width, int height, int from, List<Mark> marks, String line) {

    private static final int WIDTH = 760;
    private static final int ROW = 30;
    private static final int MOST_BARS = 30;
    private static final int MOST_POINTS = 60;
    private static final int NAME_LENGTH = 40;
    private static final int LETTER = 8;
    private static final int BAR_LENGTH = 370;
    private static final int NUMBER_LENGTH = 80;
    private static final int LINE_HEIGHT = 260;
    private static final int MARGIN = 40;

    /// A bar, or a point of a line.
    ///
    /// @param label as much of the name as there is room for; empty where there is none
    /// @param firm where what is settled ends; the rest of the bar waits
    /// @param x where the bar ends or the point is
    record Mark(String label, String name, String number, int firm, int x, int y) {

        public boolean waits() {
            return firm < x;
        }
    }

    /// A count to draw.
    ///
    /// @param waiting how many of the number are not settled
    /// @param said the number as it is to be read
    record Bar(String name, int number, int waiting, String said) {}

    /// @param longest the number of the longest bar
    static QueryChart of(String names, String numbers, List<Bar> bars, int longest) {
        double most = Math.max(1, longest);
        int from = from(bars.stream().map(Bar::name).toList());
        var marks = new ArrayList<Mark>();
        for (Bar bar : bars) {
            marks.add(new Mark(
                    shortened(bar.name()),
                    bar.name(),
                    bar.said(),
                    from + length((bar.number() - bar.waiting()) / most),
                    from + length(bar.number() / most),
                    marks.size() * ROW));
        }
        return bars(names, numbers, from, marks);
    }

    /// As much room as the longest name needs, so that a narrow screen shows bars too.
    private static int from(List<String> names) {
        return 2 * LETTER
                + LETTER
                        * names.stream()
                                .mapToInt(name ->
                                        (int) shortened(name).codePoints().count())
                                .max()
                                .orElse(0);
    }

    private static int length(double part) {
        return (int) Math.round(part * BAR_LENGTH);
    }

    private static QueryChart bars(String names, String numbers, int from, List<Mark> marks) {
        return new QueryChart(names, numbers, from + BAR_LENGTH + NUMBER_LENGTH, marks.size() * ROW, from, marks, "");
    }

    public boolean someWait() {
        return marks.stream().anyMatch(Mark::waits);
    }

    /// The lowest line of the drawing over time.
    public int ground() {
        return LINE_HEIGHT - MARGIN;
    }

    /// Empty where the table is too short or too long for a drawing, names a thing twice, or holds no fitting columns.
    static Optional<QueryChart> of(QueryAnswer.Table table) {
        int rows = table.rows().size();
        if (rows < 2 || !table.complete()) {
            return Optional.empty();
        }
        OptionalInt times = column(table, QueryChart::isTime, true);
        OptionalInt numbers = lastNumbers(table, times);
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        if (times.isPresent() && rows <= MOST_POINTS && ascends(table, times.getAsInt())) {
            return Optional.of(line(table, times.getAsInt(), numbers.getAsInt()));
        }
        OptionalInt names = column(table, cell -> !isNumber(cell), false);
        return names.isPresent() && rows <= MOST_BARS && areDistinct(table, names.getAsInt())
                ? Optional.of(bars(table, names.getAsInt(), numbers.getAsInt()))
                : Optional.empty();
    }

    private interface Test {
        boolean fits(QueryAnswer.Cell cell);
    }

    /// The first column of which every cell fits; the last of several where names are meant, since the address of a
    /// thing stands before its name.
    private static OptionalInt column(QueryAnswer.Table table, Test test, boolean first) {
        OptionalInt found = OptionalInt.empty();
        for (int column = 0; column < table.columns().size(); column++) {
            int at = column;
            if (table.rows().stream()
                    .map(row -> row.get(at))
                    .allMatch(cell -> !cell.text().isBlank() && test.fits(cell))) {
                if (first) {
                    return OptionalInt.of(column);
                }
                boolean betterThanFound = found.isEmpty()
                        || (!table.rows().getFirst().get(found.getAsInt()).iri().isEmpty()
                                && table.rows().getFirst().get(column).iri().isEmpty());
                found = betterThanFound ? OptionalInt.of(column) : found;
            }
        }
        return found;
    }

    private static OptionalInt lastNumbers(QueryAnswer.Table table, OptionalInt times) {
        for (int column = table.columns().size() - 1; column >= 0; column--) {
            int at = column;
            boolean isTimes = times.isPresent() && times.getAsInt() == column;
            if (!isTimes
                    && table.rows().stream()
                            .map(row -> row.get(at))
                            .allMatch(cell -> isNumber(cell) && number(cell).signum() >= 0)) {
                return OptionalInt.of(column);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isNumber(QueryAnswer.Cell cell) {
        return cell.iri().isEmpty()
                && cell.language().isEmpty()
                && cell.text().matches("[-+]?\\d{1,15}(\\.\\d{1,15})?");
    }

    private static BigDecimal number(QueryAnswer.Cell cell) {
        return new BigDecimal(cell.text());
    }

    private static boolean isTime(QueryAnswer.Cell cell) {
        return cell.iri().isEmpty() && cell.text().matches("(1[89]|20)\\d\\d(-\\d\\d(-\\d\\d)?)?");
    }

    private static boolean ascends(QueryAnswer.Table table, int column) {
        for (int row = 1; row < table.rows().size(); row++) {
            if (text(table, row, column).compareTo(text(table, row - 1, column)) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDistinct(QueryAnswer.Table table, int column) {
        Set<String> seen = new HashSet<>();
        return table.rows().stream().allMatch(row -> seen.add(row.get(column).text()));
    }

    private static String text(QueryAnswer.Table table, int row, int column) {
        return table.rows().get(row).get(column).text();
    }

    private static double most(QueryAnswer.Table table, int column) {
        return table.rows().stream()
                .mapToDouble(row -> number(row.get(column)).doubleValue())
                .max()
                .orElse(0);
    }

    private static QueryChart bars(QueryAnswer.Table table, int names, int numbers) {
        double most = Math.max(most(table, numbers), Double.MIN_NORMAL);
        int from = from(table.rows().stream().map(row -> row.get(names).text()).toList());
        var marks = new ArrayList<Mark>();
        for (int row = 0; row < table.rows().size(); row++) {
            String name = text(table, row, names);
            double part = number(table.rows().get(row).get(numbers)).doubleValue() / most;
            int end = from + length(part);
            marks.add(new Mark(shortened(name), name, text(table, row, numbers), end, end, row * ROW));
        }
        return bars(table.columns().get(names), table.columns().get(numbers), from, marks);
    }

    private static String shortened(String name) {
        int[] points = name.codePoints().toArray();
        return points.length <= NAME_LENGTH ? name : new String(points, 0, NAME_LENGTH - 1).strip() + "…";
    }

    private static QueryChart line(QueryAnswer.Table table, int times, int numbers) {
        double most = Math.max(most(table, numbers), Double.MIN_NORMAL);
        int count = table.rows().size();
        // As many labels as there is room for.
        int every = (count * 70 + WIDTH - 2 * MARGIN - 1) / (WIDTH - 2 * MARGIN);
        var marks = new ArrayList<Mark>();
        var line = new StringBuilder();
        for (int row = 0; row < count; row++) {
            double part = number(table.rows().get(row).get(numbers)).doubleValue() / most;
            int x = MARGIN + row * (WIDTH - 2 * MARGIN) / (count - 1);
            int y = LINE_HEIGHT - MARGIN - (int) Math.round(part * (LINE_HEIGHT - 2 * MARGIN));
            String name = text(table, row, times);
            marks.add(new Mark(row % every == 0 ? name : "", name, text(table, row, numbers), x, x, y));
            line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
        }
        return new QueryChart(
                table.columns().get(times),
                table.columns().get(numbers),
                WIDTH,
                LINE_HEIGHT,
                MARGIN,
                marks,
                line.toString());
    }
}
