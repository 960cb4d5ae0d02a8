package no.forankring.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import no.forankring.graph.Addresses;
import no.forankring.identity.Comparison.Outcome;
import no.forankring.identity.IdentityDecision.Verdict;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;

/// Finds out which thing each name of one document means, given what other documents name and what people decided.
///
/// Which names become one depends on the documents alone, not on the order in which they were read, once each has been
/// linked after the others: what a document named before is left out when its names are resolved again. Only which of
/// several documents lends the address is a matter of order; it then stays.
final class NameResolution {

    private final IdentityRdf rdf;
    private final Addresses addresses;
    private final NameMatcher matcher;
    private final Organizations organizations;
    private final List<IdentityDecision> decisions;
    private final Map<String, String> forwards;
    private final Map<String, Sighting> entered;
    private final Map<String, Set<String>> surroundings = new HashMap<>();

    NameResolution(DatasetGraph state, Addresses addresses, NameMatcher matcher, Organizations organizations) {
        this.rdf = new IdentityRdf(state, addresses);
        this.addresses = addresses;
        this.matcher = matcher;
        this.organizations = organizations;
        this.decisions = rdf.decisions();
        this.forwards = Meanings.forwards(decisions);
        this.entered = rdf.entered();
    }

    String followed(String address) {
        return Meanings.followed(address, forwards);
    }

    /// The thing that each name means, by the address that the name alone gives. What people merged counts last: which
    /// names are one by themselves is the same before and after.
    Map<String, Meant> resolve(String document, List<Sighting> sightings) {
        var earlier = new HashMap<String, String>();
        rdf.of(document).forEach(naming -> earlier.put(naming.sighting().address(), naming.byItself()));
        var byOwn = new LinkedHashMap<String, Sighting>();
        sightings.forEach(sighting -> byOwn.putIfAbsent(sighting.address(), sighting));
        surroundings.put(document, local(sightings, organizations));
        var resolved = new LinkedHashMap<String, String>();
        var meant = new LinkedHashMap<String, Meant>();
        var here = new ArrayList<Naming>();
        for (Sighting sighting : inOrder(byOwn)) {
            String byItself = place(document, sighting, earlier, resolved, here);
            String thing = followed(byItself);
            resolved.put(sighting.address(), thing);
            meant.put(sighting.address(), new Meant(thing, byItself));
            here.add(new Naming("", document, thing, byItself, sighting));
        }
        return meant;
    }

    /// What it is a part of first; then the names of which most is known, for the others are compared with them.
    private static List<Sighting> inOrder(Map<String, Sighting> byOwn) {
        var ordered = new ArrayList<>(byOwn.values());
        ordered.sort(Comparator.comparingInt((Sighting sighting) -> depth(sighting, byOwn))
                .thenComparingInt(sighting -> -known(sighting))
                .thenComparing(Sighting::address));
        return ordered;
    }

    private static int depth(Sighting sighting, Map<String, Sighting> byOwn) {
        int depth = sighting.family() == Family.ORGANIZATION ? 0 : 1;
        Sighting at = sighting;
        for (int steps = 0; steps < 5; steps++) {
            Sighting above = byOwn.get(at.within());
            if (above == null || above == at) {
                break;
            }
            depth++;
            at = above;
        }
        return depth;
    }

    private static int known(Sighting sighting) {
        NameKey key = NameKey.of(sighting.name());
        return (sighting.owner().isPresent() ? 1 : 0)
                + (key.places().isEmpty() ? 0 : 1)
                + (sighting.year().isPresent() ? 1 : 0);
    }

