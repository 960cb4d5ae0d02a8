package no.forankring.search;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.document.DocumentId;
import no.forankring.document.PassageId;
import no.forankring.search.PassageIndexing.ShownDocument;
import no.forankring.search.PassageIndexing.ShownPassage;
import no.forankring.search.SearchResult.FacetValue;
import no.forankring.search.SearchResult.Hit;
import no.forankring.search.SearchResult.PassageHit;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [PassageSearch] in a folder of this machine, by Lucene.
final class LucenePassageSearch implements PassageSearch {

    /// What [WordForms], [Lexicon] and [PassageIndexing] make of a text. Raise it when they change: an index of
    /// another format is moved aside and filled again.
    static final String FORMAT = "5";

    private static final Logger log = LoggerFactory.getLogger(LucenePassageSearch.class);

    private static final String FORMAT_KEY = "forankring.format";
    private static final String APPLIED_KEY = "forankring.applied";
    private static final int BUFFER_MEGABYTES = 64;

    /// How far pages go: deeper ones are empty, though the total stays exact.
    private static final int DEEPEST = 100_000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path path;
    private final Facets facets = new Facets();
    private final WordForms forms;
    private final NameIndex names;
    private final PassageIndexing indexing;
    private final Directory directory;
    private final SnapshotDeletionPolicy commits;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Optional<Long> applied;
    private volatile ThingIndex things = ThingIndex.EMPTY;

