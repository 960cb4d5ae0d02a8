package no.forankring.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.citation.Candidate;
import no.forankring.citation.Resolution;
import no.forankring.citation.Target;
import no.forankring.graph.Addresses;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Writes the rows of a plan into one state, and tells what each of them did. The preview and the import are the same
/// run; only the one's state is thrown away.
final class PlanRun {

    private final DatasetGraph state;
    private final CurationRdf rdf;
    private final Matcher matcher;
    private final Corrections corrections;
    private final Node suggestions;
    private final String fileName;
    private final String who;
    private final Instant now;
    private final String id;
    private final Map<Integer, List<Problem>> refused;
    private final Map<String, Node> made = new HashMap<>();
    /// By kind and name; of those with several years the newest.
    private final Map<String, Node> byName = new HashMap<>();
    /// Made because a row named them, and not described by a row of their own so far.
    private final Set<Node> named = new HashSet<>();
    private final Map<Node, Integer> rowOf = new HashMap<>();
    private final Set<Node> fresh = new HashSet<>();
    private final List<PlanRow> rows = new ArrayList<>();
    private int current;

    /// @param refused rows that are left out, with what is wrong with them
    PlanRun(
            DatasetGraph state,
            Addresses addresses,
            CurationRdf rdf,
            Matcher matcher,
            String id,
            String fileName,
            String who,
            Instant now,
            Map<Integer, List<Problem>> refused) {
        this.state = state;
        this.rdf = rdf;
        this.matcher = matcher;
        this.corrections = new Corrections(state, addresses);
        this.suggestions = addresses.suggestionsGraph(PlanImport.SUGGESTED_BY + id);
        this.id = id;
        this.fileName = fileName;
        this.who = who;
        this.now = now;
        this.refused = refused;
    }

    List<PlanRow> run(PlanTable table) {
        for (PlanTable.Row row : table.rows()) {
            current = row.number();
            List<Problem> wrong = new ArrayList<>(refused.getOrDefault(row.number(), List.of()));
            if (wrong.isEmpty()) {
                check(row, wrong);
            }
            rows.add(wrong.isEmpty() ? write(row) : inError(row, wrong));
        }
        return rows;
    }

    /// The row that made or changed a thing; empty for a thing of no row.
    Optional<Integer> rowOf(String iri) {
        return Optional.ofNullable(rowOf.get(NodeFactory.createURI(iri)));
    }

    private static PlanRow inError(PlanTable.Row row, List<Problem> problems) {
        return new PlanRow(
                row.number(),
                row.cell(Column.NAME),
                PlanRow.Outcome.ERROR,
                "",
                List.of(),
                List.of(),
                problems.stream().distinct().toList());
    }

    /// What can be said of a row before anything is written.
    private void check(PlanTable.Row row, List<Problem> wrong) {
        if (row.cell(Column.NAME).isBlank()) {
            wrong.add(Problem.of("name", "rowName"));
        }
        row.cells().forEach((column, text) -> {
            if (text.length() > PlanTable.LONGEST_CELL) {
                wrong.add(Problem.of("", "rowLong", column.heading(), String.valueOf(PlanTable.LONGEST_CELL)));
            } else if ("=@+".indexOf(text.charAt(0)) >= 0) {
                wrong.add(Problem.of("", "rowFormula", column.heading(), text.substring(0, 1)));
            }
        });
        if (PlanWords.type(row.cell(Column.TYPE)).isEmpty()) {
            wrong.add(
                    Problem.of("type", "rowType", row.cell(Column.TYPE), String.join(", ", PlanWords.TYPES.keySet())));
        }
        String progress = row.cell(Column.PROGRESS);
        if (!progress.isBlank() && PlanWords.progress(progress).isEmpty()) {
            wrong.add(Problem.of("progress", "rowProgress", progress, String.join(", ", PlanWords.PROGRESS.keySet())));
        }
        String date = row.cell(Column.DATE);
        if (!date.isBlank() && Dates.range(date).isEmpty()) {
            wrong.add(Problem.of("start", "rowDate", date));
        }
    }

