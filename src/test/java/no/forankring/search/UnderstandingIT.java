package no.forankring.search;

import static no.forankring.search.SearchExamples.document;
import static no.forankring.search.SearchExamples.passages;
import static no.forankring.search.SearchExamples.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import no.forankring.document.DocumentId;
import no.forankring.document.Language;
import no.forankring.search.KnownNames.Thing;
import no.forankring.search.SearchResult.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is meant is found, and the reader is told how it was read.
class UnderstandingIT {

    private static final KnownNames NAMES = new KnownNames(List.of(
            new Thing(
                    "strategi-vi-de-parorende",
                    List.of("Pårørendestrategien", "Vi – de pårørende"),
                    List.of("pårørende-planen"),
                    List.of()),
            new Thing(
                    "meldst-15-2017-2018",
                    List.of("Leve hele livet", "Meld. St. 15 (2017–2018)"),
                    List.of(),
                    List.of()),
            new Thing(
                    "lov-1999-07-02-63",
                    List.of(
                            "pasient- og brukerrettighetsloven",
                            "pbrll",
                            "helseloven",
                            "Lov om pasient- og brukerrettigheter"),
                    List.of(),
                    List.of()),
            new Thing(
                    "lov-2011-06-24-30",
                    List.of("helse- og omsorgstjenesteloven", "lov-2011-06-24-30"),
                    List.of(),
                    List.of("hol."))));

    @TempDir
    private Path home;

    private PassageSearch search;

    @BeforeEach
    void open() {
        search = PassageSearch.open(home.resolve("index"), NAMES);
    }

    @AfterEach
    void close() {
        search.close();
    }

