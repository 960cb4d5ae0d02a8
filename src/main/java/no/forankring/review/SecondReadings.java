package no.forankring.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.forankring.graph.GraphStore;
import no.forankring.review.OpinionRdf.Opinion;
import no.forankring.review.OpinionRdf.Request;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Step;
import no.forankring.trace.Traces;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;

/// Second readings over the graph of decisions. Safe for many threads.
public final class SecondReadings implements SecondReader {

    private final GraphStore graph;
    private final Traces traces;
    private final WaitingList list;
    private final ReviewCases cases;
    private final Clock clock;

    /// @param queue whose items are read again
    public SecondReadings(GraphStore graph, Traces traces, ReviewQueue queue, Clock clock) {
        this.graph = graph;
        this.traces = traces;
        this.list = queue.list();
        this.cases = queue.cases();
        this.clock = clock;
    }

    /// What was decided, and what a second person said of it.
    private record Known(Map<String, Judgment> judgments, List<Opinion> opinions, List<Request> requests) {

        /// True when the judgment that is in force has been read by a second person.
        boolean isRead(String link) {
            Judgment judgment = judgments.get(link);
            return judgment == null
                    || opinions.stream().anyMatch(opinion -> opinion.judgment().equals(judgment.id()));
        }
    }

    private Known known() {
        return graph.read(this::known);
    }

    private Known known(DatasetGraph state) {
        var opinions = new OpinionRdf(state, graph.addresses());
        return new Known(
                new JudgmentRdf(state, graph.addresses())
                        .all().stream()
                                .collect(Collectors.toMap(
                                        Judgment::link, Function.identity(), (first, second) -> second)),
                opinions.opinions(),
                opinions.requests());
    }

    // ---- asking ----

    @Override
    public String ask(QueueFilter filter, String scope, String who) {
        Known known = known();
        List<String> links = list.all().stream()
                .filter(filter::fits)
                .flatMap(item -> judged(item, known).stream())
                .distinct()
                .filter(link -> !known.isRead(link))
                .toList();
        return ask(links, scope, who);
    }

    @Override
    public String ask(String link, String who) {
        Known known = known();
        Judgment judgment = known.judgments.get(link);
        if (judgment == null) {
            throw ReviewException.unknownLink(link);
        }
        List<String> links = known.judgments.values().stream()
                .filter(other ->
                        other.link().equals(link) || !judgment.together().isEmpty() && isSamePlace(other, judgment))
                .map(Judgment::link)
                .filter(other -> !known.isRead(other))
                .toList();
        return ask(links, link, who);
    }

    private static boolean isSamePlace(Judgment one, Judgment other) {
        return one.together().equals(other.together())
                && one.about().passage().equals(other.about().passage())
                && one.about().words().equals(other.about().words());
    }

    private String ask(List<String> links, String scope, String who) {
        if (links.isEmpty()) {
            throw ReviewException.nothingToReadAgain();
        }
        var request = new Request(Judge.newId().substring(0, 8), who, clock.instant(), scope, links);
        ReviewQueue.await(graph.write(
                who,
                "ask for a second reading of " + links.size(),
                state -> new OpinionRdf(state, graph.addresses()).ask(request)));
        return request.id();
    }

    @Override
    public List<Reading> readings() {
        Known known = known();
        return known.requests.stream()
                .sorted(Comparator.comparing(Request::when).reversed())
                .map(request -> new Reading(
                        request.id(),
                        request.who(),
                        request.when(),
                        request.scope(),
                        request.links().size(),
                        (int) request.links().stream()
                                .filter(link -> !known.isRead(link))
                                .count()))
                .toList();
    }

    // ---- reading ----

    @Override
    public List<QueueItem> items(String reading, String who) {
        Known known = known();
        return items(known, request(known, reading), who);
    }

    private static Request request(Known known, String reading) {
        return known.requests.stream()
                .filter(request -> request.id().equals(reading))
                .findFirst()
                .orElseThrow(() -> ReviewException.noReading(reading));
    }

    private List<QueueItem> items(Known known, Request request, String who) {
        Set<String> left = request.links().stream()
                .filter(link -> !known.isRead(link))
                .filter(link -> {
                    Judgment judgment = known.judgments.get(link);
                    return judgment != null && !judgment.who().equals(name(who));
                })
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return items(left, known);
    }

    private String name(String who) {
        return graph.addresses()
                .parse(graph.addresses().agent(who).getURI())
                .map(parts -> parts.id())
                .orElse(who);
    }

    /// The items that links belong to. What a person chose in place of what was suggested is put among the choices of
    /// that item, so that it does not tell what was chosen.
    private List<QueueItem> items(Set<String> links, Known known) {
        var left = new LinkedHashSet<>(links);
        var items = new ArrayList<QueueItem>();
        for (QueueItem item : list.all()) {
            List<String> own =
                    judged(item, known).stream().filter(links::contains).toList();
            if (own.isEmpty()) {
                continue;
            }
            own.forEach(left::remove);
            QueueItem whole = item;
            for (String link : own) {
                Judgment judgment = known.judgments.get(link);
                for (Judgment other : known.judgments.values()) {
                    boolean chosen = judgment != null
                            && !judgment.together().isEmpty()
                            && !whole.links().contains(other.link())
                            && isSamePlace(other, judgment);
                    if (chosen) {
                        whole = with(whole, other);
                        left.remove(other.link());
                    }
                }
            }
            items.add(whole);
        }
        for (String link : left) {
            traces.step(link).flatMap(SecondReadings::item).ifPresent(items::add);
        }
        return items;
    }

