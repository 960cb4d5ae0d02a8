package no.forankring.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.forankring.citation.CitationRecognizer;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.document.Sha256;
import no.forankring.document.Span;
import no.forankring.graph.Addresses;
import no.forankring.graph.Change;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphException;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;
import no.forankring.trace.Traces;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// What people state themselves: they create, edit and retire things and links, always with a [Basis].
///
/// What a person says of a thing counts before what documents say, and goes on doing so when they are read again. Each
/// call is one change, durable when it returns, to be undone through [History]. Safe for many threads.
public final class Curation {

    /// What every `why` of a change made here begins with.
    static final String WHY = "curate ";

    private final GraphStore graph;
    private final Traces traces;
    private final Documents documents;
    private final Register register;
    private final Supplier<CitationRecognizer> recognizer;
    private final Clock clock;

    /// @param recognizer gives the one that knows what was learned so far
    public Curation(
            GraphStore graph,
            Traces traces,
            Documents documents,
            Register register,
            Supplier<CitationRecognizer> recognizer,
            Clock clock) {
        this.graph = graph;
        this.traces = traces;
        this.documents = documents;
        this.register = register;
        this.recognizer = recognizer;
        this.clock = clock;
    }

    // ---- reading ----

    /// A thing by its address or one that was merged with it, in use or not; empty when nobody states it, or it is of a
    /// kind that is not curated.
    public Optional<StoredThing> find(String iri) {
        return graph.read(state -> rdf(state).find(NodeFactory.createURI(iri)));
    }

    /// By the two parts of its address.
    public Optional<StoredThing> find(String kind, String id) {
        return find(graph.addresses().of(kind, id).getURI());
    }

    /// What may be meant by the beginning or a part of a name, at most a dozen.
    public List<Option> suggest(String words, LinkType type) {
        return graph.read(state -> matcher(state).near(words, Set.copyOf(type.to())));
    }

    /// Everything of some kinds by name, for help while typing: at most `limit`.
    public List<Option> options(Set<String> kinds, int limit) {
        return graph.read(state -> {
            CurationRdf rdf = rdf(state);
            Matcher matcher = matcher(state);
            var options = new ArrayList<Option>();
            rdf.named(kinds).keySet().stream()
                    .filter(node -> !rdf.isPast(node))
                    .limit(limit)
                    .forEach(node -> options.add(matcher.option(node)));
            options.sort(java.util.Comparator.comparing(Option::label));
            return options;
        });
    }

    // ---- things ----

    /// Makes a thing.
    ///
    /// @param anyway true to make one also where there is one of the same name and year
    /// @throws CurationException when the shapes object, the basis says nothing, or there is one already
    public Saved create(ThingDraft draft, Basis basis, boolean anyway, String who) {
        List<Problem> problems = new ArrayList<>();
        CurationRdf.Entry entry = entry(basis, who, problems);
        String name = draft.values().getOrDefault(Field.NAME, "");
        var made = new ArrayList<Node>();
        Consumer<DatasetGraph> operation = state -> {
            CurationRdf rdf = rdf(state);
            made.clear();
            if (!anyway) {
                refuseTwin(state, rdf, draft, name);
            }
            Node thing = rdf.newThing(draft.kind(), name, Set.of());
            made.add(thing);
            create(rdf, thing, draft, entry);
        };
        Change change =
                write(who, WHY + "create " + draft.kind() + "/" + CurationRdf.slug(name), basis, problems, operation);
        return new Saved(number(change), find(made.getFirst().getURI()).orElseThrow());
    }

    static void create(CurationRdf rdf, Node thing, ThingDraft draft, CurationRdf.Entry entry) {
        String type = draft.values().getOrDefault(Field.TYPE, "");
        String usual =
                type.isEmpty() ? ThingType.ofKind(draft.kind()).getFirst().term() : type;
        rdf.correct(thing, Field.TYPE, CurationRdf.value(Field.TYPE, usual), entry);
        for (Field field : ThingType.fields(draft.kind())) {
            Optional<Node> value = CurationRdf.value(field, draft.values().getOrDefault(field, ""));
            if (field != Field.TYPE && value.isPresent()) {
                rdf.correct(thing, field, value, entry);
            }
        }
    }

    private void refuseTwin(DatasetGraph state, CurationRdf rdf, ThingDraft draft, String name) {
        List<Option> twins =
                twins(rdf, matcher(state), draft.kind(), name, draft.values().getOrDefault(Field.YEAR, "")).stream()
                        .map(matcher(state)::option)
                        .toList();
        if (!twins.isEmpty()) {
            throw CurationException.several("name", name, twins);
        }
    }

