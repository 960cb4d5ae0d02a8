package no.forankring.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Labels;
import no.forankring.search.PassageSearch;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.main.OpExecutor;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// Answers SPARQL 1.1 queries over the graph; without `FROM` a query sees facts only.
///
/// Each query runs in one read of the store, on one of a few threads, under its [Limits]. Safe for many threads.
public final class SparqlQueries {

    private final GraphStore store;
    private final SparqlSettings settings;
    private final SparqlText reader;
    private final QueryThreads threads;
    private final TextSearch.Index index;

    public SparqlQueries(GraphStore store, SparqlSettings settings) {
        this(store, settings, Optional.empty());
    }

    /// @param index where `text:search` looks; without one such queries fail
    public SparqlQueries(GraphStore store, SparqlSettings settings, Optional<PassageSearch> index) {
        SafeArq.harden();
        this.index = new TextSearch.Index(index, store.addresses());
        this.store = store;
        this.settings = settings;
        this.reader = new SparqlText(store.addresses().base() + "/", settings.maxNesting());
        this.threads = new QueryThreads(settings);
    }

    /// The limits that the settings give.
    public Limits limits() {
        return settings.limits();
    }

    /// Writes the answer. SELECT and ASK need a format of tables; CONSTRUCT and DESCRIBE one of graphs, where
    /// [ResultFormat#TABLE] and [ResultFormat#JSON] stand for Turtle and JSON-LD.
    ///
    /// Nothing is written when the query cannot be read or is refused. Where limits are met later, what is already
    /// written is only a part, and the exception says so.
    ///
    /// @throws SparqlException when the query cannot be answered
    public void run(String query, ResultFormat format, OutputStream out, Limits limits) {
        Query parsed = parse(query);
        ResultFormat fitting = format;
        if (!parsed.isSelectType() && !parsed.isAskType()) {
            fitting = format == ResultFormat.TABLE
                    ? ResultFormat.TURTLE
                    : format == ResultFormat.JSON ? ResultFormat.JSONLD : format;
        }
        run(parsed, fitting, truncated -> out, limits, OptionalLong.empty());
    }

    /// The answer as rows with labels for pages, cut at the limit of rows.
    ///
    /// @throws SparqlException when the query cannot be answered
    public SparqlTable table(String query, Limits limits) {
        Query parsed = parse(query);
        return onThread(limits, () -> {}, dataset -> {
            try (QueryExec execution = execution(dataset, parsed, limits.timeout())) {
                return table(dataset, parsed, execution, limits.rows());
            }
        });
    }

    Query parse(String text) {
        return reader.query(text, settings.maxQuery().toBytes());
    }

    /// Opens the output when the first byte comes.
    interface Opening {
        OutputStream open(boolean truncated) throws IOException;
    }

    /// @param cut to hold at most so many rows in memory, tell the opening whether there were more, and send those;
    /// when
    ///     empty, rows are sent as they come and too many of them are an error
    void run(Query query, ResultFormat format, Opening opening, Limits limits, OptionalLong cut) {
        run(query, format, opening, limits, cut, OptionalLong.empty());
    }