    /// Sorted, so that what was added does not stand out.
    private static QueueItem with(QueueItem item, Judgment judgment) {
        var both = new LinkedHashMap<String, String>();
        for (int i = 0; i < item.objects().size(); i++) {
            both.put(item.links().get(i), item.objects().get(i));
        }
        both.put(judgment.link(), judgment.about().object());
        List<Map.Entry<String, String>> sorted =
                both.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        return new QueueItem(
                item.key(),
                item.document(),
                item.documentTitle(),
                item.isOpenMention() ? "cites" : item.kind(),
                item.certainty(),
                sorted.stream().map(Map.Entry::getKey).toList(),
                sorted.stream().map(Map.Entry::getValue).toList(),
                item.words(),
                item.passage(),
                item.ordinal(),
                item.start(),
                item.mentions(),
                item.rule());
    }

    /// An item of a statement that no document suggests any more, or that a person pointed out.
    private static Optional<QueueItem> item(Step step) {
        return step.evidence().stream()
                .findFirst()
                .map((EvidenceView proof) -> new QueueItem(
                        QueueItem.key(List.of(step.link())),
                        proof.document(),
                        proof.documentTitle(),
                        step.predicate(),
                        Certainty.of(step.confidence()),
                        List.of(step.link()),
                        List.of(step.object().iri()),
                        proof.quote(),
                        proof.passage(),
                        0,
                        proof.start(),
                        step.evidence().size(),
                        proof.rule()));
    }

    /// The links of an item, or the mention, that are judged.
    private List<String> judged(QueueItem item, Known known) {
        return item.links().stream().filter(known.judgments::containsKey).toList();
    }

    @Override
    public Optional<ReviewCase> look(String reading, String item, String who) {
        return items(reading, who).stream()
                .filter(found -> found.key().equals(item))
                .findFirst()
                .flatMap(found -> cases.of(found, List.of(found), true));
    }

    @Override
    public void say(String reading, String item, Verdict verdict, String chosen, String why, String who) {
        Instant now = clock.instant();
        String together = Judge.newId();
        QueueItem asked = items(reading, who).stream()
                .filter(found -> found.key().equals(item))
                .findFirst()
                .orElseThrow(ReviewException::noLongerWaits);
        String right = verdict != Verdict.ACCEPTED ? "" : chosen(asked, chosen);
        ReviewQueue.await(graph.write(who, "read again " + item, state -> {
            Known known = known(state);
            List<String> links = asked.links().stream()
                    .filter(link -> known.judgments.containsKey(link) && !known.isRead(link))
                    .toList();
            if (links.isEmpty()) {
                throw ReviewException.noLongerWaits();
            }
            var rdf = new OpinionRdf(state, graph.addresses());
            var facts = new ConfirmedRdf(state, graph.addresses());
            for (String link : links) {
                Judgment judgment = known.judgments.get(link);
                if (judgment == null || judgment.who().equals(name(who))) {
                    throw ReviewException.ownDecision();
                }
                Verdict second = verdict == Verdict.ACCEPTED && !link.equals(right) ? Verdict.REJECTED : verdict;
                boolean disputes = second != judgment.verdict();
                boolean other = second == Verdict.REJECTED && !right.isEmpty() && !links.contains(right);
                rdf.note(new Opinion(
                        Judge.newId(),
                        judgment.id(),
                        judgment.verdict(),
                        link,
                        second,
                        other ? right : "",
                        who,
                        now,
                        why.strip(),
                        together,
                        disputes));
                if (disputes) {
                    facts.park(NodeFactory.createURI(link));
                }
            }
        }));
    }

    private static String chosen(QueueItem item, String link) {
        if (item.isOpenMention() || link.isEmpty() && item.links().size() > 1) {
            throw ReviewException.notOneChosen();
        }
        String chosen = link.isEmpty() ? item.links().getFirst() : link;
        if (!item.links().contains(chosen)) {
            throw ReviewException.unknownLink(link);
        }
        return chosen;
    }

    // ---- what they disagree about ----

