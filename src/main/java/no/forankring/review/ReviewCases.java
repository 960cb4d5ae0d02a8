package no.forankring.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.forankring.document.DocumentText;
import no.forankring.document.Documents;
import no.forankring.document.Passage;
import no.forankring.document.Sha256;
import no.forankring.graph.Addresses;
import no.forankring.graph.Fa;
import no.forankring.graph.GraphStore;
import no.forankring.register.Register;
import no.forankring.review.ReviewCase.Candidate;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.DocumentView;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.MentionView;
import no.forankring.trace.Step;
import no.forankring.trace.Thing;
import no.forankring.trace.Traces;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/// Puts together what a person needs to see to decide.
final class ReviewCases {

    private static final int PASSAGES_AROUND = 2;
    private static final int LONGEST_AROUND = 400;
    /// Of a rule that finds everything, so many earlier judgments are looked at.
    private static final int PRECEDENTS = 2_000;

    private final GraphStore graph;
    private final Traces traces;
    private final Documents documents;
    private final Recognizers recognizers;
    private final Lessons lessons;
    private final Grounds grounds;

    ReviewCases(
            GraphStore graph,
            Traces traces,
            Documents documents,
            Register register,
            Recognizers recognizers,
            Lessons lessons) {
        this.graph = graph;
        this.traces = traces;
        this.documents = documents;
        this.recognizers = recognizers;
        this.lessons = lessons;
        this.grounds = new Grounds(register);
    }

    /// @param equal the items that ask the same of the same words, this one included
    /// @param blind true to leave out what was decided of the item itself
    Optional<ReviewCase> of(QueueItem item, List<QueueItem> equal, boolean blind) {
        Optional<DocumentView> document = traces.document(item.document());
        Optional<DocumentText> text =
                document.flatMap(view -> documents.text(new Sha256(view.sha256()), view.fileName()));
        int here = equal.stream()
                .filter(other -> other.document().equals(item.document()))
                .mapToInt(QueueItem::mentions)
                .sum();
        int everywhere = equal.stream().mapToInt(QueueItem::mentions).sum();
        int inDocuments =
                (int) equal.stream().map(QueueItem::document).distinct().count();
        if (item.isOpenMention()) {
            return traces.mention(item.links().getFirst())
                    .map(mention -> new ReviewCase(
                            item,
                            mention.evidence().reason(),
                            List.of(mention.evidence()),
                            around(text, item.passage(), -1),
                            around(text, item.passage(), 1),
                            List.of(),
                            Lesson.NOTHING,
                            precedents(item, List.of(), blind),
                            here,
                            everywhere,
                            inDocuments));
        }
        List<Step> steps = item.links().stream()
                .flatMap(link -> traces.step(link).stream())
                .filter(step -> !step.evidence().isEmpty())
                .toList();
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = document.flatMap(view -> date(view.date()));
        Set<String> certain = document.map(view -> certain(view, item)).orElse(Set.of());
        var candidates = new ArrayList<Candidate>();
        for (Step step : steps) {
            Step inOrder = inTextOrder(step, item);
            Grounds.Sides sides = grounds.of(
                    inOrder,
                    date,
                    certain.contains(step.object().id()),
                    certain.contains(step.object().id()));
            earlier(item, step, blind, sides);
            candidates.add(new Candidate(inOrder, Certainty.of(step.confidence()), sides.support, sides.against));
        }
        Lesson lesson =
                blind ? Lesson.NOTHING : Lessons.of(steps, document.flatMap(lessons::owner), recognizers.current());
        return Optional.of(new ReviewCase(
                item,
                reason(document, item, steps),
                candidates.getFirst().step().evidence(),
                around(text, item.passage(), -1),
                around(text, item.passage(), 1),
                candidates,
                lesson,
                precedents(item, steps, blind),
                here,
                everywhere,
                inDocuments));
    }

    /// The place that the item is listed by comes first.
    private static Step inTextOrder(Step step, QueueItem item) {
        List<EvidenceView> sorted = step.evidence().stream()
                .sorted(Comparator.comparing(
                                (EvidenceView proof) -> !proof.passage().equals(item.passage()))
                        .thenComparing(proof -> !proof.quote().equals(item.words()))
                        .thenComparing(EvidenceView::start))
                .toList();
        return new Step(
                step.link(),
                step.subject(),
                step.predicate(),
                step.object(),
                step.status(),
                step.strength(),
                step.confidence(),
                sorted);
    }

    /// Why the machine left it open: of several candidates the mention's reason.
    private static String reason(Optional<DocumentView> document, QueueItem item, List<Step> steps) {
        return document.stream()
                .flatMap(view -> view.mentions().stream())
                .filter(mention -> mention.state().equals("ambiguous")
                        && mention.links().stream().anyMatch(item.links()::contains))
                .map(MentionView::reason)
                .findFirst()
                .orElse(steps.getFirst().evidence().getFirst().reason());
    }

