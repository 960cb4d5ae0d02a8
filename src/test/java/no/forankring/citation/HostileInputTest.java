package no.forankring.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.forankring.register.GoverningDocument;
import no.forankring.register.Register;
import no.forankring.testing.GeneratedRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No text, however made, costs more than its length asks for. Counted in steps of work, never in time.
class HostileInputTest {

    private static final int LETTERS = 80_000;
    /// Steps that a letter may cost on the whole; ordinary text costs between one and three.
    private static final int MOST_PER_LETTER = 40;

    private static final Register REGISTER = Register.builtIn();
    private static final CitationRecognizer RECOGNIZER = new CitationRecognizer(REGISTER);

    /// A way to write a text of about so many letters.
    private record Hostile(String name, IntFunction<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void fourTimesTheTextIsFourTimesTheWork(Hostile hostile) {
        String once = hostile.text.apply(LETTERS);
        String fourTimes = hostile.text.apply(4 * LETTERS);

        long little = RECOGNIZER.work(CitationExamples.document(once));
        long much = RECOGNIZER.work(CitationExamples.document(fourTimes));

        double growth = (double) fourTimes.length() / once.length();
        assertThat((double) much).isLessThan(little * growth * 1.1 + 10_000);
        assertThat((double) much / fourTimes.length()).isLessThan(MOST_PER_LETTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOV-2011-06-24-12345678901",
                "lov 24. juni 2011 nr. 12345678901",
                "rundskriv å-5/2015",
                "rundskriv nr. I-12345678901/2015",
                "IS-12345678901/2015",
                "forordning (EU) 2016/12345678901",
                "Dokument 3:12345678901 (2024–2025)",
                "helsepersonelloven § 4 nr. 12345678901"
            })
    void numbersThatNoDocumentCanHaveStopNothing(String text) {
        String around = text + ", jf. helsepersonelloven § 4.";

        List<String> read = CitationExamples.outcomes(RECOGNIZER.recognize(CitationExamples.document(around)));

        assertThat(read).endsWith("lov-1999-07-02-64 § 4");
    }

    @Test
    void sessionsBeforeTheCenturyOfTheOldestDocumentsStopNothing() {
        assertThat(CitationExamples.outcomes(
                        RECOGNIZER.recognize(CitationExamples.document("Ot.prp. nr. 5 (1850–1851)"))))
                .containsExactly("otprp-5-1850-1851");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyMixOfCitationsAndSignsIsReadWithoutOverlap(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String text = mix(random, 200);
            int end = 0;
            for (Resolution resolution : RECOGNIZER.recognize(CitationExamples.document(text))) {
                assertThat(resolution.mention().span().start()).as(text).isGreaterThanOrEqualTo(end);
                end = resolution.mention().span().end();
                assertThat(end).as(text).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = 20_000)
    void aLargerRegisterCostsNoMoreWork(int rows) {
        var random = new Random(11);
        String text = mix(random, LETTERS) + nearTitles(LETTERS);
        var large = new CitationRecognizer(GeneratedRegister.with(REGISTER, rows, 17));

        long few = RECOGNIZER.work(CitationExamples.document(text));
        long many = large.work(CitationExamples.document(text));

        assertThat((double) many).isLessThan(few * 1.5);
    }

    private static Stream<Hostile> hostile() {
        Stream<Hostile> repeated = Stream.of(
                        "§ ",
                        "§§ § 5 ",
                        "§ 5, ",
                        "§§ 5, 6, 7 og ",
                        "§ 5 og ",
                        "&sect;",
                        "loven $ 5 ",
                        "((§ 5) ",
                        "(",
                        "loven ",
                        "loven § 5 ",
                        "samme lov § 5 ",
                        "og ",
                        "jf. jf. ",
                        "§ 5 jf. ",
                        "Meld. St. ",
                        "Meld. St. 5 ",
                        "Meld. St. 15 Leve hele livet ",
                        "reformen ",
                        "«\"",
                        "strategien « ",
                        "«Leve hele livet\" ",
                        "a-",
                        "omsorgs-\n",
                        "a\u00AD",
                        "\uFB03",
                        "a\u030A",
                        "a1",
                        "l0 § lO ",
                        "A",
                        "ALLE LOVER OG REGLER § 5 ",
                        "loven",
                        "1",
                        "\n\n",
                        "Leve                    hele ",
                        "http:",
                        "https://www.helsedirektoratet.no/a",
                        "https://lovdata.no/dokument/NL/lov/2011-06-24-30 ",
                        "nasjonale ",
                        "nasjonale faglige retningslinjer for ",
                        "veileder for tjenester ",
                        "lov om ",
                        "lov 24. juni 2011 nr. 30 og ",
                        "forskrift om ledelse og kvalitetsforbedring i ",
                        "helse- og ",
                        "helse- og omsorgstjenesteloven ",
                        "Demensplanen ",
                        "palliasjon ",
                        "helsepersonellloven ",
                        "hol. § 3 i hol. ",
                        "handlingsplanen 2020 ",
                        "I-9/2015 ")
                .map(part -> new Hostile(shown(part), letters -> part.repeat(letters / part.length())));
        return Stream.concat(
                repeated,
                Stream.of(
                        new Hostile("a list of numbers", HostileInputTest::numbers),
                        new Hostile("nested brackets", letters -> "(".repeat(letters / 2) + ")".repeat(letters / 2)),
                        new Hostile("random bytes", letters -> random(letters, 256)),
                        new Hostile("random characters", letters -> random(letters, 65_536)),
                        new Hostile("titles with one letter off", HostileInputTest::nearTitles),
                        new Hostile("names with one letter off", HostileInputTest::nearNames),
                        new Hostile("one title after the other", HostileInputTest::titles),
                        new Hostile("ambiguous names", HostileInputTest::ambiguous),
                        new Hostile("the longest title, cut short", HostileInputTest::longest),
                        new Hostile("addresses with deep paths", HostileInputTest::deepAddresses),
                        new Hostile("addresses of nothing", HostileInputTest::emptyAddresses),
                        new Hostile("papers that nobody lists", HostileInputTest::unlisted),
                        new Hostile("an unknown act and ever new provisions", HostileInputTest::provisions),
                        new Hostile("ever new acts", HostileInputTest::acts),
                        new Hostile("a regulation that keeps to one line", HostileInputTest::regulation),
                        new Hostile("citations and signs, mixed", letters -> mix(new Random(3), letters))));
    }

    private static String shown(String part) {
        return part.replace("\n", "\\n");
    }

    private static String until(int letters, IntFunction<String> part) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < letters; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static String numbers(int letters) {
        return "§§ " + until(letters, i -> (i + 1) + ", ");
    }

    private static String random(int letters, int different) {
        var random = new Random(5);
        return until(letters, i -> Character.toString((char) random.nextInt(different)));
    }

    private static String titles(int letters) {
        List<GoverningDocument> all = REGISTER.all();
        return until(letters, i -> all.get(i % all.size()).title() + " ");
    }

    private static String nearTitles(int letters) {
        List<GoverningDocument> all = REGISTER.all();
        var random = new Random(7);
        return until(letters, i -> misspelled(all.get(i % all.size()).title(), random) + ". ");
    }

    private static String nearNames(int letters) {
        List<String> names = REGISTER.all().stream()
                .flatMap(document -> document.aliases().stream())
                .filter(name -> name.length() >= 12)
                .toList();
        var random = new Random(9);
        return until(letters, i -> misspelled(names.get(i % names.size()), random) + " ");
    }

    private static String misspelled(String words, Random random) {
        var letters = new StringBuilder(words);
        letters.setCharAt(random.nextInt(letters.length()), (char) ('a' + random.nextInt(26)));
        return letters.toString();
    }

    private static String ambiguous(int letters) {
        List<String> names = REGISTER.all().stream()
                .flatMap(document -> document.ambiguousAliases().stream())
                .toList();
        return until(letters, i -> names.get(i % names.size()) + " ");
    }

    private static String longest(int letters) {
        String title = REGISTER.all().stream()
                .map(GoverningDocument::title)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return (title.substring(0, title.length() - 8) + " ").repeat(letters / title.length());
    }

    private static String deepAddresses(int letters) {
        return ("https://www.helsedirektoratet.no/" + "a/".repeat(950) + " ").repeat(letters / 1_934);
    }

    private static String emptyAddresses(int letters) {
        return ("https://www.regjeringen.no/" + "/".repeat(1_900) + " ").repeat(letters / 1_928);
    }

    private static String unlisted(int letters) {
        return until(letters, i -> {
            int session = 1815 + i / 999 % 150;
            return "Meld. St. %d (%d–%d) sa. Meld. St. %d sier. ".formatted(i % 999, session, session + 1, i * 7 % 999);
        });
    }

    private static String provisions(int letters) {
        return "blåskjelloven § 1. " + until(letters, i -> "loven § " + i % 9_999 + " sier. ");
    }

    private static String acts(int letters) {
        return until(
                letters, i -> "lov %d. mai %d nr. %d, samme lov § 5 og ".formatted(1 + i % 28, 1900 + i / 28 % 120, i));
    }

    private static String regulation(int letters) {
        return "Forskrift om ting\n\n§ 1. A\n\n§ 2. B\n\n§ 3. C\n\nmed hjemmel i lov 24. juni 2011 nr. 30 "
                + until(letters, i -> "loven § " + i % 9_999 + ", ");
    }

    private static String mix(Random random, int letters) {
        List<String> parts = parts();
        return until(letters, i -> {
            String part = parts.get(random.nextInt(parts.size()));
            return switch (random.nextInt(10)) {
                case 0 -> part;
                case 1 -> part + "-";
                case 2 -> part + ", ";
                case 3 -> part + "\n";
                default -> part + " ";
            };
        });
    }

    private static List<String> parts() {
        String words =
                "lov loven forskrift forskriften samme nevnte denne her § §§ $ 1 2 3-1 12 1850 1999 2005 2017 2018"
                        + " 12345678901 0 (2017–2018) (1998-99) (1850–1851) Meld. St. nr. Ot.prp. St.meld. Prop. L S Innst. Dok."
                        + " 8: 3:3 NOU 2023: I-9/2015 IS-2442 rundskriv Å-1/99 forordning (EU) direktiv 2016/679 95/46/EF 24."
                        + " juni 31. februar 2011 nr. 30 om i av til og eller samt for fra jf. ledd første andre bokstav a b"
                        + " punktum kap. III 4A flg. reformen meldingen strategien planen handlingsplan kommuneplanens"
                        + " samfunnsdel veileder retningslinje nasjonal faglig helse- omsorgstjenesteloven omsorgstjenester Leve"
                        + " hele livet livet-reformen Demensplan 2025 Demensplanen 2020–2025 hol. pbl. straffeloven kommuneloven"
                        + " helsepersonelloven helsepersonellloven blåskjelloven pårørende « » \" ( ) [ ] ; : . ! – — /"
                        + " https://lovdata.no/dokument/NL/lov/2011-06-24-30/§4-1 https://www.helsedirektoratet.no/a/b/c"
                        + " a\u030A \uFB03 \u00AD \u200B \uFFFD Ã¥ Â§ LOV-2011-06-24-30 FOR-2016-10-28-1250 demens kvalitet";
        var parts = new ArrayList<>(List.of(words.split(" ")));
        IntStream.range(0, 40).forEach(i -> parts.add("ord"));
        parts.add("\n\n");
        return parts;
    }
}
