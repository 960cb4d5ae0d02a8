package no.forankring.extraction;

import java.util.regex.Pattern;
import no.forankring.extraction.Relation.Strength;

/// The words that say how things are tied, in bokmål and nynorsk.
final class Cues {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final String NUMBERING = "^(?:\\d+(?:\\.\\d+)*\\.?\\s+)?";

    /// "Nettverket er forankret i følgende styrende dokumenter", "Strategien bygger på følgende styrende dokumenter:".
    static final Pattern ANCHOR_LIST = pattern(
            "\\bforankre?[ta]\\s+i\\b|\\bsty(?:rende|rande)\\s+dokument|\\bbygg(?:er|jer)\\s+på\\b|\\bmed\\s+utgangspunkt\\s+i\\b|\\bgrunnlag\\s+i\\b");
    /// Headings that often stand above such a list: "Nasjonale føringer", "Rammer og føringer", "Forankring".
    static final Pattern ANCHOR_HEADING = pattern(
            NUMBERING
                    + "(?:nasjonale\\s+)?(?:rammer\\s+og\\s+)?(?:føring(?:er|ar)|forankring|lovgrunnlag|rettslig\\s+grunnlag|rettsleg\\s+grunnlag)\\b");
    /// In a sentence: "bygger på Demensplan 2020", "er forankra i Meld. St. 24 (2022–2023)".
    static final Pattern ANCHORED = pattern(
            "\\bforankre?[ta]\\s+i\\b|\\bbyg(?:ger|gjer|de|d|get|gde)\\s+på\\b|\\bmed\\s+utgangspunkt\\s+i\\b|\\b(?:er|var)\\s+basert\\s+på\\b|\\bhvil(?:er|te)\\s+på\\b|\\bligg(?:er)?\\s+til\\s+grunn\\b");
    /// "følger opp", "implementering av", "i tråd med", "bidrar til å nå målene i".
    static final Pattern FULFILS = pattern(
            "\\bføl(?:ger|gjer|ge|gje|gde)\\s+(?:\\p{L}+\\s+)?opp\\b|\\bfulgte?\\s+(?:\\p{L}+\\s+)?opp\\b|\\boppfølging\\s+av\\b|\\bimplementer\\p{L}*|\\biverksett\\p{L}*|\\binnføring\\s+av\\b|\\bi\\s+(?:tråd|samsvar)\\s+med\\b|\\bbidr\\p{L}+\\s+til\\s+å\\s+nå\\b|\\bgjennomfør(?:er|e|ing\\s+av)\\b|\\boperasjonaliser\\p{L}*");
    /// The document is what the gathering was about: "var tema på alle tre".
    static final Pattern THEME =
            pattern("\\btema(?:et|ene|a)?\\b|\\bhandle[tr]?\\s+om\\b|\\btok\\s+opp\\b|\\bgjennomgått\\b");
    /// What comes after these replaces what was named, and is no ground for it: "som er avløst av".
    static final Pattern SUPERSEDED_BY = pattern("\\b(?:avløst|avløyst|erstattet|erstatta)\\s+av\\b");

    static final Pattern GOAL_HEADING = pattern(NUMBERING
            + "(?:hoved|hovud|del)?(?:mål|formål|føremål|målsetting(?:er|ar)?|målsetning(?:er)?)\\b(?!\\p{L})");
    static final Pattern GOAL_LEAD = pattern(
            "^(?:hoved|hovud|del)?(?:mål(?:et)?|formål(?:et)?|føremål(?:et)?|målsetting(?:en)?)(?:\\s+(?:med|for)\\s+[^:.]{1,80})?\\s*:");
    static final Pattern GOAL_SENTENCE = pattern("\\bskal\\b|\\ber\\s+å\\b|\\ber\\s+at\\b|\\bbidra\\b");
    static final Pattern TARGET_HEADING = pattern(NUMBERING + "målgrupp(?:e|er|a|ar)\\b");
    static final Pattern TARGET_LEAD = pattern("^målgruppe[nr]?\\s*:");

    /// What an organisation does when it runs a thing.
    static final Pattern RUNS = pattern(
            "\\b(?:arrangeres|arrangerast|driftes|drives|ledes|koordineres|organiseres)\\s+av\\b|\\bi\\s+regi\\s+av\\b|\\b(?:har|hadde)\\s+(?:\\S+\\s+){0,4}?\\p{L}*ansvar(?:et)?\\b|\\b(?:leder|leier|leiar|drifter|arrangerer|arrangerte|koordinerer|inviterer)\\b");
    static final Pattern RUN_BY = pattern(
            "\\b(?:arrangeres|arrangerast|driftes|drives|ledes|koordineres|organiseres)\\s+av\\b|\\bi\\s+regi\\s+av\\b");
    static final Pattern TAKES_PART = pattern("\\bdelta(?:r|tt)\\b|\\bdeltok\\b|\\bdeltek\\b");

    private static final Pattern NOT = pattern("\\bikk(?:e|je)\\b|\\bverken\\b");
    private static final Pattern NOT_DONE = pattern(
            "\\bikk(?:e|je)\\s+(?:\\p{L}+\\s+)?(?:gjennomfør\\p{L}+|start\\p{L}+|nådd)|\\butsatt\\b|\\butsett\\b|\\bavlyst\\b|\\bpågår\\b|\\bdelvis\\s+nådd\\b");
    private static final Pattern EFFECT = pattern(
            "\\b(?:gikk|gjekk)\\s+ned\\b.*\\bf?r[åa]\\s+\\d+.*\\btil\\s+\\d+|\\breduser(?:te|t)\\b.*\\bfr[åa]\\s+\\d+.*\\btil\\s+\\d+");
    private static final Pattern EVALUATED =
            pattern("\\b(?:er|ble|blei|vart|har)\\s+(?:\\p{L}+\\s+)?evaluert\\b|\\bgodt\\s+evaluert\\b");
    private static final Pattern CARRIED_OUT = pattern(
            "\\bgjennomført[ea]?\\b|\\b(?:av)?holdt[e]?\\b|\\bheldt\\b|\\barrangerte\\b|\\b(?:ble|blei|vart|vart)\\s+\\p{L}+\\b|\\bdeltok\\b|\\bsamlet\\b|\\bsamla\\b|\\bstartet\\b|\\bstarta\\b|\\bfulgte\\b|\\bfølgde\\b|\\bbidro\\b|\\btok\\b|\\bhadde\\b|\\bvar\\s+tema\\b|\\bhar\\s+hatt\\b");
    private static final Pattern PLANNED = pattern(
            "\\bplanleg\\p{L}+|\\bplanlagt[e]?\\b|\\bskal\\b|\\binviter(?:er|te|t)\\b|\\bvil\\b|\\bikk(?:e|je)\\s+start");

    private Cues() {}

    static Pattern pattern(String expression) {
        return Pattern.compile(expression, FLAGS);
    }

    static boolean denies(String sentence) {
        return NOT.matcher(sentence).find();
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