    /// The things of a kind with the same name, and the same year where both have one.
    static List<Node> twins(CurationRdf rdf, Matcher matcher, String kind, String name, String year) {
        List<Node> named = switch (matcher.named(name, Set.of(kind))) {
            case Match.One one -> List.of(one.node());
            case Match.Several several ->
                several.options().stream()
                        .map(option -> NodeFactory.createURI(option.iri()))
                        .toList();
            case Match.None none -> List.<Node>of();
        };
        return named.stream()
                .filter(node -> {
                    String other =
                            rdf.find(node).map(thing -> thing.value(Field.YEAR)).orElse("");
                    return year.isBlank() || other.isEmpty() || other.equals(year.strip());
                })
                .toList();
    }

    /// Corrects fields of a thing. What a draft leaves out, or says as it is, stays.
    ///
    /// @param seen of the thing as it was shown
    /// @param released fields in which what documents say shall count again
    /// @throws CurationException when the shapes object, or somebody else changed it meanwhile
    public Saved edit(String iri, ThingDraft draft, Set<Field> released, String seen, Basis basis, String who) {
        List<Problem> problems = new ArrayList<>();
        CurationRdf.Entry entry = entry(basis, who, problems);
        Change change = write(who, WHY + "edit " + id(iri), basis, problems, state -> {
            CurationRdf rdf = rdf(state);
            Node thing = rdf.now(NodeFactory.createURI(iri));
            StoredThing now = rdf.find(thing).orElseThrow(() -> CurationException.unknown(id(iri)));
            if (!now.seen().equals(seen)) {
                throw CurationException.changedMeanwhile(now);
            }
            if (now.retired().isPresent()) {
                throw CurationException.refused("retiredAlready", now.label());
            }
            edit(rdf, thing, now, draft, released, entry);
            new Corrections(state, graph.addresses()).settle(thing);
        });
        return new Saved(number(change), find(iri).orElseThrow());
    }

    /// True when anything was changed.
    static boolean edit(
            CurationRdf rdf,
            Node thing,
            StoredThing now,
            ThingDraft draft,
            Set<Field> released,
            CurationRdf.Entry entry) {
        boolean changed = false;
        for (Field field : ThingType.fields(now.kind())) {
            String wanted = draft.values().get(field);
            if (released.contains(field)) {
                rdf.forget(thing, field);
                changed = true;
            } else if (wanted != null && !same(field, wanted, now.value(field))) {
                rdf.correct(thing, field, CurationRdf.value(field, wanted), entry);
                changed = true;
            }
        }
        return changed;
    }

    static boolean same(Field field, String wanted, String now) {
        return CurationRdf.value(field, wanted).equals(CurationRdf.value(field, now));
    }

    /// Takes a thing out of use: it and its links are no longer facts, whatever documents say. Its history stays.
    public Saved retire(String iri, Basis basis, String who) {
        List<Problem> problems = new ArrayList<>();
        CurationRdf.Entry entry = entry(basis, who, problems);
        Change change = write(who, WHY + "retire " + id(iri), basis, problems, state -> {
            CurationRdf rdf = rdf(state);
            Node thing = rdf.now(NodeFactory.createURI(iri));
            StoredThing now = rdf.find(thing).orElseThrow(() -> CurationException.unknown(id(iri)));
            if (now.retired().isPresent()) {
                throw CurationException.refused("retiredAlready", now.label());
            }
            rdf.retire(thing, entry);
            new Corrections(state, graph.addresses()).settle(thing);
        });
        return new Saved(number(change), find(iri).orElseThrow());
    }

    /// Takes a retired thing into use again.
    public Saved restore(String iri, Basis basis, String who) {
        Change change = write(who, WHY + "restore " + id(iri), basis, List.of(), state -> {
            CurationRdf rdf = rdf(state);
            Node thing = rdf.now(NodeFactory.createURI(iri));
            if (!rdf.isRetired(thing)) {
                throw CurationException.refused("notRetired", rdf.label(thing));
            }
            rdf.restore(thing);
            new Corrections(state, graph.addresses()).settle(thing);
        });
        return new Saved(number(change), find(iri).orElseThrow(() -> CurationException.unknown(id(iri))));
    }

    // ---- links ----

    /// States a link as a confirmed fact.
    ///
    /// @throws CurationException when the words name no thing or several; its options are what may be meant
    public Saved link(LinkDraft draft, Basis basis, String who) {
        return relink(draft, "", basis, who);
    }

