package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.forankring.access.Account;
import no.forankring.access.Accounts;
import no.forankring.access.Role;
import no.forankring.access.VouchedFor;
import no.forankring.testing.FakeIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logging in by a login service: the whole way of the code, and whom it does not let in.
class OidcIT {

    private final SharedService service = SharedService.get();

    @Test
    void letsInWithTheRoleThatTheServiceTellsAndNamesThePersonOnPages() throws Exception {
        service.issuer.next(person("astrid-1", "Astrid Prøvesen", "alle ansatte", "rådgivere"));
        SharedService.Client astrid = service.anonymous();
        assertThat(astrid.get("/logg-inn").body()).contains("Logg inn med Fjordvik", "/logg-inn/via/oidc");

        HttpResponse<String> begun = astrid.get("/logg-inn/via/oidc");
        assertThat(begun.statusCode()).isEqualTo(302);
        Map<String, String> asked = FakeIssuer.parameters(location(begun).getRawQuery());
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", FakeIssuer.CLIENT)
                .containsEntry("scope", "openid profile")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", service.address + "/logg-inn/tilbake")
                .containsEntry("acr_values", "high")
                .containsKeys("state", "nonce", "code_challenge");
        HttpResponse<String> back = follow(astrid, begun);
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(location(back).getPath()).isEqualTo("/");

        Account account = account("astrid-1").orElseThrow();
        assertThat(account.role()).isEqualTo(Role.ADVISER);
        assertThat(account.name()).matches("oidc-[0-9a-f]{16}");
        assertThat(astrid.get("/konto").body())
                .contains("Astrid Prøvesen er rådgiver", "Denne nettleseren")
                .doesNotContain("id=\"gammelt\"");
        assertThat(astrid.get("/last-opp").statusCode()).isEqualTo(200);
        assertThat(astrid.get("/brukere").statusCode()).isEqualTo(403);
        assertThat(astrid.post("/konto/token", Map.of("navn", "uten vern")).statusCode())
                .as("forms need our token here too")
                .isEqualTo(403);
        assertThat(service.audit.newest(entry -> entry.who().equals(account.name()), 20))
                .anyMatch(entry ->
                        entry.event().equals("logged-in") && entry.detail().equals("oidc"))
                .anyMatch(entry -> entry.event().equals("account-made"));
    }

