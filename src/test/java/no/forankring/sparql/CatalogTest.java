package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import no.forankring.graph.Addresses;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final Addresses ADDRESSES = new Addresses("https://forankring.example");
    private static final Shapes SHAPES = Shapes.parse(graph());

    // By a stream: once queries have run in this process, Jena fetches nothing by name.
    private static Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, CatalogTest.class.getResourceAsStream("/dcat-ap-no.ttl"), Lang.TURTLE);
        return graph;
    }

    @Test
    void isAsTheNorwegianProfileDemands() {
        ValidationReport report = ShaclValidator.get()
                .validate(
                        SHAPES,
                        catalog(new CatalogSettings("Forankring", "", "", "https://data.norge.no/nlod/no/2.0")));

        assertThat(report.getEntries()).isEmpty();
    }

    @Test
    void failsWithoutAPublisher() {
        Graph catalog = catalog(new CatalogSettings("Forankring", "", "", "https://data.norge.no/nlod/no/2.0"));
        catalog.remove(Node.ANY, DCTerms.publisher.asNode(), Node.ANY);

        assertThat(ShaclValidator.get().validate(SHAPES, catalog).conforms()).isFalse();
    }

    @Test
    void namesWhoStandsBehindTheDataAndHowManyTriplesThereAre() {
        String address = "https://organization-catalog.fellesdatakatalog.digdir.no/organizations/000000000";

        Graph catalog = catalog(new CatalogSettings(
                "USHT Fjordvik", address, "https://usht.example/kontakt", "https://data.norge.no/nlod/no/2.0"));

        assertThat(catalog.contains(Node.ANY, DCTerms.publisher.asNode(), NodeFactory.createURI(address)))
                .isTrue();
        assertThat(catalog.find(Node.ANY, NodeFactory.createURI("http://rdfs.org/ns/void#triples"), Node.ANY)
                        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                        .toList())
                .containsExactlyInAnyOrder("12", "345");
        assertThat(catalog.contains(
                        Node.ANY,
                        DCAT.downloadURL.asNode(),
                        NodeFactory.createURI("https://forankring.example/graph/register?format=ttl")))
                .isTrue();
    }

    private static Graph catalog(CatalogSettings settings) {
        return Catalog.of(ADDRESSES, settings, 12, 345);
    }
}
