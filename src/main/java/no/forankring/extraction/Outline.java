package no.forankring.extraction;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What headings say of what stands under them.
final class Outline {

    private static final Pattern NUMBER =
            Pattern.compile("\\s*(?:\\d+(?:\\.\\d{1,3}){0,6}\\.?\\)?\\s+|[a-zæøå]\\)\\s+)");
    // "Nettverk", "Pågående prosjekter og utviklingstiltak", "Praksisnær forskning"
    private static final Pattern NETWORKS = Cues.pattern(
            Cues.NUMBERING
                    + "(?:(?:våre|dei|de|faste|aktive|regionale|interkommunale|kommunale|tverrfaglige|tverrfaglege|nye|pågående|pågåande|andre|lokale|etablerte|oversikt\\s+over|oversyn\\s+over)\\s+){0,3}(?:fag|kompetanse)?nettverk(?:ene|a|s)?(?:\\s+(?:og\\s+(?:arenaer|møteplasser|møteplassar|samlinger|samlingar|faste\\s+aktiviteter|prosjekt(?:er)?|læringsnettverk|forum)|i\\s+20\\d\\d|i\\s+\\p{Lu}[\\p{L} -]{2,40}|som\\s.{3,50}|vi\\s.{3,40}|med\\s+(?:støtte|midler|midlar).{0,40}|20\\d\\d(?:\\s*[–-]\\s*(?:20)?\\d\\d)?))?$");
    private static final Pattern LEARNING = Cues.pattern(
            Cues.NUMBERING
                    + "(?:(?:våre|pågående|pågåande|nye|avsluttede|avslutta|regionale|nasjonale)\\s+){0,2}læringsnettverk(?:ene|a)?(?:\\s+og\\s+prosjekt(?:er)?)?(?:\\s+(?:i\\s+)?20\\d\\d(?:\\s*[–-]\\s*(?:20)?\\d\\d)?|\\s+vi\\s.{3,40}|\\s+i\\s+\\p{Lu}[\\p{L} -]{2,40})?$");
    private static final Pattern RESEARCH = Cues.pattern(Cues.NUMBERING
            + "(?:praksisnær\\s+|praksisnær\\s+)?(?:forskning|forsking)(?:sprosjekt(?:er)?)?(?:\\s+og\\s+\\p{L}+)?$");
    private static final Pattern PROJECTS = Cues.pattern(
            Cues.NUMBERING
                    + "(?:pågående\\s+|våre\\s+|pågåande\\s+)?(?:utviklings)?prosjekt(?:er|a)?(?:\\s+og\\s+\\p{L}+)?(?:\\s+(?:i\\s+)?20\\d\\d)?$");
    private static final Pattern E_LEARNING = Cues.pattern(Cues.NUMBERING + "e-læring(?:er|ar|skurs)?$");
    private static final Pattern ACTIVITIES = Cues.pattern(
            Cues.NUMBERING
                    + "(?:våre\\s+|planlagte\\s+|gjennomførte\\s+)?(?:aktivitet(?:er|ar)|samling(?:er|ar)|fagdag(?:er|ar)|kurs(?:\\s+og\\s+\\p{L}+)?|webinar(?:er)?|konferanser|konferansar|arrangement(?:er)?|møteplasser|møteplassar)(?:\\s+(?:i\\s+)?20\\d\\d)?$");
    // What a section about one thing is never called.
    private static final Pattern COMMON = Cues.pattern(
            Cues.NUMBERING
                    + "(?:bakgrunn|innledning|innleiing|organisering|finansiering|økonomi|oppsummering|samandrag|sammendrag|konklusjon|avslutning|evaluering|resultat(?:er|ar|a)?|metode(?:r|n)?|samarbeid|kommunikasjon\\p{L}*|vedlegg|litteratur|kilder|kjelder|referanser|kontakt\\p{L}*|om\\s|formål|føremål|mål|hensikt|målgruppe|nyhetsbrev|facebook|nettside\\p{L}*|forutsetninger|rammer|status|vurdering|anbefaling\\p{L}*|tilråding\\p{L}*|erfaring\\p{L}*|tilbakemelding\\p{L}*|deltakelse|deltaking|veien\\s+videre|vegen\\s+vidare|utfordring\\p{L}*|kommunene|planer|plan\\s|innhold|innhald|arbeidsform|ansvar|roller|rapport|program\\b|sted|stad|tid\\b|dato|sak\\b|til\\s+stede|forord|kapittel|del\\s|tiltak|innsatsområde|satsn?ingsområde|vedtak|merknad)");
    private static final Pattern SPEAKS_OF_GATHERINGS = Cues.pattern(
            "\\bnettverket\\b|\\bforum(?:et)?\\b|\\bmedlem|\\bdelta[kgr]|\\bmøt(?:e|es|est|er)\\b|\\bmøte(?:t|ne|a)\\b|\\bsamling(?:en|er|ar|a)?\\b|\\bnettverkssamling|\\blæringsnettverket\\b|\\barbeidsgrupp|\\bkommun(?:er|ar|ene|ane)\\b|\\bled(?:es|er)\\b|\\blei(?:er|a|ast)\\b|\\bdriv(?:es|er|ast)?\\b|\\bregi\\s+av\\b");
    private static final Pattern SPEAKS_OF_PROJECT =
            Cues.pattern("prosjekt|\\bstudie|\\bforsk|\\bph\\.?\\s?d|\\bstipendiat|\\bi\\s+regi\\s+av\\b");
    // "Oppfølging av pårørendestrategien", "Spredning av kunnskap"
    private static final Pattern ACTION = Cues.pattern(
            Cues.NUMBERING
                    + "(?:oppfølging|implementering|iverksetting|innføring|spredning|spreiing|utprøving|etablering|vidareføring|videreføring)(?:en|a)?\\s+av\\s+\\p{L}");
    private static final Pattern YEARED = Pattern.compile("\\(20\\d\\d(?:\\s*[–-]\\s*(?:20)?\\d\\d)?\\)\\s*:?\\s*$");
    private static final Pattern ROLE = Cues.pattern(
            Cues.NUMBERING
                    + "(?:\\d+\\.\\s*)?(?:(?:regional|lokal|faglig|fagleg|kommunal|intern|nettverks|prosjekt|fag)\\s*)?[\\p{L}-]*(?:og\\s+[\\p{L}]+)?(?:koordinator|kontakt|rådgiver|rådgjevar|rådgivar|leder|leiar|veileder|rettleiar|ansvarlig|ansvarleg|instruktør|ressursperson|ressurssykepleier|støttefunksjon|sekretariat|prosessleder|prosjektleder|prosjektleiar|prosjektmedarbeider|mentor)(?:er|ar|e)?(?:\\s+i\\s+kommune(?:n|ne|ane)|\\s*\\([^)]{2,40}\\)|,\\s*USHT\\s+\\p{Lu}\\p{L}+|\\s+[–-]\\s+[\\p{L} ]{3,50})?$");

