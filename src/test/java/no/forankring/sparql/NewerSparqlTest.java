package no.forankring.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the newest standards ask for.
class NewerSparqlTest {

    private final FakeGraphStore store = new FakeGraphStore("http://forankring.test")
            .with("g:register { <{base}/id/network/n1> a fa:Network ; rdfs:label \"Nettverk én\"@nb . }");
    private final SparqlQueries queries = new SparqlQueries(store, SparqlSettings.defaults());

    private List<String> rows(String query) {
        var out = new ByteArrayOutputStream();
        queries.run(query, ResultFormat.CSV, out, queries.limits());
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '$',
            value = {
                "SELECT (\"bl\\u00e5\" AS ?x) {} | SELECT (\"blå\" AS ?x) {}",
                "SELECT ('\\U0001F47E' AS ?x) {} | SELECT ('👾' AS ?x) {}",
                "SELECT (\"a\\u0022b\\u005Cn\\u000A\" AS ?x) {} | SELECT (\"a\\\"b\\\\n\\n\" AS ?x) {}",
                "SELECT (\"\\\\u005C\" AS ?x) {} | SELECT (\"\\\\u005C\" AS ?x) {}",
                "SELECT (<http://x/\\u00e5> AS ?x) {} # \\u0041 | SELECT (<http://x/å> AS ?x) {} # \\u0041",
                "SELECT (STRLEN(\"\"\"x\\u0022\"\"\") < 3 AS ?x) {} | SELECT (STRLEN(\"\"\"x\\\"\"\"\") < 3 AS ?x) {}"
            })
    void readsEscapesWithinTextsAndAddresses(String written, String read) {
        assertThat(rows(written)).isEqualTo(rows(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0041SK {}",
                "PREFIX ns: <http://x/> ASK { ?x ns:a\\u0062c ?o }",
                "ASK { ?s ?p \"\\uD83C\\uDCA1\" }",
                "ASK { ?s ?p \"\\U00110000\" }",
                "ASK { ?s ?p \"\\u00g0\" }",
                "ASK { ?s ?p \"\\u00",
                "SELECT * { VALUES ?x { <<( \"text\" <http://x/q> 1 )>> } }",
                "SELECT * { BIND(<<( <http://x/s> <http://x/p> <<( \"text\" <http://x/q> 1 )>> )>> AS ?x) }",
                "SELECT (123 AS ?z) { } GROUP BY ?z",
                "SELECT * { { SELECT (123 AS ?z) { } GROUP BY (1 AS ?z) } }"
            })
    void refusesWhatTheStandardForbids(String query) {
        assertThatThrownBy(() -> rows(query))
                .isInstanceOfSatisfying(
                        SparqlException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(SparqlException.Kind.PARSE_ERROR));
    }

    @Test
    void tellsTheLineOfAWrongEscape() {
        assertThatThrownBy(() -> rows(String.join("\n", "SELECT *", "{ ?s \\u0041 ?o }")))
                .hasMessageContaining("line 2, column 6");
    }

    @Test
    void namesOneNodeARowByOneText() {
        List<String> rows = rows("""
                SELECT (BNODE("a") AS ?x) (BNODE("a") AS ?y) (BNODE("b") AS ?z) { VALUES ?v { 1 2 3 } }
                """);

        var nodes = new HashSet<String>();
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            String[] cells = row.split(",");
            assertThat(cells[0]).startsWith("_:").isEqualTo(cells[1]).isNotEqualTo(cells[2]);
            assertThat(nodes.add(cells[0]) && nodes.add(cells[2])).isTrue();
        });
    }

    @Test
    void keepsTheDirectionOfTexts() {
        assertThat(rows("""
                SELECT (LANGDIR(CONCAT("a"@ar--rtl, "b"@ar--rtl)) AS ?same) (LANGDIR(CONCAT("a"@ar--rtl, "b")) AS ?mixed)
                  (CONTAINS("abc"@en--ltr, "b") AS ?plain) (STRENDS("abc"@en--ltr, "c"@en--ltr) AS ?alike)
                  (COALESCE(STRSTARTS("abc"@en--ltr, "a"@en--rtl), "nei") AS ?other) (CONTAINS("abc", "b") AS ?usual) {}
                """)).containsExactly("rtl,\"\",true,true,nei,true");
    }
}
