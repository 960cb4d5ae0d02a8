package no.forankring.search;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Cuts the endings of bokmål and nynorsk words so that the forms of one word meet.
///
/// Made for consistency, not for linguistic truth: `tjeneste`, `tjenesten`, `tjenestene` and `tenestene`'s kin all lose
/// exactly what the bare form loses, which the stemmers that Lucene brings do not promise. Derived words
/// (`veileder`, `veiledning`) stay apart.
final class Stemmer {

    /// Words whose last s belongs to them, also as the last part of a compound.
    private static final Set<String> ENDING_IN_S = Set.of(
            "demens",
            "diabetes",
            "konsekvens",
            "frekvens",
            "sekvens",
            "lisens",
            "tendens",
            "prevalens",
            "insidens",
            "evidens",
            "resistens",
            "inkontinens",
            "kompetens",
            "eksistens",
            "turbulens",
            "finans",
            "herpes",
            "krets",
            "gods",
            "praksis",
            "basis",
            "status",
            "refleks",
            "kompleks",
            "indeks",
            "tuberkulos",
            "malaris",
            "sans",
            "balans",
            "instans",
            "substans",
            "distans",
            "konferans",
            "seans",
            "sjans",
            "grens",
            "plass",
            "kurs",
            "fokus",
            "campus",
            "virus",
            "luks",
            "skjevs",
            "kreps");

    /// Words that end like an inflected form but are none.
    private static final Set<String> WHOLE = Set.of(
            "kreft", "demens", "nav", "under", "etter", "eller", "over", "uten", "utan", "mellom", "innen", "innan",
            "hver", "kvar", "her", "der", "når", "men", "sin", "seg", "meg", "deg", "alle", "ikke", "ikkje", "eldre",
            "senter", "data", "tema", "klima", "agenda", "mandat", "sak", "fire", "en", "ei", "et", "ein", "eit", "den",
            "det", "de", "som", "har", "var", "blir", "er", "for", "fra", "frå", "til", "med", "kan", "skal");

    private static final String[] ENDINGS = {
        "endes", "andes", "ende", "ande", "enes", "anes", "ene", "ane", "ens", "ets", "ers", "en", "et", "er", "ar",
        "es", "as", "ne", "a", "e"
    };

    /// All that may be cut from a word, apart from a doubled consonant.
    private static final Set<String> CUT = cut();

    /// The most bytes that stand behind a stem in a word.
    static final int LONGEST_ENDING =
            1 + CUT.stream().mapToInt(String::length).max().orElse(0);

    private Stemmer() {}

    private static Set<String> cut() {
        var cut = new TreeSet<String>();
        for (String inner : List.of("", "er", "ar")) {
            for (String ending : ENDINGS) {
                cut.add(inner + ending);
                cut.add(inner + ending + "s");
            }
            cut.add(inner);
            cut.add(inner + "s");
        }
        return cut;
    }

    /// Whether a stem and what follows it in a word may be the stem and the ending that [#stem] made of the word.
    static boolean isEnding(String stem, String rest) {
        return CUT.contains(rest)
                || (!rest.isEmpty() && doubles(stem, rest.charAt(0)) && CUT.contains(rest.substring(1)));
    }

    /// All words that [#stem] may have made a stem of, and some others, in the order of their letters.
    static SortedSet<String> words(String stem) {
        var words = new TreeSet<String>();
        for (String rest : CUT) {
            words.add(stem + rest);
            char last = stem.isEmpty() ? ' ' : stem.charAt(stem.length() - 1);
            if (doubles(stem, last)) {
                words.add(stem + last + rest);
            }
        }
        return words;
    }

    private static boolean doubles(String stem, char next) {
        return stem.length() >= 3 && stem.charAt(stem.length() - 1) == next && isConsonant(next);
    }

    /// The stem of a lower-case word; the word itself where nothing can be cut. Stems are for comparing, not for
    /// reading.
    static String stem(String word) {
        if (word.length() < 3 || WHOLE.contains(word) || !isLetters(word)) {
            return word;
        }
        String bare = withoutGenitive(word);
        String cut = withoutEnding(bare);
        if (cut.length() >= 6
                && (cut.endsWith("er") || cut.endsWith("ar"))
                && isConsonant(cut.charAt(cut.length() - 3))) {
            // veilederen and veileder meet only when the bare form loses its er as well.
            cut = cut.substring(0, cut.length() - 2);
        }
        return withoutDoubleEnd(cut);
    }

    private static boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String withoutGenitive(String word) {
        int last = word.length() - 1;
        if (word.charAt(last) != 's' || last < 4 || keepsItsS(word)) {
            return word;
        }
        char before = word.charAt(last - 1);
        boolean genitive = before == 'e' || before == 'a' || (isConsonant(before) && before != 's');
        return genitive ? word.substring(0, last) : word;
    }

    private static boolean keepsItsS(String word) {
        // ledelse without its e, as leiing is read; few words end in el and are used in the genitive.
        if (word.endsWith("els")) {
            return true;
        }
        for (int from = Math.max(0, word.length() - 12); from <= word.length() - 4; from++) {
            if (ENDING_IN_S.contains(word.substring(from))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS) {
            if (!word.endsWith(ending)) {
                continue;
            }
            String stem = word.substring(0, word.length() - ending.length());
            int least = least(stem, ending);
            if (stem.length() >= least && hasVowel(stem) && !WHOLE.contains(word)) {
                return stem;
            }
        }
        return word;
    }

    /// How long a stem must be for the ending to be one.
    private static int least(String stem, String ending) {
        if (stem.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return switch (ending) {
            case "endes", "andes", "ende", "ande" -> 4;
            // Only after er and a: lærerne, lærarane.
            case "ne" -> stem.endsWith("er") || stem.endsWith("a") ? 4 : Integer.MAX_VALUE;
            // sikkerhet, verksemd: het is a part of the word, not the article.
            case "et" -> stem.endsWith("h") ? Integer.MAX_VALUE : 2;
            case "a", "e", "er", "ar" -> isConsonant(stem.charAt(stem.length() - 1)) ? 2 : 3;
            default -> 2;
        };
    }

    private static String withoutDoubleEnd(String stem) {
        int last = stem.length() - 1;
        if (last >= 3 && stem.charAt(last) == stem.charAt(last - 1) && isConsonant(stem.charAt(last))) {
            return stem.substring(0, last);
        }
        return stem;
    }

    private static boolean hasVowel(String stem) {
        for (int i = 0; i < stem.length(); i++) {
            if (!isConsonant(stem.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConsonant(char c) {
        return "aeiouyæøåéèêóòôäö".indexOf(c) < 0;
    }
}
