package no.forankring.sparql;

import java.util.List;
import java.util.Map;
import no.forankring.graph.Addresses;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/// What the endpoint can do, in the terms of SPARQL 1.1 Service Description.
final class ServiceDescription {

    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";

    private ServiceDescription() {}

    static Graph of(Addresses addresses) {
        Graph graph = GraphFactory.createDefaultGraph();
        Prefixes.into(graph);
        graph.getPrefixMapping().setNsPrefix("sd", SD);
        Model model = ModelFactory.createModelForGraph(graph);
        String endpoint = addresses.base() + "/sparql";
        Resource service = model.createResource(endpoint + "#service", type("Service"));
        service.addProperty(property("endpoint"), model.createResource(endpoint));
        service.addProperty(property("supportedLanguage"), model.createResource(SD + "SPARQL11Query"));
        for (String format : List.of(
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "N-Triples",
                "JSON-LD",
                "RDF_XML",
                "TriG",
                "N-Quads")) {
            service.addProperty(property("resultFormat"), model.createResource(FORMATS + format));
        }
        Resource search = model.createResource(TextSearch.IRI, type("Feature"));
        search.addProperty(
                DCTerms.description,
                "Søk etter ord i tekststedene: (?passage ?score ?snippet ?page ?document) text:search (\"ord\" 20).",
                "nb");
        service.addProperty(property("propertyFeature"), search);
        String updates = addresses.base() + "/update";
        Resource updating = model.createResource(updates + "#service", type("Service"));
        updating.addProperty(property("endpoint"), model.createResource(updates));
        updating.addProperty(property("supportedLanguage"), model.createResource(SD + "SPARQL11Update"));
        service.addProperty(
                DCTerms.description,
                "Spørringer uten FROM ser bare fakta. Forslag, avgjørelser og opphav ligger i navngitte grafer og må spørres etter med GRAPH eller FROM. Oppdateringer sendes til "
                        + addresses.base() + "/update, hele grafer til " + addresses.base() + "/graphs.",
                "nb");

        Resource dataset = model.createResource(endpoint + "#dataset", type("Dataset"));
        service.addProperty(property("defaultDataset"), dataset);
        Resource facts = model.createResource(endpoint + "#facts", type("Graph"));
        facts.addProperty(
                DCTerms.description,
                "Alle fakta: registeret, det personer har lagt inn eller bekreftet, og det hvert dokument sier.",
                "nb");
        dataset.addProperty(property("defaultGraph"), facts);
        Map.of(
                        addresses.ontologyGraph(), "Vokabularet.",
                        addresses.registerGraph(), "Registeret over styrende dokumenter.",
                        addresses.geographyGraph(), "Kommuner og fylker med historie.",
                        addresses.confirmedGraph(), "Fakta som personer har lagt inn eller bekreftet.",
                        addresses.decisionsGraph(), "Hva personer har avgjort om forslag. Ikke fakta.",
                        addresses.reviewersGraph(), "Hvor langt hver person er kommet i gjennomgangen. Ikke fakta.",
                        addresses.provenanceGraph(), "Hvem som laget hver navngitte graf, av hva og når. Ikke fakta.")
                .forEach((name, description) -> named(model, dataset, name, description));
        dataset.addProperty(
                DCTerms.description,
                "I tillegg finnes én graf med fakta for hvert dokument, " + addresses.base()
                        + "/graph/document/{dokument}, og én med forslag, " + addresses.base()
                        + "/graph/document/{dokument}/suggestions.",
                "nb");
        return graph;
    }

    private static void named(Model model, Resource dataset, Node name, String description) {
        Resource named = model.createResource(name.getURI() + "#named", type("NamedGraph"));
        named.addProperty(property("name"), model.createResource(name.getURI()));
        Resource graph = model.createResource(name.getURI() + "#graph", type("Graph"));
        graph.addProperty(DCTerms.description, description, "nb");
        named.addProperty(property("graph"), graph);
        dataset.addProperty(property("namedGraph"), named);
    }

    private static Resource type(String name) {
        return ResourceFactory.createResource(SD + name);
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(SD + name);
    }
}
