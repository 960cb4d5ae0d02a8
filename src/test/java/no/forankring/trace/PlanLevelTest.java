package no.forankring.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLevelTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Planstrategi 2024–2027                                   | PLANNING_STRATEGY
            Kommunal planstrategi for Nordlia                        | PLANNING_STRATEGY
            Kommuneplanens samfunnsdel 2019–2031                     | SOCIAL_PART
            Samfunnsplan for Granly                                  | SOCIAL_PART
            Kommuneplan 2020–2032                                    | SOCIAL_PART
            Temaplan for omsorg 2024–2032                            | SECTOR
            Kommunedelplan for helse og omsorg                       | SECTOR
            Sammen om gode dager – strategi for helse og omsorg      | SECTOR
            Omsorgsplanen 2030                                       | SECTOR
            Handlingsplan for demens                                 | ACTION
            Kommuneplanens handlingsdel 2025                         | ACTION
            Handlings- og økonomiplan 2025–2028                      | ACTION
            Budsjett og økonomiplan                                  | ACTION
            Virksomhetsplan for hjemmetjenesten                      | UNIT
            Verksemdsplan for heimetenesta                           | UNIT
            Årsrapport 2022 med aktivitetsplan                       | none
            Mandat for nettverk for planleggere                      | none
            Kommuneplanens arealdel                                  | none
            Referat fra samarbeidsrådet                              | none
            Planlegging i praksis                                    | none
            """)
    void isToldByTheTitle(String title, String level) {
        assertThat(PlanLevel.of(title).map(PlanLevel::name).orElse("none")).isEqualTo(level);
    }
}