    /// States a link in place of another, as one change.
    ///
    /// @param instead the address of the link that it replaces; empty for none
    public Saved relink(LinkDraft draft, String instead, Basis basis, String who) {
        List<Problem> problems = new ArrayList<>();
        CurationRdf.Entry entry = entry(basis, who, problems);
        if (draft.object().isEmpty()) {
            problems.add(Problem.of("object", "objectMissing"));
        }
        String why = WHY + (instead.isEmpty() ? "link " : "relink ") + id(draft.subject()) + " "
                + draft.type().term();
        Change change = write(who, why, basis, problems, state -> {
            CurationRdf rdf = rdf(state);
            var corrections = new Corrections(state, graph.addresses());
            Node subject = rdf.now(NodeFactory.createURI(draft.subject()));
            inUse(rdf, subject);
            Match.One object = object(state, rdf, draft, entry);
            if (object.node().equals(subject)) {
                throw CurationException.invalid("object", "toItself");
            }
            if (!instead.isEmpty()) {
                retireLink(state, rdf, NodeFactory.createURI(instead), entry);
            }
            rdf.restore(subject, draft.type().node(), object.node());
            corrections.settle(subject);
            rdf.link(
                    subject,
                    draft.type().node(),
                    object.node(),
                    draft.type().onLadder() ? draft.strength() : "",
                    entry,
                    object.target());
        });
        return new Saved(number(change), find(draft.subject()).orElseThrow());
    }

    private static void inUse(CurationRdf rdf, Node thing) {
        StoredThing now = rdf.find(thing).orElseThrow(() -> CurationException.unknown(thing.getURI()));
        if (now.retired().isPresent()) {
            throw CurationException.refused("retiredAlready", now.label());
        }
    }

    private Match.One object(DatasetGraph state, CurationRdf rdf, LinkDraft draft, CurationRdf.Entry entry) {
        Matcher matcher = matcher(state);
        return switch (matcher.match(draft.object(), draft.type())) {
            case Match.One one -> one;
            case Match.Several several -> throw CurationException.several("object", draft.object(), several.options());
            case Match.None none -> {
                List<String> kinds = draft.type().to().stream()
                        .filter(kind -> !ThingType.ofKind(kind).isEmpty())
                        .toList();
                if (draft.createObject() && kinds.size() == 1
                        || draft.createObject()
                                && draft.type().to().contains(Addresses.ORGANIZATION)
                                && draft.type() != LinkType.PART_OF) {
                    yield new Match.One(newObject(rdf, kinds.getFirst(), draft.object(), entry), Optional.empty());
                }
                List<Option> near =
                        matcher.near(draft.object(), Set.copyOf(draft.type().to()));
                throw near.isEmpty()
                        ? CurationException.invalid("object", "nothingNamed", draft.object())
                        : CurationException.several("object", draft.object(), near);
            }
        };
    }

    static Node newObject(CurationRdf rdf, String kind, String name, CurationRdf.Entry entry) {
        Node node = rdf.newThing(kind, name, Set.of());
        create(rdf, node, new ThingDraft(kind, Map.of(Field.NAME, name)), entry);
        return node;
    }

    /// Takes a link out of use, whoever states it and in whichever document; its things stay.
    public Saved unlink(String link, Basis basis, String who) {
        List<Problem> problems = new ArrayList<>();
        CurationRdf.Entry entry = entry(basis, who, problems);
        var subject = new ArrayList<Node>();
        Change change = write(who, WHY + "unlink " + id(link), basis, problems, state -> {
            subject.clear();
            subject.add(retireLink(state, rdf(state), NodeFactory.createURI(link), entry));
        });
        return new Saved(
                number(change),
                find(subject.getFirst().getURI()).orElseThrow(() -> CurationException.unknown(id(link))));
    }

    private Node retireLink(DatasetGraph state, CurationRdf rdf, Node link, CurationRdf.Entry entry) {
        Quad statement = rdf.statement(link).orElseThrow(() -> CurationException.unknown(id(link.getURI())));
        if (!CurationRdf.isCurated(graph.addresses(), statement.getSubject())) {
            throw CurationException.refused("notCurated");
        }
        rdf.retire(statement.getSubject(), statement.getPredicate(), statement.getObject(), entry);
        new Corrections(state, graph.addresses()).settle(statement.getSubject());
        return statement.getSubject();
    }

    // ---- what a statement rests on ----

