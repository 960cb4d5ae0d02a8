package no.forankring.review;

import java.time.Instant;

/// What a person decided about a link.
///
/// @param id the last part of its address
/// @param link the address of the link
public record Judgment(String id, String link, ReviewQueue.Verdict verdict, String who, Instant when) {}
