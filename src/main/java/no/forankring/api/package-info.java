/// The JSON interface.
@org.jspecify.annotations.NullMarked
package no.forankring.api;
