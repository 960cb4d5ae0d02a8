package no.forankring.trace;

import java.util.List;
import java.util.SortedMap;

/// Which governing documents networks and activities rest on or carry out, year by year.
///
/// @param rows every governing document of the register, and every other that something rests on; the most used first
/// @param documentsByYear how many documents of each year were read, by their own date: where there are none, an empty
/// cell says nothing
/// @param undated how many documents have no date
public record Coverage(List<Row> rows, SortedMap<Integer, Long> documentsByYear, long undated) {

    /// The days are long gone when nothing newer than this many years is told.
    public static final int OLD_AFTER_YEARS = 3;

    public Coverage {
        rows = List.copyOf(rows);
    }

    public long documents() {
        return undated
                + documentsByYear.values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param type the register's code, as in `plan`; empty for a document that it does not list
    /// @param cells by year; a year without any is left out
    /// @param undated what has no year, neither of its own nor of its document
    /// @param all over all years, each thing once
    public record Row(
            Thing governing, String type, SortedMap<Integer, Cell> cells, Cell undated, Cell all, State state) {}

    /// @param things networks and activities
    /// @param suggested how many of them rest on suggestions alone
    /// @param rung the highest step of the ladder among them, 1 (named) to 6 (effect measured); 0 for none
    public record Cell(int things, int suggested, int rung) {

        public static final Cell EMPTY = new Cell(0, 0, 0);
    }

    /// Whether a governing document is followed up, and if not, why one says so.
    public enum State {
        /// At least one activity is carried out, and lately.
        COVERED,
        /// Anchored or planned; nothing says that it was carried out.
        NOT_CARRIED_OUT,
        /// The newest that is told is older than [#OLD_AFTER_YEARS] years.
        TOO_OLD,
        /// Only suggestions, which nobody has judged.
        ONLY_SUGGESTED,
        /// Documents cite it, but nothing is said to rest on it.
        ONLY_NAMED,
        /// Looked for in all documents that were read; none speaks of it.
        ABSENT
    }
}
