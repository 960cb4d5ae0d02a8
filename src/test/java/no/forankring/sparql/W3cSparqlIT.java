package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Identities;
import no.forankring.identity.IdentityDesk;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Runs the W3C tests of SPARQL 1.0, 1.1 and 1.2 through our HTTP endpoints, over TDB2, with the limits and refusals
/// that
/// hold in production. The suites are not part of the repository: the folder is given by `-Dforankring.w3c=` or
/// FORANKRING_W3C, or lies beside it.
///
/// Evaluation tests state what is in the default graph, which in our store is the union of all facts. So their data are
/// put into a TDB2 dataset as it is ([PlainTdb2]), and only the query or update goes through the endpoint. Protocol,
/// graph
/// store and service description run on the store of the product itself.
///
/// What does not pass is listed with its reason in `w3c-exceptions.tsv`; the test fails when that list is wrong in
/// either
/// direction, and when `docs/sparql.md` does not show the figures of this run.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = W3cSparqlIT.App.class,
        properties = "spring.main.banner-mode=off")
class W3cSparqlIT {

    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String DAWGT = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String EXCEPTIONS = "/no/forankring/sparql/w3c-exceptions.tsv";

    private static final String KARI =
            "Basic " + java.util.Base64.getEncoder().encodeToString("kari:test".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private static Path home;

    private static W3cStore stores;

    // No @Configuration: the service's own scan of this package must not find it.
    @EnableAutoConfiguration
    @EnableConfigurationProperties({SparqlSettings.class, CatalogSettings.class})
    @Import({
        SparqlController.class,
        UpdateController.class,
        GraphsController.class,
        LinkedDataController.class,
        SparqlProblems.class,
        KariMayWrite.class
    })
    static class App {
        @Bean(destroyMethod = "")
        GraphStore store() {
            return stores;
        }

        @Bean
        SparqlQueries queries(GraphStore store, SparqlSettings settings) {
            return new SparqlQueries(store, settings);
        }

        @Bean
        SparqlUpdates updates(GraphStore store, SparqlSettings settings) {
            return new SparqlUpdates(store, settings, stores::view);
        }

        @Bean
        IdentityDesk identities(GraphStore store) {
            return new Identities(store, (state, thing) -> {}, Clock.systemUTC());
        }
    }

    @BeforeAll
    static void open() {
        stores = new W3cStore(home);
    }

    @AfterAll
    static void close() {
        stores.close();
    }

    @LocalServerPort
    private int port;

    @Autowired
    private SparqlSettings settings;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> seen = new java.util.HashSet<>();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, String> misses = new TreeMap<>();

    @Test
    void passesTheSuites() throws IOException {
        Path folder = folder();
        boolean there = Files.isDirectory(folder.resolve("sparql11"));
        if (!there) {
            System.out.println("W3C SPARQL suites not found in " + folder
                    + ". Set forankring.w3c to the folder that holds sparql10, sparql11 and sparql12 to run them.");
        }
        assumeTrue(there, "The W3C SPARQL suites are not here.");
        assertThat(settings).isEqualTo(SparqlSettings.defaults());

        manifest(folder.resolve("sparql10/manifest.ttl"), "1.0");
        manifest(folder.resolve("sparql11/manifest-all.ttl"), "1.1");
        manifest(folder.resolve("sparql12/manifest.ttl"), "1.2");

        List<String> table = counts.entrySet().stream()
                .map(entry -> "| %s | %d | %d |".formatted(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
        table.forEach(System.out::println);
        misses.forEach((name, reason) -> System.out.println("W3C miss " + name + ": " + reason));
        assertThat(counts).isNotEmpty();
        assertThat(misses.keySet()).isEqualTo(exceptions().keySet());
        assertThat(Files.readString(Path.of("docs/sparql.md"))).contains(table);
    }

    private static Map<String, String> exceptions() throws IOException {
        var exceptions = new LinkedHashMap<String, String>();
        try (var in = W3cSparqlIT.class.getResourceAsStream(EXCEPTIONS)) {
            assertThat(in).isNotNull();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> exceptions.put(line.split("\t", 2)[0], line.split("\t", 2)[1]));
        }
        return exceptions;
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
        for (Property several : List.of(mf("include"), mf("conformanceRequirement"))) {
            for (Statement include :
                    model.listStatements(null, several, (RDFNode) null).toList()) {
                for (RDFNode other : list(include.getResource())) {
                    manifest(path(other.asResource().getURI()), suite);
                }
            }
        }
        for (Statement entries :
                model.listStatements(null, mf("entries"), (RDFNode) null).toList()) {
            for (RDFNode entry : list(entries.getResource())) {
                run(entry.asResource(), suite, file);
            }
        }
    }

    private static List<RDFNode> list(Resource head) {
        return head.as(org.apache.jena.rdf.model.RDFList.class).asJavaList();
    }

    private void run(Resource test, String suite, Path manifest) {
        boolean deprecated = test.hasProperty(
                ResourceFactory.createProperty(DAWGT, "approval"),
                ResourceFactory.createResource(DAWGT + "Deprecated"));
        // The manifest of 1.1 names most of its parts twice.
        if (deprecated || !seen.add(manifest.getParent() + test.getLocalName())) {
            return;
        }
        Resource type = test.getPropertyResourceValue(RDF.type);
        String kind = type == null ? "" : type.getLocalName();
        String group = switch (kind) {
            case "QueryEvaluationTest" -> "query evaluation";
            case "CSVResultFormatTest" -> "CSV format";
            case "UpdateEvaluationTest" -> "update evaluation";
            case "PositiveSyntaxTest",
                    "PositiveSyntaxTest11",
                    "PositiveUpdateSyntaxTest",
                    "PositiveUpdateSyntaxTest11" -> "positive syntax";
            case "NegativeSyntaxTest",
                    "NegativeSyntaxTest11",
                    "NegativeUpdateSyntaxTest",
                    "NegativeUpdateSyntaxTest11" -> "negative syntax";
            case "ProtocolTest" -> "protocol";
            case "GraphStoreProtocolTest" -> "graph store protocol";
            case "ServiceDescriptionTest" -> "service description";
            default -> throw new IllegalStateException("Unknown kind of test " + kind + " in " + manifest);
        };
        String name = suite + "/" + manifest.getName(manifest.getNameCount() - 2) + "/" + test.getLocalName();
        String reason;
        try {
            reason = switch (group) {
                case "query evaluation", "CSV format" -> query(test);
                case "update evaluation" -> update(test);
                case "protocol", "graph store protocol" -> exchange(test, manifest);
                case "service description" -> description(test.getLocalName());
                default -> syntax(test, group.startsWith("positive"));
            };
        } catch (Refused refused) {
            // SERVICE, which we refuse by policy; counted apart.
            int[] apart = counts.computeIfAbsent(suite + " refused by policy", none -> new int[2]);
            apart[0]++;
            apart[1]++;
            return;
        } catch (Exception | AssertionError failure) {
            reason = failure.toString();
        }
        int[] count = counts.computeIfAbsent(suite + " " + group, none -> new int[2]);
        count[1]++;
        if (reason.isEmpty()) {
            count[0]++;
        } else {
            misses.put(name, reason.lines().findFirst().orElse(""));
        }
    }

    private static final class Refused extends Exception {}

    // ---- HTTP

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .header("Authorization", KARI);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    // The plain old client does it on this thread; the other hands each request through several.
    private Answer post(String path, String contentType, byte[] body, String accept) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://localhost:" + port + path).toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", KARI);
        connection.setRequestProperty("Content-Type", contentType);
        connection.setRequestProperty("Accept", accept);
        connection.setDoOutput(true);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }

    private record Answer(int status, byte[] body) {
        static Answer of(HttpResponse<byte[]> response) {
            return new Answer(response.statusCode(), response.body());
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String problem() {
            return status + " " + text().replaceAll("\\s+", " ");
        }
    }

    private static boolean isKind(Answer response, SparqlException.Kind kind) {
        return response.text().contains(SparqlProblems.TYPES + kind.slug() + "\"");
    }

    // ---- Syntax and evaluation

    private String syntax(Resource test, boolean positive) throws IOException, InterruptedException {
        // What the last test left there is of no matter.
        stores.plain();
        Path file = path(test.getPropertyResourceValue(mf("action")).getURI());
        boolean update = file.toString().endsWith(".ru");
        var response = update
                ? post("/update", "application/sparql-update", Files.readAllBytes(file), "*/*")
                : post("/sparql", "application/sparql-query", Files.readAllBytes(file), "*/*");
        boolean unreadable = response.status() == 400 && isKind(response, SparqlException.Kind.PARSE_ERROR);
        if (!positive) {
            return unreadable ? "" : "accepted: " + response.problem();
        }
        // Understood and refused is not a syntax error; nor is a graph that is not there.
        return response.status() / 100 == 2
                        || isKind(response, SparqlException.Kind.REFUSED)
                        || (response.status() == 400 && response.text().contains("lot seg ikke"))
                ? ""
                : response.problem();
    }

    private String query(Resource test) throws IOException, Refused {
        Resource action = test.getPropertyResourceValue(mf("action"));
        Path file = path(action.getPropertyResourceValue(property(QT, "query")).getURI());
        String asked = "BASE <" + file.toUri() + ">\n" + Files.readString(file);
        PlainTdb2 store = stores.plain();
        Query query;
        try {
            query = QueryFactory.create(asked, Syntax.syntaxSPARQL_12);
        } catch (QueryException unreadable) {
            query = new Query();
        }
        DatasetGraph data = DatasetGraphFactory.create();
        load(action, QT, data);
        for (String graph : query.getGraphURIs()) {
            parse(path(graph), data, NodeFactory.createURI(graph));
        }
        for (String graph : query.getNamedGraphURIs()) {
            parse(path(graph), data, NodeFactory.createURI(graph));
        }
        store.fill(data);

        String result = test.getPropertyResourceValue(mf("result")).getURI();
        boolean table = query.isSelectType() || query.isAskType();
        ResultFormat format = !table
                ? ResultFormat.NTRIPLES
                : result.endsWith(".csv")
                        ? ResultFormat.CSV
                        : result.endsWith(".tsv")
                                ? ResultFormat.TSV
                                : result.endsWith(".srj") ? ResultFormat.JSON : ResultFormat.XML;
        var response =
                post("/sparql", "application/sparql-query", asked.getBytes(StandardCharsets.UTF_8), format.mediaType());
        if (isKind(response, SparqlException.Kind.REFUSED) && response.text().contains("SERVICE")) {
            throw new Refused();
        }
        if (response.status() != 200) {
            return response.problem();
        }
        var bytes = new ByteArrayInputStream(response.body());
        if (!table) {
            Graph got = DatasetGraphFactory.create().getDefaultGraph();
            RDFParser.source(bytes).lang(Lang.NTRIPLES).parse(got);
            return IsoMatcher.isomorphic(model(path(result)).getGraph(), got) ? "" : "other graph";
        }
        if (format == ResultFormat.CSV) {
            return csv(Files.readString(path(result))).equals(csv(response.text()))
                    ? ""
                    : "other rows: " + response.text().replaceAll("\\s+", " ");
        }
        var reader = RowSetReaderRegistry.getFactory(format.lang()).create(format.lang());
        if (query.isAskType()) {
            boolean got = reader.readAny(bytes, org.apache.jena.query.ARQ.getContext())
                    .booleanResult();
            return got == expectedBoolean(result) ? "" : "answered " + got;
        }
        RowSetRewindable got =
                reader.read(bytes, org.apache.jena.query.ARQ.getContext()).rewindable();
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

    private String update(Resource test) throws IOException, InterruptedException {
        Resource action = test.getPropertyResourceValue(mf("action"));
        Path file =
                path(action.getPropertyResourceValue(property(UT, "request")).getURI());
        PlainTdb2 store = stores.plain();
        DatasetGraph data = DatasetGraphFactory.create();
        load(action, UT, data);
        store.fill(data);

        var response = post(
                "/update",
                "application/sparql-update",
                ("BASE <" + file.toUri() + ">\n" + Files.readString(file)).getBytes(StandardCharsets.UTF_8),
                "*/*");

        if (response.status() / 100 != 2) {
            return response.problem();
        }
        DatasetGraph wanted = DatasetGraphFactory.create();
        load(test.getPropertyResourceValue(mf("result")), UT, wanted);
        DatasetGraph got = DatasetGraphFactory.create();
        store.read(dataset -> {
            dataset.find().forEachRemaining(quad -> got.add(withBlankNodes(quad)));
            return got;
        });
        return IsoMatcher.isomorphic(wanted, got) ? "" : "other dataset";
    }

    private final Map<Node, Node> names = new HashMap<>();

    // We give blank nodes addresses; the tests expect blank nodes.
    private Quad withBlankNodes(Quad quad) {
        return NodeTransformLib.transform(
                node -> node.isURI() && node.getURI().startsWith(W3cStore.BASE + "/id/skolem/")
                        ? names.computeIfAbsent(node, address -> NodeFactory.createBlankNode())
                        : node,
                quad);
    }

    // ---- Protocols: the requests of a test in order, as HTTP in RDF tells them

    private String exchange(Resource test, Path manifest) throws IOException, InterruptedException {
        stores.product();
        for (Statement data : test.listProperties(property(UT, "graphData")).toList()) {
            Resource graph = data.getResource();
            Path file =
                    path(graph.getPropertyResourceValue(property(UT, "graph")).getURI());
            // The files that the protocol's manifest names are not published with it.
            String name = graph.getProperty(RDFS.label).getString();
            byte[] body = Files.exists(file)
                    ? Files.readAllBytes(file)
                    : "<%s> a <http://www.w3.org/2000/01/rdf-schema#Resource> ."
                            .formatted(name)
                            .getBytes(StandardCharsets.UTF_8);
            var put = send(
                    "PUT",
                    "/graphs?graph=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                    body,
                    "Content-Type",
                    lang(file).getContentType().getContentTypeStr());
            if (put.statusCode() / 100 != 2) {
                return "setting up: " + Answer.of(put).problem();
            }
        }
        var variables = new HashMap<String, String>();
        Resource connection = test.getPropertyResourceValue(mf("action"));
        int number = 0;
        for (RDFNode one : list(connection.getPropertyResourceValue(ht("requests")))) {
            number++;
            String reason = exchange(one.asResource(), variables);
            if (!reason.isEmpty()) {
                return "request " + number + ": " + reason;
            }
        }
        return "";
    }

    private String exchange(Resource request, Map<String, String> variables) throws IOException, InterruptedException {
        var headers = new ArrayList<String>();
        String contentType = "";
        for (Resource header : headers(request)) {
            String field = header.getProperty(ht("fieldName")).getString();
            String value = header.getProperty(ht("fieldValue")).getString();
            if (field.equalsIgnoreCase("content-type")) {
                contentType = value;
            }
            headers.add(field);
            headers.add(value);
        }
        byte[] body = {};
        Resource content = request.getPropertyResourceValue(ht("body"));
        if (content != null) {
            String characters =
                    filled(content.getProperty(property(CNT, "chars")).getString(), variables);
            body = characters.getBytes(Charset.forName(
                    content.getProperty(property(CNT, "characterEncoding")).getString()));
        }
        String method = request.getProperty(ht("methodName")).getString();
        String path =
                address(filled(request.getProperty(ht("absolutePath")).getString(), variables), contentType, body);

        var response = send(method, path, body, headers.toArray(String[]::new));

        Resource expected = request.getPropertyResourceValue(ht("resp"));
        boolean fits = expected.listProperties(mf("expectedStatus")).toList().stream()
                .anyMatch(status -> fits(status.getResource().getLocalName(), response.statusCode()));
        if (!fits) {
            return method + " " + path + " gave " + Answer.of(response).problem();
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        Statement location = expected.getProperty(mf("expectedLocation"));
        if (location != null) {
            variables.put(
                    location.getString(),
                    response.headers().firstValue("Location").orElseThrow());
        }
        Statement truth = expected.getProperty(mf("expectedBoolean"));
        if (truth != null) {
            boolean said = RowSetReaderRegistry.getFactory(lang(type))
                    .create(lang(type))
                    .readAny(new ByteArrayInputStream(response.body()), org.apache.jena.query.ARQ.getContext())
                    .booleanResult();
            if (said != truth.getBoolean()) {
                return "answered " + said;
            }
        }
        Statement form = expected.getProperty(mf("expectedFormat"));
        if (form != null && !fitsForm(form.getString(), lang(type))) {
            return "came as " + type;
        }
        Resource expectedContent = expected.getPropertyResourceValue(ht("body"));
        if (expectedContent != null) {
            Graph wanted = graph(
                    expectedContent
                            .getProperty(property(CNT, "chars"))
                            .getString()
                            .getBytes(StandardCharsets.UTF_8),
                    Lang.TURTLE);
            Graph got = DatasetGraphFactory.create().getDefaultGraph();
            graph(response.body(), lang(type))
                    .find()
                    .forEach(triple -> got.add(withBlankNodes(Quad.create(Quad.defaultGraphIRI, triple))
                            .asTriple()));
            if (!IsoMatcher.isomorphic(wanted, got)) {
                return "other graph: " + Answer.of(response).text();
            }
        }
        for (Resource header : headers(expected)) {
            if (!header.getProperty(ht("fieldValue"))
                    .getString()
                    .replace(" ", "")
                    .equalsIgnoreCase(type.replace(" ", ""))) {
                return "came as " + type;
            }
        }
        return "";
    }

    private static List<Resource> headers(Resource message) {
        Resource headers = message.getPropertyResourceValue(ht("headers"));
        return headers == null
                ? List.of()
                : list(headers).stream().map(RDFNode::asResource).toList();
    }

    private static String filled(String text, Map<String, String> variables) {
        String filled = text;
        for (var variable : variables.entrySet()) {
            filled = filled.replace(variable.getKey(), variable.getValue());
        }
        return filled;
    }

    // The tests have one address for queries and updates, and one for all graphs.
    private static String address(String path, String contentType, byte[] body) {
        if (path.startsWith("/gsp/")) {
            return "/graph/" + path.substring("/gsp/".length());
        }
        if (path.startsWith("/gsp")) {
            return "/graphs" + path.substring("/gsp".length());
        }
        String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        boolean update = contentType.contains("sparql-update")
                || query.contains("update=")
                || new String(body, StandardCharsets.ISO_8859_1).contains("update=")
                || query.contains("using-graph-uri");
        return (update ? "/update" : "/sparql") + query;
    }

    private static boolean fits(String status, int code) {
        return switch (status) {
            case "OK" -> code == 200;
            case "Created" -> code == 201;
            case "NoContent" -> code == 204;
            case "NotFound" -> code == 404;
            case "StatusCode2xx" -> code / 100 == 2;
            case "StatusCode3xx" -> code / 100 == 3;
            case "StatusCode4xx" -> code / 100 == 4;
            case "StatusCode5xx" -> code / 100 == 5;
            default -> {
                if (!status.matches("[A-Za-z]+")) {
                    throw new IllegalStateException("Unknown status " + status);
                }
                yield org.springframework.http.HttpStatus.valueOf(status.replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                        .toUpperCase(java.util.Locale.ROOT))
                                .value()
                        == code;
            }
        };
    }

    private static boolean fitsForm(String form, Lang lang) {
        return switch (form) {
            case "boolean", "tabular" -> RowSetReaderRegistry.isRegistered(lang);
            case "RDF" -> RDFLanguages.isTriples(lang) || RDFLanguages.isQuads(lang);
            default -> throw new IllegalStateException("Unknown form " + form);
        };
    }

    private static Lang lang(String contentType) {
        return RDFLanguages.contentTypeToLang(contentType.split(";", 2)[0].strip());
    }

    private static Graph graph(byte[] body, Lang lang) {
        Graph graph = DatasetGraphFactory.create().getDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(body))
                .lang(lang)
                .base("http://www.example/gsp")
                .parse(graph);
        return graph;
    }

    // ---- Service description

    private static final Map<String, String> RANGES = Map.of(
            "endpoint", "",
            "supportedLanguage", "Language",
            "resultFormat", "",
            "inputFormat", "",
            "propertyFeature", "Feature",
            "defaultDataset", "Dataset",
            "defaultGraph", "Graph",
            "namedGraph", "NamedGraph",
            "graph", "Graph",
            "name", "");

    private String description(String test) throws IOException, InterruptedException {
        stores.product();
        var response = send("GET", "/sparql", new byte[0], "Accept", "text/turtle");
        Model model = ModelFactory.createModelForGraph(graph(response.body(), Lang.TURTLE));
        return switch (test) {
            case "returns-rdf" ->
                response.statusCode() == 200 && !model.isEmpty()
                        ? ""
                        : Answer.of(response).problem();
            case "has-endpoint-triple" ->
                model.contains(
                                null,
                                property(SD, "endpoint"),
                                ResourceFactory.createResource(W3cStore.BASE + "/sparql"))
                        ? ""
                        : "no sd:endpoint of this address";
            case "conforms-to-schema" -> schema(model);
            default -> "unknown test";
        };
    }

    // The schema of the recommendation: its properties, their ranges, and what a service and a named graph must have.
    private static String schema(Model model) {
        for (Statement statement : model.listStatements().toList()) {
            String predicate = statement.getPredicate().getURI();
            if (predicate.startsWith(SD)) {
                String range = RANGES.get(predicate.substring(SD.length()));
                if (range == null) {
                    return "unknown property " + predicate;
                }
                if (!statement.getObject().isResource()) {
                    return "no resource in " + statement;
                }
                Resource object = statement.getResource();
                boolean named = object.isURIResource() && object.getURI().startsWith(SD);
                if (!range.isEmpty()
                        && !named
                        && !object.hasProperty(RDF.type, ResourceFactory.createResource(SD + range))) {
                    return "not a " + range + ": " + statement;
                }
            }
        }
        List<Resource> services = model.listSubjectsWithProperty(
                        RDF.type, ResourceFactory.createResource(SD + "Service"))
                .toList();
        if (services.isEmpty()
                || services.stream()
                        .anyMatch(service -> service.listProperties(property(SD, "endpoint"))
                                        .toList()
                                        .size()
                                != 1)) {
            return "a service has one endpoint";
        }
        for (Resource named : model.listSubjectsWithProperty(
                        RDF.type, ResourceFactory.createResource(SD + "NamedGraph"))
                .toList()) {
            if (named.listProperties(property(SD, "name")).toList().size() != 1) {
                return "a named graph has one name";
            }
        }
        return "";
    }

    private static Property ht(String name) {
        return property(HT, name);
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
}
