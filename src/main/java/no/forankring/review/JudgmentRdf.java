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
import no.forankring.review.Judgment.About;
import no.forankring.review.ReviewQueue.Verdict;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Judgments of links and of unresolved mentions as triples, those in force and those that were. Reads and writes a
/// state given by the store; keeps nothing. What an acceptance makes of a link is the business of [ConfirmedRdf].
final class JudgmentRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;
    private final ConfirmedRdf facts;

    JudgmentRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
        this.facts = new ConfirmedRdf(state, addresses);
    }

    /// A judgment that no longer holds.
    record Past(Judgment judgment, Instant ended, String endedBy) {}

    /// Those in force.
    List<Judgment> all() {
        var judgments = new ArrayList<Judgment>();
        state.find(decisions, Node.ANY, Fa.judges, Node.ANY)
                .forEachRemaining(quad -> judgments.add(judgment(quad.getSubject(), quad.getObject())));
        return judgments;
    }

    /// Those that were once in force.
    List<Past> past() {
        var past = new ArrayList<Past>();
        state.find(decisions, Node.ANY, Fa.judged, Node.ANY)
                .forEachRemaining(quad -> past.add(new Past(
                        judgment(quad.getSubject(), quad.getObject()),
                        time(quad.getSubject(), StandardTerms.PROV_INVALIDATED_AT_TIME),
                        object(quad.getSubject(), StandardTerms.PROV_WAS_INVALIDATED_BY)
                                .map(this::id)
                                .orElse(""))));
        return past;
    }

    /// What was decided of a link; empty when nothing was.
    Optional<Judgment> of(Node link) {
        Iterator<Quad> found = state.find(decisions, Node.ANY, Fa.judges, link);
        return found.hasNext() ? Optional.of(judgment(found.next().getSubject(), link)) : Optional.empty();
    }

    /// The judgments in force that were given in one answer.
    List<Judgment> together(String answer) {
        return having(Fa.together, answer);
    }

    /// The judgments in force of the same words.
    List<Judgment> ofWords(String normal) {
        return having(Fa.words, normal);
    }

    /// The judgments in force of what one rule found.
    List<Judgment> ofRule(String rule) {
        return having(Fa.rule, rule);
    }

    private List<Judgment> having(Node property, String value) {
        var judgments = new ArrayList<Judgment>();
        for (Node node : subjects(property, NodeFactory.createLiteralString(value))) {
            object(node, Fa.judges).ifPresent(link -> judgments.add(judgment(node, link)));
        }
        return judgments;
    }

    /// The links with this verdict whose address begins so.
    Set<String> links(Verdict verdict, String prefix) {
        var links = new HashSet<String>();
        for (Node node : subjects(Fa.verdict, NodeFactory.createLiteralString(verdict.code()))) {
            object(node, Fa.judges)
                    .map(Node::getURI)
                    .filter(link -> link.startsWith(prefix))
                    .ifPresent(links::add);
        }
        return links;
    }

    boolean isJudged(Node link) {
        return state.contains(decisions, Node.ANY, Fa.judges, link);
    }

    /// What is judged: the addresses of links, and of words that name no document their [#place].
    Set<String> judged() {
        var judged = new HashSet<String>();
        state.find(decisions, Node.ANY, Fa.judges, Node.ANY).forEachRemaining(quad -> {
            String link = quad.getObject().getURI();
            boolean mention = addresses
                    .parse(link)
                    .filter(parts -> parts.kind().equals(Addresses.MENTION))
                    .isPresent();
            if (mention) {
                About about = about(quad.getSubject());
                judged.add(about.words().isEmpty() ? link : place(about.passage(), about.words()));
            } else {
                judged.add(link);
            }
        });
        return judged;
    }

    /// Words in a passage, by which a judgment of them is known again when a new version has moved them.
    static String place(String passage, String words) {
        return passage + " " + Judgment.normal(words);
    }

    /// True while a second reader disagrees with what was decided of a link.
    boolean isDisputed(Node link) {
        Iterator<Quad> found = state.find(decisions, Node.ANY, Fa.judges, link);
        return found.hasNext()
                && state.contains(decisions, Node.ANY, Fa.disputes, found.next().getSubject());
    }

    /// The disputed links whose address begins so.
    Set<String> disputed(String prefix) {
        var links = new HashSet<String>();
        state.find(decisions, Node.ANY, Fa.disputes, Node.ANY)
                .forEachRemaining(quad -> object(quad.getObject(), Fa.judges)
                        .map(Node::getURI)
                        .filter(link -> link.startsWith(prefix))
                        .ifPresent(links::add));
        return links;
    }

    void note(Judgment judgment) {
        Node node = addresses.of(Addresses.JUDGMENT, judgment.id());
        add(node, RDF.type.asNode(), Fa.Judgment);
        add(node, RDF.type.asNode(), StandardTerms.PROV_ACTIVITY);
        add(node, Fa.judges, NodeFactory.createURI(judgment.link()));
        add(node, Fa.verdict, NodeFactory.createLiteralString(judgment.verdict().code()));
        add(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(judgment.who()));
        add(node, StandardTerms.PROV_ENDED_AT_TIME, time(judgment.when()));
        text(node, RDFS.comment.asNode(), judgment.why());
        text(node, Fa.together, judgment.together());
        About about = judgment.about();
        address(node, RDF.subject.asNode(), about.subject());
        address(node, RDF.predicate.asNode(), about.predicate());
        address(node, RDF.object.asNode(), about.object());
        text(node, Fa.words, about.words());
        address(node, Fa.inPassage, about.passage());
        text(node, Fa.rule, about.rule());
    }

    /// Ends what was decided of a link, the fact that it became and the aliases learned from it. The judgment stays
    /// as a past one.
    void takeBack(Node link, String who, Instant when) {
        takeBack(link, who, when, true);
    }

    /// @param whole false to leave what is kept of a disputed link
    void takeBack(Node link, String who, Instant when, boolean whole) {
        facts.withdraw(link);
        if (whole) {
            facts.unpark(link);
        }
        var aliases = new AliasRdf(state, addresses);
        for (Node judgment : subjects(Fa.judges, link)) {
            aliases.of(judgment).forEach(alias -> aliases.remove(alias.id()));
            state.deleteAny(decisions, judgment, Fa.judges, Node.ANY);
            state.deleteAny(decisions, judgment, RDF.type.asNode(), Fa.Judgment);
            state.deleteAny(decisions, Node.ANY, Fa.disputes, judgment);
            add(judgment, RDF.type.asNode(), Fa.PastJudgment);
            add(judgment, Fa.judged, link);
            add(judgment, StandardTerms.PROV_INVALIDATED_AT_TIME, time(when));
            add(judgment, StandardTerms.PROV_WAS_INVALIDATED_BY, addresses.agent(who));
        }
    }

    private Judgment judgment(Node node, Node link) {
        return new Judgment(
                id(node),
                link.getURI(),
                Verdict.valueOf(object(node, Fa.verdict)
                        .orElseThrow()
                        .getLiteralLexicalForm()
                        .toUpperCase(Locale.ROOT)),
                object(node, StandardTerms.PROV_WAS_ASSOCIATED_WITH)
                        .map(this::id)
                        .orElse("?"),
                time(node, StandardTerms.PROV_ENDED_AT_TIME),
                value(node, RDFS.comment.asNode()),
                value(node, Fa.together),
                about(node));
    }

    private About about(Node node) {
        return new About(
                value(node, RDF.subject.asNode()),
                value(node, RDF.predicate.asNode()),
                value(node, RDF.object.asNode()),
                value(node, Fa.words),
                value(node, Fa.inPassage),
                value(node, Fa.rule));
    }

    String id(Node node) {
        return addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse(node.getURI());
    }

    private Instant time(Node node, Node property) {
        return object(node, property)
                .map(time -> Instant.parse(time.getLiteralLexicalForm()))
                .orElse(Instant.EPOCH);
    }

    static Node time(Instant when) {
        return NodeFactory.createLiteralDT(when.toString(), XSDDatatype.XSDdateTime);
    }

    private String value(Node node, Node property) {
        return object(node, property)
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI())
                .orElse("");
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

    private void text(Node node, Node property, String value) {
        if (!value.isEmpty()) {
            add(node, property, NodeFactory.createLiteralString(value));
        }
    }

    private void address(Node node, Node property, String value) {
        if (!value.isEmpty()) {
            add(node, property, NodeFactory.createURI(value));
        }
    }

    private void add(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }
}
