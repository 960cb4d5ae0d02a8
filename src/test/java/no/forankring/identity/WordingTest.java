package no.forankring.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            3.1 Bo godt hele livet                   | Bo godt hele livet
            Innsatsområde 2: Mat og måltider         | Mat og måltid
            Pårørende blir involvert tidlig          | 2) Pårørende blir involvert tidlig
            Alle sjukeheimar kartlegg vekt           | Alle sykehjem kartlegger vekt
            Mål: Trygge tenester                     | Trygge tjenester
            """)
    void isTheSameInAllFormsOfTheWords(String one, String other) {
        assertThat(Wording.of(one).equalTo(Wording.of(other))).isTrue();
    }

    @ParameterizedTest(name = "{0} ≈ {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Aktivitet, mestring og avlastning        | Aktivitet og mestring                    | true
            Gode måltider for eldre                  | Gode måltider og fellesskap              | true
            Forebygging                              | Forebygging av fall                      | false
            3.1 Kompetanse                           | 3.1 Boliger                              | false
            Trygg alderdom                           | Trygg oppvekst for alle barn i kommunen  | false
            """)
    void isAlikeWhereHalfOfTheLongerIsShared(String one, String other, boolean alike) {
        assertThat(Wording.of(one).alike(Wording.of(other))).isEqualTo(alike);
        assertThat(Wording.of(other).alike(Wording.of(one))).isEqualTo(alike);
        assertThat(Wording.of(one).equalTo(Wording.of(other))).isFalse();
    }
}
