package no.forankring.sparql;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;

/// Makes `BNODE(text)` the same node wherever it is said of one row, and another in every other row.
///
/// ARQ makes another one for every expression. Here each row gets a node of its own first, out of sight, and the others
/// are named by it.
final class RowNodes extends TransformCopy {

    /// No query can name a variable so.
    private static final String ROW = ".row";

    private final AtomicInteger count = new AtomicInteger();

    private RowNodes() {}

    static Op in(Op op) {
        return Transformer.transform(new RowNodes(), op);
    }

    @Override
    public Op transform(OpExtend extend, Op sub) {
        Var known = row(sub);
        Var row = known == null ? Var.alloc(ROW + count.getAndIncrement()) : known;
        var named = new VarExprList();
        var any = new boolean[1];
        extend.getVarExprList().forEachVarExpr((variable, expression) -> {
            Expr own = ExprTransformer.transform(
                    new ExprTransformCopy() {
                        @Override
                        public Expr transform(ExprFunction1 function, Expr argument) {
                            if (function instanceof E_BNode.BNode1) {
                                any[0] = true;
                                return new Named(new ExprVar(row), argument);
                            }
                            return super.transform(function, argument);
                        }
                    },
                    expression);
            named.add(variable, own);
        });
        if (!any[0]) {
            return super.transform(extend, sub);
        }
        return OpExtend.create(known == null ? OpExtend.create(sub, row, E_BNode.create()) : sub, named);
    }

    /// What the node of a row is called already, as far down as the rows are the same ones; null when it has none.
    private static @Nullable Var row(Op op) {
        Op below = op;
        while (below instanceof OpExtend extend) {
            for (Var variable : extend.getVarExprList().getVars()) {
                if (variable.getName().startsWith(ROW)) {
                    return variable;
                }
            }
            below = extend.getSubOp();
        }
        return null;
    }

    /// The node that a text names in a row.
    private static final class Named extends ExprFunction2 {

        Named(Expr row, Expr text) {
            super(row, text, "bnode");
        }

        @Override
        public NodeValue eval(NodeValue row, NodeValue text) {
            if (!text.isString()) {
                throw new ExprEvalException("BNODE needs a text, not " + text);
            }
            return NodeValue.makeNode(
                    NodeFactory.createBlankNode(row.asNode().getBlankNodeLabel() + " " + text.getString()));
        }

        @Override
        public Expr copy(Expr row, Expr text) {
            return new Named(row, text);
        }
    }
}
