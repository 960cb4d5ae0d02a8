package no.forankring.findings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Numbers as texts write them, in digits and in words.
final class Numerals {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("én", 1),
            Map.entry("en", 1),
            Map.entry("ein", 1),
            Map.entry("ei", 1),
            Map.entry("ett", 1),
            Map.entry("et", 1),
            Map.entry("eitt", 1),
            Map.entry("éin", 1),
            Map.entry("éi", 1),
            Map.entry("to", 2),
            Map.entry("tre", 3),
            Map.entry("fire", 4),
            Map.entry("fem", 5),
            Map.entry("seks", 6),
            Map.entry("sju", 7),
            Map.entry("syv", 7),
            Map.entry("åtte", 8),
            Map.entry("ni", 9),
            Map.entry("ti", 10),
            Map.entry("elleve", 11),
            Map.entry("tolv", 12),
            Map.entry("tretten", 13),
            Map.entry("fjorten", 14),
            Map.entry("femten", 15),
            Map.entry("seksten", 16),
            Map.entry("sytten", 17),
            Map.entry("atten", 18),
            Map.entry("nitten", 19),
            Map.entry("tjue", 20));

    /// Two and more: "en samling" is any gathering, not a number of them.
    static final String SEVERAL =
            "(?:\\d{1,3}|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue)";
    /// One too, where the sentence counts.
    static final String ANY =
            "(?:\\d{1,3}|én|éin|éi|en|ein|ett|et|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tjue)";

    // "1 200 000", "1.200", "-", "3,5"
    private static final Pattern CELL = Pattern.compile("-?\\d{1,3}(?:[ \\u00A0.]\\d{3})+(?:,\\d+)?|-?\\d+(?:,\\d+)?");

    private Numerals() {}

    static OptionalInt of(String word) {
        if (word.matches("\\d{1,4}")) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        Integer number = WORDS.get(word.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// The number that is all of a cell; empty when there is more or nothing. "1.200" is twelve hundred.
    static Optional<BigDecimal> cell(String text) {
        String bare = text.strip().replace("−", "-").replace("–", "-");
        return CELL.matcher(bare).matches()
                ? Optional.of(new BigDecimal(bare.replaceAll("[ \\u00A0.]", "").replace(',', '.')))
                : Optional.empty();
    }

    /// With a comma, as Norwegian has it.
    static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static int decimals(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? 0 : text.length() - comma - 1;
    }
}
