package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import no.forankring.citation.Evaluation.Gold;
import no.forankring.register.Register;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {

    private static final String HEAD = "#! kind=mandate language=nob noise=clean\n";
    private static final Register REGISTER = Register.builtIn();

    @Test
    void takesTheMarksOutOfTheText() {
        MarkedText text = parse("""
                #! kind=plan language=nno noise=heavy date=2021-03 set=held-out
                Sjå ⟦folkehelselova § 5¦lov-2011-06-24-29¦§ 5⟧ og ⟦rom 12¦not⟧.
                """);

        assertThat(text.text()).isEqualTo("Sjå folkehelselova § 5 og rom 12.\n");
        assertThat(text.properties())
                .isEqualTo(Map.of(
                        "kind", "plan", "language", "nno", "noise", "heavy", "date", "2021-03", "set", "held-out"));
        assertThat(text.mentions())
                .containsExactly(new Gold(
                        "en.txt",
                        4,
                        22,
                        "folkehelselova § 5",
                        "law",
                        "lov-2011-06-24-29",
                        List.of(),
                        "§ 5",
                        "sure",
                        "national",
                        false));
        assertThat(text.lookalikes()).containsExactly(new Evaluation.Lookalike("en.txt", 26, 32, "rom 12"));
    }

    @Test
    void countsUtf16UnitsAndKeepsLineBreaksInsideAMention() {
        MarkedText text = parse(
                HEAD
                        + "\uD83D\uDE00\r\n⟦Leve hele\r\nlivet¦reform-leve-hele-livet⟧ \uD83D\uDE00 ⟦NOU 2016:\n17¦nou-2016-17⟧");

        assertThat(text.text()).startsWith("\uD83D\uDE00\r\nLeve hele\r\nlivet");
        assertThat(text.mentions()).extracting(Gold::start).containsExactly(4, 24);
        assertThat(text.mentions())
                .allSatisfy(mention -> assertThat(text.text().substring(mention.start(), mention.end()))
                        .isEqualTo(mention.text()));
        assertThat(text.mentions()).extracting(Gold::text).containsExactly("Leve hele\r\nlivet", "NOU 2016:\n17");
        assertThat(text.mentions()).extracting(Gold::type).containsExactly("reform", "nou");
    }

    @Test
    void readsWhatStandsAfterTheId() {
        MarkedText text = parse(HEAD + "⟦loven¦lov-1999-07-02-64¦anaphora⟧ ⟦planen¦?¦local¦alt=plantype-okonomiplan⟧"
                + " ⟦meldingen¦meldst-15-2017-2018¦ambiguous¦alt=meldst-24-2022-2023,nou-2016-17⟧ ⟦kanskje¦?¦vague⟧"
                + " ⟦kap. 4 A¦lov-1999-07-02-63¦kap. 4 A¦vague¦anaphora⟧");

        assertThat(text.mentions()).extracting(Gold::anaphora).containsExactly(true, false, false, false, true);
        assertThat(text.mentions())
                .extracting(Gold::scope)
                .containsExactly("national", "local", "national", "national", "national");
        assertThat(text.mentions())
                .extracting(Gold::type)
                .containsExactly("law", "local_plan", "white_paper", "other", "law");
        assertThat(text.mentions())
                .extracting(Gold::certainty)
                .containsExactly("sure", "sure", "ambiguous", "vague", "vague");
        assertThat(text.mentions().get(2).alternatives()).containsExactly("meldst-24-2022-2023", "nou-2016-17");
        assertThat(text.mentions().getLast().pinpoint()).isEqualTo("kap. 4 A");
    }

    @Test
    void readsABarAmongTheWordsWhenItIsEscaped() {
        MarkedText text = parse(HEAD + "hÃ¦ ⟦lÃ\\¦ringsplanen¦?¦local⟧");

        assertThat(text.text()).isEqualTo("hÃ¦ lÃ¦ringsplanen");
        assertThat(text.mentions()).singleElement().extracting(Gold::text).isEqualTo("lÃ¦ringsplanen");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ⟦folkehelseloven                       | uten ⟧
            ⟦folkehelseloven ⟦lov¦?¦vague⟧         | uten ⟧
            folkehelseloven⟧                       | uten ⟦
            ⟦folkehelseloven⟧                      | ingen id
            ⟦ folkehelseloven¦?⟧                   | mellomrom
            ⟦¦lov-2011-06-24-29⟧                   | tomme
            ⟦folkehelseloven¦anaphora⟧             | «anaphora»
            ⟦folkehelseloven¦plan-ingen-slik⟧      | «plan-ingen-slik»
            ⟦folkehelseloven¦LOV 29⟧               | «LOV 29» er ikke en id
            ⟦folkehelseloven¦?¦alt=plan-ingen⟧     | «plan-ingen»
            ⟦folkehelseloven¦?¦sikker⟧             | «sikker»
            ⟦folkehelseloven¦?¦§ 5¦§ 6⟧            | «§ 6»
            ⟦folkehelseloven¦not¦vague⟧            | «not»
            """)
    void namesFileAndLineOfABrokenMark(String mark, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(HEAD + "Én linje ⟦går\nbra¦?¦vague⟧.\n" + mark))
                .withMessageStartingWith("en.txt, linje 4: ")
                .withMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mandat                                               | første linje
            #! kind=plan language=nob                            | mangler
            #! kind=plan language=swe noise=clean                | «swe»
            #! kind=plan language=nob noise=clean mood=good      | «mood=good»
            #! kind=plan language=nob noise=clean noise=clean    | «noise=clean»
            #! kind=plan language=nob noise=clean date=i går     | «i»
            """)
    void saysWhatIsWrongWithTheFirstLine(String head, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(head + "\nTekst"))
                .withMessageStartingWith("en.txt, linje 1: ")
                .withMessageContaining(said);
    }

    private static MarkedText parse(String marked) {
        return MarkedText.parse("en.txt", marked, REGISTER);
    }
}
