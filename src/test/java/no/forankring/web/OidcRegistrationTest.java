package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import no.forankring.access.Role;
import no.forankring.testing.FakeIssuer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OidcRegistrationTest {

    @AutoClose
    private final FakeIssuer issuer = FakeIssuer.start();

    private final OidcRegistration registration = new OidcRegistration(
            settings(issuer.address()), JsonMapper.builder().build());

    @Test
    void asksNothingBeforeTheFirstLoginAndOnceAfterIt() {
        assertThat(registration.findByRegistrationId("annen")).isNull();
        assertThat(issuer.requests()).isZero();

        assertThat(registration.findByRegistrationId("oidc")).isNotNull();
        assertThat(registration.findByRegistrationId("oidc")).isNotNull();
        assertThat(issuer.requests()).isEqualTo(1);
    }

    @Test
    void asksAgainAfterItWasDown() {
        issuer.answers(503);
        assertThatThrownBy(() -> registration.findByRegistrationId("oidc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("503");

        issuer.answers(200);
        assertThat(registration.findByRegistrationId("oidc")).isNotNull();
    }

    @Test
    void trustsNoneThatCallsItselfAnother() {
        issuer.calls("https://login.example");

        assertThatThrownBy(() -> registration.findByRegistrationId("oidc"))
                .hasMessageContaining("https://login.example");
    }

    @Test
    void takesNoIssuerWithoutTlsOrRolesAndKeepsItsSecretOutOfLogs() {
        assertThatThrownBy(() -> settings("http://login.example")).hasMessageContaining("https://");
        assertThatThrownBy(() -> new OidcSettings(
                        "https://login.example", "x", "", "", "roles", "name", List.of("openid"), Map.of(), List.of()))
                .hasMessageContaining("roles[0].value");
        assertThat(settings("https://login.example").toString()).doesNotContain(FakeIssuer.SECRET);
        assertThat(settings("https://login.example").shownName()).isEqualTo("login.example");
    }

    @Test
    void findsTheValuesOfAClaimWhereverTheyLie() {
        Map<String, Object> claims = Map.of(
                "groups", List.of("a", "b"),
                "realm_access", Map.of("roles", List.of("c")),
                "authorization_details", List.of(Map.of("parts", List.of(Map.of("id", "d"), Map.of("id", "e")))),
                "https://fjordvik.example/roller", "f");

        assertThat(OidcClaims.values(claims, "groups")).containsExactly("a", "b");
        assertThat(OidcClaims.values(claims, "realm_access.roles")).containsExactly("c");
        assertThat(OidcClaims.values(claims, "authorization_details.parts.id")).containsExactly("d", "e");
        assertThat(OidcClaims.values(claims, "https://fjordvik.example/roller")).containsExactly("f");
        assertThat(OidcClaims.values(claims, "realm_access")).isEmpty();
        assertThat(OidcClaims.values(claims, "finnes.ikke")).isEmpty();
    }

    private static OidcSettings settings(String issuer) {
        return new OidcSettings(
                issuer,
                FakeIssuer.CLIENT,
                FakeIssuer.SECRET,
                "",
                "roles",
                "name",
                List.of("openid"),
                Map.of(),
                List.of(new OidcSettings.Mapping("radgiver", Role.ADVISER, "")));
    }
}
