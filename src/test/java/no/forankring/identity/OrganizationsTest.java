package no.forankring.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationsTest {

    private static final Organizations ORGANIZATIONS = Organizations.builtIn();

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            USHT Viken (Akershus)                                                       | usht-akershus
            USHT Akershus                                                               | usht-akershus
            Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Viken (Akershus)  | usht-akershus
            Utviklingssenter for sykehjem og hjemmetjenester (USHT) Fjordvik            | usht-fjordvik
            Utviklingssenter for sjukeheimar og heimetenester i Fjordvik                | usht-fjordvik
            USHT Innlandet (Hedmark)                                                    | usht-hedmark
            USHT i Buskerud                                                             | usht-buskerud
            Hdir                                                                        | helsedirektoratet
            Folkehelseinstituttet                                                       | folkehelseinstituttet
            FHI                                                                         | folkehelseinstituttet
            Kommunenes sentralforbund (KS)                                              | ks
            Senter for omsorgsforskning (SOF) Øst                                       | sof-ost
            Senter for omsorgsforskning øst                                             | sof-ost
            Akershus Universitetssykehus                                                | ahus
            AHUS                                                                        | ahus
            Statsforvalter i Oslo og Viken                                              | statsforvalteren-ostfold-buskerud-oslo-og-akershus
            Statsforvalteren Oslo Viken                                                 | statsforvalteren-ostfold-buskerud-oslo-og-akershus
            Fylkesmannen i Oslo og Viken                                                | statsforvalteren-ostfold-buskerud-oslo-og-akershus
            Statsforvaltaren i Vestland                                                 | statsforvalteren-vestland
            Statsforvaltaren i Fjordland                                                | statsforvalteren-fjordland
            Fjordvik kommune                                                            | fjordvik-kommune
            """)
    void knowsAnOrganisationUnderAllItsNames(String name, String id) {
        assertThat(ORGANIZATIONS.id(name)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"USHT", "USHT Viken", "USHT Innlandet", "Utviklingssenteret", "kommunen", "Statsforvalteren"})
    void doesNotGuessWhichOneAShortNameMeans(String name) {
        assertThat(ORGANIZATIONS.id(name)).isEmpty();
    }

    @ParameterizedTest(name = "{0} ≠ {1}")
    @CsvSource({
        "USHT Viken (Akershus), USHT Viken (Buskerud)",
        "USHT Oslo, USHT Akershus",
        "Fylkesmannen i Buskerud, Statsforvalteren i Oslo og Viken",
        "Senter for omsorgsforskning, Senter for omsorgsforskning øst"
    })
    void keepsOthersApart(String one, String other) {
        assertThat(ORGANIZATIONS.id(one)).isPresent().isNotEqualTo(ORGANIZATIONS.id(other));
    }
}
