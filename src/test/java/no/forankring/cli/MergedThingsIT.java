package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.backup.Backup;
import no.forankring.curation.Basis;
import no.forankring.curation.ChangeKind;
import no.forankring.curation.ChangeView;
import no.forankring.curation.CurationException;
import no.forankring.curation.Field;
import no.forankring.curation.HistoryFilter;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.Saved;
import no.forankring.curation.StoredLink;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.identity.IdentityDecision.Verdict;
import no.forankring.identity.IdentityDesk.Decided;
import no.forankring.identity.IdentityDesk.Pair;
import no.forankring.identity.IdentityException;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Source;
import no.forankring.review.ReviewQueue;
import no.forankring.testing.StatedPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people corrected, retired and judged of things, when those become one and when they are parted again.
class MergedThingsIT {

    private static final Basis SAID = Basis.of("sagt på planmøtet");
    private static final String MANDATE = """
            # Mandat for nettverk i ledelse og fagutvikling

            USHT Fjordvik har ansvar for nettverket.

            Nettverket er forankret i følgende styrende dokumenter

            - Meld. St. 15 (2017–2018) Leve hele livet

            Nettverket har fire samlinger i året.
            """;
    private static final String PLAN = """
            # Aktivitetsplan 2023 USHT Fjordvik

            ## Fagnettverk i ledelse og kvalitet

            Nettverket bygger på Kompetanseløft 2025.
            """;

    @TempDir
    Path folder;

    private OpenHome home;

    @BeforeEach
    void open() {
        home = openIn("home");
    }

    private OpenHome openIn(String name) {
        return OpenHome.open(
                folder.resolve(name),
                OpenHome.DEFAULT_BASE,
                ParseLimits.DEFAULT,
                Clock.systemUTC(),
                StatedPolicy.stated());
    }

    @AfterEach
    void close() {
        home.close();
    }

    // ---- corrections ----

