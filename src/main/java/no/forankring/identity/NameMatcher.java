package no.forankring.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.forankring.identity.Comparison.Outcome;

/// Compares two things by their names and by what is known beside them.
///
/// Pure, and the same whichever of the two comes first. Precision comes before all: only equal names that agree in
/// owner, place or document are the same by themselves. A different year, place, owner or kind forbids it, unless a
/// quoted name or an abbreviation is equal: then a person is asked.
public final class NameMatcher {

    /// How much of the shorter name the other must hold before a person is asked.
    private static final double HALF = 0.5;
    /// How much of the longer wording of a goal the other must hold.
    private static final double MOST = 0.7;

    private final Organizations organizations;

    public NameMatcher(Organizations organizations) {
        this.organizations = organizations;
    }

    public Comparison compare(Described one, Described other) {
        var forIt = new ArrayList<Ground>();
        var against = contradictions(one, other);
        if (one.family() == Family.ORGANIZATION && other.family() == Family.ORGANIZATION) {
            return organizations(one, other, forIt, against);
        }
        Names names = names(one, other);
        boolean agrees = agreements(one, other, forIt);
        forIt.addAll(0, names.grounds());
        return new Comparison(outcome(one, other, names, agrees, against), forIt, against);
    }

    /// The same, for a person to be asked. Of goals and target groups, which are told in sentences, the wording is
    /// compared;
    /// they are never one by themselves.
    Comparison propose(Described one, Described other) {
        boolean worded = one.family() == Family.GOAL || one.family() == Family.TARGET_GROUP;
        return worded && one.family() == other.family() ? wordings(one, other) : compare(one, other);
    }

    private Comparison wordings(Described one, Described other) {
        var forIt = new ArrayList<Ground>();
        var against = contradictions(one, other);
        if (one.family() == Family.TARGET_GROUP) {
            // Whoever writes of a group does not own it.
            against.removeIf(ground -> ground.key().equals("other-owner"));
        }
        Names best = NO_NAMES;
        for (String mine : one.names()) {
            for (String theirs : other.names()) {
                Names found = wording(mine, theirs);
                if (rank(found) > rank(best)) {
                    best = found;
                }
            }
        }
        forIt.addAll(best.grounds());
        agreements(one, other, forIt);
        // A document that tells them apart means two.
        boolean apart =
                !best.equal() && !shared(one.documents(), other.documents()).isEmpty();
        boolean asked = best.alike() && against.isEmpty() && !apart;
        return new Comparison(asked ? Outcome.DOUBTFUL : Outcome.DIFFERENT, forIt, against);
    }

    /// All words count: what stands in brackets or after a comma tells which of several is meant.
    private static Names wording(String mine, String theirs) {
        Set<String> one = stems(mine);
        Set<String> other = stems(theirs);
        Set<String> both = shared(one, other);
        if (!one.isEmpty() && one.equals(other)) {
            return new Names(true, false, true, true, both.size(), List.of(Ground.of("equal-name", mine, theirs)));
        }
        boolean alike = both.size() > 1 && both.size() >= MOST * Math.max(one.size(), other.size());
        return alike && !NameKey.onlyCommon(both)
                ? new Names(
                        false,
                        false,
                        false,
                        true,
                        both.size(),
                        List.of(Ground.of("names-share", mine, theirs, written(both, mine, theirs))))
                : NO_NAMES;
    }

    private static Set<String> stems(String words) {
        return WordStems.all(words);
    }

    /// True when something known of the two forbids that they are one.
    boolean contradict(Described one, Described other) {
        return !contradictions(one, other).isEmpty();
    }

    private static Outcome outcome(Described one, Described other, Names names, boolean agrees, List<Ground> against) {
        if (!against.isEmpty()) {
            // One project under two owners, a learning network that began as a project: equal titles ask.
            boolean onlyKindOrOwner = against.stream()
                    .allMatch(ground ->
                            ground.key().equals("other-kind") || ground.key().equals("other-owner"));
            return names.titled() && onlyKindOrOwner ? Outcome.DOUBTFUL : Outcome.DIFFERENT;
        }
        boolean near = !shared(one.surroundings(), other.surroundings()).isEmpty()
                || shared(one.goals(), other.goals()).size() > 1;
        if (names.equal()) {
            boolean undated = one.family().isDated()
                    && (one.years().isEmpty() || other.years().isEmpty())
                    && shared(one.own(), other.own()).isEmpty();
            if (agrees && !undated) {
                return Outcome.SAME;
            }
            boolean apart = !near
                    && !one.surroundings().isEmpty()
                    && !other.surroundings().isEmpty();
            if (!agrees && apart && !names.specific()) {
                return Outcome.DIFFERENT;
            }
            return near && names.specific() && !undated && placesAreNear(one, other) ? Outcome.OPEN : Outcome.DOUBTFUL;
        }
        if (one.family().isDated() || !names.alike()) {
            return Outcome.DIFFERENT;
        }
        boolean telling = names.shared() > 1 && unknownOwner(one, other) && near;
        return agrees || telling || sharedAnchors(one, other) > 1 ? Outcome.DOUBTFUL : Outcome.DIFFERENT;
    }

