package no.forankring.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.forankring.document.DocumentId;
import no.forankring.document.Documents;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import no.forankring.privacy.Deletions;
import no.forankring.privacy.Deletions.Deletion;
import no.forankring.privacy.Erasure;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Deletes documents: the originals of all their versions, their names in jobs that wait or were given up, the texts
/// read from them, and all that the graph holds because of them. The index follows the graph, and what is shown of the
/// past leaves them out.
///
/// The deletion is noted first and ends with the graph, so one that a crash cut short is finished at the next start;
/// one that a restored backup is too old to know, too.
final class DocumentDeletion {

    private static final int BATCH = 200;

    private final GraphStore graph;
    private final Documents documents;
    private final Deletions deletions;
    private final QueueFolder jobs;
    private final Clock clock;

    DocumentDeletion(GraphStore graph, Documents documents, Deletions deletions, QueueFolder jobs, Clock clock) {
        this.graph = graph;
        this.documents = documents;
        this.deletions = deletions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// @return false when there is no such document
    boolean delete(String who, DocumentId id) {
        if (find(id).isEmpty()) {
            return false;
        }
        deletions.add(new Deletion(id, clock.instant()));
        erase(who, id);
        return true;
    }

    /// Deletes what was noted and is here still, as it was then. How many.
    int finish() {
        int finished = 0;
        for (Deletion deletion : deletions.all()) {
            Optional<StoredDocuments.Stored> left = find(deletion.document());
            if (left.filter(known -> !known.arrived().isAfter(deletion.at())).isPresent()) {
                erase("forankring", deletion.document());
                finished++;
            }
        }
        return finished;
    }

    private Optional<StoredDocuments.Stored> find(DocumentId id) {
        return graph.read(state -> new StoredDocuments(state, graph.addresses()).find(id));
    }

    private void erase(String who, DocumentId id) {
        try {
            var gone = new LinkedHashSet<Sha256>();
            for (Sha256 version : versions(id)) {
                if (!isHeldElsewhere(version, id)) {
                    documents.forget(version);
                    gone.add(version);
                }
            }
            jobs.forget(gone);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot delete the original of %s (%s). It is deleted at the next start."
                            .formatted(id, e.getMessage()),
                    e);
        }
        graph.write(who, Erasure.why(id), state -> Erasure.of(state, graph.addresses(), id))
                .join();
    }

    /// The files that ever were this document, by what every change says of it.
    Set<Sha256> versions(DocumentId id) {
        Addresses addresses = graph.addresses();
        Node name = addresses.documentGraph(id.value());
        Node document = addresses.of(Addresses.DOCUMENT, id.value());
        var versions = new LinkedHashSet<Sha256>();
        find(id).ifPresent(known -> versions.add(known.sha256()));
        long number = 0;
        List<Patch> some = graph.patchesAfter(number, BATCH);
        while (!some.isEmpty()) {
            for (Patch patch : some) {
                var quads = new ArrayList<Quad>(patch.added());
                quads.addAll(patch.deleted());
                for (Quad quad : quads) {
                    if (quad.getGraph().equals(name)
                            && quad.getSubject().equals(document)
                            && quad.getPredicate().equals(Fa.sha256)) {
                        versions.add(new Sha256(quad.getObject().getLiteralLexicalForm()));
                    }
                }
                number = patch.change().number();
            }
            some = graph.patchesAfter(number, BATCH);
        }
        return versions;
    }

    private boolean isHeldElsewhere(Sha256 sha256, DocumentId id) {
        Node document = graph.addresses().of(Addresses.DOCUMENT, id.value());
        return graph.read(state -> {
            var held = state.findNG(Node.ANY, Node.ANY, Fa.sha256, NodeFactory.createLiteralString(sha256.hex()));
            boolean elsewhere = false;
            while (held.hasNext()) {
                Node subject = held.next().getSubject();
                elsewhere |= !subject.equals(document)
                        && graph.addresses()
                                .parse(subject.getURI())
                                .filter(parts -> parts.kind().equals(Addresses.DOCUMENT))
                                .isPresent();
            }
            return elsewhere;
        });
    }
}
