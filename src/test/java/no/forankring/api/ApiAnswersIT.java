package no.forankring.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import no.forankring.access.Accounts;
import no.forankring.review.AliasScope;
import no.forankring.review.QueueFilter;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakePersonalData;
import no.forankring.testing.FakeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = FakeService.class)
@AutoConfigureMockMvc
class ApiAnswersIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    FakeApiSources sources;

    @Autowired
    FakePersonalData personalData;

    @Test
    void keepsSearchesForTheAccountOfTheToken() {
        String token = "Bearer " + accounts.issueToken(Accounts.FIRST_ACCOUNT, "test");
        MvcTestResult kept = mvc.post()
                .uri("/api/saved-searches")
                .header("Authorization", token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"q\": \"mål\", \"filters\": {\"type\": [\"mandat\"]}, \"sort\": \"newest\"}")
                .exchange();
        assertThat(kept).hasStatus(201);
        String id = idOf(kept);

        assertThat(mvc.get().uri("/api/saved-searches").header("Authorization", token))
                .bodyJson()
                .extractingPath("$[0].filters.type[0]")
                .isEqualTo("mandat");
        assertThat(mvc.get().uri("/api/saved-searches/" + id + "/new").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.hits[0].document")
                .isEqualTo(EdgeExamples.DOCUMENT);
        assertThat(mvc.post().uri("/api/saved-searches/" + id + "/seen").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.sort")
                .isEqualTo("newest");
        assertThat(mvc.post()
                        .uri("/api/saved-searches")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(422);
        assertThat(mvc.delete().uri("/api/saved-searches/" + id).header("Authorization", token))
                .hasStatus(204);
        assertThat(mvc.delete().uri("/api/saved-searches/" + id).header("Authorization", token))
                .hasStatus(404);
    }

    private static String idOf(MvcTestResult kept) {
        try {
            var found = java.util.regex.Pattern.compile("\"id\":\"([0-9a-f]{16})\"")
                    .matcher(kept.getResponse().getContentAsString());
            assertThat(found.find()).isTrue();
            return found.group(1);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listsAndReleasesPersonalDataForOneWithTheRight() {
        String address = "/api/personal-data/" + EdgeExamples.DOCUMENT;
        String token = "Bearer " + accounts.issueToken(Accounts.FIRST_ACCOUNT, "test");

        assertThat(mvc.get().uri("/api/personal-data").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.documents[0].withheld")
                .isEqualTo(1);
        assertThat(mvc.get().uri(address).header("Authorization", token))
                .bodyJson()
                .extractingPath("$.findings[1].release.who")
                .isEqualTo("kari");
        assertThat(mvc.post()
                        .uri(address + "/release")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"fingerprints\": [\"%s\"], \"why\": \"har samtykket\"}"
                                .formatted(FakePersonalData.E_MAIL)))
                .bodyJson()
                .extractingPath("$.job")
                .asString()
                .startsWith("/api/jobs/");
        assertThat(personalData.decided).isEqualTo("admin releases [" + FakePersonalData.E_MAIL + "]: har samtykket");
        assertThat(mvc.post()
                        .uri(address + "/withhold")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .bodyJson()
                .extractingPath("$.changed")
                .isEqualTo(2);
    }

    @Test
    void tellsNobodyElseOfPersonalData() {
        accounts.add("ola", "en lang nok setning");
        String token = "Bearer " + accounts.issueToken("ola", "test");

        assertThat(mvc.get().uri("/api/personal-data")).hasStatus(401);
        assertThat(mvc.get().uri("/api/personal-data").header("Authorization", token))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/api/personal-data/" + EdgeExamples.DOCUMENT + "/release")
                        .header("Authorization", token)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(403);
        accounts.allowPersonalData("ola", true);
        assertThat(mvc.get().uri("/api/personal-data").header("Authorization", token))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/search?q=mål                   | $.total                           | 1
                    /api/search?q=mål                   | $.hits[0].document                | mandat-trygg-mat-1a2b3c4d
                    /api/search?q=mål                   | $.hits[0].passages[0].page        | 2
                    /api/search?q=mål                   | $.hits[0].passages[0].highlights[1].marked | true
                    /api/search?q=mål                   | $.facets.cites[0].value           | meldst-15-2017-2018
                    /api/search?q=mål                   | $.facets.cites[0].label           | Leve hele livet
                    /api/search?q=mål                   | $.facets.relation[0].value        | cites-replaced
                    /api/search?q=mål                   | $.hits[0].status                  | since-replaced
                    /api/search?q=mål                   | $.hits[0].uses                    | 4
                    /api/search?q=mål                   | $.hits[0].takenIn                 | 2025-02-01T08:00:00Z
                    /api/search?q=mål                   | $.things[0].kind                  | network
                    /api/search?q=mål&sort=newest       | $.total                           | 1
                    /api/search?q=finnesikke            | $.searched.documents              | 12
                    /api/search?q=finnesikke            | $.searched.firstYear              | 2018
                    /api/search?q=finnesikke            | $.searched.unread                 | 3
                    /api/search?q=finnesikke            | $.spellings[0]                    | måltid
                    /api/search?q=finnesikke            | $.otherForms[0]                   | måltidene
                    /api/suggest?q=mål                  | $[0].id                           | meldst-15-2017-2018
                    /api/suggest?q=mål                  | $[2].kind                         | phrase
                    /api/alike?document=mandat-trygg-mat-1a2b3c4d | $.documents[0].document | arsplan-fjordvik-2b3c4d5e
                    /api/alike?document=mandat-trygg-mat-1a2b3c4d&passage=p-0000000007 | $.passages[0].directives[0].label | Leve hele livet
                    /api/trace/meldst-15-2017-2018      | $.root.label                      | Leve hele livet
                    /api/trace/meldst-15-2017-2018      | $.incoming[0].evidence[0].quote   | Leve hele livet
                    /api/trace/meldst-15-2017-2018      | $.searchedDocuments               | 12
                    /api/register/for-2016-10-28-1250   | $.certainty                       | verified
                    /api/register?type=meldst           | $.total                           | 3
                    /api/register?q=demens              | $.documents[0].id                 | plan-demensplan-2025
                    /api/documents                      | $.documents[0].links              | 3
                    /api/documents/mandat-trygg-mat-1a2b3c4d | $.mentions[2].state          | ambiguous
                    /api/documents/mandat-trygg-mat-1a2b3c4d | $.mentions[0].text           | Leve hele livet
                    /api/jobs/k7q2                      | $.state                           | running
                    /api/jobs/a1b2                      | $.files[1].reason                 | encrypted
                    /api/review                         | $.waiting[0].mention.text         | Meld. St. 24
                    /api/review                         | $.open[0].quote                   | kommunens egen plan for eldre
                    /api/review                         | $.more                            | false
                    /api/review/queue                   | $.total                           | 3
                    /api/review/queue?kind=open         | $.items[0].words                  | kommunens egen plan for eldre
                    /api/review/decisions               | $[0].disputed                     | true
                    /api/review/decisions               | $[1].endedBy                      | kari
                    /api/review/second-readings         | $[0].left                         | 2
                    /api/review/disagreements           | $.kappa                           | 0.5
                    /api/review/disagreements           | $.disagreements[0].second.who     | ola
                    /api/review                         | $.waiting[0].choices[1].object.id | meldst-24-2019-2020
                    /api/review                         | $.waiting[0].lesson.owner.name    | USHT Fjordvik
                    /api/review                         | $.waiting[0].lesson.ownerWords[0] | Meld. St. 24
                    /api/review                         | $.waiting[1].choices[0].predicate | partOf
                    /api/review                         | $.waiting[1].mention.explanation.text | utledet av teksten
                    /api/aliases                        | $.aliases[0].words                | Trygg alderdom-meldingen
                    /api/aliases                        | $.aliases[0].owner.key            | usht-fjordvik
                    /api/documents/mandat-trygg-mat-1a2b3c4d | $.mentions[2].explanation.because[0].text | lest som: nummer på en stortingsmelding
                    /api/documents/mandat-trygg-mat-1a2b3c4d?lang=en | $.mentions[2].explanation.because[0].text | read as: the number of a white paper
                    """)
    void answersWith(String address, String path, String value) {
        assertThat(mvc.get().uri(address))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .extractingPath(path)
                .satisfies(found -> assertThat(String.valueOf(found)).isEqualTo(value));
    }

    @Test
    void findsAThingByItsWholeAddress() {
        assertThat(mvc.get().uri("/api/trace?id={id}", EdgeExamples.network().iri()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outgoing.length()")
                .isEqualTo(4);
    }

    @Test
    void leavesSuggestionsOutUnlessAskedForThem() {
        assertThat(mvc.get().uri("/api/trace/mat-og-maltider-i-fjordvik"))
                .bodyJson()
                .extractingPath("$.incoming.length()")
                .isEqualTo(1);
        assertThat(mvc.get().uri("/api/trace/mat-og-maltider-i-fjordvik?suggestions=true"))
                .bodyJson()
                .extractingPath("$.incoming[1].status")
                .isEqualTo("Suggested");
    }

    @Test
    void recognizesCitationsInATextWithoutALoginAndCountsUtf16Units() {
        var answer = assertThat(mvc.post()
                .uri("/api/cite")
                .contentType("text/plain; charset=ISO-8859-1")
                .content("😀 Se kvalitetsforskriften § 7, Meld. St. 24 og Måltidsplanen."
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        answer.hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"start": 6, "end": 30, "text": "kvalitetsforskriften § 7", "type": "regulation",
                  "id": "for-2016-10-28-1250", "pinpoint": "§ 7", "status": "resolved", "confidence": 0.99},
                 {"text": "Meld. St. 24", "type": "white_paper", "id": "", "status": "ambiguous",
                  "candidates": ["meldst-24-2022-2023", "meldst-24-2019-2020"]},
                 {"text": "Måltidsplanen", "type": "local_plan", "status": "unresolved"}]
                """);
    }

    @Test
    void runsReportsAndSaysWhatTheyCanBeAskedWith() {
        assertThat(mvc.get().uri("/api/reports"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[?(@.name=='aktiviteter-per-styringsdokument')].parameters[*].name")
                .asArray()
                .contains("about", "year", "suggestions");
        assertThat(mvc.get().uri("/api/reports/styringsdokumenter-uten-forankring"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[*][*].text")
                .asArray()
                .contains("Lindrende behandling og omsorg");
        assertThat(mvc.get().uri("/api/reports/styringsdokumenter-uten-forankring?format=csv"))
                .hasStatusOk()
                .hasContentType("text/csv;charset=UTF-8");
        assertThat(mvc.get().uri("/api/reports/aktiviteter-per-styringsdokument?year=tull"))
                .hasStatus(400);
        assertThat(mvc.get().uri("/api/reports/finnes-ikke")).hasStatus(404);
    }

    @Test
    void checksAListOfAnchorsWithoutALogin() {
        assertThat(mvc.post()
                        .uri("/api/anchor-check?date=2024-03-01")
                        .contentType("text/plain")
                        .content("kvalitetsforskriften § 7\nMeld. St. 24"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"date": "2024-03-01",
                 "items": [
                   {"weight": "right", "anchors": [{"id": "for-2016-10-28-1250", "remarks": [{"kind": "right"}]}]},
                   {"text": "Meld. St. 24", "weight": "ask", "anchors": [{"id": "", "reference": "", "remarks": [
                     {"kind": "session_missing"},
                     {"kind": "ambiguous", "documents": ["meldst-24-2022-2023", "meldst-24-2019-2020"]}]}]}],
                 "corrected": [
                   "Forskrift 28. oktober 2016 nr. 1250 om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten § 7",
                   "Meld. St. 24"]}
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/search?q=x&size=0      | 400 | size er fra 1 til 100
                    /api/search?q=x&page=0      | 400 | page teller fra 1
                    /api/search?q=x&sort=farge  | 400 | most-used
                    /api/search?q=x&since=igår  | 400 | since er et tidspunkt
                    /api/suggest?q=x&size=21    | 400 | size er fra 1 til 20
                    /api/alike?document=%20     | 404 | Dokumentet eller avsnittet
                    /api/saved-searches         | 401 | Authorization: Bearer
                    /api/search?page=x          | 400 | page
                    /api/register/finnes-ikke   | 404 | /api/register?q=
                    /api/trace/finnes-ikke      | 404 | /api/register
                    /api/documents/finnes-ikke  | 404 | /api/documents
                    /api/jobs/finnes-ikke       | 404 | /api/documents
                    """)
    void saysInProblemDetailsWhatToDo(String address, int status, String remedy) {
        assertThat(mvc.get().uri(address))
                .hasStatus(status)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains(remedy);
    }

    @Test
    void takesFilesFromAProgramWithAToken() {
        String token = accounts.issueToken("admin", "test");

        assertThat(mvc.post()
                        .uri("/api/documents")
                        .multipart()
                        .file(new MockMultipartFile("file", "../mandat.pdf", "application/pdf", new byte[5]))
                        .header("Authorization", "Bearer " + token))
                .hasStatus(202)
                .hasHeader("Location", "/api/jobs/k7q2");

        assertThat(sources.uploaded).isEqualTo("admin mandat.pdf=5");
    }

    @Test
    void refusesAWrongTokenEvenForReading() {
        assertThat(mvc.get().uri("/api/documents").header("Authorization", "Bearer fk_wrong"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void makesWhoeverTriesManyWrongTokensWaitAndStillTakesARightOne() {
        for (int i = 0; i < 50; i++) {
            assertThat(from("10.9.8.7", "fk_guess" + i)).hasStatus(401);
        }

        assertThat(from("10.9.8.7", "fk_guess"))
                .hasStatus(429)
                .hasHeader("Retry-After", "1")
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(from("10.9.8.6", "fk_guess")).hasStatus(401);
        assertThat(from("10.9.8.7", accounts.issueToken(Accounts.FIRST_ACCOUNT, "test")))
                .hasStatusOk();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult from(String address, String token) {
        return mvc.get()
                .uri("/api/documents")
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    @ParameterizedTest
    @CsvSource({"/api/documents", "/update", "/graphs"})
    void refusesAStrangersWrite(String address) {
        assertThat(mvc.post().uri(address).contentType("text/turtle").content("x"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("Authorization: Bearer");
    }

    @Test
    void refusesAStrangersUpload() {
        assertThat(mvc.post()
                        .uri("/api/documents")
                        .multipart()
                        .file(new MockMultipartFile("file", "mandat.pdf", "application/pdf", new byte[5])))
                .hasStatus(401);
    }

    @Test
    void refusesAWriteByCookieAloneWithoutATokenAgainstForgery() {
        assertThat(mvc.post().uri("/update").content("x").with(user("admin"))).hasStatus(403);
    }

    @Test
    void asksForAFileWhenAnUploadHasNone() {
        String token = accounts.issueToken("admin", "test");

        assertThat(mvc.post().uri("/api/documents").multipart().header("Authorization", "Bearer " + token))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("curl -F file=@");
    }

    @Test
    void describesItself() {
        assertThat(mvc.get().uri("/openapi"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKeys("/api/search", "/api/cite", "/api/documents", "/api/jobs/{id}");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, 200", "/actuator/prometheus, 401", "/actuator/env, 401"})
    void opensOnlyTheHealthOfTheActuator(String address, int status) {
        assertThat(mvc.get().uri(address)).hasStatus(status);
    }

    @Nested
    class Review {

        private final String first = EdgeExamples.link("mandat-trygg-mat-1a2b3c4d-meldst-24-2022-2023");
        private String token;

        @BeforeEach
        void beginAnew() {
            sources.review.reset();
            token = accounts.issueToken("admin", "test");
        }

        @Test
        void notesAnAcceptanceAndAnswersWithWhatItTaught() {
            assertThat(post("/api/review", """
                            {"link": "%s", "verdict": "accepted", "alias": "owner"}""".formatted(first)))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.learned[0].owner.name")
                    .isEqualTo("USHT Fjordvik");

            assertThat(sources.review.answers())
                    .containsExactly(new Answer(List.of(first), Verdict.ACCEPTED, AliasScope.OWNER));
        }

        @Test
        void pointsOutTheDocumentThatAnItemMeans() {
            String item =
                    EdgeExamples.openMentions(EdgeExamples.DOCUMENT).getFirst().address();

            assertThat(post("/api/review/pointed-out", """
                            {"mention": "%s", "document": "meldst-15-2017-2018"}""".formatted(item)))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.label")
                    .isEqualTo("Leve hele livet");

            assertThat(sources.review.pointedOut()).containsEntry(item, "meldst-15-2017-2018");
        }

        @ParameterizedTest
        @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                        {"document": "meldst-15-2017-2018"} | mention mangler
                        {"mention": "x"}                    | document mangler
                        {"mention": "x", "document": "tull"} | Velg fra listen
                        """)
        void saysWhatPointingOutLooksLike(String body, String remedy) {
            assertThat(post("/api/review/pointed-out", body))
                    .hasStatus4xxClientError()
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains(remedy);
            assertThat(sources.review.pointedOut()).isEmpty();
        }

        @Test
        void takesADecisionBack() {
            post("/api/review", "{\"link\": \"%s\", \"verdict\": \"rejected\"}".formatted(first));

            assertThat(mvc.delete().uri("/api/review?link={link}", first).header("Authorization", "Bearer " + token))
                    .hasStatusOk();
            assertThat(sources.review.answers()).isEmpty();
        }

        @Test
        void decidesAnItemOfTheQueueAndTakesTheAnswerBack() {
            String item =
                    sources.review.queue(QueueFilter.ALL).items().getFirst().key();
            assertThat(mvc.get().uri("/api/review/queue/{item}", item))
                    .bodyJson()
                    .extractingPath("$.candidates[0].objections[0]")
                    .isEqualTo("teksten sier ikke hva dokumentet heter");

            assertThat(post("/api/review/queue/" + item, """
                            {"verdict": "rejected", "reach": "everywhere", "why": "feil år"}"""))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.items")
                    .isEqualTo(3);

            assertThat(sources.review.answers())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.why()).isEqualTo("feil år"));
            assertThat(mvc.delete().uri("/api/review/answers/svar-1").header("Authorization", "Bearer " + token))
                    .hasStatusOk();
            assertThat(sources.review.answers()).isEmpty();
        }

        @Test
        void givesDecisionsAsATableThatNoSpreadsheetComputes() {
            assertThat(mvc.get().uri("/api/review/decisions?format=csv"))
                    .hasStatusOk()
                    .bodyText()
                    .startsWith("\uFEFFid;link;document;")
                    .contains(";'=feil tall;", ";rejected;admin;2025-03-03T09:00:00Z;");
        }

        @Test
        void asksForSecondReadingsAndSettles() {
            assertThat(post("/api/review/second-readings", "{\"document\": \"d\"}"))
                    .bodyJson()
                    .extractingPath("$.id")
                    .isEqualTo("l1");
            assertThat(post("/api/review/second-readings/l1/q1", "{\"verdict\": \"unsure\"}"))
                    .hasStatusOk();
            assertThat(post("/api/review/disagreements/u1", "{\"side\": \"neither\"}"))
                    .hasStatusOk();
            assertThat(post("/api/review/disagreements/u1", "{\"side\": \"begge\"}"))
                    .hasStatus(400);
            assertThat(mvc.get().uri("/api/review/second-readings/l1")).hasStatus(400);

            assertThat(sources.secondReader.told())
                    .containsExactly("ask dokument=d admin", "say q1 UNSURE  admin", "settle NEITHER  admin");
        }

        @Test
        void takesASpellingBack() {
            assertThat(mvc.delete().uri("/api/aliases/3f2a").header("Authorization", "Bearer " + token))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.words")
                    .isEqualTo("Trygg alderdom-meldingen");
            assertThat(mvc.delete().uri("/api/aliases/3f2a").header("Authorization", "Bearer " + token))
                    .hasStatus(404);
        }

        @Test
        void linksDocumentsWithTheWordsAgain() {
            assertThat(post("/api/link-again", "{\"words\": \"Meld. St. 24\"}"))
                    .hasStatus(202)
                    .hasHeader("Location", "/api/jobs/a1b2");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        {"verdict": "accepted"}                            | link mangler
                        {"link": "x", "verdict": "kanskje"}                | accepted, rejected, unsure
                        {"link": "x", "verdict": "accepted", "alias": "a"} | none, owner, all
                        """)
        void saysWhatADecisionLooksLike(String body, String remedy) {
            assertThat(post("/api/review", body))
                    .hasStatus(400)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .contains(remedy);
        }

        @Test
        void refusesAStranger() {
            assertThat(mvc.post()
                            .uri("/api/review")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}"))
                    .hasStatus(401);
            assertThat(mvc.delete().uri("/api/aliases/3f2a")).hasStatus(401);
            assertThat(sources.review.aliases()).hasSize(1);
        }

        private MvcTestResult post(String address, String body) {
            return mvc.post()
                    .uri(address)
                    .header("Authorization", "Bearer " + token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange();
        }
    }
}
