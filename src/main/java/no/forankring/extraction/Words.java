package no.forankring.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Cleaning of names, and the keys that make the same name in two documents the same thing.
final class Words {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_KEY = 90;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    // Left out of keys, so that "Fagnettverk i ernæring" and "Fagnettverk for ernæring" are one.
    private static final Set<String> LINKING = Set.of("i", "for", "innen", "innan", "om", "av", "ved", "til", "pa");
    private static final Pattern DEFINITE = Pattern.compile(
            "^(\\p{L}*nettverk)et\\b|^(\\p{L}{3,}(?:råd|utval))et\\b|^(\\p{L}{3,}gruppe)n\\b|^(\\p{L}*prosjekt)et\\b|^(\\p{L}*konferanse)n\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("én", 1),
            Map.entry("en", 1),
            Map.entry("ein", 1),
            Map.entry("ett", 1),
            Map.entry("eitt", 1),
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
            Map.entry("tolv", 12));

    /// One group that reads a number in digits or words.
    static final String NUMBER = "(\\d{1,4}|én|ein|ett|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)";

    private Words() {}

    /// One line, without bullets, quotes left open and final punctuation, and of bounded length.
    static String clean(String raw) {
        String line = SPACE.matcher(raw.replace("\u00AD", "").replaceAll("-\\R\\s*(?=\\p{Ll})", ""))
                .replaceAll(" ")
                .strip()
                .replaceAll("^[•▪◦·*\\-–\\uF0B7\\uF0A7]\\s*", "")
                .replaceAll("[.,;:]+$", "")
                .strip();
        if (line.length() <= LONGEST_NAME) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_NAME - 1);
        return line.substring(0, end > 0 ? end : LONGEST_NAME - 1) + "…";
    }

    /// The name with a definite first word made indefinite: "Nettverket for ernæring" is "Nettverk for ernæring".
    static String indefinite(String name) {
        var definite = DEFINITE.matcher(name);
        return definite.find()
                ? name.substring(0, definite.end()).replaceAll("(et|n)$", "") + name.substring(definite.end())
                : name;
    }

    /// The key of a name. What follows a comma tells where or whose, and the name is the same without it.
    static String key(String name) {
        int comma = name.indexOf(',');
        return slug(indefinite(comma > 8 ? name.substring(0, comma) : name));
    }

    static String slug(String name) {
        String folded = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ä", "ae")
                .replace("ø", "o")
                .replace("ö", "o")
                .replace("å", "a")
                .replace("é", "e")
                .replace("è", "e")
                .replace("ò", "o");
        var slug = new StringBuilder();
        for (String word : folded.split("[^a-z0-9]+")) {
            if (!word.isEmpty() && !LINKING.contains(word) && slug.length() + word.length() < LONGEST_KEY) {
                slug.append(slug.isEmpty() ? "" : "-").append(word);
            }
        }
        return slug.isEmpty() ? "uten-navn" : slug.toString();
    }

    /// The words of a name that carry meaning, for seeing whether a shorter name means the same thing.
    static Set<String> content(String name) {
        var words = new TreeSet<>(List.of(slug(indefinite(name)).split("-")));
        words.remove("og");
        return words;
    }

    static OptionalInt number(String word) {
        if (word.chars().allMatch(Character::isDigit)) {
            return OptionalInt.of(Integer.parseInt(word));
        }
        Integer number = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
