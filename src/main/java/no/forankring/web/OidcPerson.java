package no.forankring.web;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import no.forankring.access.Account;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// An account in a session that a login service began. Of what the service told only the subject is kept.
final class OidcPerson implements OidcUser {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String account;
    private final List<GrantedAuthority> rights;
    private final OidcIdToken token;

    OidcPerson(Account account, OidcIdToken token) {
        this.account = account.name();
        this.rights = AccessRules.rightsOf(account);
        this.token = new OidcIdToken("-", token.getIssuedAt(), token.getExpiresAt(), Map.of("sub", token.getSubject()));
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return rights;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return new OidcUserInfo(getClaims());
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }
}
