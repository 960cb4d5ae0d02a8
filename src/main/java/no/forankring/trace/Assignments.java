package no.forankring.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.identity.Wording;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/// What does an assignment ask for that it did not ask for before, and who is touched by it?
///
/// Holds two documents of one series beside each other: the areas of effort, goals and governing documents that each
/// names. Equal words are the same; like words wait for a person. Safe for many threads.
public final class Assignments {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final Set<String> TOUCHED =
            Set.of(Addresses.NETWORK, Addresses.ACTIVITY, Addresses.PLAN, Addresses.ORGANIZATION);

    private final GraphStore graph;

    public Assignments(GraphStore graph) {
        this.graph = graph;
    }

    public enum Kind {
        AREA,
        GOAL,
        GOVERNING_DOCUMENT
    }

    public enum Change {
        ADDED,
        DROPPED,
        /// The same under another area or heading.
        MOVED,
        KEPT,
        /// Like words, or one side is only suggested: a person must judge whether it is the same.
        TO_BE_JUDGED
    }

    /// What a document names.
    ///
    /// @param fact false while it waits for a person
    /// @param under the area or heading that it stands under; empty where there is none, and for governing documents
    public record Item(Kind kind, Thing thing, String label, String under, boolean fact, EvidenceView proof) {}

    /// @param touched the networks, activities, units and plans that rest on it or have it as a goal elsewhere, and the
    /// mandates that say so
    public record Row(Change change, Optional<Item> older, Optional<Item> newer, List<Touched> touched) {

        public Row {
            touched = List.copyOf(touched);
        }
    }

    public record Touched(Thing thing, EvidenceView proof) {}

    /// @param older the documents that were found for the one side; empty when none was read
    /// @param newer likewise for the other
    public record Found(List<Thing> older, List<Thing> newer, List<Row> rows) {

        public Found {
            older = List.copyOf(older);
            newer = List.copyOf(newer);
            rows = List.copyOf(rows);
        }
    }

    /// @param series words of the titles, as in `samfunnsoppdrag`; counts where a side is given by its year
    /// @param from id of a document, or a year
    /// @param to id of a document, or a year
    public Found between(String series, String from, String to, boolean withSuggestions) {
        return graph.read(state -> {
            var reader = new Reader(state, withSuggestions);
            List<Thing> older = reader.documents(series, from.strip());
            List<Thing> newer = reader.documents(series, to.strip());
            return new Found(older, newer, older.isEmpty() || newer.isEmpty() ? List.of() : reader.rows(older, newer));
        });
    }

    private final class Reader {

        private final DatasetGraph state;
        private final TraceRdf rdf;
        /// What is only suggested on the one side is not gone from it.
        private final Statements everything;
        /// Whom it touches.
        private final Statements statements;
        private final boolean withSuggestions;
        private final List<Said> said = new ArrayList<>();

        private record Said(SaidItem item, Wording goal, Wording area) {}

        Reader(DatasetGraph state, boolean withSuggestions) {
            this.state = state;
            this.rdf = new TraceRdf(state, graph.addresses());
            this.statements = new Statements(state, graph.addresses(), rdf, withSuggestions);
            this.everything = new Statements(state, graph.addresses(), rdf, true);
            this.withSuggestions = withSuggestions;
            for (SaidItem item : SaidItems.all(everything, rdf, graph.addresses())) {
                said.add(new Said(item, Wording.of(item.goal().label()), Wording.of(item.area())));
            }
        }

        List<Thing> documents(String series, String wanted) {
            var found = new ArrayList<Thing>();
            boolean byYear = YEAR.matcher(wanted).matches();
            String words = series.strip().toLowerCase(Locale.ROOT);
            Iterator<Quad> all = state.find(Quad.defaultGraphNodeGenerated, Node.ANY, RDF.type.asNode(), Fa.Document);
            while (all.hasNext()) {
                Thing document = rdf.thing(all.next().getSubject());
                boolean fits = byYear
                        ? !words.isEmpty()
                                && document.label().toLowerCase(Locale.ROOT).contains(words)
                                && year(document).equals(wanted)
                        : document.id().equals(wanted) || document.iri().equals(wanted);
                if (fits) {
                    found.add(document);
                }
            }
            found.sort(Comparator.comparing(Thing::label).thenComparing(Thing::id));
            return found;
        }

        /// The year that the title tells, else that of its date.
        private String year(Thing document) {
            Matcher year = YEAR.matcher(document.label());
            return year.find() ? year.group() : String.valueOf(Statements.year(statements.dateOf(document.id())));
        }

        List<Row> rows(List<Thing> older, List<Thing> newer) {
            var rows = new ArrayList<Row>();
            for (Kind kind : Kind.values()) {
                List<Item> before = items(kind, older);
                List<Item> after = items(kind, newer);
                List<Pairing<Item>> pairs = kind == Kind.GOVERNING_DOCUMENT
                        ? sameDocuments(before, after)
                        : Pairing.of(before, after, Item::label);
                for (Pairing<Item> pair : pairs) {
                    if (!withSuggestions && !anyFact(pair)) {
                        continue;
                    }
                    rows.add(new Row(change(pair), pair.older(), pair.newer(), touched(pair, older, newer)));
                }
            }
            return rows;
        }

        private static boolean anyFact(Pairing<Item> pair) {
            return Stream.of(pair.older(), pair.newer())
                    .flatMap(Optional::stream)
                    .anyMatch(Item::fact);
        }

