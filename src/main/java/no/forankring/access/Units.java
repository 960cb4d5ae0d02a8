package no.forankring.access;

import java.util.Optional;

/// Which unit a document comes from.
public interface Units {

    /// The key of the unit, as in `usht-fjordvik`; empty where the document does not say, or is not held.
    Optional<String> ownerOf(String documentId);
}
