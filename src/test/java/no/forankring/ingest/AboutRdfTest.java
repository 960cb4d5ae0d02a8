package no.forankring.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.document.PassageId;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.register.Register;
import no.forankring.search.About;
import no.forankring.search.About.Value;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AboutRdfTest {

    private static final Addresses ADDRESSES = new Addresses("http://localhost:8080");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final String DOCUMENT = "mandat-1a2b3c4d";

    private final DatasetGraph state = DatasetGraphFactory.create();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // The plan of 2020 lasted to the end of that year, and then came the next one.
                "plan-demensplan-2020, 2018-03-12, since-replaced",
                "plan-demensplan-2020, 2022-03-12, outdated",
                "plan-demensplan-2020, -, undated",
                "lov-2011-06-24-30, 2018-03-12, in-force",
                "lov-2011-06-24-30, -, in-force",
                "lov-1899-01-01-1, 2018-03-12, -"
            })
    void judgesWhatIsCitedByTheDocumentsOwnDate(String cited, @Nullable String date, @Nullable String status) {
        assertThat(ids(about(List.of(cited), date), "status")).isEqualTo(status == null ? List.of() : List.of(status));
    }

    @Test
    void letsTheOldestOfWhatIsCitedDecide() {
        About about = about(List.of("lov-2011-06-24-30", "plan-demensplan-2020"), "2022-03-12");

        assertThat(ids(about, "status")).containsExactly("outdated");
        assertThat(ids(about, "relation")).contains("cites-ended");
        assertThat(about.facets().get("cites")).contains(new Value("plan-demensplan-2020", "Demensplan 2020"));
    }

    @Test
    void readsWhatTheLinksSayAndWhereTheyStand() {
        Node network = ADDRESSES.of(Addresses.NETWORK, "demensnettverket-i-fjordvik");
        Node place = ADDRESSES.of(Addresses.MUNICIPALITY, "4601");
        Node plan = ADDRESSES.of(Addresses.GOVERNING_DOCUMENT, "plan-demensplan-2025");
        named(network, Fa.LearningNetwork, "Demensnettverket i Fjordvik");
        named(place, Fa.Municipality, "Bergen");
        link("a", network, Fa.anchoredIn, plan, ADDRESSES.documentGraph(DOCUMENT));
        link("b", network, Fa.participant, place, ADDRESSES.confirmedGraph());
        Node cites = link(
                "c", ADDRESSES.of(Addresses.DOCUMENT, DOCUMENT), Fa.cites, plan, ADDRESSES.documentGraph(DOCUMENT));
        Node evidence = ADDRESSES.of(Addresses.EVIDENCE, "e1");
        state.add(ADDRESSES.documentGraph(DOCUMENT), cites, Fa.evidence, evidence);
        state.add(
                ADDRESSES.documentGraph(DOCUMENT),
                evidence,
                StandardTerms.OA_HAS_SOURCE,
                ADDRESSES.of(Addresses.PASSAGE, DOCUMENT + "/p-0123456789"));
        // What is only suggested does not count.
        link("d", network, Fa.anchoredIn, place, ADDRESSES.suggestionsGraph(DOCUMENT));

        About about = about(List.of("plan-demensplan-2025"), "2024-01-01");

        assertThat(about.facets().get("network"))
                .containsExactly(new Value("demensnettverket-i-fjordvik", "Demensnettverket i Fjordvik"));
        assertThat(about.facets().get("municipality")).containsExactly(new Value("4601", "Bergen"));
        assertThat(ids(about, "anchored")).containsExactly("plan-demensplan-2025");
        assertThat(ids(about, "relation")).contains("anchors");
        assertThat(about.uses()).isEqualTo(3);
        assertThat(about.citedIn())
                .isEqualTo(java.util.Map.of(new PassageId("p-0123456789"), List.of("plan-demensplan-2025")));
    }

    private void named(Node thing, Node type, String label) {
        state.add(org.apache.jena.sparql.core.Quad.defaultGraphNodeGenerated, thing, RDF.type.asNode(), type);
        state.add(
                org.apache.jena.sparql.core.Quad.defaultGraphNodeGenerated,
                thing,
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang(label, "nb"));
    }

    private Node link(String id, Node subject, Node predicate, Node object, Node graph) {
        Node link = ADDRESSES.of(Addresses.LINK, DOCUMENT + "/" + id);
        state.add(graph, link, RDF.type.asNode(), Fa.Link);
        state.add(graph, link, RDF.subject.asNode(), subject);
        state.add(graph, link, RDF.predicate.asNode(), predicate);
        state.add(graph, link, RDF.object.asNode(), object);
        state.add(graph, link, StandardTerms.PROV_WAS_DERIVED_FROM, ADDRESSES.of(Addresses.DOCUMENT, DOCUMENT));
        return link;
    }

    private About about(List<String> cites, @Nullable String date) {
        var stored = new StoredDocuments.Stored(
                new DocumentId(DOCUMENT),
                "Mandat",
                "mandat.docx",
                "mandat.docx",
                "mandat",
                Language.NOB,
                Optional.ofNullable(date).map(LocalDate::parse),
                new Sha256("ab".repeat(32)),
                1,
                cites,
                "1-x",
                Instant.EPOCH);
        return new AboutRdf(state, ADDRESSES, Register.builtIn(), TODAY).of(stored);
    }

    private static List<String> ids(About about, String facet) {
        return about.facets().getOrDefault(facet, List.of()).stream()
                .map(Value::id)
                .toList();
    }
}
