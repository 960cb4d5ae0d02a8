package no.forankring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.forankring.access.AuditLog.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-03T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    @Test
    void keepsEveryLineAcrossFullFilesAndTellsTheNewestFirst() throws IOException {
        AuditLog audit = AuditLog.open(home, CLOCK, 300);
        for (int i = 1; i <= 20; i++) {
            audit.note("kari", Event.WITHHELD_READ, "mandat-" + i);
        }

        assertThat(audit.newest(entry -> true, 100))
                .hasSize(20)
                .first()
                .isEqualTo(new AuditLog.Entry(CLOCK.instant(), "kari", "withheld-read", "mandat-20", ""));
        assertThat(audit.newest(entry -> entry.about().endsWith("7"), 100))
                .extracting(AuditLog.Entry::about)
                .containsExactly("mandat-17", "mandat-7");
        try (var files = Files.list(home.resolve("audit"))) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(file)
                            .satisfies(one -> assertThat(Files.size(one)).isLessThanOrEqualTo(300)));
        }
    }

    @Test
    void isForItsOwnerAloneAndSurvivesALineCutShort() throws IOException {
        AuditLog audit = AuditLog.open(home, CLOCK);
        audit.note("kari", Event.LOGGED_IN, "kari");
        Path file = home.resolve("audit/audit.jsonl");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "{\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(AuditLog.open(home, CLOCK).newest(entry -> true, 10)).hasSize(1);
    }

    @Test
    void keepsALineBreakInANameWithinItsLine() {
        AuditLog audit = AuditLog.open(home, CLOCK);
        audit.note("kari\n{\"who\":\"ola\"}", Event.LOGGED_IN, "x");

        assertThat(audit.newest(entry -> true, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.who()).startsWith("kari\n"));
    }
}
