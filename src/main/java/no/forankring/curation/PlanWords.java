package no.forankring.curation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What advisers write in the columns Type and Status.
final class PlanWords {

    /// Word → type, in the order in which they are offered.
    static final Map<String, ThingType> TYPES = new LinkedHashMap<>();
    /// Word → code of the progress.
    static final Map<String, String> PROGRESS = new LinkedHashMap<>();

    private static final Map<String, ThingType> MORE_TYPES = Map.of(
            "fagnettverk", ThingType.NETWORK,
            "kompetansenettverk", ThingType.NETWORK,
            "nettverkssamling", ThingType.GATHERING,
            "nettverksmøte", ThingType.GATHERING,
            "opplæring", ThingType.COURSE,
            "forskningsprosjekt", ThingType.RESEARCH_PROJECT,
            "utviklingsprosjekt", ThingType.PROJECT,
            "delmål", ThingType.GOAL,
            "styringsgruppe", ThingType.BODY,
            "arbeidsgruppe", ThingType.BODY);
    private static final Map<String, String> MORE_PROGRESS = Map.of(
            "planlegges", "planned",
            "ikke startet", "planned",
            "påbegynt", "ongoing",
            "i gang", "ongoing",
            "under arbeid", "ongoing",
            "ferdig", "carriedOut",
            "fullført", "carriedOut",
            "avholdt", "carriedOut",
            "utgår", "cancelled",
            "kansellert", "cancelled");

    static {
        TYPES.put("aktivitet", ThingType.ACTIVITY);
        TYPES.put("nettverk", ThingType.NETWORK);
        TYPES.put("læringsnettverk", ThingType.LEARNING_NETWORK);
        TYPES.put("samling", ThingType.GATHERING);
        TYPES.put("fagdag", ThingType.CONFERENCE);
        TYPES.put("konferanse", ThingType.CONFERENCE);
        TYPES.put("webinar", ThingType.GATHERING);
        TYPES.put("dialogmøte", ThingType.GATHERING);
        TYPES.put("verksted", ThingType.GATHERING);
        TYPES.put("kurs", ThingType.COURSE);
        TYPES.put("e-læring", ThingType.E_LEARNING);
        TYPES.put("prosjekt", ThingType.PROJECT);
        TYPES.put("mål", ThingType.GOAL);
        TYPES.put("målgruppe", ThingType.TARGET_GROUP);
        TYPES.put("organisasjon", ThingType.ORGANISATION);
        TYPES.put("organ", ThingType.BODY);
        PROGRESS.put("planlagt", "planned");
        PROGRESS.put("pågår", "ongoing");
        PROGRESS.put("gjennomført", "carriedOut");
        PROGRESS.put("utsatt", "postponed");
        PROGRESS.put("avlyst", "cancelled");
    }

    private PlanWords() {}

    /// Empty for a word that nobody has told us of.
    static Optional<ThingType> type(String word) {
        String key = word.strip().toLowerCase(Locale.ROOT);
        return key.isEmpty()
                ? Optional.of(ThingType.ACTIVITY)
                : Optional.ofNullable(TYPES.getOrDefault(key, MORE_TYPES.get(key)));
    }

    static Optional<String> progress(String word) {
        String key = word.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(PROGRESS.getOrDefault(key, MORE_PROGRESS.get(key)));
    }
}
