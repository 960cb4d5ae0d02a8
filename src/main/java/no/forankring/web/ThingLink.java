package no.forankring.web;

import no.forankring.trace.Thing;

/// A thing to click on.
///
/// @param type the name of its class, in the reader's language
record ThingLink(String label, String type, String href) {

    static ThingLink of(Thing thing, Words words) {
        return new ThingLink(thing.label(), words.type(thing.type()), Paths.of(thing));
    }
}
