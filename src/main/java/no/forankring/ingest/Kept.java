package no.forankring.ingest;

import no.forankring.document.Sha256;

/// A file whose original is kept already.
///
/// @param name the path under which it is known, as of a [Source]
public record Kept(String name, Sha256 sha256) {}
