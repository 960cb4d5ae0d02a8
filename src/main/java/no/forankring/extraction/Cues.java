package no.forankring.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.forankring.extraction.Relation.Strength;

/// The words that say how things are tied, in bokmål and nynorsk.
final class Cues {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern CAPITAL = Pattern.compile("\\\\p\\{L[ul]\\}(?![^\\[\\]]*\\])");

    private static final Pattern ENDLESS =
            Pattern.compile("(\\\\s|\\\\p\\{L\\}|\\[(?:\\\\p\\{L\\}|\\\\d|\\\\s|[(–-])+\\])([*+]|\\{(\\d),\\})");
    private static final int LONGEST_RUN = 60;

    static final String NUMBERING = "^(?:\\d+(?:\\.\\d{1,3}){0,6}\\.?\\s+|[a-zæøå]\\)\\s+)?";

    /// "Nettverket er forankret i følgende styrende dokumenter", "Strategien bygger på følgende styrende dokumenter:".
    static final Pattern ANCHOR_LIST = pattern(
            "\\bforankr(?:et|a|ing)\\s+i\\b|\\bsty(?:rende|rande)\\s+dokument|\\bbygg(?:er|jer)\\s+(?:\\p{L}+\\s+)?på\\b|\\bgrunnlag(?:et)?\\s+(?:for\\s+[^:.]{3,60}\\s+)?(?:er|finn\\p{L}*\\s+i)\\s*:|\\b(?:hviler|kviler)\\s+(?:\\p{L}+\\s+)?på\\b|\\blent\\s+oss\\s+på\\b|\\bstøtt(?:er|ar)\\s+seg\\s+(?:på|til)\\b|\\btufta\\s+på\\b|\\blesast\\s+i\\s+samanheng\\s+med\\b|\\bleses\\s+sammen\\s+med\\b|\\b(?:svarar|svarer)\\s+på\\s*:|\\bfølg(?:er|jer)\\s+(?:opp\\s+)?(?:av\\s+)?(?:disse|desse|følgende|følgjande)\\b|\\bmed\\s+utgangspunkt\\s+i\\b|\\bgrunnlag\\s+i\\b|\\bhjeml(?:et|a)\\s+i\\b|\\bheiml(?:et|a)\\s+i\\b|\\bligg(?:er)?\\s+til\\s+grunn\\b|\\bsees?\\s+i\\s+sammenheng\\s+med\\b|\\b(?:følgende|disse|desse|følgjande|sentrale|viktigste|viktige|relevante)\\s+(?:\\p{L}+\\s+){0,2}(?:føring(?:er|ar|ane)|planer|planar|lover|lovverk|dokument\\p{L}*|melding(?:ene|ane))\\b|\\bdokument(?:er|a|ene)?\\s+som\\s+(?:har|er)\\b|\\bbyg(?:gd|d|t|get)\\s+på\\b");
    /// The same in a line that no heading style marks; "Styrende dokument" alone may be a column's name.
    static final Pattern ANCHOR_LINE = pattern(
            "\\bforankr(?:et|a)\\s+i\\b|\\b(?:følgende|disse|desse|følgjande)\\s+sty(?:rende|rande)\\s+dokument");
    /// Headings that often stand above such a list: "Nasjonale føringer", "Rammer og føringer", "Forankring".
    static final Pattern ANCHOR_HEADING = pattern(
            NUMBERING
                    + "(?:(?:sentrale|nasjonale|statlige|statlege|overordn(?:ede|a)|lokale|kommunale|regionale|aktuelle|eksterne|politiske|faglige|faglege|rettslige|rettslege|viktige|andre)\\s+(?:og\\s+(?:lokale|kommunale|regionale|nasjonale|faglige|faglege)\\s+)?)?(?:rammer\\s+og\\s+|lov(?:er|verk)?\\s+(?:og|,)\\s+|mål\\s+og\\s+|planer\\s+og\\s+|planar\\s+og\\s+)?(?:føring(?:er|ar|ane|ene)|forankring|lovgrunnlag|lovverk|lovgjeving|lovgivning|regelverk|rammeverk|rammer|rammevilkår|lover(?=\\s|$)|rettslig\\s+grunnlag|rettsleg\\s+grunnlag|hjemmel(?:sgrunnlag)?|heimel(?:sgrunnlag)?|strategi(?:er|ar)$|sty(?:rende|rande)\\s+dokument|grunnlagsdokument|styringsdokument|styringsgrunnlag|plangrunnlag|faggrunnlag|grunnlag(?:et)?(?:\\s+for\\s+.{3,40})?$)|^(?:\\d+(?:\\.\\d{1,3}){0,6}\\.?\\s+)?(?:kva|hva|dette|det)\\s+[\\p{L} ]{2,40}?\\s(?:bygg(?:er|jer)|kviler|hviler|er\\s+forankr[ea]t?|støttar|støtter|er\\s+tufta)(?:\\s+seg)?\\s+(?:på|i)\\b");
    /// "Satsningsområdene for 2022 var:" above what the owner aims at.
    static final Pattern FOCUS_LIST = pattern(
            NUMBERING
                    + "(?:(?:våre|nasjonale|strategiske|prioriterte|kommunens|valgte|fem|seks|sju|syv|fire|tre)\\s+){0,2}(?:satsn?ings|innsats|fokus|utviklings)område(?:r|ne|ne?)?\\b");
    static final Pattern FOCUS_HEADING = pattern(
            NUMBERING
                    + "(?:satsn?ings|innsats|fokus|utviklings)område\\s*(?:nr\\.?\\s*)?(?:\\d+|(?-i:\\p{Lu}))\\s*[:.–-]\\s*(?=\\S)");