    @Test
    void followsTheRoleAtEveryLoginAndEndsWhatWasMoreThanThat() throws Exception {
        SharedService.Client before = login(person("berit-2", "Berit Prøvesen", "leder-usht"));
        Account owner = account("berit-2").orElseThrow();
        assertThat(owner.role()).isEqualTo(Role.OWNER);
        assertThat(owner.unit()).isEqualTo("usht-fjordvik");
        String token = service.accounts.issueToken(owner.name(), "alt", Role.ADMINISTRATOR, Optional.empty());
        assertThat(service.accounts.byToken(token).orElseThrow().role()).isEqualTo(Role.OWNER);

        SharedService.Client after = login(person("berit-2", "Berit Prøvesen", "alle ansatte"));

        assertThat(account("berit-2").orElseThrow().name()).isEqualTo(owner.name());
        assertThat(after.get("/konto").body()).contains("Berit Prøvesen er leser");
        assertThat(before.get("/konto").statusCode()).as("logged out").isEqualTo(302);
        assertThat(service.accounts.byToken(token).orElseThrow().role()).isEqualTo(Role.READER);
        assertThat(service.accounts.byToken(token).orElseThrow().unit()).isEmpty();

        HttpResponse<String> refused = attempt(service.anonymous(), person("berit-2", "Berit Prøvesen", "sluttet"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(service.token(token).get("/api/documents").statusCode()).isEqualTo(401);
        assertThat(after.get("/konto").statusCode()).as("logged out").isEqualTo(302);
    }

    @Test
    void tellsWhoeverHasNoRoleWhatToDoAndMakesNoAccount() throws Exception {
        SharedService.Client someone = service.anonymous();

        HttpResponse<String> refused = attempt(someone, person("cato-3", "Cato Prøvesen", "vikarer"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("Du har ikke rett til dette", "har ingen rolle her")
                .doesNotContain("Exception");
        assertThat(account("cato-3")).isEmpty();
        assertThat(someone.get("/konto").statusCode()).as("not logged in").isEqualTo(302);
        assertThat(service.audit.newest(entry -> entry.detail().equals("oidc no-role"), 1))
                .hasSize(1)
                .allMatch(entry -> entry.event().equals("login-failed"));
    }

    @Test
    void shutsOutADisabledAccountWithItsSessionsAndTokens() throws Exception {
        SharedService.Client dag = login(person("dag-4", "Dag Prøvesen", "rådgivere"));
        Account account = account("dag-4").orElseThrow();
        String token = service.accounts.issueToken(account.name(), "innlesing");
        assertThat(service.token(token).get("/api/documents").statusCode()).isEqualTo(200);
        SharedService.Client admin = service.loggedIn(Accounts.FIRST_ACCOUNT);
        String page = admin.get("/brukere").body();
        assertThat(page).contains("Dag Prøvesen", "Logger inn uten passord her, som " + account.name());
        Map<String, String> form = Map.of("navn", account.name(), "sperr", "true", "_csrf", admin.csrf("/brukere"));

        assertThat(admin.post("/brukere/sperre", form).statusCode()).isEqualTo(302);

        assertThat(dag.get("/last-opp").statusCode()).isEqualTo(302);
        assertThat(service.token(token).get("/api/documents").statusCode()).isEqualTo(401);
        HttpResponse<String> refused = attempt(service.anonymous(), person("dag-4", "Dag Prøvesen", "rådgivere"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Kontoen din er sperret");
        service.accounts.setDisabled(account.name(), false);
        assertThat(service.accounts.byToken(token))
                .as("revoked, not only shut out")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "audience", "expired", "issuer", "signature", "state", "verifier"})
    void letsNobodyInByATokenThatIsNotForThisLogin(String wrong) throws Exception {
        String subject = "erik-" + wrong;
        UnaryOperator<JWTClaimsSet.Builder> right = person(subject, "Erik Prøvesen", "rådgivere");
        Instant past = Instant.now().minusSeconds(3600);
        switch (wrong) {
            case "nonce" -> service.issuer.next(claims -> right.apply(claims).claim("nonce", "en annens"));
            case "audience" -> service.issuer.next(claims -> right.apply(claims).audience("en annen tjeneste"));
            case "expired" ->
                service.issuer.next(claims ->
                        right.apply(claims).issueTime(Date.from(past)).expirationTime(Date.from(past.plusSeconds(60))));
            case "issuer" -> service.issuer.next(claims -> right.apply(claims).issuer("https://login.example"));
            case "signature" -> service.issuer.nextForged(right);
            default -> service.issuer.next(right);
        }
        SharedService.Client someone = service.anonymous();
        HttpResponse<String> begun = someone.get("/logg-inn/via/oidc");
        URI callback = location(someone.send(HttpRequest.newBuilder(URI.create(
                wrong.equals("verifier")
                        ? location(begun).toString().replaceAll("code_challenge=[^&]+", "code_challenge=en-annens")
                        : location(begun).toString()))));
        String path = callback.getRawPath() + "?" + callback.getRawQuery();

        HttpResponse<String> refused =
                someone.get(wrong.equals("state") ? path.replaceAll("state=[^&]+", "state=gjettet") : path);

        assertThat(refused.statusCode()).isEqualTo(302);
        assertThat(location(refused).toString()).endsWith("/logg-inn?ekstern");
        assertThat(someone.get("/logg-inn?ekstern").body()).contains("Innloggingen med Fjordvik lyktes ikke");
        assertThat(someone.get("/konto").statusCode()).as("not logged in").isEqualTo(302);
        assertThat(account(subject)).isEmpty();
    }

    @Test
    void givesNobodyAPasswordWhoLogsInElsewhere() throws Exception {
        login(person("frida-5", "Frida Prøvesen", "alle ansatte"));
        String name = account("frida-5").orElseThrow().name();

        for (String guess : List.of("", "nobody")) {
            assertThat(service.accounts.login(name, guess)).isEmpty();
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> service.accounts.resetPassword(name))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static UnaryOperator<JWTClaimsSet.Builder> person(String subject, String name, String... groups) {
        return claims ->
                claims.subject(subject).claim("name", name).claim("tilgang", Map.of("grupper", List.of(groups)));
    }

    private Optional<Account> account(String subject) {
        return service.accounts.account(new VouchedFor(service.issuer.address(), subject, ""));
    }

    private SharedService.Client login(UnaryOperator<JWTClaimsSet.Builder> person) throws Exception {
        SharedService.Client client = service.anonymous();
        HttpResponse<String> answer = attempt(client, person);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer).getPath()).isEqualTo("/");
        return client;
    }

    private HttpResponse<String> attempt(SharedService.Client client, UnaryOperator<JWTClaimsSet.Builder> person)
            throws Exception {
        service.issuer.next(person);
        return follow(client, client.get("/logg-inn/via/oidc"));
    }

    /// To the login service, and back with a code.
    private static HttpResponse<String> follow(SharedService.Client client, HttpResponse<String> begun)
            throws Exception {
        URI callback = location(client.send(HttpRequest.newBuilder(location(begun))));
        return client.get(callback.getRawPath() + "?" + callback.getRawQuery());
    }

    private static URI location(HttpResponse<String> answer) {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }
}
