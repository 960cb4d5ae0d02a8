package no.forankring.trace;

/// Words that refer to a governing document that nobody has pointed out.
///
/// @param address of the mention
/// @param evidence the words, and why they are left open
public record OpenMention(String address, EvidenceView evidence) {}