    /// In a sentence: "bygger på Demensplan 2020", "er forankra i Meld. St. 24 (2022–2023)".
    static final Pattern ANCHORED = pattern(
            "\\b(?:skal|vil|må)\\s+(?:\\p{L}+\\s+)?bygg(?:e|je)\\s+(?:\\p{L}+\\s+)?på\\b|\\btuft(?:et|a)\\s+på\\b|\\bbyg(?:d|gd|get)\\s+(?:opp\\s+)?(?:på|rundt|omkring)\\b|\\bhentar?\\s+(?:\\p{L}+\\s+){1,3}(?:fra|frå)\\b|\\bhenter\\s+(?:\\p{L}+\\s+){1,3}(?:fra|frå)\\b|\\bføre(?:s|ast)\\s+(?:attende|tilbake)\\s+til\\b|\\bdirekte\\s+utslag\\s+av\\b|\\bbyrja\\s+som\\s+følgje\\s+av\\b|\\b(?:lagd|lagt|laget)\\s+opp\\s+etter\\b|\\bgrunnlag(?:et)?\\s+(?:for\\s+(?:\\p{L}+\\s+){1,5})?er\\b|\\b(?:det\\s+)?(?:regionale|lokale|faglige|faglege|rettslige|rettslege|nasjonale)\\s+grunnlaget\\s+er\\b|\\bspringer\\s+\\p{L}+\\s+ut\\s+av\\b|\\bsprang\\s+ut\\s+av\\b|\\bset(?:ter|t)?\\s+i\\s+samband\\s+med\\b|\\bforankr(?:et|a|ing|er|ar)\\s+i\\b|\\bbyg(?:ger|gjer|de|d|get|gde|t)\\s+(?:\\p{L}+\\s+)?(?:på|opp\\s+(?:etter|kring|rundt))\\b|\\btufta\\s+på\\b|\\bnedfelt\\s+i\\b|\\bfølg(?:er|jer)\\s+(?:\\p{L}+\\s+)?av\\b|\\bsom\\s+(?:en|ei)\\s+følg[je]+\\s+av\\b|\\butspring\\s+i\\b|\\bgrunnlag(?:et)?\\s+i\\b|\\b(?:driver|driv|arbeider|arbeidar)\\s+etter\\b|\\bsamordn(?:et|a)\\s+med\\b|\\bknytt(?:et)?\\s+til\\b|\\bplikt(?:en|a)\\s+til\\b.{0,40}\\bfølg(?:er|jer)\\b|\\bstyrt\\s+av\\b|\\bmed\\s+(?:utgangspunkt|grunnlag|bakgrunn|hjemmel|heimel|forankring)\\s+i\\b|\\bpå\\s+grunnlag\\s+av\\b|\\bmed\\s+bakgrunn\\s+i\\b|\\bbegrunn(?:et|a)\\s+i\\b|\\bgrunng(?:itt|jeve)\\s+i\\b|\\bbyg(?:d|get|gd)\\s+opp\\s+(?:etter|kring|rundt)\\b|\\b(?:lener|støttar|støtter)\\s+(?:vi|oss|seg)\\s+(?:oss\\s+)?(?:på|til)\\b|^\\p{L}*grunnlag(?:et)?\\s+(?:for\\s+[^,.]{3,60}\\s+)?(?:er|ligg(?:er)?\\s+i|finn\\p{L}*\\s+i)\\b|\\bfinansiert\\s+(?:med|gjennom)\\b|\\b(?:er|var|blir)\\s+(?:basert|tufta)\\s+på\\b|\\b[Bb]asert\\s+på\\b|\\bhvil(?:er|te)\\s+på\\b|\\bkvil(?:er|te)\\s+på\\b|\\bi\\s+(?:tråd|samsvar|henhold|høve)\\s+(?:med|til)\\b|\\bhjeml(?:et|a)\\s+i\\b|\\bheiml(?:et|a)\\s+i\\b|\\bregulert\\s+(?:i|av|gjennom)\\b|\\bsees?\\s+i\\s+samanheng\\s+med\\b|\\bsees?\\s+i\\s+sammenheng\\s+med\\b|\\bspringer\\s+ut\\s+(?:av|fra|frå)\\b|\\bsprunget\\s+ut\\s+av\\b|\\butgangspunkt\\s+i\\b|\\bstøtter\\s+seg\\s+(?:på|til)\\b|\\btar\\s+utgangspunkt\\s+i\\b|\\b(?:opprettet|etablert|oppretta)\\s+(?:som\\s+(?:en\\s+|ein\\s+)?(?:følge|følgje|del)\\s+av|etter|i\\s+forbindelse\\s+med)\\b");
    /// Ties only what stands close behind: "jf. helse- og omsorgstjenesteloven", "rettet mot reformen".
    static final Pattern ANCHORED_NEAR = pattern(
            "\\brett(?:et|a)\\s+(?:\\p{L}+\\s+)?mot\\b|\\bjf(?:r)?\\b\\.?|\\bjamfør\\b|\\bunder\\b|\\bdel\\s+av\\b|\\better(?=\\s+(?:\\p{L}+\\s+)?(?:§|\\p{L}*lov))|\\bover(?=\\s)|\\bgjennom\\b");
    /// Stands after what is rested on: "ligger til grunn for arbeidet".
    static final Pattern GROUND_OF = pattern(
            "\\bsom\\s+(?:\\p{L}+\\s+)?(?:bakteppe|overbygning|overbygnad|grunnlag|ramme|utgangspunkt|basis|fundament|grunnmur)\\b|\\b(?:begrunnelsen|grunngivinga|grunngjevinga|heimelen|hjemmelen|fundamentet|grunnmuren|basis|basisen|bakgrunnen|opphavet|rammen|ramma|grunnlaget|utgangspunktet)\\s+(?:for|til)\\b|\\b(?:springer|spring|sprang)\\s+(?:\\p{L}+\\s+){0,2}ut\\s+(?:av|fra|frå)(?=\\s*[.,;]|$)|\\b(?:bygger|byggjer|bygde|hviler|kviler|viler)\\s+(?:\\p{L}+\\s+){0,3}på(?=\\s*[.,;]|$)|\\b(?:arbeider|arbeidar|jobber|styrer|styrt|styrte)\\s+(?:\\p{L}+\\s+){0,2}(?:ut\\s+fra|ut\\s+frå|etter)(?=\\s*[.,;]|$)|\\bgir\\s+(?:\\p{L}+\\s+)?retning(?:en)?\\b|\\bbinder\\s+(?:\\p{L}+\\s+)?sammen\\b|\\bdanner\\s+basis\\b|\\bligg(?:er|j)?\\s+til\\s+grunn\\b|\\b(?:la|legger|legg|leggjast|legges|leggjer)\\s+(?:\\p{L}+\\s+){0,3}?til\\s+grunn\\b|(?<=\\s)til\\s+grunn\\b|\\brettesnor|\\bkrev(?:er|jar)?\\s+at\\b|\\bgjeld(?:er)?\\s+for\\b|\\ber\\s+(?:\\p{L}+\\s+)?(?:grunnlag(?:et)?|ramm(?:e|a|en|er|ene)|utgangspunkt(?:et)?|førende|førande|styrende|styrande)\\b|\\bgir\\s+(?:føringer|rammer|rammen)\\b|\\bgjev\\s+(?:føringar|rammer)\\b|\\bdanner\\s+(?:grunnlag|ramme|bakteppe)\\p{L}*\\b|\\bdannar\\s+(?:grunnlag|ramme|bakteppe)\\p{L}*\\b|\\bsette?r\\s+(?:mål|krav|ramme[nr]?)\\b|\\bstiller\\s+krav\\b|\\bpålegg(?:er|j)\\b|\\bforplikt(?:er|ar)\\b");
    /// "følger opp", "implementering av", "bidrar til å nå målene i".
    static final Pattern FULFILS = pattern(
            "\\bgj(?:øre|ere|ør|er|orde|ort)\\s+(?=.{3,140}\\bkjen(?:d|t|de|te)\\b)|\\b(?:eit|et)\\s+tiltak\\s+i\\b|\\b(?:som\\s+)?ledd\\s+i\\s+(?:oppfølging\\p{L}*\\s+av\\b|å\\b)?|\\bsom\\s+(?:en\\s+|ein\\s+)?del\\s+av\\s+(?:arbeidet|oppfølg\\p{L}+|gjennomfør\\p{L}+|satsn?ing\\p{L}*)\\s+(?:med|av)\\b|\\b(?:konkretiser|omset|omsetter|formidl|understøtt|innfri|fremm|fremj)(?:er|ar|e|a|te)?\\b|\\bset(?:t|te|je|ter|ja)?\\s+(?=.{3,140}\\but\\s+i\\s+livet\\b)|\\binn\\s+i\\s+(?=[Nn]asjonalt)|\\bdel\\s+av\\s+gjennomføring(?:a|en)\\s+av\\b|\\breiskap\\s+for\\s+å\\b|\\bredskap\\s+for\\s+å\\b|\\bsvare\\s+(?:\\p{L}+\\s+)?på\\b|\\bstøtt(?:er|ar)\\s+(?:\\p{L}+\\s+)?opp\\s+under\\b|\\bsett?(?:e|er)?\\s+i\\s+verk\\b|\\b(?:et|eit)\\s+ledd\\s+i\\b|\\bføl(?:ger|gjer|ge|gje|gde|gjande|gende)\\s+(?:\\p{L}+\\s+){0,2}?opp\\b|\\bfulgte?\\s+(?:\\p{L}+\\s+)?opp\\b|\\boppfølging(?:en|a)?\\s+av\\b|\\bimplementer\\p{L}*|\\biverksett\\p{L}*|\\binnfør(?:e|er|ing\\s+av|te|t|ingen\\s+av|inga\\s+av)\\b|\\bbidr\\p{L}+\\s+til\\s+å\\s+(?:nå|oppfylle|gjennomføre|realisere|sette)\\b|\\bgjennomfør(?:er|e|ing(?:en|a)?\\s+av)\\b|\\boperasjonaliser\\p{L}*|\\brealiser(?:er|e|ing\\s+av)\\b|\\bsvar(?:a|et|ene)?\\s+(?:\\p{L}+\\s+)?på\\b|\\bbidrag(?:et)?\\s+(?:\\p{L}+\\s+){0,2}til\\b|\\bsett(?:er|e)?\\s+i\\s+verk\\b|\\bset\\s+i\\s+verk\\b|\\bgjennomføring(?:en|a)\\s+av\\b|\\bvidereføre[rs]?\\b|\\bvidarefører\\b|\\bføre\\s+vidare\\b|\\bmedverke\\s+til\\b|\\bgjere\\s+(?:\\p{L}+\\s+)?kjen(?:d|t|de)\\b|\\bkjen[dt](?:e)?\\s+med\\b|\\boppfyll(?:er|e|ing\\s+av)\\b|\\bsett(?:er|e)\\s+(?:\\p{L}+\\s+){0,3}ut\\s+i\\s+livet\\b|\\btar?\\s+i\\s+bruk\\b|\\btatt\\s+i\\s+bruk\\b|\\bsvar(?:er|ar)?\\s+(?:opp\\s+)?på\\b|\\b(?:arbeid|jobb)(?:er|et|e|ar|a)?\\s+(?:\\p{L}+\\s+){0,3}med\\b|\\bsatsinga?\\s+på\\b|\\bskolering\\s+i\\b|\\bopplæring\\s+i\\b|\\bkurs\\s+i\\b|\\bundervisning\\s+i\\b|\\bspre(?:r|dd|dde|dning(?:en|a)?\\s+av)?\\b|\\bgjør(?:e|er|ing\\s+av)?\\s+kjent\\b|\\binformer(?:er|t|te|e|ar|a)\\s+om\\b|\\butprøving\\s+av\\b");
    /// "vårt bidrag til Kompetanseløft 2025", "støtter opp om", "hjelper kommunene med å nå målene i".
    static final Pattern HELPS_ON = pattern(
            "\\b(?:bidrag(?:et)?|tilskudd(?:et)?|tilskot(?:et)?)\\s+(?:\\p{L}+\\s+){0,2}?til\\s+(?!å\\s)(?:gjennomføring(?:en|a)?\\s+av\\s+)?|\\bbidr(?:a|ar|eg|o|og)\\s+til\\s+(?!å\\s+(?!nå\\s))(?:at\\s+|gjennomføring(?:en|a)?\\s+av\\s+|(?:å\\s+nå\\s+)?mål(?:et|ene|a)?\\s+i\\s+|å\\s+nå\\s+)?|\\bmedverk(?:e|ar)\\s+til\\s+(?:at\\s+)?|\\bstøtt(?:e|er|ar)\\s+(?:\\p{L}+\\s+)?opp\\s+(?:om|under)\\b|\\bstøtt(?:e|er|ar)\\s+(?:\\p{L}+\\s+){0,2}i\\s+gjennomføring(?:en|a)\\s+av\\b|\\bhjelp(?:e|er)\\s+(?:\\p{L}+\\s+){0,3}å\\s+nå\\s+mål(?:et|ene|a)\\s+i\\b|\\b(?:lagar|lager)\\s+bru\\s+til\\b");
    /// Stands after what is followed up: "følges opp gjennom", "er implementert".
    static final Pattern FULFILLED_BY = pattern(
            "\\bfølg(?:es|jast|jes)\\s+opp\\b|\\b(?:er|ble|blei|vart|blir)\\s+(?:\\p{L}+\\s+)?(?:fulgt|følgd|følgt)\\s+opp\\b|\\b(?:er|ble|blei|vart|blir|skal)\\s+(?:\\p{L}+\\s+)?implementer(?:t|es|ast)\\b|\\bivaretas\\b|\\b(?:er|ble|blei|vart)\\s+(?:\\p{L}+\\s+)?(?:innført|tatt\\s+i\\s+bruk)\\b");
    /// The document is what the gathering was about: "var tema på alle tre".
    static final Pattern THEME = pattern(
            "\\bdreid(?:de|d)?\\s+seg\\s+om\\b|\\bdreier\\s+seg\\s+om\\b|\\bhandl(?:er|ar|e)\\s+om\\b|\\bsett?\\s+(?:\\p{L}+\\s+)?på\\s+dagsorden\\b|\\p{L}*tema(?:et|ene|a|er)?\\b|\\brød\\s+tråd\\b|\\braud\\s+tråd\\b|\\bpå\\s+dagsorden\\b|\\bhandle[tr]?\\s+om\\b|\\bomhandl(?:et|er|a|ar)\\b|\\btok\\s+(?:\\p{L}+\\s+)?opp\\b|\\bgjennomgå(?:tt|r|ing\\s+av)\\b|\\bgjekk\\s+gjennom\\b|\\bgikk\\s+gjennom\\b|\\binnlegg\\s+om\\b|\\bforedrag\\s+om\\b|\\bsnakke[rt]?\\s+om\\b|\\bpresenter(?:t|te|er|ert|a|ar)\\b|\\bgjekk(?:\\s+vi)?\\s+gjennom\\b|\\bhandla\\s+(?:mest\\s+)?om\\b|\\bveiledning\\s+i\\b|\\brettleiing\\s+i\\b|\\bgjennomgang\\s+av\\b|\\binnføring\\s+i\\b|\\blærer?\\s+om\\b|\\bpresentasjon(?:er|ar)?\\s+av\\b|\\borienter(?:te|t|ing)\\s+om\\b|\\bundervisning\\s+om\\b|\\bfokus\\s+på\\b|\\bsøkelys\\s+på\\b|\\bblikk\\s+på\\b|\\bdiskutert(?:e)?\\b|\\bdrøfta\\b|\\bdrøftet\\b|\\bworkshop\\s+om\\b|\\bdialog\\s+om\\b");
    /// What comes after these replaces what was named, and is no ground for it: "som er avløst av".
    static final Pattern SUPERSEDED_BY = pattern(
            "\\b(?:erstatt(?:er|ar|et|a)|avløys(?:er|te)|avløs(?:er|te)|overtar\\s+for|tar\\s+over\\s+for)\\b|\\bforvekslast?\\s+med\\b|\\bforveksles\\s+med\\b|\\bsammenlignet\\s+med\\b|\\bsamanlikna\\s+med\\b|\\b(?:avløst|avløyst|erstattet|erstatta|etterfulgt|etterfølgd)\\s+av\\b|\\b(?:vil|skal)\\s+(?:avløse|erstatte|avløyse)\\b|\\bblir\\s+(?:avløst|erstattet)\\b");

