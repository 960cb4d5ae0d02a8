package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import no.forankring.backup.Backup;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.review.AliasScope;
import no.forankring.review.Decision;
import no.forankring.review.DecisionEntry;
import no.forankring.review.DecisionFilter;
import no.forankring.review.Ground;
import no.forankring.review.Queue;
import no.forankring.review.QueueFilter;
import no.forankring.review.QueueItem;
import no.forankring.review.Reach;
import no.forankring.review.ReviewCase;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewPlace;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.review.SecondReader;
import no.forankring.trace.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Decisions over real documents: the queue, equal cases, second readings, and what outlives what.
class ReviewIT {

    private static final String PALLIATION = "meldst-24-2019-2020";
    private static final String HOME = "meldst-24-2022-2023";
    private static final String PLAN = "plan-demensplan-2025";
    private static final String REHABILITATION = "veileder-rehabilitering";
    private static final String AMBIGUOUS = "Arbeidet følger opp Stortingsmelding 24.";
    private static final String GUIDE = "Nettverket bygger på veilederen for rehabilitering og habilitering.";
    private static final String ANCHORS = """
            Nettverket er forankret i følgende styrende dokumenter:

            - Leve hele livet
            - kommunens egen plan for de eldste
            - kommunens egen plan for de yngste

            """;

    @TempDir
    Path folder;

    private OpenHome home;
    private Path at;

    @BeforeEach
    void open() {
        at = folder.resolve("home");
        reopen();
    }

