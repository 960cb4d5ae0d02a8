package no.forankring.review;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import no.forankring.citation.Mention;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.graph.StandardTerms;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/// The list of everything that waits, with exact counts.
///
/// Read anew when the graph has changed, but of each document only when its suggestions have: what one decision changes
/// costs two walks through the suggestions and the decisions, not a reading of them all. Safe for many threads.
final class WaitingList {

    private final GraphStore graph;
    private volatile State known = new State(-1, Map.of(), List.of(), List.of());

    /// @param all every item, judged or not
    /// @param open those that wait
    private record State(long change, Map<String, OfDocument> documents, List<QueueItem> all, List<QueueItem> open) {}

    /// What one document's suggestions ask.
    ///
    /// @param mark changes when they do
    /// @param readings of each link the mentions that it reads
    private record OfDocument(String mark, List<QueueItem> items, Map<String, Set<String>> readings) {}

    WaitingList(GraphStore graph) {
        this.graph = graph;
    }

    /// Everything that may be asked, judged or not, in order.
    List<QueueItem> all() {
        return current().all;
    }

    /// What waits, in order of documents and in text order within each.
    List<QueueItem> open() {
        return current().open;
    }

    Queue queue(QueueFilter filter) {
        return queue(open(), filter);
    }

    /// Counts of a list of items.
    static Queue queue(List<QueueItem> items, QueueFilter filter) {
        Map<String, String> titles = new HashMap<>();
        items.forEach(item -> titles.putIfAbsent(item.document(), item.documentTitle()));
        return new Queue(
                items.stream().filter(filter::fits).toList(),
                items.size(),
                counts(
                        items,
                        item -> filter.fitsKind(item) && filter.fitsCertainty(item),
                        QueueItem::document,
                        id -> titles.getOrDefault(id, id),
                        new LinkedHashMap<>()),
                counts(
                        items,
                        item -> filter.fitsDocument(item) && filter.fitsCertainty(item),
                        QueueItem::kind,
                        Function.identity(),
                        new TreeMap<>()),
                counts(
                        items,
                        item -> filter.fitsDocument(item) && filter.fitsKind(item),
                        item -> item.certainty().ordinal(),
                        step -> Certainty.values()[step].word(),
                        new TreeMap<>()));
    }

