package no.forankring.trace;

import java.time.Instant;

/// That a person said that a statement is right.
///
/// @param who the account
public record Confirmation(String who, Instant when) {}
