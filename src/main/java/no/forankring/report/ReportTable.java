package no.forankring.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A report's rows on one state of the graph.
///
/// @param language `nb`, `nn` or `en`: of the labels and titles
/// @param chosen what the report was asked with, one line each, as in `År: 2025`
/// @param date when it was made
/// @param change the number of the last change to the graph that it knows
/// @param base the address of the service it comes from
public record ReportTable(
        Report report,
        String language,
        List<String> chosen,
        List<List<Cell>> rows,
        LocalDate date,
        long change,
        String base) {

    public ReportTable {
        chosen = List.copyOf(chosen);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// @param text what to show; empty when there is nothing
    /// @param number true when the text is a number
    /// @param link the address of the thing, when the cell names one
    public record Cell(String text, boolean number, Optional<String> link) {}

    public String title() {
        return report.title().in(language);
    }

    /// Where the rows come from.
    public String source() {
        return switch (language) {
            case "nn" -> "Kjelde: Forankring, %s. Laga %s, etter endring nummer %d.".formatted(base, date, change);
            case "en" -> "Source: Forankring, %s. Made %s, after change number %d.".formatted(base, date, change);
            default -> "Kilde: Forankring, %s. Laget %s, etter endring nummer %d.".formatted(base, date, change);
        };
    }

    /// The number of rows in words.
    public String count() {
        int count = rows.size();
        return switch (language) {
            case "nn" -> count == 1 ? "1 rad" : count + " rader";
            case "en" -> count == 1 ? "1 row" : count + " rows";
            default -> count == 1 ? "1 rad" : count + " rader";
        };
    }
}
