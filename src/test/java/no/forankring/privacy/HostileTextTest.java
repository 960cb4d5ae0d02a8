package no.forankring.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No text, however made, costs more than its length asks for. Counted in steps of work, never in time.
class HostileTextTest {

    private static final int LETTERS = 30_000;
    private static final int MOST_PER_LETTER = 250;

    private record Hostile(String name, IntFunction<String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                repeated("at signs", "@"),
                repeated("letters without end", "a"),
                repeated("dots and letters", "a.a.a."),
                repeated("addresses without a space", "a@b.no@"),
                repeated("addresses", "kari@fjordvik.example "),
                repeated("an address on each line", "Kari Eksempel kari@fjordvik.example\n"),
                repeated("brackets", "(at)"),
                repeated("open brackets", "([{"),
                repeated("addresses cut by lines", "a@b.\n"),
                repeated("digits", "1"),
                repeated("digits and spaces", "12 34 56 78 "),
                repeated("telephones", "412 34 567, "),
                repeated("separators", "1-.1 ."),
                repeated("capitals", "Kari "),
                repeated("initials", "K. "),
                repeated("names", "Kari Eksempel Prøve Ola "),
                repeated("labels", "Kontaktperson\n"),
                repeated("greetings", "Mvh\n\n"),
                repeated("headers", "Fra: Kari Eksempel\n"),
                repeated("empty lines", "\n"),
                repeated("spaces", " "),
                repeated("illness", "Kari Eksempel har demens og "),
                repeated("almost illness", "Kari Eksempel har en mild kronisk begynnende "),
                repeated("names with one surname", "Kari Prøve 412 34 567\nKari Prøve Prøve\n"),
                new Hostile("many names", HostileTextTest::manyNames),
                new Hostile(
                        "one line of names and an address",
                        size -> "Kari Eksempel ".repeat(size / 14) + "kari@fjordvik.example"));
    }

    private static Hostile repeated(String name, String part) {
        return new Hostile(name, size -> part.repeat(size / part.length()));
    }

    private static String manyNames(int size) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append("Kari Eks").append(letters(i)).append(" kari@fjordvik.example\n");
        }
        return text.toString();
    }

    private static String letters(int number) {
        return Integer.toString(number, 26)
                .replaceAll("[0-9]", "x$0")
                .chars()
                .collect(
                        StringBuilder::new,
                        (word, c) -> word.append((char) (Character.isDigit(c) ? 'a' + c - '0' : c)),
                        StringBuilder::append)
                .toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void fourTimesTheTextIsFourTimesTheWork(Hostile hostile) {
        String once = hostile.text.apply(LETTERS);
        String fourTimes = hostile.text.apply(4 * LETTERS);

        long little = PersonalDataDetector.work(once);
        long much = PersonalDataDetector.work(fourTimes);

        double growth = (double) fourTimes.length() / once.length();
        assertThat((double) much).isLessThan(little * growth * 1.1 + 10_000);
        assertThat((double) much / fourTimes.length()).isLessThan(MOST_PER_LETTER);
    }
}
