package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forankring.document.Documents;
import org.junit.jupiter.api.Test;

/// Texts as they come out of files: forms, lists of members, tables with a cell on each line, calendars.
class LaidOutTextTest {

    private static Extraction extract(String text) {
        return new ActivityExtractor().extract(Documents.plainText(text), List.of());
    }

    private static List<String> said(String text, Relation.Type type) {
        Extraction extraction = extract(text);
        return extraction.relations().stream()
                .filter(relation -> relation.type() == type)
                .map(relation -> name(extraction, relation.subject()) + " > "
                        + name(extraction, ((Relation.ObjectRef.Other) relation.object()).key()))
                .toList();
    }

    private static String name(Extraction extraction, String key) {
        return extraction.entities().stream()
                .filter(entity -> entity.key().equals(key))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static final String FORM = """
            Rapport 2023

            Tiltakets navn *
            Demensnettverk Kvitøya
            Ansvarlig *
            USHT Kvitøya
            Deltakende kommuner
            Alta, Loppa, Hasvik
            Målgruppe *
            Demensteam i kommunene
            Antall samlinger
            3

            Tiltakets navn *
            Fagdag om rus og aldring
            Ansvarlig *
            Kvitøya sykehus
            Sted
            Alta rådhus
            """;

    @Test
    void theFieldsOfAFormTellOfWhatItNames() {
        assertThat(said(FORM, Relation.Type.ORGANISED_BY))
                .containsExactly("Demensnettverk Kvitøya > USHT Kvitøya", "Fagdag om rus og aldring > Kvitøya sykehus");
        assertThat(said(FORM, Relation.Type.PARTICIPANT))
                .containsExactlyInAnyOrder(
                        "Demensnettverk Kvitøya > Alta",
                        "Demensnettverk Kvitøya > Loppa",
                        "Demensnettverk Kvitøya > Hasvik");
        assertThat(said(FORM, Relation.Type.TAKES_PLACE_AT)).containsExactly("Fagdag om rus og aldring > Alta rådhus");
    }

    @Test
    void aFormCounts() {
        assertThat(extract(FORM).entities())
                .filteredOn(entity -> entity.name().equals("Demensnettverk Kvitøya"))
                .first()
                .satisfies(network -> assertThat(network.numbers()).containsEntry("gatherings", 3));
    }

    @Test
    void membersStandOneALineBelowWordsThatSaySo() {
        String text = """
                Mandat for nettverk for rehabilitering på Ytre Kyst

                2. Medlemmer
                Nettverket består av to representanter fra hver av kommunene:
                Smøla
                Aure
                Hitra

                3. Møter
                Nettverket møtes fire ganger i året.
                """;
        assertThat(said(text, Relation.Type.PARTICIPANT))
                .extracting(said -> said.substring(said.indexOf('>') + 2))
                .containsExactlyInAnyOrder("Smøla", "Aure", "Hitra");
    }

    @Test
    void minutesTellWhoBelongsToTheBody() {
        String text = """
                Referat fra møte i samarbeidsrådet for helse i Ytre Fjord
                Dato: 4. april 2025
                Til stede: Halden kommune, Sykehuset Østfold
                Meldt forfall: Rakkestad kommune

                Sak 1/25 Godkjenning av innkalling
                Innkallingen ble godkjent.
                """;
        assertThat(said(text, Relation.Type.PARTICIPANT))
                .extracting(said -> said.substring(said.indexOf('>') + 2))
                .contains("Halden", "Sykehuset Østfold", "Rakkestad");
    }

    @Test
    void aMatrixTellsWhoTakesPartInWhat() {
        String text = """
                Nettverk i 2023

                Kommune          Demens   Ernæring   Rehabilitering
                Dovre            x        x
                Sel              x                   x

                1 Demensnettverket
                Demensnettverket ledes av USHT Innlandet.

                2 Ernæringsnettverket
                Ernæringsnettverket drives av Sel kommune.
                """;
        assertThat(said(text, Relation.Type.PARTICIPANT))
                .contains("Demensnettverk > Dovre", "Ernæringsnettverk > Dovre", "Demensnettverk > Sel")
                .doesNotContain("Ernæringsnettverk > Sel");
    }

    @Test
    void aCalendarTellsWhereAndForWhom() {
        String text = """
                Kalender

                8. november     Webinar om søvn, for superbrukere
                24. november    Fagdag om fall, Alvdal kulturhus
                """;
        assertThat(said(text, Relation.Type.TARGET_GROUP)).containsExactly("Webinar om søvn > superbrukere");
        assertThat(said(text, Relation.Type.TAKES_PLACE_AT)).containsExactly("Fagdag om fall > Alvdal kulturhus");
    }

    @Test
    void municipalitiesAreKnownByTheirBareNamesOnceToldInFull() {
        String text = """
                Nettverk for sårbehandling på Nordkysten

                Nettverk for sårbehandling på Nordkysten er et samarbeid mellom Sandbu kommune og Kleivdal kommune. I nettverket sitter også Vollen kommune. Kleivdal leder nettverket.
                """;
        assertThat(said(text, Relation.Type.ORGANISED_BY)).anyMatch(said -> said.endsWith("> Kleivdal kommune"));
    }
}
