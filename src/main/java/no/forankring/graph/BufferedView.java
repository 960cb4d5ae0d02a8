package no.forankring.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// A dataset that keeps its changes beside the dataset it stands on, which it never touches.
///
/// What it reports afterwards is the net difference: deleting a quad and adding it again is no change. Views may stand
/// on views. The default graph follows the graphs of facts, as in the store. For one thread.
final class BufferedView extends IteratedDataset {

    private final DatasetGraph base;
    private final Addresses addresses;
    private final Map<Node, NamedDelta> deltas = new LinkedHashMap<>();
    private final PrefixMap prefixes = PrefixMapFactory.create();

    /// Triples of fact graphs whose place in the default graph is not worked out yet.
    private final Set<Triple> unsettled = new LinkedHashSet<>();

    private final Graph defaultAdded = memory();
    private final Set<Triple> defaultDeleted = new HashSet<>();

    BufferedView(DatasetGraph base, Addresses addresses) {
        this.base = base;
        this.addresses = addresses;
        BreadthFirstPaths.useIn(getContext());
    }

    /// The net difference, in the order in which graphs were first touched.
    Difference difference() {
        var deleted = new ArrayList<Quad>();
        var added = new ArrayList<Quad>();
        deltas.forEach((graph, delta) -> {
            delta.deleted().forEach(triple -> deleted.add(Quad.create(graph, triple)));
            delta.added().forEach(triple -> added.add(Quad.create(graph, triple)));
        });
        return new Difference(deleted, added);
    }

    /// Takes over the difference of a view that stands on this one.
    void absorb(Difference difference) {
        difference.deleted().forEach(quad -> {
            delta(quad.getGraph()).delete(quad.asTriple());
            touched(quad.getGraph(), quad.asTriple());
        });
        difference.added().forEach(quad -> {
            delta(quad.getGraph()).add(quad.asTriple());
            touched(quad.getGraph(), quad.asTriple());
        });
    }

    record Difference(List<Quad> deleted, List<Quad> added) {

        boolean isEmpty() {
            return deleted.isEmpty() && added.isEmpty();
        }

        int size() {
            return deleted.size() + added.size();
        }
    }

    /// True when a find in the graph does not reach the dataset below.
    boolean inMemory(Node graph) {
        return deltas.get(graph) instanceof Whole;
    }

    private NamedDelta delta(Node graph) {
        NamedDelta delta = deltas.get(graph);
        if (delta == null) {
            delta = base.contains(graph, Node.ANY, Node.ANY, Node.ANY) ? new Part(graph) : new Whole(Set.of());
            deltas.put(graph, delta);
        }
        return delta;
    }

    // ---- Writing

    @Override
    protected void addToNamedGraph(Node g, Node s, Node p, Node o) {
        if (isOurs(g, s, p)) {
            return;
        }
        Quad quad = Terms.stored(g, s, p, o);
        if (delta(g).add(quad.asTriple())) {
            touched(g, quad.asTriple());
        }
    }

    @Override
    protected void deleteFromNamedGraph(Node g, Node s, Node p, Node o) {
        if (isOurs(g, s, p)) {
            return;
        }
        Triple triple = Triple.create(s, p, Terms.canonical(o));
        if (delta(g).delete(triple)) {
            touched(g, triple);
        }
    }

    @Override
    public void deleteAny(Node g, Node s, Node p, Node o) {
        if (g != null && Quad.isDefaultGraph(g)) {
            throw GraphException.defaultGraph();
        }
        if (isAny(g)) {
            Iter.toList(listGraphNodes()).forEach(graph -> deleteAny(graph, s, p, o));
        } else if (isAny(s) && isAny(p) && isAny(o)) {
            clear(g);
        } else {
            Iter.toList(findInSpecificNamedGraph(g, s, p, o)).forEach(this::delete);
        }
    }

