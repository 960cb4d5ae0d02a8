package no.forankring.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.forankring.backup.Backup;
import no.forankring.curation.Basis;
import no.forankring.curation.ChangeKind;
import no.forankring.curation.ChangeView;
import no.forankring.curation.CurationException;
import no.forankring.curation.Difference;
import no.forankring.curation.Field;
import no.forankring.curation.HistoryFilter;
import no.forankring.curation.LinkDraft;
import no.forankring.curation.LinkType;
import no.forankring.curation.PlanPreview;
import no.forankring.curation.Saved;
import no.forankring.curation.StoredLink;
import no.forankring.curation.StoredThing;
import no.forankring.curation.ThingDraft;
import no.forankring.document.DocumentId;
import no.forankring.document.ParseLimits;
import no.forankring.graph.Addresses;
import no.forankring.ingest.FileOutcome;
import no.forankring.ingest.Job;
import no.forankring.ingest.Source;
import no.forankring.review.AliasScope;
import no.forankring.review.ReviewQueue.Answer;
import no.forankring.review.ReviewQueue.Verdict;
import no.forankring.testing.StatedPolicy;
import no.forankring.trace.EvidenceView;
import no.forankring.trace.Listing;
import no.forankring.trace.Step;
import no.forankring.trace.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people enter and correct, beside what documents state, through everything that may happen to either.
class CurationIT {

