package no.forankring.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.GoverningDocument;
import no.forankring.register.GoverningDocumentId;
import no.forankring.register.Register;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;

/// What is covered, and where is a hole?
///
/// Counts the statements that something rests on (`fa:anchoredIn`) or carries out (`fa:fulfils`) a governing document.
/// Safe for many threads. The last answer is kept until the graph changes.
public final class Coverages {

    private static final List<Node> RELATIONS = List.of(Fa.anchoredIn, Fa.fulfils);
    private static final List<Node> LADDER =
            List.of(Fa.Named, Fa.Anchored, Fa.Planned, Fa.CarriedOut, Fa.Evaluated, Fa.EffectMeasured);
    private static final int CARRIED_OUT = LADDER.indexOf(Fa.CarriedOut) + 1;
    private static final Set<String> KINDS = Set.of(Addresses.NETWORK, Addresses.ACTIVITY);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final GraphStore graph;
    private final Register register;
    private final Clock clock;
    private final Map<Boolean, Kept> kept = new java.util.concurrent.ConcurrentHashMap<>();

    private record Kept(long change, LocalDate day, Coverage coverage) {}

    public Coverages(GraphStore graph, Register register, Clock clock) {
        this.graph = graph;
        this.register = register;
        this.clock = clock;
    }

    /// @param withSuggestions also what waits for a person; cells say how much of them that is
    public Coverage coverage(boolean withSuggestions) {
        LocalDate today = LocalDate.now(clock.withZone(OSLO));
        long change = graph.lastChange();
        Kept last = kept.get(withSuggestions);
        if (last == null || last.change() != change || !last.day().equals(today)) {
            last = new Kept(change, today, graph.read(state -> new Count(state, withSuggestions, today).coverage()));
            kept.put(withSuggestions, last);
        }
        return last.coverage();
    }

    /// The statements behind a cell, strongest first.
    ///
    /// @param year empty for all years
    public List<Step> evidence(GoverningDocumentId governing, OptionalInt year, boolean withSuggestions) {
        return graph.read(state -> {
            var rdf = new TraceRdf(state, graph.addresses());
            var count = new Count(state, withSuggestions, LocalDate.now(clock.withZone(OSLO)));
            Node node = graph.addresses().of(Addresses.GOVERNING_DOCUMENT, governing.value());
            return rdf.links(RDF.object.asNode(), node, withSuggestions).stream()
                    .filter(link -> count.counts(link))
                    .filter(link -> year.isEmpty() || count.years(link).contains(year.getAsInt()))
                    .map(rdf::step)
                    .flatMap(Optional::stream)
                    .filter(step -> !step.evidence().isEmpty())
                    .sorted(Comparator.comparing((Step step) -> -rung(step.strength()))
                            .thenComparing(step -> step.subject().label())
                            .thenComparing(Step::link))
                    .toList();
        });
    }

    private static int rung(String strength) {
        for (int i = 0; i < LADDER.size(); i++) {
            if (TraceRdf.localName(LADDER.get(i)).equals(strength)) {
                return i + 1;
            }
        }
        return 0;
    }

    /// One count over one state of the graph.
    private final class Count {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        private final Node where;
        private final LocalDate today;
        private final Map<Node, Integer> yearOfDocument = new HashMap<>();
        private final SortedMap<Integer, Long> documentsByYear = new TreeMap<>();
        private long undated;

        Count(DatasetGraph state, boolean withSuggestions, LocalDate today) {
            this.state = state;
            this.rdf = new TraceRdf(state, graph.addresses());
            this.where = withSuggestions ? Node.ANY : Quad.defaultGraphNodeGenerated;
            this.today = today;
        }

