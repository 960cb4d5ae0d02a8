package no.forankring.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import no.forankring.access.AuditLog;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/// Who is logged in now, account by account.
@Component
class Sessions {

    private final SessionRegistry registry;
    private final AuditLog audit;

    Sessions(SessionRegistry registry, AuditLog audit) {
        this.registry = registry;
        this.audit = audit;
    }

    /// @param id tells sessions apart, and cannot be used as one
    record Session(String id, Instant lastUsed, boolean thisOne) {}

    /// The one used last first.
    ///
    /// @param own the id of the session that asks; empty for none
    List<Session> of(String account, String own) {
        return registry.getAllSessions(account, false).stream()
                .map(session -> new Session(
                        shown(session),
                        session.getLastRequest().toInstant(),
                        session.getSessionId().equals(own)))
                .sorted(Comparator.comparing(Session::lastUsed).reversed())
                .toList();
    }

    void end(String who, String account, String id) {
        registry.getAllSessions(account, false).stream()
                .filter(session -> shown(session).equals(id))
                .forEach(session -> {
                    audit.note(who, AuditLog.Event.SESSION_ENDED, account);
                    session.expireNow();
                });
    }

    /// Ends all of an account, such as when its rights have changed.
    ///
    /// @param own the id of the session that stays; empty for none
    void endAll(String account, String own) {
        registry.getAllSessions(account, false).stream()
                .filter(session -> !session.getSessionId().equals(own))
                .forEach(SessionInformation::expireNow);
    }

    private static String shown(SessionInformation session) {
        return no.forankring.graph.Addresses.fingerprint(session.getSessionId()).substring(0, 12);
    }
}
