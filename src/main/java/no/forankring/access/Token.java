package no.forankring.access;

import java.time.Instant;

/// A token as one may show it in a list; the secret itself is not kept.
///
/// @param id for revoking it
/// @param label what it is for, by the one who made it
public record Token(String id, String account, String label, Instant created) {}
