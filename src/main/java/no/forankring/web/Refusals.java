package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import no.forankring.access.AccessException;
import no.forankring.access.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Notes who tried what they may not: every change that was refused, and everything that was refused to an account.
///
/// Of one account, and of all that nobody is logged in for, at most a hundred an hour, so that nobody fills the log.
@Component
class Refusals {

    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int LONGEST_PATH = 200;

    private final AuditLog audit;
    private final Clock clock;
    private final Map<String, Integer> noted = new HashMap<>();
    private Instant since = Instant.EPOCH;

    Refusals(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /// Stays refused when it cannot be noted.
    void note(HttpServletRequest request, int status) {
        String who = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        if ((READING.contains(request.getMethod()) && who.isEmpty()) || !counts(who)) {
            return;
        }
        String path = request.getRequestURI();
        try {
            audit.note(
                    who,
                    AuditLog.Event.REFUSED,
                    path.substring(0, Math.min(path.length(), LONGEST_PATH)),
                    request.getMethod() + " " + status);
        } catch (AccessException unnoted) {
            LOG.error("A refusal was not noted", unnoted);
        }
    }

    private synchronized boolean counts(String who) {
        Instant now = clock.instant();
        if (since.plus(PERIOD).isBefore(now)) {
            since = now;
            noted.clear();
        }
        return noted.merge(who, 1, Integer::sum) <= MOST;
    }
}
