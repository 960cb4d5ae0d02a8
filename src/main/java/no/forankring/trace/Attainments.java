package no.forankring.trace;

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
import java.util.regex.Pattern;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Wording;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// How far has each network come with its goals, and who says so? That nobody has judged a goal never means that it was
/// not reached.
///
/// A verdict is read only where an evaluation or an annual report says it of the goal itself, in the words of the same
/// row or paragraph. Safe for many threads.
public final class Attainments {

    /// The kinds of documents whose verdict counts.
    private static final Set<String> JUDGING = Set.of("evaluering", "årsrapport");

    private static final String REACHED = "(?:nådd|nådde|oppnådd|innfridd|oppfylt)";
    private static final Pattern NOT_REACHED = Pattern.compile(
            "(?iU)\\b(?:ikke|ikkje)\\s+(?:\\p{L}+\\s+)?" + REACHED + "\\b|\\b" + REACHED + "\\s+(?:ikke|ikkje)\\b");
    private static final Pattern PARTLY =
            Pattern.compile("(?iU)\\b(?:delvis|nesten|langt på vei|langt på veg|i noen grad|i nokon grad)\\s+" + REACHED
                    + "\\b|\\b" + REACHED + "\\s+delvis\\b");
    private static final Pattern FULLY = Pattern.compile("(?iU)\\b" + REACHED + "\\b");

    private final GraphStore graph;

    public Attainments(GraphStore graph) {
        this.graph = graph;
    }

    public enum Verdict {
        REACHED,
        PARTLY,
        NOT_REACHED,
        /// Only suggestions tell of a verdict or an evaluation, and they were not asked for.
        ONLY_SUGGESTED,
        /// The network was evaluated, but nothing read judges this goal.
        NOT_JUDGED,
        /// No evaluation of the network was read.
        NOT_EVALUATED
    }

    /// One goal of a network, with one verdict.
    ///
    /// @param goal who has the goal, with the words of the mandate where one says it
    /// @param activities that carry it out, each with how far it has come; empty when none is found
    /// @param year of the evaluation; 0 when there is none
    /// @param proof the words of the verdict
    /// @param fact false while the goal or its verdict waits for a person
    /// @param figures of the evaluation, by `invited`, `respondents`, `responseShare` and `score`
    public record Row(
            Thing network,
            Step goal,
            List<Work> activities,
            Verdict verdict,
            int year,
            Optional<EvidenceView> proof,
            boolean fact,
            Map<String, Step> figures) {

        public Row {
            activities = List.copyOf(activities);
            figures = Map.copyOf(figures);
        }
    }

    /// @param progress as in `carriedOut`; empty when unknown
    public record Work(Thing activity, String progress, EvidenceView proof) {}

    /// By network and goal, the newest verdict first.
    public List<Row> all(boolean withSuggestions) {
        return graph.read(state -> {
            var reader = new Reader(state, withSuggestions);
            var rows = new ArrayList<Row>();
            reader.goals().forEach((network, goals) -> goals.forEach(goal -> rows.addAll(reader.rows(network, goal))));
            rows.sort(Comparator.comparing((Row row) -> row.network().label())
                    .thenComparing(row -> row.network().id())
                    .thenComparing(row -> row.goal().object().label())
                    .thenComparing(row -> -row.year())
                    .thenComparing(row -> row.goal().link()));
            return rows;
        });
    }

    private record Judged(Verdict verdict, int year, EvidenceView proof, boolean fact) {}

    /// A goal under all the addresses that its wording has.
    private record Goal(Wording wording, Set<Node> nodes, List<Step> said) {}

    private final class Reader {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        private final Statements statements;
        /// That nothing but a suggestion says so is no silence.
        private final Statements everything;
        private final Map<String, String> kinds = new HashMap<>();

        Reader(DatasetGraph state, boolean withSuggestions) {
            this.state = state;
            this.rdf = new TraceRdf(state, graph.addresses());
            this.statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            this.everything = new Statements(state, graph.addresses(), rdf, true);
        }

