package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import no.forankring.graph.GraphStore;
import org.jspecify.annotations.Nullable;

/// Which state of the graph is meant: `known-on=2026-01-31` is what was known at the end of that day in Oslo,
/// `known-on=2026-01-31T12:00:00Z` at that moment, `known-on=42` after change 42.
final class Moments {

    static final String KNOWN_ON = "known-on";

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private Moments() {}

    /// The number of the change; empty for the newest state.
    static OptionalLong asked(HttpServletRequest request, GraphStore store) {
        return read(KNOWN_ON, request.getParameter(KNOWN_ON), store);
    }

    static OptionalLong read(String name, @Nullable String text, GraphStore store) {
        if (text == null || text.isBlank()) {
            return OptionalLong.empty();
        }
        String value = text.strip();
        if (value.matches("\\d{1,15}")) {
            long number = Long.parseLong(value);
            if (number > store.lastChange()) {
                throw SparqlException.noSuchThing(
                        "Endring %d finnes ikke ennå. Den nyeste er %d.".formatted(number, store.lastChange()));
            }
            return OptionalLong.of(number);
        }
        return OptionalLong.of(store.changeAt(moment(name, value)));
    }

    private static Instant moment(String name, String value) {
        try {
            return value.contains("T")
                    ? OffsetDateTime.parse(value.replace(' ', '+')).toInstant()
                    : LocalDate.parse(value)
                            .plusDays(1)
                            .atStartOfDay(OSLO)
                            .toInstant()
                            .minusNanos(1);
        } catch (DateTimeParseException odd) {
            throw SparqlException.badRequest(
                    "%s=%s er ikke et tidspunkt. Skriv en dato som 2026-01-31, et tidspunkt som 2026-01-31T12:00:00Z eller nummeret på en endring."
                            .formatted(name, value));
        }
    }
}
