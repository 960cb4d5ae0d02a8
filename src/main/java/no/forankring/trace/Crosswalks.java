package no.forankring.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Wording;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import no.forankring.register.Successor;
import org.apache.jena.graph.Node;

/// Which area of effort of a governing document goes on as which of the one that came in its place?
///
/// The areas are those that the register's document is said to have: in its own text where that was read, or by a goal
/// that rests on it. Equal words make a sure row; like words wait for a person; a document of which nothing was read
/// has unknown areas, not none. Safe for many threads.
public final class Crosswalks {

    private final GraphStore graph;
    private final Register register;

    public Crosswalks(GraphStore graph, Register register) {
        this.graph = graph;
        this.register = register;
    }

    public enum State {
        /// The same words on both sides.
        SURE,
        /// Like words, or one side is only suggested: a person must judge.
        TO_BE_JUDGED,
        /// Only the older has it.
        NOT_CARRIED_ON,
        /// Only the newer has it.
        NEW,
        /// All that is known of the areas of one of the two is suggested, and suggestions were not asked for.
        ONLY_SUGGESTED,
        /// Nothing was read of the areas of the older.
        OLDER_NOT_READ,
        /// Nothing was read of the areas of the newer.
        NEWER_NOT_READ
    }

    /// @param older the area, with its words; empty where the older has none, or none was read
    /// @param newer likewise
    public record Row(
            GoverningDocument from, Successor to, State state, Optional<SaidItem> older, Optional<SaidItem> newer) {}

    /// The areas of a document beside those of each that came in its place.
    ///
    /// @param older empty for all documents of which areas were read, or whose successors' were
    public List<Row> all(Optional<GoverningDocumentId> older, boolean withSuggestions) {
        Map<GoverningDocumentId, List<SaidItem>> areas = areas();
        var rows = new ArrayList<Row>();
        for (GoverningDocument document : register.all()) {
            if (older.isPresent() && !older.get().equals(document.id())) {
                continue;
            }
            for (Successor successor : register.successors(document.id())) {
                List<SaidItem> before = areas.getOrDefault(document.id(), List.of());
                List<SaidItem> after = areas.getOrDefault(successor.newer().id(), List.of());
                if (older.isPresent() || !before.isEmpty() || !after.isEmpty()) {
                    rows.addAll(rows(document, successor, before, after, withSuggestions));
                }
            }
        }
        return rows;
    }

    private static List<Row> rows(
            GoverningDocument from,
            Successor to,
            List<SaidItem> before,
            List<SaidItem> after,
            boolean withSuggestions) {
        var rows = new ArrayList<Row>();
        if (before.isEmpty()) {
            rows.add(new Row(from, to, State.OLDER_NOT_READ, Optional.empty(), Optional.empty()));
        }
        if (after.isEmpty()) {
            rows.add(new Row(from, to, State.NEWER_NOT_READ, Optional.empty(), Optional.empty()));
        }
        if (before.isEmpty() || after.isEmpty()) {
            return rows;
        }
        for (Pairing<SaidItem> pair : Pairing.of(before, after, SaidItem::label)) {
            boolean facts = Stream.of(pair.older(), pair.newer())
                    .flatMap(Optional::stream)
                    .allMatch(SaidItem::fact);
            boolean anyFact = Stream.of(pair.older(), pair.newer())
                    .flatMap(Optional::stream)
                    .anyMatch(SaidItem::fact);
            if (withSuggestions || anyFact) {
                rows.add(new Row(from, to, state(pair, withSuggestions || facts), pair.older(), pair.newer()));
            }
        }
        if (rows.isEmpty()) {
            rows.add(new Row(from, to, State.ONLY_SUGGESTED, Optional.empty(), Optional.empty()));
        }
        return rows;
    }

    private static State state(Pairing<SaidItem> pair, boolean told) {
        if (pair.older().isEmpty()) {
            return State.NEW;
        }
        if (pair.newer().isEmpty()) {
            return State.NOT_CARRIED_ON;
        }
        return pair.sure() && told ? State.SURE : State.TO_BE_JUDGED;
    }

    private Map<GoverningDocumentId, List<SaidItem>> areas() {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            var statements = new Statements(state, graph.addresses(), rdf, true);
            Map<GoverningDocumentId, List<SaidItem>> areas = new LinkedHashMap<>();
            Map<String, Set<GoverningDocumentId>> restingOn = restingOn(statements, rdf);
            for (SaidItem item : SaidItems.all(statements, rdf, graph.addresses())) {
                Set<GoverningDocumentId> documents = new LinkedHashSet<>(named(item));
                documents.addAll(restingOn.getOrDefault(item.goal().iri(), Set.of()));
                for (GoverningDocumentId document : documents) {
                    List<SaidItem> known = areas.computeIfAbsent(document, none -> new ArrayList<>());
                    Wording wording = Wording.of(item.label());
                    if (known.stream()
                            .noneMatch(other -> Wording.of(other.label()).equalTo(wording))) {
                        known.add(item);
                    }
                }
            }
            return areas;
        });
    }

    /// The governing documents that goals rest on, by the goal.
    private Map<String, Set<GoverningDocumentId>> restingOn(Statements statements, TraceRdf rdf) {
        Map<String, Set<GoverningDocumentId>> restingOn = new LinkedHashMap<>();
        for (Statements.Statement statement : statements.all(Fa.anchoredIn)) {
            if (rdf.thing(statement.subject()).kind().equals(Addresses.GOAL)) {
                id(statement.object())
                        .ifPresent(document -> restingOn
                                .computeIfAbsent(statement.subject().getURI(), none -> new LinkedHashSet<>())
                                .add(document));
            }
        }
        return restingOn;
    }

    /// The governing document that has the goal itself, or whose text it stands in.
    private Set<GoverningDocumentId> named(SaidItem item) {
        var found = new LinkedHashSet<GoverningDocumentId>();
        if (item.holder().kind().equals(Addresses.GOVERNING_DOCUMENT)) {
            found.add(new GoverningDocumentId(item.holder().id()));
        }
        for (String title : List.of(item.proof().documentTitle(), item.holder().label())) {
            List<Register.Name> names = register.named(title).stream()
                    .filter(name -> name.kind() != Register.Kind.AMBIGUOUS)
                    .toList();
            if (names.size() == 1) {
                found.add(names.getFirst().document().id());
            }
        }
        return found;
    }

    private Optional<GoverningDocumentId> id(Node governing) {
        return governing.isURI()
                ? graph.addresses()
                        .parse(governing.getURI())
                        .filter(parts -> parts.kind().equals(Addresses.GOVERNING_DOCUMENT))
                        .map(parts -> new GoverningDocumentId(parts.id()))
                : Optional.empty();
    }
}
