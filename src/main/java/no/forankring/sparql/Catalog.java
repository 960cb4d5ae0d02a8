package no.forankring.sparql;

import java.util.List;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;

/// The data sets and how one gets them, for machines that harvest: DCAT-AP-NO 3, with VoID for the graphs.
final class Catalog {

    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String NORWEGIAN_BOKMAL = "http://publications.europa.eu/resource/authority/language/NOB";
    private static final String PUBLIC = "http://publications.europa.eu/resource/authority/access-right/PUBLIC";
    private static final String HEALTH = "http://publications.europa.eu/resource/authority/data-theme/HEAL";
    private static final String GOVERNMENT = "http://publications.europa.eu/resource/authority/data-theme/GOVE";
    private static final String SPARQL_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/";

    private final Addresses addresses;
    private final CatalogSettings settings;
    private final Model model;
    private final Resource publisher;
    private final Resource contact;

    private Catalog(Addresses addresses, CatalogSettings settings) {
        this.addresses = addresses;
        this.settings = settings;
        Graph graph = GraphFactory.createDefaultGraph();
        Prefixes.into(graph);
        graph.getPrefixMapping()
                .setNsPrefix("dcat", DCAT.NS)
                .setNsPrefix("foaf", FOAF.NS)
                .setNsPrefix("vcard", VCARD4.NS)
                .setNsPrefix("void", VOID);
        this.model = ModelFactory.createModelForGraph(graph);
        this.publisher = model.createResource(
                settings.publisherAddress().isEmpty() ? part("utgiver") : settings.publisherAddress());
        this.contact = model.createResource(part("kontakt"));
    }

    /// @param register triples of the register
    /// @param facts triples of all facts, the register among them
    static Graph of(Addresses addresses, CatalogSettings settings, long register, long facts) {
        var catalog = new Catalog(addresses, settings);
        catalog.describe(register, facts);
        return catalog.model.getGraph();
    }

    private void describe(long register, long facts) {
        publisher.addProperty(RDF.type, FOAF.Agent).addProperty(FOAF.name, settings.publisher(), "nb");
        contact.addProperty(RDF.type, VCARD4.Organization)
                .addProperty(VCARD4.fn, settings.publisher(), "nb")
                .addProperty(
                        VCARD4.hasURL,
                        model.createResource(
                                settings.contact().isEmpty() ? addresses.base() + "/hjelp" : settings.contact()));
        Resource service = service();
        Resource registerSet = dataset(
                "register",
                register,
                List.of(
                        "Register over styrende dokumenter",
                        "Register over styrande dokument",
                        "Register of governing documents"),
                List.of(
                        "Lover, forskrifter, meldinger til Stortinget, planer, strategier, retningslinjer og andre styrende dokumenter for helse- og omsorgstjenesten, med navn, gyldighet og hva som har avløst dem.",
                        "Lover, forskrifter, meldingar til Stortinget, planar, strategiar, retningslinjer og andre styrande dokument for helse- og omsorgstenesta, med namn, gyldigheit og kva som har avløyst dei.",
                        "Acts, regulations, white papers, plans, strategies, guidelines and other governing documents for health and care, with their names, validity and what has replaced them."));
        distributions(registerSet, "register", addresses.registerGraph().getURI());
        Resource factsSet = dataset(
                "fakta",
                facts,
                List.of(
                        "Nettverk, aktiviteter og hva de er forankret i",
                        "Nettverk, aktivitetar og kva dei er forankra i",
                        "Networks, activities and what they are anchored in"),
                List.of(
                        "Det som er bekreftet om nettverk, aktiviteter og mål og hvilke styrende dokumenter de hviler på, hvert utsagn med setningen som viser det. Forslag er ikke med.",
                        "Det som er stadfesta om nettverk, aktivitetar og mål og kva styrande dokument dei kviler på, kvart utsegn med setninga som viser det. Forslag er ikkje med.",
                        "What is confirmed about networks, activities and goals and the governing documents they rest on, each statement with the sentence that shows it. Suggestions are left out."));
        Resource distribution = distribution(factsSet, "fakta-sparql", addresses.base() + "/sparql");
        distribution.addProperty(DCAT.accessService, service);
        dump(factsSet, ResultFormat.NQUADS, "fakta.nq", false);
        dump(factsSet, ResultFormat.NQUADS, "fakta.nq.gz", true);
        dump(factsSet, ResultFormat.TRIG, "fakta.trig", false);
        service.addProperty(DCAT.servesDataset, registerSet).addProperty(DCAT.servesDataset, factsSet);

        Resource catalog = model.createResource(part("katalog"), DCAT.Catalog);
        titled(
                catalog,
                List.of("Forankring: åpne data", "Forankring: opne data", "Forankring: open data"),
                List.of(
                        "Styrende dokumenter og hva som er forankret i dem.",
                        "Styrande dokument og kva som er forankra i dei.",
                        "Governing documents and what is anchored in them."));
        common(catalog);
        catalog.addProperty(DCTerms.license, model.createResource(settings.license()))
                .addProperty(DCTerms.language, model.createResource(NORWEGIAN_BOKMAL))
                .addProperty(FOAF.homepage, model.createResource(addresses.base() + "/"))
                .addProperty(DCAT.dataset, registerSet)
                .addProperty(DCAT.dataset, factsSet)
                .addProperty(DCAT.service, service);
    }

