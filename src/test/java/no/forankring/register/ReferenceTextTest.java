package no.forankring.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTextTest {

    private static final Register REGISTER = Register.builtIn();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            lov-2021-05-21-42      | Lov 21. mai 2021 nr. 42 om språk (språklova)
            lov-1967-02-10         | Lov 10. februar 1967 om behandlingsmåten i forvaltningssaker (forvaltningsloven)
            for-2016-10-28-1250    | Forskrift 28. oktober 2016 nr. 1250 om ledelse og kvalitetsforbedring i helse- og omsorgstjenesten
            nou-2023-4             | NOU 2023: 4 Tid for handling – Personellet i en bærekraftig helse- og omsorgstjeneste
            plan-demensplan-2025   | Demensplan 2025 (Helse- og omsorgsdepartementet, 2020)
            """)
    void citesEachKindTheNorwegianWay(String id, String expected) {
        assertThat(ReferenceText.of(REGISTER.find(new GoverningDocumentId(id)).orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void parliamentPapersSayTheirSession() {
        assertThat(of("meldst-15-2017-2018")).startsWith("Meld. St. 15 (2017–2018) Leve hele livet");
        assertThat(of("stmeld-47-2008-2009")).startsWith("St.meld. nr. 47 (2008–2009) Samhandlingsreformen");
        assertThat(of("prop-91-l-2010-2011")).startsWith("Prop. 91 L (2010–2011) Lov om");
    }

    @Test
    void everyRowHasAReferenceThatHoldsItsTitleOnceAndNoLooseEnds() {
        assertThat(REGISTER.all())
                .allSatisfy(document -> assertThat(ReferenceText.of(document))
                        .isNotBlank()
                        .doesNotContain("  ", "()", "(, ", ", )")
                        .isEqualTo(ReferenceText.of(document).strip()));
        Stream<GoverningDocument> acts =
                REGISTER.all().stream().filter(document -> document.type() == DocumentType.LAW);
        assertThat(acts.filter(act -> act.title().startsWith("Lov om "))
                        .filter(act -> act.date()
                                .filter(date -> date.text().length() == 10)
                                .isPresent()))
                .isNotEmpty()
                .allSatisfy(act -> assertThat(ReferenceText.of(act))
                        .matches("Lov \\d{1,2}\\. \\p{L}+ \\d{4} (nr\\. \\d+ )?om .+"));
    }

    private static String of(String id) {
        return ReferenceText.of(REGISTER.find(new GoverningDocumentId(id)).orElseThrow());
    }
}
