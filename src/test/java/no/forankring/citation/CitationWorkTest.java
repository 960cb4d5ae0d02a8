package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The work grows with the length of the text, whatever the text. Counted in looks at tokens, not in time.
class CitationWorkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "§ ",
                "§ 5 ",
                "§§ 5, 6, 7 og ",
                "5, 6, ",
                "loven ",
                "reformen ",
                "Meld. St. 24 ",
                "lov om ",
                "lov 24. juni 2011 nr. 30 og ",
                "forskrift om ledelse og kvalitetsforbedring i ",
                "«strategien «",
                "(((",
                "veileder for tjenester ",
                "helse- og ",
                "Leve hele livet ",
                "jf. § 4 og ",
                "hol. ",
                "https://lovdata.no/",
                "a-",
                "\n\n§ 1 ",
                "bokstav a til "
            })
    void doublingTheTextAtMostDoublesTheWork(String part) {
        long once = CitationExamples.RECOGNIZER.work(CitationExamples.document(part.repeat(3_000)));
        long twice = CitationExamples.RECOGNIZER.work(CitationExamples.document(part.repeat(6_000)));

        assertThat(twice).isLessThan(once * 2 + once / 5 + 1_000);
    }
}
