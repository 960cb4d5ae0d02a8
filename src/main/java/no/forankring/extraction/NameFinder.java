package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// Reads the names of networks, activities and projects.
///
/// Titles, headings, list items and cells give a name whole. In running text a name must look like one: a capital
/// inside
/// the sentence, a definite form, or quotation marks; it ends before the verb.
final class NameFinder {

    private static final String NETWORK = "(?:\\p{L}{2,}nettverk|nettverk)";
    // "Fagnettverk for ernæring", "nettverket i ledelse", "Nettverk innan rus"
    private static final Pattern NETWORK_OF = Cues.pattern("(?<!\\p{L})((?:nasjonalt?|nordisk|regionalt?)\\s+)?"
            + NETWORK + "(et)?\\s+(?:i|for|innen|innan|om)\\s+(?=\\p{L}{2})");
    // "Ernæringsnettverk" as a whole heading or item
    private static final Pattern NETWORK_WORD = Cues.pattern("^(\\p{L}{4,})nettverk(et)?$");
    private static final Pattern GENERIC_NETWORK =
            Cues.pattern("^(?:fag|kompetanse|lærings|ressurs|leiar|leder|sosiale?\\s?)$");
    // "Sosiale nettverk" has no preposition; "nettverk i nærmiljøet" has one and is still no network of ours.
    private static final Pattern EVERYDAY =
            Cues.pattern("^(?:nær|famil|lokalsamfunn|hverdag|kvardag|privat|eige|eget)");
    // læringsnettverket «Trygg hverdag hjemme», Prosjektet “Heime med tryggleik”, E-læringskurset "Mat som medisin"
    private static final Pattern QUOTED = Cues.pattern(
            "(?<!\\p{L})(læringsnettverk|nettverk|fagnettverk|prosjekt|forprosjekt|konferanse|e-læring|e-læringskurs|kurs|webinar|fagdag|seminar|workshop|samling|verksted)(?:et|en|n|a)?\\s+[«“\"”]([^«»“”\"]{3,100})[»”\"“]");
    private static final String ACTIVITY_NOUN =
            "(?:(?<!for)(?<!inn)(?<!an)samling|fagdag|webinar(?:rekke)?|(?<!dis)(?<!kon)(?<!re)kurs|konferanse|workshop|dialogmøte|seminar|e-læring|prosjekt)";
    // "Kurs i klinisk observasjonskompetanse", "Åpen fagdag i lindrende behandling", "Dialogmøter om …"
    private static final Pattern ACTIVITY_OF = Cues.pattern("(?<!\\p{L})((?:åpen|open|digital|fysisk)\\s+)?(\\p{L}*"
            + ACTIVITY_NOUN + ")(?:en|er|ene|et|a|ar|ane|r|ne|s)?\\s+(?:i|om|for|innen|innan)\\s+(?=\\p{L}{2})");
    private static final Pattern HAS_ACTIVITY_NOUN = Cues.pattern(ACTIVITY_NOUN);
    /// Where a name ends in running text.
    private static final Pattern END = Cues.pattern(
            "[.,;:!?()«»“”\"\\[\\]|]|\\s[–—-]\\s|\\s+(?:er|var|ble|blei|vart|blir|har|hadde|hatt|skal|skulle|vil|kan|kunne|må|holdt|heldt|holder|gjennomført\\p{L}*|gjennomfør|møtes|møtest|startet|starta|starter|inviter\\p{L}*|bygg(?:er|jer)|bygde|følg\\p{L}*|fulgte|arranger\\p{L}*|bidr\\p{L}*|delta\\p{L}*|deltok|deltek|består|viser|trenger|får|fikk|gir|går|og\\s+har|som|ved|med|der|hvor|før|fra|frå|sammen|gjennom|dersom|når|til\\s+det|for\\s+å|på\\s+tvers|\\(?(?:19|20)\\d\\d)(?=[\\s.,;:)]|$)|\\s+\\p{L}*nettverket(?!\\p{L})|\\s+og\\s+\\p{Ll}+(?:et|te)\\s+om(?!\\p{L})");
    private static final Pattern TAIL = Cues.pattern(
            "\\s+(?:ved|hos)\\s+USHT.*$|\\s+i\\s+regi\\s+av.*$|\\s+og$|\\s+(?:torsdag|fredag|onsdag|tirsdag|mandag|måndag|tysdag|laurdag|lørdag|søndag)\\b.*$|\\s+\\d{1,2}\\.\\s+\\p{L}+\\s+20\\d\\d.*$|[\\s(]+(?:19|20)\\d\\d(?:\\s*[–-]\\s*(?:19|20)?\\d\\d)?\\)?$");

