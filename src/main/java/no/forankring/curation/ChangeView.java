package no.forankring.curation;

import java.time.Instant;
import java.util.List;

/// A change as a person reads it.
///
/// @param why in the person's words, or the file that was read; empty when nothing was said
/// @param action as in `create`, `edit`, `retire`, `restore`, `link`, `relink`, `unlink`; empty for other kinds
/// @param differences the first ones
/// @param more how many more there are
/// @param undoable true when it is of a kind that can be undone here
public record ChangeView(
        long number,
        Instant at,
        String who,
        ChangeKind kind,
        String action,
        String why,
        List<Difference> differences,
        int more,
        boolean undoable) {

    public ChangeView {
        differences = List.copyOf(differences);
    }
}
