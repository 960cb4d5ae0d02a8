package no.forankring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.forankring.review.AliasScope;
import no.forankring.review.QueueFilter;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.testing.EdgeExamples;
import no.forankring.testing.FakePersonalData;
import no.forankring.testing.FakeService;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(classes = FakeService.class)
@AutoConfigureMockMvc
class PageAnswersIT {

    private static UserRequestPostProcessor adviser(String name) {
        return user(name).roles("READER", "ADVISER");
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FakePageSources sources;

    @Autowired
    FakePersonalData personalData;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /                                                  | 5 koblinger peker hit
                    /sok?q=mål                                         | <mark>måltid</mark>
                    /sok?q=mål                                         | /dokumenter/mandat-trygg-mat-1a2b3c4d#p-0000000007
                    /sok?q=mål                                         | andre &lt;hver&gt; dag
                    /sok?q=mål                                         | /sok/hvorfor?q=m%C3%A5l&amp;dokument=mandat-trygg-mat-1a2b3c4d
                    /sok/hvorfor?q=mål&dokument=mandat-trygg-mat-1a2b3c4d | står i ett avsnitt, som «måltid»
                    /sok/hvorfor?q=mål&dokument=Finnes%20ikke!         | finnes ikke i søkeindeksen
                    /sok?q=mål&type=mandat                             | Ta bort filteret Dokumenttype: mandat
                    /sok?q=finnesikke                                  | Søket dekker 12 dokumenter.
                    /sok?q=finnesikke                                  | De er fra 2018 til 2025.
                    /sok?q=finnesikke                                  | 3 filer kunne ikke leses
                    /sok?q=finnesikke                                  | Søket lette også etter måltidene.
                    /sok?q=finnesikke                                  | Mente du
                    /sok?q=finnesikke&type=mandat                      | href="/sok?q=m%C3%A5ltid&amp;type=mandat"
                    /sok?q=mål                                         | viser til noe som er avløst siden
                    /sok?q=mål                                         | 4 koblinger bygger på dokumentet
                    /sok?q=mål                                         | 15. januar 2025
                    /sok?q=mål                                         | href="/nettverk/mat-og-maltider-i-fjordvik"
                    /sok?q=mål                                         | sort=most-used
                    /sok?q=mål&network=mat-og-maltider-i-fjordvik      | Ta bort filteret Nettverk: Nettverk for mat og måltider i Fjordvik
                    /sok?q=mål&relation=cites-replaced                 | Ta bort filteret Sammenheng: viser til noe som er erstattet
                    /sok?q=mål&siden=2025-01-01T00:00:00Z              | Ta bort filteret Lest inn etter: 1. jan. 2025
                    /sok?q=mål&siden=tull&sort=tull                    | <mark>måltid</mark>
                    /sok?q=Meld. St. 24                                | Ingen av dokumentene passer
                    /lignende?dokument=mandat-trygg-mat-1a2b3c4d       | Årsplan for måltider i Fjordvik
                    /lignende?dokument=mandat-trygg-mat-1a2b3c4d       | Begge viser til
                    /styrende-dokumenter/meldst-15-2017-2018?sok=<b>   | Du søkte etter «&lt;b&gt;»
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
                    /gjennomgang?type=partOf                           | Kurs i kartlegging av ernæring – er del av – Nettverk for mat
                    /gjennomgang                                       | Taler mot
                    /gjennomgang                                       | Slik har dere avgjort de samme ordene: 4 godtatt, 1 avvist
                    /gjennomgang/avgjorelser                           | to lesere er uenige
                    /gjennomgang/uenighet                              | Cohens kappa: 0,50
                    /gjennomgang                                       | Logg inn for å avgjøre
                    /gjennomgang/skrivemater                           | «Trygg alderdom-meldingen»
                    /gjennomgang/skrivemater                           | i dokumenter fra USHT Fjordvik
                    /dokumenter/mandat-trygg-mat-1a2b3c4d              | nummer 24 er brukt av 2 kjente dokumenter
                    /sparql-editor?query=SELECT                        | http://localhost:8080/id/governing-document/meldst-15-2017-2018
                    /sparql-editor?query=SELECT                        | sett LIMIT og OFFSET
                    /sparql-editor?query=ASK                           | Ja
                    /sparql-editor?query=tull                          | Linje 1
                    /forankringssjekk?dokument=mandat-trygg-mat-1a2b3c4d | Vurdert etter hva som gjaldt
                    /forankringssjekk?dato=tull                        | Datoen tull kan ikke leses
                    /rapporter                                         | Nettverk og
                    /rapporter/styringsdokumenter-uten-forankring      | Lindrende behandling og omsorg
                    /rapporter/aktiviteter-per-styringsdokument?vis=ja&year=i%20fjor | Skriv et helt tall
                    /gjennomgang/sammenslaing                          | Taler mot
                    /gjennomgang/sammenslaing                          | har felles ord: måltider
                    /gjennomgang                                       | /gjennomgang/sammenslaing
                    /gjennomgang/navn?id=mat-og-maltider-i-fjordvik    | «Matnettverket»
                    /nettverk/mat-og-maltider-i-fjordvik               | «Matnettverket»
                    /funn                                              | men summen er oppgitt til 14
                    /funn                                              | Tretten team deltok.
                    /dokumenter/mandat-trygg-mat-1a2b3c4d              | men summen er oppgitt til 14
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

    @ParameterizedTest
    @ValueSource(strings = {"Meld. St. 15 (2017–2018)", "  Meld. St. 15 (2017–2018). "})
    void leadsATypedCitationStraightToItsTargetWithAWayBack(String typed) {
        String target =
                mvc.get().uri("/sok?q={q}", typed).exchange().getResponse().getRedirectedUrl();
        assertThat(target).startsWith("/styrende-dokumenter/meldst-15-2017-2018?sok=Meld.%20St.%2015");

        assertThat(mvc.get().uri(java.net.URI.create(target))).bodyText().contains("Vis søket i stedet", "direkte=nei");
        assertThat(mvc.get().uri("/sok?q={q}&direkte=nei", typed)).hasStatusOk();
        assertThat(mvc.get().uri("/sok?q={q}&type=mandat", typed)).hasStatusOk();
    }

    @Test
    void suggestsInGroupsInTheReadersLanguage() {
        assertThat(mvc.get().uri("/sok/forslag?q=mål&lang=nn"))
                .hasStatusOk()
                .bodyText()
                .contains("\"told\":\"3 forslag\"", "styrande dokument")
                .contains("/styrende-dokumenter/meldst-15-2017-2018", "/sok?q=m%C3%A5l%20og%20planer");
        assertThat(mvc.get().uri("/sok/forslag?q=x")).hasStatusOk().bodyText().contains("\"groups\":[]");
        assertThat(mvc.get().uri("/sok/forslag?q={q}", "m".repeat(500))).hasStatusOk();
    }

    @Test
    void givesAnySearchAsAFeed() throws Exception {
        MvcTestResult answer = mvc.get().uri("/sok/atom?q=mål&type=mandat").exchange();

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("application/atom+xml");
        var feed = javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
        String atom = "http://www.w3.org/2005/Atom";
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo(atom);
        var entry =
                (org.w3c.dom.Element) feed.getElementsByTagNameNS(atom, "entry").item(0);
        assertThat(entry.getElementsByTagNameNS(atom, "updated").item(0).getTextContent())
                .isEqualTo("2025-02-01T08:00:00Z");
        assertThat(entry.getElementsByTagNameNS(atom, "id").item(0).getTextContent())
                .endsWith("/id/document/" + EdgeExamples.DOCUMENT);
        assertThat(entry.getElementsByTagNameNS(atom, "summary").item(0).getTextContent())
                .contains("andre <hver> dag");
    }

    @Test
    void keepsSearchesForTheirOwnerAlone() {
        assertThat(mvc.get().uri("/lagrede-sok")).hasStatus(302);
        assertThat(mvc.post().uri("/lagrede-sok").param("q", "mål").with(adviser("kari")))
                .hasStatus(403);

        assertThat(mvc.post()
                        .uri("/lagrede-sok")
                        .param("q", "mål")
                        .param("type", "mandat")
                        .param("navn", "Kari sitt søk")
                        .with(adviser("kari"))
                        .with(csrf()))
                .hasStatus(302);

        assertThat(mvc.get().uri("/lagrede-sok").with(adviser("kari")))
                .bodyText()
                .contains("Kari sitt søk", "1 nytt dokument", "type=mandat");
        assertThat(mvc.get().uri("/lagrede-sok").with(adviser("ola")))
                .bodyText()
                .doesNotContain("Kari sitt");
        assertThat(mvc.post()
                        .uri("/lagrede-sok/0000000000000000/slett")
                        .with(adviser("kari"))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post().uri("/lagrede-sok").with(adviser("kari")).with(csrf()))
                .hasStatus(302);
    }

    @Test
    void checksAPastedListWithoutKeepingIt() {
        assertThat(mvc.post()
                        .uri("/forankringssjekk")
                        .param("tekst", "Meld. St. 24\nMeld. St. 15 (2017–2018)\n<b>Demensplan 2025</b>")
                        .param("dato", "2024-03-01"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "3 punkter",
                        "Sesjonen mangler",
                        "er ført videre i",
                        "/styrende-dokumenter/meldst-24-2022-2023",
                        "Meld. St. 15 (2017–2018) Leve hele livet – En kvalitetsreform for eldre",
                        "Demensplan 2025 (Helse- og omsorgsdepartementet, 2020)",
                        "Meld. St. 24 [må avklares]",
                        "1. mars 2024")
                .doesNotContain("<b>Dem");
    }

    @Test
    void givesTheCorrectedListAsTextAndAsADocument() throws IOException {
        assertThat(mvc.post()
                        .uri("/forankringssjekk/liste")
                        .param("tekst", "Meld. St. 15 (2017–18) og Demensplan 2025")
                        .param("format", "txt"))
                .hasStatusOk()
                .hasContentType("text/plain;charset=UTF-8")
                .bodyText()
                .isEqualTo("""
                        - Meld. St. 15 (2017–2018) Leve hele livet – En kvalitetsreform for eldre
                        - Demensplan 2025 (Helse- og omsorgsdepartementet, 2020)
                        """);

        byte[] docx = mvc.post()
                .uri("/forankringssjekk/liste")
                .param("tekst", "Demensplan 2025")
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getNumID() != null)
                    .singleElement()
                    .satisfies(item -> assertThat(item.getText())
                            .isEqualTo("Demensplan 2025 (Helse- og omsorgsdepartementet, 2020)"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "csv, text/csv;charset=UTF-8",
        "xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "html, text/html;charset=UTF-8"
    })
    void givesAReportAsAFile(String format, String type) {
        assertThat(mvc.get().uri("/rapporter/styringsdokumenter-uten-forankring/fil." + format))
                .hasStatusOk()
                .hasContentType(type)
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"styringsdokumenter-uten-forankring.%s\"".formatted(format));
    }

    @Test
    void saysThatThereIsNoSuchReportOrFile() {
        assertThat(mvc.get().uri("/rapporter/finnes-ikke")).hasStatus(404);
        assertThat(mvc.get().uri("/rapporter/styringsdokumenter-uten-forankring/fil.pdf"))
                .hasStatus(404);
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
    void knowsOfNoLoginServiceUnlessOneIsSet() {
        assertThat(mvc.get().uri("/logg-inn"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/logg-inn/via")
                .doesNotContain("Logg inn med");
        assertThat(mvc.get().uri("/logg-inn/via/oidc")).hasStatus(404);
    }

    @Test
    void endsALoginAfterTwelveHours() {
        Instant now = Instant.parse("2025-03-03T09:20:00Z");
        assertThat(mvc.get()
                        .uri("/konto")
                        .with(adviser("kari"))
                        .sessionAttr(SessionLife.SINCE, now.minus(Duration.ofHours(11))))
                .hasStatusOk();
        assertThat(mvc.get()
                        .uri("/konto")
                        .with(adviser("kari"))
                        .sessionAttr(SessionLife.SINCE, now.minus(Duration.ofHours(13))))
                .hasRedirectedUrl("/logg-inn");
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
                .with(user("admin").roles("ADVISER", "READER", "PERSONAL_DATA"))
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
        "/jobber/finnes-ikke",
        "/ting/goal/finnes-ikke"
    })
    void answersNotFoundForWhatDoesNotExist(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/last-opp",
        "/konto",
        "/personopplysninger",
        "/personopplysninger/mandat-trygg-mat-1a2b3c4d",
        "/dokumenter/mandat-trygg-mat-1a2b3c4d/fil"
    })
    void asksAStrangerToLogIn(String address) {
        assertThat(mvc.get().uri(address)).hasStatus3xxRedirection().hasRedirectedUrl("/logg-inn");
    }

    @ParameterizedTest
    @CsvSource({
        "/personopplysninger",
        "/personopplysninger/mandat-trygg-mat-1a2b3c4d",
        "/dokumenter/mandat-trygg-mat-1a2b3c4d/fil",
        "/api/personal-data",
        "/api/personal-data/mandat-trygg-mat-1a2b3c4d"
    })
    void showsPersonalDataToNobodyWithoutTheRight(String address) {
        assertThat(mvc.get().uri(address).with(adviser("kari"))).hasStatus(403);
    }

    @Test
    void listsWhatIsWithheldForOneWithTheRight() {
        assertThat(mvc.get().uri("/personopplysninger").with(releaser()))
                .hasStatusOk()
                .bodyText()
                .contains("/personopplysninger/" + EdgeExamples.DOCUMENT);
        assertThat(mvc.get().uri("/personopplysninger/" + EdgeExamples.DOCUMENT).with(releaser()))
                .hasStatusOk()
                .bodyText()
                .contains("k•••@f•••••••.e••••••", "Vis ordene", "1 holdt tilbake, 1 frigitt", "Frigitt av kari");
        assertThat(mvc.get().uri("/personopplysninger/finnes-ikke").with(releaser()))
                .hasStatus(404);
    }

    @Test
    void releasesAndWithholdsAndLetsTheDocumentBeReadAgain() {
        assertThat(mvc.post()
                        .uri("/personopplysninger/" + EdgeExamples.DOCUMENT)
                        .param("frigi", FakePersonalData.E_MAIL)
                        .param("grunn", "har samtykket")
                        .with(releaser())
                        .with(csrf()))
                .hasRedirectedUrl("/personopplysninger/" + EdgeExamples.DOCUMENT)
                .flash()
                .containsEntry("job", "/jobber/a1b2");
        assertThat(personalData.decided).isEqualTo("admin releases [" + FakePersonalData.E_MAIL + "]: har samtykket");

        assertThat(mvc.post()
                        .uri("/personopplysninger/" + EdgeExamples.DOCUMENT)
                        .param("hold", "alle")
                        .with(releaser())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(personalData.decided)
                .isEqualTo("admin withholds [" + FakePersonalData.E_MAIL + ", " + FakePersonalData.NAME + "]");
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor releaser() {
        return user("admin").roles("ADVISER", "READER", "PERSONAL_DATA");
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
                        .with(adviser("admin"))
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
                        .with(adviser("admin"))
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
                        .with(adviser("admin")))
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

            assertThat(mvc.get().uri("/gjennomgang").with(adviser("admin")))
                    .bodyText()
                    .contains("value=\"ACCEPTED\"", "«Meld. St. 24» i alle dokumenter fra USHT Fjordvik")
                    .contains("alle 7 like omtaler i 3 dokumenter", "Avsnittet før.", "teksten sier «Bu trygt heime»")
                    .contains("er et nummer uten sesjon, som brukes om igjen")
                    .doesNotContain("«Meld. St. 24» i alle dokumenter<");
        }

        @Test
        void acceptsTheChosenDocumentTeachesItsWordsAndGoesOn() {
            String next = key(1);

            assertThat(answer("ACCEPTED", link(SECOND), "OWNER"))
                    .hasRedirectedUrl("/gjennomgang?sak=" + next)
                    .flash()
                    .containsKeys("undo", "linkAgain")
                    .extractingByKey("told")
                    .asString()
                    .contains("Koblingen er godtatt", "gjelder fra nå av i dokumenter fra USHT Fjordvik");

            assertThat(sources.review.answers())
                    .containsExactly(new Answer(List.of(link(SECOND)), Verdict.ACCEPTED, AliasScope.OWNER, "derfor"));
            assertThat(sources.review.place("admin").orElseThrow().item()).isEqualTo(next);
        }

        @Test
        void rejectsAllThatAnItemIsAboutAndLearnsNothing() {
            assertThat(answer("REJECTED", link(SECOND), "OWNER")).hasStatus3xxRedirection();

            assertThat(sources.review.answers())
                    .containsExactly(new Answer(
                            List.of(link(FIRST), link(SECOND)), Verdict.REJECTED, AliasScope.NONE, "derfor"));
            assertThat(mvc.get().uri("/gjennomgang").with(adviser("admin")))
                    .bodyText()
                    .contains("Siste avgjørelser", "Avvist")
                    .doesNotContain("Hvor skal skrivemåten gjelde?");
        }

        @Test
        void takesADecisionBackAndShowsTheItemAgain() {
            String item = key(0);
            answer("UNSURE", "", "NONE");

            assertThat(mvc.post()
                            .uri("/gjennomgang/angre")
                            .param("sammen", "svar-1")
                            .param("sak", item)
                            .with(adviser("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/gjennomgang?sak=" + item)
                    .flash()
                    .extractingByKey("told")
                    .asString()
                    .contains("Forslaget venter igjen");

            assertThat(sources.review.answers()).isEmpty();
        }

        @Test
        void keepsTheFilterInTheAddress() {
            assertThat(mvc.post()
                            .uri("/gjennomgang/hopp-over")
                            .param("sak", key(0))
                            .param("dokument", EdgeExamples.DOCUMENT)
                            .with(adviser("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/gjennomgang?dokument=" + EdgeExamples.DOCUMENT + "&sak=" + key(1));
        }

        @Test
        void switchesSingleKeysOff() {
            assertThat(mvc.get().uri("/gjennomgang").with(adviser("admin")))
                    .bodyText()
                    .contains("data-keys=\"on\"");

            assertThat(mvc.post()
                            .uri("/gjennomgang/taster")
                            .param("pa", "false")
                            .with(adviser("admin"))
                            .with(csrf()))
                    .hasStatus3xxRedirection();

            assertThat(mvc.get().uri("/gjennomgang").with(adviser("admin")))
                    .bodyText()
                    .contains("data-keys=\"off\"", "Slå på enkelttaster");
        }

        @Test
        void asksForASecondReadingNotesWhatIsSaidAndSettles() {
            post("/gjennomgang/andre-lesning", "dokument", EdgeExamples.DOCUMENT);
            post("/gjennomgang/andre-lesning/l1/svar", "sak", key(0), "svar", "REJECTED", "hvorfor", "nei");
            post("/gjennomgang/uenighet/avgjor", "id", "u1", "side", "SECOND", "hvorfor", "sett på");

            assertThat(sources.secondReader.told())
                    .containsExactly(
                            "ask dokument=" + EdgeExamples.DOCUMENT + " admin",
                            "say " + key(0) + " REJECTED nei admin",
                            "settle SECOND sett på admin");
        }

        private void post(String address, String... parameters) {
            var request = mvc.post().uri(address).with(adviser("admin")).with(csrf());
            for (int i = 0; i < parameters.length; i += 2) {
                request = request.param(parameters[i], parameters[i + 1]);
            }
            assertThat(request.exchange()).hasStatus3xxRedirection();
        }

        private String key(int place) {
            return sources.review.queue(QueueFilter.ALL).items().get(place).key();
        }

        @Test
        void takesASpellingBackAndOffersToReadAgain() {
            assertThat(mvc.post()
                            .uri("/gjennomgang/skrivemater/ta-tilbake")
                            .param("id", "3f2a")
                            .with(adviser("admin"))
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
                            .with(adviser("admin"))
                            .with(csrf()))
                    .hasRedirectedUrl("/jobber/a1b2");
        }

        @Test
        void pointsOutTheDocumentThatAnItemMeans() {
            assertThat(mvc.get().uri("/gjennomgang?type=open").with(adviser("admin")))
                    .bodyText()
                    .contains("<mark>kommunens egen plan for eldre</mark>", "Hvilket styrende dokument er ment?")
                    .contains("<option value=\"Leve hele livet (meldst-15-2017-2018)\"");

            assertThat(choose("meldst-15-2017-2018"))
                    .hasRedirectedUrl("/gjennomgang")
                    .flash()
                    .containsEntry("undo", "valgt-1");

            assertThat(sources.review.pointedOut()).containsOnlyKeys(item());
        }

        @Test
        void saysWhatToDoWhenWhatIsPointedOutIsUnknownAndShowsWhatTheRegisterHas() {
            MvcTestResult refused = choose("Leve");

            assertThat(refused)
                    .hasRedirectedUrl("/gjennomgang?sak=" + key(2) + "&finn=Leve")
                    .flash()
                    .extractingByKey("refused")
                    .asString()
                    .contains("«Leve»", "Velg fra listen");
            assertThat(mvc.get().uri("/gjennomgang?sak={key}&finn=Leve", key(2)).with(adviser("admin")))
                    .bodyText()
                    .contains("Registeret har for «Leve»", "name=\"mal\" value=\"meldst-15-2017-2018\"");
        }

        private MvcTestResult choose(String document) {
            return mvc.post()
                    .uri("/gjennomgang/velg-annen")
                    .param("sak", key(2))
                    .param("mal", document)
                    .with(adviser("admin"))
                    .with(csrf())
                    .exchange();
        }

        private static String item() {
            return EdgeExamples.openMentions(EdgeExamples.DOCUMENT).getFirst().address();
        }

        @ParameterizedTest
        @CsvSource({
            "/gjennomgang/svar",
            "/gjennomgang/velg-annen",
            "/gjennomgang/hopp-over",
            "/gjennomgang/taster",
            "/gjennomgang/andre-lesning",
            "/gjennomgang/andre-lesning/l1/svar",
            "/gjennomgang/uenighet/avgjor",
            "/gjennomgang/angre",
            "/gjennomgang/skrivemater/ta-tilbake",
            "/gjennomgang/les-igjen"
        })
        void turnsAStrangerAndAForgedFormAway(String address) {
            assertThat(mvc.post().uri(address).param("alle", link(FIRST)).with(csrf()))
                    .hasStatus3xxRedirection()
                    .hasRedirectedUrl("/logg-inn");
            assertThat(mvc.post().uri(address).param("alle", link(FIRST)).with(adviser("admin")))
                    .hasStatus(403);
            assertThat(sources.review.answers()).isEmpty();
        }

        private MvcTestResult answer(String verdict, String chosen, String scope) {
            return mvc.post()
                    .uri("/gjennomgang/svar")
                    .param("sak", key(0))
                    .param("kobling", chosen)
                    .param("hvorfor", "derfor")
                    .param("svar", verdict)
                    .param("gjelder", scope)
                    .with(adviser("admin"))
                    .with(csrf())
                    .exchange();
        }

        private static String link(String name) {
            return EdgeExamples.link(name);
        }
    }
}