    /// From here on the graph is held in memory: what replaces it is then compared without asking the disk again.
    private void clear(Node g) {
        List<Triple> gone =
                Iter.toList(Iter.map(findInSpecificNamedGraph(g, Node.ANY, Node.ANY, Node.ANY), Quad::asTriple));
        if (!inMemory(g)) {
            deltas.put(
                    g,
                    new Whole(new LinkedHashSet<>(
                            Iter.toList(Iter.map(inBase(g, Node.ANY, Node.ANY, Node.ANY), Quad::asTriple)))));
        }
        ((Whole) delta(g)).current.clear();
        gone.forEach(triple -> touched(g, triple));
    }

    @Override
    protected void addToDftGraph(Node s, Node p, Node o) {
        throw GraphException.defaultGraph();
    }

    @Override
    protected void deleteFromDftGraph(Node s, Node p, Node o) {
        throw GraphException.defaultGraph();
    }

    private void touched(Node graph, Triple triple) {
        if (addresses.holdsFacts(graph)) {
            unsettled.add(triple);
        }
    }

    /// The store's own note of the last change: operations neither see nor write it.
    private boolean isOurs(Node g, Node s, Node p) {
        return p != null && p.equals(Fa.lastChange) && g.equals(addresses.provenanceGraph()) && g.equals(s);
    }

    private boolean isOurs(Quad quad) {
        return isOurs(quad.getGraph(), quad.getSubject(), quad.getPredicate());
    }

