package no.forankring.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forankring.access.Account;
import no.forankring.access.Role;
import no.forankring.access.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Who may do what: the one table of routes and of the least that each needs.
///
/// A route that only reads need not stand here; every other must, else nobody may use it.
final class AccessRules {

    /// The least that a route needs.
    enum Need {
        /// Nothing at all, also where reading needs a login.
        OPEN,
        /// A login only where the settings say that reading needs one.
        READING,
        READER,
        ADVISER,
        ADMINISTRATOR,
        /// The right to see personal data.
        PERSONAL_DATA_OF_ALL,
        /// The right to see personal data, or being the owner of some unit.
        PERSONAL_DATA,
        /// The right to see personal data, or being the owner of the unit that the document comes from.
        PERSONAL_DATA_OF_DOCUMENT,
        /// Being an administrator, or the owner of the unit that the document comes from.
        DOCUMENT,
        /// What no rule names.
        NOBODY
    }

    /// @param method null for all
    /// @param pattern with `{document}` where the need is about one
    record Rule(@Nullable HttpMethod method, String pattern, Need need) {}

    private record Matched(Rule rule, PathPatternRequestMatcher matcher) {}

    private static final String UNIT = "UNIT_";
    private static final String ROLE = "ROLE_";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final List<Matched> rules = new ArrayList<>();
    private final boolean anonymousReads;
    private final Units units;

    /// @param anonymousReads whether those who are not logged in may read
    AccessRules(boolean anonymousReads, Units units) {
        this.anonymousReads = anonymousReads;
        this.units = units;
        // Before all else: how one gets in, and what the pages are drawn with.
        all(
                Need.OPEN,
                SecurityConfiguration.LOGIN,
                SecurityConfiguration.LOGOUT,
                "/error",
                "/tilgjengelighet",
                "/personvern",
                SettingsPage.ADDRESS,
                "/vendor/**",
                "/app*.css",
                "/tema.css",
                "/frame.js",
                "/logo*.svg",
                "/actuator/health",
                "/actuator/health/**");
        all(Need.READER, "/actuator/**");

        // They take a body but change nothing.
        post(Need.READING, "/sparql", "/api/cite", "/api/anchor-check", "/forankringssjekk", "/forankringssjekk/liste");

        // One's own.
        get(Need.READER, "/konto", "/lagrede-sok", "/api/saved-searches", "/api/saved-searches/{id}");
        get(Need.READER, "/api/saved-searches/{id}/new");
        post(Need.READER, "/konto/passord", "/konto/token", "/konto/token/slett", "/konto/okt/slett");
        post(Need.READER, "/lagrede-sok", "/lagrede-sok/{id}/sett", "/lagrede-sok/{id}/slett");
        post(Need.READER, "/api/saved-searches", "/api/saved-searches/{id}/seen");
        delete(Need.READER, "/api/saved-searches/{id}");

        // Taking in and linking.
        get(Need.ADVISER, "/last-opp", "/rediger/**");
        post(Need.ADVISER, "/last-opp", "/api/documents", "/api/link-again", "/gjennomgang/les-igjen");
        post(Need.ADVISER, "/rediger/import", "/rediger/import/{token}", "/api/import");

        // Reviewing.
        post(
                Need.ADVISER,
                "/gjennomgang/svar",
                "/gjennomgang/velg-annen",
                "/gjennomgang/hopp-over",
                "/gjennomgang/angre",
                "/gjennomgang/taster",
                "/gjennomgang/skrivemater/ta-tilbake",
                "/gjennomgang/andre-lesning",
                "/gjennomgang/andre-lesning/{id}/svar",
                "/gjennomgang/uenighet/avgjor",
                "/gjennomgang/sammenslaing/svar",
                "/gjennomgang/sammenslaing/angre",
                "/gjennomgang/navn/slaa-sammen",
                "/gjennomgang/navn/del",
                "/funn/legg-bort",
                "/funn/ta-fram",
                "/api/review",
                "/api/review/pointed-out",
                "/api/review/queue/{item}",
                "/api/review/second-readings",
                "/api/review/second-readings/{id}/{item}",
                "/api/review/disagreements/{id}",
                "/api/identity",
                "/api/identity/split",
                "/api/findings/dismissed");
        delete(
                Need.ADVISER,
                "/api/review",
                "/api/review/answers/{answer}",
                "/api/aliases/{id}",
                "/api/identity/{id}",
                "/api/findings/dismissed");

        // Curating.
        post(
                Need.ADVISER,
                "/rediger/ny",
                "/rediger/ting/{kind}/{*id}",
                "/rediger/kobling",
                "/rediger/ut",
                "/rediger/inn",
                "/rediger/forslag",
                "/gyldighet/sett",
                "/historikk/angre",
                "/api/things",
                "/api/things/restored",
                "/api/links",
                "/api/history/undo");
        rule(HttpMethod.PATCH, Need.ADVISER, "/api/things");
        delete(Need.ADVISER, "/api/things", "/api/links");

        // What is withheld stands there; an original holds it all, also what nobody can look for in it.
        get(Need.PERSONAL_DATA, "/personopplysninger", "/api/personal-data");
        post(Need.PERSONAL_DATA_OF_ALL, "/personopplysninger/person", "/api/personal-data/person");
        all(
                Need.PERSONAL_DATA_OF_DOCUMENT,
                "/personopplysninger/{document}",
                "/api/personal-data/{document}",
                "/api/personal-data/{document}/release",
                "/api/personal-data/{document}/withhold",
                "/dokumenter/{document}/fil");

        // Deciding over documents.
        all(Need.DOCUMENT, "/dokumenter/{document}/slett");
        delete(Need.DOCUMENT, "/api/documents/{document}");

        // Keeping the service.
        get(Need.ADMINISTRATOR, "/brukere", "/revisjon", "/api/backup");
        post(Need.ADMINISTRATOR, "/brukere/ny", "/brukere/rolle", "/brukere/passord", "/brukere/sperre");
        post(Need.ADMINISTRATOR, "/brukere/rett");
        post(Need.ADMINISTRATOR, "/update", "/graphs", "/graph/{*name}", "/dump/alt");
        rule(HttpMethod.PUT, Need.ADMINISTRATOR, "/graphs", "/graph/{*name}", "/dump/alt");
        delete(Need.ADMINISTRATOR, "/graphs", "/graph/{*name}");
    }