    /// Who enters something, and on what basis; what is wrong with the basis goes to `problems`.
    CurationRdf.Entry entry(Basis basis, String who, List<Problem> problems) {
        Optional<CurationRdf.Words> words = Optional.empty();
        if (basis.inDocument()) {
            words = words(basis, problems);
        } else if (basis.why().isEmpty()) {
            problems.add(Problem.of("why", "basisMissing"));
        }
        return new CurationRdf.Entry(UUID.randomUUID().toString(), who, clock.instant(), basis.why(), words);
    }

    private Optional<CurationRdf.Words> words(Basis basis, List<Problem> problems) {
        Optional<DocumentText> text = traces.document(basis.document())
                .flatMap(view -> documents.text(new Sha256(view.sha256()), view.fileName()));
        if (text.isEmpty()) {
            problems.add(Problem.of("document", "noDocument", basis.document()));
            return Optional.empty();
        }
        if (basis.passage().isEmpty() && basis.quote().isEmpty()) {
            problems.add(Problem.of("quote", "quoteMissing"));
            return Optional.empty();
        }
        Optional<CurationRdf.Words> found = text.get().passages().stream()
                .filter(passage ->
                        basis.passage().isEmpty() || passage.id().value().equals(basis.passage()))
                .flatMap(
                        passage -> quoted(passage, basis.quote())
                                .map(span -> new CurationRdf.Words(basis.document(), passage, span))
                                .stream())
                .findFirst();
        if (found.isEmpty()) {
            problems.add(Problem.of("quote", "quoteNotThere", basis.quote()));
        }
        return found;
    }

    /// Where the words stand in a passage, however the space between them is written.
    private static Optional<Span> quoted(Passage passage, String quote) {
        if (quote.isEmpty()) {
            return Optional.of(new Span(0, passage.text().length()));
        }
        String pattern = java.util.Arrays.stream(quote.split("[\\s\\u00A0]+"))
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining("[\\s\\u00A0]+"));
        var found = java.util.regex.Pattern.compile(
                        pattern, java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE)
                .matcher(passage.text());
        return found.find() ? Optional.of(new Span(found.start(), found.end())) : Optional.empty();
    }

    // ---- writing ----

    /// Rehearses where the basis or a field is wrong already, so that a person hears of everything at once.
    private Change write(
            String who, String why, Basis basis, List<Problem> problems, Consumer<DatasetGraph> operation) {
        if (!problems.isEmpty()) {
            throw CurationException.invalid(
                    java.util.stream.Stream.concat(problems.stream(), rehearsed(operation).stream())
                            .distinct()
                            .toList());
        }
        return written(who, why + (basis.why().isEmpty() ? "" : ": " + basis.why()), operation);
    }

    List<Problem> rehearsed(Consumer<DatasetGraph> operation) {
        try {
            return graph.rehearse(operation).stream().map(Problem::of).toList();
        } catch (CurationException refused) {
            if (refused.reason() == CurationException.Reason.INVALID) {
                return refused.problems();
            }
            throw refused;
        }
    }

    Change written(String who, String why, Consumer<DatasetGraph> operation) {
        try {
            return graph.write(who, why, operation).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause();
            while (cause != null) {
                if (cause instanceof CurationException refused) {
                    throw refused;
                }
                if (cause instanceof GraphException objected
                        && !objected.objections().isEmpty()) {
                    throw CurationException.shapes(
                            objected.objections().stream()
                                    .map(Problem::of)
                                    .distinct()
                                    .toList(),
                            objected);
                }
                cause = cause.getCause();
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    static long number(Change change) {
        return change.added() + change.deleted() == 0 ? 0 : change.number();
    }

    GraphStore graph() {
        return graph;
    }

    CurationRdf rdf(DatasetGraph state) {
        return new CurationRdf(state, graph.addresses(), register);
    }

    Matcher matcher(DatasetGraph state) {
        return new Matcher(rdf(state), graph.addresses(), register, recognizer.get());
    }

    private String id(String iri) {
        return graph.addresses()
                .parse(iri)
                .map(parts -> parts.kind() + "/" + parts.id())
                .orElse(iri);
    }

    /// The steps of the ladder, lowest first, by their local names.
    public static List<String> ladder() {
        return java.util.stream.Stream.of(
                        Fa.Named, Fa.Anchored, Fa.Planned, Fa.CarriedOut, Fa.Evaluated, Fa.EffectMeasured)
                .map(CurationRdf::localName)
                .toList();
    }

    /// The codes of an activity's progress.
    public static List<String> progress() {
        return List.of("planned", "ongoing", "carriedOut", "postponed", "cancelled");
    }

    static Set<Field> noFields() {
        return EnumSet.noneOf(Field.class);
    }
}