        Coverage coverage() {
            readDocuments();
            var tallies = new LinkedHashMap<Node, Tally>();
            for (GoverningDocument document : register.all()) {
                tallies.put(
                        graph.addresses()
                                .of(Addresses.GOVERNING_DOCUMENT, document.id().value()),
                        new Tally());
            }
            var seen = new HashSet<Node>();
            for (Node relation : RELATIONS) {
                Iterator<Quad> links = state.find(where, Node.ANY, RDF.predicate.asNode(), relation);
                while (links.hasNext()) {
                    Quad quad = links.next();
                    Node link = quad.getSubject();
                    if (!Addresses.isSetAside(quad.getGraph()) && seen.add(link) && counts(link)) {
                        one(link, RDF.object.asNode())
                                .ifPresent(governing -> tallies.computeIfAbsent(governing, none -> new Tally())
                                        .add(link));
                    }
                }
            }
            var rows = new ArrayList<Coverage.Row>();
            tallies.forEach((governing, tally) -> rows.add(row(governing, tally)));
            rows.sort(Comparator.comparingInt((Coverage.Row row) -> -row.all().things())
                    .thenComparing(row -> row.governing().label())
                    .thenComparing(row -> row.governing().id()));
            return new Coverage(rows, documentsByYear, undated);
        }

