package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Nettverket for velferdsteknologi | Fagnettverk i velferdsteknologi
            Ernæringsnettverket | fagnettverk i ernæring
            læringsnettverket «Gode pasientforløp» | Gode pasientforløp
            Høstens nettverkssamling | samling, høst
            Kommunenes sentralforbund (KS) | KS
            Senter for omsorgsforskning (SOF) Øst | SOF Øst
            NFTU (Nettverk for fagpersoner i tjenestene) | Nettverk for fagpersonar i tenestene og tjenester
            Fjordvik (vertskommune) | Fjordvik kommune
            Styrke kompetansen i kommunene | styrke kompetanse i kommune
            """)
    void findsTheSameWordsInOneNameWrittenInTwoWays(String one, String other) {
        NameLikeness.Likeness likeness = NameLikeness.of(one, other);

        assertThat(likeness.contained()).as("%s", likeness).isTrue();
        assertThat(likeness.jaccard()).as("%s", likeness).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest(name = "{0} ≠ {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Nettverk for velferdsteknologi | Nettverk for hukommelsesteam
            USHT Fjordvik | Nordlia kommune
            Fagdag om ernæring 2023 | Fagdag om ernæring 2024
            USHT Viken (Akershus) | Akershus
            """)
    void tellsNamesApartThatShareOnlyTheirKind(String one, String other) {
        NameLikeness.Likeness likeness = NameLikeness.of(one, other);

        assertThat(likeness.jaccard()).as("%s", likeness).isLessThan(1);
        assertThat(likeness.shared() < 2 || !likeness.contained())
                .as("%s", likeness)
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            fag-\\nutviklingen | fagutvikling
            Læringsnettverk | Læringsnettverk
            """)
    void joinsWordsPartedByALineEndAndKeepsTheKindWhereNothingElseIsLeft(String written, String name) {
        assertThat(NameLikeness.of(written.replace("\\n", "\n"), name).jaccard())
                .isEqualTo(1);
    }
}
