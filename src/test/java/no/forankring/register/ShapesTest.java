package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.forankring.graph.Addresses;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesTest {

    private static final String FASH = "https://w3id.org/forankring/shapes#";
    private static final Graph SHAPES_GRAPH = RDFDataMgr.loadGraph("file:ontology/shapes.ttl");
    private static final Shapes SHAPES = Shapes.parse(SHAPES_GRAPH);
    private static final Graph GEOGRAPHY_FREE = parse("");

    /// One of everything that a document's graph, its suggestions or the decisions may hold.
    private static final String SAMPLE = """
            <document/mandat-1> a fa:Document ;
                dcterms:title "Mandat for nettverket"@nb ; dcterms:language "nb" ; dcterms:date "2022-03-01"^^xsd:date ;
                dcterms:format "application/pdf" ; fa:fileName "mandat.pdf" ; fa:source "nettverk/mandat.pdf" ;
                fa:sha256 "%s" ; fa:documentKind "mandat" ; fa:version 1 ; fa:pages 3 ; fa:passages 40 ;
                fa:disclosure "1-0123456789ab" ; fa:withheld <withheld/mandat-1/e-mail> .
            <withheld/mandat-1/e-mail> a fa:Withheld ; fa:dataKind "e-mail" ; fa:count 4 .
            <release/mandat-1/0b0b> a fa:Release ; fa:releasedIn <document/mandat-1> ; fa:fingerprint "%s" ;
                fa:dataKind "name" ; prov:wasAssociatedWith <agent/kari> ;
                prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime ; fa:reason "Ønsker å vises."@nb .
            <passage/mandat-1/p1> a fa:Passage ; dcterms:isPartOf <document/mandat-1> ;
                fa:text "Nettverket bygger på helsepersonelloven § 4."@nb ; fa:ordinal 1 ; fa:page 1 ;
                fa:section "Formål › Grunnlag" ; fa:passageKind "paragraph" .
            <evidence/mandat-1/21-43> a fa:Evidence ; oa:hasSource <passage/mandat-1/p1> ;
                oa:hasSelector <selector/mandat-1/21-43> ; fa:rule "unique-name" ;
                fa:reason "Navnet passer bare ett dokument."@nb ; fa:provision <provision/lov-1/para-4> .
            <selector/mandat-1/21-43> a oa:TextQuoteSelector , oa:TextPositionSelector ;
                oa:exact "helsepersonelloven § 4" ; oa:start 21 ; oa:end 43 .
            <link/mandat-1/a1> a fa:Link ; rdf:subject <document/mandat-1> ; rdf:predicate fa:cites ;
                rdf:object <governing-document/lov-1> ; fa:status fa:Automatic ; fa:strength fa:Named ;
                fa:confidence 0.98 ; fa:evidence <evidence/mandat-1/21-43> ; prov:wasDerivedFrom <document/mandat-1> .
            <mention/mandat-1/50-60> a fa:AmbiguousMention ; fa:evidence <evidence/mandat-1/21-43> .
            <mention/mandat-1/70-80> a fa:UnresolvedMention ; fa:evidence <evidence/mandat-1/21-43> .
            <governing-document/lov-1> a fa:GoverningDocument , fa:Law ; rdfs:label "Prøveloven"@nb ;
                dcterms:title "Lov om prøver"@nb ; dcterms:identifier "lov-1" ; fa:certainty "verified" ;
                fa:inForceFrom "2021"^^xsd:gYear ; fa:inForceTo "2022-05"^^xsd:gYearMonth ;
                fa:replaces <governing-document/lov-0> ; fa:replacedBy <governing-document/lov-2> ;
                fa:followsUp <governing-document/nou-1> .
            <governing-document/lov-2> a fa:GoverningDocument ; rdfs:label "Lov 2"@nb ;
                dcterms:identifier "lov-2" ; fa:certainty "unlisted" .
            <provision/lov-1/para-4> a fa:Provision ; eli:is_part_of <governing-document/lov-1> ;
                fa:pinpoint "§ 4" ; rdfs:label "Prøveloven § 4"@nb .
            <network/ledelse> a fa:LearningNetwork , fa:Network ; rdfs:label "Nettverk i ledelse"@nb ;
                fa:year "2022"^^xsd:gYear ; fa:participants 12 ; fa:gatheringsPerYear 4 .
            <activity/samling> a fa:Gathering ; rdfs:label "Samling"@nb ; fa:year 2022 ; fa:participants 30 ;
                fa:progress "carriedOut" ; schema:startDate "2022-03-01"^^xsd:date ; schema:endDate "2022-03-02"^^xsd:date .
            <goal/laere> a fa:Goal ; rdfs:label "Å lære av hverandre"@nb ; fa:year 2022 .
            <target-group/ledere> a fa:TargetGroup ; rdfs:label "Ledere"@nb .
            <organization/usht> a fa:Organisation ; rdfs:label "Utviklingssenteret"@nb .
            <municipality/3003> a fa:Municipality ; rdfs:label "Sarpsborg"@nb ; fa:code "3003" ;
                fa:validFrom "2020-01-01"^^xsd:date ; fa:validTo "2023-12-31"^^xsd:date .
            <county/30> a fa:County ; rdfs:label "Viken"@nb ; fa:code "30" ;
                fa:validFrom "2020-01-01"^^xsd:date ; fa:validTo "2023-12-31"^^xsd:date .
            <judgment/1> a fa:Judgment ; fa:judges <link/mandat-1/a1> ; fa:verdict "accepted" ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <judgment/0> a fa:PastJudgment ; fa:judged <link/mandat-1/a1> ; fa:verdict "unsure" ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2023-01-01T10:00:00Z"^^xsd:dateTime ;
                prov:invalidatedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <second-reading/1> a fa:SecondReading ; fa:readsAgain <link/mandat-1/a1> ;
                prov:wasAssociatedWith <agent/kari> ; prov:startedAtTime "2024-01-02T10:00:00Z"^^xsd:dateTime .
            <second-opinion/1> a fa:SecondOpinion ; fa:opinionOf <judgment/1> ; fa:disputes <judgment/1> ;
                fa:verdict "rejected" ; prov:wasAssociatedWith <agent/ola> ;
                prov:endedAtTime "2024-01-03T10:00:00Z"^^xsd:dateTime .
            <review-place/kari> a fa:ReviewPlace ; prov:wasAttributedTo <agent/kari> ; fa:singleKeys true .
            <alias/1> a fa:LearnedAlias ; rdf:subject <governing-document/lov-1> ; rdf:predicate skos:altLabel ;
                rdf:object "PRL" ; fa:owner <organization/usht> ; prov:wasGeneratedBy <judgment/1> ;
                prov:wasDerivedFrom <document/mandat-1> .
            <entry/1> a fa:Entry ; rdfs:label "Ført inn av kari"@nb ; fa:text "Ført inn av kari: sagt i møte"@nb ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <correction/1> a fa:Correction ; rdf:subject <network/ledelse> ; rdf:predicate fa:year ; rdf:object 2022 ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <retirement/1> a fa:Retirement ; rdf:subject <network/ledelse> ; rdf:predicate fa:anchoredIn ;
                rdf:object <governing-document/lov-1> ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <naming/mandat-1/n1> a fa:Naming ; fa:names <network/ledelse> ; fa:ownAddress <network/ledelse> ;
                rdfs:label "Nettverk i ledelse"@nb .
            <identity/1> a fa:IdentityDecision ; fa:kept <network/ledelse> ; fa:other <network/leiing> ;
                fa:verdict "same" ; prov:wasAssociatedWith <agent/kari> ;
                prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            <finding/mandat-1/f1> a fa:Finding ; fa:findingKind "sum" ; fa:claim <evidence/mandat-1/21-43> ;
                fa:counter <evidence/mandat-1/21-43> ; fa:reason "Delene stemmer ikke."@nb ; fa:confidence 0.8 .
            <dismissal/1> a fa:Dismissal ; fa:dismisses <finding/mandat-1/f1> ;
                prov:wasAssociatedWith <agent/kari> ; prov:endedAtTime "2024-01-01T10:00:00Z"^^xsd:dateTime .
            """.formatted("0a".repeat(32), "0b".repeat(32));

    @Test
    void acceptsAWholeDocumentWithSuggestionsAndDecisions() {
        assertThat(violated(parse(SAMPLE))).isEmpty();
    }

    @Test
    void acceptsTheRegister() {
        assertThat(violated(new RegisterRdf(Register.builtIn()).triples(new Addresses("http://localhost:8080"))))
                .isEmpty();
    }

    @Test
    void acceptsAnEmptyGraph() {
        assertThat(violated(GEOGRAPHY_FREE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("propertyShapes")
    void objectsInBokmaalWhenAPropertyIsMissingOrWrong(String shape) {
        Node property = NodeFactory.createURI(FASH + shape);
        Node path = object(property, SHACL.path);
        Set<String> found = new LinkedHashSet<>();

        for (Node target : targets(property)) {
            for (Graph changed :
                    List.of(without(target, path), with(target, path, literal()), with(target, path, iri()))) {
                found.addAll(violated(changed));
            }
        }

        assertThat(found).contains(message(property, "nb"));
    }

    @ParameterizedTest
    @MethodSource("propertyShapes")
    void saysTheSameInNynorskAndEnglish(String shape) {
        Node property = NodeFactory.createURI(FASH + shape);

        assertThat(message(property, "nn")).endsWith(".");
        assertThat(message(property, "en")).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.5", "\"1.0\"^^xsd:string"})
    void wantsAConfidenceBetweenZeroAndOne(String confidence) {
        assertThat(violated(parse(SAMPLE.replace("0.98", confidence))))
                .containsExactly("En kobling har høyst én sikkerhet, et desimaltall fra 0 til 1.");
    }

    @Test
    void wantsATitleOfEveryDocumentThatTheRegisterLists() {
        assertThat(violated(parse(SAMPLE.replace("\"unlisted\"", "\"uncertain\""))))
                .containsExactly("Et styrende dokument som står i registeret, har en tittel.");
    }

    @Test
    void wantsASelectorToEndAfterItsStart() {
        assertThat(violated(parse(SAMPLE.replace("oa:end 43", "oa:end 21"))))
                .containsExactly("En velger har nøyaktig én begynnelse, et tall fra 0 og mindre enn slutten.");
    }

    @Test
    void refusesABlankNode() {
        assertThat(violated(parse(SAMPLE.replace("<goal/laere>", "_:maal"))))
                .containsExactly("Et mål har en egen adresse, ikke en tom node.");
    }

    static List<String> propertyShapes() {
        return SHAPES_GRAPH
                .find(Node.ANY, RDF.type.asNode(), SHACL.PropertyShape)
                .mapWith(triple -> triple.getSubject().getURI().substring(FASH.length()))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    /// The bokmål messages of the shapes that a graph breaks.
    private static Set<String> violated(Graph data) {
        var messages = new LinkedHashSet<String>();
        ShaclValidator.get()
                .validate(SHAPES, data)
                .getEntries()
                .forEach(entry -> messages.add(message(entry.source(), "nb")));
        return messages;
    }

    private static String message(Node shape, String language) {
        return SHAPES_GRAPH
                .find(shape, SHACL.message, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(message -> message.getLiteralLanguage().equals(language))
                .next()
                .getLiteralLexicalForm();
    }

    private static List<Node> targets(Node property) {
        Node owner =
                SHAPES_GRAPH.find(Node.ANY, SHACL.property, property).next().getSubject();
        Graph data = parse(SAMPLE);
        return SHAPES_GRAPH.find(owner, SHACL.targetClass, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .flatMap(type ->
                        data.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList().stream())
                .distinct()
                .toList();
    }

    private static Graph without(Node subject, Node path) {
        Graph data = parse(SAMPLE);
        data.remove(subject, path, Node.ANY);
        return data;
    }

    private static Graph with(Node subject, Node path, Node value) {
        Graph data = parse(SAMPLE);
        data.add(subject, path, value);
        return data;
    }

    private static Node literal() {
        return NodeFactory.createLiteralString("");
    }

    private static Node iri() {
        return NodeFactory.createURI("urn:x:noe-annet");
    }

    private static Node object(Node subject, Node predicate) {
        return SHAPES_GRAPH.find(subject, predicate, Node.ANY).next().getObject();
    }

    private static Graph parse(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        @base <http://localhost:8080/id/> .
                        @prefix fa: <https://w3id.org/forankring/ns#> .
                        @prefix dcterms: <http://purl.org/dc/terms/> .
                        @prefix eli: <http://data.europa.eu/eli/ontology#> .
                        @prefix oa: <http://www.w3.org/ns/oa#> .
                        @prefix prov: <http://www.w3.org/ns/prov#> .
                        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                        @prefix schema: <http://schema.org/> .
                        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                        """ + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
