package no.forankring.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.review.ReviewQueue.Verdict;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// Judgments of links and of unresolved mentions, and what an acceptance makes of a link, as triples. Reads and writes
/// a state given by the store; keeps
/// nothing.
final class JudgmentRdf {

    /// The rule of evidence that a person gave.
    private static final String POINTED_OUT = "pointed-out";

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;
    private final Node confirmed;

    JudgmentRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
        this.confirmed = addresses.confirmedGraph();
    }

    List<Judgment> all() {
        var judgments = new ArrayList<Judgment>();
        state.find(decisions, Node.ANY, Fa.judges, Node.ANY)
                .forEachRemaining(quad -> judgments.add(judgment(quad.getSubject(), quad.getObject())));
        return judgments;
    }

    /// What was decided of a link; empty when nothing was.
    Optional<Judgment> of(Node link) {
        Iterator<Quad> found = state.find(decisions, Node.ANY, Fa.judges, link);
        return found.hasNext() ? Optional.of(judgment(found.next().getSubject(), link)) : Optional.empty();
    }

    /// The links with this verdict whose address begins so.
    Set<String> links(Verdict verdict, String prefix) {
        var links = new HashSet<String>();
        state.find(decisions, Node.ANY, Fa.verdict, NodeFactory.createLiteralString(verdict.code()))
                .forEachRemaining(quad -> {
                    Node link = only(decisions, quad.getSubject(), Fa.judges);
                    if (link.getURI().startsWith(prefix)) {
                        links.add(link.getURI());
                    }
                });
        return links;
    }

    boolean isJudged(Node link) {
        return state.contains(decisions, Node.ANY, Fa.judges, link);
    }

    boolean isConfirmed(Node link) {
        return state.contains(confirmed, link, Fa.status, Fa.Confirmed);
    }

    /// The graph in which a link is suggested; empty when it is not.
    Optional<Node> suggestionGraph(Node link) {
        Iterator<Quad> suggested = state.find(Node.ANY, link, Fa.status, Fa.Suggested);
        return suggested.hasNext() ? Optional.of(suggested.next().getGraph()) : Optional.empty();
    }

    void note(Judgment judgment) {
        Node node = addresses.of(Addresses.JUDGMENT, judgment.id());
        add(node, RDF.type.asNode(), Fa.Judgment);
        add(node, RDF.type.asNode(), StandardTerms.PROV_ACTIVITY);
        add(node, Fa.judges, NodeFactory.createURI(judgment.link()));
        add(node, Fa.verdict, NodeFactory.createLiteralString(judgment.verdict().code()));
        add(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(judgment.who()));
        add(
                node,
                StandardTerms.PROV_ENDED_AT_TIME,
                NodeFactory.createLiteralDT(judgment.when().toString(), XSDDatatype.XSDdateTime));
    }

    /// Removes what was decided of a link, the fact that it became and the aliases learned from it.
    void takeBack(Node link) {
        if (isConfirmed(link)) {
            state.deleteAny(
                    confirmed,
                    only(confirmed, link, RDF.subject.asNode()),
                    only(confirmed, link, RDF.predicate.asNode()),
                    only(confirmed, link, RDF.object.asNode()));
            state.deleteAny(confirmed, link, Node.ANY, Node.ANY);
        }
        var aliases = new AliasRdf(state, addresses);
        var earlier = new ArrayList<Node>();
        state.find(decisions, Node.ANY, Fa.judges, link).forEachRemaining(quad -> earlier.add(quad.getSubject()));
        for (Node judgment : earlier) {
            aliases.of(judgment).forEach(alias -> aliases.remove(alias.id()));
            state.deleteAny(decisions, judgment, Node.ANY, Node.ANY);
        }
    }

    /// Makes a suggested link a fact that a person confirmed, with its evidence.
    void confirm(Node from, Node link) {
        copy(from, link);
        state.deleteAny(confirmed, link, Fa.status, Node.ANY);
        state.deleteAny(confirmed, link, Fa.mention, Node.ANY);
        state.add(new Quad(confirmed, link, Fa.status, Fa.Confirmed));
        for (Quad evidence : all(from, link, Fa.evidence)) {
            copy(from, evidence.getObject());
            for (Node part : List.of(StandardTerms.OA_HAS_SOURCE, StandardTerms.OA_HAS_SELECTOR, Fa.provision)) {
                all(from, evidence.getObject(), part).forEach(quad -> copy(from, quad.getObject()));
            }
        }
        Node object = only(from, link, RDF.object.asNode());
        // Described here too when the register does not list it.
        copy(from, object);
        state.add(new Quad(
                confirmed, only(from, link, RDF.subject.asNode()), only(from, link, RDF.predicate.asNode()), object));
    }

    /// True for a mention that the machine left unresolved.
    boolean isUnresolved(Node mention) {
        return state.findNG(Node.ANY, mention, RDF.type.asNode(), Fa.UnresolvedMention)
                .hasNext();
    }

    /// Makes a fact of what a person says that an unresolved mention of a document means. What the document says of the
    /// same governing document elsewhere is kept beside it where it is a fact; of words that may mean it a person has
    /// said nothing.
    ///
    /// @param why how the words came to mean it, in bokmål
    void pointOut(String documentId, Node mention, Node link, Node object, String why) {
        Node document = addresses.of(Addresses.DOCUMENT, documentId);
        Node suggestions = addresses.suggestionsGraph(documentId);
        Node facts = addresses.documentGraph(documentId);
        if (!isConfirmed(link) && state.contains(facts, link, Fa.status, Node.ANY)) {
            confirm(facts, link);
        }
        if (!isConfirmed(link)) {
            fact(link, RDF.type.asNode(), Fa.Link);
            fact(link, RDF.subject.asNode(), document);
            fact(link, RDF.predicate.asNode(), Fa.cites);
            fact(link, RDF.object.asNode(), object);
            fact(link, Fa.status, Fa.Confirmed);
            fact(link, Fa.confidence, NodeFactory.createLiteralDT("1", XSDDatatype.XSDdecimal));
            fact(link, StandardTerms.PROV_WAS_DERIVED_FROM, document);
            fact(document, Fa.cites, object);
        }
        Node words = only(suggestions, mention, Fa.evidence);
        Node passage = only(suggestions, words, StandardTerms.OA_HAS_SOURCE);
        Node selector = only(suggestions, words, StandardTerms.OA_HAS_SELECTOR);
        Node evidence = addresses.of(
                Addresses.EVIDENCE,
                id(mention) + "-" + Addresses.fingerprint(link.getURI()).substring(0, 8));
        copy(suggestions, passage);
        copy(suggestions, selector);
        state.deleteAny(confirmed, evidence, Node.ANY, Node.ANY);
        fact(evidence, RDF.type.asNode(), Fa.Evidence);
        fact(evidence, StandardTerms.OA_HAS_SOURCE, passage);
        fact(evidence, StandardTerms.OA_HAS_SELECTOR, selector);
        fact(evidence, Fa.rule, NodeFactory.createLiteralString(POINTED_OUT));
        fact(evidence, Fa.reason, NodeFactory.createLiteralLang(why, "nb"));
        fact(link, Fa.evidence, evidence);
    }

    private void fact(Node subject, Node property, Node value) {
        state.add(new Quad(confirmed, subject, property, value));
    }

    private Judgment judgment(Node node, Node link) {
        return new Judgment(
                id(node),
                link.getURI(),
                Verdict.valueOf(only(decisions, node, Fa.verdict)
                        .getLiteralLexicalForm()
                        .toUpperCase(Locale.ROOT)),
                id(only(decisions, node, StandardTerms.PROV_WAS_ASSOCIATED_WITH)),
                Instant.parse(
                        only(decisions, node, StandardTerms.PROV_ENDED_AT_TIME).getLiteralLexicalForm()));
    }

    private String id(Node node) {
        return addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse(node.getURI());
    }

    private void copy(Node from, Node subject) {
        for (Quad quad : all(from, subject, Node.ANY)) {
            state.add(new Quad(confirmed, quad.getSubject(), quad.getPredicate(), quad.getObject()));
        }
    }

    private List<Quad> all(Node graph, Node subject, Node predicate) {
        var quads = new ArrayList<Quad>();
        state.find(graph, subject, predicate, Node.ANY).forEachRemaining(quads::add);
        return quads;
    }

    private Node only(Node graph, Node subject, Node predicate) {
        return all(graph, subject, predicate).getFirst().getObject();
    }

    private void add(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }
}
