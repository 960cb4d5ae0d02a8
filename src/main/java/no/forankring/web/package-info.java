/// The pages.
@org.jspecify.annotations.NullMarked
package no.forankring.web;
