package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.PathParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparqlQueriesTest {

    private final FakeGraphStore store = new FakeGraphStore("http://forankring.test").with("""
            g:register { <{base}/id/network/n1> a fa:Network ; rdfs:label "Network one"@en, "Nettverk én"@nb ; fa:year 2025 . }
            """);
    private final SparqlQueries queries = new SparqlQueries(store, SparqlSettings.defaults());

    private String run(String query, ResultFormat format) {
        var out = new ByteArrayOutputStream();
        queries.run(query, format, out, queries.limits());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesATableForPeople() {
        String table = run("SELECT ?s ?year { ?s <https://w3id.org/forankring/ns#year> ?year }", ResultFormat.TABLE);

        assertThat(table.lines())
                .containsExactly(
                        "s                                     year",
                        "────────────────────────────────────  ────",
                        "http://forankring.test/id/network/n1  2025",
                        "(1 rad)");
        assertThat(run("ASK { ?s ?p ?o }", ResultFormat.TABLE)).isEqualTo("ja\n");
    }

    @Test
    void writesTurtleWhereATableIsAskedOfAGraph() {
        assertThat(run("CONSTRUCT WHERE { ?s a ?o }", ResultFormat.TABLE))
                .contains("<http://forankring.test/id/network/n1>");
    }

    @Test
    void givesCellsTheNameOfTheThingInBokmaal() {
        SparqlTable table = queries.table(
                "SELECT ?s ?none { ?s a <https://w3id.org/forankring/ns#Network> OPTIONAL { ?s <http://x/none> ?none } }",
                queries.limits());

        assertThat(table.columns()).isEqualTo(List.of("s", "none"));
        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.get(0)).extracting(SparqlTable.Cell::text).isEqualTo("Nettverk én");
            assertThat(row.get(1)).isNull();
        });
    }

    @Test
    void tellsThatATableWasCut() {
        SparqlTable cut =
                queries.table("SELECT * { ?s ?p ?o }", queries.limits().upTo(2));

        assertThat(cut.rows()).hasSize(2);
        assertThat(cut.truncated()).isTrue();
        assertThat(queries.table("SELECT * { ?s ?p ?o }", queries.limits()).truncated())
                .isFalse();
    }

    @Test
    void refusesAnswersAboveTheLimits() {
        assertThatThrownBy(() -> queries.run(
                        "SELECT * { ?s ?p ?o }",
                        ResultFormat.CSV,
                        new ByteArrayOutputStream(),
                        queries.limits().upTo(2)))
                .isInstanceOf(SparqlException.class)
                .hasMessageContaining("LIMIT");
    }

    @ParameterizedTest
    @CsvSource({
        "((p*)*)*, p*",
        "(p+)*, p*",
        "(p*)+, p*",
        "(p+)+, p+",
        "(p?)+, p*",
        "((p?)*)?, p*",
        "(p/q)*, (p/q)*",
    })
    void collapsesNestedClosures(String path, String simpler) {
        PrefixMapping none = PrefixMapping.Factory.create().setNsPrefix("", "http://x/");

        assertThat(SafeRewrite.collapse(PathParser.parse(colons(path), none)))
                .isEqualTo(PathParser.parse(colons(simpler), none));
    }

    private static String colons(String path) {
        return path.replace("p", ":p").replace("q", ":q");
    }

    @ParameterizedTest
    @CsvSource({
        "'SELECT * { ?s ?p ?o }', 1",
        "'{ ( [ ] ) }', 3",
        "'\"((((\" (', 1",
        "'# ((((', 0",
        "'?a < 3 && (?b > 4)', 1",
        "'<http://x/#a>', 0",
        "'!!!!1', 4"
    })
    void measuresNesting(String text, int depth) {
        assertThat(SparqlText.nesting(text)).isEqualTo(depth);
    }
}
