package no.forankring.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;
import no.forankring.privacy.NameRuns.Run;

/// Finds sentences that tell of the health of a named person.
///
/// «Kari Eksempel har Alzheimer», «Kari (78) fikk påvist kreft», «Hos Ola Prøve ble det påvist demens», «Ola Prøves
/// depresjon», «Kari Eksempel er sykmeldt». That somebody works with an illness tells nothing: «Kari Eksempel har
/// ansvar for
/// demensteamet», «Kari Eksempel holdt innlegg om demens». The whole sentence is withheld, for what goes on in it is
/// about
/// the same person.
final class HealthFinder {

    private static final int BEFORE = 60;
    private static final int AFTER = 160;
    private static final int LONGEST_SENTENCE = 500;

    private static final String ILLNESS =
            "(?:alzheimer(?:s)?(?:[ -](?:sykdom|sjukdom|demens))?|(?:lewy[ -]?legeme?|frontotemporal|vaskulær)?[ -]?demens(?:sykdom|sjukdom)?|"
                    + "(?:bryst|lunge|prostata|tarm|hud|mage|blod|lymfe|føflekk|livmorhals|bukspyttkjertel)?kreft(?:sykdom|sjukdom)?|leukemi|lymfom|svulst|hjernesvulst|"
                    + "depresjon(?:er|en)?|angst(?:lidelse)?|bipolar (?:lidelse|liding)|schizofreni|psykose|spiseforstyrrelse(?:r)?|anoreksi|bulimi|"
                    + "personlighetsforstyrrelse|ptsd|adhd|add|autisme|asperger(?:s)?(?: syndrom)?|downs? syndrom|utviklingshemming|"
                    + "diabetes|kols|astma|epilepsi|hjertesvikt|hjartesvikt|hjerteinfarkt|hjarteinfarkt|slag|hjerneslag|hjernetrykk|hjerneskade|parkinsons?(?: sykdom| sjukdom)?|"
                    + "ms|als|multippel sklerose|muskelsykdom|cp|cerebral parese|leddgikt|revmatisme|osteoporose|benskjørhet|beinskjørhet|"
                    + "hiv|aids|hepatitt(?: [abc])?|tuberkulose|covid(?:-19)?|lungebetennelse|nyresvikt|leversvikt|"
                    + "rusproblem(?:er)?|rusavhengighet|rusmiddelavhengighet|alkoholproblem(?:er)?|alkoholisme|selvmordstanker|"
                    + "sykdommen|sjukdomen|en alvorlig sykdom|ein alvorleg sjukdom|kronisk sykdom|kronisk sjukdom|alvorlig sykdom|uhelbredelig sykdom)";
    private static final String HOW =
            "(?:(?:en|ei|ein|et|eit|mild|moderat|alvorlig|alvorleg|kronisk|langtkommen|langtkommet|langt|kommet|begynnende|tidlig|uhelbredelig|avansert|sterk|store|stor|lett|type|1|2|diagnosen|diagnose|sykdommen|sjukdomen|også|nå|no|fått|hatt|utviklet|utvikla|påvist|konstatert|nylig|nyleg|lenge|dessverre|av|med) ){0,5}";

