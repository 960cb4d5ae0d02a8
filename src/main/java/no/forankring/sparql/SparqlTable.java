package no.forankring.sparql;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An answer as rows of cells, for pages.
///
/// @param columns the names of the variables, in the query's order; `subject`, `predicate`, `object` for a graph
/// @param rows as many cells each as there are columns; an empty cell is null
/// @param truncated true when there were more rows than asked for
public record SparqlTable(List<String> columns, List<List<@Nullable Cell>> rows, boolean truncated) {

    public SparqlTable {
        columns = List.copyOf(columns);
        // Not List.copyOf: a cell may be null.
        rows = rows.stream().map(Collections::unmodifiableList).toList();
    }

    /// One value.
    ///
    /// @param value the text to show when there is no label: a literal's text, an address, or `_:b0`
    /// @param iri the address, when the value is one
    /// @param label the name of the thing in the graph, when the value is an address that has one
    /// @param language as in `nb`, on texts that have one
    /// @param datatype the address of the datatype of a literal
    public record Cell(
            String value,
            Optional<String> iri,
            Optional<String> label,
            Optional<String> language,
            Optional<String> datatype) {

        /// The label, or the value where there is none.
        public String text() {
            return label.orElse(value);
        }
    }
}
