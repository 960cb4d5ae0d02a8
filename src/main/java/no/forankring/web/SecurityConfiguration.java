package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import no.forankring.access.Accounts;
import no.forankring.access.LoginThrottle;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Who may do what. Reading is open; whatever changes something needs a login of ours, with a token against forged
/// requests, or for programs a bearer token. What no rule names is refused.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String LOGIN = "/logg-inn";
    static final String LOGOUT = "/logg-ut";

    /// Everything from our own origin, nothing inline. `data:` is for the icons within the design system's styles.
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    /// They take a body but change nothing.
    private static final String[] READING_BY_POST = {
        "/sparql", "/api/cite", "/api/anchor-check", AnchorCheckPage.ADDRESS, AnchorCheckPage.ADDRESS + "/liste"
    };

    /// What is withheld of documents stands there; an original holds it all, also what nobody can look for in it.
    private static final String[] PERSONAL_DATA = {
        "/personopplysninger",
        "/personopplysninger/**",
        "/api/personal-data",
        "/api/personal-data/**",
        "/api/backup",
        "/dokumenter/*/fil"
    };

    /// What a person searches for is that person's own.
    private static final String[] OWN = {
        "/lagrede-sok", "/lagrede-sok/**", "/api/saved-searches", "/api/saved-searches/**"
    };

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    SecurityConfiguration(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    @Bean
    LoginThrottle loginThrottle(Clock clock) {
        return new LoginThrottle(clock);
    }

    /// Found by the framework as the one way to log in; naming it in a chain too would ask it twice.
    @Bean
    LoginCheck loginCheck(Accounts accounts, LoginThrottle throttle) {
        return new LoginCheck(accounts, throttle);
    }

    /// Programs with a token: no cookie, no session, so nothing that another site could forge.
    @Bean
    @Order(1)
    SecurityFilterChain tokens(HttpSecurity http, Accounts accounts) {
        return http.securityMatcher(TokenFilter::holdsToken)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY)))
                .addFilterAt(
                        new TokenFilter(accounts),
                        org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(new UploadGate(this::challenge), TokenFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PERSONAL_DATA)
                        .hasRole(LoginCheck.PERSONAL_DATA)
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, failure) -> unauthorized(request, response)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
        var loginPage = new LoginUrlAuthenticationEntryPoint(LOGIN);
        return http.csrf(csrf -> csrf.ignoringRequestMatchers(READING_BY_POST))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new UploadGate(this::challenge), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(PERSONAL_DATA)
                        .hasRole(LoginCheck.PERSONAL_DATA)
                        .requestMatchers("/last-opp", "/konto", "/konto/**", "/rediger/**", "/gyldighet/sett")
                        .authenticated()
                        .requestMatchers(OWN)
                        .authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.OPTIONS, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, READING_BY_POST)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
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
                                loginPage.commence(request, response, failure);
                            }
                        })
                        .accessDeniedHandler((request, response, failure) -> {
                            var who = SecurityContextHolder.getContext().getAuthentication();
                            if (ErrorPages.forPrograms(request.getRequestURI())
                                    && !new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
                                unauthorized(request, response);
                            } else {
                                request.setAttribute(ErrorPages.FORGED, failure instanceof CsrfException);
                                response.sendError(HttpStatus.FORBIDDEN.value());
                            }
                        }))
                .build();
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ErrorPages.forPrograms(request.getRequestURI())) {
            unauthorized(request, response);
        } else {
            response.sendRedirect(LOGIN);
        }
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        var words = new Words(messages, locale);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, words.of("error.401.remedy"));
        problem.setTitle(words.of("error.401.title"));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
