package no.forankring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns uploads away that nobody is logged in for, before their bytes are read: the check against forged requests
/// looks into the form, and would fill the disk for a stranger. Uploads beyond the limits end here too, with our own
/// page.
final class UploadGate extends OncePerRequestFilter {

    private final Challenge challenge;

    /// How someone unknown is asked to log in.
    interface Challenge {
        void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    UploadGate(Challenge challenge) {
        this.challenge = challenge;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length())) {
            var who = SecurityContextHolder.getContext().getAuthentication();
            if (!new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
                challenge.send(request, response);
                return;
            }
            try {
                request.getParts();
            } catch (IllegalStateException e) {
                // How the container says that a part or the whole is larger than the settings allow.
                response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
