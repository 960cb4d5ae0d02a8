package no.forankring.identity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Words of names in one form: bokmål and nynorsk, singular and plural, definite and indefinite.
///
/// Made for comparing names with each other, not for search: two forms of one word get the same stem, and a stem is
/// never shown.
final class WordStems {

    private static final int SHORTEST = 4;
    private static final String[] ENDINGS = {"ene", "ane", "ens", "ets", "en", "et", "er", "ar", "e", "a", "s"};

    /// Nynorsk beginnings and middles of words → bokmål; the first that fits is used, so the longer stand first.
    private static final Map<String, String> NYNORSK = new LinkedHashMap<>();

    static {
        NYNORSK.put("rettleiing", "veiledning");
        NYNORSK.put("rettleiar", "veileder");
        NYNORSK.put("einingsleiar", "enhetsleder");
        NYNORSK.put("leiing", "ledelse");
        NYNORSK.put("leiar", "leder");
        NYNORSK.put("sjukeheim", "sykehjem");
        NYNORSK.put("heimeteneste", "hjemmetjeneste");
        NYNORSK.put("heime", "hjemme");
        NYNORSK.put("heim", "hjem");
        NYNORSK.put("sjuke", "syke");
        NYNORSK.put("sjuk", "syk");
        NYNORSK.put("tenest", "tjenest");
        NYNORSK.put("forbetring", "forbedring");
        NYNORSK.put("pårørande", "pårørende");
        NYNORSK.put("tryggleik", "trygghet");
        NYNORSK.put("forsking", "forskning");
        NYNORSK.put("medverknad", "medvirkning");
        NYNORSK.put("samarbeidsråd", "samarbeidsråd");
        NYNORSK.put("innbyggjar", "innbygger");
        NYNORSK.put("kunnskapsbasert", "kunnskapsbasert");
        NYNORSK.put("born", "barn");
        NYNORSK.put("utviklingshem", "utviklingshem");
    }

    /// Say nothing of what a name is about.
    private static final Set<String> LINKING = Set.of(
            "i", "for", "innen", "innan", "om", "av", "ved", "til", "på", "og", "med", "som", "er", "den", "det", "de",
            "en", "ein", "et", "eit", "sitt", "sine", "våre", "vår", "vårt", "hos", "mot", "fra", "frå", "blant",
            "the");

    private WordStems() {}

    /// The stem of one word; empty for a linking word.
    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (LINKING.contains(lower)) {
            return "";
        }
        // "utviklingshemming", "utviklingshemmede", "utviklingshemma"
        int hemmed = lower.indexOf("utviklingshem");
        if (hemmed >= 0) {
            return lower.substring(0, hemmed) + "utviklingshem";
        }
        String bokmaal = lower;
        for (Map.Entry<String, String> pair : NYNORSK.entrySet()) {
            if (lower.contains(pair.getKey())) {
                bokmaal = lower.replace(pair.getKey(), pair.getValue());
                break;
            }
        }
        return strip(bokmaal);
    }

    /// The stems of all words but the linking ones.
    static Set<String> all(String words) {
        var stems = new TreeSet<String>();
        for (String word : words.split("[^\\p{L}\\p{N}]+")) {
            stems.add(of(word));
        }
        stems.remove("");
        return stems;
    }

    private static String strip(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return strip(word.substring(0, word.length() - ending.length()));
            }
        }
        // "sykehjem", "sykehjemmene": an m is doubled before an ending only.
        return word.endsWith("mm") ? word.substring(0, word.length() - 1) : word;
    }
}
