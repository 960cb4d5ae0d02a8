package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/// Runs the W3C tests of SPARQL 1.0 and 1.1 through our own parsing, execution and writing. The suites are not part of
/// the
/// repository: the folder is given by `-Dforankring.w3c=` or FORANKRING_W3C, or lies beside it.
///
/// The store under the tests is one in memory with a default graph of its own, since the tests state what is in it.
class W3cSparqlIT {

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String DAWGT = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";

    /// What is known not to pass, each with its reason. The test fails when this list is wrong in either direction.
    private static final Map<String, String> KNOWN = Map.of(
            "csv-tsv-res/csv01", "ARQ writes b0 for the blank node _:b0 in CSV",
            "csv-tsv-res/csv02", "ARQ writes b0 for the blank node _:b0 in CSV",
            "functions/bnode01", "ARQ gives BNODE(text) of two rows the same node",
            "property-path/values_and_path",
                    "ARQ joins VALUES and a path of no steps, and looks for its ends in the data only");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, String> misses = new LinkedHashMap<>();

    @Test
    void passesTheSuitesOfSparql10And11() throws IOException {
        Path folder = folder();
        boolean there = Files.isDirectory(folder.resolve("sparql11"));
        if (!there) {
            System.out.println("W3C SPARQL suites not found in " + folder
                    + ". Set forankring.w3c to the folder that holds sparql10 and sparql11 to run them.");
        }
        assumeTrue(there, "The W3C SPARQL suites are not here.");

        manifest(folder.resolve("sparql10/manifest.ttl"), "1.0");
        manifest(folder.resolve("sparql11/manifest-all.ttl"), "1.1");

        counts.forEach((name, count) -> System.out.printf("W3C %s: %d of %d%n", name, count[0], count[1]));
        misses.forEach((name, reason) -> System.out.printf("W3C miss %s: %s%n", name, reason));
        assertThat(counts).isNotEmpty();
        assertThat(misses.keySet()).isEqualTo(KNOWN.keySet());
    }

    private static Path folder() {
        String named = System.getProperty("forankring.w3c", System.getenv("FORANKRING_W3C"));
        if (named != null) {
            return Path.of(named);
        }
        Path beside = Path.of("..", "shared", "w3c-sparql");
        return Files.isDirectory(beside) ? beside : Path.of("..", "..", "shared", "w3c-sparql");
    }

