package no.forankring.anchorcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorCheckTest {

    private static final Register REGISTER = Register.builtIn();
    private static final CitationRecognizer RECOGNIZER = new CitationRecognizer(REGISTER);
    private static final AnchorCheck CHECK = new AnchorCheck(REGISTER);
    private static final LocalDate IN_2024 = LocalDate.of(2024, 3, 1);

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Meld. St. 15 (2017–2018) Leve hele livet                | 2019-01-01 | RIGHT
            hol. § 3-1                                              | 2024-03-01 | RIGHT
            Demensplan 2025                                         | 2024-03-01 | RIGHT
            Demensplan 2025                                         | 2026-03-01 | ENDED
            Demensplan 2025                                         | 2019-03-01 | NOT_YET
            Demensplan 2020                                         | 2024-03-01 | REPLACED
            Demensplan 2020                                         | 2017-03-01 | RIGHT
            Meld. St. 15                                            | 2024-03-01 | SESSION_MISSING
            Meld. St. 24                                            | 2024-03-01 | AMBIGUOUS
            Meld. St. 15 (2016–2017) Leve hele livet                | 2024-03-01 | SESSION_WRONG
            Folkehelseloven og NOU 2023: 4 Tid for handling         | 2024-03-01 | SEVERAL_IN_ONE
            Gamle Olsens retningslinjer                             | 2024-03-01 | NOTHING
            """)
    void saysOfAnItemWhatIsWrongWithIt(String item, LocalDate day, Remark.Kind expected) {
        CheckedList list = check(AnchorCheck.pasted(item), day);

        assertThat(list.items())
                .singleElement()
                .satisfies(checked -> assertThat(Stream.concat(
                                        checked.remarks().stream(),
                                        checked.anchors().stream().flatMap(anchor -> anchor.remarks().stream()))
                                .map(Remark::kind))
                        .contains(expected));
    }

    @Test
    void readsBareLinesAsAListAndGivesTheRightFormOfEach() {
        CheckedList list = check(
                AnchorCheck.pasted(
                        "helse- og omsorgstjenestelova § 3-1\nleve hele livet-meldingen\nkvalitetsforskriften"),
                IN_2024);

        assertThat(list.items().stream().flatMap(item -> item.corrected().stream()))
                .contains("Lov 24. juni 2011 nr. 30 om kommunale helse- og omsorgstjenester m.m."
                        + " (helse- og omsorgstjenesteloven) § 3-1");
        assertThat(list.items()).hasSize(3);
    }

    @Test
    void namesWhatReplacedADocumentAndLeavesItToThePersonToExchangeIt() {
        CheckedItem item =
                check(AnchorCheck.pasted("Demensplan 2020"), IN_2024).items().getFirst();

        assertThat(item.weight()).isEqualTo(Remark.Weight.MEND);
        assertThat(item.anchors().getFirst().remarks())
                .anySatisfy(remark -> assertThat(remark.documents())
                        .containsExactly(new GoverningDocumentId("plan-demensplan-2025")));
        assertThat(item.corrected()).singleElement().asString().startsWith("Demensplan 2020");
    }

    @Test
    void keepsTheWordsOfAnItemThatOnlyAPersonCanSettle() {
        CheckedItem item =
                check(AnchorCheck.pasted("Meld. St. 24"), IN_2024).items().getFirst();

        assertThat(item.weight()).isEqualTo(Remark.Weight.ASK);
        assertThat(item.anchors().getFirst().remarks())
                .extracting(Remark::kind)
                .containsExactly(Remark.Kind.SESSION_MISSING, Remark.Kind.AMBIGUOUS);
        assertThat(item.corrected()).containsExactly("Meld. St. 24");
    }

    @Test
    void takesALawNamedTwiceWithAProvisionForOne() {
        CheckedItem item = check(
                        AnchorCheck.pasted("Helse- og omsorgstjenesteloven (hol.), særlig hol. § 3-1"), IN_2024)
                .items()
                .getFirst();

        assertThat(item.remarks()).isEmpty();
        assertThat(item.corrected()).singleElement().asString().endsWith("§ 3-1");
    }

    @Test
    void keepsTheSectionsOfALawTogether() {
        CheckedItem item = check(AnchorCheck.pasted("Folkehelseloven §§ 4, 5 og 6"), IN_2024)
                .items()
                .getFirst();

        assertThat(item.corrected())
                .containsExactly("Lov 24. juni 2011 nr. 29 om folkehelsearbeid (folkehelseloven) §§ 4, 5 og 6");
    }

    @Test
    void readsAWholeMandateAndPassesOverWhatCitesNothing() {
        CheckedList list = check(Documents.plainText("""
                        # Mandat for nettverk i demens

                        Nettverket skal møtes to ganger i året.

                        Nettverket er forankret i følgende styrende dokumenter:

                        - Demensplan 2025
                        - Folkehelseloven
                        - Notat fra 2019
                        """), IN_2024);

        assertThat(list.items()).hasSize(3);
        assertThat(list.count(Remark.Weight.ASK)).isEqualTo(1);
        assertThat(list.items().getLast().remarks()).extracting(Remark::kind).containsExactly(Remark.Kind.NOTHING);
    }

    @Test
    void findsNothingInAnEmptyText() {
        assertThat(check(AnchorCheck.pasted(" \n "), IN_2024).items()).isEmpty();
        assertThat(List.of(Remark.Weight.values()))
                .allMatch(weight -> check(AnchorCheck.pasted(""), IN_2024).count(weight) == 0);
    }

    private static CheckedList check(DocumentText text, LocalDate day) {
        return CHECK.check(text, RECOGNIZER.recognize(text), day);
    }
}
