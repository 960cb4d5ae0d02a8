/// What do we hand to those who asked? Ready reports over the graph.
@org.jspecify.annotations.NullMarked
package no.forankring.report;
