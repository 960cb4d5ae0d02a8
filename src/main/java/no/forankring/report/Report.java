package no.forankring.report;

import java.util.List;
import java.util.Optional;

/// One ready report: what it answers, what it may be asked with, and what its columns are.
///
/// @param name as in addresses and commands: `nettverk-og-forankring`
public record Report(String name, Texts title, Texts description, List<Parameter> parameters, List<Column> columns) {

    public Report {
        parameters = List.copyOf(parameters);
        columns = List.copyOf(columns);
    }

    /// Something a report may be asked with.
    ///
    /// @param optional true when it may be left out; a date that is left out is today
    public record Parameter(String name, Type type, boolean optional, Texts label) {}

    public enum Type {
        TEXT,
        INTEGER,
        /// As in 2026-01-31.
        DATE,
        /// Yes or no; left out is no. The flag `suggestions` lets the report see what waits for a person too.
        FLAG,
        /// The id of a governing document, as in `meldst-15-2017-2018`, or its whole address.
        GOVERNING_DOCUMENT
    }

    /// @param variable the query's variable
    /// @param saysNone true when an empty cell means that nothing was found, and should say so
    public record Column(String variable, boolean saysNone, Texts label) {}

    /// The parameter of that name; empty when there is none.
    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream()
                .filter(known -> known.name().equals(parameter))
                .findFirst();
    }
}