        private void readDocuments() {
            Iterator<Quad> found = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), Fa.Document);
            var documents = new HashSet<Node>();
            while (found.hasNext()) {
                documents.add(found.next().getSubject());
            }
            for (Node document : documents) {
                int year = yearOf(document);
                if (year == 0) {
                    undated++;
                } else {
                    documentsByYear.merge(year, 1L, Long::sum);
                }
            }
        }

        private int yearOf(Node document) {
            return yearOfDocument.computeIfAbsent(document, absent -> {
                Iterator<Quad> dates =
                        state.find(Quad.defaultGraphNodeGenerated, absent, DCTerms.date.asNode(), Node.ANY);
                return dates.hasNext() ? year(dates.next().getObject()) : 0;
            });
        }

        /// Of networks and activities alone, and not what a person has rejected.
        boolean counts(Node link) {
            Optional<Node> relation = one(link, RDF.predicate.asNode());
            boolean ours = relation.isPresent()
                    && RELATIONS.contains(relation.get())
                    && one(link, RDF.subject.asNode())
                            .flatMap(subject -> graph.addresses().parse(subject.getURI()))
                            .filter(parts -> KINDS.contains(parts.kind()))
                            .isPresent();
            return ours && (isFact(link) || !isRejected(link));
        }

        private boolean isFact(Node link) {
            return state.find(Quad.defaultGraphNodeGenerated, link, Fa.status, Node.ANY)
                    .hasNext();
        }

        private boolean isRejected(Node link) {
            Node decisions = graph.addresses().decisionsGraph();
            Iterator<Quad> judgments = state.find(decisions, Node.ANY, Fa.judges, link);
            while (judgments.hasNext()) {
                if (rdf.value(decisions, judgments.next().getSubject(), Fa.verdict)
                        .equals("rejected")) {
                    return true;
                }
            }
            return false;
        }

        /// The years of what the statement is about; where it has none, of the documents that say so.
        Set<Integer> years(Node link) {
            var years = new TreeSet<Integer>();
            one(link, RDF.subject.asNode()).ifPresent(subject -> {
                Iterator<Quad> found = state.find(where, subject, Fa.year, Node.ANY);
                while (found.hasNext()) {
                    int year = year(found.next().getObject());
                    if (year > 0) {
                        years.add(year);
                    }
                }
            });
            if (years.isEmpty()) {
                Iterator<Quad> evidence = state.find(where, link, Fa.evidence, Node.ANY);
                while (evidence.hasNext()) {
                    Quad quad = evidence.next();
                    rdf.evidenceView(quad.getGraph(), quad.getObject())
                            .map(EvidenceView::document)
                            .filter(document -> !document.isEmpty())
                            .map(document -> yearOf(graph.addresses().of(Addresses.DOCUMENT, document)))
                            .filter(year -> year > 0)
                            .ifPresent(years::add);
                }
            }
            return years;
        }

        private Optional<Node> one(Node link, Node property) {
            Iterator<Quad> found = state.find(where, link, property, Node.ANY);
            return found.hasNext() ? Optional.of(found.next().getObject()) : Optional.empty();
        }

        private int rung(Node link) {
            int highest = 1;
            Iterator<Quad> found = state.find(where, link, Fa.strength, Node.ANY);
            while (found.hasNext()) {
                highest = Math.max(highest, LADDER.indexOf(found.next().getObject()) + 1);
            }
            return highest;
        }

        private Coverage.Row row(Node node, Tally tally) {
            Thing governing = rdf.thing(node);
            Optional<GoverningDocument> listed = governing.id().matches("[a-z0-9]+(-[a-z0-9]+)*")
                    ? register.find(new GoverningDocumentId(governing.id()))
                    : Optional.empty();
            var cells = new TreeMap<Integer, Coverage.Cell>();
            tally.byYear.forEach((year, things) -> cells.put(year, cell(things)));
            Coverage.Cell all = cell(tally.all);
            return new Coverage.Row(
                    listed.map(document -> new Thing(
                                    governing.iri(),
                                    governing.kind(),
                                    governing.id(),
                                    document.label(),
                                    governing.type()))
                            .orElse(governing),
                    listed.map(document -> document.type().code()).orElse(""),
                    cells,
                    cell(tally.undated),
                    all,
                    state(node, tally, all));
        }

        private Coverage.State state(Node governing, Tally tally, Coverage.Cell all) {
            if (all.things() == 0) {
                boolean named = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.object.asNode(), governing)
                        .hasNext();
                return named ? Coverage.State.ONLY_NAMED : Coverage.State.ABSENT;
            }
            if (all.suggested() == all.things()) {
                return Coverage.State.ONLY_SUGGESTED;
            }
            if (tally.latestFact != null && tally.latestFact < today.getYear() - Coverage.OLD_AFTER_YEARS) {
                return Coverage.State.TOO_OLD;
            }
            return tally.factRung < CARRIED_OUT ? Coverage.State.NOT_CARRIED_OUT : Coverage.State.COVERED;
        }

        private static Coverage.Cell cell(Map<Node, Mark> things) {
            int suggested = 0;
            int rung = 0;
            for (Mark mark : things.values()) {
                suggested += mark.fact() ? 0 : 1;
                rung = Math.max(rung, mark.rung());
            }
            return things.isEmpty() ? Coverage.Cell.EMPTY : new Coverage.Cell(things.size(), suggested, rung);
        }

        private static int year(Node literal) {
            String text = literal.isLiteral() ? literal.getLiteralLexicalForm() : "";
            return text.matches("\\d{4}.*") ? Integer.parseInt(text.substring(0, 4)) : 0;
        }

        /// What is known of one thing in one cell.
        private record Mark(boolean fact, int rung) {

            Mark and(Mark other) {
                return new Mark(fact || other.fact, Math.max(rung, other.rung));
            }
        }

        private final class Tally {

            private final SortedMap<Integer, Map<Node, Mark>> byYear = new TreeMap<>();
            private final Map<Node, Mark> undated = new HashMap<>();
            private final Map<Node, Mark> all = new HashMap<>();
            private int factRung;
            private @Nullable Integer latestFact;

            void add(Node link) {
                Node subject = one(link, RDF.subject.asNode()).orElseThrow();
                var mark = new Mark(isFact(link), rung(link));
                Set<Integer> years = years(link);
                for (int year : years) {
                    byYear.computeIfAbsent(year, none -> new HashMap<>()).merge(subject, mark, Mark::and);
                    if (mark.fact() && (latestFact == null || latestFact < year)) {
                        latestFact = year;
                    }
                }
                if (years.isEmpty()) {
                    undated.merge(subject, mark, Mark::and);
                }
                all.merge(subject, mark, Mark::and);
                factRung = mark.fact() ? Math.max(factRung, mark.rung()) : factRung;
            }
        }
    }
}
