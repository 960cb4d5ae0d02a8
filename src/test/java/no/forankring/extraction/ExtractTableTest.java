package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class ExtractTableTest {

    @Test
    void writesEntitiesAndThenRelationsWithWhatStandsInTheText() {
        var files = new LinkedHashMap<String, Extraction>();
        files.put(
                "mandat\t1.txt",
                TextExamples.document("""
                                # Mandat for nettverk i ledelse 2021
                                ## Nettverket er forankret i følgende styrende dokumenter
                                - Demensplan 2025
                                - Meld. St. 24
                                """)
                        .cites("Demensplan 2025", "plan-demensplan-2025")
                        .mayCite("Meld. St. 24", "meldst-24-2019-2020", "meldst-24-2022-2023")
                        .extract());

        assertThat(ExtractTable.of(files)).isEqualTo("""
                        entity\tfile\tclass\tname\tstart\tend\tyear\tnumbers
                        entity\tmandat\\t1.txt\tNetwork\tnettverk i ledelse\t11\t29\t\t
                        relation\tfile\tsubject\tpredicate\tobject\tstart\tend\tconfidence\tstatus
                        relation\tmandat\\t1.txt\tnettverk i ledelse\tanchoredIn\tplan-demensplan-2025\t90\t105\t0.95\texplicit
                        relation\tmandat\\t1.txt\tnettverk i ledelse\tanchoredIn\tmeldst-24-2019-2020\t106\t118\t0.24\tambiguous
                        relation\tmandat\\t1.txt\tnettverk i ledelse\tanchoredIn\tmeldst-24-2022-2023\t106\t118\t0.24\tambiguous
                        """);
    }
}
