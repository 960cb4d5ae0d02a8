package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import no.forankring.access.Accounts;
import no.forankring.access.AuditLog;
import no.forankring.access.LoginThrottle;
import no.forankring.access.Units;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// How one gets in: a login of ours with a token against forged requests, or for programs a bearer token. Who may do
/// what then is the business of [AccessRules].
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String LOGIN = "/logg-inn";
    static final String LOGOUT = "/logg-ut";

    /// Everything from our own origin, nothing inline. `data:` is for the icons within the design system's styles.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /// They take a body but change nothing, so nobody gains by forging them.
    private static final String[] READING_BY_POST = {
        "/sparql", "/api/cite", "/api/anchor-check", AnchorCheckPage.ADDRESS, AnchorCheckPage.ADDRESS + "/liste"
    };

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;
    private final Refusals refusals;

    SecurityConfiguration(MessageSource messages, LocaleResolver locales, JsonMapper json, Refusals refusals) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
        this.refusals = refusals;
    }

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    /// Found by the framework as the one way to log in; naming it in a chain too would ask it twice.
    @Bean
    LoginCheck loginCheck(Accounts accounts, LoginThrottle throttle, AuditLog audit) {
        return new LoginCheck(accounts, throttle, audit);
    }

    /// @param anonymous `read` or `none`
    @Bean
    AccessRules accessRules(@Value("${forankring.access.anonymous:read}") String anonymous, Units units) {
        if (!Set.of("read", "none").contains(anonymous)) {
            throw new IllegalArgumentException("forankring.access.anonymous is read or none, but was " + anonymous);
        }
        return new AccessRules(anonymous.equals("read"), units);
    }

    /// Who is logged in now, so that one can see and end one's sessions, and an administrator those of others.
    @Bean
    SessionRegistry sessionRegistry() {
        return new AccountSessions();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /// Programs with a token: no cookie, no session, so nothing that another site could forge.
    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http, Accounts accounts, AccessRules rules, LoginThrottle throttle) {
        return http.securityMatcher(TokenFilter::holdsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .addFilterAt(
                        new TokenFilter(accounts, throttle, this::tooMany),
                        org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new UploadGate(this::challenge), TokenFilter.class)
                // A wrong token lets nobody in, not even as a reader.
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(), allowedBy(rules))))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, failure) -> unauthorized(request, response))
                        .accessDeniedHandler((request, response, failure) -> refuse(rules, request, response, false)))
                .build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> allowedBy(AccessRules rules) {
        return (who, context) -> new AuthorizationDecision(rules.allows(who.get(), context.getRequest()));
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(
            HttpSecurity http,
            Accounts accounts,
            AccessRules rules,
            SessionRegistry sessions,
            OidcLogin oidc,
            Clock clock,
            @Value("${forankring.access.longest-session:12h}") Duration longestSession) {
        if (oidc.on()) {
            oidc.into(http);
        }
        var loginPage = new LoginUrlAuthenticationEntryPoint(LOGIN);
        return http.csrf(csrf -> csrf.ignoringRequestMatchers(READING_BY_POST))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new SessionLife(longestSession, clock, this::challenge), CsrfFilter.class)
                .addFilterBefore(new UploadGate(this::challenge), CsrfFilter.class)
                .addFilterBefore(new FirstPasswordGate(accounts, rules), AuthorizationFilter.class)
                .sessionManagement(management -> management.sessionConcurrency(concurrency -> concurrency
                        .maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(event -> challenge(event.getRequest(), event.getResponse()))))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(allowedBy(rules)))
                .formLogin(form -> form.loginPage(LOGIN)
                        .usernameParameter("navn")
                        .passwordParameter("passord")
                        .failureHandler((request, response, failure) ->
                                response.sendRedirect(LOGIN + (failure instanceof LockedException ? "?vent" : "?feil")))
                        .permitAll())
                .logout(logout -> logout.logoutUrl(LOGOUT).logoutSuccessUrl(LOGIN + "?ute"))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, failure) -> {
                            if (ErrorPages.forPrograms(request.getRequestURI())) {
                                unauthorized(request, response);
                            } else {
                                refusals.note(request, HttpStatus.UNAUTHORIZED.value());
                                loginPage.commence(request, response, failure);
                            }
                        })
                        .accessDeniedHandler((request, response, failure) -> {
                            var who = SecurityContextHolder.getContext().getAuthentication();
                            if (ErrorPages.forPrograms(request.getRequestURI())
                                    && !new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
                                unauthorized(request, response);
                            } else {
                                refuse(rules, request, response, failure instanceof CsrfException);
                            }
                        }))
                .build();
    }

    private void refuse(AccessRules rules, HttpServletRequest request, HttpServletResponse response, boolean forged)
            throws IOException {
        refusals.note(request, HttpStatus.FORBIDDEN.value());
        request.setAttribute(ErrorPages.FORGED, forged);
        request.setAttribute(ErrorPages.NEED, rules.need(request));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ErrorPages.forPrograms(request.getRequestURI())) {
            unauthorized(request, response);
        } else {
            refusals.note(request, HttpStatus.UNAUTHORIZED.value());
            response.sendRedirect(LOGIN);
        }
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.note(request, HttpStatus.UNAUTHORIZED.value());
        response.setHeader("WWW-Authenticate", "Bearer");
        problem(request, response, HttpStatus.UNAUTHORIZED);
    }

    private void tooMany(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(request, response, HttpStatus.TOO_MANY_REQUESTS);
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        var words = new Words(messages, locale);
        String said = "error." + status.value();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.of(said + ".remedy"));
        problem.setTitle(words.of(said + ".title"));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