        /// The goals of each network, with what says that it has them.
        Map<Node, List<Goal>> goals() {
            return goals(statements);
        }

        private Map<Node, List<Goal>> goals(Statements seen) {
            String prefix = graph.addresses().of(Addresses.NETWORK, "").getURI();
            Map<Node, List<Goal>> goals = new LinkedHashMap<>();
            for (Statements.Statement statement : seen.all(Fa.hasGoal)) {
                boolean ofNetwork = statement.subject().isURI()
                        && statement.subject().getURI().startsWith(prefix);
                if (ofNetwork) {
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .ifPresent(step -> add(
                                    goals.computeIfAbsent(statement.subject(), none -> new ArrayList<>()),
                                    statement.object(),
                                    step));
                }
            }
            return goals;
        }

        /// The evaluation may have the goal in other forms of the words than the mandate.
        private static void add(List<Goal> goals, Node node, Step step) {
            Wording wording = Wording.of(step.object().label());
            Goal goal = goals.stream()
                    .filter(known ->
                            known.nodes().contains(node) || known.wording().equalTo(wording))
                    .findFirst()
                    .orElseGet(() -> {
                        var added = new Goal(wording, new LinkedHashSet<>(), new ArrayList<>());
                        goals.add(added);
                        return added;
                    });
            goal.nodes().add(node);
            goal.said().add(step);
        }

        List<Row> rows(Node network, Goal goal) {
            List<Step> said = goal.said();
            // A mandate sets the goal; what judges it tells of it afterwards.
            Step stated = said.stream()
                    .min(Comparator.comparing((Step step) -> judging(first(step)))
                            .thenComparing(step -> statements.dateOf(first(step).document()))
                            .thenComparing(Step::link))
                    .orElseThrow();
            List<Work> works = works(goal.nodes());
            Map<String, Judged> verdicts = verdicts(said);
            Map<Integer, Map<String, Step>> evaluations = evaluations(network, statements);
            Thing thing = rdf.thing(network);
            if (verdicts.isEmpty()) {
                int newest = evaluations.keySet().stream().reduce(0, Math::max);
                return List.of(new Row(
                        thing,
                        stated,
                        works,
                        onlySuggested(network, goal, evaluations.isEmpty())
                                ? Verdict.ONLY_SUGGESTED
                                : evaluations.isEmpty() ? Verdict.NOT_EVALUATED : Verdict.NOT_JUDGED,
                        newest,
                        Optional.empty(),
                        isFact(stated),
                        evaluations.getOrDefault(newest, Map.of())));
            }
            return verdicts.values().stream()
                    .map(judged -> new Row(
                            thing,
                            stated,
                            works,
                            judged.verdict(),
                            judged.year(),
                            Optional.of(judged.proof()),
                            isFact(stated) && judged.fact(),
                            evaluations.getOrDefault(judged.year(), Map.of())))
                    .toList();
        }

        private boolean onlySuggested(Node network, Goal goal, boolean unevaluated) {
            List<Step> said = goal.nodes().stream()
                    .flatMap(node -> everything.about(node).stream())
                    .filter(statement -> statement.predicate().equals(Fa.hasGoal)
                            && statement.subject().equals(network))
                    .flatMap(statement -> rdf.step(statement.link()).stream())
                    .toList();
            return !verdicts(said).isEmpty()
                    || unevaluated && !evaluations(network, everything).isEmpty();
        }

        /// What judges the goal, by the document that does.
        private Map<String, Judged> verdicts(List<Step> said) {
            var verdicts = new TreeMap<String, Judged>();
            for (Step step : said) {
                for (EvidenceView proof : step.evidence()) {
                    if (judging(proof)) {
                        verdict(proof.text(), step.object().label())
                                .ifPresent(verdict -> verdicts.putIfAbsent(
                                        proof.document(),
                                        new Judged(
                                                verdict,
                                                Statements.year(statements.dateOf(proof.document())),
                                                proof,
                                                isFact(step))));
                    }
                }
            }
            return verdicts;
        }

