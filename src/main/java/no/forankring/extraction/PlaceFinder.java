package no.forankring.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.register.Geography;
import no.forankring.register.Geography.Area;
import no.forankring.register.Geography.Level;

/// Reads municipalities, by "kommune" beside the name, by standing in a list of them, or after a word of place.
///
/// Names that are words too (Ås, Hol, Nes) count only beside "kommune", in a list, or after "i" or "fra". Of two
/// municipalities with one name (Våler), the county named beside it or the county of the others in the list decides;
/// else the name is kept without a number.
final class PlaceFinder {

    private static final String PLACE = "\\p{Lu}[\\p{L}]*(?:[-–]\\p{Lu}\\p{L}*)*";
    private static final String NAME = PLACE + "(?:\\s+(?:og\\s+(?=Uvdal))?" + PLACE + "){0,2}";
    private static final String NOT_A_NAME =
            "(?!(?:I|På|Ved|Fra|Frå|For|Med|Til|Av|Og|Den|Det|Denne|Hver|Kvar|Egen|Eigen|Vår|Alle|Men|Både|En|Ein|Mange|Noen|Nokre|Samme|Alta?|Som|Da|Her|Der|Andre|Flere|Fleire)\\s)";
    // Nordre Follo kommune
    private static final Pattern MUNICIPALITY = Pattern.compile("(?<!\\p{L})" + NOT_A_NAME + "(" + NAME
            + ")\\s+(?:kommune(?:n|s)?|kommunar?|herad|KOMMUNE|Kommune)(?!\\p{L})");
    // Lillestrøm, Nes, Ås og Våler (Innlandet)
    private static final String ITEM =
            "((?!(?:Kommun|Medlem|Deltak)\\p{L}*\\s)" + NAME + ")(?:\\s+\\(([^()\\n]{2,30})\\))?";
    private static final Pattern LIST = Pattern.compile(
            "(?<![\\p{L}])" + ITEM + "(?:(?:\\s*,\\s*(?:og\\s+)?|\\s+(?:og|samt|&)\\s+)" + ITEM + "){1,40}");
    private static final Pattern IN_LIST = Pattern.compile("(?<!\\p{L})" + ITEM + "(?=\\s*(?:,|og\\s|samt\\s|&|$))");
    // "på Rådhuset i Ås", "teamet fra Eidsvoll"
    private static final Pattern AFTER_PREPOSITION =
            Pattern.compile("(?<!\\p{L})(i|fra|frå|på|ved|av|til|for|mellom)\\s+(" + PLACE + "(?:\\s+" + PLACE + ")?)");
    // "Lillestrøm rådhus"
    private static final Pattern BEFORE_BUILDING =
            Pattern.compile("(?<!\\p{L})(" + PLACE + "(?:\\s+" + PLACE + ")?)\\s+(?:[Rr]ådhus|[Kk]ulturhus|[Hh]otell)");
    // "Trysil venter til neste runde", "Målselv gikk ut i 2021"
    private static final Pattern AS_SUBJECT = Pattern.compile(
            "(?:^|[.;:!?]\\s{1,3}|\\s(?:og|mens|medan|men|at)\\s)(" + PLACE
                    + "(?:\\s+" + PLACE
                    + ")?)\\s+(?:er|var|har|hadde|sa|seier|venter|ventar|gikk|gjekk|går|søkte|søker|ble|blei|vart|blir|meldte|melder|trakk|trekte|deltok|deltar|deltek|stiller|stilte|ba|bad|kom|kjem|kommer|leder|leier|driver|driv|eier|eig|starter|startar|startet|starta|skal|vil|bidrar|bidreg|bidro|takket|takka|sto|står|stod|holdt|heldt|fikk|fekk|valgte|valde|mente|meiner|mener|tok|tek|tar|delte)(?!\\p{L})");
    // "Åtte kommuner deltar: …", "mellom kommunane …"
    private static final Pattern MUNICIPALITIES = Pattern.compile("(?i)kommun(?:e|er|ar|ene|ane)(?!\\p{L})[^.!?]*$");
    // "Kommunene A, B og C", "A, B og C kommuner" name municipalities, whatever the lists of them say.
    private static final Pattern ADJACENT_BEFORE =
            Pattern.compile("(?i)(?<!\\p{L})kommun(?:ene|ane)(?:\\s+i|\\s*:)?\\s+$");
    private static final Pattern ADJACENT_AFTER = Pattern.compile("\\s+kommun(e|er|ar|ene|ane)(?!\\p{L})");
    private static final Pattern COUNTY =
            Pattern.compile("(?<!\\p{L})(" + PLACE + "(?:\\s+og\\s+" + PLACE + ")?)\\s+fylke(?:t)?(?!\\p{L})");