    /// @param known the change after which the graph is asked, for what was known then; empty for the newest state
    void run(Query query, ResultFormat format, Opening opening, Limits limits, OptionalLong cut, OptionalLong known) {
        if (!format.fits(query)) {
            throw SparqlException.notAcceptable(format.code(), offered(ResultFormat.fitting(query)));
        }
        var truncated = new boolean[1];
        var out = new CappedOutput(() -> opening.open(truncated[0]), limits.bytes());
        onThread(limits, out::abandon, known, dataset -> {
            try (QueryExec execution = execution(dataset, query, limits.timeout())) {
                if (query.isAskType()) {
                    writeBoolean(execution.ask(), format, out);
                } else if (query.isSelectType()) {
                    writeRows(execution.select(), format, out, limits.rows(), cut, truncated);
                } else {
                    Iterator<Triple> triples =
                            query.isConstructType() ? execution.constructTriples() : execution.describeTriples();
                    writeTriples(
                            triples,
                            query.getPrefixMapping().getNsPrefixMap(),
                            format,
                            out,
                            limits.rows(),
                            cut,
                            truncated);
                }
                out.finish();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return Boolean.TRUE;
        });
    }

    /// Sends a whole graph of the store, under the same limits as a query.
    void runGraph(
            Function<DatasetGraph, Graph> which,
            ResultFormat format,
            Opening opening,
            Limits limits,
            OptionalLong cut) {
        var truncated = new boolean[1];
        var out = new CappedOutput(() -> opening.open(truncated[0]), limits.bytes());
        long deadline = System.nanoTime() + limits.timeout().toNanos();
        onThread(limits, out::abandon, dataset -> {
            Iterator<Triple> triples = Iter.map(which.apply(dataset).find(), triple -> {
                if (System.nanoTime() - deadline > 0) {
                    throw SparqlException.timeout(limits.timeout().toSeconds());
                }
                return triple;
            });
            writeTriples(triples, Prefixes.ALL, format, out, limits.rows(), cut, truncated);
            try {
                out.finish();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return Boolean.TRUE;
        });
    }

    static String offered(List<ResultFormat> formats) {
        return String.join(", ", formats.stream().map(ResultFormat::mediaType).toList());
    }

    private <T> T onThread(Limits limits, Runnable abandon, Function<DatasetGraph, T> work) {
        return onThread(limits, abandon, OptionalLong.empty(), work);
    }

    private <T> T onThread(Limits limits, Runnable abandon, OptionalLong known, Function<DatasetGraph, T> work) {
        return threads.call(limits.timeout(), abandon, () -> {
            try {
                return known.isPresent() ? store.readAt(known.getAsLong(), work) : store.read(work);
            } catch (GraphException notThere) {
                throw SparqlException.noSuchThing(String.valueOf(notThere.getMessage()));
            } catch (QueryCancelledException stopped) {
                throw SparqlException.timeout(limits.timeout().toSeconds());
            } catch (SparqlException told) {
                throw told;
            } catch (RuntimeIOException | UncheckedIOException gone) {
                throw new ClientGoneException(gone);
            } catch (QueryBuildException wrong) {
                throw SparqlException.badRequest("Spørringen kan ikke kjøres: " + wrong.getMessage());
            } catch (QueryExecException failed) {
                throw SparqlException.failed("Spørringen feilet", failed);
            }
        });
    }

    /// An execution that is safe to hand to anybody: guarded expressions, breadth-first paths, a time limit, no
    /// SERVICE.
    private QueryExec execution(DatasetGraph dataset, Query query, Duration timeout) {
        QueryExecBuilder builder = QueryExec.newBuilder()
                .dataset(dataset)
                .query(query)
                .set(ARQConstants.sysOptimizerFactory, new SafeRewrite())
                .set(ARQConstants.sysOpExecutorFactory, executor(dataset))
                .set(ARQ.httpServiceAllowed, false)
                .overallTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
        index.into(builder);
        return builder.build();
    }

    static OpExecutorFactory executor(DatasetGraph dataset) {
        Context context = dataset.getContext();
        OpExecutorFactory own = context == null ? null : QC.getFactory(context);
        return WalkingExecutor.over(own == null ? OpExecutor.stdFactory : own);
    }

    private static RowSetWriter writer(ResultFormat format) {
        return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    private static void writeBoolean(boolean answer, ResultFormat format, CappedOutput out) throws IOException {
        if (format == ResultFormat.TABLE) {
            out.write((answer ? "ja\n" : "nei\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } else {
            writer(format).write(out, answer, ARQ.getContext());
        }
    }

    private static void writeRows(
            RowSet rows, ResultFormat format, CappedOutput out, long max, OptionalLong cut, boolean[] truncated) {
        List<Var> variables = rows.getResultVars();
        RowSet capped;
        if (cut.isPresent()) {
            capped = RowSetStream.create(
                    variables, first(rows, cut.getAsLong(), truncated).iterator());
        } else {
            // Asks for the first row before anything is written, so that most failures come before it too.
            started(rows);
            capped = RowSetStream.create(variables, new Counted<>(rows, max));
        }
        if (format == ResultFormat.TABLE) {
            TextTable.write(out, capped);
        } else {
            writer(format).write(out, format == ResultFormat.CSV ? marked(capped) : capped, ARQ.getContext());
        }
    }

    // In CSV a blank node is `_:b0`; ARQ leaves the mark out, so that it reads as a text.
    private static RowSet marked(RowSet rows) {
        var names = new HashMap<Node, Node>();
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, row -> {
            BindingBuilder marked = Binding.builder();
            row.forEach((variable, node) -> marked.add(
                    variable,
                    node.isBlank()
                            ? names.computeIfAbsent(
                                    node, blank -> NodeFactory.createLiteralString("_:b" + names.size()))
                            : node));
            return marked.build();
        }));
    }

    @SuppressWarnings({"CheckReturnValue", "ReturnValueIgnored"}) // Only the asking matters.
    private static void started(Iterator<?> all) {
        all.hasNext();
    }

    private static <T> List<T> first(Iterator<T> all, long max, boolean[] truncated) {
        var first = new ArrayList<T>();
        while (first.size() < max && all.hasNext()) {
            first.add(all.next());
        }
        truncated[0] = all.hasNext();
        return first;
    }

    private static void writeTriples(
            Iterator<Triple> triples,
            Map<String, String> prefixes,
            ResultFormat format,
            CappedOutput out,
            long max,
            OptionalLong cut,
            boolean[] truncated) {
        // Most failures come before the first byte, then.
        started(triples);
        Iterator<Triple> capped =
                cut.isPresent() ? first(triples, cut.getAsLong(), truncated).iterator() : new Counted<>(triples, max);
        RDFFormat rdf = format.rdf();
        if (StreamRDFWriter.registered(rdf)) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, rdf);
            stream.start();
            prefixes.forEach(stream::prefix);
            StreamRDFOps.sendTriplesToStream(capped, stream);
            stream.finish();
        } else {
            Graph graph = GraphFactory.createDefaultGraph();
            graph.getPrefixMapping().setNsPrefixes(prefixes);
            capped.forEachRemaining(graph::add);
            RDFDataMgr.write(out, graph, rdf);
        }
    }

    private static SparqlTable table(DatasetGraph dataset, Query query, QueryExec execution, long max) {
        var truncated = new boolean[1];
        var labels = new HashMap<Node, Optional<String>>();
        if (query.isAskType()) {
            var answer = new SparqlTable.Cell(
                    execution.ask() ? "ja" : "nei",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("nb"),
                    Optional.empty());
            return new SparqlTable(List.of("svar"), List.of(List.of(answer)), false);
        }
        var rows = new ArrayList<List<SparqlTable.@Nullable Cell>>();
        if (query.isSelectType()) {
            RowSet found = execution.select();
            for (Binding row : first(found, max, truncated)) {
                var cells = new ArrayList<SparqlTable.@Nullable Cell>();
                for (Var variable : found.getResultVars()) {
                    cells.add(cell(dataset.getDefaultGraph(), row.get(variable), labels));
                }
                rows.add(cells);
            }
            return new SparqlTable(
                    found.getResultVars().stream().map(Var::getVarName).toList(), rows, truncated[0]);
        }
        Iterator<Triple> triples = query.isConstructType() ? execution.constructTriples() : execution.describeTriples();
        for (Triple triple : first(triples, max, truncated)) {
            var cells = new ArrayList<SparqlTable.@Nullable Cell>();
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                cells.add(cell(dataset.getDefaultGraph(), node, labels));
            }
            rows.add(cells);
        }
        return new SparqlTable(List.of("subject", "predicate", "object"), rows, truncated[0]);
    }