    /// What an earlier mandate or plan rested on is no ground for this one.
    static final Pattern EARLIER =
            pattern("\\b(?:forrige|førre|gamle|tidligere|tidlegare)\\s+(?:mandat|plan|strategi|avtale|vedtekt)\\p{L}*");

    private static final String GOAL_NOUN =
            "(?:hoved|hovud|del|effekt|resultat|prosjekt|lærings|kvalitets|utviklings|årets\\s+|overordn(?:et|ede|a)\\s+|strategiske?\\s+|konkrete\\s+|våre\\s+)?(?:mål(?:et|a|ene)?|formål(?:et)?|føremål(?:et)?|målsetting(?:er|ar|en|a)?|målsetning(?:er|en)?|læringsutbytte|læringsmål|hensikt(?:en)?|siktemål(?:et)?|visjon(?:en)?)";
    static final Pattern GOAL_HEADING =
            pattern(NUMBERING + GOAL_NOUN + "(?!\\p{L})(?!\\s*(?:\\d|og\\s+(?:tiltak|resultat)\\s+for|grupp))");
    static final Pattern GOAL_NUMBERED = pattern(
            "(?m)" + NUMBERING
                    + "(?:hoved|hovud|del)?mål\\s*(?:\\p{Lu}(?=\\s*[:.])|\\p{Lu}?\\d+)(?:\\.\\d{1,3}){0,6}(?:\\s*[:.–-]\\s*|\\s+)(?=\\p{Lu})");
    static final Pattern GOAL_LEAD =
            pattern("^" + GOAL_NOUN + "(?:\\s+(?:med|for|i)\\s+[^:.]{1,80}|\\s+(?:er|var))?\\s*:");
    /// "Nettverket skal", "Prosjektet har tre mål:" above a list of goals.
    static final Pattern GOALS_FOLLOW = pattern(
            "^(?:[\\p{L}-]*nettverket|[\\p{L}-]*prosjektet|samling(?:ene|ane)|kurset|programmet)\\s+(?:skal(?:\\s+(?:arbeide|jobbe|bidra|medverke)\\s+(?:for|til))?(?:\\s+(?:at|å))?|har\\s+(?:\\p{L}+\\s+){0,2}\\p{L}*mål(?:\\s+om)?(?:\\s+(?:at|å))?)\\s*:?$");
    static final Pattern GOAL_SENTENCE = pattern("\\bskal\\b|\\ber\\s+å\\b|\\ber\\s+at\\b|\\bbidra\\b");
    /// "Formålet med kurset er å …", "Prosjektet hadde som overordnet mål å …", "Målet er at …".
    static final Pattern PURPOSE = pattern(
            "(?:(?<!\\p{L})(?:hoved|hovud|del|over\\p{L}*\\s+)?(?:formål|føremål|mål|målsetting|målsetning|hensikt|siktemål)(?:et|en|a)?(?:\\s+(?:med|for|i)\\s+([^.,:]{2,90}?))?\\s+(?:er|var|har\\s+vært|har\\s+vore)\\s+(?:å|at|blant\\s+annet\\s+å)\\s+"
                    + "|(?<!\\p{L})(?:har|hadde|har\\s+hatt)\\s+(?:som|til)\\s+(?:\\p{L}+\\s+)?(?:hoved|hovud)?(?:mål|formål|føremål|målsetting|hensikt)\\s+(?:om\\s+)?(?:å|at)\\s+"
                    + "|^(?:målet|formålet|føremålet)\\s+er\\s+(?=(?!nådd|å\\s|at\\s|oppnådd|satt|sett|ikke|ikkje|delvis|i\\s|på\\s)(?-i:\\p{Ll}))"
                    + "|(?<!\\p{L})(?:har|hadde)\\s+(?:et\\s+|eit\\s+)?mål\\s+om\\s+(?:å\\s+|at\\s+)?)(?=\\p{L})");
    static final Pattern CONTRIBUTES = pattern("\\bskal\\s+bidra\\s+til\\s+(?:å\\s+)?(?=\\p{L})");
    /// Where the part of a sentence that tells a goal ends.
    static final Pattern GOAL_END = pattern(
            "[.;!?](?=\\s|$)|\\s+(?:slik\\s+at|ved\\s+å|ved\\s+hjelp\\s+av|gjennom\\s+å)\\s|,\\s*(?:hvilke|kva\\s|men\\s|slik\\s|samt\\s+å|noe\\s+som|initiert|finansiert)");
    static final Pattern TARGET_HEADING = pattern(NUMBERING + "(?:primær|hoved|hovud)?målgrupp(?:e|er|a|ar|en|ene)\\b");
    static final Pattern TARGET_LEAD = pattern("^(?:primær|hoved|hovud)?målgrupp(?:en|e|a|er|ene)?\\s*:");
    /// "Målgruppen er …", "Nettverket retter seg mot …".
    static final Pattern TARGETS = pattern(
            "\\b(?:rett?a|rettet)\\s+mot\\s+(?=\\p{L})|\\b(?:vend(?:er|te)|rett(?:er|ar|et|a))\\s+seg\\s+(?:\\p{L}+\\s+)?(?:til|mot)\\s+(?=\\p{L})|^for\\s+(?=(?:alle\\s|ansatte|tilsette|ledere|leiarar|\\p{L}+(?:pleiere|leger|pleiarar|legar|ledere|leiarar|arbeidere|arbeidarar|kontakter|kontaktar|pårørende|pårørande)))|(?<=[\\p{L}»]\\s)er\\s+for\\s+(?=(?:alle\\s|dei?\\s|ansatte|tilsette|\\p{L}+(?:ere|arar|ar|er|ande|ende)\\b))|\\blag(?:et|a|d)\\s+for\\s+(?=\\p{L})|\\b(?:er|var)\\s+ret(?:ta|tet)\\s+mot\\s+(?=\\p{L})|\\b(?:[Nn]ettverket|[Kk]urset|[Ss]amlingen|[Ll]æringsnettverket|[Tt]ilbudet|[Pp]rosjektet)\\s+er\\s+for\\s+(?=\\p{L})|\\bmedlem(?:mene|ene)\\s+er\\s+(?=\\p{Ll})|\\bmålgrupp(?:en|a|ene|e)(?:\\s+(?:for|til)\\s+[^.,:]{2,60}?)?\\s+(?:er|var|omfatter|omfattar)\\s+(?=\\p{L})|\\b(?:retter|rettet|retta|rettar)\\s+seg\\s+mot\\s+(?=\\p{L})|\\b(?:er|var)\\s+(?:åpent|åpen|ope|open|beregnet|tenkt)\\s+for\\s+(?=\\p{L})|\\bnettverket\\s+er\\s+for\\s+(?=\\p{L})");

