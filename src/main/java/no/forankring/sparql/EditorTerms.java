package no.forankring.sparql;

import java.io.InputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The addresses that one who writes a query may want: what the vocabulary defines and the shapes speak of.
///
/// @param prefixes short names with what they stand for
public record EditorTerms(
        SortedMap<String, String> prefixes, Collection<String> classes, Collection<String> properties) {

    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    /// Of the vocabulary and the shapes that ship with the program.
    public static EditorTerms builtIn() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (String file : new String[] {"forankring.ttl", "shapes.ttl"}) {
            InputStream in = Objects.requireNonNull(
                    EditorTerms.class.getResourceAsStream("/ontology/" + file),
                    () -> "The program was built without ontology/%s; build it again".formatted(file));
            RDFDataMgr.read(graph, in, Lang.TURTLE);
        }
        SortedSet<String> classes = new TreeSet<>();
        subjects(graph, OWL.Class.asNode(), classes);
        for (String naming : new String[] {"targetClass", "class"}) {
            objects(graph, NodeFactory.createURI(SHACL + naming), classes);
        }
        objects(graph, RDFS.subClassOf.asNode(), classes);
        SortedSet<String> properties = new TreeSet<>();
        subjects(graph, RDF.Property.asNode(), properties);
        objects(graph, NodeFactory.createURI(SHACL + "path"), properties);
        objects(graph, RDFS.subPropertyOf.asNode(), properties);
        properties.add(RDF.type.getURI());
        properties.add(RDFS.label.getURI());
        properties.add(SKOS.altLabel.getURI());
        properties.add(TextSearch.IRI);
        SortedMap<String, String> prefixes = new TreeMap<>(Prefixes.ALL);
        prefixes.put("schema", "http://schema.org/");
        return new EditorTerms(prefixes, classes, properties);
    }

    private static void subjects(Graph graph, Node type, Collection<String> into) {
        graph.find(Node.ANY, RDF.type.asNode(), type)
                .mapWith(Triple::getSubject)
                .forEach(node -> add(node, into));
    }

    private static void objects(Graph graph, Node predicate, Collection<String> into) {
        graph.find(Node.ANY, predicate, Node.ANY).mapWith(Triple::getObject).forEach(node -> add(node, into));
    }

    private static void add(Node node, Collection<String> into) {
        if (node.isURI()) {
            into.add(node.getURI());
        }
    }
}
