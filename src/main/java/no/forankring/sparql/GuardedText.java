package no.forankring.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// REGEX, REPLACE and CONCAT as SPARQL defines them, that stop when the query is stopped and do not grow without bound.
///
/// Java's pattern engine can need time that doubles with each character and never looks up from its work. But it reads
/// the text one character at a time, so a text that counts how often it is read can stop it.
final class GuardedText {

    private static final int MAX_LENGTH = 4_000_000;
    private static final int MAX_PATTERN = 2_000;
    // Reads of one text by one match. An honest pattern needs a few per character.
    private static final long MAX_READS = 50_000_000;

    private GuardedText() {}

    /// `REGEX(text, pattern, flags?)`
    static final class Regex extends ExprFunctionN {
        private @Nullable Pattern compiled;
        private @Nullable String compiledFrom;

        Regex(ExprList args) {
            super("regex", args);
        }

        @Override
        protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            List<NodeValue> values = values(this, binding, env);
            String text = string("REGEX", values.get(0));
            if (!values.get(1).isString()
                    || (values.size() > 2 && !values.get(2).isString())) {
                throw new ExprEvalException("REGEX: pattern and flags are strings");
            }
            String pattern = values.get(1).getString();
            String flags = values.size() > 2 ? values.get(2).getString() : null;
            String key = flags + "/" + pattern;
            Pattern known = compiled;
            if (known == null || !key.equals(compiledFrom)) {
                known = compile("REGEX", pattern, flags);
                compiled = known;
                compiledFrom = key;
            }
            return NodeValue.makeBoolean(
                    known.matcher(new WatchedText(text, pattern, env)).find());
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            throw new IllegalStateException("evalSpecial answers");
        }

        @Override
        public Expr copy(ExprList args) {
            return new Regex(args);
        }
    }

    /// `REPLACE(text, pattern, replacement, flags?)`
    static final class Replace extends ExprFunctionN {

        Replace(ExprList args) {
            super("replace", args);
        }

        @Override
        protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            List<NodeValue> values = values(this, binding, env);
            String text = string("REPLACE", values.get(0));
            String pattern = string("REPLACE", values.get(1));
            String replacement = string("REPLACE", values.get(2));
            String flags = values.size() > 3 ? string("REPLACE", values.get(3)) : null;
            Matcher matcher = compile("REPLACE", pattern, flags).matcher(new WatchedText(text, pattern, env));
            String replaced = replaced(matcher, replacement);
            return replaced == null || replaced.equals(text)
                    ? values.get(0)
                    : like(replaced, values.get(0).asNode());
        }

        // Of several matches of nothing only the first is replaced, as ARQ does it.
        private static @Nullable String replaced(Matcher matcher, String replacement) {
            try {
                StringBuilder result = null;
                while (matcher.find()) {
                    if (result == null) {
                        result = new StringBuilder();
                    } else if (matcher.start() == matcher.end()) {
                        continue;
                    }
                    matcher.appendReplacement(result, replacement);
                    checkLength(result.length());
                }
                if (result == null) {
                    return null;
                }
                matcher.appendTail(result);
                checkLength(result.length());
                return result.toString();
            } catch (IndexOutOfBoundsException | IllegalArgumentException noSuchGroup) {
                throw new ExprEvalException("REPLACE: " + noSuchGroup.getMessage());
            }
        }

        private static NodeValue like(String text, Node original) {
            String language = original.getLiteralLanguage();
            return language == null || language.isEmpty()
                    ? NodeValue.makeNode(NodeFactory.createLiteralDT(text, original.getLiteralDatatype()))
                    : NodeValue.makeNode(text, language, (String) null);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            throw new IllegalStateException("evalSpecial answers");
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args);
        }
    }

    /// `CONCAT(text, …)`
    static final class Concat extends ExprFunctionN {

        Concat(ExprList args) {
            super("concat", args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            long length = 0;
            for (NodeValue arg : args) {
                Node node = arg.asNode();
                length += node.isLiteral() ? node.getLiteralLexicalForm().length() : 0;
            }
            checkLength(length);
            return XSDFuncOp.strConcat(args);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat(args);
        }
    }

    private static List<NodeValue> values(ExprFunctionN function, Binding binding, FunctionEnv env) {
        var values = new ArrayList<NodeValue>();
        for (Expr arg : function.getArgs()) {
            values.add(arg.eval(binding, env));
        }
        return values;
    }

    private static String string(String what, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(what, value).getLiteralLexicalForm();
    }

    private static Pattern compile(String what, String pattern, @Nullable String flags) {
        if (pattern.length() > MAX_PATTERN) {
            throw SparqlException.slowPattern(pattern);
        }
        return RegexEngine.makePattern(what, pattern, flags);
    }

    private static void checkLength(long length) {
        if (length > MAX_LENGTH) {
            throw SparqlException.tooLargeString(MAX_LENGTH);
        }
    }

    /// A text that stops its reader when the query is stopped, or after very many reads.
    private static final class WatchedText implements CharSequence {
        private final String text;
        private final String pattern;
        private final @Nullable AtomicBoolean cancelled;
        private long reads;

        WatchedText(String text, String pattern, @Nullable FunctionEnv env) {
            this.text = text;
            this.pattern = pattern;
            this.cancelled = env == null || env.getContext() == null ? null : Context.getCancelSignal(env.getContext());
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0xFFF) == 0) {
                if (cancelled != null && cancelled.get()) {
                    throw new QueryCancelledException();
                }
                if (reads > MAX_READS) {
                    throw SparqlException.slowPattern(pattern);
                }
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
