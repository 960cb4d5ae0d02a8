package no.forankring.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Which suggestions await a person, and what was decided.
///
/// A decision is kept apart from what documents say, so it survives every re-reading: the link's address depends
/// only on document, subject, predicate and object.
public final class ReviewQueue {

    private final GraphStore graph;
    private final Clock clock;

    public ReviewQueue(GraphStore graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /// What a person thinks of a suggestion.
    public enum Verdict {
        ACCEPTED,
        REJECTED,
        UNSURE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The addresses of suggested links without a decision, in order of address.
    public List<String> waiting() {
        return graph.read(state -> {
            Set<Node> decided = new HashSet<>();
            state.find(graph.addresses().decisionsGraph(), Node.ANY, Fa.judges, Node.ANY)
                    .forEachRemaining(quad -> decided.add(quad.getObject()));
            var waiting = new ArrayList<String>();
            state.findNG(Node.ANY, Node.ANY, Fa.status, Fa.Suggested).forEachRemaining(quad -> {
                if (!decided.contains(quad.getSubject())) {
                    waiting.add(quad.getSubject().getURI());
                }
            });
            waiting.sort(String::compareTo);
            return waiting;
        });
    }

    /// Notes what a person decided about a suggested link. Accepting makes it a fact, with its evidence; rejecting
    /// or being unsure takes back an earlier acceptance. Fails with [IllegalArgumentException] when no suggestion
    /// and no earlier decision has that address.
    public CompletableFuture<Change> decide(String linkAddress, Verdict verdict, String who) {
        Node link = NodeFactory.createURI(linkAddress);
        return graph.write(who, "judge " + linkAddress + " " + verdict.code(), state -> {
            Optional<Node> from = suggestionGraph(state, link);
            boolean confirmed = state.contains(graph.addresses().confirmedGraph(), link, Fa.status, Fa.Confirmed);
            if (from.isEmpty() && (!confirmed || verdict == Verdict.ACCEPTED)) {
                throw new IllegalArgumentException(
                        "Ingen forslag har adressen %s. Det kan være borte fordi dokumentet er lest på nytt; last siden igjen."
                                .formatted(link));
            }
            takeBack(state, link);
            if (verdict == Verdict.ACCEPTED) {
                confirm(state, from.orElseThrow(), link);
            }
            note(state, link, verdict, who);
        });
    }

    private static Optional<Node> suggestionGraph(DatasetGraph state, Node link) {
        Iterator<Quad> suggested = state.find(Node.ANY, link, Fa.status, Fa.Suggested);
        return suggested.hasNext() ? Optional.of(suggested.next().getGraph()) : Optional.empty();
    }

    private void takeBack(DatasetGraph state, Node link) {
        Node confirmed = graph.addresses().confirmedGraph();
        if (state.contains(confirmed, link, Fa.status, Fa.Confirmed)) {
            state.deleteAny(
                    confirmed,
                    only(state, confirmed, link, RDF.subject.asNode()),
                    only(state, confirmed, link, RDF.predicate.asNode()),
                    only(state, confirmed, link, RDF.object.asNode()));
            state.deleteAny(confirmed, link, Node.ANY, Node.ANY);
        }
        Node decisions = graph.addresses().decisionsGraph();
        var earlier = new ArrayList<Node>();
        state.find(decisions, Node.ANY, Fa.judges, link).forEachRemaining(quad -> earlier.add(quad.getSubject()));
        earlier.forEach(judgment -> state.deleteAny(decisions, judgment, Node.ANY, Node.ANY));
    }

    private void confirm(DatasetGraph state, Node from, Node link) {
        Node confirmed = graph.addresses().confirmedGraph();
        copy(state, from, confirmed, link);
        state.deleteAny(confirmed, link, Fa.status, Node.ANY);
        state.deleteAny(confirmed, link, Fa.mention, Node.ANY);
        state.add(new Quad(confirmed, link, Fa.status, Fa.Confirmed));
        for (Quad evidence : all(state, from, link, Fa.evidence)) {
            copy(state, from, confirmed, evidence.getObject());
            for (Node part : List.of(StandardTerms.OA_HAS_SOURCE, StandardTerms.OA_HAS_SELECTOR, Fa.provision)) {
                for (Quad quad : all(state, from, evidence.getObject(), part)) {
                    copy(state, from, confirmed, quad.getObject());
                }
            }
        }
        Node object = only(state, from, link, RDF.object.asNode());
        // Described here too when the register does not list it.
        copy(state, from, confirmed, object);
        state.add(new Quad(
                confirmed,
                only(state, from, link, RDF.subject.asNode()),
                only(state, from, link, RDF.predicate.asNode()),
                object));
    }

    private void note(DatasetGraph state, Node link, Verdict verdict, String who) {
        Node decisions = graph.addresses().decisionsGraph();
        Node judgment =
                graph.addresses().of(Addresses.JUDGMENT, UUID.randomUUID().toString());
        Node agent = graph.addresses().agent(who);
        state.add(new Quad(decisions, judgment, RDF.type.asNode(), Fa.Judgment));
        state.add(new Quad(decisions, judgment, RDF.type.asNode(), StandardTerms.PROV_ACTIVITY));
        state.add(new Quad(decisions, judgment, Fa.judges, link));
        state.add(new Quad(decisions, judgment, Fa.verdict, NodeFactory.createLiteralString(verdict.code())));
        state.add(new Quad(decisions, judgment, StandardTerms.PROV_WAS_ASSOCIATED_WITH, agent));
        state.add(new Quad(
                decisions,
                judgment,
                StandardTerms.PROV_ENDED_AT_TIME,
                NodeFactory.createLiteralDT(clock.instant().toString(), XSDDatatype.XSDdateTime)));
    }

    private static void copy(DatasetGraph state, Node from, Node to, Node subject) {
        for (Quad quad : all(state, from, subject, Node.ANY)) {
            state.add(new Quad(to, quad.getSubject(), quad.getPredicate(), quad.getObject()));
        }
    }

    private static List<Quad> all(DatasetGraph state, Node graph, Node subject, Node predicate) {
        var quads = new ArrayList<Quad>();
        state.find(graph, subject, predicate, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    private static Node only(DatasetGraph state, Node graph, Node subject, Node predicate) {
        return all(state, graph, subject, predicate).getFirst().getObject();
    }
}
