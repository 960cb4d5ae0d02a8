package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Wording;
import no.forankring.register.Geography;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// At which levels of planning does a municipality speak of each of its areas of effort?
///
/// A plan is the municipality's own when its title or first heading names it; its level is told by the same words. A
/// level of which no plan was read is never a hole, and neither is one where it waits for a person. Safe for many
/// threads.
public final class PlanChains {

    private final GraphStore graph;
    private final Geography geography;

    public PlanChains(GraphStore graph, Geography geography) {
        this.graph = graph;
        this.geography = geography;
    }

    public enum State {
        FOUND,
        /// Something like it: a person must judge whether it is the same.
        LIKE,
        /// Only suggestions say so, and they were not asked for.
        ONLY_SUGGESTED,
        /// Plans of the level were read, and none speaks of it.
        NOT_FOUND,
        /// No plan of the level was read.
        NOT_READ
    }

    /// @param documents how many plans of the level were read
    public record Cell(State state, Optional<SaidItem> item, int documents) {}

    /// @param area the words of the plan that has it, the widest level first
    /// @param cells one for each level
    public record Row(String area, Map<PlanLevel, Cell> cells) {

        public Row {
            cells = Map.copyOf(cells);
        }
    }

    /// @param municipality by its name, without `kommune`
    /// @param documents the plans that were read, by level; a level without any is left out
    /// @param suggested how many goals of the plans wait for a person
    /// @param searched how many documents there are in all
    public record Found(
            String municipality, Map<PlanLevel, List<Thing>> documents, List<Row> rows, long suggested, long searched) {

        public Found {
            documents = Map.copyOf(documents);
            rows = List.copyOf(rows);
        }
    }

