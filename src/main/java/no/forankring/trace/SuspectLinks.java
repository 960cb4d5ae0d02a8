package no.forankring.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.Patch;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Which statements are to be looked at again because the register has changed under them?
///
/// The register changes when a new version of the program starts with another register, or when somebody writes to its
/// graph: by an update, by loading a data set, by undoing something. All of it stands in the journal, which is read
/// once, from where it was left; what a change touched tells, not what was said of it. Safe for many threads.
public final class SuspectLinks {

    /// What a change says of the subject. Names beside the title and what was checked change nothing for a link.
    private static final Map<Node, String> TELLING = Map.of(
            Fa.inForceFrom,
            "inForceFrom",
            Fa.inForceTo,
            "inForceTo",
            Fa.replacedBy,
            "replacedBy",
            DCTerms.title.asNode(),
            "title",
            RDFS.label.asNode(),
            "title",
            Fa.number,
            "number");

    /// What a change of the newer document says of the older.
    private static final Map<Node, String> OF_THE_OLDER = Map.of(
            Fa.replaces, "replacedBy",
            Fa.revises, "revisedBy",
            Fa.continues, "continuedIn",
            Fa.renames, "renamed");

    private final GraphStore graph;
    private final Object reading = new Object();
    private final Map<Node, Noted> newest = new HashMap<>();
    private long read;

    public SuspectLinks(GraphStore graph) {
        this.graph = graph;
    }

    private record Noted(Change change, Set<String> fields) {}

    /// The statements to look at again, the newest change first.
    ///
    /// @param withSuggestions also those that wait for a person anyway
    public List<Suspect> suspects(boolean withSuggestions) {
        Map<Node, Noted> changes = changes();
        if (changes.isEmpty()) {
            return List.of();
        }
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            var statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            var suspects = new ArrayList<Suspect>();
            changes.forEach((governing, noted) -> {
                for (Statements.Statement statement : statements.about(governing)) {
                    Optional<Confirmation> confirmation = statements.confirmation(statement.link());
                    Optional<Instant> since =
                            confirmation.map(Confirmation::when).or(() -> statements.readAt(statement.link()));
                    boolean before = Statements.ANCHORING.contains(statement.predicate())
                            && since.filter(time -> time.isBefore(noted.change().at()))
                                    .isPresent();
                    if (before) {
                        rdf.step(statement.link())
                                .filter(step -> !step.evidence().isEmpty())
                                .ifPresent(step -> suspects.add(new Suspect(
                                        step,
                                        confirmation,
                                        since.orElseThrow(),
                                        new RegisterChange(
                                                noted.change().number(),
                                                noted.change().at(),
                                                noted.change().who(),
                                                rdf.thing(governing),
                                                List.copyOf(noted.fields())))));
                    }
                }
            });
            suspects.sort(Comparator.comparingLong(
                            (Suspect suspect) -> -suspect.change().change())
                    .thenComparing(suspect -> suspect.step().object().label())
                    .thenComparing(suspect -> suspect.step().subject().label())
                    .thenComparing(suspect -> suspect.step().link()));
            return suspects;
        });
    }

    /// The newest change of each governing document that has any, from what is durable now.
    private Map<Node, Noted> changes() {
        synchronized (reading) {
            read = graph.forEachPatchOf(graph.addresses().registerGraph(), read, this::note);
            return Map.copyOf(newest);
        }
    }

    private void note(Patch patch) {
        Node register = graph.addresses().registerGraph();
        Predicate<Quad> inRegister = quad -> quad.getGraph().equals(register);
        var rows = new HashSet<Node>();
        patch.added().stream()
                .filter(inRegister)
                .filter(quad -> quad.getPredicate().equals(RDF.type.asNode()))
                .forEach(quad -> rows.add(quad.getSubject()));
        var fields = new LinkedHashMap<Node, Set<String>>();
        for (List<Quad> quads : List.of(patch.deleted(), patch.added())) {
            for (Quad quad : quads) {
                if (!inRegister.test(quad)) {
                    continue;
                }
                note(fields, rows, quad.getSubject(), TELLING.get(quad.getPredicate()));
                note(fields, rows, quad.getObject(), OF_THE_OLDER.get(quad.getPredicate()));
            }
        }
        fields.forEach((governing, said) -> newest.put(governing, new Noted(patch.change(), said)));
    }

    /// A row that is new in the register has not changed.
    private void note(
            Map<Node, Set<String>> fields,
            Set<Node> newRows,
            Node governing,
            @org.jspecify.annotations.Nullable String field) {
        boolean ours = field != null
                && governing.isURI()
                && !newRows.contains(governing)
                && graph.addresses()
                        .parse(governing.getURI())
                        .filter(parts -> parts.kind().equals(Addresses.GOVERNING_DOCUMENT))
                        .isPresent();
        if (ours) {
            fields.computeIfAbsent(governing, none -> new TreeSet<>()).add(field);
        }
    }
}
