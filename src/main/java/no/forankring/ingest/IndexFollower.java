package no.forankring.ingest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.extraction.DocumentOwner;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.HowFar;
import no.forankring.graph.StandardTerms;
import no.forankring.ingest.StoredDocuments.Stored;
import no.forankring.privacy.Withholding;
import no.forankring.register.Register;
import no.forankring.search.About;
import no.forankring.search.IndexedDocument;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchIndexException;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index equal to the graph: puts what was stored, whoever changed it, and on start what the index missed.
///
/// Each document is put in one step, so a search sees the old version or the new one and never neither; that holds
/// while
/// the whole index is built again too. What a change leaves of personal data or deleted documents is purged from the
/// files afterwards.
///
/// The index's number never runs ahead of what it holds: while a write is under way the number noted is at most
/// the last change before that write began.
final class IndexFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    /// What was put is found after so long at the latest, as long as the machine keeps up.
    private static final long MILLISECONDS_TO_REFRESH = 200;

    private static final int REMEMBERED = 10_000;
    private static final Set<Node> NAMING = Set.of(RDFS.label.asNode(), SKOS.altLabel.asNode(), RDF.type.asNode());
    private static final long SECONDS_TO_COMMIT = 5;
    private static final long MILLISECONDS_TO_NAME = 500;

    /// Naming things anew takes at most this part of the time.
    private static final long NAMING_SHARE = 10;

    private final GraphStore graph;
    private final Documents documents;
    private final Withholding withholding;
    private final Register register;
    private final PassageSearch index;
    private final Clock clock;
    /// One thread puts and refreshes, so that nothing overtakes.
    private final ScheduledThreadPoolExecutor indexer = thread("index-follower");
    /// What may take long waits for itself.
    private final ScheduledThreadPoolExecutor upkeep = thread("index-upkeep");
    /// The last change before each write under way, with how many began there.
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    /// Documents that their writer will put itself, with how many do, and those of them that others changed meanwhile.
    private final Map<DocumentId, Integer> awaited = new HashMap<>();

    private final Set<DocumentId> touched = new HashSet<>();
    /// What was put last of the documents put lately, so that hearing of a change twice is no work.
    private final Map<DocumentId, String> lately = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentId, String> eldest) {
            return size() > REMEMBERED;
        }
    };
    /// Documents in the graph that the index lacks, as those of a dump before their files came; null until asked for.
    private @Nullable Set<DocumentId> missing;
    /// The last change heard of; what came later may concern documents that nobody has put yet.
    private long heard;

    private boolean refreshing;
    private boolean committing;
    private boolean naming;
    private boolean purging;
    private final AutoCloseable listening;

    IndexFollower(
            GraphStore graph,
            Documents documents,
            Withholding withholding,
            Register register,
            PassageSearch index,
            Clock clock) {
        this.graph = graph;
        this.documents = documents;
        this.withholding = withholding;
        this.register = register;
        this.index = index;
        this.clock = clock;
        // What came before is caught up with.
        this.heard = graph.lastChange();
        this.listening = graph.onChange(this::follow);
    }

    private static ScheduledThreadPoolExecutor thread(String name) {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
    }

    /// To be called before a document is written to the graph by one who will put it; give the answer to [#end].
    synchronized long begin(DocumentId id) {
        awaited.merge(id, 1, Integer::sum);
        return begin(graph.lastChange());
    }

    private synchronized long begin(long before) {
        underWay.merge(before, 1, Integer::sum);
        return before;
    }

    /// To be called when the document is in the graph and in the index, or in neither.
    void end(DocumentId id, long before) {
        boolean changed;
        synchronized (this) {
            awaited.computeIfPresent(id, (same, count) -> count == 1 ? null : count - 1);
            changed = !awaited.containsKey(id) && touched.remove(id);
        }
        if (changed) {
            run(indexer, () -> putAnew(Set.of(id)));
        }
        end(before);
    }

    private synchronized void end(long before) {
        underWay.computeIfPresent(before, (number, count) -> count == 1 ? null : count - 1);
    }

    /// Puts a document of which the text is at hand, as it may be shown. It is found within a second.
    void put(DocumentId id, DocumentText text) {
        stored(id).ifPresent(known -> {
            put(indexed(known, text));
            refreshSoon();
        });
    }

    private void put(IndexedDocument document) {
        index.put(document);
        synchronized (lately) {
            lately.put(document.id(), document.stamp());
        }
    }

    /// The thread that puts documents: what is put on it is put in order, and waits for no file that is being read.
    Executor thread() {
        return indexer;
    }

    /// Puts a document from what the graph says and from its kept text, or removes it.
    void putFromGraph(DocumentId id) {
        putAnew(Set.of(id));
    }

    /// Puts a document, of which the file is here now, when the index lacks it.
    void putIfMissing(DocumentId id) {
        boolean lacking;
        synchronized (lately) {
            if (missing == null) {
                missing = new HashSet<>(ids());
                missing.removeAll(index.stamps().keySet());
            }
            lacking = missing.contains(id) && !lately.containsKey(id);
        }
        if (lacking) {
            run(indexer, () -> putAnew(Set.of(id)));
        }
    }

    /// Makes what was put visible and durable.
    void commit() {
        long number;
        synchronized (this) {
            number = heard;
            if (!underWay.isEmpty()) {
                number = Math.min(number, underWay.firstKey());
            }
        }
        index.refresh();
        index.commit(number);
    }

    // ---- following ----

    private void follow(Change change) {
        var concerned = new LinkedHashSet<DocumentId>();
        boolean disclosed = graph.patch(change.number())
                .map(patch -> concern(patch.deleted(), concerned) | concern(patch.added(), concerned))
                .orElse(false);
        var others = new LinkedHashSet<DocumentId>();
        long before = change.number() - 1;
        synchronized (this) {
            for (DocumentId id : concerned) {
                if (awaited.containsKey(id)) {
                    touched.add(id);
                } else {
                    others.add(id);
                }
            }
            begin(before);
            heard = Math.max(heard, change.number());
        }
        if (others.isEmpty()) {
            end(before);
        } else {
            run(indexer, () -> {
                try {
                    if (putAnew(others) || disclosed) {
                        purgeSoon();
                    }
                } finally {
                    end(before);
                }
            });
        }
        commitSoon();
        nameSoon();
    }

    /// Collects the documents that quads speak of.
    ///
    /// @return whether what may be shown of one of them is concerned
    private boolean concern(Collection<Quad> quads, Set<DocumentId> concerned) {
        boolean released = false;
        Addresses addresses = graph.addresses();
        String prefix = addresses.documentGraph("").getURI();
        for (Quad quad : quads) {
            Node name = quad.getGraph();
            if (name.isURI() && name.getURI().startsWith(prefix) && addresses.holdsFacts(name)) {
                documentId(name.getURI().substring(prefix.length())).ifPresent(concerned::add);
            } else if (quad.getPredicate().equals(Fa.releasedIn)) {
                released |= document(quad.getObject()).map(concerned::add).isPresent();
            } else if (name.equals(addresses.confirmedGraph())) {
                confirmed(quad, concerned);
            }
            if (addresses.holdsFacts(name)) {
                named(quad, concerned);
            }
        }
        return released;
    }

    private void confirmed(Quad quad, Set<DocumentId> concerned) {
        if (quad.getPredicate().equals(StandardTerms.PROV_WAS_DERIVED_FROM)
                || quad.getPredicate().equals(RDF.subject.asNode())) {
            document(quad.getObject()).ifPresent(concerned::add);
        }
        document(quad.getSubject()).ifPresent(concerned::add);
    }

    /// What a network is called, and that it is one, may be said in one document and shown of another.
    private void named(Quad quad, Set<DocumentId> concerned) {
        boolean network = NAMING.contains(quad.getPredicate())
                && quad.getSubject().isURI()
                && graph.addresses()
                        .parse(quad.getSubject().getURI())
                        .filter(parts -> parts.kind().equals(Addresses.NETWORK))
                        .isPresent();
        if (network) {
            concerned.addAll(speakingOf(quad.getSubject()));
        }
    }

    private Set<DocumentId> speakingOf(Node thing) {
        return graph.read(state -> {
            var speaking = new HashSet<DocumentId>();
            String prefix = graph.addresses().documentGraph("").getURI();
            for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
                state.findNG(Node.ANY, Node.ANY, end, thing).forEachRemaining(quad -> {
                    String name = quad.getGraph().getURI();
                    if (name.startsWith(prefix) && graph.addresses().holdsFacts(quad.getGraph())) {
                        documentId(name.substring(prefix.length())).ifPresent(speaking::add);
                    }
                });
            }
            return speaking;
        });
    }

    private Optional<DocumentId> document(Node node) {
        return node.isURI()
                ? graph.addresses()
                        .parse(node.getURI())
                        .filter(parts -> parts.kind().equals(Addresses.DOCUMENT))
                        .flatMap(parts -> documentId(parts.id()))
                : Optional.empty();
    }

    private static Optional<DocumentId> documentId(String id) {
        try {
            return Optional.of(new DocumentId(id));
        } catch (IllegalArgumentException e) {
            // Anybody may write a graph of any name.
            return Optional.empty();
        }
    }

    /// Puts documents as they stand now, or removes them, and lets searches see it.
    ///
    /// @return whether one was removed
    private boolean putAnew(Set<DocumentId> ids) {
        boolean removed = false;
        for (DocumentId id : ids) {
            Optional<Stored> stored = stored(id);
            if (stored.isEmpty()) {
                synchronized (lately) {
                    lately.remove(id);
                }
                index.remove(id);
                removed = true;
            } else if (!isPut(stored.get())) {
                put(stored.get());
            }
        }
        index.refresh();
        return removed;
    }

    private boolean isPut(Stored stored) {
        String stamp = stampOf(stored);
        synchronized (lately) {
            return stamp.equals(lately.get(stored.id()));
        }
    }

    /// Puts a document from its kept text.
    ///
    /// @return whether its text was there
    private boolean put(Stored stored) {
        Optional<DocumentText> text = documents.text(stored.sha256(), stored.fileName());
        if (text.isEmpty()) {
            LOG.error(
                    "The original of {} is missing from the files folder, so it cannot be searched;"
                            + " restore it from a backup and run check --repair",
                    stored.id());
            synchronized (lately) {
                if (missing != null) {
                    missing.add(stored.id());
                }
            }
            return false;
        }
        put(indexed(stored, text.get()));
        return true;
    }

    private void refreshSoon() {
        synchronized (this) {
            if (refreshing) {
                return;
            }
            refreshing = true;
        }
        schedule(indexer, MILLISECONDS_TO_REFRESH, () -> {
            synchronized (this) {
                refreshing = false;
            }
            index.refresh();
        });
    }

    private void commitSoon() {
        synchronized (this) {
            if (committing) {
                return;
            }
            committing = true;
        }
        schedule(upkeep, SECONDS_TO_COMMIT * 1000, () -> {
            synchronized (this) {
                committing = false;
            }
            commit();
        });
    }

    /// After the next commit, since the files of the last one are kept until then.
    private void purgeSoon() {
        synchronized (this) {
            if (purging) {
                return;
            }
            purging = true;
        }
        run(upkeep, () -> {
            synchronized (this) {
                purging = false;
            }
            index.purge();
            commit();
        });
    }

    private void nameSoon() {
        synchronized (this) {
            if (naming) {
                return;
            }
            naming = true;
        }
        schedule(upkeep, MILLISECONDS_TO_NAME, this::nameAgain);
    }

    private void nameAgain() {
        long began = System.nanoTime();
        synchronized (this) {
            naming = false;
        }
        nameThings();
        long rest = NAMING_SHARE * (System.nanoTime() - began) / 1_000_000;
        if (rest > MILLISECONDS_TO_NAME) {
            // A graph that takes long to read is not read all the time.
            synchronized (this) {
                naming = true;
            }
            schedule(upkeep, rest, () -> {
                synchronized (this) {
                    naming = false;
                }
                nameThings();
            });
        }
    }

    /// Tells the index which things there are now.
    void nameThings() {
        index.nameThings(graph.read(state -> new ThingsRdf(state, graph.addresses(), register, today()).all()));
    }

    private static void run(ScheduledExecutorService thread, Runnable task) {
        schedule(thread, 0, task);
    }

    private static void schedule(ScheduledExecutorService thread, long milliseconds, Runnable task) {
        try {
            thread.schedule(
                    () -> {
                        try {
                            task.run();
                        } catch (SearchIndexException e) {
                            LOG.warn(
                                    "The search index does not follow: {} It catches up on the next start.",
                                    e.getMessage());
                        } catch (RuntimeException e) {
                            LOG.error("The search index does not follow; it catches up on the next start", e);
                        }
                    },
                    milliseconds,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service is closing, so the index catches up on the next start", e);
        }
    }

    // ---- catching up ----

    /// Puts what the index lacks or holds in another version, removes what the graph no longer has.
    /// Searches go on meanwhile.
    ///
    /// @return how many documents were put or removed
    int catchUp() {
        return catchUp(HowFar.UNHEARD);
    }

    int catchUp(HowFar heard) {
        nameThings();
        if (index.appliedChange().equals(Optional.of(graph.lastChange()))) {
            return 0;
        }
        return bringUp(index.stamps(), heard);
    }

    /// Puts every document anew, whatever the index holds of it, and removes what the graph no longer has. Searches go
    /// on meanwhile and see each document all the time.
    ///
    /// @return how many documents were put or removed
    int rebuild(HowFar heard) {
        nameThings();
        Map<DocumentId, String> held = new HashMap<>(index.stamps());
        held.replaceAll((id, stamp) -> "");
        int changed = bringUp(held, heard);
        index.purge();
        commit();
        return changed;
    }

    /// Puts what the index lacks or holds in another version and removes what the graph does not have, also where the
    /// numbers agree.
    ///
    /// @return how many documents were put or removed
    int mend() {
        return bringUp(index.stamps(), HowFar.UNHEARD);
    }

    private int bringUp(Map<DocumentId, String> stamps, HowFar heard) {
        var held = new HashMap<>(stamps);
        int changed = 0;
        long before = begin(graph.lastChange());
        try {
            List<DocumentId> all = ids();
            int looked = 0;
            for (DocumentId id : all) {
                heard.at(++looked, all.size());
                Optional<Stored> stored = stored(id);
                String stamp = held.remove(id);
                if (stored.isEmpty() || stampOf(stored.get()).equals(stamp)) {
                    continue;
                }
                if (put(stored.get())) {
                    changed++;
                    refreshSoon();
                }
            }
            for (DocumentId gone : held.keySet()) {
                // It may have come since.
                if (stored(gone).isEmpty()) {
                    index.remove(gone);
                    changed++;
                }
            }
        } finally {
            end(before);
        }
        commit();
        if (changed > 0) {
            LOG.info("The search index caught up: {} documents put or removed", changed);
        }
        return changed;
    }

    /// What differs between graph and index, one sentence each.
    List<String> differences() {
        var differences = new ArrayList<String>();
        Map<DocumentId, String> held = new HashMap<>(index.stamps());
        for (DocumentId id : ids()) {
            Optional<Stored> stored = stored(id);
            String stamp = held.remove(id);
            if (stored.isEmpty()) {
                differences.add("Dokumentet %s står i grafen uten beskrivelse".formatted(id));
            } else if (stamp == null) {
                differences.add("Dokumentet %s mangler i søkeindeksen".formatted(id));
            } else if (!stampOf(stored.get()).equals(stamp)) {
                differences.add("Søkeindeksen har en annen versjon av dokumentet %s".formatted(id));
            }
        }
        held.keySet()
                .forEach(id -> differences.add("Søkeindeksen har dokumentet %s, som ikke står i grafen".formatted(id)));
        return differences;
    }

    private List<DocumentId> ids() {
        return graph.read(state -> new StoredDocuments(state, graph.addresses()).ids());
    }

    private Optional<Stored> stored(DocumentId id) {
        return graph.read(state -> new StoredDocuments(state, graph.addresses()).find(id));
    }

    // ---- what is put ----

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private About about(Stored stored) {
        return graph.read(state -> new AboutRdf(state, graph.addresses(), register, today()).of(stored));
    }

    private String stampOf(Stored stored) {
        return stampOf(stored, about(stored));
    }

    /// Changes with whatever a search can find or show of the document.
    private String stampOf(Stored stored, About about) {
        var all = new StringBuilder()
                .append(withholding.disclosure(stored.id()))
                .append('\n')
                .append(stored.title())
                .append('\n')
                .append(stored.fileName())
                .append('\n')
                .append(stored.kind())
                .append('\n')
                .append(stored.language())
                .append('\n')
                .append(about.date())
                .append(about.arrived())
                .append(' ')
                .append(about.uses());
        new TreeMap<>(about.facets())
                .forEach((name, values) -> all.append('\n').append(name).append(values));
        about.citedIn().entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + entry.getValue().stream().sorted().toList())
                .sorted()
                .forEach(line -> all.append('\n').append(line));
        return stored.sha256().hex().substring(0, 16) + "-" + stored.version() + "-"
                + Addresses.fingerprint(all.toString()).substring(0, 12);
    }

    private IndexedDocument indexed(Stored stored, DocumentText text) {
        About about = about(stored);
        String stamp = stampOf(stored, about);
        var facets = new HashMap<>(about.facets());
        DocumentOwner.of(text)
                .map(DocumentOwner::owner)
                .ifPresent(owner -> facets.put("issuer", List.of(new About.Value(owner.key(), owner.name()))));
        facets.put(
                "theme",
                graph.read(state -> DocumentThemes.of(state, graph.addresses().ontologyGraph()))
                        .in(text));
        return new IndexedDocument(
                stored.id(),
                stamp,
                stored.title(),
                stored.fileName(),
                stored.kind(),
                stored.year(),
                stored.language(),
                stored.cites(),
                text.passages(),
                new About(facets, about.date(), about.arrived(), about.uses(), about.citedIn()));
    }

    /// Follows what was changed so far, notes it, and ends.
    @Override
    public void close() {
        try {
            awaitChanges();
            // Nothing is interrupted: a thread that is interrupted while it writes closes the index's files.
            upkeep.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            upkeep.shutdown();
            indexer.shutdown();
            for (ScheduledExecutorService thread : List.of(indexer, upkeep)) {
                if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
                    LOG.warn("The search index was still busy 30 seconds after it should have ended.");
                }
            }
            commit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SearchIndexException e) {
            LOG.warn(
                    "The search index could not note what it holds: {} It catches up on the next start.",
                    e.getMessage());
        } finally {
            endListening();
        }
    }

    private void awaitChanges() throws InterruptedException {
        long last = graph.lastChange();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < until) {
            synchronized (this) {
                if (heard >= last) {
                    return;
                }
            }
            Thread.sleep(5);
        }
    }

    private void endListening() {
        try {
            listening.close();
        } catch (Exception e) {
            LOG.debug("Listening could not be ended", e);
        }
    }
}
