package no.forankring.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.forankring.graph.Addresses;
import no.forankring.graph.GraphStore;
import no.forankring.trace.DocumentView;
import no.forankring.trace.Traces;
import org.apache.jena.graph.NodeFactory;

/// Lists decisions, those in force and those that were.
final class DecisionList {

    private final GraphStore graph;
    private final Traces traces;
    private final Map<String, String> titles = new HashMap<>();

    DecisionList(GraphStore graph, Traces traces) {
        this.graph = graph;
        this.traces = traces;
    }

    /// The newest first.
    List<DecisionEntry> entries(DecisionFilter filter) {
        record Raw(Judgment judgment, Optional<Instant> ended, String endedBy, boolean disputed) {}
        List<Raw> raw = graph.read(state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            var found = new ArrayList<Raw>();
            rdf.all()
                    .forEach(judgment -> found.add(new Raw(
                            judgment, Optional.empty(), "", rdf.isDisputed(NodeFactory.createURI(judgment.link())))));
            if (filter.past()) {
                rdf.past()
                        .forEach(past ->
                                found.add(new Raw(past.judgment(), Optional.of(past.ended()), past.endedBy(), false)));
            }
            return found;
        });
        return raw.stream()
                .map(found -> new DecisionEntry(
                        found.judgment, "", document(found.judgment), "", found.ended, found.endedBy, found.disputed))
                .filter(filter::fits)
                .sorted(Comparator.comparing(
                                (DecisionEntry entry) -> entry.judgment().when(), Comparator.reverseOrder())
                        .thenComparing(entry -> entry.judgment().link())
                        .thenComparing(entry -> entry.judgment().id()))
                .map(this::described)
                .toList();
    }

    private DecisionEntry described(DecisionEntry entry) {
        return new DecisionEntry(
                entry.judgment(),
                statement(entry.judgment()),
                entry.document(),
                titles.computeIfAbsent(
                        entry.document(),
                        id -> traces.document(id).map(DocumentView::title).orElse(id)),
                entry.ended(),
                entry.endedBy(),
                entry.disputed());
    }

    /// The document of a link or mention is named by its address.
    private String document(Judgment judgment) {
        String id = graph.addresses()
                .parse(judgment.link())
                .map(Addresses.Parts::id)
                .orElse("");
        return id.contains("/") ? id.substring(0, id.lastIndexOf('/')) : id;
    }

    private String statement(Judgment judgment) {
        return traces.step(judgment.link())
                .map(step -> "%s – %s – %s"
                        .formatted(
                                step.subject().label(),
                                step.predicate(),
                                step.object().label()))
                .orElseGet(() -> judgment.about().predicate().isEmpty()
                        ? judgment.about().words()
                        : "%s – %s – %s"
                                .formatted(
                                        last(judgment.about().subject()),
                                        last(judgment.about().predicate()),
                                        last(judgment.about().object())));
    }

    private static String last(String address) {
        return address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
    }
}