    // Other names

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pårørendestrategien; Planen bygger på Vi – de pårørende.",
                "pårørandestrategien; Planen bygger på Vi – de pårørende.",
                "pårørende-planen; Planen bygger på Vi – de pårørende.",
                "vi de pårørende; Oppfølging av pårørendestrategien",
                "leve hele livet; Forankret i Meld. St. 15 (2017–2018)",
                "Meld. St. 15 (2017–2018); Reformen Leve heile livet er avslutta",
                "hol. § 4-2; Etter helse- og omsorgstjenesteloven § 4-2 skal det arbeides systematisk",
                "helse- og omsorgstjenesteloven § 4-2; Etter hol. § 4-2 skal det arbeides systematisk",
                "LOV-2011-06-24-30; Helse- og omsorgstenestelova gjeld her",
                "LOV-2011-06-24-30; Lov 24. juni 2011 nr. 30 gjelder her",
                "lov 24. juni 2011 nr. 30; Se LOV-2011-06-24-30 om dette"
            })
    void findsADocumentByItsOtherNames(String typed, String passage) {
        put(document("riktig", "Et dokument", passage), document("annet", "Noe annet", "Helt uten slike ord"));

        assertThat(ids(search.search(query(typed)))).containsExactly("riktig");
    }

    @Test
    void putsTheNameThatWasTypedBeforeTheOtherNames() {
        put(
                document("navnet", "A", "Her står Vi – de pårørende to ganger: Vi – de pårørende."),
                document("ordet", "B", "Oppfølging av pårørendestrategien i kommunen er et mål for planen."));

        assertThat(ids(search.search(query("pårørendestrategien")))).containsExactly("ordet", "navnet");
    }

    @Test
    void keepsAQuotedNameToItsWords() {
        put(
                document("navnet", "A", "Her står Vi – de pårørende."),
                document("ordet", "B", "Her står pårørendestrategien."));

        assertThat(ids(search.search(query("\"pårørendestrategien\"")))).containsExactly("ordet");
    }

    @Test
    void neverTakesANameForAMisspellingOfAnotherWord() {
        put(
                document("riktig", "A", "Retten følger av pasient- og brukerrettighetsloven"),
                document("annet", "B", "Reguleringsplan etter pbll § 12-1"));

        SearchResult result = search.search(query("pbrll"));

        assertThat(ids(result)).containsExactly("riktig");
        assertThat(result.understood()).doesNotContain("lignende");
    }

    @Test
    void findsANameByItsMisspelling() {
        put(
                document("loven", "Lov om pasient- og brukerrettigheter", "Se helseloven og helseloven"),
                document("annet", "B", "Noe etter helseloven"));

        assertThat(ids(search.search(query("helselovn")))).containsExactly("loven", "annet");
    }

    @Test
    void readsAnAbbreviationOnlyBeforeASection() {
        put(
                document("stedet", "A", "Nettverket møtes i Hol i mai."),
                document("loven", "B", "Helse- og omsorgstjenesteloven gjelder."));

        assertThat(ids(search.search(query("hol")))).containsExactly("stedet");
    }

    @Test
    void marksTheOtherNameAndTellsOfIt() {
        put(document("riktig", "Et dokument", "Planen bygger på Vi – de pårørende."));

        SearchResult result = search.search(query("pårørendestrategien"));

        assertThat(result.hits().getFirst().passages().getFirst().segments())
                .filteredOn(Segment::marked)
                .extracting(Segment::text)
                .containsExactly("Vi – de pårørende");
        assertThat(result.understood()).contains("er også søkt som «Vi – de pårørende»");
    }

    @Test
    void takesNamesAsValuesOfFields() {
        put(citing("siterer", "strategi-vi-de-parorende"), citing("annet", "meldst-15-2017-2018"));

        assertThat(ids(search.search(query("siterer:pårørendestrategien")))).containsExactly("siterer");
        assertThat(ids(search.search(query("siterer:\"Meld. St. 15 (2017–2018)\""))))
                .containsExactly("annet");
    }

    // Words and their parts

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "omsorgstjeneste; Helse- og omsorgstjenester til eldre",
                "omsorg; Kommunale omsorgstjenester",
                "demensplan; Kommunens plan for demens",
                "demens; Kommunens demensplan",
                "brukermedvirkning; Rådet sikrer medvirkning fra brukerne",
                "medvirkning; Rådet sikrer brukermedvirkning",
                "demens team; Kommunen har et demensteam",
                "plan for smittevern; Kommunens smittevernplan",
                "ernæringsfagdag; Velkommen til fagdag om ernæring",
                "kvalitetsnettverk; Eit nettverk for leiing og kvalitet",
                "måltidsvenner; Måltid med venner hver tirsdag",
                "måltid venner; Ordningen Måltidsvenner starter i mai"
            })
    void findsCompoundsByTheirPartsAndPartsByTheCompound(String typed, String passage) {
        put(document("riktig", "Et dokument", passage), document("annet", "Noe annet", "Helt uten slike ord"));

        assertThat(ids(search.search(query(typed)))).containsExactly("riktig");
    }

    @Test
    void doesNotFindAWordByWhatOnlyLooksLikeAPart() {
        put(document("a", "A", "Forebygging av underernæring hos eldre"), document("b", "B", "Bygging av en ny skole"));

        assertThat(ids(search.search(query("bygging")))).containsExactly("b");
        assertThat(ids(search.search(query("ernæring")))).doesNotContain("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "demnskoordinator; Kommunens demenskoordinator",
                "velferdsteknolgoi; Nettverk for velferdsteknologi",
                "sykejhem; Kommunens sykehjem",
                "laeringsnettverk; Et læringsnettverk",
                "parorende; Kurs for pårørende",
                "retnigslinjr; Ny faglig retningslinje"
            })
    void findsMisspelledWords(String typed, String passage) {
        put(document("riktig", "Et dokument", passage), document("annet", "Noe annet", "Helt uten slike ord"));

        assertThat(ids(search.search(query(typed)))).containsExactly("riktig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Se meg!", "Vi – de pårørende", "Nå er det alvor", "Forskrift for sykehjem", "Det er mitt valg"})
    void losesNoWordOfATitle(String title) {
        put(
                document("riktig", title, "Et avsnitt"),
                document("annet", "Noe annet", "Pårørende, forskrift, alvor, valg, sykehjem"));

        assertThat(ids(search.search(query(title)))).first().isEqualTo("riktig");
        assertThat(ids(search.search(query("\"" + title + "\"")))).containsExactly("riktig");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Meld. St. 29; I St.meld. nr. 29 (2012–2013) Morgendagens omsorg",
                "stortingsmelding 29; I Meld. St. 29 (2012–2013) Morgendagens omsorg",
                "Prop. 100 L; Se Prop.100L (2020–2021)",
                "IS-1253; Veilederen IS 1253 gjelder",
                "NOU 2023: 4; Se NOU 2023:4 om dette",
                "FOR-2016-10-28-1250; Forskrift 28. oktober 2016 nr. 1250 gjelder"
            })
    void findsNumbersOfDocumentsHoweverTheyAreWritten(String typed, String passage) {
        put(
                document("riktig", "Et dokument", passage),
                document("annet", "Noe annet", "Den 29. mai 2020 kom 100 L melk"));

        assertThat(ids(search.search(query(typed)))).containsExactly("riktig");
    }

    @Test
    void findsADocumentByTheNameOfItsFile() {
        put(document("mandat-demens-2019", "Uten navn", "Et avsnitt"), document("annet", "Noe annet", "demens"));

        assertThat(ids(search.search(query("mandat demens 2019")))).containsExactly("mandat-demens-2019");
    }

    // What comes first

    @Test
    void putsWordsOfOneParagraphBeforeWordsFarApart() {
        put(
                document("spredt", "A", "Om ernæring og annet.", "Her er noe helt annet.", "En samling ble holdt."),
                document("samlet", "B", "Her er noe helt annet.", "Samlingen handlet om ernæring og annet."));

        assertThat(ids(search.search(query("samling ernæring")))).containsExactly("samlet", "spredt");
    }

    @Test
    void putsTheNewerOfTwoAlikeFirst() {
        put(dated("gammel", 2009), dated("uten", 0), dated("ny", 2024));

        assertThat(ids(search.search(query("fallforebygging")))).containsExactly("ny", "gammel", "uten");
    }

    // What the reader is told

    @Test
    void saysInEveryLanguageHowItWasRead() {
        put(document("a", "A", "demens"));
        var query = query("demens OR kreft -rus år:2020..2024");

        assertThat(search.search(query, Locale.of("nb")).understood())
                .isEqualTo("Dokumenter med «demens» eller «kreft», uten «rus»; år 2020–2024."
                        + " Ingen dokumenter har år 2020–2024.");
        assertThat(search.search(query, Locale.of("nn")).understood())
                .startsWith("Dokument med «demens» eller «kreft», utan «rus»");
        assertThat(search.search(query, Locale.ENGLISH).understood())
                .startsWith("Documents with “demens” or “kreft”, without “rus”; year 2020–2024");
    }

    @Test
    void explainsWhichWordsStandWhereAndWhy() {
        put(
                document(
                        "mandat",
                        "Mandat for demensnettverk",
                        "# Mål for tjenestene",
                        "Sykehjemmet skal ha kurs",
                        "Kurs i sykehjem"),
                document("annet", "Noe annet", "sykehjem"));

        List<String> why = search.explain(query("sjukeheim kurs demens raketter"), new DocumentId("mandat")).stream()
                .map(note -> note.text(Locale.of("nb")))
                .toList();

        assertThat(why)
                .contains(
                        "«sjukeheim» står i 2 avsnitt, som «Sykehjemmet» (bøyd eller i den andre målformen), «sykehjem» (bøyd eller i den andre målformen)",
                        "«kurs» står i 2 avsnitt, som «kurs», «Kurs»",
                        "«demens» står i tittelen, som «demensnettverk» (en del av ordet)",
                        "«raketter» står ikke i dokumentet");
        assertThat(search.explain(query("kurs"), new DocumentId("finnes-ikke"))).isEmpty();
        assertThat(search.explain(query(""), new DocumentId("mandat"))).isEmpty();
    }

    @Test
    void explainsThatAllWordsStandTogether() {
        put(document("a", "Kurs i demens", "Et kurs om demens"));

        assertThat(search.explain(query("kurs demens"), new DocumentId("a")))
                .extracting(Note::key)
                .contains("together-title", "together");
    }

    private static IndexedDocument dated(String id, int year) {
        return new IndexedDocument(
                new DocumentId(id),
                "stempel",
                "Plan",
                id + ".docx",
                "annet",
                year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                Language.NOB,
                List.of(),
                passages(List.of("Kurs i fallforebygging")));
    }

    private static IndexedDocument citing(String id, String cited) {
        return new IndexedDocument(
                new DocumentId(id),
                "stempel",
                "Plan",
                id + ".docx",
                "annet",
                OptionalInt.empty(),
                Language.NOB,
                List.of(cited),
                passages(List.of("Et avsnitt")));
    }

    private void put(IndexedDocument... documents) {
        for (IndexedDocument document : documents) {
            search.put(document);
        }
        search.refresh();
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.document().value()).toList();
    }
}
