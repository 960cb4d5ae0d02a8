package no.forankring.identity;

/// That a document names a thing so.
///
/// @param id the last part of its address
/// @param document the id of the document
/// @param thing the address of what is named
/// @param byItself the address of what it would name if nobody had merged anything
public record Naming(String id, String document, String thing, String byItself, Sighting sighting) {}
