package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import no.forankring.citation.LearnedAlias;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.document.Sha256;
import no.forankring.ingest.Explanations;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.register.GoverningDocumentId;
import no.forankring.review.AliasScope;
import no.forankring.review.Question;
import no.forankring.review.ReviewException;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Outcome;
import no.forankring.review.ReviewQueue.PointedOut;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.trace.DocumentView;
import no.forankring.trace.MentionView;
import no.forankring.trace.OpenMention;
import no.forankring.trace.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From an accepted suggestion to the next document, and back.
class LearningIT {

    private static final String PALLIATION = "meldst-24-2019-2020";
    private static final String REHABILITATION = "veileder-rehabilitering";

    @TempDir
    Path folder;

    private OpenHome home;

    @BeforeEach
    void open() {
        home = OpenHome.open(folder.resolve("home"), OpenHome.DEFAULT_BASE, ParseLimits.DEFAULT, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void linksTheNextDocumentOfTheOwnerWithTheReasonAndNoLongerWhenItIsTakenBack() {
        Question question = ask(take("a.txt", "USHT Fjordvik", "Arbeidet følger opp Stortingsmelding 24."));
        assertThat(question.lesson().owner()).map(owner -> owner.name()).contains("USHT Fjordvik");
        assertThat(question.lesson().forAll()).isEmpty();

        LearnedAlias alias = accept(question, PALLIATION, AliasScope.OWNER).getFirst();
        DocumentId own = take("b.txt", "USHT Fjordvik", "Vi bygger på Stortingsmelding 24 i arbeidet.");
        DocumentId other = take("c.txt", "Fjordvik kommune", "Kommunen bygger på Stortingsmelding 24.");

        assertThat(mention(own)).satisfies(mention -> {
            assertThat(mention.status()).isEqualTo("Automatic");
            assertThat(mention.rule()).isEqualTo("learned");
            assertThat(mention.reason())
                    .startsWith("godkjent skrivemåte av")
                    .contains("i dokumenter fra USHT Fjordvik, fra vurdering av kari 20");
        });
        assertThat(mention(other).state()).isEqualTo("ambiguous");

        home.reviews().forget(alias.id(), "kari");

        assertThat(mention(take("d.txt", "USHT Fjordvik", "Planen bygger på Stortingsmelding 24."))
                        .state())
                .isEqualTo("ambiguous");
    }

    @Test
    void linksADocumentThatWasReadBeforeWhenItIsLinkedAgain() {
        String sentence = "Nettverket bygger på veilederen for rehabilitering og habilitering.";
        DocumentId older = take("a.txt", "Fjordvik kommune", sentence);
        Question question = ask(take("b.txt", "Strandvik kommune", sentence + " Takk."));

        LearnedAlias alias = accept(question, REHABILITATION, AliasScope.ALL).getFirst();
        assertThat(mention(older).status()).isEqualTo("Suggested");
        List<DocumentId> holding = home.ingest().holding(alias.words());
        FileOutcome outcome = linkAgain(holding).getFirst();

        assertThat(holding).contains(older);
        assertThat(outcome).isInstanceOf(FileOutcome.LinkedAgain.class);
        assertThat(mention(older).status()).isEqualTo("Automatic");
        assertThat(home.traces().document(older.value()).orElseThrow().version())
                .isEqualTo(1);
        assertThat(home.ingest().check()).isEmpty();

        home.reviews().forget(alias.id(), "kari");
        linkAgain(home.ingest().holding(alias.words()));

        assertThat(mention(older).status()).isEqualTo("Suggested");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void remembersWhatItWasTaughtAfterARestart() {
        accept(ask(take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.")), PALLIATION, AliasScope.OWNER);
        List<LearnedAlias> before = home.reviews().aliases();
        home.close();

        open();

        assertThat(home.reviews().aliases()).isEqualTo(before).hasSize(1);
        assertThat(mention(take("b.txt", "USHT Fjordvik", "Vi bruker Stortingsmelding 24."))
                        .rule())
                .isEqualTo("learned");
    }

    @Test
    void keepsWhatItWasTaughtWhenTheDocumentItCameFromIsReplaced() {
        accept(ask(take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.")), PALLIATION, AliasScope.OWNER);

        take("a.txt", "USHT Fjordvik", "Nå står det ingenting her.");

        assertThat(home.reviews().aliases()).hasSize(1);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void unlearnsWithTheJudgmentThatTaught() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.");
        Question question = ask(document);
        accept(question, PALLIATION, AliasScope.OWNER);
        assertThat(home.reviews().questions(document.value())).isEmpty();

        Outcome undone = home.reviews().takeBack(List.of(link(question, PALLIATION)), "kari");

        assertThat(undone.forgotten()).hasSize(1);
        assertThat(home.reviews().aliases()).isEmpty();
        assertThat(ask(document).links()).isEqualTo(question.links());
        assertThat(mention(document).state()).isEqualTo("ambiguous");
    }

    @Test
    void learnsNothingWhenOnlyThisLinkIsAccepted() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.");

        assertThat(accept(ask(document), PALLIATION, AliasScope.NONE)).isEmpty();

        assertThat(mention(document)).satisfies(mention -> {
            assertThat(mention.status()).isEqualTo("Confirmed");
            assertThat(mention.targets())
                    .singleElement()
                    .satisfies(target -> assertThat(target.id()).isEqualTo(PALLIATION));
        });
        assertThat(mention(take("b.txt", "USHT Fjordvik", "Vi bruker Stortingsmelding 24."))
                        .state())
                .isEqualTo("ambiguous");
    }

    @Test
    void refusesToTeachAllWhatARegisterSharesAndNotesNothing() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.");
        Question question = ask(document);

        assertThatThrownBy(() -> accept(question, PALLIATION, AliasScope.ALL))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("Godta bare denne koblingen");

        assertThat(home.reviews().questions(document.value())).hasSize(1);
        assertThat(home.reviews().answered(10)).isEmpty();
    }

    @Test
    void offersNoOwnerWhereTheDocumentNamesNone() {
        Question question = ask(take("a.txt", "Notat", "Se Stortingsmelding 24."));

        assertThat(question.lesson().owner()).isEmpty();
        assertThatThrownBy(() -> accept(question, PALLIATION, AliasScope.OWNER))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("hvem det kommer fra");
    }

    @Test
    void statesNoFactThatAPersonHasRejected() {
        String sentence = "Nettverket bygger på veilederen for rehabilitering og habilitering.";
        DocumentId document = take("a.txt", "Fjordvik kommune", sentence);
        for (Question question : home.reviews().questions(document.value())) {
            home.reviews().answer(new Answer(question.links(), Verdict.REJECTED, AliasScope.NONE), "kari");
        }
        accept(ask(take("b.txt", "Strandvik kommune", "Takk. " + sentence)), REHABILITATION, AliasScope.ALL);

        linkAgain(List.of(document));

        assertThat(mention(document).status()).isEqualTo("Rejected");
        assertThat(home.traces().trace(REHABILITATION, false).orElseThrow().incoming())
                .noneMatch(step -> step.subject().id().equals(document.value()));
        assertThat(home.reviews().questions(document.value())).isEmpty();
    }

    @Test
    void explainsAStoredMentionAndSaysWhenRecognitionHasChangedSince() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.");

        List<String> before = explain(document);
        accept(ask(document), PALLIATION, AliasScope.OWNER);
        List<String> after = explain(document);

        assertThat(before)
                .startsWith("«Stortingsmelding 24» kan bety flere dokumenter, og et menneske må avgjøre")
                .contains("lest som: nummer på en stortingsmelding", "nummer 24 er brukt av 2 kjente dokumenter");
        assertThat(after)
                .anyMatch(sentence -> sentence.startsWith("gjenkjenningen er endret siden dokumentet ble lest"))
                .anyMatch(sentence -> sentence.startsWith("godtatt av kari 20"));
    }

    @Test
    void answersEachQuestionOnce() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24. Mer står i Stortingsmelding 24.");

        Question question = ask(document);

        assertThat(question.choices()).hasSize(2);
        assertThat(question.choices().getFirst().evidence()).hasSize(2);
        home.reviews().answer(new Answer(question.links(), Verdict.UNSURE, AliasScope.NONE), "kari");
        assertThat(home.reviews().questions(document.value())).isEmpty();
        assertThat(home.reviews().answered(10))
                .singleElement()
                .satisfies(answered -> assertThat(answered.links()).hasSize(2));
    }

    @Test
    void linksAnItemOfAnAnchorListToWhatAPersonPointsOutAndBack() {
        DocumentId document = take("a.txt", "USHT Fjordvik", ANCHOR_LIST);
        OpenMention item = item(document);
        assertThat(item.evidence().quote()).isEqualTo("Relevante faglige føringer for ernæring");
        assertThat(mention(document).targets()).isEmpty();

        PointedOut pointed = home.reviews().pointOut(item.address(), "Meld. St. 15 (2017–2018)", "kari");

        assertThat(pointed.document().value()).isEqualTo("meldst-15-2017-2018");
        assertThat(home.reviews().openMentions(document.value())).isEmpty();
        assertThat(pointedOut(document)).isEqualTo("meldst-15-2017-2018");
        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", false)
                        .orElseThrow()
                        .incoming())
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.status()).isEqualTo("Confirmed");
                    assertThat(step.evidence()).singleElement().satisfies(proof -> {
                        assertThat(proof.quote()).isEqualTo(item.evidence().quote());
                        assertThat(proof.reason()).startsWith("pekt ut av kari 20");
                    });
                });
        assertThat(explain(document))
                .startsWith("«Relevante faglige føringer for ernæring» er koblet til Leve hele livet")
                .contains("lest som: punkt i en liste over styrende dokumenter")
                .anyMatch(sentence -> sentence.startsWith("godtatt av kari 20"))
                .noneMatch(sentence -> sentence.contains("endret siden"));
        assertThat(home.graph().check(false)).isEmpty();

