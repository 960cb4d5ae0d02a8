package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegisterRdfTest {

    private static final Addresses ADDRESSES = new Addresses("http://localhost:8080");
    private static final Register REGISTER = Register.builtIn();
    private static final Graph GRAPH = new RegisterRdf(REGISTER).triples(ADDRESSES);

    @Test
    void describesALawWithItsNamesValidityAndOfficialAddress() {
        Node law = address("lov-2011-06-24-30");

        assertThat(objects(law, RDF.type.asNode())).contains(Fa.GoverningDocument, Fa.Law, eli("LegalResource"));
        assertThat(objects(law, RDFS.label.asNode()))
                .containsExactly(NodeFactory.createLiteralLang("Helse- og omsorgstjenesteloven", "nb"));
        assertThat(objects(law, SKOS.altLabel.asNode()))
                .contains(NodeFactory.createLiteralLang("helse- og omsorgstenestelova", "nn"));
        assertThat(objects(law, SKOS.hiddenLabel.asNode()))
                .contains(
                        NodeFactory.createLiteralString("hol."),
                        NodeFactory.createLiteralLang("helse og omsorgstjenesteloven", "nb"));
        assertThat(objects(law, OWL.sameAs.asNode()))
                .containsExactly(NodeFactory.createURI("https://lovdata.no/eli/lov/2011/06/24/30"));
        assertThat(objects(law, Fa.inForceFrom))
                .singleElement()
                .satisfies(date -> assertThat(date.getLiteralLexicalForm()).isEqualTo("2012-01-01"));
        assertThat(objects(law, Fa.replaces)).contains(address("lov-1982-11-19-66"));
        assertThat(objects(law, Fa.checkedField)).contains(NodeFactory.createLiteralString("title"));
    }

    @Test
    void pointsToAPageThatIsNotTheDocumentItselfBySeeAlso() {
        Node plan = address("plan-demensplan-2025");

        assertThat(objects(plan, RDFS.seeAlso.asNode())).hasSize(1);
        assertThat(objects(plan, OWL.sameAs.asNode())).isEmpty();
    }

    @Test
    void writesADateAsPreciselyAsItIsKnown() {
        assertThat(datatype("plan-demensplan-2025", Fa.inForceTo)).endsWith("#gYear");
        assertThat(datatype("plan-demensplan-2025", DCTerms.date.asNode())).endsWith("#gYearMonth");
        assertThat(datatype("strategi-vi-de-parorende", DCTerms.date.asNode())).endsWith("#date");
    }

    @Test
    void saysHowSureEveryRowIs() {
        for (GoverningDocument document : REGISTER.all()) {
            assertThat(objects(address(document.id().value()), Fa.certainty))
                    .containsExactly(
                            NodeFactory.createLiteralString(document.certainty().code()));
        }
    }

    @Test
    void describesANumberedDocumentThatIsNoRowByItsId() {
        Node unlisted = address("lov-1961-04-28-2");

        assertThat(objects(unlisted, Fa.certainty)).containsExactly(NodeFactory.createLiteralString("unlisted"));
        assertThat(objects(unlisted, RDFS.label.asNode()))
                .containsExactly(NodeFactory.createLiteralLang("Lov 28. april 1961 nr. 2", "nb"));
        assertThat(objects(unlisted, RDF.type.asNode())).contains(Fa.Law);
    }

    @Test
    void holdsNoBlankNodesAndPointsToNothingUndescribed() {
        GRAPH.find().forEachRemaining(triple -> {
            assertThat(triple.getSubject().isBlank() || triple.getObject().isBlank())
                    .isFalse();
            if (List.of(Fa.replaces, Fa.replacedBy, Fa.followsUp).contains(triple.getPredicate())) {
                assertThat(objects(triple.getObject(), RDFS.label.asNode())).hasSize(1);
            }
        });
    }

    @Test
    void replacesWhatTheNamedGraphHeldBefore() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        dataset.executeWrite(() -> {
            dataset.add(ADDRESSES.registerGraph(), address("gammel"), RDF.type.asNode(), Fa.Plan);

            new RegisterRdf(REGISTER).write(dataset, ADDRESSES);

            assertThat(dataset.getGraph(ADDRESSES.registerGraph()).isIsomorphicWith(GRAPH))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void givesEveryTypeAClassOfItsOwnBesideTheGeneralOne(DocumentType type) {
        assertThat(RegisterRdf.classes(type)).startsWith(Fa.GoverningDocument).hasSizeGreaterThan(1);
    }

    private static String datatype(String id, Node predicate) {
        return objects(address(id), predicate).getFirst().getLiteralDatatypeURI();
    }

    private static List<Node> objects(Node subject, Node predicate) {
        return GRAPH.find(subject, predicate, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    private static Node address(String id) {
        return ADDRESSES.of(Addresses.GOVERNING_DOCUMENT, id);
    }

    private static Node eli(String name) {
        return NodeFactory.createURI("http://data.europa.eu/eli/ontology#" + name);
    }
}
