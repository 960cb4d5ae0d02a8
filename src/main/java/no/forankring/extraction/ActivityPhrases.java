package no.forankring.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds phrases of running text that speak of something held, without a name of its own: "to digitale samlinger", "et
/// todagers kurs om kapittel 9", "pårørendeskolen".
final class ActivityPhrases {

    /// @param start of the phrase, with its number or adjective
    /// @param end after what it is about
    /// @param noun in lower case, without its ending
    /// @param named where the name begins: after the article
    /// @param count how many, where the phrase says
    /// @param yearly said of every year
    /// @param about whether the phrase tells what it is about, or for whom
    record Phrase(
            int start,
            int named,
            int end,
            String noun,
            OptionalInt count,
            boolean yearly,
            boolean about,
            boolean definite) {}

    private static final String NOUN =
            "(?:(?<!for)(?<!inn)(?<!an)(?<!opp)samling|fagdag|temadag|kursdag|opplæringsdag|lederdag|leiardag|rekrutteringsdag|webinarrekke|webinar|nettmøte|folkemøte|dialogmøte|erfaringsmøte|innspelsmøte|innspillsmøte|(?<!dis)(?<!kon)(?<!re)(?<!\\p{L}konk)kurs|konferanse|workshop|verksted|verkstad|seminar|(?<!høg)(?<!høy)(?<!videregående )(?<=\\p{L})skole|(?<!grunn)(?<=pårørande|leiar)skule|samtalegruppe|videreutdanning|vidareutdanning|(?:leder|leiar|mentor|opplærings|trainee)program|studietur|hospitering|utprøving|temakveld|fagkveld|temadag|informasjonsmøte|nettverksmøte|nettverkstreff|lunsjmøte|frokostmøte|veiledningsmøte|instruktørdag|erfaringsdag|inspirasjonsdag|oppstartsdag|(?<!\\p{L})møte|nattwebinar|spørreundersøkelse|undersøkelse|undersøking|spørjeundersøking|brukerundersøkelse|brukarundersøking|medarbeiderundersøkelse|fokusgruppeintervju|spørjeskjema|evaluering|(?<=kompetanse|behovs)kartlegging|simuleringstrening|e-læringskurs|kampanje)";
    private static final String ENDING = "(en|ene|ane|er|ar|et|a|n|r)?";
    private static final String ADJECTIVE =
            "(?:ekstern|intern|digital|fysisk|åpen|open|felles|regional|nasjonal|årlig|årleg|samlet|samla|praktisk|nettbasert|tverrfaglig|tverrfagleg|avsluttende|avsluttande|todagers|endags|halvdags|obligatorisk|frivillig|ny|gjennomført|planlagt)(?:e|t|a)?";
    private static final String WORD =
            "(?!og\\s|i\\s|på\\s|for\\s|av\\s|til\\s|med\\s|om\\s|var\\s|er\\s|har\\s|hadde\\s|vi\\s|som\\s|ble\\s|det\\s|den\\s|de\\s|hatt\\s|skal\\s|ved\\s|enn\\s|fra\\s|frå\\s)(?-i:\\p{Ll})[\\p{L}-]*";
    private static final Pattern PHRASE = Cues.pattern("(?<![\\p{L}-])(?:(" + Words.NUMBER
            + "|ei|eit|årets|egen|eget|eigen|eige|felles|årlig|årleg)\\s+(?:" + WORD + "\\s+){0,2}?|(?:" + ADJECTIVE
            + "\\s+){1,2})?([\\p{L}\\d–-]{0,40}?" + NOUN + ")" + ENDING + "(?!\\p{L}|-)");
    private static final Pattern ABOUT = Cues.pattern(
            "\\G\\s+(?:om|for|i|innen|innan|med)\\s+(?!året|åra|samarbeid|regi|løpet|perioden|år\\b|alle\\b|å\\b|20\\d\\d|forbindelse|tillegg|januar|februar|mars|april|mai|juni|august|september|oktober|november|desember|fjor|alt\\b|hver|kvar|begge|sammen|den\\s|det\\s|dei\\s|de\\s|vår\\b|høst|haust|\\d)((?:[\\p{L}«»\\d-]+)(?:\\s+(?!er\\b|var\\b|ble\\b|blei\\b|vart\\b|med\\b|den\\b|på\\b|hvor\\b|der\\b|som\\b|for\\s+å|hadde\\b|har\\b|i\\s+(?-i:\\p{Lu})|i\\s+(?:oktober|mai|mars|april|juni|september|november|februar|januar|desember|august|samarbeid|regi|året|år|tillegg)|våren|høsten|hausten|blir\\b|skal\\b|kan\\b|fra\\b|frå\\b|saman\\b|sammen\\b|til\\s+sammen|med\\s+i\\s+alt|slik\\b|hver\\b|kvar\\b|ved\\b|av\\b|under\\b|etter\\b|som\\b|og\\s+(?:et|en|eit|ein|fire|tre|to)\\b|og\\s+\\p{L}+(?:te|de)\\b|\\d{1,2}\\.)[\\p{L}«»\\d-]+){0,6})");
    private static final Pattern YEARLY = Cues.pattern(
            "\\G\\s+(?:i\\s+året|per\\s+år|pr\\.?\\s+år|hvert\\s+år|kvart\\s+år|årlig|årleg|i\\s+halvåret|per\\s+halvår|per\\s+semester|i\\s+kvartalet)");
    private static final Pattern HAPPENS = Cues.pattern(
            "\\b(?:holdt|avholdt|heldt|haldne|halde|holder|holdes|arranger\\p{L}*|gjennomfør\\p{L}*|hatt|hadde|har|var|ble|blei|vart|blir|samla|samlet|skal|vil|planlag\\p{L}*|delta\\p{L}*|deltok|deltek|laget|laga|startet|starta|avlyst\\p{L}*|gjort|gjøres|levert|skipa\\p{L}*|tilby\\p{L}*|bidro|invit\\p{L}*|lagt|gjekk|gikk|fikk|fekk|ga|gav|anbefal\\p{L}*|bør|tenkt|oppstart|ansvar|inngår|bygget|sende|sendt|bygger|fører|motta\\p{L}*|lager|lages|viste|viser|måtte|tema|inneholdt|handl\\p{L}+|omhandl\\p{L}+|innled\\p{L}+|jobb\\p{L}+|arbeid\\p{L}+|gjelder|gjeld|får)\\b");