    private PlanRow write(PlanTable.Row row) {
        ThingType type = PlanWords.type(row.cell(Column.TYPE)).orElseThrow();
        Map<Field, String> values = values(row, type);
        String name = row.cell(Column.NAME);
        List<Node> twins = Curation.twins(rdf, matcher, type.kind(), name, values.getOrDefault(Field.YEAR, "")).stream()
                .filter(node -> sameDay(node, values.getOrDefault(Field.START, "")))
                .toList();
        Node earlier = made.get(madeKey(type.kind(), name, values));
        if (earlier != null) {
            return inError(row, List.of(Problem.of("name", "rowTwice", "" + rowOf.get(earlier))));
        }
        if (twins.size() > 1) {
            return inError(row, List.of(Problem.of("name", "rowSeveral", name, "" + twins.size())));
        }
        var changes = new ArrayList<Difference>();
        var notes = new ArrayList<Problem>();
        var entry = new CurationRdf.Entry(id + "-" + row.number(), who, now, why(row), Optional.empty());
        Optional<Node> stub = Optional.ofNullable(byName.get(nameKey(type.kind(), name)))
                .filter(node -> twins.isEmpty() && named.remove(node));
        boolean described = stub.isPresent();
        Node thing =
                stub.orElseGet(() -> twins.isEmpty() ? rdf.newThing(type.kind(), name, Set.of()) : twins.getFirst());
        if (row.cell(Column.TYPE).isBlank() && !twins.isEmpty()) {
            values.remove(Field.TYPE);
        }
        describe(thing, name, type.kind(), twins.isEmpty() && !described, values, entry, changes);
        made.put(madeKey(type.kind(), name, values), thing);
        byName.put(nameKey(type.kind(), name), thing);
        rowOf.put(thing, row.number());

        String strength = values.getOrDefault(Field.PROGRESS, "").equals("carriedOut")
                ? "CarriedOut"
                : values.getOrDefault(Field.PROGRESS, "").isEmpty() ? "Anchored" : "Planned";
        List<PlanRow.Cited> cited = governing(thing, name, row.cell(Column.GOVERNING), strength, entry, changes);
        boolean network = type.kind().equals(Addresses.NETWORK);
        boolean active = network || type.kind().equals(Addresses.ACTIVITY);
        if (active) {
            link(
                    thing,
                    name,
                    LinkType.ORGANISED_BY,
                    Addresses.ORGANIZATION,
                    row.cell(Column.OWNER),
                    entry,
                    changes,
                    notes);
            link(thing, name, LinkType.PART_OF, Addresses.NETWORK, row.cell(Column.NETWORK), entry, changes, notes);
            link(
                    thing,
                    name,
                    network ? LinkType.HAS_GOAL : LinkType.CONTRIBUTES_TO,
                    Addresses.GOAL,
                    row.cell(Column.GOAL),
                    entry,
                    changes,
                    notes);
            link(
                    thing,
                    name,
                    LinkType.TARGET_GROUP_OF,
                    Addresses.TARGET_GROUP,
                    row.cell(Column.TARGET_GROUP),
                    entry,
                    changes,
                    notes);
            municipalities(thing, name, row.cell(Column.MUNICIPALITIES), entry, changes, notes);
        }
        PlanRow.Outcome outcome = twins.isEmpty()
                ? PlanRow.Outcome.NEW
                : changes.isEmpty() ? PlanRow.Outcome.UNCHANGED : PlanRow.Outcome.CHANGED;
        return new PlanRow(row.number(), name, outcome, thing.getURI(), changes, cited, notes);
    }

    private String why(PlanTable.Row row) {
        String note = row.cell(Column.NOTE);
        return "rad %d i %s".formatted(row.number(), fileName) + (note.isEmpty() ? "" : ". " + note);
    }

    private static String madeKey(String kind, String name, Map<Field, String> values) {
        return String.join(
                "\n",
                kind,
                Matcher.key(name),
                values.getOrDefault(Field.YEAR, ""),
                values.getOrDefault(Field.START, ""));
    }

    private static String nameKey(String kind, String name) {
        return kind + "\n" + Matcher.key(name);
    }

