package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.forankring.citation.LinkedTable.Difference;
import no.forankring.citation.LinkedTable.Line;
import org.junit.jupiter.api.Test;

class LinkedTableTest {

    private static final Line FIRST = new Line("a.txt", 3, "loven\n§ 4\\", "lov-1", true);
    private static final Line SAME_WORDS = new Line("a.txt", 30, "loven\n§ 4\\", "lov-1", false);
    private static final Line OTHER = new Line("b.txt", 3, "planen", "plan-x", false);
    private static final Map<String, Integer> FIGURES =
            Map.of("linked", 10, "links", 20, "right", 19, "wrong", 1, "pinpoints", 5, "anaphora", 3, "lookalikes", 0);

    @Test
    void readsWhatItWrote() {
        var table = new LinkedTable(FIGURES, List.of(FIRST, SAME_WORDS, OTHER));

        assertThat(LinkedTable.parse(table.text())).isEqualTo(table);
        assertThat(LinkedTable.is(table.text())).isTrue();
        assertThat(LinkedTable.is(CiteTable.HEADER)).isFalse();
    }

    @Test
    void namesWhatWasGainedAndLostAlsoWhenTheTextHasGrown() {
        var earlier = new LinkedTable(FIGURES, List.of(FIRST, SAME_WORDS, OTHER));
        var lost = new Line("a.txt", 103, FIRST.text(), FIRST.id(), false);
        var gained = new Line("a.txt", 130, FIRST.text(), FIRST.id(), true);
        var added = new Line("a.txt", 150, FIRST.text(), FIRST.id(), true);

        var now = new LinkedTable(FIGURES, List.of(lost, gained, added));

        assertThat(now.since(earlier)).containsExactly(new Difference(false, lost), new Difference(true, gained));
        assertThat(now.hasSameMentions(earlier)).isFalse();
        assertThat(new LinkedTable(Map.of(), List.of(lost, gained, OTHER)).hasSameMentions(earlier))
                .isTrue();
    }

    @Test
    void saysWhichFiguresAreWorse() {
        var earlier = new LinkedTable(FIGURES, List.of());

        assertThat(earlier.worseThan(earlier)).isEmpty();
        assertThat(with("linked", 9).worseThan(earlier)).containsExactly("linked: 9, was 10");
        assertThat(with("pinpoints", 4).worseThan(earlier)).containsExactly("pinpoints: 4, was 5");
        assertThat(with("anaphora", 2).worseThan(earlier)).containsExactly("anaphora: 2, was 3");
        assertThat(with("wrong", 2).worseThan(earlier)).containsExactly("wrong: 2, was 1");
        assertThat(with("lookalikes", 1).worseThan(earlier)).containsExactly("lookalikes: 1, was 0");
        assertThat(with("links", 21).worseThan(earlier)).containsExactly("right links: 19 of 21, was 19 of 20");
        assertThat(with("linked", 11).worseThan(earlier)).isEmpty();
    }

    private static LinkedTable with(String figure, int value) {
        var figures = new java.util.HashMap<>(FIGURES);
        figures.put(figure, value);
        return new LinkedTable(figures, List.of());
    }
}
