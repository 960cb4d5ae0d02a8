package no.forankring.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forankring.document.Passage.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentReaderTest {

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(i -> (long) i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cutsEveryPassageOutOfTheTextThatItKeepsUnchanged(long seed) {
        String text = randomText(new Random(seed));

        for (DocumentText document : List.of(
                Documents.plainText(text),
                DocumentReader.read(Markdown.draft(text)),
                DocumentReader.read(JsoupTextExtractor.html(text, 1_000_000)))) {
            int before = 0;
            var ids = new HashSet<PassageId>();
            for (Passage passage : document.passages()) {
                assertThat(passage.span().cut(document.text())).isEqualTo(passage.text());
                assertThat(passage.span().start()).isGreaterThanOrEqualTo(before);
                assertThat(passage.text()).isNotBlank();
                assertThat(ids.add(passage.id())).isTrue();
                assertThat(passage.columns().isEmpty()
                                || passage.columns().size() == passage.cells().size())
                        .isTrue();
                for (Span cell : passage.cells()) {
                    assertThat(passage.span().contains(cell)).isTrue();
                }
                before = passage.span().end();
            }
        }
        assertThat(Documents.plainText(text).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void mapsEveryCleanedCharacterBackToWhereItStood(long seed) {
        String raw = randomText(new Random(seed));
        CleanText clean = CleanText.of(raw);

        int before = 0;
        for (int i = 0; i < clean.text().length(); i++) {
            Span span = clean.rawSpan(new Span(i, i + 1));
            assertThat(span.start()).isGreaterThanOrEqualTo(before);
            assertThat(span.end()).isLessThanOrEqualTo(raw.length());
            char c = clean.text().charAt(i);
            if (Character.isLetter(c) && c < 128 && span.length() == 1 && raw.charAt(span.start()) < 128) {
                assertThat(raw.charAt(span.start())).isEqualTo(c);
            }
            before = span.start();
        }
        assertThat(clean.text()).doesNotContain("\n", "\u00a0", "\u00ad", "  ", "\ufb01");
        assertThat(CleanText.of(clean.text()).text()).isEqualTo(clean.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for-\\nbedring|forbedring",
                "helse-\\nog omsorg|helse- og omsorg",
                "FG-\\nkoordinator|FG-koordinator",
                "Midt-\\nNorge|Midt-Norge",
                "2017-\\n2018|2017-2018",
                "e-\\nlæring|e-læring",
                "kom\u00admune|kommune",
                "kom\u00ad\\nmune|kommune",
                "side\u00a04 \u202fog  5|side 4 og 5",
                "\ufb01ne \ufb02ater|fine flater",
                "a\u030arsplan|årsplan",
                "lov – 4|lov – 4",
                "ja -\\nnei|ja - nei"
            })
    void cleansWhatThePageDidToTheWords(String raw, String clean) {
        assertThat(CleanText.of(raw.replace("\\n", "\n")).text()).isEqualTo(clean);
    }

    @Test
    void mapsAJoinedWordBackToBothItsHalves() {
        String raw = "Plan for for-\nbedring nå";
        CleanText clean = CleanText.of(raw);
        int at = clean.text().indexOf("forbedring");

        Span span = clean.rawSpan(new Span(at, at + 10));

        assertThat(span.cut(raw)).isEqualTo("for-\nbedring");
        assertThat(clean.cleanedOffset(span.start())).isEqualTo(at);
    }

    @Test
    void keepsTheIdsOfPassagesWhenTextIsPutInElsewhere() {
        var before = Documents.plainText("Mål\n\nVi skal bli bedre på dette.\n\n• Første tiltak\n• Andre tiltak\n");
        var after = Documents.plainText(
                "Nytt innhold kom først her.\n\nMål\n\nVi skal bli bedre\npå dette.\n\n• Første tiltak\n• Et nytt\n• Andre tiltak\n");

        assertThat(after.passages().stream().map(Passage::id).toList())
                .containsAll(before.passages().stream().map(Passage::id).toList());
    }

    @Test
    void countsPassagesOfTheSameWords() {
        var document = Documents.plainText("• Likt\n• Likt\n• Likt\n");

        assertThat(document.passages().stream()
                        .map(p -> p.id().value().substring(12))
                        .toList())
                .containsExactly("", "-2", "-3");
    }

    @Test
    void joinsWrappedLinesAndItemsAndFindsHeadings() {
        var document = Documents.plainText("""
                Mandat for nettverket\s

                Bakgrunn\s
                Nettverket samler ledere i kommunene om felles innsats, og det møtes to ganger i året for å dele\s
                erfaringer. Ledelse er mer enn å styre, fordi det også handler om å lære.\s
                \s
                Nettverket er åpent.\s

                Mål\s

                \uf0b7 Bidra til at flere kommuner deler erfaringer om ledelse og om kvalitet i\s
                tjenestene\s

                \uf0b7 Bidra til læring\s

                5\s

                """);

        assertThat(document.passages().stream()
                        .map(p -> p.kind() + " " + CleanText.of(p.text()).text())
                        .toList())
                .containsExactly(
                        "HEADING Mandat for nettverket",
                        "HEADING Bakgrunn",
                        "PARAGRAPH Nettverket samler ledere i kommunene om felles innsats, og det møtes to ganger i året for å dele erfaringer. Ledelse er mer enn å styre, fordi det også handler om å lære.",
                        "PARAGRAPH Nettverket er åpent.",
                        "HEADING Mål",
                        "LIST_ITEM Bidra til at flere kommuner deler erfaringer om ledelse og om kvalitet i tjenestene",
                        "LIST_ITEM Bidra til læring");
        assertThat(document.passages().get(5).sectionPath()).containsExactly("Mandat for nettverket", "Mål");
        assertThat(document.title()).isEqualTo("Mandat for nettverket");
    }

    @Test
    void readsMarkdown() {
        var document = DocumentReader.read(Markdown.draft("""
                ---
                title: "Plan for øya"
                date: 2021-05-04
                ---
                # Plan

                ## Tiltak
                Første linje
                andre linje

                - Punkt
                  - Underpunkt

                | Tiltak | Ansvar |
                | --- | --- |
                | Kurs | Skolen |
                """));

        assertThat(document.title()).isEqualTo("Plan for øya");
        assertThat(document.date()).contains(LocalDate.of(2021, 5, 4));
        assertThat(document.passages().stream()
                        .map(p -> p.kind() + " " + p.level() + " " + p.text())
                        .toList())
                .containsExactly(
                        "HEADING 1 Plan",
                        "HEADING 2 Tiltak",
                        "PARAGRAPH 0 Første linje\nandre linje",
                        "LIST_ITEM 1 Punkt",
                        "LIST_ITEM 2 Underpunkt",
                        "TABLE_ROW 0 Tiltak | Ansvar",
                        "TABLE_ROW 0 Kurs | Skolen");
        assertThat(document.passages().getLast().columns()).containsExactly("Tiltak", "Ansvar");
        assertThat(document.passages().getLast().sectionPath()).containsExactly("Plan", "Tiltak");
    }

    @Test
    void readsTheMarkupOfTheLawGazette() {
        var document = DocumentReader.read(JsoupTextExtractor.xml("""
                <!DOCTYPE html><html lang="nn"><head><title>Forskrift om prøve</title></head><body>
                <header class="documentHeader"><dl class="data-document-key-info"><dt class="legacyID">Datokode</dt>
                <dd class="legacyID">FOR-2024-02-03-99</dd><dt class="basedOn">Heimel</dt><dd class="basedOn"><ul><li>lov/2011-06-24-30/§1</li><li>lov/2011-06-24-30/§2</li></ul></dd>
                <dt class="title">Tittel</dt><dd class="title">Forskrift om prøve</dd></dl></header>
                <main class="documentBody"><h1>Forskrift om prøve</h1><article class="marginIdArticle" id="x"/>
                <section class="section"><h2>Kapittel 1. Føremål</h2><article class="legalArticle"><h3 class="legalArticleHeader"><span class="legalArticleValue">§ 1</span>. <span class="legalArticleTitle">Verkeområde</span></h3>
                <article class="legalP">Forskrifta gjeld for<br/>alle.</article><article class="legalP">Ho gjeld ikkje på:
                <ul class="defaultList"><li data-li-identifier="a)"><article class="listArticle"><article class="legalP">Svalbard</article></article></li><li data-li-identifier="b)">Jan Mayen</li></ul></article>
                </article></section><table><thead><tr><th>Art</th><th>Kvote</th></tr></thead><tbody><tr><td>Torsk</td><td>40</td></tr></tbody></table></main></body></html>
                """, 100_000));

        assertThat(document.title()).isEqualTo("Forskrift om prøve");
        assertThat(document.date()).contains(LocalDate.of(2024, 2, 3));
        assertThat(document.passages().stream()
                        .map(p -> p.kind() + " " + p.text())
                        .toList())
                .containsExactly(
                        "TABLE_ROW Datokode\tFOR-2024-02-03-99",
                        "TABLE_ROW Heimel\tlov/2011-06-24-30/§1; lov/2011-06-24-30/§2",
                        "HEADING Forskrift om prøve",
                        "HEADING Kapittel 1. Føremål",
                        "HEADING § 1. Verkeområde",
                        "PARAGRAPH Forskrifta gjeld for\nalle.",
                        "PARAGRAPH Ho gjeld ikkje på:",
                        "LIST_ITEM a) Svalbard",
                        "LIST_ITEM b) Jan Mayen",
                        "TABLE_ROW Art\tKvote",
                        "TABLE_ROW Torsk\t40");
        assertThat(document.passages().get(7).sectionPath())
                .containsExactly("Forskrift om prøve", "Kapittel 1. Føremål", "§ 1. Verkeområde");
        assertThat(document.passages().getLast().columns()).containsExactly("Art", "Kvote");
    }

    @Test
    void leavesTheBlocksOfALayoutTableAsTheyAre() {
        var document = DocumentReader.read(JsoupTextExtractor.html("""
                <table><tr><td><h2>Meny</h2><p>Første avsnitt.</p></td><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>
                """, 10_000));

        assertThat(document.passages().stream().map(Passage::kind).toList())
                .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.TABLE_ROW);
    }

    @Test
    void givesSpannedCellsTheHeadingOfTheirColumn() {
        var document = DocumentReader.read(JsoupTextExtractor.html("""
                <table><tr><th>År</th><th colspan=2>Tall</th></tr><tr><td rowspan=2>2021</td><td>4</td><td>5</td></tr><tr><td>6</td><td>7</td></tr></table>
                """, 10_000));

        assertThat(document.passages().get(1).columns()).containsExactly("År", "Tall", "Tall");
        assertThat(document.passages().get(2).columns()).containsExactly("Tall", "Tall");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kommunen skal ikke vente med tiltakene, og de ansatte må få vite hvordan de blir fulgt opp.|NOB",
                "Vi har gjennomført flere samlinger der deltakerne fortalte hva de trenger fra oss.|NOB",
                "Kommunen skal ikkje vente med tiltaka, og dei tilsette må få vite korleis dei vert følgde opp.|NNO",
                "Vi har gjennomført fleire samlingar der deltakarane fortalde kva dei treng frå oss.|NNO",
                "The municipality shall not wait, and the staff must know how they are followed up.|ENG",
                "This report describes the work of the network and the goals that it has set for the year.|ENG",
                "Demensplan 2025|UNDETERMINED",
                "Tabell 4|UNDETERMINED"
            })
    void tellsTheLanguageOfASentence(String sentence, Language language) {
        assertThat(LanguageGuess.of(sentence).language()).isEqualTo(language);
    }

    @Test
    void givesAShortPassageTheLanguageOfItsDocument() {
        var document =
                Documents.plainText("Mål\n\nKommunen skal ikkje vente, og dei tilsette må vite kva dei skal gjere.\n");

        assertThat(document.language()).isEqualTo(Language.NNO);
        assertThat(document.passages().getFirst().language()).isEqualTo(Language.NNO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Årsrapport 2021\\n\\nVi har holdt kurs for alle.|2021-12-31",
                "Handlingsplan 2021–2024\\n\\nVi skal holde kurs.|2021-01-01",
                "Referat fra møte\\n\\nDato: 14.03.2022\\n\\nVi møttes.|2022-03-14",
                "Mandat\\n\\nVedtatt i styringsgruppen den 2. mai 2019 etter en lang prosess med alle kommunene som deltar i nettverket.|2019-05-02",
                "Mandat\\n\\nVi følger lov 24. juni 2011 nr. 30 om helsetjenester.|",
                "Notat om Demensplan 2025\\n\\nPlanen gjelder alle.|",
                "Oslo, 12. mars 2022\\n\\nBrev til kommunene|2022-03-12",
                "Frist for svar: 1. mai 2023\\n\\nSvar til oss.|"
            })
    void findsTheDocumentsOwnDate(String text, LocalDate date) {
        assertThat(Documents.plainText(text.replace("\\n", "\n")).date().orElse(null))
                .isEqualTo(date);
    }

    @Test
    void survivesTheWayToBytesAndBack() throws IOException {
        var read = new ReadOutcome.Read(
                DocumentReader.read(JsoupTextExtractor.html(
                        "<title>Tittel her</title><h1>A – \ud83d</h1><p>b</p><table><tr><th>c</th><th>d</th></tr><tr><td>e</td><td>f</td></tr></table>",
                        1000)),
                "text/html");

        assertThat(TextCodec.decode(TextCodec.encode(read))).isEqualTo(read);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void refusesBytesThatAreNoReading(long seed) {
        var random = new Random(seed);
        byte[] bytes = TextCodec.encode(new ReadOutcome.Read(Documents.plainText("Mål\n\n• En\n• To\n"), "text/plain"));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

        try {
            TextCodec.decode(bytes);
        } catch (IOException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }

    @Test
    void takesTimeInProportionToTheText() {
        String nasty = "- ".repeat(50_000) + "1.".repeat(50_000) + "\n" + "(((".repeat(50_000) + "§ § §".repeat(20_000)
                + "\n\n\n" + "a\u0301\u0301".repeat(50_000) + "\n".repeat(50_000) + "A\n".repeat(50_000);

        assertThat(Documents.plainText(nasty).passages()).isNotEmpty();
        assertThat(DocumentReader.read(Markdown.draft(nasty)).passages()).isNotEmpty();
        assertThat(CleanText.of(nasty).text()).isNotEmpty();
    }

    private static String randomText(Random random) {
        List<String> pieces = List.of(
                "Kommunen",
                "helse-",
                "og",
                " ",
                "  ",
                "\n",
                "\n\n",
                "\r\n",
                "\f",
                "• ",
                "\uf0b7 ",
                "- ",
                "1. ",
                "a) ",
                "§ 4.",
                "# ",
                "## ",
                "| ",
                "|\n",
                "\u00a0",
                "\u00ad",
                "\ufb01",
                "a\u030a",
                "\ud83d\ude00",
                "\ud83d",
                "\t",
                "ord.",
                "Mål",
                "12. mars 2022",
                "<p>",
                "</p>",
                "<table>",
                "<tr>",
                "<td>",
                "</td>",
                "<th>",
                "</table>",
                "<li>",
                "<ul>",
                "</ul>",
                "<h2>",
                "<br>",
                "http://example.org",
                "\u2010",
                "-\n",
                "\u0000",
                "\ufffd",
                "5",
                "---\n",
                "```\n",
                "> ",
                "for-\nbedring");
        List<String> text = new ArrayList<>();
        int length = random.nextInt(200);
        for (int i = 0; i < length; i++) {
            text.add(pieces.get(random.nextInt(pieces.size())));
        }
        return String.join("", text);
    }
}
