package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.forankring.citation.LawTextEvaluation.Law;
import no.forankring.citation.LawTextEvaluation.Mark;
import no.forankring.citation.LawTextEvaluation.Marks;
import no.forankring.document.Span;
import org.junit.jupiter.api.Test;

class LawTextEvaluationTest {

    private static final String TEXT =
            "Etter helsepersonelloven § 4 annet ledd, folkehelseloven § 5 og sauemerkeloven § 3, se FOR-2016-10-28-1250.";

    @Test
    void comparesActSectionAndWholeAddress() {
        LawTextEvaluation evaluation = evaluated(
                mark("helsepersonelloven § 4 annet ledd", "lov/1999-07-02-64/§4/ledd/2"),
                mark("folkehelseloven § 5", "lov/2011-06-24-29/§6"),
                mark("sauemerkeloven § 3", "lov/2001-03-02-5/§3"));

        assertThat(evaluation.recall()).isEqualTo(2 / 3.0);
        assertThat(evaluation.precision()).isEqualTo(0.5);
        assertThat(evaluation.errors())
                .satisfiesExactly(
                        wrong -> assertThat(wrong).startsWith("section\tname").contains("lov/2011-06-24-29/§6"),
                        unknown -> assertThat(unknown).startsWith("unnameable\tname"));
        assertThat(evaluation.sampleOutside(5))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("⟦FOR-2016-10-28-1250⟧"));
        assertThat(evaluation.text()).contains("all links").contains("outside links: 1 resolved");
    }

    @Test
    void aWrongActCostsPrecisionAndRecall() {
        LawTextEvaluation evaluation = evaluated(mark("folkehelseloven § 5", "lov/1999-07-02-64/§5"));

        assertThat(evaluation.recall()).isZero();
        assertThat(evaluation.precision()).isZero();
        assertThat(evaluation.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("wrong"));
    }

    @Test
    void passesOverAddressesThatTheTextDoesNotWrite() {
        String text = "Hjemmel: Fastsatt med hjemmel i lov 24. juni 2011 nr. 29 om folkehelsearbeid § 7.";
        var basis = new Marks(
                new Span(0, text.length()),
                List.of("lov/2011-06-24-29/§7", "lov/2011-06-24-29/§8", "lov/1999-07-02-64/§4"));
        var evaluation = new LawTextEvaluation(CitationExamples.register());

        evaluation.add(new Law("a.xml", "", text, List.of(), List.of(basis), List.of()), recognized(text));

        assertThat(evaluation.errors()).isEmpty();
        assertThat(evaluation.text()).contains("legal basis").contains("2 addresses that the text does not write");
    }

    @Test
    void readsChangesByActAndByAddress() {
        String text = "I folkehelseloven gjøres følgende endringer: § 5 annet ledd oppheves.";
        var act = new Marks(new Span(0, text.length()), List.of("lov/2011-06-24-29"));
        var change = new Marks(new Span(text.indexOf('§'), text.length()), List.of("lov/2011-06-24-29/§5/ledd/3"));
        var evaluation = new LawTextEvaluation(CitationExamples.register());

        evaluation.add(new Law("a.xml", "", text, List.of(), List.of(), List.of(act, change)), recognized(text));

        assertThat(evaluation.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("part\tchange address"));
        assertThat(evaluation.text()).contains("changed act");
    }

    @Test
    void tellsHowALinkNamesItsTarget() {
        assertThat(kind("res. 19 aug 2005 nr. 901", "forskrift/2005-08-19-901"))
                .isEqualTo(LawTextEvaluation.Kind.RESOLUTION);
        assertThat(kind("17 juni 2005 nr. 84", "lov/2005-06-17-84")).isEqualTo(LawTextEvaluation.Kind.DATE_IN_LIST);
        assertThat(kind("lov 17 juni 2005 nr. 84", "lov/2005-06-17-84")).isEqualTo(LawTextEvaluation.Kind.DATE);
        assertThat(kind("§ 4", "lov/2001-03-02-5/§4")).isEqualTo(LawTextEvaluation.Kind.OWN_SECTION);
        assertThat(kind("§ 4", "lov/2005-06-17-84/§4")).isEqualTo(LawTextEvaluation.Kind.OTHER_SECTION);
        assertThat(kind("7-25", "lov/2005-06-17-84/§7-25")).isEqualTo(LawTextEvaluation.Kind.ITEM);
        assertThat(kind("kap. V", "lov/2005-06-17-84/kapv")).isEqualTo(LawTextEvaluation.Kind.CHAPTER);
        assertThat(kind("pbl. § 20-1", "lov/2008-06-27-71/§20-1")).isEqualTo(LawTextEvaluation.Kind.ABBREVIATION);
        assertThat(kind("tredje ledd", "lov/2008-06-27-71/§20-1/ledd/3")).isEqualTo(LawTextEvaluation.Kind.PART);
        assertThat(kind("2013/34/EU", "eu/32013l0034")).isEqualTo(LawTextEvaluation.Kind.EU);
    }

    private static LawTextEvaluation.Kind kind(String text, String address) {
        var link = new Mark(new Span(0, text.length()), address);
        var law = new Law("a.xml", "lov-2001-03-02-5", text, List.of(link), List.of(), List.of());
        return LawTextEvaluation.kind(law, link, LawAddress.parse(address).orElseThrow());
    }

    private static LawTextEvaluation evaluated(Mark... links) {
        var evaluation = new LawTextEvaluation(CitationExamples.register());
        evaluation.add(new Law("a.xml", "", TEXT, List.of(links), List.of(), List.of()), recognized(TEXT));
        return evaluation;
    }

    private static List<Resolution> recognized(String text) {
        return new ArrayList<>(CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text)));
    }

    private static Mark mark(String words, String address) {
        int start = TEXT.indexOf(words);
        return new Mark(new Span(start, start + words.length()), address);
    }
}