    private static SparqlTable.@Nullable Cell cell(
            Graph facts, @Nullable Node node, Map<Node, Optional<String>> labels) {
        if (node == null) {
            return null;
        }
        if (node.isURI()) {
            return new SparqlTable.Cell(
                    node.getURI(),
                    Optional.of(node.getURI()),
                    labels.computeIfAbsent(node, thing -> label(facts, thing)),
                    Optional.empty(),
                    Optional.empty());
        }
        if (node.isLiteral()) {
            String language = node.getLiteralLanguage();
            return new SparqlTable.Cell(
                    node.getLiteralLexicalForm(),
                    Optional.empty(),
                    Optional.empty(),
                    language == null || language.isEmpty() ? Optional.empty() : Optional.of(language),
                    Optional.ofNullable(node.getLiteralDatatypeURI()));
        }
        return new SparqlTable.Cell(
                node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The name of a thing, in bokmål where there is one; empty when it has none.
    static Optional<String> label(Graph facts, Node thing) {
        return Labels.of(facts, thing, List.of("nb", "nn", "no", "", "en"));
    }

    /// Counts what passes and objects when there is too much.
    private static final class Counted<T> implements Iterator<T> {
        private final Iterator<T> all;
        private final long max;
        private long count;

        Counted(Iterator<T> all, long max) {
            this.all = all;
            this.max = max;
        }

        @Override
        public boolean hasNext() {
            return all.hasNext();
        }

        @Override
        public T next() {
            if (!all.hasNext()) {
                throw new NoSuchElementException();
            }
            if (++count > max) {
                throw SparqlException.tooManyRows(max);
            }
            return all.next();
        }
    }
}
