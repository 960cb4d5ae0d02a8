package no.forankring.extraction;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// A line that names what it tells before it tells it: "Drift: USHT Fjordvik", "Stad og tid  Fjordvik rådhus, 3. mai".
///
/// @param label the words before the colon, the tab or the wide gap
/// @param value where the words after it stand in the text that was given; never blank
record LabeledField(Kind kind, String label, Span value) {

    /// What a label says of the words behind it.
    enum Kind {
        RUN_BY(
                "(?:hvem|kven)\\s+styrer|arrang(?:ert|erast|eres|ør)\\s+(?:sammen|saman)\\s+med|drift(?:ing)?|drift(?:es|a|et|ast)\\s+av|driv(?:es|ast|e|en)\\s+av|arrangør\\p{L}*|arranger(?:es|t|ast|a)\\s+av|(?:hoved|hovud|med)?ansvar(?:lig|leg)?\\p{L}*(?:\\s+(?:for\\s+)?(?:drift\\p{L}*|organisasjon|virksomhet|verksemd|part|instans))?|(?:prosjekt|tiltaks|oppgave)?(?:eier|eigar)(?:skap)?(?:\\s+og\\s+\\p{L}+)?|ledelse|leiing|led(?:es|et)\\s+av|lei(?:ast|a|dd)\\s+av|led(?:er|ere)|leiar|sekretariat\\p{L}*|vert(?:skap|skommune|sorganisasjon)?|koordiner(?:es|ast|ing)(?:\\s+av)?|koordinator|i\\s+regi\\s+av|regi|(?:med)?arrangør(?:er|ar)?|i?\\s*samarbeid\\s+med|samarbeid|sammen\\s+med|saman\\s+med|utført\\s+av|utfør(?:es|ast)\\s+av|utvikl(?:et|a)\\s+av|hvem\\s+(?:driver|leder|har\\s+ansvar\\p{L}*)|kven\\s+(?:driv|leier|har\\s+ansvar\\p{L}*)"),
        TAKES_PART(
                "(?:meldt\\s+)?(?:forfall|fråfall)|fravær(?:ende)?|(?:faste\\s+|andre\\s+|inviterte\\s+|aktuelle\\s+)?(?:delta[kg](?:ere|er|arar|ar|ande|ende|arane|erne|else|ing)|deltek|deltar|deltakerkommuner|deltakarkommunar|deltakande\\s+kommunar|deltakende\\s+kommuner|delt(?:akende|akande)\\s+(?:kommuner|kommunar|virksomheter|verksemder)|medlemer|medlemm?(?:er|ar|ene|ane|skap)?|medlemskommun(?:er|ar)|kommun(?:er|ar|ene|ane)(?:\\s+som\\s+(?:deltar|deltek|er\\s+med))?|(?:er\\s+)?med|(?:hvem|kven)\\s+(?:som\\s+)?(?:er\\s+med|deltar|deltek)|innled(?:er|ere)|innlei(?:ar|arar)|foredragsholder(?:e)?|foredragshaldar(?:ar)?|veileder(?:e)?|rettleiar(?:ar)?|medvirk(?:ende|ning)|medverkande|pilot(?:er|ar)?|pilotkommun(?:er|ar)|team|representert|representasjon|observatør(?:er|ar)?|gjest(?:er)?|samarbeidspart\\p{L}+|partn(?:er|erar|arar|ere)|part(?:er|ar)|sammensetning|samansetning|samansetjing|til\\s+stede|til\\s+stades|bidragsyt(?:ere|arar))"),
        ANCHOR(
                "forankr(?:ing|et\\s+i|a\\s+i)|bygg(?:er|jer)\\s+på|(?:fag(?:lig|leg)\\s+|retts(?:lig|leg)\\s+)?grunnlag|hjem(?:mel|let\\s+i)|heim(?:el|la\\s+i)|grunn(?:gitt|gjeve)\\s+i|begrunnet\\s+i|(?:nasjonal(?:e)?\\s+|sentral(?:e)?\\s+)?føring(?:er|ar)?|styrende\\s+dokument(?:er)?|styrande\\s+dokument|lovgrunnlag|lovverk|rammer?|utgangspunkt|tar\\s+utgangspunkt\\s+i|tek\\s+utgangspunkt\\s+i|kviler\\s+på|hviler\\s+på|basert\\s+på|dokumentgrunnlag"),
        FOLLOWS_UP(
                "(?:nasjonal(?:e)?\\s+)?føring(?:er|ar)?\\s+som\\s+(?:blir\\s+)?følg(?:es|ast|d|t|de)\\s+opp|(?:nasjonal(?:e)?\\s+)?plan\\s+som\\s+(?:blir\\s+)?følg(?:es|ast|d|t)\\s+opp|følg(?:er|jer)\\s+opp|oppfølging\\s+av|svar(?:er|ar)\\s+(?:på|ut)|set(?:t)?(?:er)?\\s+(?:i\\s+verk|ut\\s+i\\s+livet)|gjennomfør(?:er|ing\\s+av)|tema(?:er)?(?:\\s+i\\s+20\\d\\d)?|fag(?:lig|leg)\\s+(?:tema|innhold)|innhold|innhald"),
        CONTRIBUTES("bidrar\\s+til|bidreg\\s+til|støtt(?:er|ar)(?:\\s+opp\\s+under)?|medverkar\\s+til"),
        PLACE(
                "st(?:ed|ad)|hvor|kvar|lokale|møte(?:sted|stad)|(?:tid|dato|når)\\s+og\\s+(?:st(?:ed|ad)|hvor|kvar)|st(?:ed|ad)\\s+og\\s+tid|arena"),
        FOR_WHOM(
                "(?:primær\\s?|hoved|hovud)?målgrupp(?:e|er|a|en|ar)|for|for\\s+(?:hvem|kven)|(?:hvem|kven)\\s+(?:er\\s+)?(?:det|kurset|nettverket|samlinga|samlingen)\\s+(?:er\\s+)?for|passer\\s+for|passar\\s+for"),
        PART_OF("del\\s+av|inngår\\s+i|inngår\\s+som\\s+del\\s+av|nettverk|under\\s+nettverket"),
        TELLS(
                "(?:resultat|status|merknad|kommentar|kontakt\\p{L}*|telefon|e-post|dato|tid|når|frist|varighet|oppstart|periode)\\p{L}*");