    /// Where one name has a place and the other none, the documents of the other must name something there.
    private static boolean placesAreNear(Described one, Described other) {
        return one.places().isEmpty() == other.places().isEmpty()
                || (one.places().isEmpty() ? isNear(other.places(), one) : isNear(one.places(), other));
    }

    private static boolean isNear(Set<String> places, Described thing) {
        return places.stream()
                .map(Organizations::slug)
                .anyMatch(place -> thing.surroundings().stream()
                        .anyMatch(organization ->
                                organization.endsWith("-" + place) || organization.equals(place + "-kommune")));
    }

    private static boolean unknownOwner(Described one, Described other) {
        return one.owners().isEmpty() || other.owners().isEmpty();
    }

    // ---- names ----

    /// @param titled a quoted name or an abbreviation is equal
    /// @param shared how many telling words both have
    private record Names(
            boolean equal, boolean titled, boolean specific, boolean alike, int shared, List<Ground> grounds) {}

    private static final Names NO_NAMES = new Names(false, false, false, false, 0, List.of());

    private static Names names(Described one, Described other) {
        if (one.family() == other.family() && !shared(one.own(), other.own()).isEmpty()) {
            String mine = one.names().getFirst();
            String theirs = other.names().getFirst();
            boolean titled = names(mine, theirs).titled();
            boolean specific = one.family() != Family.NETWORK
                    || NameKey.of(mine).isSpecific()
                    || NameKey.of(theirs).isSpecific();
            return new Names(true, titled, specific, true, 0, List.of(Ground.of("equal-name", mine, theirs)));
        }
        Names best = NO_NAMES;
        for (String mine : one.names()) {
            for (String theirs : other.names()) {
                Names found = names(mine, theirs);
                if (rank(found) > rank(best)) {
                    best = found;
                }
            }
        }
        return best;
    }

    private static int rank(Names names) {
        return (names.equal() ? 4 : 0) + (names.titled() ? 2 : 0) + (names.alike() ? 1 : 0);
    }

    private static Names names(String mine, String theirs) {
        NameKey one = NameKey.of(mine);
        NameKey other = NameKey.of(theirs);
        var equal = new TreeSet<>(one.keys());
        equal.retainAll(other.keys());
        if (!equal.isEmpty()) {
            String key = equal.first();
            boolean titled = key.startsWith("«") || key.startsWith("=");
            String ground =
                    key.startsWith("«") ? "equal-title" : key.startsWith("=") ? "equal-abbreviation" : "equal-name";
            return new Names(
                    true,
                    titled,
                    one.isSpecific() && other.isSpecific(),
                    true,
                    0,
                    List.of(Ground.of(ground, mine, theirs)));
        }
        Set<String> shared = one.sharedWords(other);
        int shorter = Math.min(one.content().size(), other.content().size());
        if (shared.isEmpty() || NameKey.onlyCommon(shared) || shared.size() < HALF * shorter) {
            return NO_NAMES;
        }
        boolean within = shared.size() == shorter;
        return new Names(
                false,
                false,
                false,
                true,
                shared.size(),
                List.of(Ground.of(
                        within ? "name-within" : "names-share", mine, theirs, written(shared, mine, theirs))));
    }

