package no.forankring.identity;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name taken apart: what it is about, in one form for all ways of writing it, and what was said beside it.
///
/// Pure: the same words give the same key.
///
/// @param words the stems of what the name is about, in alphabetical order: `fagutvikl`, `ledel`
/// @param title the words within quotation marks, in one form; empty when the name has none
/// @param abbreviations as in `nftu`
/// @param places where it is, as in `akershus`; a county's own name is used also for the years in which it was merged
/// @param years that stand in the name
/// @param owner whom the name says it belongs to, as written: "i regi av USHT Agder"
/// @param wide it says of itself that it is national, Nordic or regional
public record NameKey(
        Set<String> words,
        String title,
        Set<String> abbreviations,
        Set<String> places,
        Set<Integer> years,
        Optional<String> owner,
        boolean wide) {

    private static final int I = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");
    // «Rett tiltak til rett tid», "Gode pasientforløp", “…”
    private static final Pattern QUOTED = Pattern.compile("[«“\"”„]([^«»“”\"„]{2,120})[»”\"“]");
    private static final Pattern YEARS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:\\s*[–-]\\s*((?:19|20)\\d\\d))?(?!\\d)");
    // "i regi av USHT Agder", "ved USHT Fjordvik", "hos Ahus"
    private static final Pattern OWNER =
            Pattern.compile("\\s+(?:[Ii] regi av|[Vv]ed|[Hh]os|[Dd]rifte[ts] av|[Dd]rive[ts] av)\\s+(\\p{Lu}[^,;]*)$");
    private static final String PLACE = "\\p{Lu}\\p{L}+(?:[- ]\\p{Lu}\\p{L}+)*";
    // "i Viken (Akershus)", "i tidligere Akershus"
    private static final Pattern MERGED = Pattern.compile(
            "(?:i\\s+)?(?:Viken|Innlandet|Vestfold og Telemark|Troms og Finnmark)\\s*\\((" + PLACE + ")\\)");
    // "… i Ahus sitt opptaksområde", "… i Bærum kommune", "… i Indre Fjordland", "… for Follo"
    private static final Pattern AT_END =
            Pattern.compile("\\s+(?:i|på|for)\\s+(?:(?:tidligere|tidlegare)\\s+)?(" + PLACE + "(?:\\s+og\\s+" + PLACE
                    + ")?)(?:\\s+(?:sitt\\s+)?(?:kommune|fylke|opptaksområde|regionen?|området?|området))?$");
    private static final Pattern REGION = Pattern.compile("regionen$|området$|kommune$|fylke$");
    // "kommunehelsetjenesten i Viken (Akershus)" after a comma says where, not what.
    private static final Pattern WHERE_TAIL = Pattern.compile(",[^,]*\\s(?:i|ved|for)\\s+\\p{Lu}[^,]*$");
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}[\\p{Lu}\\d/&-]{1,9}");
    // "Fagnettverk", "kompetansenettverket", "nettverka", "Læringsnettverk", "e-læringskurset", "prosjektet"
    private static final Pattern KIND = Pattern.compile(
            "(?:fag|kompetanse|lærings|ressurs|ressursperson|samarbeids|erfarings)?nettverk(?:et|a|ene|s)?|(?:for|samarbeids|utviklings|forsknings|forskings)?prosjekt(?:et|er)?|e-læring(?:en|skurs|skurset)?|(?:digital|fysisk|åpen|open|åpne|opne)[et]?|invitasjon|mandat|program",
            I);
    // "Ernæringsnettverket", "kommunalsjefsnettverk"
    private static final Pattern COMPOUND = Pattern.compile("(\\p{L}{4,}?)s?nettverk(?:et|a|ene)?", I);
    private static final Pattern WIDE = Pattern.compile("nasjonal[et]?|nordisk[et]?|regional[et]?|landsomfattende", I);
    /// Counties that were several before and after: they hold the places of other names, so they contradict none.
    private static final Set<String> HOLDING_OTHERS = Set.of(
            "viken", "innlandet", "oslo og viken", "vestfold og telemark", "troms og finnmark", "norge", "noreg");
    /// Stems that many names share, so they alone bring no two names together.
    private static final Set<String> COMMON = Set.of(
            "hels",
            "tjenest",
            "kommun",
            "person",
            "personell",
            "fagperson",
            "ressursperson",
            "helsetjenest",
            "omsorg",
            "arbeid",
            "kvalit",
            "kompetan",
            "utvikl",
            "utvikling",
            "leder",
            "ansatt",
            "team",
            "koordinator",
            "bruk",
            "god",
            "ressurs",
            "prosjekt",
            "trygg",
            "ny",
            "gruppe",
            "grupp",
            "møt",
            "saml",
            "samling",
            "fagdag",
            "kurs");

    public NameKey {
        words = new TreeSet<>(words);
        abbreviations = Set.copyOf(abbreviations);
        places = new TreeSet<>(places);
        years = new TreeSet<>(years);
    }

    /// Takes a name apart.
    public static NameKey of(String name) {
        String rest = SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)
                        .replace("\u00AD", "")
                        .replace("…", ""))
                .replaceAll(" ")
                .strip();
        var abbreviations = new LinkedHashSet<String>();
        var places = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        String title = "";
        Matcher quoted = QUOTED.matcher(rest);
        if (quoted.find()) {
            title = String.join(" ", inOrder(quoted.group(1)));
            rest = (rest.substring(0, quoted.start()) + " " + rest.substring(quoted.end())).strip();
        }
        Optional<String> owner = Optional.empty();
        Matcher owned = OWNER.matcher(rest);
        if (owned.find()) {
            owner = Optional.of(owned.group(1).strip());
            rest = rest.substring(0, owned.start());
        }
        Matcher merged = MERGED.matcher(rest);
        if (merged.find()) {
            places.add(place(merged.group(1)));
            rest = (rest.substring(0, merged.start()) + rest.substring(merged.end())).replaceFirst("\\s+i\\s*$", "");
            rest = rest.replaceFirst(",\\s*\\p{Ll}[\\p{L} ]*$", "");
        }
        // "NFTU (Nettverk for Fagpersoner i …)": what stands in brackets is the name.
        Matcher bracket = BRACKET.matcher(rest);
        if (bracket.find()) {
            String before = rest.substring(0, bracket.start()).strip();
            String inside = bracket.group(1).strip();
            if (ABBREVIATION.matcher(before).matches() && inside.contains(" ")) {
                abbreviations.add(before.toLowerCase(Locale.ROOT));
                rest = inside;
            } else if (ABBREVIATION.matcher(inside).matches()) {
                abbreviations.add(inside.toLowerCase(Locale.ROOT));
                rest = before + rest.substring(bracket.end());
            } else if (inside.matches(PLACE)) {
                places.add(place(inside));
                rest = before + rest.substring(bracket.end());
            } else if (YEARS.matcher(inside).find()) {
                rest = before + " " + inside + rest.substring(bracket.end());
            } else {
                rest = before + rest.substring(bracket.end());
            }
        }
        Matcher year = YEARS.matcher(rest);
        while (year.find()) {
            years.add(Integer.valueOf(year.group(1)));
            if (year.group(2) != null) {
                years.add(Integer.valueOf(year.group(2)));
            }
        }
        rest = YEARS.matcher(rest).replaceAll(" ").strip();
        Matcher tail = WHERE_TAIL.matcher(rest);
        if (tail.find() && rest.indexOf(',') == tail.start()) {
            Matcher at = AT_END.matcher(tail.group());
            if (at.find()) {
                places.addAll(places(at.group(1)));
            }
            rest = rest.substring(0, tail.start());
        }
        Matcher at = AT_END.matcher(rest);
        if (at.find() && (at.end(1) < rest.length() || saysWhat(rest.substring(0, at.start())))) {
            places.addAll(places(at.group(1)));
            rest = rest.substring(0, at.start());
        }
        boolean wide = false;
        var words = new TreeSet<String>();
        for (String word : rest.split("[^\\p{L}\\p{N}-]+")) {
            String bare = word.replaceAll("^[-–]+|[-–]+$", "");
            if (WIDE.matcher(bare).matches()) {
                wide = true;
            } else if (ABBREVIATION.matcher(bare).matches() && bare.equals(rest.strip())) {
                abbreviations.add(bare.toLowerCase(Locale.ROOT));
            } else if (!bare.isEmpty() && !KIND.matcher(bare).matches()) {
                Matcher compound = COMPOUND.matcher(bare);
                String stem = WordStems.of(compound.matches() ? compound.group(1) : bare);
                if (!stem.isEmpty()) {
                    words.add(stem);
                }
            }
        }
        return new NameKey(words, title, abbreviations, places, years, owner, wide);
    }

    private static Set<String> inOrder(String words) {
        var stems = new LinkedHashSet<String>();
        for (String word : words.split("[^\\p{L}\\p{N}]+")) {
            String stem = WordStems.of(word);
            if (!stem.isEmpty()) {
                stems.add(stem);
            }
        }
        return stems;
    }

    /// True when words before a place tell what it is about in small letters. Of "Nettverk i Ledelse" nothing would be
    /// left, and in "Nettverk for Fagfolk i Tjenestene" capitals say nothing of places.
    private static boolean saysWhat(String words) {
        int capital = 0;
        int small = 0;
        for (String word : words.split("[^\\p{L}]+")) {
            if (!word.isEmpty()
                    && !WordStems.of(word).isEmpty()
                    && !KIND.matcher(word).matches()) {
                if (Character.isUpperCase(word.charAt(0))
                        && !COMPOUND.matcher(word).matches()) {
                    capital++;
                } else {
                    small++;
                }
            }
        }
        return small > 0 && (capital <= small || capital == 1);
    }

    /// "Gardermoregionen og Nedre Romerike" are two; "Møre og Romsdal" are too, and harm nobody.
    private static Set<String> places(String words) {
        var places = new TreeSet<String>();
        for (String one : words.split("\\s+og\\s+")) {
            places.add(place(one));
        }
        return places;
    }

    private static String place(String words) {
        return REGION.matcher(words.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replaceAll("-$", "")
                .strip();
    }

    /// The names under which a thing of this key can be found: two names are equal when they share one.
    public Set<String> keys() {
        var keys = new TreeSet<String>();
        if (!title.isEmpty()) {
            keys.add("«" + title);
        } else if (!words.isEmpty()) {
            keys.add(String.join(" ", words));
        }
        for (String abbreviation : abbreviations) {
            keys.add("=" + abbreviation);
        }
        return keys;
    }

    /// True when the name alone tells it from most others: quoted, abbreviated, or about more than one thing.
    public boolean isSpecific() {
        return !title.isEmpty() || !abbreviations.isEmpty() || words.size() > 1;
    }

    /// The words that both names share and that few other names have.
    public Set<String> sharedWords(NameKey other) {
        var shared = new TreeSet<>(content());
        shared.retainAll(other.content());
        return shared;
    }

    /// The words of a name and of its title.
    Set<String> content() {
        var content = new TreeSet<>(words);
        if (!title.isEmpty()) {
            content.addAll(Set.of(title.split(" ")));
        }
        return content;
    }

    static boolean onlyCommon(Collection<String> words) {
        return COMMON.containsAll(words);
    }

    /// Places that may stand against those of another name: none where a place holds others.
    static boolean placesDiffer(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.stream().noneMatch(place -> HOLDING_OTHERS.contains(place) || other.contains(place))
                && other.stream().noneMatch(HOLDING_OTHERS::contains);
    }
}
