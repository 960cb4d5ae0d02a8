package no.forankring.trace;

import java.util.List;
import java.util.Optional;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;

/// Follows statements through the graph, with the evidence of each.
///
/// Safe for many threads.
public final class Traces {

    public Traces(GraphStore graph, Register register) {}

    /// What rests on a thing and what it rests on. `id` is an address or the id of a governing document, network,
    /// activity, goal, organization or document. Empty when nothing has that id.
    public Optional<Trace> trace(String id, boolean withSuggestions) {
        throw new UnsupportedOperationException();
    }

    /// A document that we hold, with its mentions; empty when we do not.
    public Optional<DocumentView> document(String id) {
        throw new UnsupportedOperationException();
    }

    /// All things of a kind (see [no.forankring.graph.Addresses]) with counts, by label.
    public List<Listing> list(String kind) {
        throw new UnsupportedOperationException();
    }
}
