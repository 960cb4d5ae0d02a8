package no.forankring.sparql;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.Context;

/// Swaps the parts of a query that could run on forever for ones that cannot, before ARQ optimizes it.
///
/// It must come first, because the optimizer already computes expressions without variables.
final class SafeRewrite implements RewriteFactory {

    @Override
    public Rewrite create(Context context) {
        Rewrite standard = Optimize.stdOptimizationFactory.create(context);
        return op -> standard.rewrite(safe(RowNodes.in(op)));
    }

    private static Op safe(Op op) {
        return Transformer.transform(new Paths(), new Expressions(), op);
    }

    private static final class Paths extends TransformCopy {
        @Override
        public Op transform(OpPath op) {
            TriplePath path = op.getTriplePath();
            if (path.getPath() == null) {
                return op;
            }
            Path simpler = collapse(path.getPath());
            return simpler == path.getPath()
                    ? op
                    : new OpPath(new TriplePath(path.getSubject(), simpler, path.getObject()));
        }
    }

    /// `(p*)*`, `(p+)*`, `(p*)+` and `(p?)*` are `p*`; `(p+)+` is `p+`. Nested closures cost a power of the graph.
    static Path collapse(Path path) {
        return switch (path) {
            case P_ZeroOrMore1 star -> {
                Path inner = collapse(star.getSubPath());
                yield switch (inner) {
                    case P_ZeroOrMore1 p -> p;
                    case P_OneOrMore1 p -> new P_ZeroOrMore1(p.getSubPath());
                    case P_ZeroOrOne p -> new P_ZeroOrMore1(p.getSubPath());
                    default -> inner == star.getSubPath() ? star : new P_ZeroOrMore1(inner);
                };
            }
            case P_OneOrMore1 plus -> {
                Path inner = collapse(plus.getSubPath());
                yield switch (inner) {
                    case P_ZeroOrMore1 p -> p;
                    case P_OneOrMore1 p -> p;
                    case P_ZeroOrOne p -> new P_ZeroOrMore1(p.getSubPath());
                    default -> inner == plus.getSubPath() ? plus : new P_OneOrMore1(inner);
                };
            }
            case P_ZeroOrOne maybe -> {
                Path inner = collapse(maybe.getSubPath());
                yield switch (inner) {
                    case P_ZeroOrMore1 p -> p;
                    case P_OneOrMore1 p -> new P_ZeroOrMore1(p.getSubPath());
                    case P_ZeroOrOne p -> p;
                    default -> inner == maybe.getSubPath() ? maybe : new P_ZeroOrOne(inner);
                };
            }
            default -> path;
        };
    }

    private static final class Expressions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList args) {
            return switch (function) {
                case E_Regex regex -> new GuardedText.Regex(args);
                case E_StrReplace replace -> new GuardedText.Replace(args);
                case E_StrConcat concat -> new GuardedText.Concat(args);
                default -> super.transform(function, args);
            };
        }
    }
}
