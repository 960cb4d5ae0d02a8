package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import no.forankring.access.AuditLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class RefusalsTest {

    @TempDir
    Path home;

    private AuditLog audit;
    private Refusals refusals;

    @BeforeEach
    void open() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-03T09:00:00Z"), ZoneOffset.UTC);
        audit = AuditLog.open(home, clock);
        refusals = new Refusals(audit, clock);
    }

    @Test
    void notesChangesAndWhatAnAccountMayNotSeeAndNotWhatStrangersMayNotRead() {
        refusals.note(request("", "GET", "/konto"), 401);
        refusals.note(request("", "POST", "/api/review"), 401);
        refusals.note(request("kari", "GET", "/revisjon"), 403);
        refusals.note(request("kari", "DELETE", "/api/documents/mandat-1"), 403);

        assertThat(audit.newest(entry -> true, 10))
                .extracting(AuditLog.Entry::who, AuditLog.Entry::about, AuditLog.Entry::detail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kari", "/api/documents/mandat-1", "DELETE 403"),
                        org.assertj.core.groups.Tuple.tuple("kari", "/revisjon", "GET 403"),
                        org.assertj.core.groups.Tuple.tuple("", "/api/review", "POST 401"));
    }

    @Test
    void letsNobodyFillTheLog() {
        for (int i = 0; i < 150; i++) {
            refusals.note(request("", "POST", "/api/review"), 401);
        }
        refusals.note(request("kari", "POST", "/update"), 403);

        assertThat(audit.newest(entry -> entry.who().isEmpty(), 1000)).hasSize(Refusals.MOST);
        assertThat(audit.newest(entry -> entry.who().equals("kari"), 1000)).hasSize(1);
    }

    private static MockHttpServletRequest request(String who, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteUser(who.isEmpty() ? null : who);
        return request;
    }
}
