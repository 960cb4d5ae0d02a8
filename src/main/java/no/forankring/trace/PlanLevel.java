package no.forankring.trace;

import java.util.Optional;
import java.util.regex.Pattern;

/// The levels of planning in a municipality, the widest first.
public enum PlanLevel {
    /// "Planstrategi 2023–2027"
    PLANNING_STRATEGY("planstrategi"),
    /// "Kommuneplanens samfunnsdel", "Samfunnsplan", "Kommuneplan 2020–2032"
    SOCIAL_PART("samfunnsdel|samfunnsplan|kommuneplan"),
    /// "Temaplan for omsorg", "Kommunedelplan", "Strategi for helse og omsorg"
    SECTOR("temaplan|sektorplan|kommunedelplan|delplan|fagplan|\\p{L}*strategi|\\p{L}*plan"),
    /// "Handlingsplan 2024", "Økonomiplan 2025–2028", "Kommuneplanens handlingsdel"
    ACTION("handlingsplan|handlingsprogram|handlingsdel|økonomiplan|tiltaksplan|aktivitetsplan|årsbudsjett|budsjett"),
    /// "Virksomhetsplan for hjemmetjenesten"
    UNIT("virksomhetsplan|verksemdsplan|enhetsplan|einingsplan|avdelingsplan|driftsplan");

    /// What a plan is not, whatever else its title names: "Årsrapport med aktivitetsplan".
    private static final Pattern OTHER = Pattern.compile(
            "(?iU)^\\s*(?:mandat|referat|evaluering|årsrapport|årsmelding|invitasjon|innkalling|program\\s+for|saksframlegg|høring|høyring|rapport|søknad|reguleringsplan|arealplan)\\p{L}*");
    private static final Pattern LAND_USE = Pattern.compile("(?iU)\\barealdel");

    private final Pattern words;

    PlanLevel(String words) {
        this.words = Pattern.compile(
                "(?iU)(?<!\\p{L})(?:" + words + ")(?:ens?|a|s|et|ets|ar|er)?(?!\\p{L})", Pattern.UNICODE_CASE);
    }

    /// The level that a title tells; empty for what is no plan.
    public static Optional<PlanLevel> of(String title) {
        if (OTHER.matcher(title).find() || LAND_USE.matcher(title).find()) {
            return Optional.empty();
        }
        // "Kommuneplanens handlingsdel" is no municipal plan, and every plan ends in the word: the telling come first.
        for (PlanLevel level : new PlanLevel[] {PLANNING_STRATEGY, UNIT, ACTION, SOCIAL_PART, SECTOR}) {
            if (level.words.matcher(title).find()) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
