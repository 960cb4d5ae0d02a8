package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Months;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Which activities are there, and what is told of each: when, who, how many, how far, resting on what?
///
/// Safe for many threads.
public final class Activities {

    private static final String MONTH = "(" + String.join("|", Months.NAMES) + ")";
    // "Januar–mars 2024", "14. mars 2023", "i april"
    private static final Pattern WHEN =
            Pattern.compile("(?iU)\\b(?:(\\d{1,2})\\. )?" + MONTH + "(?:\\s?[–-]\\s?" + MONTH + ")?\\b");

    private final GraphStore graph;

    public Activities(GraphStore graph) {
        this.graph = graph;
    }

    /// All activities by label. Those that somebody has rejected are not among them.
    ///
    /// @param withSuggestions also what is only suggested to be one, and what is only suggested of it
    public List<ActivityView> all(boolean withSuggestions) {
        return graph.read(state -> {
            var reader = new Reader(state, withSuggestions);
            var all = new ArrayList<ActivityView>();
            for (Node node : reader.activities()) {
                all.add(reader.read(node));
            }
            all.sort(Comparator.comparing(
                            (ActivityView activity) -> activity.thing().label())
                    .thenComparing(activity -> activity.thing().id()));
            return all;
        });
    }

    private final class Reader {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        private final Statements statements;
        private final boolean withSuggestions;

        Reader(DatasetGraph state, boolean withSuggestions) {
            this.state = state;
            this.rdf = new TraceRdf(state, graph.addresses());
            this.statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            this.withSuggestions = withSuggestions;
        }

        Set<Node> activities() {
            String prefix = graph.addresses().of(Addresses.ACTIVITY, "").getURI();
            var found = new LinkedHashSet<Node>();
            for (Node type : Traces.typesOf(Addresses.ACTIVITY)) {
                Iterator<Quad> typed = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), type);
                while (typed.hasNext()) {
                    keep(found, typed.next().getSubject(), prefix);
                }
                if (withSuggestions) {
                    statements.about(type).forEach(statement -> keep(found, statement.subject(), prefix));
                }
            }
            return found;
        }

        private void keep(Set<Node> found, Node node, String prefix) {
            if (node.isURI() && node.getURI().startsWith(prefix)) {
                found.add(node);
            }
        }

        ActivityView read(Node node) {
            Map<String, List<Step>> byPredicate = new LinkedHashMap<>();
            for (Statements.Statement statement : statements.of(node)) {
                rdf.step(statement.link())
                        .filter(step -> !step.evidence().isEmpty())
                        .ifPresent(step -> byPredicate
                                .computeIfAbsent(step.predicate(), none -> new ArrayList<>())
                                .add(step));
            }
            List<Step> anchors = distinct(byPredicate, "anchoredIn", "fulfils");
            Optional<Step> progress = best(byPredicate, "progress");
            List<EvidenceView> proofs = byPredicate.values().stream()
                    .flatMap(List::stream)
                    .flatMap(step -> step.evidence().stream())
                    .toList();
            Thing thing = rdf.thing(node);
            Optional<EvidenceView> when = proofs.stream()
                    .filter(evidence -> months(evidence.quote()).size() == 1)
                    .findFirst();
            Optional<Found> told =
                    when.map(evidence -> months(evidence.quote()).iterator().next());
            return new ActivityView(
                    thing,
                    List.copyOf(statements.years(node)),
                    told.map(Found::text).orElse(""),
                    told.map(Found::month).orElse(0),
                    when,
                    progress.map(step -> step.object().label()).orElseGet(() -> statements.literal(node, Fa.progress)),
                    progress,
                    anchors,
                    distinct(byPredicate, "hasGoal", "contributesTo"),
                    best(byPredicate, "participants"),
                    best(byPredicate, "municipalities"),
                    distinct(byPredicate, "participant"),
                    distinct(byPredicate, "organisedBy"),
                    distinct(byPredicate, "partOf"),
                    proofs.stream().findFirst());
        }

        /// The newest fact, else the newest suggestion.
        private Optional<Step> best(Map<String, List<Step>> byPredicate, String predicate) {
            return byPredicate.getOrDefault(predicate, List.of()).stream()
                    .max(Comparator.comparing((Step step) -> !step.status().equals("Suggested"))
                            .thenComparing(step ->
                                    statements.dateOf(step.evidence().getFirst().document()))
                            .thenComparing(Step::link));
        }

        /// One statement for each thing that it leads to.
        private List<Step> distinct(Map<String, List<Step>> byPredicate, String... predicates) {
            var byObject = new LinkedHashMap<String, Step>();
            for (String predicate : predicates) {
                for (Step step : byPredicate.getOrDefault(predicate, List.of())) {
                    byObject.merge(
                            step.object().iri(),
                            step,
                            (one, other) -> one.status().equals("Suggested") ? other : one);
                }
            }
            return byObject.values().stream()
                    .sorted(Comparator.comparing(step -> step.object().label()))
                    .toList();
        }
    }

    private record Found(String text, int month) {}

    /// The different times that some words tell of.
    private static Set<Found> months(String words) {
        var found = new LinkedHashSet<Found>();
        Matcher matcher = WHEN.matcher(words);
        while (matcher.find()) {
            int month = Months.NAMES.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
            found.add(new Found(matcher.group().toLowerCase(Locale.ROOT), month));
        }
        return found;
    }
}