    private LucenePassageSearch(Path path, KnownNames known) throws IOException {
        this.path = path;
        this.forms = new WordForms(Lexicon.load());
        this.names = new NameIndex(known, forms);
        this.indexing = new PassageIndexing(forms);
        this.directory = FSDirectory.open(path);
        this.commits = new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(directory, configuration(commits));
            Map<String, String> noted = noted(opened);
            boolean isNew = noted.isEmpty() && opened.getDocStats().maxDoc == 0;
            if (isNew) {
                noted = Map.of(FORMAT_KEY, FORMAT);
                opened.setLiveCommitData(noted.entrySet());
                opened.commit();
            } else if (!FORMAT.equals(noted.get(FORMAT_KEY))) {
                throw new OtherFormatException(noted.get(FORMAT_KEY));
            }
            this.applied = Optional.ofNullable(noted.get(APPLIED_KEY)).map(Long::valueOf);
            this.searchers = new SearcherManager(opened, new BlockSearcher.Factory(facets));
        } catch (IOException | RuntimeException e) {
            closeQuietly(opened, directory);
            throw e;
        }
        this.writer = opened;
    }

    private static IndexWriterConfig configuration(SnapshotDeletionPolicy commits) {
        // Every field brings its own terms, so the analyzer is never asked.
        var configuration = new IndexWriterConfig(new KeywordAnalyzer());
        configuration.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        configuration.setIndexDeletionPolicy(commits);
        configuration.setCommitOnClose(false);
        // What was withheld or deleted shall leave the files when [#purge] asks for it, however little it is.
        var merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        configuration.setMergePolicy(merging);
        return configuration;
    }

    private static Map<String, String> noted(IndexWriter writer) {
        var noted = new HashMap<String, String>();
        var data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> noted.put(entry.getKey(), entry.getValue()));
        }
        return noted;
    }

    private static void closeQuietly(@Nullable IndexWriter writer, Directory directory) {
        try (directory) {
            if (writer != null) {
                writer.rollback();
            }
        } catch (IOException | RuntimeException e) {
            log.debug("Closing an index that could not be opened failed too", e);
        }
    }

    /// The index was made by another version of this program.
    private static final class OtherFormatException extends IOException {
        OtherFormatException(@Nullable String format) {
            super("it has format " + format + ", this version writes format " + FORMAT);
        }
    }

    static PassageSearch open(Path path, KnownNames known, Clock clock) {
        try {
            Files.createDirectories(path);
            return new LucenePassageSearch(path, known);
        } catch (LockObtainFailedException e) {
            throw SearchIndexException.locked(path, e);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            if (!isDamage(e)) {
                throw SearchIndexException.cannotOpen(path, e);
            }
            return openAnew(path, known, clock, e);
        }
    }

    /// Whether the folder's content is at fault, and not the folder, the disk or the rights.
    private static boolean isDamage(Exception e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof OtherFormatException
                || e instanceof EOFException
                || e instanceof FileNotFoundException
                || e instanceof NoSuchFileException
                || e instanceof RuntimeException;
    }

    private static PassageSearch openAnew(Path path, KnownNames known, Clock clock, Exception cause) {
        try {
            Path aside = aside(path, clock);
            log.warn(
                    "The search index in {} cannot be used ({}). It is moved to {} and built anew; delete that folder when you do not want to look into it.",
                    path,
                    cause.getMessage(),
                    aside);
            Files.createDirectories(path);
            return new LucenePassageSearch(path, known);
        } catch (LockObtainFailedException e) {
            throw SearchIndexException.locked(path, e);
        } catch (IOException e) {
            e.addSuppressed(cause);
            throw SearchIndexException.cannotOpen(path, e);
        }
    }

    private static Path aside(Path path, Clock clock) throws IOException {
        String name = path.toAbsolutePath().normalize().getFileName() + ".damaged-"
                + LocalDateTime.now(clock).format(MOMENT);
        for (int i = 1; ; i++) {
            Path aside = path.toAbsolutePath().normalize().resolveSibling(i == 1 ? name : name + "-" + i);
            if (Files.exists(aside)) {
                continue;
            }
            try {
                return Files.move(path.toAbsolutePath().normalize(), aside);
            } catch (FileAlreadyExistsException e) {
                log.debug("{} came into being just now", aside);
            }
        }
    }

    @Override
    public void put(IndexedDocument document) {
        write(() -> writer.updateDocuments(key(document.id()), indexing.block(document)));
    }

    @Override
    public void remove(DocumentId document) {
        write(() -> writer.deleteDocuments(key(document)));
    }

    @Override
    public void clear() {
        write(writer::deleteAll);
    }

    private static Term key(DocumentId document) {
        return new Term(PassageIndexing.DOCUMENT, document.value());
    }

    @Override
    public void refresh() {
        write(searchers::maybeRefreshBlocking);
    }

    @Override
    public void commit(long appliedChange) {
        var noted = Map.of(FORMAT_KEY, FORMAT, APPLIED_KEY, Long.toString(appliedChange));
        write(() -> {
            synchronized (this) {
                writer.setLiveCommitData(noted.entrySet());
                writer.commit();
                applied = Optional.of(appliedChange);
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException | AlreadyClosedException e) {
            throw SearchIndexException.cannotWrite(path, e);
        }
    }

    @Override
    public Optional<Long> appliedChange() {
        return applied;
    }

    @Override
    public Map<DocumentId, String> stamps() {
        return read(BlockSearcher::stamps);
    }

    @Override
    public long size() {
        return read(BlockSearcher::documents);
    }

    @Override
    public SearchResult search(SearchQuery query, Locale locale) {
        ParsedQuery parsed = names.withIds(ForgivingParser.parse(query.text()));
        return read(searcher -> search(searcher, query, parsed, new Understood(locale)));
    }

    @Override
    public List<Note> explain(SearchQuery query, DocumentId document) {
        ParsedQuery parsed = names.withIds(ForgivingParser.parse(query.text()));
        return read(searcher ->
                new Explanation(searcher, forms, new SoughtQuery(searcher, forms, names, parsed), parsed).of(document));
    }

    /// How many terms and phrases a search for this looks for: its work, apart from the size of the index.
    int legs(String typed) {
        return read(searcher -> new SoughtQuery(searcher, forms, names, ForgivingParser.parse(typed)).size());
    }

    private interface Reading<T> {
        T with(BlockSearcher searcher) throws IOException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            var searcher = (BlockSearcher) searchers.acquire();
            try {
                return reading.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw SearchIndexException.cannotRead(path, e);
        }
    }

    private SearchResult search(BlockSearcher searcher, SearchQuery query, ParsedQuery parsed, Understood understood)
            throws IOException {
        var remarks = new ArrayList<>(parsed.remarks());
        Map<String, Set<String>> filters = filters(query, parsed, remarks);
        int[][] numbers = numbers(filters, understood, remarks);
        boolean nothingTyped = parsed.browses() && parsed.excluded().isEmpty();
        SoughtQuery sought = nothingTyped ? null : new SoughtQuery(searcher, forms, names, parsed);
        int keep = (int) Math.min(DEEPEST, (long) query.page() * query.size());
        int clauses = parsed.clauses().size();

        Matching matching = run(searcher, sought, numbers, query, clauses, keep);
        if (matching.textMatches() == 0 && clauses > 1 && matching.mostClauses() > 0) {
            int most = matching.mostClauses();
            matching = run(searcher, sought, numbers, query, most, keep);
            remarks.add(Note.of("fewer-words", clauses, most));
        }
        if (sought != null) {
            sought.respelled().forEach((typed, found) -> remarks.add(Note.of("respelled", typed, found)));
            remarks.addAll(sought.notes());
        }
        Marks marks = sought == null ? new Marks.Builder().build() : sought.marks();
        return new SearchResult(
                matching.total(),
                hits(searcher, matching, query, marks),
                facets(matching),
                understood.inWords(parsed, labelled(filters), remarks),
                help(searcher, query, parsed, matching, sought));
    }

    /// The filters as one reads them.
    private Map<String, Set<String>> labelled(Map<String, Set<String>> filters) {
        var labelled = new LinkedHashMap<String, Set<String>>();
        filters.forEach((name, values) -> labelled.put(name, new LinkedHashSet<>(facets.labels(name, values))));
        return labelled;
    }

    /// What leads on where little was found; nothing is looked up for a search that found enough.
    private SearchResult.Help help(
            BlockSearcher searcher,
            SearchQuery query,
            ParsedQuery parsed,
            Matching matching,
            @Nullable SoughtQuery sought)
            throws IOException {
        boolean enough = matching.textMatches() > 0
                && (sought == null || sought.respelled().isEmpty());
        if (parsed.clauses().isEmpty() || enough && matching.total() > 0) {
            return SearchResult.Help.NONE;
        }
        var spellings = new Spellings(searcher, forms);
        return new SearchResult.Help(
                spellings.of(query.text(), parsed), List.copyOf(spellings.otherForms(parsed, WrittenForms.load())));
    }

    private Matching run(
            BlockSearcher searcher,
            @Nullable SoughtQuery sought,
            int[][] filters,
            SearchQuery query,
            int least,
            int keep)
            throws IOException {
        var matching = new Matching(searcher, facets, sought, filters, query, least, keep);
        matching.run();
        return matching;
    }

    /// The filters chosen and those typed; of one facet all together.
    private static Map<String, Set<String>> filters(SearchQuery query, ParsedQuery parsed, List<Note> remarks) {
        var filters = new TreeMap<String, Set<String>>(Comparator.comparingInt(Facets.NAMES::indexOf));
        for (Map<String, ? extends Collection<String>> some : List.of(query.filters(), parsed.filters())) {
            some.forEach((name, values) -> {
                if (!Facets.NAMES.contains(name)) {
                    remarks.add(Note.of("no-filter", name));
                } else if (!values.isEmpty()) {
                    filters.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(values);
                }
            });
        }
        return filters;
    }

    @SuppressWarnings("NullAway") // A facet that does not filter has no array; arrays cannot say so to the checker.
    private int[][] numbers(Map<String, Set<String>> filters, Understood understood, List<Note> remarks) {
        var numbers = new int[Facets.NAMES.size()][];
        filters.forEach((name, values) -> {
            int facet = Facets.NAMES.indexOf(name);
            numbers[facet] = facets.meant(facet, values);
            if (numbers[facet].length == 0) {
                remarks.add(Note.of("no-documents-of", understood.field(name), understood.values(name, values)));
            }
        });
        return numbers;
    }

    private List<Hit> hits(BlockSearcher searcher, Matching matching, SearchQuery query, Marks marks)
            throws IOException {
        var hits = new ArrayList<Hit>();
        List<Matching.Found> found = matching.found();
        long first = (long) (query.page() - 1) * query.size();
        BlockSearcher.Shown shown = searcher.shown();
        for (long i = first; i < Math.min(found.size(), first + query.size()); i++) {
            hits.add(hit(shown, found.get((int) i), marks));
        }
        return hits;
    }

    private Hit hit(BlockSearcher.Shown shown, Matching.Found found, Marks marks) throws IOException {
        ShownDocument document = shown.document(found.leaf(), found.head());
        var passages = new ArrayList<PassageHit>();
        for (int doc : found.passages()) {
            ShownPassage passage = shown.passage(found.leaf(), doc);
            passages.add(new PassageHit(
                    new PassageId(passage.id()),
                    passage.page(),
                    passage.sectionPath(),
                    marks.segments(passage.text(), forms)));
        }
        return new Hit(
                new DocumentId(document.id()),
                document.title(),
                document.fileName(),
                document.first(Facets.TYPE),
                document.first(Facets.YEAR),
                document.date(),
                Instant.ofEpochMilli(document.arrived()),
                document.uses(),
                document.first(Facets.STATUS),
                found.score(),
                passages);
    }

    private Map<String, List<FacetValue>> facets(Matching matching) {
        var all = new HashMap<String, List<FacetValue>>();
        for (int facet = 0; facet < Facets.NAMES.size(); facet++) {
            int[] counts = matching.counts(facet);
            var values = new ArrayList<FacetValue>();
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    values.add(
                            new FacetValue(facets.value(facet, number), facets.label(facet, number), counts[number]));
                }
            }
            values.sort(Comparator.comparingLong((FacetValue value) -> -value.documents())
                    .thenComparing(FacetValue::value));
            all.put(Facets.NAMES.get(facet), List.copyOf(values));
        }
        return all;
    }

    @Override
    public void nameThings(Collection<NamedThing> named) {
        things = new ThingIndex(named, forms);
    }

    @Override
    public List<NamedThing> things(String text, int limit) {
        return things.search(ForgivingParser.parse(text), text, limit);
    }

    @Override
    public List<Suggestion> suggest(String typed, int perKind) {
        if (TitleOrder.key(typed).isBlank() || perKind < 1) {
            return List.of();
        }
        var suggestions = new ArrayList<>(things.suggest(typed, perKind));
        suggestions.addAll(read(searcher -> new TypingHelp(searcher, forms).of(typed, perKind)));
        return suggestions;
    }

    @Override
    public Alike like(DocumentId document, Optional<PassageId> passage, int limit) {
        return read(searcher -> new LikeThis(searcher, forms).find(document, passage, limit));
    }

    @Override
    public Coverage coverage() {
        return read(searcher -> {
            int first = Integer.MAX_VALUE;
            int last = Integer.MIN_VALUE;
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                SegmentTable table = searcher.table(leaf);
                Bits live = leaf.reader().getLiveDocs();
                for (int block = 0; block < table.heads.length; block++) {
                    int year = table.years[block];
                    if (year != 0 && (live == null || live.get(table.heads[block]))) {
                        first = Math.min(first, year);
                        last = Math.max(last, year);
                    }
                }
            }
            return new Coverage(
                    searcher.documents(),
                    first > last ? OptionalInt.empty() : OptionalInt.of(first),
                    first > last ? OptionalInt.empty() : OptionalInt.of(last));
        });
    }

    @Override
    public void purge() {
        write(() -> writer.forceMergeDeletes(true));
    }

    @Override
    public List<String> check() {
        try {
            IndexCommit commit = commits.snapshot();
            try {
                return check(commit);
            } finally {
                commits.release(commit);
            }
        } catch (IOException | AlreadyClosedException e) {
            throw SearchIndexException.cannotRead(path, e);
        }
    }

    private List<String> check(IndexCommit commit) throws IOException {
        var findings = new ArrayList<String>();
        var printed = new ByteArrayOutputStream();
        Collection<String> files = commit.getFileNames();
        var frozen = new FilterDirectory(directory) {
            @Override
            public String[] listAll() {
                return files.stream().sorted().toArray(String[]::new);
            }
        };
        // The writer holds the folder's lock; a checker that only reads what a snapshot keeps needs none of its own.
        try (var checker = new CheckIndex(frozen, new NoLock())) {
            checker.setThreadCount(1);
            checker.setInfoStream(new PrintStream(printed, true, StandardCharsets.UTF_8));
            CheckIndex.Status status = checker.checkIndex();
            if (!status.clean) {
                for (var segment : status.segmentInfos) {
                    if (segment.error != null) {
                        findings.add("Search index, segment %s: %s".formatted(segment.name, segment.error));
                    }
                }
                if (findings.isEmpty()) {
                    findings.add("Search index: " + lastError(printed.toString(StandardCharsets.UTF_8)));
                }
            }
        } catch (CorruptIndexException | EOFException | FileNotFoundException | NoSuchFileException e) {
            findings.add("Search index: " + e);
        }
        return List.copyOf(findings);
    }

    private static String lastError(String printed) {
        return printed.lines()
                .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                .reduce((first, second) -> second)
                .orElse("it cannot be read");
    }

    private static final class NoLock extends Lock {
        @Override
        public void close() {}

        @Override
        public void ensureValid() {}
    }

    @Override
    public void close() {
        // What was put after the last commit is given up, so that the number noted there stays true.
        try (directory) {
            searchers.close();
            writer.rollback();
        } catch (IOException | AlreadyClosedException e) {
            throw SearchIndexException.cannotWrite(path, e);
        }
    }
}