    @Override
    public List<Disagreement> disagreements() {
        Known known = known();
        var disagreements = new ArrayList<Disagreement>();
        for (List<Opinion> answer : answers(known.opinions)) {
            List<Opinion> disputed = answer.stream().filter(Opinion::disputes).toList();
            if (disputed.isEmpty()) {
                continue;
            }
            Set<String> links = answer.stream().map(Opinion::link).collect(Collectors.toSet());
            List<Judgment> judgments = answer.stream()
                    .map(Opinion::link)
                    .filter(known.judgments::containsKey)
                    .map(known.judgments::get)
                    .toList();
            Optional<QueueItem> item = items(links, known).stream().findFirst();
            if (judgments.isEmpty() || item.isEmpty()) {
                continue;
            }
            Judgment first = judgments.stream()
                    .filter(judgment -> judgment.verdict() == Verdict.ACCEPTED)
                    .findFirst()
                    .orElse(judgments.getFirst());
            Opinion told = answer.getFirst();
            String accepted = accepted(answer);
            disagreements.add(new Disagreement(
                    told.together(),
                    item.get(),
                    new Said(
                            first.verdict(),
                            first.verdict() == Verdict.ACCEPTED ? target(first.link()) : "",
                            first.who(),
                            first.when(),
                            first.why()),
                    new Said(
                            accepted.isEmpty() ? told.verdict() : Verdict.ACCEPTED,
                            accepted.isEmpty() ? "" : target(accepted),
                            told.who(),
                            told.when(),
                            told.why())));
        }
        disagreements.sort(
                Comparator.comparing(disagreement -> disagreement.second().when()));
        return disagreements;
    }

    /// The link that the second person would accept; empty when none.
    private static String accepted(List<Opinion> answer) {
        return answer.stream()
                .filter(opinion -> opinion.verdict() == Verdict.ACCEPTED)
                .map(Opinion::link)
                .findFirst()
                .or(() -> answer.stream()
                        .map(Opinion::instead)
                        .filter(instead -> !instead.isEmpty())
                        .findFirst())
                .orElse("");
    }

    private String target(String link) {
        return traces.step(link).map(step -> step.object().label()).orElse("");
    }

    @Override
    public void settle(String disagreement, Side side, String why, String who) {
        Instant now = clock.instant();
        String together = Judge.newId();
        ReviewQueue.await(graph.write(who, "settle the disagreement " + disagreement, state -> {
            var rdf = new OpinionRdf(state, graph.addresses());
            List<Opinion> answer = rdf.opinions().stream()
                    .filter(opinion -> opinion.together().equals(disagreement))
                    .toList();
            if (answer.stream().noneMatch(Opinion::disputes)) {
                throw ReviewException.noDisagreement(disagreement);
            }
            var judge = new Judge(state, graph.addresses(), who, now, why, together);
            for (Opinion opinion : answer) {
                if (!opinion.disputes()) {
                    continue;
                }
                Verdict verdict = switch (side) {
                    case FIRST -> opinion.first();
                    case SECOND -> opinion.verdict();
                    case NEITHER -> Verdict.UNSURE;
                };
                Judgment judgment = judge.settle(opinion.link(), verdict, Judge.newId());
                rdf.settled(opinion.id(), judgment.id());
            }
            answer.stream()
                    .map(Opinion::instead)
                    .filter(instead -> side == Side.SECOND && !instead.isEmpty())
                    .distinct()
                    .forEach(instead -> judge.settle(instead, Verdict.ACCEPTED, Judge.newId()));
        }));
    }

    @Override
    public Agreement agreement() {
        List<List<Opinion>> answers = answers(known().opinions);
        int[][] table = new int[Verdict.values().length][Verdict.values().length];
        int same = 0;
        for (List<Opinion> answer : answers) {
            Opinion told = answer.stream()
                    .filter(opinion -> opinion.first() == Verdict.ACCEPTED)
                    .findFirst()
                    .orElse(answer.getFirst());
            boolean agrees = answer.stream().allMatch(opinion -> opinion.first() == opinion.verdict());
            same += agrees ? 1 : 0;
            // Of several rejections one that the second accepts is a disagreement too.
            Verdict second = agrees
                    ? told.verdict()
                    : answer.stream()
                            .filter(opinion -> opinion.first() != opinion.verdict())
                            .map(Opinion::verdict)
                            .filter(verdict -> verdict != told.first())
                            .findFirst()
                            .orElse(told.verdict());
            table[told.first().ordinal()][second.ordinal()]++;
        }
        return new Agreement(answers.size(), same, kappa(table, answers.size()));
    }

    /// Cohen's kappa: the agreement beyond that which chance gives to readers with these habits.
    static OptionalDouble kappa(int[][] table, int all) {
        if (all < Agreement.LEAST_FOR_KAPPA) {
            return OptionalDouble.empty();
        }
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < table.length; i++) {
            double rows = 0;
            double columns = 0;
            for (int j = 0; j < table.length; j++) {
                rows += table[i][j];
                columns += table[j][i];
            }
            observed += (double) table[i][i] / all;
            expected += rows / all * (columns / all);
        }
        return expected >= 1 ? OptionalDouble.empty() : OptionalDouble.of((observed - expected) / (1 - expected));
    }

    /// The opinions of each answer.
    private static List<List<Opinion>> answers(List<Opinion> opinions) {
        Map<String, List<Opinion>> answers = new HashMap<>();
        opinions.stream()
                .sorted(Comparator.comparing(Opinion::when).thenComparing(Opinion::link))
                .forEach(opinion -> answers.computeIfAbsent(opinion.together(), none -> new ArrayList<>())
                        .add(opinion));
        return List.copyOf(answers.values());
    }
}