        private List<Work> works(Set<Node> goal) {
            Map<String, Work> works = new TreeMap<>();
            for (Statements.Statement statement : goal.stream()
                    .flatMap(node -> statements.about(node).stream())
                    .toList()) {
                boolean serves = statement.predicate().equals(Fa.hasGoal)
                        || statement.predicate().equals(Fa.contributesTo);
                Thing subject = rdf.thing(statement.subject());
                if (serves && subject.kind().equals(Addresses.ACTIVITY)) {
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .ifPresent(step -> works.putIfAbsent(
                                    subject.label() + subject.id(),
                                    new Work(subject, progress(statement.subject()), first(step))));
                }
            }
            return List.copyOf(works.values());
        }

        private String progress(Node activity) {
            return statements.of(activity).stream()
                    .filter(statement -> statement.predicate().equals(Fa.progress))
                    .filter(statement -> statement.object().isLiteral())
                    .max(Comparator.comparing(Statements.Statement::fact)
                            .thenComparing(statement -> statement.link().getURI()))
                    .map(statement -> statement.object().getLiteralLexicalForm())
                    .orElseGet(() -> statements.literal(activity, Fa.progress));
        }

        /// The figures of what evaluates the network, by the year of the document that tells them.
        private Map<Integer, Map<String, Step>> evaluations(Node network, Statements seen) {
            var evaluations = new TreeMap<Integer, Map<String, Step>>();
            for (Statements.Statement statement : seen.about(network)) {
                if (statement.predicate().equals(Fa.evaluates)) {
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .ifPresent(step -> figures(
                                    statement.subject(),
                                    seen,
                                    evaluations.computeIfAbsent(
                                            Statements.year(statements.dateOf(
                                                    first(step).document())),
                                            none -> new TreeMap<>())));
                }
            }
            // A figure may be told of the network itself, in the evaluation of it.
            for (Statements.Statement statement : seen.of(network)) {
                if (FIGURES.containsKey(statement.predicate())) {
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .filter(step -> judging(first(step)))
                            .ifPresent(step -> evaluations
                                    .computeIfAbsent(
                                            Statements.year(statements.dateOf(
                                                    first(step).document())),
                                            none -> new TreeMap<>())
                                    .putIfAbsent(FIGURES.get(statement.predicate()), step));
                }
            }
            return evaluations;
        }

        private void figures(Node evaluation, Statements seen, Map<String, Step> figures) {
            for (Statements.Statement statement : seen.of(evaluation)) {
                String figure = FIGURES.get(statement.predicate());
                if (figure != null) {
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .ifPresent(step -> figures.putIfAbsent(figure, step));
                }
            }
        }

        private boolean judging(EvidenceView proof) {
            return JUDGING.contains(kinds.computeIfAbsent(
                    proof.document(),
                    absent -> absent.isEmpty()
                            ? ""
                            : rdf.value(
                                    Quad.defaultGraphNodeGenerated,
                                    graph.addresses().of(Addresses.DOCUMENT, absent),
                                    Fa.documentKind)));
        }
    }

    private static final Map<Node, String> FIGURES = Map.of(
            Fa.invited, "invited",
            Fa.respondents, "respondents",
            Fa.responseShare, "responseShare",
            Fa.score, "score");

    private static boolean isFact(Step step) {
        return !step.status().equals("Suggested");
    }

    private static EvidenceView first(Step step) {
        return step.evidence().getFirst();
    }

    /// What a passage says of a goal beside naming it; empty when it says nothing, or more than one thing.
    static Optional<Verdict> verdict(String passage, String goal) {
        // The goal's own words may speak of reaching something; a long one is cut where it is shown.
        String beside = passage.replaceAll("\\s+", " ").replace(goal.replaceFirst("…$", ""), " ");
        if (FULLY.matcher(beside).results().count() != 1) {
            return Optional.empty();
        }
        if (NOT_REACHED.matcher(beside).find()) {
            return Optional.of(Verdict.NOT_REACHED);
        }
        return Optional.of(PARTLY.matcher(beside).find() ? Verdict.PARTLY : Verdict.REACHED);
    }
}
