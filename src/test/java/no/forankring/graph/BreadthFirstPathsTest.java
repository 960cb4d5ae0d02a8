package no.forankring.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreadthFirstPathsTest {

    private static final List<String> QUERIES = List.of(
            "SELECT * { <http://n/0> <http://p/>+ ?x }",
            "SELECT * { <http://n/0> <http://p/>* ?x }",
            "SELECT * { ?x <http://p/>+ <http://n/1> }",
            "SELECT * { ?x (<http://p/>|^<http://q/>)* <http://n/1> }",
            "SELECT * { <http://n/0> (<http://p/>/<http://q/>?)+ <http://n/1> }",
            "SELECT * { <http://n/0> <http://p/>* <http://n/0> }",
            "SELECT * { <http://nowhere/> <http://p/>* ?x }",
            "SELECT * { ?x <http://p/>+ ?y }",
            "SELECT * { ?x <http://q/> ?y . ?y <http://p/>* ?z }",
            "SELECT * { ?x <http://p/>+ ?x }",
            "SELECT * { GRAPH <http://g/> { <http://n/0> <http://p/>+ ?x } }",
            "SELECT * { GRAPH ?g { ?x <http://p/>+ <http://n/1> } }");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.graph.GraphExamples#seeds")
    void givesTheAnswersOfArqsOwnWalk(long seed) {
        var random = new Random(seed);
        DatasetGraph plain = DatasetGraphFactory.create();
        DatasetGraph ours = DatasetGraphFactory.create();
        DatasetGraph tdb2 = DatabaseMgr.createDatasetGraph();
        BreadthFirstPaths.useIn(ours.getContext());
        BreadthFirstPaths.useInTdb2(tdb2.getContext());
        tdb2.begin(ReadWrite.WRITE);
        for (int i = 0; i < 30; i++) {
            Triple triple = Triple.create(node(random.nextInt(9)), property(random), node(random.nextInt(9)));
            for (DatasetGraph dataset : List.of(plain, ours, tdb2)) {
                dataset.getDefaultGraph().add(triple);
                dataset.getGraph(NodeFactory.createURI("http://g/")).add(triple);
            }
        }

        for (String query : QUERIES) {
            assertThat(answers(ours, query)).as(query).containsExactlyInAnyOrderElementsOf(answers(plain, query));
            assertThat(answers(tdb2, query)).as(query).containsExactlyInAnyOrderElementsOf(answers(plain, query));
        }
        tdb2.commit();
        tdb2.end();
    }

    @Test
    void walksAChainThatIsLongerThanTheStackIsDeep() throws Exception {
        DatasetGraph dataset = chain(100_000);
        var answers = new AtomicReference<List<Binding>>(List.of());

        var thread = new Thread(
                null,
                () -> answers.set(answers(dataset, "SELECT * { <http://n/0> <http://p/>+ ?x }")),
                "small stack",
                256 << 10);
        thread.start();
        thread.join();

        assertThat(answers.get()).hasSize(100_000);
    }

    @Test
    void stopsWhenTheQueryIsCancelled() {
        DatasetGraph dataset = chain(1000);

        try (QueryExec query = QueryExec.dataset(dataset)
                .query("SELECT * { <http://n/0> <http://p/>+ ?x }")
                .build()) {
            var rows = query.select();
            rows.next();
            query.abort();

            assertThatThrownBy(() -> rows.forEachRemaining(row -> {})).isInstanceOf(QueryCancelledException.class);
        }
    }

    private static DatasetGraph chain(int length) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        BreadthFirstPaths.useIn(dataset.getContext());
        for (int i = 0; i < length; i++) {
            dataset.getDefaultGraph().add(node(i), NodeFactory.createURI("http://p/"), node(i + 1));
        }
        return dataset;
    }

    private static Node property(Random random) {
        return NodeFactory.createURI(random.nextInt(3) == 0 ? "http://q/" : "http://p/");
    }

    private static Node node(int number) {
        return NodeFactory.createURI("http://n/" + number);
    }

    private static List<Binding> answers(DatasetGraph dataset, String query) {
        var answers = new ArrayList<Binding>();
        try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
            exec.select().forEachRemaining(answers::add);
        }
        return answers;
    }
}
