package no.forankring.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.StandardTerms;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.search.NamedThing;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// The things that can be found by name: what the register lists, and what the facts speak of. Suggestions do not
/// count.
///
/// Reads a state given by the store; keeps nothing.
final class ThingsRdf {

    private static final int MOST_NAMES = 12;

    private final DatasetGraph state;
    private final Addresses addresses;
    private final Register register;
    private final LocalDate today;
    private final Map<Node, Integer> uses = new HashMap<>();

    ThingsRdf(DatasetGraph state, Addresses addresses, Register register, LocalDate today) {
        this.state = state;
        this.addresses = addresses;
        this.register = register;
        this.today = today;
    }

    List<NamedThing> all() {
        for (Node end : List.of(RDF.subject.asNode(), RDF.object.asNode())) {
            state.find(Quad.defaultGraphNodeGenerated, Node.ANY, end, Node.ANY)
                    .forEachRemaining(quad -> uses.merge(quad.getObject(), 1, Integer::sum));
        }
        var things = new ArrayList<NamedThing>();
        var governing = new LinkedHashSet<String>();
        register.all().forEach(document -> governing.add(document.id().value()));
        ids(Addresses.GOVERNING_DOCUMENT, Fa.GoverningDocument).forEach(governing::add);
        governing.forEach(id -> things.add(governing(id)));
        ids(Addresses.PROVISION, Fa.Provision).forEach(id -> things.add(provision(id)));
        for (String id : ids(Addresses.NETWORK, Fa.Network, Fa.LearningNetwork)) {
            things.add(thing(Addresses.NETWORK, id));
        }
        for (String id : ids(
                Addresses.ACTIVITY,
                Fa.Activity,
                Fa.Gathering,
                Fa.Course,
                Fa.Conference,
                Fa.ELearning,
                Fa.Project,
                Fa.ResearchProject)) {
            things.add(thing(Addresses.ACTIVITY, id));
        }
        ids(Addresses.GOAL, Fa.Goal).forEach(id -> things.add(thing(Addresses.GOAL, id)));
        ids(Addresses.MUNICIPALITY, Fa.Municipality)
                .forEach(id -> municipality(id).ifPresent(things::add));
        return things;
    }

    private Set<String> ids(String kind, Node... types) {
        var ids = new TreeSet<String>();
        for (Node type : types) {
            state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), type)
                    .forEachRemaining(quad -> Optional.of(quad.getSubject())
                            .filter(Node::isURI)
                            .flatMap(node -> addresses.parse(node.getURI()))
                            .filter(parts -> parts.kind().equals(kind))
                            .ifPresent(parts -> ids.add(parts.id())));
        }
        return ids;
    }

    private NamedThing governing(String id) {
        Node node = addresses.of(Addresses.GOVERNING_DOCUMENT, id);
        Optional<GoverningDocument> entry = register.findNamed(new GoverningDocumentId(id));
        if (entry.isEmpty()) {
            return thing(Addresses.GOVERNING_DOCUMENT, id);
        }
        GoverningDocument document = entry.get();
        var names = new LinkedHashSet<String>();
        names.add(document.title());
        names.addAll(document.aliases());
        names.addAll(document.ambiguousAliases());
        names.addAll(document.erroneousAliases());
        names.remove(document.label());
        String year = document.date().map(date -> Integer.toString(date.year())).orElse(document.session());
        return new NamedThing(
                Addresses.GOVERNING_DOCUMENT,
                id,
                document.label(),
                List.copyOf(names),
                String.join(
                        ", ",
                        List.of(document.issuer(), year).stream()
                                .filter(part -> !part.isEmpty())
                                .toList()),
                uses(node));
    }

    /// Named after its law in every way that the law is called shortly.
    private NamedThing provision(String id) {
        Node node = addresses.of(Addresses.PROVISION, id);
        NamedThing plain = thing(Addresses.PROVISION, id);
        String pinpoint = state.find(Quad.defaultGraphNodeGenerated, node, Fa.pinpoint, Node.ANY)
                        .hasNext()
                ? state.find(Quad.defaultGraphNodeGenerated, node, Fa.pinpoint, Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm()
                : "";
        var names = new LinkedHashSet<String>();
        long cited = 0;
        var holders = state.find(Quad.defaultGraphNodeGenerated, node, StandardTerms.ELI_IS_PART_OF, Node.ANY);
        while (holders.hasNext() && !pinpoint.isEmpty()) {
            Optional<GoverningDocument> holder = addresses
                    .parse(holders.next().getObject().getURI())
                    .flatMap(parts -> register.findNamed(new GoverningDocumentId(parts.id())));
            holder.stream()
                    .flatMap(document ->
                            Stream.concat(document.aliases().stream(), document.ambiguousAliases().stream()))
                    .filter(alias -> alias.length() <= 30)
                    .limit(MOST_NAMES)
                    .forEach(alias -> names.add(alias + " " + pinpoint));
        }
        var citations = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, Fa.cites, node);
        while (citations.hasNext()) {
            citations.next();
            cited++;
        }
        names.remove(plain.label());
        return new NamedThing(
                Addresses.PROVISION, id, plain.label(), List.copyOf(names), "", Math.max(cited, plain.uses()));
    }

    private NamedThing thing(String kind, String id) {
        Node node = addresses.of(kind, id);
        List<String> labels = labels(node);
        String label = labels.isEmpty() ? id : labels.getFirst();
        return new NamedThing(
                kind,
                id,
                label,
                labels.stream().skip(1).limit(MOST_NAMES).toList(),
                Stream.of(organiser(node), year(node))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                uses(node));
    }

    /// Two gatherings of one name are told apart by it.
    private String year(Node node) {
        var found = state.find(Quad.defaultGraphNodeGenerated, node, Fa.year, Node.ANY);
        return found.hasNext() ? found.next().getObject().getLiteralLexicalForm() : "";
    }

    private Optional<NamedThing> municipality(String id) {
        Node node = addresses.of(Addresses.MUNICIPALITY, id);
        var ended = state.find(Quad.defaultGraphNodeGenerated, node, Fa.validTo, Node.ANY);
        boolean gone = ended.hasNext()
                && today.isAfter(LocalDate.parse(ended.next().getObject().getLiteralLexicalForm()));
        // A number that is no longer in use is found where something is said of it.
        return gone && uses(node) == 0 ? Optional.empty() : Optional.of(thing(Addresses.MUNICIPALITY, id));
    }

    private String organiser(Node node) {
        for (Node property : List.of(Fa.organisedBy, Fa.partOf)) {
            var found = state.find(Quad.defaultGraphNodeGenerated, node, property, Node.ANY);
            if (found.hasNext()) {
                Node holder = found.next().getObject();
                List<String> labels = holder.isURI() ? labels(holder) : List.of();
                return labels.isEmpty() ? "" : labels.getFirst();
            }
        }
        return "";
    }

    /// In bokmål first, then the others.
    private List<String> labels(Node node) {
        record Label(boolean other, String text) {}
        var labels = new TreeSet<Label>(Comparator.comparing(Label::other).thenComparing(Label::text));
        state.find(Quad.defaultGraphNodeGenerated, node, RDFS.label.asNode(), Node.ANY)
                .forEachRemaining(quad -> labels.add(new Label(
                        !quad.getObject().getLiteralLanguage().equals("nb"),
                        quad.getObject().getLiteralLexicalForm())));
        return labels.stream().map(Label::text).distinct().toList();
    }

    private long uses(Node node) {
        return uses.getOrDefault(node, 0);
    }
}
