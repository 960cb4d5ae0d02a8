package no.forankring.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.forankring.document.DocumentId;
import no.forankring.document.Documents;
import no.forankring.document.Sha256;
import no.forankring.extraction.DocumentOwner;
import no.forankring.graph.GraphStore;

/// Which unit decides over a document: the one that its beginning names in every version that there ever was.
///
/// Whoever uploads may write any unit there. So a new version that names another does not take the document over: then
/// no unit decides, and only administrators do.
final class DocumentUnits {

    private static final int MOST_REMEMBERED = 1000;

    private final GraphStore graph;
    private final Documents documents;
    private final DocumentDeletion deletion;

    /// What a later version names does not change what the earlier ones named.
    private final Map<Version, Optional<String>> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Version, Optional<String>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Version(DocumentId id, int number, Sha256 sha256) {}

    DocumentUnits(GraphStore graph, Documents documents, DocumentDeletion deletion) {
        this.graph = graph;
        this.documents = documents;
        this.deletion = deletion;
    }

    /// The key of the unit, as in `usht-fjordvik`; empty where there is any doubt.
    Optional<String> of(DocumentId id) {
        Optional<StoredDocuments.Stored> found =
                graph.read(state -> new StoredDocuments(state, graph.addresses()).find(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        StoredDocuments.Stored known = found.get();
        var version = new Version(id, known.version(), known.sha256());
        synchronized (remembered) {
            Optional<String> before = remembered.get(version);
            if (before != null) {
                return before;
            }
        }
        Optional<String> unit = known.version() == 1 ? named(known.sha256(), known.fileName()) : inAll(known);
        synchronized (remembered) {
            remembered.put(version, unit);
        }
        return unit;
    }

    private Optional<String> inAll(StoredDocuments.Stored known) {
        Optional<String> newest = named(known.sha256(), known.fileName());
        if (newest.isEmpty()) {
            return newest;
        }
        var units = deletion.versions(known.id()).stream()
                .map(version -> named(version, known.fileName()))
                .collect(Collectors.toSet());
        return units.size() == 1 ? newest : Optional.empty();
    }

    private Optional<String> named(Sha256 version, String fileName) {
        return documents
                .text(version, fileName)
                .flatMap(DocumentOwner::of)
                .map(found -> found.owner().key());
    }
}