    private boolean sameDay(Node node, String start) {
        String other = rdf.find(node).map(thing -> thing.value(Field.START)).orElse("");
        return start.isEmpty() || other.isEmpty() || start.equals(other);
    }

    private static Map<Field, String> values(PlanTable.Row row, ThingType type) {
        var values = new EnumMap<Field, String>(Field.class);
        values.put(Field.NAME, row.cell(Column.NAME));
        values.put(Field.TYPE, type.term());
        put(values, Field.YEAR, row.cell(Column.YEAR));
        Dates.range(row.cell(Column.DATE)).ifPresent(range -> {
            values.put(Field.START, range.first().toString());
            values.put(Field.END, range.last().toString());
            values.putIfAbsent(Field.YEAR, String.valueOf(range.first().getYear()));
        });
        PlanWords.progress(row.cell(Column.PROGRESS)).ifPresent(code -> values.put(Field.PROGRESS, code));
        put(values, Field.PARTICIPANTS, row.cell(Column.PARTICIPANTS));
        put(values, Field.GATHERINGS, row.cell(Column.GATHERINGS));
        if (row.cell(Column.MUNICIPALITIES).matches("\\d+")) {
            values.put(Field.MUNICIPALITIES, row.cell(Column.MUNICIPALITIES));
        }
        values.keySet().retainAll(ThingType.fields(type.kind()));
        return values;
    }

    private static void put(Map<Field, String> values, Field field, String text) {
        if (!text.isBlank()) {
            values.put(field, text.strip());
        }
    }

    private void describe(
            Node thing,
            String name,
            String kind,
            boolean isNew,
            Map<Field, String> values,
            CurationRdf.Entry entry,
            List<Difference> changes) {
        var draft = new ThingDraft(kind, values);
        if (isNew) {
            Curation.create(rdf, thing, draft, entry);
            fresh.add(thing);
            values.forEach(
                    (field, value) -> changes.add(new Difference(thing.getURI(), name, field.code(), "", value)));
            return;
        }
        StoredThing now = rdf.find(thing).orElseThrow();
        values.forEach((field, value) -> {
            // The same name in other letters is the same name.
            boolean same = field == Field.NAME
                    ? Matcher.key(value).equals(Matcher.key(now.value(field)))
                    : Curation.same(field, value, now.value(field));
            if (!same && field != Field.NAME) {
                rdf.correct(thing, field, CurationRdf.value(field, value), entry);
                changes.add(new Difference(thing.getURI(), name, field.code(), now.value(field), value));
            }
        });
        if (!changes.isEmpty() && !fresh.contains(thing)) {
            corrections.settle(thing);
        }
    }

