package no.forankring.review;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What an acceptance makes of a link, as triples: a confirmed fact with its evidence, which stays when the document is
/// read again. Reads and writes a state given by the store; keeps nothing.
final class ConfirmedRdf {

    /// The rule of evidence that a person gave.
    private static final String POINTED_OUT = "pointed-out";

    private static final List<Node> OF_EVIDENCE =
            List.of(StandardTerms.OA_HAS_SOURCE, StandardTerms.OA_HAS_SELECTOR, Fa.provision);

    private static final List<Node> DESCRIPTION = List.of(RDFS.label.asNode(), Fa.year, Fa.goalKind);
    /// The certainty of a governing document that is no row of the register.
    private static final String UNLISTED = "unlisted";

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node confirmed;
    private final Node decisions;

    ConfirmedRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.confirmed = addresses.confirmedGraph();
        this.decisions = addresses.decisionsGraph();
    }

    boolean isConfirmed(Node link) {
        return state.contains(confirmed, link, Fa.status, Fa.Confirmed);
    }

    /// The graph in which a link is suggested; empty when it is not. A disputed one may be kept among the decisions.
    Optional<Node> suggestionGraph(Node link) {
        Iterator<Quad> suggested = state.findNG(Node.ANY, link, Fa.status, Fa.Suggested);
        while (suggested.hasNext()) {
            Node graph = suggested.next().getGraph();
            if (!Addresses.isSetAside(graph)) {
                return Optional.of(graph);
            }
        }
        return Optional.empty();
    }

    /// True for a mention that the machine left unresolved.
    boolean isUnresolved(Node mention) {
        return state.findNG(Node.ANY, mention, RDF.type.asNode(), Fa.UnresolvedMention)
                .hasNext();
    }

    /// Makes a suggested link a fact that a person confirmed, with its evidence.
    void confirm(Node from, Node link) {
        Node subject = only(from, link, RDF.subject.asNode());
        Node predicate = only(from, link, RDF.predicate.asNode());
        Node object = only(from, link, RDF.object.asNode());
        state.deleteAny(confirmed, link, Node.ANY, Node.ANY);
        copy(from, link, confirmed, link);
        for (Node gone : List.of(Fa.status, Fa.mention, Fa.evidence)) {
            state.deleteAny(confirmed, link, gone, Node.ANY);
        }
        fact(link, Fa.status, Fa.Confirmed);
        for (Quad evidence : all(from, link, Fa.evidence)) {
            fact(link, Fa.evidence, keep(from, evidence.getObject()));
        }
        // Described here too when the register does not list it.
        copy(from, object, confirmed, object);
        fact(subject, predicate, object);
        if (predicate.equals(RDF.type.asNode())) {
            describe(link, subject, object);
        }
    }

    /// What a thing is called stands with what the document says; a thing whose class is confirmed here is described
    /// here too. A local plan is a governing document that the register does not list, under the id in its address.
    private void describe(Node link, Node thing, Node type) {
        for (String document : documentOf(link).stream().toList()) {
            for (Node property : DESCRIPTION) {
                all(addresses.documentGraph(document), thing, property)
                        .forEach(said -> fact(thing, property, said.getObject()));
            }
        }
        if (type.equals(Fa.LocalPlan)) {
            addresses.parse(thing.getURI()).ifPresent(parts -> {
                fact(thing, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(parts.id()));
                fact(thing, Fa.certainty, NodeFactory.createLiteralString(UNLISTED));
            });
        }
    }

    /// Copies evidence to the confirmed facts. Addresses of evidence tell where words stood; where a later version has
    /// other words there, the copy gets an address of its own.
    ///
    /// @return the copy
    private Node keep(Node from, Node evidence) {
        Node passage = only(from, evidence, StandardTerms.OA_HAS_SOURCE);
        Node selector = only(from, evidence, StandardTerms.OA_HAS_SELECTOR);
        Node words = only(from, selector, StandardTerms.OA_EXACT);
        // The same words by its address; its place in the document may have changed.
        state.deleteAny(confirmed, passage, Node.ANY, Node.ANY);
        copy(from, passage, confirmed, passage);
        boolean other = isOther(selector, StandardTerms.OA_EXACT, words)
                || isOther(evidence, StandardTerms.OA_HAS_SOURCE, passage);
        String mark = "-"
                + Addresses.fingerprint(passage.getURI() + words.getLiteralLexicalForm())
                        .substring(0, 8);
        Node keptSelector = other ? NodeFactory.createURI(selector.getURI() + mark) : selector;
        Node keptEvidence = other ? NodeFactory.createURI(evidence.getURI() + mark) : evidence;
        state.deleteAny(confirmed, keptSelector, Node.ANY, Node.ANY);
        copy(from, selector, confirmed, keptSelector);
        state.deleteAny(confirmed, keptEvidence, Node.ANY, Node.ANY);
        copy(from, evidence, confirmed, keptEvidence);
        state.deleteAny(confirmed, keptEvidence, StandardTerms.OA_HAS_SELECTOR, Node.ANY);
        fact(keptEvidence, StandardTerms.OA_HAS_SELECTOR, keptSelector);
        all(from, evidence, Fa.provision).forEach(quad -> copy(from, quad.getObject(), confirmed, quad.getObject()));
        return keptEvidence;
    }

    private boolean isOther(Node thing, Node property, Node value) {
        return state.contains(confirmed, thing, property, Node.ANY)
                && !state.contains(confirmed, thing, property, value);
    }

    /// Makes a fact of what a person says that words mean. What the document says of the same elsewhere is kept beside
    /// it where it is a fact; of words that may mean it a person has said nothing.
    ///
    /// @param link the address of the statement
    /// @param from the graph that holds the evidence
    /// @param proofs the words, at least one
    /// @param why how the words came to mean it, in bokmål
    void pointOut(
            String documentId,
            Node link,
            Node subject,
            Node predicate,
            Node object,
            Node from,
            List<Node> proofs,
            String why) {
        Node document = addresses.of(Addresses.DOCUMENT, documentId);
        Node facts = addresses.documentGraph(documentId);
        if (!isConfirmed(link) && state.contains(facts, link, Fa.status, Node.ANY)) {
            confirm(facts, link);
        }
        if (!isConfirmed(link)) {
            fact(link, RDF.type.asNode(), Fa.Link);
            fact(link, RDF.subject.asNode(), subject);
            fact(link, RDF.predicate.asNode(), predicate);
            fact(link, RDF.object.asNode(), object);
            fact(link, Fa.status, Fa.Confirmed);
            fact(link, Fa.confidence, NodeFactory.createLiteralDT("1", XSDDatatype.XSDdecimal));
            fact(link, StandardTerms.PROV_WAS_DERIVED_FROM, document);
            fact(subject, predicate, object);
        }
        for (Node proof : proofs) {
            Node kept = keep(from, proof);
            Node evidence = NodeFactory.createURI(
                    kept.getURI() + "-" + Addresses.fingerprint(link.getURI()).substring(0, 8));
            state.deleteAny(confirmed, evidence, Node.ANY, Node.ANY);
            for (Node part : List.of(StandardTerms.OA_HAS_SOURCE, StandardTerms.OA_HAS_SELECTOR)) {
                fact(evidence, part, only(confirmed, kept, part));
            }
            fact(evidence, RDF.type.asNode(), Fa.Evidence);
            fact(evidence, Fa.rule, NodeFactory.createLiteralString(POINTED_OUT));
            fact(evidence, Fa.reason, NodeFactory.createLiteralLang(why, "nb"));
            fact(link, Fa.evidence, evidence);
            if (!state.contains(confirmed, Node.ANY, Fa.evidence, kept)) {
                state.deleteAny(confirmed, kept, Node.ANY, Node.ANY);
            }
        }
    }

    /// Takes a confirmed link out of the facts. What another confirmed link states too stays.
    void withdraw(Node link) {
        if (!isConfirmed(link)) {
            return;
        }
        Node subject = only(confirmed, link, RDF.subject.asNode());
        Node predicate = only(confirmed, link, RDF.predicate.asNode());
        Node object = only(confirmed, link, RDF.object.asNode());
        state.deleteAny(confirmed, link, Node.ANY, Node.ANY);
        boolean stated = false;
        Iterator<Quad> others = state.find(confirmed, Node.ANY, RDF.subject.asNode(), subject);
        while (!stated && others.hasNext()) {
            Node other = others.next().getSubject();
            stated = state.contains(confirmed, other, RDF.predicate.asNode(), predicate)
                    && state.contains(confirmed, other, RDF.object.asNode(), object);
        }
        if (!stated) {
            state.deleteAny(confirmed, subject, predicate, object);
            if (predicate.equals(RDF.type.asNode())
                    && all(confirmed, subject, predicate).isEmpty()) {
                DESCRIPTION.forEach(property -> state.deleteAny(confirmed, subject, property, Node.ANY));
                state.deleteAny(confirmed, subject, DCTerms.identifier.asNode(), Node.ANY);
                state.deleteAny(confirmed, subject, Fa.certainty, Node.ANY);
            }
        }
    }

    /// Takes a link out of the facts while two people disagree about it. Nothing is lost: where no suggestion says the
    /// same, the link is kept as a suggestion among the decisions.
    void park(Node link) {
        demote(link);
        if (isConfirmed(link) && suggestionGraph(link).isEmpty()) {
            copyLink(confirmed, link, decisions);
            state.add(new Quad(decisions, link, Fa.status, Fa.Suggested));
        }
        withdraw(link);
    }

    /// What a machine states as a fact of its own becomes a suggestion of the same document.
    private void demote(Node link) {
        Optional<String> document = documentOf(link);
        if (document.isEmpty()) {
            return;
        }
        Node facts = addresses.documentGraph(document.get());
        Node suggestions = addresses.suggestionsGraph(document.get());
        if (!state.contains(facts, link, Fa.status, Node.ANY)) {
            return;
        }
        copyLink(facts, link, suggestions);
        state.add(new Quad(suggestions, link, Fa.status, Fa.Suggested));
        Node subject = only(facts, link, RDF.subject.asNode());
        Node predicate = only(facts, link, RDF.predicate.asNode());
        state.deleteAny(facts, subject, predicate, only(facts, link, RDF.object.asNode()));
        for (Quad evidence : all(facts, link, Fa.evidence)) {
            all(facts, evidence.getObject(), Fa.provision)
                    .forEach(quad -> state.deleteAny(facts, subject, predicate, quad.getObject()));
        }
        state.deleteAny(facts, link, Node.ANY, Node.ANY);
    }

    private void copyLink(Node from, Node link, Node to) {
        copy(from, link, to, link);
        state.deleteAny(to, link, Fa.status, Node.ANY);
        for (Quad evidence : all(from, link, Fa.evidence)) {
            copy(from, evidence.getObject(), to, evidence.getObject());
            for (Node part : OF_EVIDENCE) {
                all(from, evidence.getObject(), part)
                        .forEach(quad -> copy(from, quad.getObject(), to, quad.getObject()));
            }
        }
        Node object = only(from, link, RDF.object.asNode());
        copy(from, object, to, object);
    }

    /// Takes out what was kept of a disputed link.
    void unpark(Node link) {
        List<Quad> proofs = all(decisions, link, Fa.evidence);
        state.deleteAny(decisions, link, Node.ANY, Node.ANY);
        for (Quad proof : proofs) {
            Node evidence = proof.getObject();
            if (state.contains(decisions, Node.ANY, Fa.evidence, evidence)) {
                continue;
            }
            for (Node part : OF_EVIDENCE) {
                for (Quad held : all(decisions, evidence, part)) {
                    state.deleteAny(decisions, evidence, part, held.getObject());
                    if (!state.contains(decisions, Node.ANY, part, held.getObject())) {
                        state.deleteAny(decisions, held.getObject(), Node.ANY, Node.ANY);
                    }
                }
            }
            state.deleteAny(decisions, evidence, Node.ANY, Node.ANY);
        }
    }

    /// The id of the document that a link's address names.
    Optional<String> documentOf(Node link) {
        return addresses
                .parse(link.getURI())
                .filter(parts ->
                        parts.kind().equals(Addresses.LINK) && parts.id().contains("/"))
                .map(parts -> parts.id().substring(0, parts.id().lastIndexOf('/')));
    }

    private void fact(Node subject, Node property, Node value) {
        state.add(new Quad(confirmed, subject, property, value));
    }

    private void copy(Node from, Node thing, Node to, Node name) {
        for (Quad quad : all(from, thing, Node.ANY)) {
            state.add(new Quad(to, name, quad.getPredicate(), quad.getObject()));
        }
    }

    private List<Quad> all(Node graph, Node subject, Node predicate) {
        var quads = new ArrayList<Quad>();
        state.find(graph, subject, predicate, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    Node only(Node graph, Node subject, Node predicate) {
        return all(graph, subject, predicate).getFirst().getObject();
    }
}