    @Test
    void carriesACorrectionOverAndGivesItBackWhenTheMergeIsTakenBack() {
        Networks found = networks();
        edit(found.mandate(), Map.of(Field.GATHERINGS_PER_YEAR, "6"));

        Decided decided = merge(found.plan(), found.mandate());

        assertThat(thing(found.plan()).values().get(Field.GATHERINGS_PER_YEAR))
                .isEqualTo(new StoredThing.Said("6", true, List.of("4")));
        assertThat(thing(found.mandate()).iri()).isEqualTo(found.plan());
        readAgain();
        assertThat(thing(found.plan()).values().get(Field.GATHERINGS_PER_YEAR))
                .isEqualTo(new StoredThing.Said("6", true, List.of("4")));
        assertThat(home.graph().check(false)).isEmpty();

        takeBack(decided);

        assertThat(thing(found.mandate()).values().get(Field.GATHERINGS_PER_YEAR))
                .isEqualTo(new StoredThing.Said("6", true, List.of("4")));
        assertThat(thing(found.plan()).values()).doesNotContainKey(Field.GATHERINGS_PER_YEAR);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void letsWhatWasSaidOfTheOneThatStandsCountBeforeWhatWasSaidOfTheOther() {
        Networks found = networks();
        edit(found.mandate(), Map.of(Field.GATHERINGS_PER_YEAR, "6", Field.NAME, "Lederforum"));
        edit(found.plan(), Map.of(Field.GATHERINGS_PER_YEAR, "8"));

        Decided decided = merge(found.plan(), found.mandate());

        StoredThing one = thing(found.plan());
        assertThat(one.value(Field.GATHERINGS_PER_YEAR)).isEqualTo("8");
        assertThat(one.label()).isEqualTo("Fagnettverk i ledelse og kvalitet");
        assertThat(home.traces().trace(found.plan(), false).orElseThrow().root().label())
                .isEqualTo(one.label());
        edit(found.plan(), Map.of(Field.GATHERINGS_PER_YEAR, "10", Field.NAME, "Ledernettverket"));
        assertThat(thing(found.plan()).value(Field.GATHERINGS_PER_YEAR)).isEqualTo("10");
        assertThat(thing(found.plan()).label()).isEqualTo("Ledernettverket");
        assertThat(home.graph().check(false)).isEmpty();

        takeBack(decided);

        assertThat(thing(found.mandate()).value(Field.GATHERINGS_PER_YEAR)).isEqualTo("6");
        assertThat(thing(found.mandate()).label()).isEqualTo("Lederforum");
        assertThat(thing(found.plan()).value(Field.GATHERINGS_PER_YEAR)).isEqualTo("10");
        assertThat(thing(found.plan()).label()).isEqualTo("Ledernettverket");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void countsWhatDocumentsSayAgainWhenTheCorrectionIsReleasedAfterTheMerge() {
        Networks found = networks();
        edit(found.mandate(), Map.of(Field.GATHERINGS_PER_YEAR, "6"));
        merge(found.plan(), found.mandate());

        StoredThing seen = thing(found.plan());
        home.curation()
                .edit(
                        found.mandate(),
                        new ThingDraft(seen.kind(), Map.of()),
                        Set.of(Field.GATHERINGS_PER_YEAR),
                        seen.seen(),
                        SAID,
                        "kari");

        assertThat(thing(found.plan()).values().get(Field.GATHERINGS_PER_YEAR))
                .isEqualTo(new StoredThing.Said("4", false, List.of()));
        assertThat(home.graph().check(false)).isEmpty();
    }

    // ---- retirements ----

    @Test
    void keepsWhatWasRetiredOutUnderAllItsNames() {
        Networks found = networks();
        merge(found.mandate(), found.plan());

        Saved retired = home.curation().retire(found.plan(), SAID, "kari");

        assertThat(retired.thing().iri()).isEqualTo(found.mandate());
        assertThat(home.traces().list(Addresses.NETWORK)).isEmpty();
        readAgain();
        take("plan.md", PLAN + "\nNytt.\n");
        assertThat(home.traces().list(Addresses.NETWORK)).isEmpty();
        assertThat(home.identities().pairs()).isEmpty();
        assertThat(home.graph().check(false)).isEmpty();

        home.curation().restore(found.plan(), SAID, "kari");

        assertThat(anchors(found.mandate()))
                .containsExactlyInAnyOrder("meldst-15-2017-2018", "plan-kompetanseloft-2025");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void neitherProposesNorMergesWhatIsOutOfUse() {
        Networks found = networks();
        home.curation().retire(found.plan(), SAID, "kari");

        assertThat(home.identities().pairs()).isEmpty();
        assertThatThrownBy(() -> merge(found.mandate(), found.plan()))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("tatt ut av bruk");
        readAgain();
        assertThat(home.identities().pairs()).isEmpty();

        home.curation().restore(found.plan(), SAID, "kari");
        assertThat(home.identities().pairs()).hasSize(1);
    }

    @Test
    void keepsAStatementOutThatWasRetiredBeforeTheMerge() {
        Networks found = networks();
        home.curation().unlink(anchor(found.mandate(), "meldst-15-2017-2018"), SAID, "kari");

        Decided decided = merge(found.plan(), found.mandate());

        assertThat(anchors(found.plan())).containsExactly("plan-kompetanseloft-2025");
        readAgain();
        assertThat(anchors(found.plan())).containsExactly("plan-kompetanseloft-2025");

        // Said anew by a person, of the one that stands: then it counts.
        home.curation()
                .link(
                        new LinkDraft(found.plan(), LinkType.ANCHORED_IN, "Meld. St. 15 (2017–2018)", "", false),
                        SAID,
                        "kari");
        readAgain();
        assertThat(anchors(found.plan())).contains("meldst-15-2017-2018", "plan-kompetanseloft-2025");
        assertThat(home.graph().check(false)).isEmpty();

        takeBack(decided);
        assertThat(anchors(found.plan())).contains("meldst-15-2017-2018", "plan-kompetanseloft-2025");
        assertThat(home.graph().check(false)).isEmpty();
    }

    // ---- what people entered and judged ----

    @Test
    void takesAnOldAddressForTheOneThatStandsWhereverAPersonGivesIt() {
        Networks found = networks();
        merge(found.mandate(), found.plan());

        home.curation()
                .link(new LinkDraft(found.plan(), LinkType.ANCHORED_IN, "Demensplan 2025", "", false), SAID, "kari");
        StoredThing course = home.curation()
                .create(new ThingDraft(Addresses.ACTIVITY, Map.of(Field.NAME, "Kveldskurs")), SAID, false, "kari")
                .thing();
        Saved part = home.curation()
                .link(new LinkDraft(course.iri(), LinkType.PART_OF, found.plan(), "", false), SAID, "kari");

        assertThat(anchors(found.mandate())).contains("plan-demensplan-2025");
        assertThat(part.thing().links()).extracting(StoredLink::object).containsExactly(found.mandate());
    }

    @Test
    void givesANewThingNoAddressThatLeadsElsewhere() {
        Networks found = networks();
        merge(found.mandate(), found.plan());
        String id = found.plan().substring(found.plan().lastIndexOf('/') + 1);

        StoredThing made = home.curation()
                .create(new ThingDraft(Addresses.NETWORK, Map.of(Field.NAME, id.replace('-', ' '))), SAID, true, "kari")
                .thing();

        assertThat(made.iri()).isNotEqualTo(found.plan()).startsWith(found.plan());
        assertThat(thing(found.plan()).iri()).isEqualTo(found.mandate());
    }

    @Test
    void leavesAJudgmentInForceWhateverIsMerged() {
        Networks found = networks();
        String link = anchor(found.plan(), "plan-kompetanseloft-2025");
        home.reviews().decide(link, ReviewQueue.Verdict.ACCEPTED, "kari");
        String before = link;

        merge(found.mandate(), found.plan());
        readAgain();

        assertThat(anchor(found.mandate(), "plan-kompetanseloft-2025")).isEqualTo(before);
    }

    // ---- history ----

    @Test
    void tellsAMergeInTheHistoryAndSendsWhoeverWouldUndoItToThePageOfNames() {
        Networks found = networks();
        Decided decided = home.identities().decide(found.mandate(), found.plan(), Verdict.SAME, "samme gruppe", "kari");
        long number = home.graph().lastChange();

        ChangeView change = home.history()
                .changes(HistoryFilter.of(found.plan()), 0, 10, 10)
                .changes()
                .getFirst();

        assertThat(change.number()).isEqualTo(number);
        assertThat(change.kind()).isEqualTo(ChangeKind.NAMED);
        assertThat(change.why()).isEqualTo("samme gruppe");
        assertThatThrownBy(() -> home.history().undo(number, "", "kari"))
                .isInstanceOf(CurationException.class)
                .hasMessageContaining("Samme ting under flere navn");
        takeBack(decided);
        assertThat(home.identities().decisions()).isEmpty();
    }

    // ---- what was put aside ----

    @Test
    void keepsADismissalOfAPairThroughReadingARebuildAndARestore() throws IOException {
        Networks found = networks();
        home.identities().decide(found.mandate(), found.plan(), Verdict.UNSURE, "", "kari");
        assertThat(home.identities().pairs()).isEmpty();

        readAgain();
        take("plan.md", PLAN + "\nNytt.\n");
        assertThat(home.identities().pairs()).isEmpty();

        home.close();
        delete(folder.resolve("home/graph"));
        delete(folder.resolve("home/index"));
        open();
        home.ingest().catchUp();
        assertThat(home.identities().pairs()).isEmpty();

        home.close();
        Backup.write(folder.resolve("home"), folder.resolve("kopi.zip"));
        Backup.restore(folder.resolve("kopi.zip"), folder.resolve("ny"));
        home = openIn("ny");
        assertThat(home.identities().pairs()).isEmpty();
        readAgain();
        assertThat(home.identities().pairs()).isEmpty();
        assertThat(home.identities().decisions()).hasSize(1);

        home.identities().takeBack(home.identities().decisions().getFirst().id(), "kari");
        assertThat(home.identities().pairs()).hasSize(1);
    }

    // ---- help ----

    /// @param mandate the address of the network that the mandate names
    private record Networks(String mandate, String plan) {}

    private Networks networks() {
        take("mandat.md", MANDATE);
        take("plan.md", PLAN);
        Pair pair = home.identities().pairs().getFirst();
        boolean mandateFirst = anchors(pair.one()).contains("meldst-15-2017-2018");
        return mandateFirst ? new Networks(pair.one(), pair.other()) : new Networks(pair.other(), pair.one());
    }

    private Decided merge(String kept, String other) {
        return home.identities().decide(kept, other, Verdict.SAME, "", "kari");
    }

    private void takeBack(Decided decided) {
        Decided undone =
                home.identities().takeBack(decided.decisions().getFirst().id(), "kari");
        linkAgain(undone.linkAgain());
    }

    private StoredThing thing(String iri) {
        return home.curation().find(iri).orElseThrow();
    }

    private void edit(String iri, Map<Field, String> values) {
        StoredThing seen = thing(iri);
        home.curation().edit(iri, new ThingDraft(seen.kind(), values), Set.of(), seen.seen(), SAID, "kari");
    }

    private List<String> anchors(String iri) {
        return thing(iri).links().stream()
                .filter(link -> link.predicate().equals("anchoredIn"))
                .map(StoredLink::objectId)
                .distinct()
                .toList();
    }

    private String anchor(String iri, String governing) {
        return thing(iri).links().stream()
                .filter(link ->
                        link.predicate().equals("anchoredIn") && link.objectId().equals(governing))
                .map(StoredLink::iri)
                .findFirst()
                .orElseThrow();
    }

    private void take(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<FileOutcome> outcomes = finished(home.ingest()
                .submit("test", "test", List.of(new Source("m/" + name, () -> new ByteArrayInputStream(bytes)))));
        assertThat(outcomes.getFirst()).isInstanceOf(FileOutcome.Ingested.class);
    }

    private void readAgain() {
        linkAgain(home.traces().list(Addresses.DOCUMENT).stream()
                .map(listing -> listing.thing().id())
                .toList());
    }

    private void linkAgain(List<String> documents) {
        if (!documents.isEmpty()) {
            finished(home.ingest()
                    .linkAgain(
                            "test",
                            "test",
                            documents.stream().map(DocumentId::new).toList()));
        }
    }

    /// Waits for a job and for those that it leaves to follow.
    private List<FileOutcome> finished(String id) {
        while (home.ingest().jobs().stream().anyMatch(job -> job.finished().isEmpty())) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        return home.ingest().job(id).orElseThrow().files().stream()
                .map(file -> file.outcome())
                .flatMap(Optional::stream)
                .toList();
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