    private static List<String> parts(String cell) {
        return Arrays.stream(cell.split("[;\\n\\r]+"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    private List<PlanRow.Cited> governing(
            Node thing, String name, String cell, String strength, CurationRdf.Entry entry, List<Difference> changes) {
        var cited = new ArrayList<PlanRow.Cited>();
        for (String part : parts(cell)) {
            int before = cited.size();
            for (Resolution resolution : matcher.recognize(part)) {
                String words = resolution.mention().text();
                switch (resolution) {
                    case Resolution.Resolved resolved -> {
                        cited.add(cited(words, resolved.target(), PlanRow.Meaning.LINKED));
                        state(
                                thing,
                                name,
                                matcher.one(resolved.target()),
                                LinkType.ANCHORED_IN,
                                strength,
                                entry,
                                changes);
                    }
                    case Resolution.Ambiguous ambiguous -> {
                        for (Candidate candidate : ambiguous.candidates()) {
                            cited.add(cited(words, candidate.target(), PlanRow.Meaning.SUGGESTED));
                            suggest(thing, candidate, strength, entry);
                        }
                    }
                    case Resolution.Unresolved unresolved ->
                        cited.add(new PlanRow.Cited(words, "", "", PlanRow.Meaning.UNKNOWN));
                }
            }
            if (cited.size() == before) {
                byName(thing, name, part, strength, entry, changes, cited);
            }
        }
        return cited;
    }

    /// Words in which nothing cites may still be the whole name or the id of a document.
    private void byName(
            Node thing,
            String name,
            String part,
            String strength,
            CurationRdf.Entry entry,
            List<Difference> changes,
            List<PlanRow.Cited> cited) {
        if (matcher.match(part, LinkType.ANCHORED_IN) instanceof Match.One one
                && one.target().isPresent()) {
            cited.add(cited(part, one.target().get(), PlanRow.Meaning.LINKED));
            state(thing, name, one, LinkType.ANCHORED_IN, strength, entry, changes);
        } else {
            cited.add(new PlanRow.Cited(part, "", "", PlanRow.Meaning.UNKNOWN));
        }
    }

    private PlanRow.Cited cited(String words, Target target, PlanRow.Meaning meaning) {
        Option option = matcher.option(target.document(), target.pinpoint().text());
        String part = target.pinpoint().isWhole() ? "" : " " + target.pinpoint().text();
        return new PlanRow.Cited(words, option.label() + part, option.iri(), meaning);
    }

    private void suggest(Node thing, Candidate candidate, String strength, CurationRdf.Entry entry) {
        Node object = matcher.one(candidate.target()).node();
        if (!isFact(thing, LinkType.ANCHORED_IN, object)) {
            rdf.suggest(
                    suggestions,
                    thing,
                    LinkType.ANCHORED_IN.node(),
                    object,
                    strength,
                    entry,
                    candidate.target(),
                    candidate.score());
        }
    }

    private boolean isFact(Node subject, LinkType type, Node object) {
        return state.contains(Quad.defaultGraphNodeGenerated, subject, type.node(), object);
    }

    private void state(
            Node thing,
            String name,
            Match.One object,
            LinkType type,
            String strength,
            CurationRdf.Entry entry,
            List<Difference> changes) {
        if (isFact(thing, type, object.node()) || object.node().equals(thing)) {
            return;
        }
        rdf.restore(thing, type.node(), object.node());
        if (!fresh.contains(thing)) {
            corrections.settle(thing);
        }
        rdf.link(thing, type.node(), object.node(), type.onLadder() ? strength : "", entry, object.target());
        changes.add(new Difference(thing.getURI(), name, type.term(), "", rdf.label(object.node())));
    }

    private void link(
            Node thing,
            String name,
            LinkType type,
            String kind,
            String cell,
            CurationRdf.Entry entry,
            List<Difference> changes,
            List<Problem> notes) {
        for (String part : parts(cell)) {
            Node known = byName.get(nameKey(kind, part));
            Set<String> kinds = new HashSet<>(type.to());
            kinds.remove(Addresses.GOVERNING_DOCUMENT);
            Match match = known == null ? matcher.named(part, kinds) : new Match.One(known, Optional.empty());
            switch (match) {
                case Match.One one -> state(thing, name, one, type, "", entry, changes);
                case Match.Several several -> notes.add(Problem.of("", "rowWhich", part));
                case Match.None none -> {
                    Node object = Curation.newObject(rdf, kind, part, entry);
                    fresh.add(object);
                    named.add(object);
                    byName.put(nameKey(kind, part), object);
                    rowOf.put(object, current);
                    changes.add(new Difference(object.getURI(), part, Field.NAME.code(), "", part));
                    state(thing, name, new Match.One(object, Optional.empty()), type, "", entry, changes);
                }
            }
        }
    }

    private void municipalities(
            Node thing,
            String name,
            String cell,
            CurationRdf.Entry entry,
            List<Difference> changes,
            List<Problem> notes) {
        if (cell.isBlank() || cell.matches("\\d+")) {
            return;
        }
        for (String part : cell.split("[,;\\n]+| og ")) {
            String words = part.strip().replaceFirst("(?i) kommune$", "");
            if (words.isEmpty()) {
                continue;
            }
            switch (matcher.named(words, Set.of(Addresses.MUNICIPALITY))) {
                case Match.One one -> state(thing, name, one, LinkType.PARTICIPANT, "", entry, changes);
                case Match.Several several -> notes.add(Problem.of("", "rowWhich", words));
                case Match.None none -> notes.add(Problem.of("", "rowMunicipality", words));
            }
        }
    }
}
