package no.forankring.sparql;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OA;

/// What the facts say of one thing: the triples with it as subject and as object, and of every link among them the
/// evidence down to the words of the passage.
final class Descriptions {

    // From a link to what proves it, step by step.
    private static final List<Node> TOWARDS_PROOF =
            List.of(Fa.evidence, OA.hasSource.asNode(), OA.hasSelector.asNode(), Fa.provision);

    private Descriptions() {}

    /// @param graph empty when nothing is said of the thing
    /// @param truncated true when there was more than asked for
    record Description(Graph graph, boolean truncated) {}

    static Description of(DatasetGraph dataset, Node thing, int max) {
        Graph facts = dataset.getDefaultGraph();
        Graph description = GraphFactory.createDefaultGraph();
        Prefixes.into(description);
        boolean whole = copy(facts.find(thing, Node.ANY, Node.ANY), description, max)
                && copy(facts.find(Node.ANY, Node.ANY, thing), description, max);
        var waiting = new ArrayDeque<Node>(links(facts, description));
        Set<Node> seen = new HashSet<>(waiting);
        // The thing itself may be evidence or a passage.
        follow(description, thing, seen, waiting);
        while (whole && !waiting.isEmpty()) {
            Node next = waiting.remove();
            whole = copy(facts.find(next, Node.ANY, Node.ANY), description, max);
            follow(description, next, seen, waiting);
        }
        return new Description(description, !whole);
    }

    private static Set<Node> links(Graph facts, Graph description) {
        Set<Node> links = new LinkedHashSet<>();
        description.find().forEach(triple -> {
            if (facts.contains(triple.getSubject(), Fa.evidence, Node.ANY)) {
                links.add(triple.getSubject());
            }
        });
        return links;
    }

    private static void follow(Graph description, Node from, Set<Node> seen, ArrayDeque<Node> waiting) {
        for (Node step : TOWARDS_PROOF) {
            for (Triple triple : description.find(from, step, Node.ANY).toList()) {
                if (seen.add(triple.getObject())) {
                    waiting.add(triple.getObject());
                }
            }
        }
    }

    private static boolean copy(ExtendedIterator<Triple> triples, Graph into, int max) {
        try {
            while (triples.hasNext()) {
                Triple triple = triples.next();
                if (into.size() >= max && !into.contains(triple)) {
                    return false;
                }
                into.add(triple);
            }
            return true;
        } finally {
            triples.close();
        }
    }

    /// The document that a passage, a piece of evidence or a link belongs to, when the facts say so.
    static java.util.Optional<Node> passageOf(DatasetGraph dataset, Node evidence) {
        ExtendedIterator<Triple> found = dataset.getDefaultGraph().find(evidence, OA.hasSource.asNode(), Node.ANY);
        try {
            return found.hasNext() ? java.util.Optional.of(found.next().getObject()) : java.util.Optional.empty();
        } finally {
            found.close();
        }
    }
}
