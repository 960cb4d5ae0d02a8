package no.forankring.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// One part of a whole answer, under each name that the texts give it.
///
/// `A | B` is either name; `~ord ord` is any name that holds words which begin so; `?A` is right when it is there and
/// not
/// missed when it is not, where the texts leave it open; `≈A` is any name that says nearly the same.
///
/// @param names without case and the like, with the mark before
record ExpectedAnswer(List<String> names, boolean optional) {

    private static final int STEM = 6;

    ExpectedAnswer {
        names = List.copyOf(names);
    }

    static ExpectedAnswer parse(String written) {
        boolean optional = written.startsWith("?");
        return new ExpectedAnswer(
                Arrays.stream(written.substring(optional ? 1 : 0).split("\\s\\|\\s", -1))
                        .map(String::strip)
                        .map(name -> name.startsWith("~") || name.startsWith("≈")
                                ? name.charAt(0) + name(name.substring(1))
                                : name(name))
                        .toList(),
                optional);
    }

    boolean fits(String answer) {
        String normal = name(answer);
        return names.stream().anyMatch(name -> switch (name.isEmpty() ? ' ' : name.charAt(0)) {
            case '~' -> holds(normal, name.substring(1));
            case '≈' -> isNear(normal, name.substring(1));
            default -> name.equals(normal);
        });
    }

    /// The first words alike, or half of all; numbers, after ` / `, as they are.
    private static boolean isNear(String answer, String name) {
        int numbers = name.indexOf(" / ");
        if (numbers >= 0 && !answer.endsWith(name.substring(numbers))) {
            return false;
        }
        Set<String> one = stems(numbers < 0 ? name : name.substring(0, numbers));
        Set<String> other = stems(answer.contains(" / ") ? answer.substring(0, answer.indexOf(" / ")) : answer);
        var both = new HashSet<>(one);
        both.retainAll(other);
        int smaller = Math.min(one.size(), other.size());
        return !both.isEmpty()
                && (both.size() * 2 >= one.size() + other.size() - both.size()
                        || both.size() == smaller && (smaller >= 2 || one.size() == 1));
    }

    private static Set<String> stems(String words) {
        return Arrays.stream(words.split("[^\\p{L}\\d]+", -1))
                .filter(word -> word.length() > 3 || word.matches("\\d+"))
                .map(word -> word.substring(0, Math.min(word.length(), STEM)))
                .collect(Collectors.toSet());
    }

    private static boolean holds(String answer, String words) {
        List<String> held = List.of(answer.split(" ", -1));
        return Arrays.stream(words.split(" ", -1))
                .allMatch(word -> held.stream().anyMatch(one -> one.startsWith(word)));
    }

    /// Without case, quotation marks, line breaks and what ends a sentence.
    static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[«»\"“”~]", "")
                .replaceAll("[\\s\\u00A0]+", " ")
                .replaceAll("[.:;,]+( |$)", "$1")
                .strip();
    }

    /// [#normal(String)] without the article of a class word in front: «nettverket for …» is «nettverk for …».
    private static String name(String text) {
        return normal(text).replaceAll("^((?:\\p{L}*nettverk|prosjekt)(?=et )|konferanse(?=n ))(?:et|n) ", "$1 ");
    }
}
