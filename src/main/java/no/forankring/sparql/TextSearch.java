package no.forankring.sparql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/// Searches the passages from within a query, in the language of the search page and over the same index:
///
/// ```
/// (?passage ?score ?snippet ?page ?document) text:search ("lindrende behandling" 20)
/// ```
///
/// Only the passage must be named. The number after the words is how many passages at most, 100 unless told and never
/// more than 1000, the best first. Hits come as they are asked for, and a query that says the same words twice searches
/// once. What is bound already is looked up among those hits.
final class TextSearch extends PropertyFunctionEval {

    static final String NAMESPACE = "https://w3id.org/forankring/text#";
    static final String IRI = NAMESPACE + "search";

    private static final Node SEARCH = NodeFactory.createURI(IRI);
    private static final Symbol INDEX = Symbol.create(NAMESPACE + "index");
    private static final int USUAL = 100;
    private static final int MOST = 1_000;
    private static final int DOCUMENTS_AT_ONCE = 20;

    TextSearch() {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
    }

    /// What one execution searches in.
    ///
    /// @param index empty where there is none
    record Index(Optional<PassageSearch> index, Addresses addresses) {
        void into(org.apache.jena.sparql.exec.QueryExecBuilder builder) {
            builder.set(INDEX, this);
        }
    }

    // ---- Planning

    /// Puts searches for given words before the patterns they stand among: they are far more selective, and ARQ leaves
    /// a
    /// property function where it is written.
    static void first(Query query) {
        if (query.getQueryPattern() != null) {
            first(query.getQueryPattern());
        }
    }

    static void first(Element pattern) {
        ElementWalker.walk(pattern, new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                List<TriplePath> patterns = block.getPattern().getList();
                Set<Node> cells = new HashSet<>();
                patterns.stream()
                        .filter(pattern -> SEARCH.equals(pattern.getPredicate()))
                        .forEach(pattern -> {
                            cells.add(pattern.getSubject());
                            cells.add(pattern.getObject());
                        });
                if (cells.isEmpty()) {
                    return;
                }
                boolean grew = true;
                while (grew) {
                    grew = false;
                    for (TriplePath pattern : patterns) {
                        if (RDF.rest.asNode().equals(pattern.getPredicate()) && cells.contains(pattern.getSubject())) {
                            grew |= cells.add(pattern.getObject());
                        }
                    }
                }
                Map<Boolean, List<TriplePath>> parts = patterns.stream()
                        .collect(Collectors.partitioningBy(pattern -> SEARCH.equals(pattern.getPredicate())
                                || ((RDF.first.asNode().equals(pattern.getPredicate())
                                                || RDF.rest.asNode().equals(pattern.getPredicate()))
                                        && cells.contains(pattern.getSubject()))));
                patterns.clear();
                patterns.addAll(List.copyOf(parts.get(true)));
                patterns.addAll(List.copyOf(parts.get(false)));
            }
        });
    }

    // ---- Searching

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> wanted = subject.isList() ? subject.getArgList() : List.of(subject.getArg());
        List<Node> asked = object.isList() ? object.getArgList() : List.of(object.getArg());
        if (wanted.isEmpty() || wanted.size() > 5 || asked.isEmpty() || asked.size() > 2) {
            throw new QueryBuildException(
                    "text:search takes (?passage ?score ?snippet ?page ?document) and (words limit)");
        }
        if (!asked.getFirst().isLiteral()) {
            throw new QueryBuildException("text:search needs the words to search for before it runs");
        }
        Hits hits = hits(asked.getFirst().getLiteralLexicalForm(), limit(asked), context.getContext());
        Iterator<Binding> rows =
                Iter.removeNulls(Iter.map(new Counting<>(hits::row), row -> joined(binding, wanted, row)));
        return QueryIterPlainWrapper.create(rows, context);
    }

    private static int limit(List<Node> asked) {
        if (asked.size() < 2) {
            return USUAL;
        }
        if (asked.get(1).isLiteral() && asked.get(1).getLiteralValue() instanceof Integer number && number > 0) {
            return Math.min(number, MOST);
        }
        throw new QueryBuildException("text:search: the limit is a whole number above zero");
    }

    private static @Nullable Binding joined(Binding binding, List<Node> wanted, List<Node> row) {
        BindingBuilder joined = Binding.builder(binding);
        for (int i = 0; i < wanted.size(); i++) {
            Node node = wanted.get(i);
            Node value = row.get(i);
            if (Var.isVar(node)) {
                if (value != Node.ANY) {
                    Var variable = Var.alloc(node);
                    Node before = joined.get(variable);
                    if (before == null) {
                        joined.add(variable, value);
                    } else if (!before.equals(value)) {
                        return null;
                    }
                }
            } else if (!node.sameValueAs(value)) {
                return null;
            }
        }
        return joined.build();
    }

    private static Hits hits(String words, int limit, Context context) {
        Symbol known = Symbol.create(NAMESPACE + "hits/" + limit + "/" + words);
        Hits hits = context.get(known);
        if (hits == null) {
            Index index = context.get(INDEX);
            if (index == null || index.index().isEmpty()) {
                throw new QueryBuildException("text:search: there is no index of passages here");
            }
            hits = new Hits(index.index().get(), index.addresses(), words, limit);
            context.set(known, hits);
        }
        return hits;
    }

    /// The hits of one search, read as far as somebody asked.
    private static final class Hits {
        private final PassageSearch search;
        private final Addresses addresses;
        private final String words;
        private final int limit;
        private final List<List<Node>> rows = new ArrayList<>();
        private int page;
        private boolean ended;

        Hits(PassageSearch search, Addresses addresses, String words, int limit) {
            this.search = search;
            this.addresses = addresses;
            this.words = words;
            this.limit = limit;
        }

        /// Null after the last.
        @Nullable
        List<Node> row(int number) {
            while (!ended && rows.size() <= number) {
                read();
            }
            return number < Math.min(rows.size(), limit) ? rows.get(number) : null;
        }

        private void read() {
            page++;
            int size = Math.min(DOCUMENTS_AT_ONCE, Math.max(1, limit));
            SearchResult found = search.search(new SearchQuery(words, Map.of(), page, size));
            for (SearchResult.Hit hit : found.hits()) {
                Node document = addresses.of(Addresses.DOCUMENT, hit.document().value());
                for (SearchResult.PassageHit passage : hit.passages()) {
                    rows.add(List.of(
                            addresses.of(
                                    Addresses.PASSAGE,
                                    hit.document().value() + "/"
                                            + passage.passage().value()),
                            NodeFactory.createLiteralDT(Float.toString(hit.score()), XSDDatatype.XSDfloat),
                            NodeFactory.createLiteralString(passage.segments().stream()
                                    .map(SearchResult.Segment::text)
                                    .collect(Collectors.joining())),
                            passage.page() > 0
                                    ? NodeFactory.createLiteralDT(
                                            Integer.toString(passage.page()), XSDDatatype.XSDinteger)
                                    : Node.ANY,
                            document));
                }
            }
            ended = rows.size() >= limit || found.hits().size() < size;
        }
    }

    /// Walks over what has a number, until there is none.
    private static final class Counting<T> implements Iterator<T> {
        private final IntFunction<@Nullable T> numbered;
        private int next;

        Counting(IntFunction<@Nullable T> numbered) {
            this.numbered = numbered;
        }

        @Override
        public boolean hasNext() {
            return numbered.apply(next) != null;
        }

        @Override
        public T next() {
            T found = numbered.apply(next++);
            if (found == null) {
                throw new java.util.NoSuchElementException();
            }
            return found;
        }
    }
}
