package no.forankring.review;

import java.time.Instant;

/// How far a person has come.
///
/// @param scope the filter, as in the address of the page: `dokument=…&type=…`; empty for all
/// @param item the key of the item to go on with
public record ReviewPlace(String scope, String item, Instant when) {}
