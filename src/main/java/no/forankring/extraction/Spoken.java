package no.forankring.extraction;

import no.forankring.document.Span;

/// A thing or agent that words of a sentence stand for, by name or by a noun for one named before.
///
/// @param named the words name it; else they point back: "nettverket", "samlingen", "vi"
record Spoken(Entity entity, Span span, boolean named) {

    String key() {
        return entity.key();
    }

    EntityType type() {
        return entity.type();
    }
}