    /// Compounds that name one gathering without an article: "til lanseringskonferanse".
    private static final Pattern HELD_ALONE =
            Cues.pattern("\\p{L}{4}(?:samling|konferanse|fagdag|temadag|seminar|workshop|webinar|verksted|verkstad)$");

    private ActivityPhrases() {}

    /// The phrases of a sentence, in its order; where nothing in it happens, only those that count.
    static List<Phrase> find(String sentence) {
        boolean happens = HAPPENS.matcher(sentence).find();
        var found = new ArrayList<Phrase>();
        Matcher phrase = PHRASE.matcher(sentence);
        while (phrase.find()) {
            String ending = phrase.group(4) == null ? "" : phrase.group(4).toLowerCase(Locale.ROOT);
            String noun = phrase.group(3).toLowerCase(Locale.ROOT);
            boolean definite = ending.equals("en")
                    || ending.equals("ene")
                    || ending.equals("ane")
                    || ending.equals("et")
                    || ending.equals("n")
                    || ending.equals("a");
            boolean counted = phrase.group(1) != null;
            int end = phrase.end();
            Matcher yearly = YEARLY.matcher(sentence).region(end, sentence.length());
            boolean everyYear = yearly.find();
            if (everyYear) {
                end = yearly.end();
            }
            Matcher about = ABOUT.matcher(sentence).region(end, sentence.length());
            boolean tells = !everyYear && about.find();
            if (tells) {
                end = about.end();
            }
            boolean compound = noun.length() > 10 && !noun.startsWith("spør");
            boolean plural = ending.equals("er") || ending.equals("ar") || ending.equals("r");
            boolean several = count(phrase.group(1)).orElse(1) > 1;
            if (!happens && !several) {
                continue;
            }
            boolean described = phrase.group(1) == null && phrase.start(3) > phrase.start();
            boolean lone =
                    compound && ending.isEmpty() && HELD_ALONE.matcher(noun).find();
            boolean meetings = noun.equals("møte");
            if (meetings && !several) {
                continue;
            }
            if (definite ? compound || tells : counted || tells || described || lone || plural && compound) {
                found.add(new Phrase(
                        phrase.start(),
                        named(sentence, phrase),
                        end,
                        noun,
                        count(phrase.group(1)),
                        everyYear,
                        tells,
                        definite));
            }
        }
        return found;
    }

    /// After an article; a number of several stays, for it points the thing out.
    private static int named(String sentence, Matcher phrase) {
        if (phrase.group(1) == null) {
            return phrase.start();
        }
        OptionalInt count = count(phrase.group(1));
        boolean several = count.isPresent() && count.getAsInt() > 1;
        int after = phrase.end(1);
        while (after < sentence.length() && Character.isWhitespace(sentence.charAt(after))) {
            after++;
        }
        return several ? phrase.start() : after;
    }

    private static OptionalInt count(@org.jspecify.annotations.Nullable String word) {
        return word == null ? OptionalInt.empty() : Words.number(word);
    }

    /// What is held, so that a network can hold it; an evaluation or a survey is none.
    static boolean isGathering(String noun) {
        return noun.matches(
                ".*(?:samling|dag|webinar|webinarrekke|møte|kurs|konferanse|workshop|verksted|verkstad|seminar)");
    }
}
