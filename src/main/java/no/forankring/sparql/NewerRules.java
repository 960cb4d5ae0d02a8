package no.forankring.sparql;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/// What SPARQL 1.2 forbids and ARQ lets pass.
final class NewerRules {

    private NewerRules() {}

    /// @throws QueryParseException when a name that a query groups by is given a value again
    static void checkGrouping(Query query) {
        for (Var variable : query.getProject().getVars()) {
            // What is grouped by an expression is in the list of groups too, under its own name.
            if (query.getProject().hasExpr(variable) && query.getGroupBy().contains(variable)) {
                throw new QueryParseException(
                        "%s is grouped by and cannot be given a value in SELECT".formatted(variable), -1, -1);
            }
        }
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementSubQuery sub) {
                    checkGrouping(sub.getQuery());
                }
            });
        }
    }

    /// The values of VALUES.
    static final class Tables extends OpVisitorBase {
        @Override
        public void visit(OpTable op) {
            op.getTable().rows().forEachRemaining(row -> {
                Iterator<Var> variables = row.vars();
                while (variables.hasNext()) {
                    check(row.get(variables.next()));
                }
            });
        }
    }

    /// The values in expressions.
    static class Expressions extends ExprVisitorBase {
        @Override
        public void visit(NodeValue value) {
            check(value.asNode());
        }

        @Override
        public void visit(ExprTripleTerm term) {
            check(term.getNode());
        }
    }

    private static void check(Node node) {
        if (node.isTripleTerm()) {
            Node subject = node.getTriple().getSubject();
            if (subject.isLiteral() || subject.isTripleTerm()) {
                throw new QueryParseException("A triple term has an address or a blank node as its subject", -1, -1);
            }
            check(node.getTriple().getObject());
        }
    }
}
