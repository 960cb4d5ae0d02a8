package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Logging in by a login service: the code flow of OpenID Connect, with PKCE, a state and a nonce.
@Component
class OidcLogin {

    /// Where a login by the service begins.
    static final String BEGIN = SecurityConfiguration.LOGIN + "/via";
    /// Where the service sends people back to.
    static final String BACK = SecurityConfiguration.LOGIN + "/tilbake";

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
    private static final Set<String> SPOKEN = Set.of(OidcUsers.NO_ROLE, OidcUsers.DISABLED);
    /// An old or forged way back; nobody tried to be anyone.
    private static final String UNASKED = "authorization_request_not_found";

    private final OidcSettings settings;
    private final OidcRegistration registration;
    private final OidcUsers users;
    private final AuditLog audit;

    OidcLogin(OidcSettings settings, Accounts accounts, Sessions sessions, AuditLog audit, JsonMapper json) {
        this.settings = settings;
        this.registration = new OidcRegistration(settings, json);
        this.users = new OidcUsers(settings, accounts, sessions, audit);
        this.audit = audit;
    }

    boolean on() {
        return settings.on();
    }

    /// What the login page calls it; empty where there is none.
    String name() {
        return on() ? settings.shownName() : "";
    }

    String begin() {
        return BEGIN + "/" + OidcRegistration.ID;
    }

    void into(HttpSecurity http) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registration, BEGIN);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request ->
                        request.additionalParameters(parameters -> parameters.putAll(settings.parameters()))));
        http.oauth2Login(login -> login.loginPage(SecurityConfiguration.LOGIN)
                .loginProcessingUrl(BACK)
                .clientRegistrationRepository(registration)
                .authorizedClientRepository(new KeepsNothing())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(resolver))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
                .failureHandler(this::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                        filter.setAuthenticationFailureHandler(OidcLogin.this::unreachable);
                        return filter;
                    }
                }));
    }

    private void unreachable(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Nobody can log in by {} now: {}", settings.issuer(), String.valueOf(failure.getCause()));
        response.sendRedirect(SecurityConfiguration.LOGIN + "?borte");
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = failure instanceof OAuth2AuthenticationException told
                ? told.getError().getErrorCode()
                : "";
        if (SPOKEN.contains(code)) {
            request.setAttribute(ErrorPages.REMEDY, "error.403." + code);
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        // The code may come from outside.
        String plain = code.matches("[a-z_]{1,40}") ? code : "other";
        if (!plain.equals(UNASKED)) {
            LOG.warn("A login by {} failed: {}", settings.issuer(), plain);
            audit.note("", AuditLog.Event.LOGIN_FAILED, "", OidcRegistration.ID + " " + plain);
        }
        response.sendRedirect(SecurityConfiguration.LOGIN + "?ekstern");
    }

    /// The service's tokens are of no use once it is known who somebody is.
    private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Dropped.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // Never kept.
        }
    }
}
