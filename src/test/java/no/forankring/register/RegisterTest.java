package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.forankring.register.Register.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {

    private static final Register REGISTER = Register.builtIn();

    @Test
    void holdsEveryRowOfTheBuiltInFiles() {
        assertThat(REGISTER.all()).hasSize(437);
        assertThat(REGISTER.all())
                .filteredOn(document -> document.certainty() == GoverningDocument.Certainty.VERIFIED)
                .hasSize(353);
    }

    @Test
    void findsADocumentWithItsFields() {
        var document = get("lov-2011-06-24-30");

        assertThat(document.type()).isEqualTo(DocumentType.LAW);
        assertThat(document.number()).isEqualTo("30");
        assertThat(document.label()).isEqualTo("Helse- og omsorgstjenesteloven");
        assertThat(document.ambiguousAliases()).containsExactly("hol.", "hol");
        assertThat(document.inForceFrom()).contains(new PartialDate("2012-01-01"));
        assertThat(document.replaces())
                .extracting(GoverningDocumentId::value)
                .containsExactly("lov-1982-11-19-66", "lov-1991-12-13-81");
        assertThat(document.checkedFields()).contains("title", "official");
    }

    @Test
    void answersEmptyForAnUnknownId() {
        assertThat(REGISTER.find(new GoverningDocumentId("lov-1950-01-01-1"))).isEmpty();
    }

    @Test
    void givesEveryDocumentThatSharesANumber() {
        assertThat(REGISTER.byNumber(DocumentType.WHITE_PAPER, "24"))
                .extracting(document -> document.id().value())
                .containsExactlyInAnyOrder("meldst-24-2022-2023", "meldst-24-2019-2020");
    }

    @ParameterizedTest
    @CsvSource({
        "WHITE_PAPER, 24, 2019-2020, meldst-24-2019-2020",
        "WHITE_PAPER, 24, 2022–2023, meldst-24-2022-2023",
        "PROPOSITION, 91L, 2010–2011, prop-91-l-2010-2011",
        "WHITE_PAPER_OLD, 50, 1996–1997, stmeld-50-1996-97",
        "PROPOSITION_OLD, 13, 1998-99, otprp-13-1998-1999",
        "OFFICIAL_REPORT, 4, 2023, nou-2023-4",
    })
    void findsByNumberAndSessionHoweverTheyAreWritten(DocumentType type, String number, String session, String id) {
        assertThat(REGISTER.byNumber(type, number, session)).contains(get(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leve hele livet",
                "leve heile livet",
                "Barnelova",
                "kvalitetsforskriften",
                "hol",
                "Diabetes",
                "Kreftstrategien"
            })
    void callsANameAmbiguousWhenItFitsSeveralOrIsAnEverydayWord(String name) {
        assertThat(REGISTER.named(name))
                .isNotEmpty()
                .extracting(Register.Name::kind)
                .containsOnly(Kind.AMBIGUOUS);
    }

    @Test
    void namesALawButNotItsPropositionByTheTitleOfTheLaw() {
        assertThat(REGISTER.named("Lov om folkehelsearbeid (folkehelseloven)"))
                .extracting(name -> name.document().id().value())
                .containsExactly("lov-2011-06-24-29");
    }

    @Test
    void namesEachTextOncePerDocument() {
        assertThat(REGISTER.names())
                .extracting(name -> name.document().id() + " " + Register.key(name.text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void leavesEveryUnambiguousNameToOneDocument() {
        assertThat(REGISTER.names())
                .filteredOn(name -> name.kind() != Kind.AMBIGUOUS)
                .extracting(name -> Register.key(name.text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void comparesNamesWithoutCaseDashesAndSpaces() {
        assertThat(REGISTER.named("VI - DE\u00A0PÅRØRENDE")).isEqualTo(REGISTER.named("Vi – de pårørende"));
        assertThat(REGISTER.named("Helse- og omsorgstjenesteloven")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lovdata.no/eli/lov/2011/06/24/30",
                "http://www.lovdata.no/eli/lov/2011/06/24/30/nor/html",
                "https://lovdata.no/dokument/NL/lov/2011-06-24-30",
                "https://lovdata.no/lov/2011-06-24-30",
            })
    void findsALawByEveryAddressOfIt(String address) {
        assertThat(REGISTER.atAddress(address)).containsExactly(get("lov-2011-06-24-30"));
    }

    @Test
    void findsAGovernmentPageByItsIdWhateverTheSlug() {
        assertThat(REGISTER.atAddress("https://www.regjeringen.no/nn/dokumenter/annan-tittel/id2984417/?ch=2"))
                .containsExactly(get("meldst-24-2022-2023"));
    }

    @Test
    void givesAllDocumentsThatOneOfficialPageIsAbout() {
        assertThat(REGISTER.atAddress("https://www.stortinget.no/no/Saker-og-publikasjoner/Saker/Sak/?p=100511"))
                .hasSize(2);
    }

    @Test
    void holdsNoNumberWrittenInAnotherWayAsAName() {
        assertThat(REGISTER.names())
                .filteredOn(name -> name.kind() == Kind.ALIAS)
                .extracting(Register.Name::text)
                .noneMatch(text ->
                        text.matches("(?i)(meld\\.? ?st|st\\.? ?meld|stortingsmelding|nou|prop\\.|LOV-|FOR-).*\\d.*"));
    }

    @Test
    void keepsTheReformApartFromTheWhitePaperThatLaunchedIt() {
        assertThat(get("reform-leve-hele-livet").followsUp()).contains(new GoverningDocumentId("meldst-15-2017-2018"));
    }

    @Test
    void isMadeFromRowsOfAnyOrigin() {
        var register = new Register(List.of(get("nou-2023-4")));

        assertThat(register.named("Helsepersonellkommisjonen")).hasSize(1);
    }

    private static GoverningDocument get(String id) {
        return REGISTER.find(new GoverningDocumentId(id)).orElseThrow();
    }
}