    /// @param wanted name or number of a municipality
    public Found of(String wanted, boolean withSuggestions) {
        String name = name(wanted.strip());
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            var statements = new Statements(state, graph.addresses(), rdf, true);
            Map<PlanLevel, List<Thing>> documents = documents(state, rdf, name);
            Map<String, PlanLevel> levels = new HashMap<>();
            documents.forEach((level, plans) -> plans.forEach(plan -> levels.put(plan.id(), level)));
            Map<PlanLevel, List<SaidItem>> items = new EnumMap<>(PlanLevel.class);
            if (!levels.isEmpty()) {
                for (SaidItem item : SaidItems.all(statements, rdf, graph.addresses())) {
                    PlanLevel level = levels.get(item.proof().document());
                    if (level != null) {
                        items.computeIfAbsent(level, none -> new ArrayList<>()).add(item);
                    }
                }
            }
            return new Found(
                    name,
                    documents,
                    rows(items, documents, withSuggestions),
                    items.values().stream()
                            .flatMap(List::stream)
                            .filter(item -> !item.fact())
                            .count(),
                    rdf.documents());
        });
    }

    private String name(String wanted) {
        return geography
                .find(wanted)
                .map(Geography.Area::name)
                .orElseGet(() -> wanted.replaceFirst("(?iU)\\s+kommune$", ""));
    }

    /// The plans of a municipality by level and title.
    private Map<PlanLevel, List<Thing>> documents(DatasetGraph state, TraceRdf rdf, String municipality) {
        String quoted = Pattern.quote(municipality);
        // "Skogheim kommune", "i Solbakken kommune", "Kommuneplan for Skogheim"; not "for USHT Fjordvik"
        Pattern own = Pattern.compile(
                "(?iU)\\b" + quoted + "\\s+kommunes?\\b|\\b(?:for|i)\\s+" + quoted + "(?=\\s*(?:$|[,.–(-]|\\d))");
        Map<PlanLevel, List<Thing>> documents = new EnumMap<>(PlanLevel.class);
        if (municipality.isBlank()) {
            return documents;
        }
        Iterator<Quad> found = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), Fa.Document);
        while (found.hasNext()) {
            Thing document = rdf.thing(found.next().getSubject());
            Set<String> titles = titles(state, rdf, document);
            if (titles.stream().anyMatch(title -> own.matcher(title).find())) {
                titles.stream()
                        .map(PlanLevel::of)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .ifPresent(level -> documents
                                .computeIfAbsent(level, none -> new ArrayList<>())
                                .add(document));
            }
        }
        documents
                .values()
                .forEach(plans -> plans.sort(Comparator.comparing(Thing::label).thenComparing(Thing::id)));
        return documents;
    }

    /// What a document is called: its title, the name of the plan that it is, its first heading.
    private Set<String> titles(DatasetGraph state, TraceRdf rdf, Thing document) {
        var titles = new LinkedHashSet<String>();
        Node facts = graph.addresses().documentGraph(document.id());
        titles.add(rdf.value(facts, graph.addresses().of(Addresses.DOCUMENT, document.id()), DCTerms.title.asNode()));
        String plan = graph.addresses().of(Addresses.PLAN, "").getURI();
        Iterator<Quad> labels = state.find(facts, Node.ANY, RDFS.label.asNode(), Node.ANY);
        while (labels.hasNext()) {
            Quad label = labels.next();
            if (label.getSubject().isURI() && label.getSubject().getURI().startsWith(plan)) {
                titles.add(label.getObject().getLiteralLexicalForm());
            }
        }
        for (Node place : List.of(facts, graph.addresses().suggestionsGraph(document.id()))) {
            Iterator<Quad> sections = state.find(place, Node.ANY, Fa.section, Node.ANY);
            if (sections.hasNext()) {
                titles.add(sections.next().getObject().getLiteralLexicalForm().split(" › ", 2)[0]);
            }
        }
        titles.remove("");
        return titles;
    }

    private static List<Row> rows(
            Map<PlanLevel, List<SaidItem>> items, Map<PlanLevel, List<Thing>> documents, boolean withSuggestions) {
        var areas = new ArrayList<String>();
        var wordings = new ArrayList<Wording>();
        for (PlanLevel level : PlanLevel.values()) {
            for (SaidItem item : leading(items.getOrDefault(level, List.of()))) {
                Wording wording = Wording.of(item.label());
                boolean shown = withSuggestions || item.fact();
                if (shown && wordings.stream().noneMatch(known -> known.equalTo(wording))) {
                    areas.add(item.label());
                    wordings.add(wording);
                }
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < areas.size(); i++) {
            Map<PlanLevel, Cell> cells = new EnumMap<>(PlanLevel.class);
            for (PlanLevel level : PlanLevel.values()) {
                cells.put(
                        level,
                        cell(
                                wordings.get(i),
                                items.getOrDefault(level, List.of()),
                                documents.getOrDefault(level, List.of()).size(),
                                withSuggestions));
            }
            rows.add(new Row(areas.get(i), cells));
        }
        return rows;
    }

    /// What the plans of a level set out to do: what they have as areas or goals of their own. What one of their
    /// measures
    /// serves is that only in a plan that has nothing else.
    private static List<SaidItem> leading(List<SaidItem> items) {
        Set<String> led = new LinkedHashSet<>();
        items.stream()
                .filter(item -> !ofActivity(item))
                .forEach(item -> led.add(item.proof().document()));
        return items.stream()
                .filter(item -> !ofActivity(item) || !led.contains(item.proof().document()))
                .toList();
    }

    private static boolean ofActivity(SaidItem item) {
        return item.holder().kind().equals(Addresses.ACTIVITY);
    }

    private static Cell cell(Wording area, List<SaidItem> items, int documents, boolean withSuggestions) {
        if (documents == 0) {
            return new Cell(State.NOT_READ, Optional.empty(), 0);
        }
        Optional<SaidItem> same = items.stream()
                .filter(item -> Wording.of(item.label()).equalTo(area)
                        || Wording.of(item.goal().label()).equalTo(area))
                .max(Comparator.comparing(SaidItem::fact));
        Optional<SaidItem> best = same.or(() -> items.stream()
                .filter(item -> likest(item, area).alike(area))
                .max(Comparator.comparing(SaidItem::fact)
                        .thenComparingDouble(item -> likest(item, area).likeness(area))));
        if (best.isEmpty()) {
            return new Cell(State.NOT_FOUND, best, documents);
        }
        if (!withSuggestions && !best.get().fact()) {
            return new Cell(State.ONLY_SUGGESTED, Optional.empty(), documents);
        }
        return new Cell(same.isPresent() ? State.FOUND : State.LIKE, best, documents);
    }

    private static Wording likest(SaidItem item, Wording area) {
        Wording label = Wording.of(item.label());
        Wording goal = Wording.of(item.goal().label());
        return goal.likeness(area) > label.likeness(area) ? goal : label;
    }
}
