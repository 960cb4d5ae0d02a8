package no.forankring.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.forankring.access.Role;
import no.forankring.access.RoleMapping;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The login service that people may log in by, in place of a password. None unless `issuer` is set.
///
/// @param issuer its address, letter for letter as it names itself
/// @param clientSecret empty for a client without one, which PKCE alone protects
/// @param name what the button calls it; the host of the issuer where empty
/// @param rolesClaim where the ID token tells the roles or groups; dots lead into what lies within
/// @param nameClaim where it tells what to call a person
/// @param parameters sent along when a login begins, such as `acr_values`
/// @param roles what the values of the claim give
@ConfigurationProperties("forankring.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("name") String nameClaim,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue Map<String, String> parameters,
        @DefaultValue List<Mapping> roles) {

    /// See [RoleMapping].
    record Mapping(
            String value, Role role, @DefaultValue("") String unit) {}

    OidcSettings {
        scopes = List.copyOf(scopes);
        parameters = Map.copyOf(parameters);
        roles = List.copyOf(roles);
        if (!issuer.isEmpty()) {
            if (clientId.isEmpty() || roles.isEmpty()) {
                throw new IllegalArgumentException(
                        "forankring.oidc.issuer is set, so client-id and at least one of roles[0].value and .role must be too");
            }
            if (!isSafe(URI.create(issuer))) {
                throw new IllegalArgumentException("forankring.oidc.issuer begins with https://, but was " + issuer);
            }
        }
    }

    /// Over TLS, or on this very machine.
    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme())
                || "http".equals(address.getScheme())
                        && Set.of("localhost", "127.0.0.1").contains(String.valueOf(address.getHost()));
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    /// What people call it.
    String shownName() {
        return name.isEmpty() ? String.valueOf(URI.create(issuer).getHost()) : name;
    }

    List<RoleMapping> mappings() {
        return roles.stream()
                .map(one -> new RoleMapping(one.value(), one.role(), one.unit()))
                .toList();
    }

    /// Leaves out the secret, so that it does not end up in a log by accident.
    @Override
    public String toString() {
        return "OidcSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId);
    }
}
