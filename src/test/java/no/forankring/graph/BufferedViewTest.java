package no.forankring.graph;

import static no.forankring.graph.GraphExamples.ADDRESSES;
import static no.forankring.graph.GraphExamples.LABEL;
import static no.forankring.graph.GraphExamples.defaultGraph;
import static no.forankring.graph.GraphExamples.named;
import static no.forankring.graph.GraphExamples.text;
import static no.forankring.graph.GraphExamples.thing;
import static no.forankring.graph.GraphExamples.unionOfFacts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BufferedViewTest {

    private static final Node GRAPH = ADDRESSES.documentGraph("a");

    private final DatasetGraph base = DatasetGraphFactory.create();
    private final BufferedView view = new BufferedView(base, ADDRESSES);

    @Test
    void reportsNothingWhenAQuadIsDeletedAndAddedAgain() {
        base.add(GRAPH, thing("x"), LABEL, text("navn"));

        view.delete(GRAPH, thing("x"), LABEL, text("navn"));
        view.add(GRAPH, thing("x"), LABEL, text("navn"));

        assertThat(view.difference().isEmpty()).isTrue();
    }

    @Test
    void reportsOnlyWhatDiffersWhenAGraphIsReplaced() {
        base.add(GRAPH, thing("x"), LABEL, text("blir"));
        base.add(GRAPH, thing("x"), LABEL, text("går"));

        view.deleteAny(GRAPH, Node.ANY, Node.ANY, Node.ANY);
        view.add(GRAPH, thing("x"), LABEL, text("blir"));
        view.add(GRAPH, thing("x"), LABEL, text("kommer"));

        assertThat(view.difference().deleted()).containsExactly(Quad.create(GRAPH, thing("x"), LABEL, text("går")));
        assertThat(view.difference().added()).containsExactly(Quad.create(GRAPH, thing("x"), LABEL, text("kommer")));
    }

    @Test
    void neverTouchesTheDatasetBelow() {
        base.add(GRAPH, thing("x"), LABEL, text("navn"));

        view.deleteAny(GRAPH, Node.ANY, Node.ANY, Node.ANY);
        view.add(ADDRESSES.registerGraph(), thing("y"), LABEL, text("nytt"));

        assertThat(named(base)).hasSize(1);
    }

    @Test
    void storesNumbersInCanonicalForm() {
        view.add(GRAPH, thing("x"), Fa.year, NodeFactory.createLiteralDT("0042", XSDDatatype.XSDinteger));

        assertThat(view.contains(GRAPH, thing("x"), Fa.year, GraphExamples.integer(42)))
                .isTrue();
        assertThat(view.contains(
                        GRAPH, thing("x"), Fa.year, NodeFactory.createLiteralDT("042", XSDDatatype.XSDinteger)))
                .isTrue();
    }

    @Test
    void refusesBlankNodesAndSaysWhere() {
        assertThatThrownBy(() -> view.add(GRAPH, NodeFactory.createBlankNode("b1"), LABEL, text("navn")))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("blank node")
                .hasMessageContaining("navn");
    }

    @Test
    void refusesTermsThatNoFileCanHold() {
        assertThatThrownBy(() -> view.add(GRAPH, thing("x"), LABEL, text("halv \uD83D")))
                .hasMessageContaining("surrogate");
        assertThatThrownBy(() -> view.add(GRAPH, NodeFactory.createURI("http://a b"), LABEL, text("x")))
                .hasMessageContaining("position 8");
        assertThatThrownBy(() -> view.add(GRAPH, NodeFactory.createURI("relativ"), LABEL, text("x")))
                .hasMessageContaining("scheme");
    }

    @Test
    void refusesWritesToTheDefaultGraph() {
        assertThatThrownBy(() -> view.add(Quad.defaultGraphIRI, thing("x"), LABEL, text("navn")))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("named graph");
        assertThatThrownBy(() -> UpdateExec.dataset(view)
                        .update("INSERT DATA { <http://a/> <http://b/> 1 }")
                        .execute())
                .hasMessageContaining("named graph");
    }

    @Test
    void letsAnUpdateSeeWhatTheOneBeforeItDidToTheFacts() {
        UpdateExec.dataset(view).update("""
                        INSERT DATA { GRAPH <http://localhost:8080/graph/register> { <http://a/> <http://b/> 1 } } ;
                        INSERT { GRAPH <http://localhost:8080/graph/decisions> { ?s <http://c/> ?o } } WHERE { ?s <http://b/> ?o }
                        """).execute();

        assertThat(view.contains(ADDRESSES.decisionsGraph(), Node.ANY, NodeFactory.createURI("http://c/"), Node.ANY))
                .isTrue();
    }

    @Test
    void hidesTheStoresOwnNoteFromOperations() {
        Node provenance = ADDRESSES.provenanceGraph();
        base.add(provenance, provenance, Fa.lastChange, GraphExamples.integer(7));

        view.deleteAny(provenance, Node.ANY, Node.ANY, Node.ANY);
        view.add(provenance, provenance, Fa.lastChange, GraphExamples.integer(9));

        assertThat(view.listGraphNodes()).isExhausted();
        assertThat(view.difference().isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.graph.GraphExamples#seeds")
    void differsFromItsBaseByExactlyWhatItReports(long seed) {
        var random = new Random(seed);
        DatasetGraph plain = DatasetGraphFactory.create();
        for (int i = 0; i < 40; i++) {
            Quad quad = GraphExamples.quad(random);
            Quad stored = Terms.stored(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
            base.add(stored);
            plain.add(stored);
        }
        GraphExamples.unionOfFacts(base).forEach(t -> base.getDefaultGraph().add(t));

        for (int i = 0; i < 30; i++) {
            var inner = new BufferedView(view, ADDRESSES);
            long step = random.nextLong();
            GraphExamples.operation(new Random(step)).accept(inner);
            GraphExamples.operation(new Random(step)).accept(new StoredForm(plain));

            assertThat(named(inner)).isEqualTo(named(plain));
            assertThat(defaultGraph(inner)).isEqualTo(unionOfFacts(plain));
            view.absorb(inner.difference());
            assertThat(named(view)).isEqualTo(named(plain));
        }
        view.difference().deleted().forEach(quad -> {
            assertThat(base.contains(quad)).isTrue();
            base.delete(quad);
        });
        view.difference().added().forEach(quad -> {
            assertThat(base.contains(quad)).isFalse();
            base.add(quad);
        });
        assertThat(named(base)).isEqualTo(named(plain));
    }
}
