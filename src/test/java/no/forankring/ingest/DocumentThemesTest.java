package no.forankring.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forankring.document.Documents;
import no.forankring.search.About.Value;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentThemesTest {

    private static final Node ONTOLOGY = NodeFactory.createURI("http://localhost:8080/graph/ontology");

    private final DocumentThemes themes = themes();

    private static DocumentThemes themes() {
        DatasetGraph state = DatasetGraphFactory.create();
        RDFDataMgr.loadGraph("file:ontology/themes.ttl")
                .find()
                .forEachRemaining(
                        triple -> state.add(ONTOLOGY, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        return DocumentThemes.of(state, ONTOLOGY);
    }

    @ParameterizedTest
    @CsvSource({
        "Mandat for nettverk i demensomsorg, demens",
        "Rettleiar for sjukeheimane i Fjordvik, sykehjem",
        "Plan for sykehjemmene, sykehjem",
        "Kurs for heimetenestene, hjemmetjenester",
        "Velferdsteknologien i kommunen, velferdsteknologi"
    })
    void knowsAThemeByItsNameInATitleInAnyForm(String title, String theme) {
        assertThat(in(title + "\n\nEt avsnitt uten noe bestemt emne.\n")).contains(theme);
    }

    @Test
    void takesMoreThanTwoPassagesToBeAboutWhatNoHeadingNames() {
        String passage = "Her nevnes personer med demens og deres hverdag i en lengre setning.\n\n";

        assertThat(in("Notat\n\n" + passage.repeat(2))).doesNotContain("demens");
        assertThat(in("Notat\n\n" + passage + "Noe annet om demens skrives her også, i en setning.\n\n"
                        + "Til sist står det om demens enda en gang, i en setning.\n\n"))
                .contains("demens");
    }

    @Test
    void isNotFooledByWordsThatBeginAlike() {
        assertThat(in("Sykehjelp og hjemreise\n\nOm elder og ulike saker.\n")).isEmpty();
    }

    private List<String> in(String text) {
        return themes.in(Documents.plainText(text)).stream().map(Value::id).toList();
    }
}