    // "ni kommuner, blant dem Sandvik, Li og Moen", "desse kommunane: …"
    private static final Pattern AMONG_BEFORE = Pattern.compile(
            "(?iu)(?<!\\p{L})kommun(?:er|ar|ene|ane)(?:\\s+\\p{Ll}+){0,4}(?:,?\\s+(?:blant|mellom)\\s+(?:dem|dei|annet|anna)|,\\s+(?:det\\s+er|nemlig|nemleg|herunder)|\\s*:|\\s+[–-]|\\s*\\()\\s+$");
    // Not Fjelldal in "Vestre Fjelldal", in "Fjelldal sykehus" or "Fjelldal-kommunene"
    private static final String BEFORE_BARE = "(?<![\\p{L}-])(?<!\\p{Lu}\\p{L}{0,20}\\s)(";
    private static final String AFTER_BARE =
            ")(?![\\p{L}-]|\\s+(?:[Kk]ommune|KOMMUNE|(?-i:\\p{Lu})|sykehus|sjukehus|sykehjem|sjukeheim|omsorgssenter|rådhus|hotell|kulturhus|helsehus|bo-))";

    private final Geography geography;
    private final Optional<LocalDate> day;
    private final Set<String> told = new TreeSet<>();
    private final Optional<Pattern> bare;

    /// @param day when the document was written; the latest numbers where that is not known
    /// @param text of the document: what it calls a municipality in one place is one in all
    PlaceFinder(Geography geography, Optional<LocalDate> day, String text) {
        this.geography = geography;
        this.day = day;
        var names = new TreeSet<String>();
        Matcher full = MUNICIPALITY.matcher(text);
        while (full.find()) {
            String name = Words.clean(full.group(1));
            if (name.length() > 2 && !name.equals(name.toUpperCase(Locale.ROOT))) {
                told.add(name);
                boolean everyday = current(Level.MUNICIPALITY, name).stream().anyMatch(Area::everydayWord);
                if (!everyday && geography.named(Level.COUNTY, name).isEmpty()) {
                    names.add(Pattern.quote(name));
                }
            }
        }
        Matcher list = LIST.matcher(text);
        int from = 0;
        while (list.find(from)) {
            if (saysMunicipalities(text, list.start(), list.end(), 3)) {
                IN_LIST.matcher(text).region(list.start(), list.end()).results().forEach(item -> {
                    String name = Words.clean(item.group(1));
                    if (name.length() > 2 && OrganizationFinder.find(name, 0).isEmpty()) {
                        told.add(name);
                        if (current(Level.MUNICIPALITY, name).isEmpty()
                                && geography.named(Level.COUNTY, name).isEmpty()) {
                            names.add(Pattern.quote(name));
                        }
                    }
                });
            }
            from = list.end();
        }
        bare = names.isEmpty()
                ? Optional.empty()
                : Optional.of(Pattern.compile(BEFORE_BARE + String.join("|", names.descendingSet()) + AFTER_BARE));
    }

