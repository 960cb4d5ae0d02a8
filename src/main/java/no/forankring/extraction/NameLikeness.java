package no.forankring.extraction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How like two names are, by the words that carry meaning.
///
/// Words are lower-cased, joined where a line end parts them, and cut to what all their forms share; linking words are
/// dropped, and so are words that only tell the kind (`nettverk`, `samling`, `prosjekt`, `kommune`) as long as others
/// are left. `Ernæringsnettverket` and `Fagnettverk i ernæring` have the same words. An abbreviation in parentheses
/// stands for the words before it.
final class NameLikeness {

    private static final Set<String> LINKING = Set.of(
            "i", "på", "for", "og", "av", "til", "med", "om", "ved", "innen", "innan", "fra", "frå", "den", "det", "de",
            "dei", "en", "ein", "ei", "et", "eit", "ett", "som", "å", "er", "var", "ble", "blei", "hvert", "kvart",
            "the", "of");
    // "Fagnettverk", "nettverkssamlingene", "prosjektet", "vertskommune"
    private static final Pattern KIND = pattern(
            "(?:fag|lærings|kompetanse|ressurs|tema)?nettverk(?:et|ene|a|s)?|(?:nettverks)?samling(?:en|er|ar|a|ene|ane)?"
                    + "|prosjekt(?:et|er|a)?|(?:verts)?kommun(?:e|en|er|ar)|fylke(?:t|skommune)?");
    // "Ernæringsnettverket", "Demensnettverkssamling"
    private static final Pattern COMPOUND =
            pattern("(\\p{L}{4,}?)[se]?nettverk(?:et|ene|a|s)?(?:samling\\p{L}*)?|(\\p{L}{4,}?)[se]?samling(?:en|a)?");
    // "Kommunenes sentralforbund (KS)", "Senter for omsorgsforskning (SOF) Øst"
    private static final Pattern ABBREVIATED =
            Pattern.compile("^(.{4,}?)\\s*\\((\\p{Lu}[\\p{Lu}\\p{Ll}]{0,9})\\)(.*)$", Pattern.DOTALL);
    // "NFTU (Nettverk for Fagpersoner i …)"
    private static final Pattern SPELT_OUT = Pattern.compile("^(\\p{Lu}{2,10})\\s*\\((.{8,})\\)$", Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final List<String> ENDINGS =
            List.of("enes", "ene", "ane", "ens", "ets", "en", "et", "er", "ar", "es", "a", "e", "s");
    private static final int SHORTEST_STEM = 3;

    private NameLikeness() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// What a name has in common with another.
    ///
    /// @param shared how many words both have
    /// @param jaccard shared words of all their words, between 0 and 1
    /// @param contained one has all words of the other
    record Likeness(int shared, double jaccard, boolean contained) {

        private static final Likeness NONE = new Likeness(0, 0, false);

        /// For putting the most like first.
        double rank() {
            return contained ? (1 + jaccard) / 2 : jaccard;
        }
    }

    /// The greatest likeness between any way of writing the one and any of the other.
    static Likeness of(String one, String other) {
        return of(variants(one), variants(other));
    }

    static Likeness of(List<Set<String>> one, List<Set<String>> other) {
        Likeness best = Likeness.NONE;
        for (Set<String> words : one) {
            for (Set<String> others : other) {
                Likeness likeness = likeness(words, others);
                if (likeness.rank() > best.rank()) {
                    best = likeness;
                }
            }
        }
        return best;
    }

    private static Likeness likeness(Set<String> one, Set<String> other) {
        boolean bothDated =
                one.stream().anyMatch(NameLikeness::isYear) && other.stream().anyMatch(NameLikeness::isYear);
        Set<String> left = bothDated ? one : undated(one);
        Set<String> right = bothDated ? other : undated(other);
        var shared = new HashSet<>(left);
        shared.retainAll(right);
        int count = shared.size();
        if (count == 0) {
            return Likeness.NONE;
        }
        return new Likeness(
                count,
                (double) count / (left.size() + right.size() - count),
                count == Math.min(left.size(), right.size()));
    }

    private static Set<String> undated(Set<String> words) {
        var kept = new LinkedHashSet<>(words);
        kept.removeIf(NameLikeness::isYear);
        return kept.isEmpty() ? words : kept;
    }

    private static boolean isYear(String word) {
        return YEAR.matcher(word).matches();
    }

    /// The words of each way of writing a name; at least one.
    static List<Set<String>> variants(String name) {
        var variants = new ArrayList<Set<String>>();
        variants.add(words(name));
        Matcher abbreviated = ABBREVIATED.matcher(name.strip());
        if (abbreviated.matches() && isAbbreviation(abbreviated.group(2))) {
            variants.add(words(abbreviated.group(1) + " " + abbreviated.group(3)));
            variants.add(words(abbreviated.group(2) + " " + abbreviated.group(3)));
        }
        Matcher spelt = SPELT_OUT.matcher(name.strip());
        if (spelt.matches()) {
            variants.add(words(spelt.group(1)));
            variants.add(words(spelt.group(2)));
        }
        return List.copyOf(variants);
    }

    /// `KS` and `NAKU` are; the `Akershus` of "USHT Viken (Akershus)" is none.
    private static boolean isAbbreviation(String words) {
        return words.chars().filter(Character::isUpperCase).count() * 2 > words.length();
    }

    static Set<String> words(String name) {
        String joined = name.replace("\u00AD", "")
                .replaceAll("(?<=\\p{L})-\\s*\\R\\s*(?=\\p{Ll})", "")
                .toLowerCase(Locale.ROOT);
        var all = new LinkedHashSet<String>();
        var telling = new LinkedHashSet<String>();
        for (String word : joined.split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.isEmpty() || LINKING.contains(word)) {
                continue;
            }
            Matcher compound = COMPOUND.matcher(word);
            if (KIND.matcher(word).matches()) {
                all.add(stem(word));
            } else if (compound.matches()) {
                String first = compound.group(1) == null ? compound.group(2) : compound.group(1);
                all.add(stem(first));
                telling.add(stem(first));
            } else {
                all.add(stem(word));
                telling.add(stem(word));
            }
        }
        return telling.isEmpty() ? all : telling;
    }

    private static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
