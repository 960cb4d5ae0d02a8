package no.forankring.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.forankring.document.DocumentId;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.search.IndexedDocument;
import no.forankring.search.PassageSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the index equal to the graph: puts what was stored, and on start what the index missed.
///
/// The index's number never runs ahead of what it holds: while a write is under way the number noted is at most
/// the last change before that write began.
final class IndexFollower {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

    private final GraphStore graph;
    private final Documents documents;
    private final PassageSearch index;
    /// The last change before each write under way, with how many began there.
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();

    IndexFollower(GraphStore graph, Documents documents, PassageSearch index) {
        this.graph = graph;
        this.documents = documents;
        this.index = index;
    }

    /// To be called before a document is written to the graph; give the answer to [#end].
    synchronized long begin() {
        long before = graph.lastChange();
        underWay.merge(before, 1, Integer::sum);
        return before;
    }

    /// To be called when the document is in the graph and in the index, or in neither.
    synchronized void end(long before) {
        underWay.computeIfPresent(before, (number, count) -> count == 1 ? null : count - 1);
    }

    void put(IndexedDocument document) {
        index.put(document);
    }

    /// Makes what was put visible and durable.
    void commit() {
        long number;
        synchronized (this) {
            number = graph.lastChange();
            if (!underWay.isEmpty()) {
                number = Math.min(number, underWay.firstKey());
            }
        }
        index.refresh();
        index.commit(number);
    }

    /// Puts what the index lacks or holds in another version, removes what the graph no longer has.
    /// Searches go on meanwhile.
    ///
    /// @return how many documents were put or removed
    int catchUp() {
        if (index.appliedChange().equals(Optional.of(graph.lastChange()))) {
            return 0;
        }
        Map<DocumentId, String> held = new HashMap<>(index.stamps());
        int changed = 0;
        long before = begin();
        try {
            var ids = graph.read(state -> new StoredDocuments(state, graph.addresses()).ids());
            for (DocumentId id : ids) {
                Optional<StoredDocuments.Stored> stored =
                        graph.read(state -> new StoredDocuments(state, graph.addresses()).find(id));
                String stamp = held.remove(id);
                if (stored.isEmpty() || stampOf(stored.get()).equals(stamp)) {
                    continue;
                }
                Optional<DocumentText> text =
                        documents.text(stored.get().sha256(), stored.get().fileName());
                if (text.isEmpty()) {
                    LOG.error(
                            "The original of {} is missing from the files folder, so it cannot be searched;"
                                    + " restore it from a backup and run check --repair",
                            id);
                    continue;
                }
                index.put(indexed(stored.get(), text.get()));
                changed++;
            }
            for (DocumentId gone : held.keySet()) {
                index.remove(gone);
                changed++;
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
    java.util.List<String> differences() {
        var differences = new java.util.ArrayList<String>();
        Map<DocumentId, String> held = new HashMap<>(index.stamps());
        for (DocumentId id : graph.read(state -> new StoredDocuments(state, graph.addresses()).ids())) {
            Optional<StoredDocuments.Stored> stored =
                    graph.read(state -> new StoredDocuments(state, graph.addresses()).find(id));
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

    static String stampOf(StoredDocuments.Stored stored) {
        return stored.sha256().hex().substring(0, 16) + "-" + stored.version() + "-"
                + Addresses.fingerprint(String.join(
                                " ", stored.cites().stream().sorted().toList()))
                        .substring(0, 8);
    }

    static IndexedDocument indexed(StoredDocuments.Stored stored, DocumentText text) {
        java.util.List<Passage> passages = text.passages();
        return new IndexedDocument(
                stored.id(),
                stampOf(stored),
                stored.title(),
                stored.fileName(),
                stored.kind(),
                stored.year(),
                stored.language(),
                stored.cites(),
                passages);
    }
}
