package no.forankring.register;

/// A document and where its entry stands.
///
/// @param line counted from 1
record RegisterRow(String file, int line, GoverningDocument document) {}
