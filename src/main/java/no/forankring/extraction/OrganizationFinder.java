package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import no.forankring.document.Span;

/// Reads organisations whose names follow a pattern.
final class OrganizationFinder {

    private static final String PLACE = "\\p{Lu}[\\p{L}]+(?:-\\p{Lu}\\p{L}+)*";
    // Not the centre in "Statsforvalteren i Viken og Senter for …".
    private static final String COUNTY = "\\p{Lu}\\p{L}+(?!\\p{L})(?!\\s+for(?!\\p{L}))(?:\\s+og\\s+Romsdal)?";
    private static final String PLACES = PLACE + "(?:\\s+" + PLACE + "){0,2}";

    // Utviklingssenter for sykehjem og hjemmetjenester (USHT) i Viken (Akershus), USHT Fjordvik
    private static final Pattern CENTER = Pattern.compile(
            "(?:[Uu]tviklingssent(?:er|eret|ret)\\s+for\\s+(?:sykehjem|sjukeheimar)\\s+og\\s+(?:hjemmetjenester|heimetenester)\\s+\\(USHT\\)|(?<![\\p{L}(])USHT)(?:\\s+i)?\\s+("
                    + PLACE + "(?:\\s+\\(" + PLACE + "\\))?)");
    // Nordre Follo kommune
    private static final Pattern MUNICIPALITY = Pattern.compile(
            "(?<!\\p{L})(?!(?:I|På|Ved|Fra|Frå|For|Med|Til|Og|Den|Denne|Hver|Kvar|Egen|Eigen|Vår|Alle|Men|Både|En|Ein|Mange|Noen|Nokre|Samme|Alta?)\\s)("
                    + PLACES + ")\\s+kommune(?!\\p{L})");
    // Statsforvalteren i Østfold, Buskerud, Oslo og Akershus
    private static final Pattern GOVERNOR =
            Pattern.compile("(?:Statsforvalt(?:eren|er|aren|ar)|Fylkesmann(?:en)?)\\s+i\\s+(" + COUNTY
                    + "(?:(?:,|\\s+og)\\s+" + COUNTY + "){0,3})");

    private OrganizationFinder() {}

    /// @param origin where `text` begins in the document
    static List<Named> find(String text, int origin) {
        var found = new ArrayList<Named>();
        add(found, text, origin, CENTER, EntityType.ORGANIZATION);
        add(found, text, origin, GOVERNOR, EntityType.ORGANIZATION);
        add(found, text, origin, MUNICIPALITY, EntityType.MUNICIPALITY);
        found.sort(Comparator.comparing(Named::span));
        return found;
    }

    private static void add(List<Named> found, String text, int origin, Pattern pattern, EntityType type) {
        var words = pattern.matcher(text);
        while (words.find()) {
            var span = new Span(origin + words.start(), origin + words.end());
            if (found.stream().noneMatch(other -> other.span().overlaps(span))) {
                found.add(new Named(type, Words.clean(words.group()), span));
            }
        }
    }

    /// One key for the long and the short name of a center, and for a county governor's older titles.
    static String key(Named organization) {
        return Words.slug(organization
                .name()
                .replaceFirst("^[Uu]tviklingssent\\p{L}+ .*\\(USHT\\)(?: i(?= ))?", "USHT")
                .replaceFirst("^USHT i ", "USHT ")
                .replaceFirst("^Statsforvalt\\p{L}*", "Statsforvalteren"));
    }
}
