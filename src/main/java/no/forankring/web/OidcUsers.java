package no.forankring.web;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.RoleMapping;
import no.forankring.access.VouchedFor;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Which account someone has whose ID token was found right, with the role that the token gives now.
final class OidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /// Nothing that the token says gives a role.
    static final String NO_ROLE = "no-role";
    /// The account was disabled here.
    static final String DISABLED = "disabled";

    private final OidcSettings settings;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AuditLog audit;

    OidcUsers(OidcSettings settings, Accounts accounts, Sessions sessions, AuditLog audit) {
        this.settings = settings;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        var who = new VouchedFor(settings.issuer(), Objects.requireNonNull(token.getSubject()), shown(token));
        Set<String> said = OidcClaims.values(token.getClaims(), settings.rolesClaim());
        Optional<Account> before = accounts.account(who);
        RoleMapping role = RoleMapping.most(settings.mappings(), said).orElse(null);
        if (role == null) {
            before.map(Account::name).ifPresent(this::shutOut);
            throw refused(NO_ROLE, before);
        }
        if (before.filter(Account::disabled).isPresent()) {
            throw refused(DISABLED, before);
        }
        Account account = accounts.admit(who, role.role(), role.unit());
        if (before.isEmpty()) {
            audit.note(
                    account.name(),
                    AuditLog.Event.ACCOUNT_MADE,
                    account.name(),
                    role.role().code());
        } else if (before.get().role() != account.role() || !before.get().unit().equals(account.unit())) {
            audit.note(
                    account.name(),
                    AuditLog.Event.ROLE_CHANGED,
                    account.name(),
                    (account.role().code() + " " + account.unit()).strip());
            sessions.endAll(account.name(), "");
        }
        audit.note(account.name(), AuditLog.Event.LOGGED_IN, account.name(), OidcRegistration.ID);
        return new OidcPerson(account, token);
    }

    /// Whoever has no role any more keeps neither sessions nor tokens.
    private void shutOut(String account) {
        accounts.revokeTokens(account);
        sessions.endAll(account, "");
    }

    private OAuth2AuthenticationException refused(String why, Optional<Account> account) {
        audit.note(
                "",
                AuditLog.Event.LOGIN_FAILED,
                account.map(Account::name).orElse(""),
                OidcRegistration.ID + " " + why);
        return new OAuth2AuthenticationException(new OAuth2Error(why));
    }

    private String shown(OidcIdToken token) {
        String named = token.getClaimAsString(settings.nameClaim());
        return named == null ? "" : named;
    }
}
