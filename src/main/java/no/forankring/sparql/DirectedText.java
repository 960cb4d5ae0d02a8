package no.forankring.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/// Functions of texts that have a base direction, which ARQ drops or refuses.
final class DirectedText {

    private DirectedText() {}

    static boolean isDirected(NodeValue value) {
        return value.asNode().isLiteral() && value.asNode().getLiteralBaseDirection() != null;
    }

    /// The texts one after the other: with the language and direction that all of them have, or plain.
    static NodeValue concat(List<NodeValue> texts) {
        var all = new StringBuilder();
        for (NodeValue text : texts) {
            all.append(string(text).getLiteralLexicalForm());
        }
        Node first = texts.getFirst().asNode();
        return texts.stream().allMatch(text -> isAlike(first, text.asNode()))
                ? NodeValue.makeNode(NodeFactory.createLiteralDirLang(
                        all.toString(), first.getLiteralLanguage(), first.getLiteralBaseDirection()))
                : NodeValue.makeString(all.toString());
    }

    private static Node string(NodeValue value) {
        Node node = value.asNode();
        boolean isText = node.isLiteral()
                && (!node.getLiteralLanguage().isEmpty()
                        || node.getLiteralDatatype().equals(XSDDatatype.XSDstring));
        if (!isText) {
            throw new ExprEvalException("Not a text: " + value);
        }
        return node;
    }

    private static boolean isAlike(Node one, Node other) {
        return one.getLiteralLanguage()
                        .toLowerCase(Locale.ROOT)
                        .equals(other.getLiteralLanguage().toLowerCase(Locale.ROOT))
                && Objects.equals(one.getLiteralBaseDirection(), other.getLiteralBaseDirection());
    }

    /// `CONTAINS` and its like: the second text is plain, or of the language and direction of the first.
    static final class Comparison extends ExprFunction2 {
        private final ExprFunction2 usual;
        private final BiPredicate<String, String> test;

        Comparison(ExprFunction2 usual, Expr text, Expr part, BiPredicate<String, String> test) {
            super(text, part, usual.getFunctionSymbol().getSymbol());
            this.usual = usual;
            this.test = test;
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue part) {
            if (!isDirected(text) && !isDirected(part)) {
                return usual.eval(text, part);
            }
            Node one = string(text);
            Node other = string(part);
            if (!other.getLiteralLanguage().isEmpty() && !isAlike(one, other)) {
                throw new ExprEvalException("The texts are not of the same language and direction");
            }
            return NodeValue.booleanReturn(test.test(one.getLiteralLexicalForm(), other.getLiteralLexicalForm()));
        }

        @Override
        public Expr copy(Expr text, Expr part) {
            return new Comparison(usual, text, part, test);
        }
    }
}
