package no.forankring.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are too easy to guess: short ones, rows and repetitions, and those that are nothing but one or two
/// words that everybody tries, with whatever digits and signs.
public final class PasswordRules {

    /// The fewest characters.
    public static final int SHORTEST = 12;

    /// What a password lacks.
    public enum Weakness {
        SHORT,
        /// Rows of keys, letters or digits, or the same over and over.
        PATTERN,
        /// Words that everybody tries, the name of the account or of this service.
        COMMON
    }

    private static final String WORDS = "common-words.txt";
    private static final int MOST_WORDS = 2;
    /// A row of at least so many counts as one.
    private static final int ROW = 3;
    /// So many characters must be left without the rows.
    private static final int FEWEST_BESIDE_ROWS = 5;

    private static final int FEWEST_DIFFERENT = 5;
    private static final List<String> ROWS =
            List.of("abcdefghijklmnopqrstuvwxyzæøå", "01234567890", "qwertyuiopå", "asdfghjkløæ", "zxcvbnm");
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /// @param account whose it is to be
    public static Optional<Weakness> weakness(String account, String password) {
        if (password.length() < SHORTEST) {
            return Optional.of(Weakness.SHORT);
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (small.chars().distinct().count() < FEWEST_DIFFERENT || besideRows(small) < FEWEST_BESIDE_ROWS) {
            return Optional.of(Weakness.PATTERN);
        }
        Set<String> own = new HashSet<>(COMMON);
        own.add(letters(account.toLowerCase(Locale.ROOT)));
        own.add("forankring");
        String core = small.replaceAll("^\\P{L}+|\\P{L}+$", "");
        boolean common =
                consistsOf(letters(small), own, MOST_WORDS) || consistsOf(letters(plain(core)), own, MOST_WORDS);
        return common ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    /// How many characters are no part of a row, forwards or backwards, or of a repetition of one.
    private static int besideRows(String text) {
        int beside = 0;
        int at = 0;
        while (at < text.length()) {
            int length = 1;
            for (String row : ROWS) {
                length = Math.max(length, rowFrom(text, at, row));
                length = Math.max(
                        length,
                        rowFrom(text, at, new StringBuilder(row).reverse().toString()));
            }
            int same = 1;
            while (at + same < text.length() && text.charAt(at + same) == text.charAt(at)) {
                same++;
            }
            length = Math.max(length, same);
            if (length < ROW) {
                beside++;
                at++;
            } else {
                at += length;
            }
        }
        return beside;
    }

    private static int rowFrom(String text, int at, String row) {
        int place = row.indexOf(text.charAt(at));
        int length = 0;
        while (place >= 0
                && at + length < text.length()
                && place + length < row.length()
                && text.charAt(at + length) == row.charAt(place + length)) {
            length++;
        }
        return length;
    }

    private static boolean consistsOf(String letters, Set<String> words, int most) {
        if (words.contains(letters)) {
            return true;
        }
        for (int end = 1; most > 1 && end < letters.length(); end++) {
            if (words.contains(letters.substring(0, end)) && consistsOf(letters.substring(end), words, most - 1)) {
                return true;
            }
        }
        return false;
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\P{L}", "");
    }

    /// Without the digits and signs that stand in for letters.
    private static String plain(String small) {
        return small.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static Set<String> common() {
        try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(WORDS), WORDS);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
