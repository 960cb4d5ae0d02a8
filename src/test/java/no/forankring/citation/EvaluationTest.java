package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final String GOLD = """
            file\tstart\tend\ttext\tkind\tid\talt\tpinpoint\tcertainty\tscope\tanaphora\tin_register
            a.txt\t0\t10\tloven § 4\tlaw\tlov-1\t\t§ 4\tsure\tnational\tno\tyes
            a.txt\t20\t30\treform\treform\treform-leve-hele-livet\t\t\tsure\tnational\tno\tyes
            a.txt\t40\t50\tplanen\tplan\tplan-x\t\t\tsure\tnational\tyes\tyes
            a.txt\t60\t70\tkanskje\tplan\tplan-y\tplan-z\t\tambiguous\tnational\tno\tyes
            a.txt\t80\t90\tlokal\tlocal_plan\tlokal-a\t\t\tsure\tlocal\tno\tyes
            """;

    private static final String NOW = CiteTable.HEADER + """
            x/a.txt\t0\t10\tloven § 4\tlaw\tlov-1\t§ 4\tresolved\t\t0.95\tnavn
            x/a.txt\t20\t28\tref\\norm\twhite_paper\tmeldst-15-2017-2018\t\tresolved\t\t0.90\tnavn
            x/a.txt\t60\t70\tkanskje\tplan\tplan-z\t\tresolved\t\t0.70\tnavn
            x/a.txt\t95\t99\tfeil\tlaw\tlov-2\t\tresolved\t\t0.95\tnavn
            """;

    @Test
    void countsFoundLinkedWrongAndFalse() {
        EvaluationReport report = evaluation().report(Evaluation.readPredictions(NOW));

        assertThat(report.overall())
                .isEqualTo(new EvaluationReport.Figures(
                        2,
                        2,
                        1,
                        2,
                        1,
                        0,
                        new EvaluationReport.Share(4, 3),
                        new EvaluationReport.Anaphora(1, 0, new EvaluationReport.Share(0, 0)),
                        new EvaluationReport.Pinpoints(1, 1, 1)));
        assertThat(report.overall().precision()).isEqualTo(0.75);
        assertThat(report.overall().recall()).isEqualTo(1.0);
        assertThat(report.errors())
                .containsExactly("missed-anaphora\ta.txt\t40\tplanen\tplan-x", "false\ta.txt\t95\tfeil\tlov-2");
        assertThat(report.byType())
                .hasEntrySatisfying("law", law -> assertThat(law.linked()).isEqualTo(1));
        assertThat(report.by("language")).isEmpty();
    }

    @Test
    void countsAWrongLinkOnABackReferenceAsWrongAndAsItsLink() {
        EvaluationReport.Figures figures =
                report(row(40, 50, "plan-q", "", 0.9)).overall();

        assertThat(figures.wrong()).isEqualTo(1);
        assertThat(figures.anaphora()).isEqualTo(new EvaluationReport.Anaphora(1, 0, new EvaluationReport.Share(1, 0)));
        assertThat(figures.links()).isEqualTo(new EvaluationReport.Share(1, 0));
    }

    @Test
    void comparesPartsWithoutSpacesDashesAndCase() {
        assertThat(pinpoint("§4", "§ 4")).isTrue();
        assertThat(pinpoint("§ 4–1 Andre ledd bokstav A", "§ 4-1 annet ledd bokstav a"))
                .isTrue();
        assertThat(pinpoint("§ 4-1", "§4.1")).isTrue();
        assertThat(pinpoint("§ 4-1", "§ 41")).isFalse();
        assertThat(pinpoint("§ 4-1", "§ 4-1 første ledd")).isFalse();
    }

    @Test
    void countsALinkOnALookalikeUnlessAMentionStandsThereToo() {
        var text = new MarkedText(
                "a.txt",
                "",
                Map.of(),
                Evaluation.readGold(GOLD),
                List.of(
                        new Evaluation.Lookalike("a.txt", 0, 5, "loven"),
                        new Evaluation.Lookalike("a.txt", 95, 97, "fe"),
                        new Evaluation.Lookalike("a.txt", 100, 105, "fred")));

        EvaluationReport report = new Evaluation(List.of(text), false).report(Evaluation.readPredictions(NOW));

        assertThat(report.lookalikes()).isEqualTo(new EvaluationReport.Share(3, 2));
        assertThat(report.errors()).contains("look-alike\ta.txt\t95\tfeil\tlov-2");
    }

    @Test
    void countsByConfidenceFromAndUpToButNotIncluding() {
        EvaluationReport report = report(row(0, 10, "lov-1", "", 0.80), row(20, 30, "plan-q", "", 0.85));

        assertThat(report.withConfidence(0.80, 0.85)).isEqualTo(new EvaluationReport.Share(1, 1));
        assertThat(report.withConfidence(0.85, 0.90)).isEqualTo(new EvaluationReport.Share(1, 0));
        assertThat(report.withConfidence(0.70, 0.80)).isEqualTo(new EvaluationReport.Share(0, 0));
    }

    @Test
    void countsByTheRuleThatChoseTheTarget() {
        EvaluationReport report = evaluation()
                .report(List.of(
                        new Evaluation.Prediction(row(0, 10, "lov-1", "", 0.9), Optional.of(Rule.UNIQUE_NAME)),
                        new Evaluation.Prediction(row(20, 30, "plan-q", "", 0.9), Optional.of(Rule.UNIQUE_NAME)),
                        new Evaluation.Prediction(row(40, 50, "plan-x", "", 0.9), Optional.of(Rule.BACK_REFERENCE))));

        assertThat(report.byRule())
                .containsExactly(
                        Map.entry(Rule.UNIQUE_NAME, new EvaluationReport.Share(2, 1)),
                        Map.entry(Rule.BACK_REFERENCE, new EvaluationReport.Share(1, 1)));
    }

    @Test
    void partsTheFiguresByWhatIsKnownOfTheTexts() {
        Register register = Register.builtIn();
        var evaluation = new Evaluation(
                List.of(
                        MarkedText.parse(
                                "en.txt",
                                "#! kind=plan language=nob noise=clean set=develop\n"
                                        + "Vi følger ⟦folkehelseloven § 5¦lov-2011-06-24-29¦§ 5⟧.",
                                register),
                        MarkedText.parse(
                                "to.txt",
                                "#! kind=plan language=nno noise=clean set=held-out\n"
                                        + "Vi følgjer ⟦planen ingen kjenner¦lov-2011-06-24-29⟧.",
                                register)),
                false);

        EvaluationReport report = evaluation.report(register);

        assertThat(report.by("language"))
                .hasEntrySatisfying("nob", nob -> {
                    assertThat(nob.linked()).isEqualTo(1);
                    assertThat(nob.pinpoints()).isEqualTo(new EvaluationReport.Pinpoints(1, 1, 1));
                })
                .hasEntrySatisfying("nno", nno -> assertThat(nno.linked()).isZero());
        assertThat(report.by("set")).containsOnlyKeys("develop", "held-out");
        assertThat(report.by("noise")).containsExactly(Map.entry("clean", report.overall()));
        assertThat(report.byRule().values()).containsExactly(new EvaluationReport.Share(1, 1));
        assertThat(EvaluationTables.text(report)).contains("held-out").contains("missed\tto.txt\t11\t");
        assertThat(EvaluationTables.markdown(report, Optional.empty())).doesNotContain("gained");
        assertThat(EvaluationTables.markdown(report, Optional.of(List.of())))
                .contains("| develop | 1 | 1 | 1 | 1.000 |")
                .contains("0 gained, 0 lost");
    }

    private static boolean pinpoint(String read, String marked) {
        var mention = new Evaluation.Gold(
                "a.txt", 0, 10, "loven", "law", "lov-1", List.of(), marked, "sure", "national", false);
        var text = new MarkedText("a.txt", "", Map.of(), List.of(mention), List.of());
        return new Evaluation(List.of(text), false)
                        .report(List.of(new Evaluation.Prediction(row(0, 10, "lov-1", read, 0.9), Optional.empty())))
                        .overall()
                        .pinpoints()
                        .equal()
                == 1;
    }

    private static EvaluationReport report(CiteTable.Row... rows) {
        return evaluation()
                .report(Arrays.stream(rows)
                        .map(row -> new Evaluation.Prediction(row, Optional.empty()))
                        .toList());
    }

    private static CiteTable.Row row(int start, int end, String id, String pinpoint, double confidence) {
        return new CiteTable.Row(
                "a.txt", start, end, "ord", "law", id, pinpoint, "resolved", List.of(), confidence, "");
    }

    private static Evaluation evaluation() {
        var text = new MarkedText("a.txt", "", Map.of(), Evaluation.readGold(GOLD), List.of());
        return new Evaluation(List.of(text), false);
    }
}
