package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StackedTableTest {

    private static List<List<String>> rows(String text) {
        return StackedTable.find(text).stream()
                .flatMap(table -> table.rows().stream())
                .map(FlatTable.Row::cells)
                .toList();
    }

    @Test
    void cellsAreFoundByWhatTheirColumnsHold() {
        String text = """
                Tiltak
                Ansvarlig
                Frist
                Status
                Kurs i munnstell for nyansatte
                USHT Sørvika
                Høst 2024
                I rute
                Fagdag om sår og sårbehandling i hjemme-
                tjenesten
                Sørvika sykehus
                12.03.2025
                Utsatt
                Videre arbeid er omtalt i neste kapittel.
                """;
        assertThat(rows(text))
                .containsExactly(
                        List.of("Kurs i munnstell for nyansatte", "USHT Sørvika", "Høst 2024", "I rute"),
                        List.of(
                                "Fagdag om sår og sårbehandling i hjemmetjenesten",
                                "Sørvika sykehus",
                                "12.03.2025",
                                "Utsatt"));
    }

    @Test
    void aCellMayHaveComeOutEmpty() {
        String text = """
                Aktivitet
                Dato
                Sted
                Deltakere

                Vårsamling
                14. mars
                Vadsø
                22

                Webinar om søvn
                7. juni
                110

                Haustsamling
                9. oktober
                Alta
                31
                """;
        assertThat(rows(text).get(1)).containsExactly("Webinar om søvn", "7. juni", "", "110");
    }

    @Test
    void numberedRowsAreNoHeadings() {
        String text = """
                Tiltak
                Ansvarlig
                Forankring
                1.1 Opplæring i ernæring
                USHT Sørvika
                Demensplan 2025
                1.2 Samtaler med pårørende
                Sørvika kommune
                –
                """;
        assertThat(rows(text))
                .extracting(List::getFirst)
                .containsExactly("1.1 Opplæring i ernæring", "1.2 Samtaler med pårørende");
    }

    @Test
    void headingsAboveRunningTextAreNoTable() {
        String text = """
                Tiltak
                Ansvarlig
                Status
                Kommunene har i fellesskap sett på hvordan arbeidet er fordelt mellom dem, og hva som gjenstår.
                """;
        assertThat(rows(text)).isEmpty();
    }

    @Test
    void ticksTellWhoTakesPart() {
        String text = """
                Kommune
                Demens
                Ernæring
                Lom
                x
                –
                Skjåk
                x
                x
                """;
        assertThat(rows(text)).containsExactly(List.of("Lom", "x", "–"), List.of("Skjåk", "x", "x"));
    }
}
