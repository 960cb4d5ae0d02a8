package no.forankring.review;

import java.time.Instant;
import java.util.Optional;

/// A decision as it comes out in lists and exports.
///
/// @param statement what was judged, as a sentence of names; the words alone for a mention
/// @param document the id of the document that says so
/// @param ended when it was taken back or followed by another; empty while it is in force
/// @param endedBy who did that; empty while it is in force
/// @param disputed true while a second reader disagrees: the link is no fact then
public record DecisionEntry(
        Judgment judgment,
        String statement,
        String document,
        String documentTitle,
        Optional<Instant> ended,
        String endedBy,
        boolean disputed) {

    public boolean inForce() {
        return ended.isEmpty();
    }
}
