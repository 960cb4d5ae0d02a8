/// Which suggestions await a person, and what was decided?
@org.jspecify.annotations.NullMarked
package no.forankring.review;
