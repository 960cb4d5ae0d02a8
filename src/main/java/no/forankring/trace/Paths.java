package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.StandardTerms;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/// Which ways lead from one thing to another, and where is each weakest?
///
/// A way goes along statements, whichever way they point, over networks, activities, goals, plans and governing
/// documents. It has at most [#LONGEST] steps; things with more than [#MOST_NEIGHBORS] statements are not passed
/// through; at most [#MOST_PATHS] ways are told, the shortest first. Safe for many threads.
public final class Paths {

    public static final int LONGEST = 4;
    public static final int MOST_PATHS = 50;
    static final int MOST_NEIGHBORS = 500;
    private static final int MOST_VISITED = 5_000;

    private static final Set<String> PASSED =
            Set.of(Addresses.NETWORK, Addresses.ACTIVITY, Addresses.GOAL, Addresses.PLAN, Addresses.GOVERNING_DOCUMENT);
    private static final Set<Node> NO_WAY = Set.of(RDF.type.asNode(), Fa.cites);
    private static final Set<Node> PLACING = Set.of(Fa.organisedBy, Fa.participant, Fa.takesPlaceAt, Fa.partOf);

    private final GraphStore graph;

    public Paths(GraphStore graph) {
        this.graph = graph;
    }

    /// The ways found.
    ///
    /// @param from empty when nothing is called so
    /// @param more true when there are more ways than are told
    public record Found(Optional<Thing> from, Optional<Thing> to, List<Path> paths, boolean more, long searched) {

        public Found {
            paths = List.copyOf(paths);
        }
    }