    private String place(
            String document,
            Sighting sighting,
            Map<String, String> earlier,
            Map<String, String> resolved,
            List<Naming> here) {
        for (IdentityDecision decision : decisions) {
            if (decision.verdict() == Verdict.SPLIT
                    && decision.document().equals(document)
                    && decision.own().equals(sighting.address())) {
                return decision.other();
            }
        }
        if (sighting.family() == Family.ORGANIZATION) {
            return organizations
                    .id(sighting.name())
                    .filter(id -> isOrganization(sighting.address()))
                    .map(id -> addresses.of(Addresses.ORGANIZATION, id).getURI())
                    .orElse(sighting.address());
        }
        if (sighting.family() == Family.OTHER || sighting.family() == Family.TARGET_GROUP) {
            return sighting.address();
        }
        Map<String, List<Naming>> groups = groups(document, sighting, here);
        Described mine = describe(sighting.address(), List.of(new Naming("", document, "", "", sighting)), resolved);
        String before = earlier.get(sighting.address());
        Optional<String> joined = joined(sighting, mine, before, groups, resolved);
        if (joined.isPresent()) {
            return joined.get();
        }
        // Alone, so far: it keeps the address that it had, else takes the one of its name, else one of its own.
        if (before != null && isFree(before, document, here)) {
            return before;
        }
        if (isFree(sighting.address(), document, here)) {
            return sighting.address();
        }
        String owned = sighting.address()
                + "--"
                + mine.owners().stream()
                        .findFirst()
                        .map(owner -> owner.substring(owner.lastIndexOf('/') + 1))
                        .orElseGet(() -> mine.places().stream()
                                .findFirst()
                                .map(Organizations::slug)
                                .orElse("x" + Addresses.fingerprint(document).substring(0, 8)));
        return isFree(owned, document, here)
                ? owned
                : sighting.address() + "--x"
                        + Addresses.fingerprint(document + " " + sighting.address())
                                .substring(0, 8);
    }

    private boolean isOrganization(String address) {
        return addresses
                .parse(address)
                .filter(parts -> parts.kind().equals(Addresses.ORGANIZATION))
                .isPresent();
    }

    /// The things of other documents, and of this one as far as it is resolved, that share a key with a name.
    private Map<String, List<Naming>> groups(String document, Sighting sighting, List<Naming> here) {
        var groups = new TreeMap<String, List<Naming>>();
        Set<String> keys = sighting.keys();
        var things = new TreeSet<String>();
        for (String key : keys) {
            rdf.withKey(key).stream()
                    .filter(naming -> !naming.document().equals(document))
                    .forEach(naming -> things.add(naming.byItself()));
        }
        for (Naming naming : here) {
            if (naming.sighting().keys().stream().anyMatch(keys::contains)) {
                things.add(naming.byItself());
            }
        }
        for (Map.Entry<String, Sighting> hand : entered.entrySet()) {
            if (hand.getValue().keys().stream().anyMatch(keys::contains)) {
                things.add(hand.getKey());
            }
        }
        for (String thing : things) {
            var namings = new ArrayList<Naming>();
            rdf.namingByItself(thing).stream()
                    .filter(naming -> !naming.document().equals(document))
                    .forEach(namings::add);
            here.stream().filter(naming -> naming.byItself().equals(thing)).forEach(namings::add);
            Sighting byHand = entered.get(thing);
            if (byHand != null) {
                namings.add(new Naming("", "", thing, thing, byHand));
            }
            groups.put(thing, namings);
        }
        return groups;
    }

    private Optional<String> joined(
            Sighting sighting,
            Described mine,
            @Nullable String before,
            Map<String, List<Naming>> groups,
            Map<String, String> resolved) {
        var possible = new ArrayList<Described>();
        var same = new ArrayList<Described>();
        var open = new ArrayList<Described>();
        var others = new ArrayList<Described>();
        for (Map.Entry<String, List<Naming>> group : groups.entrySet()) {
            String thing = group.getKey();
            if (isParted(sighting.address(), thing) || before != null && isParted(before, thing)) {
                continue;
            }
            Described theirs = describe(thing, group.getValue(), resolved);
            Outcome outcome = matcher.compare(mine, theirs).outcome();
            (outcome == Outcome.DIFFERENT ? others : possible).add(theirs);
            if (outcome == Outcome.SAME) {
                same.add(theirs);
            } else if (outcome == Outcome.OPEN) {
                open.add(theirs);
            }
        }
        // Of whom nobody says whose it is, it may as well be of another that this one is not.
        open.removeIf(one ->
                others.stream().anyMatch(other -> matcher.compare(one, other).outcome() != Outcome.DIFFERENT));
        // Where two things that cannot be one share the name, nobody knows which of them is meant.
        List<Described> best = (same.isEmpty() ? open : same)
                .stream()
                        .filter(one -> possible.stream().noneMatch(other -> areRivals(one, other)))
                        .toList();
        if (best.size() < 2) {
            return best.stream().map(Described::address).findFirst();
        }
        return best.stream()
                .map(Described::address)
                .filter(address -> address.equals(before))
                .findFirst()
                .or(() -> best.stream()
                        .min(Comparator.comparing(
                                        (Described one) -> one.owners().isEmpty())
                                .thenComparing(one -> -one.documents().size())
                                .thenComparing(Described::address))
                        .map(Described::address));
    }

