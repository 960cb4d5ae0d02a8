package no.forankring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.forankring.sparql.FakeGraphStore;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-17T10:00:00Z"), ZoneOffset.UTC);

    private static FakeGraphStore store;
    private static Reports reports;

    @BeforeAll
    static void fill() {
        store = new FakeGraphStore("http://forankring.test").with("""
                g:ontology { fa:Anchored rdfs:label "forankret"@nb . fa:anchoredIn rdfs:label "forankret i"@nb, "anchored in"@en .
                  fa:Law rdfs:label "Lov"@nb . fa:AmbiguousMention rdfs:label "Tvetydig omtale"@nb . }
                g:register {
                  <{base}/id/governing-document/plan-a> a fa:GoverningDocument, fa:Plan ; rdfs:label "Plan A"@nb ;
                      fa:inForceTo "2020" ; fa:replacedBy <{base}/id/governing-document/plan-b> .
                  <{base}/id/governing-document/plan-b> a fa:GoverningDocument, fa:Plan ; rdfs:label "Plan B"@nb ; fa:inForceFrom "2021" .
                  <{base}/id/governing-document/lov-x> a fa:GoverningDocument, fa:Law ; rdfs:label "Lov X"@nb .
                }
                <{base}/graph/document/d1> {
                  <{base}/id/document/d1> a fa:Document ; dcterms:title "Mandat"@nb ; dcterms:date "2025-02-01"^^xsd:date .
                  <{base}/id/network/n1> a fa:Network ; rdfs:label "=Nettverk; \\"én\\""@nb ; fa:year 2025 .
                  <{base}/id/network/n2> a fa:LearningNetwork ; rdfs:label "Nettverk to"@nb ; fa:year 2024 .
                  <{base}/id/activity/a1> a fa:Gathering ; rdfs:label "Samling"@nb ; fa:year 2025 ; fa:participants 40 .
                  <{base}/id/link/d1/l1> a fa:Link ; rdf:subject <{base}/id/network/n1> ; rdf:predicate fa:anchoredIn ;
                      rdf:object <{base}/id/governing-document/plan-a> ; fa:strength fa:Anchored ;
                      fa:evidence <{base}/id/evidence/d1/e1> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/link/d1/l2> a fa:Link ; rdf:subject <{base}/id/activity/a1> ; rdf:predicate fa:fulfils ;
                      rdf:object <{base}/id/governing-document/plan-b> ;
                      fa:evidence <{base}/id/evidence/d1/e1> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/link/d1/l3> a fa:Link ; rdf:subject <{base}/id/document/d1> ; rdf:predicate fa:cites ;
                      rdf:object <{base}/id/governing-document/lov-x> ;
                      fa:evidence <{base}/id/evidence/d1/e1>, <{base}/id/evidence/d1/e2> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/evidence/d1/e1> oa:hasSource <{base}/id/passage/d1/p1> ; oa:hasSelector <{base}/id/selector/d1/s1> .
                  <{base}/id/evidence/d1/e2> oa:hasSource <{base}/id/passage/d1/p1> ; fa:provision <{base}/id/provision/lov-x/para-1> .
                  <{base}/id/selector/d1/s1> oa:exact "bygger på <Plan A>" .
                  <{base}/id/passage/d1/p1> dcterms:isPartOf <{base}/id/document/d1> ; fa:page 3 .
                  <{base}/id/goal/g1> a fa:Goal ; rdfs:label "Tryggere hjemme"@nb .
                  <{base}/id/goal/g2> a fa:Goal ; rdfs:label "Nådd mål"@nb .
                  <{base}/id/activity/a1> fa:contributesTo <{base}/id/goal/g2> .
                }
                <{base}/graph/document/d1/suggestions> {
                  <{base}/id/mention/d1/m1> a fa:AmbiguousMention ; fa:evidence <{base}/id/evidence/d1/e9> .
                  <{base}/id/evidence/d1/e9> fa:reason "To meldinger har nummer 24."@nb ; oa:hasSource <{base}/id/passage/d1/p1> ;
                      oa:hasSelector <{base}/id/selector/d1/s9> .
                  <{base}/id/selector/d1/s9> oa:exact "Meld. St. 24" .
                }
                """);
        reports = new Reports(store, CLOCK);
    }

    private static List<List<String>> rows(String report, Map<String, String> parameters) {
        return reports.run(report, parameters, "nb").rows().stream()
                .map(row -> row.stream().map(ReportTable.Cell::text).toList())
                .toList();
    }

    static Stream<String> names() {
        return new Reports(new FakeGraphStore("http://forankring.test"), CLOCK)
                .list().stream().map(Report::name);
    }

    @Test
    void listsEveryFileInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology/reports"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".rq")))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".rq").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void runsOnAnEmptyGraph(String name) {
        var empty = new Reports(new FakeGraphStore("http://forankring.test"), CLOCK);

        var needed = new java.util.HashMap<String, String>();
        empty.find(name).orElseThrow().parameters().stream()
                .filter(parameter -> !parameter.optional())
                .forEach(parameter -> needed.put(parameter.name(), "2024"));

        assertThat(empty.run(name, needed, "en").rows()).isEmpty();
    }

    @Test
    void hasAtLeastFifteen() {
        assertThat(reports.list()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void countsTheProvisionsCitedMost() {
        assertThat(rows("mest-siterte-bestemmelser", Map.of())).containsExactly(List.of("Lov X", "para-1", "1", "1"));
    }

    @Test
    void saysWhatDocumentsOfOneYearCiteAndThoseOfAnotherDoNot() {
        assertThat(rows("endringer-mellom-to-aar", Map.of("from", "2024", "to", "2025", "kind", "mandat")))
                .extracting(row -> row.subList(0, 2))
                .containsOnly(List.of("ny", "Lov X"));
        assertThat(rows("endringer-mellom-to-aar", Map.of("from", "2025", "to", "2026")))
                .extracting(row -> row.subList(0, 2))
                .containsOnly(List.of("borte", "Lov X"));
        assertThat(rows("endringer-mellom-to-aar", Map.of("from", "2025", "to", "2025")))
                .isEmpty();
        assertThat(rows("endringer-mellom-to-aar", Map.of("from", "2024", "to", "2025", "kind", "tildelingsbrev")))
                .isEmpty();
    }

    @Test
    void asksForADayAsOneWritesIt() {
        assertThatThrownBy(() -> reports.run("nettverk-og-forankring", Map.of(Reports.KNOWN_ON, "i fjor"), "nb"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("2026-01-31");
    }

    @Test
    void showsWhatNetworksRestOnAndThoseWithNothingFound() {
        assertThat(rows("nettverk-og-forankring", Map.of()))
                .containsExactly(
                        List.of(
                                "=Nettverk; \"én\"",
                                "2025",
                                "Plan A",
                                "",
                                "forankret",
                                "bygger på <Plan A>",
                                "Mandat",
                                "3"),
                        List.of("Nettverk to", "2024", "ingen funnet", "", "", "", "", ""));
    }

    @Test
    void bindsTheChosenYear() {
        assertThat(rows("nettverk-og-forankring", Map.of("year", "2024"))).hasSize(1);
        assertThat(rows("nettverk-og-forankring", Map.of("year", "1999"))).isEmpty();
    }

    @Test
    void bindsTheChosenGoverningDocument() {
        assertThat(rows("aktiviteter-per-styringsdokument", Map.of("about", "plan-b")))
                .singleElement()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .startsWith("Plan B", "Samling", "2025");
        assertThat(rows("aktiviteter-per-styringsdokument", Map.of("about", "lov-x")))
                .isEmpty();
    }

    @Test
    void saysInHowManyDocumentsNothingWasFound() {
        assertThat(rows("styringsdokumenter-uten-forankring", Map.of()))
                .containsExactly(List.of("Lov X", "Lov", "", "1", "1"));
    }

    @Test
    void findsAnchorsThatHadEndedWhenTheDocumentWasWritten() {
        assertThat(rows("utdaterte-forankringer", Map.of()))
                .containsExactly(List.of(
                        "=Nettverk; \"én\"", "Plan A", "2020", "Plan B", "2025-02-01", "bygger på <Plan A>", "Mandat"));
    }

    @Test
    void countsCitationsAndProvisions() {
        assertThat(rows("siteringer-per-dokument", Map.of())).containsExactly(List.of("Mandat", "Lov X", "2", "1"));
    }

    @Test
    void findsGoalsThatNothingContributesTo() {
        assertThat(rows("maal-uten-aktivitet", Map.of())).containsExactly(List.of("Tryggere hjemme", "", "", "", "1"));
    }

    @Test
    void listsMentionsThatWait() {
        assertThat(rows("ventende-omtaler", Map.of()))
                .containsExactly(
                        List.of("Mandat", "Meld. St. 24", "Tvetydig omtale", "To meldinger har nummer 24.", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20x5", "2025; DROP ALL", "\" || true"})
    void refusesValuesThatAreNotWhatTheReportAsksFor(String value) {
        assertThatThrownBy(() -> reports.run("nettverk-og-forankring", Map.of("year", value), "nb"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("helt tall");
    }

    @Test
    void namesTheReportsWhenOneIsUnknown() {
        assertThatThrownBy(() -> reports.run("finnes-ikke", Map.of(), "nb"))
                .hasMessageContaining("nettverk-og-forankring");
        assertThatThrownBy(() -> reports.run("maal-uten-aktivitet", Map.of("year", "1"), "nb"))
                .hasMessageContaining("year");
    }

    @Test
    void writesCsvThatOpensRightAndRunsNoFormula() {
        String csv = new String(written(ReportFormat.CSV), StandardCharsets.UTF_8);

        assertThat(csv).startsWith("\uFEFFNettverk;År;Forankret i;");
        assertThat(csv).contains("\"'=Nettverk; \"\"én\"\"\";2025;Plan A;");
        assertThat(csv.lines().toList().getLast())
                .isEqualTo("Kilde: Forankring, http://forankring.test. Laget 2026-05-17, etter endring nummer 1.");
    }

    @Test
    void writesAPageWithNothingUnescaped() {
        String html = new String(written(ReportFormat.HTML), StandardCharsets.UTF_8);

        assertThat(html).contains("<html lang=\"nb\">", "bygger på &lt;Plan A&gt;", "endring nummer 1");
        assertThat(html).contains("<a href=\"http://forankring.test/id/governing-document/plan-a\">Plan A</a>");
        assertThat(html).doesNotContain("<Plan A>");
    }

    @Test
    void writesAWorkbookWithTextsAndNumbers() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written(ReportFormat.XLSX)))) {
            var row = workbook.getSheetAt(0).getRow(1);

            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getStringCellValue()).startsWith("=Nettverk");
            assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(2025);
            assertThat(workbook.getSheet("Kilde").getRow(3).getCell(0).getStringCellValue())
                    .contains("endring nummer 1");
        }
    }

    @Test
    void writesATextDocumentWithATable() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(written(ReportFormat.DOCX)))) {
            assertThat(document.getTables().getFirst().getRow(1).getCell(2).getText())
                    .isEqualTo("Plan A");
            assertThat(document.getParagraphs().getLast().getText()).contains("endring nummer 1");
        }
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesEmptyReportsToo(ReportFormat format) {
        var out = new ByteArrayOutputStream();

        reports.write("nettverk-og-forankring", Map.of("year", "1999"), "nn", format, out);

        assertThat(out.size()).isPositive();
    }

    private static byte[] written(ReportFormat format) {
        var out = new ByteArrayOutputStream();
        reports.write("nettverk-og-forankring", Map.of(), "nb", format, out);
        return out.toByteArray();
    }
}
