package no.forankring.extraction;

import no.forankring.document.Span;

/// A thing that words of a passage name, before it is known whether it was named earlier.
///
/// @param name cleaned and indefinite
/// @param span the naming words in the document's text
record Named(EntityType type, String name, Span span) {

    String key() {
        return Words.key(name);
    }

    boolean isNetwork() {
        return type == EntityType.NETWORK || type == EntityType.LEARNING_NETWORK;
    }
}
