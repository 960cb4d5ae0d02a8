package no.forankring.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import no.forankring.citation.Resolution;
import no.forankring.curation.Corrections;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.FileTooLargeException;
import no.forankring.document.Owner;
import no.forankring.document.ReadOutcome;
import no.forankring.document.Sha256;
import no.forankring.extraction.ActivityExtractor;
import no.forankring.extraction.DocumentOwner;
import no.forankring.findings.Findings;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.graph.HowFar;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Identities;
import no.forankring.privacy.Deletions;
import no.forankring.privacy.Withholding;
import no.forankring.register.Register;
import no.forankring.review.Recognizers;
import no.forankring.review.ReviewQueue;
import no.forankring.search.PassageSearch;
import no.forankring.search.SearchQuery;
import no.forankring.search.SearchResult;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes files in. One job at a time is worked on, its files side by side; jobs wait in order.
///
/// Safe for many threads.
public final class Ingest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final int FILES_BETWEEN_COMMITS = 200;
    private static final int JOBS_REMEMBERED = 200;
    /// Files begun and not yet acknowledged: as many as may share one commit, few enough to hold in memory.
    private static final int FILES_IN_FLIGHT = 32;
    private static final int HITS_AT_ONCE = 100;
    private static final int MOST_SETTLING = 3;

    private final GraphStore graph;
    private final Documents documents;
    private final Withholding withholding;
    private final Register register;
    private final Recognizers recognizers;
    private final ReviewQueue reviews;
    private final ActivityExtractor extractor;
    private final Identities identities;
    private final Findings findings;
    private final PassageSearch index;
    private final LinkPolicy policy;
    private final Clock clock;
    private final DocumentDeletion deletion;
    private final IndexFollower follower;
    private final QueueFolder accepted;
    private final DocumentUnits units;
    private final List<OutcomeListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closing;
    private final AtomicBoolean goesOn = new AtomicBoolean();
    private final ExecutorService jobQueue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ingest-jobs").daemon().factory());
    private final ExecutorService fileWorkers;
    private final Semaphore filesInFlight;
    private final Map<String, RunningJob> jobs = new LinkedHashMap<>();
    /// Bytes being taken in now, so that two copies in one job do not race.
    private final Map<Sha256, CompletableFuture<FileOutcome>> underWay = new ConcurrentHashMap<>();

    /// @param queue the folder that holds the jobs of kept files until they are done
    /// @param threads files worked on side by side
    public Ingest(
            GraphStore graph,
            Documents documents,
            Withholding withholding,
            Register register,
            Recognizers recognizers,
            ReviewQueue reviews,
            ActivityExtractor extractor,
            Identities identities,
            Findings findings,
            PassageSearch index,
            LinkPolicy policy,
            Deletions deletions,
            Clock clock,
            Path queue,
            int threads) {
        this.graph = graph;
        this.documents = documents;
        this.withholding = withholding;
        this.register = register;
        this.recognizers = recognizers;
        this.reviews = reviews;
        this.extractor = extractor;
        this.identities = identities;
        this.findings = findings;
        this.index = index;
        this.policy = policy;
        this.clock = clock;
        this.follower = new IndexFollower(graph, documents, withholding, register, index, clock);
        this.accepted = new QueueFolder(queue);
        this.deletion = new DocumentDeletion(graph, documents, deletions, accepted, clock);
        this.units = new DocumentUnits(graph, documents, deletion);
        this.fileWorkers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("ingest-", 0).daemon().factory());
        this.filesInFlight = new Semaphore(FILES_IN_FLIGHT);
    }

    /// Puts into the index what it missed while the process was away, queues the documents that were read under other
    /// rules for what may be shown, and goes on with jobs of kept files that were not done. Call once after opening.
    public void catchUp() {
        catchUp(HowFar.UNHEARD);
    }

    /// Like [#catchUp()].
    ///
    /// @param heard told of each document that the index looks at
    public void catchUp(HowFar heard) {
        follower.catchUp(heard);
        // Only now, since the follower takes the changes that it hears of to be all that it missed.
        int finished = deletion.finish();
        if (finished > 0) {
            LOG.info("Deleted {} documents again that were noted as deleted", finished);
        }
        if (goesOn.compareAndSet(false, true)) {
            for (QueueFolder.Accepted job : accepted.goingOn()) {
                LOG.info("Going on with the job {}, which was not done when the service stopped", job.id());
                queue(job);
            }
        }
        List<DocumentId> outdated = outdated();
        if (!outdated.isEmpty()) {
            linkAgain("forankring", "personal data", outdated);
        }
    }

    private List<DocumentId> outdated() {
        return everything().stream()
                .filter(document -> !withholding.disclosure(document.id()).equals(document.disclosure()))
                .map(StoredDocuments.Stored::id)
                .toList();
    }

    private List<StoredDocuments.Stored> everything() {
        return graph.read(state -> {
            StoredDocuments documents = stored(state);
            return documents.ids().stream()
                    .map(documents::find)
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    /// Builds the index again from graph and texts. Searches go on meanwhile and see each document all the time.
    ///
    /// @return how many documents were put or removed
    public int rebuildIndex() {
        return rebuildIndex(HowFar.UNHEARD);
    }

    /// Like [#rebuildIndex()].
    ///
    /// @param heard told of each document
    public int rebuildIndex(HowFar heard) {
        return follower.rebuild(heard);
    }

    /// What differs between graph and index, one sentence each; empty when nothing does.
    public List<String> check() {
        return follower.differences();
    }

    /// Mends what [#check] tells of.
    ///
    /// @return how many documents were put into the index or removed from it
    public int mendIndex() {
        return follower.mend();
    }

    /// What differs between the graph and the originals, one sentence each; reads every original.
    ///
    /// @param repair whether originals that were changed are moved aside, so that the same file can be taken in again
    public List<String> checkOriginals(boolean repair) {
        return new OriginalsCheck(documents).differences(everything(), repair);
    }

    /// Hears how each file ended.
    public interface OutcomeListener {

        /// @param took from when it was its turn
        void ended(FileOutcome outcome, Duration took);
    }

    /// Calls the listener whenever a file has ended, from now on.
    public void onOutcome(OutcomeListener listener) {
        listeners.add(listener);
    }

    private void ended(RunningJob job, int row, FileOutcome outcome, long began) {
        job.end(row, outcome);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        listeners.forEach(listener -> listener.ended(outcome, took));
    }

    /// Queues files and returns at once with the job's id. An unreadable file is an outcome of its own.
    public String submit(String who, String title, List<Source> sources) {
        return queue(who, title, sources.stream().map(this::taking).toList());
    }

    /// Queues files whose originals are kept, and returns with the job's id when it is sure to be done: a process that
    /// stops before goes on with it at the next start, under the same id.
    ///
    /// @throws UncheckedIOException when the disk does not take the job
    public String submitKept(String who, String title, List<Kept> files) {
        var job = new QueueFolder.Accepted(newJobId(), who, title, 0, files);
        accepted.put(job);
        return queue(job);
    }

    private String queue(QueueFolder.Accepted job) {
        List<Work> works = job.files().stream()
                .map(file -> taking(new Source(
                        file.name(),
                        () -> documents
                                .original(file.sha256())
                                .orElseThrow(() -> new java.io.FileNotFoundException(
                                        "The original %s is gone; upload the file again".formatted(file.sha256()))))))
                .toList();
        return queue(job.id(), job.who(), job.title(), works, 0);
    }

    private static String newJobId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /// Queues documents that we hold to be linked again, from the text as read, and returns the job's id. They stay the
    /// version they are.
    public String linkAgain(String who, String title, List<DocumentId> documents) {
        return queue(who, title, documents.stream().map(this::linking).toList());
    }

    /// The documents that hold these words side by side, in any form.
    public List<DocumentId> holding(String words) {
        String phrase =
                "\"%s\"".formatted(words.replaceAll("[^\\p{L}\\p{N}.-]+", " ").strip());
        var holding = new ArrayList<DocumentId>();
        SearchResult found;
        int page = 1;
        do {
            found = index.search(new SearchQuery(phrase, Map.of(), page++, HITS_AT_ONCE));
            found.hits().forEach(hit -> holding.add(hit.document()));
        } while (!found.hits().isEmpty() && holding.size() < found.total());
        return holding;
    }

    private String queue(String who, String title, List<Work> works) {
        return queue(newJobId(), who, title, works, 0);
    }

    /// @param settling how many jobs in a row linked again what one before them left open
    private String queue(String id, String who, String title, List<Work> works, int settling) {
        var job = new RunningJob(id, withholding.fileName(title), who, clock.instant(), works.size(), settling);
        synchronized (jobs) {
            jobs.put(job.id, job);
            if (jobs.size() > JOBS_REMEMBERED) {
                Iterator<RunningJob> oldest = jobs.values().iterator();
                if (oldest.next().snapshot().finished().isPresent()) {
                    oldest.remove();
                }
            }
        }
        jobQueue.execute(() -> work(job, works));
        return job.id;
    }

    public Optional<Job> job(String id) {
        synchronized (jobs) {
            return Optional.ofNullable(jobs.get(id)).map(RunningJob::snapshot);
        }
    }

    /// The newest first; kept while the process runs.
    public List<Job> jobs() {
        synchronized (jobs) {
            return jobs.values().stream().map(RunningJob::snapshot).toList().reversed();
        }
    }

    /// What a job does with one file.
    private record Work(String name, Step step) {}

    /// Begins the work on one file; the future ends when that is in the graph.
    private interface Step {
        CompletableFuture<FileOutcome> begin(RunningJob job, int row) throws IOException;
    }

    private Work taking(Source source) {
        return new Work(withholding.fileName(source.name()), (job, row) -> keep(job, row, source));
    }

    private Work linking(DocumentId id) {
        return new Work(id.value(), (job, row) -> linkAgain(job, row, id));
    }

    private void work(RunningJob job, List<Work> works) {
        var running = new ArrayList<CompletableFuture<Void>>();
        int sinceCommit = 0;
        for (Work work : works) {
            if (closing) {
                break;
            }
            int row = job.begin(work.name());
            filesInFlight.acquireUninterruptibly();
            long began = System.nanoTime();
            running.add(CompletableFuture.supplyAsync(() -> begin(job, row, work), fileWorkers)
                    .thenCompose(outcome -> outcome)
                    .handle((outcome, failure) -> failure == null ? outcome : failed(work.name(), failure))
                    .thenAccept(outcome -> ended(job, row, outcome, began))
                    .whenComplete((done, failure) -> filesInFlight.release()));
            if (++sinceCommit == FILES_BETWEEN_COMMITS) {
                sinceCommit = 0;
                running.removeIf(CompletableFuture::isDone);
                follower.commit();
            }
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        if (closing) {
            return;
        }
        follower.commit();
        settleNames(job);
        accepted.remove(job.id);
        job.finish(clock.instant());
        LOG.info("Took in {}: {}", job.title, job.summary());
    }

    /// A name that one document left open may be settled by another that came after it. Such documents are linked
    /// again, so that the order of reading does not matter.
    private void settleNames(RunningJob job) {
        if (job.settling == MOST_SETTLING) {
            return;
        }
        List<DocumentId> unsettled = identities.unsettled(job.documents()).stream()
                .map(DocumentId::new)
                .toList();
        if (!unsettled.isEmpty()) {
            queue(
                    newJobId(),
                    job.who,
                    job.settling > 0 ? job.title : "Navn som ble avklart av «%s»".formatted(job.title),
                    unsettled.stream().map(this::linking).toList(),
                    job.settling + 1);
        }
    }

    /// Reads and links one file on this thread, then leaves it to the store: writes that wait together share a commit.
    private static CompletableFuture<FileOutcome> begin(RunningJob job, int row, Work work) {
        try {
            return work.step().begin(job, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One bad file never stops a thousand: whatever it provokes is this file's outcome.
    private FileOutcome failed(String name, Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case FileTooLargeException tooLarge ->
                new FileOutcome.Failed("too-large", String.valueOf(tooLarge.getMessage()));
            case IOException unavailable -> {
                LOG.debug("Could not take in {}", name, unavailable);
                yield new FileOutcome.Failed(
                        "unavailable",
                        "Filen kunne ikke leses fra disken: %s. Se etter at den finnes, og prøv igjen."
                                .formatted(withholding.fileName(String.valueOf(unavailable.getMessage()))));
            }
            case GraphException refused -> {
                LOG.warn("The graph refused {}", name, refused);
                yield new FileOutcome.Failed(
                        "refused",
                        "Grafen tok ikke imot dokumentet: %s Meld fra om dette, gjerne med filen."
                                .formatted(refused.getMessage()));
            }
            default -> {
                LOG.error("Taking in {} failed", name, cause);
                yield new FileOutcome.Failed(
                        "internal",
                        "Noe gikk galt i programmet (%s). Meld fra om dette, gjerne med filen.".formatted(cause));
            }
        };
    }

    private CompletableFuture<FileOutcome> keep(RunningJob job, int row, Source source) throws IOException {
        job.stage(row, Job.Stage.KEEPING);
        Sha256 sha256;
        try (InputStream bytes = source.opener().open()) {
            sha256 = documents.keep(bytes);
        }
        var mine = new CompletableFuture<FileOutcome>();
        CompletableFuture<FileOutcome> other = underWay.putIfAbsent(sha256, mine);
        if (other != null) {
            return other.thenApply(outcome -> outcome instanceof FileOutcome.Ingested ingested
                    ? new FileOutcome.Unchanged(ingested.document())
                    : outcome);
        }
        CompletableFuture<FileOutcome> outcome;
        try {
            outcome = read(job, row, source, sha256);
        } catch (RuntimeException | Error e) {
            outcome = CompletableFuture.failedFuture(e);
        }
        return outcome.handle((ended, failure) ->
                        failure == null ? ended : failed(withholding.fileName(source.name()), failure))
                .whenComplete((ended, none) -> {
                    underWay.remove(sha256);
                    mine.complete(ended);
                });
    }

    private CompletableFuture<FileOutcome> read(RunningJob job, int row, Source source, Sha256 sha256) {
        Optional<DocumentId> known = graph.read(state -> stored(state).holding(sha256));
        if (known.isPresent()) {
            follower.putIfMissing(known.get());
            return CompletableFuture.completedFuture(new FileOutcome.Unchanged(known.get()));
        }
        job.stage(row, Job.Stage.READING);
        return switch (documents.readUnveiled(sha256, source.fileName())) {
            case ReadOutcome.Unreadable unreadable ->
                noteUnread(job, source, unreadable)
                        .thenApply(noted -> new FileOutcome.Failed(unreadable.reason(), unreadable.message()));
            case ReadOutcome.Read read -> link(job, row, source, sha256, read);
        };
    }

    private CompletableFuture<Change> noteUnread(RunningJob job, Source source, ReadOutcome.Unreadable unreadable) {
        String name = withholding.fileName(source.name());
        return graph.write(
                job.who,
                "could not read " + name,
                state -> new UnreadRdf(state, graph.addresses()).note(name, unreadable.reason(), clock.instant()));
    }

    /// The key of the organisation that a document comes from, by its beginning; empty where that leaves a doubt.
    public Optional<String> unitOf(String documentId) {
        return StoredDocuments.id(documentId).flatMap(units::of);
    }

    /// Deletes a document: its originals, texts and all that the graph and the index hold because of it. Done when this
    /// returns, but for the files of the index, which follow within seconds.
    ///
    /// @return false when there is no such document
    public boolean delete(String who, DocumentId id) {
        boolean deleted = deletion.delete(who, id);
        if (deleted) {
            follower.putFromGraph(id);
        }
        return deleted;
    }

    /// How many files could not be read and have not been since.
    public long unread() {
        return graph.read(state -> new UnreadRdf(state, graph.addresses()).count());
    }

    private CompletableFuture<FileOutcome> link(
            RunningJob job, int row, Source source, Sha256 sha256, ReadOutcome.Read read) {
        job.stage(row, Job.Stage.LINKING);
        DocumentText veiled = withholding.over(read.text(), sha256);
        var named = new Source(withholding.fileName(source.name(), read.text(), veiled), source.opener());
        job.rename(row, named.name());
        Optional<DocumentId> earlier = graph.read(state -> stored(state).under(named));
        DocumentId id = earlier.orElseGet(() -> newId(named));
        Withholding.Shown shown = earlier.isEmpty()
                ? new Withholding.Shown(veiled, withholding.disclosure(id))
                : withholding.shown(read.text(), id);
        ReadDocument found = linked(sha256, named, read.mediaType(), shown);
        job.stage(row, Job.Stage.STORING);
        int version = earlier.flatMap(known -> graph.read(state -> stored(state).find(known)))
                .map(known -> known.version() + 1)
                .orElse(1);
        DocumentRdf.Stated stated = stated(id, version, found);
        return store(job.who, "ingest " + named.name(), id, found, state -> {
                    replace(state, id, job.who, found, stated);
                    stored(state).arrived(id, clock.instant());
                    new UnreadRdf(state, graph.addresses()).forget(withholding.fileName(source.name()));
                    withholdCopies(state, id, read.text(), shown.text());
                })
                .thenApply(done -> new FileOutcome.Ingested(
                        id,
                        version,
                        found.text().passages().size(),
                        found.citations().size(),
                        stated.facts(),
                        stated.suggestions()));
    }

    private CompletableFuture<FileOutcome> linkAgain(RunningJob job, int row, DocumentId id) {
        job.stage(row, Job.Stage.READING);
        Optional<StoredDocuments.Stored> known =
                graph.read(state -> stored(state).find(id));
        if (known.isEmpty()) {
            return CompletableFuture.completedFuture(new FileOutcome.Failed(
                    "not-held", "Dokumentet %s finnes ikke lenger, så det er ingenting å lese på nytt.".formatted(id)));
        }
        StoredDocuments.Stored document = known.get();
        return switch (documents.readUnveiled(document.sha256(), document.fileName())) {
            case ReadOutcome.Unreadable unreadable ->
                CompletableFuture.completedFuture(new FileOutcome.Failed(unreadable.reason(), unreadable.message()));
            case ReadOutcome.Read read -> {
                job.stage(row, Job.Stage.LINKING);
                Withholding.Shown shown = withholding.shown(read.text(), id);
                var named = new Source(
                        withholding.fileName(document.source(), read.text(), shown.text()),
                        () -> documents.original(document.sha256()).orElseThrow());
                ReadDocument found = linked(document.sha256(), named, read.mediaType(), shown);
                DocumentRdf.Stated stated = stated(id, document.version(), found);
                job.stage(row, Job.Stage.STORING);
                yield store(job.who, "link again " + id, id, found, state -> {
                            // A newer version that came meanwhile stands.
                            if (stored(state)
                                    .find(id)
                                    .filter(now -> now.sha256().equals(document.sha256()))
                                    .isPresent()) {
                                replace(state, id, job.who, found, stated);
                                withholdCopies(state, id, read.text(), shown.text());
                            }
                        })
                        .thenApply(done -> new FileOutcome.LinkedAgain(
                                id, found.citations().size(), stated.facts(), stated.suggestions()));
            }
        };
    }

    private ReadDocument linked(Sha256 sha256, Source named, String mediaType, Withholding.Shown shown) {
        DocumentText text = shown.text();
        Optional<Owner> owner = DocumentOwner.of(text).map(DocumentOwner::owner);
        List<Resolution> citations = recognizers.current().recognize(text, owner);
        return new ReadDocument(
                sha256,
                named.name(),
                named.fileName(),
                mediaType,
                text,
                shown.disclosure(),
                citations,
                extractor.extract(text, citations));
    }

    private DocumentRdf.Stated stated(DocumentId id, int version, ReadDocument found) {
        return DocumentRdf.of(graph.addresses(), register, policy, reviews.rejected(id), id, version, found)
                .with(findings.quads(id.value(), found.text()));
    }

    /// Writes to the graph, then to the index.
    private CompletableFuture<Void> store(
            String who, String why, DocumentId id, ReadDocument found, Consumer<DatasetGraph> operation) {
        long before = follower.begin(id);
        return graph.write(who, why, operation)
                // Not on the store's own thread: it has the next batch to write.
                .thenAcceptAsync(
                        change -> graph.read(state -> stored(state).find(id))
                                .filter(known -> known.sha256().equals(found.sha256())
                                        && known.disclosure().equals(withholding.disclosure(id)))
                                .ifPresentOrElse(
                                        known -> follower.put(id, found.text()), () -> follower.putFromGraph(id)),
                        follower.thread())
                .whenComplete((done, failure) -> follower.end(id, before));
    }

    private void replace(DatasetGraph state, DocumentId id, String who, ReadDocument found, DocumentRdf.Stated stated) {
        Addresses addresses = graph.addresses();
        Node facts = addresses.documentGraph(id.value());
        Node suggestions = addresses.suggestionsGraph(id.value());
        Node provenance = addresses.provenanceGraph();
        Identities.Names names = identities.resolve(state, id.value(), stated.sightings());
        state.deleteAny(facts, Node.ANY, Node.ANY, Node.ANY);
        state.deleteAny(suggestions, Node.ANY, Node.ANY, Node.ANY);
        names.put(stated.quads());
        new Corrections(state, addresses).written(id.value());
        Node document = addresses.of(Addresses.DOCUMENT, id.value());
        Node agent = addresses.agent(who);
        Node now = NodeFactory.createLiteralDT(clock.instant().toString(), XSDDatatype.XSDdateTime);
        for (Node named : List.of(facts, suggestions)) {
            state.deleteAny(provenance, named, Node.ANY, Node.ANY);
            state.add(new Quad(provenance, named, StandardTerms.PROV_WAS_DERIVED_FROM, document));
            state.add(new Quad(provenance, named, StandardTerms.PROV_GENERATED_AT_TIME, now));
            state.add(new Quad(provenance, named, StandardTerms.PROV_WAS_ATTRIBUTED_TO, agent));
            state.add(new Quad(
                    provenance,
                    named,
                    Fa.sha256,
                    NodeFactory.createLiteralString(found.sha256().hex())));
        }
    }

    /// What was confirmed keeps its evidence, also when its words were shown then and are withheld now.
    private void withholdCopies(DatasetGraph state, DocumentId id, DocumentText read, DocumentText shown) {
        Node confirmed = graph.addresses().confirmedGraph();
        Node document = graph.addresses().of(Addresses.DOCUMENT, id.value());
        var copies = new ArrayList<Quad>();
        state.find(confirmed, Node.ANY, DCTerms.isPartOf.asNode(), document).forEachRemaining(part -> {
            copies.addAll(all(state, confirmed, part.getSubject(), Fa.text));
            copies.addAll(all(state, confirmed, part.getSubject(), Fa.section));
            for (Quad evidence : all(state, confirmed, Node.ANY, StandardTerms.OA_HAS_SOURCE, part.getSubject())) {
                for (Quad selector : all(state, confirmed, evidence.getSubject(), StandardTerms.OA_HAS_SELECTOR)) {
                    copies.addAll(all(state, confirmed, selector.getObject(), StandardTerms.OA_EXACT));
                }
            }
        });
        for (Quad copy : copies) {
            String words = copy.getObject().getLiteralLexicalForm();
            String masked = withholding.masked(words, read, shown, id);
            if (!masked.equals(words)) {
                String language = copy.getObject().getLiteralLanguage();
                Node text = language.isEmpty()
                        ? NodeFactory.createLiteralString(masked)
                        : NodeFactory.createLiteralLang(masked, language);
                state.delete(copy);
                state.add(new Quad(confirmed, copy.getSubject(), copy.getPredicate(), text));
            }
        }
    }

    private static List<Quad> all(DatasetGraph state, Node graph, Node subject, Node predicate) {
        return all(state, graph, subject, predicate, Node.ANY);
    }

    private static List<Quad> all(DatasetGraph state, Node graph, Node subject, Node predicate, Node object) {
        var quads = new ArrayList<Quad>();
        state.find(graph, subject, predicate, object).forEachRemaining(quads::add);
        return quads;
    }

    private StoredDocuments stored(DatasetGraph state) {
        return new StoredDocuments(state, graph.addresses());
    }

    private static DocumentId newId(Source source) {
        String name = source.fileName();
        int dot = name.lastIndexOf('.');
        String slug = slug(dot > 0 ? name.substring(0, dot) : name);
        String start = slug.length() > 60 ? slug.substring(0, 60).replaceAll("-+$", "") : slug;
        return new DocumentId((start.isEmpty() ? "dokument" : start) + "-"
                + Addresses.fingerprint(source.name()).substring(0, 8));
    }

    private static String slug(String text) {
        String folded = java.text.Normalizer.normalize(text.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFC)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa");
        var slug = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (plain) {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    /// Waits for the files under way, then stops. Jobs of kept files that wait are gone on with at the next start;
    /// others
    /// are dropped, since nothing of them was acknowledged.
    @Override
    public void close() {
        closing = true;
        // Nothing is interrupted: a thread that is interrupted while it reads or writes closes the files of the stores.
        jobQueue.shutdown();
        try {
            boolean ended = jobQueue.awaitTermination(60, TimeUnit.SECONDS);
            fileWorkers.shutdown();
            if (!ended) {
                LOG.warn(
                        "Files were still being read a minute after the service was told to stop; they are read again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        follower.close();
    }

    /// A job as it changes; every access is guarded by its own lock.
    private static final class RunningJob {
        final String id;
        final String title;
        final String who;
        private final Instant started;
        private final int total;
        private final int settling;
        private final List<Job.FileProgress> files = new ArrayList<>();
        private int done;
        private Optional<Instant> finished = Optional.empty();

        RunningJob(String id, String title, String who, Instant started, int total, int settling) {
            this.id = id;
            this.title = title;
            this.who = who;
            this.started = started;
            this.total = total;
            this.settling = settling;
        }

        synchronized int begin(String name) {
            files.add(new Job.FileProgress(name, Job.Stage.WAITING, Optional.empty()));
            return files.size() - 1;
        }

        synchronized void stage(int row, Job.Stage stage) {
            files.set(row, new Job.FileProgress(files.get(row).name(), stage, Optional.empty()));
        }

        synchronized void rename(int row, String name) {
            files.set(row, new Job.FileProgress(name, files.get(row).stage(), Optional.empty()));
        }

        synchronized void end(int row, FileOutcome outcome) {
            files.set(row, new Job.FileProgress(files.get(row).name(), Job.Stage.DONE, Optional.of(outcome)));
            done++;
        }

        synchronized void finish(Instant now) {
            finished = Optional.of(now);
        }

        synchronized Job snapshot() {
            return new Job(id, title, who, started, finished, total, done, files);
        }

        /// Those that were read or linked, by id.
        synchronized List<String> documents() {
            var documents = new ArrayList<String>();
            for (Job.FileProgress file : files) {
                switch (file.outcome().orElseThrow()) {
                    case FileOutcome.Ingested ingested ->
                        documents.add(ingested.document().value());
                    case FileOutcome.LinkedAgain again ->
                        documents.add(again.document().value());
                    case FileOutcome.Unchanged same -> {}
                    case FileOutcome.Failed failure -> {}
                }
            }
            return documents;
        }

        synchronized String summary() {
            int read = 0;
            int unchanged = 0;
            int failed = 0;
            for (Job.FileProgress file : files) {
                switch (file.outcome().orElseThrow()) {
                    case FileOutcome.Ingested ingested -> read++;
                    case FileOutcome.LinkedAgain again -> read++;
                    case FileOutcome.Unchanged same -> unchanged++;
                    case FileOutcome.Failed failure -> failed++;
                }
            }
            return "%d read, %d unchanged, %d failed".formatted(read, unchanged, failed);
        }
    }
}