        private Change change(Pairing<Item> pair) {
            if (pair.older().isEmpty()) {
                return Change.ADDED;
            }
            if (pair.newer().isEmpty()) {
                return Change.DROPPED;
            }
            boolean told = withSuggestions
                    || pair.older().get().fact() && pair.newer().get().fact();
            if (!pair.sure() || !told) {
                return Change.TO_BE_JUDGED;
            }
            String before = pair.older().get().under();
            String after = pair.newer().get().under();
            boolean same = before.equals(after) || Wording.of(before).equalTo(Wording.of(after));
            return same ? Change.KEPT : Change.MOVED;
        }

        private static List<Pairing<Item>> sameDocuments(List<Item> before, List<Item> after) {
            Map<String, Item> newer = new LinkedHashMap<>();
            after.forEach(item -> newer.put(item.thing().iri(), item));
            var pairs = new ArrayList<Pairing<Item>>();
            for (Item item : before) {
                Optional<Item> same =
                        Optional.ofNullable(newer.remove(item.thing().iri()));
                pairs.add(new Pairing<>(Optional.of(item), same, same.isPresent()));
            }
            newer.values().forEach(item -> pairs.add(new Pairing<>(Optional.empty(), Optional.of(item), false)));
            return pairs;
        }

        private List<Item> items(Kind kind, List<Thing> documents) {
            List<Item> all = documents.stream()
                    .flatMap(document -> kind == Kind.GOVERNING_DOCUMENT
                            ? cited(document).stream()
                            : said.stream()
                                    .map(Said::item)
                                    .filter(item -> item.proof().document().equals(document.id()))
                                    .flatMap(item -> item(kind, item).stream()))
                    .toList();
            var once = new ArrayList<Item>();
            for (Item item : all) {
                Wording wording = Wording.of(item.label());
                if (once.stream().noneMatch(known -> Wording.of(known.label()).equalTo(wording))) {
                    once.add(item);
                }
            }
            return once;
        }

        private static Optional<Item> item(Kind kind, SaidItem item) {
            if (kind == Kind.AREA) {
                return item.area().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Item(kind, item.goal(), item.area(), "", item.fact(), item.proof()));
            }
            return item.focus()
                    ? Optional.empty()
                    : Optional.of(new Item(
                            kind,
                            item.goal(),
                            item.goal().label(),
                            item.area().isEmpty() ? item.heading() : item.area(),
                            item.fact(),
                            item.proof()));
        }

        private List<Item> cited(Thing document) {
            var cited = new TreeMap<String, Item>();
            for (Statements.Statement statement :
                    everything.of(graph.addresses().of(Addresses.DOCUMENT, document.id()))) {
                if (statement.predicate().equals(Fa.cites) && !everything.isReading(statement.link())) {
                    Thing governing = rdf.thing(statement.object());
                    rdf.step(statement.link())
                            .filter(step -> !step.evidence().isEmpty())
                            .filter(step -> governing.kind().equals(Addresses.GOVERNING_DOCUMENT))
                            .ifPresent(step -> cited.merge(
                                    governing.label() + governing.id(),
                                    new Item(
                                            Kind.GOVERNING_DOCUMENT,
                                            governing,
                                            governing.label(),
                                            "",
                                            statement.fact(),
                                            step.evidence().getFirst()),
                                    (one, other) -> one.fact() ? one : other));
                }
            }
            return List.copyOf(cited.values());
        }

        /// Those who rest on it, or have the same goal or area, by what other documents say.
        private List<Touched> touched(Pairing<Item> pair, List<Thing> older, List<Thing> newer) {
            var compared = new ArrayList<String>();
            older.forEach(document -> compared.add(document.id()));
            newer.forEach(document -> compared.add(document.id()));
            var touched = new TreeMap<String, Touched>();
            pair.older().ifPresent(item -> touched(item, compared, touched));
            pair.newer().ifPresent(item -> touched(item, compared, touched));
            return List.copyOf(touched.values());
        }

        private void touched(Item item, List<String> compared, Map<String, Touched> touched) {
            if (item.kind() == Kind.GOVERNING_DOCUMENT) {
                for (Statements.Statement statement : statements.about(graph.addresses()
                        .of(Addresses.GOVERNING_DOCUMENT, item.thing().id()))) {
                    boolean rests = Statements.ANCHORING.contains(statement.predicate())
                            || statement.predicate().equals(Fa.contributesTo);
                    if (rests) {
                        rdf.step(statement.link())
                                .ifPresent(step -> step.evidence().stream()
                                        .filter(proof -> !compared.contains(proof.document()))
                                        .findFirst()
                                        .ifPresent(proof -> add(step.subject(), proof, touched)));
                    }
                }
                return;
            }
            Wording wording = Wording.of(item.label());
            for (Said other : said) {
                boolean same = other.goal().equalTo(wording)
                        || item.kind() == Kind.AREA && other.area().equalTo(wording);
                if (same
                        && (withSuggestions || other.item().fact())
                        && !compared.contains(other.item().proof().document())) {
                    add(other.item().holder(), other.item().proof(), touched);
                }
            }
        }

        private static void add(Thing thing, EvidenceView proof, Map<String, Touched> touched) {
            if (TOUCHED.contains(thing.kind())) {
                touched.putIfAbsent(thing.label() + thing.id(), new Touched(thing, proof));
            }
        }
    }
}
