/// The SPARQL protocol, the graph store protocol and linked data.
@org.jspecify.annotations.NullMarked
package no.forankring.sparql;
