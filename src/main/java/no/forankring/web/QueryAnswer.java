package no.forankring.web;

import java.util.List;

/// How a query ended.
public sealed interface QueryAnswer {

    /// Of SELECT; of CONSTRUCT and DESCRIBE with the columns subject, predicate, object.
    ///
    /// @param rows each with one cell per column
    /// @param complete false when there were more rows than are shown
    record Table(List<String> columns, List<List<Cell>> rows, boolean complete) implements QueryAnswer {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// Of ASK.
    record Answer(boolean yes) implements QueryAnswer {}

    /// @param message what is wrong and what to do, with the line where it is known
    record Refused(String message) implements QueryAnswer {}

    /// @param text the value to show; empty when unbound
    /// @param iri the address when the value is one, else empty
    /// @param language the tag of a text, else empty
    record Cell(String text, String iri, String language) {}
}
