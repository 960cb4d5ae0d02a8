package no.forankring.curation;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.forankring.citation.Target;
import no.forankring.document.Passage;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.Labels;
import no.forankring.graph.StandardTerms;
import no.forankring.identity.Meanings;
import no.forankring.register.Register;
import no.forankring.register.RegisterRdf;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// What people enter, correct and retire, as triples. Reads and writes a state given by the store; keeps nothing.
final class CurationRdf {

    /// In the address of a link or evidence, where others have the id of a document.
    static final String ENTERED = "entered";

    private static final Node TYPE = RDF.type.asNode();
    private static final Node LABEL = RDFS.label.asNode();
    private static final Node SUBJECT = RDF.subject.asNode();
    private static final Node PREDICATE = RDF.predicate.asNode();
    private static final Node OBJECT = RDF.object.asNode();
    private static final Set<String> CURATED = Set.of(
            Addresses.NETWORK, Addresses.ACTIVITY, Addresses.GOAL, Addresses.TARGET_GROUP, Addresses.ORGANIZATION);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", Locale.of("nb"));
    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final int LONGEST_ID = 80;

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Register register;
    private final Node confirmed;
    private final Node decisions;
    private final Meanings meanings;

    CurationRdf(DatasetGraph state, Addresses addresses, Register register) {
        this.state = state;
        this.addresses = addresses;
        this.register = register;
        this.confirmed = addresses.confirmedGraph();
        this.decisions = addresses.decisionsGraph();
        this.meanings = Meanings.of(state, addresses);
    }

    static boolean isCurated(Addresses addresses, Node node) {
        return node.isURI()
                && addresses
                        .parse(node.getURI())
                        .filter(parts -> CURATED.contains(parts.kind()))
                        .isPresent();
    }

    // ---- reading ----

    /// The thing that an address means, also where it was merged with another.
    Node now(Node address) {
        return meanings.now(address);
    }

    /// A thing that is stated as a fact, or that was taken out of use; by its own address or one merged with it.
    Optional<StoredThing> find(Node address) {
        Node thing = now(address);
        if (!isCurated(addresses, thing)) {
            return Optional.empty();
        }
        Optional<StoredThing.Retired> retired = retired(thing);
        if (retired.isEmpty() && !state.contains(Quad.defaultGraphNodeGenerated, thing, TYPE, Node.ANY)) {
            return Optional.empty();
        }
        Addresses.Parts parts = addresses.parse(thing.getURI()).orElseThrow();
        var values = new EnumMap<Field, StoredThing.Said>(Field.class);
        for (Field field : ThingType.fields(parts.kind())) {
            said(thing, field, retired.isPresent()).ifPresent(said -> values.put(field, said));
        }
        List<StoredLink> links = links(thing);
        return Optional.of(new StoredThing(
                thing.getURI(),
                parts.kind(),
                parts.id(),
                label(thing),
                values.containsKey(Field.TYPE) ? values.get(Field.TYPE).value() : type(thing),
                values,
                links,
                retired,
                seen(values, retired.isPresent())));
    }