    private boolean areRivals(Described one, Described other) {
        return !followed(one.address()).equals(followed(other.address()))
                && (matcher.contradict(one, other) || isParted(one.address(), other.address()));
    }

    /// True when a person said that the two are not one.
    private boolean isParted(String one, String thing) {
        return decisions.stream()
                .filter(decision -> decision.verdict() != Verdict.SAME)
                .anyMatch(decision ->
                        decision.isAbout(one, thing) || isBetween(decision, followed(one), followed(thing)));
    }

    private boolean isBetween(IdentityDecision decision, String one, String other) {
        String kept = followed(decision.kept());
        String parted = followed(decision.other());
        return !kept.equals(parted)
                && (kept.equals(one) && parted.equals(other) || kept.equals(other) && parted.equals(one));
    }

    private boolean isFree(String thing, String document, List<Naming> here) {
        return here.stream().noneMatch(naming -> naming.byItself().equals(thing))
                && rdf.namingByItself(thing).stream()
                        .allMatch(naming -> naming.document().equals(document))
                && !entered.containsKey(thing);
    }

    /// What the namings of a thing tell together.
    private Described describe(String thing, List<Naming> namings, Map<String, String> resolved) {
        return describe(thing, namings, this::surroundings, naming -> {
            String within = naming.sighting().within();
            if (within.isEmpty()) {
                return Optional.empty();
            }
            String here = resolved.get(within);
            if (here != null && naming.thing().isEmpty()
                    || here != null && naming.id().isEmpty()) {
                return Optional.of(here);
            }
            return rdf.withOwn(within).stream()
                    .filter(parent -> parent.document().equals(naming.document()))
                    .map(Naming::thing)
                    .findFirst();
        });
    }

    private Set<String> surroundings(String document) {
        return surroundings.computeIfAbsent(
                document,
                absent -> local(rdf.of(document).stream().map(Naming::sighting).toList(), organizations));
    }

    /// The municipalities, centres and county governors among the names of a document.
    static Set<String> local(List<Sighting> sightings, Organizations organizations) {
        var local = new TreeSet<String>();
        for (Sighting sighting : sightings) {
            if (sighting.family() == Family.ORGANIZATION || sighting.type().equals("Municipality")) {
                organizations
                        .id(sighting.name())
                        .map(id -> sighting.type().equals("Municipality") && !id.endsWith("-kommune")
                                ? id + "-kommune"
                                : id)
                        .filter(Organizations::isLocal)
                        .ifPresent(local::add);
            }
            sighting.owner().filter(Organizations::isLocal).ifPresent(local::add);
        }
        return local;
    }

    static Described describe(
            String thing,
            List<Naming> namings,
            Function<String, Set<String>> surroundings,
            Function<Naming, Optional<String>> holder) {
        var names = new TreeSet<String>();
        var own = new TreeSet<String>();
        var owners = new TreeSet<String>();
        var years = new TreeSet<Integer>();
        var documents = new TreeSet<String>();
        var near = new TreeSet<String>();
        var goals = new TreeSet<String>();
        Family family = namings.getFirst().sighting().family();
        for (Naming naming : namings) {
            Sighting sighting = naming.sighting();
            names.add(sighting.name());
            own.add(sighting.address());
            goals.addAll(sighting.goals());
            sighting.year().ifPresent(years::add);
            if (!naming.document().isEmpty()) {
                documents.add(naming.document());
                near.addAll(surroundings.apply(naming.document()));
            }
            boolean part = sighting.family() == Family.GOAL || sighting.family() == Family.HAPPENING;
            Optional<String> whole = part ? holder.apply(naming) : Optional.empty();
            if (whole.isPresent()) {
                owners.add(whole.get());
            } else {
                sighting.owner().ifPresent(owners::add);
            }
        }
        return new Described(thing, family, own, List.copyOf(names), owners, years, documents, near, goals, Set.of());
    }
}
