package no.forankring.graph;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;

/// A plain dataset that stores terms in the form in which the store does, so that the two can be compared.
final class StoredForm extends DatasetGraphWrapper {

    StoredForm(DatasetGraph plain) {
        super(plain);
    }

    @Override
    public void add(Quad quad) {
        super.add(Terms.stored(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    }

    @Override
    public void delete(Quad quad) {
        super.delete(Terms.stored(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()));
    }
}
