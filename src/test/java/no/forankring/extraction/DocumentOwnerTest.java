package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import no.forankring.document.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentOwnerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Årsrapport 2024 for USHT Fjordvik\\n\\nVi samarbeidet med Strandvik kommune.                 | usht-fjordvik
                    Mandat\\n\\nFjordvik kommune\\n\\nNettverket møtes fire ganger i året.                         | fjordvik-kommune
                    Brev\\n\\nTil: Strandvik kommune\\n\\nFra: Statsforvalteren i Vestfold\\n\\nVi viser til møtet.      | statsforvalteren-vestfold
                    Høringssvar til Strandvik kommune\\n\\nAvsender: Fjordvik kommune\\n\\nVi støtter planen.         | fjordvik-kommune
                    Høringssvar til Strandvik kommune\\n\\nVi støtter planen.                                       |
                    Samarbeid mellom Fjordvik kommune og Strandvik kommune\\n\\nPartene er enige.                   |
                    Notat om ernæring\\n\\nVi har lest planen.                                                     |
                    Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Fjordvik\\n\\nÅrsplan                 | usht-fjordvik
                    """)
    void findsWhomADocumentComesFromWhereItsBeginningLeavesNoDoubt(String text, String key) {
        var owner = DocumentOwner.of(Documents.plainText(text.translateEscapes()));

        assertThat(owner.map(found -> found.owner().key()).orElse(null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"1", "20"})
    void readsNoOwnerOutOfRunningText(int times) {
        String text = "Notat\n\n" + "Vi møtte Fjordvik kommune og snakket lenge om hva som skal til. ".repeat(times);

        assertThat(DocumentOwner.of(Documents.plainText(text)).isPresent()).isEqualTo(times == 1);
    }

    @ParameterizedTest
    @CsvSource({"Årsrapport for USHT Fjordvik"})
    void showsTheWordsThatSayIt(String title) {
        var document = Documents.plainText(title + "\n\nTekst.");

        assertThat(DocumentOwner.of(document).orElseThrow().evidence().cut(document.text()))
                .isEqualTo("USHT Fjordvik");
    }
}
