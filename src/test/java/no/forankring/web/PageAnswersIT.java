package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.util.List;
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
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = FakeService.class)
@AutoConfigureMockMvc
class PageAnswersIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FakePageSources sources;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /                                                  | 5 koblinger peker hit
                    /sok?q=mål                                         | <mark>måltid</mark>
                    /sok?q=mål                                         | /dokumenter/mandat-trygg-mat-1a2b3c4d#p-0000000007
                    /sok?q=mål                                         | andre &lt;hver&gt; dag
                    /sok?q=mål&type=mandat                             | Ta bort filteret Dokumenttype: mandat
                    /sok?q=finnesikke                                  | Søket dekker 12 dokumenter.
                    /styrende-dokumenter                               | Forskrift om ledelse og kvalitetsforbedring
                    /styrende-dokumenter?type=plan                     | 1 styrende dokument<
                    /styrende-dokumenter                               | Ikke i registeret
                    /styrende-dokumenter/meldst-15-2017-2018           | Nettverk for mat og måltider i Fjordvik
                    /styrende-dokumenter/meldst-15-2017-2018           | Gjennomført, trinn 4 av 6
                    /styrende-dokumenter/meldst-15-2017-2018           | Bu trygt heime
                    /styrende-dokumenter/plan-demensplan-2025          | usikkert om opplysningene stemmer
                    /styrende-dokumenter/plan-demensplan-2025          | Ingen henvisninger funnet. Lest i 0 dokumenter.
                    /styrende-dokumenter/lov-1999-07-02-63             | står ikke i registeret
                    /nettverk                                          | Nettverk for mat og måltider i Fjordvik
                    /nettverk/mat-og-maltider-i-fjordvik               | <mark>Leve hele livet</mark>
                    /aktiviteter                                       | 24 deltakere
                    /aktiviteter/varsamling-2025                       | Vårsamling 2025
                    /ting/goal/maltid-sammen                           | Bidrar til
                    /sporing?id=mat-og-maltider-i-fjordvik             | Utviklingssenteret i Fjordvik
                    /sporing?id=finnesikke                             | Ingenting har id-en eller adressen «finnesikke»
                    /dokumenter                                        | Mandat for nettverk om mat og måltider i Fjordvik
                    /dokumenter/mandat-trygg-mat-1a2b3c4d              | 4 henvisninger funnet i teksten
                    /jobber/k7q2                                       | leser teksten
                    /jobber/a1b2                                       | Ta bort passordet og last den opp på nytt
                    /gjennomgang                                       | <mark>Meld. St. 24</mark>
                    /gjennomgang                                       | Kurs i kartlegging av ernæring – er del av – Nettverk for mat
                    /gjennomgang                                       | Logg inn for å avgjøre
                    /gjennomgang/skrivemater                           | «Trygg alderdom-meldingen»
                    /gjennomgang/skrivemater                           | i dokumenter fra USHT Fjordvik
                    /dokumenter/mandat-trygg-mat-1a2b3c4d              | nummer 24 er brukt av 2 kjente dokumenter
                    /sparql-editor?query=SELECT                        | http://localhost:8080/id/governing-document/meldst-15-2017-2018
                    /sparql-editor?query=SELECT                        | sett LIMIT og OFFSET
                    /sparql-editor?query=ASK                           | Ja
                    /sparql-editor?query=tull                          | Linje 1
                    /hjelp                                             | Stillhet er ikke fravær
                    /logg-inn                                          | first-login.txt
                    """)
    void answersWith(String address, String words) {
        assertThat(mvc.get().uri(address)).hasStatusOk().bodyText().contains(words);
    }

    @Test
    void showsSuggestionsOnlyWhenAskedForThem() {
        assertThat(mvc.get().uri("/nettverk/mat-og-maltider-i-fjordvik"))
                .bodyText()
                .doesNotContain("Kurs i kartlegging");

        assertThat(mvc.get().uri("/nettverk/mat-og-maltider-i-fjordvik?forslag=true"))
                .bodyText()
                .contains("Kurs i kartlegging")
                .contains("step suggested");
    }

    @Test
    void neverPrintsWhatAReaderTypedAsMarkup() {
        assertThat(mvc.get().uri("/sok?q={q}", "<script>alert(1)</script>"))
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"nb, Styrende dokumenter", "nn, Styrande dokument", "en, Governing documents"})
    void speaksTheLanguageChosenAndRemembersIt(String language, String words) {
        assertThat(mvc.get().uri("/?lang=" + language)).hasStatusOk().cookies().hasValue("language", language);
        assertThat(mvc.get().uri("/").cookie(new Cookie("language", language)))
                .bodyText()
                .contains(words)
                .contains("lang=\"%s\"".formatted(language));
    }

    @ParameterizedTest
    @CsvSource({"en-US, Styrende dokumenter", "nn-NO, Styrande dokument"})
    void speaksBokmaalUnlessTheBrowserWantsNynorsk(String accepted, String words) {
        assertThat(mvc.get().uri("/").header(HttpHeaders.ACCEPT_LANGUAGE, accepted))
                .bodyText()
                .contains(words);
    }

    @Test
    void ignoresALanguageThatDoesNotExist() {
        assertThat(mvc.get().uri("/?lang=zz")).hasStatusOk().bodyText().contains("Styrende dokumenter");
    }

    @Test
    void allowsNothingFromOutsideAndNothingInline() {
        var response = mvc.get().uri("/").exchange().getResponse();

        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void handsOutAnOriginalOnlyAsADownloadThatCannotRun() {
        var response = mvc.get()
                .uri("/dokumenter/" + EdgeExamples.DOCUMENT + "/fil")
                .exchange()
                .getResponse();

        assertThat(response.getContentAsByteArray()).isEqualTo(EdgeExamples.ORIGINAL);
        assertThat(response.getHeaders("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''mandat%20trygg%20m%C3%A5ltid.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "/styrende-dokumenter/finnes-ikke",
        "/nettverk/finnes-ikke",
        "/dokumenter/finnes-ikke",
        "/dokumenter/finnes-ikke/fil",
        "/jobber/finnes-ikke",
        "/ting/goal/finnes-ikke"
    })
    void answersNotFoundForWhatDoesNotExist(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"/last-opp", "/konto"})
    void asksAStrangerToLogIn(String address) {
        assertThat(mvc.get().uri(address)).hasStatus3xxRedirection().hasRedirectedUrl("/logg-inn");
    }

    @Test
    void countsEachWrongPasswordOnceAndMakesTheSixthWait() {
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(wrongPassword()).hasRedirectedUrl("/logg-inn?feil");
        }

        assertThat(wrongPassword()).hasRedirectedUrl("/logg-inn?vent");
    }

    private MvcTestResult wrongPassword() {
        return mvc.post()
                .uri("/logg-inn")
                .param("navn", "ingen")
                .param("passord", "feil")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("203.0.113.9");
                    return request;
                })
                .exchange();
    }

    @Test
    void takesFilesFromOneWhoIsLoggedIn() {
        assertThat(mvc.post()
                        .uri("/last-opp")
                        .multipart()
                        .file(new MockMultipartFile("files", "mappe/mandat.pdf", "application/pdf", new byte[7]))
                        .file(new MockMultipartFile("files", "referat.txt", "text/plain", new byte[3]))
                        .with(user("admin"))
                        .with(csrf()))
                .hasRedirectedUrl("/jobber/k7q2");

        assertThat(sources.uploaded).isEqualTo("admin mandat.pdf=7 referat.txt=3");
    }

    @Test
    void asksForAFileWhenNoneWasChosen() {
        assertThat(mvc.post()
                        .uri("/last-opp")
                        .multipart()
                        .file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]))
                        .with(user("admin"))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("Velg minst én fil");
    }

    @Test
    void refusesAFormThatAnotherSiteCouldHaveSent() {
        assertThat(mvc.post()
                        .uri("/last-opp")
                        .multipart()
                        .file(new MockMultipartFile("files", "mandat.pdf", "application/pdf", new byte[7]))
                        .with(user("admin")))
                .hasStatus(403);
    }

    @Test
    void turnsAStrangersUploadAway() {
        assertThat(mvc.post()
                        .uri("/last-opp")
                        .multipart()
                        .file(new MockMultipartFile("files", "mandat.pdf", "application/pdf", new byte[7]))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/logg-inn");
    }

    @Nested
    class Review {

        private static final String FIRST = "mandat-trygg-mat-1a2b3c4d-meldst-24-2022-2023";
        private static final String SECOND = "mandat-trygg-mat-1a2b3c4d-meldst-24-2019-2020";

        @BeforeEach
        void beginAnew() {
            sources.review.reset();
        }

        @Test
        void showsTheFormsOnlyToOneWhoMayDecide() {
            assertThat(mvc.get().uri("/gjennomgang")).bodyText().doesNotContain("value=\"ACCEPTED\"");

            assertThat(mvc.get().uri("/gjennomgang").with(user("admin")))
                    .bodyText()
                    .contains("value=\"ACCEPTED\"", "«Meld. St. 24» i alle dokumenter fra USHT Fjordvik")
                    .contains("er et nummer uten sesjon, som brukes om igjen")
                    .doesNotContain("«Meld. St. 24» i alle dokumenter<");
        }

        @Test
        void acceptsTheChosenDocumentAndTeachesItsWords() {
            assertThat(answer("ACCEPTED", link(SECOND), "OWNER"))
                    .hasRedirectedUrl("/gjennomgang")
                    .flash()
                    .containsKeys("undo", "linkAgain")
                    .extractingByKey("told")
                    .asString()
                    .contains("Koblingen er godtatt", "gjelder fra nå av i dokumenter fra USHT Fjordvik");

            assertThat(sources.review.answers())
                    .containsExactly(new Answer(List.of(link(SECOND)), Verdict.ACCEPTED, AliasScope.OWNER));
        }

        @Test
        void rejectsAllThatAQuestionIsAboutAndLearnsNothing() {
            assertThat(answer("REJECTED", link(SECOND), "OWNER")).hasRedirectedUrl("/gjennomgang");

            assertThat(sources.review.answers())
                    .containsExactly(new Answer(List.of(link(FIRST), link(SECOND)), Verdict.REJECTED, AliasScope.NONE));
            assertThat(mvc.get().uri("/gjennomgang").with(user("admin")))
                    .bodyText()
                    .contains("Siste avgjørelser", "Avvist")
                    .doesNotContain("Hvor skal skrivemåten gjelde?");
        }

        @Test
        void takesADecisionBack() {
            answer("UNSURE", "", "NONE");

            assertThat(mvc.post()
                            .uri("/gjennomgang/angre")
                            .param("alle", link(FIRST), link(SECOND))
                            .with(user("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/gjennomgang")
                    .flash()
                    .extractingByKey("told")
                    .asString()
                    .contains("Forslaget venter igjen");

            assertThat(sources.review.answers()).isEmpty();
        }

        @Test
        void takesASpellingBackAndOffersToReadAgain() {
            assertThat(mvc.post()
                            .uri("/gjennomgang/skrivemater/ta-tilbake")
                            .param("id", "3f2a")
                            .with(user("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/gjennomgang/skrivemater")
                    .flash()
                    .containsEntry("linkAgain", List.of(EdgeExamples.DOCUMENT));

            assertThat(sources.review.aliases()).isEmpty();
        }

        @Test
        void readsDocumentsAgainAsAJob() {
            assertThat(mvc.post()
                            .uri("/gjennomgang/les-igjen")
                            .param("dokument", EdgeExamples.DOCUMENT)
                            .with(user("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/jobber/a1b2");
        }

        @Test
        void pointsOutTheDocumentThatAnItemMeans() {
            assertThat(mvc.get().uri("/gjennomgang").with(user("admin")))
                    .bodyText()
                    .contains("<mark>kommunens egen plan for eldre</mark>", "Hvilket styrende dokument er ment?")
                    .contains("<option value=\"Leve hele livet (meldst-15-2017-2018)\"");

            assertThat(pointOut("meldst-15-2017-2018"))
                    .hasRedirectedUrl("/gjennomgang")
                    .flash()
                    .containsKey("undo")
                    .extractingByKey("told")
                    .asString()
                    .contains("Ordene viser nå til Leve hele livet");

            assertThat(sources.review.pointedOut()).containsOnlyKeys(item());
            assertThat(mvc.get().uri("/gjennomgang").with(user("admin")))
                    .bodyText()
                    .doesNotContain("Hvilket styrende dokument er ment?");
        }

        @Test
        void saysWhatToDoWhenWhatIsPointedOutIsUnknown() {
            assertThat(pointOut("noe med mat"))
                    .hasRedirectedUrl("/gjennomgang")
                    .flash()
                    .extractingByKey("refused")
                    .asString()
                    .contains("«noe med mat»", "Velg fra listen");
        }

        private MvcTestResult pointOut(String document) {
            return mvc.post()
                    .uri("/gjennomgang/pek-ut")
                    .param("alle", item())
                    .param("dokument", document)
                    .with(user("admin"))
                    .with(csrf())
                    .exchange();
        }

        private static String item() {
            return EdgeExamples.openMentions(EdgeExamples.DOCUMENT).getFirst().address();
        }

        @ParameterizedTest
        @CsvSource({
            "/gjennomgang/svar",
            "/gjennomgang/pek-ut",
            "/gjennomgang/angre",
            "/gjennomgang/skrivemater/ta-tilbake",
            "/gjennomgang/les-igjen"
        })
        void turnsAStrangerAndAForgedFormAway(String address) {
            assertThat(mvc.post().uri(address).param("alle", link(FIRST)).with(csrf()))
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl("/logg-inn");
            assertThat(mvc.post().uri(address).param("alle", link(FIRST)).with(user("admin")))
                    .hasStatus(403);
            assertThat(sources.review.answers()).isEmpty();
        }

        private MvcTestResult answer(String verdict, String chosen, String scope) {
            return mvc.post()
                    .uri("/gjennomgang/svar")
                    .param("alle", link(FIRST), link(SECOND))
                    .param("kobling", chosen)
                    .param("svar", verdict)
                    .param("gjelder", scope)
                    .with(user("admin"))
                    .with(csrf())
                    .exchange();
        }

        private static String link(String name) {
            return EdgeExamples.link(name);
        }
    }
}
