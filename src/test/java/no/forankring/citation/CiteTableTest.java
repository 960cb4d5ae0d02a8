package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CiteTableTest {

    private final CiteTable table = new CiteTable(CitationExamples.register(), Locale.forLanguageTag("nb"));

    @Test
    void writesOneLineForEachMentionWithEscapes() {
        String lines = tsv("Se helse- og\nomsorgstjenesteloven § 3-1.");

        assertThat(lines)
                .startsWith(
                        "notat.txt\t3\t39\thelse- og\\nomsorgstjenesteloven § 3-1\tlaw\tlov-2011-06-24-30\t§ 3-1\tresolved\t\t0.95\t")
                .endsWith("\n");
        assertThat(lines.split("\t", -1)).hasSize(CiteTable.HEADER.split("\t", -1).length);
    }

    @Test
    void namesTheCandidatesOfAnAmbiguousMention() {
        assertThat(tsv("stortingsmelding 24"))
                .contains("\twhite_paper\t\t\tambiguous\tmeldst-24-2022-2023|meldst-24-2019-2020\t0.00\t");
    }

    @Test
    void tellsTheTypeOfADocumentThatTheRegisterDoesNotList() {
        assertThat(tsv("lov 13. juni 1975 nr. 38")).contains("\tlaw\tlov-1975-06-13-38\t");
        assertThat(tsv("Innst. 206 S (2017–2018)")).contains("\trecommendation\tinnst-206-s-2017-2018\t");
    }

    @Test
    void writesJsonThatKeepsQuotesAndLineBreaks() {
        List<Resolution> resolutions =
                CitationExamples.RECOGNIZER.recognize(CitationExamples.document("helse- og\nomsorgstjenesteloven"));

        assertThat(table.json("a\"b.txt", resolutions))
                .startsWith(
                        "[\n  {\"file\": \"a\\\"b.txt\", \"start\": 0, \"end\": 30, \"text\": \"helse- og\\nomsorgstjenesteloven\"")
                .contains("\"id\": \"lov-2011-06-24-30\"")
                .endsWith("}\n]\n");
        assertThat(table.json("a.txt", List.of())).isEqualTo("[]\n");
    }

    private String tsv(String text) {
        return table.tsv("notat.txt", CitationExamples.RECOGNIZER.recognize(CitationExamples.document(text)));
    }
}