    // After the name: «, 78 år,», « (78)», «, som», «, mor til to,»
    private static final String BETWEEN =
            "(?:\\s?\\(\\d{1,3}(?: år)?\\))?(?:,? (?:på )?\\d{1,3}(?: år(?: gammel| gamal)?)?,?)?(?:,? som)?(?:,? (?:også|nå|no|har))?";
    private static final Pattern STATED = Pattern.compile(
            "^" + BETWEEN
                    + " (?:(?:har|hadde|fikk|fekk|får|lider|lid|led|utviklet|utvikla|døde|sliter|slit|slet|strever|kjemper|kjemper mot|er rammet|er ramma|ble rammet|vart ramma|er diagnostisert|ble diagnostisert|vart diagnostisert|er smittet|ble behandlet|behandles|er under behandling|går til behandling) "
                    + "(?:for )?" + HOW + ILLNESS + "(?![\\p{L}-])"
                    + "|(?:er|var|ble|blei|vart|har vært|har vore) (?:(?:nå|no|alvorlig|alvorleg|kronisk|langtids|svært|helt|også|delvis|100 %|50 %) ?){0,3}(?:sykmeldt|sykemeldt|sjukmeld|sjukmeldt|ufør|uføretrygdet|uføretrygda|dement|psykotisk|suicidal|selvmordstruet|deprimert|syk|sjuk|kreftsyk|kreftsjuk|gravid|blind|døv|svaksynt|rusavhengig|rusmisbruker|narkoman|alkoholiker|utviklingshemmet|utviklingshemma|pleietrengende|pleietrengjande|terminal|innlagt|innlagd|tvangsinnlagt|lam)(?!\\p{L})(?! på fag)"
                    + "|(?:bruker|brukar|går på|får|tar) (?:rullestol|insulin|antidepressiva|morfin|antipsykotika|cellegift|strålebehandling|dialyse|lar)(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    // «Kari Eksempels demens», «Kari Eksempel (demens)», «Kari Eksempel, diagnose: demens»
    private static final Pattern OWNED = Pattern.compile(
            "^(?:s|'|’)?(?: (?:demenssykdom|kreftsykdom|diagnose|sykdomshistorie|sjukehistorie|sykehistorie|journal|medisinliste)(?!\\p{L})|s (?:lange |alvorlige )?"
                    + ILLNESS + "(?![\\p{L}-])|\\s?\\((?:diagnose:? )?" + ILLNESS + "\\)|[,:;]? diagnose:? .{0,20}"
                    + ILLNESS + "(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE);
    // «Hos Kari Eksempel ble det påvist …», «Diagnosen til Kari Eksempel», «demensen til Kari Eksempel»
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "(?:hos|for) $|(?:diagnosen|sykdommen|sjukdomen|demensen|kreften|depresjonen|legemidlene|medisinene|sykehusoppholdet|innleggelsen) (?:til|hos) $",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_HOS = Pattern.compile(
            "^ (?:ble|blei|vart|er) (?:det )?(?:påvist|oppdaga|oppdaget|funnet|diagnostisert|konstatert) " + HOW
                    + ILLNESS + "(?![\\p{L}-])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDICAL_BEFORE = Pattern.compile(
            "(?:diagnosen|sykdommen|sjukdomen|demensen|kreften|depresjonen|legemidlene|medisinene|sykehusoppholdet|innleggelsen) (?:til|hos) $",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final TextWords words;
    long steps;

    HealthFinder(String text, TextWords words) {
        this.text = text;
        this.words = words;
    }

    /// Adds one finding for each sentence.
    ///
    /// @return the names of those whom the sentences are about
    List<Span> find(List<Run> runs, List<PersonalData> found) {
        var names = new ArrayList<Span>();
        int over = 0;
        for (Run run : runs) {
            // Who is ill is a person, also when the given name is not a known one.
            boolean named = run.length() > 1 || WordLists.isGiven(words.word(run.first()));
            int start = words.start(run.first());
            int end = words.end(run.last());
            if (!named || start < over) {
                continue;
            }
            String after = flat(text.substring(end, Math.min(text.length(), end + AFTER)));
            String before = flat(text.substring(Math.max(0, start - BEFORE), start));
            // A genitive -s is part of the last word.
            String owned = text.charAt(end - 1) == 's' ? "s" + after : after;
            steps += AFTER + BEFORE;
            Matcher stated = STATED.matcher(after);
            boolean tells = stated.find()
                    || OWNED.matcher(owned).find()
                    || (BEFORE_NAME.matcher(before).find()
                            && AFTER_HOS.matcher(after).find())
                    || MEDICAL_BEFORE.matcher(before).find();
            if (tells) {
                int last = endOfSentence(end);
                int first = startOfSentence(start);
                found.add(new PersonalData(
                        PersonalData.Kind.HEALTH,
                        new Span(first, last),
                        NameFinder.normal(text.substring(first, last))));
                names.add(new Span(start, end));
                over = last;
            }
        }
        return names;
    }

    private static String flat(String part) {
        return part.replaceAll("[\\s\u00a0]+", " ");
    }

    private int endOfSentence(int from) {
        int most = Math.min(text.length(), from + LONGEST_SENTENCE);
        for (int i = from; i < most; i++) {
            steps++;
            char c = text.charAt(i);
            boolean ends = c == '.' || c == '!' || c == '?';
            boolean breaks = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
            if (ends && breaks && !isAbbreviation(i)) {
                return i;
            }
            if (c == '\n' && i + 1 < text.length() && isEmptyLine(i + 1)) {
                return i;
            }
        }
        return most;
    }

    private boolean isAbbreviation(int dot) {
        // «Kari A. Eksempel», «ca. 3»
        return dot > 1
                && (Character.isUpperCase(text.charAt(dot - 1)) && !Character.isLetter(text.charAt(dot - 2))
                        || text.startsWith("ca", dot - 2)
                        || Character.isDigit(text.charAt(dot - 1))
                                && dot + 2 < text.length()
                                && Character.isLowerCase(text.charAt(dot + 2)));
    }

    /// Whether a paragraph ends here: after an empty line that no small letter follows.
    private boolean isEmptyLine(int at) {
        int i = at;
        int ends = 0;
        while (i < text.length() && i - at < BEFORE && Character.isWhitespace(text.charAt(i))) {
            ends += text.charAt(i) == '\n' ? 1 : 0;
            i++;
        }
        steps += i - at;
        return ends > 0 && !isLower(i);
    }

    private int startOfSentence(int from) {
        int least = Math.max(0, from - BEFORE * 2);
        for (int i = from - 1; i >= least; i--) {
            steps++;
            char c = text.charAt(i);
            if ((c == '.' || c == '!' || c == '?' || c == ':')
                            && i + 1 < from
                            && Character.isWhitespace(text.charAt(i + 1))
                    || c == '\n' && (i == 0 || text.charAt(i - 1) == '\n' || !isLower(i + 1))
                    || c == '\t'
                    || c == '•') {
                int start = i + 1;
                while (start < from && Character.isWhitespace(text.charAt(start))) {
                    start++;
                }
                return start;
            }
        }
        return least == 0 ? skip(0, from) : from;
    }

    private int skip(int at, int most) {
        int start = at;
        while (start < most && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '-')) {
            start++;
        }
        return start;
    }

    private boolean isLower(int at) {
        return at < text.length() && Character.isLowerCase(text.charAt(at));
    }
}
