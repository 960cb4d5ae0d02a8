package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.forankring.extraction.EntityType;
import no.forankring.extraction.Relation;
import no.forankring.graph.Fa;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    private static final Graph VOCABULARY = RDFDataMgr.loadGraph("file:ontology/forankring.ttl");

    @Test
    void definesEveryTermThatTheCodeKnowsAndNoOther() throws IllegalAccessException {
        assertThat(defined()).containsExactlyElementsOf(constants());
    }

    @Test
    void namesEveryConstantAsItsTerm() throws IllegalAccessException {
        for (var field : Fa.class.getFields()) {
            if (field.get(null) instanceof Node node) {
                assertThat(node.getURI()).isEqualTo(Fa.NS + field.getName());
            }
        }
    }

    @Test
    void hasAClassForEveryKindOfEntityAndAPropertyForEveryRelation() {
        for (EntityType type : EntityType.values()) {
            assertThat(defined()).contains(Fa.NS + type.term());
        }
        for (Relation.Type type : Relation.Type.values()) {
            assertThat(defined()).contains(Fa.NS + type.term());
        }
    }

    @ParameterizedTest
    @MethodSource("terms")
    void labelsEveryTermInThreeLanguagesAndDefinesItInTwo(Node term) {
        assertThat(languages(term, RDFS.label.asNode())).containsExactlyInAnyOrder("nb", "nn", "en");
        assertThat(languages(term, SKOS.definition.asNode())).contains("nb", "en");
    }

    @ParameterizedTest
    @MethodSource("terms")
    void givesPropertiesDomainAndRangeAndClassesASuperclass(Node term) {
        if (is(term, RDF.Property.asNode())) {
            assertThat(objects(term, RDFS.domain.asNode())).hasSize(1);
            assertThat(objects(term, RDFS.range.asNode())).hasSize(1);
        } else if (is(term, OWL.Class.asNode())) {
            assertThat(objects(term, RDFS.subClassOf.asNode())).isNotEmpty();
        } else {
            assertThat(is(term, Fa.Status) || is(term, Fa.Strength)).isTrue();
        }
    }

    @Test
    void usesOnlyTermsThatItDefines() {
        Set<String> defined = defined();

        VOCABULARY.find().forEachRemaining(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                assertThat(!node.isURI() || !node.getURI().startsWith(Fa.NS) || defined.contains(node.getURI()))
                        .as(node.toString())
                        .isTrue();
            }
        });
    }

    @Test
    void putsTheLadderInOrder() {
        var ladder = List.of(Fa.Named, Fa.Anchored, Fa.Planned, Fa.CarriedOut, Fa.Evaluated, Fa.EffectMeasured);

        for (int i = 0; i < ladder.size(); i++) {
            assertThat(objects(ladder.get(i), Fa.rank))
                    .singleElement()
                    .extracting(Node::getLiteralValue)
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void holdsNoBlankNodes() {
        VOCABULARY
                .find()
                .forEachRemaining(triple -> assertThat(triple.getSubject().isBlank()
                                || triple.getObject().isBlank())
                        .isFalse());
    }

    @Test
    void listsEveryTermInItsDocument() throws IOException {
        String document = Files.readString(Path.of("docs/vocabulary.md"));

        for (String term : defined()) {
            assertThat(document).contains("| `fa:" + term.substring(Fa.NS.length()) + "` |");
        }
    }

    @Test
    void showsOnlyQueriesThatFindSomethingInASmallGraph() throws IOException {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(SMALL, Lang.TRIG).parse(dataset);
        dataset.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.isDefaultGraph() && !quad.getGraph().getURI().endsWith("/suggestions")) {
                dataset.getDefaultGraph().add(quad.asTriple());
            }
        });
        VOCABULARY.find().forEachRemaining(dataset.getDefaultGraph()::add);
        var queries = Pattern.compile("```sparql\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/vocabulary.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(queries).hasSize(4);
        for (String query : queries) {
            try (QueryExec run = QueryExec.dataset(dataset).query(query).build()) {
                assertThat(ResultSetFormatter.consume(ResultSet.adapt(run.select())))
                        .as(query)
                        .isEqualTo(1);
            }
        }
    }

    /// What a document that cites a replaced law may lead to.
    private static final String SMALL = """
            BASE <http://localhost:8080/>
            PREFIX fa: <https://w3id.org/forankring/ns#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            GRAPH <graph/register> {
                <id/governing-document/a> a fa:GoverningDocument ; dcterms:identifier "lov-1999-07-02-64" ;
                    rdfs:label "Gammel lov"@nb ; fa:replacedBy <id/governing-document/b> .
                <id/governing-document/b> a fa:GoverningDocument ; rdfs:label "Ny lov"@nb .
            }
            GRAPH <graph/document/d> {
                <id/document/d> dcterms:title "Årsrapport"@nb ; fa:cites <id/governing-document/a> .
                <id/link/d/1> a fa:Link ; rdf:subject <id/document/d> ; rdf:predicate fa:cites ;
                    rdf:object <id/governing-document/a> ; fa:status fa:Automatic ; fa:strength fa:CarriedOut ;
                    fa:evidence <id/evidence/d/1> .
                <id/evidence/d/1> oa:hasSource <id/passage/d/1> ; oa:hasSelector <id/selector/d/1> .
                <id/selector/d/1> oa:exact "gammel lov" .
            }
            GRAPH <graph/document/d/suggestions> {
                <id/link/d/2> a fa:Link ; rdf:subject <id/document/d> ; rdf:predicate fa:anchoredIn ;
                    rdf:object <id/governing-document/b> ; fa:status fa:Suggested ; fa:confidence 0.6 .
            }
            """;

    static List<Node> terms() {
        return VOCABULARY
                .find(Node.ANY, RDFS.isDefinedBy.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static Set<String> defined() {
        var names = new TreeSet<String>();
        VOCABULARY.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(triple -> {
            if (triple.getSubject().getURI().startsWith(Fa.NS)) {
                names.add(triple.getSubject().getURI());
            }
        });
        return names;
    }

    private static Set<String> constants() throws IllegalAccessException {
        var names = new TreeSet<String>();
        for (var field : Fa.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Node node) {
                names.add(node.getURI());
            }
        }
        return names;
    }

    private static List<String> languages(Node term, Node predicate) {
        var languages = new ArrayList<String>();
        objects(term, predicate).forEach(label -> languages.add(label.getLiteralLanguage()));
        return languages;
    }

    private static boolean is(Node term, Node type) {
        return VOCABULARY.contains(term, RDF.type.asNode(), type);
    }

    private static List<Node> objects(Node subject, Node predicate) {
        return VOCABULARY
                .find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
