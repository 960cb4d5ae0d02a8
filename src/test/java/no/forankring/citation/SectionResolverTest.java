package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which act a provision belongs to.
class SectionResolverTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource({"chapters", "secondNumbers", "afterSee", "sentences", "twoActs"})
    void tiesTheProvisionToItsAct(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> chapters() {
        return WordingExamples.table("""
                Pasient- og brukerrettighetsloven er viktig. Opplæring i kapittel 4 A er gitt. => lov-1999-07-02-63; lov-1999-07-02-63 kap. 4A
                Vi viser til pasient- og brukerrettighetsloven § 4A-3. Alle kan reglene i kap. 4A. => lov-1999-07-02-63 § 4A-3; lov-1999-07-02-63 kap. 4A
                Vi følger plan- og bygningsloven og særlig reglene i kapittel 11. => lov-2008-06-27-71; lov-2008-06-27-71 kap. 11
                Kommuneplanen følgjer plan- og bygningslova kap. 11 og 12. => ?local_plan; lov-2008-06-27-71 kap. 11; lov-2008-06-27-71 kap. 12
                Folkehelseloven gjelder. Kapittel 3 i denne planen handler om barn. => lov-2011-06-24-29
                Folkehelseloven gjelder. Tiltakene står i kapittel 3. => lov-2011-06-24-29
                Prop. 91 L (2010–2011) kapittel 4.2 gjelder ansvar. => prop-91-l-2010-2011; prop-91-l-2010-2011 kap. 4.2
                Meld. St. 24 (2019–2020), kap. 5.3.1 => meldst-24-2019-2020; meldst-24-2019-2020 kap. 5.3.1
                Prop. 91 L (2010–2011) kap. 29 gjelder økonomi. => prop-91-l-2010-2011; prop-91-l-2010-2011 kap. 29
                """);
    }

    static Stream<Arguments> secondNumbers() {
        return WordingExamples.table("""
                Vi følger helsepersonelloven § 4 og 16. => lov-1999-07-02-64 § 4; lov-1999-07-02-64 § 16
                Jf. folkehelselova § 5 og 7, som er kjende. => lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 7
                (helse- og omsorgstjenesteloven § 3-1 og 3-2) => lov-2011-06-24-30 § 3-1; lov-2011-06-24-30 § 3-2
                Etter § 4 og 16 i helsepersonelloven skal det skje. => lov-1999-07-02-64 § 4; lov-1999-07-02-64 § 16; lov-1999-07-02-64
                Helsepersonelloven § 4 og 16 kommuner var tema. => lov-1999-07-02-64 § 4
                Helsepersonelloven § 4 og 16 av kommunene var tema. => lov-1999-07-02-64 § 4
                Helsepersonelloven § 4 og 16. mai var tema. => lov-1999-07-02-64 § 4
                Helsepersonelloven § 4 og 2024 er tema. => lov-1999-07-02-64 § 4
                """);
    }

    static Stream<Arguments> afterSee() {
        return WordingExamples.table("""
                Se helsepersonelloven § 4, jf.\\n§ 16. => lov-1999-07-02-64 § 4; lov-1999-07-02-64 § 16
                Vi viser til folkehelseloven jf. § 5 og § 7. => lov-2011-06-24-29; lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 7
                Vi viser til folkehelseloven,\\n§ 5. => lov-2011-06-24-29; lov-2011-06-24-29 § 5
                folkehelseloven § 5 jfr. helsepersonelloven § 4 => lov-2011-06-24-29 § 5; lov-1999-07-02-64 § 4
                """);
    }

    static Stream<Arguments> sentences() {
        return WordingExamples.table("""
                Helsepersonelloven er kjent for alle. Etter folkehelseloven skal vi ha oversikt, og dette står i § 5. => lov-1999-07-02-64; lov-2011-06-24-29; lov-2011-06-24-29 § 5
                Etter helsepersonelloven § 4, folkehelseloven § 5 og reglene i § 7 skal det skje. => lov-1999-07-02-64 § 4; lov-2011-06-24-29 § 5; lov-2011-06-24-29 § 7
                Folkehelseloven er kjent. Kravet står i § 7. => lov-2011-06-24-29; lov-2011-06-24-29 § 7
                """);
    }

    static Stream<Arguments> twoActs() {
        return WordingExamples.table("""
                Både helsepersonelloven og folkehelseloven krever dette, jf. også § 7. => lov-1999-07-02-64; lov-2011-06-24-29; ?law
                Folkehelselova og helsepersonellova gjeld her, og § 5 er kjend. => lov-2011-06-24-29; lov-1999-07-02-64; ?law
                Helsepersonelloven sammen med folkehelseloven krever dette i § 7. => lov-1999-07-02-64; lov-2011-06-24-29; ?law
                Helsepersonelloven er kjent. Folkehelseloven er også kjent. Kravet står i § 7. => lov-1999-07-02-64; lov-2011-06-24-29; ?law
                Helsepersonelloven § 4 og folkehelseloven § 5 gjelder, og § 7 er også kjent. => lov-1999-07-02-64 § 4; lov-2011-06-24-29 § 5; ?law
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Folkehelseloven er kjent.\n\nKravet står i § 7.",
                "Folkehelseloven er kjent.\n\n§ 7 Betaling",
            })
    void anotherParagraphIsOutOfReach(String text) {
        assertThat(WordingExamples.read(text)).containsExactly("lov-2011-06-24-29", "?law");
    }
}
