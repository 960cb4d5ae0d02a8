package no.forankring.sparql;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import no.forankring.graph.Addresses;
import no.forankring.graph.IteratedDataset;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Delta;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/// What an update sees of the store: its named graphs, and a default graph that can be read and written.
///
/// - Reading the default graph gives all facts, with the changes that this same request has made so far.
/// - Writing to the default graph writes to the graph of confirmed facts, so deleting from it takes back only what
///   people entered or confirmed there, not what the register or a document states.
/// - A blank node that is written gets an address, `{base}/id/skolem/{uuid}`, the same within one request.
final class StoreView extends IteratedDataset {

    private final DatasetGraph base;
    private final Predicate<Node> holdsFacts;
    private final Node written;
    private final String skolem;
    private final Delta facts;
    private final Map<Node, Node> addresses = new HashMap<>();

    StoreView(DatasetGraph base, Addresses addresses) {
        this(base, addresses.base(), addresses::holdsFacts, addresses.confirmedGraph());
    }

    /// @param written the graph that writes to the default graph go to; [Quad#defaultGraphIRI] for the base's own
    StoreView(DatasetGraph base, String baseAddress, Predicate<Node> holdsFacts, Node written) {
        this.base = base;
        this.holdsFacts = holdsFacts;
        this.written = written;
        this.skolem = baseAddress + "/id/skolem/";
        this.facts = new Delta(base.getDefaultGraph());
    }

    private Node addressed(Node node) {
        if (node.isBlank()) {
            return addresses.computeIfAbsent(node, blank -> NodeFactory.createURI(skolem + UUID.randomUUID()));
        }
        if (node.isTripleTerm()) {
            Triple triple = node.getTriple();
            return NodeFactory.createTripleTerm(
                    addressed(triple.getSubject()), triple.getPredicate(), addressed(triple.getObject()));
        }
        return node;
    }

    @Override
    protected void addToDftGraph(Node s, Node p, Node o) {
        addToNamedGraph(written, s, p, o);
    }

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        Triple triple = Triple.create(addressed(s), p, addressed(o));
        base.add(addressed(g), triple.getSubject(), p, triple.getObject());
        if (showsInDefault(g)) {
            facts.add(triple);
        }
    }

    @Override
    protected void deleteFromDftGraph(Node s, Node p, Node o) {
        deleteFromNamedGraph(written, s, p, o);
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        base.delete(g, s, p, o);
        if (showsInDefault(g) && !statedElsewhere(s, p, o)) {
            facts.delete(Triple.create(s, p, o));
        }
    }

    private boolean showsInDefault(Node g) {
        return g.equals(written) || holdsFacts.test(g);
    }

    private boolean statedElsewhere(Node s, Node p, Node o) {
        Iterator<Quad> stated = base.findNG(Node.ANY, s, p, o);
        try {
            while (stated.hasNext()) {
                if (holdsFacts.test(stated.next().getGraph())) {
                    return true;
                }
            }
            return false;
        } finally {
            Iter.close(stated);
        }
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        return Iter.map(facts.find(s, p, o), triple -> Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        return base.findNG(g, s, p, o);
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        return base.findNG(Node.ANY, s, p, o);
    }

    @Override
    public Graph getDefaultGraph() {
        return new WrittenGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || base.contains(name, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return base.listGraphNodes();
    }

    @Override
    public PrefixMap prefixes() {
        return base.prefixes();
    }

    /// The default graph. Clearing it empties only the graph that writes to it go to.
    private static final class WrittenGraph extends GraphView {
        private final StoreView view;

        WrittenGraph(StoreView view) {
            super(view, Quad.defaultGraphNodeGenerated);
            this.view = view;
        }

        @Override
        public void clear() {
            if (Quad.isDefaultGraph(view.written)) {
                super.clear();
            } else {
                view.deleteAny(view.written, Node.ANY, Node.ANY, Node.ANY);
            }
        }
    }

    // The store opens and ends the transaction around all of this.

    @Override
    public boolean supportsTransactions() {
        return false;
    }

    @Override
    public void begin(TxnType type) {
        throw new UnsupportedOperationException("The store has begun already.");
    }

    @Override
    public void begin(ReadWrite mode) {
        throw new UnsupportedOperationException("The store has begun already.");
    }

    @Override
    public boolean promote(Promote mode) {
        throw new UnsupportedOperationException("The store decides.");
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("The store commits.");
    }

    @Override
    public void abort() {
        throw new UnsupportedOperationException("The store aborts.");
    }

    @Override
    public void end() {
        throw new UnsupportedOperationException("The store ends.");
    }

    @Override
    public ReadWrite transactionMode() {
        return ReadWrite.WRITE;
    }

    @Override
    public TxnType transactionType() {
        return TxnType.WRITE;
    }

    @Override
    public boolean isInTransaction() {
        return true;
    }
}
