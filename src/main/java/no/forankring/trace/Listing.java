package no.forankring.trace;

/// A row in a list of things, with how much there is about each.
///
/// @param detail a line of help: the issuer and date of a governing document, the organiser of a network
/// @param incoming statements that point to it, facts only
/// @param outgoing statements that it is the subject of, facts only
public record Listing(Thing thing, String detail, long incoming, long outgoing) {}
