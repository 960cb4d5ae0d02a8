package no.forankring.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Graph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/// The short names that our answers use for the vocabularies they speak.
final class Prefixes {

    static final Map<String, String> ALL = all();

    private Prefixes() {}

    static void into(Graph graph) {
        graph.getPrefixMapping().setNsPrefixes(ALL);
    }

    private static Map<String, String> all() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("fa", Fa.NS);
        prefixes.put("text", TextSearch.NAMESPACE);
        prefixes.put("rdf", RDF.getURI());
        prefixes.put("rdfs", RDFS.getURI());
        prefixes.put("owl", OWL.getURI());
        prefixes.put("xsd", XSD.getURI());
        prefixes.put("dcterms", DCTerms.getURI());
        prefixes.put("skos", SKOS.getURI());
        prefixes.put("org", ORG.getURI());
        prefixes.put("oa", OA.getURI());
        prefixes.put("prov", "http://www.w3.org/ns/prov#");
        prefixes.put("eli", "http://data.europa.eu/eli/ontology#");
        return Map.copyOf(prefixes);
    }
}
