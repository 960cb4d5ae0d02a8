package no.forankring.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathLib;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/// Walks `+` and `*` in property paths breadth first.
///
/// ARQ's own walk calls itself once per step, so that a long chain overflows the stack, and it does not hear a cancel.
/// This one takes over where an end of the path is known, and gives the same answers.
final class BreadthFirstPaths {

    private BreadthFirstPaths() {}

    /// For datasets in memory and views.
    static void useIn(Context context) {
        QC.setFactory(context, execution -> new OpExecutor(execution) {
            @Override
            protected QueryIterator execute(OpPath path, QueryIterator input) {
                return walk(path, input, execCxt, () -> super.execute(path, input));
            }
        });
    }

    /// For TDB2, which has an executor of its own.
    static void useInTdb2(Context context) {
        QC.setFactory(context, execution -> new OpExecutorTDB2(execution) {
            @Override
            protected QueryIterator execute(OpPath path, QueryIterator input) {
                return walk(path, input, execCxt, () -> super.execute(path, input));
            }
        });
    }

    private static QueryIterator walk(
            OpPath op,
            QueryIterator input,
            ExecutionContext execution,
            java.util.function.Supplier<QueryIterator> other) {
        Path path = op.getTriplePath().getPath();
        return path instanceof P_OneOrMore1 || path instanceof P_ZeroOrMore1
                ? new Walk(input, op.getTriplePath(), execution)
                : other.get();
    }

    private static final class Walk extends QueryIterRepeatApply {

        private final TriplePath triplePath;

        Walk(QueryIterator input, TriplePath triplePath, ExecutionContext execution) {
            super(input, execution);
            this.triplePath = triplePath;
        }

        @Override
        protected QueryIterator nextStage(Binding binding) {
            Node subject = Var.lookup(binding, triplePath.getSubject());
            Node object = Var.lookup(binding, triplePath.getObject());
            if (Var.isVar(subject) && Var.isVar(object)) {
                return PathLib.execTriplePath(binding, triplePath, getExecContext());
            }
            boolean forward = !Var.isVar(subject);
            Node start = forward ? subject : object;
            Node end = forward ? object : subject;
            var reached = new Reached(getExecContext(), triplePath.getPath(), start, forward);
            Iterator<Binding> answers = Var.isVar(end)
                    ? new Answers(reached, node -> BindingFactory.binding(binding, Var.alloc(end), node))
                    : new Answers(reached.only(end), node -> binding);
            return QueryIterPlainWrapper.create(answers, getExecContext());
        }
    }

    private record Answers(Iterator<Node> nodes, Function<Node, Binding> answer) implements Iterator<Binding> {

        @Override
        public boolean hasNext() {
            return nodes.hasNext();
        }

        @Override
        public Binding next() {
            return answer.apply(nodes.next());
        }
    }

    /// The nodes at the other end, each once, nearest first.
    private static final class Reached implements Iterator<Node> {

        private final ExecutionContext execution;
        private final Graph graph;
        private final Path step;
        private final boolean forward;
        private final Set<Node> seen = new HashSet<>();
        private final Queue<Node> toStepFrom = new ArrayDeque<>();
        private final Queue<Node> toGive = new ArrayDeque<>();

        Reached(ExecutionContext execution, Path path, Node start, boolean forward) {
            this.execution = execution;
            this.graph = execution.getActiveGraph();
            this.forward = forward;
            if (path instanceof P_ZeroOrMore1 zeroOrMore) {
                this.step = zeroOrMore.getSubPath();
                seen.add(start);
                toGive.add(start);
            } else {
                this.step = ((P_OneOrMore1) path).getSubPath();
            }
            toStepFrom.add(start);
        }

        @Override
        public boolean hasNext() {
            while (toGive.isEmpty() && !toStepFrom.isEmpty()) {
                stopIfCancelled();
                Node from = toStepFrom.remove();
                Context context = execution.getContext();
                Iterator<Node> next = forward
                        ? PathEval.eval(graph, from, step, context)
                        : PathEval.evalReverse(graph, from, step, context);
                next.forEachRemaining(node -> {
                    if (seen.add(node)) {
                        toGive.add(node);
                        toStepFrom.add(node);
                    }
                });
            }
            return !toGive.isEmpty();
        }

        @Override
        public Node next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return toGive.remove();
        }

        private void stopIfCancelled() {
            var cancel = execution.getCancelSignal();
            if (cancel != null && cancel.get()) {
                throw new QueryCancelledException();
            }
        }

        /// The wanted node if it is reached, else nothing; walks no further than to it.
        Iterator<Node> only(Node wanted) {
            while (hasNext()) {
                Node node = next();
                if (node.sameValueAs(wanted)) {
                    return List.of(node).iterator();
                }
            }
            return new ArrayList<Node>().iterator();
        }
    }
}