    /// The ids of what the document cites for certain by other links than the item's.
    private static Set<String> certain(DocumentView document, QueueItem item) {
        var certain = new HashSet<String>();
        for (MentionView mention : document.mentions()) {
            boolean fact = mention.state().equals("resolved")
                    && (mention.status().equals("Automatic") || mention.status().equals("Confirmed"))
                    && mention.links().stream().noneMatch(item.links()::contains);
            if (fact) {
                mention.targets().stream().map(Thing::id).forEach(certain::add);
            }
        }
        return certain;
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return iso.length() == 10 ? Optional.of(LocalDate.parse(iso)) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<String> around(Optional<DocumentText> text, String passage, int direction) {
        List<Passage> passages = text.map(DocumentText::passages).orElse(List.of());
        int at = 0;
        while (at < passages.size() && !passages.get(at).id().value().equals(passage)) {
            at++;
        }
        var around = new ArrayList<String>();
        for (int i = at + direction;
                at < passages.size() && i >= 0 && i < passages.size() && around.size() < PASSAGES_AROUND;
                i += direction) {
            String words = passages.get(i).text().strip();
            if (!words.isEmpty()) {
                around.add(cut(words, direction));
            }
        }
        return direction < 0 ? around.reversed() : around;
    }

    /// Of a long passage the end that is nearest.
    private static String cut(String words, int direction) {
        if (words.length() <= LONGEST_AROUND) {
            return words;
        }
        if (direction > 0) {
            int space = words.lastIndexOf(' ', LONGEST_AROUND);
            return words.substring(0, space <= 0 ? LONGEST_AROUND : space) + " …";
        }
        int space = words.indexOf(' ', words.length() - LONGEST_AROUND);
        return "… " + words.substring(space < 0 ? words.length() - LONGEST_AROUND : space + 1);
    }

    // ---- equal cases ----

    private void earlier(QueueItem item, Step step, boolean blind, Grounds.Sides sides) {
        List<Judgment> same = graph.read(state -> new JudgmentRdf(state, graph.addresses())
                .ofWords(item.sameWords()).stream()
                        .filter(judgment -> isAbout(judgment, step)
                                && !(blind && item.links().contains(judgment.link())))
                        .toList());
        count(same, Verdict.ACCEPTED)
                .ifPresent(times -> sides.support.add(Ground.of("accepted-before", Integer.toString(times))));
        count(same, Verdict.REJECTED)
                .ifPresent(times -> sides.against.add(Ground.of("rejected-before", Integer.toString(times))));
    }

    private static Optional<Integer> count(List<Judgment> judgments, Verdict verdict) {
        int count = (int) judgments.stream()
                .filter(judgment -> judgment.verdict() == verdict)
                .count();
        return count == 0 ? Optional.empty() : Optional.of(count);
    }

    private static boolean isAbout(Judgment judgment, Step step) {
        return judgment.about().object().equals(step.object().iri())
                && judgment.about().predicate().endsWith("#" + step.predicate());
    }

    private Precedents precedents(QueueItem item, List<Step> steps, boolean blind) {
        return graph.read(state -> {
            var rdf = new JudgmentRdf(state, graph.addresses());
            List<Judgment> same = rdf.ofWords(item.sameWords()).stream()
                    .filter(judgment -> steps.isEmpty()
                            ? judgment.about().predicate().isEmpty()
                                    || judgment.about().rule().equals(item.rule())
                            : steps.stream().anyMatch(step -> isAbout(judgment, step)))
                    .filter(judgment -> !(blind && item.links().contains(judgment.link())))
                    .toList();
            if (!same.isEmpty()) {
                return tally(true, item.sameWords(), same.stream());
            }
            if (item.rule().isEmpty()) {
                return Precedents.NONE;
            }
            return tally(
                    false,
                    item.rule(),
                    rdf.ofRule(item.rule()).stream()
                            .limit(PRECEDENTS)
                            .filter(judgment -> item.isOpenMention()
                                    || judgment.about().predicate().equals(Fa.NS + item.kind()))
                            .filter(judgment -> !(blind && item.links().contains(judgment.link()))));
        });
    }

    private static Precedents tally(boolean sameWords, String value, Stream<Judgment> judgments) {
        int[] counts = new int[Verdict.values().length];
        judgments.forEach(judgment -> counts[judgment.verdict().ordinal()]++);
        return new Precedents(
                sameWords,
                value,
                counts[Verdict.ACCEPTED.ordinal()],
                counts[Verdict.REJECTED.ordinal()],
                counts[Verdict.UNSURE.ordinal()]);
    }

    // ---- what else it may mean ----

    /// Things of the same kind as the object that the document itself speaks of.
    List<Thing> others(QueueItem item) {
        Addresses addresses = graph.addresses();
        Optional<String> kind = item.objects().stream()
                .findFirst()
                .flatMap(addresses::parse)
                .map(Addresses.Parts::kind)
                .filter(found -> !found.equals(Addresses.GOVERNING_DOCUMENT));
        if (kind.isEmpty()) {
            return List.of();
        }
        String prefix = addresses.of(kind.get(), "").getURI();
        Set<String> here = graph.read(state -> {
            var things = new HashSet<String>();
            state.find(addresses.documentGraph(item.document()), Node.ANY, RDFS.label.asNode(), Node.ANY)
                    .forEachRemaining(quad -> {
                        String thing = quad.getSubject().getURI();
                        if (thing.startsWith(prefix) && !item.objects().contains(thing)) {
                            things.add(thing);
                        }
                    });
            return things;
        });
        return traces.list(kind.get()).stream()
                .map(listing -> listing.thing())
                .filter(thing -> here.contains(thing.iri()))
                .toList();
    }
}
