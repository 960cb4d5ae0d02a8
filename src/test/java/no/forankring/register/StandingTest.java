package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import no.forankring.register.Standing.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Five ways of growing old, told apart by the day.
class StandingTest {

    private static final String ROWS = """
            - {id: plan-a, type: plan, title: Plan A, language: nob, in-force-to: 2020, replaced-by: [plan-b], certainty: verified, checked: [replaced-by]}
            - {id: plan-b, type: plan, title: Plan B, language: nob, in-force-from: 2021, in-force-to: 2025, certainty: verified}
            - {id: rad-gammel, type: faglig-rad, title: Gamle råd, language: nob, in-force-to: 2022-04, certainty: verified}
            - {id: rad-ny, type: faglig-rad, title: Nye råd, language: nob, date: 2022-05, replaces: [rad-gammel], revises: [rad-gammel], sources: ["rad-gammel https://rad.example/om"], certainty: verified}
            - {id: reform-a, type: reform, title: Reform A, language: nob, in-force-to: 2023, certainty: verified}
            - {id: reform-b, type: reform, title: Reform B, language: nob, in-force-from: 2024, continues: [reform-a], official: "https://reform.example/b", certainty: verified}
            - {id: program-a, type: program, title: Program A, language: nob, certainty: verified}
            - {id: program-b, type: program, title: Program B, language: nob, date: 2020, renames: [program-a], certainty: verified}
            - {id: lov-1999-07-02-63, type: lov, number: 63, session: 1999, title: Lov om pasientene, language: nob, aliases: [gammelt lovnavn], former-names: ["gammelt lovnavn (til 2011-12-31)"], date: 1999-07-02, in-force-from: 2001-01-01, certainty: verified}
            """;

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), ROWS);
        register = Register.read(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "plan-a, 2019-05-01, IN_FORCE",
        "plan-a, 2021-05-01, REPLACED",
        "plan-b, 2020-12-31, NOT_YET",
        "plan-b, 2023-05-01, IN_FORCE",
        "plan-b, 2026-01-01, ENDED",
        "rad-gammel, 2022-04-30, IN_FORCE",
        "rad-gammel, 2022-05-02, REVISED",
        "reform-a, 2023-12-31, IN_FORCE",
        "reform-a, 2024-01-01, CONTINUED",
        "program-a, 2019-12-31, IN_FORCE",
        "program-a, 2020-01-01, RENAMED",
        "finnes-ikke, 2020-01-01, UNKNOWN"
    })
    void standsAsTheRegisterSaysOnThatDay(String id, LocalDate day, State expected) {
        assertThat(standing(id, "", day).state()).isEqualTo(expected);
    }

    @Test
    void countsWhatHeldOnAnyDayOfAYear() {
        var id = new GoverningDocumentId("plan-a");

        assertThat(Standing.of(register, id, "", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31))
                        .state())
                .isEqualTo(State.IN_FORCE);
    }

    @Test
    void knowsTheSourceOfARelationAndWhetherItWasChecked() {
        Successor revised = standing("rad-gammel", "", LocalDate.of(2023, 1, 1))
                .successors()
                .getFirst();
        Successor continued =
                standing("reform-a", "", LocalDate.of(2025, 1, 1)).successors().getFirst();
        Successor replaced =
                standing("plan-a", "", LocalDate.of(2022, 1, 1)).successors().getFirst();

        assertThat(revised.source()).contains("https://rad.example/om");
        assertThat(revised.stated()).isTrue();
        assertThat(continued.source()).contains("https://reform.example/b");
        assertThat(continued.stated()).isFalse();
        assertThat(replaced.source()).isEmpty();
        assertThat(replaced.checked()).isTrue();
        assertThat(continued.checked()).isFalse();
    }

    @Test
    void aLaidOffNameIsAnOldNameOfWhatStillHolds() {
        assertThat(standing("lov-1999-07-02-63", "jf. Gammelt lovnavn § 2", LocalDate.of(2015, 1, 1))
                        .state())
                .isEqualTo(State.RENAMED);
        assertThat(standing("lov-1999-07-02-63", "jf. Gammelt lovnavn § 2", LocalDate.of(2009, 1, 1))
                        .state())
                .isEqualTo(State.IN_FORCE);
        assertThat(standing("lov-1999-07-02-63", "lov om pasientene", LocalDate.of(2015, 1, 1))
                        .state())
                .isEqualTo(State.IN_FORCE);
    }

    @Test
    void followsSuccessorsUntilSomethingHolds() {
        assertThat(Standing.inForce(register, new GoverningDocumentId("plan-a"), LocalDate.of(2024, 1, 1)))
                .extracting(document -> document.id().value())
                .containsExactly("plan-b");
        assertThat(Standing.inForce(register, new GoverningDocumentId("plan-a"), LocalDate.of(2026, 1, 1)))
                .isEmpty();
    }

    @Test
    void theBuiltInRegisterTellsTheWaysApart() {
        Register builtIn = Register.builtIn();
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(Standing.of(builtIn, new GoverningDocumentId("hdir-is-1580"), "", day, day)
                        .state())
                .isEqualTo(State.REVISED);
        assertThat(Standing.of(builtIn, new GoverningDocumentId("reform-leve-hele-livet"), "", day, day)
                        .state())
                .isEqualTo(State.CONTINUED);
        assertThat(Standing.of(builtIn, new GoverningDocumentId("plan-demensplan-2020"), "", day, day)
                        .state())
                .isEqualTo(State.REPLACED);
        assertThat(Standing.of(builtIn, new GoverningDocumentId("plan-demensplan-2025"), "", day, day)
                        .state())
                .isEqualTo(State.ENDED);
        assertThat(Standing.of(builtIn, new GoverningDocumentId("lov-1991-12-13-81"), "", day, day)
                        .successors())
                .extracting(successor -> successor.newer().id().value() + " " + successor.kind())
                .containsExactlyInAnyOrder("lov-2011-06-24-30 REPLACED", "lov-2009-12-18-131 CONTINUED");
    }

    private Standing standing(String id, String words, LocalDate day) {
        return Standing.of(register, new GoverningDocumentId(id), words, day, day);
    }
}
