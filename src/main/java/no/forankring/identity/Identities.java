package no.forankring.identity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Comparison.Outcome;
import no.forankring.identity.IdentityDecision.Verdict;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Which names mean the same thing?
///
/// Safe for many threads.
public final class Identities implements IdentityDesk {

    private static final int MOST_PAIRS = 500;
    /// A word that so many things share brings no two of them together.
    private static final int SHARED_BY_MANY = 60;
    private static final Set<Set<String>> MERGEABLE = Set.of(Set.of(Addresses.NETWORK, Addresses.ACTIVITY));

    private final GraphStore graph;
    private final Addresses addresses;
    private final Organizations organizations = Organizations.builtIn();
    private final NameMatcher matcher = new NameMatcher(organizations);
    private final Settling settling;
    private final Clock clock;
    private volatile Waiting waiting = new Waiting(-1, List.of());

    /// @param pairs that waited when the graph had come to this change
    private record Waiting(long change, List<Pair> pairs) {}

    /// Lets what people corrected and retired win over what is said of a thing, after it became one with another or was
    /// parted from it.
    @FunctionalInterface
    public interface Settling {

        void settle(DatasetGraph state, Node thing);
    }

    public Identities(GraphStore graph, Settling settling, Clock clock) {
        this.graph = graph;
        this.addresses = graph.addresses();
        this.settling = settling;
        this.clock = clock;
    }

    /// The organisations that are known by several names.
    public Organizations organizations() {
        return organizations;
    }

    // ---- at ingest ----

    /// Finds out what the names of a document mean. Call it within the change that replaces the document's statements,
    /// before the old ones go; then put the new ones with [Names#put].
    public Names resolve(DatasetGraph state, String document, List<Sighting> sightings) {
        return new Names(state, document, sightings, resolution(state).resolve(document, sightings));
    }

    private NameResolution resolution(DatasetGraph state) {
        return new NameResolution(state, addresses, matcher, organizations);
    }

    /// What the names of one document mean, for one change of the graph.
    public final class Names {
        private final DatasetGraph state;
        private final String document;
        private final List<Sighting> sightings;
        private final Map<String, Meant> things;

        private Names(DatasetGraph state, String document, List<Sighting> sightings, Map<String, Meant> things) {
            this.state = state;
            this.document = document;
            this.sightings = sightings;
            this.things = things;
        }

        /// Adds what a document states: said of the things that are meant, in place of the addresses that the names
        /// alone give, with the other names and where they stand.
        public void put(Collection<Quad> quads) {
            for (Quad quad : quads) {
                Quad meant = meant(quad);
                state.add(meant);
                IdentityRdf.otherName(meant, quad).ifPresent(state::add);
            }
            var rdf = new IdentityRdf(state, addresses);
            for (Sighting sighting : sightings) {
                Meant meant = things.get(sighting.address());
                if (meant != null) {
                    rdf.add(document, sighting, meant);
                }
            }
        }

        private Quad meant(Quad quad) {
            return new Quad(quad.getGraph(), meant(quad.getSubject()), quad.getPredicate(), meant(quad.getObject()));
        }

        private Node meant(Node node) {
            Meant meant = node.isURI() ? things.get(node.getURI()) : null;
            return meant == null ? node : IdentityRdf.uri(meant.thing());
        }
    }

    /// Documents whose names would be resolved otherwise now, of those that share a name with these; they must be
    /// linked again. Empty when all agree.
    ///
    /// @param documents ids
    public List<String> unsettled(Collection<String> documents) {
        return graph.read(state -> unsettled(state, documents));
    }

    private List<String> unsettled(DatasetGraph state, Collection<String> documents) {
        var rdf = new IdentityRdf(state, addresses);
        var near = new TreeSet<String>(documents);
        for (String document : documents) {
            for (Naming naming : rdf.of(document)) {
                naming.sighting().keys().forEach(key -> rdf.withKey(key).forEach(other -> near.add(other.document())));
            }
        }
        var resolution = resolution(state);
        var unsettled = new ArrayList<String>();
        for (String document : near) {
            List<Naming> namings = rdf.of(document);
            Map<String, Meant> now = resolution.resolve(
                    document, namings.stream().map(Naming::sighting).toList());
            if (namings.stream()
                    .anyMatch(naming -> !new Meant(naming.thing(), naming.byItself())
                            .equals(now.get(naming.sighting().address())))) {
                unsettled.add(document);
            }
        }
        return unsettled;
    }

