package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// Reads the names of networks, activities, projects and bodies.
///
/// Titles, headings, list items and cells give a name whole. In running text a name must look like one: a capital
/// inside the sentence, a definite form, or quotation marks; it ends before the verb.
final class NameFinder {

    private static final String NETWORK = "(?:\\p{L}{2,}nettverk|nettverk)";
    // "Fagnettverk for ernæring", "nettverket i ledelse", "Nettverk innan rus"
    private static final Pattern NETWORK_OF = Cues.pattern(
            "(?<![\\p{L}-])((?:nasjonalt?|nordisk|regionalt?|interkommunalt?)\\s+)?" + NETWORK
                    + "(et)?(?:\\s+(?:nord|sør|vest|øst|aust|midt))?\\s+(?:i|for|innen(?:for)?|innan(?:for)?|om|på\\s+tvers)\\s+(?=\\p{L}{2})");
    // "Ernæringsnettverk", "Nasjonalt simuleringsnettverk", "Nettverk psykisk helse og rus" as a whole heading or item
    private static final Pattern NETWORK_WORD = Cues.pattern(
            "^((?:nasjonalt?|nordisk|regionalt?|lokalt?|interkommunalt?|kommunalt?|tverrfaglig|tverrfagleg|felles)\\s+)?([\\p{L}-]{4,})nettverk(et)?(\\s+\\p{Lu}\\p{L}{1,14})?(?=$|\\s*[(,:–]|\\s+i\\s+regi\\s)");
    private static final Pattern NETWORK_AND_THEME = Cues.pattern(
            "^(?:fag|kompetanse|ressurs|lærings)?nettverk(?:et)?\\s+(?!(?:og|som|er|har|skal|på|vil|kan|bør|vi|i)(?:\\s|$)|\\p{L}+(?:er|es|ast)(?:\\s+(?:på|opp|av|til|med|fra|frå|ved|etter|i)(?!\\p{L})|$))\\p{Ll}[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,8}(?=$|[.(]|,\\s+\\p{Lu})|^læringsnettverk(?:et)?\\s+\\p{Lu}[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,8}(?=$|\\s+20\\d\\d)");
    // "Ernæringsnettverket har …", "i demensnettverket"
    private static final Pattern NETWORK_COMPOUND = Cues.pattern(
            "(?<![\\p{L}-])((?:(?:\\p{Lu}[\\p{L}\\d]*\\s(?:\\p{L}+\\s){0,2})?[\\p{L}\\d–]+-|(?:[\\p{L}]+-)?\\p{L}{3,}?))nettverket(?=s?(?!\\p{L}))");
    private static final Pattern GENERIC_NETWORK = Cues.pattern(
            "^(?:usht-)?(?:fag|fagleg|kompetanse|kunnskaps|lærings|ressurs|sosiale?\\s?|person|samarbeids|erfarings|lokal|hovud|hoved|del|nær)s?$");
    // "Sosiale nettverk" has no preposition; "nettverk i nærmiljøet" has one and is still no network of ours.
    private static final Pattern EVERYDAY = Cues.pattern(
            "^(?:nær|famil|lokalsamfunn|hverdagen|hverdagsliv|kvardagen|privat|eige|eget|regi|året|kommunen\\b|fylket|regionen|202|201|dag\\b|det\\b|den\\b|dei\\b|de\\b|å\\b|samarbeid)");
    // læringsnettverket «Trygg hverdag hjemme», Prosjektet “Heime med tryggleik”, E-læringskurset "Mat som medisin"
    private static final Pattern QUOTED = Cues.pattern(
            "(?<!\\p{L})((?:lærings|fag|kompetanse|ressurs)?nettverk|\\p{L}{0,20}prosjekt|program|opplegg|kampanje|studie|frokostmøte|webinarserie|webinarrekke|temakveld|temadag|nettkurs|\\p{L}{0,20}kurs|\\p{L}{0,20}konferanse|e-læring|e-læringskurs|grunnkurs|kurs|webinar|fagdag|seminar|workshop|verksted|læringsløp|samling)(?:et|en|a|n|t)?\\s*:?\\s+(?:om\\s+)?[«“\"”]([^«»“”\"]{3,100})[»”\"“]");
    // «Close the Gap» at the beginning of an item
    private static final Pattern QUOTED_ITEM = Pattern.compile("^\\s*[«“\"”]([^«»“”\"]{3,100})[»”\"“]");
    private static final String ACTIVITY_NOUN =
            "(?:(?<!for)(?<!inn)(?<!an)(?<!opp)samling|fagdag|temadag|webinar(?:rekke)?|(?<!dis)(?<!kon)(?<!re)kurs|konferanse|workshop|verksted|dialogmøte|seminar|e-læring|læringsløp|studietur|hospitering|opplæringsprogram|prosjekt)";
    // "Kurs i klinisk observasjonskompetanse", "Åpen fagdag i lindrende behandling", "Dialogmøter om …"
    private static final Pattern ACTIVITY_OF = Cues.pattern(
            "(?<!\\p{L})((?:åpen|open|digital|digitalt|fysisk|nasjonal|regional)\\s+)?([\\p{L}-]*" + ACTIVITY_NOUN
                    + ")(?:en|er|ene|et|a|ar|ane|r|ne|s)?\\s+(?:i|om|for|innen|innan|med)\\s+(?=\\p{L}{2})|(?<!\\p{L})(studietur)(?:en)?\\s+til\\s+(?=\\p{Lu})|(?<!\\p{L})(hospitering(?:suke)?)\\s+(?:ved|på)\\s+(?=\\p{L}{3})");
    private static final Pattern HAS_ACTIVITY_NOUN = Cues.pattern(ACTIVITY_NOUN);
    // Pasientsikkerhetskonferansen, Eldrerådskonferansen for Viken, Nasjonal helsekonferanse
    private static final Pattern CONFERENCE = Pattern.compile(
            "(?<!\\p{L})(?:(?:Nasjonal|Nordisk|Regional)\\s{1,60}[\\p{L}-]{0,60}konferanse|[\\p{L}-]{4,60}konferansen)(?:\\s+for\\s+\\p{Lu}\\p{L}+)?(?!\\p{L})");
    private static final String BODY_NOUN =
            "(?:(?<!under)styringsgrupp[ea]|programgrupp[ea]|kjernegrupp[ea]|rekrutteringsgrupp[ea]|helseleiargrupp[ea]|eldreråd|fylkeseldreråd|ungdomsråd|(?<=\\p{L})utval(?:g|et)?|brukerpanel|brukarpanel|programkomit[eé]|representantskap|programstyre|demensteam|helsefellesskap|kommun(?:al)?sjefs?forum|(?:leder|leiar|sjef|direktør)s?forum|samhandlingsutval|arbeidsgrupp[ea]|arbeidsutvalg|referansegrupp[ea]|ressursgrupp[ea]|faggrupp[ea]|fagrådgrupp[ea]|prosjektgrupp[ea]|koordineringsgrupp[ea]|programgrupp[ea]|ledergrupp[ea]|leiargrupp[ea]|samarbeidsgrupp[ea]|fagråd|samarbeidsråd|brukerråd|brukarråd|pårørenderåd|samarbeidsutval(?:g|et)?|fagutval(?:g|et)?|samarbeidsorgan|programstyre|prosjektstyre|støtteapparat|helsesjefgruppa?|helsesjefsgruppa|(?:kommunalsjef|helsesjef|kommunedirektør|rådmann|rådmanns)s?nettverk)";
    // "Referansegruppe for Global Trigger Tool", "Samarbeidsorganet OsloMet", "Fagrådgruppe 4, Kompetanse"
    private static final Pattern BODY_OF = Cues.pattern(
            "(?<![\\p{L}-])((?:regionalt?|nasjonalt?|lokal[te]?|intern|faglig|administrativ)\\s+)?\\p{L}{0,16}"
                    + BODY_NOUN
                    + "(?:en|et|n|a)?(?:\\s+(?:for|i|om|innen|innan)\\s+(?=[\\p{L}«“\"]{2})|\\s+(?=\\p{Lu}|\\d(?!\\d?\\.)))");
    private static final Pattern BODY_WORD =
            Cues.pattern("^(?:\\d+\\.\\s*)?((?:regionalt?|nasjonalt?|lokal[te]?|intern|faglig|administrativ)\\s+)?"
                    + BODY_NOUN + "(?:en|et|n|a)?(?:,\\s*\\p{Lu}.{1,60}|\\s+-\\s+.{1,60}|\\s+ved\\s+.{1,60})?$");
    private static final Pattern IS_BODY =
            Cues.pattern("(?<![\\p{L}-])\\p{L}{0,16}" + BODY_NOUN + "(?:en|et|n|a)?(?!\\p{L})");
    // "Ph.d. «Etikk i kommunale tjenester» 2020-2023", "En randomisert kontrollert studie"
    private static final Pattern RESEARCH = Cues.pattern(
            "\\bph\\.?d\\.?|\\bforsking(?:s|\\b)|\\bforskning(?:s|\\b)|\\bstudien?\\b|\\bstipendiat|\\bdoktorgrad");
    /// Where a name ends in running text.
    private static final Pattern END = Cues.pattern(
            "[.,;:!?()«»“”\"\\[\\]|]|\\s[–—-]\\s|\\s+(?:er|var|ble|blei|vart|blir|har|hadde|hatt|kom|kommer|kjem|falt|skal|skulle|vil|kan|kunne|må|holdt|heldt|holder|gjennomført\\p{L}*|gjennomfør|møtes|møtest|startet|starta|starter|inviter\\p{L}*|bygg(?:er|jer)|bygde|følg\\p{L}*|fulgte|arranger\\p{L}*|bidr\\p{L}*|delta\\p{L}*|deltok|deltek|består|viser|trenger|får|fikk|gir|går|og\\s+har|som|ved|med|der|hvor|før|fra|frå|sammen|gjennom|dersom|når|til\\s+det|for\\s+å|på\\s+tvers|på|omhandl\\p{L}*|drift\\p{L}+|driv\\p{L}*|led(?:es|et|er)|leier|leies|koordiner\\p{L}*|samarbeid(?:er|et)|samla|samlet|ønsker|ønskjer|jobber|arbeider|arbeidar|arbeidde|utvikl(?:er|et|a)|fortsett\\p{L}+|avslutt\\p{L}+|hadd|tok|tek|tar|samt|hvert|kvart|i\\s+(?:regi|samarbeid|tillegg|løpet|perioden|året|vår|høst|haust|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|tråd)|\\(?(?:19|20)\\d\\d)(?=[\\s.,;:)]|$)|\\s+\\d{1,2}\\.\\s*(?:\\d|\\p{Ll})|\\s+\\p{L}*nettverket(?!\\p{L})|\\s+og\\s+\\p{Ll}+(?:et|te)\\s+om(?!\\p{L})");
    private static final Pattern TAIL = Cues.pattern(
            "\\s+(?:ved|hos)\\s+USHT.*$|\\s+i\\s+(?:regi|samarbeid).*$|\\s+(?:og|i|for)$|\\s+(?:torsdag|fredag|onsdag|tirsdag|mandag|måndag|tysdag|laurdag|lørdag|søndag)\\b.*$|\\s+\\d{1,2}\\.\\s+\\p{L}+\\s+20\\d\\d.*$|[\\s(]+(?:19|20)\\d\\d(?:\\s*[–-]\\s*(?:19|20)?\\d\\d)?\\)?$");

