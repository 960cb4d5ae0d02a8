package no.forankring.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What the login service tells of itself, asked for at the first login, so that this service starts without it.
final class OidcRegistration implements ClientRegistrationRepository {

    /// The one service that there may be.
    static final String ID = "oidc";

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OidcSettings settings;
    private final JsonMapper json;
    private @Nullable ClientRegistration known;

    OidcRegistration(OidcSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /// @throws IllegalStateException when the login service does not answer, or as another than it should
    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        if (known == null) {
            known = registration(described());
        }
        return known;
    }

    private Map<String, Object> described() {
        String issuer = settings.issuer();
        URI address = URI.create(issuer.replaceAll("/+$", "") + WELL_KNOWN);
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d".formatted(address, answer.statusCode()));
            }
            Map<String, Object> described = json.readValue(answer.body(), new TypeReference<>() {});
            if (!issuer.equals(described.get("issuer"))) {
                throw new IllegalStateException(
                        "%s calls itself %s; set forankring.oidc.issuer to that if it is the right one"
                                .formatted(address, described.get("issuer")));
            }
            return described;
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("%s cannot be read: %s".formatted(address, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for " + address, e);
        }
    }

    private ClientRegistration registration(Map<String, Object> described) {
        var registration = ClientRegistrations.fromOidcConfiguration(described)
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.shownName())
                .redirectUri("{baseUrl}" + OidcLogin.BACK)
                .scope(settings.scopes());
        if (settings.clientSecret().isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }
}
