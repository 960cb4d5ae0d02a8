package no.forankring.privacy;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.ReadOutcome;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import no.forankring.graph.Violation;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The store as readers see it: the past without what must not be shown any more.
///
/// Of documents that were deleted since, earlier states, changes and their reasons tell nothing; of those of which
/// something was withheld again, they tell it masked as it is today, and only of places and things that are known
/// today:
/// addresses are made of words too. The journal itself is left as it is: it carries
/// durability and undoing, which need every change byte for byte. All else is handed on. Safe for many threads.
public final class ShownPast implements GraphStore {

    /// What every `why` of a deletion begins with, before the document's id.
    static final String DELETED = "delete document ";

    /// What every `why` of withholding again begins with.
    static final String WITHHELD_AGAIN = "withhold personal data in ";

    private static final String HIDDEN = "dokumentet er slettet siden";
    /// Documents that are masked anew for one state; each costs a reading of its text.
    private static final int MOST_MASKED = 200;

    private static final int BATCH = 1_000;
    private static final int REMEMBERED = 500;

    private final GraphStore store;
    private final Documents documents;
    private final Withholding withholding;

    private long scanned;
    private final Map<DocumentId, Long> deleted = new HashMap<>();
    private final Set<DocumentId> withheldAgain = new LinkedHashSet<>();
    private final Map<String, Optional<Masks>> masks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Masks>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public ShownPast(GraphStore store, Documents documents, Withholding withholding) {
        this.store = store;
        this.documents = documents;
        this.withholding = withholding;
    }

    /// A text as read and as shown today.
    private record Masks(DocumentText read, DocumentText shown) {}

    /// @param number the change that deleted it
    private record Gone(DocumentId document, long number) {}

    // ---- what must not be shown ----

    /// Reads on in the changes what was deleted and withheld again.
    private synchronized void scan() {
        long last = store.lastChange();
        while (scanned < last) {
            List<Change> some = store.changesAfter(scanned, BATCH);
            if (some.isEmpty()) {
                return;
            }
            for (Change change : some) {
                named(change.why(), DELETED).ifPresent(id -> deleted.put(id, change.number()));
                named(change.why(), WITHHELD_AGAIN).ifPresent(withheldAgain::add);
                scanned = change.number();
            }
        }
    }