    /// Above a list of those who belong: "Medlemmer", "Kven er med", "Deltakerkommuner".
    static final Pattern MEMBER_HEADING = pattern(
            NUMBERING
                    + "(?:medlemm?(?:er|ar|ene|ane)?|delta[kg]\\p{L}+|(?:kven|hvem)\\s+(?:som\\s+)?(?:er\\s+med|deltar|deltek|sitter|sit)(?:\\s+i)?.{0,40}|samarbeidspart\\p{L}+|sammensetning|samansetjing|samansetning|(?:disse|desse)\\s+(?:kommunene|kommunane|er\\s+med)|(?:kommuner|kommunar|kommunene|kommunane)(?:\\s+som\\s+(?:er\\s+med|deltar|deltek)|\\s+i\\s+nettverket)|representasjon)(?:\\s+i\\s+[^:]{3,60})?\\s*:?$");

    /// "Nettverket består av to representanter fra hver av kommunene:" above those who belong.
    static final Pattern MEMBERS_FOLLOW = pattern(
            "(?:\\bbestår\\s|\\bsammensatt\\s|\\bsett\\s+saman\\s|\\bdelta(?:r|kere|karar|kande|kende)\\b|\\bdeltek\\b|\\bdeltok\\b|\\bmed\\s*:$|\\bmed\\s+i\\s|\\bmøter\\b|\\bmedlemm?(?:er|ar|ene|ane)?\\b|\\bmedlemer\\b|\\brepresent|\\bkommun(?:ene|ane|er|ar)(?:\\s+er)?\\s*:$|\\bfølgende\\s+kommun|\\bfølgjande\\s+kommun|\\bdesse\\s+kommun|\\bdisse\\s+kommun|\\bteam\\s+(?:fra|frå)\\b)[^.]{0,120}:$");