    private static final Pattern BEFORE = Cues.pattern(
            "[\\s\\p{P}\\p{Co}\\d]*(?:(?:invitasjon|innkalling|påmelding)\\s+til|(?:program|mandat|plan)\\s+for|(?:nytt\\s+)?(?:evaluering|gjennomføring)\\s+av|(?:referat|rapport)\\s+f?r[åa])?\\s*");
    private static final int LONGEST_TITLE = 200;

    private NameFinder() {}

    /// @param origin where `text` begins in the document
    /// @param whole the text is a title, heading, item or cell, so a name runs to its end
    static List<Named> find(String text, int origin, boolean whole) {
        var found = new ArrayList<Named>();
        var quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            String noun = quoted.group(1).toLowerCase(Locale.ROOT);
            String name = noun.substring(0, 1).toUpperCase(Locale.ROOT)
                    + noun.substring(1)
                    + " «" + Words.clean(quoted.group(2)) + "»";
            found.add(new Named(type(noun), name, new Span(origin + quoted.start(), origin + quoted.end())));
        }
        add(found, text, origin, whole, NETWORK_OF);
        if (whole) {
            add(found, text, origin, true, ACTIVITY_OF);
            var word = NETWORK_WORD.matcher(Words.clean(text));
            if (found.isEmpty()
                    && word.matches()
                    && !GENERIC_NETWORK.matcher(word.group(1)).matches()) {
                Span span = Sentences.trim(text, 0, text.length());
                found.add(named(EntityType.NETWORK, text, span.start(), span.end(), origin));
            }
        }
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    /// The kind of activity that a name's noun tells of.
    static EntityType type(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("læringsnettverk")) {
            return EntityType.LEARNING_NETWORK;
        }
        if (lower.contains("nettverk") && !HAS_ACTIVITY_NOUN.matcher(lower).find()) {
            return EntityType.NETWORK;
        }
        if (lower.contains("konferanse")) {
            return EntityType.CONFERENCE;
        }
        if (lower.matches(".*(?<!dis|kon|re)kurs.*|.*e-læring.*")) {
            return EntityType.COURSE;
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
            Named named = named(network ? networkType(words) : type(words), text, head.start(), end, origin);
            if (found.stream().noneMatch(other -> other.span().overlaps(named.span()))) {
                found.add(named);
            }
        }
    }

    private static EntityType networkType(String words) {
        return words.toLowerCase(Locale.ROOT).startsWith("lærings") ? EntityType.LEARNING_NETWORK : EntityType.NETWORK;
    }

    private static Named named(EntityType type, String text, int start, int end, int origin) {
        int closing = unopened(text, start, end);
        Span span = Sentences.trim(text, start, closing);
        return new Named(
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
        var dash = Pattern.compile("\\s[–—]\\s|[«»|;]|(?<!\\d)\\.(?=\\s|$)|\\R\\s*[=_-]{4}")
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

    private static int cutTail(String words) {
        Matcher tail = TAIL.matcher(words.stripTrailing());
        return tail.find() ? tail.start() : words.stripTrailing().length();
    }

    private static final Pattern VERB = Cues.pattern(
            "\\s(?:er|var|ble|blei|vart|har|hadde|skal|vil|kan|holdt|deltar|deltok|inviterer|gjennomførte|arrangerte|driftes|drives|arrangeres|ledes|består|startet|snakket)\\s");

    private static boolean isSentence(String text) {
        return text.length() > LONGEST_TITLE || VERB.matcher(text).find();
    }
}
