package no.forankring.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Meanings;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import no.forankring.review.Judgment.About;
import no.forankring.review.ReviewQueue.Verdict;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/// Takes one answer of one person into a state: what is judged, what becomes a fact of it, what no longer holds.
final class Judge {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final JudgmentRdf judgments;
    private final ConfirmedRdf facts;
    private final String who;
    private final Instant when;
    private final String why;
    private final String together;

    /// @param together names the answer
    Judge(DatasetGraph state, Addresses addresses, String who, Instant when, String why, String together) {
        this.state = state;
        this.addresses = addresses;
        this.judgments = new JudgmentRdf(state, addresses);
        this.facts = new ConfirmedRdf(state, addresses);
        this.who = who;
        this.when = when;
        this.why = why.strip();
        this.together = together;
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }

    /// Judges a link, or a mention of which a person says that it refers to nothing.
    ///
    /// @return the judgment as noted
    Judgment judge(String address, Verdict verdict) {
        return judge(address, verdict, newId());
    }

    Judgment judge(String address, Verdict verdict, String id) {
        if (judgments.isDisputed(NodeFactory.createURI(address))) {
            throw ReviewException.disputed(address);
        }
        return settle(address, verdict, id);
    }

    /// Judges also what is disputed: the dispute ends.
    Judgment settle(String address, Verdict verdict, String id) {
        Node link = NodeFactory.createURI(address);
        Optional<Node> from = facts.suggestionGraph(link);
        boolean dismissed = verdict != Verdict.ACCEPTED && facts.isUnresolved(link);
        if (!dismissed && from.isEmpty() && (!facts.isConfirmed(link) || verdict == Verdict.ACCEPTED)) {
            throw ReviewException.unknownLink(address);
        }
        About about = about(link);
        if (verdict == Verdict.ACCEPTED) {
            judgments.takeBack(link, who, when, false);
            facts.confirm(from.orElseThrow(), link);
            facts.unpark(link);
        } else {
            // What is kept of a disputed link stays: a person may change their mind.
            judgments.takeBack(link, who, when, false);
        }
        var judgment = new Judgment(id, address, verdict, who, when, why, together, about);
        judgments.note(judgment);
        return judgment;
    }

    /// Makes a fact of what a person says that words mean.
    ///
    /// @param subject of the statement, as object the address of a thing
    /// @param from the graph that holds the evidence
    /// @param proofs the words
    /// @param register describes a governing document that it does not list
    /// @return the address of the link
    String pointOut(
            String document,
            Node subject,
            Node predicate,
            Node object,
            Node from,
            List<Node> proofs,
            String reason,
            Register register) {
        Node link = Meanings.of(state, addresses).link(document, subject, predicate, object);
        if (judgments.isDisputed(link)) {
            throw ReviewException.disputed(link.getURI());
        }
        boolean told = facts.isConfirmed(link);
        if (!told) {
            judgments.takeBack(link, who, when, true);
        }
        facts.pointOut(document, link, subject, predicate, object, from, proofs, reason);
        addresses
                .parse(object.getURI())
                .filter(parts -> parts.kind().equals(Addresses.GOVERNING_DOCUMENT))
                .map(parts -> new GoverningDocumentId(parts.id()))
                .filter(governing -> register.find(governing).isEmpty())
                .ifPresent(governing -> {
                    Graph description = GraphFactory.createGraphMem();
                    RegisterRdf.describeUnlisted(governing, register, addresses, description);
                    description
                            .find()
                            .forEachRemaining(triple -> state.add(new Quad(addresses.confirmedGraph(), triple)));
                });
        if (!told) {
            judgments.note(new Judgment(
                    newId(),
                    link.getURI(),
                    Verdict.ACCEPTED,
                    who,
                    when,
                    why,
                    together,
                    about(subject, predicate, object, from, firstInText(from, proofs))));
        }
        return link.getURI();
    }

    /// What a link or a mention says at this moment.
    private About about(Node link) {
        Optional<Node> graph =
                first(state.findNG(Node.ANY, link, Fa.evidence, Node.ANY)).map(Quad::getGraph);
        if (graph.isEmpty()) {
            return About.UNKNOWN;
        }
        Node evidence = firstProof(graph.get(), link);
        return about(
                object(graph.get(), link, RDF.subject.asNode()).orElse(Node.ANY),
                object(graph.get(), link, RDF.predicate.asNode()).orElse(Node.ANY),
                object(graph.get(), link, RDF.object.asNode()).orElse(Node.ANY),
                graph.get(),
                evidence);
    }

    private About about(Node subject, Node predicate, Node object, Node graph, Node evidence) {
        String words = object(graph, evidence, StandardTerms.OA_HAS_SELECTOR)
                .flatMap(selector -> object(graph, selector, StandardTerms.OA_EXACT))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
        return new About(
                address(subject),
                address(predicate),
                address(object),
                Judgment.normal(words),
                object(graph, evidence, StandardTerms.OA_HAS_SOURCE)
                        .map(Node::getURI)
                        .orElse(""),
                object(graph, evidence, Fa.rule)
                        .map(Node::getLiteralLexicalForm)
                        .orElse(""));
    }

    private static String address(Node node) {
        return node.isURI() ? node.getURI() : "";
    }

    /// The evidence that stands first in the text.
    private Node firstProof(Node graph, Node link) {
        var proofs = new ArrayList<Node>();
        state.find(graph, link, Fa.evidence, Node.ANY).forEachRemaining(quad -> proofs.add(quad.getObject()));
        return firstInText(graph, proofs);
    }

    private Node firstInText(Node graph, List<Node> proofs) {
        Node best = Node.ANY;
        int bestPlace = Integer.MAX_VALUE;
        int bestStart = Integer.MAX_VALUE;
        for (Node proof : proofs) {
            int place = number(graph, object(graph, proof, StandardTerms.OA_HAS_SOURCE), Fa.ordinal);
            int start = number(graph, object(graph, proof, StandardTerms.OA_HAS_SELECTOR), StandardTerms.OA_START);
            if (best == Node.ANY || place < bestPlace || place == bestPlace && start < bestStart) {
                best = proof;
                bestPlace = place;
                bestStart = start;
            }
        }
        return best;
    }

    private int number(Node graph, Optional<Node> subject, Node property) {
        return subject.flatMap(node -> object(graph, node, property))
                .map(value -> Integer.parseInt(value.getLiteralLexicalForm()))
                .orElse(0);
    }

    private Optional<Node> object(Node graph, Node subject, Node property) {
        return first(state.find(graph, subject, property, Node.ANY)).map(Quad::getObject);
    }

    private static Optional<Quad> first(Iterator<Quad> quads) {
        return quads.hasNext() ? Optional.of(quads.next()) : Optional.empty();
    }
}