    private void reopen() {
        home = OpenHome.open(at, OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
        home.ingest().catchUp();
    }

    @AfterEach
    void close() {
        home.close();
    }

    // ---- the queue ----

    @Test
    void asksEveryKindInOneQueueInTextOrderWithExactCounts() {
        DocumentId first = take("a.txt", "USHT Fjordvik", ANCHORS + GUIDE + "\n\n" + AMBIGUOUS);
        take("b.txt", "Strandvik kommune", AMBIGUOUS);

        Queue all = queue(QueueFilter.ALL);
        Queue ofFirst = queue(QueueFilter.ofDocument(first.value()));

        assertThat(all.items()).hasSize(all.all());
        assertThat(sum(all.documents())).isEqualTo(all.all());
        assertThat(sum(all.kinds())).isEqualTo(all.all());
        assertThat(sum(all.certainties())).isEqualTo(all.all());
        assertThat(ofFirst.items())
                .extracting(QueueItem::kind)
                .contains("cites", "anchoredIn", QueueItem.OPEN_MENTION)
                .containsSubsequence(QueueItem.OPEN_MENTION, QueueItem.OPEN_MENTION, "cites", "cites");
        assertThat(ofFirst.items()).isSortedAccordingTo(Comparator.comparingInt(QueueItem::ordinal));
        for (Queue.Count kind : all.kinds()) {
            assertThat(queue(new QueueFilter("", kind.value(), Optional.empty()))
                            .items())
                    .as(kind.value())
                    .hasSize(kind.count());
        }
    }

    @Test
    void showsWhatSpeaksForAndAgainstEachCandidateAndTheTextAround() {
        take("a.txt", "USHT Fjordvik", "Først dette.\n\n" + AMBIGUOUS + "\n\nSå dette.");

        ReviewCase shown = look(item("cites"));

        assertThat(shown.before()).contains("Først dette.");
        assertThat(shown.after()).containsExactly("Så dette.");
        assertThat(shown.evidence().getFirst().quote()).isEqualTo("Stortingsmelding 24");
        assertThat(shown.candidates())
                .hasSize(2)
                .allSatisfy(candidate -> assertThat(texts(candidate.objections()))
                        .anyMatch(text -> text.startsWith("nummer 24 har også: "))
                        .contains("teksten sier ikke hva dokumentet heter"));
    }

    @Test
    void saysThatTheSentenceDeniesAndThatTheDocumentWasNotInForce() {
        take(
                "a.txt",
                "USHT Fjordvik\n\nDato: 12. mars 2012",
                "Nettverket bygger ikke på veilederen for rehabilitering og habilitering.");

        List<String> against = texts(look(item("cites")).candidates().getFirst().objections());

        assertThat(against).anyMatch(text -> text.equals("setningen nekter for noe: «ikke»"));
        assertThat(against).anyMatch(text -> text.startsWith("det gjaldt ikke ennå"));
    }

    @Test
    void tellsHowEqualCasesWereDecided() {
        take("a.txt", "Fjordvik kommune", GUIDE);
        decide(item("cites"), Verdict.ACCEPTED, Reach.ITEM);
        take("b.txt", "Strandvik kommune", "Takk. " + GUIDE);

        ReviewCase shown = look(item("cites"));

        assertThat(shown.precedents().sameWords()).isTrue();
        assertThat(shown.precedents().accepted()).isEqualTo(1);
        assertThat(texts(shown.candidates().getFirst().grounds()))
                .contains("de samme ordene er godtatt som dette 1 ganger");
        assertThat(home.reviews()
                        .decisions(new DecisionFilter("", "", shown.precedents().value(), "", false)))
                .hasSize(1);
    }

    // ---- equal cases ----

    @Test
    void decidesAllEqualMentionsEverywhereAndTakesThemBackTogether() {
        for (String name : List.of("a", "b", "c")) {
            take(name + ".txt", name + " kommune", name + ". " + GUIDE);
        }
        QueueItem item = item("cites");
        int before = queue(QueueFilter.ALL).all();
        ReviewCase shown = look(item);

        Outcome outcome = decide(item, Verdict.ACCEPTED, Reach.EVERYWHERE);

        assertThat(shown.everywhere()).isEqualTo(3);
        assertThat(shown.here()).isEqualTo(1);
        assertThat(outcome.items()).isEqualTo(3);
        assertThat(citing(REHABILITATION)).hasSize(3);
        home.reviews().undo(outcome.together(), "kari");
        assertThat(citing(REHABILITATION)).isEmpty();
        assertThat(queue(QueueFilter.ALL).all()).isEqualTo(before);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void decidesEqualItemsOfOneDocumentOnlyWhenAskedTo() {
        DocumentId here = take("a.txt", "Fjordvik", twice());
        take("b.txt", "Strandvik", twice());
        QueueItem item = open(here).getFirst();

        assertThat(decide(item, Verdict.REJECTED, Reach.DOCUMENT).items()).isEqualTo(2);

        assertThat(open(here)).isEmpty();
        assertThat(queue(new QueueFilter("", QueueItem.OPEN_MENTION, Optional.empty()))
                        .items())
                .hasSize(2);
    }

    private static String twice() {
        return """
            Nettverket er forankret i følgende styrende dokumenter:

            - Leve hele livet
            - kommunens egen plan for de eldste

            Kurset er forankret i følgende styrende dokumenter:

            - Demensplan 2025
            - kommunens egen plan for de eldste (vedtatt)
            """.replace(" (vedtatt)", ";");
    }

    // ---- choose another ----

    @Test
    void rejectsTheOneAndAcceptsTheOtherWithTheSameEvidenceAndTakesBothBack() {
        DocumentId document = take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");

        Outcome outcome =
                home.reviews().choose(decision(item, Verdict.ACCEPTED, Reach.ITEM), "meldst-15-2017-2018", "kari");

        assertThat(citing("meldst-15-2017-2018"))
                .singleElement()
                .satisfies(
                        step -> assertThat(step.evidence().getFirst().quote()).isEqualTo(item.words()));
        assertThat(home.reviews().decisions(DecisionFilter.ALL))
                .extracting(entry -> entry.judgment().verdict())
                .containsExactlyInAnyOrder(Verdict.REJECTED, Verdict.ACCEPTED);
        assertThat(home.reviews().decisions(DecisionFilter.ALL))
                .extracting(entry -> entry.judgment().together())
                .containsOnly(outcome.together());
        home.reviews().undo(outcome.together(), "kari");
        assertThat(citing("meldst-15-2017-2018")).isEmpty();
        assertThat(itemsOf(document)).contains(item);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void findsDocumentsOfTheRegisterByPartsOfNames() {
        assertThat(home.reviews().find("leve hele", 5))
                .extracting(found -> found.id().value())
                .contains("meldst-15-2017-2018");
        assertThat(home.reviews().find("finnes slett ikke", 5)).isEmpty();
    }

    // ---- what outlives what ----

    enum Disaster {
        THE_SAME_FILE_AGAIN,
        A_NEW_VERSION,
        LINKED_AGAIN,
        NO_INDEX,
        NO_GRAPH,
        RESTORED_FROM_BACKUP
    }

    @ParameterizedTest
    @EnumSource
    void keepsEveryDecisionInForceAfter(Disaster disaster) throws IOException {
        String text = ANCHORS + GUIDE + "\n\n" + AMBIGUOUS;
        DocumentId document = take("a.txt", "Fjordvik kommune", text);
        List<QueueItem> open = open(document);
        decide(open.get(0), Verdict.REJECTED, Reach.ITEM);
        home.reviews().choose(decision(open.get(1), Verdict.ACCEPTED, Reach.ITEM), PLAN, "kari");
        QueueItem ambiguous = itemsOf(document).stream()
                .filter(item -> item.links().size() == 2)
                .findFirst()
                .orElseThrow();
        home.reviews()
                .decide(
                        new Decision(
                                ambiguous.key(),
                                Verdict.ACCEPTED,
                                link(ambiguous, HOME),
                                Reach.ITEM,
                                AliasScope.NONE,
                                "",
                                Optional.empty()),
                        "kari");
        for (QueueItem item : itemsOf(document)) {
            decide(item, Verdict.REJECTED, Reach.ITEM);
        }
        List<DecisionEntry> before = home.reviews().decisions(DecisionFilter.ALL);

        befall(disaster, document, text);

        assertThat(home.reviews().decisions(DecisionFilter.ALL))
                .extracting(DecisionEntry::judgment)
                .isEqualTo(before.stream().map(DecisionEntry::judgment).toList());
        assertThat(citing(HOME)).hasSize(1);
        assertThat(citing(PLAN)).hasSize(1);
        assertThat(citing(REHABILITATION)).isEmpty();
        assertThat(itemsOf(document)).isEmpty();
        assertThat(home.reviews().openMentions(document.value())).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
        assertThat(home.ingest().check()).isEmpty();
    }

    private void befall(Disaster disaster, DocumentId document, String text) throws IOException {
        switch (disaster) {
            case THE_SAME_FILE_AGAIN -> outcome("a.txt", "Fjordvik kommune", text);
            case A_NEW_VERSION ->
                assertThat(take("a.txt", "Fjordvik kommune, helse og omsorg", "Et nytt avsnitt forrest.\n\n" + text))
                        .isEqualTo(document);
            case LINKED_AGAIN -> finished(home.ingest().linkAgain("test", "test", List.of(document)));
            case NO_INDEX -> without("index");
            case NO_GRAPH -> without("graph");
            case RESTORED_FROM_BACKUP -> {
                home.close();
                Path zip = folder.resolve("kopi.zip");
                Backup.write(at, zip);
                at = folder.resolve("gjenopprettet");
                Backup.restore(zip, at);
                reopen();
            }
        }
    }

    private void without(String part) throws IOException {
        home.close();
        delete(at.resolve(part));
        reopen();
    }

    private static void delete(Path path) throws IOException {
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void tellsWhoWhenAndWhyAlsoOfWhatNoLongerHoldsAndInTheExport() {
        take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        var decision = new Decision(
                item.key(), Verdict.ACCEPTED, "", Reach.ITEM, AliasScope.NONE, "tittelen er entydig", Optional.empty());
        Outcome outcome = home.reviews().decide(decision, "kari");
        home.reviews().undo(outcome.together(), "ola");
        decide(item, Verdict.UNSURE, Reach.ITEM);

        List<DecisionEntry> history =
                home.reviews().decisions(new DecisionFilter("", item.links().getFirst(), "", "", true));

        assertThat(history).hasSize(2);
        assertThat(history.getFirst().inForce()).isTrue();
        assertThat(history.getLast()).satisfies(past -> {
            assertThat(past.inForce()).isFalse();
            assertThat(past.endedBy()).isEqualTo("ola");
            assertThat(past.judgment().who()).isEqualTo("kari");
            assertThat(past.judgment().why()).isEqualTo("tittelen er entydig");
            assertThat(past.judgment().about().words()).isEqualTo(item.sameWords());
        });
        var export = new ByteArrayOutputStream();
        home.graph().export("nq", export);
        assertThat(export.toString(StandardCharsets.UTF_8)).contains("tittelen er entydig", "PastJudgment");
    }

    @Test
    void refusesToDecideTwice() {
        take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        decide(item, Verdict.UNSURE, Reach.ITEM);

        assertThatThrownBy(() -> decide(item, Verdict.ACCEPTED, Reach.ITEM))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("venter ikke lenger");
    }

    // ---- places ----

    @Test
    void remembersWhereEachPersonIsAndWhoWantsNoSingleKeys() {
        var place = new ReviewPlace("dokument=a", "abc", java.time.Instant.parse("2025-03-03T09:00:00Z"));
        home.reviews().keep(place, "kari");
        home.reviews().singleKeys(false, "kari");
        home.close();

        reopen();

        assertThat(home.reviews().place("kari")).contains(place);
        assertThat(home.reviews().place("ola")).isEmpty();
        assertThat(home.reviews().singleKeys("kari")).isFalse();
        assertThat(home.reviews().singleKeys("ola")).isTrue();
    }

    // ---- second reader ----

    @Test
    void takesADisputedFactOutUntilSomebodySettlesIt() {
        DocumentId document = take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        decide(item, Verdict.ACCEPTED, Reach.ITEM);
        SecondReader second = home.secondReadings();
        String reading = second.ask(QueueFilter.ofDocument(document.value()), "dokument=" + document, "kari");

        assertThat(second.items(reading, "kari")).isEmpty();
        assertThat(second.items(reading, "ola")).extracting(QueueItem::links).containsExactly(item.links());
        assertThat(second.look(reading, item.key(), "ola")
                        .orElseThrow()
                        .precedents()
                        .all())
                .isZero();
        second.say(reading, item.key(), Verdict.REJECTED, "", "det står ikke der", "ola");

        assertThat(citing(REHABILITATION)).isEmpty();
        assertThat(second.disagreements()).singleElement().satisfies(found -> {
            assertThat(found.first().verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(found.second().verdict()).isEqualTo(Verdict.REJECTED);
            assertThat(found.second().why()).isEqualTo("det står ikke der");
        });
        assertThat(itemsOf(document)).doesNotContain(item);
        finished(home.ingest().linkAgain("test", "test", List.of(document)));
        assertThat(citing(REHABILITATION)).isEmpty();
        assertThatThrownBy(() -> home.reviews().takeBack(item.links(), "kari"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("uenige");

        second.settle(second.disagreements().getFirst().id(), SecondReader.Side.FIRST, "sett sammen", "per");

        assertThat(citing(REHABILITATION)).hasSize(1);
        assertThat(second.disagreements()).isEmpty();
        assertThat(second.agreement().read()).isEqualTo(1);
        assertThat(second.agreement().same()).isZero();
        assertThat(second.agreement().kappa()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void keepsADisputedLinkThatTheDocumentNoLongerSuggests() {
        DocumentId document = take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        decide(item, Verdict.ACCEPTED, Reach.ITEM);
        take("a.txt", "Fjordvik kommune", "Nå står det noe annet her.");
        SecondReader second = home.secondReadings();
        String reading = second.ask(item.links().getFirst(), "kari");
        String key = second.items(reading, "ola").getFirst().key();

        second.say(reading, key, Verdict.REJECTED, "", "", "ola");
        assertThat(citing(REHABILITATION)).isEmpty();
        second.settle(second.disagreements().getFirst().id(), SecondReader.Side.FIRST, "", "per");

        assertThat(citing(REHABILITATION))
                .singleElement()
                .satisfies(step -> assertThat(step.subject().id()).isEqualTo(document.value()));
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void letsTheSecondChooseAnotherCandidateAndSettlesForThat() {
        take("a.txt", "USHT Fjordvik", AMBIGUOUS);
        QueueItem item = item("cites");
        home.reviews()
                .decide(
                        new Decision(
                                item.key(),
                                Verdict.ACCEPTED,
                                link(item, HOME),
                                Reach.ITEM,
                                AliasScope.NONE,
                                "",
                                Optional.empty()),
                        "kari");
        SecondReader second = home.secondReadings();
        String reading = second.ask(QueueFilter.ALL, "", "kari");

        second.say(reading, item.key(), Verdict.ACCEPTED, link(item, PALLIATION), "", "ola");
        assertThat(citing(HOME)).isEmpty();
        assertThat(second.disagreements().getFirst().second().target()).isNotEmpty();
        second.settle(second.disagreements().getFirst().id(), SecondReader.Side.SECOND, "", "per");

        assertThat(citing(HOME)).isEmpty();
        assertThat(citing(PALLIATION)).hasSize(1);
        assertThat(queue(QueueFilter.ALL).find(item.key())).isEmpty();
    }

    @Test
    void doesNotTellTheSecondWhatTheFirstChoseInstead() {
        take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        home.reviews().choose(decision(item, Verdict.ACCEPTED, Reach.ITEM), "meldst-15-2017-2018", "kari");
        SecondReader second = home.secondReadings();
        String reading = second.ask(QueueFilter.ALL, "", "kari");

        assertThat(second.items(reading, "ola"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.links())
                        .hasSize(2)
                        .contains(item.links().getFirst()));
        String chosen = second.items(reading, "ola").getFirst().links().stream()
                .filter(link -> !item.links().contains(link))
                .findFirst()
                .orElseThrow();
        second.say(reading, item.key(), Verdict.ACCEPTED, chosen, "", "ola");

        assertThat(second.disagreements()).isEmpty();
        assertThat(second.agreement().same()).isEqualTo(1);
        assertThat(second.items(reading, "per")).isEmpty();
    }

    @Test
    void agreesWithoutChangingAnything() {
        take("a.txt", "Fjordvik kommune", GUIDE);
        QueueItem item = item("cites");
        decide(item, Verdict.ACCEPTED, Reach.ITEM);
        SecondReader second = home.secondReadings();
        String reading = second.ask(QueueFilter.ALL, "", "kari");

        second.say(reading, item.key(), Verdict.ACCEPTED, "", "", "ola");

        assertThat(citing(REHABILITATION)).hasSize(1);
        assertThat(second.readings())
                .first()
                .satisfies(asked -> assertThat(asked.left()).isZero());
        assertThatThrownBy(() -> second.ask(QueueFilter.ALL, "", "kari")).isInstanceOf(ReviewException.class);
    }

    // ---- in short ----

    private Queue queue(QueueFilter filter) {
        return home.reviews().queue(filter);
    }

    private static int sum(List<Queue.Count> counts) {
        return counts.stream().mapToInt(Queue.Count::count).sum();
    }

    private QueueItem item(String kind) {
        return queue(new QueueFilter("", kind, Optional.empty())).items().getFirst();
    }

    private List<QueueItem> itemsOf(DocumentId document) {
        return queue(QueueFilter.ofDocument(document.value())).items();
    }

    private List<QueueItem> open(DocumentId document) {
        return queue(new QueueFilter(document.value(), QueueItem.OPEN_MENTION, Optional.empty()))
                .items();
    }

    private ReviewCase look(QueueItem item) {
        return home.reviews().look(item.key()).orElseThrow();
    }

    private static String link(QueueItem item, String target) {
        return item.links().get(item.objects().indexOf(OpenHome.DEFAULT_BASE + "/id/governing-document/" + target));
    }

    private static List<String> texts(List<Ground> grounds) {
        return grounds.stream().map(ground -> ground.text(Locale.of("nb"))).toList();
    }

    private static Decision decision(QueueItem item, Verdict verdict, Reach reach) {
        return new Decision(item.key(), verdict, "", reach, AliasScope.NONE, "", Optional.empty());
    }

    private Outcome decide(QueueItem item, Verdict verdict, Reach reach) {
        return home.reviews().decide(decision(item, verdict, reach), "kari");
    }

    /// The facts that documents cite it.
    private List<Step> citing(String id) {
        return home.traces().trace(id, false).stream()
                .flatMap(trace -> trace.incoming().stream())
                .filter(step -> step.predicate().equals("cites"))
                .toList();
    }

    private DocumentId take(String name, String owner, String text) {
        return switch (outcome(name, owner, text)) {
            case FileOutcome.Ingested ingested -> ingested.document();
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    private FileOutcome outcome(String name, String owner, String text) {
        byte[] bytes = "%s\n\n%s\n".formatted(owner, text).getBytes(StandardCharsets.UTF_8);
        return finished(home.ingest()
                        .submit(
                                "test",
                                "test",
                                List.of(new Source("m/" + name, () -> new ByteArrayInputStream(bytes)))))
                .getFirst();
    }

    private List<FileOutcome> finished(String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return job.files().stream()
                        .map(Job.FileProgress::outcome)
                        .flatMap(Optional::stream)
                        .toList();
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