    private void manifest(Path file, String suite) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        Model model = model(file);
        for (Statement include :
                model.listStatements(null, mf("include"), (RDFNode) null).toList()) {
            for (RDFNode other : list(include.getResource())) {
                manifest(path(other.asResource().getURI()), suite);
            }
        }
        for (Statement entries :
                model.listStatements(null, mf("entries"), (RDFNode) null).toList()) {
            for (RDFNode entry : list(entries.getResource())) {
                run(entry.asResource(), suite);
            }
        }
    }

    private static List<RDFNode> list(Resource head) {
        return head.as(org.apache.jena.rdf.model.RDFList.class).asJavaList();
    }

    private void run(Resource test, String suite) {
        if (test.hasProperty(
                ResourceFactory.createProperty(DAWGT, "approval"),
                ResourceFactory.createResource(DAWGT + "Deprecated"))) {
            return;
        }
        Resource type = test.getPropertyResourceValue(RDF.type);
        String kind = type == null ? "" : type.getLocalName();
        String group = switch (kind) {
            case "QueryEvaluationTest", "CSVResultFormatTest" -> "query evaluation";
            case "UpdateEvaluationTest" -> "update evaluation";
            case "PositiveSyntaxTest", "PositiveSyntaxTest11", "PositiveUpdateSyntaxTest11" -> "positive syntax";
            case "NegativeSyntaxTest", "NegativeSyntaxTest11", "NegativeUpdateSyntaxTest11" -> "negative syntax";
            default -> "";
        };
        if (group.isEmpty()) {
            return;
        }
        int[] count = counts.computeIfAbsent(suite + " " + group, none -> new int[2]);
        String name = name(test);
        String reason;
        try {
            reason = switch (group) {
                case "query evaluation" -> query(test);
                case "update evaluation" -> update(test);
                default -> syntax(test, group.startsWith("positive"));
            };
        } catch (SparqlException refused) {
            if (refused.kind() == SparqlException.Kind.REFUSED) {
                // SERVICE and LOAD, which we refuse by policy; counted apart.
                int[] apart = counts.computeIfAbsent(suite + " refused by policy", none -> new int[2]);
                apart[0]++;
                apart[1]++;
                return;
            }
            reason = refused.kind() + " " + refused.getMessage();
        } catch (Exception | StackOverflowError failure) {
            reason = failure.toString();
        }
        count[1]++;
        if (reason.isEmpty()) {
            count[0]++;
        } else {
            misses.put(name, reason.lines().findFirst().orElse(""));
        }
    }

    private static String name(Resource test) {
        String[] pieces = test.getURI().split("/");
        return pieces[pieces.length - 2] + "/" + pieces[pieces.length - 1].replaceFirst("^manifest#", "");
    }

    private static String syntax(Resource test, boolean positive) throws IOException {
        Path file = path(test.getPropertyResourceValue(mf("action")).getURI());
        String text = Files.readString(file);
        try {
            if (file.toString().endsWith(".ru")) {
                new SparqlUpdates(new PlainStore(), SparqlSettings.defaults()).parse(text);
            } else {
                new SparqlQueries(new PlainStore(), SparqlSettings.defaults()).parse(text);
            }
            return positive ? "" : "accepted";
        } catch (SparqlException told) {
            return switch (told.kind()) {
                case PARSE_ERROR -> positive ? String.valueOf(told.getMessage()) : "";
                // Understood and refused is not a syntax error.
                case REFUSED -> positive ? "" : "accepted";
                default -> String.valueOf(told.getMessage());
            };
        }
    }

    private static String query(Resource test) throws IOException {
        Resource action = test.getPropertyResourceValue(mf("action"));
        Path file = path(action.getPropertyResourceValue(property(QT, "query")).getURI());
        var store = new PlainStore();
        var queries = new SparqlQueries(store, SparqlSettings.defaults());
        Query query = queries.parse("BASE <" + file.toUri() + ">\n" + Files.readString(file));
        load(action, QT, store.dataset);
        for (String graph : query.getGraphURIs()) {
            parse(path(graph), store.dataset, NodeFactory.createURI(graph));
        }
        for (String graph : query.getNamedGraphURIs()) {
            parse(path(graph), store.dataset, NodeFactory.createURI(graph));
        }

        String result = test.getPropertyResourceValue(mf("result")) == null
                ? ""
                : test.getPropertyResourceValue(mf("result")).getURI();
        if (result.isEmpty()) {
            return "no result given";
        }
        ResultFormat format = query.isSelectType() || query.isAskType()
                ? result.endsWith(".csv")
                        ? ResultFormat.CSV
                        : result.endsWith(".tsv")
                                ? ResultFormat.TSV
                                : result.endsWith(".srj") ? ResultFormat.JSON : ResultFormat.XML
                : ResultFormat.NTRIPLES;
        var bytes = new ByteArrayOutputStream();
        queries.run(query, format, truncated -> bytes, SparqlSettings.defaults().limits(), OptionalLong.empty());
        if (!format.isTable()) {
            Graph got = DatasetGraphFactory.create().getDefaultGraph();
            RDFParser.source(new ByteArrayInputStream(bytes.toByteArray()))
                    .lang(Lang.NTRIPLES)
                    .parse(got);
            return IsoMatcher.isomorphic(model(path(result)).getGraph(), got) ? "" : "other graph";
        }
        if (format == ResultFormat.CSV) {
            return csv(Files.readString(path(result)))
                            .equals(csv(bytes.toString(java.nio.charset.StandardCharsets.UTF_8)))
                    ? ""
                    : "other rows";
        }
        if (query.isAskType()) {
            boolean got = RowSetReaderRegistry.getFactory(format.lang())
                    .create(format.lang())
                    .readAny(new ByteArrayInputStream(bytes.toByteArray()), org.apache.jena.query.ARQ.getContext())
                    .booleanResult();
            return got == expectedBoolean(result) ? "" : "answered " + got;
        }
        RowSetRewindable got = RowSetReaderRegistry.getFactory(format.lang())
                .create(format.lang())
                .read(new ByteArrayInputStream(bytes.toByteArray()), org.apache.jena.query.ARQ.getContext())
                .rewindable();
        RowSetRewindable wanted = expectedRows(result).rewindable();
        boolean lax = test.hasProperty(mf("resultCardinality"), ResourceFactory.createResource(MF + "LaxCardinality"));
        if (lax) {
            return lax(wanted, got);
        }
        if (query.isOrdered() && ResultsCompare.equalsByTermAndOrder(wanted, got)) {
            return "";
        }
        wanted.reset();
        got.reset();
        if (ResultsCompare.equalsByTerm(wanted, got)) {
            return "";
        }
        wanted.reset();
        got.reset();
        return ResultsCompare.equalsByValue(wanted, got) ? "" : "other rows";
    }

    // REDUCED may keep or drop duplicates: the distinct rows must be the same.
    private static String lax(RowSet wanted, RowSet got) {
        return distinct(wanted).equals(distinct(got)) ? "" : "other rows";
    }

    private static Set<Binding> distinct(RowSet rows) {
        Set<Binding> distinct = new java.util.HashSet<>();
        rows.forEachRemaining(distinct::add);
        return distinct;
    }

    private static List<String> csv(String text) {
        return text.lines()
                .map(line -> line.replaceAll("_:\\w+", "_:"))
                .sorted()
                .toList();
    }

    private static boolean expectedBoolean(String result) throws IOException {
        if (result.endsWith(".ttl") || result.endsWith(".rdf")) {
            return model(path(result))
                    .listObjectsOfProperty(
                            property("http://www.w3.org/2001/sw/DataAccess/tests/result-set#", "boolean"))
                    .next()
                    .asLiteral()
                    .getBoolean();
        }
        return reader(result).booleanResult();
    }

    private static QueryExecResult reader(String result) throws IOException {
        Lang lang = result.endsWith(".srj")
                ? ResultSetLang.RS_JSON
                : result.endsWith(".tsv") ? ResultSetLang.RS_TSV : ResultSetLang.RS_XML;
        return RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .readAny(Files.newInputStream(path(result)), org.apache.jena.query.ARQ.getContext());
    }

    private static RowSet expectedRows(String result) throws IOException {
        if (result.endsWith(".ttl") || result.endsWith(".rdf")) {
            return RowSet.adapt(RDFInput.fromRDF(model(path(result))));
        }
        return reader(result).rowSet();
    }

    private static String update(Resource test) throws IOException {
        Resource action = test.getPropertyResourceValue(mf("action"));
        Path file =
                path(action.getPropertyResourceValue(property(UT, "request")).getURI());
        var store = new PlainStore();
        load(action, UT, store.dataset);
        var updates = new SparqlUpdates(
                store,
                SparqlSettings.defaults(),
                dataset -> new StoreView(dataset, PlainStore.BASE, graph -> false, Quad.defaultGraphIRI));

        updates.run("test", updates.parse("BASE <" + file.toUri() + ">\n" + Files.readString(file)));

        DatasetGraph wanted = DatasetGraphFactory.create();
        load(test.getPropertyResourceValue(mf("result")), UT, wanted);
        return IsoMatcher.isomorphic(wanted, withBlankNodes(store.dataset)) ? "" : "other dataset";
    }

    // We give blank nodes addresses; the tests expect blank nodes.
    private static DatasetGraph withBlankNodes(DatasetGraph dataset) {
        DatasetGraph blank = DatasetGraphFactory.create();
        Map<Node, Node> names = new HashMap<>();
        dataset.find()
                .forEachRemaining(quad -> blank.add(NodeTransformLib.transform(
                        node -> node.isURI() && node.getURI().startsWith(PlainStore.BASE + "/id/skolem/")
                                ? names.computeIfAbsent(node, address -> NodeFactory.createBlankNode())
                                : node,
                        quad)));
        return blank;
    }

    private static void load(Resource from, String ns, DatasetGraph dataset) throws IOException {
        for (Statement data : from.listProperties(property(ns, "data")).toList()) {
            parse(path(data.getResource().getURI()), dataset, Quad.defaultGraphIRI);
        }
        for (Statement data : from.listProperties(property(ns, "graphData")).toList()) {
            Resource graph = data.getResource();
            if (graph.isURIResource()) {
                parse(path(graph.getURI()), dataset, NodeFactory.createURI(graph.getURI()));
            } else {
                Resource file = graph.getPropertyResourceValue(property(ns, "graph"));
                if (file == null) {
                    file = graph.getPropertyResourceValue(property(ns, "data"));
                }
                parse(
                        path(file.getURI()),
                        dataset,
                        NodeFactory.createURI(graph.getProperty(RDFS.label).getString()));
            }
        }
    }

    private static void parse(Path file, DatasetGraph dataset, Node graph) {
        boolean quads = file.toString().endsWith(".trig") || file.toString().endsWith(".nq");
        var parser = RDFParser.create()
                .source(new ByteArrayInputStream(bytes(file)))
                .lang(lang(file))
                .base(file.toUri().toString());
        if (quads) {
            parser.parse(dataset);
        } else {
            Graph one = DatasetGraphFactory.create().getDefaultGraph();
            parser.parse(one);
            one.find()
                    .forEach(triple ->
                            dataset.add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        }
    }

    private static Model model(Path file) throws IOException {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.create()
                .source(new ByteArrayInputStream(bytes(file)))
                .lang(lang(file))
                .base(file.toUri().toString())
                .parse(model);
        return model;
    }

    private static Lang lang(Path file) {
        String name = file.toString();
        return name.endsWith(".rdf")
                ? Lang.RDFXML
                : name.endsWith(".nt")
                        ? Lang.NTRIPLES
                        : name.endsWith(".trig") ? Lang.TRIG : name.endsWith(".nq") ? Lang.NQUADS : Lang.TURTLE;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static Path path(String uri) {
        return Path.of(java.net.URI.create(uri));
    }

    private static Property mf(String name) {
        return property(MF, name);
    }

    private static Property property(String ns, String name) {
        return ResourceFactory.createProperty(ns, name);
    }

    /// A dataset as it is, with a default graph of its own.
    private static final class PlainStore implements GraphStore {
        static final String BASE = "http://w3c.test";
        final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();

        @Override
        public Addresses addresses() {
            return new Addresses(BASE);
        }

        @Override
        public <T> T read(Function<DatasetGraph, T> reader) {
            return dataset.calculateRead(() -> reader.apply(dataset));
        }

        @Override
        public CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
            try {
                dataset.executeWrite(() -> operation.accept(dataset));
                return CompletableFuture.completedFuture(new Change(1, Instant.EPOCH, who, why, 0, 0));
            } catch (RuntimeException failure) {
                return CompletableFuture.failedFuture(failure);
            }
        }

        @Override
        public long lastChange() {
            return 0;
        }

        @Override
        public List<Change> changesAfter(long number, int limit) {
            return new ArrayList<>();
        }

        @Override
        public List<String> check(boolean repair) {
            return List.of();
        }

        @Override
        public void export(String format, OutputStream out) {
            throw new UnsupportedOperationException("Not needed by these tests.");
        }

        @Override
        public java.util.Optional<Change> change(long number) {
            return java.util.Optional.empty();
        }

        @Override
        public AutoCloseable onChange(Consumer<Change> listener) {
            throw new UnsupportedOperationException("Not needed by these tests.");
        }

        @Override
        public java.nio.file.Path snapshot() {
            throw new UnsupportedOperationException("Not needed by these tests.");
        }

        @Override
        public void close() {}
    }
}