    // ---- what waits ----

    @Override
    public List<Pair> pairs() {
        // The number is read before the state, so what is kept is never older than it says.
        long change = graph.lastChange();
        Waiting known = waiting;
        if (known.change() != change) {
            known = new Waiting(change, graph.read(this::pairs));
            waiting = known;
        }
        return known.pairs();
    }

    private List<Pair> pairs(DatasetGraph state) {
        var rdf = new IdentityRdf(state, addresses);
        List<IdentityDecision> decisions = rdf.decisions();
        var pairs = new ArrayList<Pair>();
        for (List<Described> candidates : candidates(described(rdf))) {
            Described one = candidates.getFirst();
            Described other = candidates.getLast();
            if (decisions.stream().anyMatch(decision -> decision.isAbout(one.address(), other.address()))) {
                continue;
            }
            Comparison comparison = matcher.propose(one, other);
            if (comparison.outcome() != Outcome.DIFFERENT) {
                boolean turned = other.documents().size() > one.documents().size();
                pairs.add(new Pair(
                        turned ? other.address() : one.address(),
                        turned ? one.address() : other.address(),
                        comparison));
            }
        }
        pairs.sort(Comparator.comparing((Pair pair) -> pair.comparison().outcome())
                .thenComparing(pair -> pair.comparison().against().size())
                .thenComparing(pair -> -pair.comparison().forIt().size())
                .thenComparing(Pair::one)
                .thenComparing(Pair::other));
        return List.copyOf(pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())));
    }

    private List<Described> described(IdentityRdf rdf) {
        var byThing = new TreeMap<String, List<Naming>>();
        var thingOf = new HashMap<String, String>();
        var byDocument = new HashMap<String, List<Sighting>>();
        for (Naming naming : rdf.all()) {
            thingOf.put(naming.document() + " " + naming.sighting().address(), naming.thing());
            byDocument
                    .computeIfAbsent(naming.document(), none -> new ArrayList<>())
                    .add(naming.sighting());
            if (naming.sighting().family().isProposed()) {
                byThing.computeIfAbsent(naming.thing(), none -> new ArrayList<>())
                        .add(naming);
            }
        }
        rdf.entered().forEach((thing, sighting) -> {
            if (sighting.family().isProposed()) {
                byThing.computeIfAbsent(thing, none -> new ArrayList<>())
                        .add(new Naming("", "", thing, thing, sighting));
            }
        });
        var surroundings = new HashMap<String, Set<String>>();
        byDocument.forEach(
                (document, sightings) -> surroundings.put(document, NameResolution.local(sightings, organizations)));
        byThing.keySet().removeIf(thing -> !rdf.isInUse(thing));
        var described = new ArrayList<Described>();
        byThing.forEach((thing, namings) -> {
            Described known = NameResolution.describe(
                    thing,
                    namings,
                    document -> surroundings.getOrDefault(document, Set.of()),
                    naming -> Optional.ofNullable(thingOf.get(
                            naming.document() + " " + naming.sighting().within())));
            described.add(new Described(
                    known.address(),
                    known.family(),
                    known.own(),
                    known.names(),
                    known.owners(),
                    known.years(),
                    known.documents(),
                    known.surroundings(),
                    known.goals(),
                    rdf.anchors(thing)));
        });
        return described;
    }

    /// Pairs that share a word or a key that few others have.
    private static Collection<List<Described>> candidates(List<Described> things) {
        var byWord = new HashMap<String, List<Integer>>();
        for (int i = 0; i < things.size(); i++) {
            var words = new TreeSet<String>(things.get(i).own());
            for (NameKey key : things.get(i).keys()) {
                words.addAll(key.keys());
                key.content().stream()
                        .filter(word -> !NameKey.onlyCommon(List.of(word)))
                        .forEach(words::add);
            }
            for (String word : words) {
                byWord.computeIfAbsent(word, none -> new ArrayList<>()).add(i);
            }
        }
        var pairs = new LinkedHashMap<Long, List<Described>>();
        for (List<Integer> sharing : byWord.values()) {
            if (sharing.size() > SHARED_BY_MANY) {
                continue;
            }
            for (int i = 0; i < sharing.size(); i++) {
                for (int j = i + 1; j < sharing.size(); j++) {
                    int one = sharing.get(i);
                    int other = sharing.get(j);
                    pairs.put((long) one * things.size() + other, List.of(things.get(one), things.get(other)));
                }
            }
        }
        return pairs.values();
    }

    // ---- decisions ----

    @Override
    public Decided decide(String kept, String other, Verdict verdict, String why, String who) {
        if (verdict == Verdict.SPLIT) {
            throw new IllegalArgumentException("A split has a call of its own");
        }
        var decision = new IdentityDecision(newId(), verdict, kept, other, "", "", why, who, clock.instant());
        await(graph.write(who, because("identity %s %s %s".formatted(verdict.code(), kept, other), why), state -> {
            var rdf = new IdentityRdf(state, addresses);
            check(rdf, kept, other, verdict);
            for (IdentityDecision earlier : rdf.decisions()) {
                if (earlier.verdict() != Verdict.SPLIT && earlier.isAbout(kept, other)) {
                    rdf.remove(earlier.id());
                }
            }
            rdf.note(decision);
            if (verdict == Verdict.SAME) {
                rdf.moveInDocuments(other, kept);
                rdf.moveConfirmed(other, kept, decision.id());
                settling.settle(state, IdentityRdf.uri(kept));
            }
        }));
        return new Decided(List.of(decision), toLinkAgain(List.of(decision)));
    }

    private void check(IdentityRdf rdf, String kept, String other, Verdict verdict) {
        for (String address : List.of(kept, other)) {
            if (!rdf.isKnown(address)) {
                throw IdentityException.unknown(address);
            }
        }
        if (kept.equals(other)) {
            throw IdentityException.notTwo(kept);
        }
        String one = kind(kept);
        String two = kind(other);
        if (verdict == Verdict.SAME) {
            List.of(kept, other).stream()
                    .filter(address -> !rdf.isInUse(address))
                    .findFirst()
                    .ifPresent(address -> {
                        throw IdentityException.outOfUse(address);
                    });
        }
        if (verdict == Verdict.SAME && !one.equals(two) && !MERGEABLE.contains(Set.of(one, two))) {
            throw IdentityException.otherKinds(kept, other);
        }
        if (Set.of(Addresses.DOCUMENT, Addresses.GOVERNING_DOCUMENT, Addresses.PROVISION)
                .contains(one)) {
            throw IdentityException.otherKinds(kept, other);
        }
    }

    private String kind(String address) {
        return addresses.parse(address).map(Addresses.Parts::kind).orElse("");
    }

    @Override
    public Decided split(String thing, List<String> namings, String why, String who) {
        var decisions = new ArrayList<IdentityDecision>();
        await(graph.write(
                who, because("identity split %s %s".formatted(thing, String.join(" ", namings)), why), state -> {
                    decisions.clear();
                    var rdf = new IdentityRdf(state, addresses);
                    List<Naming> all = rdf.naming(thing);
                    List<Naming> parted = all.stream()
                            .filter(naming -> namings.contains(naming.id()))
                            .toList();
                    if (parted.isEmpty()
                            || parted.size() == all.size()
                            || parted.size() != Set.copyOf(namings).size()) {
                        throw IdentityException.nothingToSplit();
                    }
                    String other = newAddress(rdf, thing, parted);
                    for (Naming naming : parted) {
                        // What a person parted before is parted anew.
                        rdf.decisions().stream()
                                .filter(earlier -> earlier.verdict() == Verdict.SPLIT
                                        && earlier.document().equals(naming.document())
                                        && earlier.own()
                                                .equals(naming.sighting().address()))
                                .forEach(earlier -> rdf.remove(earlier.id()));
                        var decision = new IdentityDecision(
                                newId(),
                                Verdict.SPLIT,
                                thing,
                                other,
                                naming.document(),
                                naming.sighting().address(),
                                why,
                                who,
                                clock.instant());
                        rdf.note(decision);
                        decisions.add(decision);
                    }
                }));
        var documents = new LinkedHashSet<String>();
        decisions.forEach(decision -> documents.add(decision.document()));
        return new Decided(decisions, List.copyOf(documents));
    }

    /// The address that one of the names alone gives, where it is free; else one made of it.
    private static String newAddress(IdentityRdf rdf, String thing, List<Naming> parted) {
        Map<String, String> forwards = Meanings.forwards(rdf.decisions());
        for (Naming naming : parted) {
            String own = naming.sighting().address();
            if (!own.equals(thing)
                    && !forwards.containsKey(own)
                    && rdf.naming(own).isEmpty()) {
                return own;
            }
        }
        return thing + "--x" + Addresses.fingerprint(parted.getFirst().id()).substring(0, 8);
    }

    @Override
    public Decided takeBack(String id, String who) {
        var taken = new ArrayList<IdentityDecision>();
        await(graph.write(who, "identity take back " + id, state -> {
            taken.clear();
            var rdf = new IdentityRdf(state, addresses);
            IdentityDecision decision = rdf.decision(id).orElseThrow(() -> IdentityException.unknownDecision(id));
            if (decision.verdict() == Verdict.SAME) {
                String now = Meanings.followed(decision.other(), Meanings.forwards(rdf.decisions()));
                rdf.restoreConfirmed(decision.other(), now, id);
            }
            rdf.remove(id);
            if (decision.verdict() == Verdict.SAME) {
                settling.settle(state, IdentityRdf.uri(decision.kept()));
                settling.settle(state, IdentityRdf.uri(decision.other()));
            }
            taken.add(decision);
        }));
        // The parted name comes back to what it was parted from, which stays where it is.
        IdentityDecision decision = taken.getFirst();
        return new Decided(
                taken, decision.verdict() == Verdict.SPLIT ? List.of(decision.document()) : toLinkAgain(taken));
    }

    /// The documents that name what was decided about and would now name something else.
    private List<String> toLinkAgain(List<IdentityDecision> about) {
        return graph.read(state -> {
            var rdf = new IdentityRdf(state, addresses);
            var documents = new TreeSet<String>();
            for (IdentityDecision decision : about) {
                if (!decision.document().isEmpty()) {
                    documents.add(decision.document());
                }
                for (String thing : List.of(decision.kept(), decision.other())) {
                    rdf.naming(thing).forEach(naming -> documents.add(naming.document()));
                    rdf.withOwn(thing).forEach(naming -> documents.add(naming.document()));
                }
            }
            return unsettled(state, documents);
        });
    }

    @Override
    public List<IdentityDecision> decisions() {
        return graph.read(state -> new IdentityRdf(state, addresses).decisions().reversed());
    }

    @Override
    public List<Naming> names(String thing) {
        return graph.read(state -> new IdentityRdf(state, addresses)
                .naming(Meanings.of(state, addresses)
                        .now(IdentityRdf.uri(thing))
                        .getURI()));
    }

    @Override
    public Optional<String> forward(String address) {
        return graph.read(state -> {
            var rdf = new IdentityRdf(state, addresses);
            Map<String, String> forwards = Meanings.forwards(rdf.decisions());
            String end = Meanings.followed(address, forwards);
            if (!end.equals(address)) {
                return Optional.of(end);
            }
            if (rdf.isKnown(address)) {
                return Optional.empty();
            }
            // The name alone would give this address; where all documents mean one thing by it, that is what it was.
            Set<String> things = new TreeSet<>();
            rdf.withOwn(address).forEach(naming -> things.add(naming.thing()));
            return things.size() == 1 ? things.stream().findFirst() : Optional.empty();
        });
    }

    private static String because(String what, String why) {
        return why.isBlank() ? what : what + ": " + why.strip();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static void await(CompletableFuture<Change> change) {
        try {
            change.join();
        } catch (CompletionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IdentityException refused) {
                    throw refused;
                }
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }
}
