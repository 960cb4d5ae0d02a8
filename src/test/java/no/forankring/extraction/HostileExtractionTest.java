package no.forankring.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text, however made, costs more than its length asks for.
///
/// Patterns do most of the work here and count no steps, so the time that the processor gave to this thread is
/// measured:
/// what else the machine does is not in it. What looks slow is measured again, and the least counts.
class HostileExtractionTest {

    /// The reader cuts passages that are longer than eight thousand.
    private static final int LETTERS = 1_500;
    private static final int TRIES = 4;
    /// Work that grows with the square of the text grows sixteenfold.
    private static final double MOST_GROWTH = 8;
    /// What garbage collection and compilation may add.
    private static final long SLACK_NANOSECONDS = 60_000_000;
    /// Ordinary text costs ten to fifteen thousand.
    private static final long MOST_NANOSECONDS_PER_LETTER = 150_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ActivityExtractor EXTRACTOR = new ActivityExtractor();

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
        DocumentText once = TextExamples.document(hostile.text.apply(LETTERS)).text();
        DocumentText fourTimes =
                TextExamples.document(hostile.text.apply(4 * LETTERS)).text();

        long little = Long.MAX_VALUE;
        long much = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && (i == 0 || !fits(little, much, fourTimes)); i++) {
            little = Math.min(little, nanoseconds(once));
            much = Math.min(much, nanoseconds(fourTimes));
        }

        assertThat(fits(little, much, fourTimes))
                .as("%d nanoseconds for the text, %d for four times the text", little, much)
                .isTrue();
    }

    private static boolean fits(long little, long much, DocumentText fourTimes) {
        return much < MOST_GROWTH * little + SLACK_NANOSECONDS
                && much < MOST_NANOSECONDS_PER_LETTER * fourTimes.text().length() + SLACK_NANOSECONDS;
    }

    private static long nanoseconds(DocumentText document) {
        long before = THREADS.getCurrentThreadCpuTime();
        EXTRACTOR.extract(document, List.of());
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    private static Stream<Hostile> hostile() {
        Stream<Hostile> inOneLine = Stream.of(
                        "A",
                        "a",
                        "1",
                        "A ",
                        "Aa ",
                        "KOMMUNE ",
                        "Nes kommune ",
                        "Nes, ",
                        "Nes og ",
                        "Nes, Våler og Hol, ",
                        "og ",
                        ", ",
                        "- ",
                        "a-",
                        "1 ",
                        "12 ",
                        "2022 ",
                        "1. ",
                        "1.1.",
                        "1) ",
                        "1) Samling om alt, ",
                        "(",
                        "( ",
                        "()",
                        "«",
                        "«A ",
                        "\"",
                        "\"a\" ",
                        ": ",
                        "a: ",
                        "\t",
                        "Tiltak    ",
                        "Samling 1    Ernæring    ",
                        "a         ",
                        "nettverk ",
                        "nettverk for ",
                        "Nettverk for ",
                        "nettverk i ",
                        "fagnettverk for demens og ",
                        "læringsnettverk ",
                        "samling",
                        "samling ",
                        "samlinger om ",
                        "to samlinger ",
                        "fagdag om ernæring for ",
                        "digital ",
                        "et digitalt kurs ",
                        "kurs om kapittel 9 ",
                        "skal ",
                        "skal vi ",
                        "målet er å ",
                        "mål ",
                        "formålet med nettverket er å ",
                        "formålet med ",
                        "har som mål å ",
                        "mål 1: A ",
                        "målgruppen er ansatte og ",
                        "forankret i ",
                        "er forankret i Nes kommune og ",
                        "plikten til ",
                        "følger opp ",
                        "bidrar til å ",
                        "jf. ",
                        "gikk ned ",
                        "gikk ned fra 5 ",
                        "ble evaluert ",
                        "heldt ",
                        "heldt innlegg ",
                        "deltakere fra ",
                        "besto av representanter fra ",
                        "34 deltakere ",
                        "34 deltakere fra 12 kommuner, ",
                        "34 av 40 svarte ",
                        "85 prosent ",
                        "USHT ",
                        "USHT Fjordvik (Nord) ",
                        "Utviklingssenter for sykehjem og hjemmetjenester ",
                        "Statsforvalteren i ",
                        "styringsgruppe ",
                        "styringsgruppen for nettverket ",
                        "rådgiver ",
                        "ansvarlig: ",
                        "Ansvar: Nes kommune. ",
                        "Dialogmøter: Formålet er ",
                        "prosjektet ",
                        "prosjekt Trygg ",
                        "Tryggere Hverdag ",
                        "planen for ",
                        "e-læring ",
                        "samme samling, samlingen ",
                        "første samling, andre samling, ",
                        "\u2588 ",
                        "a\u00AD",
                        "\uFFFD")
                .map(HostileExtractionTest::repeated);
        Stream<Hostile> inManyLines = Stream.of(
                        "\n",
                        "- \n",
                        "Nes kommune\n",
                        "- Nes kommune\n",
                        "- Nettverk for demens\n",
                        "# Nettverk for demens\n",
                        "# Mål\n- Gjøre alt\n",
                        "# Tiltak\nGjøre alt\n",
                        "Mål 1: Alt\n",
                        "Samling 1    Ernæring, 5. mai 2024\n",
                        "Tiltak    Ansvar    Frist\n",
                        "Kurs om alt    Nes    2024\n",
                        "|= Tiltak | Ansvar | Frist |\n| Kurs om alt | Nes kommune | 2024 |\n",
                        "| a |\n",
                        "Det var en samling. ",
                        "Nettverket hadde 12 deltakere. ",
                        "Nettverket er for ansatte i Nes kommune. ",
                        "a. ",
                        "A. ",
                        "a.",
                        "A⏎",
                        "⏎",
                        "Nes⏎Våler⏎",
                        "Tiltak    Ansvar    Frist⏎",
                        "Kurs om alt    Nes kommune    2024⏎",
                        "a    b⏎⏎",
                        "    ⏎",
                        "• Gjøre alt⏎",
                        "Mål 1: Alt⏎")
                .map(HostileExtractionTest::repeated);
        return Stream.of(
                        inOneLine,
                        inManyLines,
                        Stream.of(
                                under("# Mål", "gjøre alt og "),
                                under("# Målgruppe", "ansatte og "),
                                under("# Tiltak", "Kurs og "),
                                under("# Ansvar", "Nes kommune, "),
                                under("# Mandat for nettverk i demens", "Nettverket "),
                                under("# Mandat for nettverk i demens\n# Deltakere", "Nes, "),
                                under("# Styrende dokumenter", "planen "),
                                new Hostile(
                                        "ever new networks",
                                        letters -> ever(letters, "Nettverk for %s ble evaluert. ")),
                                new Hostile(
                                        "ever new networks in lines", letters -> ever(letters, "- Nettverk for %s\n")),
                                new Hostile("ever new centers", letters -> ever(letters, "USHT %s holder kurs. ")),
                                new Hostile("ever new organizations", letters -> ever(letters, "%s kommune, ")),
                                new Hostile("ever new courses", letters -> ever(letters, "Et kurs om %s ble holdt. ")),
                                new Hostile(
                                        "ever new rows",
                                        letters -> "|= Tiltak | Ansvar | Frist |\n"
                                                + ever(letters, "| Kurs om %s | Nes kommune | 2024 |\n")),
                                new Hostile("ever new goals", letters -> "# Mål\n" + ever(letters, "- Gjøre %s\n")),
                                new Hostile("words, mixed", letters -> mix(letters, " ")),
                                new Hostile("words, mixed, in lines", letters -> mix(letters, "\n")),
                                new Hostile("words, mixed, in one row", letters -> mix(letters, "    "))))
                .flatMap(hostile -> hostile);
    }

    private static Hostile repeated(String part) {
        return new Hostile(shown(part), letters -> part.repeat(letters / part.length()));
    }

    private static String shown(String part) {
        return "«" + part.replace("\n", "\\n").replace("\t", "\\t") + "»";
    }

    private static Hostile under(String heading, String part) {
        return new Hostile(
                shown(heading + "\n" + part), letters -> heading + "\n" + part.repeat(letters / part.length()));
    }

    private static String ever(int letters, String pattern) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < letters; i++) {
            text.append(pattern.formatted(name(i)));
        }
        return text.toString();
    }

    /// A word for each number, with a capital.
    private static String name(int number) {
        var name = new StringBuilder("Fjord");
        for (int left = number; left > 0; left /= 26) {
            name.append((char) ('a' + left % 26));
        }
        return name.toString();
    }

    private static String mix(int letters, String between) {
        String words =
                "nettverk fagnettverk læringsnettverk Nettverket for i om med og , . : ; - – ( ) « » \" 1. 2) 2022 12 to tre"
                        + " samling samlinger samlingen fagdag webinar kurs konferanse workshop skal ble holdt heldt hadde var er"
                        + " deltok deltakere kommuner fra Nes Våler Hol kommune USHT Fjordvik Statsforvalteren Utviklingssenter"
                        + " målet formålet er å bidra til målgruppen ansatte forankret følger opp evaluert planlagt prosent av"
                        + " styringsgruppe arbeidsgruppe prosjekt prosjektet Trygg Hverdag tiltak Ansvar: Mål 1 digital årlig";
        var random = new Random(11);
        String[] parts = words.split(" ");
        var text = new StringBuilder();
        while (text.length() < letters) {
            text.append(parts[random.nextInt(parts.length)]).append(random.nextInt(8) == 0 ? between : " ");
        }
        return text.toString();
    }
}
