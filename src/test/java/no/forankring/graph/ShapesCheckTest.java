package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.TYPE;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

class ShapesCheckTest {

    private static final Shapes SHAPES = GraphExamples.shapes("""
            fa:NetworkShape a sh:NodeShape ; sh:targetClass fa:Network ;
                sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:maxCount 1 ;
                    sh:message "A network has one name."@en , "Et nettverk har ett navn."@nb ] ;
                sh:property [ sh:path fa:anchoredIn ; sh:class fa:GoverningDocument ;
                    sh:message "Et nettverk er forankret i et styrende dokument."@nb ] ;
                sh:property [ sh:path fa:year ; sh:severity sh:Warning ; sh:minCount 1 ] .
            fa:LinkShape a sh:NodeShape ; sh:targetClass fa:Link ;
                sh:property [ sh:path fa:evidence ; sh:minCount 1 ; sh:class fa:Evidence ;
                    sh:message "En lenke har belegg."@nb ] .
            fa:StatusShape a sh:NodeShape ; sh:targetSubjectsOf fa:status ;
                sh:property [ sh:path fa:status ; sh:in ( fa:Automatic fa:Suggested fa:Confirmed ) ;
                    sh:message "Ukjent status."@nb ] .
            """);
    private static final Node SUBCLASS = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#subClassOf");

    private static final Node FACTS = ADDRESSES.documentGraph("d");
    private static final Node SUGGESTIONS = ADDRESSES.suggestionsGraph("d");
    private static final Node LINK = ADDRESSES.of(Addresses.LINK, "d/1");
    private static final Node EVIDENCE = ADDRESSES.of(Addresses.EVIDENCE, "d/0-4");
    private static final Node LAW = ADDRESSES.of(Addresses.GOVERNING_DOCUMENT, "lov-2011-06-24-30");

    private final DatasetGraph base = DatasetGraphFactory.create();
    private final ShapesCheck check = new ShapesCheck(SHAPES, ADDRESSES);

    @Test
    void objectsInBokmalAndNamesTheThing() {
        assertThatThrownBy(() -> change(dataset -> dataset.add(FACTS, thing("x"), TYPE, Fa.Network)))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.violations())
                                .containsExactly("http://localhost:8080/id/network/x: Et nettverk har ett navn."))
                .hasMessageContaining("Et nettverk har ett navn.");
    }

    @Test
    void doesNotRefuseForAWarning() {
        assertThatCode(() -> change(dataset -> {
                    dataset.add(FACTS, thing("x"), TYPE, Fa.Network);
                    dataset.add(FACTS, thing("x"), LABEL, text("Lærende nettverk"));
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void judgesAThingByItsOwnGraphOnly() {
        base.add(ADDRESSES.documentGraph("other"), thing("x"), TYPE, Fa.Network);
        base.add(ADDRESSES.documentGraph("other"), thing("x"), LABEL, text("Samme nettverk, annet navn"));
        factsToDefaultGraph();

        assertThatCode(() -> change(dataset -> {
                    dataset.add(FACTS, thing("x"), TYPE, Fa.Network);
                    dataset.add(FACTS, thing("x"), LABEL, text("Nettverket"));
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void findsWhatIsReferredToInTheRegisterAndKnowsSubclasses() {
        Node act = NodeFactory.createURI(Fa.NS + "Law");
        base.add(ADDRESSES.ontologyGraph(), act, SUBCLASS, Fa.GoverningDocument);
        base.add(ADDRESSES.registerGraph(), LAW, TYPE, act);
        factsToDefaultGraph();
        Consumer<DatasetGraph> named = dataset -> {
            dataset.add(FACTS, thing("x"), TYPE, Fa.Network);
            dataset.add(FACTS, thing("x"), LABEL, text("Nettverket"));
        };

        assertThatCode(() -> change(named.andThen(dataset -> dataset.add(FACTS, thing("x"), Fa.anchoredIn, LAW))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> change(
                        named.andThen(dataset -> dataset.add(FACTS, thing("x"), Fa.anchoredIn, thing("no-document")))))
                .hasMessageContaining("styrende dokument");
    }

    @Test
    void appliesTheShapesOfASuperclass() {
        base.add(ADDRESSES.ontologyGraph(), Fa.LearningNetwork, SUBCLASS, Fa.Network);

        assertThatThrownBy(() -> change(dataset -> dataset.add(FACTS, thing("x"), TYPE, Fa.LearningNetwork)))
                .hasMessageContaining("ett navn");
    }

    @Test
    void appliesTheShapesOfASuperclassThatTheSameChangeDeclares() {
        assertThatThrownBy(() -> change(dataset -> {
                    dataset.add(ADDRESSES.ontologyGraph(), Fa.LearningNetwork, SUBCLASS, Fa.Network);
                    dataset.add(FACTS, thing("x"), TYPE, Fa.LearningNetwork);
                }))
                .hasMessageContaining("ett navn");
    }

    @Test
    void takesADocumentsFactsAndSuggestionsTogether() {
        assertThatCode(() -> change(dataset -> {
                    dataset.add(SUGGESTIONS, LINK, TYPE, Fa.Link);
                    dataset.add(SUGGESTIONS, LINK, Fa.evidence, EVIDENCE);
                    dataset.add(FACTS, EVIDENCE, TYPE, Fa.Evidence);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void findsTheEvidenceOfAConfirmedLinkAmongTheSuggestionsOfItsDocument() {
        base.add(SUGGESTIONS, EVIDENCE, TYPE, Fa.Evidence);

        assertThatCode(() -> change(dataset -> {
                    dataset.add(ADDRESSES.confirmedGraph(), LINK, TYPE, Fa.Link);
                    dataset.add(ADDRESSES.confirmedGraph(), LINK, Fa.evidence, EVIDENCE);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void objectsWhenWhatALinkRestsOnIsTakenAway() {
        base.add(FACTS, LINK, TYPE, Fa.Link);
        base.add(FACTS, LINK, Fa.evidence, EVIDENCE);
        base.add(FACTS, EVIDENCE, TYPE, Fa.Evidence);

        assertThatThrownBy(() -> change(dataset -> dataset.delete(FACTS, EVIDENCE, TYPE, Fa.Evidence)))
                .hasMessageContaining("En lenke har belegg");
        assertThatCode(() -> change(dataset -> dataset.deleteAny(FACTS, Node.ANY, Node.ANY, Node.ANY)))
                .doesNotThrowAnyException();
    }

    @Test
    void appliesShapesThatTargetAProperty() {
        assertThatThrownBy(() -> change(dataset -> dataset.add(FACTS, LINK, Fa.status, text("kanskje"))))
                .hasMessageContaining("Ukjent status. (kanskje)");
    }

    @Test
    void checksEverythingWhenAsked() {
        base.add(FACTS, thing("x"), TYPE, Fa.Network);
        base.add(SUGGESTIONS, LINK, TYPE, Fa.Link);

        assertThat(check.checkAll(base)).hasSize(2);
    }

    private void factsToDefaultGraph() {
        GraphExamples.unionOfFacts(base)
                .forEach(triple -> base.getDefaultGraph().add(triple));
    }

    private void change(Consumer<DatasetGraph> operation) {
        var view = new BufferedView(base, ADDRESSES);
        operation.accept(view);
        check.check(view, view.difference());
    }
}
