package no.forankring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.forankring.sparql.FakeGraphStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Reports that show what waits for a person where that was asked for, and never a rejected link.
class SuggestionReportsTest {

    private static final Map<String, String> ALL = Map.of("suggestions", "ja");

    private static Reports reports = new Reports(new FakeGraphStore("http://forankring.test"), Clock.systemUTC());

    @BeforeAll
    static void fill() {
        var store = new FakeGraphStore("http://forankring.test").with("""
                g:ontology {
                  fa:Automatic rdfs:label "automatisk"@nb . fa:Suggested rdfs:label "foreslått"@nb . fa:Confirmed rdfs:label "bekreftet"@nb .
                  fa:anchoredIn rdfs:label "er forankret i"@nb . fa:participants rdfs:label "antall deltakere"@nb .
                  fa:LearningNetwork rdfs:label "læringsnettverk"@nb . fa:WhitePaper rdfs:label "melding"@nb . fa:Plan rdfs:label "plan"@nb .
                }
                g:register {
                  <{base}/id/governing-document/melding> a fa:GoverningDocument, fa:WhitePaper ; rdfs:label "Meldingen"@nb .
                  <{base}/id/governing-document/reform> a fa:GoverningDocument, fa:Reform ; rdfs:label "Reformen"@nb ;
                      fa:followsUp <{base}/id/governing-document/melding> ; fa:inForceTo "2023" .
                  <{base}/id/governing-document/ny-reform> a fa:GoverningDocument, fa:Reform ; rdfs:label "Ny reform"@nb ;
                      fa:followsUp <{base}/id/governing-document/reform> .
                  <{base}/id/governing-document/gammel> a fa:GoverningDocument, fa:Plan ; rdfs:label "Gammel plan"@nb ;
                      fa:inForceTo "2020" ; fa:replacedBy <{base}/id/governing-document/gjeldende> .
                  <{base}/id/governing-document/gjeldende> a fa:GoverningDocument, fa:Plan ; rdfs:label "Gjeldende plan"@nb ; fa:inForceTo "2090" .
                }
                <{base}/graph/document/d1> {
                  <{base}/id/document/d1> a fa:Document ; dcterms:title "Årsrapport"@nb .
                  <{base}/id/network/a> a fa:LearningNetwork ; rdfs:label "Nettverk A"@nb ; fa:year 2022 .
                  <{base}/id/network/b> rdfs:label "Nettverk B"@nb ; fa:year 2023 .
                  <{base}/id/organization/nes> rdfs:label "Nes"@nb . <{base}/id/organization/hol> rdfs:label "Hol"@nb .
                  <{base}/id/activity/s> a fa:Gathering ; rdfs:label "Vårsamling"@nb .
                  <{base}/id/link/d1/1> a fa:Link ; fa:status fa:Automatic ; fa:evidence <{base}/id/evidence/d1/1> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:participant ; rdf:object <{base}/id/organization/nes> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/link/d1/2> a fa:Link ; fa:status fa:Automatic ; fa:evidence <{base}/id/evidence/d1/1> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:anchoredIn ; rdf:object <{base}/id/governing-document/gammel> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/link/d1/3> a fa:Link ; fa:status fa:Automatic ; fa:evidence <{base}/id/evidence/d1/1> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:anchoredIn ; rdf:object <{base}/id/governing-document/gjeldende> ; prov:wasDerivedFrom <{base}/id/document/d1> .
                  <{base}/id/evidence/d1/1> oa:hasSource <{base}/id/passage/d1/p1> ; oa:hasSelector <{base}/id/selector/d1/1> .
                  <{base}/id/selector/d1/1> oa:exact "Nes deltok" . <{base}/id/passage/d1/p1> dcterms:isPartOf <{base}/id/document/d1> ; fa:page 3 .
                }
                <{base}/graph/document/d1/suggestions> {
                  <{base}/id/link/d1/10> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/b> ; rdf:predicate rdf:type ; rdf:object fa:LearningNetwork .
                  <{base}/id/link/d1/11> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/b> ; rdf:predicate fa:participant ; rdf:object <{base}/id/organization/nes> .
                  <{base}/id/link/d1/12> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:participant ; rdf:object <{base}/id/organization/hol> .
                  <{base}/id/link/d1/13> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/b> ; rdf:predicate fa:participant ; rdf:object <{base}/id/organization/hol> .
                  <{base}/id/link/d1/14> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ; prov:wasDerivedFrom <{base}/id/document/d1> ;
                      rdf:subject <{base}/id/network/b> ; rdf:predicate fa:anchoredIn ; rdf:object <{base}/id/governing-document/melding> .
                  <{base}/id/link/d1/15> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/activity/s> ; rdf:predicate fa:participants ; rdf:object 34 .
                  <{base}/id/link/d1/16> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/activity/s> ; rdf:predicate fa:partOf ; rdf:object <{base}/id/network/b> .
                  <{base}/id/link/d1/17> a fa:Link ; fa:status fa:Suggested ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:participants ; rdf:object 7 .
                  <{base}/id/evidence/d1/2> oa:hasSource <{base}/id/passage/d1/p1> ; oa:hasSelector <{base}/id/selector/d1/2> .
                  <{base}/id/selector/d1/2> oa:exact "Nes og Hol deltok med 34" . <{base}/id/passage/d1/p1> dcterms:isPartOf <{base}/id/document/d1> ; fa:page 3 .
                }
                <{base}/graph/confirmed> {
                  <{base}/id/link/d1/17> a fa:Link ; fa:status fa:Confirmed ; fa:evidence <{base}/id/evidence/d1/2> ;
                      rdf:subject <{base}/id/network/a> ; rdf:predicate fa:participants ; rdf:object 7 .
                }
                <{base}/graph/decisions> {
                  <{base}/id/judgment/1> a fa:Judgment ; fa:judges <{base}/id/link/d1/13> ; fa:verdict "rejected" .
                }
                """);
        reports = new Reports(store, Clock.fixed(Instant.parse("2026-05-17T10:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void findsWhoTakesPartInSeveralLearningNetworksAndForgetsWhatWasRejected() {
        assertThat(rows("deltakere-i-flere-laeringsnettverk", Map.of())).isEmpty();
        assertThat(rows("deltakere-i-flere-laeringsnettverk", ALL))
                .containsExactly(
                        List.of("Nes", "Nettverk A", "2022", "automatisk", "Nes deltok", "Årsrapport", "3"),
                        List.of(
                                "Nes",
                                "Nettverk B",
                                "2023",
                                "foreslått",
                                "Nes og Hol deltok med 34",
                                "Årsrapport",
                                "3"));
        assertThat(rows("deltakere-i-flere-laeringsnettverk", Map.of("suggestions", "ja", "year", "2022")))
                .isEmpty();
    }

    @Test
    void listsFiguresWithTheirSentenceByTheNameOfTheThingOrOfWhatItBelongsTo() {
        assertThat(rows("tall-med-belegg", Map.of()))
                .containsExactly(List.of("Nettverk A", "", "2022", "antall deltakere", "7", "bekreftet", "", "", ""));
        assertThat(rows("tall-med-belegg", Map.of("suggestions", "ja", "name", "nettverk b")))
                .containsExactly(List.of(
                        "Vårsamling",
                        "Nettverk B",
                        "",
                        "antall deltakere",
                        "34",
                        "foreslått",
                        "Nes og Hol deltok med 34",
                        "Årsrapport",
                        "3"));
        assertThat(rows("tall-med-belegg", ALL)).hasSize(2);
    }

    @Test
    void findsAnchorsInWhatWasReplacedAndInWhitePapersWhoseReformIsOver() {
        assertThat(rows("forankret-i-avloest", Map.of()))
                .extracting(row -> row.get(0) + ", " + row.get(2) + ", " + row.get(5))
                .containsExactly("Nettverk A, Gammel plan, Gjeldende plan");
        assertThat(rows("forankret-i-avloest", ALL))
                .extracting(row -> String.join(", ", row.subList(0, 8)))
                .containsExactly(
                        "Nettverk A, læringsnettverk, Gammel plan, plan, 2020, Gjeldende plan, er forankret i, automatisk",
                        "Nettverk B, læringsnettverk, Meldingen, melding, 2023, Ny reform, er forankret i, foreslått");
    }

    @Test
    void saysWhatItWasAskedWithAndRefusesAnythingButYesAndNo() {
        assertThat(reports.run("tall-med-belegg", Map.of("suggestions", "yes"), "nn")
                        .chosen())
                .containsExactly("Ta med forslag: ja");
        assertThat(rows("tall-med-belegg", Map.of("suggestions", "nei"))).hasSize(1);
        assertThatThrownBy(() -> rows("tall-med-belegg", Map.of("suggestions", "kanskje")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("ja eller nei");
    }

    private static List<List<String>> rows(String report, Map<String, String> parameters) {
        return reports.run(report, parameters, "nb").rows().stream()
                .map(row -> row.stream().map(ReportTable.Cell::text).toList())
                .toList();
    }
}
