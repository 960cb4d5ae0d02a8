package no.forankring.sparql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDatasetNames;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.sparql.util.graph.GraphUtils;

/// Runs property paths with `+` and `*` breadth first, and leaves all else to the store's own executor.
///
/// ARQ walks such paths by recursion, one call per step, and does not look whether the query was stopped: a chain
/// of a hundred thousand links overflows the stack. A queue and a set of seen nodes give the same answers.
final class WalkingExecutor extends OpExecutor {

    private final OpExecutor store;

    private WalkingExecutor(ExecutionContext context, OpExecutor store) {
        super(context);
        this.store = store;
    }

    static OpExecutorFactory over(OpExecutorFactory store) {
        return context -> new WalkingExecutor(context, store.create(context));
    }

    @Override
    protected QueryIterator execute(OpPath op, QueryIterator input) {
        TriplePath path = op.getTriplePath();
        return path.getPath() != null && hasClosure(path.getPath())
                ? new Walks(path, input, execCxt)
                : super.execute(op, input);
    }

    // Where TDB2 is the store, its executor has better ways for these.

    @Override
    protected QueryIterator execute(OpBGP op, QueryIterator input) {
        return store.executeOp(op, input);
    }

    @Override
    protected QueryIterator execute(OpQuadPattern op, QueryIterator input) {
        return store.executeOp(op, input);
    }

    @Override
    protected QueryIterator execute(OpGraph op, QueryIterator input) {
        return store.executeOp(op, input);
    }

    @Override
    protected QueryIterator execute(OpDatasetNames op, QueryIterator input) {
        return store.executeOp(op, input);
    }

    @Override
    protected QueryIterator execute(OpFilter op, QueryIterator input) {
        return op.getSubOp() instanceof OpQuadPattern || OpBGP.isBGP(op.getSubOp())
                ? store.executeOp(op, input)
                : super.execute(op, input);
    }

    private static boolean hasClosure(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 p -> true;
            case P_OneOrMore1 p -> true;
            case P_Seq p -> hasClosure(p.getLeft()) || hasClosure(p.getRight());
            case P_Alt p -> hasClosure(p.getLeft()) || hasClosure(p.getRight());
            case P_Inverse p -> hasClosure(p.getSubPath());
            // ARQ misses a literal that is at no steps from itself.
            case P_ZeroOrOne p -> true;
            default -> false;
        };
    }

    private static final class Walks extends QueryIterRepeatApply {
        private final TriplePath path;
        private final Graph graph;
        private final AtomicBoolean cancelled;

        Walks(TriplePath path, QueryIterator input, ExecutionContext context) {
            super(input, context);
            this.path = path;
            this.graph = context.getActiveGraph();
            AtomicBoolean signal = context.getCancelSignal();
            this.cancelled = signal == null ? new AtomicBoolean() : signal;
        }

        @Override
        protected QueryIterator nextStage(Binding binding) {
            Node subject = Var.lookup(binding, path.getSubject());
            Node object = Var.lookup(binding, path.getObject());
            Iterator<Binding> found;
            if (!Var.isVar(subject) && !Var.isVar(object)) {
                long times = reached(subject, true).stream()
                        .filter(node -> node.sameValueAs(object))
                        .count();
                found = Collections.nCopies((int) times, binding).iterator();
            } else if (!Var.isVar(subject)) {
                found = bound(binding, Var.alloc(object), reached(subject, true));
            } else if (!Var.isVar(object)) {
                found = bound(binding, Var.alloc(subject), reached(object, false));
            } else {
                found = Iter.flatMap(
                        starts(), start -> fromStart(binding, start, Var.alloc(subject), Var.alloc(object)));
            }
            return QueryIterPlainWrapper.create(found, getExecContext());
        }

        private Iterator<Binding> fromStart(Binding binding, Node start, Var subject, Var object) {
            List<Node> ends = reached(start, true);
            if (subject.equals(object)) {
                long times = ends.stream().filter(start::equals).count();
                return Collections.nCopies((int) times, BindingFactory.binding(binding, subject, start))
                        .iterator();
            }
            return ends.isEmpty()
                    ? Collections.emptyIterator()
                    : bound(BindingFactory.binding(binding, subject, start), object, ends);
        }

        private static Iterator<Binding> bound(Binding binding, Var variable, List<Node> nodes) {
            return Iter.map(nodes.iterator(), node -> BindingFactory.binding(binding, variable, node));
        }

        // With p+ only subjects of p can be starts; else every node of the graph may be one.
        private Iterator<Node> starts() {
            if (path.getPath() instanceof P_OneOrMore1 plus && plus.getSubPath() instanceof P_Link link) {
                return Iter.distinct(Iter.map(graph.find(Node.ANY, link.getNode(), Node.ANY), Triple::getSubject));
            }
            return GraphUtils.allNodes(graph);
        }

        private List<Node> reached(Node start, boolean forward) {
            var ends = new ArrayList<Node>();
            walk(path.getPath(), start, forward, ends::add);
            return ends;
        }

        private void walk(Path step, Node from, boolean forward, Consumer<Node> to) {
            if (cancelled.get()) {
                throw new QueryCancelledException();
            }
            switch (step) {
                case P_Link link -> follow(link.getNode(), from, forward, to);
                case P_ReverseLink link -> follow(link.getNode(), from, !forward, to);
                case P_Inverse inverse -> walk(inverse.getSubPath(), from, !forward, to);
                case P_Seq seq -> {
                    Path first = forward ? seq.getLeft() : seq.getRight();
                    Path second = forward ? seq.getRight() : seq.getLeft();
                    walk(first, from, forward, middle -> walk(second, middle, forward, to));
                }
                case P_Alt alt -> {
                    walk(alt.getLeft(), from, forward, to);
                    walk(alt.getRight(), from, forward, to);
                }
                case P_ZeroOrOne maybe -> {
                    Set<Node> seen = new HashSet<>();
                    seen.add(from);
                    walk(maybe.getSubPath(), from, forward, seen::add);
                    seen.forEach(to);
                }
                case P_ZeroOrMore1 star ->
                    close(star.getSubPath(), from, true, forward).forEach(to);
                case P_OneOrMore1 plus ->
                    close(plus.getSubPath(), from, false, forward).forEach(to);
                default -> {
                    Iterator<Node> nodes = forward
                            ? PathEval.eval(graph, from, step, getExecContext().getContext())
                            : PathEval.evalReverse(
                                    graph, from, step, getExecContext().getContext());
                    nodes.forEachRemaining(to);
                }
            }
        }

        private void follow(Node predicate, Node from, boolean forward, Consumer<Node> to) {
            // A literal is nobody's subject.
            if (forward) {
                if (!from.isLiteral()) {
                    graph.find(from, predicate, Node.ANY).forEach(triple -> to.accept(triple.getObject()));
                }
            } else {
                graph.find(Node.ANY, predicate, from).forEach(triple -> to.accept(triple.getSubject()));
            }
        }

        private Set<Node> close(Path step, Node from, boolean withStart, boolean forward) {
            Set<Node> seen = new HashSet<>();
            var queue = new ArrayDeque<Node>();
            if (withStart) {
                seen.add(from);
            }
            queue.add(from);
            while (!queue.isEmpty()) {
                walk(step, queue.remove(), forward, node -> {
                    if (seen.add(node)) {
                        queue.add(node);
                    }
                });
            }
            return seen;
        }
    }
}
