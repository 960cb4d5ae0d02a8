package no.forankring.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.Labels;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.IdentityDecision.Verdict;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Namings and decisions about identity as triples. Reads and writes a state given by the store; keeps nothing.
///
/// A naming lies in the graph of the document that names; a decision lies in the graph of decisions.
final class IdentityRdf {

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Node decisions;
    private final Node confirmed;
    /// Where what people entered stands: in force or set aside.
    private final List<Node> entered;

    IdentityRdf(DatasetGraph state, Addresses addresses) {
        this.state = state;
        this.addresses = addresses;
        this.decisions = addresses.decisionsGraph();
        this.confirmed = addresses.confirmedGraph();
        this.entered = List.of(confirmed, addresses.setAsideGraph(confirmed));
    }

    // ---- namings ----

    static String namingId(String document, String own) {
        return document + "/" + Addresses.fingerprint(own).substring(0, 16);
    }

    void add(String document, Sighting sighting, Meant meant) {
        Node graph = addresses.documentGraph(document);
        Node naming = addresses.of(Addresses.NAMING, namingId(document, sighting.address()));
        add(graph, naming, RDF.type.asNode(), Fa.Naming);
        add(graph, naming, Fa.names, uri(meant.thing()));
        add(graph, naming, Fa.byItself, uri(meant.byItself()));
        add(graph, naming, Fa.ownAddress, uri(sighting.address()));
        add(graph, naming, Fa.namedType, NodeFactory.createURI(Fa.NS + sighting.type()));
        add(graph, naming, RDFS.label.asNode(), NodeFactory.createLiteralLang(sighting.name(), "nb"));
        add(graph, naming, StandardTerms.PROV_WAS_DERIVED_FROM, addresses.of(Addresses.DOCUMENT, document));
        sighting.keys().forEach(key -> add(graph, naming, Fa.nameKey, NodeFactory.createLiteralString(key)));
        sighting.owner()
                .ifPresent(owner -> add(graph, naming, Fa.belongsTo, addresses.of(Addresses.ORGANIZATION, owner)));
        sighting.goals().forEach(goal -> add(graph, naming, Fa.namedGoal, uri(goal)));
        if (!sighting.within().isEmpty()) {
            add(graph, naming, Fa.within, uri(sighting.within()));
        }
        if (sighting.year().isPresent()) {
            add(
                    graph,
                    naming,
                    Fa.year,
                    NodeFactory.createLiteralDT(Integer.toString(sighting.year().getAsInt()), XSDDatatype.XSDinteger));
        }
        if (!sighting.evidence().isEmpty()) {
            add(graph, naming, Fa.evidence, uri(sighting.evidence()));
        }
    }

