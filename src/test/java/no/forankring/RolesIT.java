package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import no.forankring.access.Accounts;
import no.forankring.access.Role;
import no.forankring.document.DocumentId;
import no.forankring.web.RouteNeeds;
import no.forankring.web.RouteNeeds.Route;
import org.junit.jupiter.api.Test;

/// Each role does what it may and nothing else, by every route that the application has.
class RolesIT {

    private final SharedService service = SharedService.get();

    @Test
    void namesEveryRouteThatDoesNotOnlyRead() {
        assertThat(RouteNeeds.of(service.context)).hasSizeGreaterThan(150);
        assertThat(RouteNeeds.unnamed(service.context)).isEmpty();
    }

    @Test
    void givesTheGraphAndWholeDataSetsToAdministratorsAlone() {
        Map<String, String> needs = RouteNeeds.needs(service.context);
        for (String route : List.of(
                "POST /update",
                "PUT /dump/alt",
                "POST /dump/alt",
                "PUT /graphs",
                "POST /graphs",
                "DELETE /graphs",
                "PUT /graph/{*name}",
                "POST /graph/{*name}",
                "DELETE /graph/{*name}",
                "GET /brukere",
                "GET /revisjon")) {
            assertThat(needs).containsEntry(route, "ADMINISTRATOR");
        }
    }

    /// Every route that changes something, with a token of each role that is too little: 403 in words, never done.
    @Test
    void refusesEveryChangeToThoseWhoMayNot() throws Exception {
        service.account("leser", Role.READER, "");
        service.account("raadgiver", Role.ADVISER, "");
        var reader = service.token(service.accounts.issueToken("leser", "test"));
        var adviser = service.token(service.accounts.issueToken("raadgiver", "test"));
        long before = service.home.graph().lastChange();
        var needs = new TreeMap<String, String>();
        RouteNeeds.needs(service.context).forEach((route, need) -> needs.put(route.replaceAll("\\{[^}]+}", "x"), need));
        var refusedToReaders = new TreeSet<String>();
        var refusedToAdvisers = new TreeSet<String>();
        for (Route route : RouteNeeds.of(service.context)) {
            String path = route.path("x");
            // Tokens count for programs' addresses alone; pages are tried below.
            if (route.reads() || !path.matches("/(api|update|graphs)(/.*)?")) {
                continue;
            }
            String need = needs.getOrDefault(route.method() + " " + path, needs.getOrDefault("* " + path, ""));
            if (List.of("READING", "READER").contains(need)) {
                continue;
            }
            HttpResponse<String> answer = reader.send(route.method(), path, "application/json", "{}");
            assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .as(route.toString())
                    .startsWith("application/problem+json");
            assertThat(answer.body()).as(route.toString()).containsPattern("krever (rollen|rett)");
            refusedToReaders.add(route.toString());
            if (!need.equals("ADVISER")) {
                assertThat(adviser.send(route.method(), path, "application/json", "{}")
                                .statusCode())
                        .as(route.toString())
                        .isEqualTo(403);
                refusedToAdvisers.add(route.toString());
            }
        }
        assertThat(refusedToReaders).hasSizeGreaterThanOrEqualTo(30);
        assertThat(refusedToAdvisers).hasSizeGreaterThanOrEqualTo(6);
        assertThat(service.home.graph().lastChange()).isEqualTo(before);
    }

