package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What scanning and careless typing do to words and numbers.
class LookalikesTest {

    private static final NameIndex NAMES = new NameIndex(CitationExamples.register());

    @ParameterizedTest(name = "{0}")
    @MethodSource({"digitsInWords", "lettersInNumbers", "lostLetters", "cutNames", "wrongDecoding"})
    void readsWhatWasMeant(String text, List<String> expected) {
        assertThat(WordingExamples.read(text)).isEqualTo(expected);
    }

    static Stream<Arguments> digitsInWords() {
        return WordingExamples.table("""
                Ansatte følger he1sepersonelloven. => lov-1999-07-02-64
                Ansatte følger helsepersonell0ven. => lov-1999-07-02-64
                Tilsette følgjer f0lkehelselova. => lov-2011-06-24-29
                5amhandlingsreformen endret ansvaret. => reform-samhandlingsreformen
                Ansatte følger helsepersoneIloven. => lov-1999-07-02-64
                Ansatte følger heIsepersonelloven § 4. => lov-1999-07-02-64 § 4
                Se St.me1d. nr. 47 (2008–2009). => stmeld-47-2008-2009
                """);
    }

    static Stream<Arguments> lettersInNumbers() {
        return WordingExamples.table("""
                Se Meld. St. 24 (2O19–2020). => meldst-24-2019-2020
                Se Meld. St. 24 (20l9–2020). => meldst-24-2019-2020
                Se Meld. St. l5 (2017–2018). => meldst-15-2017-2018
                Se St.meld. nr. 47 (2OO8–2OO9). => stmeld-47-2008-2009
                Se NOU 2O23: 4. => nou-2023-4
                Ot.prp. nr. l3 (1998–99) => otprp-13-1998-1999
                lov 24. juni 2O11 nr. 30 => lov-2011-06-24-30
                """);
    }

    static Stream<Arguments> lostLetters() {
        return WordingExamples.table("""
                Vi følger helsepersonell\uFFFDven. => lov-1999-07-02-64
                P\uFFFDr\uFFFDrendestrategien følges opp. => strategi-vi-de-parorende
                Primærhelsemeldinga og prim\uFFFDrhelsemeldingen er den same. => meldst-26-2014-2015; meldst-26-2014-2015
                """);
    }

    static Stream<Arguments> cutNames() {
        return WordingExamples.table("""
                Kommunen følger demens planen fra staten. => plan-demensplan-2020|plan-demensplan-2025
                Kommunen følger pårørende strategien. => strategi-vi-de-parorende
                Vi følger helseper-\\nsonelloven i alt. => lov-1999-07-02-64
                Vi følgjer folkehelse-\\nlova i alt. => lov-2011-06-24-29
                Vi følger samhandlings-\\n\\nreformen. => reform-samhandlingsreformen
                """);
    }

    static Stream<Arguments> wrongDecoding() {
        return WordingExamples.table("""
                Se Meld. St. 24 (2019\u00E2\u20AC\u201C2020). => meldst-24-2019-2020
                Strategien \u00E2\u20AC\u0153Vi \u00E2\u20AC\u201C de pårørende\u00E2\u20AC\u009D er ny. => strategi-vi-de-parorende
                Ansatte følger helse&shy;personelloven. => lov-1999-07-02-64
                Ansatte følger helse\u00ADpersonelloven. => lov-1999-07-02-64
                Ansatte følger helse\u00C2\u00ADpersonelloven. => lov-1999-07-02-64
                P\u00C3\u00A5r\u00C3\u00B8rendestrategien følges opp. => strategi-vi-de-parorende
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rom 2O har plass til 30 personer.",
                "Vi har 3l liter igjen.",
                "Planen 2l ble aldri ferdig.",
                "Den l0. samlingen var i mai.",
                "Kurset B1o er fullt.",
                "Demens er en sykdom, og planen er klar.",
                "Lov 0g rett er et fag.",
                "P\uFFFD onsdag er det m\uFFFDte."
            })
    void noiseWithoutACitationIsNoCitation(String text) {
        assertThat(WordingExamples.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Demensplan2025 gjelder. § 10 l og § 4 I er kjent. 4A-3, kap. III og I tillegg til II.",
                "Vi er IT-ansvarlige. Ill vind. Iskald dag. NAV, IKT og ILS. Klasse 1a og 2b.",
                "Rundskriv I-9/2015 og IS-2442. Tlf. 22 00 00 00, e-post a1@b2.no, 10 l melk, B12."
            })
    void whatOnlyLooksLikeNoiseStays(String text) {
        assertThat(wordsAfter(text)).isEqualTo(wordsOf(text));
    }

    /// Clean words and numbers are read as they stand, in any order.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cleanTextIsReadUnchanged(int seed) {
        String text = clean(new Random(seed));

        var tokens = new Tokens(text, NAMES.lexicon, List.of());

        assertThat(wordsAfter(text)).as(text).isEqualTo(wordsOf(text));
        assertThat(tokens.isNoisy()).as(text).isFalse();
    }

    static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(60);
    }

    private static String clean(Random random) {
        String[] words = {
            "kommunen",
            "skal",
            "Planen",
            "loven",
            "folkehelseloven",
            "helsepersonelloven",
            "I",
            "i",
            "Is",
            "Oslo",
            "IKT",
            "KS",
            "III",
            "demens",
            "leve",
            "hele",
            "livet",
            "reformen",
            "tiltak",
            "Innlandet",
            "lov",
            "om",
            "og",
            "strategi",
            "melding",
            "Stortinget",
            "Ola",
            "Ida",
            "lo",
            "SO",
            "Los",
            "Il",
            "NOU",
            "sal",
            "brukere"
        };
        var text = new StringBuilder();
        int count = 8 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10);
            text.append(i == 0 ? "" : kind == 0 ? ", " : kind == 1 ? ". " : " ");
            text.append(
                    random.nextInt(6) == 0
                            ? Integer.toString(random.nextInt(3000))
                            : words[random.nextInt(words.length)]);
        }
        return text.append('.').toString();
    }

    /// The words and numbers of the text by a plain cut at all that is neither letter nor digit, and between the two.
    private static List<String> wordsOf(String text) {
        var words = new ArrayList<String>();
        var pattern = java.util.regex.Pattern.compile("\\p{L}+|\\d+");
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(
                    Character.isDigit(word.charAt(0))
                            ? "#" + Integer.parseInt(word)
                            : word.toLowerCase(java.util.Locale.ROOT));
        }
        return words;
    }

    /// The words and numbers as they are read after the pass.
    private static List<String> wordsAfter(String text) {
        var tokens = new Tokens(text, NAMES.lexicon, List.of());
        var words = new ArrayList<String>();
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.isNumber(i)) {
                words.add("#" + tokens.value(i));
            } else if (tokens.isWord(i)) {
                words.add(tokens.foldedText(i));
            }
        }
        return words;
    }
}
