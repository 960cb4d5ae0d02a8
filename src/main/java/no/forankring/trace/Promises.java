package no.forankring.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Was what a mandate promises planned, and was it done? Of gatherings a year, year by year since the promise.
///
/// Safe for many threads.
public final class Promises {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int MOST_YEARS = 30;
    /// Documents that tell of what was, not of what shall be.
    private static final Set<String> LOOKING_BACK = Set.of("årsrapport", "evaluering", "referat");

    private final GraphStore graph;
    private final Clock clock;

    public Promises(GraphStore graph, Clock clock) {
        this.graph = graph;
        this.clock = clock;
    }

    /// By network and year; no year after this one.
    public List<Promise> all(boolean withSuggestions) {
        int thisYear = LocalDate.now(clock.withZone(OSLO)).getYear();
        return graph.read(state -> {
            var reader = new Reader(state, withSuggestions);
            var promises = new ArrayList<Promise>();
            var networks = new LinkedHashSet<Node>();
            String prefix = graph.addresses().of(Addresses.NETWORK, "").getURI();
            reader.statements.all(Fa.gatheringsPerYear).stream()
                    .map(Statements.Statement::subject)
                    .filter(node -> node.isURI() && node.getURI().startsWith(prefix))
                    .forEach(networks::add);
            networks.forEach(network -> promises.addAll(reader.of(network, thisYear)));
            promises.sort(
                    Comparator.comparing((Promise promise) -> promise.network().label())
                            .thenComparing(Promise::year));
            return promises;
        });
    }

    private final class Reader {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        private final Statements statements;
        private final Map<String, String> kinds = new HashMap<>();

        Reader(DatasetGraph state, boolean withSuggestions) {
            this.state = state;
            this.rdf = new TraceRdf(state, graph.addresses());
            this.statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
        }

        List<Promise> of(Node network, int thisYear) {
            // By the year of the document: a newer mandate promises from its own year on.
            var promised = new TreeMap<Integer, Told>();
            var reported = new TreeMap<Integer, Told>();
            for (Statements.Statement statement : statements.of(network)) {
                if (statement.predicate().equals(Fa.gatheringsPerYear)) {
                    told(statement).ifPresent(told -> promised.merge(told.year(), told, Reader::firstOf));
                } else if (statement.predicate().equals(Fa.gatherings)) {
                    told(statement)
                            .filter(told -> kind(told.proof().document()).equals("årsrapport"))
                            .ifPresent(told -> reported.merge(told.year(), told, Reader::firstOf));
                }
            }
            if (promised.isEmpty()) {
                return List.of();
            }
            var planned = new TreeMap<Integer, Map<Node, EvidenceView>>();
            for (Statements.Statement part : statements.about(network)) {
                if (part.predicate().equals(Fa.partOf)
                        && rdf.thing(part.subject()).type().equals("Gathering")) {
                    plan(part)
                            .ifPresent(proof -> statements
                                    .years(part.subject())
                                    .forEach(year -> planned.computeIfAbsent(year, none -> new LinkedHashMap<>())
                                            .putIfAbsent(part.subject(), proof)));
                }
            }
            var promises = new ArrayList<Promise>();
            int from = Math.max(promised.firstKey(), thisYear - MOST_YEARS);
            for (int year = from; year <= thisYear; year++) {
                Told promise =
                        promised.floorEntry(Math.max(year, promised.firstKey())).getValue();
                Map<Node, EvidenceView> plans = planned.getOrDefault(year, Map.of());
                Optional<Told> report = Optional.ofNullable(reported.get(year));
                promises.add(new Promise(
                        rdf.thing(network),
                        year,
                        promise.number(),
                        promise.proof(),
                        plans.size(),
                        plans.values().stream().findFirst(),
                        report.map(Told::number),
                        report.map(Told::proof)));
            }
            return promises;
        }

        private record Told(int year, int number, EvidenceView proof) {}

        private static Told firstOf(Told one, Told other) {
            return one.proof().passage().compareTo(other.proof().passage()) <= 0 ? one : other;
        }

        private Optional<Told> told(Statements.Statement statement) {
            String number = statement.object().isLiteral() ? statement.object().getLiteralLexicalForm() : "";
            return rdf.step(statement.link()).stream()
                    .flatMap(step -> step.evidence().stream())
                    .filter(proof -> number.matches("\\d{1,4}"))
                    .map(proof -> new Told(
                            Statements.year(statements.dateOf(proof.document())), Integer.parseInt(number), proof))
                    .filter(told -> told.year() > 0)
                    .findFirst();
        }

        private Optional<EvidenceView> plan(Statements.Statement part) {
            return rdf.step(part.link()).stream()
                    .flatMap(step -> step.evidence().stream())
                    .filter(proof -> !proof.document().isEmpty())
                    .filter(proof -> !LOOKING_BACK.contains(kind(proof.document())))
                    .findFirst();
        }

        private String kind(String document) {
            return kinds.computeIfAbsent(
                    document,
                    absent -> rdf.value(
                            Quad.defaultGraphNodeGenerated,
                            graph.addresses().of(Addresses.DOCUMENT, absent),
                            Fa.documentKind));
        }
    }
}
