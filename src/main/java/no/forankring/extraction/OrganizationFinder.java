package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.forankring.document.Span;
import no.forankring.register.Organizations;

/// Reads organizations: those of the list of known bodies, and those whose names follow a pattern.
final class OrganizationFinder {

    private static final Organizations KNOWN = Organizations.builtIn();

    private static final String PLACE = "\\p{Lu}[\\p{L}]+(?:-\\p{Lu}\\p{L}+)*";
    // Not the center in "Statsforvalteren i Viken og Senter for …".
    private static final String COUNTY =
            "(?!Statsforvalt|Fylkesm|Nasjonal|\\p{Lu}\\p{L}*(?:foreningen|foreininga|forbundet|direktoratet|sykehuset|sjukehuset|senteret)(?!\\p{L}))\\p{Lu}\\p{Ll}[\\p{L}-]*(?!\\p{L})(?!\\s+for(?!\\p{L}))(?:\\s+og\\s+Romsdal)?";
    private static final String PLACES = PLACE + "(?:\\s+" + PLACE + "){0,2}";

    // Vestre Fjelldal, Vestland sør
    private static final String REGION =
            "(?:(?:Vestre|Østre|Austre|Nordre|Søndre|Søre|Indre|Ytre|Midtre|Øvre|Nedre|Store|Nord|Sør|Vest|Øst|Aust|Midt|Nye|Gamle|Stor)\\s+)?"
                    + PLACE + "(?:\\s+(?:sør|nord|vest|øst|aust|midt)(?!\\p{L}))?";
    // Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Viken (Akershus), USHT Fjordvik
    private static final Pattern CENTER = Pattern.compile(
            "(?:[Uu]tviklingssent(?:er|eret|ret)\\s+for\\s+(?:sykehjem|sjukeheim(?:ar)?)\\s+og\\s+(?:hjemmetjenester|heimetenester)(?:\\s+\\(USHT\\))?|(?<![\\p{L}(])USHT)(?:\\s+i)?\\s+("
                    + REGION + "(?:\\s+\\(" + PLACE + "\\))?)");
    // USHT Viken (Buskerud, Østfold, Akershus)
    private static final Pattern CENTERS = Pattern.compile(
            "(?<![\\p{L}(])USHT\\s+(" + PLACE + ")\\s+\\((" + PLACE + "(?:(?:,|\\s+og)\\s+" + PLACE + "){1,4})\\)");
    // Nordre Follo kommune
    private static final Pattern MUNICIPALITY = Pattern.compile(
            "(?<!\\p{L})(?!(?:I|På|Ved|Fra|Frå|For|Med|Til|Og|Den|Denne|Hver|Kvar|Egen|Eigen|Vår|Alle|Men|Både|En|Ein|Mange|Noen|Nokre|Samme|Alta?)\\s)("
                    + PLACES + ")\\s+(?:kommune|KOMMUNE|Kommune)(?!\\p{L})");
    // Statsforvalteren i Østfold, Buskerud, Oslo og Akershus; Statsforvalteren Oslo Viken
    private static final Pattern GOVERNOR =
            Pattern.compile("(?:[Ss]tatsforvalt(?:eren|er|aren|ar)|[Ff]ylkesmann(?:en)?)\\s+(?:i\\s+(" + COUNTY
                    + "(?:(?:,|\\s+og)\\s+" + COUNTY + "){0,3})|(Oslo\\s+(?:og\\s+)?Viken))");
    // Møre og Romsdal fylkeskommune
    private static final Pattern COUNTY_COUNCIL = Pattern.compile(
            "(?<!\\p{L})" + PLACE + "(?:\\s+(?:og\\s+)?" + PLACE + "){0,2}\\s+[Ff]ylkeskommune(?!\\p{L})");
    // Akershus fylkeskommune, Sørlandet sykehus, Universitetet i Agder, Lovisenberg diakonale høgskole
    private static final Pattern SUFFIXED = Pattern.compile(
            "(?<!\\p{L})(?!(?:To|Tre|Fire|Fem|Seks|Sju|Syv|Åtte|Ni|Ti|Elleve|Tolv|Alle|Begge|Ingen|Noen|Nokre|Flere|Fleire|Nytt|Nye|Et|Eit|Ett|Dette|Hvert|Kvart|Vårt|Eget|Samme)\\s)"
                    + PLACE
                    + "(?:\\s+(?:og\\s+(?=Romsdal|Fjordane))?(?:\\p{Lu}\\p{L}+|diakonale|regionale|vitenskapelige)){0,2}\\s+(?:[Ff]ylkeskommune|[Ss]ykehus|[Ss]jukehus|[Uu]niversitetssykehus|[Uu]niversitetssjukehus|[Uu]niversitet|[Hh]øgskole|[Hh]øyskole|[Hh]øgskule|[Hh]elseforetak|HF|RHF|[Pp]olitidistrikt|[Hh]elsefellesskap|[Ss]ykehjem|[Ss]jukeheim|[Oo]msorgssenter|[Bb]o- og behandlingssenter|[Hh]elsesenter|[Hh]elsehus|[Ff]rivilligsentral|[Ii]nterkommunale\\s+\\p{L}+|[Hh]elsesamarbeid|[Rr]egionråd|[Ss]jukestugu|[Ss]entralsjukehus|[Ss]entralsykehus|[Pp]sykiatrisenter|IKS|IKT|[Dd]emensforening|[Pp]ensjonistforening|[Rr]øde\\s+[Kk]ors|[Bb]ofellesskap|[Kk]ulturhus|[Hh]otell|[Hh]otel|[Rr]ådhus|[Bb]ygdehus|[Gg]rendehus|[Kk]urssenter|[Ff]jellstue|[Ff]jellstove|[Mm]useum|DPS|[Dd]emensforeining|[Pp]ensjonistforeining|[Rr]egionråd|[Kk]orus|[Tt]annklinikk|[Aa]poteket?|[Ss]jukeheimsetat|[Hh]elsenettverk|[Ll]egevakt|[Hh]elseinnovasjonssenter|[Ii]nnovasjonssenter|[Kk]ultursenter|[Kk]onferansesenter|[Ss]amfunnshus|[Vv]idaregåande\\s+skule|[Vv]ideregående\\s+skole|[Kk]ompetansesenter|[Ff]rivilligsentral|[Ff]agskole|[Ff]agskule|[Ll]egesenter|[Kk]ino|[Ss]amfunnssal|[Kk]onsertsal|[Ff]jordhotell|[Hh]øyfjellshotell|[Hh]erredshus|[Hh]elsetun|[Ss]amfunnsforsk(?:n)?ing|[Ff]orsk(?:n)?ing|[Aa]nalyse|[Tt]inghus|[Kk]apell|[Ss]cene|[Ll]egeforening|[Ll]egeforeining|[Rr]ehabiliteringssenter|[Kk]ompetansesenter\\s+for\\s+\\p{Ll}+|[Uu]ngdomsskule|[Uu]ngdomsskole|[Bb]arneskule|[Bb]arneskole|[Ff]jellhotell|[Gg]jestegård|[Kk]urs- og konferansesenter|[Bb]arnehage|[Bb]rukerforening|[Hh]elselag|[Ss]anitetsforening|[Ff]rivillighetssentral|[Pp]sykiatriske\\s+senter|[Ll]egekontor|[Oo]msorgsbolig(?:er)?|[Dd]agsenter|[Ll]okalsjukehus|[Ll]okalsykehus|[Ll]egekontor|[Bb]oligstiftelse|[Bb]ustadstifting|[Ss]tiftelse|[Ii]drettskrets|[Ii]drettskrins|[Hh]elsesportssenter|[Rr]ehabiliteringssenter|[Ss]ykestue|[Bb]edriftshelsetjeneste|[Bb]ibliotek|[Ff]olkehøgskole|[Ff]olkehøgskule)(?!\\p{L})");
    private static final Pattern PREFIXED = Pattern.compile(
            "(?<!\\p{L})(?:St\\.\\s+Olavs(?=\\s+[Hh])|Hotell|Habiliteringsteamet\\s+i|Lærings-\\s+og\\s+m(?:e|ei)stringssenteret(?:\\s+(?:i|på|ved))?|Samisk(?=\\s+hus)|Samfunnshuset\\s+på|Stiftelsen|Stiftinga|Tannhelsetjenesten\\s+i|Tannhelsetenesta\\s+i|Krisesenteret\\s+i|Grendahuset\\s+i|Samfunnshuset\\s+i|Kulturhuset\\s+i|Biblioteket\\s+i|Legevakten\\s+i|Frisklivssentralen\\s+(?:i|på)|Rådhuset\\s+i|Høgskolen|Høgskulen|Høyskolen|Samfunnsanalyse|Pedagogisk\\s+senter|Universitetet\\s+i|Høgskolen\\s+i|Høyskolen\\s+i|Høgskulen\\s+(?:i|på)|Sykehuset|Sjukehuset|NAV|Nav|KS(?!\\s+[Ll]æring)|LHL|NSF|KORUS|KoRus|KoRus-|RVTS|IKT(?!\\s+(?:Rådgiver|Leder|Ansvarlig|Avdeling))|PPT|Mestringssenteret|Meistringssenteret|Utviklingssenteret(?:\\s+i)?|Pårørendesenteret(?:\\s+i)?|Hospice|Habiliteringstjenesten\\s+i|Habiliteringstenesta\\s+i|Lærings-\\s+og\\s+m(?:e|ei)stringssenteret\\s+(?:på|i)|Frisklivssentralen\\s+i|Helsehuset\\s+(?:i|på)|Helsefellesskapet(?:\\s+i)?|Helsesamarbeidet|HELSESAMARBEIDET|Helsetilsynet\\s+i|Helse(?!\\s+og|plattform)|Enhet\\s+for(?=\\s\\p{Lu})|University\\s+of|Helseplattformen|Folkehøgskolen)\\s+"
                    + PLACE + "(?:[-–]" + PLACE + ")?");
    // KS Nordland, NAV Granvik, NTNU i Gjøvik, KORUS vest Bergen: a branch of a body that is known without its place
    private static final Pattern BRANCH = Pattern.compile(
            "(?<![\\p{L}-])(?:(?:KS|NAV|Nav|FFO|SAFO|NSF|NFU|LHL|LEVE|HLF|RIO|RELIS|PPT|BUP|UiT|SINTEF|NORCE|KORUS|KoRus|RVTS|NTNU|Mental\\s+Helse|Fagforbundet|Kreftforeningen|Kreftforeninga|Nasjonalforeningen|Pensjonistforbundet|Sykehusapoteket|Sjukehusapoteket|Pårørendealliansen|Pårørendesenteret|Pårørandesenteret|Frivilligsentralen|Frivillighetssentralen|Frisklivssentralen|Krisesenteret|Bufetat|Husbanken|Røde\\s+Kors|Karriere|Utdanningsforbundet|Sykepleierforbundet|Senter\\s+for\\s+omsorgsforskning|Senter\\s+for\\s+omsorgsforsking)(?:,?\\s+(?:vest|øst|aust|sør|nord|midt)(?!\\p{L}))?(?:\\s+i)?|(?:Bufetat|Husbanken)\\s+region)(?:\\s+|-)(?:(?!(?:Læring|Viken|I|På|Det|Den|Vi|Som|Og|Er|Har|Innledere|Leder|Leiar|Rådgiver|Koordinator|Kommune)(?!\\p{L}))"
                    + REGION + "(?!\\p{L}|\\s+kommune)|(?:vest|øst|aust|sør|nord|midt)(?!\\p{L}))");
    // Frivilligsentralen i Nes, Legevakta i Rana, Helsetilsynet i Hedmark
    private static final Pattern PLACED = Pattern.compile(
            "(?<![\\p{L}-])(?!(?:Utviklingssenteret|Helsetilsynet\\s+i\\s+20))\\p{Lu}\\p{Ll}{3,}(?:senteret|sentralen|tilsynet|legevakten|legevakta|apoteket|huset|sykehuset|sjukehuset|teamet)\\s+(?:i|på)\\s+"
                    + PLACE + "(?!\\p{L})|(?<!\\p{L})Legevakt(?:en|a)\\s+i\\s+" + PLACE);
    // Ortopedisk avdeling ved Kystlandet sykehus
    private static final Pattern WARD = Pattern.compile(
            "(?<!\\p{L})\\p{L}\\p{Ll}{3,}\\s+(?:avdeling|enhet|eining|poliklinikk|seksjon)\\s+(?:ved|på)\\s+(?:(?:Sykehuset|Sjukehuset)\\s+"
                    + PLACE + "(?:\\s+HF)?|" + PLACE + "(?:\\s+" + PLACE
                    + ")?\\s+(?:universitets)?(?:sykehus|sjukehus)|" + PLACE + "sykehuset)(?!\\p{L})");
    // Utviklingssenter for hjemmetjenester i Hedmark, from the years when nursing homes had centers of their own
    private static final Pattern HALF_CENTER = Pattern.compile(
            "(?<!\\p{L})[Uu]tviklingssenter(?:et)?\\s+for\\s+(?:sykehjem|hjemmetjenester|sjukeheimar|heimetenester)\\s+i\\s+"
                    + PLACE);
    // Senter for medisinsk etikk, Nasjonalt kompetansesenter om utviklingshemming, Landsforeningen for …
    private static final Pattern CENTER_FOR = Pattern.compile(
            "(?<!\\p{L})(?:(?:Nasjonal[te]?|Regional[te]?|Norsk|Nordisk)\\s+)?(?:[Ss]enter|[Kk]unnskapssenter|[Kk]ompetansesenter(?:et)?|[Rr]essurssenter(?:et)?|[Kk]ompetansetjeneste(?:n)?|[Kk]ompetanseteneste|[Kk]ompetansemiljø|Landsforening(?:en)?|Forening(?:en)?|Institutt|Direktoratet|Rådet|Forbundet)\\s+(?:for|om|i)\\s+\\p{L}[\\p{L}-]+(?:(?:\\s+og|,)\\s+\\p{L}[\\p{L}-]+|\\s+(?!i\\s|en\\s|ei\\s|ein\\s|et\\s|eit\\s|er\\s|har\\s|som\\s|ved\\s|skal\\s|var\\s|ble\\s|leder\\s|med\\s|deltar\\s|for\\s|på\\s|til\\s|av\\s|og\\s)\\p{Ll}[\\p{L}-]+){0,4}(?:\\s+i\\s+Helse\\s+\\p{Lu}[\\p{L}-]+)?");
    // Enhet for kultur og fritid, Utviklingssenter for kommunehelse Hallingporten (UKH)
    private static final Pattern UNIT = Pattern.compile(
            "(?<!\\p{L})(?:Enhet|Eining|Avdeling|Etat|Seksjon)\\s+for\\s+\\p{Ll}[\\p{L}-]+(?:\\s+(?=\\p{L}+\\s+ved\\s+\\p{Lu})\\p{Ll}[\\p{L}-]+)?(?:(?:,\\s+\\p{Ll}[\\p{L}-]+)*\\s+og\\s+\\p{Ll}[\\p{L}-]+)?(?:\\s+ved\\s+\\p{Lu}[\\p{L}-]+\\s+(?:universitets)?(?:sykehus|sjukehus))?|(?<!\\p{L})Utviklingssenter\\s+for\\s+\\p{Ll}[\\p{L}-]+\\s+\\p{Lu}\\p{L}+");
    // Telemarksforsking, Østlandsforskning
    private static final Pattern RESEARCHERS =
            Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{L}{3,}(?:sforsk(?:n)?ing|forsk)(?!\\p{L})");
    // Kreftforeningen, Likestillingssenteret
    private static final Pattern ONE_WORD = Pattern.compile(
            "(?<!\\p{L})(?!(?:Utviklings|Samarbeids|Fag|Bruker|Brukar|Eldre|Ungdoms|Kompetanse|Råds?|Helse|Dag|Omsorgs|Service|Lærings|Læring|Syke|Sjuke|Storting|Kommune|Formann|Styret|Hoved|By|Ressurs|Frisklivs|Aktivitets|Tros|Bo|Institutt|Behandlings|Kurs|Kultur|Direktorat|Forening|Forbund|Universitets|Lokal|Bokn|Nabo|Hjemmesyke)(?:sykehuset|sjukehuset|ombudet|forening(?:en|a)?|forbundet|senteret|direktoratet|instituttet|rådet|tilsynet)(?!\\p{L}))\\p{Lu}\\p{Ll}{2,}(?:foreningen|foreininga|forbundet|senteret|direktoratet|instituttet|tilsynet|banken|sykehuset|sjukehuset|ombudet)(?!\\p{L})");
    // Norsk Sykepleierforbund, Norges Parkinsonforbund, Vestbygda pensjonistlag
    private static final Pattern UNION = Pattern.compile(
            "(?<!\\p{L})(?:Norsk|Norges|Noregs|Landets)\\s+\\p{Lu}?\\p{L}{3,}(?:forbund|forening|foreining|forskingsråd|forskningsråd|organisasjon|selskap)(?!\\p{L})(?:\\s+\\p{Lu}\\p{L}+(?!\\p{L}|\\s+kommune))?");
    private static final Pattern ABBREVIATED = Pattern.compile("\\G\\s+\\((\\p{Lu}[\\p{Lu}\\p{L}]{1,9})\\)");
    private static final Pattern KNOWN_WORDS = Pattern.compile("(?<![\\p{L}\\d-])(?:"
            + KNOWN.allWords().stream()
                    .map(words -> Pattern.quote(words).replace(" ", "\\E\\s+\\Q"))
                    .collect(Collectors.joining("|"))
            + ")(?=s(?!\\p{L})|(?![\\p{L}\\d]|-\\p{Ll}))");
    // "KS Læring" is a platform, "Delta i:" a verb, "NAV" in capitals an office.
    private static final Set<String> VERBS = Set.of("Delta", "INN", "SUS", "SME", "HiM");
    private static final Pattern NOT_THE_BODY = Pattern.compile("\\G\\s+[Ll]æring(?:\\s|[-.,]|$)");
    // "Helsedirektoratet (2018). Oppfølging av …" in a list of references, "Helsedirektoratet. (2018)"
    private static final Pattern AS_AUTHOR = Pattern.compile("\\G\\.?\\s*\\((?:19|20)\\d\\d[a-z]?\\)");

