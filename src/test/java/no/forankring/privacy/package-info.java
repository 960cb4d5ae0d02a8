/// Tests and invented examples of personal data.
@org.jspecify.annotations.NullMarked
package no.forankring.privacy;
