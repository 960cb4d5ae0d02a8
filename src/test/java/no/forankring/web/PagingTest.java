package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @Test
    void showsTheEndsAndTheNeighboursWithGapsBetween() {
        var paging = Paging.of(1_000, 10, 50, "/sok?");

        assertThat(paging.pages().stream().map(Paging.Numbered::number)).containsExactly(1, 0, 8, 9, 10, 11, 12, 0, 20);
        assertThat(paging.previous()).isEqualTo("/sok?page=9");
        assertThat(paging.next()).isEqualTo("/sok?page=11");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 3, 4, Integer.MAX_VALUE})
    void neverLeavesTheListWhateverPageIsAskedFor(int page) {
        List<Integer> all = IntStream.range(0, 101).boxed().toList();

        var paging = Paging.of(all.size(), page, 50, "/x?");

        assertThat(all).containsAll(paging.cut(all));
        assertThat(paging.cut(all)).isNotEmpty();
    }

    @Test
    void holdsEveryRowOnce() {
        List<Integer> all = IntStream.range(0, 101).boxed().toList();

        List<Integer> read = IntStream.rangeClosed(1, 3)
                .boxed()
                .flatMap(page -> Paging.of(all.size(), page, 50, "/x?").cut(all).stream())
                .toList();

        assertThat(read).isEqualTo(all);
    }

    @Test
    void isOneEmptyPageForAnEmptyList() {
        var paging = Paging.of(0, 1, 50, "/x?");

        assertThat(paging.cut(List.of())).isEmpty();
        assertThat(paging.several()).isFalse();
    }
}
