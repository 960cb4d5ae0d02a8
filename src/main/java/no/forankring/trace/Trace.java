package no.forankring.trace;

import java.util.List;

/// What rests on a thing and what the thing rests on.
///
/// @param incoming statements about others that point to it: what rests on it, what cites it
/// @param outgoing statements that it is the subject of: what it rests on, its goals
/// @param searchedDocuments in how many documents this was looked for, so that silence is not taken for absence
/// @param citationsLeftOut citations beyond the first so many, which are not among the steps; 0 when all are
public record Trace(
        Thing root, List<Step> incoming, List<Step> outgoing, long searchedDocuments, long citationsLeftOut) {

    public Trace {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }

    /// A trace of which nothing is left out.
    public Trace(Thing root, List<Step> incoming, List<Step> outgoing, long searchedDocuments) {
        this(root, incoming, outgoing, searchedDocuments, 0);
    }
}