    /// The shared words as the first name writes them.
    private static String written(Set<String> stems, String mine, String theirs) {
        return stems.stream()
                .map(stem -> word(stem, mine).or(() -> word(stem, theirs)).orElse(stem))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> word(String stem, String name) {
        for (String word : name.split("[^\\p{L}\\p{N}]+")) {
            if (WordStems.of(word).equals(stem)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    // ---- what is known beside the names ----

    private List<Ground> contradictions(Described one, Described other) {
        var against = new ArrayList<Ground>();
        if (one.family() != other.family()) {
            against.add(Ground.of("other-kind"));
        }
        if (one.family().isDated() && differ(one.years(), other.years())) {
            against.add(Ground.of("other-year", years(one), years(other)));
        }
        if (NameKey.placesDiffer(one.places(), other.places())) {
            against.add(Ground.of("other-place", capital(one.places()), capital(other.places())));
        }
        if (differ(one.owners(), other.owners())) {
            against.add(Ground.of("other-owner", owners(one), owners(other)));
        }
        boolean wide = one.keys().stream().anyMatch(NameKey::wide);
        if (wide != other.keys().stream().anyMatch(NameKey::wide) && (wide ? narrow(other) : narrow(one))) {
            against.add(Ground.of("other-reach"));
        }
        return against;
    }

    private static boolean narrow(Described thing) {
        return !thing.places().isEmpty() || !thing.owners().isEmpty();
    }

    private boolean agreements(Described one, Described other, List<Ground> forIt) {
        int before = forIt.size();
        var owners = shared(one.owners(), other.owners());
        if (!owners.isEmpty()) {
            forIt.add(Ground.of("same-owner", owner(owners.iterator().next())));
        }
        var places = shared(placesWithOwners(one), placesWithOwners(other));
        if (owners.isEmpty() && !places.isEmpty()) {
            forIt.add(Ground.of("same-place", capital(places)));
        }
        if (!shared(one.documents(), other.documents()).isEmpty()) {
            forIt.add(Ground.of("same-document"));
        }
        boolean agrees = forIt.size() > before;
        var near = shared(one.surroundings(), other.surroundings());
        if (!agrees && !near.isEmpty()) {
            forIt.add(Ground.of("same-surroundings", owner(near.iterator().next())));
        }
        int goals = shared(one.goals(), other.goals()).size();
        if (goals > 0) {
            forIt.add(goals == 1 ? Ground.of("shared-goal") : Ground.of("shared-goals", Integer.toString(goals)));
        }
        int anchors = sharedAnchors(one, other);
        if (anchors > 0) {
            forIt.add(
                    anchors == 1 ? Ground.of("shared-anchor") : Ground.of("shared-anchors", Integer.toString(anchors)));
        }
        return agrees;
    }

    /// A centre of Akershus works in Akershus. It speaks for a thing there, never against one in a municipality of it.
    private static Set<String> placesWithOwners(Described thing) {
        var places = new TreeSet<>(thing.places());
        for (String owner : thing.owners()) {
            if (Organizations.isCenter(owner)) {
                places.add(owner.substring(owner.indexOf('-') + 1).replace('-', ' '));
            }
        }
        return places;
    }

    private static int sharedAnchors(Described one, Described other) {
        return shared(one.anchors(), other.anchors()).size();
    }

    private static <T extends Comparable<T>> Set<T> shared(Set<T> one, Set<T> other) {
        var shared = new TreeSet<T>(one);
        shared.retainAll(other);
        return shared;
    }

    private static <T extends Comparable<T>> boolean differ(Set<T> one, Set<T> other) {
        return !one.isEmpty() && !other.isEmpty() && shared(one, other).isEmpty();
    }

    // ---- organisations ----

    private Comparison organizations(Described one, Described other, List<Ground> forIt, List<Ground> against) {
        // An organisation belongs to nobody here, and where it is stands in its name.
        against.removeIf(ground -> !ground.key().equals("other-kind"));
        Optional<String> mine = id(one);
        Optional<String> theirs = id(other);
        if (mine.isPresent() && mine.equals(theirs)) {
            forIt.add(Ground.of(
                    "same-organisation", one.names().getFirst(), other.names().getFirst()));
            return new Comparison(Outcome.SAME, forIt, against);
        }
        Names names = names(one, other);
        forIt.addAll(names.grounds());
        boolean known = mine.filter(this::isKnown).isPresent()
                && theirs.filter(this::isKnown).isPresent();
        boolean equal = names.equal() && one.places().equals(other.places());
        return new Comparison(equal && !known ? Outcome.DOUBTFUL : Outcome.DIFFERENT, forIt, against);
    }

    private boolean isKnown(String id) {
        return Organizations.isLocal(id) || organizations.byId(id).isPresent();
    }

    private Optional<String> id(Described organization) {
        return organization.names().stream()
                .map(organizations::id)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    // ---- words ----

    private String owners(Described thing) {
        return thing.owners().stream().map(this::owner).collect(Collectors.joining(", "));
    }

    private String owner(String id) {
        if (id.contains("://")) {
            return id.substring(id.lastIndexOf('/') + 1);
        }
        return organizations
                .byId(id)
                .map(Organizations.Known::name)
                .orElseGet(() -> Organizations.isCenter(id)
                        ? "USHT "
                                + capital(
                                        Set.of(id.substring(id.indexOf('-') + 1).replace('-', ' ')))
                        : id.replace('-', ' '));
    }

    private static String years(Described thing) {
        return thing.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String capital(Set<String> words) {
        return words.stream()
                .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(", "));
    }

    /// For tests and messages: every key of a ground.
    static final Map<String, Integer> GROUNDS = Map.ofEntries(
            Map.entry("equal-name", 2),
            Map.entry("equal-title", 2),
            Map.entry("equal-abbreviation", 2),
            Map.entry("name-within", 3),
            Map.entry("names-share", 3),
            Map.entry("same-owner", 1),
            Map.entry("same-place", 1),
            Map.entry("same-document", 0),
            Map.entry("same-surroundings", 1),
            Map.entry("shared-anchor", 0),
            Map.entry("shared-anchors", 1),
            Map.entry("shared-goal", 0),
            Map.entry("shared-goals", 1),
            Map.entry("same-organisation", 2),
            Map.entry("other-kind", 0),
            Map.entry("other-year", 2),
            Map.entry("other-place", 2),
            Map.entry("other-owner", 2),
            Map.entry("other-reach", 0));
}
