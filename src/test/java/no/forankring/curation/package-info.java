@org.jspecify.annotations.NullMarked
package no.forankring.curation;
