package no.forankring.privacy;

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
import java.util.Set;
import no.forankring.register.Geography;

/// Which words begin, end or never belong to a person's name.
final class WordLists {

    private static final Set<String> GIVEN = read("given-names.txt");
    private static final Set<String> NOT_NAMES = read("not-names.txt");
    private static final Set<String> PLACES = places();

    // "Spesialrådgiver", "Samhandlingskoordinator", "Lungesykehuset", "Pasientforeningen"
    private static final List<String> NO_NAME_ENDS = List.of(
            "leder",
            "leiar",
            "lederen",
            "leiaren",
            "sjef",
            "sjefen",
            "rådgiver",
            "rådgjevar",
            "direktør",
            "direktøren",
            "koordinator",
            "konsulent",
            "ansvarlig",
            "sekretær",
            "pleier",
            "pleiar",
            "lærer",
            "lærar",
            "lege",
            "legen",
            "terapeut",
            "psykolog",
            "professor",
            "amanuensis",
            "lektor",
            "forsker",
            "forskar",
            "medarbeider",
            "medarbeidar",
            "representant",
            "representanter",
            "representantar",
            "forbund",
            "forbundet",
            "forening",
            "foreningen",
            "foreininga",
            "organisasjon",
            "organisasjonen",
            "kommune",
            "kommunen",
            "kommunene",
            "fylke",
            "fylket",
            "region",
            "regionen",
            "regionene",
            "senter",
            "senteret",
            "sykehus",
            "sykehuset",
            "sjukehus",
            "sjukehuset",
            "tjeneste",
            "tjenesten",
            "tjenester",
            "teneste",
            "tenesta",
            "avdeling",
            "avdelingen",
            "enhet",
            "enheten",
            "nettverk",
            "nettverket",
            "utvalg",
            "utvalget",
            "gruppe",
            "gruppen",
            "gruppa",
            "prosjekt",
            "prosjektet",
            "planen",
            "høgskole",
            "høgskolen",
            "universitet",
            "universitetet",
            "direktorat",
            "direktoratet",
            "departement",
            "departementet",
            "etaten",
            "vesenet",
            "dekan",
            "skolen",
            "skulen",
            "fakultet",
            "institutt",
            "instituttet",
            "klinikk",
            "klinikken",
            "ombud",
            "ombudet",
            "redaktør",
            "tillitsvalgt",
            "medlem",
            "medlemmer",
            "person",
            "personer",
            "adresse",
            "telefon",
            "kontakt",
            "nummer",
            "rådet",
            "styret",
            "stiftelsen",
            "lauget",
            "laget",
            "meldingen",
            "meldinga",
            "reformen",
            "loven",
            "lova",
            "strategien",
            "møte",
            "møtet",
            "dagen",
            "uka",
            "uken",
            "helse",
            "forsvaret",
            "husene",
            "byen",
            "bydel",
            "bydelen",
            "fagforbundet",
            "sertifisert",
            "arbeider",
            "arbeidar",
            "tekniker",
            "ingeniør",
            "fysioterapeut");

    private WordLists() {}

    static boolean isGiven(String word) {
        String folded = fold(word);
        if (GIVEN.contains(folded)) {
            return true;
        }
        int hyphen = folded.indexOf('-');
        return hyphen > 0 && GIVEN.contains(folded.substring(0, hyphen));
    }

    /// True for a word that ends a run of names wherever it stands.
    static boolean isNoName(String word) {
        String lower = lower(word);
        return NOT_NAMES.contains(lower) || NO_NAME_ENDS.stream().anyMatch(lower::endsWith);
    }

    /// True for a word that may end a name, but begins none.
    static boolean isPlace(String word) {
        return PLACES.contains(lower(word));
    }

    /// The same for every spelling of a name: `Åse`, `Aase`; `André`, `Andre`.
    static String fold(String word) {
        String lower = lower(word);
        boolean plain = true;
        for (int i = 0; i < lower.length() && plain; i++) {
            plain = lower.charAt(i) < 0x80;
        }
        String flat = lower;
        if (!plain) {
            flat = Normalizer.normalize(
                            lower.replace('ø', 'o').replace("æ", "a").replace("ß", "ss"), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
        }
        return flat.replace("aa", "a").replace("oe", "o").replace("ae", "a");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Set<String> places() {
        var places = new HashSet<String>(read("places.txt"));
        for (Geography.Area area : Geography.builtIn().all()) {
            for (String name : area.name().split("[ /-]+")) {
                places.add(lower(name));
            }
            places.add(lower(area.name()));
        }
        return Set.copyOf(places);
    }

    private static Set<String> read(String file) {
        boolean given = file.startsWith("given");
        var words = new HashSet<String>();
        try (InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (!line.startsWith("#")) {
                    for (String word : line.strip().split("\\s+")) {
                        words.add(given ? fold(word) : lower(word));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        words.remove("");
        return Set.copyOf(words);
    }
}
