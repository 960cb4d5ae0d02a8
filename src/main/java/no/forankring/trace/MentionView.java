package no.forankring.trace;

import java.util.List;

/// A mention in a document's reading view.
///
/// @param start first UTF-16 unit within the passage
/// @param state resolved, ambiguous or unresolved; resolved too when a person has chosen among several
/// @param targets one when resolved, the candidates best first when ambiguous, none when unresolved
/// @param links the address of the link to each target, in the same order
/// @param status of the links: Automatic, Confirmed, Suggested or Rejected; empty when unresolved
public record MentionView(
        String passage,
        int start,
        int end,
        String state,
        List<Thing> targets,
        List<String> links,
        String provision,
        String status,
        String rule,
        String reason) {

    public MentionView {
        targets = List.copyOf(targets);
        links = List.copyOf(links);
    }
}
