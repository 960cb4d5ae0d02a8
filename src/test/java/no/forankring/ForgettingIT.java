package no.forankring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.forankring.access.Accounts;
import no.forankring.document.DocumentId;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.privacy.PersonalData;
import no.forankring.privacy.PersonalDataRegister.AboutPerson;
import no.forankring.privacy.PersonalDataRegister.Finding;
import no.forankring.trace.DocumentView;
import org.junit.jupiter.api.Test;

/// What was deleted, or withheld again, stands in no earlier state that a reader can ask for, by any door.
class ForgettingIT {

    private final SharedService service = SharedService.get();

    @Test
    void whatIsWithheldAgainIsMaskedInEveryEarlierStateToo() throws Exception {
        DocumentId document = service.take("mandat-hukommelse.txt", """
                Mandat for nettverk i hukommelse, ved Gunvor Prøvesen

                Nettverket er forankret i Demensplan 2025, se Gunvor Prøvesen.

                Kontaktperson: Gunvor Prøvesen, gunvor@fjordvik.example
                """);
        long before = service.home.graph().lastChange();
        List<String> names = service.home.personalData().findings(document).orElseThrow().stream()
                .filter(finding -> finding.kind() == PersonalData.Kind.NAME)
                .map(Finding::fingerprint)
                .toList();
        service.home.personalData().release(document, names, "test", "har samtykket");
        service.finished(service.home.ingest().linkAgain("test", "test", List.of(document)));
        long shown = service.home.graph().lastChange();
        assertThat(doors(shown, shown).values()).anyMatch(answer -> answer.contains("gunvor"));

        service.home.personalData().withhold(document, names, "test");
        long between = service.home.graph().lastChange();
        service.finished(service.home.ingest().linkAgain("test", "test", List.of(document)));

        for (long state : List.of(before, shown, between)) {
            doors(before, state)
                    .forEach((door, answer) -> assertThat(telling(answer, "gunvor"))
                            .as("state %d by %s", state, door)
                            .isEmpty());
        }
        Map<String, String> then = doors(before, shown);
        assertThat(then.values()).as("the rest is there").anyMatch(answer -> answer.contains("hukommelse"));
        assertThat(then.get("state")).contains("mandat for nettverk i hukommelse, ved \u2588");
    }

    @Test
    void whatIsDeletedIsGoneFromEverywhere() throws Exception {
        DocumentId document = service.take("mandat-sårstell.txt", """
                Mandat for nettverk i sårstell og hudpleie

                Nettverk for sårstell og hudpleie er forankret i Demensplan 2025.
                """);
        DocumentId other = service.take("referat-musikk.txt", """
                Referat fra nettverk i musikk

                Samlingen fulgte opp Demensplan 2025.
                """);
        DocumentView view = service.home.traces().document(document.value()).orElseThrow();
        service.take("mandat-sårstell.txt", """
                Mandat for nettverk i sårstell og hudpleie

                Nettverk for sårstell og hudpleie er forankret i Demensplan 2025 og i Omsorg 2020.
                """);
        long there = service.home.graph().lastChange();
        DocumentView newer = service.home.traces().document(document.value()).orElseThrow();
        assertThat(newer.sha256()).isNotEqualTo(view.sha256());
        assertThat(doors(there, there).values()).anyMatch(answer -> answer.contains("sårstell"));

        var token = service.token(service.accounts.issueToken(Accounts.FIRST_ACCOUNT, "test"));
        HttpResponse<String> deleted = token.send("DELETE", "/api/documents/" + document, "application/json", "");

        assertThat(deleted.statusCode()).isEqualTo(204);
        assertThat(token.send("DELETE", "/api/documents/" + document, "application/json", "")
                        .statusCode())
                .isEqualTo(404);
        doors(there - 6, there)
                .forEach((door, answer) ->
                        assertThat(telling(answer, "sårstell")).as(door).isEmpty());
        assertThat(doors(there - 6, there).get("state")).contains("referat fra nettverk i musikk");
        for (String sha256 : List.of(view.sha256(), newer.sha256())) {
            assertThat(service.home.documents().original(new Sha256(sha256))).isEmpty();
            try (var texts = Files.walk(service.folder.resolve("home/texts"))) {
                assertThat(texts).noneMatch(file -> file.endsWith(sha256.substring(2)));
            }
        }
        var export = new ByteArrayOutputStream();
        service.home.graph().export("nq", export);
        assertThat(telling(export.toString(StandardCharsets.UTF_8), document.value()))
                .isEmpty();
        assertThat(service.home.traces().list(Addresses.DOCUMENT))
                .anyMatch(one -> one.thing().id().equals(other.value()))
                .noneMatch(one -> one.thing().id().equals(document.value()));
        assertThat(service.home.graph().check(false)).isEmpty();
        assertThat(service.audit.newest(
                        entry -> entry.event().equals("document-deleted")
                                && entry.about().equals(document.value()),
                        10))
                .isNotEmpty();
    }

