package no.forankring.cli;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.register.Geography;
import no.forankring.register.GeographyRdf;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Brings the graphs that ship with the program (vocabulary, register, geography) up to this version.
///
/// What is the same already is not written again, so the journal grows only when something changed.
final class Seed {

    private static final String WHO = "forankring";

    private Seed() {}

    static void write(GraphStore graph, Register register) {
        Addresses addresses = graph.addresses();
        replace(graph, addresses.ontologyGraph(), ontology());
        replace(graph, addresses.registerGraph(), new RegisterRdf(register).triples(addresses));
        replace(graph, addresses.geographyGraph(), new GeographyRdf(Geography.builtIn()).triples(addresses));
    }

    private static Graph ontology() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : new String[] {"forankring.ttl", "themes.ttl"}) {
            InputStream in = Objects.requireNonNull(
                    Seed.class.getResourceAsStream("/ontology/" + file),
                    () -> "The program was built without ontology/%s; build it again".formatted(file));
            RDFDataMgr.read(graph, in, Lang.TURTLE);
        }
        return graph;
    }

    private static void replace(GraphStore store, Node name, Graph wanted) {
        Set<Triple> triples = wanted.find().toSet();
        boolean same = store.read(state -> triples(state, name).equals(triples));
        if (same) {
            return;
        }
        try {
            store.write(WHO, "bring %s up to this version".formatted(name), state -> {
                        Set<Triple> before = triples(state, name);
                        before.stream()
                                .filter(triple -> !triples.contains(triple))
                                .forEach(triple -> state.delete(new Quad(name, triple)));
                        triples.stream()
                                .filter(triple -> !before.contains(triple))
                                .forEach(triple -> state.add(new Quad(name, triple)));
                    })
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static Set<Triple> triples(DatasetGraph state, Node name) {
        Set<Triple> triples = new HashSet<>();
        state.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        return triples;
    }
}