    /// What an organization does when it runs a thing.
    static final Pattern RUN_BY = pattern(
            "\\b(?:sekretariat(?:et|ansvaret)?|ansvar(?:et)?|ledelse(?:n)?|leiinga|driften|drifta|vertskapet|koordineringen|koordineringa|ledervervet|leiarvervet)\\s+(?:for\\s+(?:\\p{L}+\\s+){1,3})?(?:ligger|ligg|er\\s+lagt|er\\s+lagd|er|hører|høyrer|legges|leggast|sitter|sit)\\s+(?:\\p{L}+\\s+){0,2}?(?:til|hos|i|ved|under|på)\\b|\\b(?:hører|høyrer|hørte|høyrde)\\s+(?:\\p{L}+\\s+){0,2}?(?:til|heime|hjemme)\\s+hos\\b|\\bi\\s+fellesskap\\s+(?:med|mellom)\\b|\\b(?:gjerast|gjøres|gjennomføres|gjennomførast|utføres|utførast|lages|lagast|gjort|gjord|gjerast|laget|laga|utført|skrevet|skrive|tilbys|tilbydast|holdes|haldast|haldne|halden|fasiliteres|fasiliterast|administreres|administrerast|startet|starta|eigd|eigast|sette?s?\\s+opp)\\s+(?:\\p{L}+\\s+){0,3}?av\\b|\\b(?:drives|drivast|drive|drevet|driven|arrangeres|arrangerast|arrangert|arrangera|ledes|leiast|holdes|haldast|gjennomføres|gjennomførast|utviklet|utvikla)\\s+(?:(?!av\\b)(?-i:\\p{Ll})\\p{L}*\\s+){0,3}?(?:sammen|saman|i\\s+lag)\\s+med\\b|\\b(?:vert|blir|bli)\\s+(?:\\p{L}+\\s+)?(?:drive|leidd|leia|skipa)\\s+(?:av|saman\\s+med)\\b|\\b(?:drive|arrangert)\\s+(?:saman|sammen)\\s+med\\b|\\barrangeres\\s+sammen\\s+med\\b|\\bgj(?:øres|ort|erast)\\s+(?:i\\s+20\\d\\d\\s+)?av\\b|\\bført\\s+vid(?:ere|are)\\s+av\\b|\\beid\\s+av\\b|\\bdrevet\\s+av\\b|\\bskal\\s+gj(?:øres|erast)\\s+av\\b|\\bgjennomgås\\s+av\\b|\\b(?:ledes|ledet|leies|leidd)\\s+(?:fra|frå)\\b|\\b(?:arrangeres|arrangerast|arrangert|arrangera|styres|utviklet|utvikla|driven|drivne|skipa\\s+til|driftes|driftet|drifta|drives|drivast|drivne|drevet|drive|ledes|ledet|leia|leies|koordineres|koordinert|koordinera|koordinerast|organiseres|organisert|eies|initiert|etablert|gjennomført|holdt|avholdt|opprettet|oppretta)\\s+(?:\\p{L}+\\s+){0,2}?av\\b|\\bi\\s+regi\\s+av\\b|\\bi\\s+samarbe(?:id|ide)\\s+(?:med|mellom)\\b|\\bsamarbeid\\s+med\\b|(?:\\bi\\s+lag|\\bsammen|\\bsaman)\\s+med\\b|\\b(?:et|eit)\\s+(?:\\p{L}+\\s+){0,2}samarbeid\\s+mellom\\b|\\b(?:arrangør|ansvarlig|ansvarleg|eier|eigar|prosjekteier|vertskap|medarrangør)(?:er|ar)?\\s*(?::|er\\b|var\\b)|\\bsamarbeidsprosjekt\\s+mellom\\b");
    static final Pattern RUNS = pattern(
            "\\bovertar\\s+(?:som\\s+(?:vert|sekretariat|leder)|ledelsen|ansvaret|driften)|\\bovertek\\b|\\b(?:har\\s+)?(?:teke|tatt|tok|tek|tar)\\s+over\\s+(?:leiinga|ledelsen|ansvaret|som|drifta|driften)|\\bsamordn(?:er|ar)\\b|\\b(?:deler|deler)\\s+på\\s+(?:ledelsen|leiinga|ansvaret)|\\bdrifter\\b|\\bhar\\s+(?=vi\\s+(?:selv|sjølv|sjølve|selve)?\\s*(?:startet|starta|laget|laga|etablert|oppretta|opprettet|bygd|utviklet|utvikla|ansvar))|\\bstarter\\b|\\bstartar\\b|\\bopprettet\\b|\\bopprettar\\b|\\bskal\\s+(?:lage|starte|opprette|arrangere|halde|holde|gjennomføre|skipe|drive|lede|leie|evaluere)\\b|\\bgjennomfører\\b|\\btilbyr\\b|\\btilbyd\\b|\\bvar\\s+vert(?:skap)?\\b|\\ber\\s+vert(?:skap)?\\b|\\ber\\s+ansvarlig\\b|\\ber\\s+ansvarleg\\b|\\bfører\\s+vid(?:ere|are)\\b|\\b(?:har|er)\\s+sekretariat(?:et)?\\b|\\bsom\\s+sekretariat\\b|\\b(?:startet|starta|starte)\\s+(?:et|eit|opp)\\b|\\bskipe\\s+(?:til\\s+)?|\\b(?:halde|holde|arrangere|prioritere|lede|leie|drive|drifte)\\s+(?=(?:et|eit|en|ein|ei|to|tre|fire)\\b)|\\bsett\\s+i\\s+gang\\b|\\bprøvde\\b|\\btok\\s+initiativ\\s+til\\b|\\bsteller\\s+for\\b|\\bskipar\\s+til\\b|\\ber\\s+vertskommune\\b|\\b(?:har|hadde)\\s+(?:\\p{L}+\\s+){0,3}?ansvaret?\\b|\\bhar\\s+(?:\\p{L}+\\s+)?(?:laget|laga|utviklet|utvikla)\\b|\\bskipar\\b|\\bfølgjeevaluerer\\b|\\bstår\\s+bak\\b|\\bheldt\\b|\\b(?:har\\s+)?(?:ledet|leda)\\b|\\b(?:lagde|laget)\\b|\\b(?:har|hadde|har\\s+hatt)\\s+(?:\\S+\\s+){0,4}?\\p{L}*ansvar(?:et)?\\b|\\b(?:leder|ledet|leidde|leier|leiar|drifter|driftet|drifta|driv|driver|drev|arrangerer|arrangerte|arrangert|arrangerar|koordinerer|koordinerte|koordinerar|inviterer|inviterte|organiserer|organiserte|holder|holdt|heldt|avholdt|avholder|gjennomførte|gjennomfører|fasiliterte|fasiliterer|etablerte|startet\\s+opp|starte\\s+opp|eier|eig)\\b|\\bsamarbeid(?:et|er|de|a)\\s+(?:\\p{L}+\\s+){0,3}?om\\b|\\b(?:står|stod|sto)\\s+(?:\\p{L}+\\s+)?(?:for|bak)\\b|\\bhar\\s+(?:et|eit)\\s+(?=nettverk)");
    static final Pattern TAKES_PART = pattern(
            "\\bhar\\s+(?:flest|fleire|flere|faste)\\s+medlemm?(?:er|ar)\\b|\\ber\\s+i\\s+mål\\s+med\\b|\\bunderviser\\b|\\bunderviste\\b|\\båpnet\\s+dagen\\b|\\bopna\\s+dagen\\b|\\bdelte\\b(?=.{0,60}erfaring)|\\b(?:gjekk|gikk)\\b(?=.{2,120}\\bgjennom\\s+(?:korleis|hvordan|tall|tal))|\\b(?:er|var)\\s+(?:\\p{L}+\\s+)?(?:partner(?:e|ar)?|partnarar|påmeldt?|i\\s+gang|fast\\s+medlem|faste\\s+medlemm?(?:er|ar))\\b|\\bfortsetter\\s+i\\b|\\bheld\\s+fram\\s+i\\b|\\bmøter\\s+fast\\b|\\binngår\\b|\\bhar\\s+(?:\\p{L}+\\s+)?meldt\\s+seg\\s+på\\b|\\bsto\\s+sammen\\b|\\bhar\\s+stilt\\b|\\b(?:fikk|får|fekk)\\s+hjelp\\s+av\\b|\\b(?:er|var|blir|vart|ble)\\s+(?:\\p{L}+\\s+)?pilot(?:er|ar|kommun\\p{L}+)?\\b|\\bhar\\s+meldt\\s+(?:seg\\s+)?(?:på|inn)\\b|\\bstill(?:er|te|ar)\\s+(?:\\p{L}+\\s+)?(?:med|opp)\\b|\\b(?:er|blir|vert|ble)\\s+invitert(?:e)?\\b|\\binviter(?:es|ast)\\b|\\bfast(?:e)?\\s+medlem(?:mer|ar|er)?\\s+er\\b|\\bhar\\s+(?:kvar\\s+sin\\s+|hver\\s+sin\\s+)?(?:\\p{L}+\\s+)?plass\\b|\\bsender\\b(?=.{0,40}\\b(?:delta|represent|team|to|tre))|\\bhar\\s+(?:\\p{L}+\\s+)?sagt\\s+ja\\b|\\bslutt(?:et|a)\\s+seg\\s+til\\b|\\bgikk\\s+inn\\s+i\\b|\\bgjekk\\s+inn\\s+i\\b|\\bkom\\s+(?:med|til)\\b|\\bdelta(?:r|tt|k|s)?\\b|\\bdeltok\\b|\\bta(?:r|k)?\\s+del\\s+i\\b|\\bmedlem\\s+av\\b|\\bgår\\s+inn\\s+i\\b|\\bf(?:ikk|ekk)\\s+plass\\s+i\\b|\\bmedspiller\\b|\\bv(?:ært|ore)\\s+med\\b|\\bhatt\\s+(?:et|eit)\\s+felles\\b|\\bhar\\s+(?:et\\s+|eit\\s+)?(?:eget|eige)\\s+(?=nettverk)|\\bmeldt\\s+på\\s+team\\b|\\bhar\\s+delt\\b|\\bblant\\s+kommun\\p{L}+|\\b(?:er|var)\\s+(?:også|òg)\\s+med\\b|\\bi\\s+bruk\\b|\\bfaste?\\s+plass(?:er|ar)?\\b|\\bdelteke\\b|\\bdeltek\\b|\\bdeltakar(?:ar|ane)?\\b|\\bdeltak(?:ere|erne)\\b|\\bdeltag(?:ere|erne)\\b|\\bmed\\s+i\\b|\\btil\\s+stede\\b|\\btil\\s+stades\\b|\\bsamarbeidspart(?:er|nere|nar|nere|ner)\\b|\\binvolver(?:te|t)\\b|\\brepresenter(?:t|te)\\b|\\bmedlem(?:mer|mar|mene|men|er)?\\b|\\bsitter\\s+i\\b|\\bsit\\s+i\\b|\\bmøtte\\b|\\b(?:hadde|holdt|heldt)\\s+(?:\\p{L}+\\s+)?innlegg\\b|\\bbidr(?:ar|o|eg|og|a|eg|ar\\s+også)\\b|\\bmed\\s+en\\s+representant\\b|\\bmøter\\b|\\bfast\\s+plass\\b|\\ber\\s+med\\b|\\bvar\\s+med\\b|\\bvart\\s+med\\b|\\bfortalte\\b|\\bfortalde\\b|\\binnledet\\b|\\binnleiar(?:ar)?\\b|\\binnleder(?:e)?\\b|\\bheld\\s+innlegg\\b|\\bla\\s+fram\\b|\\ber\\s+pilot\\p{L}*|\\bheldt\\b(?=.{0,200}\\binnlegg\\b)|\\bsitter\\b|\\ber\\s+rettleiarar\\b|\\ber\\s+veiledere\\b|\\bhar\\s+(?:også\\s+)?(?:en|ein)\\s+plass\\b|\\bhar\\s+bistått\\b|\\bhar\\s+gitt\\s+veiledning\\b|\\bhar\\s+hjelpt\\b|\\bbenytt(?:es|et)\\b|\\bobservatør(?:er|ar)?\\b|\\bmøterett\\b|\\bdeltak(?:er|ar)\\b");
    /// Those named after these words attend or belong: "innlegg fra", "består av representanter fra".
    static final Pattern WITH = pattern(
            "\\bsaml(?:er|ar|a|et|ast)\\s+(?:\\p{L}+\\s+){0,3}(?:frå|fra|i)\\s+(?=\\p{Lu})|\\bi\\s+\\p{L}*(?:nettverket|prosjektet|gruppa|gruppen|rådet|forumet)\\s+er\\s+(?=\\p{Lu})|\\bmedlemskommun(?:er|ar|ene|ane)\\s+er\\b|\\bfølgende\\s+kommuner\\s+\\p{L}+\\s*:?|^med\\s+er\\s+(?=\\p{Lu})|\\binngår\\s+(?=\\p{Lu})|\\bomfatt(?:er|ar)\\s+(?:også\\s+|òg\\s+)?(?=\\p{Lu})|\\bi\\s+(?:rådet|gruppa|gruppen|utvalget|utvalet|styret|den|panelet)\\s+satt\\b|^på\\s+talerlist\\p{L}+\\s+(?:sto|stod|står)\\b|\\b(?:frå|fra)\\s+kvar(?:t)?\\s+av\\s+kommun\\p{L}+\\b|\\b(?:frå|fra)\\s+hver(?:t)?\\s+av\\s+kommun\\p{L}+\\b|\\b(?:sit|sitter)\\s+(?=\\p{Lu})|\\bder\\s+(?=\\p{Lu}[^.]{2,60}\\s+(?:innled|innlei|heldt|holdt))|\\bfast(?:e)?\\s+medlem(?:mer|ar|er)?\\s+er\\s+(?:òg\\s+|også\\s+)?(?=\\p{Lu})|\\b(?:frå|fra)\\s+(?:brukarsida|brukersiden|spesialisthelseten\\p{L}+|sykehuset|sjukehuset|regionen|fylket)\\s+(?:møter|deltar|deltek|kommer|kjem|sitter|sit)\\s+|\\b(?:team(?:ene|a|et)?|delta[kg]\\p{L}+|medlemm?(?:ene|ane)|representant(?:ene|ane)|sykehjem(?:mene)?|sjukeheim(?:ane)?)\\s+(?:kom|kjem|kommer|er|var)\\s+(?:\\p{L}+\\s+)?(?:fra|frå)\\b|\\brepresentert\\s+(?:ved|av|med)\\b|\\b(?:i|på)\\s+(?:rådet|gruppa|gruppen|utvalget|utvalet|styret|panelet|nettverket)\\s+(?:sitter|sit|møter|deltar|deltek|er)\\b|\\bmedlemm?(?:er|ar|ene|ane)\\s+er\\s+(?=\\p{Lu})|\\b(?:er|var|blir)\\s+med(?:\\s+i\\s+(?:nettverket|læringsnettverket|rådet|gruppa|gruppen|utvalget|prosjektet))?\\s*:|\\bkjem\\s+frå\\b|\\bkommer\\s+fra\\b|\\bmed\\s+i\\s+(?:rådet|nettverket|gruppa|gruppen|utvalget|utvalet)\\s+(?:er|sit|sitter)\\b|\\bdelta[kg]\\p{L}+\\s*:|\\b(?:er|var)\\s+(?:et|eit)\\s+(?:\\p{L}+\\s+)?samarbeid\\s+mellom\\b|\\bsett\\s+saman\\s+av\\b|\\bsatt\\s+sammen\\s+av\\b|\\b(?:tas|takast|tatt|teke)\\s+i\\s+bruk\\s+i\\s*:?|\\binnled(?:ere|arar|er)\\s*:|\\bsamarbeidspart\\p{L}*\\s*:|\\bmedvirkende\\s*:|\\bveileder(?:e)?\\s*:|\\brettleiar(?:ar)?\\s*:|\\bsom\\s+(?:har|er|deltar|deltek)\\s+[^.:]{3,50}?\\s+er\\s+(?=\\p{Lu})|\\bteam\\s+(?:fra|frå)\\b|\\beitt\\s+(?:frå|fra)\\s+(?:kvar\\s+av\\s+)?|\\bblant\\s+(?:annet|anna)\\s+(?:fra|frå)\\b|\\bklare\\s*:|\\bmellom\\s+(?:anna\\s+)?(?=kommun)|\\b(?:innlegg|presentasjon(?:er|ar)?|foredrag|bidrag|forelesere|forelesarar|undervisning|representant(?:er|ar)?|deltak(?:ere|arar)|deltag(?:ere|arar)|medlemm?er|team|kommuner|kommunar|personer|personar|deltakelse|deltaking|besøk|workshop)\\s+(?:\\p{L}+\\s+){0,2}?(?:fra|frå|av|med)\\b|\\b(?:består|bestod|besto|bestått|sammensatt|samansett)\\s+(?:\\p{L}+\\s+)?av\\b|\\bsammen\\s+med\\b|\\bsaman\\s+med\\b|\\bmed\\s+bistand\\s+(?:fra|frå)\\b|\\barbeidsgrupp[ea]\\s+(?:fra|frå|med)\\b|\\bdelta(?:r|tt|k)?\\b|\\bdeltok\\b|\\bdeltek\\b|\\b(?:har|hadde)\\s+(?:også\\s+)?med\\b|\\bdeltak(?:er|ar)kommun(?:er|ar|ene|ane)\\b|\\bi\\s+tillegg\\s+til\\b|\\b(?:var|er)\\s+(?:også\\s+)?(?:kommunene|kommunane)\\b");

