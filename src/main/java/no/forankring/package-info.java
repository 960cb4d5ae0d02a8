/// The entry point and the wiring; everything else lives in one package per feature.
@org.jspecify.annotations.NullMarked
package no.forankring;
