package no.forankring.extraction;

import no.forankring.document.Span;

/// A thing that words of a passage name, before it is known whether it was named earlier.
///
/// @param key what makes it the same thing elsewhere
/// @param name cleaned and indefinite
/// @param span the naming words in the document's text
record Named(EntityType type, String key, String name, Span span) {

    static Named of(EntityType type, String name, Span span) {
        return new Named(type, Words.key(name), name, span);
    }

    boolean isNetwork() {
        return type.isNetwork();
    }
}
