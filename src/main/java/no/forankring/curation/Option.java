package no.forankring.curation;

/// Something that a person may mean.
///
/// @param type the local name of its class
/// @param detail what tells it from others of the same name, as in `§ 3-1` or an id
public record Option(String iri, String label, String type, String detail) {}
