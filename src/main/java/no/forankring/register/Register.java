package no.forankring.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which governing documents exist, what they are called and what is in force on a date.
///
/// Immutable; safe for many threads.
public final class Register {

    private final Map<GoverningDocumentId, GoverningDocument> documents;

    public Register(Collection<GoverningDocument> documents) {
        var byId = new LinkedHashMap<GoverningDocumentId, GoverningDocument>();
        for (GoverningDocument document : documents) {
            if (byId.putIfAbsent(document.id(), document) != null) {
                throw new IllegalArgumentException("The register lists %s twice".formatted(document.id()));
            }
        }
        this.documents = java.util.Collections.unmodifiableMap(byId);
    }

    /// Reads the register that is built into the program, `ontology/register/*.yaml`.
    public static Register builtIn() {
        throw new UnsupportedOperationException("replaced when the YAML reader lands");
    }

    public Optional<GoverningDocument> find(GoverningDocumentId id) {
        return Optional.ofNullable(documents.get(id));
    }

    /// All rows, in the order of the files.
    public List<GoverningDocument> all() {
        return List.copyOf(documents.values());
    }
}
