package no.forankring.curation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The rows of a plan as they stand in the file.
///
/// @param unknown headings that are none of the plan's, which are passed over
record PlanTable(List<Row> rows, List<String> unknown) {

    static final int MOST_ROWS = 5_000;
    static final int LONGEST_CELL = 4_000;

    PlanTable {
        rows = List.copyOf(rows);
        unknown = List.copyOf(unknown);
    }

    /// @param number as the spreadsheet counts, from 1 for the headings
    record Row(int number, Map<Column, String> cells) {

        Row {
            var copy = new EnumMap<Column, String>(Column.class);
            copy.putAll(cells);
            cells = copy;
        }

        String cell(Column column) {
            return cells.getOrDefault(column, "");
        }
    }
}
