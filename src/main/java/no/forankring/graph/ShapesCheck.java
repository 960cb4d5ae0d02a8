package no.forankring.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.TargetType;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Validates what a change touches against the SHACL shapes.
///
/// A thing is judged by what its own named graph says of it; a document's facts and suggestions count as one. What it
/// refers to may be described anywhere among the facts or in the graphs of the document that its address names.
/// Only violations refuse a change, not warnings. For one thread at a time.
final class ShapesCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ShapesCheck.class);
    private static final String RESOURCE = "/ontology/shapes.ttl";
    private static final Node TYPE = RDF.type.asNode();
    private static final Node SUBCLASS = RDFS.subClassOf.asNode();
    private static final int MOST = 1000;
    private static final Set<String> CORRECTABLE = Set.of(
            Addresses.NETWORK, Addresses.ACTIVITY, Addresses.GOAL, Addresses.TARGET_GROUP, Addresses.ORGANIZATION);

    private final Shapes shapes;
    private final Addresses addresses;
    private final Map<Node, List<Shape>> byClass = new HashMap<>();
    private final List<Shape> byOtherTarget = new ArrayList<>();
    private @Nullable Map<Node, Set<Node>> superclasses;

    ShapesCheck(Shapes shapes, Addresses addresses) {
        this.shapes = shapes;
        this.addresses = addresses;
        for (Shape shape : shapes.getTargetShapes()) {
            for (Target target : shape.getTargets()) {
                if (target.getTargetType() == TargetType.targetClass
                        || target.getTargetType() == TargetType.implicitClass) {
                    byClass.computeIfAbsent(target.getObject(), c -> new ArrayList<>())
                            .add(shape);
                } else if (!byOtherTarget.contains(shape)) {
                    byOtherTarget.add(shape);
                }
            }
        }
    }

    /// The shapes of the product; no shapes, with a warning in the log, when they are not on the class path.
    static Shapes fromClassPath() {
        Graph graph = GraphMemFactory.createDefaultGraph();
        try (@Nullable InputStream in = ShapesCheck.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                LOG.warn("No shapes on the class path at {}: changes to the graph are not checked.", RESOURCE);
            } else {
                RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
            }
            return Shapes.parse(graph);
        } catch (IOException | RuntimeException e) {
            throw GraphException.badShapes(e);
        }
    }

    /// @throws GraphException listing what the shapes object to
    void check(DatasetGraph state, BufferedView.Difference difference) {
        List<Violation> violations = violations(state, difference);
        if (!violations.isEmpty()) {
            throw GraphException.shapes(violations);
        }
    }

    /// What the shapes object to; empty when nothing.
    List<Violation> violations(DatasetGraph state, BufferedView.Difference difference) {
        if (shapes.isEmpty()) {
            return List.of();
        }
        Map<Home, Set<Node>> focus = new LinkedHashMap<>();
        for (Quad quad : difference.added()) {
            focus.computeIfAbsent(home(quad.getGraph()), h -> new LinkedHashSet<>())
                    .add(quad.getSubject());
        }
        for (Quad quad : difference.deleted()) {
            Home home = home(quad.getGraph());
            Set<Node> nodes = focus.computeIfAbsent(home, h -> new LinkedHashSet<>());
            nodes.add(quad.getSubject());
            if (quad.getPredicate().equals(TYPE)) {
                // What pointed to it may now point to nothing.
                home.find(state, Node.ANY, Node.ANY, quad.getSubject())
                        .forEachRemaining(triple -> nodes.add(triple.getSubject()));
            }
        }
        boolean ontologyChanges = focus.containsKey(home(addresses.ontologyGraph()));
        if (ontologyChanges) {
            forget();
        }
        var violations = new ArrayList<Violation>();
        focus.forEach((home, nodes) -> validate(state, home, nodes, violations));
        if (ontologyChanges) {
            forget();
        }
        return violations;
    }

    /// To be called when a state that was checked did not come about.
    void forget() {
        superclasses = null;
    }

    /// Every thing in every named graph; at most a thousand objections.
    List<String> checkAll(DatasetGraph state) {
        var violations = new ArrayList<Violation>();
        if (!shapes.isEmpty()) {
            forget();
            Set<Home> homes = new LinkedHashSet<>();
            state.listGraphNodes().forEachRemaining(graph -> homes.add(home(graph)));
            for (Home home : homes) {
                Set<Node> nodes = new LinkedHashSet<>();
                home.find(state, Node.ANY, TYPE, Node.ANY).forEachRemaining(triple -> nodes.add(triple.getSubject()));
                validate(state, home, nodes, violations);
            }
            forget();
        }
        return violations.stream().map(Violation::sentence).toList();
    }

    private void validate(DatasetGraph state, Home home, Collection<Node> nodes, List<Violation> violations) {
        var data = new Surroundings(state, home);
        var context = ValidationContext.create(shapes, data);
        for (Node node : nodes) {
            for (Shape shape : shapesFor(state, data, node)) {
                VLib.validateShape(context, data, shape, node);
            }
        }
        if (context.hasViolation()) {
            for (ReportEntry entry : context.generateReport().getEntries()) {
                if (entry.severity() == Severity.Violation && violations.size() < MOST) {
                    violations.add(violation(entry));
                }
            }
        }
    }

    private Set<Shape> shapesFor(DatasetGraph state, Surroundings data, Node node) {
        Set<Shape> found = new LinkedHashSet<>();
        for (Triple triple : data.about(node)) {
            if (triple.getPredicate().equals(TYPE)) {
                for (Node type : withSuperclasses(state, triple.getObject())) {
                    found.addAll(byClass.getOrDefault(type, List.of()));
                }
            }
        }
        for (Shape shape : byOtherTarget) {
            if (VLib.isFocusNode(shape, node, data)) {
                found.add(shape);
            }
        }
        return found;
    }

    private Set<Node> withSuperclasses(DatasetGraph state, Node type) {
        Map<Node, Set<Node>> known = superclasses;
        if (known == null) {
            known = new HashMap<>();
            superclasses = known;
        }
        Set<Node> classes = known.get(type);
        if (classes == null) {
            classes = new LinkedHashSet<>();
            var todo = new ArrayList<Node>(List.of(type));
            while (!todo.isEmpty()) {
                Node next = todo.removeLast();
                if (classes.add(next)) {
                    state.find(addresses.ontologyGraph(), next, SUBCLASS, Node.ANY)
                            .forEachRemaining(quad -> todo.add(quad.getObject()));
                    shapes.getGraph()
                            .find(next, SUBCLASS, Node.ANY)
                            .forEachRemaining(triple -> todo.add(triple.getObject()));
                }
            }
            known.put(type, classes);
        }
        return classes;
    }

    private static Violation violation(ReportEntry entry) {
        var messages = new HashMap<String, String>();
        for (Node message : entry.messages()) {
            if (message.isLiteral()) {
                messages.put(message.getLiteralLanguage(), message.getLiteralLexicalForm());
            }
        }
        Node value = entry.value();
        String path = entry.resultPath() == null ? "" : entry.resultPath().toString();
        return new Violation(
                shown(entry.focusNode()),
                path.startsWith("<") && path.endsWith(">") ? path.substring(1, path.length() - 1) : path,
                value == null || value.equals(entry.focusNode()) ? "" : shown(value),
                messages,
                String.valueOf(entry.source()));
    }

    private static String shown(Node node) {
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    /// The graph or graphs that describe a thing.
    private record Home(List<Node> graphs) {

        Iterator<Triple> find(DatasetGraph state, Node s, Node p, Node o) {
            Iterator<Triple> found = Iter.nullIterator();
            for (Node graph : graphs) {
                found = Iter.append(found, Iter.map(state.findNG(graph, s, p, o), Quad::asTriple));
            }
            return found;
        }
    }

    private Home home(Node graph) {
        return documentOf(graph)
                .map(document ->
                        new Home(List.of(addresses.documentGraph(document), addresses.suggestionsGraph(document))))
                .orElseGet(() -> new Home(List.of(graph)));
    }

    private Optional<String> documentOf(Node graph) {
        String prefix = addresses.base() + "/graph/document/";
        if (!graph.getURI().startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = graph.getURI().substring(prefix.length());
        int slash = rest.indexOf('/');
        return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }

    /// What the shapes see from one home. Each thing is looked up once.
    private final class Surroundings extends GraphBase {

        private final DatasetGraph state;
        private final Home home;
        private final Map<Node, Set<Triple>> about = new HashMap<>();

        Surroundings(DatasetGraph state, Home home) {
            this.state = state;
            this.home = home;
        }

        Set<Triple> about(Node node) {
            Set<Triple> known = about.get(node);
            if (known == null) {
                known = lookedUp(node);
                about.put(node, known);
            }
            return known;
        }

        private Set<Triple> lookedUp(Node node) {
            Set<Triple> found = new LinkedHashSet<>();
            home.find(state, node, Node.ANY, Node.ANY).forEachRemaining(found::add);
            if (!found.isEmpty() && correctable(node)) {
                // A document's graph lacks what a person corrected, and the person's what only documents say.
                Node confirmed = addresses.confirmedGraph();
                boolean byPeople = home.graphs().contains(confirmed);
                state.find(byPeople ? Quad.defaultGraphIRI : confirmed, node, Node.ANY, Node.ANY)
                        .forEachRemaining(quad -> found.add(quad.asTriple()));
            }
            if (found.stream().anyMatch(triple -> triple.getPredicate().equals(TYPE))) {
                return found;
            }
            for (Node graph : elsewhere(node)) {
                state.find(graph, node, Node.ANY, Node.ANY).forEachRemaining(quad -> found.add(quad.asTriple()));
            }
            return found;
        }

        private boolean correctable(Node node) {
            return node.isURI()
                    && addresses
                            .parse(node.getURI())
                            .map(Addresses.Parts::kind)
                            .filter(CORRECTABLE::contains)
                            .isPresent();
        }

        private List<Node> elsewhere(Node node) {
            var graphs = new ArrayList<Node>(List.of(Quad.defaultGraphIRI));
            addresses.parse(node.getURI()).ifPresent(parts -> {
                switch (parts.kind()) {
                    case Addresses.EVIDENCE,
                            Addresses.SELECTOR,
                            Addresses.LINK,
                            Addresses.MENTION,
                            Addresses.PASSAGE -> {
                        int slash = parts.id().indexOf('/');
                        if (slash > 0) {
                            graphs.add(addresses.suggestionsGraph(parts.id().substring(0, slash)));
                        }
                    }
                    default -> {}
                }
            });
            return graphs;
        }

        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            Node s = pattern.getSubject();
            Node p = pattern.getPredicate();
            Node o = pattern.getObject();
            if (!s.isConcrete()) {
                Set<Triple> found = new HashSet<>();
                home.find(state, Node.ANY, p.isConcrete() ? p : Node.ANY, o.isConcrete() ? o : Node.ANY)
                        .forEachRemaining(found::add);
                return WrappedIterator.create(found.iterator());
            }
            if (!s.isURI()) {
                return WrappedIterator.create(Iter.nullIterator());
            }
            return WrappedIterator.create(about(s).iterator())
                    .filterKeep(
                            triple -> (!p.isConcrete() || triple.getPredicate().equals(p))
                                    && (!o.isConcrete() || triple.getObject().equals(o)));
        }
    }
}
