package no.forankring.curation;

/// What came of entering something.
///
/// @param change the number of the change, to undo it by; 0 when everything stood so already
/// @param thing how the thing stands now
public record Saved(long change, StoredThing thing) {}
