package no.forankring.curation;

import java.util.List;

/// What a plan would change, row by row; or, when `change` is more than 0, what it changed.
///
/// @param token names the plan until it is confirmed
/// @param unknownColumns headings that are passed over
/// @param seen changes whenever what a row does changes; given back when confirming
/// @param change the number of the change that imported it; 0 before that, and when it changed nothing
/// @param confirmed true when it was imported
public record PlanPreview(
        String token,
        String fileName,
        List<PlanRow> rows,
        List<String> unknownColumns,
        String seen,
        long change,
        boolean confirmed) {

    public PlanPreview {
        rows = List.copyOf(rows);
        unknownColumns = List.copyOf(unknownColumns);
    }

    public long count(PlanRow.Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
