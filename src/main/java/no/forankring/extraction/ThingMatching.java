package no.forankring.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import no.forankring.document.Span;
import no.forankring.extraction.ExtractionReport.Worth;
import no.forankring.extraction.NameLikeness.Likeness;
import org.jspecify.annotations.Nullable;

/// Which things taken out of documents are which things that people have marked: at most one for each, the most alike
/// first.
///
/// Both sides are parted into units: a file each, or all files together. Within a unit the rounds are: equal class;
/// kindred class; for activities, which often have no name, a place within a passage that says something of exactly
/// that activity. What is left may still be a marked thing: one that is taken already, or one of another unit.
final class ThingMatching {

    private static final double ENOUGH = 0.5;

    /// A marked thing within a unit.
    ///
    /// @param rows at least one; several where it is marked in several files
    record Marked(String unit, String slug, List<GoldThing> rows, List<List<Set<String>>> names) {

        String group() {
            return ThingClass.of(rows.getFirst().className());
        }
    }

    /// Where a thing was taken out.
    record Place(String file, Entity entity) {}

    /// A thing taken out, within a unit.
    ///
    /// @param places at least one; several where several files of the unit name it alike
    record Taken(String unit, String group, List<Place> places, List<List<Set<String>>> names) {}

    /// What a thing was found to be.
    ///
    /// @param marked empty when it is nothing that people have marked
    record Meaning(Worth worth, Optional<Marked> marked) {}

    private record Pair(Marked marked, Taken taken, double rank) {}

    private final Map<Taken, Meaning> meanings = new IdentityHashMap<>();
    private final Map<Marked, Worth> outcomes = new IdentityHashMap<>();
    private final Map<String, List<GoldRelation>> statements = new HashMap<>();

    ThingMatching(List<Marked> marked, List<Taken> taken, List<GoldRelation> relations) {
        relations.forEach(relation -> statements
                .computeIfAbsent(relation.subject(), subject -> new ArrayList<>())
                .add(relation));
        match(marked, taken, (gold, ours) -> gold.group().equals(ours.group()), this::alike, Worth.RIGHT);
        match(
                marked,
                taken,
                (gold, ours) -> ThingClass.kin(gold.group()).equals(ThingClass.kin(ours.group())),
                this::alike,
                Worth.KIN);
        match(
                marked,
                taken,
                (gold, ours) -> gold.group().equals("Activity") && ours.group().equals("Activity"),
                this::toldOf,
                Worth.RIGHT);
        for (Taken ours : taken) {
            meanings.computeIfAbsent(ours, left -> leftOver(left, marked));
        }
        marked.forEach(gold -> outcomes.putIfAbsent(gold, Worth.WRONG));
    }

    Meaning meaning(Taken taken) {
        return Objects.requireNonNull(meanings.get(taken));
    }

    /// [Worth#RIGHT], [Worth#KIN], or [Worth#WRONG] for what was missed.
    Worth outcome(Marked marked) {
        return outcomes.getOrDefault(marked, Worth.WRONG);
    }

    private interface Ranking {
        /// 0 when the two are not the same.
        double rank(Marked marked, Taken taken);
    }

    private void match(
            List<Marked> marked,
            List<Taken> taken,
            BiPredicate<Marked, Taken> comparable,
            Ranking ranking,
            Worth worth) {
        Map<String, List<Taken>> byUnit = grouped(taken, Taken::unit);
        var pairs = new ArrayList<Pair>();
        for (Marked gold : marked) {
            if (outcomes.containsKey(gold)) {
                continue;
            }
            for (Taken ours : byUnit.getOrDefault(gold.unit(), List.of())) {
                if (!meanings.containsKey(ours) && comparable.test(gold, ours)) {
                    double rank = ranking.rank(gold, ours);
                    if (rank > 0) {
                        pairs.add(new Pair(gold, ours, rank));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::rank).reversed());
        for (Pair pair : pairs) {
            if (!outcomes.containsKey(pair.marked) && !meanings.containsKey(pair.taken)) {
                outcomes.put(pair.marked, worth);
                meanings.put(pair.taken, new Meaning(worth, Optional.of(pair.marked)));
            }
        }
    }

    private double alike(Marked marked, Taken taken) {
        boolean samePlace = samePlace(marked, taken);
        boolean sameYear = taken.places().stream()
                .anyMatch(place -> place.entity().year().isPresent()
                        && marked.rows().stream()
                                .anyMatch(row -> row.years()
                                        .contains(Integer.toString(
                                                place.entity().year().getAsInt()))));
        double best = 0;
        for (var name : marked.names()) {
            for (var other : taken.names()) {
                Likeness likeness = NameLikeness.of(name, other);
                if (isEnough(likeness, marked.group(), samePlace)) {
                    best = Math.max(best, likeness.rank());
                }
            }
        }
        return best == 0 ? 0 : best + (samePlace ? 0.2 : 0) + (sameYear ? 0.05 : 0);
    }

    private static boolean isEnough(Likeness likeness, String group, boolean samePlace) {
        if (ThingClass.isProper(group)) {
            return likeness.jaccard() > ENOUGH
                    || likeness.contained() && (likeness.shared() > 1 || ThingClass.isPlace(group));
        }
        return likeness.jaccard() >= ENOUGH
                || likeness.contained() && likeness.shared() > 1
                || samePlace && likeness.shared() > 0;
    }

    private static boolean samePlace(Marked marked, Taken taken) {
        return marked.rows().stream()
                .anyMatch(row -> taken.places().stream()
                        .anyMatch(place -> place.file().equals(row.file())
                                && place.entity().span().overlaps(row.span())));
    }

    /// Ours stands in a passage with which people have proved something of this activity. What counts several ("to
    /// samlinger") is not one of them.
    private double toldOf(Marked marked, Taken taken) {
        for (Place place : taken.places()) {
            Span span = place.entity().span();
            String first = place.entity().name().split(" ", 2)[0];
            boolean several = Words.number(first).orElse(1) > 1;
            if (!several
                    && statements.getOrDefault(marked.slug(), List.of()).stream()
                            .anyMatch(relation -> relation.file().equals(place.file())
                                    && relation.span().contains(span))) {
                return 1;
            }
        }
        return 0;
    }

    private Meaning leftOver(Taken taken, List<Marked> marked) {
        @Nullable Pair best = null;
        for (Marked gold : marked) {
            if (ThingClass.kin(gold.group()).equals(ThingClass.kin(taken.group()))) {
                double alike = alike(gold, taken);
                double rank = alike + (gold.unit().equals(taken.unit()) ? 2 : 0);
                if (alike > 0 && (best == null || rank > best.rank)) {
                    best = new Pair(gold, taken, rank);
                }
            }
        }
        if (best == null) {
            return new Meaning(Worth.WRONG, Optional.empty());
        }
        boolean here = best.marked.unit().equals(taken.unit());
        return new Meaning(here ? Worth.DUPLICATE : Worth.ELSEWHERE, Optional.of(best.marked));
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        var grouped = new HashMap<String, List<T>>();
        all.forEach(one ->
                grouped.computeIfAbsent(by.apply(one), key -> new ArrayList<>()).add(one));
        return grouped;
    }
}
