package no.forankring.curation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes a table of the rows of a file: the first row with a known heading for the name is the head.
final class PlanTableBuilder {

    private static final int MOST_COLUMNS = 200;
    private static final int ROWS_BEFORE_HEAD = 20;

    private final List<PlanTable.Row> rows = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<Integer, Column> columns = new TreeMap<>();
    private int seen;

    /// @param number as the spreadsheet counts, from 1
    void row(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        seen++;
        if (cells.size() > MOST_COLUMNS) {
            throw CurationException.refused("importColumns", "" + MOST_COLUMNS);
        }
        if (columns.isEmpty()) {
            head(cells);
            if (columns.isEmpty() && seen >= ROWS_BEFORE_HEAD) {
                throw CurationException.refused("importHead");
            }
            return;
        }
        if (rows.size() == PlanTable.MOST_ROWS) {
            throw CurationException.refused("importRows", "" + PlanTable.MOST_ROWS);
        }
        var said = new EnumMap<Column, String>(Column.class);
        columns.forEach((at, column) -> {
            if (at < cells.size() && !cells.get(at).isBlank()) {
                said.put(
                        column,
                        CurationRdf.clean(cells.get(at)).replace('\t', ' ').strip());
            }
        });
        if (!said.isEmpty()) {
            rows.add(new PlanTable.Row(number, said));
        }
    }

    private void head(List<String> cells) {
        boolean names = cells.stream()
                .anyMatch(cell -> Column.of(cell).filter(c -> c == Column.NAME).isPresent());
        if (!names) {
            return;
        }
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            String heading = cells.get(i);
            Column.of(heading)
                    .filter(column -> !columns.containsValue(column))
                    .ifPresentOrElse(column -> columns.put(at, column), () -> {
                        if (!heading.isBlank()) {
                            unknown.add(CurationRdf.clean(heading.strip()));
                        }
                    });
        }
    }

    PlanTable table() {
        if (columns.isEmpty()) {
            throw CurationException.refused("importHead");
        }
        if (rows.isEmpty()) {
            throw CurationException.refused("importEmpty");
        }
        return new PlanTable(rows, unknown);
    }
}
