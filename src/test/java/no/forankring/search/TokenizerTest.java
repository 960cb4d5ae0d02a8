package no.forankring.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "jf. hol. § 4-2 første ledd; jf|hol|§4-2|første|ledd",
                "§§ 3-1 og 3-2; §3-1|og|3-2",
                "§ 12a, §3–4; §12a|§3-4",
                "paragraf 4-2; §4-2",
                "Meld. St. 15 (2017–2018); meld|st|15|2017-2018",
                "FOR-2016-10-28-1250 trådte i kraft; for-2016-10-28-1250|trådte|i|kraft",
                "LOV-1967-02-10; lov-1967-02-10",
                "NOU 2023: 4 og NOU 2011:11; nou|2023:4|og|nou|2011:11",
                "demensplan-2025; demensplan|2025",
                "E-læring for COVID-19; e|læring|for|covid|19",
                "12,5 prosent av 1.250; 12,5|prosent|av|1.250",
                "Vi – de pårørende; vi|de|pårørende",
                "§ ; ''",
                "B12 og 3D; b12|og|3d"
            })
    void keepsTogetherWhatIsReadAsOne(String text, String tokens) {
        List<String> exact = Tokenizer.tokens(text).stream().map(Token::exact).toList();

        assertThat(String.join("|", exact)).isEqualTo(tokens);
    }

    @Test
    void readsDecomposedLettersAndInvisibleSignsAsTheSameWord() {
        assertThat(Tokenizer.tokens("pa\u030ar\u00adørende"))
                .singleElement()
                .extracting(Token::exact)
                .isEqualTo("pårørende");
    }

    @Test
    void cutsEndlessTokens() {
        assertThat(Tokenizer.tokens("x".repeat(50_000)))
                .singleElement()
                .satisfies(token -> assertThat(token.exact()).hasSize(Tokenizer.LONGEST_TOKEN))
                .satisfies(token -> assertThat(token.end()).isEqualTo(50_000));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("no.forankring.search.SearchExamples#seeds")
    void givesTokensInOrderInsideTheTextWhateverItHolds(long seed) {
        String text = SearchExamples.noise(seed);

        List<Token> tokens = Tokenizer.tokens(text);

        int at = 0;
        for (Token token : tokens) {
            assertThat(token.start()).isGreaterThanOrEqualTo(at);
            assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
            assertThat(token.exact()).isNotEmpty();
            at = token.end();
        }
    }
}