    private void all(Need need, String... patterns) {
        rule(null, need, patterns);
    }

    private void get(Need need, String... patterns) {
        rule(HttpMethod.GET, need, patterns);
        rule(HttpMethod.HEAD, need, patterns);
    }

    private void post(Need need, String... patterns) {
        rule(HttpMethod.POST, need, patterns);
    }

    private void delete(Need need, String... patterns) {
        rule(HttpMethod.DELETE, need, patterns);
    }

    private void rule(@Nullable HttpMethod method, Need need, String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        for (String pattern : patterns) {
            rules.add(new Matched(
                    new Rule(method, pattern, need),
                    method == null ? paths.matcher(pattern) : paths.matcher(method, pattern)));
        }
    }

    List<Rule> table() {
        return rules.stream().map(Matched::rule).toList();
    }

    /// What a request needs.
    Need need(HttpServletRequest request) {
        return matched(request)
                .map(found -> found.rule().need())
                .orElse(READING.contains(request.getMethod()) ? Need.READING : Need.NOBODY);
    }

    private Optional<Matched> matched(HttpServletRequest request) {
        return rules.stream().filter(rule -> rule.matcher().matches(request)).findFirst();
    }

    boolean allows(@Nullable Authentication who, HttpServletRequest request) {
        return switch (need(request)) {
            case OPEN -> true;
            case READING -> anonymousReads || has(who, Role.READER);
            case READER -> has(who, Role.READER);
            case ADVISER -> has(who, Role.ADVISER);
            case ADMINISTRATOR -> has(who, Role.ADMINISTRATOR);
            case PERSONAL_DATA_OF_ALL -> holds(who, ROLE + LoginCheck.PERSONAL_DATA);
            case PERSONAL_DATA -> holds(who, ROLE + LoginCheck.PERSONAL_DATA) || hasUnit(who);
            case PERSONAL_DATA_OF_DOCUMENT ->
                holds(who, ROLE + LoginCheck.PERSONAL_DATA) || ownsDocument(who, document(request));
            case DOCUMENT -> has(who, Role.ADMINISTRATOR) || ownsDocument(who, document(request));
            case NOBODY -> false;
        };
    }

    private String document(HttpServletRequest request) {
        return matched(request)
                .map(found -> found.matcher().matcher(request).getVariables().getOrDefault("document", ""))
                .orElse("");
    }

    /// Whether someone may see and release what is withheld of a document.
    boolean mayRelease(@Nullable Authentication who, String document) {
        return holds(who, ROLE + LoginCheck.PERSONAL_DATA) || ownsDocument(who, document);
    }

    /// Whether someone may delete a document.
    boolean mayDelete(@Nullable Authentication who, String document) {
        return has(who, Role.ADMINISTRATOR) || ownsDocument(who, document);
    }

    private boolean ownsDocument(@Nullable Authentication who, String document) {
        return hasUnit(who)
                && units.ownerOf(document)
                        .filter(unit -> holds(who, UNIT + unit))
                        .isPresent();
    }

    private static boolean hasUnit(@Nullable Authentication who) {
        return who != null
                && isLoggedIn(who)
                && who.getAuthorities().stream()
                        .anyMatch(held -> String.valueOf(held.getAuthority()).startsWith(UNIT));
    }

    private static boolean has(@Nullable Authentication who, Role least) {
        return holds(who, ROLE + least.name());
    }

    private static boolean holds(@Nullable Authentication who, String authority) {
        return who != null
                && isLoggedIn(who)
                && who.getAuthorities().stream().anyMatch(held -> authority.equals(held.getAuthority()));
    }

    private static boolean isLoggedIn(Authentication who) {
        return new AuthenticationTrustResolverImpl().isAuthenticated(who);
    }

    /// The rights of an account as authorities: its role with those below, its unit, and the right to see personal
    /// data.
    static List<GrantedAuthority> rightsOf(Account account) {
        var rights = new ArrayList<GrantedAuthority>();
        for (Role role : Role.values()) {
            if (account.role().reaches(role)) {
                rights.add(new SimpleGrantedAuthority(ROLE + role.name()));
            }
        }
        if (account.role() == Role.OWNER && !account.unit().isEmpty()) {
            rights.add(new SimpleGrantedAuthority(UNIT + account.unit()));
        }
        if (account.personalData()) {
            rights.add(new SimpleGrantedAuthority(ROLE + LoginCheck.PERSONAL_DATA));
        }
        return rights;
    }
}
