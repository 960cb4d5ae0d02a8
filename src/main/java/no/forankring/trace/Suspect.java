package no.forankring.trace;

import java.time.Instant;
import java.util.Optional;

/// A statement that rests on a governing document of which the register has said something else since.
///
/// @param since when the statement was confirmed, or else read
public record Suspect(Step step, Optional<Confirmation> confirmation, Instant since, RegisterChange change) {}