    List<Naming> all() {
        return namings(state.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), Fa.Naming));
    }

    List<Naming> of(String document) {
        return namings(state.find(addresses.documentGraph(document), Node.ANY, RDF.type.asNode(), Fa.Naming));
    }

    List<Naming> naming(String thing) {
        return namings(state.findNG(Node.ANY, Node.ANY, Fa.names, uri(thing)));
    }

    List<Naming> namingByItself(String thing) {
        return namings(state.findNG(Node.ANY, Node.ANY, Fa.byItself, uri(thing)));
    }

    List<Naming> withKey(String key) {
        return namings(state.findNG(Node.ANY, Node.ANY, Fa.nameKey, NodeFactory.createLiteralString(key)));
    }

    List<Naming> withOwn(String address) {
        return namings(state.findNG(Node.ANY, Node.ANY, Fa.ownAddress, uri(address)));
    }

    private List<Naming> namings(Iterator<Quad> found) {
        var namings = new ArrayList<Naming>();
        var quads = new ArrayList<Quad>();
        found.forEachRemaining(quads::add);
        for (Quad quad : quads) {
            naming(quad.getGraph(), quad.getSubject()).ifPresent(namings::add);
        }
        namings.sort(Comparator.comparing(Naming::document).thenComparing(Naming::id));
        return namings;
    }

    private Optional<Naming> naming(Node graph, Node naming) {
        if (!state.contains(graph, naming, RDF.type.asNode(), Fa.Naming)) {
            return Optional.empty();
        }
        Optional<Node> thing = object(graph, naming, Fa.names);
        Optional<Node> own = object(graph, naming, Fa.ownAddress);
        Optional<Node> byItself = object(graph, naming, Fa.byItself);
        String id = addresses.parse(naming.getURI()).map(Addresses.Parts::id).orElse("");
        if (thing.isEmpty() || own.isEmpty() || byItself.isEmpty() || id.indexOf('/') < 0) {
            return Optional.empty();
        }
        String year = value(graph, naming, Fa.year);
        return Optional.of(new Naming(
                id,
                id.substring(0, id.lastIndexOf('/')),
                thing.get().getURI(),
                byItself.get().getURI(),
                new Sighting(
                        own.get().getURI(),
                        value(graph, naming, Fa.namedType).replace(Fa.NS, ""),
                        value(graph, naming, RDFS.label.asNode()),
                        object(graph, naming, Fa.belongsTo)
                                .flatMap(owner -> addresses.parse(owner.getURI()))
                                .map(Addresses.Parts::id),
                        value(graph, naming, Fa.within),
                        year.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(year)),
                        goals(graph, naming),
                        value(graph, naming, Fa.evidence))));
    }

    private Set<String> goals(Node graph, Node naming) {
        var goals = new TreeSet<String>();
        state.find(graph, naming, Fa.namedGoal, Node.ANY)
                .forEachRemaining(quad -> goals.add(quad.getObject().toString()));
        return goals;
    }

    private Set<String> enteredGoals(Node thing) {
        var goals = new TreeSet<String>();
        state.find(confirmed, thing, Fa.hasGoal, Node.ANY)
                .forEachRemaining(quad -> goals.add(quad.getObject().toString()));
        return goals;
    }

    /// What people entered by hand: things that the graph of confirmed facts itself describes, with their class.
    Map<String, Sighting> entered() {
        var entered = new LinkedHashMap<String, Sighting>();
        var typed = new ArrayList<Quad>();
        state.find(confirmed, Node.ANY, RDF.type.asNode(), Node.ANY).forEachRemaining(typed::add);
        for (Quad quad : typed) {
            Node thing = quad.getSubject();
            String label = value(confirmed, thing, RDFS.label.asNode());
            if (label.isEmpty()
                    || !quad.getObject().isURI()
                    || !quad.getObject().getURI().startsWith(Fa.NS)) {
                continue;
            }
            String type = quad.getObject().getURI().substring(Fa.NS.length());
            if (Family.of(type) != Family.OTHER) {
                String year = value(confirmed, thing, Fa.year);
                entered.put(
                        thing.getURI(),
                        new Sighting(
                                thing.getURI(),
                                type,
                                label,
                                object(confirmed, thing, Fa.organisedBy)
                                        .filter(Node::isURI)
                                        .flatMap(owner -> addresses.parse(owner.getURI()))
                                        .filter(parts -> parts.kind().equals(Addresses.ORGANIZATION))
                                        .map(Addresses.Parts::id),
                                "",
                                year.matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(year)) : OptionalInt.empty(),
                                enteredGoals(thing),
                                ""));
            }
        }
        return entered;
    }

    /// Addresses of what the facts say that a thing is anchored in or fulfils.
    Set<String> anchors(String thing) {
        var anchors = new TreeSet<String>();
        for (Node relation : List.of(Fa.anchoredIn, Fa.fulfils)) {
            state.find(Quad.defaultGraphNodeGenerated, uri(thing), relation, Node.ANY)
                    .forEachRemaining(quad -> anchors.add(quad.getObject().toString()));
        }
        return anchors;
    }

    boolean isKnown(String thing) {
        return state.findNG(Node.ANY, uri(thing), RDF.type.asNode(), Node.ANY).hasNext()
                || !naming(thing).isEmpty();
    }

    /// False when a person took it out of use: then no fact names it any more.
    boolean isInUse(String thing) {
        return Labels.of(state, uri(thing)).isPresent();
    }

    // ---- decisions ----

    void note(IdentityDecision decision) {
        Node node = addresses.of(Addresses.IDENTITY, decision.id());
        add(decisions, node, RDF.type.asNode(), Fa.IdentityDecision);
        add(
                decisions,
                node,
                Fa.verdict,
                NodeFactory.createLiteralString(decision.verdict().code()));
        add(decisions, node, Fa.kept, uri(decision.kept()));
        add(decisions, node, Fa.other, uri(decision.other()));
        if (!decision.document().isEmpty()) {
            add(
                    decisions,
                    node,
                    StandardTerms.PROV_WAS_DERIVED_FROM,
                    addresses.of(Addresses.DOCUMENT, decision.document()));
            add(decisions, node, Fa.ownAddress, uri(decision.own()));
        }
        if (!decision.why().isBlank()) {
            add(
                    decisions,
                    node,
                    Fa.reason,
                    NodeFactory.createLiteralLang(decision.why().strip(), "nb"));
        }
        add(decisions, node, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(decision.who()));
        add(
                decisions,
                node,
                StandardTerms.PROV_ENDED_AT_TIME,
                NodeFactory.createLiteralDT(decision.when().toString(), XSDDatatype.XSDdateTime));
    }

    /// The oldest first.
    List<IdentityDecision> decisions() {
        var found = new ArrayList<IdentityDecision>();
        var nodes = new ArrayList<Node>();
        state.find(decisions, Node.ANY, RDF.type.asNode(), Fa.IdentityDecision)
                .forEachRemaining(quad -> nodes.add(quad.getSubject()));
        nodes.forEach(node -> decision(node).ifPresent(found::add));
        found.sort(Comparator.comparing(IdentityDecision::when).thenComparing(IdentityDecision::id));
        return found;
    }

    Optional<IdentityDecision> decision(String id) {
        return decision(addresses.of(Addresses.IDENTITY, id));
    }

    private Optional<IdentityDecision> decision(Node node) {
        String verdict = value(decisions, node, Fa.verdict).toUpperCase(Locale.ROOT);
        Optional<Node> kept = object(decisions, node, Fa.kept);
        Optional<Node> other = object(decisions, node, Fa.other);
        String id = addresses.parse(node.getURI()).map(Addresses.Parts::id).orElse("");
        if (kept.isEmpty() || other.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IdentityDecision(
                id,
                Verdict.valueOf(verdict),
                kept.get().getURI(),
                other.get().getURI(),
                object(decisions, node, StandardTerms.PROV_WAS_DERIVED_FROM)
                        .flatMap(document -> addresses.parse(document.getURI()))
                        .map(Addresses.Parts::id)
                        .orElse(""),
                value(decisions, node, Fa.ownAddress),
                value(decisions, node, Fa.reason),
                object(decisions, node, StandardTerms.PROV_WAS_ASSOCIATED_WITH)
                        .flatMap(agent -> addresses.parse(agent.getURI()))
                        .map(Addresses.Parts::id)
                        .orElse("?"),
                Instant.parse(value(decisions, node, StandardTerms.PROV_ENDED_AT_TIME))));
    }

    void remove(String id) {
        state.deleteAny(decisions, addresses.of(Addresses.IDENTITY, id), Node.ANY, Node.ANY);
    }

    // ---- moving what is said of one thing to another ----

    /// What documents say of one thing becomes said of the other, in their own graphs. The addresses of links and the
    /// addresses that names alone give stay, so that every decision about them stands.
    void moveInDocuments(String from, String to) {
        Node old = uri(from);
        var quads = new ArrayList<Quad>();
        state.findNG(Node.ANY, old, Node.ANY, Node.ANY).forEachRemaining(quads::add);
        state.findNG(Node.ANY, Node.ANY, Node.ANY, old).forEachRemaining(quads::add);
        for (Quad quad : quads) {
            if (!isOfDocument(quad.getGraph())
                    || quad.getPredicate().equals(Fa.ownAddress)
                    || quad.getPredicate().equals(Fa.byItself)
                    || quad.getPredicate().equals(Fa.namedGoal)
                    || quad.getPredicate().equals(Fa.within)) {
                continue;
            }
            state.delete(quad);
            Quad now = moved(quad, old, to);
            state.add(now);
            otherName(now, quad).ifPresent(state::add);
        }
    }

    /// What people entered or confirmed of one thing becomes said of the other, also what is set aside of it; the
    /// decision remembers each statement, so that taking it back restores them.
    void moveConfirmed(String from, String to, String decision) {
        Node old = uri(from);
        Set<Quad> quads = new LinkedHashSet<>();
        for (Node graph : entered) {
            state.find(graph, old, Node.ANY, Node.ANY).forEachRemaining(quads::add);
            state.find(graph, Node.ANY, Node.ANY, old).forEachRemaining(quads::add);
        }
        int number = 0;
        for (Quad quad : quads) {
            Quad now = moved(quad, old, to);
            Node memory = addresses.of(Addresses.IDENTITY, decision + "/" + ++number);
            add(decisions, memory, RDF.type.asNode(), Fa.MovedStatement);
            add(decisions, memory, StandardTerms.PROV_WAS_GENERATED_BY, addresses.of(Addresses.IDENTITY, decision));
            add(decisions, memory, RDF.subject.asNode(), quad.getSubject());
            add(decisions, memory, RDF.predicate.asNode(), quad.getPredicate());
            add(decisions, memory, RDF.object.asNode(), quad.getObject());
            if (!state.contains(now)) {
                add(decisions, memory, Fa.added, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
            }
            state.delete(quad);
            state.add(now);
            otherName(now, quad).ifPresent(state::add);
        }
    }

    /// @param from the thing that a decision had moved
    /// @param now where its statements are today
    void restoreConfirmed(String from, String now, String decision) {
        Node old = uri(from);
        var memories = new ArrayList<Node>();
        state.find(decisions, Node.ANY, StandardTerms.PROV_WAS_GENERATED_BY, addresses.of(Addresses.IDENTITY, decision))
                .forEachRemaining(quad -> memories.add(quad.getSubject()));
        for (Node memory : memories) {
            for (Node graph : entered) {
                var before = new Quad(
                        graph,
                        object(decisions, memory, RDF.subject.asNode()).orElseThrow(),
                        object(decisions, memory, RDF.predicate.asNode()).orElseThrow(),
                        object(decisions, memory, RDF.object.asNode()).orElseThrow());
                Quad moved = moved(before, old, now);
                boolean stands = state.contains(moved);
                if (state.contains(decisions, memory, Fa.added, Node.ANY)) {
                    state.delete(moved);
                    otherName(moved, before).ifPresent(state::delete);
                }
                // What was deleted meanwhile stays deleted; what was set aside meanwhile is settled afterwards.
                if (stands) {
                    state.add(before);
                }
            }
            state.deleteAny(decisions, memory, Node.ANY, Node.ANY);
        }
    }

    private boolean isOfDocument(Node graph) {
        return graph.isURI() && graph.getURI().startsWith(addresses.base() + "/graph/document/");
    }

    private static Quad moved(Quad quad, Node old, String to) {
        return new Quad(
                quad.getGraph(),
                quad.getSubject().equals(old) ? uri(to) : quad.getSubject(),
                quad.getPredicate(),
                quad.getObject().equals(old) ? uri(to) : quad.getObject());
    }

    /// Beside a label of another thing that this one now has: that it is another name of this one.
    static Optional<Quad> otherName(Quad now, Quad before) {
        return now.getPredicate().equals(RDFS.label.asNode())
                        && !now.getSubject().equals(before.getSubject())
                ? Optional.of(new Quad(now.getGraph(), now.getSubject(), SKOS.altLabel.asNode(), now.getObject()))
                : Optional.empty();
    }

    static Node uri(String address) {
        return NodeFactory.createURI(address);
    }

    private Optional<Node> object(Node graph, Node subject, Node property) {
        Iterator<Quad> found = state.find(graph, subject, property, Node.ANY);
        return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
    }

    private String value(Node graph, Node subject, Node property) {
        return object(graph, subject, property)
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .orElse("");
    }

    private void add(Node graph, Node subject, Node property, Node value) {
        state.add(new Quad(graph, subject, property, value));
    }
}
