package no.forankring.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.forankring.report.ReportTable;
import no.forankring.trace.Coverage;

/// What the rows of a report come to, drawn, and as the numbers behind the drawing.
///
/// Only reports that people would rather look at have one: the year wheel, and the municipalities over time.
///
/// @param wheels of the year wheel, one for each of the last years
/// @param byYear of what goes from year to year; not drawn where there is none
/// @param title of the drawing over years
/// @param note how to read the drawings, in words
record ReportChart(List<Wheel> wheels, YearChart byYear, String title, String note) {

    private static final int MOST_WHEELS = 3;
    private static final int MONTHS = 12;
    private static final String DONE = "carriedOut";

    /// The months of a year.
    ///
    /// @param rows the same in numbers
    record Wheel(String title, QueryChart chart, List<Row> rows) {

        /// The same in words, for those who do not see the drawing.
        public String told() {
            return String.join(
                    "; ",
                    rows.stream().map(row -> row.name() + ": " + row.said()).toList());
        }
    }

    record Row(String name, String said) {}

    /// @param read how many documents of each year were read; asked for where it is needed alone
    static Optional<ReportChart> of(ReportTable table, Supplier<Map<Integer, Long>> read, Words words) {
        return switch (table.report().name()) {
            case "arshjul" -> yearWheels(table, words);
            case "kommuner-over-tid" -> municipalities(table, read, words);
            default -> Optional.empty();
        };
    }

    private static Optional<ReportChart> yearWheels(ReportTable table, Words words) {
        // A month's activities in the states that they are in, by year and month.
        var years = new TreeMap<String, Map<String, List<String>>>();
        int year = column(table, "year");
        int month = column(table, "month");
        int progress = column(table, "progress");
        for (List<ReportTable.Cell> row : table.rows()) {
            years.computeIfAbsent(row.get(year).text(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(row.get(month).text(), key -> new ArrayList<>())
                    .add(row.get(progress).text());
        }
        // One scale for all of them, so that years can be compared.
        int most = years.descendingMap().values().stream()
                .limit(MOST_WHEELS)
                .flatMap(months -> months.values().stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
        List<Wheel> wheels = years.descendingMap().entrySet().stream()
                .limit(MOST_WHEELS)
                .map(entry -> wheel(entry.getKey(), entry.getValue(), most, words))
                .toList();
        String note =
                wheels.stream().anyMatch(wheel -> wheel.chart().someWait()) ? words.of("chart.wheel.waiting") : "";
        return wheels.isEmpty() ? Optional.empty() : Optional.of(new ReportChart(wheels, none(words), "", note));
    }

    private static Wheel wheel(String year, Map<String, List<String>> states, int most, Words words) {
        var months = new ArrayList<String>();
        for (int month = 1; month <= MONTHS; month++) {
            months.add(words.month(month));
        }
        // What no month is told of comes last.
        states.keySet().stream().filter(name -> !months.contains(name)).forEach(months::add);
        var bars = new ArrayList<QueryChart.Bar>();
        var rows = new ArrayList<Row>();
        String done = words.of("progress." + DONE);
        for (String month : months) {
            List<String> found = states.getOrDefault(month, List.of());
            int waiting =
                    (int) found.stream().filter(state -> !state.equals(done)).count();
            bars.add(new QueryChart.Bar(
                    month, found.size(), waiting, found.isEmpty() ? "–" : words.number(found.size())));
            rows.add(new Row(month, found.isEmpty() ? words.of("chart.none") : inWords(found, words)));
        }
        String title = words.of("chart.wheel", year);
        return new Wheel(title, QueryChart.of(words.of("chart.month"), title, bars, most), List.copyOf(rows));
    }

    /// As in `3 aktiviteter (2 gjennomført, 1 planlagt)`.
    private static String inWords(List<String> states, Words words) {
        var numbers = new TreeMap<String, Integer>();
        states.forEach(state -> numbers.merge(state, 1, Integer::sum));
        return words.count("chart.activity", states.size()) + " ("
                + String.join(
                        ", ",
                        numbers.entrySet().stream()
                                .map(entry -> words.number(entry.getValue()) + " " + entry.getKey())
                                .toList())
                + ")";
    }

    private static Optional<ReportChart> municipalities(
            ReportTable table, Supplier<Map<Integer, Long>> read, Words words) {
        int municipality = column(table, "municipality");
        int year = column(table, "year");
        int status = column(table, "status");
        String suggestion = words.status("Suggested");
        var seen = new TreeMap<Integer, Set<String>>();
        var facts = new TreeMap<Integer, Set<String>>();
        for (List<ReportTable.Cell> row : table.rows()) {
            if (row.get(year).text().matches("\\d{4}")) {
                Integer when = Integer.valueOf(row.get(year).text());
                String who = row.get(municipality).text();
                seen.computeIfAbsent(when, key -> new HashSet<>()).add(who);
                if (!row.get(status).text().equals(suggestion)) {
                    facts.computeIfAbsent(when, key -> new HashSet<>()).add(who);
                }
            }
        }
        if (seen.size() < 2) {
            return Optional.empty();
        }
        SortedMap<Integer, Coverage.Cell> cells = new TreeMap<>();
        seen.forEach((when, all) -> cells.put(
                when,
                new Coverage.Cell(
                        all.size(),
                        all.size() - facts.getOrDefault(when, Set.of()).size(),
                        0)));
        YearChart chart = YearChart.of(cells, read.get(), "chart.municipality", words);
        return Optional.of(new ReportChart(
                List.of(), chart, words.of("chart.municipalities"), chart.someWait() ? words.of("chart.waiting") : ""));
    }

    private static YearChart none(Words words) {
        return YearChart.of(new TreeMap<>(), Map.of(), "chart.municipality", words);
    }

    private static int column(ReportTable table, String variable) {
        for (int column = 0; column < table.report().columns().size(); column++) {
            if (table.report().columns().get(column).variable().equals(variable)) {
                return column;
            }
        }
        throw new IllegalStateException("The report " + table.report().name() + " has no column " + variable);
    }
}