    private static final Basis SAID = Basis.of("sagt på planmøtet");
    private static final String MANDATE = """
            USHT Fjordvik

            Mandat for læringsnettverk for gode pasientforløp

            Læringsnettverk for gode pasientforløp er forankret i Meld. St. 15 (2017–2018) Leve hele livet.
            Nettverket har fire samlinger i året.
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

    // ---- entering ----

    @Test
    void statesWhatAPersonEntersAsAFactWithWhoAndWhy() {
        StoredThing network = create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket", Field.YEAR, "2025"));

        Saved saved = home.curation()
                .link(
                        new LinkDraft(network.iri(), LinkType.ANCHORED_IN, "Demensplan 2025", "Planned", false),
                        SAID,
                        "kari");

        assertThat(saved.thing().links()).singleElement().satisfies(link -> {
            assertThat(link.status()).isEqualTo("Confirmed");
            assertThat(link.strength()).isEqualTo("Planned");
            assertThat(link.objectId()).isEqualTo("plan-demensplan-2025");
        });
        Trace trace = home.traces().trace("plan-demensplan-2025", false).orElseThrow();
        assertThat(trace.incoming()).singleElement().satisfies(step -> {
            assertThat(step.subject().label()).isEqualTo("Demensnettverket");
            EvidenceView evidence = step.evidence().getFirst();
            assertThat(evidence.document()).isEmpty();
            assertThat(evidence.quote()).startsWith("Ført inn av kari ").endsWith(": sagt på planmøtet");
        });
        assertThat(labels(Addresses.NETWORK)).containsExactly("Demensnettverket");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void takesTheWordsOfADocumentAsSourceAndTheProvisionAsTarget() {
        DocumentId mandate = take("mandat.txt", MANDATE);
        StoredThing network = network();

        home.curation()
                .link(
                        new LinkDraft(
                                network.iri(),
                                LinkType.FULFILS,
                                "helse- og omsorgstjenesteloven § 3-1",
                                "CarriedOut",
                                false),
                        new Basis("", mandate.value(), "", "Nettverket har fire   samlinger i året"),
                        "kari");

        Step step = home.traces().trace("lov-2011-06-24-30", false).orElseThrow().incoming().stream()
                .filter(incoming -> incoming.predicate().equals("fulfils"))
                .findFirst()
                .orElseThrow();
        EvidenceView evidence = step.evidence().getFirst();
        assertThat(evidence.document()).isEqualTo(mandate.value());
        assertThat(evidence.quote()).isEqualTo("Nettverket har fire samlinger i året");
        assertThat(evidence.provision()).isEqualTo("§ 3-1");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void wantsASource() {
        assertThatThrownBy(() -> home.curation()
                        .create(
                                new ThingDraft(Addresses.GOAL, Map.of(Field.NAME, "Trygge hjem")),
                                Basis.of("  "),
                                false,
                                "kari"))
                .isInstanceOfSatisfying(
                        CurationException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("why"));
        assertThat(labels(Addresses.GOAL)).isEmpty();
    }

    @Test
    void saysInThreeLanguagesWhatTheShapesObjectTo() {
        var draft = new ThingDraft(
                Addresses.ACTIVITY,
                Map.of(Field.NAME, "", Field.YEAR, "i fjor", Field.PARTICIPANTS, "mange", Field.START, "30.02.2025"));

        assertThatThrownBy(() -> home.curation().create(draft, Basis.of(""), false, "kari"))
                .isInstanceOfSatisfying(CurationException.class, refused -> {
                    assertThat(refused.problems())
                            .extracting(problem -> problem.field())
                            .containsExactlyInAnyOrder("why", "name", "year", "participants", "start");
                    assertThat(texts(refused, "nb"))
                            .contains(
                                    "En aktivitet har et navn.",
                                    "En aktivitet har år skrevet med fire sifre.",
                                    "En aktivitet begynner på en dato som finnes, og ikke etter at den slutter.");
                    assertThat(texts(refused, "nn")).contains("Ein aktivitet har eit namn.");
                    assertThat(texts(refused, "en")).contains("An activity has a name.");
                });
    }

    @Test
    void offersWhatMayBeMeantAndMakesWhatIsMissingWhenAsked() {
        StoredThing network = create(Addresses.NETWORK, Map.of(Field.NAME, "Nettverk for trygge hjem"));
        create(Addresses.ORGANIZATION, Map.of(Field.NAME, "Utviklingssenteret i Fjordvik"));

        assertThatThrownBy(() -> home.curation()
                        .link(
                                new LinkDraft(network.iri(), LinkType.ORGANISED_BY, "utviklingssenteret", "", false),
                                SAID,
                                "kari"))
                .isInstanceOfSatisfying(
                        CurationException.class,
                        refused -> assertThat(refused.options())
                                .extracting(option -> option.label())
                                .containsExactly("Utviklingssenteret i Fjordvik"));
        Saved saved = home.curation()
                .link(new LinkDraft(network.iri(), LinkType.TARGET_GROUP_OF, "pårørende", "", true), SAID, "kari");

        assertThat(saved.thing().links()).extracting(link -> link.objectLabel()).containsExactly("pårørende");
        assertThat(labels(Addresses.TARGET_GROUP)).containsExactly("pårørende");
    }

    @Test
    void doesNotMakeTheSameThingTwiceUnlessToldTo() {
        create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket"));
        var again = new ThingDraft(Addresses.NETWORK, Map.of(Field.NAME, "demensnettverket"));

        assertThatThrownBy(() -> home.curation().create(again, SAID, false, "kari"))
                .isInstanceOfSatisfying(
                        CurationException.class,
                        refused -> assertThat(refused.options()).hasSize(1));
        home.curation().create(again, SAID, true, "kari");

        assertThat(labels(Addresses.NETWORK)).hasSize(2);
    }

    @Test
    void showsBothWhenSomebodyElseChangedItMeanwhile() {
        StoredThing seen = create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket", Field.YEAR, "2024"));
        edit(seen, Map.of(Field.YEAR, "2025"), "ola");

        assertThatThrownBy(() -> edit(seen, Map.of(Field.YEAR, "2026"), "kari"))
                .isInstanceOfSatisfying(CurationException.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(CurationException.Reason.CHANGED_MEANWHILE);
                    assertThat(refused.current().orElseThrow().value(Field.YEAR))
                            .isEqualTo("2025");
                });
    }

    // ---- corrections of what documents state ----

    @Test
    void letsACorrectionWinThroughReadingAgainANewVersionARebuildAndARestore() throws IOException {
        DocumentId mandate = take("mandat.txt", MANDATE);
        StoredThing stated = network();
        assertThat(stated.value(Field.GATHERINGS_PER_YEAR)).isEqualTo("4");

        edit(stated, Map.of(Field.NAME, "Pasientforløpsnettverket", Field.GATHERINGS_PER_YEAR, "6"), "kari");
        isCorrected(stated.iri());

        finished(home.ingest().linkAgain("test", "test", List.of(mandate)));
        isCorrected(stated.iri());

        take("mandat.txt", MANDATE + "\nNettverket ble startet i 2022.\n");
        isCorrected(stated.iri());

        home.close();
        delete(folder.resolve("home/graph"));
        delete(folder.resolve("home/index"));
        delete(folder.resolve("home/history"));
        open();
        home.ingest().catchUp();
        isCorrected(stated.iri());
        // Reading again changed nothing that is said of it.
        assertThat(home.history()
                        .changes(HistoryFilter.of(stated.iri()), 0, 10, 10)
                        .changes())
                .extracting(ChangeView::kind)
                .containsExactly(ChangeKind.CURATED, ChangeKind.READ);

        home.close();
        Backup.write(folder.resolve("home"), folder.resolve("kopi.zip"));
        Backup.restore(folder.resolve("kopi.zip"), folder.resolve("ny"));
        home = openIn("ny");
        home.ingest().catchUp();
        isCorrected(stated.iri());
        take("mandat.txt", MANDATE + "\nNettverket ble startet i 2023.\n");
        isCorrected(stated.iri());
    }

    private void isCorrected(String iri) {
        StoredThing now = home.curation().find(iri).orElseThrow();
        assertThat(now.label()).isEqualTo("Pasientforløpsnettverket");
        assertThat(now.values().get(Field.GATHERINGS_PER_YEAR))
                .isEqualTo(new StoredThing.Said("6", true, List.of("4")));
        assertThat(labels(Addresses.NETWORK)).containsExactly("Pasientforløpsnettverket");
        assertThat(now.links()).extracting(link -> link.predicate()).contains("anchoredIn");
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void countsWhatTheDocumentSaysAgainWhenTheCorrectionIsReleasedOrUndone() {
        take("mandat.txt", MANDATE);
        StoredThing stated = network();
        long change = edit(stated, Map.of(Field.GATHERINGS_PER_YEAR, "6", Field.TYPE, "Network"), "kari")
                .change();
        StoredThing corrected = home.curation().find(stated.iri()).orElseThrow();
        assertThat(corrected.type()).isEqualTo("Network");

        home.curation()
                .edit(
                        stated.iri(),
                        new ThingDraft(Addresses.NETWORK, Map.of()),
                        Set.of(Field.GATHERINGS_PER_YEAR),
                        corrected.seen(),
                        SAID,
                        "kari");

        StoredThing released = home.curation().find(stated.iri()).orElseThrow();
        assertThat(released.value(Field.GATHERINGS_PER_YEAR)).isEqualTo("4");
        assertThat(released.type()).isEqualTo("Network");
        assertThatThrownBy(() -> home.history().undo(change, "", "kari"))
                .isInstanceOf(CurationException.class)
                .hasMessageContaining("senere endringer bygger på den: " + (change + 1));
        home.history().undo(change + 1, "", "kari");
        home.history().undo(change, "feil nettverk", "kari");

        assertThat(home.curation().find(stated.iri()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(stated);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void keepsARetiredThingOutThroughReadingAgainUntilItIsUndone() {
        DocumentId mandate = take("mandat.txt", MANDATE);
        StoredThing stated = network();
        long facts = home.traces()
                .trace("meldst-15-2017-2018", false)
                .orElseThrow()
                .incoming()
                .size();

        Saved retired = home.curation().retire(stated.iri(), Basis.of("slått sammen med et annet"), "kari");

        assertThat(retired.thing().retired().orElseThrow().why()).isEqualTo("slått sammen med et annet");
        assertThat(retired.thing().label()).isEqualTo(stated.label());
        isRetired(stated, facts);
        finished(home.ingest().linkAgain("test", "test", List.of(mandate)));
        isRetired(stated, facts);
        take("mandat.txt", MANDATE + "\nNettverket ble startet i 2022.\n");
        isRetired(stated, facts);

        home.history().undo(retired.change(), "", "ola");

        assertThat(labels(Addresses.NETWORK)).containsExactly(stated.label());
        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", false)
                        .orElseThrow()
                        .incoming())
                .hasSize((int) facts);
        assertThat(home.graph().check(false)).isEmpty();
    }

    private void isRetired(StoredThing thing, long facts) {
        assertThat(labels(Addresses.NETWORK)).isEmpty();
        assertThat(home.traces()
                        .trace("meldst-15-2017-2018", true)
                        .orElseThrow()
                        .incoming())
                .hasSizeLessThan((int) facts)
                .noneMatch(step -> step.subject().iri().equals(thing.iri()));
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void takesALinkOfADocumentOutOfUseAndReplacesItByAnother() {
        DocumentId mandate = take("mandat.txt", MANDATE);
        StoredThing stated = network();
        String link = stated.links().stream()
                .filter(one -> one.predicate().equals("anchoredIn"))
                .findFirst()
                .orElseThrow()
                .iri();

        Saved replaced = home.curation()
                .relink(
                        new LinkDraft(stated.iri(), LinkType.ANCHORED_IN, "Demensplan 2025", "Anchored", false),
                        link,
                        Basis.of("feil dokument i mandatet"),
                        "kari");
        finished(home.ingest().linkAgain("test", "test", List.of(mandate)));

        assertThat(home.curation().find(stated.iri()).orElseThrow().links())
                .filteredOn(one -> one.predicate().equals("anchoredIn"))
                .extracting(one -> one.objectId())
                .containsExactly("plan-demensplan-2025");

        home.history().undo(replaced.change(), "", "kari");

        assertThat(home.curation().find(stated.iri()).orElseThrow().links())
                .filteredOn(one -> one.predicate().equals("anchoredIn"))
                .extracting(one -> one.objectId())
                .containsExactly("meldst-15-2017-2018");
        assertThat(home.graph().check(false)).isEmpty();
    }

    // ---- plans ----

    @Test
    void letsAPersonAcceptWhatAPlanWasUnsureOf() {
        byte[] plan =
                "Navn;Type;Styrende dokumenter\nKveldskurs;kurs;Stortingsmelding 24\n".getBytes(StandardCharsets.UTF_8);

        PlanPreview done = home.planImport().run("plan.csv", plan, "kari");

        String thing = done.rows().getFirst().thing();
        List<StoredLink> suggested = home.curation().find(thing).orElseThrow().links();
        assertThat(suggested)
                .extracting(StoredLink::status)
                .containsOnly("Suggested")
                .hasSizeGreaterThan(1);
        assertThat(home.reviews().waiting())
                .containsAll(suggested.stream().map(StoredLink::iri).toList());

        home.reviews()
                .answer(new Answer(List.of(suggested.getFirst().iri()), Verdict.ACCEPTED, AliasScope.NONE), "kari");

        Trace trace = home.traces().trace(thing, false).orElseThrow();
        assertThat(trace.outgoing())
                .filteredOn(step -> step.predicate().equals("anchoredIn"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.status()).isEqualTo("Confirmed");
                    assertThat(step.evidence().getFirst().quote()).contains("rad 2 i plan.csv");
                });
        assertThat(home.graph().check(false)).isEmpty();
    }

    // ---- history ----

    @Test
    void tellsInWordsWhatChangedAndWhoDidIt() {
        StoredThing network = create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket", Field.YEAR, "2024"));
        edit(network, Map.of(Field.NAME, "Nettverk for demens", Field.YEAR, "2025"), "ola");
        home.curation()
                .link(new LinkDraft(network.iri(), LinkType.ANCHORED_IN, "Demensplan 2025", "", false), SAID, "kari");
        create(Addresses.GOAL, Map.of(Field.NAME, "Trygge hjem"));

        List<ChangeView> changes = home.history()
                .changes(HistoryFilter.of(network.iri()), 0, 10, 10)
                .changes();

        assertThat(changes).extracting(ChangeView::action).containsExactly("link", "edit", "create");
        assertThat(changes).extracting(ChangeView::who).containsExactly("kari", "ola", "kari");
        assertThat(changes.get(0).why()).isEqualTo("sagt på planmøtet");
        assertThat(changes.get(0).differences())
                .containsExactly(
                        new Difference(network.iri(), "Nettverk for demens", "anchoredIn", "", "Demensplan 2025"));
        assertThat(changes.get(1).differences())
                .containsExactly(
                        new Difference(
                                network.iri(),
                                "Nettverk for demens",
                                "name",
                                "Demensnettverket",
                                "Nettverk for demens"),
                        new Difference(network.iri(), "Nettverk for demens", "year", "2024", "2025"));
        var byOla = new HistoryFilter("", "ola", Optional.of(ChangeKind.CURATED), Optional.empty(), Optional.empty());
        assertThat(home.history().changes(byOla, 0, 10, 10).total()).isEqualTo(1);
    }

    @Test
    void refusesToUndoWhatOthersBuiltOnAndWhatFollowsFromFiles() {
        StoredThing network = create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket"));
        long created = home.graph().lastChange();
        home.curation()
                .link(new LinkDraft(network.iri(), LinkType.TARGET_GROUP_OF, "pårørende", "", true), SAID, "kari");
        take("mandat.txt", MANDATE);
        long read = home.graph().lastChange();

        assertThatThrownBy(() -> home.history().undo(created, "", "kari"))
                .hasMessageContaining("bygger på den: " + (created + 1));
        assertThatThrownBy(() -> home.history().undo(read, "", "kari")).hasMessageContaining("Last opp den forrige");
        assertThatThrownBy(() -> home.history().undo(1, "", "kari")).hasMessageContaining("programmets egen");
        home.history().undo(created + 1, "", "kari");
        home.history().undo(created, "", "kari");

        assertThat(labels(Addresses.NETWORK)).doesNotContain("Demensnettverket");
        assertThat(labels(Addresses.TARGET_GROUP)).doesNotContain("pårørende");
        assertThatThrownBy(() -> home.history().undo(created, "", "kari")).isInstanceOf(CurationException.class);
        assertThat(home.graph().check(false)).isEmpty();
    }

    @Test
    void undoesAnUndoing() {
        create(Addresses.NETWORK, Map.of(Field.NAME, "Demensnettverket"));
        long created = home.graph().lastChange();
        long undone = home.history().undo(created, "", "kari").number();

        home.history().undo(undone, "", "kari");

        assertThat(labels(Addresses.NETWORK)).containsExactly("Demensnettverket");
    }

    // ---- helpers ----

    private static List<String> texts(CurationException refused, String language) {
        return refused.problems().stream()
                .map(problem -> problem.text(Locale.of(language)))
                .toList();
    }

    private StoredThing create(String kind, Map<Field, String> values) {
        return home.curation()
                .create(new ThingDraft(kind, values), SAID, false, "kari")
                .thing();
    }

    private Saved edit(StoredThing seen, Map<Field, String> values, String who) {
        return home.curation().edit(seen.iri(), new ThingDraft(seen.kind(), values), Set.of(), seen.seen(), SAID, who);
    }

    private StoredThing network() {
        Listing listing = home.traces().list(Addresses.NETWORK).stream()
                .filter(one -> one.thing().label().toLowerCase(Locale.ROOT).contains("pasientforløp"))
                .findFirst()
                .orElseThrow();
        return home.curation().find(listing.thing().iri()).orElseThrow();
    }

    private List<String> labels(String kind) {
        return home.traces().list(kind).stream()
                .map(listing -> listing.thing().label())
                .toList();
    }

    private DocumentId take(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String id = home.ingest()
                .submit("test", "test", List.of(new Source("m/" + name, () -> new ByteArrayInputStream(bytes))));
        return switch (finished(id).getFirst()) {
            case FileOutcome.Ingested ingested -> ingested.document();
            case FileOutcome other -> throw new AssertionError(other);
        };
    }

    private List<FileOutcome> finished(String id) {
        while (true) {
            Job job = home.ingest().job(id).orElseThrow();
            if (job.finished().isPresent()) {
                return new ArrayList<>(job.files().stream()
                        .map(Job.FileProgress::outcome)
                        .flatMap(Optional::stream)
                        .toList());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void delete(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