    private static final Pattern BEFORE = Cues.pattern(
            "(?:\\(?[a-zæøå]\\)\\s{1,4})?(?:(?:nytt|ny|nye|felles|eget|eige)\\s+)?[\\s\\p{P}\\p{Co}\\d]*(?:(?:invitasjon|innkalling|påmelding|velkommen)\\s+til|(?:program|mandat|plan|årsplan|handlingsplan|møteplan|årsrapport|årsmelding)\\s+for|(?:nytt\\s+)?(?:evaluering|gjennomføring|videreføring|oppstart|drift|utvikling|etablering)\\s+av|(?:etablere|drifte|starte|videreføre|vidareføre|gjennomføre|arrangere|utvikle|delta\\s+i|lede|leie|koordinere)|(?:referat|rapport)\\s+f?r[åa])?\\s*");
    private static final int LONGEST_TITLE = 200;

    private NameFinder() {}

    /// @param origin where `text` begins in the document
    /// @param whole the text is a title, heading, item or cell, so a name runs to its end
    static List<Named> find(String text, int origin, boolean whole) {
        var found = new ArrayList<Named>();
        addQuoted(found, text, origin);
        add(found, text, origin, whole, NETWORK_OF);
        Matcher partnership = PARTNERSHIP.matcher(text);
        while (partnership.find()) {
            addFree(found, named(EntityType.NETWORK, text, partnership.start(), partnership.end(), origin));
        }
        addBodies(found, text, origin, whole);
        addConferences(found, text, origin);
        addBodyNouns(found, text, origin);
        if (whole) {
            addWholeNetwork(found, text, origin);
            addColonName(found, text, origin);
            add(found, text, origin, true, ACTIVITY_OF);
        } else {
            addPlaces(found, text, origin);
            addCompounds(found, text, origin);
        }
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    private static void addQuoted(List<Named> found, String text, int origin) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String noun = quoted.group(1).toLowerCase(Locale.ROOT);
            String name = noun.substring(0, 1).toUpperCase(Locale.ROOT)
                    + noun.substring(1)
                    + " «" + Words.clean(quoted.group(2)) + "»";
            found.add(Named.of(type(noun), name, new Span(origin + quoted.start(), origin + quoted.end())));
        }
    }

    /// What an item names in quotation marks at its beginning, as in «Close the Gap» i regi av …
    static java.util.Optional<Named> quotedItem(String text, int origin, EntityType type) {
        Matcher quoted = QUOTED_ITEM.matcher(text);
        return quoted.find() && !isSaying(quoted.group(1))
                ? java.util.Optional.of(Named.of(
                        type,
                        "«" + Words.clean(quoted.group(1)) + "»",
                        new Span(origin + quoted.start(1) - 1, origin + quoted.end())))
                : java.util.Optional.empty();
    }

    /// What somebody said, and no name: it ends in a full stop, or has a verb in it.
    private static boolean isSaying(String quoted) {
        return quoted.matches("(?s).*[.!?]$") || VERB.matcher(quoted).find() || quoted.split("\\s+").length > 9;
    }

    // "Webinar: Forhåndssamtaler, 19. august", "E-læring: Møte med uro"
    private static final Pattern COLON_NAME = Cues.pattern(
            "^[\\s•▪*–-]{0,6}((?:webinar|kurs|fagdag|temadag|konferanse|e-læring|nettkurs|workshop|seminar|verksted|studietur|prosjekt|samling|kampanje)\\s*:\\s+[\\p{Lu}«](?:(?!\\s{3}|\\t)[^,.;(\\n]){3,90})");

    private static void addColonName(List<Named> found, String text, int origin) {
        Matcher name = COLON_NAME.matcher(text);
        if (name.find() && !isSentence(name.group(1) + " ")) {
            addFree(found, named(type(name.group(1)), text, name.start(1), name.end(1), origin));
        }
    }

    private static void addWholeNetwork(List<Named> found, String text, int origin) {
        String stripped = text.strip();
        Matcher word = NETWORK_WORD.matcher(stripped);
        int start = text.indexOf(stripped);
        if (found.isEmpty()
                && word.find()
                && !GENERIC_NETWORK.matcher(word.group(2)).matches()
                && !IS_BODY.matcher(word.group()).find()) {
            found.add(named(EntityType.NETWORK, text, start, start + word.end(), origin));
        } else if (found.isEmpty()
                && NETWORK_AND_THEME.matcher(stripped).find()
                && !EVERYDAY.matcher(stripped.replaceFirst("^\\S+\\s+", "")).find()) {
            Matcher theme = NETWORK_AND_THEME.matcher(stripped);
            int end = theme.find() ? theme.end() : stripped.length();
            found.add(named(networkType(stripped), text, start, start + end, origin));
        }
    }

    // "Partnarskap for folkehelse i Telemark", "Nasjonalt forum for hverdagsmestring"
    private static final Pattern PARTNERSHIP = Cues.pattern(
            "(?<![\\p{L}-])(?:partn(?:er|ar)skap(?:et|en)?\\s+for\\s+\\p{Ll}[\\p{L}-]+|(?:(?-i:(?:Nasjonalt|Regionalt|Nordisk)\\s+forum)|(?-i:Forum))\\s+for\\s+\\p{Ll}[\\p{L}-]+)(?:\\s+i\\s+\\p{Lu}\\p{L}+(?:\\s+og\\s+\\p{Lu}\\p{L}+)?)?(?!\\p{L})");
    // "Demensnettverk Indreland", "har startet et nettverk for …"
    private static final Pattern NETWORK_PLACE = Cues.pattern(
            "(?<![\\p{L}-])\\p{Lu}[\\p{L}-]{3,}nettverk(?:et)?\\s+(?:på\\s+)?\\p{Lu}[\\p{L}-]+(?:\\s+\\p{Lu}\\p{L}+)?|(?<![\\p{L}-])(?!(?:Et|Eit|Ett|Dette|Det|Vårt|Eget|Felles|Hvert|Kvart|Nytt|Et)\\s)\\p{Lu}\\p{L}+\\s+\\p{Ll}{5,}(?<!fag|lærings|kompetanse|ressurs)nettverk(?!\\p{L})");
    private static final Pattern NEW_NETWORK = Cues.pattern(
            "\\b(?:leder|leier|leiar|opprettes|opprettast|eige|startet|starta|etablert|etablerte|opprettet|oppretta|skipa|skipe|drifter|driver|driv)\\s+(?:opp\\s+)?(?:(?:et|eit)\\s+)?(?:nytt\\s+|eget\\s+|eige\\s+|nasjonalt\\s+|regionalt\\s+)?(\\p{L}*nettverk)\\s+(?:for|i|innen|innan)\\s+(?=\\p{L}{3})");

    // "… går over i Fagnettverk utviklingshemming Ytre Fjordvik"
    private static final Pattern CAPITAL_NETWORK = Pattern.compile(
            "(?<=\\p{Ll}\\s)(?:Fagnettverk|Kompetansenettverk|Ressursnettverk|Nettverk|Læringsnettverk|Kompetansenett)\\s+(?!for\\s|i\\s|innen)[\\p{L}-]+(?:\\s+(?:og\\s+)?(?!er\\s|har\\s|som\\s|skal\\s|vil\\s|på\\s|i\\s|og\\s)[\\p{L}-]+){0,4}(?=[,.;)]|\\s+(?:er|har|som|skal|vil|på|i)\\s|$)");

    private static void addPlaces(List<Named> found, String text, int origin) {
        Matcher capital = CAPITAL_NETWORK.matcher(text);
        while (capital.find()) {
            addFree(found, named(networkType(capital.group()), text, capital.start(), capital.end(), origin));
        }
        Matcher placed = NETWORK_PLACE.matcher(text);
        while (placed.find()) {
            addFree(found, named(EntityType.NETWORK, text, placed.start(), placed.end(), origin));
        }
        Matcher started = NEW_NETWORK.matcher(text);
        while (started.find()) {
            int end = runningEnd(text, started.end());
            if (end - started.end() > 3) {
                String words = text.substring(started.start(1), end);
                addFree(found, named(networkType(words), text, started.start(1), end, origin));
            }
        }
    }

    private static void addCompounds(List<Named> found, String text, int origin) {
        Matcher compound = NETWORK_COMPOUND.matcher(text);
        while (compound.find()) {
            if (!GENERIC_NETWORK.matcher(compound.group(1)).matches()
                    && !IS_BODY.matcher(compound.group()).find()) {
                addFree(found, named(EntityType.NETWORK, text, compound.start(), compound.end(), origin));
            }
        }
    }

    private static void addBodies(List<Named> found, String text, int origin, boolean whole) {
        Matcher word = BODY_WORD.matcher(text.strip());
        if (whole && word.matches()) {
            Span span = Sentences.trim(text, 0, text.length());
            addFree(found, named(EntityType.BODY, text, span.start(), span.end(), origin));
            return;
        }
        Matcher body = BODY_OF.matcher(text);
        int from = 0;
        while (body.find(from)) {
            int end = whole && !isSentence(text) ? wholeEnd(text, body.end()) : bodyEnd(text, body.end());
            from = Math.max(end, body.end());
            boolean begins = beginsText(text, body.start());
            if (end - body.end() >= 2
                    && (whole && begins
                            || Character.isUpperCase(text.charAt(body.start()))
                            || isDefinite(text, body))) {
                addFree(found, named(EntityType.BODY, text, body.start(), end, origin));
            }
        }
    }

    // "Arbeidsgruppen har bestått av …", "rapporterer til brukerpanelet", "en programkomité"
    private static final Pattern BODY_ALONE = Cues.pattern(
            "(?<![\\p{L}-])(?:(?:styrings|arbeids|referanse|prosjekt|kjerne|program|ressurs|fag|samarbeids|rekrutterings|koordinerings|helseleiar|nettverks|plan)(?:gruppen|gruppa)|(?:fag|samarbeids|bruker|brukar|eldre|fylkeseldre|ungdoms|pårørende|råds|nettverks|kvalitets)rådet|(?:arbeids|fag|samarbeids|samhandlings|kompetanse|hoved|hovud|nettverks)(?:utvalget|utvalet)|(?:bruker|brukar|pårørende|fag)panelet|programkomit[eé]en|representantskapet|(?:program|prosjekt)styret|(?:demens|hukommelses)teamet|(?<=\\ben\\s|\\bei\\s|\\bein\\s|\\bet\\s|\\beit\\s|tverrfaglig\\s|intern\\s)(?:styrings|arbeids|referanse|prosjekt|kjerne|program|ressurs)grupp[ea]|(?<=\\ben\\s|\\bein\\s)programkomit[eé])(?!\\p{L}|\\s+(?:i|for)\\s+(?-i:\\p{Lu}))");

    private static void addBodyNouns(List<Named> found, String text, int origin) {
        Matcher body = BODY_ALONE.matcher(text);
        while (body.find()) {
            addFree(found, named(EntityType.BODY, text, body.start(), body.end(), origin));
        }
    }

    private static boolean isDefinite(String text, Matcher body) {
        String head = body.group().strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        return (head.endsWith("en") || head.endsWith("et") || head.endsWith("gruppa")) && body.end() < text.length();
    }

    private static void addConferences(List<Named> found, String text, int origin) {
        Matcher conference = CONFERENCE.matcher(text);
        while (conference.find()) {
            String name = Words.clean(conference.group());
            Span span = new Span(origin + conference.start(), origin + conference.end());
            boolean capital = Character.isUpperCase(name.charAt(0)) && !name.startsWith("Konferansen");
            if ((capital || name.length() > 16) && free(found, span)) {
                found.add(Named.of(
                        EntityType.CONFERENCE,
                        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                        span));
            }
        }
    }

    /// The kind of thing that a name's noun tells of.
    static EntityType type(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("læringsnettverk")) {
            return EntityType.LEARNING_NETWORK;
        }
        if (IS_BODY.matcher(lower).find() && !lower.contains("møte")) {
            return EntityType.BODY;
        }
        if (lower.contains("nettverk") && !HAS_ACTIVITY_NOUN.matcher(lower).find()) {
            return EntityType.NETWORK;
        }
        if (lower.contains("konferanse")) {
            return EntityType.CONFERENCE;
        }
        if (lower.contains("e-læring") || lower.contains("nettkurs") || lower.contains("læringsløp")) {
            return EntityType.E_LEARNING;
        }
        if (lower.matches(".*(?<!dis|kon|re)kurs.*")) {
            return EntityType.COURSE;
        }
        if (RESEARCH.matcher(lower).find()) {
            return EntityType.RESEARCH_PROJECT;
        }
        if (lower.contains("prosjekt")) {
            return EntityType.PROJECT;
        }
        return lower.contains("samling") && HAS_ACTIVITY_NOUN.matcher(lower).find()
                ? EntityType.GATHERING
                : EntityType.ACTIVITY;
    }

    private static void add(List<Named> found, String text, int origin, boolean whole, Pattern pattern) {
        Matcher head = pattern.matcher(text);
        int from = 0;
        while (head.find(from)) {
            int end = whole && !isSentence(text) ? wholeEnd(text, head.end()) : runningEnd(text, head.end());
            from = Math.max(end, head.end());
            boolean network = pattern == NETWORK_OF;
            if (EVERYDAY.matcher(text.substring(head.end())).find()
                    || (!whole && !looksLikeName(text, head))
                    || end - head.end() < 3) {
                continue;
            }
            // A gathering "i nettverk for …" is the network's, and found as such.
            if (!network && startsWithNetwork(text, head.end())) {
                continue;
            }
            // "Veiledning til kommuner som søker om prosjekt innen …" names no project.
            if (!network && !beginsText(text, head.start())) {
                continue;
            }
            if (network && whole && isSentence(text) && !beginsText(text, head.start()) && !looksLikeName(text, head)) {
                continue;
            }
            String words = text.substring(head.start(), end);
            if (network && IS_BODY.matcher(words).lookingAt()) {
                continue;
            }
            addFree(found, named(network ? networkType(words) : type(words), text, head.start(), end, origin));
        }
    }

    private static void addFree(List<Named> found, Named named) {
        if (free(found, named.span())) {
            found.add(named);
        }
    }

    private static boolean free(List<Named> found, Span span) {
        return found.stream().noneMatch(other -> other.span().overlaps(span));
    }

    private static EntityType networkType(String words) {
        return words.toLowerCase(Locale.ROOT).startsWith("lærings") ? EntityType.LEARNING_NETWORK : EntityType.NETWORK;
    }

    private static Named named(EntityType type, String text, int start, int end, int origin) {
        int closing = unopened(text, start, end);
        Span span = Sentences.trim(text, start, closing);
        return Named.of(
                type,
                Words.indefinite(Words.clean(span.cut(text))),
                new Span(origin + span.start(), origin + span.end()));
    }

    /// Where a parenthesis closes that opened before the name: "NFTU (Nettverk for …)"; `end` when none does.
    private static int unopened(String text, int start, int end) {
        int depth = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return i;
            }
        }
        return end;
    }

    private static boolean beginsText(String text, int at) {
        return BEFORE.matcher(text.substring(0, at)).matches();
    }

    private static boolean startsWithNetwork(String text, int at) {
        Matcher network = NETWORK_OF.matcher(text);
        return network.find(at) && network.start() == at;
    }

    /// "i et nettverk for …" may not exist; "nettverket for …" and "i Nettverk for …" do.
    private static boolean looksLikeName(String text, Matcher head) {
        boolean definite = head.group(2) != null && head.group(2).equals("et");
        return definite || Character.isUpperCase(text.charAt(head.start()));
    }

    private static int wholeEnd(String text, int from) {
        String rest = text.substring(from);
        int end = rest.length();
        var dash = Pattern.compile(
                        "\\s[–—]\\s|[«»|;:]|\\R\\s*\\p{Lu}[\\p{L} ]{2,24}:|\\s{4,}(?=\\S)|(?<!\\d)\\.(?=\\s|$)|\\R\\s*[=_-]{4}")
                .matcher(rest);
        if (dash.find()) {
            end = dash.start();
        }
        return from + cutTail(rest.substring(0, end));
    }

    private static int runningEnd(String text, int from) {
        String rest = text.substring(from);
        Matcher end = END.matcher(rest);
        return from + cutTail(end.find() ? rest.substring(0, end.start()) : rest);
    }

    // "Eldrerådet i Fjordvik og Fjordvik sykehus"
    private static final Pattern AND_ANOTHER =
            Pattern.compile("(\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)?)\\s+og\\s+\\p{Lu}");

    /// "Fagrådgruppe 4, Kompetanse, Innovasjon" goes on after a comma while words with capitals follow.
    private static int bodyEnd(String text, int from) {
        int end = runningEnd(text, from);
        Matcher place = AND_ANOTHER.matcher(text).region(from, end);
        if (place.lookingAt()) {
            return place.end(1);
        }
        Matcher more = Pattern.compile("\\G,\\s+\\p{Lu}\\p{L}+(?:\\s+og\\s+\\p{Lu}\\p{L}+)?(?=[,\\s.])")
                .matcher(text);
        while (more.find(end)) {
            end = more.end();
        }
        return end;
    }

    private static int cutTail(String words) {
        Matcher tail = TAIL.matcher(words.stripTrailing());
        return tail.find() ? tail.start() : words.stripTrailing().length();
    }

    private static final Pattern VERB = Cues.pattern(
            "\\s(?:er|var|ble|blei|vart|har|hadde|skal|vil|kan|holdt|deltar|deltok|inviterer|gjennomførte|arrangerte|driftes|drives|arrangeres|ledes|består|startet|snakket)\\s");

    static boolean isSentence(String text) {
        return text.length() > LONGEST_TITLE || VERB.matcher(text).find();
    }
}
