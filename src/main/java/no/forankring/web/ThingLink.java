package no.forankring.web;

import no.forankring.trace.Step;
import no.forankring.trace.Thing;

/// A thing to click on.
///
/// @param type the name of its class, in the reader's language
record ThingLink(String label, String type, String href) {

    /// What a statement leads to.
    static ThingLink object(Step step, Words words) {
        return new ThingLink(words.object(step), words.type(step.object().type()), Paths.of(step.object()));
    }

    static ThingLink of(Thing thing, Words words) {
        return new ThingLink(words.shown(thing.label()), words.type(thing.type()), Paths.of(thing));
    }
}
