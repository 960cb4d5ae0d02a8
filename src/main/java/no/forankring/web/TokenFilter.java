package no.forankring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.LoginThrottle;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets programs in by `Authorization: Bearer …`. A wrong token lets nobody in, not even as a reader, so that the
/// program notices.
final class TokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final UploadGate.Challenge tooMany;

    /// @param tooMany answers one who tried too many wrong ones
    TokenFilter(Accounts accounts, LoginThrottle throttle, UploadGate.Challenge tooMany) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.tooMany = tooMany;
    }

    static boolean holdsToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && ErrorPages.forPrograms(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        Optional<Account> account = header == null || header.length() <= SCHEME.length()
                ? Optional.empty()
                : accounts.byToken(header.substring(SCHEME.length()).strip());
        if (account.isPresent()) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    account.get().name(), null, AccessRules.rightsOf(account.get())));
            SecurityContextHolder.setContext(context);
        } else {
            // A right one still goes through: others may sit behind the same address.
            Duration wait = throttle.tokenDelay(request.getRemoteAddr());
            if (!wait.isZero()) {
                response.setHeader("Retry-After", Long.toString(Math.ceilDiv(wait.toMillis(), 1000L)));
                tooMany.send(request, response);
                return;
            }
            throttle.tokenFailed(request.getRemoteAddr());
        }
        chain.doFilter(request, response);
    }
}
