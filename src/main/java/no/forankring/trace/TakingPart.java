package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.Geography;
import no.forankring.register.Geography.Area;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/// Which municipalities take part in what, over the years, whatever their numbers were, and which are never seen?
///
/// A municipality is followed from number to number as long as one other took over alone: so the municipalities of
/// Viken are seen as those that they are today. Safe for many threads.
public final class TakingPart {

    private static final List<Node> RELATIONS = List.of(Fa.participant, Fa.organisedBy, Fa.takesPlaceAt);

    private final GraphStore graph;
    private final Geography geography;

    public TakingPart(GraphStore graph, Geography geography) {
        this.graph = graph;
        this.geography = geography;
    }

    /// @param municipality its name today
    /// @param number today's; empty for one that no official list has
    /// @param earlier the numbers it had before, oldest first
    /// @param year of what it took part in, else of the document; 0 when unknown
    /// @param step what says so; empty for a municipality that is never seen
    public record Row(String municipality, String number, List<String> earlier, int year, Optional<Step> step) {

        public Row {
            earlier = List.copyOf(earlier);
        }
    }

    /// @param searched in how many documents it was looked for
    public record Found(List<Row> rows, long searched) {

        public Found {
            rows = List.copyOf(rows);
        }
    }

    /// By name and year. Of a county also those that are never seen.
    ///
    /// @param county number or name, also of one that is no more, as in `Viken`; empty for all that are seen
    public Found all(String county, boolean withSuggestions) {
        return graph.read(state -> {
            List<Row> rows = new ArrayList<>(seen(state, withSuggestions));
            if (!county.isBlank()) {
                List<Area> wanted = municipalities(county.strip());
                Set<String> numbers = new HashSet<>();
                wanted.forEach(area -> numbers.add(area.number()));
                rows.removeIf(row -> !numbers.contains(row.number()));
                Set<String> known = new HashSet<>();
                rows.forEach(row -> known.add(row.number()));
                wanted.stream()
                        .filter(area -> !known.contains(area.number()))
                        .forEach(area ->
                                rows.add(new Row(area.name(), area.number(), earlier(area), 0, Optional.empty())));
            }
            rows.sort(Comparator.comparing(Row::municipality)
                    .thenComparing(Row::year)
                    .thenComparing(row -> row.step().map(Step::link).orElse("")));
            return new Found(rows, new TraceRdf(state, graph.addresses()).documents());
        });
    }

    private List<Row> seen(DatasetGraph state, boolean withSuggestions) {
        var rdf = new TraceRdf(state, graph.addresses());
        var statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
        var rows = new ArrayList<Row>();
        for (Node relation : RELATIONS) {
            for (Statements.Statement statement : statements.all(relation)) {
                Thing place = rdf.thing(statement.object());
                Optional<Area> area = area(place);
                boolean local = area.isPresent()
                        || place.kind().equals(Addresses.MUNICIPALITY)
                        || place.kind().equals(Addresses.ORGANIZATION)
                                && place.label().matches("(?iU).*\\bkommune");
                if (!local) {
                    continue;
                }
                rdf.step(statement.link())
                        .filter(step -> !step.evidence().isEmpty())
                        .ifPresent(step -> {
                            Set<Integer> years = new TreeSet<>(statements.years(statement.subject()));
                            if (years.isEmpty()) {
                                years.add(Statements.year(statements.dateOf(
                                        step.evidence().getFirst().document())));
                            }
                            years.forEach(year -> rows.add(new Row(
                                    area.map(Area::name).orElse(place.label()),
                                    area.map(Area::number).orElse(""),
                                    area.map(this::earlier).orElse(List.of()),
                                    year,
                                    Optional.of(step))));
                        });
            }
        }
        return rows;
    }

    /// The official area that a thing is, as it is today.
    private Optional<Area> area(Thing place) {
        Optional<Area> known =
                place.kind().equals(Addresses.MUNICIPALITY) ? geography.find(place.id()) : Optional.empty();
        if (known.isEmpty()) {
            String name = place.label().replaceFirst("(?iU)\\s+kommune$", "");
            Set<String> numbers = new TreeSet<>();
            geography
                    .named(Geography.Level.MUNICIPALITY, name)
                    .forEach(area -> numbers.add(now(area).number()));
            // Two of one name cannot be told apart by it.
            known = numbers.size() == 1 && place.label().matches("(?iU).*\\bkommune")
                    ? geography.find(numbers.iterator().next())
                    : Optional.empty();
        }
        return known.filter(area -> area.level() == Geography.Level.MUNICIPALITY)
                .map(this::now);
    }

    private Area now(Area area) {
        Area last = area;
        List<Area> next = geography.successors(last);
        for (int i = 0; i < 10 && next.size() == 1; i++) {
            last = next.getFirst();
            next = geography.successors(last);
        }
        return last;
    }

    private List<String> earlier(Area area) {
        var numbers = new ArrayList<String>();
        List<Area> before = geography.predecessors(area);
        for (int i = 0; i < 10 && !before.isEmpty(); i++) {
            before.forEach(old -> numbers.addFirst(old.number()));
            before = before.size() == 1 ? geography.predecessors(before.getFirst()) : List.of();
        }
        return numbers;
    }

    private List<Area> municipalities(String county) {
        Set<String> counties = new HashSet<>();
        geography.find(county).ifPresent(area -> counties.add(area.number()));
        geography.named(Geography.Level.COUNTY, county).forEach(area -> counties.add(area.number()));
        return geography.all().stream()
                .filter(area -> area.level() == Geography.Level.MUNICIPALITY)
                .filter(area -> counties.contains(area.countyNumber()))
                .map(this::now)
                .filter(area -> area.to().isEmpty())
                .distinct()
                .toList();
    }
}
