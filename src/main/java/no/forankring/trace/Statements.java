package no.forankring.trace;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// The statements of one state that hold, or that wait too, each link once: without what a person has rejected and what
/// is set aside. Keeps nothing beyond that state.
final class Statements {

    static final List<Node> LADDER =
            List.of(Fa.Named, Fa.Anchored, Fa.Planned, Fa.CarriedOut, Fa.Evaluated, Fa.EffectMeasured);
    static final Set<Node> ANCHORING = Set.of(Fa.anchoredIn, Fa.fulfils);

    private final DatasetGraph state;
    private final Addresses addresses;
    private final TraceRdf rdf;
    private final Node where;

    Statements(DatasetGraph state, Addresses addresses, TraceRdf rdf, boolean withSuggestions) {
        this.state = state;
        this.addresses = addresses;
        this.rdf = rdf;
        this.where = withSuggestions ? Node.ANY : Quad.defaultGraphNodeGenerated;
    }

    record Statement(Node link, Node subject, Node predicate, Node object, boolean fact) {}

    /// Those that begin in a thing.
    List<Statement> of(Node subject) {
        return at(RDF.subject.asNode(), subject);
    }

    /// Those that end in a thing.
    List<Statement> about(Node object) {
        return at(RDF.object.asNode(), object);
    }

    /// Those of a relation.
    List<Statement> all(Node predicate) {
        return at(RDF.predicate.asNode(), predicate);
    }

    private List<Statement> at(Node property, Node value) {
        var found = new ArrayList<Statement>();
        var seen = new HashSet<Node>();
        Iterator<Quad> links = state.find(where, Node.ANY, property, value);
        while (links.hasNext()) {
            Quad quad = links.next();
            if (!Addresses.isSetAside(quad.getGraph()) && seen.add(quad.getSubject())) {
                read(quad.getSubject()).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Statement> read(Node link) {
        boolean fact = state.contains(Quad.defaultGraphNodeGenerated, link, Fa.status, Node.ANY);
        if (!fact && (!state.contains(Node.ANY, link, Fa.status, Node.ANY) || isRejected(link))) {
            return Optional.empty();
        }
        Optional<Node> subject = one(link, RDF.subject.asNode());
        Optional<Node> predicate = one(link, RDF.predicate.asNode());
        Optional<Node> object = one(link, RDF.object.asNode());
        return subject.isEmpty() || predicate.isEmpty() || object.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(link, subject.get(), predicate.get(), object.get(), fact));
    }

    private Optional<Node> one(Node link, Node property) {
        Iterator<Quad> found = state.find(where, link, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private boolean isRejected(Node link) {
        Node decisions = addresses.decisionsGraph();
        Iterator<Quad> judgments = state.find(decisions, Node.ANY, Fa.judges, link);
        while (judgments.hasNext()) {
            if (rdf.value(decisions, judgments.next().getSubject(), Fa.verdict).equals("rejected")) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is one of several readings of the same words.
    boolean isReading(Node link) {
        return state.contains(Node.ANY, link, Fa.mention, Node.ANY);
    }

    /// The step of the ladder, from 1; 0 where the statement has none.
    int rung(Node link) {
        int highest = 0;
        Iterator<Quad> found = state.find(where, link, Fa.strength, Node.ANY);
        while (found.hasNext()) {
            highest = Math.max(highest, LADDER.indexOf(found.next().getObject()) + 1);
        }
        return highest;
    }

    /// The years that a thing is said to be of, in order.
    Set<Integer> years(Node thing) {
        var years = new TreeSet<Integer>();
        Iterator<Quad> found = state.find(where, thing, Fa.year, Node.ANY);
        while (found.hasNext()) {
            int year = year(found.next().getObject());
            if (year > 0) {
                years.add(year);
            }
        }
        return years;
    }

    /// The value of a plain property of a thing; empty where it has none.
    String literal(Node thing, Node property) {
        return one(thing, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    /// The date of a document, as it says it; empty when it says none.
    String dateOf(String document) {
        return document.isEmpty()
                ? ""
                : rdf.value(
                        Quad.defaultGraphNodeGenerated,
                        addresses.of(Addresses.DOCUMENT, document),
                        DCTerms.date.asNode());
    }

    static int year(Node literal) {
        return literal.isLiteral() ? year(literal.getLiteralLexicalForm()) : 0;
    }

    /// The year that an ISO date begins with; 0 when it begins with none.
    static int year(String date) {
        return date.matches("\\d{4}.*") ? Integer.parseInt(date.substring(0, 4)) : 0;
    }

    /// When a person last said that a statement is right, and who; empty when nobody has.
    Optional<Confirmation> confirmation(Node link) {
        Confirmation last = null;
        Node decisions = addresses.decisionsGraph();
        Iterator<Quad> judgments = state.find(decisions, Node.ANY, Fa.judges, link);
        while (judgments.hasNext()) {
            Node judgment = judgments.next().getSubject();
            if (rdf.value(decisions, judgment, Fa.verdict).equals("accepted")) {
                last = newer(last, read(decisions, judgment));
            }
        }
        Node confirmed = addresses.confirmedGraph();
        Iterator<Quad> entries = state.find(confirmed, link, StandardTerms.PROV_WAS_GENERATED_BY, Node.ANY);
        while (entries.hasNext()) {
            last = newer(last, read(confirmed, entries.next().getObject()));
        }
        return Optional.ofNullable(last);
    }

    /// When the document that says so was read; empty when no document does.
    Optional<Instant> readAt(Node link) {
        Node provenance = addresses.provenanceGraph();
        Iterator<Quad> found = state.find(Node.ANY, link, Fa.status, Node.ANY);
        Optional<Instant> newest = Optional.empty();
        while (found.hasNext()) {
            Optional<Instant> time =
                    time(rdf.value(provenance, found.next().getGraph(), StandardTerms.PROV_GENERATED_AT_TIME));
            newest = newest.isEmpty() || time.isPresent() && time.get().isAfter(newest.get()) ? time : newest;
        }
        return newest;
    }

    private @org.jspecify.annotations.Nullable Confirmation read(Node graph, Node decision) {
        String agent = rdf.value(graph, decision, StandardTerms.PROV_WAS_ASSOCIATED_WITH);
        return time(rdf.value(graph, decision, StandardTerms.PROV_ENDED_AT_TIME))
                .map(when -> new Confirmation(
                        addresses.parse(agent).map(Addresses.Parts::id).orElse(agent), when))
                .orElse(null);
    }

    private static @org.jspecify.annotations.Nullable Confirmation newer(
            @org.jspecify.annotations.Nullable Confirmation one,
            @org.jspecify.annotations.Nullable Confirmation other) {
        return one == null || other != null && other.when().isAfter(one.when()) ? other : one;
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }
}
