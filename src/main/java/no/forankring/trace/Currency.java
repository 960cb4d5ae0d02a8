package no.forankring.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.GoverningDocument;
import no.forankring.register.PartialDate;
import no.forankring.register.Register;
import no.forankring.register.Standing;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/// What do we still rest on that no longer holds, in which way has it grown old, and what holds in its place?
///
/// Reads no more than the anchors it tells of: it asks the graph for each governing document that has grown old. Safe
/// for many threads.
public final class Currency {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final GraphStore graph;
    private final Register register;
    private final Clock clock;

    public Currency(GraphStore graph, Register register, Clock clock) {
        this.graph = graph;
        this.register = register;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(OSLO));
    }

    /// The anchors in governing documents of the register, each pair of things once, by the governing document's name.
    ///
    /// @param onlyOutdated without those that hold today under the name they are given
    /// @param withSuggestions also what waits for a person
    public List<Anchor> anchors(boolean onlyOutdated, boolean withSuggestions) {
        LocalDate today = today();
        return graph.read(state -> {
            var judge = new Judge(state, withSuggestions, today);
            var anchors = new ArrayList<Anchor>();
            for (GoverningDocument document : register.all()) {
                Standing now = Standing.of(register, document.id(), "", today, today);
                boolean renamed = !document.lineage().formerNames().isEmpty();
                if (!onlyOutdated || now.state().outdated() || renamed) {
                    anchors.addAll(judge.anchors(document));
                }
            }
            anchors.removeIf(anchor -> onlyOutdated && !anchor.now().state().outdated());
            anchors.sort(Comparator.comparing(
                            (Anchor anchor) -> anchor.step().object().label())
                    .thenComparing(anchor -> anchor.step().subject().label())
                    .thenComparing(anchor -> anchor.step().link()));
            return anchors;
        });
    }

    /// Judges the anchors of one state.
    private final class Judge {

        private final TraceRdf rdf;
        private final Statements statements;
        private final LocalDate today;

        Judge(DatasetGraph state, boolean withSuggestions, LocalDate today) {
            this.rdf = new TraceRdf(state, graph.addresses());
            this.statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            this.today = today;
        }

        List<Anchor> anchors(GoverningDocument document) {
            Node node = graph.addresses()
                    .of(Addresses.GOVERNING_DOCUMENT, document.id().value());
            Map<Node, List<Statements.Statement>> bySubject = new LinkedHashMap<>();
            for (Statements.Statement statement : statements.about(node)) {
                if (Statements.ANCHORING.contains(statement.predicate())) {
                    bySubject
                            .computeIfAbsent(statement.subject(), none -> new ArrayList<>())
                            .add(statement);
                }
            }
            var anchors = new ArrayList<Anchor>();
            bySubject.forEach((subject, said) -> anchor(document, subject, said).ifPresent(anchors::add));
            return anchors;
        }

        private Optional<Anchor> anchor(GoverningDocument document, Node subject, List<Statements.Statement> said) {
            // A mandate says what its network rests on; others tell of it, and of what has replaced it.
            Optional<Step> best = said.stream()
                    .flatMap(statement -> rdf.step(statement.link()).stream())
                    .filter(step -> !step.evidence().isEmpty())
                    .max(Comparator.comparing((Step step) -> !step.status().equals("Suggested"))
                            .thenComparing(this::isOfMandate)
                            .thenComparing(step -> statements.rung(NodeFactory.createURI(step.link())))
                            .thenComparing(Step::link));
            return best.map(found -> judged(document, subject, found));
        }

        private boolean isOfMandate(Step step) {
            Node holder = graph.addresses()
                    .of(Addresses.DOCUMENT, step.evidence().getFirst().document());
            return statements.literal(holder, Fa.documentKind).equals("mandat");
        }

        private Anchor judged(GoverningDocument document, Node subject, Step step) {
            String year = statements.years(subject).stream()
                    .reduce((first, second) -> second)
                    .map(String::valueOf)
                    .orElse("");
            String written = step.evidence().stream()
                    .map(evidence -> statements.dateOf(evidence.document()))
                    .filter(date -> date.matches("\\d{4}(-\\d\\d(-\\d\\d)?)?"))
                    .max(Comparator.naturalOrder())
                    .orElse("");
            String day = year.isEmpty() || written.startsWith(year) ? written : year;
            String words = step.evidence().getFirst().quote();
            Standing now = Standing.of(register, document.id(), words, today, today);
            Standing then = day.isEmpty()
                    ? now
                    : Standing.of(
                            register,
                            document.id(),
                            words,
                            new PartialDate(day).earliest(),
                            new PartialDate(day).latest());
            return new Anchor(
                    step,
                    year,
                    day,
                    then,
                    now,
                    now.state().outdated() ? Standing.inForce(register, document.id(), today) : List.of());
        }
    }
}
