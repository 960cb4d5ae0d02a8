/// The commands.
@org.jspecify.annotations.NullMarked
package no.forankring.cli;