    // ---- Reading

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node g, Node s, Node p, Node o) {
        Node object = canonical(o);
        NamedDelta delta = deltas.get(g);
        if (delta == null) {
            return inBase(g, s, p, object);
        }
        return Iter.map(delta.find(s, p, object), triple -> Quad.create(g, triple));
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node s, Node p, Node o) {
        Node object = canonical(o);
        Iterator<Quad> found = Iter.filter(
                base.findNG(Node.ANY, s, p, object), quad -> !deltas.containsKey(quad.getGraph()) && !isOurs(quad));
        for (var entry : deltas.entrySet()) {
            found = Iter.append(
                    found,
                    Iter.map(entry.getValue().find(s, p, object), triple -> Quad.create(entry.getKey(), triple)));
        }
        return found;
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node s, Node p, Node o) {
        settle();
        Node object = canonical(o);
        Iterator<Quad> below = base.find(Quad.defaultGraphIRI, s, p, object);
        if (!defaultDeleted.isEmpty()) {
            below = Iter.filter(below, quad -> !defaultDeleted.contains(quad.asTriple()));
        }
        List<Triple> added = defaultAdded.find(s, p, object).toList();
        Iterator<Quad> all = added.isEmpty()
                ? below
                : Iter.append(below, Iter.map(added.iterator(), triple -> Quad.create(Quad.defaultGraphIRI, triple)));
        return Iter.map(all, quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()));
    }

    private void settle() {
        for (Triple triple : unsettled) {
            defaultAdded.delete(triple);
            defaultDeleted.remove(triple);
            boolean before =
                    base.contains(Quad.defaultGraphIRI, triple.getSubject(), triple.getPredicate(), triple.getObject());
            boolean now = isFact(triple);
            if (now && !before) {
                defaultAdded.add(triple);
            } else if (before && !now) {
                defaultDeleted.add(triple);
            }
        }
        unsettled.clear();
    }

    private boolean isFact(Triple triple) {
        for (var entry : deltas.entrySet()) {
            if (addresses.holdsFacts(entry.getKey()) && entry.getValue().contains(triple)) {
                return true;
            }
        }
        Iterator<Quad> below = base.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
        return Iter.anyMatch(
                below, quad -> addresses.holdsFacts(quad.getGraph()) && !deltas.containsKey(quad.getGraph()));
    }

    private Iterator<Quad> inBase(Node g, Node s, Node p, Node o) {
        Iterator<Quad> found = base.findNG(g, s, p, o);
        return g.equals(addresses.provenanceGraph()) ? Iter.filter(found, quad -> !isOurs(quad)) : found;
    }

    private static Node canonical(@Nullable Node node) {
        return node == null ? Node.ANY : Terms.canonical(node);
    }

    private static boolean isAny(@Nullable Node node) {
        return node == null || node == Node.ANY;
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        Set<Node> graphs = new LinkedHashSet<>();
        base.listGraphNodes().forEachRemaining(graph -> {
            if (!deltas.containsKey(graph)
                    && (!graph.equals(addresses.provenanceGraph())
                            || inBase(graph, Node.ANY, Node.ANY, Node.ANY).hasNext())) {
                graphs.add(graph);
            }
        });
        deltas.forEach((graph, delta) -> {
            if (delta.find(Node.ANY, Node.ANY, Node.ANY).hasNext()) {
                graphs.add(graph);
            }
        });
        return graphs.iterator();
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graphNode) {
        return GraphView.createNamedGraph(this, graphNode);
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    // ---- Transactions: the view stands in one from beginning to end.

    @Override
    public boolean isInTransaction() {
        return true;
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
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return false;
    }

    @Override
    public boolean promote(Promote mode) {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        throw GraphException.ownTransaction();
    }

    @Override
    public void begin(ReadWrite readWrite) {
        throw GraphException.ownTransaction();
    }

    @Override
    public void commit() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void abort() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void end() {
        throw GraphException.ownTransaction();
    }

    @Override
    public void close() {}

    private static Graph memory() {
        return GraphMemFactory.createDefaultGraphSameTerm();
    }

    /// What a named graph became.
    private sealed interface NamedDelta {

        /// True when the graph did not hold the triple.
        boolean add(Triple triple);

        /// True when the graph held the triple.
        boolean delete(Triple triple);

        boolean contains(Triple triple);

        Iterator<Triple> find(Node s, Node p, Node o);

        Collection<Triple> added();

        Collection<Triple> deleted();
    }

    /// The whole graph in memory, with what it held before.
    private static final class Whole implements NamedDelta {

        private final Set<Triple> before;
        private final Graph current = memory();

        Whole(Set<Triple> before) {
            this.before = before;
            before.forEach(current::add);
        }

        @Override
        public boolean add(Triple triple) {
            if (current.contains(triple)) {
                return false;
            }
            current.add(triple);
            return true;
        }

        @Override
        public boolean delete(Triple triple) {
            if (!current.contains(triple)) {
                return false;
            }
            current.delete(triple);
            return true;
        }

        @Override
        public boolean contains(Triple triple) {
            return current.contains(triple);
        }

        @Override
        public Iterator<Triple> find(Node s, Node p, Node o) {
            return current.find(s, p, o).toList().iterator();
        }

        @Override
        public Collection<Triple> added() {
            return current.find().filterDrop(before::contains).toList();
        }

        @Override
        public Collection<Triple> deleted() {
            return before.stream().filter(triple -> !current.contains(triple)).toList();
        }
    }

    /// The difference alone, for graphs too big to hold.
    private final class Part implements NamedDelta {

        private final Node graph;
        private final Graph added = memory();
        private final Set<Triple> deleted = new LinkedHashSet<>();

        Part(Node graph) {
            this.graph = graph;
        }

        @Override
        public boolean add(Triple triple) {
            if (deleted.remove(triple)) {
                return true;
            }
            if (added.contains(triple) || below(triple)) {
                return false;
            }
            added.add(triple);
            return true;
        }

        @Override
        public boolean delete(Triple triple) {
            if (added.contains(triple)) {
                added.delete(triple);
                return true;
            }
            return !deleted.contains(triple) && below(triple) && deleted.add(triple);
        }

        @Override
        public boolean contains(Triple triple) {
            return added.contains(triple) || (!deleted.contains(triple) && below(triple));
        }

        private boolean below(Triple triple) {
            return base.contains(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
        }

        @Override
        public Iterator<Triple> find(Node s, Node p, Node o) {
            Iterator<Triple> below = Iter.map(inBase(graph, s, p, o), Quad::asTriple);
            if (!deleted.isEmpty()) {
                below = Iter.filter(below, triple -> !deleted.contains(triple));
            }
            List<Triple> above = added.find(s, p, o).toList();
            return above.isEmpty() ? below : Iter.append(below, above.iterator());
        }

        @Override
        public Collection<Triple> added() {
            return added.find().toList();
        }

        @Override
        public Collection<Triple> deleted() {
            return deleted;
        }
    }
}