    /// @param from an address or an id, as in [Traces#trace]
    public Found between(String from, String to, PathFilter filter) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            Optional<Node> first = rdf.find(from.strip());
            Optional<Node> last = rdf.find(to.strip());
            if (first.isEmpty() || last.isEmpty() || first.equals(last)) {
                return new Found(first.map(rdf::thing), last.map(rdf::thing), List.of(), false, rdf.documents());
            }
            var walk = new Walk(state, rdf, filter, first.get(), last.get());
            List<Path> paths = walk.paths();
            return new Found(
                    first.map(rdf::thing),
                    last.map(rdf::thing),
                    paths.subList(0, Math.min(MOST_PATHS, paths.size())),
                    paths.size() > MOST_PATHS,
                    rdf.documents());
        });
    }

    /// The statements of some ways in RDF, each with its evidence, the selectors and the passages.
    public Graph statements(List<Path> paths) {
        return graph.read(state -> {
            Graph told = GraphFactory.createDefaultGraph();
            var waiting = new ArrayList<Node>();
            paths.forEach(path -> path.steps()
                    .forEach(part ->
                            waiting.add(NodeFactory.createURI(part.step().link()))));
            var seen = new LinkedHashSet<Node>();
            while (!waiting.isEmpty()) {
                Node node = waiting.removeFirst();
                if (!seen.add(node)) {
                    continue;
                }
                state.find(Node.ANY, node, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                    told.add(Triple.create(node, quad.getPredicate(), quad.getObject()));
                    boolean proof = quad.getPredicate().equals(Fa.evidence)
                            || quad.getPredicate().equals(StandardTerms.OA_HAS_SOURCE)
                            || quad.getPredicate().equals(StandardTerms.OA_HAS_SELECTOR);
                    if (proof) {
                        waiting.add(quad.getObject());
                    }
                });
            }
            return told;
        });
    }

    /// One search over one state of the graph.
    private final class Walk {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        private final Statements statements;
        private final PathFilter filter;
        private final Node first;
        private final Node last;
        private final Map<Node, Map<Node, Statements.Statement>> neighbors = new HashMap<>();
        private final Map<Node, Boolean> placed = new HashMap<>();
        private final List<List<Hop>> found = new ArrayList<>();

        Walk(DatasetGraph state, TraceRdf rdf, PathFilter filter, Node first, Node last) {
            this.state = state;
            this.rdf = rdf;
            this.statements = new Statements(state, graph.addresses(), rdf, filter.withSuggestions());
            this.filter = filter;
            this.first = first;
            this.last = last;
        }

        private record Hop(Statements.Statement statement, Node to) {}

        List<Path> paths() {
            Map<Node, Integer> distance = distances();
            if (distance.containsKey(first)) {
                for (int length = 1; length <= LONGEST && found.size() <= MOST_PATHS; length++) {
                    extend(new ArrayList<>(), new LinkedHashSet<>(List.of(first)), first, length, distance);
                }
            }
            return found.stream()
                    .filter(hops -> filter.place().isBlank() || hops.stream().anyMatch(this::isPlaced))
                    .map(this::path)
                    .flatMap(Optional::stream)
                    .toList();
        }

        /// How far each thing around the last one is from it.
        private Map<Node, Integer> distances() {
            var distance = new LinkedHashMap<Node, Integer>();
            distance.put(last, 0);
            var waiting = new ArrayList<>(List.of(last));
            for (int at = 0; at < waiting.size() && distance.size() < MOST_VISITED; at++) {
                Node node = waiting.get(at);
                int far = distance.getOrDefault(node, 0);
                if (far == LONGEST || node.equals(first)) {
                    continue;
                }
                for (Node next : neighbors(node).keySet()) {
                    if (distance.putIfAbsent(next, far + 1) == null) {
                        waiting.add(next);
                    }
                }
            }
            return distance;
        }

        /// All ways of exactly that many more steps.
        private void extend(List<Hop> way, Set<Node> passed, Node at, int left, Map<Node, Integer> distance) {
            if (found.size() > MOST_PATHS) {
                return;
            }
            for (Map.Entry<Node, Statements.Statement> next : neighbors(at).entrySet()) {
                Node to = next.getKey();
                Integer far = distance.get(to);
                if (far == null || far > left - 1 || left > 1 && to.equals(last) || !passed.add(to)) {
                    continue;
                }
                way.add(new Hop(next.getValue(), to));
                if (left == 1) {
                    found.add(List.copyOf(way));
                } else {
                    extend(way, passed, to, left - 1, distance);
                }
                way.removeLast();
                passed.remove(to);
            }
        }

        /// What a thing is tied to, each by the statement that says most.
        private Map<Node, Statements.Statement> neighbors(Node node) {
            return neighbors.computeIfAbsent(node, this::readNeighbors);
        }

        private Map<Node, Statements.Statement> readNeighbors(Node node) {
            var all = new ArrayList<>(statements.of(node));
            all.addAll(statements.about(node));
            boolean end = node.equals(first) || node.equals(last);
            if (!end && all.size() > MOST_NEIGHBORS) {
                return Map.of();
            }
            var best = new LinkedHashMap<Node, Statements.Statement>();
            for (Statements.Statement statement : all) {
                Node other = statement.subject().equals(node) ? statement.object() : statement.subject();
                if (fits(statement, other)) {
                    best.merge(other, statement, this::better);
                }
            }
            return best;
        }

        private boolean fits(Statements.Statement statement, Node other) {
            boolean passable = other.equals(first)
                    || other.equals(last)
                    || other.isURI()
                            && graph.addresses()
                                    .parse(other.getURI())
                                    .filter(parts -> PASSED.contains(parts.kind()))
                                    .isPresent();
            int rung = statements.rung(statement.link());
            return passable
                    && !NO_WAY.contains(statement.predicate())
                    && (rung == 0 || rung >= filter.rung())
                    && (filter.year().isEmpty()
                            || years(statement).contains(filter.year().getAsInt()));
        }

        private Set<Integer> years(Statements.Statement statement) {
            Set<Integer> years = new LinkedHashSet<>(statements.years(statement.subject()));
            if (years.isEmpty()) {
                rdf.step(statement.link()).stream()
                        .flatMap(step -> step.evidence().stream())
                        .map(evidence -> Statements.year(statements.dateOf(evidence.document())))
                        .forEach(years::add);
            }
            return years;
        }

        private Statements.Statement better(Statements.Statement one, Statements.Statement other) {
            return Comparator.comparing(Statements.Statement::fact)
                                    .thenComparing(statement -> statements.rung(statement.link()))
                                    .compare(one, other)
                            < 0
                    ? other
                    : one;
        }

        private boolean isPlaced(Hop hop) {
            return isPlaced(hop.statement().subject())
                    || isPlaced(hop.statement().object());
        }

        private boolean isPlaced(Node thing) {
            String wanted = filter.place().strip().toLowerCase(Locale.ROOT);
            return placed.computeIfAbsent(
                    thing,
                    node -> statements.of(node).stream()
                            .filter(statement -> PLACING.contains(statement.predicate()))
                            .map(statement -> rdf.thing(statement.object()).label())
                            .anyMatch(label -> label.toLowerCase(Locale.ROOT).contains(wanted)));
        }

        private Optional<Path> path(List<Hop> hops) {
            var parts = new ArrayList<Path.Part>();
            for (Hop hop : hops) {
                Optional<Step> step = rdf.step(hop.statement().link())
                        .filter(known -> !known.evidence().isEmpty());
                if (step.isEmpty()) {
                    return Optional.empty();
                }
                EvidenceView best = step.get().evidence().stream()
                        .max(Comparator.comparing((EvidenceView evidence) ->
                                        !evidence.rule().endsWith("-inferred"))
                                .thenComparing(evidence -> statements.dateOf(evidence.document())))
                        .orElseThrow();
                parts.add(new Path.Part(
                        step.get(),
                        hop.statement().object().equals(hop.to()),
                        best,
                        statements.dateOf(best.document()),
                        statements.confirmation(hop.statement().link())));
            }
            return Optional.of(new Path(parts, weakest(parts)));
        }

        /// A suggestion carries less than a fact, then what is less certain, then what is lower on the ladder.
        private static int weakest(List<Path.Part> parts) {
            int weakest = 0;
            for (int i = 1; i < parts.size(); i++) {
                boolean weaker = Comparator.comparing((Path.Part part) ->
                                        !part.step().status().equals("Suggested"))
                                .thenComparing(part -> part.step().status().equals("Confirmed")
                                        ? 1.0
                                        : part.step().confidence())
                                .thenComparing(part -> rung(part.step()))
                                .compare(parts.get(i), parts.get(weakest))
                        < 0;
                weakest = weaker ? i : weakest;
            }
            return weakest;
        }

        private static int rung(Step step) {
            return Statements.LADDER.stream().map(TraceRdf::localName).toList().indexOf(step.strength()) + 1;
        }
    }
}