        private final Pattern label;

        Kind(String label) {
            this.label = Cues.pattern("(?:" + label + ")");
        }
    }

    private static final Pattern FIELD = Pattern.compile(
            "^\\s{0,40}(?:[•▪◦–-]\\s{1,4})?(\\p{Lu}[\\p{L} /-]{1,44}?(?=\\s{0,3}:\\s|\\s{0,3}\\t|\\s{3,40}\\p{Lu})|\\p{Ll}[\\p{L} ]{1,24}?(?=:\\s))(?:\\s{0,3}:(?=\\s)|\\s{0,3}\\t|\\s{3,40}(?=\\p{Lu}))\\s*");

    /// What a line tells by its label; empty when its label is none that we know, or nothing stands behind it.
    static Optional<LabeledField> of(String line) {
        Matcher field = FIELD.matcher(line);
        if (!field.find()) {
            return Optional.empty();
        }
        Span value = Sentences.trim(line, field.end(), line.length());
        String label = field.group(1).strip();
        return value.length() == 0 ? Optional.empty() : kind(label).map(kind -> new LabeledField(kind, label, value));
    }

    /// The label in a cell of its own.
    static Optional<Kind> kind(String label) {
        String words = label.strip().replaceFirst("\\s*:$", "");
        for (Kind kind : Kind.values()) {
            if (kind.label.matcher(words).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
