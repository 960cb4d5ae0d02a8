package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabeledFieldTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Drift: USHT Sørvika | RUN_BY | USHT Sørvika",
                "Sekretariat:   Sørvika kommune | RUN_BY | Sørvika kommune",
                "Deltakarkommunar: Lom og Skjåk | TAKES_PART | Lom og Skjåk",
                "Til stede: KS, NAV Lom | TAKES_PART | KS, NAV Lom",
                "med: Lom, Vågå | TAKES_PART | Lom, Vågå",
                "Forankring: Demensplan 2025 | ANCHOR | Demensplan 2025",
                "Stad: Lom kulturhus | PLACE | Lom kulturhus",
                "Målgruppe: nattevakter | FOR_WHOM | nattevakter",
                "Prosjekteier:     Sørvika kommune | RUN_BY | Sørvika kommune",
            })
    void labelsTellWhatTheValueIs(String line, LabeledField.Kind kind, String value) {
        LabeledField field = LabeledField.of(line).orElseThrow();
        assertThat(field.kind()).isEqualTo(kind);
        assertThat(field.value().cut(line)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Drift:", "Bakgrunn: Kommunene har lenge samarbeidet.", "Nettverket driver kurs", "Saksnr: 12/3"
            })
    void otherLinesAreNone(String line) {
        assertThat(LabeledField.of(line)).isEmpty();
    }
}