    @Test
    void whatIsHeldAboutAPersonIsFoundWithheldOrNot() throws Exception {
        DocumentId document = service.take("brev-om-samling.txt", """
                Invitasjon til samling om Demensplan 2025

                Turid Eksempel innleder om erfaringene fra Fjordvik.
                """);
        DocumentId letter = service.take("svar-om-samling.txt", """
                Svar på invitasjon til samling

                Påmelding til Turid Eksempel, turid@fjordvik.example, tlf. 412 99 887
                """);

        AboutPerson byName = service.home.personalData().about("turid  EKSEMPEL");
        AboutPerson byNumber = service.home.personalData().about("41299887");

        assertThat(byName.places())
                .filteredOn(place -> place.document().equals(document))
                .singleElement()
                .satisfies(place -> assertThat(place.withheld()).isFalse());
        assertThat(byName.places())
                .filteredOn(place -> place.document().equals(letter))
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.withheld()).isTrue();
                    assertThat(place.context()).contains("412 99 887");
                });
        assertThat(byNumber.places())
                .singleElement()
                .satisfies(place -> assertThat(place.document()).isEqualTo(letter));

        var token = service.token(service.accounts.issueToken(Accounts.FIRST_ACCOUNT, "test"));
        HttpResponse<String> json =
                token.send("POST", "/api/personal-data/person", "application/json", "{\"words\":\"Turid Eksempel\"}");
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.body()).contains(document.value(), letter.value(), "\"withheld\":true");
        assertThat(service.audit
                        .newest(entry -> entry.event().equals("person-exported"), 1)
                        .toString())
                .doesNotContain("Turid");
    }

    /// What a reader without a login gets of the states and changes between two numbers, in small letters.
    private Map<String, String> doors(long from, long to) throws Exception {
        var reader = service.anonymous();
        var answers = new LinkedHashMap<String, String>();
        String all = URLEncoder.encode(
                "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } "
                        + "FILTER(CONTAINS(STR(?g), '/document/') || CONTAINS(STR(?g), '/confirmed') || CONTAINS(STR(?g), '/decisions')) }",
                StandardCharsets.UTF_8);
        String facts = URLEncoder.encode(
                "SELECT ?s ?o WHERE { ?s a <https://w3id.org/forankring/ns#Document> ; ?p ?o }",
                StandardCharsets.UTF_8);
        var paths = new ArrayList<>(List.of(
                "/sparql?format=json&known-on=" + to + "&query=" + facts,
                "/dump/fakta-" + to + ".nq",
                "/dump/fakta-" + to + ".trig",
                "/historikk/forskjell?format=json&fra=" + Math.max(0, from - 1) + "&til=" + to,
                "/historikk/forskjell?format=rdf-patch&fra=" + Math.max(0, from - 1) + "&til=" + to,
                "/historikk/atom",
                "/historikk",
                "/api/history?size=100",
                "/rapporter/styringsdokumenter-uten-forankring?known-on=2026-11-28"));
        HttpResponse<String> state = reader.get("/sparql?format=json&known-on=" + to + "&query=" + all);
        assertThat(state.statusCode()).isEqualTo(200);
        answers.put("state", flat(state.body()));
        for (String path : paths) {
            HttpResponse<String> answer = reader.get(path);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            answers.put(path, flat(answer.body()));
        }
        return answers;
    }

    /// What stands around a word, so that a failure can be read.
    private static List<String> telling(String answer, String word) {
        var found = new ArrayList<String>();
        for (int at = answer.indexOf(word); at >= 0 && found.size() < 5; at = answer.indexOf(word, at + 1)) {
            found.add(answer.substring(Math.max(0, at - 150), Math.min(answer.length(), at + 100)));
        }
        return found;
    }

    private static String flat(String text) {
        // RDF patches escape what is not ASCII in no line, JSON some.
        return text.toLowerCase(Locale.ROOT);
    }
}