    private static Optional<DocumentId> named(String why, String beginning) {
        try {
            return why.startsWith(beginning)
                    ? Optional.of(new DocumentId(why.substring(beginning.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The documents that were there after a change, and were deleted by a later one.
    private synchronized List<Gone> goneSince(long number) {
        scan();
        return deleted.entrySet().stream()
                .filter(entry -> entry.getValue() > number)
                .map(entry -> new Gone(entry.getKey(), entry.getValue()))
                .toList();
    }

    private synchronized boolean wasWithheldAgain(DocumentId id) {
        scan();
        return withheldAgain.contains(id);
    }

    // ---- states ----

    @Override
    public <T> T readAt(long number, Function<DatasetGraph, T> reader) {
        if (number >= store.lastChange()) {
            return store.read(reader);
        }
        List<Gone> gone = goneSince(number);
        return store.readAt(number, past -> {
            gone.forEach(one -> new DocumentTraces(addresses(), one.document()).erase(past));
            mask(past, number);
            return reader.apply(past);
        });
    }

    private void mask(DatasetGraph past, long number) {
        String plain = withholding.disclosure(Set.of());
        Map<DocumentId, String> shown = new LinkedHashMap<>();
        String prefix = addresses().documentGraph("").getURI();
        past.findNG(Node.ANY, Node.ANY, Fa.disclosure, Node.ANY).forEachRemaining(quad -> {
            String name = quad.getGraph().getURI();
            String disclosure = quad.getObject().getLiteralLexicalForm();
            if (name.startsWith(prefix) && addresses().holdsFacts(quad.getGraph()) && !disclosure.equals(plain)) {
                id(name.substring(prefix.length())).ifPresent(id -> shown.put(id, disclosure));
            }
        });
        shown.entrySet().removeIf(entry -> entry.getValue().equals(withholding.disclosure(entry.getKey())));
        if (shown.size() > MOST_MASKED) {
            throw no.forankring.graph.GraphException.notShown(number, shown.size());
        }
        shown.keySet().forEach(id -> mask(past, id));
    }

    private void mask(DatasetGraph past, DocumentId id) {
        var traces = new DocumentTraces(addresses(), id);
        Optional<Masks> masks = masks(id, sha256(past, id));
        if (masks.isEmpty()) {
            // Nobody can tell any more what of it is personal.
            traces.erase(past);
            return;
        }
        var quads = new ArrayList<Quad>();
        for (Node graph :
                List.of(addresses().documentGraph(id.value()), addresses().suggestionsGraph(id.value()))) {
            for (Node one : List.of(graph, addresses().setAsideGraph(graph))) {
                past.find(one, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            }
        }
        for (Node one : List.of(addresses().confirmedGraph(), addresses().decisionsGraph())) {
            past.find(one, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                if (quad.getObject().isLiteral() && traces.isOfText(quad)) {
                    quads.add(quad);
                }
            });
        }
        Predicate<Quad> known = known();
        for (Quad quad : quads) {
            Quad masked = masked(quad, masks.get(), id);
            if (!known.test(quad)) {
                past.delete(quad);
            } else if (masked != quad) {
                past.delete(quad);
                past.add(masked);
            }
        }
    }

    /// Whether the present graph knows the things that a statement is about.
    private Predicate<Quad> known() {
        var answers = new HashMap<Node, Boolean>();
        return quad -> isKnown(quad.getSubject(), answers) && isKnown(quad.getObject(), answers);
    }

    private boolean isKnown(Node node, Map<Node, Boolean> answers) {
        return !node.isURI()
                || addresses().parse(node.getURI()).isEmpty()
                || answers.computeIfAbsent(
                        node,
                        one -> store.read(state -> state.contains(Node.ANY, one, Node.ANY, Node.ANY)
                                || state.contains(Node.ANY, Node.ANY, Node.ANY, one)));
    }

    private Optional<DocumentId> id(String text) {
        try {
            return Optional.of(new DocumentId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Sha256> sha256(DatasetGraph state, DocumentId id) {
        var found = state.find(
                addresses().documentGraph(id.value()),
                addresses().of(Addresses.DOCUMENT, id.value()),
                Fa.sha256,
                Node.ANY);
        return found.hasNext()
                ? Optional.of(new Sha256(found.next().getObject().getLiteralLexicalForm()))
                : Optional.empty();
    }

    /// Empty where the original of that version is not held any more or cannot be read.
    private Optional<Masks> masks(DocumentId id, Optional<Sha256> sha256) {
        if (sha256.isEmpty()) {
            return Optional.empty();
        }
        String key = id + " " + sha256.get().hex() + " " + withholding.disclosure(id);
        synchronized (masks) {
            Optional<Masks> known = masks.get(key);
            if (known != null) {
                return known;
            }
        }
        String fileName = store.read(state -> {
            var found = state.find(
                    addresses().documentGraph(id.value()),
                    addresses().of(Addresses.DOCUMENT, id.value()),
                    Fa.fileName,
                    Node.ANY);
            return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
        });
        Optional<Masks> made = documents.readUnveiled(sha256.get(), fileName) instanceof ReadOutcome.Read read
                ? Optional.of(new Masks(
                        read.text(), withholding.shown(read.text(), id).text()))
                : Optional.empty();
        synchronized (masks) {
            masks.put(key, made);
        }
        return made;
    }

    /// The same object when nothing of it is withheld.
    private Quad masked(Quad quad, Masks masks, DocumentId id) {
        if (!quad.getObject().isLiteral()) {
            return quad;
        }
        String words = quad.getObject().getLiteralLexicalForm();
        String masked = withholding.masked(words, masks.read(), masks.shown(), id);
        if (masked.equals(words)) {
            return quad;
        }
        String language = quad.getObject().getLiteralLanguage();
        return Quad.create(
                quad.getGraph(),
                quad.getSubject(),
                quad.getPredicate(),
                language.isEmpty()
                        ? NodeFactory.createLiteralString(masked)
                        : NodeFactory.createLiteralLang(masked, language));
    }

    // ---- changes ----

    @Override
    public List<Patch> patchesAfter(long number, int limit) {
        return store.patchesAfter(number, limit).stream().map(this::shown).toList();
    }

    @Override
    public List<Change> changesAfter(long number, int limit) {
        return store.changesAfter(number, limit).stream().map(this::shown).toList();
    }

    @Override
    public Optional<Change> change(long number) {
        return store.change(number).map(this::shown);
    }

    /// Why a file was read tells its name.
    private Change shown(Change change) {
        List<Gone> gone = goneSince(change.number() - 1);
        if (gone.isEmpty() || !change.why().startsWith("ingest ")) {
            return change;
        }
        return store.patch(change.number()).map(this::shown).map(Patch::change).orElse(change);
    }

    private Patch shown(Patch patch) {
        Change change = patch.change();
        List<DocumentTraces> gone = goneSince(change.number() - 1).stream()
                .map(one -> new DocumentTraces(addresses(), one.document()))
                .toList();
        Set<DocumentId> masking = masking(patch);
        boolean hides = !gone.isEmpty()
                && (patch.added().stream().anyMatch(quad -> isOf(gone, quad))
                        || patch.deleted().stream().anyMatch(quad -> isOf(gone, quad)));
        if (!hides && masking.isEmpty()) {
            return patch;
        }
        String why = hides && !change.why().startsWith(DELETED) ? HIDDEN : change.why();
        return new Patch(
                new Change(change.number(), change.at(), change.who(), why, change.added(), change.deleted()),
                shown(patch, patch.deleted(), gone, masking),
                shown(patch, patch.added(), gone, masking));
    }

    private static boolean isOf(List<DocumentTraces> gone, Quad quad) {
        return gone.stream().anyMatch(traces -> traces.concern(quad));
    }

    private List<Quad> shown(Patch patch, List<Quad> quads, List<DocumentTraces> gone, Set<DocumentId> masking) {
        var shown = new ArrayList<Quad>();
        Predicate<Quad> known = known();
        for (Quad quad : quads) {
            if (!isOf(gone, quad)) {
                masked(patch, quad, masking, known).ifPresent(shown::add);
            }
        }
        return shown;
    }

    /// Empty where nobody can tell what of it is personal.
    private Optional<Quad> masked(Patch patch, Quad quad, Set<DocumentId> masking, Predicate<Quad> known) {
        Quad masked = quad;
        for (DocumentId id : masking) {
            if (new DocumentTraces(addresses(), id).isOfText(masked)) {
                if (!known.test(quad)) {
                    return Optional.empty();
                }
                for (Optional<Sha256> version : versions(patch, id)) {
                    Optional<Masks> masks = masks(id, version);
                    if (masks.isEmpty()) {
                        return Optional.empty();
                    }
                    masked = masked(masked, masks.get(), id);
                }
            }
        }
        return Optional.of(masked);
    }

    /// The versions of a document that a change may show words of: those it names, and the present one.
    private List<Optional<Sha256>> versions(Patch patch, DocumentId id) {
        Node document = addresses().of(Addresses.DOCUMENT, id.value());
        var versions = new LinkedHashSet<Optional<Sha256>>();
        for (List<Quad> quads : List.of(patch.deleted(), patch.added())) {
            for (Quad quad : quads) {
                if (quad.getSubject().equals(document) && quad.getPredicate().equals(Fa.sha256)) {
                    versions.add(Optional.of(new Sha256(quad.getObject().getLiteralLexicalForm())));
                }
            }
        }
        versions.add(store.read(state -> sha256(state, id)));
        return List.copyOf(versions);
    }

    /// The documents of which a change may show more than may be shown today.
    private Set<DocumentId> masking(Patch patch) {
        var masking = new LinkedHashSet<DocumentId>();
        String prefix = addresses().documentGraph("").getURI();
        for (List<Quad> quads : List.of(patch.deleted(), patch.added())) {
            for (Quad quad : quads) {
                String name = quad.getGraph().getURI();
                if (name.startsWith(prefix)) {
                    String id = name.substring(prefix.length());
                    int slash = id.indexOf('/');
                    id(slash < 0 ? id : id.substring(0, slash))
                            .filter(document -> wasWithheldAgain(document) || isOfOtherRules(quad))
                            .ifPresent(masking::add);
                } else if (quad.getObject().isLiteral() && quad.getSubject().isURI()) {
                    addresses()
                            .parse(quad.getSubject().getURI())
                            .filter(parts -> parts.id().contains("/"))
                            .flatMap(parts ->
                                    id(parts.id().substring(0, parts.id().indexOf('/'))))
                            .filter(this::wasWithheldAgain)
                            .ifPresent(masking::add);
                }
            }
        }
        return masking;
    }

    private boolean isOfOtherRules(Quad quad) {
        return quad.getPredicate().equals(Fa.disclosure)
                && !quad.getObject().getLiteralLexicalForm().startsWith(Withholding.VERSION + "-");
    }

    // ---- handed on ----

    @Override
    public Addresses addresses() {
        return store.addresses();
    }

    @Override
    public <T> T read(Function<DatasetGraph, T> reader) {
        return store.read(reader);
    }

    @Override
    public CompletableFuture<Change> write(String who, String why, Consumer<DatasetGraph> operation) {
        return store.write(who, why, operation);
    }

    @Override
    public long lastChange() {
        return store.lastChange();
    }

    @Override
    public List<Violation> rehearse(Consumer<DatasetGraph> operation) {
        return store.rehearse(operation);
    }

    @Override
    public AutoCloseable onChange(Consumer<Change> listener) {
        return store.onChange(listener);
    }

    @Override
    public Path snapshot() {
        return store.snapshot();
    }

    @Override
    public Optional<String> refusal() {
        return store.refusal();
    }

    @Override
    public void compact() {
        store.compact();
    }

    @Override
    public <T> T between(Supplier<T> action) {
        return store.between(action);
    }

    @Override
    public List<String> check(boolean repair) {
        return store.check(repair);
    }

    @Override
    public void export(String format, OutputStream out) {
        store.export(format, out);
    }

    @Override
    public void close() {
        store.close();
    }
}