    /// @param origin where `text` begins in the document
    /// @param taken what names something else, such as the county in "Statsforvalteren i Oslo og Viken"
    List<Named> find(String text, int origin, List<Named> taken) {
        var found = new ArrayList<Named>();
        Matcher municipality = MUNICIPALITY.matcher(text);
        while (municipality.find()) {
            add(found, taken, origin, municipality.start(), municipality.end(), municipality.group(1), List.of(), "");
        }
        Matcher list = LIST.matcher(text);
        int from = 0;
        while (list.find(from)) {
            addList(found, taken, text, origin, list.start(), list.end());
            from = list.end();
        }
        Matcher after = AFTER_PREPOSITION.matcher(text);
        while (after.find()) {
            addSingle(found, taken, text, origin, after.group(1), after.start(2), after.group(2));
        }
        Matcher subject = AS_SUBJECT.matcher(text);
        while (subject.find()) {
            addSingle(found, taken, text, origin, "", subject.start(1), subject.group(1));
        }
        Matcher building = BEFORE_BUILDING.matcher(text);
        while (building.find()) {
            addSingle(found, taken, text, origin, "", building.start(1), building.group(1));
        }
        bare.ifPresent(names -> {
            Matcher repeated = names.matcher(text);
            while (repeated.find()) {
                add(found, taken, origin, repeated.start(1), repeated.end(1), repeated.group(1), List.of(), "");
            }
        });
        Matcher county = COUNTY.matcher(text);
        while (county.find()) {
            Span span = new Span(origin + county.start(), origin + county.end());
            List<Area> areas = current(Level.COUNTY, county.group(1));
            if (!areas.isEmpty() && isFree(found, span) && isFree(taken, span)) {
                Area area = areas.getFirst();
                found.add(new Named(EntityType.COUNTY, area.number(), area.name(), span));
            }
        }
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    /// A list counts when two of its names are municipalities that are nothing else, or all of them but one.
    private void addList(List<Named> found, List<Named> taken, String text, int origin, int start, int end) {
        List<MatchResult> items =
                IN_LIST.matcher(text).region(start, end).results().toList();
        var known = new ArrayList<MatchResult>();
        var counties = new ArrayList<String>();
        int clear = 0;
        boolean county = false;
        for (MatchResult item : items) {
            Span span = new Span(origin + item.start(1), origin + item.end(1));
            List<Area> areas = current(Level.MUNICIPALITY, item.group(1));
            if (!isFree(taken, span)) {
                continue;
            }
            if (areas.isEmpty()) {
                county |= !geography.named(Level.COUNTY, item.group(1)).isEmpty();
                if (told.contains(Words.clean(item.group(1)))) {
                    known.add(item);
                    clear++;
                }
                continue;
            }
            known.add(item);
            if (areas.size() == 1) {
                counties.add(areas.getFirst().countyNumber());
            }
            if (!areas.getFirst().everydayWord()) {
                clear++;
            }
        }
        boolean municipalities = MUNICIPALITIES
                .matcher(text.substring(Math.max(0, start - 60), start))
                .find();
        boolean said = saysMunicipalities(text, start, end, items.size());
        // Names that are no municipality's in the register, beside two that the document calls so
        boolean toldTwice = known.stream()
                        .filter(item -> told.contains(Words.clean(item.group(1))))
                        .count()
                >= 2;
        if (said || toldTwice || municipalities && known.size() >= 2) {
            // Among municipalities that are named as such, a name that the lists lack is one too.
            items.stream()
                    .filter(item -> !known.contains(item)
                            && isFree(taken, new Span(origin + item.start(1), origin + item.end(1)))
                            && OrganizationFinder.find(item.group(1), 0).isEmpty())
                    .forEach(known::add);
        }
        // "Oslo og Viken" are counties, whatever else Oslo is.
        boolean countiesOnly =
                county && known.stream().allMatch(item -> item.group(1).equals("Oslo"));
        if (known.size() < 2 || clear == 0 && !said || countiesOnly) {
            return;
        }
        for (MatchResult item : known) {
            String beside = item.group(2) == null ? "" : item.group(2);
            add(found, taken, origin, item.start(1), item.end(1), item.group(1), counties, beside);
        }
    }

    private static boolean saysMunicipalities(String text, int start, int end, int names) {
        String before = text.substring(Math.max(0, start - 90), start);
        return ADJACENT_BEFORE.matcher(before).find()
                || AMONG_BEFORE.matcher(before).find()
                || saysAfter(text, end, names);
    }

    /// One "kommune" after a list of two may belong to the last name alone.
    private static boolean saysAfter(String text, int end, int names) {
        Matcher after = ADJACENT_AFTER.matcher(text).region(end, text.length());
        return after.lookingAt() && (names > 2 || !after.group(1).equals("e"));
    }

    private void addSingle(
            List<Named> found,
            List<Named> taken,
            String text,
            int origin,
            String preposition,
            int start,
            String words) {
        for (String name :
                words.contains(" ") ? List.of(words, words.substring(0, words.indexOf(' '))) : List.of(words)) {
            List<Area> areas = current(Level.MUNICIPALITY, name);
            if (areas.isEmpty()) {
                if (told.contains(name)) {
                    add(found, taken, origin, start, start + name.length(), name, List.of(), "");
                    return;
                }
                continue;
            }
            Area area = areas.getFirst();
            boolean isCounty = !geography.named(Level.COUNTY, name).isEmpty();
            boolean surely = preposition.equals("i") || preposition.equals("fra") || preposition.equals("frå");
            int end = start + name.length();
            boolean longer = end < text.length() && (text.charAt(end) == '-' || text.charAt(end) == '–')
                    || text.startsWith(" (", end) && !text.startsWith(" (Ø", end)
                    || text.substring(end).matches("(?s)\\s+\\p{Lu}\\p{L}+.*") && area.everydayWord();
            if ((area.everydayWord() && !surely) || (isCounty && !preposition.isEmpty()) || longer) {
                continue;
            }
            add(found, taken, origin, start, end, name, List.of(), "");
            return;
        }
    }

    private void add(
            List<Named> found,
            List<Named> taken,
            int origin,
            int start,
            int end,
            String name,
            List<String> counties,
            String beside) {
        Span span = new Span(origin + start, origin + end);
        if (!isFree(found, span) || !isFree(taken, span)) {
            return;
        }
        String clean = Words.clean(name);
        if (clean.matches("(?i)(?:to|tre|fire|fem|seks|sju|åtte|ni|ti|alle|nokre|noen|kva|hva|hver|kvar)(?:\\s.*)?")) {
            return;
        }
        found.add(area(clean, counties, beside)
                .map(area -> new Named(EntityType.MUNICIPALITY, area.number(), area.name(), span))
                .orElseGet(() ->
                        new Named(EntityType.MUNICIPALITY, Words.slug(clean + " kommune"), clean + " kommune", span)));
    }

    /// Whether the document calls it a municipality somewhere, or it is the name of one.
    boolean isTold(String name) {
        return told.contains(name) || !current(Level.MUNICIPALITY, name).isEmpty();
    }

    /// A municipality by a name that the text has said is one's.
    Named municipality(String name, Span span) {
        String clean = Words.clean(name);
        return area(clean, List.of(), "")
                .map(area -> new Named(EntityType.MUNICIPALITY, area.number(), area.name(), span))
                .orElseGet(() ->
                        new Named(EntityType.MUNICIPALITY, Words.slug(clean + " kommune"), clean + " kommune", span));
    }

    private Optional<Area> area(String name, List<String> counties, String beside) {
        List<Area> areas = current(Level.MUNICIPALITY, name);
        if (areas.size() < 2) {
            return areas.stream().findFirst();
        }
        List<Area> fitting = areas.stream()
                .filter(area -> beside.isEmpty()
                        ? counties.contains(area.countyNumber())
                        : geography
                                .county(area)
                                .filter(county -> county.name().equals(beside))
                                .isPresent())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// The areas of that name on the document's day; those of the last day that there were any, when it had none then.
    private List<Area> current(Level level, String name) {
        String plain = name.replaceAll("\\s+", " ").replace('–', '-');
        List<Area> ever = geography.named(level, plain);
        List<Area> then = day.map(when -> ever.stream()
                        .filter(area ->
                                area.inUseOn(when.isBefore(Geography.COMPLETE_FROM) ? Geography.COMPLETE_FROM : when))
                        .toList())
                .orElse(List.of());
        if (!then.isEmpty() || ever.isEmpty()) {
            return then;
        }
        List<Area> open = ever.stream().filter(area -> area.to().isEmpty()).toList();
        return open.isEmpty() ? List.of(ever.getLast()) : open;
    }

    private static boolean isFree(List<Named> others, Span span) {
        return others.stream().noneMatch(other -> other.span().overlaps(span));
    }
}
