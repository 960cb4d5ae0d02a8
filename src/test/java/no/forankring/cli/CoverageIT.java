package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import no.forankring.curation.Basis;
import no.forankring.curation.Field;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.ThingDraft;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.ingest.Source;
import no.forankring.register.GoverningDocumentId;
import no.forankring.trace.Coverage;
import no.forankring.trace.Coverage.State;
import no.forankring.trace.Coverages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is covered in which year, and why a hole is a hole.
class CoverageIT {

    private static final Clock IN_2026 = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final Basis SAID = Basis.of("sagt på planmøtet");

    @TempDir
    Path folder;

    private OpenHome home;
    private Coverages coverages;

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        coverages = new Coverages(home.graph(), home.register(), IN_2026);
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void countsEachThingOnceInItsYearAndKnowsHowFarItCame() {
        entered("Demensnettverket", "2024", "plan-demensplan-2025", "Anchored");
        entered("Demensdagen", "2025", "plan-demensplan-2025", "CarriedOut");
        entered("Demenskurset", "2025", "plan-demensplan-2025", "Planned");

        Coverage.Row row = row("plan-demensplan-2025", false);

        assertThat(row.state()).isEqualTo(State.COVERED);
        assertThat(row.cells())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(2024, new Coverage.Cell(1, 0, 2), 2025, new Coverage.Cell(2, 0, 4)));
        assertThat(row.all()).isEqualTo(new Coverage.Cell(3, 0, 4));
        assertThat(coverages.evidence(new GoverningDocumentId("plan-demensplan-2025"), OptionalInt.of(2025), false))
                .extracting(step -> step.subject().label())
                .containsExactly("Demensdagen", "Demenskurset");
    }

    @Test
    void saysWhyAHoleIsAHole() {
        entered("Nettverket", "2025", "meldst-15-2017-2018", "Planned");
        entered("Gammelt nettverk", "2019", "lov-2011-06-24-29", "Evaluated");
        take("notat.txt", """
                Notat 4. mai 2025

                Kursdagen i Fjordvik ble holdt 12. mars 2025. Se også NOU 2023: 4 Tid for handling.
                """);

        assertThat(row("meldst-15-2017-2018", false).state()).isEqualTo(State.NOT_CARRIED_OUT);
        assertThat(row("lov-2011-06-24-29", false).state()).isEqualTo(State.TOO_OLD);
        assertThat(row("nou-2023-4", false).state()).isEqualTo(State.ONLY_NAMED);
        assertThat(row("plan-demensplan-2025", false).state()).isEqualTo(State.ABSENT);
    }

    @Test
    void tellsWhatIsOnlySuggestedFromWhatIsAFact() {
        take("mandat.txt", """
                USHT Fjordvik

                Mandat for nettverk i demens

                Dato: 3. februar 2024

                Nettverk i demens er forankret i Demensplan 2025.
                """);

        Coverage.Row facts = row("plan-demensplan-2025", false);
        Coverage.Row all = row("plan-demensplan-2025", true);

        assertThat(all.all().things()).isPositive();
        assertThat(all.all().suggested() + facts.all().things())
                .isEqualTo(all.all().things());
        assertThat(facts.all().suggested()).isZero();
        assertThat(all.cells()).containsKey(2024);
        assertThat(coverages.coverage(true).documentsByYear()).containsExactlyInAnyOrderEntriesOf(Map.of(2024, 1L));
    }

    @Test
    void isCountedAnewWhenTheGraphChanges() {
        assertThat(row("plan-demensplan-2025", false).all()).isEqualTo(Coverage.Cell.EMPTY);

        entered("Demensnettverket", "2024", "plan-demensplan-2025", "Anchored");

        assertThat(row("plan-demensplan-2025", false).all().things()).isEqualTo(1);
    }

    private Coverage.Row row(String id, boolean withSuggestions) {
        return coverages.coverage(withSuggestions).rows().stream()
                .filter(row -> row.governing().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void entered(String name, String year, String governing, String strength) {
        String iri = home.curation()
                .create(
                        new ThingDraft(Addresses.NETWORK, Map.of(Field.NAME, name, Field.YEAR, year)),
                        SAID,
                        false,
                        "kari")
                .thing()
                .iri();
        home.curation().link(new LinkDraft(iri, LinkType.ANCHORED_IN, governing, strength, false), SAID, "kari");
    }

    private void take(String name, String text) {
        String job = home.ingest()
                .submit(
                        "test",
                        "test",
                        List.of(new Source(
                                name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))));
        while (home.ingest().job(job).orElseThrow().finished().isEmpty()) {
            LockSupport.parkNanos(2_000_000);
        }
    }
}
