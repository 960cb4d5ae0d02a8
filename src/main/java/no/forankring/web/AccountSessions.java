package no.forankring.web;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.session.SessionRegistryImpl;

/// Knows sessions by the names of their accounts, however they were logged in to.
final class AccountSessions extends SessionRegistryImpl {

    @Override
    public void registerNewSession(String session, Object principal) {
        super.registerNewSession(
                session, principal instanceof AuthenticatedPrincipal named ? named.getName() : principal);
    }
}
