package no.forankring.trace;

import java.util.List;

/// A mention in a document's reading view.
///
/// @param start first UTF-16 unit within the passage
/// @param state resolved, ambiguous or unresolved
/// @param targets one when resolved, the candidates best first when ambiguous, none when unresolved
/// @param status of the link: Automatic, Confirmed or Suggested; empty when unresolved
public record MentionView(
        String passage,
        int start,
        int end,
        String state,
        List<Thing> targets,
        String provision,
        String status,
        String rule,
        String reason) {

    public MentionView {
        targets = List.copyOf(targets);
    }
}