    private static final Pattern GAP = Pattern.compile("(?<=\\S)(?: {3,}|\\t+)(?=\\S)");

    private OrganizationFinder() {}

    /// @param origin where `text` begins in the document
    static List<Named> find(String text, int origin) {
        return inCells(text, origin, OrganizationFinder::findInCell);
    }

    /// What stands on the two sides of a tab or a wide gap are two cells; no name goes across.
    private static List<Named> inCells(String text, int origin, BiFunction<String, Integer, List<Named>> finder) {
        Matcher gap = GAP.matcher(text);
        if (!gap.find()) {
            return finder.apply(text, origin);
        }
        var found = new ArrayList<Named>();
        int start = 0;
        do {
            found.addAll(finder.apply(text.substring(start, gap.start()), origin + start));
            start = gap.end();
        } while (gap.find());
        found.addAll(finder.apply(text.substring(start), origin + start));
        return found;
    }

    private static List<Named> findInCell(String text, int origin) {
        var found = new ArrayList<Named>();
        centers(found, text, origin);
        add(found, text, origin, CENTER, EntityType.ORGANIZATION);
        add(found, text, origin, HALF_CENTER, EntityType.ORGANIZATION);
        add(found, text, origin, GOVERNOR, EntityType.ORGANIZATION);
        add(found, text, origin, MUNICIPALITY, EntityType.MUNICIPALITY);
        add(found, text, origin, WARD, EntityType.ORGANIZATION);
        add(found, text, origin, BRANCH, EntityType.ORGANIZATION);
        add(found, text, origin, PLACED, EntityType.ORGANIZATION);
        known(found, text, origin);
        add(found, text, origin, COUNTY_COUNCIL, EntityType.COUNTY);
        add(found, text, origin, SUFFIXED, EntityType.ORGANIZATION);
        add(found, text, origin, PREFIXED, EntityType.ORGANIZATION);
        add(found, text, origin, UNIT, EntityType.ORGANIZATION);
        add(found, text, origin, RESEARCHERS, EntityType.ORGANIZATION);
        add(found, text, origin, CENTER_FOR, EntityType.ORGANIZATION);
        add(found, text, origin, ONE_WORD, EntityType.ORGANIZATION);
        add(found, text, origin, UNION, EntityType.ORGANIZATION);
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    /// Only the kinds of organizations that write documents of their own kind: centers, county governors,
    /// municipalities.
    static List<Named> owners(String text, int origin) {
        var found = new ArrayList<Named>();
        add(found, text, origin, CENTER, EntityType.ORGANIZATION);
        add(found, text, origin, GOVERNOR, EntityType.ORGANIZATION);
        add(found, text, origin, MUNICIPALITY, EntityType.MUNICIPALITY);
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    private static void centers(List<Named> found, String text, int origin) {
        Matcher centers = CENTERS.matcher(text);
        while (centers.find()) {
            Matcher place = Pattern.compile(PLACE).matcher(text).region(centers.start(2), centers.end(2));
            boolean first = true;
            while (place.find()) {
                int start = first ? centers.start() : place.start();
                first = false;
                var span = new Span(origin + start, origin + place.end());
                found.add(named(
                        EntityType.ORGANIZATION, "USHT %s (%s)".formatted(centers.group(1), place.group()), span));
            }
        }
    }

    private static void known(List<Named> found, String text, int origin) {
        Matcher words = KNOWN_WORDS.matcher(text);
        while (words.find()) {
            var span = new Span(origin + words.start(), origin + words.end());
            String name = Words.clean(words.group());
            if (VERBS.contains(name)
                    || NOT_THE_BODY
                            .matcher(text)
                            .region(words.end(), text.length())
                            .find()
                    || AS_AUTHOR
                            .matcher(text)
                            .region(words.end(), text.length())
                            .find()
                    || !isFree(found, span)) {
                continue;
            }
            found.add(new Named(EntityType.ORGANIZATION, key(KNOWN.find(name).orElse(name)), name, span));
        }
    }

    private static void add(List<Named> found, String text, int origin, Pattern pattern, EntityType type) {
        var words = pattern.matcher(text);
        while (words.find()) {
            int end = words.end();
            Matcher abbreviated = ABBREVIATED.matcher(text).region(end, text.length());
            if ((pattern == CENTER_FOR || pattern == UNIT) && abbreviated.find()) {
                end = abbreviated.end();
            }
            var span = new Span(origin + words.start(), origin + end);
            if (isFree(found, span)
                    && !AS_AUTHOR.matcher(text).region(end, text.length()).find()) {
                found.add(named(type, Words.clean(words.group()), span));
            }
        }
    }

    private static boolean isFree(List<Named> found, Span span) {
        return found.stream().noneMatch(other -> other.span().overlaps(span));
    }

    private static Named named(EntityType type, String name, Span span) {
        return new Named(type, key(name), name, span);
    }

    /// One key for the long and the short name of a center, and for a county governor's older titles.
    static String key(String name) {
        return Words.slug(
                name.replaceFirst("^[Uu]tviklingssent\\p{L}+ for .*?tenester(?: \\(USHT\\))?(?: i(?= ))?", "USHT")
                        .replaceFirst("^[Uu]tviklingssent\\p{L}+ for .*?tjenester(?: \\(USHT\\))?(?: i(?= ))?", "USHT")
                        .replaceFirst("^USHT i ", "USHT ")
                        .replaceFirst("^[Ss]tatsforvalt\\p{L}* Oslo (?:og )?Viken$", "Statsforvalteren Oslo og Viken")
                        .replaceFirst("^[Ss]tatsforvalt\\p{L}*", "Statsforvalteren"));
    }
}
