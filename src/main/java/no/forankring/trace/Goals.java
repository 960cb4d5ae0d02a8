package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import org.apache.jena.graph.Node;

/// Which goals is something done for? A goal is covered only when an activity under it is carried out.
///
/// Safe for many threads.
public final class Goals {

    private static final Set<String> DONE = Set.of("CarriedOut", "Evaluated", "EffectMeasured");

    private final GraphStore graph;

    public Goals(GraphStore graph) {
        this.graph = graph;
    }

    public enum State {
        COVERED,
        /// An activity is under it, and nothing says that it was carried out.
        NOT_CARRIED_OUT,
        WITHOUT_ACTIVITY
    }

    /// @param stated who has the goal, with the words
    /// @param activities under it
    public record Goal(Thing thing, State state, Step stated, List<Thing> activities) {

        public Goal {
            activities = List.copyOf(activities);
        }
    }

    /// All goals that something has, by label.
    public List<Goal> all(boolean withSuggestions) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            var statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            Map<Node, Step> stated = new LinkedHashMap<>();
            for (Statements.Statement statement : statements.all(Fa.hasGoal)) {
                rdf.step(statement.link())
                        .filter(step -> !step.evidence().isEmpty())
                        .ifPresent(step -> stated.putIfAbsent(statement.object(), step));
            }
            var goals = new ArrayList<Goal>();
            stated.forEach((node, step) -> {
                var under = new LinkedHashMap<String, Thing>();
                boolean done = false;
                for (Statements.Statement statement : statements.about(node)) {
                    Thing subject = rdf.thing(statement.subject());
                    boolean serves = subject.kind().equals("activity")
                            && (statement.predicate().equals(Fa.hasGoal)
                                    || statement.predicate().equals(Fa.contributesTo));
                    if (serves) {
                        under.put(subject.iri(), subject);
                        done |= statements
                                        .literal(statement.subject(), Fa.progress)
                                        .equals("carriedOut")
                                || rdf.step(statement.link())
                                        .filter(found -> DONE.contains(found.strength()))
                                        .isPresent();
                    }
                }
                goals.add(new Goal(
                        rdf.thing(node),
                        done ? State.COVERED : under.isEmpty() ? State.WITHOUT_ACTIVITY : State.NOT_CARRIED_OUT,
                        step,
                        List.copyOf(under.values())));
            });
            goals.sort(Comparator.comparing((Goal goal) -> goal.thing().label())
                    .thenComparing(goal -> goal.thing().id()));
            return goals;
        });
    }
}