    @Test
    void letsTheOwnerOfAUnitDecideOverItsDocumentsAlone() throws Exception {
        DocumentId own = service.take("arsplan-eier.txt", """
                Avsender: USHT Fjordvik

                Årsplan for nettverk i kosthold

                Nettverket er forankret i Demensplan 2025.

                Kontaktperson: Brage Prøvesen, brage@fjordvik.example
                """);
        DocumentId foreign = service.take("arsplan-annen.txt", """
                Avsender: USHT Lillevik

                Årsplan for nettverk i hygiene

                Nettverket er forankret i Demensplan 2025.
                """);
        assertThat(service.home.ingest().unitOf(own.value())).hasValue("usht-fjordvik");
        service.account("eier", Role.OWNER, "usht-fjordvik");
        var owner = service.token(service.accounts.issueToken("eier", "test"));

        assertThat(owner.get("/api/personal-data/" + own).body()).contains("Brage Prøvesen");
        assertThat(owner.get("/api/personal-data/" + foreign).statusCode()).isEqualTo(403);
        assertThat(owner.send("POST", "/api/personal-data/person", "application/json", "{\"words\":\"Brage\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.send("DELETE", "/api/documents/" + foreign, "application/json", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(owner.send("DELETE", "/api/documents/" + own, "application/json", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(service.audit.newest(entry -> entry.event().equals("withheld-read"), 50))
                .anyMatch(entry -> entry.who().equals("eier") && entry.about().equals(own.value()))
                .noneMatch(entry -> entry.who().equals("eier") && entry.about().equals(foreign.value()));
    }

    @Test
    void letsNoUnitTakeADocumentOverByANewVersion() throws Exception {
        String plan = """
                Avsender: %s

                Årsplan for nettverk i fallforebygging

                Nettverket er forankret i Demensplan 2025.%s
                """;
        DocumentId document = service.take("arsplan-fall.txt", plan.formatted("USHT Lillevik", ""));
        assertThat(service.home.ingest().unitOf(document.value())).hasValue("usht-lillevik");
        assertThat(service.take("arsplan-fall.txt", plan.formatted("USHT Lillevik", " Den er revidert.")))
                .isEqualTo(document);
        assertThat(service.home.ingest().unitOf(document.value())).hasValue("usht-lillevik");

        assertThat(service.take("arsplan-fall.txt", plan.formatted("USHT Fjordvik", "")))
                .isEqualTo(document);

        assertThat(service.home.ingest().unitOf(document.value())).isEmpty();
        service.account("overtaker", Role.OWNER, "usht-fjordvik");
        var taker = service.token(service.accounts.issueToken("overtaker", "test"));
        assertThat(taker.get("/api/personal-data/" + document).statusCode()).isEqualTo(403);
        assertThat(taker.send("DELETE", "/api/documents/" + document, "application/json", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsAnAdministratorKeepTheAccountsOnAPageAndEndsTheirSessions() throws Exception {
        var admin = service.loggedIn(Accounts.FIRST_ACCOUNT);
        String csrf = admin.csrf("/brukere");
        HttpResponse<String> made =
                admin.post("/brukere/ny", Map.of("navn", "nykari", "rolle", "reader", "_csrf", csrf));
        assertThat(made.statusCode()).isEqualTo(302);
        String page = admin.get("/brukere").body();
        assertThat(page).contains("Kontoen nykari er laget.").contains("Passordet vises bare nå");
        assertThat(admin.get("/brukere").body()).doesNotContain("Passordet vises bare nå");
        assertThat(service.accounts.account("nykari").orElseThrow().role()).isEqualTo(Role.READER);

        service.accounts.setPassword("nykari", SharedService.PASSWORD);
        var reader = service.loggedIn("nykari");
        assertThat(reader.get("/konto").body()).contains("nykari er leser", "Denne nettleseren");
        HttpResponse<String> refused = reader.get("/last-opp");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Dette krever rollen rådgiver");
        assertThat(reader.get("/brukere").statusCode()).isEqualTo(403);
        assertThat(reader.get("/gjennomgang").body()).doesNotContain("action=\"/gjennomgang/svar\"");

        admin.post("/brukere/rolle", Map.of("navn", "nykari", "rolle", "adviser", "_csrf", csrf));
        assertThat(reader.get("/konto").statusCode()).as("logged out").isEqualTo(302);
        var adviser = service.loggedIn("nykari");
        assertThat(adviser.get("/last-opp").statusCode()).isEqualTo(200);
        String token = service.accounts.issueToken("nykari", "test", Role.ADVISER, Optional.empty());

        admin.post("/brukere/sperre", Map.of("navn", "nykari", "sperr", "true", "_csrf", csrf));
        assertThat(adviser.get("/last-opp").statusCode()).isEqualTo(302);
        assertThat(service.token(token).get("/api/documents").statusCode()).isEqualTo(401);

        assertThat(service.audit.newest(entry -> entry.about().equals("nykari"), 20))
                .extracting(entry -> entry.event())
                .contains("account-made", "role-changed", "account-disabled", "logged-in");
        String log = admin.get("/revisjon?om=nykari").body();
        assertThat(log).contains("sperret konto", "endret rolle");
        assertThat(service.audit.newest(entry -> entry.event().equals("audit-read"), 1))
                .hasSize(1);
    }

    @Test
    void leadsWhoeverHasAMadeUpPasswordToChangeItFirst() throws Exception {
        String made = service.accounts.add("nyola", Role.ADVISER, "");
        var ola = service.anonymous();
        ola.post("/logg-inn", Map.of("navn", "nyola", "passord", made, "_csrf", ola.csrf("/logg-inn")));

        assertThat(ola.get("/sok?q=plan").headers().firstValue("Location").orElse(""))
                .endsWith("/konto");
        assertThat(ola.get("/api/documents").statusCode()).isEqualTo(403);
        assertThat(ola.get("/api/documents").body()).contains("Bytt passordet som ble laget for deg");
        String csrf = ola.csrf("/konto");
        for (String guessed : List.of("Passord12345", "nyola-nyola-2026", "123456789012")) {
            ola.post("/konto/passord", Map.of("gammelt", made, "nytt", guessed, "_csrf", csrf));
            assertThat(ola.get("/konto").body()).as(guessed).contains("noe av det første andre vil gjette");
        }
        ola.post("/konto/passord", Map.of("gammelt", made, "nytt", SharedService.PASSWORD, "_csrf", csrf));

        assertThat(ola.get("/sok?q=plan").statusCode()).isEqualTo(200);
        assertThat(ola.get("/brukere").statusCode()).isEqualTo(403);
        assertThat(service.audit.newest(entry -> entry.event().equals("refused"), 50))
                .anyMatch(entry -> entry.who().equals("nyola")
                        && entry.about().equals("/brukere")
                        && entry.detail().equals("GET 403"));
    }

    /// With reading closed, by every route and by what lies beside them.
    @Test
    void showsStrangersNothingButTheLoginAndWhatExplainsItWhenReadingNeedsALogin() {
        assertThat(RouteNeeds.openWithoutLogin(service.context))
                .containsExactlyInAnyOrder(
                        "GET /logg-inn",
                        "GET /error",
                        "GET /tilgjengelighet",
                        "GET /personvern",
                        "GET /innstillinger",
                        "POST /innstillinger",
                        "GET /tema.css");
        for (String path : List.of(
                "/",
                "/sok?q=plan",
                "/sok/forslag",
                "/api/search",
                "/api/documents",
                "/api/suggestions",
                "/sparql",
                "/historikk/atom",
                "/lagrede-sok/1/atom",
                "/dump/alt.nq",
                "/dump/fakta-1.trig",
                "/katalog",
                "/openapi",
                "/id/document/x",
                "/actuator/prometheus",
                "/app.js")) {
            assertThat(RouteNeeds.isOpenWithoutLogin("GET", path)).as(path).isFalse();
        }
        for (String path : List.of("/app.css", "/frame.js", "/logo.svg", "/vendor/x.css", "/actuator/health")) {
            assertThat(RouteNeeds.isOpenWithoutLogin("GET", path)).as(path).isTrue();
        }
        for (String path : List.of("/sparql", "/api/cite", "/api/anchor-check", "/forankringssjekk")) {
            assertThat(RouteNeeds.isOpenWithoutLogin("POST", path)).as(path).isFalse();
        }
    }

    @Test
    void notesAFailedLoginWithoutWhatWasTyped() throws Exception {
        var someone = service.anonymous();
        someone.post(
                "/logg-inn",
                Map.of("navn", "hemmelig-passord-i-feil-felt", "passord", "x", "_csrf", someone.csrf("/logg-inn")));

        assertThat(service.audit.newest(entry -> entry.event().equals("login-failed"), 1))
                .hasSize(1);
        assertThat(service.audit.newest(entry -> true, 1000).toString()).doesNotContain("hemmelig-passord");
    }
}
