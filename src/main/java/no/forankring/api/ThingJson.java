package no.forankring.api;

import no.forankring.trace.Thing;

/// @param iri its address, the same in the graph
/// @param kind as in the address: `governing-document`, `network` …
/// @param type the local name of its class
record ThingJson(String iri, String kind, String id, String label, String type) {

    static ThingJson of(Thing thing) {
        return new ThingJson(thing.iri(), thing.kind(), thing.id(), thing.label(), thing.type());
    }
}