        linkAgain(List.of(document));
        assertThat(pointedOut(document)).isEqualTo("meldst-15-2017-2018");

        home.reviews().takeBack(List.of(pointed.link()), "kari");
        assertThat(home.reviews().openMentions(document.value())).containsExactly(item);
        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", false)
                        .orElseThrow()
                        .incoming())
                .isEmpty();
    }

    @Test
    void asksNoMoreAboutAnItemThatIsNoGoverningDocumentUntilThatIsTakenBack() {
        DocumentId document = take("a.txt", "USHT Fjordvik", ANCHOR_LIST);
        OpenMention item = item(document);

        home.reviews().answer(new Answer(List.of(item.address()), Verdict.REJECTED, AliasScope.NONE), "kari");

        assertThat(home.reviews().openMentions(document.value())).isEmpty();
        assertThat(home.reviews().answered(1))
                .singleElement()
                .satisfies(answered -> assertThat(answered.words())
                        .containsExactly(item.evidence().quote()));
        assertThat(home.graph().check(false)).isEmpty();

        home.reviews().takeBack(List.of(item.address()), "kari");
        assertThat(home.reviews().openMentions(document.value())).containsExactly(item);
    }

    @Test
    void keepsWhatADocumentSaysElsewhereOfWhatIsPointedOut() {
        DocumentId document =
                take("a.txt", "USHT Fjordvik", "Nettverket bygger på Meld. St. 15 (2017–2018).\n\n" + ANCHOR_LIST);

        PointedOut pointed =
                home.reviews().pointOut(item(document).address(), "Leve hele livet (meldst-15-2017-2018)", "kari");

        Step step = home.traces().step(pointed.link()).orElseThrow();
        assertThat(step.evidence()).hasSize(2);
        home.reviews().takeBack(List.of(pointed.link()), "kari");
        assertThat(home.traces().step(pointed.link()).orElseThrow().status()).isEqualTo("Automatic");
        assertThat(home.reviews().openMentions(document.value())).hasSize(1);
    }

    @Test
    void takesNoOtherWordsForProofOfWhatIsPointedOut() {
        DocumentId document = take("a.txt", "USHT Fjordvik", "Se Stortingsmelding 24.\n\n" + ANCHOR_LIST);

        PointedOut pointed = home.reviews().pointOut(item(document).address(), PALLIATION, "kari");

        assertThat(home.traces().step(pointed.link()).orElseThrow().evidence())
                .singleElement()
                .satisfies(proof -> assertThat(proof.quote()).isEqualTo("Relevante faglige føringer for ernæring"));
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void refusesToPointOutWhatIsNoKnownDocumentOrMayBeSeveral() {
        DocumentId document = take("a.txt", "USHT Fjordvik", ANCHOR_LIST);
        String item = item(document).address();

        assertThatThrownBy(() -> home.reviews().pointOut(item, "noe med mat", "kari"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("«noe med mat» er ikke et styrende dokument som er kjent");
        assertThatThrownBy(() -> home.reviews().pointOut(item, "Stortingsmelding 24", "kari"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("kan bety flere dokumenter");
        assertThatThrownBy(() -> home.reviews().pointOut(item + "9", "meldst-15-2017-2018", "kari"))
                .isInstanceOf(ReviewException.class)
                .hasMessageContaining("last siden igjen");
        assertThat(home.reviews().openMentions(document.value())).hasSize(1);
        assertThat(home.reviews().answered(10)).isEmpty();
    }

    private static final String ANCHOR_LIST =
            "Nettverket er forankret i følgende styrende dokumenter:\n\n- Relevante faglige føringer for ernæring\n";

    private OpenMention item(DocumentId document) {
        return home.reviews().openMentions(document.value()).getFirst();
    }

    private String pointedOut(DocumentId document) {
        MentionView mention = mention(document);
        assertThat(mention.status()).isEqualTo("Confirmed");
        return mention.targets().getFirst().id();
    }

    private List<String> explain(DocumentId id) {
        DocumentView document = home.traces().document(id.value()).orElseThrow();
        MentionView mention = mention(id);
        var stored = new Explanations.Stored(
                mention.passage(),
                mention.start(),
                mention.end(),
                mention.targets().stream()
                        .map(target -> new GoverningDocumentId(target.id()))
                        .toList(),
                mention.links(),
                mention.reason());
        var explanation = home.explanations()
                .of(home.documents().text(new Sha256(document.sha256()), document.fileName()), List.of(stored))
                .getFirst();
        return sentences(explanation).toList();
    }

    private static java.util.stream.Stream<String> sentences(no.forankring.citation.Explanation explanation) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(explanation.text(Locale.of("nb"))),
                explanation.because().stream().flatMap(LearningIT::sentences));
    }

    /// The only question about a citation in a document.
    private Question ask(DocumentId document) {
        return home.reviews().questions(document.value()).stream()
                .filter(question -> question.choices().getFirst().predicate().equals("cites"))
                .reduce((first, second) -> {
                    throw new AssertionError("Two questions: " + first + " and " + second);
                })
                .orElseThrow();
    }

    private List<LearnedAlias> accept(Question question, String target, AliasScope scope) {
        return home.reviews()
                .answer(new Answer(List.of(link(question, target)), Verdict.ACCEPTED, scope), "kari")
                .learned();
    }

    private static String link(Question question, String target) {
        return question.choices().stream()
                .filter(step -> step.object().id().equals(target))
                .map(Step::link)
                .findFirst()
                .orElseThrow();
    }

    private MentionView mention(DocumentId document) {
        return home.traces().document(document.value()).orElseThrow().mentions().getFirst();
    }

    private DocumentId take(String name, String owner, String sentence) {
        byte[] text = "%s\n\n%s\n".formatted(owner, sentence).getBytes(StandardCharsets.UTF_8);
        String id = home.ingest()
                .submit("test", "test", List.of(new Source("m/" + name, () -> new ByteArrayInputStream(text))));
        return switch (finished(id).getFirst()) {
            case FileOutcome.Ingested ingested -> ingested.document();
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    private List<FileOutcome> linkAgain(List<DocumentId> documents) {
        return finished(home.ingest().linkAgain("test", "test", documents));
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
