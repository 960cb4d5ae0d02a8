package no.forankring.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import no.forankring.access.Accounts;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.testing.EdgeExamples;
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/search?q=mål                   | $.total                           | 1
                    /api/search?q=mål                   | $.hits[0].document                | mandat-trygg-mat-1a2b3c4d
                    /api/search?q=mål                   | $.hits[0].passages[0].page        | 2
                    /api/search?q=mål                   | $.hits[0].passages[0].highlights[1].marked | true
                    /api/search?q=mål                   | $.facets.cites[0].value           | meldst-15-2017-2018
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/search?q=x&size=0      | 400 | size er fra 1 til 100
                    /api/search?q=x&page=0      | 400 | page teller fra 1
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
