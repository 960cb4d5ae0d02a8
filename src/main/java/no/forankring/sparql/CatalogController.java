package no.forankring.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import no.forankring.graph.GraphStore;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What data there are, for machines. People get the page of the same address.
@RestController
class CatalogController {

    private static final List<ResultFormat> FORMATS =
            List.of(ResultFormat.TURTLE, ResultFormat.JSONLD, ResultFormat.NTRIPLES, ResultFormat.RDFXML);

    private final GraphStore store;
    private final CatalogSettings settings;
    private volatile @Nullable Described last;

    /// Counting takes a walk through the graph, so it is done once for each change.
    private record Described(long change, Graph graph) {}

    CatalogController(GraphStore store, CatalogSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @GetMapping(
            path = "/katalog",
            produces = {"text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"})
    void catalog(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.send(describe(), Answers.format(request, FORMATS), response);
    }

    @GetMapping("/katalog.ttl")
    void turtle(HttpServletResponse response) throws IOException {
        Answers.send(
                describe(), new Negotiation.Choice<>(ResultFormat.TURTLE, ResultFormat.TURTLE.mediaType()), response);
    }

    @GetMapping("/katalog.jsonld")
    void jsonLd(HttpServletResponse response) throws IOException {
        Answers.send(
                describe(), new Negotiation.Choice<>(ResultFormat.JSONLD, ResultFormat.JSONLD.mediaType()), response);
    }

    private Graph describe() {
        long change = store.lastChange();
        Described known = last;
        if (known == null || known.change() != change) {
            Node register = store.addresses().registerGraph();
            known = new Described(
                    change,
                    store.read(dataset -> Catalog.of(
                            store.addresses(),
                            settings,
                            Iter.count(dataset.find(register, Node.ANY, Node.ANY, Node.ANY)),
                            Iter.count(dataset.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY)))));
            last = known;
        }
        return known.graph();
    }
}
