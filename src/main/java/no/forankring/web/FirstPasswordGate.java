package no.forankring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Whoever has a password that was made up by somebody else changes it before anything else.
final class FirstPasswordGate extends OncePerRequestFilter {

    private static final String ACCOUNT = "/konto";
    private static final Set<String> CHANGING = Set.of(ACCOUNT, ACCOUNT + "/passord");

    private final Accounts accounts;
    private final AccessRules rules;

    FirstPasswordGate(Accounts accounts, AccessRules rules) {
        this.accounts = accounts;
        this.rules = rules;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String who = request.getRemoteUser();
        if (who == null
                || CHANGING.contains(request.getRequestURI())
                || rules.need(request) == AccessRules.Need.OPEN
                || accounts.account(who).filter(Account::firstPassword).isEmpty()) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET") && !ErrorPages.forPrograms(request.getRequestURI())) {
            response.sendRedirect(ACCOUNT);
        } else {
            request.setAttribute(ErrorPages.REMEDY, "error.403.first-password");
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
