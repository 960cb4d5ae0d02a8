package no.forankring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import no.forankring.trace.Coverage;

/// How many there are of something, year by year, as a drawing and as the numbers behind it.
///
/// A year from which nothing was read is drawn otherwise than one in which nothing was found.
///
/// @param told the same in words, for those who do not see the drawing
/// @param width of the drawing
record YearChart(String told, int width, List<Year> years) {

    static final int HEIGHT = 120;

    private static final int STEP = 56;
    private static final int BAR = 32;
    private static final int MOST_YEARS = 15;

    /// @param x of the middle of the bar
    /// @param left of the bar
    /// @param confirmed height of what is a fact, from the ground up
    /// @param waiting height of what rests on suggestions alone, above it
    /// @param read whether any document of the year was read
    /// @param state what the numbers say, in words
    record Year(
            int year,
            int x,
            int left,
            int confirmed,
            int waiting,
            int things,
            int suggested,
            boolean read,
            String state) {

        public int barWidth() {
            return BAR;
        }

        public int confirmedTop() {
            return HEIGHT - confirmed;
        }

        public int waitingTop() {
            return HEIGHT - confirmed - waiting;
        }
    }

    /// Empty where there is nothing to draw.
    ///
    /// @param read how many documents of each year were read
    /// @param counted the key of the words for a number of what is counted
    static YearChart of(SortedMap<Integer, Coverage.Cell> cells, Map<Integer, Long> read, String counted, Words words) {
        if (cells.isEmpty()) {
            return new YearChart("", 0, List.of());
        }
        int last = cells.lastKey();
        int first = Math.max(cells.firstKey(), last - MOST_YEARS + 1);
        int most = cells.tailMap(first).values().stream()
                .mapToInt(Coverage.Cell::things)
                .max()
                .orElse(1);
        var years = new ArrayList<Year>();
        var told = new ArrayList<String>();
        for (int year = first; year <= last; year++) {
            Coverage.Cell cell = cells.getOrDefault(year, Coverage.Cell.EMPTY);
            boolean wasRead = read.getOrDefault(year, 0L) > 0;
            int suggested = height(cell.suggested(), most);
            String state = cell.things() > 0
                    ? words.count(counted, cell.things())
                            + (cell.suggested() == 0
                                    ? ""
                                    : ", " + words.count("coverage.cell.suggested", cell.suggested()))
                    : wasRead ? words.of("chart.none") : words.of("coverage.cell.unread");
            int left = years.size() * STEP + (STEP - BAR) / 2;
            years.add(new Year(
                    year,
                    left + BAR / 2,
                    left,
                    height(cell.things(), most) - suggested,
                    suggested,
                    cell.things(),
                    cell.suggested(),
                    wasRead,
                    state));
            told.add(year + ": " + state);
        }
        return new YearChart(String.join("; ", told), years.size() * STEP, List.copyOf(years));
    }

    /// Room for the number above the tallest.
    private static int height(int number, int most) {
        return number * (HEIGHT - 20) / Math.max(1, most);
    }

    public boolean drawn() {
        return !years.isEmpty();
    }

    public boolean someWait() {
        return years.stream().anyMatch(year -> year.suggested() > 0);
    }
}
