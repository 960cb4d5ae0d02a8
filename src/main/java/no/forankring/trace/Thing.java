package no.forankring.trace;

/// Something in the graph, as one shows it.
///
/// @param iri its address
/// @param kind as in the address: `governing-document`, `network`, `activity`, `document` …
/// @param id the rest of the address
/// @param label the name to show
/// @param type the local name of its class, as in `LearningNetwork`, `WhitePaper`
public record Thing(String iri, String kind, String id, String label, String type) {}
