package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import no.forankring.document.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that say what a text is anchored in, and lists that do not.
class AnchorListsTest {

    private static final String ITEMS = "• Folkehelseloven\n• Føringer fra staten\n• Demensplan 2025\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nettverket er forankret i følgende styrende dokumenter:",
                "Nettverket er forankra i følgjande styrande dokument:",
                "Arbeidet er forankret i:",
                "Arbeidet er forankra i",
                "Forankringen av arbeidet ligger i disse dokumentene:",
                "Styrende dokumenter for nettverket er:",
                "Styringsdokument:",
                "Sentrale føringer:",
                "Nasjonale føringar:",
                "Overordna dokument:",
                "Prosjektet bygger på følgende:",
                "Prosjektet byggjer på følgjande:",
                "Tiltaket er basert på disse:",
                "Forankring",
                "2.1 Forankring:",
                "Lovgrunnlag",
                "Rettsleg grunnlag:",
                "Lover og forskrifter",
                "Aktuelt lovverk:"
            })
    void everyItemOfAnAnchorListIsReadOrAsked(String introduction) {
        List<Resolution> read = WordingExamples.passages("Notat\n\n" + introduction + "\n\n" + ITEMS);

        assertThat(CitationExamples.outcomes(read))
                .containsExactly("lov-2011-06-24-29", "?other", "plan-demensplan-2025");
        assertThat(read.get(1).mention().text()).isEqualTo("Føringer fra staten");
        assertThat(read.get(1).mention().form()).isEqualTo("anchor-item");
        assertThat(read.get(1).reasons()).extracting(Reason::key).containsExactly("anchor-item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Til stede på møtet var:",
                "Vi skal gjøre følgende:",
                "Deltakerne ønsker disse temaene:",
                "Tiltaka er desse:",
                "Nettverket er forankret i ledelsen.",
                "Neste møter:",
                "Følgende kommuner er med:"
            })
    void aListOfOtherThingsAsksNothing(String introduction) {
        List<Resolution> read = WordingExamples.passages("Notat\n\n" + introduction + "\n\n" + ITEMS);

        assertThat(CitationExamples.outcomes(read)).containsExactly("lov-2011-06-24-29", "plan-demensplan-2025");
    }

    @Test
    void aNameNeedsNoOtherSignInSuchAList() {
        String list = "• Frihet og likeverd\n• Leve hele livet\n";

        assertThat(CitationExamples.outcomes(
                        WordingExamples.passages("Notat\n\nVi er forankret i følgende dokumenter:\n\n" + list)))
                .first()
                .isEqualTo("meldst-45-2012-2013");
    }

    @Test
    void theListEndsWhereAnotherParagraphBegins() {
        String text = "Notat\n\nVi er forankret i følgende dokumenter:\n\n• Folkehelseloven\n\n"
                + "Dette er deltakerne som møtte opp på samlingen i mai.\n\n• Kari fra nord\n• Ola fra sør\n";

        assertThat(CitationExamples.outcomes(WordingExamples.passages(text))).containsExactly("lov-2011-06-24-29");
    }

    @Test
    void aLabelPartsTheItemsOfOneList() {
        String text = "Notat\n\nVi er forankret i følgende dokumenter:\n\n• Folkehelseloven\n\nPlaner:\n\n"
                + "• Føringer fra staten\n";

        assertThat(CitationExamples.outcomes(WordingExamples.passages(text)))
                .containsExactly("lov-2011-06-24-29", "?other");
    }

    @Test
    void aParagraphThatIsNoItemIsNoItem() {
        assertThat(AnchorLists.items(
                        Documents.plainText("Notat\n\nVi er forankret i følgende dokumenter: loven og planen.\n")))
                .isEmpty();
    }

    @Test
    void theQuestionSaysWhyItIsAsked() {
        List<Resolution> read =
                WordingExamples.passages("Notat\n\nVi er forankra i følgjande dokument:\n\n• Rammer for arbeidet\n");

        assertThat(read).singleElement().isInstanceOf(Resolution.Unresolved.class);
        assertThat(read.getFirst().reasons().getFirst().text(Locale.forLanguageTag("nb")))
                .isNotBlank();
    }
}
