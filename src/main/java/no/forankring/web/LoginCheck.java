package no.forankring.web;

import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.LoginThrottle;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/// Asks the accounts whether a password is right, and makes those wait who guessed too often.
final class LoginCheck implements AuthenticationProvider {

    /// Who may see what is withheld of documents, and release it.
    static final String PERSONAL_DATA = "PERSONAL_DATA";

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final AuditLog audit;

    LoginCheck(Accounts accounts, LoginThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = attempt.getCredentials() instanceof String typed ? typed : "";
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!throttle.delay(name, address).isZero()) {
            throw new LockedException("Too many wrong passwords; wait a minute and try again");
        }
        Account account = accounts.login(name, password).orElse(null);
        if (account == null) {
            throttle.failed(name, address);
            // What is typed where a name belongs may be a password; so only names that we know are kept.
            audit.note(
                    "",
                    AuditLog.Event.LOGIN_FAILED,
                    accounts.account(name).map(Account::name).orElse(""));
            throw new BadCredentialsException("The name or the password is wrong");
        }
        throttle.succeeded(name, address);
        audit.note(account.name(), AuditLog.Event.LOGGED_IN, account.name());
        return UsernamePasswordAuthenticationToken.authenticated(account.name(), null, AccessRules.rightsOf(account));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
