package no.forankring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a login after its longest life, however much it is used.
final class SessionLife extends OncePerRequestFilter {

    /// The session attribute that tells when it was first used after logging in.
    static final String SINCE = SessionLife.class.getName() + ".since";

    private final Duration longest;
    private final Clock clock;
    private final UploadGate.Challenge challenge;

    SessionLife(Duration longest, Clock clock, UploadGate.Challenge challenge) {
        this.longest = longest;
        this.clock = clock;
        this.challenge = challenge;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
            Instant now = clock.instant();
            if (!(session.getAttribute(SINCE) instanceof Instant since)) {
                session.setAttribute(SINCE, now);
            } else if (since.plus(longest).isBefore(now)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                challenge.send(request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