    private static String seen(Map<Field, StoredThing.Said> values, boolean retired) {
        String all = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().value())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Addresses.fingerprint(all + retired).substring(0, 16);
    }

    private Optional<StoredThing.Said> said(Node thing, Field field, boolean retired) {
        boolean entered = !corrections(thing, field).isEmpty();
        Set<String> facts = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        Set<String> documents = new LinkedHashSet<>();
        state.findNG(Node.ANY, thing, field.property(), Node.ANY).forEachRemaining(quad -> {
            Node graph = quad.getGraph();
            Optional<String> value = text(field, quad.getObject());
            value.ifPresent(said -> {
                if (addresses.holdsFacts(graph) || retired && Addresses.isSetAside(graph)) {
                    boolean other = field == Field.NAME && Labels.isOther(state, thing, quad.getObject());
                    (other ? others : facts).add(said);
                }
                if (graph.getURI().startsWith(addresses.base() + "/graph/document/")
                        && (addresses.holdsFacts(graph) || Addresses.isSetAside(graph))) {
                    documents.add(said);
                }
            });
        });
        if (entered) {
            String value = objects(confirmed, thing, field.property()).stream()
                    .flatMap(node -> text(field, node).stream())
                    .findFirst()
                    .or(() -> retired
                            ? objects(addresses.setAsideGraph(confirmed), thing, field.property()).stream()
                                    .flatMap(node -> text(field, node).stream())
                                    .findFirst()
                            : Optional.empty())
                    .orElse("");
            documents.remove(value);
            return Optional.of(new StoredThing.Said(
                    value, true, documents.stream().sorted().toList()));
        }
        if (facts.isEmpty()) {
            facts.addAll(others);
        }
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        String value = field == Field.NAME
                ? facts.stream().max(Comparator.comparingInt(String::length)).orElseThrow()
                : field == Field.TYPE
                        ? mostTelling(facts)
                        : facts.stream().sorted().findFirst().orElseThrow();
        documents.remove(value);
        return Optional.of(
                new StoredThing.Said(value, false, documents.stream().sorted().toList()));
    }

    /// A class of ours says more than the general one above it.
    private static String mostTelling(Set<String> types) {
        return types.stream()
                .filter(type -> !type.equals("Activity") && !type.equals("Network"))
                .sorted()
                .findFirst()
                .orElseGet(() -> types.iterator().next());
    }

    private static Optional<String> text(Field field, Node value) {
        if (field == Field.TYPE) {
            return value.isURI() && value.getURI().startsWith(Fa.NS)
                    ? Optional.of(value.getURI().substring(Fa.NS.length()))
                    : Optional.empty();
        }
        return value.isLiteral() ? Optional.of(value.getLiteralLexicalForm()) : Optional.empty();
    }

    private List<StoredLink> links(Node thing) {
        Map<String, StoredLink> links = new LinkedHashMap<>();
        for (Quad found : all(Node.ANY, Node.ANY, SUBJECT, thing)) {
            Node graph = found.getGraph();
            Node link = found.getSubject();
            boolean asFact = addresses.holdsFacts(graph);
            if (Addresses.isSetAside(graph) || graph.equals(decisions) || !state.contains(graph, link, TYPE, Fa.Link)) {
                continue;
            }
            String predicate = objects(graph, link, PREDICATE).stream()
                    .map(CurationRdf::localName)
                    .findFirst()
                    .orElse("");
            Optional<Node> object = objects(graph, link, OBJECT).stream().findFirst();
            if (predicate.equals("type") || object.filter(Node::isURI).isEmpty()) {
                continue;
            }
            boolean better = !links.containsKey(link.getURI()) || graph.equals(confirmed);
            boolean judged = !asFact && state.contains(decisions, Node.ANY, Fa.judges, link);
            if (better && !judged) {
                Optional<Addresses.Parts> parts = addresses.parse(object.get().getURI());
                links.put(
                        link.getURI(),
                        new StoredLink(
                                link.getURI(),
                                predicate,
                                object.get().getURI(),
                                parts.map(Addresses.Parts::kind).orElse(""),
                                parts.map(Addresses.Parts::id)
                                        .orElse(object.get().getURI()),
                                label(object.get()),
                                type(object.get()),
                                local(graph, link, Fa.status),
                                local(graph, link, Fa.strength),
                                addresses
                                        .parse(link.getURI())
                                        .filter(address -> address.id().startsWith(ENTERED + "/"))
                                        .isPresent()));
            }
        }
        return links.values().stream()
                .sorted(Comparator.comparing(StoredLink::predicate)
                        .thenComparing(StoredLink::objectLabel)
                        .thenComparing(StoredLink::iri))
                .toList();
    }

    private String local(Node graph, Node subject, Node property) {
        return objects(graph, subject, property).stream()
                .map(CurationRdf::localName)
                .findFirst()
                .orElse("");
    }

    /// A link among the facts: subject, predicate, object; empty when no fact has that address.
    Optional<Quad> statement(Node link) {
        for (Quad found : all(Node.ANY, link, Fa.status, Node.ANY)) {
            Node graph = found.getGraph();
            if (addresses.holdsFacts(graph)) {
                return Optional.of(new Quad(
                        graph,
                        objects(graph, link, SUBJECT).getFirst(),
                        objects(graph, link, PREDICATE).getFirst(),
                        objects(graph, link, OBJECT).getFirst()));
            }
        }
        return Optional.empty();
    }

    /// What a link says, wherever it stands; empty when nobody states or suggests it any more.
    Optional<Quad> anyStatement(Node link) {
        for (Quad found : all(Node.ANY, link, SUBJECT, Node.ANY)) {
            Node graph = found.getGraph();
            List<Node> predicates = objects(graph, link, PREDICATE);
            List<Node> objects = objects(graph, link, OBJECT);
            if (!predicates.isEmpty() && !objects.isEmpty()) {
                return Optional.of(new Quad(graph, found.getObject(), predicates.getFirst(), objects.getFirst()));
            }
        }
        return Optional.empty();
    }

    private Optional<StoredThing.Retired> retired(Node thing) {
        Node retirement = retirementOf(thing);
        return state.contains(decisions, retirement, TYPE, Fa.Retirement)
                ? Optional.of(new StoredThing.Retired(
                        objects(decisions, retirement, StandardTerms.PROV_WAS_ASSOCIATED_WITH).stream()
                                .map(agent -> addresses
                                        .parse(agent.getURI())
                                        .map(Addresses.Parts::id)
                                        .orElse(""))
                                .findFirst()
                                .orElse(""),
                        literal(decisions, retirement, StandardTerms.PROV_ENDED_AT_TIME),
                        literal(decisions, retirement, Fa.reason)))
                : Optional.empty();
    }

    boolean isRetired(Node thing) {
        return state.contains(decisions, retirementOf(thing), TYPE, Fa.Retirement);
    }

    boolean isFact(Node thing) {
        return state.contains(Quad.defaultGraphNodeGenerated, thing, TYPE, Node.ANY);
    }

    private String literal(Node graph, Node subject, Node property) {
        return objects(graph, subject, property).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    /// The name that one shows: among the facts the longest of its own, else any that was ever stated; else the end of
    /// the address.
    String label(Node node) {
        if (!node.isURI()) {
            return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }
        String best = Labels.of(state, node).orElse("");
        if (!best.isEmpty()) {
            return best;
        }
        for (Node property : List.of(LABEL, DCTerms.title.asNode())) {
            for (Quad quad : all(Quad.defaultGraphNodeGenerated, node, property, Node.ANY)) {
                Node label = quad.getObject();
                boolean bokmal = label.getLiteralLanguage().isEmpty()
                        || label.getLiteralLanguage().equals("nb");
                if (best.isEmpty() || bokmal && label.getLiteralLexicalForm().length() > best.length()) {
                    best = label.getLiteralLexicalForm();
                }
            }
            if (best.isEmpty()) {
                best = all(Node.ANY, node, property, Node.ANY).stream()
                        .map(quad -> quad.getObject().getLiteralLexicalForm())
                        .findFirst()
                        .orElse("");
            }
            if (!best.isEmpty()) {
                return best;
            }
        }
        return addresses.parse(node.getURI()).map(Addresses.Parts::id).orElseGet(() -> localName(node));
    }

    String type(Node node) {
        Set<String> types = new LinkedHashSet<>();
        for (Quad quad : all(Node.ANY, node, TYPE, Node.ANY)) {
            text(Field.TYPE, quad.getObject())
                    .filter(type -> !type.equals("GoverningDocument"))
                    .ifPresent(types::add);
        }
        return types.isEmpty() ? "" : mostTelling(types);
    }

    /// The things of some kinds that are stated as facts, with all their names, by address.
    Map<Node, List<String>> named(Set<String> kinds) {
        Map<Node, List<String>> named = new LinkedHashMap<>();
        state.find(Quad.defaultGraphNodeGenerated, Node.ANY, LABEL, Node.ANY).forEachRemaining(quad -> {
            Node node = quad.getSubject();
            if (node.isURI()
                    && addresses
                            .parse(node.getURI())
                            .filter(parts -> kinds.contains(parts.kind()))
                            .isPresent()) {
                named.computeIfAbsent(node, none -> new ArrayList<>())
                        .add(quad.getObject().getLiteralLexicalForm());
            }
        });
        return named;
    }

    /// True for a municipality or county whose number is in use no more.
    boolean isPast(Node node) {
        return state.contains(Quad.defaultGraphNodeGenerated, node, Fa.validTo, Node.ANY);
    }

    // ---- addresses ----

    /// An address for a new thing, from its name; with a number behind it where the address is taken.
    Node newThing(String kind, String name, Set<Node> taken) {
        String slug = slug(name);
        for (int i = 1; ; i++) {
            Node node = addresses.of(kind, i == 1 ? slug : slug + "-" + i);
            boolean known = taken.contains(node)
                    || isRetired(node)
                    || !now(node).equals(node)
                    || state.findNG(Node.ANY, node, Node.ANY, Node.ANY).hasNext();
            if (!known) {
                return node;
            }
        }
    }

    static String slug(String name) {
        String folded = Normalizer.normalize(
                        name.toLowerCase(Locale.ROOT)
                                .replace("æ", "ae")
                                .replace("ø", "oe")
                                .replace("å", "aa"),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut =
                folded.length() > LONGEST_ID ? folded.substring(0, LONGEST_ID).replaceAll("-+$", "") : folded;
        return cut.isEmpty() ? "uten-navn" : cut;
    }

    private Node correctionOf(Node thing, Field field) {
        return addresses.of(
                Addresses.CORRECTION,
                Addresses.fingerprint(thing.getURI() + " " + field.property().getURI())
                        .substring(0, 24));
    }

    /// What people said of a property of a thing, the one that counts first.
    private List<Node> corrections(Node thing, Field field) {
        return Corrections.speaking(meanings, thing, field.property()).stream()
                .map(address -> correctionOf(address, field))
                .filter(correction -> state.contains(decisions, correction, TYPE, Fa.Correction))
                .toList();
    }

    private Node retirementOf(Node thing) {
        return addresses.of(
                Addresses.RETIREMENT, Addresses.fingerprint(thing.getURI()).substring(0, 24));
    }

    private Node retirementOf(Node subject, Node predicate, Node object) {
        return addresses.of(
                Addresses.RETIREMENT,
                Addresses.fingerprint(subject.getURI() + " " + predicate.getURI() + " " + object.getURI())
                        .substring(0, 24));
    }

    // ---- writing ----

    /// The act of entering something, which the links made by it share.
    ///
    /// @param words a place in a document that says so; empty for a person's own word
    record Entry(String id, String who, Instant when, String why, Optional<Words> words) {

        String day() {
            return LocalDate.ofInstant(when, ZONE).format(DAY);
        }

        /// As in «Ført inn av kari 3. november 2026».
        String title() {
            return "Ført inn av %s %s".formatted(who, day());
        }

        String text() {
            return why.isEmpty() ? title() : title() + ": " + why;
        }
    }

    /// Words of a passage of a document that we hold.
    ///
    /// @param span within the passage
    record Words(String document, Passage passage, Span span) {}

    /// Notes that a property has a value, or none, whatever documents say.
    void correct(Node thing, Field field, Optional<Node> value, Entry entry) {
        Node correction = correctionOf(thing, field);
        forget(thing, field, correction);
        if (!isLink(field)) {
            // What people confirmed of it in review gives way too.
            reviewed(thing, field.property())
                    .forEach(said -> state.delete(new Quad(confirmed, thing, field.property(), said)));
        }
        decide(correction, TYPE, Fa.Correction);
        decide(correction, SUBJECT, thing);
        decide(correction, PREDICATE, field.property());
        value.ifPresent(node -> decide(correction, OBJECT, node));
        by(correction, entry);
        if (value.isPresent()) {
            if (isLink(field)) {
                link(thing, field.property(), value.get(), "", entry, Optional.empty());
            } else {
                fact(thing, field.property(), value.get());
            }
        }
    }

    /// Takes what people said of a property back, so that what documents say counts again.
    void forget(Node thing, Field field) {
        corrections(thing, field).forEach(correction -> forget(thing, field, correction));
        if (!isLink(field)) {
            reviewed(thing, field.property()).forEach(said -> fact(thing, field.property(), said));
        }
    }

    /// What people confirmed of a property in review.
    private List<Node> reviewed(Node thing, Node property) {
        return all(confirmed, Node.ANY, SUBJECT, thing).stream()
                .map(Quad::getSubject)
                .filter(link -> state.contains(confirmed, link, PREDICATE, property))
                .flatMap(link -> objects(confirmed, link, OBJECT).stream())
                .toList();
    }

    private void forget(Node thing, Field field, Node correction) {
        List<Node> values = objects(decisions, correction, OBJECT);
        state.deleteAny(decisions, correction, Node.ANY, Node.ANY);
        for (Node graph : List.of(confirmed, addresses.setAsideGraph(confirmed))) {
            for (Node value : values) {
                if (isLink(field)) {
                    removeLinks(graph, thing, field.property(), value);
                } else {
                    state.delete(new Quad(graph, thing, field.property(), value));
                }
            }
        }
    }

    /// A type and a figure are stated by links of their own, as documents state them.
    private static boolean isLink(Field field) {
        return field == Field.TYPE || field.isNumber();
    }

    private void by(Node decision, Entry entry) {
        decide(decision, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(entry.who()));
        decide(decision, StandardTerms.PROV_ENDED_AT_TIME, time(entry.when()));
        if (!entry.why().isEmpty()) {
            decide(decision, Fa.reason, nb(entry.why()));
        }
        decide(decision, Fa.evidence, evidence(decisions, entry, Optional.empty()));
    }

    void retire(Node thing, Entry entry) {
        Node retirement = retirementOf(thing);
        decide(retirement, TYPE, Fa.Retirement);
        decide(retirement, SUBJECT, thing);
        by(retirement, entry);
    }

    void restore(Node thing) {
        state.deleteAny(decisions, retirementOf(thing), Node.ANY, Node.ANY);
    }

    void retire(Node subject, Node predicate, Node object, Entry entry) {
        Node retirement = retirementOf(subject, predicate, object);
        decide(retirement, TYPE, Fa.Retirement);
        decide(retirement, SUBJECT, subject);
        decide(retirement, PREDICATE, predicate);
        decide(retirement, OBJECT, object);
        by(retirement, entry);
    }

    void restore(Node subject, Node predicate, Node object) {
        for (Node of : meanings.addresses(subject)) {
            for (Node to : meanings.addresses(object)) {
                state.deleteAny(decisions, retirementOf(of, predicate, to), Node.ANY, Node.ANY);
            }
        }
    }

    /// States a link as a confirmed fact, in place of what a person entered of the same before.
    ///
    /// @param strength the local name of a step of the ladder; empty for none
    /// @param target the governing document and the part of it that is meant; empty where the object is another thing
    Node link(Node subject, Node predicate, Node object, String strength, Entry entry, Optional<Target> target) {
        return link(confirmed, subject, predicate, object, strength, entry, target, Fa.Confirmed, 1.0);
    }

    /// Keeps a link as a suggestion that waits for a person.
    Node suggest(
            Node graph,
            Node subject,
            Node predicate,
            Node object,
            String strength,
            Entry entry,
            Target target,
            double confidence) {
        return link(
                graph,
                subject,
                predicate,
                object,
                strength,
                entry,
                Optional.of(target),
                Fa.Suggested,
                Math.clamp(confidence, 0.0, 1.0));
    }

    private Node link(
            Node graph,
            Node subject,
            Node predicate,
            Node object,
            String strength,
            Entry entry,
            Optional<Target> target,
            Node status,
            double confidence) {
        Node link = addresses.link(ENTERED, subject, predicate, object);
        if (status.equals(Fa.Confirmed)) {
            removeLinks(confirmed, subject, predicate, object);
        }
        Node evidence = evidence(graph, entry, target);
        add(graph, link, TYPE, Fa.Link);
        add(graph, link, SUBJECT, subject);
        add(graph, link, PREDICATE, predicate);
        add(graph, link, OBJECT, object);
        add(graph, link, Fa.status, status);
        add(graph, link, Fa.confidence, decimal(confidence));
        add(graph, link, Fa.evidence, evidence);
        if (!strength.isEmpty()) {
            add(graph, link, Fa.strength, NodeFactory.createURI(Fa.NS + strength));
        }
        Node entryNode = addresses.of(Addresses.ENTRY, entry.id());
        add(
                graph,
                link,
                StandardTerms.PROV_WAS_DERIVED_FROM,
                entry.words()
                        .map(words -> addresses.of(Addresses.DOCUMENT, words.document()))
                        .orElse(entryNode));
        add(graph, link, StandardTerms.PROV_WAS_GENERATED_BY, entryNode);
        target.filter(meant -> register.find(meant.document()).isEmpty()).ifPresent(meant -> {
            Graph description = GraphFactory.createGraphMem();
            RegisterRdf.describeUnlisted(meant.document(), register, addresses, description);
            description.find().forEachRemaining(triple -> state.add(new Quad(graph, triple)));
        });
        if (status.equals(Fa.Confirmed)) {
            fact(subject, predicate, object);
            target.filter(meant -> !meant.pinpoint().isWhole())
                    .ifPresent(meant -> fact(subject, predicate, provision(graph, meant)));
        }
        return link;
    }

    /// Removes what people entered of a statement. Where things became one the address of the link is that of before.
    private void removeLinks(Node graph, Node subject, Node predicate, Node object) {
        List<Node> links = all(graph, Node.ANY, SUBJECT, subject).stream()
                .map(Quad::getSubject)
                .filter(link -> link.getURI()
                        .startsWith(addresses.of(Addresses.LINK, ENTERED).getURI() + "/"))
                .filter(link -> state.contains(graph, link, PREDICATE, predicate)
                        && state.contains(graph, link, OBJECT, object)
                        && state.contains(graph, link, TYPE, Fa.Link))
                .toList();
        if (links.isEmpty()) {
            return;
        }
        for (Quad plain : all(graph, subject, predicate, Node.ANY)) {
            boolean part = plain.getObject().isURI()
                    && state.contains(graph, plain.getObject(), StandardTerms.ELI_IS_PART_OF, object);
            if (part || plain.getObject().equals(object)) {
                state.delete(plain);
            }
        }
        links.forEach(link -> state.deleteAny(graph, link, Node.ANY, Node.ANY));
    }

    private Node evidence(Node graph, Entry entry, Optional<Target> target) {
        Node entryNode = addresses.of(Addresses.ENTRY, entry.id());
        add(graph, entryNode, TYPE, Fa.Entry);
        add(graph, entryNode, LABEL, nb(entry.title()));
        add(graph, entryNode, Fa.text, nb(entry.text()));
        add(graph, entryNode, StandardTerms.PROV_WAS_ASSOCIATED_WITH, addresses.agent(entry.who()));
        add(graph, entryNode, StandardTerms.PROV_ENDED_AT_TIME, time(entry.when()));
        Optional<Target> part = target.filter(meant -> !meant.pinpoint().isWhole());
        String suffix = part.map(meant ->
                        "-" + Addresses.fingerprint(meant.provisionId()).substring(0, 8))
                .orElse("");
        Node evidence = addresses.of(Addresses.EVIDENCE, ENTERED + "/" + entry.id() + suffix);
        Node selector = addresses.of(Addresses.SELECTOR, ENTERED + "/" + entry.id());
        add(graph, evidence, TYPE, Fa.Evidence);
        add(graph, evidence, StandardTerms.OA_HAS_SELECTOR, selector);
        add(graph, evidence, Fa.rule, NodeFactory.createLiteralString(ENTERED));
        add(graph, evidence, Fa.reason, nb(entry.text()));
        part.ifPresent(meant -> add(graph, evidence, Fa.provision, provision(graph, meant)));
        add(graph, selector, TYPE, StandardTerms.OA_TEXT_QUOTE_SELECTOR);
        add(graph, selector, TYPE, StandardTerms.OA_TEXT_POSITION_SELECTOR);
        if (entry.words().isPresent()) {
            Words words = entry.words().get();
            String text = clean(words.passage().text());
            add(graph, evidence, StandardTerms.OA_HAS_SOURCE, passage(graph, words));
            select(graph, selector, text, words.span());
        } else {
            add(graph, evidence, StandardTerms.OA_HAS_SOURCE, entryNode);
            select(graph, selector, entry.text(), new Span(0, entry.text().length()));
        }
        return evidence;
    }

    private void select(Node graph, Node selector, String text, Span span) {
        add(graph, selector, StandardTerms.OA_EXACT, NodeFactory.createLiteralString(span.cut(text)));
        add(graph, selector, StandardTerms.OA_START, integer(text.codePointCount(0, span.start())));
        add(graph, selector, StandardTerms.OA_END, integer(text.codePointCount(0, span.end())));
    }

    private Node passage(Node graph, Words words) {
        Passage passage = words.passage();
        Node node = addresses.of(Addresses.PASSAGE, words.document() + "/" + passage.id());
        if (state.contains(graph, node, TYPE, Fa.Passage)) {
            return node;
        }
        add(graph, node, TYPE, Fa.Passage);
        add(graph, node, DCTerms.isPartOf.asNode(), addresses.of(Addresses.DOCUMENT, words.document()));
        add(
                graph,
                node,
                Fa.text,
                NodeFactory.createLiteralLang(
                        clean(passage.text()), passage.language().tag()));
        add(graph, node, Fa.ordinal, integer(passage.ordinal()));
        add(
                graph,
                node,
                Fa.passageKind,
                NodeFactory.createLiteralString(
                        passage.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (passage.page() > 0) {
            add(graph, node, Fa.page, integer(passage.page()));
        }
        if (!passage.sectionPath().isEmpty()) {
            add(
                    graph,
                    node,
                    Fa.section,
                    NodeFactory.createLiteralString(clean(String.join(" › ", passage.sectionPath()))));
        }
        return node;
    }

    private Node provision(Node graph, Target target) {
        Node node = addresses.of(Addresses.PROVISION, target.provisionId());
        String label = RegisterRdf.labelOfUnlisted(target.document(), register);
        add(graph, node, TYPE, Fa.Provision);
        add(
                graph,
                node,
                StandardTerms.ELI_IS_PART_OF,
                addresses.of(Addresses.GOVERNING_DOCUMENT, target.document().value()));
        add(
                graph,
                node,
                Fa.pinpoint,
                NodeFactory.createLiteralString(target.pinpoint().text()));
        add(graph, node, LABEL, nb(label + " " + target.pinpoint().text()));
        return node;
    }

    /// The value of a field in the graph; what is no number or date where one is wanted stays the text that it is, for
    /// the shapes to object to. Empty for nothing.
    static Optional<Node> value(Field field, String typed) {
        String text = clean(typed).strip().replaceAll("[\\s\\u00A0\\u202F]+", " ");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field) {
                    case NAME -> nb(text);
                    case TYPE ->
                        ThingType.of(text).map(ThingType::node).orElseGet(() -> NodeFactory.createLiteralString(text));
                    case PROGRESS -> NodeFactory.createLiteralString(text);
                    case START, END ->
                        Dates.read(text)
                                .map(date -> NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate))
                                .orElseGet(() -> NodeFactory.createLiteralString(text));
                    case YEAR, PARTICIPANTS, MUNICIPALITIES, TEAMS, GATHERINGS, GATHERINGS_PER_YEAR -> number(text);
                });
    }

    private static Node number(String text) {
        String digits = text.replace(" ", "");
        return digits.matches("-?\\d{1,9}")
                ? NodeFactory.createLiteralDT(Integer.toString(Integer.parseInt(digits)), XSDDatatype.XSDinteger)
                : NodeFactory.createLiteralString(text);
    }

    // ---- small things ----

    private void decide(Node subject, Node property, Node value) {
        state.add(new Quad(decisions, subject, property, value));
    }

    private void fact(Node subject, Node property, Node value) {
        state.add(new Quad(confirmed, subject, property, value));
    }

    private void add(Node graph, Node subject, Node property, Node value) {
        state.add(new Quad(graph, subject, property, value));
    }

    private List<Node> objects(Node graph, Node subject, Node property) {
        return all(graph, subject, property, Node.ANY).stream()
                .map(Quad::getObject)
                .toList();
    }

    private List<Quad> all(Node graph, Node subject, Node predicate, Node object) {
        var quads = new ArrayList<Quad>();
        var found = graph.equals(Node.ANY)
                ? state.findNG(graph, subject, predicate, object)
                : state.find(graph, subject, predicate, object);
        found.forEachRemaining(quads::add);
        return quads;
    }

    static String localName(Node node) {
        String iri = node.isURI() ? node.getURI() : node.toString();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static Node nb(String text) {
        return NodeFactory.createLiteralLang(clean(text), "nb");
    }

    private static Node time(Instant when) {
        return NodeFactory.createLiteralDT(when.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node integer(int number) {
        return NodeFactory.createLiteralDT(Integer.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node decimal(double number) {
        return NodeFactory.createLiteralDT(
                java.math.BigDecimal.valueOf(number)
                        .setScale(3, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString(),
                XSDDatatype.XSDdecimal);
    }

    /// Control characters cannot be written in XML results, nor can half a character; both become spaces, one for one.
    static String clean(String text) {
        var clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean half = Character.isHighSurrogate(c)
                    ? i + 1 == clean.length() || !Character.isLowSurrogate(clean.charAt(i + 1))
                    : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(clean.charAt(i - 1)));
            if (half || c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c == 0xFFFE || c == 0xFFFF) {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }
}
