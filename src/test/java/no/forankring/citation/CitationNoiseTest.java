package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Line breaks, lost hyphens, dash forms, wrong decoding: the text as it comes.
class CitationNoiseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helse- og omsorgstjenesteloven",
                "helse og omsorgstjenesteloven",
                "helse- og \nomsorgstjenesteloven",
                "helse- og omsorgs-\ntjenesteloven",
                "helse-\nog omsorgstjenesteloven",
                "helse- og omsorgs\u00ADtjenesteloven",
                "helse\u2011 og omsorgstjenesteloven",
                "helse\u2212 og omsorgstjenesteloven",
                "helse- og\u00A0omsorgstjenesteloven",
                "helse- og\u202Fomsorgstjenesteloven",
                "HELSE- OG OMSORGSTJENESTELOVEN",
                "helse-og omsorgstjenesteloven",
                "helse- og omsorgstjenesteloven\u00AD",
                "helse- og \r\nomsorgstjenesteloven"
            })
    void readsTheNameOfTheActAllTheSame(String text) {
        assertThat(CitationExamples.read(text)).containsExactly("lov-2011-06-24-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pårørendestrategien",
                "pa\u030Ar\u00F8rendestrategien",
                "p\u00C3\u00A5r\u00C3\u00B8rendestrategien",
                "PÅRØRENDESTRATEGIEN",
                "pårørende\u00ADstrategien",
                "pårørende-\nstrategien"
            })
    void readsNorwegianLettersHoweverTheyCame(String text) {
        assertThat(CitationExamples.read(text)).containsExactly("strategi-vi-de-parorende");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helsepersonelloven §4",
                "helsepersonelloven §  4",
                "helsepersonelloven \n§ 4",
                "helsepersonelloven $ 4",
                "helsepersonelloven &sect; 4",
                "helsepersonelloven Â§ 4",
                "helsepersonelloven\u00A0§\u00A04"
            })
    void readsTheSectionSignHoweverItCame(String text) {
        assertThat(CitationExamples.read(text)).containsExactly("lov-1999-07-02-64 § 4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Meld. St. 15 (2017-2018)",
                "Meld. St. 15 (2017–2018)",
                "Meld. St. 15 (2017 – 2018)",
                "Meld. St. 15 (2017—2018)",
                "Meld. St. 15\n(2017–2018)",
                "Meld.St.15(2017–2018)",
                "MELD. ST. 15 (2017–2018)",
                "Meld. St. 15 (2017–\n2018)",
                "Meld.\u00A0St.\u00A015 (2017\u20132018)"
            })
    void readsTheSessionHoweverItIsWritten(String text) {
        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text));

        assertThat(CitationExamples.outcomes(resolutions)).containsExactly("meldst-15-2017-2018");
        assertThat(resolutions.getFirst().mention().text()).isEqualTo(text);
    }

    @Test
    void aNameGoesOnOverAnEmptyLineThatThePageMade() {
        assertThat(CitationExamples.read(
                        "veilederen \n\n«Gode helse- og omsorgstjenester til personer \n\nmed utviklingshemming»"))
                .containsExactly("veileder-utviklingshemming");
        assertThat(CitationExamples.read("Leve hele livet-\n\nreformen")).containsExactly("reform-leve-hele-livet");
    }

    @Test
    void aStraightQuoteMayCloseAGuillemet() {
        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(
                "den nasjonale faglige retningslinjen «Forebygging og behandling av underernæring\" følges"));

        assertThat(CitationExamples.outcomes(resolutions)).containsExactly("retningslinje-underernaering");
        assertThat(resolutions.getFirst().mention().text()).startsWith("nasjonale faglige retningslinjen");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movesEverySpanByTheLengthOfTheTextPutInFront(int seed) {
        String text = "Innledning til saken.\n\n" + CitationExamples.random(new Random(seed));
        String prefix = "Dette er vanlige ord i en sak uten noen som helst henvisning. Og mer. \n\n";

        List<Resolution> alone = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text));
        List<Resolution> moved = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(prefix + text));

        assertThat(moved.stream().map(r -> r.mention().span().start() - prefix.length() + CitationExamples.outcome(r)))
                .containsExactlyElementsOf(alone.stream()
                        .map(r -> r.mention().span().start() + CitationExamples.outcome(r))
                        .toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cuttingTheSpanGivesTheMentionAndMentionsComeInOrder(int seed) {
        String text = CitationExamples.random(new Random(seed));

        List<Resolution> resolutions = CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text));

        int last = 0;
        for (Resolution resolution : resolutions) {
            Mention mention = resolution.mention();
            assertThat(mention.span().cut(text)).isEqualTo(mention.text());
            assertThat(mention.span().start()).isGreaterThanOrEqualTo(last);
            assertThat(mention.span().length()).isPositive();
            assertThat(resolution.reasons()).isNotEmpty();
            last = mention.span().end();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyCharactersAtAllAreReadWithoutFailing(int seed) {
        var random = new Random(seed);
        String signs =
                "§§ ()«»\".,:;-–—/\n\r\t$&sect;ÂÃ¥Ã¸\u00AD\u030A\uFFFD\uFB01\uE000\uD83D\uDE00 12 a A 2017 lov Meld. St. ";
        var text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            int at = random.nextInt(signs.length());
            text.append(signs, at, Math.min(signs.length(), at + 1 + random.nextInt(4)));
        }

        assertThat(CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text.toString())))
                .allSatisfy(resolution -> assertThat(resolution.mention().text())
                        .isEqualTo(resolution.mention().span().cut(text.toString())));
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(40);
    }
}
