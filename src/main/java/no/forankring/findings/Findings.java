package no.forankring.findings;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import no.forankring.document.DocumentText;
import no.forankring.graph.GraphStore;
import org.apache.jena.sparql.core.Quad;

/// Which numbers of a document do not agree, and which of these findings have people put away?
///
/// Safe for many threads.
public final class Findings implements FindingsDesk {

    private final GraphStore graph;
    private final FindingRdf rdf;
    private final Clock clock;

    public Findings(GraphStore graph, Clock clock) {
        this.graph = graph;
        this.rdf = new FindingRdf(graph.addresses());
        this.clock = clock;
    }

    /// What is to be stored of the numbers of a document, in its suggestions graph.
    public Set<Quad> quads(String document, DocumentText text) {
        return rdf.quads(document, text, NumberSense.findings(text));
    }

    @Override
    public List<Stored> all() {
        return graph.read(rdf::all).stream()
                .sorted(Comparator.comparing(
                                (Stored finding) -> finding.dismissal().isPresent())
                        .thenComparing(finding -> -finding.confidence()))
                .toList();
    }

    @Override
    public List<Stored> of(String document) {
        return graph.read(state -> rdf.of(state, document));
    }

    @Override
    public boolean dismiss(String address, String why, String who) {
        if (!graph.read(state -> rdf.isKnown(state, address))) {
            return false;
        }
        var dismissal = new Dismissal(who, clock.instant(), why);
        graph.write(who, "dismiss the finding " + address, state -> rdf.dismiss(state, address, dismissal))
                .join();
        return true;
    }

    @Override
    public boolean restore(String address, String who) {
        if (!graph.read(state -> rdf.isDismissed(state, address))) {
            return false;
        }
        graph.write(who, "restore the finding " + address, state -> rdf.restore(state, address))
                .join();
        return true;
    }
}
