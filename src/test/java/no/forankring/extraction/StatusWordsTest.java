package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forankring.document.CellColor;
import no.forankring.document.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gjennomført             | CARRIED_OUT
            Gjennomført i mai 2024  | CARRIED_OUT
            gjennomført – 40 deltok | CARRIED_OUT
            Pågår                   | ONGOING
            i gang                  | ONGOING
            Går føre seg            | ONGOING
            Planlagt til høsten     | PLANNED
            Ikke startet            | PLANNED
            Ikkje starta            | PLANNED
            Utsatt til 2023         | POSTPONED
            Avlyst                  | CANCELLED
            """)
    void readsCellsThatBeginWithAStep(String cell, Progress progress) {
        assertThat(StatusWords.ofCell(cell)).contains(progress);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ikke gjennomført",
                "Ikkje gjennomført",
                "Delvis gjennomført",
                "Forsinket",
                "I rute",
                "Skal være gjennomført innen juni",
                "Gjennomført eller avlyst",
                "Kari",
                "Gjennomføringen startes"
            })
    void leavesOpenWhatSaysNoStepForCertain(String cell) {
        assertThat(StatusWords.ofCell(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grønn: gjennomført",
                "Grønt = gjennomført, rødt = avlyst",
                "Grøn tyder gjennomført.",
                "Fargekoder: gul – pågår; lysegrønn – gjennomført",
                "Status vises slik: gjennomført (grønn), pågår (gul).",
                "Grønn farge betyr gjennomført og gul farge betyr pågår"
            })
    void findsTheLegendInWords(String text) {
        ColorLegend legend = ColorLegend.of(Documents.plainText(text));

        assertThat(legend.isInWords()).isTrue();
        assertThat(legend.find(CellColor.Name.GREEN)).hasValueSatisfying(entry -> {
            assertThat(entry.meaning().readings()).containsExactly(Progress.CARRIED_OUT);
            assertThat(entry.meaning().certain()).isTrue();
            assertThat(text).contains(entry.words());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grønn omsorg er gjennomført i alle kommuner.",
                "Rød tråd: samarbeid",
                "Vi delte ut grønne, gule og røde kort.",
                "Prosjektet Gul sone er avsluttet."
            })
    void takesNoOtherSentenceForALegend(String text) {
        assertThat(ColorLegend.of(Documents.plainText(text)).entries()).isEmpty();
    }

    @Test
    void isNotCertainOfAColorThatIsExplainedTwice() {
        ColorLegend legend = ColorLegend.of(Documents.plainText("Gul: pågår\n\nGul: planlagt"));

        assertThat(legend.find(CellColor.Name.YELLOW)).hasValueSatisfying(entry -> {
            assertThat(entry.meaning().certain()).isFalse();
            assertThat(entry.meaning().readings()).containsExactly(Progress.ONGOING, Progress.PLANNED);
        });
    }

    @Test
    void isNotCertainThatOrangeIsTheYellowOfTheLegend() {
        ColorLegend legend = ColorLegend.of(Documents.plainText("Gul: pågår"));

        assertThat(legend.find(CellColor.Name.ORANGE))
                .hasValueSatisfying(
                        entry -> assertThat(entry.meaning().certain()).isFalse());
        assertThat(legend.find(CellColor.Name.BLUE)).isEmpty();
    }

    @Test
    void listsEveryStepForAQuestion() {
        assertThat(Progress.allWith(List.of(Progress.POSTPONED)))
                .startsWith(Progress.POSTPONED)
                .containsExactlyInAnyOrder(Progress.values());
    }
}