    private Resource dataset(String name, long size, List<String> titles, List<String> descriptions) {
        Resource dataset = model.createResource(part(name), DCAT.Dataset);
        titled(dataset, titles, descriptions);
        common(dataset);
        return dataset.addProperty(RDF.type, model.createResource(VOID + "Dataset"))
                .addProperty(DCTerms.identifier, part(name))
                .addProperty(DCAT.theme, model.createResource(HEALTH))
                .addProperty(DCAT.theme, model.createResource(GOVERNMENT))
                .addProperty(DCTerms.accessRights, model.createResource(PUBLIC))
                .addProperty(DCTerms.language, model.createResource(NORWEGIAN_BOKMAL))
                .addProperty(DCAT.landingPage, model.createResource(addresses.base() + "/katalog"))
                .addProperty(voidTerm("sparqlEndpoint"), model.createResource(addresses.base() + "/sparql"))
                .addProperty(voidTerm("uriSpace"), addresses.base() + "/id/")
                .addProperty(voidTerm("vocabulary"), model.createResource(Fa.NS))
                .addProperty(
                        voidTerm("triples"), model.createTypedLiteral(Long.toString(size), XSDDatatype.XSDinteger));
    }

    private Resource service() {
        Resource service = model.createResource(part("sparql"), DCAT.DataService);
        titled(
                service,
                List.of("SPARQL-endepunkt", "SPARQL-endepunkt", "SPARQL endpoint"),
                List.of(
                        "SPARQL 1.1. Uten FROM ser en spørring bare fakta.",
                        "SPARQL 1.1. Utan FROM ser ei spørjing berre fakta.",
                        "SPARQL 1.1. Without FROM a query sees facts only."));
        common(service);
        return service.addProperty(DCAT.endpointURL, model.createResource(addresses.base() + "/sparql"))
                .addProperty(DCAT.endpointDescription, model.createResource(addresses.base() + "/sparql"))
                .addProperty(DCTerms.conformsTo, model.createResource(SPARQL_PROTOCOL));
    }

    private void distributions(Resource dataset, String name, String graph) {
        for (ResultFormat format : List.of(ResultFormat.TURTLE, ResultFormat.NTRIPLES, ResultFormat.JSONLD)) {
            Resource distribution =
                    distribution(dataset, name + "-" + format.code(), graph + "?format=" + format.code());
            distribution
                    .addProperty(DCAT.downloadURL, model.createResource(graph + "?format=" + format.code()))
                    .addProperty(DCAT.mediaType, model.createResource(MEDIA_TYPES + format.mediaType()))
                    .addProperty(DCTerms.format, model.createResource(FILE_TYPES + fileType(format)));
        }
    }

    private void dump(Resource dataset, ResultFormat format, String file, boolean packed) {
        String address = addresses.base() + "/dump/" + file;
        Resource distribution = distribution(dataset, "fakta-" + file.substring("fakta.".length()), address)
                .addProperty(DCAT.downloadURL, model.createResource(address))
                .addProperty(DCAT.mediaType, model.createResource(MEDIA_TYPES + format.mediaType()))
                .addProperty(DCTerms.format, model.createResource(FILE_TYPES + fileType(format)));
        if (packed) {
            distribution.addProperty(DCAT.compressFormat, model.createResource(MEDIA_TYPES + "application/gzip"));
        }
    }

    private static String fileType(ResultFormat format) {
        return switch (format) {
            case JSONLD -> "JSON_LD";
            case NTRIPLES -> "RDF_N_TRIPLES";
            case NQUADS -> "RDF_N_QUADS";
            case TRIG -> "RDF_TRIG";
            default -> "RDF_TURTLE";
        };
    }

    private Resource distribution(Resource dataset, String name, String access) {
        Resource distribution = model.createResource(part(name), DCAT.Distribution)
                .addProperty(DCAT.accessURL, model.createResource(access))
                .addProperty(DCTerms.license, model.createResource(settings.license()));
        distribution.addProperty(DCTerms.title, name, "nb");
        dataset.addProperty(DCAT.distribution, distribution);
        return distribution;
    }

    private void common(Resource described) {
        described.addProperty(DCTerms.publisher, publisher).addProperty(DCAT.contactPoint, contact);
    }

    private static void titled(Resource described, List<String> titles, List<String> descriptions) {
        List<String> languages = List.of("nb", "nn", "en");
        for (int i = 0; i < languages.size(); i++) {
            described.addProperty(DCTerms.title, titles.get(i), languages.get(i));
            described.addProperty(DCTerms.description, descriptions.get(i), languages.get(i));
        }
    }

    private String part(String name) {
        return addresses.base() + "/katalog#" + name;
    }

    private static Property voidTerm(String name) {
        return ResourceFactory.createProperty(VOID + name);
    }
}
