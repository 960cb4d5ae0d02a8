package no.forankring.graph;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Stores, quads and operations for tests.
final class GraphExamples {

    static final Addresses ADDRESSES = new Addresses("http://localhost:8080");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);
    static final StoreLimits SMALL = new StoreLimits(1L << 20, 1L << 30, 64, Duration.ofSeconds(30), 16, 0);
    static final Shapes NO_SHAPES = Shapes.parse(GraphFactory.createDefaultGraph());

    static final Node LABEL = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");
    static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private GraphExamples() {}

    static JournalledGraphStore store(Path home) {
        return store(home, SMALL);
    }

    static JournalledGraphStore store(Path home, StoreLimits limits) {
        return JournalledGraphStore.open(home, ADDRESSES, CLOCK, NO_SHAPES, limits);
    }

    static JournalledGraphStore store(Path home, Shapes shapes) {
        return JournalledGraphStore.open(home, ADDRESSES, CLOCK, shapes, SMALL);
    }

    static Change write(GraphStore store, Consumer<DatasetGraph> operation) {
        try {
            return store.write("test", "a test", operation).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof GraphException refused) {
                throw refused;
            }
            throw e;
        }
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node integer(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    static Node thing(String id) {
        return ADDRESSES.of(Addresses.NETWORK, id);
    }

    static Shapes shapes(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX sh: <http://www.w3.org/ns/shacl#>
                        PREFIX fa: <https://w3id.org/forankring/ns#>
                        PREFIX oa: <http://www.w3.org/ns/oa#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                        """ + turtle, Lang.TURTLE).parse(graph);
        return Shapes.parse(graph);
    }

    /// The lines of an export, to compare states by.
    static String exported(GraphStore store) {
        var out = new java.io.ByteArrayOutputStream();
        store.export("nq", out);
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    static Set<Triple> defaultGraph(DatasetGraph dataset) {
        Set<Triple> triples = new HashSet<>();
        dataset.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(q -> triples.add(q.asTriple()));
        return triples;
    }

    static Set<Triple> unionOfFacts(DatasetGraph dataset) {
        Set<Triple> triples = new HashSet<>();
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (ADDRESSES.holdsFacts(quad.getGraph())) {
                triples.add(quad.asTriple());
            }
        });
        return triples;
    }

    static Set<String> named(DatasetGraph dataset) {
        Set<String> quads = new TreeSet<>();
        dataset.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.getPredicate().equals(Fa.lastChange)) {
                quads.add(Terms.text(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
            }
        });
        return quads;
    }

    /// A dozen seeds; the number is in the name of a test that fails.
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    /// Graphs of facts and others, few enough that the same triple often lies in several.
    static final List<Node> GRAPHS = List.of(
            ADDRESSES.documentGraph("a"),
            ADDRESSES.documentGraph("b"),
            ADDRESSES.suggestionsGraph("a"),
            ADDRESSES.registerGraph(),
            ADDRESSES.confirmedGraph(),
            ADDRESSES.provenanceGraph());

    static Node graph(Random random) {
        return GRAPHS.get(random.nextInt(GRAPHS.size()));
    }

    static Quad quad(Random random) {
        Node object = switch (random.nextInt(4)) {
            case 0 -> thing("n" + random.nextInt(4));
            case 1 -> text("ord nr. " + random.nextInt(3) + "\n\t\"æøå\" \\ \uD83D\uDE00");
            case 2 -> NodeFactory.createLiteralDT("0" + random.nextInt(4), XSDDatatype.XSDinteger);
            default -> NodeFactory.createLiteralLang("navn " + random.nextInt(3), "nb");
        };
        return Quad.create(
                graph(random), thing("n" + random.nextInt(4)), random.nextBoolean() ? LABEL : Fa.partOf, object);
    }

    /// A few additions and deletions, sometimes the clearing or replacing of a whole graph.
    static Consumer<DatasetGraph> operation(Random random) {
        List<Consumer<DatasetGraph>> steps = new ArrayList<>();
        int size = 1 + random.nextInt(8);
        for (int i = 0; i < size; i++) {
            Quad quad = quad(random);
            switch (random.nextInt(8)) {
                case 0, 1, 2, 3 -> steps.add(dataset -> dataset.add(quad));
                case 4, 5 -> steps.add(dataset -> dataset.delete(quad));
                case 6 ->
                    steps.add(dataset -> dataset.deleteAny(quad.getGraph(), quad.getSubject(), Node.ANY, Node.ANY));
                default -> steps.add(dataset -> dataset.deleteAny(quad.getGraph(), Node.ANY, Node.ANY, Node.ANY));
            }
        }
        return dataset -> steps.forEach(step -> step.accept(dataset));
    }

    /// Replaces a document's graph by one of so many quads; `turn` makes half of them differ from the last.
    static Consumer<DatasetGraph> document(String id, int quads, int turn) {
        Node graph = ADDRESSES.documentGraph(id);
        return dataset -> {
            dataset.deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
            for (int i = 0; i < quads; i++) {
                Node subject = ADDRESSES.of(Addresses.PASSAGE, id + "/p" + i / 5);
                Node object = switch (i % 5) {
                    case 0 -> Fa.Passage;
                    case 1 -> integer(i + (i % 2 == 0 ? turn : 0));
                    case 2 -> ADDRESSES.of(Addresses.DOCUMENT, id);
                    case 3 -> NodeFactory.createLiteralLang("Avsnitt " + i + " i omgang " + turn, "nb");
                    default -> text("kap. " + i % 40);
                };
                Node predicate = switch (i % 5) {
                    case 0 -> TYPE;
                    case 1 -> Fa.ordinal;
                    case 2 -> Fa.partOf;
                    case 3 -> Fa.text;
                    default -> Fa.section;
                };
                dataset.add(graph, subject, predicate, object);
            }
        };
    }
}