    /// Who does the evaluating runs the evaluation, and not what is evaluated.
    static final Pattern EXAMINES = pattern(
            "\\b(?:gj(?:øres|ort|erast)|gjennomgås|gjennomgått|evaluer\\p{L}*|følgjeevaluer\\p{L}*|kvalitetssikr\\p{L}*)\\b");

    /// A denial that takes the statement back; "ikke minst", "ikke bare" and "ikke alle" do not.
    private static final Pattern NOT = pattern(
            "\\baldri\\b|\\bfaller\\s+utenfor\\b|\\bfell\\s+utanfor\\b|\\butan?\\s+at\\b|\\buten\\s+at\\b|\\btil\\s+forskjell\\s+fra\\b|\\btil\\s+skilnad\\s+frå\\b|\\bi\\s+motset(?:ning|nad)\\s+til\\b|\\bikk(?:e|je)\\b(?!\\s+(?:minst|bare|berre|alle|alltid|nødvendigvis))|\\bverken\\b|\\bkorkje\\b|\\bingen\\b|\\btakk(?:et|a)\\s+nei\\b|\\b(?:sagt|sagd)\\s+opp\\b");
    /// What was only asked, proposed, wished or turned down.
    private static final Pattern ONLY_THOUGHT = pattern(
            "\\bspurt\\s+om\\s+|\\b(?:ba|bad|søkte)\\s+om\\s+å\\s+få\\b|\\bpå\\s+tale\\b|\\bhåper\\b|\\bhåpar\\b|\\bvurder(?:er|te|t|ar|a)\\s+(?:å|om|en|et|ei|ein|eit)\\b|\\bønsk(?:e|et|er)\\s+om\\b|\\bble\\s+(?:avslått|forkastet|nedstemt|lagt\\s+bort)\\b|\\bvart\\s+(?:avslått|avslege|forkasta|nedstemt|lagt\\s+bort)\\b|\\b(?:falt|fall)\\s+i\\s+\\p{L}+styre|\\bforslag(?:et)?\\s+om\\b|\\bframlegg(?:et)?\\s+om\\b|\\btrakk\\s+(?:seg|søknad)|\\btrekte\\s+(?:seg|søknad)|\\btrekt\\s+seg\\b|\\btrukket\\s+seg\\b|\\bmeldt\\s+seg\\s+ut\\b|\\binspirert?[ea]?\\s+av\\b|\\bha\\s+inspirert\\b");
    private static final Pattern NOT_DONE = pattern(
            "\\bikk(?:e|je)\\s+(?:\\p{L}+\\s+)?(?:gjennomfør\\p{L}+|start\\p{L}+|nådd|holdt|avholdt|halde)|\\butsatt\\b|\\butsett\\b|\\bavlyst\\b|\\bavlyste\\b|\\bpågår\\b|\\bdelvis\\s+nådd\\b|\\bpågående\\b|\\bforsinket\\b|\\bforseinka\\b");
    private static final Pattern EFFECT = pattern(
            "\\b(?:gikk|gjekk)\\s+ned\\b.{0,200}\\bf?r[åa]\\s+\\d+.{0,200}\\btil\\s+\\d+|\\breduser(?:te|t)\\b.{0,200}\\bfr[åa]\\s+\\d+.{0,200}\\btil\\s+\\d+|\\b(?:økte|auka|økt)\\b.{0,200}\\bfr[åa]\\s+\\d+.{0,200}\\btil\\s+\\d+");
    private static final Pattern EVALUATED =
            pattern("\\b(?:er|ble|blei|vart|har)\\s+(?:\\p{L}+\\s+)?evaluert\\b|\\bgodt\\s+evaluert\\b");
    private static final Pattern CARRIED_OUT = pattern(
            "\\bgjennomført[ea]?\\b|\\b(?:av)?holdt[e]?\\b|\\bheldt\\b|\\barrangert[ea]?\\b|\\b(?:ble|blei|vart)\\s+\\p{L}+\\b|\\bdeltok\\b|\\bsamlet\\b|\\bsamla\\b|\\bstartet\\b|\\bstarta\\b|\\bfulgte?\\b|\\bfølgde\\b|\\bbidro\\b|\\btok\\b|\\bhadde\\b|\\bvar\\s+(?:\\p{L}+\\s+)?\\p{L}*tema\\b|\\bhar\\s+hatt\\b|\\bhar\\s+(?:vært|vore)\\b|\\bomhandlet\\b|\\bferdig\\p{L}*\\b|\\bavsluttet\\b|\\butført\\b");
    private static final Pattern PLANNED = pattern(
            "\\bplanleg\\p{L}+|\\bplanlagt[e]?\\b|\\bskal\\b|\\binviter(?:er|te|t)\\b|\\bvil\\b|\\bikk(?:e|je)\\s+start");

