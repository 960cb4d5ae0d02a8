/// What carries out this directive, what is this anchored in, and with which sentence?
///
/// The door is [Traces]. It reads facts only, unless asked for suggestions, and every step carries its evidence.
@org.jspecify.annotations.NullMarked
package no.forankring.trace;
