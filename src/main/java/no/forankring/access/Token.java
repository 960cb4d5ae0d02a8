package no.forankring.access;

import java.time.Instant;
import java.util.Optional;

/// A token as one may show it in a list; the secret itself is not kept.
///
/// @param id for revoking it
/// @param label what it is for, by the one who made it
/// @param role the most that it may do; never more than the account itself
/// @param expires when it stops working
/// @param used when it was used last, within the hour
public record Token(
        String id,
        String account,
        String label,
        Role role,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> used) {}
