package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.search.ParsedQuery.Beginning;
import no.forankring.search.ParsedQuery.Item;
import no.forankring.search.ParsedQuery.Official;
import no.forankring.search.ParsedQuery.Phrase;
import no.forankring.search.ParsedQuery.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForgivingParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sykehjem demens; sykehjem & demens",
                "sykehjem OR demens kommune; sykehjem/demens & kommune",
                "sykehjem ELLER demens; sykehjem/demens",
                "sykehjem AND demens; sykehjem & demens",
                "\"lindrende behandling\" hjemme; [lindrende behandling] & hjemme",
                "«lindrende behandling»; [lindrende behandling]",
                "sykehjem -kreft; sykehjem & !kreft",
                "sykehjem -\"årlig rapport\"; sykehjem & ![årlig rapport]",
                "\"aldri lukket; aldri & lukket",
                "demens*; demens…",
                "hol § 4-2; hol & §4-2",
                "Meld. St. 15 demens; [meld st 15] & demens",
                "St.meld. nr. 47; [st meld nr 47]",
                "Prop. 91 L; [prop 91 l]",
                "NOU 2023: 4; [nou 2023:4]",
                "e-læring; [e læring]/elæring",
                "og/eller; og & eller",
                "demens og sykehjem; demens & sykehjem",
                "Vi – de pårørende; vi & pårørende",
                "OR; ``",
                "OR demens OR; demens",
                "NAV; nav"
            })
    void readsWhatIsMeant(String typed, String read) {
        assertThat(shown(ForgivingParser.parse(typed))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "utsteder:Helsedirektoratet; issuer; Helsedirektoratet",
                "utstedar:Helsedirektoratet; issuer; Helsedirektoratet",
                "nettverk:\"demens og pårørende\"; network; demens og pårørende",
                "forankra:demensplan; anchored; demensplan",
                "Siterer:demensplan; cites; demensplan",
                "kommune:Fjordvik; municipality; Fjordvik",
                "tema:\"mat, måltider\"; theme; mat, måltider",
                "ar:2023; year; 2023"
            })
    void readsEveryField(String typed, String field, String value) {
        assertThat(ForgivingParser.parse(typed).filters()).isEqualTo(Map.of(field, Set.of(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "år:2022..2024, 2022, 2024, 3",
        "år:2024-2022, 2022, 2024, 3",
        "år:2090.., 2090, 2099, 10",
        "år:..1801, 1800, 1801, 2"
    })
    void readsRangesOfYears(String typed, String first, String last, int count) {
        assertThat(ForgivingParser.parse(typed).filters().get("year"))
                .hasSize(count)
                .contains(first, last);
    }

    @Test
    void tellsWhatItCouldNotUse() {
        assertThat(ForgivingParser.parse("-type:mandat år: demens").remarks())
                .extracting(Note::key)
                .containsExactly("no-excluded-field", "no-value");
    }

    @ParameterizedTest
    @CsvSource({"lov 24. juni 2011 nr. 30, 2011-06-24-30", "forskrift 28 okt 2016 nr. 1250, 2016-10-28-1250"})
    void readsTheDateAndNumberOfAnAct(String typed, String id) {
        assertThat(shown(ForgivingParser.parse(typed))).endsWith("& " + id);
    }

    @Test
    void readsFieldsInBothLanguages() {
        ParsedQuery parsed = ForgivingParser.parse(
                "type:mandat,rapport År:2019-2021 språk:nynorsk siterer:lov-2011-06-24-30 demens");

        assertThat(parsed.filters())
                .isEqualTo(Map.of(
                        "type", Set.of("mandat", "rapport"),
                        "year", Set.of("2019", "2020", "2021"),
                        "language", Set.of("nn"),
                        "cites", Set.of("lov-2011-06-24-30")));
        assertThat(shown(parsed)).isEqualTo("demens");
    }

    @Test
    void readsAnUnknownFieldAsWords() {
        assertThat(shown(ForgivingParser.parse("merk:dette"))).isEqualTo("merk & dette");
    }

    @Test
    void saysWhatItLeftOut() {
        ParsedQuery parsed = ForgivingParser.parse("ord ".repeat(2_000) + " type:");

        assertThat(parsed.clauses()).hasSizeLessThanOrEqualTo(ForgivingParser.MOST_CLAUSES);
        assertThat(parsed.remarks()).hasSize(2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#seeds")
    void readsAnything(long seed) {
        ParsedQuery parsed = ForgivingParser.parse(SearchExamples.noise(seed));

        assertThat(parsed.clauses()).hasSizeLessThanOrEqualTo(ForgivingParser.MOST_CLAUSES);
    }

    private static String shown(ParsedQuery parsed) {
        String clauses = parsed.clauses().stream()
                .map(clause ->
                        clause.items().stream().map(ForgivingParserTest::shown).collect(Collectors.joining("/")))
                .collect(Collectors.joining(" & "));
        String excluded =
                parsed.excluded().stream().map(item -> " & !" + shown(item)).collect(Collectors.joining());
        return clauses + excluded;
    }

    private static String shown(Item item) {
        return switch (item) {
            case Word word -> word.token().exact();
            case Phrase phrase -> phrase.tokens().stream().map(Token::exact).collect(Collectors.joining(" ", "[", "]"));
            case Official official ->
                official.tokens().stream().map(Token::exact).collect(Collectors.joining(" ", "[", "]"));
            case Beginning beginning -> beginning.prefix() + "…";
        };
    }
}
