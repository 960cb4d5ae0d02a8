package no.forankring.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.graph.Addresses;
import no.forankring.identity.IdentityDecision.Verdict;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/// Which thing an address means in one state of the graph, now that people have merged some.
///
/// All who take an address from outside, or keep what was said of one, ask here: what was said of an address that was
/// merged with another is said of that other.
public final class Meanings {

    private final IdentityRdf rdf;
    private final Addresses addresses;
    private final Map<String, String> forwards;
    private final Map<String, Set<String>> merged = new HashMap<>();

    private Meanings(IdentityRdf rdf, Addresses addresses) {
        this.rdf = rdf;
        this.addresses = addresses;
        this.forwards = forwards(rdf.decisions());
        for (String address : forwards.keySet()) {
            String thing = followed(address, forwards);
            if (!thing.equals(address)) {
                merged.computeIfAbsent(thing, none -> new TreeSet<>()).add(address);
            }
        }
    }

    public static Meanings of(DatasetGraph state, Addresses addresses) {
        return new Meanings(new IdentityRdf(state, addresses), addresses);
    }

    /// The thing that an address means: itself, unless it was merged with another.
    public Node now(Node address) {
        return address.isURI() && forwards.containsKey(address.getURI())
                ? NodeFactory.createURI(followed(address.getURI(), forwards))
                : address;
    }

    /// Every address that means a thing: its own first, then those that were merged with it, in alphabetical order.
    public List<Node> addresses(Node thing) {
        var all = new ArrayList<Node>();
        all.add(thing);
        merged.getOrDefault(thing.toString(), new TreeSet<>())
                .forEach(address -> all.add(NodeFactory.createURI(address)));
        return all;
    }

    /// The address of a statement of a document. It rests on what the document's names alone give, as when the document
    /// is read, so that a judgment of it stands whatever is merged.
    public Node link(String document, Node subject, Node predicate, Node object) {
        return addresses.link(document, own(document, subject), predicate, own(document, object));
    }

    private Node own(String document, Node thing) {
        if (!thing.isURI()) {
            return thing;
        }
        List<String> own = rdf.naming(thing.getURI()).stream()
                .filter(naming -> naming.document().equals(document))
                .map(naming -> naming.sighting().address())
                .sorted()
                .toList();
        return own.isEmpty() || own.contains(thing.getURI()) ? thing : NodeFactory.createURI(own.getFirst());
    }

    /// Where each address that a person merged leads, one step.
    static Map<String, String> forwards(List<IdentityDecision> decisions) {
        var forwards = new HashMap<String, String>();
        for (IdentityDecision decision : decisions) {
            if (decision.verdict() == Verdict.SAME) {
                forwards.put(decision.other(), decision.kept());
            }
        }
        return forwards;
    }

    static String followed(String address, Map<String, String> forwards) {
        String at = address;
        for (int steps = 0; steps <= forwards.size(); steps++) {
            String next = forwards.get(at);
            if (next == null || next.equals(address)) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