    private Cues() {}

    /// Ignores case, but for capitals that the expression asks for outside brackets: `\\p{Lu}` is never "a". A run of
    /// spaces, letters or digits has an end: trying each beginning of an endless one would cost the square of its
    /// length.
    static Pattern pattern(String expression) {
        String bounded = ENDLESS.matcher(expression)
                .replaceAll(run -> Matcher.quoteReplacement(run.group(1) + "{"
                        + switch (run.group(2)) {
                            case "*" -> "0";
                            case "+" -> "1";
                            default -> run.group(3);
                        }
                        + "," + LONGEST_RUN + "}"));
        return Pattern.compile(CAPITAL.matcher(bounded).replaceAll("(?-i:$0)"), FLAGS);
    }

    static boolean denies(String words) {
        return NOT.matcher(words).find() || ONLY_THOUGHT.matcher(words).find();
    }

    /// The last place before `end` where the cue stands; -1 when nowhere.
    static int lastEnd(Pattern cue, String words, int end) {
        Matcher matcher = cue.matcher(words).region(0, end).useTransparentBounds(true);
        int last = -1;
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }

    /// The first place from `start` on where the cue begins; -1 when nowhere.
    static int firstStart(Pattern cue, String words, int start) {
        Matcher matcher = cue.matcher(words);
        return matcher.find(start) ? matcher.start() : -1;
    }

    /// The step of the ladder that the words prove; `otherwise` when they say nothing.
    static Strength strength(String words, Strength otherwise) {
        if (NOT_DONE.matcher(words).find()) {
            return Strength.PLANNED;
        }
        if (EFFECT.matcher(words).find()) {
            return Strength.EFFECT_MEASURED;
        }
        if (EVALUATED.matcher(words).find()) {
            return Strength.EVALUATED;
        }
        if (PLANNED.matcher(words).find() && !CARRIED_OUT.matcher(words).find()) {
            return Strength.PLANNED;
        }
        return CARRIED_OUT.matcher(words).find() ? Strength.CARRIED_OUT : otherwise;
    }
}