    private static <K> List<Queue.Count> counts(
            List<QueueItem> items,
            Predicate<QueueItem> counted,
            Function<QueueItem, K> by,
            Function<K, String> label,
            Map<K, Integer> counts) {
        items.stream().filter(counted).forEach(item -> counts.merge(by.apply(item), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new Queue.Count(
                        entry.getKey() instanceof String value ? value : label.apply(entry.getKey()),
                        label.apply(entry.getKey()),
                        entry.getValue()))
                .toList();
    }

    private State current() {
        State before = known;
        long change = graph.lastChange();
        if (change == before.change) {
            return before;
        }
        State next = graph.read(state -> read(state, before, change));
        known = next;
        return next;
    }

    private State read(DatasetGraph state, State before, long change) {
        Map<String, Set<Node>> links = new HashMap<>();
        for (Node kind : List.of(Fa.Suggested, Fa.UnresolvedMention)) {
            Node property = kind.equals(Fa.Suggested) ? Fa.status : RDF.type.asNode();
            state.findNG(Node.ANY, Node.ANY, property, kind)
                    .forEachRemaining(quad -> documentOf(quad.getGraph())
                            .ifPresent(document -> links.computeIfAbsent(document, none -> new HashSet<>())
                                    .add(quad.getSubject())));
        }
        Map<String, String> read = new HashMap<>();
        state.find(graph.addresses().provenanceGraph(), Node.ANY, StandardTerms.PROV_GENERATED_AT_TIME, Node.ANY)
                .forEachRemaining(quad -> documentOf(quad.getSubject())
                        .ifPresent(
                                document -> read.put(document, quad.getObject().toString())));
        var documents = new HashMap<String, OfDocument>();
        boolean same = before.change >= 0 && before.documents.keySet().equals(links.keySet());
        for (Map.Entry<String, Set<Node>> entry : links.entrySet()) {
            String document = entry.getKey();
            String mark =
                    read.getOrDefault(document, "") + " " + entry.getValue().hashCode();
            OfDocument held = before.documents.get(document);
            if (held == null || !held.mark.equals(mark)) {
                held = new Suggestions(state, graph.addresses(), document).read(mark);
                same = false;
            }
            documents.put(document, held);
        }
        List<QueueItem> all = same ? before.all : sorted(documents.values());
        Set<String> judged = new JudgmentRdf(state, graph.addresses()).judged();
        Set<String> confirmed = new HashSet<>();
        state.find(graph.addresses().confirmedGraph(), Node.ANY, Fa.status, Fa.Confirmed)
                .forEachRemaining(quad -> confirmed.add(quad.getSubject().getURI()));
        var open = new ArrayList<QueueItem>();
        for (QueueItem item : all) {
            if (item.isOpenMention()) {
                if (!judged.contains(item.links().getFirst()) && !isPointedOut(state, item)) {
                    boolean settled = judged.contains(JudgmentRdf.place(
                            graph.addresses()
                                    .of(Addresses.PASSAGE, item.document() + "/" + item.passage())
                                    .getURI(),
                            item.words()));
                    if (!settled) {
                        open.add(item);
                    }
                }
                continue;
            }
            OfDocument document = documents.get(item.document());
            waiting(item, document == null ? Map.of() : document.readings, judged, confirmed)
                    .ifPresent(open::add);
        }
        return new State(change, documents, all, List.copyOf(open));
    }

    /// The item with the candidates that nobody has judged; empty when a person has chosen among them, or none is left.
    private static Optional<QueueItem> waiting(
            QueueItem item, Map<String, Set<String>> readings, Set<String> judged, Set<String> confirmed) {
        boolean untouched = item.links().stream().noneMatch(link -> judged.contains(link) || confirmed.contains(link));
        if (untouched && readings.isEmpty()) {
            return Optional.of(item);
        }
        var chosen = new HashSet<String>();
        readings.forEach((link, mentions) -> {
            if (confirmed.contains(link)) {
                chosen.addAll(mentions);
            }
        });
        var links = new ArrayList<String>();
        var objects = new ArrayList<String>();
        for (int i = 0; i < item.links().size(); i++) {
            String link = item.links().get(i);
            Set<String> mentions = readings.getOrDefault(link, Set.of());
            boolean settled = !mentions.isEmpty() && chosen.containsAll(mentions);
            if (!settled && !judged.contains(link) && !confirmed.contains(link)) {
                links.add(link);
                objects.add(item.objects().get(i));
            }
        }
        if (links.size() == item.links().size()) {
            return Optional.of(item);
        }
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(new QueueItem(
                        QueueItem.key(links),
                        item.document(),
                        item.documentTitle(),
                        item.kind(),
                        item.certainty(),
                        links,
                        objects,
                        item.words(),
                        item.passage(),
                        item.ordinal(),
                        item.start(),
                        item.mentions(),
                        item.rule()));
    }

    private boolean isPointedOut(DatasetGraph state, QueueItem item) {
        Node confirmed = graph.addresses().confirmedGraph();
        Node passage = graph.addresses().of(Addresses.PASSAGE, item.document() + "/" + item.passage());
        var proofs = new ArrayList<Node>();
        state.find(confirmed, Node.ANY, StandardTerms.OA_HAS_SOURCE, passage)
                .forEachRemaining(quad -> proofs.add(quad.getSubject()));
        return proofs.stream()
                .anyMatch(proof -> state.contains(confirmed, Node.ANY, Fa.evidence, proof)
                        && state.find(confirmed, proof, StandardTerms.OA_HAS_SELECTOR, Node.ANY)
                                .hasNext()
                        && exact(state, confirmed, proof).equals(item.words()));
    }

    private static String exact(DatasetGraph state, Node graphName, Node evidence) {
        Node selector = state.find(graphName, evidence, StandardTerms.OA_HAS_SELECTOR, Node.ANY)
                .next()
                .getObject();
        var words = state.find(graphName, selector, StandardTerms.OA_EXACT, Node.ANY);
        return words.hasNext() ? words.next().getObject().getLiteralLexicalForm() : "";
    }

    private static List<QueueItem> sorted(Collection<OfDocument> documents) {
        Collator collator = Collator.getInstance(Locale.of("nb", "NO"));
        var items = new ArrayList<QueueItem>();
        documents.forEach(document -> items.addAll(document.items));
        items.sort(Comparator.comparing(QueueItem::documentTitle, collator)
                .thenComparing(QueueItem::document)
                .thenComparing(QueueItem::ordinal)
                .thenComparing(QueueItem::start)
                .thenComparing(QueueItem::kind)
                .thenComparing(QueueItem::key));
        return List.copyOf(items);
    }

    /// The document whose suggestions a graph holds.
    private Optional<String> documentOf(Node name) {
        String prefix = graph.addresses().base() + "/graph/document/";
        String suffix = "/suggestions";
        if (!name.isURI() || !name.getURI().startsWith(prefix) || !name.getURI().endsWith(suffix)) {
            return Optional.empty();
        }
        return Optional.of(
                name.getURI().substring(prefix.length(), name.getURI().length() - suffix.length()));
    }

    /// Reads what one document's suggestions ask.
    private static final class Suggestions {

        private final DatasetGraph state;
        private final Addresses addresses;
        private final String document;
        private final Node name;
        private final String title;
        private final Map<String, Set<String>> readings = new HashMap<>();

        Suggestions(DatasetGraph state, Addresses addresses, String document) {
            this.state = state;
            this.addresses = addresses;
            this.document = document;
            this.name = addresses.suggestionsGraph(document);
            String found = value(
                    addresses.documentGraph(document),
                    addresses.of(Addresses.DOCUMENT, document),
                    DCTerms.title.asNode());
            this.title = found.isEmpty() ? document : found;
        }

        /// @param places in how many places the words stand
        private record Found(
                String link, String predicate, String object, double confidence, Place place, int places) {}

        private record Place(String passage, int ordinal, int start, String words, String rule) {}

        OfDocument read(String mark) {
            var links = new LinkedHashMap<String, Found>();
            Map<String, List<Found>> ofMention = new HashMap<>();
            for (Node link : subjects(Fa.status, Fa.Suggested)) {
                found(link).ifPresent(found -> {
                    links.put(found.link, found);
                    for (Quad quad : all(link, Fa.mention)) {
                        String mention = quad.getObject().getURI();
                        ofMention
                                .computeIfAbsent(mention, none -> new ArrayList<>())
                                .add(found);
                        readings.computeIfAbsent(found.link, none -> new HashSet<>())
                                .add(mention);
                    }
                });
            }
            var items = new ArrayList<QueueItem>();
            var asked = new HashSet<String>();
            ofMention.keySet().stream()
                    .sorted(Comparator.comparing(
                            (String mention) ->
                                    place(NodeFactory.createURI(mention)).orElse(new Place("", 0, 0, "", "")),
                            Comparator.comparingInt(Place::ordinal).thenComparingInt(Place::start)))
                    .forEach(mention -> {
                        List<Found> choices = ofMention.getOrDefault(mention, List.of()).stream()
                                .sorted(Comparator.comparingDouble(Found::confidence)
                                        .reversed()
                                        .thenComparing(Found::link))
                                .toList();
                        boolean fresh = choices.stream().anyMatch(choice -> !asked.contains(choice.link));
                        choices.forEach(choice -> asked.add(choice.link));
                        if (fresh) {
                            items.add(item(
                                    choices,
                                    place(NodeFactory.createURI(mention)).orElse(choices.getFirst().place)));
                        }
                    });
            links.values().stream()
                    .filter(found -> asked.add(found.link))
                    .forEach(found -> items.add(item(List.of(found), found.place)));
            var places = new HashSet<String>();
            for (Node mention : subjects(RDF.type.asNode(), Fa.UnresolvedMention)) {
                place(mention)
                        .filter(place -> place.rule.equals(Mention.ANCHOR_ITEM))
                        .filter(place -> places.add(JudgmentRdf.place(place.passage, place.words)))
                        .ifPresent(place -> items.add(new QueueItem(
                                QueueItem.key(List.of(document, place.passage, Judgment.normal(place.words))),
                                document,
                                title,
                                QueueItem.OPEN_MENTION,
                                Certainty.UNSURE,
                                List.of(mention.getURI()),
                                List.of(),
                                place.words,
                                place.passage,
                                place.ordinal,
                                place.start,
                                1,
                                place.rule)));
            }
            return new OfDocument(mark, List.copyOf(items), Map.copyOf(readings));
        }

        private QueueItem item(List<Found> choices, Place place) {
            return new QueueItem(
                    QueueItem.key(choices.stream().map(Found::link).toList()),
                    document,
                    title,
                    choices.getFirst().predicate,
                    Certainty.of(choices.stream().map(Found::confidence).toList()),
                    choices.stream().map(Found::link).toList(),
                    choices.stream().map(Found::object).toList(),
                    place.words,
                    place.passage,
                    place.ordinal,
                    place.start,
                    choices.stream().mapToInt(Found::places).max().orElse(1),
                    choices.getFirst().place.rule);
        }

        private Optional<Found> found(Node link) {
            String predicate = value(name, link, RDF.predicate.asNode());
            String object = value(name, link, RDF.object.asNode());
            String confidence = value(name, link, Fa.confidence);
            List<Place> places = all(link, Fa.evidence).stream()
                    .flatMap(quad -> placeOf(quad.getObject()).stream())
                    .sorted(Comparator.comparingInt(Place::ordinal).thenComparingInt(Place::start))
                    .toList();
            return places.isEmpty() || predicate.isEmpty() || object.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Found(
                            link.getURI(),
                            predicate.substring(predicate.lastIndexOf('#') + 1),
                            object,
                            confidence.isEmpty() ? 0 : Double.parseDouble(confidence),
                            places.getFirst(),
                            (int) places.stream()
                                    .map(place -> place.passage + ":" + place.start)
                                    .distinct()
                                    .count()));
        }

        /// Where a mention stands.
        private Optional<Place> place(Node mention) {
            return all(mention, Fa.evidence).stream()
                    .flatMap(quad -> placeOf(quad.getObject()).stream())
                    .findFirst();
        }

        private Optional<Place> placeOf(Node evidence) {
            String passage = value(name, evidence, StandardTerms.OA_HAS_SOURCE);
            Optional<Node> selector = all(evidence, StandardTerms.OA_HAS_SELECTOR).stream()
                    .map(Quad::getObject)
                    .findFirst();
            if (passage.isEmpty() || selector.isEmpty()) {
                return Optional.empty();
            }
            Node passageNode = NodeFactory.createURI(passage);
            return Optional.of(new Place(
                    addresses
                            .parse(passage)
                            .map(parts -> parts.id().substring(parts.id().lastIndexOf('/') + 1))
                            .orElse(""),
                    number(passageNode, Fa.ordinal),
                    number(selector.get(), StandardTerms.OA_START),
                    value(name, selector.get(), StandardTerms.OA_EXACT),
                    value(name, evidence, Fa.rule)));
        }

        private int number(Node subject, Node property) {
            String value = value(name, subject, property);
            return value.isEmpty() ? 0 : Integer.parseInt(value);
        }

        private String value(Node graphName, Node subject, Node property) {
            var found = state.find(graphName, subject, property, Node.ANY);
            if (!found.hasNext()) {
                return "";
            }
            Node value = found.next().getObject();
            return value.isLiteral() ? value.getLiteralLexicalForm() : value.getURI();
        }

        private List<Quad> all(Node subject, Node property) {
            var quads = new ArrayList<Quad>();
            state.find(name, subject, property, Node.ANY).forEachRemaining(quads::add);
            return quads;
        }

        private Set<Node> subjects(Node property, Node value) {
            var subjects = new LinkedHashSet<Node>();
            state.find(name, Node.ANY, property, value).forEachRemaining(quad -> subjects.add(quad.getSubject()));
            return subjects;
        }
    }
}
