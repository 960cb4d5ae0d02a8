package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemesTest {

    private static final Graph THEMES = RDFDataMgr.loadGraph("file:ontology/themes.ttl");

    @ParameterizedTest
    @MethodSource("themes")
    void labelsEveryThemeOnceInEachLanguage(Node theme) {
        assertThat(objects(theme, SKOS.prefLabel.asNode()))
                .extracting(Node::getLiteralLanguage)
                .containsExactlyInAnyOrder("nb", "nn", "en");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void reachesTheTopFromEveryTheme(Node theme) {
        var seen = new HashSet<Node>();
        Node here = theme;

        while (seen.add(here) && !objects(here, SKOS.broader.asNode()).isEmpty()) {
            here = objects(here, SKOS.broader.asNode()).getFirst();
        }

        assertThat(objects(here, SKOS.topConceptOf.asNode())).hasSize(1);
    }

    @Test
    void usesNoLabelTwice() {
        assertThat(THEMES.find(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                        .mapWith(Triple::getObject)
                        .filterKeep(label -> label.getLiteralLanguage().equals("nb"))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void linksToLosByThemeOrWord() {
        THEMES.find().forEachRemaining(triple -> {
            if (triple.getPredicate().getURI().endsWith("Match")) {
                assertThat(triple.getObject().getURI()).matches("https://psi\\.norge\\.no/los/(tema|ord)/[a-z-]+");
            }
        });
    }

    static List<Node> themes() {
        return THEMES.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .mapWith(Triple::getSubject)
                .toList();
    }

    private static List<Node> objects(Node subject, Node predicate) {
        return THEMES.find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