    // "Andres nettverk vi møter i", "Nettverk vi deltar i"
    private static final Pattern OF_OTHERS = Cues.pattern(
            "nettverk\\b.{0,40}\\bvi\\s+(?:møter|deltar|deltek|sitter|sit|er\\s+med|bidrar|bidreg)|(?:andres|andre\\s+sine|eksterne)\\s+nettverk");

    private Outline() {}

    /// Whether what stands below are networks that others run and the owner attends.
    static boolean isOfOthers(String heading) {
        return heading.length() < 90 && OF_OTHERS.matcher(heading).find();
    }

    /// How many characters of a heading are its number: "3.1 ", "a) ".
    static int numbering(String heading) {
        Matcher number = NUMBER.matcher(heading);
        return number.lookingAt() ? number.end() : 0;
    }

    /// What the headings and items under this heading are, when it names a kind of thing and no thing.
    static Optional<EntityType> itemType(String heading) {
        String text = heading.strip();
        if (LEARNING.matcher(text).find()) {
            return Optional.of(EntityType.LEARNING_NETWORK);
        }
        if (NETWORKS.matcher(text).find()) {
            return Optional.of(EntityType.NETWORK);
        }
        if (RESEARCH.matcher(text).find()) {
            return Optional.of(EntityType.RESEARCH_PROJECT);
        }
        if (PROJECTS.matcher(text).find()) {
            return Optional.of(EntityType.PROJECT);
        }
        if (E_LEARNING.matcher(text).find()) {
            return Optional.of(EntityType.E_LEARNING);
        }
        return ACTIVITIES.matcher(text).find() ? Optional.of(EntityType.ACTIVITY) : Optional.empty();
    }

    static boolean isCommon(String heading) {
        return COMMON.matcher(heading.strip()).find();
    }

    static boolean isRole(String heading) {
        String text = heading.strip();
        return text.length() < 80 && ROLE.matcher(text).matches();
    }

    /// A heading that names something done.
    static boolean isAction(String heading) {
        return heading.length() < 140 && ACTION.matcher(heading.strip()).find();
    }

    /// "Digitalt læringsløp (2020)" among projects is one of them.
    static boolean endsInYear(String heading) {
        return YEARED.matcher(heading.strip()).find();
    }

    /// Whether the text under a heading speaks of it as a network does of itself.
    static boolean speaksOfGatherings(String text) {
        return SPEAKS_OF_GATHERINGS.matcher(text).find();
    }

    /// Whether words speak of a project or of research.
    static boolean speaksOfProject(String text) {
        return SPEAKS_OF_PROJECT.matcher(text).find();
    }

    static String kindOfGoal(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        if (lower.contains("utbytte") || lower.contains("læringsmål")) {
            return "learning-outcome";
        }
        if (lower.contains("delmål")) {
            return "sub-goal";
        }
        return lower.contains("formål") || lower.contains("føremål") || lower.contains("hensikt") ? "purpose" : "goal";
    }
}
