package no.forankring.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.Patch;
import no.forankring.register.Register;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Tells a patch in words: which field of which thing said what before and after, which link came and which went.
///
/// Names come from the state of today, and from the patch itself for what is gone.
final class PatchWords {

    private final Addresses addresses;
    private final CurationRdf rdf;
    private final Patch patch;
    private final Map<Node, String> names = new HashMap<>();

    private record Place(Node thing, String property) {}

    private static final class Sides {
        final Set<String> before = new LinkedHashSet<>();
        final Set<String> after = new LinkedHashSet<>();
    }

    PatchWords(DatasetGraph state, Addresses addresses, Register register, Patch patch) {
        this.addresses = addresses;
        this.rdf = new CurationRdf(state, addresses, register);
        this.patch = patch;
        for (List<Quad> quads : List.of(patch.deleted(), patch.added())) {
            for (Quad quad : quads) {
                if (quad.getPredicate().equals(RDFS.label.asNode())
                        || quad.getPredicate().equals(DCTerms.title.asNode())) {
                    names.putIfAbsent(quad.getSubject(), quad.getObject().getLiteralLexicalForm());
                }
            }
        }
    }

    /// @param only the address of the one thing to tell of; empty for all
    List<Difference> differences(String only) {
        Map<Place, Sides> places = new LinkedHashMap<>();
        tell(places, patch.deleted(), true);
        tell(places, patch.added(), false);
        var differences = new ArrayList<Difference>();
        places.forEach((place, sides) -> {
            Set<String> stayed = new LinkedHashSet<>(sides.before);
            stayed.retainAll(sides.after);
            sides.before.removeAll(stayed);
            sides.after.removeAll(stayed);
            boolean wanted = only.isEmpty() || place.thing().getURI().equals(only);
            if (wanted && !(sides.before.isEmpty() && sides.after.isEmpty())) {
                if (Field.of(place.property()).isPresent()) {
                    differences.add(difference(place, String.join(", ", sides.before), String.join(", ", sides.after)));
                } else {
                    sides.before.forEach(gone -> differences.add(difference(place, gone, "")));
                    sides.after.forEach(come -> differences.add(difference(place, "", come)));
                }
            }
        });
        differences.sort(Comparator.comparing(Difference::label)
                .thenComparing(Difference::thing)
                .thenComparing(difference ->
                        Field.of(difference.property()).map(Enum::ordinal).orElse(100))
                .thenComparing(Difference::property));
        return differences;
    }

    private Difference difference(Place place, String before, String after) {
        return new Difference(place.thing().getURI(), name(place.thing()), place.property(), before, after);
    }

    private void tell(Map<Place, Sides> places, List<Quad> quads, boolean before) {
        Map<Node, Map<Node, Node>> records = new LinkedHashMap<>();
        for (Quad quad : quads) {
            Node graph = quad.getGraph();
            Node subject = quad.getSubject();
            Node predicate = quad.getPredicate();
            boolean statement = predicate.equals(RDF.subject.asNode())
                    || predicate.equals(RDF.predicate.asNode())
                    || predicate.equals(RDF.object.asNode())
                    || predicate.equals(Fa.verdict)
                    || predicate.equals(Fa.judges);
            if (statement) {
                records.computeIfAbsent(subject, none -> new TreeMap<>(Comparator.comparing(Node::toString)))
                        .put(predicate, quad.getObject());
                records.get(subject).put(RDF.type.asNode(), graph);
            } else if (addresses.holdsFacts(graph) && described(subject)) {
                Optional<Field> field = Field.ofProperty(predicate.getURI());
                if (field.isPresent()) {
                    put(places, new Place(subject, field.get().code()), shown(field.get(), quad.getObject()), before);
                }
            }
        }
        records.forEach((node, said) -> record(places, node, said, before));
    }

    /// Documents have names too, but what is told of them is that they were read.
    private boolean described(Node node) {
        return CurationRdf.isCurated(addresses, node);
    }

    private void record(Map<Place, Sides> places, Node node, Map<Node, Node> said, boolean before) {
        Node judged = said.get(Fa.judges);
        Node verdict = said.get(Fa.verdict);
        if (judged != null && verdict != null) {
            rdf.anyStatement(judged)
                    .ifPresent(statement -> put(
                            places,
                            new Place(statement.getSubject(), "judgment"),
                            verdict.getLiteralLexicalForm() + ": " + CurationRdf.localName(statement.getPredicate())
                                    + " " + name(statement.getObject()),
                            before));
            return;
        }
        Node subject = said.get(RDF.subject.asNode());
        Node predicate = said.get(RDF.predicate.asNode());
        Node object = said.get(RDF.object.asNode());
        Node graph = said.get(RDF.type.asNode());
        String kind = addresses.parse(node.getURI()).map(Addresses.Parts::kind).orElse("");
        if (subject == null || graph == null || !subject.isURI()) {
            return;
        }
        if (kind.equals(Addresses.RETIREMENT) && predicate == null) {
            put(places, new Place(subject, "retired"), name(subject), before);
        } else if (kind.equals(Addresses.LINK)
                && predicate != null
                && object != null
                && !predicate.equals(RDF.type.asNode())
                && addresses.holdsFacts(graph)) {
            put(places, new Place(subject, CurationRdf.localName(predicate)), name(object), before);
        }
    }

    private static void put(Map<Place, Sides> places, Place place, String value, boolean before) {
        Sides sides = places.computeIfAbsent(place, none -> new Sides());
        (before ? sides.before : sides.after).add(value);
    }

    private static String shown(Field field, Node value) {
        return field == Field.TYPE
                ? CurationRdf.localName(value)
                : value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    private String name(Node node) {
        String known = rdf.label(node);
        boolean unknown = addresses
                .parse(node.isURI() ? node.getURI() : "")
                .filter(parts -> parts.id().equals(known))
                .isPresent();
        return unknown ? names.getOrDefault(node, known) : known;
    }
}
