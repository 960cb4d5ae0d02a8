package no.forankring.trace;

import java.util.List;

/// What rests on a thing and what the thing rests on.
///
/// @param incoming statements about others that point to it: what rests on it, what cites it
/// @param outgoing statements that it is the subject of: what it rests on, its goals
/// @param searchedDocuments in how many documents this was looked for, so that silence is not taken for absence
public record Trace(Thing root, List<Step> incoming, List<Step> outgoing, long searchedDocuments) {

    public Trace {
        incoming = List.copyOf(incoming);
        outgoing = List.copyOf(outgoing);
    }
}
