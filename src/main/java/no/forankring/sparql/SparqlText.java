package no.forankring.sparql;

import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;

/// Parses queries and updates, and refuses what we do not do, before anything runs.
final class SparqlText {

    private static final Syntax SYNTAX = Syntax.syntaxSPARQL_12;

    private final String base;
    private final int maxNesting;

    /// @param base what relative addresses in a query are relative to
    SparqlText(String base, int maxNesting) {
        this.base = base;
        this.maxNesting = maxNesting;
    }

    Query query(String text, long maxBytes) {
        checkSize(text, maxBytes, "Spørringen");
        checkNesting(text);
        try {
            var query = new Query();
            QueryFactory.parse(query, text, base, SYNTAX);
            TextSearch.first(query);
            check(Algebra.compile(query));
            return query;
        } catch (JenaException unreadable) {
            throw SparqlException.unreadable("Spørringen", unreadable);
        } catch (StackOverflowError tooDeep) {
            throw SparqlException.tooComplex();
        }
    }

    UpdateRequest update(String text, long maxBytes) {
        checkSize(text, maxBytes, "Oppdateringen");
        checkNesting(text);
        try {
            var request = new UpdateRequest();
            for (Update update : UpdateFactory.create(text, base, SYNTAX)) {
                if (update instanceof UpdateLoad load) {
                    if (!load.getSilent()) {
                        throw SparqlException.refused(
                                "LOAD er ikke tillatt, for ingenting hentes fra andre steder. Send innholdet med PUT eller POST til /graphs.");
                    }
                    // The standard wants it to change nothing where nothing can be fetched; left in, it would ask.
                    continue;
                }
                if (update instanceof UpdateModify modify) {
                    check(Algebra.compile(modify.getWherePattern()));
                }
                request.add(update);
            }
            return request;
        } catch (JenaException unreadable) {
            throw SparqlException.unreadable("Oppdateringen", unreadable);
        } catch (StackOverflowError tooDeep) {
            throw SparqlException.tooComplex();
        }
    }

    private static void check(Op op) {
        Walker.walk(op, new Refusals(), new Functions());
    }

    private static void checkSize(String text, long maxBytes, String what) {
        if (text.length() > maxBytes || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw SparqlException.tooLarge(what, maxBytes);
        }
    }

    private void checkNesting(String text) {
        if (nesting(text) > maxNesting) {
            throw SparqlException.tooDeep(maxNesting);
        }
    }

    /// How deep brackets are nested, outside strings, addresses and comments. A run of `!` counts too: it nests the
    /// same
    /// way in the parser.
    static int nesting(String text) {
        int depth = 0;
        int deepest = 0;
        int bangs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bangs = c == '!' ? bangs + 1 : Character.isWhitespace(c) ? bangs : 0;
            switch (c) {
                case '(', '{', '[' -> depth++;
                case ')', '}', ']' -> depth--;
                case '"', '\'' -> i = endOfString(text, i);
                case '#' -> i = endOfLine(text, i);
                case '<' -> i = endOfAddress(text, i);
                default -> {}
            }
            deepest = Math.max(deepest, depth + bangs);
        }
        return deepest;
    }

    private static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        String triple = String.valueOf(quote).repeat(3);
        boolean isLong = text.startsWith(triple, start);
        for (int i = start + (isLong ? 3 : 1); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (isLong ? text.startsWith(triple, i) : c == quote || c == '\n') {
                return isLong ? i + 2 : i;
            }
        }
        return text.length();
    }

    private static int endOfLine(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    // "<" may also be less-than; an address holds no spaces, brackets or quotes.
    private static int endOfAddress(String text, int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c <= ' ' || "<\"{}|^`\\()".indexOf(c) >= 0) {
                return start;
            }
        }
        return start;
    }

    private static final class Refusals extends OpVisitorBase {
        @Override
        public void visit(OpService op) {
            throw SparqlException.refused(
                    "SERVICE er ikke tillatt, for ingenting hentes fra andre steder. Spør det andre endepunktet selv og slå svarene sammen.");
        }

        // The walker passes over the expressions inside COUNT, SUM …
        @Override
        public void visit(OpGroup op) {
            for (ExprAggregator aggregator : op.getAggregators()) {
                if (aggregator.getAggregator().getExprList() != null) {
                    Walker.walk(aggregator.getAggregator().getExprList(), new Refusals(), new Functions());
                }
            }
        }
    }

    private static final class Functions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function custom && !SafeArq.allowsFunction(custom.getFunctionIRI())) {
                throw SparqlException.refused(
                        "Funksjonen <%s> finnes ikke her. Bruk funksjonene i SPARQL 1.1 eller XPath (http://www.w3.org/2005/xpath-functions#)."
                                .formatted(custom.getFunctionIRI()));
            }
        }
    }
}
