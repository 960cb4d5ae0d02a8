package no.forankring.review;

import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Each person's place in the review as triples, in a graph of its own. Reads and writes a state given by the store;
/// keeps nothing.
final class PlaceRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node reviewers;

    PlaceRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.reviewers = addresses.reviewersGraph();
    }

    Optional<ReviewPlace> of(String who) {
        Node node = node(who);
        return value(node, Fa.item)
                .map(item -> new ReviewPlace(
                        value(node, Fa.scope).orElse(""),
                        item,
                        value(node, StandardTerms.PROV_GENERATED_AT_TIME)
                                .map(Instant::parse)
                                .orElse(Instant.EPOCH)));
    }

    void keep(String who, ReviewPlace place) {
        Node node = described(who);
        put(node, Fa.scope, NodeFactory.createLiteralString(place.scope()));
        put(node, Fa.item, NodeFactory.createLiteralString(place.item()));
        put(node, StandardTerms.PROV_GENERATED_AT_TIME, JudgmentRdf.time(place.when()));
    }

    /// On unless the person has switched them off.
    boolean singleKeys(String who) {
        return !value(node(who), Fa.singleKeys).orElse("true").equals("false");
    }

    void singleKeys(String who, boolean on) {
        put(described(who), Fa.singleKeys, NodeFactory.createLiteralDT(Boolean.toString(on), XSDDatatype.XSDboolean));
    }

    private Node described(String who) {
        Node node = node(who);
        state.add(new Quad(reviewers, node, RDF.type.asNode(), Fa.ReviewPlace));
        state.add(new Quad(reviewers, node, StandardTerms.PROV_WAS_ATTRIBUTED_TO, addresses.agent(who)));
        return node;
    }

    private Node node(String who) {
        String agent = addresses.agent(who).getURI();
        return addresses.of(
                Addresses.REVIEW_PLACE,
                addresses.parse(agent).map(Addresses.Parts::id).orElse("unknown"));
    }

    private void put(Node node, Node property, Node value) {
        state.deleteAny(reviewers, node, property, Node.ANY);
        state.add(new Quad(reviewers, node, property, value));
    }

    private Optional<String> value(Node node, Node property) {
        Iterator<Quad> found = state.find(reviewers, node, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject().getLiteralLexicalForm()) : Optional.empty();
    }
}
