package no.forankring.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.review.ReviewQueue.Verdict;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Second readings and opinions as triples in the graph of decisions. Reads and writes a state given by the store;
/// keeps
/// nothing.
final class OpinionRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;

    OpinionRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
    }

    /// @param links whose judgments shall be read again
    record Request(String id, String who, Instant when, String scope, List<String> links) {
        Request {
            links = List.copyOf(links);
        }
    }

    /// @param judgment the id of the judgment beside which it is given
    /// @param first what that judgment says
    /// @param link what it is about
    /// @param instead the link that would be accepted in its place; empty when none is
    /// @param disputes whether it disagrees and nobody has settled that
    record Opinion(
            String id,
            String judgment,
            Verdict first,
            String link,
            Verdict verdict,
            String instead,
            String who,
            Instant when,
            String why,
            String together,
            boolean disputes) {}

    void ask(Request request) {
        Node node = addresses.of(Addresses.SECOND_READING, request.id());
        add(node, RDF.type.asNode(), Fa.SecondReading);
        add(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(request.who()));
        add(node, StandardTerms.PROV_STARTED_AT_TIME, JudgmentRdf.time(request.when()));
        add(node, Fa.scope, NodeFactory.createLiteralString(request.scope()));
        request.links().forEach(link -> add(node, Fa.readsAgain, NodeFactory.createURI(link)));
    }

    List<Request> requests() {
        var requests = new ArrayList<Request>();
        for (Node node : subjects(RDF.type.asNode(), Fa.SecondReading)) {
            var links = new ArrayList<String>();
            state.find(decisions, node, Fa.readsAgain, Node.ANY)
                    .forEachRemaining(quad -> links.add(quad.getObject().getURI()));
            links.sort(String::compareTo);
            requests.add(new Request(
                    id(node),
                    name(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH),
                    time(node, StandardTerms.PROV_STARTED_AT_TIME),
                    text(node, Fa.scope),
                    links));
        }
        return requests;
    }

    void note(Opinion opinion) {
        Node node = addresses.of(Addresses.SECOND_OPINION, opinion.id());
        Node judgment = addresses.of(Addresses.JUDGMENT, opinion.judgment());
        add(node, RDF.type.asNode(), Fa.SecondOpinion);
        add(node, Fa.opinionOf, judgment);
        add(node, Fa.verdict, NodeFactory.createLiteralString(opinion.verdict().code()));
        add(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(opinion.who()));
        add(node, StandardTerms.PROV_ENDED_AT_TIME, JudgmentRdf.time(opinion.when()));
        add(node, Fa.together, NodeFactory.createLiteralString(opinion.together()));
        if (!opinion.why().isEmpty()) {
            add(node, RDFS.comment.asNode(), NodeFactory.createLiteralString(opinion.why()));
        }
        if (!opinion.instead().isEmpty()) {
            add(node, Fa.instead, NodeFactory.createURI(opinion.instead()));
        }
        if (opinion.disputes()) {
            add(node, Fa.disputes, judgment);
        }
    }

    List<Opinion> opinions() {
        var opinions = new ArrayList<Opinion>();
        for (Node node : subjects(RDF.type.asNode(), Fa.SecondOpinion)) {
            Optional<Node> judgment = object(node, Fa.opinionOf);
            Optional<Verdict> first = judgment.flatMap(given -> verdict(given));
            Optional<Verdict> second = verdict(node);
            if (judgment.isEmpty() || first.isEmpty() || second.isEmpty()) {
                continue;
            }
            opinions.add(new Opinion(
                    id(node),
                    id(judgment.get()),
                    first.get(),
                    object(judgment.get(), Fa.judges)
                            .or(() -> object(judgment.get(), Fa.judged))
                            .map(Node::getURI)
                            .orElse(""),
                    second.get(),
                    object(node, Fa.instead).map(Node::getURI).orElse(""),
                    name(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH),
                    time(node, StandardTerms.PROV_ENDED_AT_TIME),
                    text(node, RDFS.comment.asNode()),
                    text(node, Fa.together),
                    state.contains(decisions, node, Fa.disputes, Node.ANY)));
        }
        return opinions;
    }

    void settled(String opinion, String judgment) {
        Node node = addresses.of(Addresses.SECOND_OPINION, opinion);
        state.deleteAny(decisions, node, Fa.disputes, Node.ANY);
        add(node, Fa.settledBy, addresses.of(Addresses.JUDGMENT, judgment));
    }

    private Optional<Verdict> verdict(Node node) {
        String code = text(node, Fa.verdict);
        return code.isEmpty() ? Optional.empty() : Optional.of(Verdict.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    private String id(Node node) {
        return addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse(node.getURI());
    }

    private String name(Node node, Node property) {
        return object(node, property).map(this::id).orElse("?");
    }

    private Instant time(Node node, Node property) {
        return object(node, property)
                .map(time -> Instant.parse(time.getLiteralLexicalForm()))
                .orElse(Instant.EPOCH);
    }

    private String text(Node node, Node property) {
        return object(node, property).map(Node::getLiteralLexicalForm).orElse("");
    }

    private Optional<Node> object(Node subject, Node property) {
        Iterator<Quad> found = state.find(decisions, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private List<Node> subjects(Node property, Node value) {
        var subjects = new ArrayList<Node>();
        state.find(decisions, Node.ANY, property, value).forEachRemaining(quad -> subjects.add(quad.getSubject()));
        return subjects;
    }

    private void add(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }
}
