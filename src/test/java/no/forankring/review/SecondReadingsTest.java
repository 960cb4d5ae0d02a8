package no.forankring.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import no.forankring.review.SecondReader.Agreement;
import org.junit.jupiter.api.Test;

class SecondReadingsTest {

    @Test
    void computesKappaBeyondChance() {
        // 20 accepted by both, 15 rejected by both, 15 differ: observed 0.70, by chance 0.50.
        int[][] table = {{20, 5, 0}, {10, 15, 0}, {0, 0, 0}};

        assertThat(SecondReadings.kappa(table, 50).orElseThrow()).isCloseTo(0.40, within(0.001));
    }

    @Test
    void tellsNoKappaOfFewNorWhereAllAnswersAreAlike() {
        assertThat(SecondReadings.kappa(new int[][] {{5, 2, 0}, {1, 1, 0}, {0, 0, 0}}, 9))
                .isEmpty();
        assertThat(SecondReadings.kappa(new int[][] {{30, 0, 0}, {0, 0, 0}, {0, 0, 0}}, 30))
                .isEmpty();
    }

    @Test
    void tellsTheShareOfWhatWasReadTwice() {
        assertThat(new Agreement(12, 9, java.util.OptionalDouble.empty()).share())
                .hasValue(0.75);
        assertThat(new Agreement(0, 0, java.util.OptionalDouble.empty()).share())
                .isEmpty();
    }
}
