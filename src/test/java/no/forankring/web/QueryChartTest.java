package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryChartTest {

    @Test
    void drawsBarsInProportionToTheLongest() {
        QueryChart chart =
                QueryChart.of(table("demens|12", "ernæring|6", "uten|0")).orElseThrow();

        assertThat(chart.line()).isEmpty();
        assertThat(chart.names() + " " + chart.numbers()).isEqualTo("k0 k1");
        assertThat(chart.marks())
                .extracting(QueryChart.Mark::name, mark -> mark.x() - chart.from())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("demens", 370),
                        org.assertj.core.groups.Tuple.tuple("ernæring", 185),
                        org.assertj.core.groups.Tuple.tuple("uten", 0));
    }

    @Test
    void takesTheNameOfAThingRatherThanItsAddressAndTheLastOfTheNumbers() {
        var thing = new QueryAnswer.Cell("id/network/a", "http://localhost:8080/id/network/a", "");
        var other = new QueryAnswer.Cell("id/network/b", "http://localhost:8080/id/network/b", "");
        QueryChart chart = QueryChart.of(new QueryAnswer.Table(
                        List.of("ting", "navn", "aar", "antall"),
                        List.of(
                                List.of(thing, cell("Nettverk A"), cell("2024"), cell("3")),
                                List.of(other, cell("Nettverk B"), cell("2024"), cell("1.5"))),
                        true))
                .orElseThrow();

        assertThat(chart.names()).isEqualTo("navn");
        assertThat(chart.numbers()).isEqualTo("antall");
    }

    @Test
    void drawsALineWhereTimeGoesForward() {
        QueryChart chart = QueryChart.of(table("2021|0", "2022|4", "2024|2")).orElseThrow();

        assertThat(chart.line()).isEqualTo("40,220 380,40 720,130");
        assertThat(chart.ground()).isEqualTo(220);
    }

    @Test
    void shortensLongNamesForTheDrawingOnly() {
        String name = "Læringsnettverk for trygge overganger mellom sykehus og kommune";

        QueryChart.Mark mark = QueryChart.of(table(name + "|1", "kort|2"))
                .orElseThrow()
                .marks()
                .getFirst();

        assertThat(mark.label()).isEqualTo("Læringsnettverk for trygge overganger m…");
        assertThat(mark.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|1", "a|1 a|2", "a|-1 b|2", "a|x b|y", "a|1 b|", "1|2 3|4"})
    void drawsNothingThatWouldMislead(String rows) {
        assertThat(QueryChart.of(table(rows.split(" ")))).isEmpty();
    }

    @Test
    void drawsNeitherPartsNorHundredsOfRows() {
        String[] many =
                IntStream.range(0, 31).mapToObj(i -> "navn" + i + "|" + i).toArray(String[]::new);

        assertThat(QueryChart.of(table(many))).isEmpty();
        assertThat(QueryChart.of(table(Arrays.copyOf(many, 30)))).isPresent();
        assertThat(QueryChart.of(new QueryAnswer.Table(
                        List.of("k0", "k1"), table("a|1", "b|2").rows(), false)))
                .isEmpty();
    }

    private static QueryAnswer.Table table(String... rows) {
        return new QueryAnswer.Table(
                List.of("k0", "k1"),
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.split("\\|", -1))
                                .map(QueryChartTest::cell)
                                .toList())
                        .toList(),
                true);
    }

    private static QueryAnswer.Cell cell(String text) {
        return new QueryAnswer.Cell(text, "", "");
    }
}
