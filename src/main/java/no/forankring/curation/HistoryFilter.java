package no.forankring.curation;

import java.time.LocalDate;
import java.util.Optional;

/// Which changes to show.
///
/// @param thing the address of a thing; empty for all
/// @param who an account, whole; empty for all
/// @param from the first day, in Norway
/// @param to the last day
public record HistoryFilter(
        String thing, String who, Optional<ChangeKind> kind, Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final HistoryFilter ALL =
            new HistoryFilter("", "", Optional.empty(), Optional.empty(), Optional.empty());

    public static HistoryFilter of(String thing) {
        return new HistoryFilter(thing, "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
