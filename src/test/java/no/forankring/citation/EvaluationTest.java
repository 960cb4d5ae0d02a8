package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        Evaluation.Report report = evaluation().report(Evaluation.readPredictions(NOW));

        assertThat(report.overall()).isEqualTo(new Evaluation.Figures(2, 2, 1, 2, 1, 0, 4, 3));
        assertThat(report.overall().precision()).isEqualTo(0.75);
        assertThat(report.overall().recall()).isEqualTo(1.0);
        assertThat(report.overall().strictRecall()).isEqualTo(0.5);
        assertThat(report.anaphora()).isEqualTo(1);
        assertThat(report.anaphoraLinked()).isZero();
        assertThat(report.pinpointsRead()).isEqualTo(1);
        assertThat(report.errors()).containsExactly("false\ta.txt\t95\tfeil\tlov-2");
        assertThat(report.byType())
                .hasEntrySatisfying("law", law -> assertThat(law.linked()).isEqualTo(1));
        assertThat(Evaluation.text(report)).contains("all").contains("anaphora 0 of 1, pinpoints 1 of 1");
    }

    @Test
    void namesWhatWasGainedAndLostAgainstAnEarlierRun() {
        List<CiteTable.Row> now = Evaluation.readPredictions(NOW);
        List<CiteTable.Row> earlier =
                now.stream().filter(row -> row.start() != 20).toList();

        assertThat(evaluation().against(earlier, now))
                .singleElement()
                .satisfies(difference -> assertThat(difference.gained()).isTrue())
                .satisfies(
                        difference -> assertThat(difference.mention().start()).isEqualTo(20));
        assertThat(evaluation().against(now, earlier))
                .singleElement()
                .satisfies(difference -> assertThat(difference.gained()).isFalse());
    }

    private static Evaluation evaluation() {
        return new Evaluation(Evaluation.readGold(GOLD), false);
    }
}
