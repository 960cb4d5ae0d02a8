package no.forankring.curation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import no.forankring.register.Register;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What changed, who changed it and why, before and after; and how to undo it.
///
/// Follows the store: a change shows here as soon as it is durable. Safe for many threads.
public final class History implements AutoCloseable {

    /// What every `why` of an undoing begins with, before the number.
    static final String WHY = "undo ";

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int BATCH = 20;
    private static final Set<String> KEPT = Set.of(
            Addresses.NETWORK,
            Addresses.ACTIVITY,
            Addresses.GOAL,
            Addresses.TARGET_GROUP,
            Addresses.ORGANIZATION,
            Addresses.MUNICIPALITY,
            Addresses.COUNTY,
            Addresses.GOVERNING_DOCUMENT,
            Addresses.DOCUMENT);

    private final GraphStore graph;
    private final GraphStore shown;
    private final Register register;
    private final ChangeIndex index;
    private final ExecutorService follower;
    private final Object filling = new Object();
    private volatile boolean closed;
    private AutoCloseable listening = () -> {};

    private History(GraphStore graph, GraphStore shown, Register register, Path folder) {
        this.graph = graph;
        this.shown = shown;
        this.register = register;
        this.index = new ChangeIndex(folder);
        this.follower = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("history").daemon().factory());
    }

    /// Opens the history kept in a folder and begins to follow the store; what is missing there is read from the
    /// journal, in the background.
    public static History open(GraphStore graph, Register register, Path folder) {
        return open(graph, graph, register, folder);
    }

    /// @param shown the same store as readers see it
    public static History open(GraphStore graph, GraphStore shown, Register register, Path folder) {
        var history = new History(graph, shown, register, folder);
        long last = history.index.last();
        boolean other =
                last > 0 && graph.change(last).filter(history.index::agreesWith).isEmpty();
        if (other) {
            LOG.info("The history in {} is of another journal, so it is made anew.", folder);
            history.index.clear();
        }
        history.listening = graph.onChange(change -> history.follow());
        history.follow();
        return history;
    }

    private void follow() {
        if (!closed) {
            try {
                follower.execute(() -> {
                    try {
                        catchUp();
                    } catch (RuntimeException e) {
                        LOG.error("The history lags behind; it goes on with the next change", e);
                    }
                });
            } catch (java.util.concurrent.RejectedExecutionException e) {
                LOG.debug("Closed while a change came in", e);
            }
        }
    }

    /// Takes in what is durable and not here yet.
    private void catchUp() {
        synchronized (filling) {
            while (!closed && index.last() < graph.lastChange()) {
                List<Patch> patches = graph.patchesAfter(index.last(), BATCH);
                if (patches.isEmpty()) {
                    return;
                }
                index.add(graph.read(state -> patches.stream()
                        .map(patch -> new ChangeIndex.Line(patch.change(), touched(state, patch)))
                        .toList()));
            }
        }
    }

    /// The things that a change says something of, by address.
    private List<String> touched(DatasetGraph state, Patch patch) {
        Set<String> things = new LinkedHashSet<>();
        for (List<Quad> quads : List.of(patch.deleted(), patch.added())) {
            for (Quad quad : quads) {
                keep(things, quad.getSubject());
                Node predicate = quad.getPredicate();
                if (predicate.equals(RDF.subject.asNode()) || predicate.equals(RDF.object.asNode())) {
                    keep(things, quad.getObject());
                } else if (predicate.equals(Fa.judges)) {
                    for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
                        state.findNG(Node.ANY, quad.getObject(), end, Node.ANY)
                                .forEachRemaining(judged -> keep(things, judged.getObject()));
                    }
                }
            }
        }
        return List.copyOf(things);
    }

    private void keep(Set<String> things, Node node) {
        if (node.isURI()
                && graph.addresses()
                        .parse(node.getURI())
                        .filter(parts -> KEPT.contains(parts.kind()))
                        .isPresent()) {
            things.add(node.getURI());
        }
    }

    // ---- reading ----

    /// Some changes, and how many there are in all.
    public record Page(long total, List<ChangeView> changes) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /// The changes that fit a filter, the newest first.
    ///
    /// @param skip how many to pass over
    /// @param shown how many differences to tell of each change at most
    public Page changes(HistoryFilter filter, int skip, int size, int shown) {
        catchUp();
        List<ChangeIndex.Line> fitting = (filter.thing().isEmpty() ? index.all() : index.of(filter.thing()))
                .stream().filter(line -> fits(filter, line.change())).toList();
        List<ChangeView> views = fitting.stream()
                .skip(skip)
                .limit(size)
                .map(line -> view(line.change(), filter.thing(), shown))
                .toList();
        return new Page(fitting.size(), views);
    }

    private static boolean fits(HistoryFilter filter, Change change) {
        LocalDate day = LocalDate.ofInstant(change.at(), ZONE);
        return (filter.who().isEmpty() || change.who().equalsIgnoreCase(filter.who()))
                && filter.kind()
                        .map(kind -> kind == ChangeKind.of(change.why()))
                        .orElse(true)
                && filter.from().map(from -> !day.isBefore(from)).orElse(true)
                && filter.to().map(to -> !day.isAfter(to)).orElse(true);
    }

    /// Everybody who changed something, in order of name.
    public List<String> people() {
        catchUp();
        return index.all().stream()
                .map(line -> line.change().who())
                .distinct()
                .sorted()
                .toList();
    }

    /// One change with up to `shown` differences; empty when there is none of that number.
    public Optional<ChangeView> change(long number, int shown) {
        return graph.change(number).map(change -> view(change, "", shown));
    }

    private ChangeView view(Change change, String thing, int shown) {
        Optional<Patch> patch = this.shown.patch(change.number());
        String why = patch.map(found -> found.change().why()).orElse(change.why());
        List<Difference> all = patch.map(found -> differences(found, thing)).orElse(List.of());
        ChangeKind kind = ChangeKind.of(change.why());
        return new ChangeView(
                change.number(),
                change.at(),
                change.who(),
                kind,
                why.equals(change.why()) ? action(kind, why) : "",
                why.equals(change.why()) ? reason(kind, why) : why,
                all.subList(0, Math.min(shown, all.size())),
                Math.max(0, all.size() - shown),
                patch.filter(found -> refusal(found).isEmpty()).isPresent());
    }

    private static String action(ChangeKind kind, String why) {
        return kind == ChangeKind.CURATED ? why.substring(Curation.WHY.length()).split(" ", 2)[0] : "";
    }

    private static String reason(ChangeKind kind, String why) {
        int colon = why.indexOf(": ");
        return switch (kind) {
            case CURATED, NAMED, UNDONE -> colon < 0 ? "" : why.substring(colon + 2);
            case IMPORTED -> why.substring(PlanImport.WHY.length());
            case READ -> why.replaceFirst("^(ingest|link again) ", "");
            case JUDGED, PROGRAM -> "";
            case OTHER -> why;
        };
    }

    private List<Difference> differences(Patch patch, String only) {
        return graph.read(state -> new PatchWords(state, graph.addresses(), register, patch).differences(only));
    }

    // ---- undoing ----

    /// Undoes a change by a new one.
    ///
    /// @throws CurationException when it is of a kind that cannot be undone here, or later changes stand on it; the
    ///     message says which, and what to do instead
    public Change undo(long number, String why, String who) {
        Patch patch = graph.patch(number).orElseThrow(() -> CurationException.refused("noChange", "" + number));
        refusal(patch).ifPresent(key -> {
            throw CurationException.refused(
                    key, "" + number, reason(ChangeKind.READ, patch.change().why()));
        });
        catchUp();
        String reason = WHY + number + (why.isBlank() ? "" : ": " + why.strip());
        try {
            return graph.write(who, reason, state -> undo(state, patch)).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            while (cause != null) {
                if (cause instanceof CurationException refused) {
                    throw refused;
                }
                if (cause instanceof GraphException objected
                        && !objected.objections().isEmpty()) {
                    throw later(patch, List.of());
                }
                cause = cause.getCause();
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    /// The key of why a change cannot be undone here; empty when it can, as far as its kind goes.
    private Optional<String> refusal(Patch patch) {
        if (ChangeKind.of(patch.change().why()) == ChangeKind.NAMED) {
            return Optional.of("undoNames");
        }
        boolean byPeople = false;
        for (List<Quad> quads : List.of(patch.added(), patch.deleted())) {
            for (Quad quad : quads) {
                Node name = quad.getGraph();
                if (name.equals(graph.addresses().registerGraph())
                        || name.equals(graph.addresses().ontologyGraph())
                        || name.equals(graph.addresses().geographyGraph())) {
                    return Optional.of("undoProgram");
                }
                if (name.equals(graph.addresses().provenanceGraph())) {
                    return Optional.of("undoRead");
                }
                byPeople |= !ofDocument(name);
            }
        }
        return byPeople ? Optional.empty() : Optional.of("undoDocuments");
    }

    /// What documents state follows from the files and from what people say; it is settled, never put back.
    private boolean ofDocument(Node name) {
        return name.getURI().startsWith(graph.addresses().base() + "/graph/document/")
                && !PlanImport.isSuggestions(graph.addresses(), name);
    }

    private void undo(DatasetGraph state, Patch patch) {
        List<Quad> added = patch.added().stream()
                .filter(quad -> !ofDocument(quad.getGraph()))
                .toList();
        List<Quad> deleted = patch.deleted().stream()
                .filter(quad -> !ofDocument(quad.getGraph()))
                .toList();
        Set<Node> inTheWay = new LinkedHashSet<>();
        added.stream().filter(quad -> !state.contains(quad)).forEach(quad -> inTheWay.add(quad.getSubject()));
        deleted.stream().filter(state::contains).forEach(quad -> inTheWay.add(quad.getSubject()));
        if (!inTheWay.isEmpty()) {
            throw later(patch, inTheWay);
        }
        added.forEach(state::delete);
        deleted.forEach(state::add);
        // A passage or a description that other statements rest on by now stays for them.
        added.stream()
                .filter(quad -> shared(quad.getSubject())
                        && state.contains(quad.getGraph(), Node.ANY, Node.ANY, quad.getSubject()))
                .forEach(state::add);
        var corrections = new Corrections(state, graph.addresses());
        Set<Node> things = curated(patch);
        things.forEach(corrections::settle);
        List<Node> dangling = things.stream()
                .filter(thing -> !state.findNG(Node.ANY, thing, RDF.type.asNode(), Node.ANY)
                        .hasNext())
                .filter(thing -> referred(state, thing))
                .toList();
        if (!dangling.isEmpty()) {
            throw later(patch, dangling);
        }
    }

    private boolean shared(Node node) {
        return graph.addresses()
                .parse(node.getURI())
                .map(Addresses.Parts::kind)
                .filter(kind -> Set.of(
                                Addresses.PASSAGE,
                                Addresses.SELECTOR,
                                Addresses.ENTRY,
                                Addresses.PROVISION,
                                Addresses.GOVERNING_DOCUMENT)
                        .contains(kind))
                .isPresent();
    }

    private static boolean referred(DatasetGraph state, Node thing) {
        return state.findNG(Node.ANY, Node.ANY, RDF.object.asNode(), thing).hasNext()
                || state.findNG(Node.ANY, Node.ANY, RDF.subject.asNode(), thing).hasNext();
    }

    private Set<Node> curated(Patch patch) {
        Set<Node> things = new LinkedHashSet<>();
        for (List<Quad> quads : List.of(patch.added(), patch.deleted())) {
            for (Quad quad : quads) {
                for (Node node : List.of(quad.getSubject(), quad.getObject())) {
                    if (CurationRdf.isCurated(graph.addresses(), node)) {
                        things.add(node);
                    }
                }
            }
        }
        return things;
    }

    private CurationException later(Patch patch, Collection<Node> inTheWay) {
        Set<String> things = curated(patch).stream().map(Node::getURI).collect(Collectors.toCollection(HashSet::new));
        inTheWay.forEach(node -> things.add(node.getURI()));
        List<ChangeIndex.Line> after = index.after(patch.change().number(), things);
        if (after.isEmpty()) {
            return CurationException.refused(
                    "undoneAlready", "" + patch.change().number());
        }
        String numbers = after.stream()
                .limit(5)
                .map(line -> String.valueOf(line.change().number()))
                .collect(Collectors.joining(", "));
        return CurationException.refused(
                "laterChanges", "" + patch.change().number(), numbers + (after.size() > 5 ? " …" : ""));
    }

    @Override
    public void close() {
        closed = true;
        follower.shutdown();
        try {
            listening.close();
            if (!follower.awaitTermination(30, TimeUnit.SECONDS)) {
                follower.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("Ending to follow the store failed", e);
        }
    }
}
