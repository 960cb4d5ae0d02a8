package no.forankring.register;

import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.register.Geography.Area;
import no.forankring.register.Geography.Level;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Municipalities and counties in triples: `{base}/id/municipality/3301`, `{base}/id/county/33`.
///
/// A municipality is `dcterms:isPartOf` its county; who follows whom is `dcterms:isReplacedBy` and `dcterms:replaces`.
public final class GeographyRdf {

    private final Geography geography;

    public GeographyRdf(Geography geography) {
        this.geography = geography;
    }

    /// Replaces the named graph of geography.
    public void write(DatasetGraph dataset, Addresses addresses) {
        Node name = addresses.geographyGraph();
        dataset.removeGraph(name);
        triples(addresses)
                .find()
                .forEachRemaining(
                        triple -> dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    public Graph triples(Addresses addresses) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Area area : geography.all()) {
            Node node = address(area, addresses);
            boolean county = area.level() == Level.COUNTY;
            graph.add(node, RDF.type.asNode(), county ? Fa.County : Fa.Municipality);
            graph.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(area.name(), "nb"));
            for (String name : area.otherNames()) {
                graph.add(node, SKOS.altLabel.asNode(), NodeFactory.createLiteralString(name));
            }
            graph.add(node, Fa.code, NodeFactory.createLiteralString(area.number()));
            area.from()
                    .ifPresent(day -> graph.add(
                            node, Fa.validFrom, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
            area.to()
                    .ifPresent(day -> graph.add(
                            node, Fa.validTo, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate)));
            if (!county) {
                geography
                        .county(area)
                        .ifPresent(parent -> graph.add(node, DCTerms.isPartOf.asNode(), address(parent, addresses)));
            }
            for (Area successor : geography.successors(area)) {
                graph.add(node, DCTerms.isReplacedBy.asNode(), address(successor, addresses));
                graph.add(address(successor, addresses), DCTerms.replaces.asNode(), node);
            }
        }
        return graph;
    }

    private static Node address(Area area, Addresses addresses) {
        return addresses.of(area.level() == Level.COUNTY ? Addresses.COUNTY : Addresses.MUNICIPALITY, area.number());
    }
}
