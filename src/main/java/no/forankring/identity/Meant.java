package no.forankring.identity;

/// The thing that a name means.
///
/// @param thing its address
/// @param byItself the address that it would have if nobody had merged anything
record Meant(String thing, String byItself) {}
