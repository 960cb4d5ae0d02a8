package no.forankring.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Fagnettverk i ernæring                                   | Fagnettverk for ernæring
            Fagnettverk for ernæring                                 | Ernæringsnettverket
            Kompetansenettverk innen lindrende behandling            | nettverket for lindrende behandling
            Nettverk for leiing og kvalitet                          | Fagnettverk i ledelse og kvalitet
            Nettverk innan rus og psykisk helse                      | Nettverk for psykisk helse og rus
            Nettverk for pårørande                                   | Nettverk for pårørende
            Nettverk for hukommelsesteam og demenskoordinatorar      | nettverket for hukommelsesteam og demenskoordinatorer
            Læringsnettverket «Trygg hverdag hjemme»                 | læringsnettverk "Trygg hverdag hjemme"
            Prosjektet “Heime med tryggleik”                         | Prosjekt «Hjemme med trygghet»
            NFTS (Nettverk for Fagfolk i Tjenester for Syn)          | Nettverk for fagfolk i tjenester for syn
            NFTS (Nettverk for Fagfolk i Tjenester for Syn)          | NFTS
            Nettverk i velferdsteknologi (2021)                      | Nettverk for velferdsteknologi 2020–2022
            Nettverk for demens i Viken (Akershus)                   | Nettverk for demens
            Nettverk for demens, kommunehelsetjenesten i Viken (Akershus) | Fagnettverk for demens
            Nettverk i rehabilitering i regi av USHT Fjordvik        | Nettverk i rehabilitering
            kommunalsjefsnettverket for Strandregionen og Indre Dal  | Kommunalsjefsnettverk for Strandregionen
            """)
    void findsOneNameInAllWaysOfWritingIt(String one, String other) {
        assertThat(NameKey.of(one).keys())
                .containsAnyElementsOf(NameKey.of(other).keys());
    }

    @ParameterizedTest(name = "{0} ≠ {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Nettverk i ledelse og fagutvikling                | Fagnettverk i ledelse og kvalitet
            Nettverk for velferdsteknologi                    | Nettverk for demens
            Læringsnettverk «Gode overganger»                 | Læringsnettverk «Gode pasientforløp»
            Nettverk for hukommelsesteam                      | Nettverk for hukommelsesteam og demenskoordinatorer
            Nettverk for leger, sykepleiere og ledere         | Nettverk for leger
            """)
    void keepsOtherNamesApart(String one, String other) {
        assertThat(NameKey.of(one).keys())
                .doesNotContainAnyElementsOf(NameKey.of(other).keys());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Nettverk for demens i Viken (Akershus)                            | akershus
            Nettverk for demens i tidligere Akershus                          | akershus
            Kompetansenettverk i palliasjon i Ahus sitt opptaksområde         | ahus
            Kompetansenettverk i palliasjon (Ahus)                            | ahus
            Kompetansenettverk i palliasjon i Fjordvik kommune                | fjordvik
            Nettverk for leiing og kvalitet i Indre Fjordland                 | indre fjordland
            Nettverk for demens, kommunehelsetjenesten i Viken (Akershus)     | akershus
            """)
    void knowsThePlace(String name, String place) {
        assertThat(NameKey.of(name).places()).containsExactly(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nettverk i ledelse og fagutvikling",
                "Nettverk for Fagpersoner i Tjenestene til personer med Utviklingshemming",
                "Nettverk for leger, sykepleiere og ledere",
                "Nettverk i Ledelse og Kvalitet"
            })
    void findsNoPlaceWhereThereIsNone(String name) {
        assertThat(NameKey.of(name).places()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nasjonalt nettverk for forbedringskunnskap          | true
            Nordisk ernæringsnettverk                           | true
            Nettverk for forbedringskunnskap                    | false
            """)
    void knowsWhatIsNational(String name, boolean wide) {
        assertThat(NameKey.of(name).wide()).isEqualTo(wide);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nettverk i simulering i regi av USHT Agder     | USHT Agder
            Nettverk for demens ved USHT Fjordvik          | USHT Fjordvik
            """)
    void knowsTheOwnerThatTheNameGives(String name, String owner) {
        assertThat(NameKey.of(name).owner()).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "–", "Nettverk", "(", "«»", "i for og", "2022", "()", "((", "USHT)", "𝒳 nettverk"})
    void neverFailsOnOddNames(String name) {
        assertThat(NameKey.of(name)).isEqualTo(NameKey.of(name));
    }
}
